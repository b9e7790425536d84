"""The occupations nearest to one by our own measure, which store/similarity.py makes when official.sqlite is built.

Raises CareerError where official.sqlite is missing or damaged.
"""

from typing import NamedTuple

from careercli.official.releases import newest_onet
from careercli.store import official


class Likeness(NamedTuple):
    """One thing that two occupations share: names such as `Telecommunications, Design` of the kind `knowledge`."""

    kind: str
    words: str


class Near(NamedTuple):
    """An occupation near another.

    `similarity` is in standard deviations above the mean of any two occupations. `reasons` are the two that count
    most, or one where nothing else can be named. `tier` is O*NET's in its list of related occupations:
    `Primary-Short`, `Primary-Long`, `Supplemental`, or empty.
    """

    code: str
    title: str
    similarity: float
    reasons: tuple[Likeness, ...]
    tier: str


def nearest(code: str) -> tuple[Near, ...]:
    """Return the 40 occupations nearest to one, nearest first; none where O*NET does not rate it."""
    rows = official.rows_of(official.connection(), "nearest", code=code, release=newest_onet("related").id)
    return tuple(
        Near(other, title, amount / 100, _reasons(*words), tier) for other, title, tier, amount, *words in rows
    )


def _reasons(kind: str, words: str, second_kind: str | None, second_words: str | None) -> tuple[Likeness, ...]:
    first = Likeness(kind, words)
    return (first, Likeness(second_kind, second_words)) if second_kind and second_words else (first,)
