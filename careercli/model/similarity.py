"""Measure how alike things are: angles between vectors, and similarities that are standardized before they are added."""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from math import acos, hypot, log, sqrt
from operator import mul

Vector = Mapping[str, float]
"""Weights of zero or more by name; an empty one is unknown."""
Matrix = list["array[float]"]
"""How alike each thing is to each, a row a thing: the same from both sides."""

_SCALE = 1 << 15
"""What a weight of 1 becomes in an integer; two unit vectors then have a product of about 2**30, within 32 bits."""


def cosines(vectors: Sequence[Vector]) -> Matrix:
    """Return the cosine between any two vectors, 0 to 1; 0 with an empty one.

    A column is one long integer of 32 bits a vector, so that one multiplication serves all of them.
    """
    units = [_unit(vector) for vector in vectors]
    columns: dict[str, array[int]] = {}
    for at, unit in enumerate(units):
        for name, weight in unit.items():
            if name not in columns:
                columns[name] = array("I", bytes(4 * len(units)))
            columns[name][at] = weight
    packed = {name: int.from_bytes(column.tobytes(), sys.byteorder) for name, column in columns.items()}
    return [_products(unit, packed, len(units)) for unit in units]


def _unit(vector: Vector) -> dict[str, int]:
    length = hypot(*vector.values())
    return {name: whole for name, weight in vector.items() if (whole := round(weight / length * _SCALE))}


def _products(unit: Mapping[str, int], packed: Mapping[str, int], count: int) -> array[float]:
    total = sum(weight * packed[name] for name, weight in unit.items())
    row = array("I", total.to_bytes(4 * count, sys.byteorder))
    return array("d", map(mul, row, repeat(1 / _SCALE**2)))


def angles(vectors: Sequence[Vector]) -> Matrix:
    """Return how alike the directions of vectors are: minus the angle between any two, in radians."""
    return [array("d", [-acos(cosine) if cosine < 1 else 0.0 for cosine in row]) for row in cosines(vectors)]


def steps(values: Sequence[int | None]) -> Matrix:
    """Return how near values of a scale are: minus the square of their difference, 0 where one is unknown."""
    return [
        array("d", (0.0 if one is None or other is None else -((one - other) ** 2) for other in values))
        for one in values
    ]  # fmt: skip


def rare(counts: Sequence[Mapping[str, int]], damped: Callable[[float], float] = float) -> list[Vector]:
    """Return counts as weights: a name counts more, the fewer have it (tf-idf), and not at all if one has it alone."""
    having = Counter(name for each in counts for name in each)
    idf = {name: log(len(counts) / many) for name, many in having.items() if many > 1}
    return [{name: damped(count) * idf[name] for name, count in each.items() if name in idf} for each in counts]


def standardized(alike: Matrix, known: Sequence[bool]) -> Matrix:
    """Return similarities in standard deviations above the mean: of the row and of the column, half each.

    A thing is not held against itself, nor against one that is not `known`: that stands as 0, the mean.
    """
    spread = [_spread([row[j] for j, is_known in enumerate(known) if is_known and i != j]) for i, row in enumerate(alike)]
    halves = [(0.5 / deviation if is_known else 0.0) for (_, deviation), is_known in zip(spread, known, strict=True)]
    shifts = [mean * half for (mean, _), half in zip(spread, halves, strict=True)]
    rows = []
    for i, row in enumerate(alike):
        half, shift = halves[i], shifts[i]
        cells = [each * (half + other) - shift - off for each, other, off in zip(row, halves, shifts, strict=True)]
        rows.append(array("d", [cell if both else 0.0 for cell, both in zip(cells, known, strict=True)] if known[i]
                          else bytes(8 * len(row))))  # fmt: skip
        rows[i][i] = 0.0
    return rows


def _spread(values: Sequence[float]) -> tuple[float, float]:
    """Return mean and standard deviation; of values that are all the same the deviation counts as 1."""
    mean = sum(values) / len(values) if values else 0.0
    variance = sum(map(mul, values, values)) / len(values) - mean * mean if values else 0.0
    return mean, sqrt(variance) if variance > 1e-12 else 1.0


def weighted(parts: Iterable[tuple[float, Matrix]]) -> Matrix:
    """Return the mean of similarities by their weights."""
    both = list(parts)
    whole = sum(weight for weight, _ in both)
    rows = []
    for each in zip(*(matrix for _, matrix in both), strict=True):
        total = [0.0] * len(each[0])
        for (weight, _), row in zip(both, each, strict=True):
            share = weight / whole
            total = [before + share * cell for before, cell in zip(total, row, strict=True)]
        rows.append(array("d", total))
    return rows


def nearest(row: Sequence[float], most: int, but: int) -> list[int]:
    """Return the places of the highest values of a row, highest first, without the place `but`."""
    ordered = sorted(range(len(row)), key=row.__getitem__, reverse=True)[: most + 1]
    return [at for at in ordered if at != but][:most]


def with_neighbors(alike: Matrix, most: int, share: float) -> Matrix:
    """Return similarities to which `share` of what the nearest of both say is added.

    What the nearest of one thing say is the mean similarity of it and its `most` nearest to the other thing.
    """
    said = []
    for i, row in enumerate(alike):
        near = nearest(row, most, i)
        own = array("d", row)
        own[i] = row[near[0]] if near else 0.0
        said.append(own)
    means = [[sum(cells) / (most) for cells in zip(*(said[j] for j in [i, *nearest(row, most - 1, i)]), strict=True)]
             for i, row in enumerate(alike)]  # fmt: skip
    back = zip(*means, strict=True)
    return [
        array("d", [own + share / 2 * (there + here) for own, there, here in zip(row, mean, column, strict=True)])
        for row, mean, column in zip(alike, means, back, strict=True)
    ]  # fmt: skip
