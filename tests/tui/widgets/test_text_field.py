"""Test pasting into the explorer's text fields."""

from collections.abc import Sequence

import pytest
from textual import events

from careercli.tui.widgets.text_field import TextField, one_line
from tests.tui.conftest import Driven, Explore


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\nnoc technician", "noc technician"),
        ("customer\nsupport technician\n", "customer support technician"),
        ("help \r\n\r\n\t desk", "help desk"),
        ("a\u2028b\vc\x85d", "a b c d"),
        ("two  spaces", "two  spaces"),
        ("\x1b[31mred\x07", r"\u{1b}[31mred\u{7}"),
        ("a\u202eb", r"a\u{202e}b"),
        ("\u2068טכנאי רשתות\u2069", "טכנאי רשתות"),
        (" \n\t ", ""),
        ("", ""),
    ],
)
def test_a_pasted_text_becomes_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


async def paste(it: Driven, text: str) -> TextField:
    """Paste into the field that has the focus."""
    it.app.screen.focused.post_message(events.Paste(text))
    await it.settle()
    field = it.app.screen.focused
    assert isinstance(field, TextField)
    return field


FIELDS: Sequence[tuple[str, ...]] = [
    ("slash",), ("at",), ("f",), ("e",), ("w", "slash"), ("space", "j", "c", "a"), ("space", "j", "c", "slash"),
]  # fmt: skip


@pytest.mark.parametrize("keys", FIELDS, ids=" ".join)
async def test_every_field_takes_all_lines_of_a_paste(explore: Explore, keys: tuple[str, ...]) -> None:
    async with explore() as it:
        it.app.export = lambda argv: ""
        await it.press(*keys, "ctrl+u")
        assert (await paste(it, "\ncustomer\n\tsupport\n")).value == "customer support"


async def test_the_filter_answers_a_paste_of_several_lines(explore: Explore) -> None:
    async with explore() as it:
        await it.press("slash")
        await paste(it, "\nnoc technician")
        assert "1 of 22" in it.text


async def test_a_paste_goes_to_the_cursor_or_replaces_the_selection(explore: Explore) -> None:
    async with explore() as it:
        await it.press("slash")
        await it.type("noc ")
        field = await paste(it, "technician\n")
        assert field.value == "noc technician"
        await it.press("home")
        assert (await paste(it, "senior\n\n")).value == "seniornoc technician"
        field.select_all()
        assert (await paste(it, "help\ndesk")).value == "help desk"


async def test_the_copied_command_can_be_pasted(explore: Explore) -> None:
    async with explore() as it:
        await it.press("y", "slash", "ctrl+v")
        field = it.app.screen.focused
        assert field.value == it.app.clipboard.strip() != ""


async def test_a_paste_too_long_is_cut_to_the_room_of_the_field(explore: Explore) -> None:
    async with explore() as it:
        await it.press("slash")
        await it.type("noc ")
        field = await paste(it, "word\n" * 13_000)
        assert field.value.startswith("noc word word")
        assert len(field.value) == field.max_length
