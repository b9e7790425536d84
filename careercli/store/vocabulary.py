"""Keep the words and phrases of searched texts, with which searches correct typing mistakes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from careercli.model.words import initials


def put_phrases(database: sqlite3.Connection, kind: str, phrases: Iterable[str]) -> None:
    """Add normalized phrases of profiles or occupations, as `kind` says, with their words and initials."""
    known = sorted(set(phrases))
    words = sorted({word for phrase in known for word in phrase.split()})
    database.executemany(f"INSERT OR IGNORE INTO {kind}_word VALUES (?)", ((word,) for word in words))
    lettered = [(letters, phrase) for phrase in known if (letters := initials(phrase))]
    database.executemany(f"INSERT OR IGNORE INTO {kind}_phrase VALUES (?, ?)", lettered)
