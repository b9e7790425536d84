"""Put the wages of other years in place of the newest, and in dollars of one year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from careercli.errors import CareerError
from careercli.model import numbers
from careercli.model.claims import Area, Claim, Source, Subject, Value
from careercli.official import releases
from careercli.store import official, prices
from careercli.store.retired_codes import SYSTEMS, retired_codes

ALL = "all"


def oews_of(as_of: str) -> tuple[Source, ...]:
    """Return the releases of OEWS of a year, or of `all` years, newest first. Raises CareerError."""
    published = (each for each in releases.known() if each.series == "OEWS")
    known = sorted(published, key=lambda each: each.as_of, reverse=True)
    found = tuple(source for source in known if as_of in (ALL, source.as_of, source.as_of[:4]))
    if not found:
        years = ", ".join(source.as_of[:4] for source in known)
        raise CareerError(f"--as-of: no release of {as_of} is here; use {years} or {ALL}, or see careercli import -h")
    return found


def with_years(subject: Subject, sources: Sequence[Source]) -> Subject:
    """Return the subject with the official wages of these releases alone. Raises CareerError if none has its place."""
    if not subject.official:
        return subject
    if subject.area and not any(releases.has(source, f"{subject.area.kind}s") for source in sources):
        raise without_place(subject.occupation, subject.area, sources)
    area = subject.area.code if subject.area else releases.NATION
    found = official.occupation(subject.occupation, area, tuple(sources))
    claims = tuple(claim for claim in found.claims if claim.area == area) if found else ()
    return subject._replace(official=subject.official._replace(claims=claims))


def without_place(code: str, area: Area, sources: Sequence[Source]) -> CareerError:
    """Return the error that these releases have no figures for an area; it names the release that has."""
    asked, newest = ", ".join(f"OEWS {source.release}" for source in sources), releases.newest_with(*releases.PLACES)
    return CareerError(f"{code}: {asked} has no figures for {area.title}; OEWS {newest.release} has places")


def begins(subject: Subject, sources: Sequence[Source]) -> str:
    """Return why the figures of an occupation begin later than the oldest of these releases, or an empty text.

    `sources` are newest first, and hold all codes of the nation. Few of them have places.
    """
    if not subject.official:
        return ""
    with_figures = {claim.source.id for claim in subject.official.claims}
    if subject.area:
        there = ", ".join(source.release for source in sources if source.id in with_figures)
        is_known = len(with_figures) in (0, len(sources))
        return "" if is_known else f"{subject.id}: of these years, OEWS {there} alone has {subject.area.title}"
    without = list(takewhile(lambda source: source.id not in with_figures, reversed(sources)))
    if not without:
        return ""
    code, systems = subject.official.code, {_system(source): None for source in without}
    until = f"{subject.id}: no figures to {without[-1].release}"
    before = [
        f"{each.code} ({SYSTEMS[each.system]})"
        for each in retired_codes() if code in each.successors.split() and _SYSTEM_OF[each.system] in systems
    ]  # fmt: skip
    if before:
        return f"{until}: its work had the codes {', '.join(before)}, whose figures are not those of {code}"
    return f"{until}: {' and '.join(systems)} has no occupation of this code and title"


_SYSTEM_OF = {"soc-2010": "SOC 2010", "oews-2018": "SOC 2010", "oews-2019": "the hybrid of 2019 and 2020"}
"""The code system in CODE_SYSTEMS to which a retired code belongs."""


def _system(source: Source) -> str:
    return str(next(name for since, name in releases.CODE_SYSTEMS if source.as_of >= since))


def break_between(older: Sequence[Claim], newer: Sequence[Claim]) -> str:
    """Return why the wages of a later release do not continue those of an earlier one, or an empty text.

    The codes may mean other occupations; or a wage is top-coded, and the limit is another, or there is none any more.
    """
    before, after = older[0], newer[0]
    until, since = f"to {before.source.release}", f"from {after.source.release}"
    codes = [_in_force(releases.CODE_SYSTEMS, claim)[0] for claim in (before, after)]
    if codes[0] != codes[1]:
        return f"codes of {codes[0]} {until}, of {codes[1]} {since}"
    limits = [_in_force(releases.TOP_CODES, claim)[claim.period == "hour"] for claim in (before, after)]
    floors = {claim.field: claim.value for claim in older if claim.bound == ">="}
    if limits[0] != limits[1] and (floors or any(claim.bound == ">=" for claim in newer)):
        one, two = map(numbers.grouped, limits)
        return f"no wage above {one} is printed {until}, none above {two} {since}"
    if any(not claim.bound and _exceeds(claim.value, floors.get(claim.field)) for claim in newer):
        return f"no wage above {numbers.grouped(limits[0])} is printed {until}"
    return ""


def _in_force(table: Sequence[Any], claim: Claim) -> Sequence[Any]:
    """Return the entry of the year of a claim: a table begins with the newest."""
    return next(values for since, *values in table if claim.as_of >= since)


def _exceeds(value: Value, floor: Value) -> bool:
    return isinstance(value, int | float) and isinstance(floor, int | float) and value > floor


def in_constant_dollars(subject: Subject) -> Subject:
    """Return the subject with its OEWS wages in dollars of the newest bundled May, by the CPI-U of May of each year."""
    if not subject.official:
        return subject
    claims = tuple(_in_constant_dollars(claim) for claim in subject.official.claims)
    return subject._replace(official=subject.official._replace(claims=claims))


def _in_constant_dollars(claim: Claim) -> Claim:
    indexes, year = prices.may_price_indexes(), int(claim.as_of[:4])
    if year not in indexes:  # A release later than the index that is here stays in its own dollars.
        return claim
    newest = max(each for each in indexes if each <= int(releases.newest("OEWS").as_of[:4]))
    may = f"{newest}-05"
    if not claim.currency or not isinstance(claim.value, int | float) or year == newest:
        return claim._replace(prices=may) if claim.currency else claim
    now, then = indexes[newest], indexes[year]
    value = numbers.half_up(float(claim.value * now / then), 0 if claim.period == "year" else 2)
    listed = f"{claim.bound}{numbers.grouped(claim.value)}"
    derivation = f"{listed} × {now:g} ÷ {then:g} (CPI-U of May {newest} and May {year})"
    return claim._replace(value=value, as_printed="", basis="calculated", derivation=derivation, prices=may)
