"""The questions about official figures, answered in SQL by official.sqlite, which is opened read-only.

Raises CareerError from every question where the file is missing or damaged.
"""

from __future__ import annotations

import os
from _thread import get_ident
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from careercli.errors import CareerError
from careercli.model import wages
from careercli.model.claims import Claim, Number, Occupation, Source, Value
from careercli.official import ep, oews, onet, releases
from careercli.official.cells import Marks, from_units
from careercli.official.releases import NATION

if TYPE_CHECKING:  # A command that asks for no figure does not load it.
    from sqlite3 import Connection

PATH = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "official.sqlite")
PAGE = 4096
"""Bytes of a page of the file."""

_RELEASE, _AREA = "(SELECT id FROM release WHERE key = :release)", "(SELECT id FROM area WHERE code = :area)"
_PROJECTED = "(SELECT id FROM release WHERE key = :projected)"
_WAGES = ", ".join(f"wage.{name}" for name in oews.Wages._fields)
_ENTRY = f"""
    SELECT occupation.code, occupation.title, occupation.level, coalesce(family.title, ''),
        coalesce(wage.annual_median, missing.least), CASE WHEN missing.least IS NULL THEN '' ELSE '>=' END,
        projection.employment_change, projection.entry_education
    FROM occupation
    LEFT JOIN occupation AS family ON family.id = occupation.family
    LEFT JOIN wage ON wage.release = {_RELEASE} AND wage.occupation = occupation.id AND wage.area = {_AREA}
    LEFT JOIN missing ON missing.release = {_RELEASE} AND missing.occupation = occupation.id
        AND missing.area = {_AREA} AND missing.measure = (SELECT id FROM measure WHERE name = 'annual_median')
    LEFT JOIN projection ON projection.release = {_PROJECTED} AND projection.occupation = occupation.id"""

QUESTIONS = {
    "occupation": """
        SELECT occupation.id, occupation.title, occupation.level, coalesce(family.title, '')
        FROM occupation LEFT JOIN occupation AS family ON family.id = occupation.family
        WHERE occupation.code = :code AND occupation.level <> 'major'""",
    "wages": f"SELECT {_WAGES} FROM wage WHERE release = {_RELEASE} AND occupation = :occupation AND area = {_AREA}",
    "marks": f"""
        SELECT measure.name, mark, least FROM missing JOIN measure ON measure.id = missing.measure
        WHERE release = {_RELEASE} AND occupation = :occupation AND area = {_AREA}""",
    "projection": f"""
        SELECT {", ".join(ep.Projection._fields)} FROM projection
        WHERE release = {_RELEASE} AND occupation = :occupation""",
    "job zone": f"""
        SELECT zone, rated, rater.name FROM job_zone JOIN rater ON rater.id = job_zone.rater
        WHERE release = {_RELEASE} AND occupation = :occupation""",
    # The highest of skills, then of knowledge; an element is left out if it is suppressed or not relevant.
    "ratings": f"""
        SELECT kind, title, value, n, standard_error, rated, name FROM (
            SELECT kind, title, value, n, standard_error, rated, rater.name,
                row_number() OVER (PARTITION BY kind ORDER BY value DESC, element.id) AS rank
            FROM rating JOIN element ON element.id = rating.element JOIN rater ON rater.id = rating.rater
            WHERE release = {_RELEASE} AND occupation = :occupation AND scale = 'IM' AND suppressed IS NOT 1
                AND NOT EXISTS (
                    SELECT 1 FROM rating AS level
                    WHERE level.release = rating.release AND level.occupation = rating.occupation
                        AND level.element = rating.element AND level.scale = 'LV' AND level.not_relevant = 1)
        ) WHERE rank <= :most ORDER BY kind DESC, rank""",
    "technologies": f"""
        SELECT element.title, in_demand, hot FROM technology JOIN element ON element.id = technology.element
        WHERE release = {_RELEASE} AND occupation = :occupation AND (in_demand OR hot)
        ORDER BY in_demand DESC, element.id""",
    "wages of all": f"""
        SELECT occupation.code, occupation.title, coalesce(family.title, ''), {_WAGES}
        FROM wage CROSS JOIN occupation ON occupation.id = wage.occupation
        LEFT JOIN occupation AS family ON family.id = occupation.family
        WHERE wage.release = {_RELEASE} AND wage.area = {_AREA} AND occupation.level = 'detailed'
        ORDER BY wage.occupation""",
    "marks of all": f"""
        SELECT occupation.code, measure.name, mark, least
        FROM wage CROSS JOIN missing USING (release, occupation, area)
        CROSS JOIN occupation ON occupation.id = wage.occupation CROSS JOIN measure ON measure.id = missing.measure
        WHERE wage.release = {_RELEASE} AND wage.area = {_AREA} ORDER BY wage.occupation""",
    "entries": f"{_ENTRY} WHERE occupation.level = 'detailed' ORDER BY occupation.id",
    "some entries": f"{_ENTRY} WHERE occupation.code IN (SELECT value FROM json_each(:codes)) ORDER BY occupation.id",
    "titles": "SELECT code, title, level FROM occupation WHERE level <> 'major' ORDER BY level = 'specialty', id",
    "codes": "SELECT id, code FROM occupation WHERE level <> 'major'",
    "family": "SELECT title FROM occupation WHERE code = :code AND level = 'major'",
}
"""Every question in SQL; `:release` and `:projected` are ids of sources, `:area` and `:code` codes."""


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
    """The wages of one detailed occupation in one area, in the units of oews.Wages."""

    code: str
    title: str
    family: str
    wages: oews.Wages
    marks: Marks


@cache
def occupation(code: str, area: str = NATION, sources: tuple[Source, ...] | None = None) -> Occupation | None:
    """Return a detailed or broad occupation or a specialty with the claims of `sources` in their order, or None.

    `sources` are by default the newest release of each series. Wages are those of `area`; projections and
    O*NET have no place but the nation. Claims are in the units of their fields: dollars, percent, jobs.
    """
    return occupation_in(connection(), code, area, sources)


def occupation_in(
    database: Connection, code: str, area: str = NATION, sources: tuple[Source, ...] | None = None
) -> Occupation | None:
    """Return the same from another database of the same schema."""
    found = next(iter(_rows(database, "occupation", code=code)), None)
    if found is None:
        return None
    number, title, detail, family = found
    claims: list[Claim] = []
    for source in releases.newest_of_each() if sources is None else sources:
        claims += _CLAIMS[source.series](database, code, number, source, area)
    return Occupation(code, title, detail, family, tuple(claims))


def titles() -> tuple[tuple[str, str, str], ...]:
    """Return code, title and level of every detailed and broad occupation by code, then of every specialty."""
    return tuple(_rows(connection(), "titles"))


def codes() -> frozenset[str]:
    """Return the code of every occupation that can be named."""
    return frozenset(code for code, _, _ in titles())


@cache
def family_of(code: str) -> str:
    """Return the title of a code's major group, such as `Computer and Mathematical Occupations`, or nothing."""
    return next((str(title) for (title,) in _rows(connection(), "family", code=f"{code[:3]}0000")), "")


def entries(some: Collection[str] | None = None, area: str = NATION) -> dict[str, EntryRow]:
    """Return the newest figures that lists show, of every detailed occupation or of `some` codes, by code."""
    chosen: dict[str, str] = {}
    if some is not None:
        import json

        chosen = {"codes": json.dumps(sorted(some))}
    oews_id, ep_id = releases.newest("OEWS").id, releases.newest("EP").id
    question = "entries" if some is None else "some entries"
    rows = map(EntryRow._make, _rows(connection(), question, release=oews_id, projected=ep_id, area=area, **chosen))
    return {row.code: row._replace(employment_change=_tenths(row.employment_change)) for row in rows}


def codes_of(numbers: Iterable[int]) -> frozenset[str]:
    """Return the codes of occupations by their numbers in the file, major groups left out."""
    by_number = _codes()
    return frozenset(by_number[number] for number in numbers if number in by_number)


@cache
def _codes() -> dict[int, str]:
    return dict(_rows(connection(), "codes"))


def wage_rows(area: str = NATION, source: Source | None = None) -> Iterator[WageRow]:
    """Yield the wages of every detailed occupation in an area, by code; of the newest release unless `source`."""
    asked = {"release": (source or releases.newest("OEWS")).id, "area": area}
    database = connection()
    marked = groupby(_rows(database, "marks of all", **asked), lambda row: row[0])
    marks = {code: {name: (mark, least) for _, name, mark, least in rows} for code, rows in marked}
    for code, title, family, *figures in _rows(database, "wages of all", **asked):
        yield WageRow(code, title, family, oews.Wages._make(figures), marks.get(code, {}))


def wages_of_all(area: str = NATION, source: Source | None = None) -> Iterator[Occupation]:
    """Yield every detailed occupation with its claims of OEWS alone, by code."""
    source = source or releases.newest("OEWS")
    for row in wage_rows(area, source):
        yield Occupation(row.code, row.title, "detailed", row.family, _wage_claims(row, source, area))


def records_of_all(period: str, area: str = NATION) -> Iterator[tuple[str, str, list[list[Value]]]]:
    """Yield code, title and wages of every detailed occupation, by code: records of wages.RECORD_COLUMNS."""
    source = releases.newest("OEWS")
    for row in wage_rows(area, source):
        record = oews.record(row.code, row.wages, row.marks, source, area, period)
        others = wages.records(_wage_claims(row, source, area), period) if record is None else ()
        yield row.code, row.title, [record] if record else [wages.record_values(each) for each in others]


def _wage_claims(row: WageRow, source: Source, area: str) -> tuple[Claim, ...]:
    return tuple(oews.claims(row.code, row.wages, row.marks, source, area))


def _tenths(number: Number | None) -> Number | None:
    return None if number is None else from_units(int(number), 10)


# -- claims, by series


def _oews(database: Connection, code: str, number: int, source: Source, area: str) -> Iterable[Claim]:
    asked = {"release": source.id, "occupation": number, "area": area}
    for row in _rows(database, "wages", **asked):
        marks = {name: (mark, least) for name, mark, least in _rows(database, "marks", **asked)}
        yield from oews.claims(code, oews.Wages._make(row), marks, source, area)


def _ep(database: Connection, code: str, number: int, source: Source, _area: str) -> Iterable[Claim]:
    for row in _rows(database, "projection", release=source.id, occupation=number):
        yield from ep.claims(code, ep.Projection._make(row), source)


def _onet(database: Connection, code: str, number: int, source: Source, _area: str) -> Iterable[Claim]:
    asked = {"release": source.id, "occupation": number}
    for zone, rated, rater in _rows(database, "job zone", **asked):
        yield onet.job_zone(code, zone, rated, rater, source)
    for row in _rows(database, "ratings", most=onet.MOST_RATED, **asked):
        yield onet.rating(code, onet.Rating._make(row), source)
    for name, in_demand, hot in _rows(database, "technologies", **asked):
        yield onet.technology(code, name, in_demand, hot, source)


_CLAIMS = {"OEWS": _oews, "EP": _ep, "O*NET": _onet}


# -- the file


def connection() -> Connection:
    """Return the open file, for the questions of store/search.py."""
    return _opened(get_ident())


@cache
def _opened(_thread: int) -> Connection:
    """Open the bundled file for one thread: SQLite's connections are not shared."""
    import sqlite3

    # SQLite finds missing pages itself, but reads what is missing of the last page as zeros.
    if os.path.isfile(PATH) and os.path.getsize(PATH) % PAGE:
        raise _unreadable("it is cut off")
    quoted = PATH.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    try:
        return sqlite3.connect(f"file:{quoted}?mode=ro&immutable=1", uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise _unreadable(error) from None


def _rows(database: Connection, question: str, **asked: Any) -> list[Any]:
    """Return the rows that answer a question. Raises CareerError where the file is damaged."""
    import sqlite3

    try:
        return database.execute(QUESTIONS[question], asked).fetchall()
    except sqlite3.Error as error:
        raise _unreadable(error) from None


def _unreadable(error: object) -> CareerError:
    return CareerError(f"{PATH}: cannot be read ({error}); install careercli again")
