"""Insert imported wages under the occupations and areas of today."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from careercli.official import ep, oews
from careercli.official.cells import Marks, in_units
from careercli.official.importers.areas import NATION_ID, parity_area
from careercli.official.importers.cps import title_key
from careercli.store import imported_industries, imported_people, imported_prices
from careercli.store.inserting import insert

SAME_CODES_SINCE = "2021"
"""Since this year a code of OEWS, or of projections that begin with it, alone says which occupation is meant; before,
its title has to be the same too."""

_HYBRID_CODES_SINCE = "2019"
"""Before this year the codes are those of SOC 2010."""

Row = Mapping[str, str]


class Joining:
    """Finds the occupation and the area of a row of a publisher in a database.

    A row belongs to the occupation of its code; before SOC 2018 only if the title is the same too, as one code
    may mean another occupation, or if a crosswalk says which code alone has become of it. An area that is no state
    has to have code and title of an area of today, as the counties of a metropolitan area change.
    """

    def __init__(self, database: sqlite3.Connection, successors: Mapping[str, str]) -> None:
        """Take the codes of SOC 2018 that an imported crosswalk gives for codes of SOC 2010: `one_to_one`."""
        self.successors = successors
        self._occupations = _by_code(database, "SELECT code, id, title FROM occupation")
        self._areas = _by_code(database, "SELECT code, id, title FROM area WHERE kind <> 'portion'")
        self.sectors = imported_industries.Sectors(database)
        self._census = {title_key(title) for (title,) in database.execute("SELECT title FROM census_occupation")}
        self._codes = {code for (code,) in database.execute("SELECT code FROM area")}
        states = database.execute("SELECT title, id FROM area WHERE kind = 'state'")
        self._states: dict[str, int] = {title.casefold(): number for title, number in states}

    def occupation(self, code: str, title: str, as_of: str) -> int:
        """Return the number of the occupation that a code and title of a date belong to, or 0."""
        if as_of < _HYBRID_CODES_SINCE and code in self.successors:
            return self._occupations.get(self.successors[code], (0, ""))[0]
        occupation, today = self._occupations.get(code, (0, ""))
        is_same = as_of >= SAME_CODES_SINCE or title.casefold() == today.casefold()
        return occupation if is_same else 0

    def joins(self, row: Row, as_of: str) -> bool:
        """Return True if a row of any table will be shown; one that names neither occupation nor area will."""
        if "GeoFIPS" in row:
            return parity_area(row["GeoFIPS"]) in self._codes
        if "OCC_CODE" in row:
            is_of_sector = "NAICS" in row and "I_GROUP" not in row
            return self.key(row, as_of) is not None and (not is_of_sector or self.sectors.number(row["NAICS"]) > 0)
        if "code" in row:
            return self.occupation(row["code"], row.get("title", ""), as_of) > 0
        return "title" not in row or title_key(row["title"]) in self._census

    def key(self, row: Row, as_of: str) -> tuple[int, int] | None:
        """Return the numbers of the occupation and the area of a row of OEWS, or None where it belongs to none."""
        occupation = self.occupation(row["OCC_CODE"], row["OCC_TITLE"], as_of)
        area = self._area(row) if "AREA" in row else NATION_ID
        return (occupation, area) if occupation and area else None

    def _area(self, row: Row) -> int:
        if len(row["AREA"]) <= 2:
            return self._states.get(row["AREA_TITLE"].casefold(), 0)
        area, title = self._areas.get(row["AREA"], (0, ""))
        return area if title.casefold() == row["AREA_TITLE"].casefold() else 0


def one_to_one(rows: Iterable[Row]) -> dict[str, str]:
    """Return the code of SOC 2018 by each code of SOC 2010 where either belongs to the other alone."""
    after, before = defaultdict(set), defaultdict(set)
    for row in rows:
        after[row["soc_2010"]].add(row["soc_2018"])
        before[row["soc_2018"]].add(row["soc_2010"])
    return {old: min(new) for old, new in after.items() if len(new) == 1 and before[min(new)] == {old}}


def _by_code(database: sqlite3.Connection, sql: str) -> dict[str, tuple[int, str]]:
    return {code: (number, title) for code, number, title in database.execute(sql)}


Inserts = Callable[[int, Iterable[Row], Joining, str], None]
"""Inserts rows of a release by its number, and its date as in its key."""


class Insertion:
    """Inserts imported rows and the patterns of their missing cells."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._measures = dict(database.execute("SELECT name, id FROM measure"))
        self._patterns: dict[object, int] = {}
        ((self._last,),) = database.execute("SELECT max(id) FROM missing")

    def of(self, table: str) -> Inserts:
        """Return what inserts the rows of a table, by its name without its release."""
        if insert_rows := (imported_prices.TABLES | imported_people.TABLES).get(table):
            return partial(insert_rows, self._database)
        own = {
            "occupations": self.projections, "separations": self.separations,
            "sectors": self.industries, "finer_industries": self.industries,
        }  # fmt: skip
        return own.get(table, self.wages)

    def wages(self, release: int, rows: Iterable[Row], joining: Joining, as_of: str) -> None:
        """Insert the rows of OEWS that belong to an occupation and an area of today."""
        columns = ("release", "occupation", "area", *oews.Wages._fields, "missing")
        insert(self._database, f"wage ({', '.join(columns)})", self._values(release, rows, joining, as_of))

    def projections(self, release: int, rows: Iterable[Row], joining: Joining, as_of: str) -> None:
        """Insert the projections of occupations of today."""
        for row in rows:
            if occupation := joining.occupation(row["code"], row["title"], as_of):
                cells, marks = ep.read(row)
                insert(self._database, "projection", [(release, occupation, *cells, self._pattern(marks))])

    def industries(self, release: int, rows: Iterable[Row], joining: Joining, as_of: str) -> None:
        """Insert the wages of occupations of today in the sectors of today and in finer industries."""
        self._database.executemany(imported_industries.INSERT, self._by_industry(release, rows, joining, as_of))

    def separations(self, release: int, rows: Iterable[Row], joining: Joining, as_of: str) -> None:
        """Insert the rates at which workers leave occupations of today."""
        for row in rows:
            if occupation := joining.occupation(row["code"], row.get("title", ""), as_of):
                rates = (in_units(row[column], 10) for column in ep.Separations._fields)
                insert(self._database, "separation", [(release, occupation, *rates)])

    def _values(self, release: int, rows: Iterable[Row], joining: Joining, as_of: str) -> Iterator[tuple[object, ...]]:
        for row in rows:
            if key := joining.key(row, as_of):
                figures, marks = oews.read(row, as_of)
                yield (release, *key, *figures, self._pattern(marks))

    def _by_industry(
        self, release: int, rows: Iterable[Row], joining: Joining, as_of: str
    ) -> Iterator[tuple[object, ...]]:
        finer = imported_industries.FinerIndustries(self._database)
        for row in rows:
            occupation = joining.occupation(row["OCC_CODE"], row["OCC_TITLE"], as_of)
            industry = finer.number(row) if "I_GROUP" in row else joining.sectors.number(row["NAICS"])
            if occupation and industry:
                figures, marks = oews.read(row, as_of)
                yield (release, occupation, industry, *oews.figures_of_industry(figures), self._pattern(marks))

    def _pattern(self, marks: Marks) -> int | None:
        if not marks:
            return None
        cells = tuple((self._measures[column], *mark) for column, mark in marks.items())
        if cells not in self._patterns:
            self._last += 1
            self._patterns[cells] = self._last
            insert(self._database, "missing", [(self._last, *cell) for cell in cells])
        return self._patterns[cells]
