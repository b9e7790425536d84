"""The catalog as a list: one entry a role or occupation, found by words and filters."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple, TypeVar

from careercli.model import fields, numbers
from careercli.model.claims import Number, Value
from careercli.model.words import normalize, stem
from careercli.store import official
from careercli.store.profile_rows import ProfileRow
from careercli.store.profiles import ProfileIndex
from careercli.store.search import CERTIFICATIONS, EDUCATION, SKILLS, Hits, TextSearch, suggest

Answer = TypeVar("Answer")


class CatalogEntry(NamedTuple):
    """One row of the catalog, as programs read it; a bound is part of the number.

    `median` is the newest official national one, in dollars a year; `employment_change` is in percent.
    """

    id: str
    title: str
    occupation: str
    family: str
    median: Value
    employment_change: Value
    entry_education: Value

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
    """What is asked of roles and occupations; empty asks nothing. `min_wage` is in dollars a year.

    `words` are words to search for, as typed.
    """

    words: tuple[str, ...] = ()
    family: str = ""
    skill: str = ""
    certification: str = ""
    education: str = ""
    min_wage: float | None = None


class Found(NamedTuple):
    """The entries that match, in the order of the list, and what each unknown word was read as."""

    entries: Sequence[CatalogEntry]
    corrections: dict[str, tuple[str, ...]]


class _Listed(NamedTuple):
    """An entry, and what search knows it by: the number of its profile or 0, and the code of its occupation."""

    profile: int
    code: str
    entry: CatalogEntry


class Listing:
    """The entries of some directories of profiles by id, then on request of every detailed occupation by code."""

    def __init__(
        self,
        index: ProfileIndex,
        directories: Mapping[str, Collection[bytes]],
        everything: bool,
        warn: Callable[[str], None],
    ) -> None:
        """List `directories` that the index watches, each without those of its files that another directory hides."""
        self._index, self._directories, self._everything, self._warn = index, directories, everything, warn
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
        return [each.entry for each in self._loaded]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all entries."""
        return frozenset(entry.id for entry in self.entries)

    @cached_property
    def names(self) -> dict[str, str]:
        """The id of each role by its normalized names: id, title, aliases, and occupation or family."""

        def found() -> dict[str, str]:
            names = dict(self._search.names())
            roles = sorted((row.role, row.id) for _, row in self._rows(()))
            return {name: role for role, number in roles for name in names[number]}

        return self._ask(found)

    def named(self, name: str) -> list[str]:
        """Return the ids of the roles that have this normalized name, sorted."""
        rows = self._ask(lambda: list(self._rows([Hits(self._search.with_name(name), frozenset())])))
        return sorted(row.role for _, row in rows)

    def wages(self, period: str) -> Iterator[tuple[ProfileRow, list[list[Value]]]]:
        """Yield every role by id with its own wages in a period, as ProfileIndex.wages returns them."""

        def found() -> tuple[list[ProfileRow], dict[int, list[list[Value]]]]:
            rows = sorted((row for _, row in self._rows(())), key=attrgetter("role"))
            return rows, self._index.wages((row.id for row in rows), period)

        rows, own = self._ask(found)
        return ((row, own[row.id]) for row in rows)

    def find(self, filters: Filters) -> Found:
        """Return what matches all that is asked; if nothing does, unknown words are read as what they may mean."""
        return self._ask(lambda: self._find(filters))

    def _find(self, filters: Filters) -> Found:
        words = [word for each in filters.words for word in normalize(each).split()]
        found = self._matching(filters, [(word,) for word in words])
        if found or not words:
            return Found(found, {})
        unknown = [word for word in dict.fromkeys(words) if not self._has(word)]
        read = {word: meant for word in unknown if (meant := suggest(word, self._search, self._has))}
        if not read:
            return Found([], {})
        return Found(self._matching(filters, [read.get(word, (word,)) for word in words]), read)

    def _has(self, word: str) -> bool:
        """Return True if any entry has the word."""
        hits = self._hits_of(word)
        is_occupation = self._everything and not hits.codes.isdisjoint(official.entries())
        return is_occupation or next(self._rows([hits]), None) is not None

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
        entries = [each.entry for each in self._listed(asked)]
        if filters.family:
            entries = [entry for entry in entries if _is_of(entry, filters.family)]
        if filters.min_wage is not None:
            entries = [entry for entry in entries if entry.wage is not None and entry.wage >= filters.min_wage]
        return entries

    def _listed(self, asked: Sequence[Hits] | None) -> list[_Listed]:
        """Return the entries that are among all hits, in order; all of them if nothing is asked."""
        if self._loaded is not None:
            return [each for each in self._loaded if _is_hit(each.profile, each.code, asked or ())]
        rows = list(self._rows(asked or ()))
        figures = official.entries({row.occupation for _, row in rows if row.occupation})
        roles = [_Listed(row.id, row.occupation, _entry(row, figures.get(row.occupation))) for _, row in rows]
        for directory, row in rows:
            if row.occupation and row.occupation not in figures:
                path = os.path.join(directory, os.fsdecode(row.file))
                self._warn(f"{path}: no bundled release has the occupation {row.occupation}")
        roles.sort(key=attrgetter("entry.id"))
        if not self._everything:
            return roles
        return roles + [
            _Listed(0, code, CatalogEntry(code, found.title, code, *_figures(found)))
            for code, found in official.entries().items()
            if _is_hit(0, code, asked or ())
        ]

    def _rows(self, asked: Sequence[Hits]) -> Iterator[tuple[str, ProfileRow]]:
        first = asked[0] if asked else None
        for directory, hidden in self._directories.items():
            rows = self._index.rows(directory, *first) if first else self._index.rows(directory)
            for row in rows:
                if row.file not in hidden and _is_hit(row.id, row.occupation, asked[1:]):
                    yield directory, row


def _is_hit(profile: int, code: str, asked: Sequence[Hits]) -> bool:
    return all(profile in hits.profiles or code in hits.codes for hits in asked)


def _entry(row: ProfileRow, found: official.EntryRow | None) -> CatalogEntry:
    if found is None:
        return CatalogEntry(row.role, row.title, row.occupation, row.family, None, None, None)
    return CatalogEntry(row.role, row.title, row.occupation, *_figures(found))


def _figures(found: official.EntryRow) -> tuple[str, Value, Value, Value]:
    median = f"{found.bound}{found.median}" if found.bound else found.median
    return found.family, median, found.employment_change, found.entry_education


def _is_of(entry: CatalogEntry, family: str) -> bool:
    """Return True if the family's title holds this text, or the code begins with it."""
    return entry.occupation.startswith(family) or normalize(family) in normalize(entry.family)
