"""Lines of a comparison: letters of evidence, differences, and notes where a difference is withheld."""

from __future__ import annotations

from datetime import date

from careercli.compare import compare
from careercli.fields import FIELDS
from careercli.lines import Cell, Line, Page
from careercli.lines.builder import Wanted
from careercli.lines.evidence import letter, source_line
from careercli.lines.pages import full, summary
from careercli.model import ROLE, Claim, Role
from tests.make import BLS, SITE, make_claim, make_occupation, make_role, make_source

TODAY = date(2026, 11, 21)


def own(value: object, field: str, **changes: object) -> Claim:
    return make_claim(value, field, **{"source": SITE, "population": ROLE, "area": "", "as_of": "", **changes})


def brief(*roles: Role, **wanted: object) -> Page:
    return summary(compare(roles, FIELDS, per="year"), TODAY, Wanted(**wanted))  # type: ignore[arg-type]


def whole(*roles: Role, **wanted: object) -> Page:
    return full(compare(roles, FIELDS, per="year"), TODAY, Wanted(**wanted))  # type: ignore[arg-type]


def labels(page: Page) -> list[str]:
    return [line.label for line in page.lines]


def test_a_line_nobody_says_anything_in_is_left_out() -> None:
    assert labels(brief(make_role("x", own(5, "growth")), make_role("y"))) == ["growth, no period"]


def test_a_line_that_was_asked_for_stands_even_where_nobody_says_anything() -> None:
    page = full(compare([make_role("x")], FIELDS[:1], per="year"), TODAY, Wanted(unknown=True))
    assert page.lines == [Line("pay", "median wage", {"x": Cell()})]


def test_official_and_own_figures_stand_on_lines_of_their_own() -> None:
    role = make_role("x", own(50_000, "median"), official=make_occupation("15-1231", make_claim(60_000)))
    assert labels(brief(role)) == ["official median", "median, own source"]
    assert labels(whole(role)) == ["official median wage", "median wage"]


def test_growth_of_a_site_and_the_official_change_never_share_a_line() -> None:
    change = make_claim(1.8, "employment_change", statistic="change", per="", currency="")
    page = brief(make_role("x", own(5, "growth"), official=make_occupation("15-1231", change)))
    assert [(line.label, line.cells["x"].parts) for line in page.lines] == [
        ("projected change", ("+1.8 %",)),
        ("growth, no period", ("5 %",)),
    ]


def test_each_source_has_a_letter_and_its_line_in_the_legend() -> None:
    page = brief(make_role("x", own(5, "growth"), official=make_occupation("15-1231", make_claim(60_000))))
    assert [line.letters for line in page.lines] == ["a", "b"]
    assert page.legend == [
        ("a", "BLS OEWS May 2024, 30 months old: whole occupation 15-1231"),
        ("b", "Site, undated, a model's estimate: this title, never ranked against a"),
    ]


def test_where_two_sources_speak_in_one_cell_each_part_has_its_letter() -> None:
    other = make_source("other", series="")
    page = brief(make_role("x", own(5, "growth"), own(6, "growth", source=other)))
    assert page.lines[0].cells["x"] == Cell(("5 % [a]", "6 % [b]"))


def test_a_line_whose_cells_have_two_sources_has_no_letter_of_its_own() -> None:
    other = make_source("other", series="")
    page = brief(make_role("x", own(5, "growth")), make_role("y", own(6, "growth", source=other)))
    assert (page.lines[0].letters, page.lines[0].cells["y"].letters) == ("", "b")


def test_a_difference_stands_with_the_other_role_and_needs_no_note() -> None:
    page = brief(make_role("x", make_claim(50_000)), make_role("y", make_claim(40_000, population="15-1232")))
    assert [cell.difference for cell in page.lines[0].cells.values()] == ["", "−10,000 −20 %"]
    assert (page.lines[0].notes, page.notes) == ((), [])


def test_a_difference_of_one_model_is_in_a_note_and_not_in_the_cell() -> None:
    one, two = own(5, "growth", statistic="change"), own(10, "growth", statistic="change")
    page = brief(make_role("x", one), make_role("y", two))
    assert page.lines[0].cells["y"].difference == ""
    assert page.lines[0].notes == (1,)
    assert page.notes == ["not ranked (one model's own gap: Site does not define it): growth, no period +5 points"]


def test_one_reason_is_one_note_that_names_lines_and_roles() -> None:
    roles = [
        make_role(each, own(value, "growth", statistic="change"), own(value, "jobs", statistic="count"))
        for each, value in (("x", 5), ("y", 10), ("z", 20))
    ]
    page = brief(*roles)
    assert page.notes == [
        "not ranked (one model's own gap: Site does not define it): "
        'growth, no period (y +5 points, z +15 points); "number of jobs" (y +100 %, z +300 %)'
    ]
    assert [line.notes for line in page.lines] == [(1,), (1,)]


def test_figures_that_say_the_same_need_no_note() -> None:
    page = brief(make_role("x", own(5, "growth")), make_role("y", own(5, "growth")))
    assert (page.lines[0].notes, page.notes) == ((), [])


def test_only_differences_leaves_out_lines_that_say_the_same() -> None:
    same, one, two = own("1 year", "time_to_become"), own(5, "growth"), own(6, "growth")
    roles = make_role("x", same, one), make_role("y", same, two)
    assert labels(brief(*roles, only_differences=True)) == ["growth, no period"]


def test_a_limit_leaves_out_lines_and_the_letters_only_they_use() -> None:
    role = make_role("x", own(5, "growth"), official=make_occupation("15-1231", make_claim(60_000)))
    page = brief(role, limit=1)
    assert (labels(page), [letter for letter, _ in page.legend]) == (["official median"], ["a"])


def test_what_is_calculated_is_said_in_the_legend() -> None:
    page = brief(make_role("x", own(15, "mean", per="hour", level="entry")))
    assert page.legend[-1] == ("*", "calculated at 2,080 hours a year, if full-time all year")
    assert brief(make_role("x", own(15, "mean"))).legend[-1][0] == "a"


def test_a_section_says_its_unit_where_it_needs_one() -> None:
    skill = own(5, "skills", item="SQL", statistic="share", currency="")
    page = brief(make_role("x", own(50_000, "estimate"), skill))
    assert page.units == {"pay": "US dollars a year", "skills": "% of what: not stated"}
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


def test_what_a_profile_says_of_its_occupation_stands_under_the_whole_page() -> None:
    role = make_role("x", own(5, "growth"), occupation="15-1231", occupation_note="Our reading.")
    assert whole(role, make_role("y")).doubts == ["x as 15-1231: Our reading."]
    assert brief(role).doubts == ["x as 15-1231: Our reading."]
    assert brief(role, make_role("y")).doubts == []


def test_letters_go_on_behind_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]


def test_two_pages_of_one_publisher_are_told_apart_by_title() -> None:
    one, two = make_source("one", series="", as_of=""), make_source("two", series="", as_of="")
    assert source_line(one, [ROLE], TODAY, [one, two]) == "Publisher, The one, undated: this title"
    assert source_line(one, [ROLE], TODAY, [one]) == "Publisher, undated: this title"


def test_a_legend_names_every_population() -> None:
    said = source_line(BLS, [ROLE, "15-1232", "15-1231"], TODAY)
    assert said == "BLS OEWS May 2024, 30 months old: this title and whole occupations 15-1231 and 15-1232"
