"""Test the table of every claim with its evidence."""

import pytest

from careercli.formats.evidence_table import as_table
from careercli.formats.layout import TableStyle
from careercli.presentation.text_width import width_of
from tests.formats.example import X, Y, comparison
from tests.make import make_role, of_site


def test_a_limit_leaves_out_cards_and_the_sources_only_they_use() -> None:
    text = as_table(comparison(X), TableStyle(80), limit=1)
    assert text.count("printed") == 1
    assert "site.example" not in text


def test_a_note_stands_once_and_is_then_named() -> None:
    role = make_role("x", of_site(1, "median", note="Undated."), of_site(2, "estimate", note="Undated."))
    text = as_table(comparison(role), TableStyle(80))
    assert text.count("note: Undated.") == 1
    assert "note: as for median wage" in text


def test_a_calculated_figure_shows_its_arithmetic() -> None:
    role = make_role("x", of_site(15, "estimate", period="hour", experience="entry", as_printed="$15"))
    text = as_table(comparison(role), TableStyle(200))
    assert "31,200 USD a year" in text
    assert "printed “$15” · estimate · entry ·" in text
    assert "calculated: 15 an hour × 2,080 hours, if full-time all year" in text


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(width_of, as_table(comparison(X, Y), TableStyle(width)).splitlines())) <= width


def test_ascii_is_ascii() -> None:
    assert as_table(comparison(X, Y), TableStyle(80, ascii=True)).isascii()
