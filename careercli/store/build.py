"""Build official.sqlite from the texts of the releases: `python -m careercli.store.build`, and hatch_build.py.

The same texts give the same bytes with the same SQLite, and the same rows with any.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from careercli.model.claims import Occupation
from careercli.official import oews, onet, releases
from careercli.official.importers import text
from careercli.search import normalize
from careercli.store import official

TEXTS = Path(__file__).resolve().parent.parent / "data" / "releases"
SCHEMA = Path(__file__).resolve().parent / "schema" / "official.sql"

Row = tuple[Any, ...]

_WAGES = {
    "employment": ("TOT_EMP", 1), "employment_prse": ("EMP_PRSE", 10), "mean_prse": ("MEAN_PRSE", 10),
    **{
        f"{word}_{statistic}": (f"{prefix}_{header}", units)
        for word, prefix, units in (("annual", "A", 1), ("hourly", "H", 100))
        for statistic, header in (
            ("mean", "MEAN"), ("p10", "PCT10"), ("p25", "PCT25"), ("median", "MEDIAN"), ("p75", "PCT75"),
            ("p90", "PCT90"),
        )
    },
}  # fmt: skip
_PROJECTIONS = {
    "employment_base": 1000, "employment_target": 1000, "openings": 1000, "employment_change": 10, "self_employed": 10,
    "entry_education": 0, "work_experience": 0, "on_the_job_training": 0,
}  # fmt: skip
"""Each column, the header it is printed under, and how many of the column's units are one of the printed; 0 is text."""

_MEASURES = {name: number for number, name in enumerate((*_WAGES, *_PROJECTIONS), 1)}
_NATION = (1, "US", "nation", "United States", "", 1)
_FLAGS = {"Y": 1, "N": 0, "": None}


def build(path: str = official.PATH, texts: Path = TEXTS) -> str:
    """Put official.sqlite at `path`, whole or not at all, and return the path.

    Raises ValueError where a cell cannot be kept exactly, OSError and sqlite3.Error.
    """
    beside = f"{path}.{os.getpid()}"
    try:
        database = sqlite3.connect(beside, isolation_level=None)
        try:
            database.execute(f"PRAGMA page_size = {official.PAGE}")
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.executescript(SCHEMA.read_text(encoding="utf-8"))
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
        numbered = sorted(enumerate(releases.ALL, 1), key=lambda each: each[1].as_of, reverse=True)
        self._releases = {source.id: number for number, source in numbered}
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
        self._insert("wage", self._wages())
        self._insert("projection", self._projections())
        self._insert("missing", self._missing)
        self._fill_onet()

    def _insert(self, table: str, rows: Iterable[Row]) -> None:
        """Insert rows in the order of their keys, which stand first and are unique."""
        ordered = sorted(rows)
        if ordered:
            cells = ", ".join("?" * len(ordered[0]))
            self._database.executemany(f"INSERT INTO {table} VALUES ({cells})", ordered)

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
        """Every code of OEWS and every specialty of O*NET, by code; of several releases the newest names it."""
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
            key = (release, self._occupations[row["code"]], 1)
            cells = {column: self._cell(key, column, row[header], units) for column, (header, units) in _WAGES.items()}
            only = next(
                (period for period, flag in (("year", "ANNUAL"), ("hour", "HOURLY")) if row[flag] == "TRUE"), None
            )
            yield (*key, cells.pop("employment"), cells.pop("employment_prse"), None, None, *cells.values(), only)

    def _projections(self) -> Iterator[Row]:
        for release, row in self._rows("occupations"):
            key = (release, self._occupations[row["code"]], 1)
            cells = (self._cell(key, column, row[column], units) for column, units in _PROJECTIONS.items())
            yield (*key[:2], *cells)

    def _fill_onet(self) -> None:
        rated, listed, zones = (list(self._rows(table)) for table in ("ratings", "technologies", "job_zones"))
        kinds = {"2.A": "skills", "2.B": "skills", "2.C": "knowledge"}
        elements = {(kinds[row["element_id"][:3]], row["element_id"], row["element"]) for _, row in rated}
        elements |= {("technologies", "", row["technology"]) for _, row in listed}
        # Technologies are listed in alphabetical order, regardless of case.
        ordered = sorted(elements, key=lambda each: (*each[:2], each[2].casefold(), each[2]))
        numbers = {each[1] or each[2]: number for number, each in enumerate(ordered, 1)}
        self._insert("element", ((number, *each) for number, each in enumerate(ordered, 1)))
        names = sorted({row["source"] for _, row in chain(rated, zones)})
        raters = {name: number for number, name in enumerate(names, 1)}
        self._insert("rater", ((number, name) for name, number in raters.items()))
        self._insert("rating", (
            (release, self._occupations[row["code"]], numbers[row["element_id"]], row["scale"],
             _units(row["value"], 100), _units(row["n"], 1), _units(row["standard_error"], 10_000),
             _month(row["date"]), raters[row["source"]], _FLAGS[row["suppress"]], _FLAGS[row["not_relevant"]])
            for release, row in rated
        ))  # fmt: skip
        self._insert("technology", (
            (release, self._occupations[row["code"]], numbers[row["technology"]],
             _FLAGS[row["in_demand"]], _FLAGS[row["hot"]])
            for release, row in listed
        ))  # fmt: skip
        self._insert("job_zone", (
            (release, self._occupations[row["code"]], int(row["zone"]), _month(row["date"]), raters[row["source"]])
            for release, row in zones
        ))  # fmt: skip

    def _cell(self, key: tuple[int, int, int], column: str, as_printed: str, units: int) -> int | str | None:
        """The cell as it is kept; the mark of one without a figure goes to `missing`."""
        if as_printed and not units and as_printed != "—":
            return as_printed
        value = _units(as_printed, units) if as_printed[-1:].isdigit() else None
        if value is None and as_printed:
            period = "year" if column.startswith("annual") else "hour"
            least = oews.top_code(self._as_of(key[0]), period) * units if as_printed == "#" else None
            self._missing.append((*key, _MEASURES[column], as_printed, least))
        return value

    def _as_of(self, release: int) -> str:
        return releases.ALL[release - 1].as_of


@cache
def _units(as_printed: str, units: int) -> int | None:
    """Return a printed number in smaller units; None for an empty cell. Raises ValueError where it is finer."""
    if not as_printed or as_printed == "n/a":
        return None
    value = round(float(as_printed) * units)
    if abs(value - float(as_printed) * units) > 1e-6:
        raise ValueError(f"{as_printed} is finer than 1/{units}")
    return value


@cache
def _month(date: str) -> int:
    """`07/2014` as 201407."""
    return int(date[3:] + date[:2])


# -- what a search looks at


def _index_texts(database: sqlite3.Connection) -> None:
    """Fill the tables of search from what is shown of each occupation."""
    words: dict[str, int] = {}
    for number, code in database.execute("SELECT id, code FROM occupation WHERE level <> 'major' ORDER BY id"):
        found = official.occupation_in(database, code)
        assert found
        texts = _texts(found)
        database.execute("INSERT INTO occupation_text VALUES (?, ?, ?, ?)", (number, *texts))
        for word in " ".join(texts).split():
            words[word] = max(words.get(word, 0), int(found.experience == "detailed"))
    database.executemany("INSERT INTO occupation_word VALUES (?, ?)", sorted(words.items()))
    database.execute("INSERT INTO occupation_fts(occupation_fts) VALUES ('rebuild')")


def _texts(found: Occupation) -> tuple[str, str, str]:
    """Names, skills and education of an occupation, folded, one a line; technologies hot everywhere are not its own."""
    rated = [claim for claim in found.claims if claim.field in ("skills", "knowledge")]
    sought = [claim for claim in found.claims if claim.field == "technologies" and claim.value != onet.HOT]
    education = [str(claim.value) for claim in found.claims if claim.field == "entry_education"]
    names = (found.id, found.title, found.family)
    skills = [claim.item for claim in rated] + [f"{claim.item} {claim.value}" for claim in sought]
    names_, skills_, education_ = (
        "\n".join(dict.fromkeys(map(normalize, part))) for part in (names, skills, education)
    )
    return names_, skills_, education_


if __name__ == "__main__":
    print(build())
