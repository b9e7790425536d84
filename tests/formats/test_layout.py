"""Test measuring, padding and wrapping text in terminal cells."""

import pytest

from careercli.formats.layout import side_by_side
from careercli.presentation.text_width import pad, width_of, wrap


def test_a_wide_letter_takes_two_cells_and_an_accent_none() -> None:
    assert [width_of(text) for text in ("abc", "網路", "e\u0301", "")] == [3, 4, 1, 0]


def test_padding_fills_to_the_width_in_cells() -> None:
    assert pad("網", 4) == "網  "
    assert pad("1", 3, right=True) == "  1"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two", 20, ["one two"]),
        ("one two three", 7, ["one two", "three"]),
        ("60,340  −13,000 −17.7 %", 18, ["60,340  −13,000", "−17.7 %"]),
        ("Operations, SQL 9 +3", 16, ["Operations,", "SQL 9 +3"]),
        ("none in source [b]", 14, ["none in", "source [b]"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("網路技", 5, ["網路", "技"]),
        ("", 5, [""]),
        ("Technology 17 %", 10, ["Technology", "17 %"]),
    ],
)
def test_a_line_breaks_between_words_and_never_before_a_sign_or_weight(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_a_row_of_cells_is_as_high_as_its_highest() -> None:
    assert side_by_side(["a", "one two"], [3, 3]) == ["a    one", "     two"]
