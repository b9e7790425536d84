"""How many of O*NET's related occupations are among the nearest of our own measure.

    python benchmarks/moves.py [--refit]

O*NET lists ten primary related occupations of each that it rates. Printed is the share found among our nearest 10
and 20, over five splits of the occupations into two halves, fitted and held out: those held out count. O*NET's lists
are in no ingredient. The weights of store/similarity.py are the same in all splits; --refit chooses them anew in each
from the half that is fitted, which takes minutes, to show what is lost where a list was not seen. Beside them stand the
plain cosine of importance over skills and knowledge, and each ingredient alone. The program exits 1 if the mean is
under .59 and .78, or a split under .575 and .77.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Mapping, Sequence

from careercli.model import similarity
from careercli.model.similarity import Row, Standardized
from careercli.official.releases import newest
from careercli.store import official
from careercli.store.similarity import WEIGHTS, Occupations, added, parts, read

SPLITS = 5
DEPTHS = (10, 20)
MEAN, LEAST = (0.59, 0.78), (0.575, 0.77)
Found = tuple[float, ...]
"""The share found at each of DEPTHS."""
Lists = Sequence[set[int]]
"""The places of the primary related occupations of each occupation."""


def main() -> int:
    known = read(official.connection())
    each = parts(known)
    lists = _lists(known)
    print(f"{len(lists)} occupations, {sum(map(len, lists))} listed; found among the nearest {DEPTHS[0]} / {DEPTHS[1]}")
    ours = added(each)
    held = [half for _, half in _splits(len(lists))]
    found = [_found(ours, lists, half) for half in held]
    for number, one in enumerate(found, 1):
        print(f"  held out {number}              {_text(one)}")
    met = all(map(_reaches, found, [LEAST] * SPLITS)) and _reaches(_mean(found), MEAN)
    print(f"mean                      {_text(_mean(found))}   {'ok' if met else 'not yet'}")
    alone = {"cosine, skills, knowledge": similarity.cosines(_rated(known))}
    alone |= {f"{kind} alone": similarity.weighted([(1, part)]) for kind, part in each.items()}
    for name, rows in alone.items():
        print(f"{name:26}{_text(_mean([_found(rows, lists, half) for half in held]))}")
    if "--refit" in sys.argv[1:]:
        _print_refitted(each, lists)
    return int(not met)


def _print_refitted(each: Mapping[str, Standardized], lists: Lists) -> None:
    found = []
    for number, (fitted, held) in enumerate(_splits(len(lists)), 1):
        weights = _fitted(each, lists, fitted)
        found.append(_found(added(each, weights), lists, held))
        print(f"  refitted, held out {number}    {_text(found[-1])}   {weights}", flush=True)
    print(f"mean, refitted            {_text(_mean(found))}")


def _fitted(each: Mapping[str, Standardized], lists: Lists, some: Sequence[int]) -> dict[str, float]:
    """Return weights that find most for some occupations: each is halved and doubled until nothing helps."""
    weights, best = dict.fromkeys(WEIGHTS, 1.0), 0.0
    while True:
        before = best
        for kind in WEIGHTS:
            for factor in (0.5, 2.0):
                tried = weights | {kind: weights[kind] * factor}
                total = sum(_found(added(each, tried), lists, some))
                if total > best:
                    weights, best = tried, total
        if best - before < 0.002:
            return weights


def _rated(known: Occupations) -> list[dict[str, float]]:
    """Return the importance of skills and knowledge in each occupation."""
    rated: dict[int, dict[str, float]] = {number: {} for number in known.numbers}
    for kind in ("skills", "knowledge"):
        asked = {"release": newest("O*NET").id, "kind": kind, "scale": "IM"}
        for number, ratings in official.rows_of(official.connection(), "ratings of all", **asked):
            rated[number] |= json.loads(ratings)
    return list(rated.values())


def _lists(known: Occupations) -> Lists:
    places = {number: at for at, number in enumerate(known.numbers)}
    lists: list[set[int]] = [set() for _ in places]
    asked = "SELECT occupation, related FROM related WHERE tier LIKE 'Primary-%'"
    for occupation, related in official.connection().execute(asked):
        lists[places[occupation]].add(places[related])
    return lists


def _splits(count: int) -> Iterable[tuple[list[int], list[int]]]:
    """Yield the places of those fitted and of those held out."""
    for seed in range(1, SPLITS + 1):
        places = random.Random(seed).sample(range(count), count)
        yield places[: count // 2], places[count // 2 :]


def _found(rows: Sequence[Row], lists: Lists, some: Iterable[int]) -> Found:
    hits, listed = [0] * len(DEPTHS), 0
    for at in some:
        near = similarity.nearest(rows[at], max(DEPTHS), at)
        listed += len(lists[at])
        hits = [count + len(lists[at].intersection(near[:depth])) for count, depth in zip(hits, DEPTHS, strict=True)]
    return tuple(count / listed for count in hits)


def _mean(found: Sequence[Found]) -> Found:
    return tuple(sum(column) / len(found) for column in zip(*found, strict=True))


def _reaches(found: Found, least: Found) -> bool:
    return all(one >= other for one, other in zip(found, least, strict=True))


def _text(found: Found) -> str:
    return " / ".join(f"{share:.3f}" for share in found)


if __name__ == "__main__":
    sys.exit(main())
