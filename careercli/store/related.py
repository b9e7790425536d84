"""The questions of routes: which occupations are alike, how large the real gaps are, and the medians of an area."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from careercli.official.releases import newest_onet, newest_wages
from careercli.store import official


def alike(code: str) -> dict[str, list[str]]:
    """Return the occupations that are like one by kind, `onet` or `nearest`, the nearest first.

    They are those that O*NET lists as related, and our nearest ten that it does not list.
    """
    kind_of: dict[str, str] = {}
    for kind, _, other in official.rows_of(
        official.connection(), "alike", release=newest_onet("related").id, code=code
    ):
        kind_of.setdefault(other, kind)
    return {kind: [other for other in kind_of if kind_of[other] == kind] for kind in kind_of.values()}


def weights(measure: str = "weight") -> dict[str, dict[str, int]]:
    """Return the weight of every step by likeness as moves/graph.py has it, by the code of its end, then its start.

    Weights of the measure `gap` have the real gap of each step added, as moves/graph.py does.
    """
    (row,) = official.rows_of(official.connection(), "steps", measure=measure)
    codes, counts, starts, measures = map(json.loads, row)
    steps = zip(map(codes.__getitem__, starts), measures, strict=True)
    return {end: dict(islice(steps, count)) for end, count in zip(codes, counts, strict=True) if count}


def packed(steps: Sequence[tuple[str, str, int, int]]) -> tuple[str, ...]:
    """Return steps as the table keeps them; each has a start, an end, a weight and a gap, sorted by their ends."""
    starts, ends, weights, gaps = zip(*steps, strict=True) if steps else ((), (), (), ())
    codes, counts = sorted({*starts, *ends}), Counter(ends)
    number_of = {code: number for number, code in enumerate(codes)}
    lists = codes, [counts[code] for code in codes], [number_of[code] for code in starts], weights, gaps
    return tuple(json.dumps(each, separators=(",", ":")) for each in lists)


def medians(area: str) -> list[tuple[str, str, int, str, int | None]]:
    """Return the newest median of every detailed occupation that has one in an area, by code.

    Each is a code, a title, dollars a year, the bound `>=` or an empty text, and the mean's published error in tenths
    of a percent.
    """
    return official.rows_of(official.connection(), "medians", release=newest_wages(area).id, area=area)
