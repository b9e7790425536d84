"""Test tables of rows for people."""

import pytest

from careercli.formats.layout import TableStyle
from careercli.formats.table import as_table

ROWS = [
    {"id": "desk-tech", "title": "Desk Technician", "median": "73,340"},
    {"id": "wide", "title": "網路技術員", "median": "—"},
    {"id": "marks", "title": "Cafe\u0301", "median": "1"},
]
COLUMNS = ["id", "title", "median"]


def test_columns_align_and_numbers_stand_to_the_right() -> None:
    assert as_table(COLUMNS, ROWS, TableStyle(80), ["median"]) == (
        "id         title            median\n"
        "desk-tech  Desk Technician  73,340\n"
        "wide       網路技術員            —\n"
        "marks      Cafe\u0301                  1\n"
    )


def test_a_column_too_wide_is_wrapped_and_an_id_is_not() -> None:
    assert as_table(COLUMNS, ROWS[:1], TableStyle(32)) == (
        "id         title          median\ndesk-tech  Desk           73,340\n           Technician\n"
    )


def test_where_columns_do_not_fit_rows_stack() -> None:
    assert as_table(COLUMNS, ROWS[:1], TableStyle(24)) == "desk-tech\n  title: Desk Technician\n  median: 73,340\n"


def test_a_long_name_of_a_column_wraps_only_where_it_must() -> None:
    rows = [{"id": "x", "entry_education": "none"}]
    assert as_table(["id", "entry_education"], rows, TableStyle(80)) == "id  entry education\nx   none\n"
    narrow = as_table(["id", "entry_education"], [{"id": "x" * 10, "entry_education": "none"}], TableStyle(22))
    assert narrow == "id          entry\n            education\nxxxxxxxxxx  none\n"


def test_without_a_header_the_first_line_is_a_row() -> None:
    assert as_table(["id"], ROWS[:1], TableStyle(80), header=False) == "desk-tech\n"


def test_nothing_found_leaves_the_header() -> None:
    assert as_table(COLUMNS, [], TableStyle(80)) == "id  title  median\n"


@pytest.mark.parametrize("text", ["[red]x[/red]", "[/]", ":skull:", "[link=x]y"])
def test_markup_is_shown_literally(text: str) -> None:
    assert as_table(["id"], [{"id": text}], TableStyle(80), header=False) == f"{text}\n"


ADDRESS = "https://a.example/a-long-address"
LINKS = [{"id": "x", "as_of": "2024", "url": ADDRESS}, {"id": "y", "as_of": "—", "url": "—"}]


def test_where_text_is_to_stay_whole_rows_stack_before_any_is_wrapped() -> None:
    columns = ["id", "as_of", "url"]
    assert as_table(columns, LINKS, TableStyle(42), whole=True) == (
        f"id  as    url\n    of\nx   2024  {ADDRESS}\ny   —     —\n"
    )
    stacked = f"x\n  as of: 2024\n  url: {ADDRESS}\ny\n  as of: —\n  url: —\n"
    assert as_table(columns, LINKS, TableStyle(41), whole=True) == stacked
    assert as_table(columns, LINKS, TableStyle(39), whole=True) == stacked
    assert as_table(columns, LINKS, TableStyle(38), whole=True) == stacked.replace(
        f"url: {ADDRESS}", f"url:\n  {ADDRESS}"
    )
    assert "  https://a.example/a-long-\n  address\n" in as_table(columns, LINKS, TableStyle(33), whole=True)


HEBREW = [{"id": "heb", "title": "טכנאי רשתות", "median": "76,220"}]


def test_each_line_of_a_right_to_left_cell_is_isolated() -> None:
    assert as_table(COLUMNS, HEBREW, TableStyle(80), ["median"], header=False) == (
        "heb  \u2068טכנאי רשתות\u2069  76,220\n"
    )
    long = [HEBREW[0] | {"title": "טכנאי רשתות בכיר"}]
    assert as_table(COLUMNS, long, TableStyle(25), header=False) == (
        "heb  \u2068טכנאי רשתות\u2069   76,220\n     \u2068בכיר\u2069\n"
    )
    assert as_table(COLUMNS, HEBREW, TableStyle(20)) == "heb\n  title: \u2068טכנאי רשתות\u2069\n  median: 76,220\n"


def test_isolates_of_data_are_spelled_out_and_ascii_has_none() -> None:
    row = {"id": "\u2068ט\u2069"}
    assert as_table(["id"], [row], TableStyle(80), header=False) == "\\u{2068}\u2068ט\u2069\\u{2069}\n"
    assert as_table(["id"], [row], TableStyle(80, ascii=True), header=False) == "\\u{2068}\\u{5d8}\\u{2069}\n"
