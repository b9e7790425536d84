"""Test that caveats and limits stay beside their figure in every output."""

import json
from collections.abc import Callable

import pytest

from tests.conftest import Ask

Profiles = Callable[..., str]

SAYS = "title: {title}\nsources:\n  s: {{publisher: S, date: 2024-05, area: US, method: survey}}\n{claims}\n"


def profile(title: str, claims: str) -> str:
    return SAYS.format(title=title, claims=claims)


def test_a_caveat_is_a_part_of_the_note_that_programs_read(ask: Ask, profiles: Profiles) -> None:
    folder = profiles(x=profile("X", "age: {value: 43, caveat: of nobody knows whom}"))
    as_printed = ask("show", "x", "--full", "--evidence", "-f", "csv", "--roles", folder).out
    assert "Of nobody knows whom." in as_printed


def test_a_share_has_its_caveat_behind_it(ask: Ask, profiles: Profiles) -> None:
    folder = profiles(x=profile("X", "degree_held: {value: {Master's degree: 49%}, caveat: of the young}"))
    shown = ask("show", "x", "--section", "entry", "-f", "table", "--roles", folder).out
    assert "Master's degree 49 % (of the young)" in shown


def test_two_caveats_about_skills_stand_in_one_heading(ask: Ask, profiles: Profiles) -> None:
    folder = profiles(
        x=profile("X", "skills: {value: {SQL: 9%}, caveat: of adverts}"),
        y=profile("Y", "skills: {value: {SQL: 7%}, caveat: of CVs}"),
    )
    assert "SKILLS   % of CVs / of adverts" in ask("compare", "x", "y", "-f", "table", "--roles", folder).out


def test_a_range_keeps_its_population_and_caveat(ask: Ask, profiles: Profiles) -> None:
    row = "{per: year, low: $30000, high: $70000, population: 15-1230, caveat: half guessed}"
    folder = profiles(x=profile("X", f"wages: {row}"))
    table = ask("show", "x", "-f", "table", "--roles", folder).out
    assert "30,000–70,000 (15-1230, 2024-05, half guessed)" in table


def test_a_figure_listed_by_the_hour_too_keeps_its_difference(ask: Ask, profiles: Profiles) -> None:
    folder = profiles(
        x=profile("X", "wages: [{per: year, median: $50000}, {per: hour, median: $24.04}]"),
        y=profile("Y", "wages: [{per: year, median: $40000}, {per: hour, median: $19.23}]"),
    )
    table = ask("compare", "x", "y", "-f", "table", "--roles", folder).out
    assert "40,000 (19.23 an hour)  −10,000 −20 %" in table


def test_a_profiles_own_percentiles_are_drawn_with_their_key(ask: Ask, profiles: Profiles) -> None:
    folder = profiles(x=profile("X", "wages: {per: year, p10: $30000, median: $50000, p90: $70000}"))
    table = ask("salary", "x", "-f", "table", "--roles", folder).out
    assert "NOT COMPARABLE  --- p10 to p90, === p25 to p75, | median\n" in table


@pytest.mark.parametrize("code", ["31-1121", "45-3031", "55-1011"])
def test_an_occupation_without_published_wages_says_so(code: str, ask: Ask) -> None:
    line = f"{code}: no wage is published for {code}"
    assert f"? {line}\n" in ask("show", code, "-f", "table").out
    assert f"? {line}\n" in ask("compare", code, "15-1231", "-f", "table").out
    assert line in " ".join(json.loads(ask("show", code, "-f", "json").out)["notes"])
    assert line in ask("show", code, "-f", "md").out
    assert line not in ask("show", code, "--section", "skills", "-f", "table").out


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("29-1141.03", "29-1141 Registered Nurses as a whole (careercli show 29-1141)"),
        ("nanny@OH", "39-9011 Childcare Workers as a whole (careercli show 39-9011@OH)"),
        ("31-1121", "31-1120 Home Health and Personal Care Aides as a whole (careercli show 31-1120)"),
        ("45-3031", ""),
    ],
)
def test_the_code_with_wages_that_holds_one_without_is_named_once_a_page(name: str, whole: str, ask: Ask) -> None:
    for options in ((), ("--section", "pay")):
        page = " ".join(ask("show", name, *options, "-f", "table").out.split())
        assert page.lower().count(f"wages are published for {whole}".lower()) == bool(whole)


@pytest.mark.parametrize("code", ["15-1231", "27-2011", "31-1120"])
def test_an_occupation_whose_wages_are_published_or_withheld_does_not(code: str, ask: Ask) -> None:
    assert "no wage is published" not in ask("show", code, "-f", "table").out
