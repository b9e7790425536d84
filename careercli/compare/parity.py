"""Adjust wages for regional prices: times 100 over the regional price parity (BEA) of their own place."""

from collections.abc import Iterable, Iterator
from math import hypot
from typing import NamedTuple

from careercli.model import numbers
from careercli.model.claims import Area, Claim, Subject
from careercli.official import releases
from careercli.store import prices

_ERROR_PERCENT = {"nation": 0.0, "state": 1.0, "metro": 2.0, "nonmetro": 2.0}
"""Standard error of a parity by the kind of its place, from BEA's yearly changes: an estimate of ours."""


class Parity(NamedTuple):
    """The regional price parity of a place in a year, the nation being 100.

    `value` is None where BEA has none, and `title` the place whose parity it is, or the reason that there is none.
    `kind` is the kind of area.
    """

    value: float | None
    year: int
    title: str
    kind: str


def parity_in(area: Area | None, as_of: str) -> Parity:
    """Return the parity that holds in an area, or in the nation, for wages of a date (`2025-05`).

    It is that of the wage's own year, else of the year before: the nearest within 18 months.
    """
    year = int(as_of[:4])
    if not prices.parities(year):
        year -= 1
    if area is None:
        return Parity(100, year, releases.NATION_TITLE, "nation")
    found = prices.parities(year).get(area.code)
    if found is None:
        return Parity(None, year, f"BEA publishes no price parity for {area.title}", area.kind)
    title, value = found
    return Parity(float(value), year, title, area.kind)


def with_prices(subjects: Iterable[Subject]) -> list[Subject]:
    """Return the subjects with each official wage followed by the same adjusted for prices."""
    return [with_adjusted(subject, parity_of_newest(subject.area)) for subject in subjects]


def parity_of_newest(area: Area | None) -> Parity:
    """Return the parity that holds in an area, or in the nation, for the newest wages of OEWS there."""
    return parity_in(area, releases.newest_wages(area.code if area else releases.NATION).as_of)


def with_adjusted(subject: Subject, parity: Parity) -> Subject:
    """Return the subject with each official wage followed by the same in the nation's prices, or the reason why not."""
    if subject.official is None:
        return subject
    claims = tuple(_each_with_adjusted(subject.official.claims, parity))
    return subject._replace(official=subject.official._replace(claims=claims))


def _each_with_adjusted(claims: Iterable[Claim], parity: Parity) -> Iterator[Claim]:
    for claim in claims:
        yield claim
        if claim.currency and claim.value is not None:
            yield adjusted(claim, parity)


def adjusted(claim: Claim, parity: Parity) -> Claim:
    """Return a wage in the nation's prices of the parity's year, to the cent by the hour and the dollar by the year.

    Where there is no parity the value is None and the note says why.
    """
    prices = str(parity.year)
    if parity.value is None or not isinstance(claim.value, int | float):
        caveat = "no price parity"
        return claim._replace(value=None, as_printed="", bound="", prices=prices, note=parity.title, caveat=caveat)
    value = numbers.half_up(claim.value * 100 / parity.value, 0 if claim.period == "year" else 2)
    listed = f"{claim.bound}{numbers.grouped(claim.value)}"
    derivation = f"{listed} × 100 ÷ {parity.value:g} (BEA regional price parity {parity.year}, {parity.title})"
    band = claim.band_percent
    if band is not None:
        band = hypot(band, numbers.NORMAL * _ERROR_PERCENT[parity.kind])
    return claim._replace(
        value=value, as_printed="", basis="calculated", derivation=derivation, prices=prices, band_percent=band
    )
