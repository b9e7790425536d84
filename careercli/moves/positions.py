"""Say where a person's own pay stands among the published percentiles of an occupation, in the pay's own place.

A position is no verdict: nothing is ranked by it. It is never told beyond the 10th and the 90th percentile.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from careercli.compare.parity import Parity, adjusted, parity_in, parity_of_newest
from careercli.model import fields, numbers
from careercli.model.claims import Area, Claim, Number, Subject, is_own
from careercli.moves.offers import SOURCE
from careercli.official import releases
from careercli.store import official

STEPS = {
    "p10": "10th percentile", "p25": "25th percentile", "median": "median", "p75": "75th percentile",
    "p90": "90th percentile",
}  # fmt: skip
"""The percentiles of OEWS from the lowest, and their names."""

NOTE = "a position is no verdict, and nothing is ranked by it; “not clearly”: within our band around the percentile"
_NO_ERROR = "no error is published, so it may be otherwise"

Show = Callable[[Number], str]
"""A function that writes an amount for people."""


class Position(NamedTuple):
    """Where an amount stands: words with a `{}` for each percentile `beside` it, and what limits them."""

    where: str
    beside: tuple[Claim, ...]
    limits: tuple[str, ...]

    def text(self, show: Show) -> str:
        named = (
            f"{STEPS[claim.field]} ({fields.BOUND_SIGNS[claim.bound]}{show(claim.number)})" for claim in self.beside
        )
        return self.where.format(*named)

    @property
    def words(self) -> tuple[str, ...]:
        """Return what is said without the figures: equal for two positions that read alike."""
        return (self.where, *(claim.field + claim.bound for claim in self.beside), *self.limits)


def position(amount: Number, wages: Mapping[str, Claim]) -> Position | None:
    """Return where an amount stands among the percentiles of its period, by statistic; None where none tells."""
    steps = [wages[key] for key in STEPS if key in wages]
    known = [claim for claim in steps if claim.value is not None]
    lower = [claim for claim in known if not claim.bound and claim.number < amount]
    at = [claim for claim in known if not claim.bound and claim.number == amount]
    upper = [claim for claim in known if claim.bound in ("", ">=") and claim.number > amount]
    beside = tuple(at or (*lower[-1:], *upper[:1]))
    if not beside:
        return None
    if at:
        where = f"at the {' and the '.join('{}' for _ in at)}"
    elif lower and upper:
        where = "between the {} and the {}"
    else:
        where = f"{'above' if lower else 'below'} the {{}}"
    return Position(where, beside, (*_unknown(steps, lower, at, upper), *_unclear(amount, beside, lower, upper)))


def _unknown(
    steps: Sequence[Claim], lower: Sequence[Claim], at: Sequence[Claim], upper: Sequence[Claim]
) -> Iterator[str]:
    """Yield why the percentiles of which the amount may stand on either side do not tell."""
    if at:
        return
    start = steps.index(lower[-1]) + 1 if lower else 0
    end = steps.index(upper[0]) if upper else len(steps)
    for why, is_so in (("not released", False), ("printed only as a limit, so on which side is unknown", True)):
        names = [STEPS[claim.field] for claim in steps[start:end] if bool(claim.bound) == is_so]
        if names:
            yield f"the {' and the '.join(names)} {'are' if names[1:] else 'is'} {why}"


def _unclear(amount: Number, beside: Sequence[Claim], lower: Sequence[Claim], upper: Sequence[Claim]) -> Iterator[str]:
    """Yield which percentiles the amount is not clearly apart from, or that no error is published."""
    if any(claim.band_percent is None and not claim.bound for claim in beside):
        yield _NO_ERROR
    for word, claims in (("above", lower), ("below", upper)):
        names = [STEPS[claim.field] for claim in claims if abs(claim.number - amount) < _band(claim)]
        if names:
            yield f"not clearly {word} the {' and the '.join(names)}"


def _band(claim: Claim) -> float:
    """Return half the width of our band around a percentile, in dollars; 0 around a limit."""
    return 0 if claim.bound else claim.number * (claim.band_percent or 0) / 100


# -- claims


class _Pay(NamedTuple):
    """An amount of a person as listed and in the other period, the place that it stands in, and whose it is."""

    listed: Claim
    other: Claim
    area: Area | None
    owner: Subject

    def amount(self, period: str) -> Number:
        return (self.listed if self.listed.period == period else self.other).number


def with_positions(subjects: Sequence[Subject], adjust: bool = False) -> list[Subject]:
    """Return the subjects with the position of each person's pay among the wages of their occupation.

    Of two offers for one occupation each is told in its own column alone.
    With `adjust` also in the nation's prices: the amounts, and the same positions.
    """
    pays = [pay for subject in subjects for pay in _pays_of(subject)]
    placed = [_with_positions(subject, pays, adjust) for subject in subjects] if pays else list(subjects)
    return [_with_adjusted(subject) for subject in placed] if adjust else placed


def _pays_of(subject: Subject) -> Iterator[_Pay]:
    own = [claim for claim in subject.own if claim.field == "offer" and claim.source == SOURCE]
    for listed, other in zip(own[::2], own[1::2], strict=True):
        yield _Pay(listed, other, subject.area, subject)


def _with_positions(subject: Subject, pays: Sequence[_Pay], adjust: bool) -> Subject:
    found = subject.official
    if found is None:
        return subject
    claims = [
        claim for pay in pays for code in _codes(subject)
        if pay.owner is subject or not (is_own(subject.id) and code in _codes(pay.owner))
        for claim in _positions(pay, code, adjust)
    ]  # fmt: skip
    return subject._replace(official=found._replace(claims=(*found.claims, *claims)))


def _codes(subject: Subject) -> tuple[str, ...]:
    """Return the occupations that a subject may belong to."""
    others = subject.role.occupation_alternatives if subject.role and subject.occupation_caveat else ()
    return (subject.occupation, *others)


def _positions(pay: _Pay, code: str, adjust: bool) -> Iterator[Claim]:
    """Yield the position of an amount among the wages of an occupation, and the same after prices."""
    area = pay.area.code if pay.area else releases.NATION
    source = releases.newest_wages(area)
    found = official.occupation(code, area)
    by_period = {
        period: {c.field: c for c in (found.claims if found else ()) if c.period == period and c.source == source}
        for period in (pay.listed.period, pay.other.period)
    }
    positions = {period: position(pay.amount(period), by_period[period]) for period in by_period}
    whose = f"{code} in {pay.area.title if pay.area else 'the nation'}, {source.release}"
    claim = Claim(
        "offer", None, source, item=pay.listed.item, area=area, as_of=source.as_of, population=code,
        method=source.method, basis="calculated", derivation="the amount among the percentiles printed", note=NOTE,
    )  # fmt: skip
    if not any(positions.values()):
        reason = f"no percentile of {whose} is published"
        yield claim._replace(caveat=reason, note=reason)
        return
    yield claim._replace(value=_told(pay, positions, whose, lambda amount, _: numbers.grouped(amount)))
    if adjust:
        yield _after_prices(claim, pay, positions, whose)


def _told(pay: _Pay, positions: Mapping[str, Position | None], whose: str, show: Callable[[Number, str], str]) -> str:
    """Return the position by the listed period, and by the other one too where the two differ."""
    told: list[str] = []
    first = next(found for found in positions.values() if found)
    for period, found in positions.items():
        if found is None or (told and found.words == first.words):
            continue
        in_period = found.text(lambda amount, period=period: show(amount, period))  # type: ignore[misc]
        limits = "".join(f"; {limit}" for limit in found.limits)
        full_time = ", if full-time all year" if period == "year" else ""
        if not told and period == pay.listed.period:
            told.append(f"{in_period} of {whose}, base pay{full_time}{limits}")
        else:
            amount = show(pay.amount(period), period)
            of_whom = "" if told else f" of {whose}, base pay"
            told.append(f"by the {period}, {amount} stands {in_period}{of_whom}{full_time}{limits}")
    return "; ".join(told)


def _after_prices(claim: Claim, pay: _Pay, positions: Mapping[str, Position | None], whose: str) -> Claim:
    """Return the position in the nation's prices: the same, as one parity holds for both, in other dollars."""
    parity = parity_in(pay.area, claim.as_of)
    if parity.value is None:
        return claim._replace(prices=str(parity.year), caveat="no price parity", note=parity.title)
    show = partial(_in_prices, parity)
    text = f"{show(pay.listed.number, pay.listed.period)}, {_told(pay, positions, whose, show)}"
    derivation = adjusted(pay.listed, parity).derivation
    return claim._replace(value=text, prices=str(parity.year), derivation=derivation)


def _in_prices(parity: Parity, amount: Number, period: str) -> str:
    assert parity.value is not None
    return numbers.grouped(fields.to_hundreds(amount * 100 / parity.value, period))


def _with_adjusted(subject: Subject) -> Subject:
    """Return the subject with a person's own amounts followed by the same in the nation's prices."""
    role = subject.role
    if role is None or not any(claim.source == SOURCE for claim in role.own):
        return subject
    parity = parity_of_newest(subject.area)
    own = tuple(
        each for claim in role.own
        for each in ((claim, adjusted(claim, parity)) if claim.source == SOURCE and claim.currency else (claim,))
    )  # fmt: skip
    return subject._replace(role=role._replace(own=own))
