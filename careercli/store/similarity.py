"""Fill the tables of nearest occupations: how alike any two are, by what O*NET and OEWS say of both.

docs/moves.md has the measure in words and how well it does; benchmarks/moves.py prints that.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from math import sqrt
from typing import NamedTuple

from careercli.model import similarity
from careercli.model.similarity import Row, Vector
from careercli.official.releases import newest, newest_onet
from careercli.store import likeness, official

MOST = 40
"""How many of the nearest are kept."""
WEIGHTS = {
    "knowledge": 7, "interests": 4, "titles": 3, "job zone": 3, "skills": 1, "activities": 1, "industries": 1,
}  # fmt: skip
"""The weight of each kind of likeness."""
NEIGHBORS, NEIGHBORS_SHARE = 5, 0.5
"""How many of the nearest are heard, an occupation itself among them, and how much that counts."""


class Occupations(NamedTuple):
    """The occupations that are held against each other, by number, and what is known of each, in the same order.

    `vectors` are importance, 1 to 5 (skills and knowledge), interest, 1 to 7, the root of shares (industries),
    and tf-idf (titles and activities), by the names of the words of a reason.
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
    for kind, scale in (("skills", "IM"), ("knowledge", "IM"), ("interests", "OI")):
        asked = {"release": newest_onet(kind).id, "kind": kind, "scale": scale}
        vectors[kind] = _vectors(database, zones, "ratings of all", **asked)
    jobs = _vectors(database, zones, "jobs by industry", release=newest("OEWS").id)
    vectors["industries"] = [{name: sqrt(count / sum(each.values())) for name, count in each.items()} for each in jobs]
    return Occupations(list(zones), vectors, list(zones.values()))


def _vectors(database: sqlite3.Connection, some: Mapping[int, object], name: str, **asked: str) -> list[dict[str, int]]:
    """Return the names and amounts that answer a question about each of `some` occupations."""
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for occupation, item, amount in official.each_row(database, name, **asked):
        found[occupation][item] = amount
    return [found[number] for number in some]


def parts(of: Occupations) -> dict[str, list[Row]]:
    """Return how alike any two are in each thing that counts, in standard deviations above the mean of the row."""
    measures = {"titles": similarity.cosines, "activities": similarity.cosines}
    alike = {
        kind: (measures.get(kind, similarity.angles)(each), [bool(vector) for vector in each])
        for kind, each in of.vectors.items()
    }
    alike["job zone"] = similarity.steps(of.zones), [True] * len(of.zones)
    return {kind: similarity.standardized(*alike[kind]) for kind in WEIGHTS}


def added(some: Mapping[str, list[Row]], weights: Mapping[str, float] = WEIGHTS) -> list[Row]:
    """Return the similarity of any two: the mean by weights, and what the nearest of both say."""
    mean = similarity.weighted((weights[kind], rows) for kind, rows in some.items())
    return similarity.with_neighbors(mean, NEIGHBORS, NEIGHBORS_SHARE)


def put_nearest(database: sqlite3.Connection) -> None:
    """Fill the tables `nearest` and `likeness`."""
    known = read(database)
    each = parts(known)
    named = likeness.words_of_stems(title for (title,) in official.each_row(database, "titles of all"))
    words = likeness.Words(known.vectors, known.zones, named)
    texts: dict[tuple[str, str], int] = {}
    found = []
    for one, row in enumerate(added(each)):
        for rank, other in enumerate(similarity.nearest(row, MOST, one), 1):
            counted = {kind: WEIGHTS[kind] * (rows[one][other] + rows[other][one]) for kind, rows in each.items()}
            strongest = sorted(counted, key=counted.__getitem__, reverse=True)
            reasons = islice(((kind, said) for kind in strongest if (said := words.of(kind, one, other))), 2)
            first, second = [*(texts.setdefault(reason, len(texts) + 1) for reason in reasons), None][:2]
            key = known.numbers[one], rank, known.numbers[other]
            found.append((*key, round(100 * row[other]), first, second))
    database.executemany("INSERT INTO likeness VALUES (?, ?, ?)", ((n, *text) for text, n in texts.items()))
    database.executemany("INSERT INTO nearest VALUES (?, ?, ?, ?, ?, ?)", found)
