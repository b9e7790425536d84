"""The questions about the wages of an occupation in many places, by industry and over the years.

Raises CareerError from every question where official.sqlite is missing or damaged.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from careercli.model.claims import Area, Source
from careercli.official import oews, releases
from careercli.official.cells import Marks
from careercli.official.releases import NATION
from careercli.store import official
from careercli.store.official import WageRow


class IndustryRow(NamedTuple):
    """The wages of an occupation in one sector of the nation, in the units of oews.Wages."""

    industry: str
    title: str
    wages: oews.Wages
    marks: Marks


@cache
def areas() -> tuple[Area, ...]:
    """Return every area: the nation, then the others by the code of BLS's time-series files."""
    return tuple(map(Area._make, official.rows_of(official.connection(), "areas")))


def has_wages(code: str, area: str, source: Source | None = None) -> bool:
    """Return True if a release, by default the newest of OEWS, has a row of this occupation in this area."""
    asked = {"release": _release(source).id, "code": code, "area": area}
    ((found,),) = official.rows_of(official.connection(), "has wages", **asked)
    return bool(found)


def wages_by_area(code: str, kind: str | None = None, source: Source | None = None) -> list[WageRow]:
    """Return the wages of an occupation in every area of a kind, or in all with the nation first."""
    return list(official.read_wages("wages by area", source, code=code, kind=kind or ""))


def wages_of_all_areas(source: Source | None = None) -> Iterator[WageRow]:
    """Yield the wages of every detailed occupation in every area, by code and then as `areas` are; as they are read."""
    return official.read_wages("wages of all areas", source)


def wages_by_industry(code: str, source: Source | None = None) -> list[IndustryRow]:
    """Return the wages of a detailed or broad occupation in every sector that employs it, by the sector's code."""
    database = official.connection()
    asked = {"release": _release(source).id, "code": code}
    return [
        IndustryRow(industry, title, oews.Wages._make(cells), official.marks_of(database, missing))
        for industry, title, *cells, missing in official.rows_of(database, "wages by industry", **asked)
    ]


def wages_by_release(code: str, area: str = NATION) -> list[tuple[Source, WageRow]]:
    """Return the wages of an occupation in one area in every bundled release that has them, newest first."""
    sources = sorted(
        (each for each in releases.ALL if each.series == "OEWS"), key=lambda each: each.as_of, reverse=True
    )
    rows = ((source, official.wages_in(code, area, source)) for source in sources)
    return [(source, row) for source, row in rows if row]


def _release(source: Source | None) -> Source:
    return source or releases.newest("OEWS")
