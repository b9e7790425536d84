"""When two claims may be differenced or ranked. The first rule that decides, decides.

Every rule takes the baseline's claim and the other's and returns a Verdict, or None to pass on.
RULES is the table; its order is its meaning.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import hypot

from careercli import fields, figures
from careercli.model import ROLE, Claim, Number
from careercli.wages import convert


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be said of another claim against the baseline's.

    `kind` is `ranked` (higher or lower), `difference` (shown, not ranked), `one-source` (one model's
    own gap), `same`, `at-least`, `unclear` (within the published error) or `none`. `absolute` is
    other − baseline in the field's unit, `percent` is that in percent of the baseline; both None
    where nothing may be subtracted. `why` says the reason in words.
    """

    kind: str
    why: str = ""
    absolute: Number | None = None
    percent: Number | None = None


Rule = Callable[[Claim, Claim], Verdict | None]

_NO_PERCENT = ("share", "change", "age")
_UNDEFINED = ("estimate", "low", "high", "share", "count", "age", "change")
_SCALE = (
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
)


def verdict(base: Claim | None, other: Claim | None, per: str = "year") -> Verdict:
    """What may be said of `other` against `base`, wages in `per`."""
    if base is None or other is None:
        return Verdict("none", "one of the two is unknown")
    base, other = _converted(base, per), _converted(other, per)
    for rule in RULES:
        decided = rule(base, other)
        if decided:
            return decided
    raise AssertionError("the last rule decides every pair")


def _converted(claim: Claim, per: str) -> Claim:
    return (convert(claim, per) or claim) if claim.currency else claim


def _missing(base: Claim, other: Claim) -> Verdict | None:
    for claim in (base, other):
        if claim.value is None:
            return Verdict("none", claim.note or f"{claim.source.publisher} gives no figure")
    return None


def _texts(base: Claim, other: Claim) -> Verdict | None:
    if isinstance(base.value, str) and isinstance(other.value, str):
        kind = fields.BY_KEY[base.field].kind
        if kind == fields.LEVEL:
            return None
        if (base.value, base.item) == (other.value, other.item):
            return Verdict("same", "both say the same")
    if isinstance(base.value, str) != isinstance(other.value, str):
        return Verdict("none", "one is a number and the other is words")
    return Verdict("none", "words are not measured") if isinstance(base.value, str) else None


def _said_twice(base: Claim, other: Claim) -> Verdict | None:
    """The same figure about the same occupation by two sources is one claim, republished."""
    if base.source.page == other.source.page or base.population == ROLE:
        return None
    if _identity(base) == _identity(other) and base.as_of:
        return Verdict("same", "one claim, republished")
    return None


def _identity(claim: Claim) -> tuple[object, ...]:
    return (claim.value, claim.bound, claim.statistic, claim.per, claim.currency, claim.item,
            claim.level, claim.population, claim.area, claim.as_of)  # fmt: skip


def _one_source(base: Claim, other: Claim) -> Verdict | None:
    """Undefined averages, shares and counts of one page."""
    undefined = base.statistic in _UNDEFINED and base.method in ("model", "unknown")
    same = ("statistic", "method", "level", "item", "currency", "per", "population")
    if not undefined or base.source.page != other.source.page:
        return None
    if any(getattr(base, name) != getattr(other, name) for name in same):
        return None
    publisher = base.source.publisher
    return _difference("one-source", base, other, f"one model's own gap: {publisher} does not define it")


def _measured_differently(base: Claim, other: Claim) -> Verdict | None:
    for name in ("item", "statistic", "method", "level", "currency"):
        if getattr(base, name) != getattr(other, name):
            return Verdict("none", f"{_a(name, base)} against {_a(name, other)}")
    if base.source.family != other.source.family:
        return Verdict("none", f"two kinds of source: {_who(base)} and {_who(other)}")
    if base.statistic == "change" and base.source.release != other.source.release:
        return Verdict("none", "two releases")
    return None


def _a(name: str, claim: Claim) -> str:
    value = getattr(claim, name)
    words = {"statistic": "", "item": "", "method": "method ", "level": "level "}
    return f"{words.get(name, '')}{value or 'not stated'}"


def _who(claim: Claim) -> str:
    return claim.source.series or claim.source.publisher


def _undated(base: Claim, other: Claim) -> Verdict | None:
    for claim in (base, other):
        if not claim.as_of:
            return Verdict("none", f"{_who(claim)} is undated")
        if not claim.area:
            return Verdict("none", f"{_who(claim)} names no place")
    return None


def _other_kind_of_population(base: Claim, other: Claim) -> Verdict | None:
    one, two = base.population, other.population
    if (one == ROLE) != (two == ROLE):
        return Verdict("none", "a role against an occupation")
    if one == two or one == ROLE:
        return None
    if _nested(one, two):
        return Verdict("none", f"{one} and {two} contain one another")
    for code in (one, two):
        if is_residual(code):
            return Verdict("none", f"{code} gathers all other occupations of its group")
    return None


def _nested(one: str, two: str) -> bool:
    one, two = one.rstrip("0"), two.rstrip("0")
    return one.startswith(two) or two.startswith(one)


def is_residual(soc_code: str) -> bool:
    """Whether a SOC code is what is left of its group: it ends in 9, a broad one in 90."""
    return soc_code.endswith(("9", "90"))


def _same_figure(base: Claim, other: Claim) -> Verdict | None:
    if base.population != ROLE and _identity(base) == _identity(other):
        return Verdict("same", f"same figure: both belong to {base.population}")
    return None


def _periods(base: Claim, other: Claim) -> Verdict | None:
    if base.per != other.per:
        return Verdict("none", f"by the {base.per} against by the {other.per}, and one is never converted")
    return None


def _place_and_date(base: Claim, other: Claim) -> Verdict | None:
    occupation = base.population != other.population or base.population == ROLE
    place, date = base.area != other.area, base.as_of != other.as_of
    if place and occupation:
        return Verdict("none", "place and occupation both differ")
    if place and date:
        return Verdict("none", "place and date both differ")
    if date and occupation:
        return Verdict("none", "date and occupation both differ")
    if place:
        return _difference("difference", base, other, "nominal: prices differ by place")
    if date:
        years = base.source.series == "OEWS" and min(base.as_of, other.as_of) >= "2021"
        if not years:
            return Verdict("none", "years that may not be read as a series")
        return _difference("difference", base, other, "nominal change between two years")
    return None


def _approximate(base: Claim, other: Claim) -> Verdict | None:
    if "~" in (base.bound, other.bound):
        return Verdict("none", "an approximate value")
    return None


def _bounded(base: Claim, other: Claim) -> Verdict | None:
    """`>=L` against an exact figure is higher where the figure is below L; `<=U` the other way."""
    if not base.bound and not other.bound:
        return None
    if base.bound and other.bound:
        return Verdict("none", "both are bounds, not figures")
    bounded, exact = (base, other) if base.bound else (other, base)
    limit, figure = _number(bounded), _number(exact)
    floor = bounded.bound in (">", ">=")
    if figure >= limit if floor else figure <= limit:
        return Verdict("none", f"{'at least' if floor else 'at most'} {figures.grouped(limit)}: may be either side")
    higher = (bounded is other) == floor
    why = f"at least this much {'higher' if higher else 'lower'}"
    return _difference("at-least", base, other, why)


def _within_error(base: Claim, other: Claim) -> Verdict | None:
    if base.statistic != "mean" or base.error is None or other.error is None:
        return None
    one, two = _number(base), _number(other)
    margin = 1.96 * hypot(one * base.error / 100, two * other.error / 100)
    if abs(two - one) < margin:
        return _difference("unclear", base, other, "no clear difference: within the published error")
    return None


def _order(base: Claim, other: Claim) -> Verdict | None:
    """Steps of a scale have an order and no distance."""
    field = fields.BY_KEY[base.field]
    if field.kind == fields.LEVEL:
        one, two = str(base.value), str(other.value)
        if one == two:
            return Verdict("same", "both say the same")
        if one not in _SCALE or two not in _SCALE:
            return Verdict("none", "not a step of the scale")
        step = "above" if _SCALE.index(two) > _SCALE.index(one) else "below"
        return Verdict("ranked", f"order only: {two} is {step} {one}")
    if base.field == "job_zone":
        step = "above" if _number(other) > _number(base) else "below"
        return Verdict("ranked", f"order only: {step}")
    return None


def _otherwise(base: Claim, other: Claim) -> Verdict:
    if base.value == other.value:
        return _difference("same", base, other, "same value")
    word = "higher" if _number(other) > _number(base) else "lower"
    return _difference("ranked", base, other, word)


def _number(claim: Claim) -> Number:
    assert isinstance(claim.value, int | float)
    return claim.value


def _difference(kind: str, base: Claim, other: Claim, why: str) -> Verdict:
    one, two = _number(base), _number(other)
    percent = None if base.statistic in _NO_PERCENT else figures.percent_change(one, two)
    return Verdict(kind, why, figures.half_up(two - one), percent)


RULES: tuple[Rule, ...] = (
    _missing,
    _texts,
    _said_twice,
    _one_source,
    _measured_differently,
    _undated,
    _other_kind_of_population,
    _same_figure,
    _periods,
    _place_and_date,
    _approximate,
    _bounded,
    _order,
    _within_error,
    _otherwise,
)
