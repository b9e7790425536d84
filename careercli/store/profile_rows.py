"""Write and check the rows of one profile in the index."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple

from careercli.model.words import initials
from careercli.profiles.packing import pack, pack_wages, search_texts
from careercli.profiles.stamps import Reading


class Damaged(sqlite3.DatabaseError):
    """A row does not agree with its checksum, or rows are missing."""


class ProfileRow(NamedTuple):
    """A role as lists show it. `problem` says why a profile cannot be used."""

    id: int
    file: bytes
    digest: str
    role: str
    title: str
    occupation: str
    family: str
    problem: str
    checksum: int = 0


def checksum(cells: Sequence[object]) -> int:
    """Return the checksum of a row, from all its cells but the last."""
    return zlib.crc32(repr(cells[:-1]).encode("utf-8", "surrogatepass"))


def checked(rows: Sequence[tuple[Any, ...]]) -> list[ProfileRow]:
    """Return the rows. Raises Damaged if one does not agree with its checksum."""
    if [checksum(row) for row in rows] != [row[-1] for row in rows]:
        raise Damaged("a row does not agree with its checksum")
    return list(map(ProfileRow._make, rows))


def checked_body(number: int, body: bytes | None, checksum: int) -> bytes:
    if body is None or zlib.crc32(body, number) != checksum:
        raise Damaged("a row does not agree with its checksum")
    return body


def insert(database: sqlite3.Connection, directory: int, readings: Sequence[Reading]) -> None:
    (last,) = database.execute("SELECT coalesce(max(id), 0) FROM profile").fetchone()
    phrases: set[str] = set()
    for number, each in enumerate(readings, last + 1):
        role = each.role
        named = (role.id, role.title, role.occupation, role.family) if role else ("", "", "", "")
        row = ProfileRow(number, each.file, each.digest, *named, each.problem)
        database.execute(
            "INSERT INTO profile VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, directory, each.file, *each.stamp, each.read_at, *row[2:-1], checksum(tuple(row))),
        )
        if role is None:
            continue
        for table, body in (("profile_body", pack(role)), ("profile_wages", pack_wages(role))):
            database.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", (number, body, zlib.crc32(body, number)))
        texts = search_texts(role)
        phrases.update(*texts[:2])
        lines = ["\n".join(part) for part in texts]
        database.execute("INSERT INTO profile_text VALUES (?, ?, ?, ?)", (number, *lines))
        database.execute("INSERT INTO profile_fts (rowid, names, skills) VALUES (?, ?, ?)", (number, *lines[:2]))
    words = {word for phrase in phrases for word in phrase.split()}
    database.executemany("INSERT OR IGNORE INTO profile_word VALUES (?)", ((word,) for word in words))
    database.executemany(
        "INSERT OR IGNORE INTO profile_phrase VALUES (?, ?)",
        ((letters, phrase) for phrase in phrases if (letters := initials(phrase))),
    )


def delete(database: sqlite3.Connection, number: int) -> None:
    for texts in database.execute("SELECT names, skills FROM profile_text WHERE id = ?", (number,)).fetchall():
        database.execute(
            "INSERT INTO profile_fts (profile_fts, rowid, names, skills) VALUES ('delete', ?, ?, ?)", (number, *texts)
        )
    for table in ("profile", "profile_text", "profile_body", "profile_wages"):
        database.execute(f"DELETE FROM {table} WHERE id = ?", (number,))
