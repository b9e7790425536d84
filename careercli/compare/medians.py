"""Tell how the median changes between two occupations of one area and release, for thousands of pairs.

The answer is that of verdicts.verdict on the two yearly medians, without making claims of them; a test holds
both to one another.
"""

from __future__ import annotations

from typing import NamedTuple

from careercli.compare.code_groups import contains, is_residual
from careercli.official.oews import TopPlace
from careercli.store import related

_BAND = TopPlace("", 1, 1).band
"""Half the width of our band around a median of one dollar, if the mean's error is a tenth of a percent."""


class Median(NamedTuple):
    """A median in dollars a year, the square of half the width of its band, or None, and if it is a bound.

    `is_plain` is False of a bound, of a figure without a band, and of codes that the verdicts treat apart: groups and
    “all other”.
    """

    code: str
    amount: int
    band: float | None
    is_bound: bool
    is_plain: bool


def medians(area: str) -> dict[str, Median]:
    """Return the newest median of every detailed occupation that has one in an area, by code."""
    found = {}
    for code, amount, bound, prse in related.medians(area):
        if amount is not None:
            band = None if prse is None else (amount * prse * _BAND) ** 2
            is_apart = code.endswith("0") or (code.endswith("9") and is_residual(code))
            found[code] = Median(code, amount, band, bool(bound), not (bound or is_apart or band is None))
    return found


def change(base: Median | None, other: Median | None) -> int | None:
    """Return the change in dollars a year: 0 where it is not clear, None where the verdicts do not rank the two.

    Against a bound it is the least that the change can be.
    """
    if base is None or other is None:
        return None
    if not (base.is_plain and other.is_plain):
        return _change_apart(base, other)
    difference = other.amount - base.amount
    return 0 if difference * difference < base.band + other.band else difference  # type: ignore[operator]


def _change_apart(base: Median, other: Median) -> int | None:
    if base.code == other.code:
        return 0
    if is_residual(base.code) or is_residual(other.code):
        return None
    if contains(base.code, other.code) or contains(other.code, base.code):
        return None
    if base.is_bound or other.is_bound:
        return _least(base, other)
    if base.band is None or other.band is None:
        return None
    difference = other.amount - base.amount
    return 0 if difference**2 < base.band + other.band else difference


def _least(base: Median, other: Median) -> int | None:
    """Return the least change where one of the two is a bound and lies clearly above the other."""
    bounded, exact = (base, other) if base.is_bound else (other, base)
    if exact.is_bound or exact.band is None:
        return None
    least = bounded.amount - exact.amount
    if least <= exact.band**0.5:
        return None
    return least if bounded is other else -least
