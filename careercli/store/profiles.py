"""The index of profiles: roles as they were read, asked with SQL and refreshed where a file has changed.

The index is a shortcut. Where it cannot be used, the same tables are filled in memory from the files.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from typing import Any, NamedTuple

from careercli.errors import CareerError, ProfileError
from careercli.model.claims import Role, Value
from careercli.model.words import initials
from careercli.profiles.packing import pack, pack_wages, search_texts, unpack
from careercli.profiles.stamps import NO_STAMP, FileStamp, digest, digest_of_stamps, reader_version, stamp, stamps
from careercli.store.database import open_in_memory, open_own

Say = Callable[[str], None]

SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "schema", "profiles.sql")
_AT_ONCE = 500
"""Profiles written in one transaction."""

_UNUSABLE = (OSError, MemoryError, sqlite3.Error, sqlite3.Warning, ValueError, TypeError, OverflowError, zlib.error)
"""What a damaged, foreign or unwritable index may raise."""

_LISTED = "SELECT value FROM json_each(?)"
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_ERROR)


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

    @property
    def checksum(self) -> int:
        return zlib.crc32(repr(self[1:]).encode("utf-8", "surrogatepass"))


class _Known(NamedTuple):
    """What the index knows of a file."""

    id: int
    stamp: FileStamp
    read_at: int
    digest: str

    def is_current(self, now: FileStamp) -> bool:
        """Return True if the file's stamp proves that it has not changed."""
        return now != NO_STAMP and now == self.stamp and not now.is_racy(self.read_at)


class _Reading(NamedTuple):
    """A file that was read: a role or the problem with it, or neither if its content is the known one."""

    file: bytes
    stamp: FileStamp
    read_at: int
    digest: str
    role: Role | None
    problem: str = ""


class _Damaged(sqlite3.DatabaseError):
    """A row does not agree with its checksum, or rows are missing."""


class ProfileIndex:
    """The profiles of any directories. `narrate` is told what is read, and why an index is not used."""

    def __init__(self, path: str, narrate: Say) -> None:
        """Use the file `path`, or no file if that is empty."""
        self._path, self._narrate = path, narrate
        self._unwritten: dict[str, list[_Reading]] = {}

    # -- one role

    def role(self, path: str) -> Role:
        """Return the role of a profile, read from its file unless the index has it. Raises CareerError."""
        directory, file = os.path.split(path)
        found = self._try(lambda: self._role(_place(directory), os.fsencode(file), path)) if self._path else None
        if found is None:
            reading = self._read(path, None)
            self._unwritten.setdefault(directory, []).append(reading)
            found = reading.role, reading.problem
        role, problem = found
        if role is None:
            raise CareerError(f"{path}{problem}")
        return role

    def _role(self, place: bytes, file: bytes, path: str) -> tuple[Role | None, str] | None:
        row = self._database.execute(
            "SELECT profile.id, size, modified, changed, inode, read_at, digest, problem, body, profile_body.checksum"
            " FROM directory JOIN profile ON profile.directory = directory.id"
            " JOIN profile_body ON profile_body.id = profile.id WHERE path = ? AND file = ?", (place, file)
        ).fetchone()  # fmt: skip
        if row is None:
            return None
        number, *stamped, read_at, known_digest, problem, body, checksum = row
        known = _Known(number, FileStamp._make(stamped), read_at, known_digest)
        if not known.is_current(stamp(path)) and _digest_at(path) != known.digest:
            return None
        if zlib.crc32(body) != checksum:
            raise _Damaged("a row does not agree with its checksum")
        return (None, problem) if problem else (unpack(body), "")

    def flush(self) -> None:
        """Write the profiles that were read since the last time."""
        unwritten, self._unwritten = self._unwritten, {}
        for directory, readings in unwritten.items():
            if self._path:
                self._try(partial(self._write, _place(directory), readings, (), None))

    # -- all roles of a directory

    def refresh(self, directory: str, files: Sequence[str]) -> list[tuple[str, str]]:
        """Bring the rows of a directory up to date with these files.

        Return the path of each file that cannot be used, and a line that says why.
        """
        self._unwritten.pop(directory, None)
        try:
            return self._refresh(directory, files)
        except _UNUSABLE as error:
            self._distrust(error)
        try:
            return self._refresh(directory, files)
        except _UNUSABLE as error:
            self._distrust(error, is_final=True)
        return self._refresh(directory, files)

    def _refresh(self, directory: str, files: Sequence[str]) -> list[tuple[str, str]]:
        place, now = _place(directory), time.time_ns()
        found = stamps(directory, files)
        state = digest_of_stamps(files, found)
        if self._is_current(place, state, len(files)):
            return self._problems(directory, place)
        known = self._known(place)
        by_file = {os.fsencode(file): each for file, each in zip(files, found, strict=True)}
        stale = [file for file, each in by_file.items() if file not in known or not known[file].is_current(each)]
        unreadable = []
        for start in range(0, len(stale), _AT_ONCE):
            readings = []
            for file in stale[start : start + _AT_ONCE]:
                try:
                    readings.append(self._read(os.path.join(directory, os.fsdecode(file)), known.get(file)))
                except CareerError as error:
                    unreadable.append((file, str(error)))
            self._write(place, readings, (), None)
        unread = {file for file, _ in unreadable}
        gone = [file for file in known if file not in by_file or file in unread]
        settled = not unreadable and not any(each.is_racy(now) for each in found)
        if gone or settled:
            self._write(place, (), gone, state if settled else "")
        return [
            *self._problems(directory, place),
            *((os.path.join(directory, os.fsdecode(file)), line) for file, line in unreadable),
        ]

    def rows(self, directory: str, ids: Iterable[int] | None = None, codes: Iterable[str] = ()) -> list[ProfileRow]:
        """Return the rows of a refreshed directory: all, or those of these ids and occupation codes."""
        columns = ", ".join(f"profile.{name}" for name in ProfileRow._fields)
        where = ""
        asked: tuple[str, ...] = ()
        if ids is not None:
            where = f" AND (profile.id IN ({_LISTED}) OR occupation IN ({_LISTED}))"
            asked = json.dumps(list(ids)), json.dumps(list(codes))
        return [
            _checked(ProfileRow._make(cells), checksum)
            for *cells, checksum in self._database.execute(
                f"SELECT {columns}, checksum FROM directory JOIN profile ON profile.directory = directory.id"
                f" WHERE path = ? AND problem = ''{where}", (_place(directory), *asked)
            )
        ]  # fmt: skip

    def wages(self, ids: Iterable[int], period: str) -> dict[int, list[list[Value]]]:
        """Return each role's own wages in a period: rows of model.wages.RECORD_COLUMNS and a digest of the source."""
        found = {}
        for number, body, checksum in self._database.execute(
            f"SELECT id, body, checksum FROM profile_wages WHERE id IN ({_LISTED})",
            (json.dumps(list(ids)),),
        ):
            if zlib.crc32(body) != checksum:
                raise _Damaged("a row does not agree with its checksum")
            found[number] = json.loads(body)[period]
        return found

    # -- the tables

    @cached_property
    def _database(self) -> sqlite3.Connection:
        with open(SCHEMA, encoding="utf-8") as file:
            schema = file.read()
        return open_own(self._path, schema, reader_version()) if self._path else open_in_memory(schema)

    @property
    def connection(self) -> sqlite3.Connection:
        """The open index, for the questions of store/search.py."""
        return self._database

    def _is_current(self, place: bytes, state: str, count: int) -> bool:
        """Return True if nothing changed since the directory was refreshed. Raises _Damaged if rows are missing."""
        row = self._database.execute(
            "SELECT state, (SELECT count(*) FROM profile WHERE directory = directory.id) FROM directory WHERE path = ?",
            (place,),
        ).fetchone()
        if row is None or row[0] != state:
            return False
        if row[1] != count:
            raise _Damaged("rows are missing")
        return True

    def _known(self, place: bytes) -> dict[bytes, _Known]:
        rows = self._database.execute(
            "SELECT file, profile.id, size, modified, changed, inode, read_at, digest"
            " FROM directory JOIN profile ON profile.directory = directory.id WHERE path = ?", (place,)
        )  # fmt: skip
        return {file: _Known(number, FileStamp._make(stamped), read_at, known_digest)
                for file, number, *stamped, read_at, known_digest in rows}  # fmt: skip

    def _problems(self, directory: str, place: bytes) -> list[tuple[str, str]]:
        rows = self._database.execute(
            "SELECT file, problem FROM directory JOIN profile ON profile.directory = directory.id"
            " WHERE path = ? AND problem <> '' ORDER BY file", (place,)
        )  # fmt: skip
        paths = ((os.path.join(directory, os.fsdecode(file)), problem) for file, problem in rows)
        return [(path, f"{path}{problem}") for path, problem in paths]

    def _read(self, path: str, known: _Known | None) -> _Reading:
        """Read one file. Raises CareerError where it cannot be read at all."""
        from careercli.profiles.files import read_bytes
        from careercli.profiles.reading import read_text

        read_at, stamped = time.time_ns(), stamp(path)
        data = read_bytes(path)
        reading = _Reading(os.fsencode(os.path.basename(path)), stamped, read_at, digest(data), None)
        if known and known.digest == reading.digest:
            return reading
        self._narrate(f"reading {path}")
        try:
            return reading._replace(role=read_text(data, path))
        except ProfileError as error:
            return reading._replace(problem=str(error).removeprefix(path))

    def _write(self, place: bytes, readings: Iterable[_Reading], gone: Iterable[bytes], state: str | None) -> None:
        """Replace the rows of files that were read, and delete those of files that are gone, in one transaction."""
        with self._transaction() as database:
            database.execute("INSERT OR IGNORE INTO directory (path, state) VALUES (?, '')", (place,))
            (directory,) = database.execute("SELECT id FROM directory WHERE path = ?", (place,)).fetchone()
            # Another process may have been here meanwhile: what it read later is kept.
            known = self._known(place)
            new = []
            for each in readings:
                now = known.get(each.file)
                if now is None or (now.read_at < each.read_at and now.digest != each.digest):
                    new.append(each)
                elif now.read_at < each.read_at:
                    database.execute(
                        "UPDATE profile SET size = ?, modified = ?, changed = ?, inode = ?, read_at = ? WHERE id = ?",
                        (*each.stamp, each.read_at, now.id),
                    )
            for file in (*gone, *(each.file for each in new)):
                if file in known:
                    _delete(database, known[file].id)
            _insert(database, directory, [each for each in new if each.role or each.problem])
            database.execute("UPDATE directory SET state = ? WHERE id = ?", (state or "", directory))

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield self._database
        except BaseException:
            with suppress(sqlite3.Error):
                self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    # -- what cannot be used

    def _try(self, work: Callable[[], Any]) -> Any:
        """Return what `work` returns; None where the index cannot be used, which is then left alone."""
        try:
            return work()
        except _UNUSABLE as error:
            self._distrust(error, is_final=True)
            return None

    def _distrust(self, error: BaseException, is_final: bool = False) -> None:
        """Delete the file if it is damaged, and go on with a new one, or in memory if that was tried before."""
        self._narrate(f"{self._path}: not used ({_reason(error)})")
        database = self.__dict__.pop("_database", None)
        if database is not None:
            database.close()
        is_damaged = isinstance(error, sqlite3.Error | ValueError | TypeError | zlib.error)
        if is_damaged and getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF in _DAMAGED:
            with suppress(OSError):
                os.unlink(self._path)
        else:
            is_final = True
        if is_final:
            self._path = ""


def _checked(row: ProfileRow, checksum: int) -> ProfileRow:
    if row.checksum != checksum:
        raise _Damaged("a row does not agree with its checksum")
    return row


def _insert(database: sqlite3.Connection, directory: int, readings: Sequence[_Reading]) -> None:
    (last,) = database.execute("SELECT coalesce(max(id), 0) FROM profile").fetchone()
    words: set[str] = set()
    phrases: set[str] = set()
    for number, each in enumerate(readings, last + 1):
        role = each.role
        named = (role.id, role.title, role.occupation, role.family) if role else ("", "", "", "")
        row = ProfileRow(number, each.file, each.digest, *named, each.problem)
        database.execute(
            "INSERT INTO profile VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, directory, each.file, *each.stamp, each.read_at, *row[2:], row.checksum),
        )
        bodies = (pack(role), pack_wages(role)) if role else (b"", b"")
        for table, body in zip(("profile_body", "profile_wages"), bodies, strict=True):
            database.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", (number, body, zlib.crc32(body)))
        if role:
            texts = search_texts(role)
            phrases.update(*texts[:2])
            lines = ["\n".join(part) for part in texts]
            database.execute("INSERT INTO profile_text VALUES (?, ?, ?, ?)", (number, *lines))
            database.execute("INSERT INTO profile_fts (rowid, names, skills) VALUES (?, ?, ?)", (number, *lines[:2]))
    for phrase in phrases:
        words.update(phrase.split())
    database.executemany("INSERT OR IGNORE INTO profile_word VALUES (?)", ((word,) for word in words))
    database.executemany(
        "INSERT OR IGNORE INTO profile_phrase VALUES (?, ?)",
        ((letters, phrase) for phrase in phrases if (letters := initials(phrase))),
    )


def _delete(database: sqlite3.Connection, number: int) -> None:
    for texts in database.execute("SELECT names, skills FROM profile_text WHERE id = ?", (number,)).fetchall():
        database.execute(
            "INSERT INTO profile_fts (profile_fts, rowid, names, skills) VALUES ('delete', ?, ?, ?)", (number, *texts)
        )
    for table in ("profile", "profile_text", "profile_body", "profile_wages"):
        database.execute(f"DELETE FROM {table} WHERE id = ?", (number,))


def _place(directory: str) -> bytes:
    """Return a directory's absolute path. Raises OSError where the current folder is gone."""
    return os.fsencode(os.path.abspath(directory))


def _digest_at(path: str) -> str:
    """Return the digest of a file's content; nothing where it cannot be read."""
    from careercli.profiles.files import read_bytes

    try:
        return digest(read_bytes(path))
    except CareerError:
        return ""


def _reason(error: BaseException) -> str:
    """Return why, without the path that is named beside it."""
    return (error.strerror if isinstance(error, OSError) else "") or str(error) or "out of memory"
