"""How often an occupation is found by technologies drawn from its own list: first, and among the first five.

    python benchmarks/match.py [SEED]

Prints, for three and for five technologies drawn from each occupation that lists so many, and for three of those in
demand in it, careercli's points (careercli.moves.match) beside plain TF-IDF: the cosine of the technologies drawn and
each occupation's list, every technology weighted by the logarithm of occupations ÷ those that list it. Nothing but
technologies is asked. Exits 1 if three technologies find fewer than 0.80 among the first five.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from careercli.moves.match import list_points
from careercli.store import official

LEAST = 0.80
"""Share of occupations that three of their technologies must find among the first five."""

Lists = dict[str, dict[int, bool]]
"""By code, the technologies of an occupation, and whether each is in demand in it."""

Score = Callable[[Sequence[int]], dict[str, float]]


def lists() -> Lists:
    found: Lists = defaultdict(dict)
    rows = official.connection().execute(
        "SELECT code, element, in_demand FROM technology JOIN occupation ON occupation.id = technology.occupation"
    )
    for code, element, in_demand in rows:
        found[code][element] = bool(in_demand)
    return dict(sorted(found.items()))


class Scores:
    """The two measures over the same lists."""

    def __init__(self, of: Lists) -> None:
        self.of = of
        self.codes = defaultdict(list)
        for code, elements in of.items():
            for element in elements:
                self.codes[element].append(code)
        self.total = sum(map(len, of.values()))
        self.weights = {element: math.log(len(of) / len(codes)) for element, codes in self.codes.items()}
        self.lengths = {code: math.hypot(*map(self.weights.__getitem__, elements)) for code, elements in of.items()}

    def ours(self, asked: Sequence[int]) -> dict[str, float]:
        scores: Counter[str] = Counter()
        for element in asked:
            codes = self.codes[element]
            for code in codes:
                own = self.of[code]
                scores[code] += list_points(len(codes), len(own), self.total, len(self.of), own[element])  # type: ignore[assignment]
        return dict(scores)

    def tf_idf(self, asked: Sequence[int]) -> dict[str, float]:
        scores: dict[str, float] = defaultdict(float)
        for element in asked:
            for code in self.codes[element]:
                scores[code] += self.weights[element] ** 2 / (self.lengths[code] or 1)
        return scores


def found(of: Lists, score: Score, count: int, in_demand: bool, seed: int) -> tuple[int, float, float]:
    """Return how many occupations were asked for, the share found first, and the share in the first five."""
    chance = random.Random(seed)
    places = []
    for code, elements in of.items():
        own = sorted(element for element, is_sought in elements.items() if is_sought or not in_demand)
        if len(own) >= count:
            scores = score(chance.sample(own, count))
            places.append(sorted(scores, key=lambda each: (-scores[each], each)).index(code))
    return len(places), sum(not at for at in places) / len(places), sum(at < 5 for at in places) / len(places)


def main() -> int:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    of = lists()
    scores = Scores(of)
    passes = True
    print(f"seed {seed}: found first, and among the first five")
    for count, in_demand in ((3, False), (5, False), (3, True)):
        what = f"{count} technologies{' in demand' if in_demand else ''}"
        for name, score in (("careercli", scores.ours), ("TF-IDF", scores.tf_idf)):
            asked, first, five = found(of, score, count, in_demand, seed)
            print(f"{what:28} {name:10} {first:.3f}  {five:.3f}  of {asked} occupations")
            passes &= name == "TF-IDF" or (count, in_demand) != (3, False) or five >= LEAST
    return int(not passes)


if __name__ == "__main__":
    sys.exit(main())
