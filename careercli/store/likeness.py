"""Say in words what two occupations share: the names that both have above others."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from operator import mul
from statistics import fmean, pstdev

from careercli.model import titles
from careercli.model.similarity import Vector
from careercli.store.reviewed import expansions

_MOST_NAMED = 2
_RATED = ("knowledge", "skills", "interests")
_LEAST_SHARE = 0.1
"""Of the jobs of both, for an industry to be named."""


class Words:
    """The words of reasons, from the vectors of all occupations, their job zones, and the words of title terms."""

    def __init__(self, vectors: Mapping[str, Sequence[Vector]], zones: Sequence[int], terms: Mapping[str, str]) -> None:
        self._vectors = {kind: _above(each) if kind in _RATED else each for kind, each in vectors.items()}
        self._vectors["titles"] = [
            {terms[term]: weight for term, weight in each.items() if term in terms} for each in vectors["titles"]
        ]
        self._zones = zones

    def of(self, kind: str, one: int, other: int) -> str:
        """Return the names that two occupations share in a kind, best first, or an empty text."""
        if kind == "job zone":
            return str(self._zones[one]) if self._zones[one] == self._zones[other] else ""
        first, second = self._vectors[kind][one], self._vectors[kind][other]
        together = _rated_alike if kind in _RATED else mul
        least = _LEAST_SHARE if kind == "industries" else 0
        both = {name: together(first[name], second[name]) for name in first.keys() & second}
        shared = {name: worth for name, worth in both.items() if worth > least}
        return ", ".join(sorted(shared, key=lambda name: (-shared[name], name))[:_MOST_NAMED])


def _rated_alike(one: float, other: float) -> float:
    """Return how far both ratings are above the mean, less what is between them."""
    return min(one, other) - abs(one - other)


def _above(vectors: Sequence[Vector]) -> list[Vector]:
    """Return the ratings above the mean of all occupations, in standard deviations above it."""
    known = [vector for vector in vectors if vector]
    mean, spread = {}, {}
    for name in known[0] if known else ():
        ratings = [vector[name] for vector in known]
        mean[name], spread[name] = fmean(ratings), pstdev(ratings) or 1.0
    return [
        {name: (value - mean[name]) / spread[name] for name, value in vector.items() if value > mean[name]}
        for vector in vectors
    ]


def words_of_terms(database: sqlite3.Connection) -> dict[str, str]:
    """Return the word of three letters or more that stands most often in titles for each stem, by the stem."""
    ordered = database.execute("SELECT word FROM title_word WHERE length(word) > 2 ORDER BY titles, word DESC")
    return {found[0]: word for (word,) in ordered if (found := titles.terms([word], expansions()))}
