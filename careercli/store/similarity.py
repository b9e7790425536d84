"""Fill the tables of nearest occupations: how alike any two are, by what O*NET and OEWS say of both.

docs/moves.md has the measure in words and how well it does; benchmarks/moves.py prints that.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from math import sqrt
from typing import NamedTuple

from careercli.model import similarity
from careercli.model.similarity import Row, Standardized, Vector
from careercli.official.releases import newest_onet
from careercli.store import likeness, official
from careercli.store.inserting import insert

MOST = 40
"""How many of the nearest are kept."""
WEIGHTS = {"knowledge": 7, "interests": 4, "titles": 3, "job zone": 3, "activities": 1}
"""The weight of each kind of likeness."""
NEIGHBORS, NEIGHBORS_SHARE = 5, 0.5
"""How many of the nearest are heard, an occupation itself among them, and how much that counts."""


class Occupations(NamedTuple):
    """The occupations that are held against each other, by number, and what is known of each, in the same order.

    `vectors` are importance, 1 to 5 (knowledge), interest, 1 to 7, and tf-idf (titles and activities), by the names
    of the words of a reason.
    """

    numbers: Sequence[int]
    vectors: Mapping[str, Sequence[Vector]]
    zones: Sequence[int]


def read(database: sqlite3.Connection) -> Occupations:
    """Read what is known of every occupation that O*NET rates."""
    zones: dict[int, int] = dict(official.rows_of(database, "zones", release=newest_onet("job_zones").id))
    counts = {
        "titles": _vectors(database, zones, "title terms"),
        "activities": _vectors(database, zones, "activity stems", release=newest_onet("activities").id),
    }
    dampings: dict[str, Callable[[float], float]] = {"titles": sqrt, "activities": float}
    vectors: dict[str, Sequence[Vector]] = {
        kind: similarity.rare(each, dampings[kind]) for kind, each in counts.items()
    }
    for kind, scale in (("knowledge", "IM"), ("interests", "OI")):
        asked = {"release": newest_onet(kind).id, "kind": kind, "scale": scale}
        vectors[kind] = _vectors(database, zones, "ratings of all", **asked)
    return Occupations(list(zones), vectors, list(zones.values()))


def _vectors(database: sqlite3.Connection, some: Iterable[int], name: str, **asked: str) -> list[dict[str, int]]:
    """Return the names and amounts that answer a question about each of `some` occupations."""
    found: dict[int, str] = dict(official.rows_of(database, name, **asked))
    return [json.loads(found.get(number, "{}")) for number in some]


def parts(of: Occupations) -> dict[str, Standardized]:
    """Return how alike any two are in each thing that counts, in standard deviations above the mean of the row."""
    measures = {"titles": similarity.cosines, "activities": similarity.cosines}
    alike = {
        kind: (measures.get(kind, similarity.angles)(each), [bool(vector) for vector in each])
        for kind, each in of.vectors.items()
    }
    alike["job zone"] = similarity.steps(of.zones), [True] * len(of.zones)
    return {kind: similarity.standardized(*alike[kind]) for kind in WEIGHTS}


def added(some: Mapping[str, Standardized], weights: Mapping[str, float] = WEIGHTS) -> list[Row]:
    """Return the similarity of any two: the mean by weights, and what the nearest of both say."""
    mean = similarity.weighted((weights[kind], part) for kind, part in some.items())
    return similarity.with_neighbors(mean, NEIGHBORS, NEIGHBORS_SHARE)


def put_nearest(database: sqlite3.Connection) -> None:
    """Fill the tables `nearest` and `likeness`."""
    known = read(database)
    each = parts(known)
    titles = (title for (title,) in official.each_row(database, "titles of all"))
    words = likeness.Words(known.vectors, known.zones, likeness.words_of_stems(titles))
    texts: dict[tuple[str, str], int] = {}

    @cache
    def reasons(one: int, other: int) -> tuple[int | None, ...]:
        """Return the numbers of the two strongest reasons that can be named."""
        counted = {kind: WEIGHTS[kind] * part.between(one, other) for kind, part in each.items()}
        strongest = sorted(counted, key=counted.__getitem__, reverse=True)
        named = ((kind, shared) for kind in strongest if (shared := words.of(kind, one, other)))
        numbers = [texts.setdefault(reason, len(texts) + 1) for reason in islice(named, 2)]
        return *numbers, *[None] * (2 - len(numbers))

    found = [
        (known.numbers[one], rank, known.numbers[other], round(100 * row[other]), *reasons(*sorted((one, other))))
        for one, row in enumerate(added(each))
        for rank, other in enumerate(similarity.nearest(row, MOST, one), 1)
    ]
    insert(database, "likeness", ((n, *text) for text, n in texts.items()))
    insert(database, "nearest", found)
