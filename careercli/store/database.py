"""Open SQLite files: the bundled one for reading only, this user's own ones for reading and writing."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import suppress

from careercli.store.atomic import refuse_others

_BUSY = 5.0
"""Seconds to wait for another process that writes."""

_MOST_STEPS = 50_000_000
"""Steps of SQLite's machine after which a question is given up: one about 100,000 rows takes fewer; a damaged file
may take any number."""


def open_bundled(path: str) -> sqlite3.Connection:
    """Open a file that nobody changes, for reading only. Raises sqlite3.Error."""
    return sqlite3.connect(f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True, isolation_level=None)


def open_own(path: str, schema: str, version: int) -> sqlite3.Connection:
    """Open this user's own file, made where it is missing. It may be used by several threads, one at a time.

    Raises OSError where the file or its folder is somebody else's, others may write them, or it is no
    regular file, and sqlite3.Error where its schema or version is not this one.
    """
    _make_folder(os.path.dirname(path))
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
        os.chmod(path, 0o600)  # The umask may have taken that away.
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode):
        raise OSError("is not a regular file")
    refuse_others(path, status)
    database = sqlite3.connect(
        f"file:{_quoted(path)}?mode=rw", uri=True, timeout=_BUSY, isolation_level=None, check_same_thread=False
    )
    try:
        _prepare(database, schema, version)
    except BaseException:
        database.close()
        raise
    return database


def open_in_memory(schema: str) -> sqlite3.Connection:
    """Open an empty database of this schema that ends with the process."""
    database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    database.executescript(schema)
    return database


def _prepare(database: sqlite3.Connection, schema: str, version: int) -> None:
    database.execute("PRAGMA trusted_schema = OFF")
    # A crash may lose what was written last, or damage the file: rows have checksums, and all is in the profiles.
    database.execute("PRAGMA synchronous = OFF")
    database.set_progress_handler(lambda: 1, _MOST_STEPS)
    wanted, found = _statements(schema), _schema_of(database)
    if not found:
        database.execute("BEGIN IMMEDIATE")
        if not _schema_of(database):
            for statement in wanted:
                database.execute(statement)
            database.execute(f"PRAGMA user_version = {version}")
        database.execute("COMMIT")
        found = _schema_of(database)
    if found != wanted:
        raise sqlite3.DatabaseError("has another schema")
    if database.execute("PRAGMA user_version").fetchone() != (version,):
        raise sqlite3.DatabaseError("was written by another version")


def _schema_of(database: sqlite3.Connection) -> list[str]:
    """Return the statements that made the file, without those of SQLite's own tables."""
    asked = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB '*_fts_*' ORDER BY rowid"
    return [sql for (sql,) in database.execute(asked)]


def _statements(schema: str) -> list[str]:
    """Return the statements of a schema as SQLite keeps them, without the comments before them."""
    bare = "".join(line for line in schema.splitlines(keepends=True) if not line.startswith("--"))
    return [statement for each in bare.split(";\n") if (statement := each.strip())]


def _make_folder(folder: str) -> None:
    """Make the folder and the one above it where they are missing, for this user alone. Raises OSError."""
    for each in (os.path.dirname(folder), folder):
        with suppress(FileExistsError):
            os.mkdir(each, 0o700)
            os.chmod(each, 0o700)  # The umask may have taken that away.
        refuse_others(each, os.stat(each))


def _quoted(path: str) -> str:
    """Return a path as SQLite reads it in a URI."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
