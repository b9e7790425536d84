"""Decide whether two claims may be differenced or ranked.

A rule returns a Verdict on a pair of claims, or None to leave it to the next rule. RULES lists the
rules in order: the first that returns a verdict decides.
"""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

from careercli.compare.code_groups import contains, is_residual, members
from careercli.compare.pairs import Pair, Verdict, difference
from careercli.model import fields, numbers
from careercli.model.claims import ROLE, Claim
from careercli.model.wages import convert
from careercli.store.official import area_of

_PERCENTILES = ("median", "p10", "p25", "p75", "p90")
_MEASURES = ("item", "statistic", "method", "experience", "currency", "prices")
_UNDEFINED = ("low", "high", "share", "count", "age", "change")
"""Statistics that models, and sources without a stated method, print without a definition."""

_FIRST_YEAR, _FIRST_YEAR_OF_MEANS = "2022", "2021"
"""OEWS estimates since May 2021 share one method and one set of codes, SOC 2018; the top code is of May 2022."""

_ROUNDING = {"change": 0.05, "count": 50}
"""Half of the unit of projections: of a tenth of a point, and of a hundred of the openings a year."""

_SHOWN_ONLY = {
    "openings_rate": "mostly turnover",
    "self_employed": "no error is published",
    "education_reported": "few were asked",
}
"""Fields whose figures are never ranked, and why."""

EDUCATION = (
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
)
"""The levels of usual entry education, lowest first."""


def verdict(base: Claim | None, other: Claim | None, period: str = "year") -> Verdict:
    """Return the verdict on `other` against `base`, with wages in `period`; None stands for no claim."""
    if base is None or other is None:
        return Verdict("none", "one of the two is unknown")
    pair = Pair(_in_period(base, period), _in_period(other, period), period)
    return next(found for rule in RULES if (found := rule(pair)))


def _in_period(claim: Claim, period: str) -> Claim:
    return (convert(claim, period) or claim) if claim.currency else claim


def _own_pay(pair: Pair) -> Verdict | None:
    """Never rank a person's own pay, nor where it stands."""
    if "offer" in (pair.base.field, pair.other.field):
        return Verdict("none", "where your own pay stands is no verdict")
    return None


def _missing(pair: Pair) -> Verdict | None:
    for claim in pair.both:
        if claim.value is None:
            return Verdict("none", claim.note or f"{claim.source.publisher_or_title} gives no figure")
    return None


def _words(pair: Pair) -> Verdict | None:
    """Call two texts the same or not measured; pass numbers and steps of a scale on. Entries of a list never match."""
    are_texts = [isinstance(claim.value, str) for claim in pair.both]
    field = fields.BY_KEY[pair.base.field]
    if not any(are_texts) or (all(are_texts) and field.kind == fields.ORDINAL):
        return None
    if not all(are_texts):
        return Verdict("none", "one is a number and the other is words")
    if field.holds_many or pair.differ("value") or pair.differ("item"):
        return Verdict("none", "words are not measured")
    return Verdict("same", "both say the same")


def _republished(pair: Pair) -> Verdict | None:
    """Treat a dated figure of an occupation as one claim if a second source prints it again."""
    base = pair.base
    dated = base.population != ROLE and base.as_of and base.area
    if dated and base.source.page_key != pair.other.source.page_key and _statement(base) == _statement(pair.other):
        return Verdict("same", "one claim, republished")
    return None


def _statement(claim: Claim, population: str = "") -> tuple[object, ...]:
    return (claim.value, claim.bound, claim.statistic, claim.period, claim.currency, claim.item,
            claim.experience, population or claim.population, claim.area, claim.as_of)  # fmt: skip


def _one_source(pair: Pair) -> Verdict | None:
    """Show but do not rank an "average", share or count that one page prints and does not define."""
    base = pair.base
    is_undefined = base.statistic in _UNDEFINED and base.method in ("model", "unknown")
    if not (is_undefined or base.statistic == "estimate") or base.source.page_key != pair.other.source.page_key:
        return None
    if any(map(pair.differ, (*_MEASURES, "population", "area", "as_of"))):
        return None
    kind = "model" if base.method == "model" else "source"
    return _unranked(pair, "one-source", f"one {kind}'s own gap: {base.source.publisher_or_title} does not define it")


def _measured_differently(pair: Pair) -> Verdict | None:
    for name in _MEASURES:
        if pair.differ(name):
            return Verdict("none", " against ".join(_stated(name, claim) for claim in pair.both))
    if len({claim.source.series or claim.source.page_key for claim in pair.both}) == 1:
        return None  # Releases of one series, or claims of one page.
    one, two = map(_source_name, pair.both)
    if one == two:
        return Verdict("none", f"two pages of {one}")
    return Verdict("none", f"two sources that need not measure alike: {one} and {two}")


def _stated(name: str, claim: Claim) -> str:
    if name == "prices":
        return f"in prices of {claim.prices}" if claim.prices else "not adjusted"
    value = getattr(claim, name) or "not stated"
    word = {"method": "method ", "experience": "level "}.get(name, "")
    return f"{word}{value}"


def _source_name(claim: Claim) -> str:
    return claim.source.series or claim.source.publisher_or_title


def _two_releases(pair: Pair) -> Verdict | None:
    """Refuse growth, steps of a scale and ratings of two different releases."""
    within_one = pair.base.statistic in ("change", *fields.RATINGS) or _is_step(pair.base)
    if within_one and pair.base.source.release != pair.other.source.release:
        return Verdict("none", "two releases")
    return None


def _undated(pair: Pair) -> Verdict | None:
    for claim in pair.both:
        if not claim.as_of:
            return Verdict("none", f"{_source_name(claim)} is undated")
        if not claim.area:
            return Verdict("none", f"{_source_name(claim)} names no place")
    return None


def _population(pair: Pair) -> Verdict | None:
    one, two = pair.base.population, pair.other.population
    if (one == ROLE) != (two == ROLE):
        return Verdict("none", "a role against an occupation")
    for whole, part in ((one, two), (two, one)):
        if whole != part and contains(whole, part):
            if members(whole) == [part] and _statement(pair.base, whole) == _statement(pair.other, whole):
                return Verdict("same", f"one claim: {whole} and {part} print the same")
            return Verdict("none", f"{whole} contains {part}")
    return None


def _residual(pair: Pair) -> Verdict | None:
    for code in (pair.base.population, pair.other.population):
        if pair.of_two_populations and is_residual(code):
            why = f"{code} gathers all other occupations of its group"
            return Verdict("none", why) if _is_step(pair.base) else _unranked(pair, "difference", why)
    return None


def _same_figure(pair: Pair) -> Verdict | None:
    """Recognize one figure of one occupation, area and date; yearly and hourly forms differ by rounding only."""
    if pair.of_two_populations or pair.differ("area") or pair.differ("as_of"):
        return None
    in_two_periods = pair.differ("basis") or pair.differ("period")
    if in_two_periods or not (pair.differ("value") or pair.differ("bound")):
        return Verdict("same", f"same figure: both belong to {pair.base.population}")
    return Verdict("none", f"two values for one figure of {pair.base.population}")


def _shown_only(pair: Pair) -> Verdict | None:
    """Show but do not rank what no error is published for, or what is mostly turnover."""
    field = pair.base.field
    if field == "ai_exposure":
        return Verdict("none", "scores of one study are neither ranked nor subtracted")
    why = "no error is published" if pair.base.source.series == "CPS" else _SHOWN_ONLY.get(field)
    if not why:
        return None
    if field == "openings_rate" and not pair.differ("note"):
        why = "BLS uses one leaving rate for both"
    return _unranked(pair, "difference", why)


def _periods(pair: Pair) -> Verdict | None:
    for claim in pair.both:
        if claim.currency and claim.period != pair.period:
            why = f"wages by the {claim.period} only, never converted" if claim.period else "no period"
            return Verdict("none", why)
    return Verdict("none", "two periods") if pair.differ("period") else None


def _step(pair: Pair) -> Verdict | None:
    """Rank education and job zone by order only; dates may differ, as a release may date each occupation."""
    if not _is_step(pair.base):
        return None
    one, two = pair.base.value, pair.other.value
    if pair.differ("area"):
        return Verdict("none", "two places")
    if one == two:
        return Verdict("same", "both say the same")
    if any(isinstance(step, str) and step not in EDUCATION for step in (one, two)):
        return Verdict("none", "not a step of the scale")
    base, other = (EDUCATION.index(c.value) if isinstance(c.value, str) else c.number for c in pair.both)
    order = f"{two} is {'above' if other > base else 'below'} {one}"
    return Verdict("ranked", f"order only: {order}{_dates(pair, 'set')}")


def _is_step(claim: Claim) -> bool:
    return claim.field == "job_zone" or fields.BY_KEY[claim.field].kind == fields.ORDINAL


def _rating(pair: Pair) -> Verdict | None:
    """Rank ratings of one item on one scale of one release; dates may differ between occupations.

    Ratings are means of few raters: without a published error, or within it, they are not ranked.
    """
    if pair.base.statistic not in fields.RATINGS or pair.differ("area"):
        return None
    found = _within_error(pair) or _otherwise(pair)
    if found.kind == "ranked" and None in (pair.base.relative_error_percent, pair.other.relative_error_percent):
        found = difference(pair, "difference", "not ranked: no error is published")
    return Verdict(found.kind, f"{pair.base.item}: {found.why}{_dates(pair, 'rated')}", found.absolute)


def _dates(pair: Pair, word: str) -> str:
    """Return `; rated 2014-07 and 2023-08` if the dates differ, else an empty text; `word` is the verb."""
    return f"; {word} {pair.base.as_of} and {pair.other.as_of}" if pair.differ("as_of") else ""


def _date_and_more(pair: Pair) -> Verdict | None:
    if not pair.differ("as_of") or not (pair.of_two_populations or pair.differ("area")):
        return None
    return Verdict("none", f"date and {'occupation' if pair.of_two_populations else 'place'} both differ")


def _only_date(pair: Pair) -> Verdict | None:
    if not pair.differ("as_of"):
        return None
    first = _FIRST_YEAR_OF_MEANS if pair.base.statistic in ("mean", "count") else _FIRST_YEAR
    if pair.base.source.series != "OEWS" or min(pair.base.as_of, pair.other.as_of) < first:
        return Verdict("none", "years that may not be read as a series")
    if pair.base.prices:
        return _within_error(pair) or _unranked(pair, "difference", "change in constant dollars")
    change = "nominal change" if pair.base.currency else "change"
    return _unranked(pair, "difference", f"{change} between two releases, which share two thirds of their sample")


def _place_and_occupation(pair: Pair) -> Verdict | None:
    """Show but do not rank wages of two occupations in two places, unless both are adjusted to one place's prices."""
    if not (pair.differ("area") and pair.of_two_populations) or pair.base.prices:
        return None
    return _unranked(pair, "difference", "place and occupation both differ")


def _part_of_a_place(pair: Pair) -> Verdict | None:
    """Say which share of a place's jobs are in a place inside it: neither is lower or higher."""
    if pair.base.statistic != "count" or not pair.differ("area"):
        return None
    for some, all_of_them in (pair.both, pair.both[::-1]):
        part, whole = area_of(some.area), area_of(all_of_them.area)
        if part and whole and part.lies_in(whole):
            share = numbers.half_up(100 * some.number / all_of_them.number, 1)
            return Verdict("none", f"{part.title} is part of {whole.title}: {numbers.decimal(share)} % of its jobs")
    return None


def _approximate(pair: Pair) -> Verdict | None:
    return Verdict("none", "an approximate value") if "~" in (pair.base.bound, pair.other.bound) else None


def _bounded(pair: Pair) -> Verdict | None:
    """Give the least difference of a bound and an exact figure: `>=L` is higher than a figure below L, `<=U` lower.

    L must lie beyond the figure's own band, error or rounding.
    """
    base, other = pair.both
    if not base.bound and not other.bound:
        return None
    if base.bound and other.bound:
        return Verdict("none", "both are bounds, not figures")
    bounded, exact = (base, other) if base.bound else (other, base)
    limit, figure = bounded.number, exact.number
    floor = bounded.bound in (">", ">=")
    least = _half_unit(exact) or figure * (_band(exact) or 0) / 100
    if _is_percentile(exact) and exact.band_percent is None:
        return Verdict("none", "a bound against a figure without a published error")
    if limit - figure <= least if floor else figure - limit <= least:
        words = {">=": "at least", ">": "over", "<=": "at most", "<": "under"}[bounded.bound]
        return Verdict("none", f"{words} {numbers.grouped(limit)}: may be either side")
    higher = (bounded is other) == floor
    return difference(pair, "at-least", f"at least this much {'higher' if higher else 'lower'}")


def _within_error(pair: Pair) -> Verdict | None:
    """Call two figures unclear if they are closer than their bands, or than 1.96 published errors, in quadrature.

    Percentiles of OEWS are not ranked where no error is published.
    """
    base, other = pair.both
    bands = _band(base), _band(other)
    is_percentile = _is_percentile(base)
    if bands[0] is None or bands[1] is None:
        return difference(pair, "difference", "not ranked: no error is published") if is_percentile else None
    one, two = base.number, other.number
    if abs(two - one) < hypot(one * bands[0] / 100, two * bands[1] / 100):
        band = "our band" if is_percentile or base.prices else "the published error"
        return difference(pair, "unclear", f"no clear difference: within {band}")
    return None


def _band(claim: Claim) -> float | None:
    """Return half the width of the band around a figure, in percent of it; None where no error is published."""
    if claim.band_percent is not None or claim.relative_error_percent is None:
        return claim.band_percent
    return numbers.NORMAL * claim.relative_error_percent


def _is_percentile(claim: Claim) -> bool:
    return claim.source.series == "OEWS" and claim.statistic in _PERCENTILES


def _half_unit(claim: Claim) -> float:
    """Return half of the unit that a projection is rounded to, 0 for another figure."""
    return _ROUNDING.get(claim.statistic, 0) if claim.source.series == "EP" else 0


def _within_rounding(pair: Pair) -> Verdict | None:
    """Call two projections unclear if their rounding could make them equal."""
    gap = abs(pair.other.number - pair.base.number)
    if 0 < gap < 2 * _half_unit(pair.base) * 1.01:
        return difference(pair, "unclear", "no clear difference: within the rounding")
    return None


def _otherwise(pair: Pair) -> Verdict:
    one, two = pair.base.number, pair.other.number
    if one == two:
        return difference(pair, "same", "same value")
    return difference(pair, "ranked", "higher" if two > one else "lower")


def _unranked(pair: Pair, kind: str, why: str) -> Verdict:
    """Return a difference without a rank if both figures are exact and in one period, else no difference."""
    if not any(claim.bound for claim in pair.both):
        return _periods(pair) or difference(pair, kind, why)
    return _approximate(pair) or Verdict("none", "a bound, not a figure: nothing to subtract")


RULES: tuple[Callable[[Pair], Verdict | None], ...] = (
    _own_pay,  # a position is no verdict
    _missing,  # the reason only
    _words,  # the same or not measured
    _republished,  # one claim
    _one_source,  # difference within one model or page, no rank
    _measured_differently,  # neither
    _two_releases,  # neither
    _undated,  # neither
    _population,  # role against occupation, nested codes: neither
    _same_figure,  # two roles that share an occupation
    _residual,  # an "all other" code: difference, no rank; steps: neither
    _periods,  # a wage that could not be converted: neither
    _step,  # order only
    _rating,  # difference and rank, dates shown
    _date_and_more,  # neither
    _only_date,  # nominal change from 2022 on, means and counts from 2021, else neither
    _place_and_occupation,  # nominal difference; adjusted to one place's prices it goes on
    _part_of_a_place,  # neither: a share
    _shown_only,  # difference, no rank
    _approximate,  # neither
    _bounded,  # at least
    _within_error,  # no clear difference; percentiles without an error: no rank
    _within_rounding,  # no clear difference
    _otherwise,  # difference and rank
)
"""The rules in order; the last one decides every pair that reaches it."""
