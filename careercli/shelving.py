"""Putting the profiles of directories on shelves, and finding the shelves again where nothing has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from careercli.errors import CareerError
from careercli.model.claims import Occupation, Role, Subject
from careercli.profiles.filenames import SUFFIXES, id_and_suffix
from careercli.store.files import Files
from careercli.store.memory import Memory
from careercli.store.seen import Look, Seen, is_settled
from careercli.store.shelves import HIDDEN, Kept, Layer, Parts

_MANY = 50
"""Profiles for which other processes are worth their start."""

_LITTLE, _SHARE = 100, 8
"""What changed on a shelf is kept beside it as long as it is no more than this, and than such a share of it."""

Say = Callable[[str], None]
Shelf = TypeVar("Shelf")
Entry = TypeVar("Entry")


class Kind(NamedTuple, Generic[Shelf, Entry]):
    """What one kind of shelf holds of each role: an entry, by id.

    A shelf is kept as `parts`, of bytes; of those that `asked` names it can be made again. `maker` makes
    what makes entries, of entries of occupations that are there already: where the kind
    `builds_on_occupations`, a role of one of these needs no official claims. `entries` are all that a
    shelf was made of and `ids` theirs, in its order, with what it leaves out; `without` leaves more of
    them out, by number.
    """

    name: str
    parts: tuple[str, ...]
    asked: tuple[str, ...]
    maker: Callable[[Mapping[str, Entry]], Callable[[Subject], Entry]]
    ids: Callable[[Shelf], list[str]]
    shelf_of: Callable[[Iterable[Entry]], Shelf]
    parts_of: Callable[[Shelf], Parts]
    made_of: Callable[[Parts], Shelf]
    entries: Callable[[Shelf], list[Entry]]
    without: Callable[[Shelf, Iterable[int]], Shelf]
    builds_on_occupations: bool = False


class Put(NamedTuple, Generic[Entry]):
    """What is put on a shelf of one file: how that looked and what it held."""

    entry: Entry
    look: Look
    content: str


class Shelving(Generic[Shelf, Entry]):
    """Shelves of directories, the first of which wins: an id that one has is left out of all that come after it.

    `load` makes the role of a file, or raises CareerError, which `warn` is told of. `read_apart` does the
    same in another process, without the official claims of occupations that are made already, and answers
    None where there is anything to tell. `memory` knows the shelves of before.
    """

    def __init__(
        self,
        kind: Kind[Shelf, Entry],
        load: Callable[[str], Role],
        read_apart: Callable[[str, Container[str]], tuple[Seen, Role] | None],
        warn: Say,
        narrate: Say,
        memory: Memory | None,
    ) -> None:
        self._kind, self._load, self._read_apart = kind, load, read_apart
        self._warn, self._narrate, self._memory = warn, narrate, memory
        self._taken: list[tuple[str, frozenset[str]]] = []

    def of(self, directory: str, files: Files) -> list[Shelf]:
        """The shelves of one directory; no two hold the same id."""
        kind = self._kind
        known = self._memory.shelf(kind.name, directory, kind.asked, files) if self._memory else None
        taken = self._hiding(directory, files.names)
        if known is None:
            return self._gathered(directory, files, self._ids(directory, files.names), taken)
        layers, left = known
        make = kind.maker({})
        paths = [
            os.path.join(directory, name)
            for name in sorted(left, key=id_and_suffix)
            if id_and_suffix(name)[0] not in taken
        ]
        beside = [make(role) for path in paths if (role := self._usable(path))]
        shelves = [self._without(kind.made_of(parts), taken) for parts in layers]
        return [*shelves, *([kind.shelf_of(beside)] if beside else [])]

    def of_occupations(self, every: Callable[[], Iterable[Occupation]]) -> Shelf:
        """The shelf of every occupation."""
        kind = self._kind
        parts = self._memory.occupations(kind.name, kind.asked) if self._memory else None
        if parts:
            return kind.made_of(parts)
        shelf = kind.shelf_of(map(kind.maker({}), every()))
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

    def _gathered(self, directory: str, files: Files, here: Mapping[str, str], taken: set[str]) -> list[Shelf]:
        """The same, read again where a file has changed; what may be believed the next time is remembered.

        What is taken is not read, but stays on the shelf where it is known: others may ask for it.
        """
        kind = self._kind
        before = self._memory.kept(kind.name, directory, kind.parts) if self._memory else None
        looks = dict(files.looks())
        layers = [self._current(layer, directory, here, looks) for layer in (before.layers if before else ())]
        known = {name for layer in layers for name in layer.shown()}
        new = {role_id: name for role_id, name in sorted(here.items()) if name not in known}
        put: dict[str, Put[Entry]] = {}
        beside: list[Entry] = []
        make = kind.maker({})
        ahead = self._ahead([os.path.join(directory, name) for each, name in new.items() if each not in taken])
        for role_id, name in new.items():
            path = os.path.join(directory, name)
            entry, content = self._entry(path, ahead.get(path), make) if role_id not in taken else (None, None)
            if entry and content:
                put[name] = Put(entry, looks[name], content)
            elif entry:
                beside.append(entry)
        kept = self._kept(layers, put)
        if self._memory:
            on_shelf = {name: look for layer in kept for name, look in layer.shown().items()}
            is_one_each = len({id_and_suffix(name)[0] for name in files.names}) == len(files.names)
            may_be_believed = is_one_each and all(look.inode and is_settled(look) for look in on_shelf.values())
            left = [name for name in files.names if name not in on_shelf]
            state = files.state if may_be_believed else ""
            self._memory.keep_shelf(kind.name, directory, state, Kept(kept, left))
        return [*(self._without(kind.made_of(layer.parts), taken) for layer in kept), kind.shelf_of(beside)]

    def _current(self, layer: Layer, directory: str, here: Mapping[str, str], looks: Mapping[str, Look]) -> Layer:
        """A layer, in which what is no more as it was is hidden."""
        files = {}
        for name in layer.files:
            is_here = here.get(id_and_suffix(name)[0]) == name
            is_current = is_here and layer.is_current(name, looks[name], os.path.join(directory, name))
            files[name] = (looks[name], layer.files[name][1]) if is_current else HIDDEN
        return layer._replace(files=files)

    def _kept(self, layers: Sequence[Layer], new: Mapping[str, Put[Entry]]) -> list[Layer]:
        """These layers and what is new: little in a layer beside the first, or else all of it in one."""
        beside = {**self._put(layers[1:]), **new}
        most = min(len(layers[0].files) // _SHARE, _LITTLE) if layers else 0
        if not layers or len(layers[0].hidden()) + len(beside) > most:
            return [self._layer({**self._put(layers[:1]), **beside})]
        first = layers[0]
        kind = self._kind
        shelf = kind.without(kind.made_of(first.parts), first.hidden())
        return [first._replace(parts=kind.parts_of(shelf)), *([self._layer(beside)] if beside else [])]

    def _put(self, layers: Iterable[Layer]) -> dict[str, Put[Entry]]:
        """By file, what some layers show."""
        kind, shown = self._kind, {}
        for layer in layers:
            entries = kind.entries(kind.made_of(layer.parts))
            for (name, (look, content)), entry in zip(layer.files.items(), entries, strict=True):
                if content != HIDDEN[1]:
                    shown[name] = Put(entry, look, content)
        return shown

    def _layer(self, those: Mapping[str, Put[Entry]]) -> Layer:
        """One layer of these, by id."""
        kind = self._kind
        those = dict(sorted(those.items(), key=lambda each: id_and_suffix(each[0])))
        files = {name: (put.look, put.content) for name, put in those.items()}
        return Layer(kind.parts_of(kind.shelf_of(put.entry for put in those.values())), files)

    def _without(self, shelf: Shelf, ids: set[str]) -> Shelf:
        here = enumerate(self._kind.ids(shelf)) if ids else ()
        return self._kind.without(shelf, [number for number, each in here if each in ids])

    def _ahead(self, paths: Sequence[str]) -> dict[str, tuple[Seen, Entry]]:
        """The entries of many profiles that nobody remembers, read by several processes at once."""
        if not self._memory or len(paths) < _MANY:
            return {}
        from careercli.ahead import ahead, helpers

        unread = [path for path in paths if not self._memory.role(path)]
        if len(unread) < _MANY or not helpers():
            return {}
        made = self._made()
        make = self._kind.maker(made)

        def read(path: str) -> tuple[Seen, Entry] | None:
            found = self._read_apart(path, made)
            return (found[0], make(found[1])) if found else None

        return ahead(unread, read)

    def _made(self) -> Mapping[str, Entry]:
        """The entries of occupations by code, where they are of use and on a shelf."""
        kind = self._kind
        memory = self._memory if kind.builds_on_occupations else None
        parts = memory.occupations(kind.name, kind.parts) if memory else None
        shelf = kind.made_of(parts) if parts else None
        return dict(zip(kind.ids(shelf), kind.entries(shelf), strict=True)) if shelf else {}

    def _entry(
        self, path: str, ahead: tuple[Seen, Entry] | None, make: Callable[[Subject], Entry]
    ) -> tuple[Entry | None, str | None]:
        """The entry of a profile, and what tells its content where it may be kept."""
        if ahead and self._memory:
            self._narrate(f"reading {path}")
            self._memory.add_row(path, ahead[0])
            return ahead[1], ahead[0].content
        role = self._usable(path)
        if not role:
            return None, None
        content = self._memory.content(path) if self._memory else None
        return make(role), content if role.official or not role.occupation else None

    def _usable(self, path: str) -> Role | None:
        try:
            return self._load(path)
        except CareerError as error:
            self._warn(f"{error}; left out")
            return None
