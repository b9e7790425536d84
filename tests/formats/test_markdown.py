"""Test Markdown documents and tables, with every special character escaped."""

from careercli.formats.markdown import as_md, comparison_as_md, escaped, transposed_as_md
from careercli.presentation.rows import RowValues
from tests.formats.example import page
from tests.make import make_role

TURNED = """\
# Desk Technician / 網路技術員

| role | official median wage | site "average" | skills | next roles |
| --- | --- | --- | --- | --- |
| desk-tech (base) | 73,340 \\[a\\] | 64,272 \\[b\\] | SQL 9 % \\[b\\] | System Administrator \\[b\\] |
| 網路員 | 60,340 (−13,000 −17.7 %) \\[a\\] | over 36,361 \\[b\\] (1) | — | — |

## Evidence

- a: BLS OEWS May 2025, 18 months old (no overtime, bonuses or self-employed): everyone in 15-1231 and 15-1232
- b: Site, undated, a model's estimate: this title, never ranked against a
- (1) not ranked (a bound, not a figure: nothing to subtract): site "average"
"""


SHORT = """\
# Desk Technician / 網路技術員

## In short (official figures, of everyone in these occupations)

- **pay**: a \\| b.

## Pay (US dollars a year)
"""


def test_the_answer_in_short_is_a_list_under_the_title() -> None:
    shown = page()
    shown.short = [("pay", "a | b.")]
    assert comparison_as_md(shown).startswith(SHORT)


def test_a_transposed_comparison_is_one_table() -> None:
    assert transposed_as_md(page()) == TURNED


def test_without_a_header_no_table_names_its_columns() -> None:
    assert "---" not in comparison_as_md(page(), header=False)
    assert "---" not in transposed_as_md(page(), header=False)


def test_nothing_to_say_is_a_title_alone() -> None:
    assert comparison_as_md(page(make_role("x"))).startswith("# X\n")


def test_rows_are_one_table() -> None:
    rows: list[RowValues] = [{"a": 1234, "b": None}, {"a": "x|y", "b": "z"}]
    assert as_md(["a", "b"], rows) == "| a | b |\n| --- | --- |\n| 1,234 | — |\n| x\\|y | z |\n"
    assert as_md(["a"], [], header=False) == ""


def test_marks_of_markdown_and_html_are_shown_literally() -> None:
    assert escaped("<b>*a*_b_[c](d)`e`|f\n# g&h") == (r"\<b\>\*a\*\_b\_\[c\](d)\`e\`\|f \# g\&h")
