"""Warnings of `check` about one profile: legal but doubtful values. A note on the claim silences them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from careercli.errors import Problem
from careercli.model import fields, numbers
from careercli.model.claims import Claim, Number
from careercli.model.wages import HOURS_A_YEAR, statement
from careercli.profiles.nodes import Node, quoted
from careercli.profiles.reading import Placed, Reading

MAX_SUM = 100.5
"""Percent. Printed shares are rounded, so their sum may exceed 100 a little."""

FEDERAL_MINIMUM = 7.25
"""US dollars an hour, since 24 July 2009. Source: https://www.dol.gov/agencies/whd/minimum-wage/history/chart"""

TOLERANCE = 0.02
"""Largest relative difference between a yearly wage and 2,080 times the hourly wage of the same source."""


def warnings(reading: Reading) -> Iterator[Problem]:
    """Yield the warnings about one profile, also if it has errors."""
    for name in reading.undated:
        hint = "add 'date: 2026-10', or 'date: unknown' if it has none"
        yield name.problem(f"source {name.text} has no date", hint, "no-date", True)
    without_note = [placed for placed in reading.claims if not placed.claim.note and placed.claim.value is not None]
    yield from _share_sums(without_note)
    yield from _missing_periods(without_note)
    yield from _below_minimum(without_note)
    yield from _hours_against_years(without_note)


def cut_values(reading: Reading, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning about each unquoted value that ends at a # with a letter right behind it: `A+ #220`."""
    for node in _scalars(reading.nodes.values()):
        rest = lines[node.line - 1][node.column - 1 :] if node.line <= len(lines) else ""
        if node.quoted or not (node.text and rest.startswith(node.text)):
            continue
        if cut := _CUT.match(rest, len(node.text)):
            message = f"{quoted(cut.group().strip())} is a comment, not a part of the value"
            yield node.problem(message, "quote the value, or put a space behind the #", "comment", True)


_CUT = re.compile(r"[ \t]+#[^ \t#].*")


def _scalars(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.kind == "scalar":
            yield node
        else:
            yield from _scalars(node.list if node.kind == "list" else node.map.values())


def _share_sums(claims: list[Placed]) -> Iterator[Problem]:
    sums: dict[Claim, tuple[Number, Placed]] = {}
    for placed in claims:
        claim = placed.claim
        if fields.BY_KEY[claim.field].kind == fields.SHARES:
            statement_of_shares = claim._replace(value=None, item="", as_printed="")
            total, first = sums.get(statement_of_shares, (0, placed))
            sums[statement_of_shares] = (total + claim.number, first)
    for total, (claim, node) in sums.values():
        if round(total, 6) > MAX_SUM:
            message = f"the shares of {claim.field} add up to {numbers.plain(total)} %"
            yield node.problem(message, "check them, or explain it in a note", "shares", True)


def _missing_periods(claims: list[Placed]) -> Iterator[Problem]:
    rows = set()
    for claim, node in claims:
        if claim.field == "growth":
            hint = "give the period in a note, or say there that the source has none"
            yield node.problem("growth has no period", hint, "no-period", True)
        row = claim._replace(field="", value=None, as_printed="", bound="", statistic="")
        if claim.currency and not claim.period and row not in rows:
            rows.add(row)
            hint = "add 'per: year' or 'per: hour', or say in a note that the source has none"
            yield node.problem("row of wages has no period", hint, "no-period", True)


def _below_minimum(claims: list[Placed]) -> Iterator[Problem]:
    for claim, node in claims:
        minimum = {"hour": FEDERAL_MINIMUM, "year": FEDERAL_MINIMUM * HOURS_A_YEAR}.get(claim.period)
        has_upper_limit = claim.currency == "USD" and claim.bound not in (">", ">=")
        if minimum and has_upper_limit and claim.number < minimum:
            message = f"{claim.field} is below the US federal minimum wage of 7.25 an hour"
            hint = "check the period and the digits, or explain it in a note"
            yield node.problem(message, hint, "minimum-wage", True)


def _hours_against_years(claims: list[Placed]) -> Iterator[Problem]:
    yearly = {statement(claim): claim for claim, _ in claims if claim.currency and claim.period == "year"}
    for claim, node in claims:
        year = yearly.get(statement(claim)) if claim.currency and claim.period == "hour" else None
        if year is None:
            continue
        product = claim.number * HOURS_A_YEAR
        if abs(product - year.number) > TOLERANCE * year.number and not _bounds_allow(claim, product, year):
            amounts = f"{numbers.grouped(product)} in {HOURS_A_YEAR:,} hours, not {numbers.grouped(year.number)}"
            message = f"{claim.field}: {numbers.grouped(claim.number)} an hour is {amounts}"
            yield node.problem(message, "check both, or explain it in a note", "hour-and-year", True)


_DIRECTIONS = {">": 1, ">=": 1, "<": -1, "<=": -1}


def _bounds_allow(hourly: Claim, product: Number, year: Claim) -> bool:
    """Return True if a bound explains the difference: over 20 an hour may well be 60,000 a year."""
    direction = _DIRECTIONS.get(hourly.bound, 0) - _DIRECTIONS.get(year.bound, 0)
    return direction != 0 and (product < year.number) == (direction > 0)
