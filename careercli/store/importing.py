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
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache

from careercli.errors import CareerError
from careercli.official import releases
from careercli.official.importers import text
from careercli.official.importers.layout import Table
from careercli.store import imported_prices, official
from careercli.store.atomic import replacing
from careercli.store.database import open_bundled
from careercli.store.deriving import derive
from careercli.store.imported import CHANGED, IS_FOLDER, header
from careercli.store.inserting import insert
from careercli.store.joining import SAME_CODES_SINCE, Insertion, Joining, one_to_one
from careercli.store.onet_rows import OnetInsertion
from careercli.store.sealing import is_sound, seal
from careercli.store.state import make_own

Texts = dict[str, bytes]
"""The compressed text of each imported table by its name: `oews-2013-05.national`."""

_CROSSWALK = "soc-2010-2018.codes"

_SCHEMA = "CREATE TABLE imported_text (name TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID"


def kept_texts(path: str) -> Texts:
    """Return the texts that a file keeps; none where there is no file. Raises CareerError where it is damaged."""
    if not os.path.lexists(path):
        return {}
    try:
        header(path)
        if not is_sound(path):
            raise ValueError(CHANGED)
        with closing(open_bundled(path)) as database:
            return dict(database.execute("SELECT name, data FROM imported_text ORDER BY name"))
    except (OSError, ValueError, sqlite3.Error) as error:
        raise CareerError(f"{path}: is damaged ({error}); careercli import --remove all, then import again") from None


@contextmanager
def alone(path: str) -> Iterator[None]:
    """Wait until no other process imports, and keep others waiting. Raises CareerError where nothing can be kept."""
    if not path:
        raise CareerError("there is no home to keep releases in; set HOME or XDG_DATA_HOME")
    if os.path.isdir(path):
        raise CareerError(f"{path}: {IS_FOLDER}")
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


def put(path: str, texts: Texts) -> None:
    """Put the file with these texts in place, or take it away where there are none.

    Raises CareerError, and leaves the file as it was.
    """
    try:
        if not texts:
            with suppress(FileNotFoundError):
                os.unlink(path)
            return
        with replacing(path, 0o600) as beside:
            shutil.copyfile(official.BUNDLED, beside)
            os.chmod(beside, 0o600)
            keys = {releases.key_of(name) for name in texts} - releases.BY_ID.keys()
            with releases.with_imported(map(releases.of_key, keys), texts):
                _fill(beside, texts, path)
            seal(beside)
            _sync(beside)
        _sync(os.path.dirname(path))
    except (OSError, ValueError, lzma.LZMAError, sqlite3.Error) as error:
        raise CareerError(f"{path}: cannot be written: {getattr(error, 'strerror', None) or error}") from None


def _sync(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fill(path: str, texts: Texts, before: str) -> None:
    """Add the rows of the texts to a copy of the bundled file; `before` is the file that it takes the place of."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        database.execute(_SCHEMA)
        database.executemany("INSERT INTO imported_text VALUES (?, ?)", texts.items())
        joining, insertion = Joining(database, _successors(texts.get(_CROSSWALK))), Insertion(database)
        of_onet = OnetInsertion(database)
        for name in _newest_first(texts):
            release, _, table = name.rpartition(".")
            number, rows = _number(database, release), text.rows(texts[name], True)
            if release.startswith("onet-"):
                of_onet.insert(table, release, number, rows)
            else:
                insertion.of(table)(number, rows, joining, as_of(release))
        of_onet.finish()
        derive(database, texts, before)
        database.execute("COMMIT")


def _newest_first(texts: Texts) -> list[str]:
    """Return the names of tables by the age of their release: the newest of O*NET numbers what O*NET lists."""
    return sorted(sorted(texts), key=lambda name: releases.of_key(releases.key_of(name)).as_of, reverse=True)


@cache
def _successors(crosswalk: bytes | None) -> dict[str, str]:
    """Return the codes of SOC 2018 that an imported crosswalk gives, if there is one: it is read once for all files."""
    return one_to_one(text.rows(crosswalk, True)) if crosswalk else {}


def _number(database: sqlite3.Connection, key: str) -> int:
    """Return the number of a release, which is inserted if it is not there yet.

    An imported one has the same number in every file: deriving.py copies rows from one file to the next.
    """
    for (number,) in database.execute("SELECT id FROM release WHERE key = ?", (key,)):
        return int(number)
    new = zlib.crc32(key.encode())
    insert(database, "release", [(new, *releases.of_key(key))])
    return new


def as_of(release: str) -> str:
    """Return the date of a release: `2013-05` of `oews-2013-05`, `2024-34` of `projections-2024-34`."""
    return release.partition("-")[2]


class Counting:
    """Tells which tables are bundled, and counts the rows of others that belong to occupations and areas of today."""

    def __init__(self, texts: Texts) -> None:
        """Take the texts that are kept, which are added to: a crosswalk among them joins more rows."""
        self._texts = texts
        with closing(open_bundled(official.BUNDLED)) as database:
            self._joining = Joining(database, {})
            bundled = database.execute("SELECT name, columns, checksum FROM bundled_text")
            self._bundled = {(name, columns): checksum for name, columns, checksum in bundled}
            self._parities = imported_prices.bundled_parities(database)
            self._months = imported_prices.bundled_months(database)

    def is_bundled(self, table: Table, label: str) -> bool:
        """Return True if a table comes with careercli. Raises CareerError where it does with other cells.

        The cells of wages and projections that are bundled in other columns are not looked at.
        """
        if table.name not in releases.BUNDLED_TABLES:
            return False
        checksum = text.checksum(table.lines)
        is_other = self._bundled.get((table.name, "\t".join(table.columns)), checksum) != checksum
        if is_other or imported_prices.contradicts(table, self._parities, self._months):
            raise CareerError(f"{label}: differs from {table.release}, which comes with careercli")
        return True

    def joined(self, table: Table) -> int:
        """Return how many rows of a table will be shown."""
        self._joining.successors = _successors(self._texts.get(_CROSSWALK))
        rows = (dict(zip(table.columns, line.split("\t"), strict=True)) for line in table.lines)
        if table.name.startswith("onet-"):
            return sum(all(map(self._is_of_onet, (row.get("code"), row.get("related")))) for row in rows)
        return sum(self._joining.joins(row, as_of(table.release)) for row in rows)

    def _is_of_onet(self, code: str | None) -> bool:
        """Return True for a code of O*NET of an occupation of today, or none."""
        return code is None or self._joining.occupation(code.removesuffix(".00"), "", SAME_CODES_SINCE) > 0


def merged(texts: Texts, table: Table, label: str) -> bool:
    """Add the rows of a table to its text; return False if it has them all. Several workbooks may make a table.

    Raises CareerError where a row is there with other cells; `label` names the file in the message.
    """
    kept = _lines(texts[table.name], table.name) if table.name in texts else []
    by_key = {_key(line, table.keys): line for line in kept}
    for line in table.lines:
        if by_key.setdefault(_key(line, table.keys), line) != line:
            raise CareerError(
                f"{label}: differs from what was imported as {table.release};"
                f" careercli import --remove {table.release} first"
            )
    if len(by_key) == len(kept):
        return False
    lines = ("\t".join(table.columns), *sorted(by_key.values()))
    texts[table.name] = lzma.compress(("\n".join(lines) + "\n").encode(), preset=1)
    return True


def _lines(data: bytes, name: str) -> list[str]:
    try:
        return lzma.decompress(data).decode().split("\n")[1:-1]
    except lzma.LZMAError:
        raise CareerError(f"{name}: what is kept of it is damaged; careercli import --remove all, then again") from None


def _key(line: str, cells: int) -> str:
    """Return the first cells of a line."""
    return line.rsplit("\t", line.count("\t") + 1 - cells)[0]
