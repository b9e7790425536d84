"""Measure how alike things are, each held against every other: cosines and angles, standardized and then added."""

import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import compress, repeat
from math import acos, dist, hypot, log, sqrt
from operator import add, mul
from typing import NamedTuple

Vector = Mapping[str, float]
"""Weights of zero or more by name. An empty one is unknown."""
Row = Sequence[float]
"""How alike one thing is to each, itself included. All rows together are a square."""

_UNIT = 1 << 15
"""The integer that stands for a weight of 1: the product of two vectors of length 1 fits in 32 bits."""


def cosines(vectors: Sequence[Vector]) -> list[Row]:
    """Return the cosine between any two vectors, 0 to 1."""
    return [array("d", map(mul, row, repeat(1 / _UNIT**2))) for row in _products(vectors)]


def angles(vectors: Sequence[Vector]) -> list[Row]:
    """Return how near the directions of any two vectors are: the angle between them in radians, below zero."""
    return [array("d", [-acos(product / _UNIT**2) for product in row]) for row in _products(vectors)]


def _products(vectors: Sequence[Vector]) -> Iterator[Sequence[int]]:
    """Yield the product of each vector with every other, all of length 1, as a share of _UNIT squared.

    A column of weights is one long integer, 32 bits a vector: one multiplication serves all vectors.
    """
    whole = [_in_integers(vector) for vector in vectors]
    columns: dict[str, array[int]] = {}
    for at, vector in enumerate(whole):
        for name, weight in vector.items():
            columns.setdefault(name, array("I", bytes(4 * len(vectors))))[at] = weight
    # A column is dropped as soon as it is packed: there are thousands of titles.
    packed = {name: int.from_bytes(columns.pop(name).tobytes(), sys.byteorder) for name in list(columns)}
    rows = (sum(weight * packed[name] for name, weight in vector.items()) for vector in whole)
    return (array("I", row.to_bytes(4 * len(vectors), sys.byteorder)) for row in rows)


def _in_integers(vector: Vector) -> dict[str, int]:
    """Return a vector of length 1, rounded down so that no cosine is above 1."""
    length = hypot(*vector.values())
    return {name: whole for name, weight in vector.items() if (whole := int(weight / length * _UNIT))}


def steps(values: Sequence[int]) -> list[Row]:
    """Return how near any two values are: the square of their difference, below zero."""
    rows = {value: array("d", [-((value - other) ** 2) for other in values]) for value in set(values)}
    return [rows[value] for value in values]


def rare(counts: Sequence[Mapping[str, int]], damped: Callable[[float], float] = float) -> list[Vector]:
    """Return counts as weights (tf-idf): a name counts the more the fewer have it; one of fewer than three does not."""
    having = Counter(name for each in counts for name in each)
    rarity = {name: log(len(counts) / many) for name, many in having.items() if many > 2}
    return [{name: damped(count) * rarity[name] for name, count in each.items() if name in rarity} for each in counts]


class Standardized(NamedTuple):
    """Rows with the scale and the shift that turn each cell into standard deviations above the mean of its row."""

    rows: Sequence[Row]
    scales: Sequence[float]
    shifts: Sequence[float]

    def between(self, one: int, other: int) -> float:
        """Return the sum of both standardized values of a pair."""
        return (
            self.rows[one][other] * self.scales[one] + self.shifts[one]
            + self.rows[other][one] * self.scales[other] + self.shifts[other]
        )  # fmt: skip


def standardized(rows: Sequence[Row], known: Sequence[bool]) -> Standardized:
    """Return rows as their standard deviations above the mean; 0 is the mean, and stands where one is not known.

    How alike a thing is to itself counts for nothing.
    """
    means, scales = zip(*(_mean_and_scale(row, known, at) for at, row in enumerate(rows)), strict=True)
    unknown = [at for at, is_known in enumerate(known) if not is_known]
    filled = [_filled(row, mean, unknown) for row, mean in zip(rows, means, strict=True)] if unknown else rows
    shifts = [-mean * scale for mean, scale in zip(means, scales, strict=True)]
    return Standardized(filled, scales, shifts)


def _filled(row: Row, mean: float, places: Iterable[int]) -> Row:
    filled = array("d", row)
    for at in places:
        filled[at] = mean
    return filled


def _mean_and_scale(row: Row, known: Sequence[bool], at: int) -> tuple[float, float]:
    """Return the mean of a row, and what one standard deviation is divided by; 0 where nothing is known of it."""
    others = list(compress(row, known))
    if not known[at] or len(others) == 1:
        return 0.0, 0.0
    others.remove(row[at])
    mean = sum(others) / len(others)
    distance = dist(others, [mean] * len(others))
    return mean, sqrt(len(others)) / distance if distance else 0.0


def weighted(parts: Iterable[tuple[float, Standardized]]) -> list[Row]:
    """Return the mean of standardized rows by their weights, and of what is so found from either side."""
    both = list(parts)
    whole = sum(weight for weight, _ in both)
    rows = []
    for at in range(len(both[0][1].rows)):
        shares = [(part.rows[at], weight / whole / 2 * part.scales[at]) for weight, part in both]
        shift = sum(weight / whole / 2 * part.shifts[at] for weight, part in both)
        rows.append(array("d", _total((repeat(shift), *(map(mul, row, repeat(share)) for row, share in shares)))))
    return [array("d", map(add, row, column)) for row, column in zip(rows, zip(*rows, strict=True), strict=True)]


def _total(rows: Iterable[Iterable[float]]) -> Iterable[float]:
    """Return the sum of rows, cell by cell."""
    first, *others = rows
    for other in others:
        first = map(add, first, other)
    return first


def nearest(row: Row, most: int, own: int) -> list[int]:
    """Return the places of the highest values of a row, highest first; its own place is left out."""
    highest = nlargest(most + 1, range(len(row)), key=row.__getitem__)
    return [at for at in highest if at != own][:most]


def with_neighbors(rows: Sequence[Row], most: int, share: float) -> list[Row]:
    """Return similarities plus `share` of their mean over a thing and its nearest, together `most`, from both sides.

    A thing is to itself what its nearest is to it.
    """
    near = [nearest(row, most - 1, at) for at, row in enumerate(rows)]
    whole = [array("d", row) for row in rows]
    for at, row in enumerate(whole):
        row[at] = max((row[other] for other in near[at]), default=0.0)
    totals = [array("d", _total(whole[each] for each in (at, *others))) for at, others in enumerate(near)]
    part = share / most / 2
    return [
        array("d", [own + part * (there + back) for own, there, back in zip(*each, strict=True)])
        for each in zip(whole, totals, zip(*totals, strict=True), strict=True)
    ]
