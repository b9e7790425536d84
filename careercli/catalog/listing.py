"""The catalog as a list: one entry a role or occupation, found by words and filters."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeVar

from careercli.catalog.corrections import suggest
from careercli.model import fields, numbers
from careercli.model.claims import Number, Value
from careercli.model.occupation_codes import split_code
from careercli.model.words import normalize, stem
from careercli.official.releases import NATION
from careercli.store import official
from careercli.store.profile_rows import ProfileRow
from careercli.store.profiles import ProfileIndex
from careercli.store.retired_codes import retirement
from careercli.store.search import CERTIFICATIONS, EDUCATION, SKILLS, Hits, TextSearch

Answer = TypeVar("Answer")


class CatalogEntry(NamedTuple):
    """One row of the catalog, as programs read it; a bound is part of the number.

    `median` is the newest official one of `area`, in dollars a year; `employment_change` is the nation's, in
    percent. The id ends in `@` and the area unless that is the nation.
    """

    id: str
    title: str
    occupation: str
    family: str
    median: Value
    employment_change: Value
    entry_education: Value
    area: str = NATION

    def values(self) -> dict[str, Value]:
        """Return the row by column."""
        return dict(zip(COLUMNS, self, strict=True))

    def texts(self) -> dict[str, str]:
        """Return the row by column, as a person reads it."""
        texts = self.values() | {
            "median": fields.bounded_text(self.median),
            "employment_change": fields.change_text(self.employment_change),
        }
        return {name: fields.shown(value) for name, value in texts.items()}

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
    """The entries that match, in the order of the list, and what each unknown word was read as.

    `retirement` says what became of the code that was looked for if it is retired.
    """

    entries: Sequence[CatalogEntry]
    corrections: dict[str, tuple[str, ...]]
    retirement: str = ""


_Listed = tuple[int, str, CatalogEntry]
"""The number of the profile or 0, the code of the occupation, and the entry."""


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
        self._loaded: list[_Listed] | None = None

    def _ask(self, question: Callable[[], Answer]) -> Answer:
        """Return what the question finds in one state of the index; what an earlier state gave is forgotten."""

        def current() -> Answer:
            if self._generation != self._index.generation:
                was_loaded, self._loaded = self._loaded is not None, None
                self._generation, self._hits = self._index.generation, {}
                self._loaded = self._listed(None) if was_loaded else None
            return question()

        return self._index.ask(current)

    @cached_property
    def entries(self) -> Sequence[CatalogEntry]:
        """All entries."""
        self._loaded = self._ask(lambda: self._listed(None))
        return [entry for _, _, entry in self._loaded]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all entries."""
        return frozenset(entry.id for entry in self.entries)

    @cached_property
    def names(self) -> dict[str, str]:
        """The id of each role by its normalized names: id, title, aliases, and occupation or family."""

        def found() -> dict[str, str]:
            names = dict(self._search.names())
            roles = sorted((row.role, row.id) for _, rows in self._rows() for row in rows)
            return {name: role for role, number in roles for name in names[number]}

        return self._ask(found)

    def named(self, name: str) -> list[str]:
        """Return the ids of the roles that have this normalized name, sorted."""
        by_directory = self._ask(lambda: self._rows([Hits(self._search.with_name(name), frozenset())]))
        return sorted(row.role for _, rows in by_directory for row in rows)

    def wages(self, period: str) -> Iterator[tuple[ProfileRow, str, list[list[Value]]]]:
        """Yield every role by id with the caveat of its occupation and its own wages, as ProfileIndex.wages does."""

        def found() -> tuple[list[ProfileRow], dict[int, tuple[str, list[list[Value]]]]]:
            rows = sorted((row for _, rows in self._rows() for row in rows), key=attrgetter("role"))
            return rows, self._index.wages((row.id for row in rows), period)

        rows, own = self._ask(found)
        return ((row, *own[row.id]) for row in rows)

    def find(self, filters: Filters) -> Found:
        """Return what matches all that is asked; if nothing does, unknown words are read as what they may mean."""
        return self._ask(lambda: self._find(filters))

    def _find(self, filters: Filters) -> Found:
        code, rest = split_code(" ".join(filters.words))
        words = normalize(" ".join((code, rest) if code else filters.words)).split()
        found = self._matching(filters, [(word,) for word in words])
        if found or not words:
            return Found(found, {})
        if code and (retired := retirement(code)):
            return Found([], {}, retired)
        unknown = [word for word in dict.fromkeys(words) if not self._has(word)]
        read = {word: meant for word in unknown if (meant := suggest(word, self._search, self._has))}
        if not read:
            return Found([], {})
        return Found(self._matching(filters, [read.get(word, (word,)) for word in words]), read)

    def _has(self, word: str) -> bool:
        """Return True if any entry has the word."""
        hits = self._hits_of(word)
        if not (hits.profiles or hits.codes):
            return False
        if self._loaded is not None:
            return any(hits.has(profile, code) for profile, code, _ in self._loaded)
        is_occupation = self._everything and not hits.codes.isdisjoint(official.entries())
        return is_occupation or any(rows for _, rows in self._rows([hits]))

    def _hits_of(self, word: str) -> Hits:
        if word not in self._hits:
            self._hits[word] = self._search.with_word(word)
        return self._hits[word]

    def _matching(self, filters: Filters, words: Sequence[tuple[str, ...]]) -> Sequence[CatalogEntry]:
        """Return the entries with one of each word's alternatives that pass the filters."""
        asked = [Hits.union(self._hits_of(each) for each in alternatives) for alternatives in words]
        if filters.skill:
            stems = [stem(word) for word in normalize(filters.skill).split()]
            asked.append(self._search.with_line(SKILLS, stems))
        if filters.certification:
            asked.append(self._search.with_line(CERTIFICATIONS, [normalize(filters.certification)]))
        if filters.education:
            asked.append(self._search.with_line(EDUCATION, [normalize(filters.education)]))
        if not asked and not filters.family and filters.min_wage is None:
            return self.entries
        entries = [entry for _, _, entry in self._listed(asked)]
        if filters.family:
            entries = [entry for entry in entries if _is_of(entry, filters.family)]
        if filters.min_wage is not None:
            entries = [entry for entry in entries if entry.wage is not None and entry.wage >= filters.min_wage]
        return entries

    def _listed(self, asked: Sequence[Hits] | None) -> list[_Listed]:
        """Return the entries that are among all hits, in order; all of them if nothing is asked."""
        asked = asked or ()
        if self._loaded is not None:
            found = self._loaded
            for hits in asked:
                # As Hits.has, without ten thousand calls for each letter typed.
                found = [each for each in found if each[0] in hits.profiles or each[1] in hits.codes]
            return found
        by_directory = self._rows(asked)
        codes = {row.occupation for _, rows in by_directory for row in rows if row.occupation}
        figures = {code: _figures(found) for code, found in official.entries(codes, self._area).items()}
        self._warn_of_unknown(codes - figures.keys(), by_directory)
        roles = [
            (row.id, row.occupation, CatalogEntry._make((
                row.role + self._suffix, row.title, row.occupation,
                *figures.get(row.occupation, (row.family, None, None, None)), self._area)))
            for _, rows in by_directory for row in rows
        ]  # fmt: skip
        roles.sort(key=itemgetter(2))
        if not self._everything:
            return roles
        return roles + [
            (0, code, CatalogEntry(code + self._suffix, found.title, code, *_figures(found), self._area))
            for code, found in official.entries(area=self._area).items()
            if all(hits.has(0, code) for hits in asked)
        ]

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


def _figures(found: official.EntryRow) -> tuple[str, Value, Value, Value]:
    median = f"{found.bound}{found.median}" if found.bound else found.median
    return found.family, median, found.employment_change, found.entry_education


def _is_of(entry: CatalogEntry, family: str) -> bool:
    """Return True if the family's title holds this text, or the code begins with it."""
    return entry.occupation.startswith(family) or normalize(family) in normalize(entry.family)
