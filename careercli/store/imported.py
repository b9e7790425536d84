"""Let the releases that this user imported answer beside the bundled ones.

They are in one file, $XDG_DATA_HOME/careercli/official.sqlite: a copy of the bundled one with more rows. It counts
only if it was made from the very file that is bundled now, which is told by the number that both carry.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from careercli.profiles.filenames import user_path

if TYPE_CHECKING:  # Where nothing is imported, nothing is loaded but this file.
    from careercli.model.claims import Source

_NUMBER = slice(60, 64)
"""Where SQLite keeps `user_version`, by which build.py numbers the content of the bundled file."""

IS_FOLDER = "is a folder, not a file that careercli made; move it away"
CHANGED = "some of it has changed since it was made"
_HEADER = 100
_MAGIC = b"SQLite format 3\x00"


def imported_path(environ: Mapping[str, str]) -> str:
    """Return $XDG_DATA_HOME/careercli/official.sqlite, or the same in ~/.local/share; empty without a home."""
    return user_path(environ, "XDG_DATA_HOME", ".local/share", "official.sqlite")


def take_up(environ: Mapping[str, str], warn: Callable[[str], None]) -> None:
    """Let the imported releases answer, if there are any; else the bundled file does, and `warn` is told why."""
    path = imported_path(environ)
    if path and os.path.lexists(path):
        from careercli.store.state import state_path

        _take_up(path, state_path(environ, "imported"), warn)


def _take_up(path: str, state: str, warn: Callable[[str], None]) -> None:
    from careercli.official import releases
    from careercli.store import official
    from careercli.store.sealing import is_sound

    if os.path.isdir(path):
        warn(f"{path}: is not used: it {IS_FOLDER}")
        return
    try:
        if not is_current(path):
            warn(f"{path}: was made for another version of careercli and is not used; run careercli import --again")
            return
        if not is_sound(path, state):
            raise ValueError(CHANGED)
        found, tables = contents(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        warn(f"{path}: is not used: {reason}; delete it with careercli import --remove all, and import again")
        return
    official.PATH, official.ADVICE = path, "careercli import --remove all, then import again"
    releases.add_imported(found, tables)


def is_current(path: str) -> bool:
    """Return True if a file was made from the file that is bundled now, or there is none.

    Raises OSError, and ValueError where it is damaged.
    """
    from careercli.store import official

    return not os.path.lexists(path) or header(path)[_NUMBER] == header(official.BUNDLED)[_NUMBER]


def header(path: str) -> bytes:
    """Return the first bytes of a database. Raises OSError, and ValueError where it is none, or is not whole."""
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK)) as file:
        status = os.fstat(file.fileno())
        data = file.read(_HEADER) if stat.S_ISREG(status.st_mode) else b""
    pages = int.from_bytes(data[28:32], "big")
    if data[:16] != _MAGIC or status.st_size != pages * int.from_bytes(data[16:18], "big"):
        raise ValueError("it is not a whole database")
    return data


def contents(path: str) -> tuple[list[Source], list[str]]:
    """Return the releases that a file has beside the bundled ones, and its imported tables.

    Raises OSError and ValueError.
    """
    import sqlite3

    from careercli.model import claims
    from careercli.official import releases
    from careercli.store.atomic import refuse_others
    from careercli.store.database import open_bundled

    refuse_others(path, os.lstat(path))
    try:
        database = open_bundled(path)
        try:
            columns = ", ".join("key" if name == "id" else name for name in claims.Source._fields)
            rows = database.execute(f"SELECT {columns} FROM release").fetchall()
            tables = [name for (name,) in database.execute("SELECT name FROM imported_text")]
        finally:
            database.close()
    except sqlite3.Error as error:
        raise ValueError(f"it cannot be read ({error})") from None
    return [claims.Source._make(row) for row in rows if row[0] not in releases.BY_ID], tables
