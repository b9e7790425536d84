"""Compare two occupations by O*NET's ratings of skills and knowledge: which differences are real.

A difference is clear where it lies outside the publisher's 95 % error: over 1.96·√(e₁² + e₂²), with the standard
errors of both ratings. Without a published error nothing is clear.

An element is *missing* where it is important in TO (importance of 3, “important”, or more), TO is clearly above FROM
in importance or in level, and below it in neither. It is *extra* where it is important in FROM alone, FROM is clearly
above TO in one and below it in neither. Any other element that is important in one of the two is *shared*. A scale
without a rating in one of them (suppressed, or a level not relevant) or without a published error is not compared; an
element of which neither scale can be compared is *unknown*.
Source: O*NET, importance 1 to 5, level 0 to 7.
"""

from collections.abc import Iterable
from typing import NamedTuple

from careercli.model.numbers import NORMAL
from careercli.official.onet import IMPORTANT
from careercli.store.ratings import Measures

MISSING, SHARED, EXTRA, UNKNOWN = "missing", "shared", "extra", ""
"""How a thing of two roles stands; UNKNOWN where no error is published for one of them."""

_POINTS = 4, 7
"""Points between the ends of the scales of importance and level."""

_CLEAR = NORMAL**2


class ScaleGap(NamedTuple):
    """The difference of one scale, TO less FROM, in hundredths: None where a rating is missing.

    `is_clear` is True outside the 95 % error, False inside it, None where no error is published for one of the two.
    """

    difference: int | None
    is_clear: bool | None


def scale_gap(one: int | None, one_error: int | None, two: int | None, two_error: int | None) -> ScaleGap:
    """Return the difference of two ratings; ratings in hundredths, errors in ten-thousandths."""
    if one is None or two is None:
        return ScaleGap(None, None)
    difference = two - one
    if one_error is None or two_error is None:
        return ScaleGap(difference, None)
    return ScaleGap(difference, _is_clear(difference, one_error, two_error))


def _is_clear(difference: int, one_error: int, two_error: int) -> bool:
    """Return True if a difference of hundredths lies outside the errors of both, in ten-thousandths."""
    return 10_000 * difference * difference > _CLEAR * (one_error * one_error + two_error * two_error)


class ElementGap(NamedTuple):
    """One element of two occupations: MISSING, SHARED, EXTRA or UNKNOWN, and the difference on each scale."""

    status: str
    importance: ScaleGap
    level: ScaleGap


def compared(one: Measures, two: Measures) -> ElementGap | None:
    """Compare the ratings of one element in FROM and TO; None where it is important in neither."""
    is_important = (one[1] or 0) >= IMPORTANT, (two[1] or 0) >= IMPORTANT
    if not any(is_important):
        return None
    importance, level = scale_gap(*one[1:3], *two[1:3]), scale_gap(*one[3:], *two[3:])
    return ElementGap(_status(is_important[1], importance, level), importance, level)


def _status(in_two: bool, importance: ScaleGap, level: ScaleGap) -> str:
    differences = [each.difference or 0 for each in (importance, level) if each.is_clear is not None]
    if not differences:
        return UNKNOWN
    if importance.is_clear or level.is_clear:
        if in_two and min(differences) >= 0:
            return MISSING
        if not in_two and max(differences) <= 0:
            return EXTRA
    return SHARED


def gap_size(from_ratings: Iterable[Measures], to_ratings: Iterable[Measures]) -> float:
    """Return how much is missing on the way from one occupation to another: 0 where nothing is clear.

    The sum, over all missing elements, of the clear differences, each as a share of its scale's length.
    """
    known = {each[0]: each for each in from_ratings}
    size = 0.0
    for element, importance, importance_error, level, level_error in to_ratings:
        one = known.get(element)
        if one and (importance or 0) >= IMPORTANT:
            rise = _rise(one[1], one[2], importance, importance_error)
            level_rise = _rise(one[3], one[4], level, level_error)
            if rise >= 0 and level_rise >= 0:
                size += rise / _POINTS[0] + level_rise / _POINTS[1]
    return size / 100


def _rise(one: int | None, one_error: int | None, two: int | None, two_error: int | None) -> int:
    """Return the difference of two ratings where they fall or clearly rise, as scale_gap has it, else 0."""
    if one is None or two is None or one_error is None or two_error is None:
        return 0
    difference = two - one
    return difference if difference <= 0 or _is_clear(difference, one_error, two_error) else 0
