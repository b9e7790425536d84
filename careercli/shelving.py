"""Putting the profiles of directories on shelves, and finding the shelves again where nothing has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence

from careercli.cards import Entries, Entry
from careercli.errors import CareerError
from careercli.filenames import SUFFIXES, id_and_suffix
from careercli.model import Occupation, Role
from careercli.shelf import Shelf, shelf_of, without
from careercli.store.files import Files
from careercli.store.memory import Memory
from careercli.store.seen import Look, is_settled
from careercli.store.shelves import Kept

Say = Callable[[str], None]


class Shelving:
    """Shelves of directories, the first of which wins: an id that one has is left out of all that come after it.

    `load` makes the role of a file, or raises CareerError, which `warn` is told of. `memory` knows the
    shelves of before.
    """

    def __init__(self, load: Callable[[str], Role], warn: Say, narrate: Say, memory: Memory | None) -> None:
        self._load, self._warn, self._narrate, self._memory = load, warn, narrate, memory
        self._taken: list[tuple[str, frozenset[str]]] = []

    def of(self, directory: str, files: Files) -> list[Shelf]:
        """The shelves of one directory; no two hold the same id."""
        taken = self._hiding(directory, files.names)
        known = self._memory.shelf(directory, files) if self._memory else None
        if known is None:
            return self._gathered(directory, files, self._ids(directory, files.names), taken)
        shelf, left = known
        names = (name for name in sorted(left, key=id_and_suffix) if id_and_suffix(name)[0] not in taken)
        roles = (self._usable(os.path.join(directory, name)) for name in names)
        make = Entries()
        return [without(shelf, taken), shelf_of(make.of(role) for role in roles if role)]

    def _hiding(self, directory: str, names: Sequence[str]) -> set[str]:
        """The ids of these files that a directory before has; from now on, these are had too."""
        hidden: dict[str, tuple[str, str]] = {}
        for before, those in self._taken:
            for name in names:
                role_id, _ = id_and_suffix(name)
                first = next((each for each in map(role_id.__add__, SUFFIXES) if each in those), None)
                if first:
                    hidden.setdefault(name, (role_id, os.path.join(before, first)))
        for name, (_, first) in sorted(hidden.items()):
            self._narrate(f"{os.path.join(directory, name)} stands behind {first}")
        self._taken.append((directory, frozenset(names)))
        return {role_id for role_id, _ in hidden.values()}

    def of_occupations(self, every: Callable[[], Iterable[Occupation]]) -> Shelf:
        """The shelf of every occupation."""
        known = self._memory.occupations() if self._memory else None
        if known is None:
            make = Entries()
            known = shelf_of(map(make.of, every()))
            if self._memory:
                self._memory.keep_occupations(known)
        return known

    def _ids(self, directory: str, names: Sequence[str]) -> dict[str, str]:
        """The file of every id."""
        here = {name.rpartition(".")[0]: name for name in names}
        if len(here) < len(names):
            here = {}
            for name in sorted(names):
                role_id, _ = id_and_suffix(name)
                if role_id in here:
                    first, second = (os.path.join(directory, each) for each in (here[role_id], name))
                    self._warn(f"{first} and {second} are the same id; remove one")
                here.setdefault(role_id, name)
        return here

    def _gathered(self, directory: str, files: Files, here: Mapping[str, str], taken: set[str]) -> list[Shelf]:
        """The same, read again where a file has changed; what may be believed the next time is remembered.

        What is taken is not read, but stays on the shelf where it is known: others may ask for it.
        """
        before = self._memory.kept(directory) if self._memory else None
        known = {entry.card.id: entry for entry in before.shelf.entries()} if before else {}
        looks = dict(files.looks())
        make = Entries()
        kept: dict[str, tuple[Look, str]] = {}
        on_shelf: list[Entry] = []
        beside: list[Entry] = []
        for role_id, name in sorted(here.items()):
            path, look = os.path.join(directory, name), looks[name]
            if before and role_id in known and before.is_current(name, look, path):
                kept[name] = (look, before.files[name][1])
                on_shelf.append(known[role_id])
                continue
            role = self._usable(path) if role_id not in taken else None
            if not role:
                continue
            entry = make.of(role)
            content = self._memory.content(path) if self._memory else None
            if content and (role.official or not role.occupation):
                kept[name] = (look, content)
                on_shelf.append(entry)
            else:
                beside.append(entry)
        shelf = shelf_of(on_shelf)
        if self._memory:
            is_one_each = len({id_and_suffix(name)[0] for name in files.names}) == len(files.names)
            may_be_believed = is_one_each and all(look.inode and is_settled(look) for look, _ in kept.values())
            left = [name for name in files.names if name not in kept]
            self._memory.keep_shelf(directory, files.state if may_be_believed else "", Kept(shelf, kept, left))
        return [without(shelf, taken), shelf_of(beside)]

    def _usable(self, path: str) -> Role | None:
        try:
            return self._load(path)
        except CareerError as error:
            self._warn(f"{error}; left out")
            return None
