"""Putting the profiles of directories on shelves, and finding the shelves again where nothing has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from careercli.errors import CareerError
from careercli.filenames import SUFFIXES, id_and_suffix
from careercli.model import Occupation, Role, Subject
from careercli.store.files import Files
from careercli.store.memory import Memory
from careercli.store.seen import Look, is_settled
from careercli.store.shelves import Kept, Parts

Say = Callable[[str], None]
Shelf = TypeVar("Shelf")
Entry = TypeVar("Entry")


class Kind(NamedTuple, Generic[Shelf, Entry]):
    """What one kind of shelf holds of each role: an entry, by id.

    A shelf is kept as `parts`, of bytes; of those that `asked` names it can be made again, which gives
    None where they do not fit. `maker` makes what makes entries; an entry that `is_packable` comes back.
    """

    name: str
    parts: tuple[str, ...]
    asked: tuple[str, ...]
    maker: Callable[[], Callable[[Subject], Entry]]
    id_of: Callable[[Entry], str]
    is_packable: Callable[[Entry], bool]
    shelf_of: Callable[[Iterable[Entry]], Shelf]
    parts_of: Callable[[Shelf], Parts]
    made_of: Callable[[Parts], Shelf | None]
    entries: Callable[[Shelf], list[Entry]]


class Shelving(Generic[Shelf, Entry]):
    """Shelves of directories, the first of which wins: an id that one has is left out of all that come after it.

    `load` makes the role of a file, or raises CareerError, which `warn` is told of. `memory` knows the
    shelves of before.
    """

    def __init__(
        self,
        kind: Kind[Shelf, Entry],
        load: Callable[[str], Role],
        warn: Say,
        narrate: Say,
        memory: Memory | None,
    ) -> None:
        self._kind, self._load, self._warn, self._narrate, self._memory = kind, load, warn, narrate, memory
        self._taken: list[tuple[str, frozenset[str]]] = []

    def of(self, directory: str, files: Files) -> list[Shelf]:
        """The shelves of one directory; no two hold the same id."""
        kind = self._kind
        taken = self._hiding(directory, files.names)
        known = (
            self._memory.shelf(kind.name, directory, kind.parts if taken else kind.asked, files)
            if self._memory
            else None
        )
        shelf = kind.made_of(known[0]) if known else None
        if known is None or shelf is None:
            here = self._ids(directory, files.names)
            return self._gathered(directory, files, {each: name for each, name in here.items() if each not in taken})
        if taken:
            shelf = kind.shelf_of(entry for entry in kind.entries(shelf) if kind.id_of(entry) not in taken)
        names = (name for name in sorted(known[1]) if id_and_suffix(name)[0] not in taken)
        roles = (self._usable(os.path.join(directory, name)) for name in names)
        make = kind.maker()
        beside = [make(role) for role in roles if role]
        return [shelf, kind.shelf_of(beside)] if beside else [shelf]

    def of_occupations(self, every: Callable[[], Iterable[Occupation]]) -> Shelf:
        """The shelf of every occupation."""
        kind = self._kind
        parts = self._memory.occupations(kind.name, kind.asked) if self._memory else None
        shelf = kind.made_of(parts) if parts else None
        if shelf is None:
            shelf = kind.shelf_of(map(kind.maker(), every()))
            if self._memory:
                self._memory.keep_occupations(kind.name, kind.parts_of(shelf))
        return shelf

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

    def _gathered(self, directory: str, files: Files, here: Mapping[str, str]) -> list[Shelf]:
        """The same, read again where a file has changed; what may be believed the next time is remembered."""
        kind = self._kind
        before = self._memory.kept(kind.name, directory, kind.parts) if self._memory else None
        shelf = kind.made_of(before.parts) if before else None
        known = {kind.id_of(entry): entry for entry in kind.entries(shelf)} if shelf else {}
        looks = dict(files.looks())
        make = kind.maker()
        kept: dict[str, tuple[Look, str]] = {}
        on_shelf: list[Entry] = []
        beside: list[Entry] = []
        for role_id, name in sorted(here.items()):
            path, look = os.path.join(directory, name), looks[name]
            if before and role_id in known and before.is_current(name, look, path):
                kept[name] = (look, before.files[name][1])
                on_shelf.append(known[role_id])
                continue
            role = self._usable(path)
            if not role:
                continue
            entry = make(role)
            content = self._memory.content(path) if self._memory else None
            if content and (role.official or not role.occupation) and kind.is_packable(entry):
                kept[name] = (look, content)
                on_shelf.append(entry)
            else:
                beside.append(entry)
        shelf = kind.shelf_of(on_shelf)
        if self._memory:
            is_one_each = len({id_and_suffix(name)[0] for name in files.names}) == len(files.names)
            may_be_believed = is_one_each and all(look.inode and is_settled(look) for look, _ in kept.values())
            left = [name for name in files.names if name not in kept]
            state = files.state if may_be_believed else ""
            self._memory.keep_shelf(kind.name, directory, state, Kept(kind.parts_of(shelf), kept, left))
        return [shelf, kind.shelf_of(beside)]

    def _usable(self, path: str) -> Role | None:
        try:
            return self._load(path)
        except CareerError as error:
            self._warn(f"{error}; left out")
            return None
