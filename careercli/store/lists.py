"""The questions about many occupations at once: what lists show of them, and their wages in an area.

Raises CareerError from every question where official.sqlite is missing or damaged.
"""

import json
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, NamedTuple

from careercli.model.claims import Number, Occupation, Value
from careercli.official import oews, releases
from careercli.official.cells import Marks, from_units
from careercli.official.releases import NATION
from careercli.store import official


class EntryRow(NamedTuple):
    """One occupation as lists show it: the newest median in dollars a year and its bound, the change in percent."""

    code: str
    title: str
    detail: str
    family: str
    median: int | None
    bound: str
    employment_change: Number | None
    entry_education: str | None


class WageRow(NamedTuple):
    """The wages of one detailed or broad occupation in one area, in the units of oews.Wages."""

    code: str
    title: str
    family: str
    area: str
    wages: oews.Wages
    marks: Marks


def entries(some: Collection[str] | None = None, area: str = NATION) -> dict[str, EntryRow]:
    """Return the newest figures that lists show, of every detailed occupation or of `some` codes, by code."""
    chosen: dict[str, str] = {}
    if some is not None:
        chosen = {"codes": json.dumps(sorted(some))}
    oews_id, ep_id = releases.newest_wages(area).id, releases.newest("EP").id
    question = "entries" if some is None else "some entries"
    asked = {"release": oews_id, "projected": ep_id, "area": area, **chosen}
    rows = map(EntryRow._make, official.rows_of(official.connection(), question, **asked))
    return {row.code: row._replace(employment_change=_tenths(row.employment_change)) for row in rows}


def wage_rows(area: str = NATION) -> Iterator[WageRow]:
    """Yield the wages of every detailed occupation in an area, by code."""
    return read_wages("wages of all", area=area)


def read_wages(name: str, **asked: Any) -> Iterator[WageRow]:
    """Yield the rows of the newest release that answer a question about wages, as they are read."""
    database, release = official.connection(), releases.newest_wages(asked.get("area", "")).id
    marks = cache(lambda missing: official.marks_of(database, missing))
    for code, title, family, area, missing, *cells in official.each_row(database, name, release=release, **asked):
        yield WageRow(code, title, family, area, oews.Wages._make(cells), marks(missing))


def wages_of_all(area: str = NATION) -> Iterator[Occupation]:
    """Yield every detailed occupation with its claims of OEWS alone, by code."""
    source = releases.newest_wages(area)
    for row in wage_rows(area):
        claims = tuple(oews.claims(row.code, row.wages, row.marks, source, area))
        yield Occupation(row.code, row.title, "detailed", row.family, claims)


def record(row: WageRow, period: str) -> tuple[Value, ...]:
    """Return the wages of the newest OEWS in a period, as oews.record makes it."""
    figures = oews.of_period(row.wages, period)
    return oews.record(row.code, figures, row.marks, releases.newest_wages(row.area), row.area, period)


def _tenths(number: Number | None) -> Number | None:
    return None if number is None else from_units(int(number), 10)
