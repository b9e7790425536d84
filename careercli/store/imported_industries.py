"""Insert imported wages by industry: under the sectors of today, or a finer industry's own code and title."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping

from careercli.official import oews
from careercli.official.cells import Marks

Row = Mapping[str, str]

_SECTOR = re.compile(r"Sectors? (\d\d)")
_COLUMNS = ("release", "occupation", "industry", *oews.OF_INDUSTRIES, "missing")
_INSERT = f"INSERT OR IGNORE INTO industry_wage ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
"""An industry without finer ones is printed at several levels, of which the coarsest is kept."""


class Sectors:
    """Finds the sector of today, or the nation under one ownership, that a code of NAICS means."""

    def __init__(self, database: sqlite3.Connection) -> None:
        found = database.execute("SELECT code, title, id FROM industry WHERE level = 'sector'").fetchall()
        self._by_code: dict[str, int] = {code: number for code, _, number in found}
        self._by_digits: dict[str, int] = {
            match[1]: number for _, title, number in found if (match := _SECTOR.match(title))
        }

    def number(self, code: str) -> int:
        """Return the number of a sector by its code or the first two digits of it, or 0."""
        return self._by_code.get(code) or self._by_digits.get(code[:2], 0)


class FinerIndustries:
    """Numbers finer industries by code and title: a code of another year may mean another one."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        known = database.execute("SELECT code, title, id FROM industry")
        self._numbers: dict[tuple[str, str], int] = {(code, title): number for code, title, number in known}

    def number(self, row: Row) -> int:
        """Return the number of the industry of a row, which is inserted if it is not there yet."""
        key = (row["NAICS"], row["NAICS_TITLE"])
        if key not in self._numbers:
            number = self._numbers[key] = len(self._numbers) + 1
            self._database.execute("INSERT INTO industry VALUES (?, ?, ?, ?)", (number, *key, row["I_GROUP"]))
        return self._numbers[key]


def insert(
    database: sqlite3.Connection,
    release: int,
    rows: Iterable[tuple[Row, int, int]],
    as_of: str,
    pattern: Callable[[Marks], int | None],
) -> None:
    """Insert rows of OEWS with the numbers of their occupation and their industry, if they have both.

    `pattern` numbers the marks of a row's missing cells.
    """
    database.executemany(_INSERT, (_values(release, *row, as_of, pattern) for row in rows if all(row[1:])))


def _values(
    release: int, row: Row, occupation: int, industry: int, as_of: str, pattern: Callable[[Marks], int | None]
) -> tuple[object, ...]:
    figures, marks = oews.read(row, as_of)
    return (release, occupation, industry, *oews.figures_of_industry(figures), pattern(marks))
