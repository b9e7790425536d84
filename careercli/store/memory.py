"""What is remembered of profiles between runs: the index that is shipped, and this user's own."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from careercli.filenames import user_folder
from careercli.model import Role
from careercli.store.seen import Look, Seen, look, seen

if TYPE_CHECKING:  # Loading SQLite takes 6 ms, which a question that names no profile need not pay.
    from careercli.store.index import Index

_SCHEMA = 1
_NAME = f"index-{_SCHEMA}.sqlite"
"""The schema is part of the name: an index of another schema is another file."""

_WORTH_COPYING = 8 * 1024 * 1024
"""Bytes of an index that are copied for each profile that was read anew.

An index is written whole, so to remember one profile costs as much as there are others. 8 MB are
2,000 profiles and 0.1 s, once; what is not remembered costs 20 ms, each time. So one edit among a
thousand is remembered at once, and a question that names two of 20,000 does not write the others.
"""


class Memory:
    """Roles as they were read before, for as long as their files have not changed."""

    def __init__(self, bundled: str, folder: str, narrate: Callable[[str], None]) -> None:
        """`bundled` is the folder of the profiles whose index is shipped beside it; `folder` is this user's own."""
        self._bundled, self._folder, self._narrate = bundled, folder, narrate
        self._indexes: dict[str, Index | None] = {}
        self._new: dict[bytes, Seen] = {}

    def role(self, path: str) -> Role | None:
        """The role of the profile at `path`, if it is known and the file has not changed since."""
        folder, name = os.path.split(path)
        known = None
        if folder == self._bundled:
            known = _known(self._index(shipped(folder), is_own=False), os.fsencode(name), path)
        return known or _known(self._own(), _place(path), path)

    def look(self, path: str) -> Look | None:
        """What `add` asks of a file: how it looked before it was read."""
        return look(path)

    def add(self, path: str, looked: Look | None, data: bytes, role: Role) -> None:
        """Remember a role just read from `data`, the content of a file that looked so before."""
        place = _place(path)
        row = seen(place, looked, data, role) if place and looked else None
        if row:
            self._new[row.place] = row

    def keep(self) -> None:
        """Write what was read anew to this user's index, where that is worth it, and let go of the files."""
        new, self._new = self._new, {}
        own = self._own() if new else None
        if own and own.size() <= _WORTH_COPYING * len(new):
            old = {place: row for place, row in own.rows().items() if os.path.exists(place)}
            own.write({**old, **new}.values())
        for index in filter(None, self._indexes.values()):
            index.close()

    def _own(self) -> Index | None:
        return self._index(os.path.join(self._folder, _NAME), is_own=True) if self._folder else None

    def _index(self, path: str, is_own: bool) -> Index | None:
        if path not in self._indexes:
            try:
                from careercli.store.index import Index

                self._indexes[path] = Index(path, self._narrate, is_own)
            except ImportError as error:  # Python may be built without SQLite.
                self._narrate(f"{path}: not used ({error})")
                self._indexes[path] = None
        return self._indexes[path]


def directory(environ: Mapping[str, str]) -> str:
    """Where this user's index may lie, or empty where nobody can say: $XDG_CACHE_HOME/careercli, ~/.cache/careercli."""
    return user_folder(environ, "XDG_CACHE_HOME", ".cache")


def shipped(bundled: str) -> str:
    """Where the index of the bundled profiles lies."""
    return os.path.join(os.path.dirname(bundled), _NAME)


def _known(index: Index | None, place: bytes | None, path: str) -> Role | None:
    row = index.row(place) if index and place else None
    try:
        return row.unpacked() if row and row.is_current(path) else None
    except (ValueError, IndexError, TypeError, zlib.error):
        return None


def _place(path: str) -> bytes | None:
    """How this user's own index calls a file; None where the current folder is gone."""
    try:
        return os.fsencode(os.path.abspath(path))
    except OSError:
        return None
