"""Wages as lines: what a line says is what the claims said, and what is kept of it comes back."""

from __future__ import annotations

import random

import pytest

from careercli.catalog import Catalog, with_unique_source_keys
from careercli.compare.wage_rows import COLUMNS, wages_of
from careercli.formats import delimited
from careercli.model.claims import PERIODS, Role, Subject
from careercli.presentation.rows import declared_wage
from careercli.profiles.directories import BUNDLED
from careercli.wage_lines import Paid, distinct, paid, values
from careercli.wage_shelf import wage_shelf_of
from tests.make import SITE, make_claim, make_occupation, make_role, make_source

CATALOG = Catalog([BUNDLED], pytest.fail)
ODD = (
    "plain",
    "",
    "a, b",
    'quo"te',
    "tab\there",
    "line\nend",
    "\r",
    "\x1c",
    "\x1ca",
    "\x1d\x1e\x1f",
    "=1+1",
    "é\u202e",
    "\udcff",
)


def everyone() -> list[Subject]:
    return [*CATALOG.roles(), *list(CATALOG.occupations(wages_only=True))[::10]]


def odd_role(chance: random.Random, number: int) -> Role:
    """A role with wages whose texts may be anything."""

    def odd() -> str:
        return chance.choice(ODD)

    source = make_source(f"s{odd()}", publisher=odd(), title=odd(), method="model", series="", caveat=odd())
    claims = (
        make_claim(chance.randrange(1, 99_999), field, source=source, population="role", period="year", area=odd(),
                   as_of=odd(), experience="", bound=chance.choice(("", ">=", "~")), statistic=field, caveat=odd())
        for field in chance.sample(("median", "low", "high", "estimate", "p10"), 3)
    )  # fmt: skip
    return make_role(f"r{number}", *claims, title=odd())


def odd_roles(seed: int) -> list[Role]:
    chance = random.Random(seed)
    return [odd_role(chance, number) for number in range(40)]


@pytest.mark.parametrize("period", PERIODS)
def test_a_line_says_what_the_claims_say(period: str) -> None:
    for subject in [*everyone(), *odd_roles(1)]:
        rows = wages_of(subject, period)
        each = paid(subject)
        assert [values(line) for line in each.lines(period)] == [row.values() for row in rows]
        made = each.wages(each.lines(period))
        assert [row.texts() for row in made] == [row.texts() for row in rows]
        assert [row.source for row in made] == [row.source for row in rows]
        assert [row.is_official for row in made] == [row.is_official for row in rows]


@pytest.mark.parametrize("statistic", ["median", "p90", "mean", "low", "estimate"])
@pytest.mark.parametrize("period", PERIODS)
def test_what_wages_are_sorted_by_is_one_figure_wherever_it_is_asked(period: str, statistic: str) -> None:
    for subject in everyone():
        assert paid(subject).declared(statistic, period) == declared_wage(subject, statistic, period)


def told(each: Paid) -> tuple[object, ...]:
    return each._replace(keys=list(each.keys), sources=list(each.sources))


def test_a_shelf_of_wages_gives_back_what_it_was_made_of() -> None:
    those = [paid(each) for each in [*everyone(), *odd_roles(2), make_role("nothing")]]
    assert list(map(told, wage_shelf_of(those).paid())) == list(map(told, those))
    assert wage_shelf_of([]).paid() == []
    assert list(map(told, wage_shelf_of([paid(make_role("x"))]).paid())) == [told(paid(make_role("x")))]


def test_a_key_that_means_two_sources_is_told_apart_as_in_a_comparison() -> None:
    other, like_a_release = SITE._replace(title="Another page"), make_source("oews-2024-05")
    wage = {"field": "estimate", "population": "role", "per": "year"}
    roles = [
        make_role("a", make_claim(1, source=SITE, **wage)),
        make_role("b", make_claim(2, source=other, **wage), make_claim(5, "growth", source=like_a_release)),
        make_role(
            "c",
            make_claim(3, source=SITE, **wage),
            make_claim(4, source=like_a_release, **{**wage, "area": "CA"}),
            official=make_occupation("15-1231", make_claim(60_000)),
        ),
    ]
    renamed = [paid(each) for each in with_unique_source_keys(roles)]
    assert [each.lines("year") for each in distinct(map(paid, roles))] == [each.lines("year") for each in renamed]
    assert {values(line)["source"] for each in renamed for line in each.lines("year")} == {
        "site", "b/site", "c/oews-2024-05", "oews-2024-05",
    }  # fmt: skip
    sources = [row.source for each in distinct(map(paid, roles)) for row in each.wages(each.lines("year"))]
    assert [source.id for source in sources] == ["site", "b/site", "site", "c/oews-2024-05", "oews-2024-05"]


@pytest.mark.parametrize("header", [True, False])
@pytest.mark.parametrize("safe", [True, False])
def test_lines_are_written_as_their_rows_are(safe: bool, header: bool) -> None:
    lines = [line for each in [*everyone(), *odd_roles(3)] for line in paid(each).lines("year")]
    rows = list(map(values, lines))
    pairs = ((delimited.lines_as_csv, delimited.as_csv), (delimited.lines_as_tsv, delimited.as_tsv))
    for of_lines, of_rows in pairs:
        assert "".join(of_lines(COLUMNS, lines, header, safe)) == "".join(of_rows(COLUMNS, rows, header, safe))


def test_official_wages_are_of_a_release_and_need_no_source_beside_them() -> None:
    role = make_role("x", official=make_occupation("15-1231", make_claim(60_000)))
    assert paid(role).sources == []
    (row,) = paid(role).wages(paid(role).lines("year"))
    assert row.source.series == "OEWS"
