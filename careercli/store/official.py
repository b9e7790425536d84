"""The questions about official figures, answered in SQL by official.sqlite, which is opened read-only.

Raises CareerError from every question where the file is missing or damaged.
"""

from __future__ import annotations

import os
from _thread import get_ident
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from careercli.errors import CareerError
from careercli.model.claims import Area, Claim, Occupation, Source
from careercli.official import cps, ep, exposure, oews, onet, releases
from careercli.official.cells import Marks, from_units
from careercli.official.onet_parts import PARTS
from careercli.official.releases import NATION

if TYPE_CHECKING:  # A command that asks for no figure does not load it.
    from sqlite3 import Connection

BUNDLED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "official.sqlite")
PATH = BUNDLED
"""The file that answers: the bundled one, or that of store/imported.py, which holds imported releases too."""
ADVICE = "install careercli again"
"""The advice where that file is damaged."""

PAGE = 4096
"""Bytes of a page of the file."""

_QUESTIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "schema", "official_questions.sql")


@cache
def questions() -> dict[str, str]:
    """Return every question in SQL, by its name, and the parts that questions share, by theirs in braces."""
    with open(_QUESTIONS, encoding="utf-8") as file:
        _, *named = file.read().split("\n\n-- ")
    return {each[: each.index(":")]: each[each.index("\n") + 1 :] for each in named}


@cache
def question(name: str) -> str:
    """Return a question in SQL with the parts that it shares with others."""
    sql = questions()[name]
    while "{" in sql:
        before, _, rest = sql.partition("{")
        part, _, after = rest.partition("}")
        sql = before + questions()[f"{{{part}}}"] + after
    return sql


@cache
def occupation(code: str, area: str = NATION, sources: tuple[Source, ...] | None = None) -> Occupation | None:
    """Return a detailed or broad occupation or a specialty with the claims of `sources` in their order, or None.

    One that only O*NET or the projections know has what there is.

    `sources` are of the series releases.OF_OCCUPATIONS, by default the newest release of each; of several of O*NET
    each part is that of the newest that has it. Wages are those of `area`; projections and O*NET have no place but
    the nation. Claims are in the units of their fields: dollars, percent, jobs.
    """
    return occupation_in(connection(), code, area, sources)


def occupation_in(
    database: Connection,
    code: str,
    area: str = NATION,
    sources: tuple[Source, ...] | None = None,
    parts: Iterable[str] = PARTS,
) -> Occupation | None:
    """Return the same from another database of the same schema, of O*NET only some parts."""
    found = next(iter(rows_of(database, "occupation", code=code)), None)
    if found is None:
        return None
    number, title, detail, family = found
    claims: list[Claim] = []
    told = releases.told_of_occupations(area) if sources is None else sources
    for source in told:
        if source.series == "O*NET":
            claims += _onet(database, code, number, source, releases.parts_shown(source, told).intersection(parts))
        else:
            claims += _CLAIMS[source.series](database, code, number, source, area)
    if sources is None and area == NATION:
        claims += _top_places(database, code, number)
    return Occupation(code, title, detail, family, tuple(claims))


@cache
def area_of(code: str) -> Area | None:
    """Return the area of a code, or None."""
    return next((Area._make(row) for row in rows_of(connection(), "area", code=code)), None)


def titles() -> tuple[tuple[str, str, str], ...]:
    """Return code, title and level of every detailed and broad occupation by code, then of every specialty."""
    return tuple(rows_of(connection(), "titles"))


def codes() -> frozenset[str]:
    """Return the code of every occupation that can be named."""
    return frozenset(code for code, _, _ in titles())


def codes_of(numbers: Iterable[int]) -> frozenset[str]:
    """Return the codes of occupations by their numbers in the file, major groups left out."""
    by_number = _codes()
    return frozenset(by_number[number] for number in numbers if number in by_number)


@cache
def _codes() -> dict[int, str]:
    return dict(rows_of(connection(), "codes"))


# -- claims, by series


def _oews(database: Connection, code: str, number: int, source: Source, area: str) -> Iterable[Claim]:
    for missing, *row in rows_of(database, "wages", release=source.id, occupation=number, area=area):
        yield from oews.claims(code, oews.Wages._make(row), marks_of(database, missing), source, area)


def _top_places(database: Connection, code: str, number: int) -> Iterator[Claim]:
    """Yield the states and metropolitan areas with the highest medians of the newest release."""
    source = releases.newest_with(*releases.PLACES)
    for field, kind in oews.TOP_PLACES.items():
        asked = {"release": source.id, "occupation": number, "kind": kind}
        ((capped,),) = rows_of(database, "capped places", **asked)
        top = rows_of(database, "top places", most=oews.MOST_PLACES, **asked)
        yield from oews.top_places(code, field, [oews.TopPlace._make(row) for row in top], capped, source)


def _rpp(database: Connection, code: str, _number: int, source: Source, area: str) -> Iterator[Claim]:
    rows = rows_of(database, "parity", release=source.id, area=area) if area != NATION else []
    for year, _, title, parity in rows[-1:]:
        value = from_units(parity, 1000)
        yield Claim(
            "price_parity", value, source, f"{value:.3f}", statistic="parity", area=area, as_of=str(year),
            population=code, method=source.method, note=f"prices in {title}; the nation is 100",
        )  # fmt: skip


def marks_of(database: Connection, missing: int | None) -> Marks:
    """Return the marks of the missing cells of a row, by column."""
    if missing is None:
        return {}
    return {name: (mark, least) for name, mark, least in rows_of(database, "marks", missing=missing)}


def _ep(database: Connection, code: str, number: int, source: Source, _area: str) -> Iterable[Claim]:
    for row in rows_of(database, "projection", release=source.id, occupation=number):
        projection = ep.Projection._make(row)
        yield from ep.claims(code, projection, source)
        for rates in rows_of(database, "separations", release=source.id, occupation=number):
            yield from ep.openings_rate(code, projection, ep.Separations._make(rates), source)
        for (sentence,) in rows_of(database, "reason", release=source.id, occupation=number):
            yield ep.why_it_changes(code, sentence, source)


def _onet(database: Connection, code: str, number: int, source: Source, parts: Collection[str]) -> Iterator[Claim]:
    """Yield what a release of O*NET tells of some parts of onet_parts.PARTS, in its order."""
    kinds = " ".join(sorted({"skills", "knowledge"}.intersection(parts)))
    asked = {"release": source.id, "occupation": number, "most": onet.MOST_RATED, "kinds": kinds}
    for part, read in _OF_ONET.items():
        if part in parts or (part == _RATED and kinds):
            yield from read(database, code, source, asked)


Asked = dict[str, Any]


def _job_zone(database: Connection, code: str, source: Source, asked: Asked) -> Iterator[Claim]:
    zones = rows_of(database, "job zone", **asked)
    for zone, rated, rater in zones:
        yield onet.job_zone(code, zone, rated, rater, source)
    if not zones and (rated_instead := rows_of(database, "parts", code=code)):
        yield onet.rated_in_parts(code, rated_instead, source)


def _ratings(database: Connection, code: str, source: Source, asked: Asked) -> Iterator[Claim]:
    return (onet.rating(code, onet.Rating._make(row), source) for row in rows_of(database, "ratings", **asked))


def _education(database: Connection, code: str, source: Source, asked: Asked) -> Iterator[Claim]:
    levels = [onet.Level._make(row) for row in rows_of(database, "required education", **asked)]
    return onet.required_education(code, levels, source)


def _technologies(database: Connection, code: str, source: Source, asked: Asked) -> Iterator[Claim]:
    for name, in_demand, hot in rows_of(database, "technologies", **asked):
        yield onet.technology(code, name, in_demand, hot, source)


def _interests(database: Connection, code: str, source: Source, asked: Asked) -> Iterator[Claim]:
    interests = [onet.Interest._make(row) for row in rows_of(database, "interests", **asked)]
    return onet.interests(code, interests, source)


def _related(database: Connection, code: str, source: Source, asked: Asked) -> Iterator[Claim]:
    for other, title, tier in rows_of(database, "related", **asked | {"most": onet.MOST_RELATED}):
        yield onet.related(code, other, title, tier, source)


def _tasks(database: Connection, code: str, source: Source, asked: Asked) -> Iterator[Claim]:
    return (onet.task(code, onet.Task._make(row), source) for row in rows_of(database, "tasks", **asked))


_RATED = "ratings"
_OF_ONET = {
    "job_zones": _job_zone, _RATED: _ratings, "education": _education, "technologies": _technologies,
    "interests": _interests, "related": _related, "tasks": _tasks,
}  # fmt: skip
"""The functions that read the claims of each part, skills and knowledge together."""


def _exposure(database: Connection, code: str, number: int, source: Source, _area: str) -> Iterable[Claim]:
    return exposure.claims(code, rows_of(database, "exposure", release=source.id, occupation=number), source)


def _cps(database: Connection, _code: str, number: int, source: Source, _area: str) -> Iterable[Claim]:
    return cps.claims(rows_of(database, "people", release=source.id, occupation=number), source)


_CLAIMS = {"OEWS": _oews, "EP": _ep, "RPP": _rpp, "AI exposure": _exposure, "CPS": _cps}


# -- the file


def connection() -> Connection:
    """Return the open file, for the questions of store/search.py."""
    return _opened(get_ident())


@cache
def _opened(_thread: int) -> Connection:
    """Open the file that answers for one thread: SQLite's connections are not shared."""
    import sqlite3

    from careercli.store.database import open_bundled

    # SQLite finds missing pages itself, but reads what is missing of the last page as zeros.
    if os.path.isfile(PATH) and os.path.getsize(PATH) % PAGE:
        raise _unreadable("it is cut off")
    try:
        return open_bundled(PATH)
    except sqlite3.Error as error:
        raise _unreadable(error) from None


def rows_of(database: Connection, name: str, /, **asked: Any) -> list[Any]:
    """Return the rows that answer a question. Raises CareerError where the file is damaged."""
    return list(each_row(database, name, **asked))


def each_row(database: Connection, name: str, /, **asked: Any) -> Iterator[Any]:
    """Yield the rows that answer a question as they are read. Raises CareerError where the file is damaged."""
    import sqlite3

    try:
        yield from database.execute(question(name), asked)
    except sqlite3.Error as error:
        raise _unreadable(error) from None


def _unreadable(error: object) -> CareerError:
    return CareerError(f"{PATH}: cannot be read ({error}); {ADVICE}")
