"""Find occupations by a title as people type it, in steps; each answers what the one before does not.

Exact: a title alike but for case, brackets, punctuation, spaces and plurals; of everyday names data/titles decides.
Set aside: the same without words of seniority, hours and employers. Respelled: the same with each unknown word read
as the nearest known ones. Vote: the occupations in whose titles the words are oftener than in all titles.
"""

import json
import math
from _thread import get_ident
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import islice, product
from sqlite3 import Connection
from typing import NamedTuple

from careercli.model import titles, words
from careercli.official import releases
from careercli.store import official
from careercli.store.official import rows_of
from careercli.store.reviewed import everyday_names, expansions, set_aside

MOST_FOUND = 5
"""Occupations that a search finds at most."""

_MOST_WORDS = 12
"""Words of a title that are looked at."""

_MOST_SPELLINGS, _MOST_RESPELLED = 5, 40
"""Spellings of a word, and of a title, that are tried."""

_MOST_HALVES = 3
"""Known halves of a word to which the other half is looked for."""

_SMOOTHING, _PRIOR = 0.85, 1
"""How much a vote counts less where an occupation has many titles, and how much more such an occupation is likely."""

_EDGE = 0.5
"""What the first, the last, and the last two words of a title weigh beside each word."""

EVERYDAY, OWN, VOTED = "everyday name", "occupation", "vote"
"""Where a hit is from, where it is no publisher's list of titles."""

_LISTS = ("reported", "direct match", "alternate")


class TitleHit(NamedTuple):
    """A title that may be meant: of which occupation, on whose list, and why where that was reviewed."""

    code: str
    title: str
    on_list: str
    release: str = ""
    why: str = ""

    @property
    def is_short(self) -> bool:
        """True of an abbreviation such as `CNA` or `Dr`, which may mean something else to who types it."""
        return len(self.title) <= (5 if self.title.isupper() else 2)


class Reading(NamedTuple):
    """A text as it is read, and the words of it that were set aside."""

    text: str
    aside: str = ""


def certain(hits: Sequence[TitleHit]) -> TitleHit | None:
    """Return what is meant without asking: of a reviewed name or a list the one occupation, or whose own title it is.

    An abbreviation is never certain unless it was reviewed.
    """
    first = next((hit for hit in hits if hit.on_list == OWN), hits[0])
    if first.on_list == OWN:
        return first
    return first if len(hits) == 1 and (first.on_list == EVERYDAY or not first.is_short) else None


def readings(text: str) -> Iterator[Reading]:
    """Yield a text as it is, then without brackets, then without words that tell nothing of the occupation."""
    yield Reading(text)
    bare, inside = titles.without_brackets(text)
    if inside and bare.strip():
        yield Reading(bare)
    kept, aside = set_aside(bare)
    if aside and kept:
        yield Reading(kept, ", ".join(aside + inside))


def bundled() -> "TitleSearch":
    """Return the search of the bundled titles, made once for each thread."""
    return _bundled(get_ident())


@cache
def _bundled(_thread: int) -> "TitleSearch":
    return TitleSearch(official.connection())


class TitleSearch:
    """The titles of a database of the schema official.sql; without `everyday`, no reviewed names."""

    def __init__(self, database: Connection, everyday: bool = True) -> None:
        self._database = database
        self._everyday = everyday_names() if everyday else {}

    def find(self, text: str) -> list[TitleHit]:
        """Return what a text may mean, best first, an occupation once; of the first step that finds anything."""
        for reading in readings(text):
            found = self.exact(reading.text)
            if found:
                return found[:MOST_FOUND]
        return self.near(self.respelled(reading.text))

    def exact(self, text: str) -> list[TitleHit]:
        """Return the titles alike to a text, the best list first, an occupation once."""
        return self._exact(titles.words(text))

    def near(self, spelled: Sequence[Sequence[str]]) -> list[TitleHit]:
        """Return the titles alike to one of some spellings, else the occupations the words speak for, best first."""
        found = [hit for each in spelled for hit in self._exact(each)]
        return _each_once(found or self._voted(spelled))[:MOST_FOUND]

    def respelled(self, text: str) -> list[list[str]]:
        """Return the words of a text with each unknown one read as the nearest known, the likeliest reading first.

        Where readings are an occupation's own title or a reviewed name, these alone.
        """
        choices = [self.spellings(word) for word in titles.words(text)[:_MOST_WORDS]]
        spelled = [" ".join(each).split() for each in islice(product(*choices), _MOST_RESPELLED)]
        return (spelled[1:] and [each for each in spelled if self._is_certain(each)]) or spelled

    def _is_certain(self, typed: Sequence[str]) -> bool:
        return any(hit.on_list in (OWN, EVERYDAY) for hit in self._exact(typed))

    def knows(self, word: str) -> bool:
        """Return True if some title has a word in the singular, or a short form is one of its own."""
        return word in expansions() or bool(self._counts([word]))

    def knows_all(self, text: str) -> bool:
        """Return True if a text has words, and titles have each of them."""
        typed = titles.words(text)
        return bool(typed) and all(map(self.knows, typed))

    def spellings(self, word: str) -> list[str]:
        """Return a known word itself, else the nearest known, commonest first, or two that were typed as one."""
        if len(word) > titles.MOST_LETTERS or self.knows(word):
            return [word]
        return self._nearest(word) or self._parted(word) or self._nearest(word + "s", word) or [word]

    def has_words(self, code: str, typed: Sequence[str]) -> bool:
        """Return True if the titles of an occupation have all of these words."""
        terms = [term for term in titles.terms(typed, expansions()) if not titles.is_edge(term)]
        found = rows_of(self._database, "terms of", code=code, terms=json.dumps(terms))
        return bool(terms) and found == [(len(terms),)]

    # -- titles

    def _exact(self, typed: Sequence[str]) -> list[TitleHit]:
        key = titles.key(typed)
        if reviewed := self._everyday.get("".join(typed)):
            name, codes, why = reviewed
            return [TitleHit(code, name, EVERYDAY, why=why) for code in codes]
        rows = rows_of(self._database, "alike titles", key=key)
        if any(row[1:3] == ("detailed", OWN) for row in rows):
            rows = [row for row in rows if row[1] != "broad"]
        scores = self._scores(typed) if len(rows) > 1 else {}
        rows.sort(key=lambda row: (_order(*row[1:3]), -scores.get(row[0], 0), row[3:]))
        return _each_once(TitleHit(code, title, on, release) for _, _, on, code, title, release in rows)

    # -- words

    def _nearest(self, word: str, part_of: str = "") -> list[str]:
        """Return the known words with the fewest mistakes between, with the same first letter if there are any.

        As many mistakes are forgiven as in the word that this is a part of, if it is one.
        """
        most = words.most_mistakes(part_of or word)
        if not most:
            return []
        limits = {"first": word[0], "last": word[0] + words.LAST}
        lengths = {"shortest": len(word) - most, "longest": len(word) + most}
        known = dict(rows_of(self._database, "words between", **limits, **lengths))
        near = words.nearest(word, known, most=most)
        if not near:
            known = self._counts(_other_beginnings(word))
            near = list(known)
        return sorted(near, key=lambda each: (-known[each], each))[:_MOST_SPELLINGS]

    def _parted(self, word: str) -> list[str]:
        """Return two words typed as one, with or without a letter in place of the space; one may be mistyped."""
        pairs = [(word[:at], word[at + gap :]) for at in range(3, len(word) - 2) for gap in (0, 1)]
        known = self._counts(part for pair in pairs for part in pair if len(part) > 2)
        both = [pair for pair in pairs if pair[0] in known and pair[1] in known]
        if both:
            likeliest = max(both, key=lambda pair: min(known[pair[0]], known[pair[1]]))
            return [" ".join(likeliest)]
        halves = sorted((part for pair in pairs for part in pair if part in known), key=lambda part: -known[part])
        for half in halves[:_MOST_HALVES]:
            for left, right in pairs:
                if half in (left, right):
                    near = self._nearest(right if half == left else left, word)[:1]
                    if near:
                        return [" ".join((left, *near) if half == left else (*near, right))]
        return []

    def _counts(self, of: Iterable[str]) -> dict[str, int]:
        """Return in how many titles each known word of these is."""
        return dict(rows_of(self._database, "words among", words=json.dumps(list(of))))

    # -- the vote

    def _voted(self, spelled: Iterable[Sequence[str]]) -> list[TitleHit]:
        best: dict[int, float] = {}
        for typed in spelled:
            for occupation, score in self._scores(typed).items():
                best[occupation] = max(score, best.get(occupation, score))
        first = sorted(best, key=lambda occupation: (-best[occupation], occupation))[:MOST_FOUND]
        rows = rows_of(self._database, "named", numbers=json.dumps(first))
        hits = {number: TitleHit(code, title, VOTED) for number, code, title in rows}
        return [hits[number] for number in first]

    def _scores(self, typed: Sequence[str]) -> dict[int, float]:
        """Return for each occupation how much oftener the terms are in its titles than in all, as logarithms."""
        scores: defaultdict[int, float] = defaultdict(float)
        for term in titles.terms(typed, expansions()):
            weight = _EDGE if titles.is_edge(term) else 1
            for occupation, share in self._shares(term):
                scores[occupation] += weight * math.log1p(share)
        for occupation in scores:
            scores[occupation] += _PRIOR * math.log(self._totals[occupation][0])
        return scores

    def _shares(self, term: str) -> Iterator[tuple[int, float]]:
        """Yield the occupations with a term and its share of their terms, as multiples of its share of all terms."""
        for occupation, votes, of_all in rows_of(self._database, "votes", term=term):
            yield occupation, votes / self._totals[occupation][1] ** _SMOOTHING * self._all_votes / of_all

    @cached_property
    def _totals(self) -> dict[int, list[int]]:
        """How many titles and how many terms vote for each occupation."""
        return {number: each for number, *each in rows_of(self._database, "votes for all")}

    @cached_property
    def _all_votes(self) -> int:
        return sum(votes for _, votes in self._totals.values())


def _order(level: str, on_list: str) -> int:
    """Return the place of a title among alike ones; what workers report is nearer than a broad group's own title."""
    own = ("detailed", releases.SPECIALTY, "", "broad")
    return own.index(level) if on_list == OWN else 2 + 2 * _LISTS.index(on_list)


def _each_once(hits: Iterable[TitleHit]) -> list[TitleHit]:
    found: dict[str, TitleHit] = {}
    for hit in hits:
        found.setdefault(hit.code, hit)
    return list(found.values())


def _other_beginnings(word: str) -> list[str]:
    """Return the words with one mistake at the first letter: dropped, added, another, or swapped with the second."""
    others = [letter + rest for letter in "abcdefghijklmnopqrstuvwxyz" for rest in (word, word[1:])]
    return [word[1:], word[1] + word[0] + word[2:], *others]
