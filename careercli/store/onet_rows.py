"""Insert imported releases of O*NET under the occupations of today."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from careercli.official import releases
from careercli.official.importers import onet, onet_tables
from careercli.official.importers.onet_tables import LISTS, Make, Numbers
from careercli.store.inserting import insert

Row = Mapping[str, str]

_MADE: dict[str, tuple[str, Make]] = {
    **dict.fromkeys(
        ("essential_skills", "transferable_skills", "knowledge", "interests"), ("rating", onet_tables.rating)
    ),
    "technologies": ("technology", onet_tables.technology),
    "job_zones": ("job_zone", onet_tables.job_zone),
    "education": ("education", onet_tables.education),
    "related": ("related", onet_tables.related),
    "tasks": ("task", onet_tables.task),
}
"""By the table of a release the table here, and what makes a row of it."""

_LISTS = {table: (columns, name) for table, columns, name in LISTS if table != "direct_titles"}
"""The lists of titles, the best first: their columns, and what they are called."""


class _Numbers(dict[str, int]):
    """The numbers of the rows of a table by a name of each."""

    def __init__(self, database: sqlite3.Connection, table: str, name: str) -> None:
        super().__init__(database.execute(f"SELECT {name}, id FROM {table}"))
        self._database, self._table, self._last = database, table, max(self.values(), default=0)

    def add(self, name: str, *cells: str) -> None:
        """Insert a row of these cells and the next number, unless one has the name."""
        if name not in self:
            self._last += 1
            self[name] = self._last
            insert(self._database, self._table, [(self._last, *cells)])


class OnetInsertion:
    """Inserts the tables of O*NET. Those of newer releases are to be inserted first."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._occupations: dict[str, int] = dict(database.execute("SELECT code, id FROM occupation"))
        self._elements = _Numbers(database, "element", "coalesce(nullif(code, ''), title)")
        self._raters = _Numbers(database, "rater", "name")
        self._titles: dict[str, tuple[int, list[Row]]] = {}
        self._activities: dict[str, list[Row]] = {}
        self._activities_of = 0

    def insert(self, table: str, release: str, number: int, rows: Iterable[Row]) -> None:
        """Insert the rows of a table of a release, which is given by its key and its number."""
        if table in _MADE:
            self._insert_rows(table, release, number, rows)
        elif table in _LISTS and releases.newest_onet(table).id == release:
            self._titles[table] = number, [*self._of_today(rows)]
        elif table.startswith("activit") and _is_newest(release, "activities"):
            self._activities[table], self._activities_of = list(rows), number

    def finish(self) -> None:
        """Insert what is made of several tables: the stems of activities, and the titles by which a search finds."""
        if self._activities:
            self._insert_stems()
        if self._titles:
            self._replace_titles()

    def _insert_rows(self, table: str, release: str, number: int, rows: Iterable[Row]) -> None:
        into, make = _MADE[table]
        ids = Numbers(self._occupations, self._elements, self._raters)
        is_newest = table == "technologies" and _is_newest(release, table)
        made = []
        for row in self._of_today(rows):
            self._name(row, "technologies" if is_newest else "former technologies")
            made.append(make(number, row, ids))
        insert(self._database, into, sorted(made))

    def _name(self, row: Row, technologies: str) -> None:
        """Number what a row rates or lists, and who rated it; `technologies` is the kind of new ones of these."""
        if "element_id" in row:
            element = row["element_id"]
            self._elements.add(element, onet_tables.kind_of(element), element, row["element"])
        if "technology" in row:
            self._elements.add(row["technology"], technologies, "", row["technology"])
        if "source" in row:
            self._raters.add(row["source"], row["source"])

    def _of_today(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows of occupations of today, with codes as they are here."""
        for row in rows:
            code = row["code"].removesuffix(".00")
            other = row.get("related", code).removesuffix(".00")
            if code in self._occupations and other in self._occupations:
                yield {**row, "code": code}

    def _insert_stems(self) -> None:
        titles = {row["id"]: row["title"] for row in self._activities["activity_titles"]}
        of_today = self._of_today(self._activities["activities"])
        counts = onet.count_stems((row["code"], titles[row["id"]]) for row in of_today if row["id"] in titles)
        stems = _Numbers(self._database, "stem", "stem")
        for _, word in counts:
            stems.add(word, word)
        made = ((self._activities_of, self._occupations[code], stems[word], n) for (code, word), n in counts.items())
        insert(self._database, "activity_stem", made)

    def _replace_titles(self) -> None:
        """Put the newest lists in place of those of before."""
        before = self._database.execute(
            "SELECT title.release, occupation, title.title, list, series"
            " FROM title JOIN release ON release.id = title.release ORDER BY title.id"
        ).fetchall()
        found: dict[tuple[int, str], tuple[int, str]] = {}
        for table, (_, name) in _LISTS.items():
            for release, occupation, title in self._listed(table, before):
                found.setdefault((occupation, title), (release, name))
        others = (tuple(row) for *row, series in before if series != "O*NET")
        rows = sorted([*others, *((release, *key, name) for key, (release, name) in found.items())])
        self._database.execute("DELETE FROM title")
        insert(self._database, "title", ((number, *row) for number, row in enumerate(rows, 1)))

    def _listed(self, table: str, before: Iterable[tuple[int, int, str, str, str]]) -> Iterator[tuple[int, int, str]]:
        """Yield release, occupation and title of a list: the newer one, else what there was.

        Each reported title is among the alternate ones too: if only a newer list of reported titles is there, those of
        before stay as alternate ones.
        """
        columns, name = _LISTS[table]
        if table in self._titles:
            number, rows = self._titles[table]
            for row in rows:
                yield from ((number, self._occupations[row["code"]], row[each]) for each in columns if row[each])
        else:
            names = {name, "reported"} if table == "alternate_titles" else {name}
            yield from (row[:3] for row in before if row[4] == "O*NET" and row[3] in names)


def _is_newest(release: str, part: str) -> bool:
    """Return True if a release is the newest that has a part of O*NET."""
    return releases.newest_onet(part).id == release
