"""Test text in terminal cells: shortened with an ellipsis, filled to an exact width."""

from __future__ import annotations

import pytest

from careercli.presentation.text_width import clip, fill, width_of, wrap


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
