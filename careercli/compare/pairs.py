"""Pairs of claims, and the outcome of comparing them."""

from typing import NamedTuple

from careercli.model import fields, numbers
from careercli.model.claims import ROLE, Claim, Number


class Verdict(NamedTuple):
    """The outcome of comparing a claim with the baseline's.

    `kind` is `ranked` (higher or lower), `difference` (shown, not ranked), `one-source` (the
    difference within one model or page, not ranked), `same`, `at-least`, `unclear` (within the
    published error) or `none`. `absolute` is other − baseline in the field's unit, `percent` the same
    in percent of the baseline; both are None if the claims may not be subtracted. `why` is the reason
    in words.
    """

    kind: str
    why: str = ""
    absolute: Number | None = None
    percent: Number | None = None


class Pair(NamedTuple):
    """Two claims of one field, their wages converted to `period` if possible."""

    base: Claim
    other: Claim
    period: str

    @property
    def both(self) -> tuple[Claim, Claim]:
        return self.base, self.other

    def differ(self, name: str) -> bool:
        """Return True if the claims' attributes `name` differ."""
        return bool(getattr(self.base, name) != getattr(self.other, name))

    @property
    def of_two_populations(self) -> bool:
        """Return True unless both claims are about the same occupation; two roles are two populations."""
        return self.differ("population") or self.base.population == ROLE


_NO_PERCENT = ("share", "change", "age", "median age", "rate", *fields.RATINGS)


def difference(pair: Pair, kind: str, why: str) -> Verdict:
    """Return the verdict of this kind with the difference of two figures."""
    one, two = pair.base.number, pair.other.number
    percent = None if pair.base.statistic in _NO_PERCENT else numbers.percent_change(one, two)
    return Verdict(kind, why, numbers.half_up(two - one), percent)
