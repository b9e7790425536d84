"""Make the file of imported releases anew: the bundled one, copied, with the rows of every text that is kept in it.

The texts of the imported releases are part of the file, so that there is one thing to put in place, whole or not at
all, and so that it can be made anew when another version of careercli is installed.
"""

from __future__ import annotations

import fcntl
import lzma
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from typing import NamedTuple

from careercli.errors import CareerError
from careercli.official import oews, releases
from careercli.official.importers import text
from careercli.official.importers.areas import NATION_ID
from careercli.store import official
from careercli.store.atomic import replacing
from careercli.store.database import open_bundled
from careercli.store.state import make_own

Texts = dict[str, bytes]
"""The compressed text of each imported table by its name: `oews-2013-05.national`."""

_SCHEMA = "CREATE TABLE imported_text (name TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID"
_SAME_CODES_SINCE = "2021"
"""Since this year a code of OEWS alone says which occupation is meant; before, its title has to be the same too."""


class Joined(NamedTuple):
    """How many rows of a release belong to occupations of today, and how many have another code or title."""

    rows: int
    left_out: int


def kept_texts(path: str) -> Texts:
    """Return the texts that a file keeps; none where there is no file. Raises CareerError where it is damaged."""
    if not os.path.lexists(path):
        return {}
    try:
        with closing(open_bundled(path)) as database:
            return dict(database.execute("SELECT name, data FROM imported_text ORDER BY name"))
    except sqlite3.Error as error:
        raise CareerError(f"{path}: is damaged ({error}); run careercli import --remove all, then import again") from None


@contextmanager
def alone(path: str) -> Iterator[None]:
    """Wait until no other process imports, and keep others waiting. Raises CareerError where nothing can be kept."""
    if not path:
        raise CareerError("there is no home to keep releases in; set HOME or XDG_DATA_HOME")
    folder = os.path.dirname(path)
    try:
        make_own(folder)
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise CareerError(f"{folder}: {error.strerror or error}") from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        _sweep(folder)
        yield
    finally:
        os.close(descriptor)


def _sweep(folder: str) -> None:
    """Delete what an import that was killed left behind."""
    for name in os.listdir(folder):
        if name.startswith(".careercli-") and name.endswith(".part"):
            with suppress(OSError):
                os.unlink(os.path.join(folder, name))


def put(path: str, texts: Mapping[str, bytes]) -> dict[str, Joined]:
    """Put the file with these texts in place, or take it away where there are none; return what became of each.

    Raises CareerError, and leaves the file as it was.
    """
    try:
        if not texts:
            with suppress(FileNotFoundError):
                os.unlink(path)
            return {}
        with replacing(path, 0o600) as beside:
            shutil.copyfile(official.BUNDLED, beside)
            os.chmod(beside, 0o600)
            joined = _fill(beside, texts)
            _sync(beside)
        _sync(os.path.dirname(path))
    except (OSError, sqlite3.Error) as error:
        raise CareerError(f"{path}: cannot be written: {getattr(error, 'strerror', None) or error}") from None
    return joined


def _sync(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fill(path: str, texts: Mapping[str, bytes]) -> dict[str, Joined]:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        database.execute(_SCHEMA)
        database.executemany("INSERT INTO imported_text VALUES (?, ?)", texts.items())
        joined = {name: _TABLES[name.partition(".")[2]](database, name, data) for name, data in texts.items()}
        database.execute("COMMIT")
    return joined


def _release(database: sqlite3.Connection, key: str) -> int:
    """Insert a release that is not there yet, and return its number."""
    for (number,) in database.execute("SELECT id FROM release WHERE key = ?", (key,)):
        return int(number)
    source = releases.oews(int(key[5:9]))
    columns = ", ".join("key" if name == "id" else name for name in source._fields)
    marks = ", ".join("?" * len(source))
    return int(database.execute(f"INSERT INTO release ({columns}) VALUES ({marks})", source).lastrowid or 0)


def _national(database: sqlite3.Connection, name: str, data: bytes) -> Joined:
    """Insert the wages of the nation under the codes of today."""
    key = name.partition(".")[0]
    as_of, release = key.removeprefix("oews-"), _release(database, key)
    known = {code: (number, title) for number, code, title in database.execute("SELECT id, code, title FROM occupation")}
    insert = _Wages(database)
    left_out = 0
    for row in text.rows(data, True):
        number, title = known.get(row["OCC_CODE"], (0, ""))
        is_same = as_of >= _SAME_CODES_SINCE or title.casefold() == row["OCC_TITLE"].casefold()
        if number and is_same:
            insert((release, number, NATION_ID), *oews.read(row, as_of))
        else:
            left_out += 1
    return Joined(insert.rows, left_out)


class _Wages:
    """Inserts wages and the patterns of their missing cells."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.rows = 0
        self._database = database
        self._measures = dict(database.execute("SELECT name, id FROM measure"))
        self._patterns: dict[object, int] = {}
        ((self._last,),) = database.execute("SELECT max(id) FROM missing")
        columns = ("release", "occupation", "area", *oews.Wages._fields, "missing")
        self._sql = f"INSERT INTO wage ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"

    def __call__(self, key: tuple[int, int, int], figures: oews.Wages, marks: oews.Marks) -> None:
        self._database.execute(self._sql, (*key, *figures, self._pattern(marks)))
        self.rows += 1

    def _pattern(self, marks: oews.Marks) -> int | None:
        if not marks:
            return None
        cells = tuple((self._measures[column], *mark) for column, mark in marks.items())
        if cells not in self._patterns:
            self._last += 1
            self._patterns[cells] = self._last
            self._database.executemany("INSERT INTO missing VALUES (?, ?, ?, ?)", ((self._last, *each) for each in cells))
        return self._patterns[cells]


_TABLES: Mapping[str, Callable[[sqlite3.Connection, str, bytes], Joined]] = {"national": _national}


def compressed(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> bytes:
    """Return a table as it is kept; the same rows make the same bytes."""
    return lzma.compress(text.encoded(columns, rows), preset=6)


def is_same(one: bytes, other: bytes) -> bool:
    """Return True if two kept tables have the same rows, whatever compressed them."""
    return one == other or lzma.decompress(one) == lzma.decompress(other)
