"""What is remembered of profiles between runs: the index that is shipped, and this user's own."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from careercli.model.claims import Role
from careercli.profiles.filenames import user_folder
from careercli.store.reader import version_of_shelves
from careercli.store.seen import Look, Seen, look, seen

if TYPE_CHECKING:  # Loading SQLite takes 6 ms, which a question that names no profile need not pay.
    from careercli.store.files import Files
    from careercli.store.index import Index
    from careercli.store.shelves import Kept, Parts, Shelves

_SCHEMA = 1
_NAME = f"index-{_SCHEMA}.sqlite"
"""The schema is part of the name: an index of another schema is another file."""

ROLES, OCCUPATIONS = b"roles", b"occupations"
"""The places of the shelves that are shipped."""

ALL = "all"
"""The state of what has none but its release."""

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
        self._shelves: dict[str, Shelves | None] = {}
        self._contents: dict[str, str] = {}
        self._version = cache(version_of_shelves)

    def role(self, path: str) -> Role | None:
        """The role of the profile at `path`, if it is known and the file has not changed since."""
        folder, name = os.path.split(path)
        known = None
        if folder == self._bundled:
            known = self._known(self._index(shipped(folder), is_own=False), os.fsencode(name), path)
        return known or self._known(self._own(), place_of(path), path)

    def look(self, path: str) -> Look | None:
        """What `add` asks of a file: how it looked before it was read."""
        return look(path)

    def add(self, path: str, looked: Look | None, data: bytes, role: Role) -> None:
        """Remember a role just read from `data`, the content of a file that looked so before."""
        place = place_of(path)
        row = seen(place, looked, data, role) if place and looked else None
        if row:
            self.add_row(path, row)

    def add_row(self, path: str, row: Seen) -> None:
        """The same of a row that another process made."""
        self._new[row.place] = row
        self._contents[path] = row.content

    def content(self, path: str) -> str | None:
        """What tells the content that the role of this path was read from; None where that is not known."""
        return self._contents.get(path)

    def shelf(
        self, kind: str, directory: str, names: Sequence[str], files: Files
    ) -> tuple[Sequence[Parts], list[str]] | None:
        """The named parts of each layer of the shelf of a directory whose files look so, and the files left out."""
        from careercli.store.shelves import state_of_contents

        shipped = self._shipped_shelves(kind) if directory == self._bundled else None
        found = shipped and shipped.current(ROLES, names, lambda: state_of_contents(directory, files.names))
        if found:
            return found
        place = place_of(directory)
        own = self._own_shelves(kind, place)
        return own.current(place, names, lambda: files.state) if own and place else None

    def kept(self, kind: str, directory: str, names: Sequence[str]) -> Kept | None:
        """The shelf of a directory as it was."""
        place = place_of(directory)
        own = self._own_shelves(kind, place)
        return own.kept(place, names) if own and place else None

    def keep_shelf(self, kind: str, directory: str, state: str, kept: Kept) -> None:
        """Remember the shelf of a directory; without a state, its files are compared one by one the next time."""
        place = place_of(directory)
        own = self._own_shelves(kind, place)
        if own and place:
            own.write(place, state, kept)

    def occupations(self, kind: str, names: Sequence[str]) -> Parts | None:
        """The named parts of the shelf of the bundled occupations."""
        for shelves in (self._shipped_shelves(kind), self._own_shelves(kind, OCCUPATIONS)):
            found = shelves.current(OCCUPATIONS, names, lambda: ALL) if shelves else None
            if found:
                return found[0][0]
        return None

    def keep_occupations(self, kind: str, parts: Parts) -> None:
        """Remember it."""
        from careercli.store.shelves import Kept, Layer

        own = self._own_shelves(kind, OCCUPATIONS)
        if own:
            own.write(OCCUPATIONS, ALL, Kept([Layer(parts, {})], ()))

    def keep(self) -> None:
        """Write what was read anew to this user's index, where that is worth it, and let go of the files."""
        new, self._new = self._new, {}
        own = self._own() if new else None
        if own and own.size() <= _WORTH_COPYING * len(new):
            old = {place: row for place, row in own.rows().items() if os.path.exists(place)}
            own.write({**old, **new}.values())
        for index in filter(None, self._indexes.values()):
            index.close()
        for shelves in filter(None, self._shelves.values()):
            shelves.close()

    def _own(self) -> Index | None:
        return self._index(os.path.join(self._folder, _NAME), is_own=True) if self._folder else None

    def _own_shelves(self, kind: str, place: bytes | None) -> Shelves | None:
        if not self._folder or place is None:
            return None
        named = f"{kind}-{_SCHEMA}-{zlib.crc32(place):08x}{zlib.adler32(place):08x}.sqlite"
        return self._shelves_at(os.path.join(self._folder, named), is_own=True)

    def _shipped_shelves(self, kind: str) -> Shelves | None:
        return self._shelves_at(shipped_shelves(kind, self._bundled), is_own=False)

    def _shelves_at(self, path: str, is_own: bool) -> Shelves | None:
        if path not in self._shelves:
            try:
                from careercli.store.shelves import Shelves

                self._shelves[path] = Shelves(path, self._narrate, is_own, self._version)
            except ImportError as error:
                self._narrate(f"{path}: not used ({error})")
                self._shelves[path] = None
        return self._shelves[path]

    def _known(self, index: Index | None, place: bytes | None, path: str) -> Role | None:
        row = index.row(place) if index and place else None
        try:
            role = row.unpacked() if row and row.is_current(path) else None
        except (ValueError, IndexError, TypeError):
            return None
        if row and role:
            self._contents[path] = row.content
        return role

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


def shipped_shelves(kind: str, bundled: str) -> str:
    """Where the shelves of the bundled profiles and occupations lie."""
    return os.path.join(os.path.dirname(bundled), f"{kind}-{_SCHEMA}.sqlite")


def place_of(path: str) -> bytes | None:
    """How this user's own index calls a file; None where the current folder is gone."""
    try:
        return os.fsencode(os.path.abspath(path))
    except OSError:
        return None
