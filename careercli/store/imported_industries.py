"""Insert imported wages by industry: under the sectors of today, or a finer industry's own code and title."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping

from careercli.official import oews

Row = Mapping[str, str]

_SECTOR = re.compile(r"Sectors? (\d\d)")
_COLUMNS = ("release", "occupation", "industry", *oews.OF_INDUSTRIES, "missing")
INSERT = f"INSERT OR IGNORE INTO industry_wage ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
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
