"""One SQLite file of roles as read from their profiles, each row with the mark of what it was read from.

The file is only ever written whole, beside its place, and renamed into it; it is read as immutable.
Whatever is odd about it (its owner, its schema, a row that does not agree with itself), the row or
the file counts as absent, and the profile itself is read instead.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from careercli.store import reader
from careercli.store.seen import Seen

Say = Callable[[str], None]

_MOST_STEPS = 10_000_000
"""SQLite ends a question after so many steps, 0.2 s: half a million rows take fewer, a damaged file may take any."""

_ABANDONED = 600
"""Seconds after which a half-built index is nobody's."""

_TABLE = (
    "CREATE TABLE profiles (place BLOB PRIMARY KEY, size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER,"
    " now INTEGER, content TEXT, role BLOB, mark INTEGER) WITHOUT ROWID"
)
"""The whole schema. An index is used only if its schema is this very text: so it holds no view and no trigger."""

_UNUSABLE = (OSError, MemoryError, sqlite3.Error, sqlite3.Warning, TypeError, OverflowError)
"""What reading a damaged file may raise, or writing a new one."""


class Index:
    """The rows of one index file. What cannot be read or written is said to `narrate`, and changes nothing else."""

    def __init__(self, path: str, narrate: Say, is_own: bool = True) -> None:
        """`is_own` asks that the file and its folder belong to this user, and that nobody else may write them."""
        self.path, self._narrate, self._is_own = path, narrate, is_own
        self._connection: sqlite3.Connection | None = None
        self._is_opened = False

    def row(self, place: bytes) -> Seen | None:
        """What is known of the profile at `place`."""
        return next(self._rows("WHERE place = ?", place), None)

    def rows(self) -> dict[bytes, Seen]:
        """Every profile that is known."""
        return {row.place: row for row in self._rows("")}

    def size(self) -> int:
        """How many bytes there are to read; none where the file cannot be used."""
        try:
            return os.path.getsize(self.path) if self._open() else 0
        except OSError:
            return 0

    def _rows(self, where: str, *values: bytes) -> Iterator[Seen]:
        connection = self._open()
        if connection is None:
            return
        try:
            for *cells, mark in connection.execute(f"SELECT * FROM profiles {where}", values):
                row = Seen._make(cells)
                if row.mark == mark:
                    yield row
        except _UNUSABLE as error:
            self._distrust(error)

    def write(self, rows: Iterable[Seen]) -> None:
        """Put an index of exactly these rows in place of what there is."""
        self.close()
        try:
            _make_own(os.path.dirname(self.path))
            _sweep(self.path)
            build(self.path, rows)
        except _UNUSABLE as error:
            self._narrate(f"{self.path}: not written ({_reason(error)})")

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        if self._connection is not None:
            self._connection.close()
        self._connection, self._is_opened = None, False

    def _open(self) -> sqlite3.Connection | None:
        if not self._is_opened:
            self._is_opened = True
            try:
                self._connect()
            except _UNUSABLE as error:
                self._distrust(error)
        return self._connection

    def _connect(self) -> None:
        try:
            status = os.lstat(self.path)
        except (FileNotFoundError, NotADirectoryError):
            return
        if not stat.S_ISREG(status.st_mode):
            raise OSError("is not a regular file")
        if self._is_own:
            _refuse_others(self.path, status)
            _refuse_others(os.path.dirname(self.path))
        self._connection = sqlite3.connect(f"file:{_quoted(self.path)}?mode=ro&immutable=1", uri=True)
        self._connection.set_progress_handler(lambda: 1, _MOST_STEPS)
        if self._connection.execute("SELECT sql FROM sqlite_master").fetchall() != [(_TABLE,)]:
            raise OSError("has another schema")
        if self._connection.execute("PRAGMA user_version").fetchone() != (reader.version(),):
            raise OSError("was built by another version")

    def _distrust(self, error: BaseException) -> None:
        self._narrate(f"{self.path}: not used ({_reason(error)})")
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def build(path: str, rows: Iterable[Seen]) -> None:
    """Put an index of these rows at `path`, whole or not at all. Raises OSError, sqlite3.Error and OverflowError."""
    # Nobody else has that name, whatever machine or container shares the folder.
    aside = f"{path}.{os.urandom(8).hex()}"
    try:
        _fill(aside, rows)
        os.replace(aside, path)
    finally:
        for left in (aside, f"{aside}-journal"):
            with suppress(OSError):
                os.unlink(left)


def _fill(path: str, rows: Iterable[Seen]) -> None:
    """A new file, which only this user may read or write, whatever the umask."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    os.fchmod(handle, 0o600)
    os.close(handle)
    connection = sqlite3.connect(f"file:{_quoted(path)}?mode=rw", uri=True)
    try:
        # A file that a crash cuts short is never renamed into place, so nothing waits for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(_TABLE)
        connection.execute(f"PRAGMA user_version = {reader.version()}")
        values = ((*row, row.mark) for row in rows)
        connection.executemany("INSERT INTO profiles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        connection.commit()
    finally:
        connection.close()


def _make_own(folder: str) -> None:
    """The folder and the one above it, made where they are missing, this user's own and nobody else's to write."""
    for each in (os.path.dirname(folder), folder):
        with suppress(FileExistsError):
            os.mkdir(each, 0o700)
            os.chmod(each, 0o700)  # The umask may have taken even that away.
        _refuse_others(each)


def _refuse_others(path: str, status: os.stat_result | None = None) -> None:
    """Raises OSError where a file or folder is not this user's alone to write."""
    status = status or os.stat(path)
    if status.st_uid != os.geteuid() or status.st_mode & 0o022:
        raise OSError(f"{path} belongs to somebody else, or others may write it")


def _sweep(path: str) -> None:
    """Remove what killed processes left half built beside `path`."""
    folder, name = os.path.split(path)
    for each in os.listdir(folder):
        if each.startswith(f"{name}."):
            left = os.path.join(folder, each)
            with suppress(OSError):
                if os.lstat(left).st_mtime + _ABANDONED < time.time():
                    os.unlink(left)


def _reason(error: BaseException) -> str:
    """Why, without the path that is said beside it."""
    return (error.strerror if isinstance(error, OSError) else "") or str(error) or "out of memory"


def _quoted(path: str) -> str:
    """A path as SQLite reads it in a URI."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
