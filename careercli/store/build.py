"""Build official.sqlite from the texts of the releases: `python -m careercli.store.build`, and hatch_build.py.

The same texts give the same bytes with the same SQLite, and the same rows with any.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from careercli.model.claims import Occupation
from careercli.model.words import initials, normalize
from careercli.official import ep, oews, onet, releases
from careercli.official.cells import FLAGS, Marks, in_units, month
from careercli.official.importers import text
from careercli.store import official

TEXTS = Path(__file__).resolve().parent.parent / "data" / "releases"
_SCHEMA = Path(__file__).resolve().parent / "schema" / "official.sql"

Row = tuple[Any, ...]

_MEASURES = {name: n for n, name in enumerate((*oews.Wages._fields[:-1], *ep.Projection._fields), 1)}
_NATION = (1, official.NATION, "nation", "United States", "", 1)
_KINDS = {"2.A": "skills", "2.B": "skills", "2.C": "knowledge"}
"""What O*NET rates, by how the ids of its elements begin."""


def build(path: str = official.PATH, texts: Path = TEXTS) -> str:
    """Put official.sqlite at `path`, whole or not at all, and return the path.

    Raises ValueError where a cell cannot be kept exactly or a release is unknown, OSError and sqlite3.Error.
    """
    beside = f"{path}.{os.getpid()}"
    try:
        database = sqlite3.connect(beside, isolation_level=None)
        try:
            for setting in (f"page_size = {official.PAGE}", "journal_mode = OFF", "synchronous = OFF"):
                database.execute(f"PRAGMA {setting}")
            database.executescript(_SCHEMA.read_text(encoding="utf-8"))
            database.execute("BEGIN")
            _Tables(database, texts).fill()
            _index_texts(database)
            database.execute("COMMIT")
            database.execute("VACUUM")
            database.execute("ANALYZE")
        finally:
            database.close()
        os.chmod(beside, 0o644)
        os.replace(beside, path)
    finally:
        Path(beside).unlink(missing_ok=True)
    return path


class _Tables:
    """Fills the tables of a new database from the texts of every release."""

    def __init__(self, database: sqlite3.Connection, texts: Path) -> None:
        self._database, self._texts = database, texts
        newest_first = sorted(enumerate(releases.ALL, 1), key=lambda each: each[1].as_of, reverse=True)
        self._releases = {source.id: number for number, source in newest_first}
        known = {path.name.partition(".")[0] for path in texts.glob("*.tsv*")}
        if known != self._releases.keys():
            raise ValueError(f"{texts} holds {sorted(known)}, and the registry {sorted(self._releases)}")
        self._occupations: dict[str, int] = {}
        self._missing: list[Row] = []

    def fill(self) -> None:
        """Insert the rows of every table but those of search."""
        self._insert("release", ((n, *releases.BY_ID[key]) for key, n in self._releases.items()))
        self._insert("area", [_NATION])
        self._insert("measure", ((number, name) for name, number in _MEASURES.items()))
        self._insert("occupation", self._named())
        self._insert("wage", self._wages(), f"(release, occupation, area, {', '.join(oews.Wages._fields)})")
        self._insert("projection", self._projections())
        self._insert("missing", self._missing)
        self._fill_onet()

    def _insert(self, table: str, rows: Iterable[Row], columns: str = "") -> None:
        """Insert rows in the order of their keys, which stand first and are unique."""
        if ordered := sorted(rows):
            cells = ", ".join("?" * len(ordered[0]))
            self._database.executemany(f"INSERT INTO {table} {columns} VALUES ({cells})", ordered)

    def _rows(self, table: str) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the rows of every text of a table, newest release first, each with the number of its release.

        Rows of occupations that cannot be named are left out.
        """
        for key, number in self._releases.items():
            for path in self._texts.glob(f"{key}.{table}.tsv*"):
                for row in text.read(path):
                    row["code"] = row.get("OCC_CODE") or row["code"].removesuffix(".00")
                    if row["code"] in self._occupations or not self._occupations:
                        yield number, row

    def _named(self) -> list[Row]:
        """Return every code of OEWS and every specialty of O*NET; of several releases the newest names it."""
        named: dict[str, tuple[str, str]] = {}
        for _, row in self._rows("national"):
            named.setdefault(row["code"], (row["OCC_TITLE"], row["O_GROUP"]))
        for _, row in self._rows("job_zones"):
            if "." in row["code"]:
                named.setdefault(row["code"], (row["title"], official.SPECIALTY))
        self._occupations = {code: number for number, code in enumerate(sorted(named), 1)}
        family = {code: self._occupations.get(f"{code[:3]}0000") for code in named}
        return [(number, code, *named[code], family[code]) for code, number in self._occupations.items()]

    def _wages(self) -> Iterator[Row]:
        for release, row in self._rows("national"):
            figures, marks = oews.read(row, releases.ALL[release - 1].as_of)
            yield (*self._marked(release, row, marks), _NATION[0], *figures)

    def _projections(self) -> Iterator[Row]:
        for release, row in self._rows("occupations"):
            cells, marks = ep.read(row)
            yield (*self._marked(release, row, marks), *cells)

    def _marked(self, release: int, row: dict[str, str], marks: Marks) -> tuple[int, int]:
        """Keep the marks of a row, and return its key."""
        key = (release, self._occupations[row["code"]])
        self._missing += ((*key, _NATION[0], _MEASURES[column], *mark) for column, mark in marks.items())
        return key

    def _fill_onet(self) -> None:
        rated, listed, zones = (list(self._rows(table)) for table in ("ratings", "technologies", "job_zones"))
        elements = {(_KINDS[row["element_id"][:3]], row["element_id"], row["element"]) for _, row in rated}
        elements |= {("technologies", "", row["technology"]) for _, row in listed}
        # Technologies are listed in alphabetical order, regardless of case.
        ordered = sorted(elements, key=lambda each: (*each[:2], each[2].casefold(), each[2]))
        numbers = {each[1] or each[2]: number for number, each in enumerate(ordered, 1)}
        self._insert("element", ((number, *each) for number, each in enumerate(ordered, 1)))
        names = sorted({row["source"] for _, row in chain(rated, zones)})
        raters = {name: number for number, name in enumerate(names, 1)}
        self._insert("rater", ((number, name) for name, number in raters.items()))
        ids = self._occupations
        self._insert("rating", (
            (release, ids[row["code"]], numbers[row["element_id"]], row["scale"], in_units(row["value"], 100),
             in_units(row["n"], 1), in_units(row["standard_error"], 10_000), month(row["date"]), raters[row["source"]],
             FLAGS[row["suppress"]], FLAGS[row["not_relevant"]])
            for release, row in rated
        ))  # fmt: skip
        self._insert("technology", (
            (release, ids[row["code"]], numbers[row["technology"]], FLAGS[row["in_demand"]], FLAGS[row["hot"]])
            for release, row in listed
        ))  # fmt: skip
        self._insert("job_zone", (
            (release, ids[row["code"]], in_units(row["zone"], 1), month(row["date"]), raters[row["source"]])
            for release, row in zones
        ))  # fmt: skip


def _index_texts(database: sqlite3.Connection) -> None:
    """Fill the tables of search from what is shown of each occupation."""
    phrases: set[str] = set()
    named = database.execute("SELECT id, code FROM occupation WHERE level <> 'major' ORDER BY id")
    for number, code in named.fetchall():
        found = official.occupation_in(database, code)
        assert found
        texts = [list(dict.fromkeys(map(normalize, each))) for each in _texts(found)]
        phrases.update(*texts[:2])
        database.execute("INSERT INTO occupation_text VALUES (?, ?, ?, ?)", (number, *map("\n".join, texts)))
    words = sorted({word for phrase in phrases for word in phrase.split()})
    database.executemany("INSERT INTO occupation_word VALUES (?)", ((word,) for word in words))
    lettered = sorted((letters, phrase) for phrase in phrases if (letters := initials(phrase)))
    database.executemany("INSERT INTO occupation_phrase VALUES (?, ?)", lettered)
    database.execute("INSERT INTO occupation_fts(occupation_fts) VALUES ('rebuild')")


def _texts(found: Occupation) -> tuple[list[str], list[str], list[str]]:
    """Return names, skills and education of an occupation; technologies that are hot everywhere are not its own."""
    rated = [claim.item for claim in found.claims if claim.field in ("skills", "knowledge")]
    used = [claim for claim in found.claims if claim.field == "technologies" and claim.value != onet.HOT]
    education = [str(claim.value) for claim in found.claims if claim.field == "entry_education"]
    return [found.code, found.title, found.family], rated + [f"{claim.item} {claim.value}" for claim in used], education


if __name__ == "__main__":
    print(build())
