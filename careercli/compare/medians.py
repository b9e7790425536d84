"""Tell how the median changes between two occupations of one area and release, for thousands of pairs.

The answer is that of verdicts.verdict on the two yearly medians, without making claims of them; a test holds
both to one another.
"""

from typing import NamedTuple

from careercli.compare.code_groups import contains, gathers_all_other, is_residual
from careercli.official.oews import TopPlace
from careercli.store import related

_BAND = TopPlace("", 1, 1).band
"""Half the width of our band around a median of one dollar, if the mean's error is a tenth of a percent."""


class Median(NamedTuple):
    """A median in dollars a year, the square of half the width of its band, or None, and if it is a bound.

    `gathers` is True of “all other” occupations. `is_plain` is False of these, of codes that may be a group, of a
    bound, and of a figure without a band.
    """

    code: str
    amount: int
    band: float | None
    is_bound: bool
    gathers: bool
    is_plain: bool


def medians(area: str) -> dict[str, Median]:
    """Return the newest median of every detailed occupation that has one in an area, by code."""
    found = {}
    for code, title, amount, bound, prse in related.medians(area):
        band = None if prse is None else (amount * prse * _BAND) ** 2
        gathers = code.endswith("9") and gathers_all_other(title)  # As is_residual, without asking for titles.
        is_plain = not (bound or gathers or band is None or code.endswith("0"))
        found[code] = Median(code, amount, band, bool(bound), gathers, is_plain)
    return found


def change(base: Median | None, other: Median | None) -> int | None:
    """Return the change in dollars a year: 0 where it is not clear, None where the verdicts do not rank the two.

    Against a bound it is the least that the change can be.
    """
    if base is None or other is None:
        return None
    if base.code == other.code:
        return 0
    if any(each.gathers or (each.code.endswith("90") and is_residual(each.code)) for each in (base, other)):
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
