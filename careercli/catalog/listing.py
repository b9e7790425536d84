"""The catalog as a list: one entry a role or occupation, found by words and filters."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from careercli.model import fields, numbers, titles
from careercli.model.claims import Number, Value
from careercli.model.occupation_codes import split_code
from careercli.model.words import normalize, stem
from careercli.official.releases import NATION
from careercli.store import lists
from careercli.store.profile_rows import ProfileRow
from careercli.store.profiles import ProfileIndex
from careercli.store.texts import CERTIFICATIONS, EDUCATION, SKILLS, Hits, TextSearch

if TYPE_CHECKING:  # A list that no words are looked for in matches nothing.
    from careercli.catalog.matching import Matches, Reason

Answer = TypeVar("Answer")


class CatalogEntry(NamedTuple):
    """One row of the catalog, as programs read it; a bound is part of the number.

    `median` is the newest official one of `area`, in dollars a year; `employment_change` is the nation's, in
    percent; `caveat` says why a role's occupation is doubtful, `match` why the entry matches the words that were
    searched for. The id ends in `@` and the area unless that is the nation.
    """

    id: str
    title: str
    occupation: str
    family: str
    median: Value
    employment_change: Value
    entry_education: Value
    caveat: str = ""
    match: str = ""
    area: str = NATION

    def values(self) -> dict[str, Value]:
        """Return the row by column."""
        return dict(zip(COLUMNS, self, strict=True))

    def texts(self) -> dict[str, str]:
        """Return the row by column, as a person reads it: `?` stands beside figures of a doubtful occupation."""
        texts = self.values() | {
            "median": fields.bounded_text(self.median),
            "employment_change": fields.change_text(self.employment_change),
        }
        shown = {name: fields.shown(value) for name, value in texts.items()}
        if self.caveat:
            shown |= {name: f"{shown[name]} ?" for name in NUMBERS if texts[name] is not None}
        return shown

    @property
    def is_occupation(self) -> bool:
        """True of an occupation, False of a role."""
        return self.id.partition("@")[0] == self.occupation

    @property
    def wage(self) -> Number | None:
        """The median without its bound."""
        if isinstance(self.median, str):
            return numbers.read_number(numbers.split_bound(self.median)[1])
        return self.median


COLUMNS = CatalogEntry._fields
NUMBERS = ("median", "employment_change")


class Filters(NamedTuple):
    """Filters of roles and occupations; an empty one keeps all. `min_wage` is in dollars a year.

    `words` are words to search for, as typed.
    """

    words: tuple[str, ...] = ()
    family: str = ""
    skill: str = ""
    certification: str = ""
    education: str = ""
    min_wage: float | None = None


class Found(NamedTuple):
    """The entries that match, those that match the words best first, and what each unknown word was read as.

    `reasons` says by id why an entry matches the words; `retirement` what became of the code that was looked for
    if it is retired.
    """

    entries: Sequence[CatalogEntry]
    corrections: dict[str, tuple[str, ...]]
    reasons: Mapping[str, "Reason"] = {}
    retirement: str = ""


_Listed = tuple[int, str, CatalogEntry]
"""The number of the profile or 0, the code of the occupation, and the entry."""


class _Loaded:
    """All entries of a list, in order; those among some hits are found without looking at every one."""

    def __init__(self, entries: Sequence[_Listed]) -> None:
        self.entries = entries
        self._by_profile: dict[int, int] = {}
        self._by_code: dict[str, list[int]] = {}
        for place, (profile, code, _) in enumerate(entries):
            self._by_profile[profile] = place
            self._by_code.setdefault(code, []).append(place)

    def among(self, asked: Sequence[Hits]) -> list[_Listed]:
        """Return the entries that are among all hits, in order; all of them if nothing is asked."""
        if not asked:
            return list(self.entries)
        places = set.intersection(*map(self._places, asked))
        return [self.entries[place] for place in sorted(places)]

    def _places(self, hits: Hits) -> set[int]:
        places = {self._by_profile[each] for each in self._by_profile.keys() & hits.profiles}
        return places.union(*(self._by_code[code] for code in self._by_code.keys() & hits.codes))


class Listing:
    """The entries of some directories of profiles by id, then on request of every detailed occupation by code."""

    def __init__(
        self,
        index: ProfileIndex,
        directories: Mapping[str, Mapping[str, str]],
        everything: bool,
        warn: Callable[[str], None],
        area: str = NATION,
    ) -> None:
        """List `directories` that the index watches, their files by id, with the wages of an area."""
        self._index, self._directories, self._everything, self._warn = index, directories, everything, warn
        self._area, self._suffix = area, "" if area == NATION else f"@{area}"
        self._search = TextSearch(index)
        self._generation = index.generation
        self._hits: dict[str, Hits] = {}
        self._loaded: _Loaded | None = None

    def _ask(self, question: Callable[[], Answer]) -> Answer:
        """Return what the question finds in one state of the index; what an earlier state gave is forgotten."""

        def current() -> Answer:
            if self._generation != self._index.generation:
                was_loaded, self._loaded = self._loaded is not None, None
                self._generation, self._hits = self._index.generation, {}
                self._search = TextSearch(self._index)
                self._loaded = _Loaded(self._listed(())) if was_loaded else None
            return question()

        return self._index.ask(current)

    @cached_property
    def entries(self) -> Sequence[CatalogEntry]:
        """All entries."""
        self._loaded = _Loaded(self._ask(lambda: self._listed(())))
        return [entry for _, _, entry in self._loaded.entries]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all entries."""
        return frozenset(entry.id for entry in self.entries)

    def named(self, name: str) -> list[str]:
        """Return the ids of the roles that have this name, however it is typed, sorted."""
        return sorted(row.role for row in self._ask(lambda: self._named(name)))

    def _named(self, name: str) -> list[ProfileRow]:
        """Return the profiles with this name that are listed: the index may hold those of other directories too."""
        hits = Hits(self._search.with_key(titles.key(titles.words(name))), frozenset())
        return [row for _, rows in self._rows([hits]) for row in rows] if hits.profiles else []

    def wages(self, period: str) -> Iterator[tuple[ProfileRow, str, list[list[Value]]]]:
        """Yield every role by id with the caveat of its occupation and its own wages, as ProfileIndex.wages does."""

        def found() -> tuple[list[ProfileRow], dict[int, tuple[str, list[list[Value]]]]]:
            rows = sorted((row for _, rows in self._rows() for row in rows), key=attrgetter("role"))
            return rows, self._index.wages((row.id for row in rows), period)

        rows, own = self._ask(found)
        return ((row, *own[row.id]) for row in rows)

    def find(self, filters: Filters, explain: bool = False) -> Found:
        """Return what matches all that is asked, what matches the words best first; unknown words are respelled.

        With `explain` it is said of each entry why it matches.
        """
        return self._ask(lambda: self._find(filters, explain))

    def _find(self, filters: Filters, explain: bool) -> Found:
        from careercli.store.retired_codes import retirement

        code, rest = split_code(" ".join(filters.words))
        if code and (retired := retirement(code)):
            return Found([], {}, retirement=retired)
        text = " ".join((code, rest) if code else filters.words)
        words = normalize(text).split()
        passed = self._passed(filters)
        if not words:
            return Found(self._kept(filters, self._listed(passed)), {}) if any(filters) else Found(self.entries, {})
        from careercli.catalog.matching import Matches

        matches = Matches(text, self._search, self._named, "" if rest else code)
        best, read = self._best(matches, words, passed)
        explained = best if explain else ()
        reasons = {entry.id: matches.reason(profile, code) for profile, code, entry in explained}
        return Found(self._kept(filters, best), read, reasons)

    def _best(
        self, matches: "Matches", words: Sequence[str], passed: Sequence[Hits]
    ) -> tuple[list[_Listed], dict[str, tuple[str, ...]]]:
        """Return what matches words and passed, best first, and what each unknown word was read as."""
        asked = [*map(self._hits_of, words)]
        found, titled = self._listed([*passed, *asked]), self._listed([*passed, matches.exact])
        matches.is_spelled = bool(found)
        read = {} if found else matches.corrections(self._has)
        if read:
            matches.read = [read.get(word, (word,)) for word in words]
            asked = [Hits.union(map(self._hits_of, each)) for each in matches.read]
            found = self._listed([*passed, *asked])
        # Where no role matches, occupations answer.
        everything = self._everything or not (found or titled)
        found = found or self._listed_occupations([*passed, *asked])
        near = matches.near(found)
        if matches.titled and not titled and len(near) < len(found):
            found = self._with_whole(words, found, {entry.id for _, _, entry in near})
        matches.found = {profile for profile, _, _ in found}
        near += titled
        meant = matches.meant if near and not (everything or titled) else []
        if everything or not near:
            near += self._occupations([*matches.titled, *matches.votes(everything, asked)], passed)
        near.sort(key=lambda each: matches.rank(*each[:2]))
        best = near + (self._occupations(meant, passed) if meant else []) + found
        return list({each[2].id: each for each in best}.values()), read

    def _with_whole(self, words: Sequence[str], found: Sequence[_Listed], near: Collection[str]) -> list[_Listed]:
        """Return those that are near, by id, or have every word, not only within others: no `actor` of `factor`."""
        forms = [dict.fromkeys((word, titles.singular(word))) for word in words]
        whole = [Hits.union(map(self._search.with_whole, each)) for each in forms]
        return [
            each for each in found
            if each[2].id in near or all(hits.has(*each[:2]) for hits in whole)
        ]  # fmt: skip

    def naming(self, spelled: Sequence[Sequence[str]]) -> tuple[list[CatalogEntry], list[dict[str, str]]]:
        """Return every role, and for each list of normalized spellings, by id, the line of a profile that names one."""

        def found() -> tuple[list[CatalogEntry], list[dict[str, str]]]:
            listed = self._listed(())
            ids = {profile: entry.id for profile, _, entry in listed if profile}
            lines = (self._search.lines_naming(spellings) for spellings in spelled)
            named = [{ids[number]: line for number, line in each.items() if number in ids} for each in lines]
            return [entry for profile, _, entry in listed if profile], named

        return self._ask(found)

    def words_like(self, word: str) -> list[str]:
        """Return words that begin with the first letter of a word; some of them no text that is listed has."""
        return self._ask(lambda: self._search.words_like(word))

    def has(self, word: str) -> bool:
        """Return True if any role or occupation has the word."""
        return self._ask(lambda: self._has(word))

    def _passed(self, filters: Filters) -> list[Hits]:
        """Return what passes each filter that looks at texts."""
        asked = []
        if filters.skill:
            stems = [stem(word) for word in normalize(filters.skill).split()]
            asked.append(self._search.with_line(SKILLS, stems))
        if filters.certification:
            asked.append(self._search.with_line(CERTIFICATIONS, normalize(filters.certification).split()))
        if filters.education:
            asked.append(self._search.with_line(EDUCATION, [normalize(filters.education)]))
        return asked

    def _kept(self, filters: Filters, listed: Sequence[_Listed]) -> Sequence[CatalogEntry]:
        """Return the entries that pass the filters that look at their own figures."""
        entries = [entry for _, _, entry in listed]
        if filters.family:
            entries = [entry for entry in entries if _is_of(entry, filters.family)]
        if filters.min_wage is not None:
            entries = [entry for entry in entries if entry.wage is not None and entry.wage >= filters.min_wage]
        return entries

    def occupations(self, codes: Sequence[str]) -> list[CatalogEntry]:
        """Return the entries of these occupations, broad ones too, in their order."""
        found = {code: entry for _, code, entry in self._occupations(codes)}
        return [found[code] for code in codes if code in found]

    def of_occupations(self, codes: Collection[str]) -> list[CatalogEntry]:
        """Return the entries of the roles of these occupations, by id."""
        asked = Hits(frozenset(), frozenset(codes))
        return [entry for profile, _, entry in self._ask(lambda: self._listed([asked])) if profile]

    def _occupations(self, codes: Sequence[str], asked: Sequence[Hits] = ()) -> list[_Listed]:
        """Return those of these occupations that are among all hits."""
        return [
            (0, code, self._occupation(found)) for code, found in lists.entries(codes, self._area).items()
            if all(hits.has(0, code) for hits in asked)
        ]  # fmt: skip

    def _occupation(self, found: lists.EntryRow) -> CatalogEntry:
        return CatalogEntry(found.code + self._suffix, found.title, found.code, *_figures(found), area=self._area)

    def _has(self, word: str) -> bool:
        """Return True if any role or occupation has the word."""
        hits = self._hits_of(word)
        if hits.codes or not hits.profiles:
            return bool(hits.codes)
        if self._loaded is not None:
            return bool(self._loaded.among([hits]))
        return any(rows for _, rows in self._rows([hits]))

    def _hits_of(self, word: str) -> Hits:
        """Return what has the word, or its singular."""
        if word not in self._hits:
            forms = dict.fromkeys((word, titles.singular(word)))
            self._hits[word] = Hits.union(map(self._search.with_word, forms))
        return self._hits[word]

    def _listed(self, asked: Sequence[Hits]) -> list[_Listed]:
        """Return the entries that are among all hits, in order; all of them if nothing is asked."""
        if self._loaded is not None:
            return self._loaded.among(asked)
        by_directory = self._rows(asked)
        codes = {row.occupation for _, rows in by_directory for row in rows if row.occupation}
        figures = {code: _figures(found) for code, found in lists.entries(codes, self._area).items()}
        self._warn_of_unknown(codes - figures.keys(), by_directory)
        roles = [
            (row.id, row.occupation, CatalogEntry._make((
                row.role + self._suffix, row.title, row.occupation,
                *figures.get(row.occupation, (row.family, None, None, None)), row.caveat, "", self._area)))
            for _, rows in by_directory for row in rows
        ]  # fmt: skip
        roles.sort(key=itemgetter(2))
        return roles + self._listed_occupations(asked) if self._everything else roles

    def _listed_occupations(self, asked: Sequence[Hits]) -> list[_Listed]:
        """Return the occupations among all hits that lists show: all but the broad ones."""
        codes = frozenset.intersection(*(hits.codes for hits in asked)) if asked else None
        found = lists.entries(codes, self._area).values()
        return [(0, each.code, self._occupation(each)) for each in found if each.detail != "broad"]

    def _warn_of_unknown(self, codes: Collection[str], by_directory: list[tuple[str, list[ProfileRow]]]) -> None:
        for directory, rows in by_directory if codes else ():
            for row in rows:
                if row.occupation in codes:
                    path = os.path.join(directory, self._directories[directory][row.role])
                    self._warn(f"{path}: no bundled release has the occupation {row.occupation}")

    def _rows(self, asked: Sequence[Hits] = ()) -> list[tuple[str, list[ProfileRow]]]:
        """Return the rows of each directory that are among all hits."""
        found = []
        for directory in self._directories:
            rows = self._index.rows(directory, *asked[0]) if asked else self._index.rows(directory)
            for hits in asked[1:]:
                rows = [row for row in rows if hits.has(row.id, row.occupation)]
            found.append((directory, rows))
        return found


def _figures(found: lists.EntryRow) -> tuple[str, Value, Value, Value]:
    median = f"{found.bound}{found.median}" if found.bound else found.median
    return found.family, median, found.employment_change, found.entry_education


def _is_of(entry: CatalogEntry, family: str) -> bool:
    """Return True if the family's title holds this text, or the code begins with it."""
    return entry.occupation.startswith(family) or normalize(family) in normalize(entry.family)
