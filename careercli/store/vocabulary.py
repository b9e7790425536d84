"""Keep the words of searched texts, with which searches correct typing mistakes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def put_words(database: sqlite3.Connection, kind: str, texts: Iterable[str]) -> None:
    """Add the words of normalized texts of profiles or occupations, as `kind` says."""
    words = sorted({word for text in texts for word in text.split()})
    database.executemany(f"INSERT OR IGNORE INTO {kind}_word VALUES (?)", ((word,) for word in words))
