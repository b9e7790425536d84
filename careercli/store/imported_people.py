"""Insert imported tables of the CPS, and the O*NET codes that belong to an occupation of another code."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from careercli.official import cps
from careercli.official.cells import in_units
from careercli.official.importers.cps import codes_of, title_key
from careercli.official.releases import newest

Row = Mapping[str, str]


def people(database: sqlite3.Connection, release: int, rows: Iterable[Row], *_: object) -> None:
    """Insert the figures of each Census title for every occupation that belongs to its code."""
    census = database.execute("SELECT title, id, soc FROM census_occupation").fetchall()
    occupations = database.execute("SELECT code, id, level FROM occupation WHERE level <> 'major'").fetchall()
    by_soc = codes_of({code: level == "broad" for code, _, level in occupations}, (soc for *_, soc in census))
    numbers = {code: number for code, number, _ in occupations}
    by_title = {title_key(title): (number, by_soc.get(soc, ())) for title, number, soc in census}
    for row in rows:
        number, codes = by_title.get(title_key(row["title"]), (0, ()))
        values = [(measure, number, in_units(row[measure], 10)) for measure in cps.MEASURES if measure in row]
        found = ((release, numbers[code], *each) for code in codes for each in values)
        database.executemany("INSERT INTO demographic VALUES (?, ?, ?, ?, ?)", found)


def parts(database: sqlite3.Connection, _release: int, rows: Iterable[Row], _joining: object, as_of: str) -> None:
    """Put the parts of occupations in place of the bundled ones, if no newer ones are known."""
    if as_of < newest("crosswalk").as_of:
        return
    ids = dict(database.execute("SELECT code, id FROM occupation"))
    pairs = ((ids.get(row["code"]), ids.get(row["part"].removesuffix(".00"))) for row in rows)
    database.execute("DELETE FROM part")
    database.executemany("INSERT INTO part VALUES (?, ?)", [pair for pair in pairs if all(pair)])


def codes(*_: object) -> None:
    """Insert nothing: a crosswalk joins the rows of other releases."""


TABLES: dict[str, Callable[..., None]] = {"ages": people, "shares": people, "parts": parts, "codes": codes}
"""The functions that insert the rows of each table, by its name without its release."""
