"""Find, search and filter: which profile files there are, and what a name means.

A question that names ids reads those files alone. Profiles are the files `*.yaml` and `*.yml`
directly inside a directory; hidden files and folders are passed over.
"""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from careercli.errors import CareerError, UnknownRole, nearest
from careercli.model.claims import OCCUPATION_CODE, ROLE_ID, Claim, Occupation, Role, Source, Subject
from careercli.official import bundled
from careercli.profiles.directories import names_in
from careercli.profiles.filenames import SUFFIXES, id_and_suffix
from careercli.search import normalize
from careercli.store.memory import Memory

_MOST_CANDIDATES = 3
_LEVELS = ("detailed", "broad", bundled.SPECIALTY)
"""Which occupation a title shared by several names: the first of these."""

if TYPE_CHECKING:  # What names its roles needs no list.
    from careercli.listing import Listing
    from careercli.shelving import Kind
    from careercli.store.files import Files
    from careercli.store.seen import Seen

Say = Callable[[str], None]
Shelf = TypeVar("Shelf")
Entry = TypeVar("Entry")


def with_unique_source_keys(subjects: Sequence[Subject]) -> list[Subject]:
    """The same subjects, where one key never means two sources: a role's that is taken becomes `role/key`."""
    known: dict[str, Source] = {source.id: source for source in bundled.RELEASES}
    out: list[Subject] = []
    for subject in subjects:
        clashes = {c.source.id for c in subject.own if known.setdefault(c.source.id, c.source) != c.source}
        if clashes and isinstance(subject, Role):
            own = [_renamed(claim, f"{subject.id}/{claim.source.id}", clashes) for claim in subject.own]
            out.append(subject._replace(own=tuple(own)))
        else:
            out.append(subject)
    return out


def _renamed(claim: Claim, key: str, clashes: set[str]) -> Claim:
    return claim._replace(source=claim.source._replace(id=key)) if claim.source.id in clashes else claim


class Catalog:
    """All profiles of some directories, and every official occupation.

    `warn` is told, in one line each, of files that cannot be used; `narrate` of what is read. `memory`
    knows the profiles that were read before.
    """

    def __init__(
        self, directories: Sequence[str], warn: Say, narrate: Say = lambda line: None, memory: Memory | None = None
    ) -> None:
        self._directories = directories
        self._warn = _once(warn)
        self._narrate = narrate
        self._memory = memory
        self._all: list[Role] | None = None
        self._list: Listing | None = None

    def find(self, name: str) -> Subject:
        """What `name` means: an id, a title, an alias or an occupation's title; a SOC code is always the occupation.

        Raises UnknownRole with the candidates or the nearest names, ProfileError and CareerError.
        """
        try:
            return self._find(name)
        finally:
            self._remember()

    def knows(self, name: str) -> bool:
        """Whether `name` means anything. Raises as `find` does where it does but cannot be used."""
        try:
            self.find(name)
        except UnknownRole:
            return False
        return True

    def find_all(self, names: Iterable[str]) -> list[Subject]:
        """What each name means, in order; a role named twice stands once, and that is said."""
        found: dict[str, Subject] = {}
        again: list[str] = []
        try:
            for name in names:
                subject = self._find(name)
                if subject.id in found:
                    again.append(f"“{name}” is {subject.id} again; shown once")
                found.setdefault(subject.id, subject)
        finally:
            self._remember()
        if len(found) > 1:
            for line in again:
                self._warn(line)
        return with_unique_source_keys(list(found.values()))

    def ids(self) -> list[str]:
        """The id of every profile, none of them read."""
        return list(self.paths())

    def paths(self) -> dict[str, str]:
        """The file of every id, by id; of two directories the first wins."""
        chosen: dict[str, str] = {}
        for directory in self._directories:
            here: dict[str, str] = {}
            for path in (os.path.join(directory, name) for name in sorted(self._names_in(directory))):
                role_id, _ = id_and_suffix(path)
                if role_id in here:
                    self._warn(f"{here[role_id]} and {path} are the same id; remove one")
                    continue
                here[role_id] = path
            for role_id, path in here.items():
                if role_id in chosen:
                    self._narrate(f"{path} stands behind {chosen[role_id]}")
                chosen.setdefault(role_id, path)
        return {role_id: chosen[role_id] for role_id in sorted(chosen)}

    def roles(self) -> list[Role]:
        """Every profile that can be used, by id; of each other one, a line is said."""
        if self._all is None:
            self._all = []
            for path in self.paths().values():
                try:
                    self._all.append(self._load(path))
                except CareerError as error:
                    self._warn(f"{error}; left out")
            self._remember()
        return self._all

    def listing(self, everything: bool = False) -> "Listing":
        """A card of every profile that can be used, and with `everything` of every detailed occupation."""
        if self._list and not everything:
            return self._list
        files = self._looked_at()
        from careercli.listing import CARDS, Listing

        roles, everyone = self._shelved(CARDS, files, self.occupations if everything else None)
        listing = Listing(roles, everyone)
        self._list = self._list if everything else listing
        return listing

    def shelved(
        self,
        kind: "Kind[Shelf, Entry]",
        occupations: Callable[[], Iterable[Occupation]] | None = None,
        with_roles: bool = True,
    ) -> "tuple[list[Shelf], Shelf | None]":
        """Shelves of every profile that can be used, and one of `occupations`, always the same for a kind."""
        return self._shelved(kind, self._looked_at() if with_roles else [], occupations)

    def occupations(self, wages_only: bool = False) -> Iterator[Occupation]:
        """Every detailed occupation, by code; with `wages_only` it says nothing but what OEWS says."""
        for code, _, detail in bundled.titles():
            if detail == "detailed":
                found = bundled.occupation(code, wages_only)
                assert found
                yield found

    # -- names

    def _find(self, name: str) -> Subject:
        code = name.strip().removesuffix(".00")
        if OCCUPATION_CODE.fullmatch(code):
            return self._occupation(code)
        role_id = name.strip().casefold()
        if ROLE_ID.fullmatch(role_id):
            path = self._path_of(role_id)
            if path:
                return self._load(path)
        return self._by_title(name)

    def _occupation(self, code: str) -> Occupation:
        found = bundled.occupation(code)
        if found:
            return found
        near = [each for each, _, _ in bundled.titles() if each[:6] == code[:6]][:3]
        hint = f"; near it: {', '.join(near)}" if near else ""
        raise UnknownRole(f"no occupation has the code {code} in OEWS {bundled.RELEASES[0].release}{hint}")

    def _by_title(self, name: str) -> Subject:
        wanted = normalize(name)
        paths = (self._path_of(card.id) for card in self.listing().named(wanted))
        roles = [self._load(path) for path in paths if path]
        for names_of in (lambda role: (role.title,), lambda role: role.aliases):
            hits = [role for role in roles if wanted in map(normalize, names_of(role))]
            if len(hits) == 1:
                return hits[0]
            if hits:
                ids = ", ".join(role.id for role in hits)
                raise UnknownRole(f"“{name}” may be any of {ids}; name one by its id")
        codes = {detail: code for code, title, detail in bundled.titles() if normalize(title) == wanted}
        if codes:
            return self._occupation(next(codes[detail] for detail in _LEVELS if detail in codes))
        raise UnknownRole(f"no role or occupation is named “{name}”{self._nearest(wanted)}")

    def _nearest(self, wanted: str) -> str:
        ids: dict[str, str] = {}
        for code, title, detail in bundled.titles():
            if detail == "detailed" or normalize(title) not in ids:
                ids[normalize(title)] = f"{code} ({title})"
        for role in self.roles():
            ids.update({normalize(name): role.id for name in (*role.aliases, role.title, role.id)})
        words = [word.removesuffix("s") or word for word in wanted.split()]
        holding = dict.fromkeys(named for name, named in ids.items() if words and all(word in name for word in words))
        if len(holding) > _MOST_CANDIDATES:
            return f"; many names hold these words: careercli roles --all {wanted}"
        found = holding or dict.fromkeys(ids[hit] for hit in nearest(wanted, ids))
        if found:
            return f"; did you mean {' or '.join(found)}?"
        return "; careercli roles --all lists every name"

    # -- shelves

    def _looked_at(self) -> "list[tuple[str, Files]]":
        """The files of every directory."""
        from careercli.store.files import Files

        return [(each, Files(each, partial(self._names_in, each))) for each in self._directories]

    def _shelved(
        self,
        kind: "Kind[Shelf, Entry]",
        files: "list[tuple[str, Files]]",
        occupations: Callable[[], Iterable[Occupation]] | None,
    ) -> "tuple[list[Shelf], Shelf | None]":
        """The shelves of all directories, and on request that of all occupations."""
        from careercli.shelving import Shelving

        shelving = Shelving(kind, self._load, _read_apart, self._warn, self._narrate, self._memory)
        shelves = [shelf for directory, those in files for shelf in shelving.of(directory, those)]
        everyone = shelving.of_occupations(occupations) if occupations else None
        self._remember()
        return shelves, everyone

    # -- files

    def _path_of(self, role_id: str) -> str | None:
        """The file of an id, in the first directory that has one."""
        found: str | None = None
        for directory in self._directories:
            paths = [path for suffix in SUFFIXES if _exists(path := os.path.join(directory, role_id + suffix))]
            if len(paths) > 1 and not found:
                raise CareerError(f"{paths[0]} and {paths[1]} are the same id; remove one")
            if paths and found:
                self._narrate(f"{paths[0]} stands behind {found}")
            elif paths:
                found = paths[0]
        return found

    def _names_in(self, directory: str) -> list[str]:
        try:
            return names_in(directory)
        except CareerError as error:
            self._warn(f"{error}; left out")
            return []

    def _load(self, path: str) -> Role:
        role = (self._memory.role(path) if self._memory else None) or self._read(path)
        if not role.occupation:
            return role
        official = bundled.occupation(role.occupation)
        if official is None:
            self._warn(f"{path}: no bundled release has the occupation {role.occupation}")
        return role._replace(official=official)

    def _read(self, path: str) -> Role:
        from careercli.profiles.files import read_bytes
        from careercli.profiles.reading import read_text

        self._narrate(f"reading {path}")
        looked = self._memory.look(path) if self._memory else None
        data = read_bytes(path)
        role = read_text(data, path)
        if self._memory:
            self._memory.add(path, looked, data, role)
        return role

    def _remember(self) -> None:
        if self._memory:
            self._memory.keep()


def _once(warn: Say) -> Say:
    """What says no line twice: the same file may be met by several questions."""
    said: set[str] = set()

    def tell(line: str) -> None:
        if line not in said:
            said.add(line)
            warn(line)

    return tell


def _read_apart(path: str, made: Container[str]) -> "tuple[Seen, Role] | None":
    """A role, with its occupation unless that is `made`, and the row that remembers it.

    None of all that somebody must be told of.
    """
    from careercli.profiles.files import read_bytes
    from careercli.profiles.reading import read_text
    from careercli.store.memory import place_of
    from careercli.store.seen import look, seen

    looked, place = look(path), place_of(path)
    try:
        data = read_bytes(path)
        role = read_text(data, path)
    except CareerError:
        return None
    row = seen(place, looked, data, role) if looked and place else None
    if row is None or not role.occupation or role.occupation in made:
        return (row, role) if row else None
    official = bundled.occupation(role.occupation)
    return (row, role._replace(official=official)) if official else None


def _exists(path: str) -> bool:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise CareerError(f"{path}: {error.strerror}") from None
    return True
