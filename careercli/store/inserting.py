"""Insert many rows into a table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain, islice

_ROWS = 100
"""Rows of one statement, which finds the end of a table once; with a statement a row it takes half as long again."""


def insert(database: sqlite3.Connection, into: str, rows: Iterable[Sequence[object]]) -> None:
    """Insert rows of equal length as they are made; `into` is a table, or a table and its columns in brackets."""
    left = iter(rows)
    while some := list(islice(left, _ROWS)):
        row = f"({', '.join('?' * len(some[0]))})"
        database.execute(f"INSERT INTO {into} VALUES {', '.join([row] * len(some))}", list(chain.from_iterable(some)))
