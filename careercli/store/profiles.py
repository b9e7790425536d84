"""The index of profiles: roles as they were read, asked with SQL and refreshed where a file has changed.

The index is a shortcut. Where it cannot be used, the same tables are filled in memory from the files.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
import zlib
from _thread import RLock
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from careercli.errors import CareerError
from careercli.model.claims import Role, Value
from careercli.profiles.filenames import absolute
from careercli.profiles.packing import unpack, unpack_wages
from careercli.profiles.stamps import KnownFile, digest_of_stamps, is_racy, reader_version, stamp, stamps
from careercli.store.database import open_in_memory, open_own
from careercli.store.profile_rows import Damaged, ProfileRow, checked, checked_body, delete, insert, put_role

if TYPE_CHECKING:  # A question that names roles needs neither.
    from careercli.profiles.prospects import Prospects
    from careercli.profiles.stamped import Reading

Answer = TypeVar("Answer")
Say = Callable[[str], None]

SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "schema", "profiles.sql")
_AT_ONCE = 500
"""Profiles written in one transaction."""

_MOST_REFRESHES = 8
"""Refreshes for one question, if other processes keep writing between them."""

_DAMAGES = (sqlite3.Error, sqlite3.Warning, ValueError, TypeError, LookupError, OverflowError, zlib.error)
"""Errors that a damaged or foreign index may raise."""

_UNUSABLE = (*_DAMAGES, OSError, MemoryError)
"""Errors that any index that cannot be used may raise."""

_LISTED = "SELECT value FROM json_each(?)"
_INTACT = (
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM,
)  # fmt: skip
"""Errors of SQLite that are no sign of a damaged file."""

_COLUMNS = ", ".join(f"profile.{name}" for name in ProfileRow._fields)
_STAMP = "size, modified, changed, inode"
_DIRECTORY = "(SELECT id FROM directory WHERE path = ?)"
_OF_DIRECTORY = "FROM directory JOIN profile ON profile.directory = directory.id"


class ProfileIndex:
    """The profiles of any directories. `narrate` is told what is read, and why an index is not used.

    `generation` changes when rows may have changed: ids found before do not hold after.
    """

    def __init__(self, path: str, narrate: Say) -> None:
        """Use the file `path`, or no file if that is empty."""
        self._path, self._narrate = path, narrate
        self._unwritten: dict[str, list[Reading]] = {}
        self._files: Mapping[str, Sequence[str]] = {}
        self._report: Say = lambda line: None
        self._version: int | None = None
        self._is_asking = self._is_rebuilt = False
        # The explorer asks from two threads, and a connection serves one at a time.
        self._lock = RLock()
        self.generation = 0
        if not path:
            narrate("no index of profiles is used: there is no folder for it")

    # -- one role

    def role(self, path: str) -> Role:
        """Return the role of a profile, read from its file unless the index has it. Raises CareerError."""
        directory, file = os.path.split(path)
        found = self._try(lambda: self._role(_place(directory), os.fsencode(file), path))
        if found is None:
            reading = self._read(path, None)
            self._unwritten.setdefault(directory, []).append(reading)
            found = reading.role, reading.problem
        role, problem = found
        if role is None:
            raise CareerError(f"{path}{problem}")
        return role

    def _role(self, place: bytes, file: bytes, path: str) -> tuple[Role | None, str] | None:
        found = self.connection.execute(
            f"SELECT {_STAMP}, read_at, digest, body, profile_body.checksum, {_COLUMNS} {_OF_DIRECTORY}"
            " LEFT JOIN profile_body ON profile_body.id = profile.id WHERE path = ? AND file = ?", (place, file)
        ).fetchone()  # fmt: skip
        if found is None:
            return None
        size, modified, changed, inode, read_at, known_digest, body, checksum = found[:8]
        (row,) = checked([found[8:]])
        if body is None and not row.problem:
            return None
        known = KnownFile(row.id, (size, modified, changed, inode), read_at, known_digest)
        if not known.is_current(stamp(path)):
            from careercli.profiles.stamped import digest_at

            if digest_at(path) != known.digest:
                return None
        return (None, row.problem) if row.problem else (unpack(checked_body(row.id, body, checksum)), "")

    def _read(self, path: str, known: KnownFile | None) -> Reading:
        from careercli.profiles.stamped import read

        return read(path, known, self._narrate)

    def flush(self) -> None:
        """Write the profiles that were read since the last time."""
        unwritten, self._unwritten = self._unwritten, {}
        for directory, readings in unwritten.items():
            self._try(partial(self._write, _place(directory), readings))

    def _try(self, work: Callable[[], Answer]) -> Answer | None:
        """Return what `work` returns; None where the index cannot be used, or there is none."""
        with self._lock:
            try:
                return work() if self._path else None
            except _UNUSABLE as error:
                self._distrust(error)
                return None

    # -- all roles of some directories

    def watch(self, files: Mapping[str, Sequence[str]], report: Say) -> None:
        """Answer later questions from these files, by directory; `report` is told why a file cannot be used."""
        self._files, self._report, self._version = files, report, None

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """Return what the question finds, all in one state of the tables, in which they agree with the files.

        The question is asked again where another process has written since the files were looked at, or
        the index turns out to be damaged.
        """
        with self._lock:
            return question() if self._is_asking else self._ask(question)

    def _ask(self, question: Callable[[], Answer]) -> Answer:
        refreshes = 0
        while True:
            try:
                with self._transaction("DEFERRED") as database:
                    database.execute("SELECT count(*) FROM directory").fetchone()
                    (version,) = database.execute("PRAGMA data_version").fetchone()
                    if version == self._version:
                        self._is_asking = True
                        return question()
                refreshes += 1
                if refreshes > _MOST_REFRESHES:
                    raise OSError("other processes keep writing it")
                problems = [problem for item in self._files.items() for problem in self._refresh(*item)]
                self._version = version
                self.generation += 1
                for problem in problems:
                    self._report(problem)
            except _UNUSABLE as error:
                self._distrust(error)
                refreshes = 0
            finally:
                self._is_asking = False

    def _refresh(self, directory: str, files: Sequence[str]) -> list[str]:
        """Bring the rows of a directory up to date; return why files cannot be used, a line each."""
        place, now = _place(directory), time.time_ns()
        found = stamps(directory, files)
        state = digest_of_stamps(files, found)
        if self._is_current(place, state, len(files)):
            return self._problems(directory, place)
        known = self._known(place)
        by_file = dict(zip(map(os.fsencode, files), found, strict=True))
        stale = [file for file, each in by_file.items() if file not in known or not known[file].is_current(each)]
        unreadable = {}
        for start in range(0, len(stale), _AT_ONCE):
            readings = []
            for file in stale[start : start + _AT_ONCE]:
                try:
                    path = os.path.join(directory, os.fsdecode(file))
                    readings.append(self._read(path, known.get(file)))
                except CareerError as error:
                    unreadable[file] = str(error)
            self._write(place, [each for each in readings if _is_news(each, known.get(each.file))])
        gone = [file for file in known if file not in by_file or file in unreadable]
        settled = not unreadable and not any(is_racy(each, now) for each in found)
        if gone or settled:
            self._write(place, (), gone, state if settled else "")
        return [*self._problems(directory, place), *unreadable.values()]

    def rows(self, directory: str, ids: Collection[int] | None = None, codes: Collection[str] = ()) -> list[ProfileRow]:
        """Return the rows of a directory: all, or those of these ids and occupation codes."""
        where, asked = "", ()  # type: str, tuple[str, ...]
        if ids is not None:
            if not (ids or codes):
                return []
            # Without codes, rows are found by their ids alone.
            where = f" AND (id IN ({_LISTED}) OR occupation IN ({_LISTED}))" if codes else f" AND id IN ({_LISTED})"
            asked = (json.dumps(list(ids)), *([json.dumps(list(codes))] if codes else []))
        query = f"SELECT {_COLUMNS} FROM profile NOT INDEXED WHERE directory = {_DIRECTORY} AND problem = ''{where}"
        return checked(self.connection.execute(query, (_place(directory), *asked)).fetchall())

    def wages(self, ids: Iterable[int], period: str) -> dict[int, tuple[str, list[list[Value]]]]:
        """Return the caveat of each role's occupation and its own wages in a period, as packing.unpack_wages does."""
        bodies = self._bodies(ids)
        return dict(zip(bodies, unpack_wages(bodies.values(), period), strict=True))

    def prospects(self, ids: Iterable[int]) -> dict[int, Prospects]:
        """Return what routes need of each role."""
        from careercli.profiles.prospects import unpack_prospects

        bodies = self._bodies(ids)
        return dict(zip(bodies, unpack_prospects(bodies.values()), strict=True))

    def _bodies(self, ids: Iterable[int]) -> dict[int, bytes]:
        """Return the wages and next roles of some roles, packed. Raises Damaged if one is missing."""
        asked = list(ids)
        rows = self.connection.execute(
            f"SELECT id, body, checksum FROM profile_wages WHERE id IN ({_LISTED})", (json.dumps(asked),)
        ).fetchall()
        if len(rows) != len(asked):
            raise Damaged("rows are missing")
        return {row[0]: checked_body(*row) for row in rows}

    # -- the tables

    @cached_property
    def connection(self) -> sqlite3.Connection:
        """The open index; store/search.py asks it too."""
        with open(SCHEMA, encoding="utf-8") as file:
            schema = file.read()
        return open_own(self._path, schema, reader_version()) if self._path else open_in_memory(schema)

    def _is_current(self, place: bytes, state: str, count: int) -> bool:
        """Return True if nothing changed since the directory was refreshed. Raises Damaged if rows are missing."""
        row = self.connection.execute(
            "SELECT state, (SELECT count(*) FROM profile WHERE directory = directory.id) FROM directory WHERE path = ?",
            (place,),
        ).fetchone()
        if row is None or row[0] != state:
            return False
        if row[1] != count:
            raise Damaged("rows are missing")
        return True

    def _known(self, place: bytes) -> dict[bytes, KnownFile]:
        rows = self.connection.execute(
            f"SELECT file, profile.id, {_STAMP}, read_at, digest {_OF_DIRECTORY} WHERE path = ?", (place,)
        )
        return {file: KnownFile(number, (size, modified, changed, inode), read_at, known_digest)
                for file, number, size, modified, changed, inode, read_at, known_digest in rows}  # fmt: skip

    def _problems(self, directory: str, place: bytes) -> list[str]:
        query = f"SELECT {_COLUMNS} {_OF_DIRECTORY} WHERE path = ? AND problem <> '' ORDER BY file"
        rows = checked(self.connection.execute(query, (place,)).fetchall())
        return [os.path.join(directory, os.fsdecode(row.file)) + row.problem for row in rows]

    def _write(self, place: bytes, readings: Iterable[Reading], gone: Collection[bytes] = (), state: str = "") -> None:
        """Replace the rows of files that were read, and delete those of files that are gone, in one transaction."""
        with self._transaction("IMMEDIATE") as database:
            database.execute("INSERT OR IGNORE INTO directory (path, state) VALUES (?, '')", (place,))
            (directory,) = database.execute("SELECT id FROM directory WHERE path = ?", (place,)).fetchone()
            known = self._known(place)
            new = []
            for each in readings:
                row = known.get(each.file)
                # Another process may have been here meanwhile: what agrees with the file now is kept.
                if row and row.stamp != each.stamp and row.stamp == stamp(os.path.join(place, each.file)):
                    continue
                if row and row.digest == each.digest:
                    database.execute(
                        f"UPDATE profile SET ({_STAMP}, read_at) = (?, ?, ?, ?, ?) WHERE id = ?",
                        (*each.stamp, each.read_at, row.id),
                    )
                    if each.role:
                        put_role(database, row.id, each.role)
                elif each.role or each.problem:
                    new.append(each)
            for file in (*gone, *(each.file for each in new)):
                if file in known:
                    delete(database, known[file].id)
            insert(database, directory, new)
            if new or gone or state:
                database.execute("UPDATE directory SET state = ? WHERE id = ?", (state, directory))
        if new or gone:
            self.generation += 1

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[sqlite3.Connection]:
        database = self.connection
        database.execute(f"BEGIN {kind}")
        try:
            yield database
            database.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                database.execute("ROLLBACK")
            raise

    def _distrust(self, error: BaseException) -> None:
        """Go on with a new file if this one is damaged, in memory if the new one is too or there is another reason.

        Raises the error again if the tables were in memory already.
        """
        if not self._path:
            raise error
        if not self._is_rebuilt:
            self._narrate(f"{self._path}: not used ({_reason(error)})")
        database = self.__dict__.pop("connection", None)
        if database is not None:
            database.close()
        self._version = None
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        if self._is_rebuilt or not isinstance(error, _DAMAGES) or code & 0xFF in _INTACT:
            self._path = ""
            return
        self._is_rebuilt = True
        with suppress(OSError):
            os.unlink(self._path)


def _is_news(reading: Reading, known: KnownFile | None) -> bool:
    """Return True if the row of a file must be written: the next look would be no shorter for the same racy stamp."""
    if known is None or known.digest != reading.digest or known.stamp != reading.stamp:
        return True
    return not is_racy(reading.stamp, reading.read_at)


def _place(directory: str) -> bytes:
    """Return what the index knows a directory by."""
    return os.fsencode(absolute(directory))


def _reason(error: BaseException) -> str:
    """Return why, without the path that is named beside it."""
    return (error.strerror if isinstance(error, OSError) else "") or str(error) or "out of memory"
