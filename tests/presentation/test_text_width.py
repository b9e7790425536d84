"""Test text in terminal cells: shortened with an ellipsis, filled to an exact width."""

import pytest

from careercli.presentation.text_width import clip, fill, isolated, width_of, wrap


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Network", 7, "Network"),
        ("Network", 6, "Netwo…"),
        ("Network", 1, "…"),
        ("Network", 0, ""),
        ("a bc", 3, "a…"),
        ("網路技術員", 10, "網路技術員"),
        ("網路技術員", 9, "網路技術…"),
        ("網路技術員", 8, "網路技…"),
        ("網路技術員", 2, "…"),
        ("e\u0301te\u0301", 3, "e\u0301te\u0301"),
    ],
)
def test_text_too_long_ends_in_an_ellipsis(text: str, width: int, shown: str) -> None:
    assert clip(text, width) == shown


@pytest.mark.parametrize("text", ["", "Network", "網路技術員", "e\u0301te\u0301", "\U0001f468 家族"])
@pytest.mark.parametrize("width", range(9))
def test_filled_text_is_as_wide_as_asked(text: str, width: int) -> None:
    assert width_of(fill(text, width)) == width
    assert width_of(fill(text, width, right=True)) == width


@pytest.mark.parametrize("width", [1, 0, -1])
def test_text_without_room_stands_letter_below_letter(width: int) -> None:
    assert wrap("ab c", width) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("customer-support-technician", ["customer-", "support-", "technician"]),
        ("www.bls.gov/oes/tables", ["www.bls.gov/", "oes/tables"]),
        ("-aaaaaaaaaaaaaaa", ["-aaaaaaaaaaa", "aaaa"]),
        ("aaaaaaaaaaaaa-b", ["aaaaaaaaaaaa", "a-b"]),
    ],
)
def test_a_word_too_long_breaks_where_it_is_joined(text: str, lines: list[str]) -> None:
    assert wrap(text, 12) == lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("טכנאי רשתות", "<טכנאי רשתות>"),
        ("فني ١٢٣", "<فني ١٢٣>"),
        ("\ufed3\ufee8\ufef2", "<\ufed3\ufee8\ufef2>"),
        ("\U0001e922\U0001e923", "<\U0001e922\U0001e923>"),
        ("טכנאי IT 2", "<טכנאי IT 2>"),
        ("40,000 שקל", "<40,000 שקל>"),
        ("  תל אביב", "  <תל אביב>"),
        ("heb · טכנאי רשתות · 15-1231", "heb · <טכנאי רשתות> · 15-1231"),
        ("a ספר, 10 months; b עט", "a <ספר>, 10 months; b <עט>"),
        ("網路技術員 −3.7 % …", "網路技術員 −3.7 % …"),
        ("", ""),
    ],
)
def test_right_to_left_text_is_isolated_and_no_other(text: str, shown: str) -> None:
    assert isolated(text) == shown.replace("<", "\u2068").replace(">", "\u2069")
    assert width_of(isolated(text)) == width_of(text)


def test_isolates_stand_around_what_is_left_of_a_text_and_not_around_its_padding() -> None:
    assert fill("טכנאי רשתות", 7) == "\u2068טכנאי…\u2069 "
    assert fill("טכנאי", 7, right=True) == "  \u2068טכנאי\u2069"
