"""Test the whole table of a comparison: in columns, stacked, in ASCII, transposed."""

import pytest

from careercli.formats.comparison_table import as_table, transposed
from careercli.formats.layout import TableStyle, side_by_side
from careercli.presentation.text_width import width_of
from tests.formats.example import X, own, page
from tests.make import make_role, of_site

COLUMNS = """\
                           desk-tech (base)       網路員
                           Desk Technician        網路技術員
PAY   US dollars a year
  official median wage  a  73,340                 60,340  −13,000 −17.7 %
  site "average"        b  64,272                 over 36,361 (1)
SKILLS   % of what: not stated
  skills                b  SQL 9 %                —
MOVES
  next roles            b  System Administrator   —

a BLS OEWS May 2025, 18 months old (no overtime, bonuses or self-employed): everyone in 15-1231 and
  15-1232
b Site, undated, a model's estimate: this title, never ranked against a
(1) not ranked (a bound, not a figure: nothing to subtract): site "average"
"""

STACKED = """\
desk-tech (base): Desk Technician
網路員: 網路技術員
PAY   US dollars a year
official median wage [a]
  desk-tech  73,340
  網路員     60,340  −13,000 −17.7 %
site "average" [b]
  desk-tech  64,272
  網路員     over 36,361 (1)
SKILLS   % of what: not stated
skills [b]
  desk-tech  SQL 9 %
  — 網路員
MOVES
next roles [b]
  desk-tech  System Administrator
  — 網路員

a BLS OEWS May 2025, 18 months old (no
  overtime, bonuses or self-employed):
  everyone in 15-1231 and 15-1232
b Site, undated, a model's estimate:
  this title, never ranked against a
(1) not ranked (a bound, not a figure:
    nothing to subtract): site "average"
"""

ASCII = """\
                           desk-tech (base)       \\u{7db2}\\u{8def}\\u{54e1}
                           Desk Technician        \\u{7db2}\\u{8def}\\u{6280}\\u{885
                                                  3}\\u{54e1}
PAY   US dollars a year
  official median wage  a  73,340                 60,340  -13,000 -17.7 %
  site "average"        b  64,272                 over 36,361 (1)
SKILLS   % of what: not stated
  skills                b  SQL 9 %                -
MOVES
  next roles            b  System Administrator   -

a BLS OEWS May 2025, 18 months old (no overtime, bonuses or self-employed):
  everyone in 15-1231 and 15-1232
b Site, undated, a model's estimate: this title, never ranked against a
(1) not ranked (a bound, not a figure: nothing to subtract): site "average"
"""

ALONE = """\
desk-tech: Desk Technician
PAY   US dollars a year
official median wage [a]: 73,340
site "average" [b]: 64,272
SKILLS   % of what: not stated
skills [b]: SQL 9 %
MOVES
next roles [b]: System Administrator

a BLS OEWS May 2025, 18 months old (no
  overtime, bonuses or self-employed):
  everyone in 15-1231
b Site, undated, a model's estimate:
  this title, never ranked against a
"""

TURNED = """\
PAY   US dollars a year
SKILLS   % of what: not stated
role              official median wage         site "average"       skills       next roles
desk-tech (base)  73,340 [a]                   64,272 [b]           SQL 9 % [b]  System Administrator [b]
網路員            60,340  −13,000 −17.7 % [a]  over 36,361 [b] (1)  —            —

a BLS OEWS May 2025, 18 months old (no overtime, bonuses or self-employed): everyone in 15-1231 and 15-1232
b Site, undated, a model's estimate: this title, never ranked against a
(1) not ranked (a bound, not a figure: nothing to subtract): site "average"
"""


@pytest.mark.parametrize("width", [100, None])
def test_roles_stand_side_by_side_wide_letters_aligned(width: int | None) -> None:
    assert as_table(page(), TableStyle(width)) == COLUMNS


def test_a_little_narrower_only_the_legend_wraps() -> None:
    wide, narrow = " everyone in 15-1231 and\n ", "\n  everyone in 15-1231 and"
    assert as_table(page(), TableStyle(80)) == COLUMNS.replace(wide, narrow)


def test_a_narrow_terminal_stacks_the_roles() -> None:
    assert as_table(page(), TableStyle(40)) == STACKED


def test_ascii_replaces_every_sign() -> None:
    assert as_table(page(), TableStyle(80, ascii=True)) == ASCII


def test_one_role_in_a_narrow_terminal_is_a_list() -> None:
    assert as_table(page(X), TableStyle(40)) == ALONE


def test_a_transposed_table_has_a_row_a_role() -> None:
    assert transposed(page(), TableStyle(120)) == TURNED


def test_the_parts_of_a_cell_stand_under_each_other_in_its_column() -> None:
    levels = [
        of_site(value, "median", experience=experience) for value, experience in ((1, "entry"), (2, "experienced-new"))
    ]
    shown = page(make_role("one", *levels), make_role("two", of_site(3, "median")))
    assert as_table(shown, TableStyle(100)).splitlines()[3:5] == [
        "  median wage  a  1 entry                     3 (1)",
        "                  2 experienced, new to job",
    ]


TWO_LONG = """\
  1 first first first first    10 first first first
  first first                  first first first
  2 second                     20 second
"""


def test_parts_of_one_column_force_no_gap_on_another() -> None:
    cells = ["1 first first first first first first\n2 second", "10 first first first first first first\n20 second"]
    rows = side_by_side(cells, [27, 24])
    assert "".join(f"  {row}\n" for row in rows) == TWO_LONG
    uneven = side_by_side(["a\nb\nc", "long long long\nd"], [5, 9])
    assert uneven == ["a      long long", "b      long", "c      d"]


def test_lines_of_more_come_last() -> None:
    assert as_table(page(), TableStyle(100), ["more: --full"]) == COLUMNS + "more: --full\n"


def test_without_a_header_the_first_line_is_the_first_section() -> None:
    assert as_table(page(), TableStyle(100), header=False) == "".join(COLUMNS.splitlines(keepends=True)[2:])


SENTENCES = [("pay", "desk-tech pays more: 73,340 against 60,340 at the median."), ("jobs 2024–34", "lower for it.")]

SHORT = """\
IN SHORT   official figures, of everyone in these occupations
  pay                   desk-tech pays more: 73,340 against 60,340
                        at the median.
  jobs 2024–34          lower for it.
PAY   US dollars a year
"""

NARROW_SHORT = """\
IN SHORT   official figures, of everyone
in these occupations
  pay: desk-tech pays more: 73,340
  against 60,340 at the median.
  jobs 2024–34: lower for it.
PAY   US dollars a year
"""


@pytest.mark.parametrize(("width", "short"), [(66, SHORT), (40, NARROW_SHORT)])
def test_the_answer_in_short_stands_first_with_its_labels_in_their_column_where_there_is_room(
    width: int, short: str
) -> None:
    shown = page()
    shown.short = SENTENCES
    assert as_table(shown, TableStyle(width), header=False).startswith(short)
    assert short in as_table(shown, TableStyle(width))


def test_color_says_nothing_that_the_text_does_not() -> None:
    colored = as_table(page(), TableStyle(100, color=True))
    assert colored != COLUMNS
    for code in ("\x1b[1m", "\x1b[2m", "\x1b[0m"):
        colored = colored.replace(code, "")
    assert colored == COLUMNS


@pytest.mark.parametrize("width", [20, 23, 40, 59, 60, 61, 80, 100])
@pytest.mark.parametrize("draw", [as_table, transposed])
def test_no_line_is_wider_than_the_terminal(draw: object, width: int) -> None:
    wide, unbroken = own("網" * 90 + " e\u0301" * 40, "pay_factors"), own("y" * 200, "median")
    long = make_role("a-long-id-with-" + "x" * 60, wide, unbroken)
    for shown in (page(), page(X), page(X, long), page(*[make_role(f"r{n}", own(n, "growth")) for n in range(9)])):
        text = draw(shown, TableStyle(width))  # type: ignore[operator]
        assert max(map(width_of, text.splitlines())) <= width
        assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_markup_and_control_characters_are_shown_and_not_obeyed() -> None:
    link = own("x", "next_roles", as_printed="[red]\x1b[31m\u202e|")
    text = as_table(page(make_role("x", link)), TableStyle(100))
    assert r"[red]\u{1b}[31m\u{202e}|" in text
