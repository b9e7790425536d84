"""Write and check the rows of one profile in the index."""

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from careercli.model.claims import Role
from careercli.profiles.packing import pack, pack_wages, search_texts

if TYPE_CHECKING:
    from careercli.profiles.stamped import Reading

_FEW = 100
"""Profiles whose whole roles are kept at once: packing one takes a quarter of the time of reading it."""

_SEARCHED = "names, skills, certifications"
"""The columns of texts that a search looks at."""


class Damaged(sqlite3.DatabaseError):
    """A row does not agree with its checksum, or rows are missing."""


class ProfileRow(NamedTuple):
    """A role as lists show it. `problem` says why a profile cannot be used; `checksum` is of all before it."""

    id: int
    file: bytes
    role: str
    title: str
    occupation: str
    family: str
    caveat: str
    problem: str
    checksum: int


def checksum(number: int, file: bytes, texts: Sequence[str]) -> int:
    """Return the checksum of a row from its id, file, and role, title, occupation, family, caveat and problem."""
    return zlib.crc32("\0".join(texts).encode("utf-8", "surrogatepass"), zlib.crc32(file, number))


def checked(rows: Sequence[tuple[Any, ...]]) -> list[ProfileRow]:
    """Return the rows. Raises Damaged if one does not agree with its checksum."""
    if [checksum(row[0], row[1], row[2:8]) for row in rows] != [row[-1] for row in rows]:
        raise Damaged("a row does not agree with its checksum")
    return list(map(ProfileRow._make, rows))


def checked_body(number: int, body: bytes | None, checksum: int) -> bytes:
    if body is None or zlib.crc32(body, number) != checksum:
        raise Damaged("a row does not agree with its checksum")
    return body


def put_role(database: sqlite3.Connection, number: int, role: Role) -> None:
    """Keep the whole role beside its row."""
    _put(database, "profile_body", [(number, pack(role))])


def _put(database: sqlite3.Connection, table: str, bodies: Iterable[tuple[int, bytes]]) -> None:
    rows = [(number, body, zlib.crc32(body, number)) for number, body in bodies]
    database.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", rows)


def insert(database: sqlite3.Connection, directory: int, readings: "Sequence[Reading]") -> None:
    """Add the rows of profiles; of many, the whole roles are left to the first question that names them."""
    from careercli.store.vocabulary import put_words

    (last,) = database.execute("SELECT coalesce(max(id), 0) FROM profile").fetchone()
    database.executemany(
        f"INSERT INTO profile VALUES ({', '.join('?' * 16)})",
        [_columns(number, directory, each) for number, each in enumerate(readings, last + 1)],
    )
    roles = [(number, each.role) for number, each in enumerate(readings, last + 1) if each.role]
    _put(database, "profile_wages", [(number, pack_wages(role)) for number, role in roles])
    if len(readings) <= _FEW:
        _put(database, "profile_body", [(number, pack(role)) for number, role in roles])
    searched = [(number, *search_texts(role)) for number, role in roles]
    texts = [(number, *map("\n".join, parts)) for number, *parts in searched]
    database.executemany("INSERT INTO profile_text VALUES (?, ?, ?, ?)", texts)
    database.execute(
        f"INSERT INTO profile_fts (rowid, {_SEARCHED}) SELECT id, {_SEARCHED} FROM profile_text WHERE id > ?", (last,)
    )
    database.executemany("INSERT INTO profile_name VALUES (?, ?)", [pair for each in roles for pair in _keys(*each)])
    put_words(database, "profile", {text for _, *parts in searched for part in parts for text in part})


def _keys(number: int, role: Role) -> list[tuple[int, str]]:
    """Return the keys of a role's id, title and aliases, each with its number."""
    from careercli.model import titles

    keys = {key for name in (role.id, role.title, *role.aliases) for key in titles.keys(name)}
    return [(number, key) for key in sorted(keys)]


def _columns(number: int, directory: int, each: "Reading") -> tuple[Any, ...]:
    """Return the row of a profile in the order of its table."""
    role = each.role
    texts = ("", "", "", "", "", each.problem)
    if role:
        texts = (role.id, role.title, role.occupation, role.family, role.occupation_caveat, "")
    check = checksum(number, each.file, texts)
    return number, directory, each.file, *each.stamp, each.read_at, each.digest, *texts, check


def delete(database: sqlite3.Connection, number: int) -> None:
    """Delete the rows of a profile."""
    for texts in database.execute(f"SELECT {_SEARCHED} FROM profile_text WHERE id = ?", (number,)).fetchall():
        database.execute(
            f"INSERT INTO profile_fts (profile_fts, rowid, {_SEARCHED}) VALUES ('delete', ?, ?, ?, ?)", (number, *texts)
        )
    for table in ("profile", "profile_text", "profile_body", "profile_wages"):
        database.execute(f"DELETE FROM {table} WHERE id = ?", (number,))
    database.execute("DELETE FROM profile_name WHERE profile = ?", (number,))
