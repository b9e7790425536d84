"""One SQLite file of rows that each agree with a mark of their own: what may be deleted at any time.

The file is only ever written whole, beside its place, and renamed into it; it is read as immutable.
Whatever is odd about it (its owner, its schema, a row that does not agree with itself), the row or
the file counts as absent.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

Say = Callable[[str], None]

_MOST_STEPS = 10_000_000
"""SQLite ends a question after so many steps, 0.2 s: half a million rows take fewer, a damaged file may take any."""

_ABANDONED = 600
"""Seconds after which a half-built file is nobody's."""


class Table(NamedTuple):
    """What a file holds: the one table, with the text of its schema, and which code its rows came from.

    The last column is the mark. A file is used only if its schema is this very text, so it holds no
    view and no trigger, and if its `user_version` is what `version` gives.
    """

    schema: str
    columns: int
    version: Callable[[], int]
    page: int = 4096

    @property
    def name(self) -> str:
        return self.schema.split()[2]


Cells = tuple[Any, ...]
"""A row without its mark."""

_UNUSABLE = (OSError, MemoryError, sqlite3.Error, sqlite3.Warning, TypeError, OverflowError)
"""What reading a damaged file may raise, or writing a new one."""


class Database:
    """The rows of one file. What cannot be read or written is said to `narrate`, and changes nothing else."""

    def __init__(self, path: str, table: Table, narrate: Say, is_own: bool = True) -> None:
        """`is_own` asks that the file and its folder belong to this user, and that nobody else may write them."""
        self.path, self._table, self._narrate, self._is_own = path, table, narrate, is_own
        self._connection: sqlite3.Connection | None = None
        self._is_opened = False

    def size(self) -> int:
        """How many bytes there are to read; none where the file cannot be used."""
        try:
            return os.path.getsize(self.path) if self._open() else 0
        except OSError:
            return 0

    def rows(self, where: str = "", *values: bytes | str) -> Iterator[Cells]:
        """The rows that agree with their marks, without these."""
        connection = self._open()
        if connection is None:
            return
        try:
            for *cells, mark in connection.execute(f"SELECT * FROM {self._table.name} {where}", values):
                if mark_of(cells) == mark:
                    yield tuple(cells)
        except _UNUSABLE as error:
            self._distrust(error)

    def bytes_of(self, keys: Mapping[str, bytes | str], column: str) -> bytes | None:
        """What the last column but the mark holds, of the row with these first cells; None where there is no such row.

        As `rows` gives it, in half the time: a large value is copied once.
        """
        connection = self._open()
        if connection is None:
            return None
        where = " AND ".join(f"{key} = ?" for key in keys)
        try:
            asked = f"SELECT rowid, mark FROM {self._table.name} WHERE {where}"
            for row, mark in connection.execute(asked, tuple(keys.values())):
                with connection.blobopen(self._table.name, column, row, readonly=True) as blob:
                    content = blob.read()
                if mark_of([*keys.values(), content]) == mark:
                    return content
        except _UNUSABLE as error:
            self._distrust(error)
        return None

    def write(self, rows: Iterable[Cells]) -> None:
        """Put a file of exactly these rows in place of what there is."""
        self.close()
        try:
            _make_own(os.path.dirname(self.path))
            _sweep(self.path)
            build(self.path, self._table, rows)
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
        # Nothing is asked twice; to keep pages of what is large would cost twice the time of reading it.
        self._connection.execute("PRAGMA cache_size = 8")
        if self._connection.execute("SELECT sql FROM sqlite_master").fetchall() != [(self._table.schema,)]:
            raise OSError("has another schema")
        if self._connection.execute("PRAGMA user_version").fetchone() != (self._table.version(),):
            raise OSError("was built by another version")

    def _distrust(self, error: BaseException) -> None:
        self._narrate(f"{self.path}: not used ({_reason(error)})")
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def build(path: str, table: Table, rows: Iterable[Cells]) -> None:
    """Put a file of these rows at `path`, whole or not at all. Raises OSError, sqlite3.Error and OverflowError."""
    # Nobody else has that name, whatever machine or container shares the folder.
    aside = f"{path}.{os.urandom(8).hex()}"
    try:
        _fill(aside, table, rows)
        os.replace(aside, path)
    finally:
        for left in (aside, f"{aside}-journal"):
            with suppress(OSError):
                os.unlink(left)


def _fill(path: str, table: Table, rows: Iterable[Cells]) -> None:
    """A new file, which only this user may read or write, whatever the umask."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    os.fchmod(handle, 0o600)
    os.close(handle)
    connection = sqlite3.connect(f"file:{_quoted(path)}?mode=rw", uri=True)
    try:
        # A file that a crash cuts short is never renamed into place, so nothing waits for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA page_size = {table.page}")
        connection.execute(table.schema)
        connection.execute(f"PRAGMA user_version = {table.version()}")
        marks = ", ".join("?" * table.columns)
        connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", ((*row, mark_of(row)) for row in rows))
        connection.commit()
    finally:
        connection.close()


def mark_of(cells: Iterable[object]) -> int:
    """What a row must agree with."""
    mark = 0
    for cell in cells:
        mark = zlib.crc32(cell if isinstance(cell, bytes) else repr(cell).encode("utf-8", "surrogatepass"), mark)
    return mark


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
