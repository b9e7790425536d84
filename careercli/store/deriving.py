"""Make anew the tables that are built of several others, where an imported release is newer than a bundled one.

These are the titles, texts and names that searches read, and which occupations are near and alike.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Mapping

from careercli.official import releases
from careercli.official.onet_parts import NEAR, PARTS
from careercli.store.build import index_texts, put_alike, without_collection
from careercli.store.imported import is_current
from careercli.store.similarity import put_nearest
from careercli.store.skill_index import index_skills
from careercli.store.titles import index_titles

_PARTS = (*NEAR, "skills", "technologies", "related")
_TABLES = (
    "occupation_text", "occupation_word", "title", "title_key", "title_word", "title_term", "title_vote",
    "title_total", "likeness", "nearest", "alike", "element_name", "technology_total",
    "rated_total",
)  # fmt: skip
_SCHEMA = "CREATE TABLE derived_from (checksum INTEGER NOT NULL)"


def derive(database: sqlite3.Connection, texts: Mapping[str, bytes], before: str) -> None:
    """Make these tables anew if a newer release has one of the parts that they are made of.

    If the file `before` was made of the same parts, they are taken from there: making them takes ten seconds.
    """
    checksum = _checksum(texts)
    if not checksum:
        return
    database.execute(_SCHEMA)
    database.execute("INSERT INTO derived_from VALUES (?)", (checksum,))
    if not _taken(database, checksum, before):
        with without_collection():
            _make(database)


def _checksum(texts: Mapping[str, bytes]) -> int:
    """Return a checksum of the imported texts that the tables are made of; 0 where all of them are bundled."""
    names = [f"{releases.newest_onet(part).id}.{table}" for part in _PARTS for table in PARTS[part]]
    checksum = 0
    for name in names:
        if name in texts:
            checksum = zlib.crc32(name.encode() + texts[name], checksum)
    return checksum


def _taken(database: sqlite3.Connection, checksum: int, before: str) -> bool:
    """Take the tables from another file, and return True if it is there and was made of the same."""
    if not _is_usable(before):
        return False
    database.execute("COMMIT")  # A file is not attached within a transaction.
    database.execute("ATTACH ? AS before", (before,))
    database.execute("BEGIN")
    is_same = database.execute("SELECT 1 FROM before.sqlite_master WHERE name = 'derived_from'").fetchone() and (
        database.execute("SELECT checksum FROM before.derived_from").fetchone() == (checksum,)
    )
    if is_same:
        for table in _TABLES:
            database.execute(f"DELETE FROM main.{table}")
            database.execute(f"INSERT INTO main.{table} SELECT * FROM before.{table}")
        database.execute("INSERT INTO occupation_fts(occupation_fts) VALUES ('rebuild')")
    return bool(is_same)


def _is_usable(path: str) -> bool:
    try:
        return os.path.isfile(path) and is_current(path)
    except (OSError, ValueError):
        return False


def _make(database: sqlite3.Connection) -> None:
    for table in _TABLES:
        condition = " WHERE list = 'occupation'" if table == "title" else ""
        database.execute(f"DELETE FROM {table}{condition}")
    index_texts(database)
    index_titles(database)
    put_nearest(database)
    put_alike(database)
    index_skills(database)
