"""The questions about the wages of an occupation in many places, by industry and over the years.

Raises CareerError from every question where official.sqlite is missing or damaged.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from careercli.model.claims import Area, Source, Value
from careercli.official import oews, releases
from careercli.official.cells import Marks
from careercli.store import official
from careercli.store.lists import WageRow, read_wages


class IndustryRow(NamedTuple):
    """The wages of an occupation in one industry of the nation, in the units of oews.Wages.

    `level` is `sector`, or `3-digit` to `6-digit` of a finer industry.
    """

    industry: str
    title: str
    level: str
    wages: oews.Wages
    marks: Marks


@cache
def areas() -> tuple[Area, ...]:
    """Return every area: the nation, then the others by the code of BLS's time-series files."""
    return tuple(map(Area._make, official.rows_of(official.connection(), "areas")))


def wages_by_area(code: str, kind: str = "") -> list[WageRow]:
    """Return the wages of an occupation in every area of a kind, or in all with the nation first."""
    return list(read_wages("wages by area", code=code, kind=kind))


def records_of_all_areas(period: str) -> Iterator[tuple[str, str, str, tuple[Value, ...]]]:
    """Yield code, title, area and the record of every detailed occupation in every area, as oews.record makes it.

    They come by code and then as `areas` are, as they are read.
    """
    database, source = official.connection(), releases.newest_with(*releases.PLACES)
    # Names are read once: in 200,000 rows of SQL they would cost as much as the figures.
    names = {number: (code, title) for number, code, title in official.rows_of(database, "detailed occupations")}
    codes = dict(official.rows_of(database, "area codes"))
    marks = cache(lambda missing: official.marks_of(database, missing))
    for occupation, number, missing, *figures in official.each_row(
        database, f"wages of all areas by the {period}", release=source.id
    ):
        if occupation in names:
            (code, title), area = names[occupation], codes[number]
            yield code, title, area, oews.record(code, figures, marks(missing), source, area, period)


def wages_by_industry(code: str, source: Source) -> list[IndustryRow]:
    """Return the wages of a detailed or broad occupation in every industry that employs it, by the industry's code."""
    database = official.connection()
    asked = {"release": source.id, "code": code}
    return [
        IndustryRow(industry, title, level, oews.Wages._make(cells), official.marks_of(database, missing))
        for industry, title, level, missing, *cells in official.rows_of(database, "wages by industry", **asked)
    ]
