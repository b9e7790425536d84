"""Test the lines of a page: letters of sources, differences, and notes on withheld differences."""

from typing import Any

import pytest

from careercli.compare.comparison import compare
from careercli.model.claims import ROLE, Subject
from careercli.model.fields import FIELDS
from careercli.presentation.builder import LineFilter
from careercli.presentation.page import Cell, ComparisonPage, Line, heading_of
from careercli.presentation.phrases import ranges
from careercli.presentation.sources import letter, namesakes, source_line
from careercli.presentation.summary import full, summary
from tests.formats.example import TODAY
from tests.make import BLS, SITE, make_claim, make_occupation, make_role, make_source
from tests.make import of_site as own


def brief(*roles: Subject, **wanted: object) -> ComparisonPage:
    return summary(compare(roles, FIELDS, period="year"), TODAY, LineFilter(**wanted))  # type: ignore[arg-type]


def whole(*roles: Subject, **wanted: object) -> ComparisonPage:
    return full(compare(roles, FIELDS, period="year"), TODAY, LineFilter(**wanted))  # type: ignore[arg-type]


def labels(page: ComparisonPage) -> list[str]:
    return [line.label for line in page.lines]


def notes(page: ComparisonPage) -> list[tuple[tuple[int, ...], ...]]:
    """Return the numbers of the notes of every cell, by line."""
    return [tuple(cell.notes for cell in line.cells.values()) for line in page.lines]


def test_a_line_without_a_claim_is_left_out() -> None:
    assert labels(brief(make_role("x", own(5, "growth")))) == ["growth, as it says"]


def test_a_requested_line_is_kept_without_a_claim() -> None:
    page = full(compare([make_role("x")], FIELDS[:1], period="year"), TODAY, LineFilter(unknown=True))
    assert page.lines == [Line("pay", "median wage", {"x": Cell()}, "median")]


def test_official_and_own_figures_stand_on_lines_of_their_own() -> None:
    role = make_role("x", own(50_000, "median"), official=make_occupation("15-1231", make_claim(60_000)))
    assert labels(brief(role)) == ["median", "median"]
    assert labels(whole(role)) == ["official median wage", "median wage"]


def test_growth_of_a_site_and_the_official_change_never_share_a_line() -> None:
    change = make_claim(1.8, "employment_change", statistic="change", period="", currency="")
    page = brief(make_role("x", own(5, "growth"), official=make_occupation("15-1231", change)))
    assert [(line.label, line.cells["x"].parts) for line in page.lines] == [
        ("change in jobs", ("+1.8 %",)),
        ("growth, as it says", ("5 %",)),
    ]


def test_each_source_has_a_letter_and_its_line_in_the_legend() -> None:
    page = brief(make_role("x", own(5, "growth"), official=make_occupation("15-1231", make_claim(60_000))))
    assert [line.letters for line in page.lines] == ["a", "b"]
    assert page.legend == [
        ("a", "BLS OEWS May 2025, 18 months old (no overtime, bonuses or self-employed): everyone in 15-1231"),
        ("b", "Site, undated, a model's estimate: this title, never ranked against a"),
    ]


def test_a_cell_with_two_pages_has_a_letter_on_each_part() -> None:
    other = SITE._replace(id="other", url="https://site.example/other", title="Another page")
    claims = own(5, "growth"), own(6, "growth", source=other)
    page = brief(make_role("x", *claims))
    assert page.lines[0].cells["x"] == Cell(("5 % [a]", "6 % [b]"), claims=claims)


def test_a_line_whose_cells_have_two_pages_has_no_letter_of_its_own() -> None:
    other = SITE._replace(id="other", url="https://site.example/other", title="Another page")
    page = brief(make_role("x", own(5, "growth")), make_role("y", own(6, "growth", source=other)))
    assert (page.lines[0].letters, page.lines[0].cells["y"].letters) == ("", "b")


def test_a_difference_stands_with_the_other_role_and_needs_no_note() -> None:
    page = brief(make_role("x", make_claim(50_000)), make_role("y", make_claim(40_000, population="15-1232")))
    assert [cell.difference for cell in page.lines[0].cells.values()] == ["", "−10,000 −20 %"]
    assert (notes(page), page.notes) == ([((), ())], [])


def test_a_difference_of_one_model_is_in_a_note_and_not_in_the_cell() -> None:
    one, two = own(5, "growth", statistic="change"), own(10, "growth", statistic="change")
    page = brief(make_role("x", one), make_role("y", two))
    assert page.lines[0].cells["y"].difference == ""
    assert notes(page) == [((), (1,))]
    assert page.notes == ["not ranked (one model's own gap: Site does not define it): growth, as it says +5 points"]


def test_one_reason_is_one_note_that_names_lines_and_roles() -> None:
    roles = [
        make_role(role_id, own(value, "growth", statistic="change"), own(value * 1_000, "estimate"))
        for role_id, value in (("x", 5), ("y", 10), ("z", 20))
    ]
    page = brief(*roles)
    assert page.notes == [
        "not ranked (one model's own gap: Site does not define it): "
        "“average” (undefined) (y +5,000 +100 %, z +15,000 +300 %); growth, as it says (y +5 points, z +15 points)"
    ]
    assert notes(page) == [((), (1,), (1,)), ((), (1,), (1,))]


def test_figures_that_say_the_same_need_no_note() -> None:
    page = brief(make_role("x", own(5, "growth")), make_role("y", own(5, "growth")))
    assert (notes(page), page.notes) == ([((), ())], [])


def test_only_differences_leaves_out_lines_that_say_the_same() -> None:
    same, one, two = own("1 year", "time_to_become"), own(5, "growth"), own(6, "growth")
    roles = make_role("x", same, one), make_role("y", same, two)
    assert labels(brief(*roles, only_differences=True)) == ["growth, as it says"]


def test_a_limit_leaves_out_lines_and_the_letters_only_they_use() -> None:
    role = make_role("x", own(5, "growth"), official=make_occupation("15-1231", make_claim(60_000)))
    page = brief(role, limit=1)
    assert (labels(page), [letter for letter, _ in page.legend]) == (["median"], ["a"])


def test_what_is_calculated_is_said_in_the_legend() -> None:
    page = brief(make_role("x", own(15, "mean", period="hour", experience="entry")))
    assert page.legend[-1] == ("*", "calculated at 2,080 hours, if full-time all year")
    assert brief(make_role("x", own(15, "mean"))).legend[-1][0] == "a"


def test_a_section_says_its_unit_where_it_needs_one() -> None:
    skill = own(5, "skills", item="SQL", statistic="share", currency="", caveat="of what: not stated")
    page = brief(make_role("x", own(50_000, "estimate"), skill))
    assert page.units == {"pay": "US dollars a year", "skills": "% of what: not stated"}
    assert brief(make_role("x", skill._replace(caveat=""))).units == {"skills": "%"}
    assert brief(make_role("x", own("", "skills", item="SQL", currency=""))).units == {}


def test_two_currencies_are_named_in_each_cell() -> None:
    page = brief(make_role("x", own(50_000, "estimate")), make_role("y", own(40_000, "estimate", currency="EUR")))
    assert [cell.parts for cell in page.lines[0].cells.values()] == [("50,000 USD",), ("40,000 EUR",)]
    assert page.units == {"pay": "a year"}


def test_shared_skills_stand_before_those_of_one_role() -> None:
    skills = [own(weight, "skills", item=item) for weight, item in ((9, "SQL"), (7, "Java"), (5, "sql"))]
    page = brief(make_role("x", *skills[:2]), make_role("y", skills[2]))
    assert [(line.label, line.cells["x"].parts, line.cells["y"].parts) for line in page.lines] == [
        ("in both", ("SQL 9",), ("sql 5",)),
        ("only here", ("Java 7",), ()),
    ]


def test_a_profiles_note_on_its_occupation_is_under_the_page() -> None:
    role = make_role("x", own(5, "growth"), occupation="15-1231", occupation_note="Our reading.")
    assert whole(role, make_role("y")).caveats == ["x as 15-1231: Our reading."]
    assert brief(role).caveats == ["x as 15-1231: Our reading."]
    assert brief(role, make_role("y")).caveats == []


def test_letters_go_on_behind_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]


def test_two_pages_of_one_publisher_are_told_apart_by_title() -> None:
    one, two = make_source("one", series="", as_of=""), make_source("two", series="", as_of="")
    claims = [own(5, "growth", source=one)]
    assert source_line(one, claims, TODAY, namesakes([one, two])) == "Publisher, The one, undated: this title"
    assert source_line(one, claims, TODAY, namesakes([one, one])) == "Publisher, undated: this title"


def test_a_legend_names_every_population() -> None:
    claims = [make_claim(population=population) for population in (ROLE, "15-1232", "15-1231", "15-1232")]
    assert source_line(BLS, claims, TODAY) == (
        "BLS OEWS May 2025, 18 months old (no overtime, bonuses or self-employed): "
        "this title and everyone in 15-1232 and 15-1231"
    )


def test_a_legend_says_what_is_doubtful_of_a_source() -> None:
    old = SITE._replace(caveat="pre-2009")
    claims = [own(5, "growth", source=old)]
    assert source_line(old, claims, TODAY) == "Site, undated (pre-2009), a model's estimate: this title"
    assert source_line(SITE, [own(5, "growth", as_of="2020-05")], TODAY).startswith("Site, undated unless said, ")


def test_a_source_without_a_publisher_is_named_by_its_title() -> None:
    nobody = SITE._replace(publisher="")
    assert source_line(nobody, [own(5, "growth")], TODAY) == "“A page”, undated, a model's estimate: this title"


def test_two_dates_of_one_page_are_two_letters() -> None:
    newer = SITE._replace(as_of="2024")
    page = brief(make_role("x", own(5, "growth")), make_role("y", own(6, "growth", source=newer, as_of="2024")))
    assert [cell.letters for cell in page.lines[0].cells.values()] == ["a", "b"]
    assert [text for _, text in page.legend] == [
        "Site, A page, undated, a model's estimate: this title",
        "Site, A page, 2024, a model's estimate: this title",
    ]


# -- differences and notes, cell by cell


def test_a_note_is_numbered_at_its_cell() -> None:
    """Three roles: one is ranked, one has the same figure, one may not be ranked."""
    medians = (("x", 50_000, "15-1231"), ("y", 40_000, "15-1232"), ("z", 45_000, "15-1299"))
    page = brief(*[make_role(role_id, make_claim(value, population=code)) for role_id, value, code in medians])
    assert [cell.difference for cell in page.lines[0].cells.values()] == ["", "−10,000 −20 %", ""]
    assert notes(page) == [((), (), (1,))]
    assert page.notes == ["not ranked (15-1299 gathers all other occupations of its group): median (z −5,000 −10 %)"]


def test_without_a_baseline_figure_the_other_roles_are_not_ranked() -> None:
    roles = [
        make_role("x"),
        make_role("y", own(5, "growth", statistic="change"), make_claim(50_000)),
        make_role("z", own(10, "growth", statistic="change"), make_claim(40_000, population="15-1232")),
    ]
    page = brief(*roles)
    assert {line.label: [cell.notes for cell in line.cells.values()] for line in page.lines} == {
        "median": [(), (), ()],
        "growth, as it says": [(), (), (1,)],
    }
    assert page.notes == [
        "not ranked (one model's own gap: Site does not define it): growth, as it says (z against y +5 points)"
    ]
    assert {cell.difference for line in page.lines for cell in line.cells.values()} == {""}
    silent = own(None, "growth", statistic="change", note="not given")
    assert brief(make_role("x", silent), *roles[1:]).notes == page.notes
    partly = [roles[0], make_role("y", silent, *roles[1].own), roles[2]]
    assert brief(*partly).notes == page.notes
    assert brief(*partly[1:]).notes == [page.notes[0].replace(" (z against y +5 points)", " +5 points")]


def test_two_reasons_in_one_line_are_two_numbers() -> None:
    other = SITE._replace(id="other", url="https://site.example/other", title="Another page")
    roles = [
        make_role("x", own(5, "growth", statistic="change")),
        make_role("y", own(10, "growth", statistic="change")),
        make_role("z", own(20, "growth", statistic="change", source=other)),
    ]
    page = brief(*roles)
    assert notes(page) == [((), (1,), (2,))]
    assert page.notes == [
        "not ranked (one model's own gap: Site does not define it): growth, as it says (y +5 points)",
        "not ranked (two pages of Site): growth, as it says (z)",
    ]


def test_an_official_figure_that_is_the_baselines_own_says_so() -> None:
    page = whole(*[make_role(role_id, official=make_occupation("15-1231", make_claim(50_000))) for role_id in "xy"])
    assert [cell.difference for cell in page.lines[0].cells.values()] == ["", "same"]
    assert notes(page) == [((), ())]
    own_figures = brief(*[make_role(role_id, own(50_000, "estimate")) for role_id in "xy"])
    assert [cell.difference for cell in own_figures.lines[0].cells.values()] == ["", ""]


@pytest.mark.parametrize(
    ("base", "other", "difference"),
    [
        ({"value": 239_200, "bound": ">="}, {"value": 60_000}, "lower by at least 179,200 74.9 %"),
        ({"value": 60_000}, {"value": 239_200, "bound": ">="}, "higher by at least 179,200 298.7 %"),
    ],
)
def test_at_least_says_in_words_which_way(base: dict[str, Any], other: dict[str, Any], difference: str) -> None:
    page = brief(make_role("x", make_claim(**base)), make_role("y", make_claim(population="15-1232", **other)))
    assert page.lines[0].cells["y"].difference == difference


def test_two_top_coded_medians_have_no_difference() -> None:
    capped = [make_claim(239_200, population=code, bound=">=") for code in ("29-1242", "29-1214")]
    page = brief(*[make_role(role_id, claim) for role_id, claim in zip("xy", capped, strict=True)])
    assert [cell.difference for cell in page.lines[0].cells.values()] == ["", ""]


def test_levels_have_no_difference() -> None:
    """With three figures in a cell, no single one can be the baseline."""
    levels = [
        make_claim(value, "mean", experience=experience) for value, experience in ((1, "entry"), (2, "experienced"))
    ]
    others = [claim._replace(value=9, population="15-1232") for claim in levels]
    page = whole(make_role("x", *levels), make_role("y", *others))
    assert {cell.difference for line in page.lines for cell in line.cells.values()} == {""}


# -- percentiles, other periods, missing figures


def test_own_percentiles_have_a_line_of_their_own() -> None:
    page = brief(make_role("x", own(30_000, "p10"), own(70_000, "p90")))
    assert [(line.label, line.cells["x"].parts) for line in page.lines] == [("percentiles", ("30,000–70,000",))]


@pytest.mark.parametrize("key", ["median", "mean", "estimate"])
def test_a_figure_listed_in_the_other_period_follows_any_own_figure(key: str) -> None:
    page = brief(make_role("x", own(31_200, key), own(15, key, period="hour")))
    assert page.lines[0].cells["x"].parts == ("31,200 (15 an hour)",)


def test_a_figure_a_page_says_it_does_not_have_is_no_difference() -> None:
    silent = own(None, "growth", note="The page prints a dash.")
    page = brief(make_role("x", silent), make_role("y"), only_differences=True)
    assert page.lines == []


def test_both_ends_of_a_range_have_cents_or_none() -> None:
    ends = make_claim(29, "p10", period="hour"), make_claim(72.27, "p90", period="hour")
    assert ranges(ends) == ["29.00–72.27"]
    assert ranges([ends[0], make_claim(72, "p90", period="hour")]) == ["29–72"]
    assert ranges([ends[1]._replace(field="p10"), make_claim(115, "p90", period="hour", bound=">=")]) == [
        "72.27–≥115.00"
    ]


# -- roles of one occupation, doubtful roles, and each source by its name


def test_roles_of_one_occupation_have_no_lines_of_equal_official_figures() -> None:
    official = make_occupation("15-1231", make_claim(50_000))
    roles = [make_role(id, own(5, "growth"), occupation="15-1231", official=official) for id in "xy"]
    assert labels(brief(*roles)) == ["growth, as it says"]
    assert labels(brief(roles[0])) == ["median", "growth, as it says"]


def test_official_figures_of_a_doubtful_role_and_its_heading_end_in_a_question_mark() -> None:
    official = make_occupation("15-1231", make_claim(50_000))
    known = {"occupation": "15-1231", "occupation_caveat": "perhaps 15-1232"}
    role = make_role("x", own(60_000, "estimate"), official=official, **known)
    for page in (brief(role), whole(role)):
        assert [line.cells["x"].parts for line in page.lines] == [("50,000 ?",), ("60,000",)]
        assert page.heading(role) == "x ?"


def test_each_source_has_a_section_and_one_that_speaks_of_one_role_is_a_line() -> None:
    other = make_source("other", series="", publisher="Other")
    x = make_role("x", own(5, "growth"), own(1, "growth", source=other))
    page = brief(x, make_role("y", own(6, "growth")))
    assert [heading_of(line.section, page) for line in page.lines] == ["SITE'S OWN"]
    assert page.legend[-1] == ("", "only x has figures of Other: --full")
    assert [heading_of(line.section, brief(x)) for line in brief(x).lines] == ["SITE'S OWN", "OTHER'S OWN"]
