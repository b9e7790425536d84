"""Find what a name means, and list what there is: profiles of some directories, and official occupations.

A question that names ids reads those files alone. Profiles are the files `*.yaml` and `*.yml`
directly inside a directory, hidden ones left out; of an id that several directories have, the first wins.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from careercli.catalog.files import ProfileFiles
from careercli.catalog.source_keys import with_unique_source_keys
from careercli.errors import CareerError, UnknownRole
from careercli.model.claims import OCCUPATION_CODE, ROLE_ID, Area, Occupation, Source, Subject, is_own
from careercli.official import releases
from careercli.store import official

if TYPE_CHECKING:  # A question about occupations alone opens no index.
    from careercli.catalog.listing import Listing
    from careercli.compare.wage_rows import PlainWages
    from careercli.profiles.prospects import Prospects
    from careercli.store.profile_rows import ProfileRow
    from careercli.store.profiles import ProfileIndex
    from careercli.store.search import TitleHit

Say = Callable[[str], None]


class Catalog:
    """All profiles of some directories, and every official occupation.

    `warn` is told, in one line each, of files that cannot be used; `narrate` of what is read.
    `index` is the file of the index, or empty for none. `place` is where names without `@` are looked
    up, as people type it; empty for the nation.
    """

    def __init__(
        self,
        directories: Sequence[str],
        warn: Say,
        narrate: Say = lambda line: None,
        index: str = "",
        place: str = "",
    ) -> None:
        self._warn = _once(warn)
        self._narrate = narrate
        self._index_path = index
        self._files = ProfileFiles(directories, self._warn, narrate)
        self._place = place
        self._sources: tuple[Source, ...] | None = None
        self._roles: Listing | None = None

    def in_place(self, place: str) -> "Catalog":
        """Return the same catalog with another place for names without `@`, empty for the nation."""
        from copy import copy

        _ = self._index  # Both use one.
        other = copy(self)
        other._place, other._roles = place, None
        other.__dict__.pop("_here", None)
        return other

    def of_releases(self, sources: tuple[Source, ...]) -> "Catalog":
        """Return the same catalog, whose occupations have the claims of these releases alone: those take less time."""
        from copy import copy

        other = copy(self)
        other._sources = sources
        return other

    @cached_property
    def _here(self) -> Area | None:
        """The area of names without `@`, None for the nation. Raises CareerError if it is unknown."""
        return self.area(self._place)

    # -- names

    def find(self, name: str) -> Subject:
        """Return what `name` means: an id, a title, an alias or an occupation's title; a SOC code is the occupation.

        `name@place` is that in a place; `me` and `offer:NAME` are in their own. Raises UnknownRole with the
        candidates or the nearest names, ProfileError, and CareerError for a place that is unknown, or in which its
        wages are not published.
        """
        try:
            return self._find(name)
        finally:
            self._flush()

    def knows(self, subject_id: str) -> bool:
        """Return True if this is the id of a role or occupation. Raises as `find` does where that cannot be used."""
        head, _, place = subject_id.rpartition("@")
        try:
            area = self.area(place) if head else None
            found = self._with_id(head or place, area)
            return found is not None and bool(_with_wages(found))
        except UnknownRole:
            return False
        finally:
            self._flush()

    def has_id(self, name: str) -> bool:
        """Return True if `name` is the id of a role or an occupation, rather than a title that means one."""
        if OCCUPATION_CODE.fullmatch(name):
            return official.occupation(name) is not None
        return self._files.path_of(name) is not None

    def with_id(self, id: str, area: Area | None) -> Subject | None:
        """Return the role with this id or the occupation with this code in an area; None where there is none.

        Raises CareerError where a profile cannot be used.
        """
        if OCCUPATION_CODE.fullmatch(id):
            found = self._official(id, area)
            return Subject(None, found, area) if found else None
        path = self._files.path_of(id)
        return self._load(path, area) if path else None

    def find_all(self, names: Iterable[str]) -> list[Subject]:
        """Return what each name means, in order; a subject named twice comes once, and `warn` is told."""
        found: dict[str, Subject] = {}
        again: list[str] = []
        try:
            for name in names:
                subject = self._find(name)
                if subject.id in found:
                    again.append(f"“{name}” is {subject.id} again; shown once")
                found.setdefault(subject.id, subject)
        finally:
            self._flush()
        if len(found) > 1:
            for line in again:
                self._warn(line)
        return with_unique_source_keys(list(found.values()))

    def _find(self, name: str) -> Subject:
        if is_own(name):
            from careercli.catalog.own import own_subject

            return own_subject(name, self._anywhere, self.area, self._warn)
        head, _, place = name.rpartition("@")
        if not head.strip():
            return self._named(name, self._here)
        try:
            area = self.area(place)
        except CareerError:
            # A title may hold an @ that divides nothing.
            with suppress(UnknownRole):
                return self._named(name, self._here)
            raise
        return self._named(head, area)

    def area(self, place: str) -> Area | None:
        """Return the area that `place` means, None for the nation or an empty text. Raises CareerError."""
        if not place:
            return None
        area = official.area_of(place.strip().upper())
        if area is None:
            from careercli.catalog.places import find_area
            from careercli.store.places import areas

            area, note = find_area(place, areas())
            if note:
                self._warn(note)
        return None if area.code == releases.NATION else area

    def _named(self, name: str, area: Area | None) -> Subject:
        return _with_wages(self._anywhere(name, area))

    def _anywhere(self, name: str, area: Area | None) -> Subject:
        """Return what a name means in an area, also where that publishes none of its wages."""
        return self._with_id(name, area) or self._placed(self._by_title(name), area)

    def _with_id(self, name: str, area: Area | None) -> Subject | None:
        """Return the role with this id, or the occupation with this code. Raises UnknownRole for another code."""
        code = name.strip().removesuffix(".00")
        if OCCUPATION_CODE.fullmatch(code):
            return self._occupation(code, area)
        role_id = name.strip().casefold()
        if ROLE_ID.fullmatch(role_id):
            path = self._files.path_of(role_id)
            if path:
                return self._load(path, area)
        from careercli.model.occupation_codes import read_code

        code = read_code(name)
        return self._occupation(code, area) if code else None

    def _occupation(self, code: str, area: Area | None = None) -> Subject:
        found = self._official(code, area)
        if found:
            return Subject(None, found, area)
        from careercli.store.retired_codes import retirement

        retired = retirement(code)
        if retired:
            raise UnknownRole(retired)
        near = [each for each, _, _ in official.titles() if each[:6] == code[:6]][:3]
        hint = f"; near it: {', '.join(near)}" if near else ""
        raise UnknownRole(f"no occupation has the code {code} in OEWS {releases.newest('OEWS').release}{hint}")

    def _by_title(self, name: str) -> Subject:
        """Return what is named so, with words set aside if it is nothing else. Raises UnknownRole."""
        from careercli.catalog.naming import choice, hint, rest, understood
        from careercli.store import search

        for reading in search.readings(name):
            role = self._with_name(reading.text)
            hits = [] if role else search.bundled().exact(reading.text)
            hit = search.certain(hits) if hits else None
            if hits and not hit:
                found = self.listing().occupations([each.code for each in hits])
                ask = "name one by its code" if found[1:] else "if that is meant, name it by its code"
                raise UnknownRole(f"“{name}” may be {choice(found)}{rest(found, name)}; {ask}")
            if role or hit:
                begun = self._begun(hit) if hit and hit.on_list == search.EVERYDAY else None
                subject = role or begun or self._occupation(hit.code)  # type: ignore[union-attr]
                self._warn(understood(name, subject, reading.aside, hit))
                return subject
        from careercli.catalog.own import offer_id

        own = offer_id(name)
        near = f"; did you mean {own}?" if own else hint(name, self.listing(True), self.listing())
        raise UnknownRole(f"no role or occupation is named “{name}”{near}")

    def _with_name(self, name: str) -> Subject | None:
        """Return the role with this title, else the one with this alias, if any. Raises UnknownRole if several have."""
        from careercli.model.titles import key, keys, words

        wanted = key(words(name))
        paths = (self._files.path_of(role_id) for role_id in self.listing().named(name))
        roles = [role for path in paths if path and wanted in _keys_of(role := self._load(path))]
        titled = [role for role in roles if wanted in keys(role.title)] or roles
        titled = [role for role in titled if role.title == name.strip()] or titled
        if len(titled) > 1:
            ids = ", ".join(role.id for role in titled)
            raise UnknownRole(f"“{name}” may be any of {ids}; name one by its id")
        return titled[0] if titled else None

    def _begun(self, hit: "TitleHit") -> Subject | None:
        """Return the one role of a reviewed name's occupation whose id begins with that name: `noc` is noc-tech."""
        begun = f"{hit.title.replace(' ', '-')}-"
        ids = [entry.id.partition("@")[0] for entry in self.listing().of_occupations([hit.code])]
        paths = [self._files.path_of(each) for each in ids if each.startswith(begun)]
        return self._load(paths[0]) if len(paths) == 1 and paths[0] else None

    # -- lists

    def paths(self) -> dict[str, str]:
        """Return the file of every id, by id."""
        return self._files.paths()

    def roles(self) -> list[Subject]:
        """Return every role that can be used, by id; `warn` is told of each other one."""
        found, area = [], self._here
        for path in self.paths().values():
            try:
                found.append(self._load(path, area))
            except CareerError as error:
                self._warn(f"{error}; left out")
        self._flush()
        return found

    def occupations(self) -> Iterator[Subject]:
        """Yield every detailed occupation with its wages alone, by code."""
        from careercli.store.lists import wages_of_all

        area = self._here
        for occupation in wages_of_all(area.code if area else releases.NATION):
            yield Subject(None, occupation, area)

    def listing(self, everything: bool = False) -> "Listing":
        """Return the list of every role that can be used; with `everything` anew, with every detailed occupation."""
        if everything:
            self._files.forget()
            self.__dict__.pop("_shown", None)
        if everything or self._roles is None:
            from careercli.catalog.listing import Listing

            area = self._here
            code = area.code if area else releases.NATION
            listing = Listing(self._index, self._shown, everything, self._warn, code)
            self._roles = self._roles if everything else listing
            return listing
        return self._roles

    def plain_wages(self, period: str, with_occupations: bool) -> "Iterator[PlainWages]":
        """Yield the wages of every role by id, then on request of every detailed occupation, as programs read them."""
        from careercli.compare.wage_rows import PlainWages
        from careercli.store.lists import record, wage_rows

        area = self._here
        place, title = (area.code, area.title) if area else (releases.NATION, releases.NATION_TITLE)
        suffix = f"@{place}" if area else ""
        by_code = {row.code: (row.title, [record(row, period)]) for row in wage_rows(place)}
        for row, caveat, own in self.listing().wages(period):
            found = by_code[row.occupation][1] if row.occupation in by_code else ()
            yield PlainWages(row.role + suffix, row.title, own, found, title, caveat)
        if with_occupations:
            for code, (name, records) in by_code.items():
                yield PlainWages(code + suffix, name, (), records, title)

    def prospects(self) -> "list[tuple[ProfileRow, Prospects]]":
        """Return every role that can be used, in no order, with what it leads to; `warn` is told of each other one."""
        directories = self._shown

        def found() -> "list[tuple[ProfileRow, Prospects]]":
            rows = [row for directory in directories for row in self._index.rows(directory)]
            prospects = self._index.prospects(row.id for row in rows)
            return [(row, prospects[row.id]) for row in rows]

        return self._index.ask(found)

    # -- files

    @cached_property
    def _index(self) -> "ProfileIndex":
        from careercli.store.profiles import ProfileIndex

        return ProfileIndex(self._index_path, self._narrate)

    @cached_property
    def _shown(self) -> dict[str, dict[str, str]]:
        """By directory, the profiles that no earlier one hides: files by id, which the index watches from now on."""
        shown = self._files.shown()
        self._index.watch(
            {directory: list(files.values()) for directory, files in shown.items()},
            lambda problem: self._warn(f"{problem}; left out"),
        )
        return shown

    def _load(self, path: str, area: Area | None = None) -> Subject:
        role = self._index.role(path)
        found = self._official(role.occupation, area) if role.occupation else None
        if role.occupation and found is None:
            self._warn(f"{path}: no bundled release has the occupation {role.occupation}")
        return Subject(role, found, area)

    def _official(self, code: str, area: Area | None) -> Occupation | None:
        return official.occupation(code, area.code if area else releases.NATION, self._sources)

    def _placed(self, subject: Subject, area: Area | None) -> Subject:
        """Return the subject with the wages of its occupation in an area; it has none where none are published."""
        found = self._official(subject.occupation, area) if area and subject.official else subject.official
        return Subject(subject.role, found, area)

    def _flush(self) -> None:
        if "_index" in self.__dict__:
            self._index.flush()


def _keys_of(role: Subject) -> set[str]:
    """Return the keys of every name of a role: the index may be wrong about them."""
    from careercli.model.titles import keys

    return {each for name in (role.id, role.title, *role.aliases) for each in keys(name)}


def _with_wages(subject: Subject) -> Subject:
    """Return the subject. Raises CareerError if its wages are published elsewhere alone."""
    area, found = subject.area, subject.official
    if area and found and not _has_wages(found):
        everywhere = official.occupation(found.code)
        if everywhere and _has_wages(everywhere):
            raise CareerError(
                f"{found.code} {found.title}: OEWS {releases.newest_wages(area.code).release} publishes"
                f" nothing for {area.title}; where it does: careercli places {found.code}"
            )
    return subject


def _has_wages(occupation: Occupation) -> bool:
    """Return True if a release has a row of the occupation's wages here, printed or withheld."""
    return any(claim.currency for claim in occupation.claims)


def _once(warn: Say) -> Say:
    """Return a `warn` that is told no line twice: several questions may meet the same file."""
    told: set[str] = set()

    def tell(line: str) -> None:
        if line and line not in told:
            told.add(line)
            warn(line)

    return tell
