"""The questions of routes: which occupations are alike, how large the real gaps are, and the medians of an area."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from careercli.official.releases import newest_wages
from careercli.store import official


class MedianRow(NamedTuple):
    """The newest yearly median of an occupation in an area, in dollars, with its bound and the mean's error.

    `median` is None where none is published, `bound` is `>=` or empty, `mean_prse` is in tenths of a percent.
    """

    code: str
    median: int | None
    bound: str
    mean_prse: int | None


class Alike(NamedTuple):
    """An occupation, and those that are like it by a kind, `onet` or `nearest`: the nearest first, all by code.

    `gaps` has the real gap to each by code, in thousandths, where both are rated; no gaps unless asked.
    """

    kind: str
    code: str
    others: list[str]
    gaps: dict[str, int]


def alike(with_gaps: bool) -> Iterator[Alike]:
    """Yield the occupations that O*NET lists as related to each one, and our nearest ten that it does not list."""
    codes = dict(official.rows_of(official.connection(), "codes"))
    rows = official.rows_of(official.connection(), "alike", gaps=with_gaps)
    # One text of all rows is read in a third of the time of one text a row.
    all_others, all_gaps = ([*_read(texts)] for texts in zip(*(row[2:] for row in rows), strict=True))
    for (kind, number, *_), others, gaps in zip(rows, all_others, all_gaps, strict=True):
        named = [codes[other] for other in others]
        sizes = zip(named, gaps, strict=True) if gaps else ()
        yield Alike(kind, codes[number], named, {other: gap for other, gap in sizes if gap is not None})


def _read(texts: Sequence[str | None]) -> list[list[int]]:
    found: list[list[int]] = json.loads(f"[{','.join(text or 'null' for text in texts)}]")
    return found


def medians(area: str) -> Iterator[MedianRow]:
    """Yield the median of every detailed occupation that has wages in an area, by code."""
    rows = official.rows_of(official.connection(), "medians", release=newest_wages(area).id, area=area)
    return map(MedianRow._make, rows)
