"""The questions of routes: which occupations are alike, how large the real gaps are, and every median of an area."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from careercli.official.releases import newest
from careercli.store import official


class MedianRow(NamedTuple):
    """The newest yearly median of an occupation in an area, in dollars, with its bound and the mean's error.

    `median` is None where none is published, `bound` is `>=` or empty, `mean_prse` is in tenths of a percent.
    """

    code: str
    median: int | None
    bound: str
    mean_prse: int | None


def related() -> dict[str, list[str]]:
    """Return the occupations that O*NET lists as related to each one, nearest first, all by code."""
    codes = _codes()
    rows = official.rows_of(official.connection(), "all related", release=newest("O*NET").id)
    return {codes[number]: [codes[other] for other in others.split(",")] for number, others in rows}


def gaps() -> dict[str, dict[str, int]]:
    """Return the real gap from each rated occupation to those related to it, in thousandths, all by code."""
    codes = _codes()
    return {
        codes[number]: dict(zip([codes[other] for other in others.split(",")], map(int, sizes.split(",")), strict=True))
        for number, others, sizes in official.rows_of(official.connection(), "gaps")
    }


def medians(area: str) -> Iterator[MedianRow]:
    """Yield the median of every detailed occupation that has wages in an area, by code."""
    rows = official.rows_of(official.connection(), "medians", release=newest("OEWS").id, area=area)
    return map(MedianRow._make, rows)


@cache
def _codes() -> dict[str, str]:
    """Return every code by its number as a text: those of 18,000 others need not be read as numbers."""
    return {str(number): code for number, code in official.rows_of(official.connection(), "codes")}
