"""Make anew the tables that are built of several others, where an imported release is newer than a bundled one.

These are the titles, texts and names that searches read, and which occupations are near and alike.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Mapping

from careercli.official import releases
from careercli.official.onet_parts import NEAR, PARTS
from careercli.store.build import derive_all, index_texts, without_collection
from careercli.store.imported import is_current

_PARTS = (*NEAR, "skills", "technologies", "related")
_TEXTS = ("occupation_text", "occupation_word")
_TABLES = (
    *_TEXTS, "title", "title_key", "title_word", "title_term", "title_vote",
    "title_total", "likeness", "nearest", "alike", "element_name", "technology_total",
    "rated_total",
)  # fmt: skip
_SCHEMA = "CREATE TABLE derived_from (checksum INTEGER NOT NULL)"


def derive(database: sqlite3.Connection, texts: Mapping[str, bytes], before: str) -> None:
    """Make these tables anew if a newer release has one of the parts that they are made of.

    If the file `before` was made of the same parts, they are taken from there: making them takes ten seconds.
    """
    checksum = _checksum(database, texts)
    if checksum:
        database.execute(_SCHEMA)
        database.execute("INSERT INTO derived_from VALUES (?)", (checksum,))
        if not _copied(database, checksum, before):
            _empty(database, _TABLES)
            with without_collection():
                derive_all(database)
    if f"{releases.newest('EP').id}.occupations" in texts:  # Searches find the education that these name.
        _empty(database, _TEXTS)
        index_texts(database)


def _checksum(database: sqlite3.Connection, texts: Mapping[str, bytes]) -> int:
    """Return a checksum of what the tables are made of: 0 where all of that is bundled.

    That is the imported texts, and the numbers of what O*NET lists, which the tables name.
    """
    names = [f"{releases.newest_onet(part).id}.{table}" for part in _PARTS for table in PARTS[part]]
    imported = [name for name in names if name in texts]
    if not imported:
        return 0
    checksum = zlib.crc32(repr(database.execute("SELECT id, kind, code, title FROM element").fetchall()).encode())
    for name in imported:
        checksum = zlib.crc32(name.encode() + texts[name], checksum)
    return checksum or 1


def _copied(database: sqlite3.Connection, checksum: int, before: str) -> bool:
    """Copy the tables from another file, and return True if it is there and was made of the same."""
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


def _empty(database: sqlite3.Connection, tables: Iterable[str]) -> None:
    for table in tables:
        condition = " WHERE list = 'occupation'" if table == "title" else ""
        database.execute(f"DELETE FROM {table}{condition}")
