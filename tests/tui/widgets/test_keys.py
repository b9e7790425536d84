"""Keys: each action has one and says what it does; every screen can be left, and the explorer quit, from anywhere."""

import inspect
import pkgutil
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from careercli import tui
from tests.tui.conftest import Explore
from tests.tui.terminal import opened
from tests.tui.told import told


def bound_classes() -> list[type[DOMNode]]:
    """Every class of the explorer that binds keys."""
    modules = [import_module(f"careercli.tui.{each.name}") for each in pkgutil.iter_modules(tui.__path__)]
    classes = {each for module in modules for _, each in inspect.getmembers(module, inspect.isclass)}
    bound = [each for each in classes if each.__module__.startswith("careercli.tui") and "BINDINGS" in vars(each)]
    return sorted(bound, key=lambda each: each.__name__)


@pytest.mark.parametrize("kind", bound_classes(), ids=lambda kind: kind.__name__)
def test_every_action_has_a_key_that_says_what_it_does(kind: type[DOMNode]) -> None:
    bindings = [each for each in kind.BINDINGS if isinstance(each, Binding)]
    assert len(bindings) == len(kind.BINDINGS)
    assert all(each.description for each in bindings)
    bound = {each.action.partition("(")[0] for each in bindings}
    assert {f"action_{name}" for name in bound if "." not in name} >= {n for n in vars(kind) if n.startswith("action_")}


OVER: Sequence[tuple[str, ...]] = [
    ("space", "j", "c", "enter"), (), ("enter",), ("enter", "enter"), ("enter", "o"), ("question_mark",),
    ("space", "j", "c"), ("p",), ("w",), ("w", "enter"), ("w", "i"),
]  # fmt: skip


@pytest.mark.a_tenth
@pytest.mark.parametrize("keys", OVER, ids=" ".join)
async def test_every_key_line_says_how_to_leave_and_q_or_escape_leads_back(
    keys: Sequence[str], explore: Explore
) -> None:
    async with explore() as it:
        before = it.app.screen
        await it.press(*keys)
        left = ("q quit",) if it.app.screen is before else ("q back", "esc close")
        assert any(line.rstrip("│ ").endswith(left) for line in it.lines)
        depth = len(it.app.screen_stack) - 2
        await it.press(*["escape"] * depth)
        assert it.app.screen is before
        await it.press(*keys, *["q"] * depth)
        assert it.app.screen is before
        assert not it.app._exit
        await it.pilot.press("q")
        assert it.app._exit


TYPING: Sequence[tuple[str, ...]] = [
    ("slash",),
    ("f",),
    ("e",),
    ("ctrl+p",),
    ("space", "j", "c", "a"),
    ("at",),
    ("w", "slash"),
]


@pytest.mark.a_tenth
@pytest.mark.parametrize("keys", TYPING, ids=" ".join)
async def test_where_one_types_q_is_a_letter_and_ctrl_c_quits(keys: Sequence[str], explore: Explore) -> None:
    async with explore() as it:
        it.app.export = lambda argv: ""
        await it.press(*keys, "q")
        assert not it.app._exit
        await it.pilot.press("ctrl+c")
        assert it.app._exit


async def test_in_the_filter_at_and_w_are_letters(explore: Explore) -> None:
    async with explore() as it:
        await it.press("slash", *"w", "at")
        assert it.command == "careercli roles w@"
        assert "place" not in it.lines[-1]


async def test_y_e_and_o_answer_while_a_card_is_open(explore: Explore) -> None:
    async with explore("noc-tech", "support-tech") as it:
        it.app.export = lambda argv: ""
        await it.press("enter", "y")
        assert it.app.clipboard == told(it).removeprefix("copied, if the terminal lets programs copy: ")
        figure = "noc-tech: median: 76,220 USD a year (15-1231 Computer Network Support Specialists, US)."
        assert it.app.clipboard.startswith(f"{figure} US Bureau of Labor Statistics, ")
        assert "https://www.bls.gov/oes/" in it.app.clipboard
        await it.press("e")
        assert "compare-noc-tech-support-tech.md" in it.text
        await it.press("escape", "o")
        assert "https://www.bls.gov/oes/" in it.text
        await it.press("escape", "escape")
        assert "›76,220" in it.text


async def test_the_palette_runs_what_is_chosen_and_names_every_section(explore: Explore) -> None:
    async with explore("noc-tech", "support-tech") as it:
        await it.press("ctrl+p", *"only what differs")
        await it.until_shown("only what differs, or everything")
        await it.press("enter")
        await it.until(lambda: it.command.endswith("--differences"))
        await it.press("ctrl+p", *"section people")
        await it.until_shown("key 7")


async def test_a_list_that_was_sorted_stays_sorted_when_it_is_filtered(explore: Explore) -> None:
    async with explore() as it:
        await it.press("s", "s", "s")
        screen = it.app.screen
        count = len(screen._found.entries)  # type: ignore[attr-defined]
        await it.press("slash", *"tech")
        found = [entry.wage or 0 for entry in screen._found.entries]  # type: ignore[attr-defined]
        assert 1 < len(found) < count
        assert found == sorted(found, reverse=True)
        assert it.cursor_line.startswith("›")
        assert it.cursor_line == it.lines[4]


def test_browse_opens_the_marked_roles(tmp_path: Path) -> None:
    (tmp_path / "careercli").mkdir()
    (tmp_path / "careercli" / "marks").write_text("noc-tech\nisp-tech\n")
    with opened("@marked", XDG_STATE_HOME=str(tmp_path)) as it:
        it.until("careercli compare noc-tech isp-tech")
        it.leave("qq")
