"""Audit verdicts on official figures: the rows of the design's table, written a second time, must agree.

Nothing here calls a rule of `compare.verdicts`: groups, "all other" codes, bands and rounding are worked out from
titles, places and printed errors.
"""

import random
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

import pytest

from careercli.compare import verdicts
from careercli.compare.parity import with_prices
from careercli.model.claims import Claim, Subject
from careercli.store import official, places

WAGES = {"mean": 1.0, "median": 1.25, "p25": 1.4, "p75": 1.4, "p10": 1.7, "p90": 1.7}
"""How many times the mean's error each statistic's is; that of the mean is published."""

FIELDS = (*WAGES, "employment", "employment_change", "openings", "entry_education", "job_zone")
HALF_UNIT = {"openings": 50, "employment_change": 0.05}
LEVELS = (
    "No formal educational credential", "High school diploma or equivalent", "Some college, no degree",
    "Postsecondary nondegree award", "Associate's degree", "Bachelor's degree", "Master's degree",
    "Doctoral or professional degree",
)  # fmt: skip
PLACES = ("US", "OH", "WA", "CA", "NY", "WY", "DC", "18140", "41860", "35620")
INSIDE = {("18140", "OH"), ("41860", "CA")}
CAPPED = ("29-1214", "29-1211", "29-1212", "29-1249", "29-1242", "29-1022", "29-1213", "29-1217", "29-1215")
CAPPED_PLACES = ("OR", "ME", "ND", "UT", "PA", "AK", "SC", "US")
"""Occupations and places with wages at the publisher's limit."""


class Figure(NamedTuple):
    """A claim with the code and place it is asked of, and the published error of that occupation's mean there.

    `prices_error` is the error of the place's price parity, of an adjusted wage.
    """

    claim: Claim | None
    code: str
    place: str
    error: float | None
    prices_error: float = 0


class Expected(NamedTuple):
    """A kind of verdict, and whether the other figure is higher (1), lower (-1) or neither (0)."""

    kind: str
    sign: int = 0


NONE = Expected("none")


@lru_cache(1)
def titles() -> dict[str, str]:
    return {code: title for code, title, _ in official.titles()}


def members(code: str) -> list[str]:
    """Return the detailed occupations of a broad code: theirs differ from it in the last digit alone."""
    return [each for each in titles() if len(each) == 7 and each != code and each[:6] == code[:6]] * code.endswith("0")


def is_all_other(code: str) -> bool:
    named = [titles()[each] for each in (members(code) or [code])]
    return all("all other" in title.casefold() for title in named)


def is_group_of(whole: str, part: str) -> bool:
    return part in members(whole) or (len(whole) == 7 and part.startswith(f"{whole}."))


def is_inside(one: str, two: str) -> bool:
    return one != two and (two == "US" or (one, two) in INSIDE)


def margin(figure: Figure, field: str) -> float | None:
    """Return how far around a figure its error or rounding reaches, in its own unit; None where none is published."""
    assert figure.claim
    if field in HALF_UNIT:
        return HALF_UNIT[field]
    error = figure.claim.relative_error_percent if field == "employment" else figure.error
    if error is None:
        return None
    return 1.96 * number(figure) * sqrt((WAGES.get(field, 1) * error) ** 2 + figure.prices_error**2) / 100


def number(figure: Figure) -> float:
    assert figure.claim
    assert isinstance(figure.claim.value, int | float)
    return figure.claim.value


def expected(field: str, base: Figure, other: Figure) -> Expected:
    """Return what the first row of the table that matches says."""
    one, two = base.claim, other.claim
    if one is None or two is None or one.value is None or two.value is None:
        return NONE
    is_one_code, is_one_place = base.code == other.code, one.area == two.area
    for whole, part in ((base.code, other.code), (other.code, base.code)):
        if is_group_of(whole, part):
            is_republished = (
                members(whole) == [part] and is_one_place and (one.value, one.bound) == (two.value, two.bound)
            )
            return Expected("same") if is_republished else NONE
    is_order = field in ("entry_education", "job_zone")
    if not is_one_code and (is_all_other(base.code) or is_all_other(other.code)):
        return NONE if is_order or one.bound or two.bound else Expected("difference", sign(base, other))
    if is_one_code and is_one_place:
        return Expected("same")
    if is_order:
        steps = [LEVELS.index(str(each.value)) if field == "entry_education" else number(figure)
                 for each, figure in ((one, base), (two, other))]  # fmt: skip
        return Expected("same") if steps[0] == steps[1] else Expected("ranked", 1 if steps[1] > steps[0] else -1)
    if not is_one_place and not is_one_code and not one.prices:
        return NONE if one.bound or two.bound else Expected("difference", sign(base, other))
    if field == "employment" and (is_inside(one.area, two.area) or is_inside(two.area, one.area)):
        return NONE  # A head count of a place is a share of that of the place around it.
    return of_numbers(field, base, other)


def of_numbers(field: str, base: Figure, other: Figure) -> Expected:
    """Return the verdict of the rows on bounds, errors and rounding."""
    assert base.claim
    assert other.claim
    bounds = base.claim.bound, other.claim.bound
    if "~" in bounds or all(bounds):
        return NONE
    if any(bounds):
        bounded, exact = (base, other) if bounds[0] else (other, base)
        up = 1 if ">" in "".join(bounds) else -1
        reach = margin(exact, field)
        is_beyond = reach is not None and up * (number(bounded) - number(exact)) > reach
        return Expected("at-least", up if bounded is other else -up) if is_beyond else NONE
    gap, reaches = number(other) - number(base), (margin(base, field), margin(other, field))
    if field in HALF_UNIT:
        if gap == 0:
            return Expected("same")
        return Expected("unclear") if abs(gap) <= 2 * HALF_UNIT[field] + 1e-9 else Expected("ranked", sign(base, other))
    if None in reaches:
        if field in WAGES and field != "mean":
            return Expected("difference", sign(base, other))
        return Expected("same") if gap == 0 else Expected("ranked", sign(base, other))
    if abs(gap) < sqrt(sum((reach or 0) ** 2 for reach in reaches)):
        return Expected("unclear")
    return Expected("same") if gap == 0 else Expected("ranked", sign(base, other))


def sign(base: Figure, other: Figure) -> int:
    gap = number(other) - number(base)
    return (gap > 0) - (gap < 0)


# -- the figures, and pairs of them


def adjusted(code: str, place: str) -> dict[str, Figure]:
    """Return the yearly wages of an occupation in the nation's prices."""
    area = next(area for area in places.areas() if area.code == place)
    (subject,) = with_prices([Subject(None, official.occupation(code, place), None if place == "US" else area)])
    yearly = {claim.field: claim for claim in subject.claims if claim.prices and claim.period == "year"}
    error = figures(code, place)["mean"].error
    prices_error = {"nation": 0, "state": 1, "metro": 2}[area.kind]
    return {field: Figure(yearly.get(field), code, place, error, prices_error) for field in WAGES}


def figures(code: str, place: str) -> dict[str, Figure]:
    found = official.occupation(code, place)
    claims = [claim for claim in (found.claims if found else ()) if claim.field in FIELDS]
    yearly = {claim.field: claim for claim in claims if not claim.currency or claim.period == "year"}
    error = yearly["mean"].relative_error_percent if "mean" in yearly else None
    return {field: Figure(yearly.get(field), code, place, error) for field in FIELDS}


def pairs(count: int) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Return pairs of a code and a place: anything, one occupation twice, groups, "all other" codes, capped ones."""
    by = random.Random(2026)
    codes = [code for code in titles() if len(code) == 7]
    detailed = [code for code in codes if not code.endswith("0")]
    broad = [code for code in codes if members(code)]
    rest = [code for code in codes if is_all_other(code)]
    specialties = [code for code in titles() if len(code) > 7]
    kinds = ("any", "any", "any", "one code", "one code", "group", "rest", "capped", "capped", "specialty")
    found = []
    for _ in range(count):
        kind, (here, there) = by.choice(kinds), by.choices(PLACES, k=2)
        one, two = by.choices(detailed, k=2)
        if kind == "one code":
            two = one = by.choice(codes)
        elif kind == "group":
            one = by.choice(broad)
            two = by.choice(members(one)) if by.random() < 0.7 else by.choice(broad)
        elif kind == "rest":
            one = by.choice(rest)
        elif kind == "capped":
            here, there = by.choices(CAPPED_PLACES, k=2)
            one = by.choice(CAPPED)
            two = by.choice((one, by.choice(CAPPED), two))
        elif kind == "specialty":
            one = by.choice(specialties)
            two = by.choice((one[:7], by.choice(specialties), two))
        if by.random() < 0.5:
            there = here
        found.append(((one, here), (two, there)) if by.random() < 0.5 else ((two, there), (one, here)))
    return found


def given(base: Claim | None, other: Claim | None) -> Expected:
    """Return the program's verdict."""
    found = verdicts.verdict(base, other, "year")
    if found.kind in ("none", "same", "unclear"):
        return Expected(found.kind)
    if found.absolute is None:
        return Expected(found.kind, 1 if " above " in found.why else -1)
    way = (found.absolute > 0) - (found.absolute < 0)
    if found.kind == "at-least":
        assert ("higher" if way > 0 else "lower") in found.why
    return Expected(found.kind, way)


@pytest.mark.parametrize("count", [300, pytest.param(2_000, marks=pytest.mark.slow)])
def test_the_table_written_twice_gives_the_same_verdicts(count: int) -> None:
    apart, seen = [], set()
    for one, two in pairs(count):
        base, other = figures(*one), figures(*two)
        for field in FIELDS:
            wanted, found = expected(field, base[field], other[field]), given(base[field].claim, other[field].claim)
            seen.add(wanted.kind)
            if wanted != found:
                apart.append((field, one, two, wanted, found))
    assert apart == []
    assert seen == {"none", "same", "difference", "ranked", "at-least", "unclear"}


@pytest.mark.parametrize("count", [100, pytest.param(1_000, marks=pytest.mark.slow)])
def test_wages_after_prices_are_ranked_over_places_and_occupations(count: int) -> None:
    """Their bands carry the error of both the wage and the place's prices."""
    apart = []
    for one, two in pairs(count):
        base, other = adjusted(*one), adjusted(*two)
        for field in WAGES:
            wanted, found = expected(field, base[field], other[field]), given(base[field].claim, other[field].claim)
            if wanted != found:
                apart.append((field, one, two, wanted, found))
    assert apart == []
