"""The index of profiles: roles as read, each row with what tells whether its file is still that one.

Where a row is missing, or in caveat, the profile itself is read instead.
"""

from __future__ import annotations

from collections.abc import Iterable

from careercli.store import reader
from careercli.store.database import Database, Say, Table, build
from careercli.store.seen import Seen

TABLE = Table(
    "CREATE TABLE profiles (place BLOB PRIMARY KEY, size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER,"
    " now INTEGER, content TEXT, role BLOB, mark INTEGER) WITHOUT ROWID",
    len(Seen._fields) + 1,
    reader.version,
)


class Index:
    """The rows of one index file. What cannot be read or written is said to `narrate`, and changes nothing else."""

    def __init__(self, path: str, narrate: Say, is_own: bool = True) -> None:
        """`is_own` asks that the file and its folder belong to this user, and that nobody else may write them."""
        self._file = Database(path, TABLE, narrate, is_own)

    def row(self, place: bytes) -> Seen | None:
        """What is known of the profile at `place`."""
        return next(map(Seen._make, self._file.rows("WHERE place = ?", place)), None)

    def rows(self) -> dict[bytes, Seen]:
        """Every profile that is known."""
        return {row.place: row for row in map(Seen._make, self._file.rows())}

    def size(self) -> int:
        """How many bytes there are to read; none where the file cannot be used."""
        return self._file.size()

    def write(self, rows: Iterable[Seen]) -> None:
        """Put an index of exactly these rows in place of what there is."""
        self._file.write(rows)

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        self._file.close()


def build_index(path: str, rows: Iterable[Seen]) -> None:
    """Put an index of these rows at `path`, whole or not at all. Raises OSError, sqlite3.Error and OverflowError."""
    build(path, TABLE, rows)
