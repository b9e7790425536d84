"""What a profile may say and yet looks like a slip, told by `check`. A note on the claim says it is none."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.errors import Problem
from careercli.model import fields, numbers
from careercli.model.claims import Claim, Number
from careercli.model.wages import HOURS_A_YEAR, statement
from careercli.profiles.reading import Placed, Reading

MOST_SHARES = 100.5
"""Shares are printed rounded; a sum above this is a slip."""

FEDERAL_MINIMUM = 7.25
"""US dollars an hour, since 24 July 2009. Source: https://www.dol.gov/agencies/whd/minimum-wage/history/chart"""

FAR_APART = 0.02
"""How far 2,080 hours of an hour's wage may lie from the year's that the same source gives, as a part of it."""


def caveats(reading: Reading) -> Iterator[Problem]:
    """The warnings about one profile, whatever else is wrong with it."""
    for name in reading.undated:
        hint = "add 'date: 2026-10', or 'date: unknown' where it gives none"
        yield name.problem(f"source {name.text} has no date", hint, "no-date", True)
    silent = [placed for placed in reading.claims if not placed.claim.note and placed.claim.value is not None]
    yield from _shares(silent)
    yield from _periods(silent)
    yield from _below_minimum(silent)
    yield from _hours_and_years(silent)


def _shares(claims: list[Placed]) -> Iterator[Problem]:
    sums: dict[Claim, tuple[Number, Placed]] = {}
    for placed in claims:
        claim = placed.claim
        if fields.BY_KEY[claim.field].kind == fields.SHARES:
            shares = claim._replace(value=None, item="", as_printed="")
            total, first = sums.get(shares, (0, placed))
            sums[shares] = (total + _number(claim), first)
    for total, (claim, node) in sums.values():
        if round(total, 6) > MOST_SHARES:
            message = f"the shares of {claim.field} add up to {numbers.plain(total)} %"
            yield node.problem(message, "check them, or say in a note why", "shares", True)


def _periods(claims: list[Placed]) -> Iterator[Problem]:
    rows = set()
    for claim, node in claims:
        if claim.field == "growth":
            yield node.problem("growth has no period", "say in a note which, or that none is given", "no-period", True)
        row = claim._replace(field="", value=None, as_printed="", bound="", statistic="")
        if claim.currency and not claim.period and row not in rows:
            rows.add(row)
            hint = "add 'per: year' or 'per: hour', or say in a note that none is given"
            yield node.problem("a row of wages has no period", hint, "no-period", True)


def _below_minimum(claims: list[Placed]) -> Iterator[Problem]:
    for claim, node in claims:
        least = {"hour": FEDERAL_MINIMUM, "year": FEDERAL_MINIMUM * HOURS_A_YEAR}.get(claim.period)
        is_known = claim.currency == "USD" and claim.bound not in (">", ">=")
        if least and is_known and _number(claim) < least:
            message = f"{claim.field} is below the US federal minimum wage, 7.25 an hour"
            yield node.problem(message, "check the period and the digits, or say in a note why", "minimum-wage", True)


def _hours_and_years(claims: list[Placed]) -> Iterator[Problem]:
    years = {statement(claim): claim for claim, _ in claims if claim.currency and claim.period == "year"}
    for claim, node in claims:
        year = years.get(statement(claim)) if claim.currency and claim.period == "hour" else None
        if year is None:
            continue
        made = _number(claim) * HOURS_A_YEAR
        if abs(made - _number(year)) > FAR_APART * _number(year) and not _is_within(claim, made, year):
            amounts = f"{numbers.grouped(made)} a year of {HOURS_A_YEAR:,} hours, not {numbers.grouped(_number(year))}"
            message = f"{claim.field}: {numbers.grouped(_number(claim))} an hour makes {amounts}"
            yield node.problem(message, "check both, or say in a note why", "hour-and-year", True)


_SIDES = {">": 1, ">=": 1, "<": -1, "<=": -1}


def _is_within(claim: Claim, made: Number, year: Claim) -> bool:
    """Whether a bound leaves room for the other figure: over 20 an hour may well be 60,000 a year."""
    side = _SIDES.get(claim.bound, 0) - _SIDES.get(year.bound, 0)
    return side != 0 and (made < _number(year)) == (side > 0)


def _number(claim: Claim) -> Number:
    assert isinstance(claim.value, int | float)
    return claim.value
