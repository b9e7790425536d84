"""Say in words what two occupations share: the names that both have above others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import mul
from re import findall
from statistics import fmean, pstdev

from careercli.model import titles
from careercli.model.similarity import Vector
from careercli.store.reviewed import expansions

_MOST_NAMED = 2
_RATED = ("knowledge", "interests")


class Words:
    """The words of reasons, from the vectors of all occupations, their job zones, and the words of stems of titles."""

    def __init__(self, vectors: Mapping[str, Sequence[Vector]], zones: Sequence[int], stems: Mapping[str, str]) -> None:
        self._vectors = {kind: _above(each) if kind in _RATED else each for kind, each in vectors.items()}
        words = set(stems.values())
        self._vectors["titles"] = [_named(each, stems) for each in vectors["titles"]]
        # The stems of activities are cut from words that are not kept: `busines` is no word.
        self._vectors["activities"] = [_named(each, {stem: stem for stem in each if stem in words})
                                       for each in vectors["activities"]]  # fmt: skip
        self._zones = zones

    def of(self, kind: str, one: int, other: int) -> str:
        """Return the names that two occupations share in a kind, best first, or an empty text."""
        if kind == "job zone":
            return str(self._zones[one]) if self._zones[one] == self._zones[other] else ""
        first, second = self._vectors[kind][one], self._vectors[kind][other]
        together = _rated_alike if kind in _RATED else mul
        shared = sorted((-together(first[name], second[name]), name) for name in first.keys() & second)
        return ", ".join(name for worth, name in shared[:_MOST_NAMED] if worth < 0)


def _named(vector: Vector, words: Mapping[str, str]) -> Vector:
    return {words[name]: weight for name, weight in vector.items() if name in words}


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


def words_of_stems(some: Iterable[str]) -> dict[str, str]:
    """Return the word that stands most often in some titles for each stem, by the stem: `LAN` for lan."""
    counts = Counter(word for title in some for word in findall(r"[^\W_]+", title))
    found: dict[str, str] = {}
    for word, _ in counts.most_common():
        for stem in titles.terms(titles.words(word), expansions())[:1]:
            found.setdefault(stem, word.lower() if word.istitle() else word)
    return found
