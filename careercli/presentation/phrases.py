"""Turn claims into the short texts of a cell, with experience level, period and caveat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from careercli.model import fields, numbers
from careercli.model.claims import ROLE, Claim

if TYPE_CHECKING:  # A list that compares nothing has no verdict.
    from careercli.compare.pairs import Verdict

EXPERIENCE_WORDS = {"entry": "entry", "experienced-new": "experienced, new to job", "experienced": "experienced in job"}

CALCULATED = "*"
"""Suffix of a figure that was calculated."""

CALCULATIONS = {
    "rate": "openings a year ÷ the mean of the jobs at the start and at the end",
    "percentile": "percent of both studies' occupations that score lower; of two: by people, by GPT-4",
}
"""How figures other than wages are calculated, by their statistic."""

NO_PERIOD = "no period given"
"""Note on a wage whose source states no period."""

PRICES_CAVEAT = "wages are where the job is, prices where people live; taxes are not counted"
"""Caveat of a wage that is adjusted for prices."""

UNITS = {"year": "a year", "hour": "an hour"}


def phrases(claims: Sequence[Claim]) -> list[str]:
    """Return each claim with its item, a `*` if it is calculated, its experience level and limits; each text once."""
    return list(dict.fromkeys(_qualified(claim, fields.phrase(claim)) for claim in claims))


def _qualified(claim: Claim, text: str) -> str:
    """Return `text` with the claim's qualifiers behind it: `*`, experience level, limits in parentheses."""
    if claim.basis == "calculated" and not isinstance(claim.value, str):
        text += CALCULATED
    if claim.experience:
        text += f" {EXPERIENCE_WORDS[claim.experience]}"
    limits = _limits(claim)
    return f"{text} ({limits})" if limits else text


def _limits(claim: Claim) -> str:
    """Return the limits of a figure from a role's own source: an occupation and date, no period, its caveat.

    The caveat of a share of skills is left out, as the section's heading has it. Empty for releases.
    """
    if claim.source.series:
        return ""
    population = [claim.population, claim.as_of or "undated"] if claim.population != ROLE else []
    period = [NO_PERIOD] if claim.currency and not claim.period and claim.value is not None else []
    in_heading = claim.field in ("skills", "knowledge") and claim.statistic == "share"
    return ", ".join([*population, *period, *([claim.caveat] if claim.caveat and not in_heading else [])])


def with_reasons(claims: Sequence[Claim]) -> list[str]:
    """Return `phrases` of the claims with a value, then the reasons of those without."""
    missing = [_reason(claim) for claim in claims if claim.value is None]
    return phrases([claim for claim in claims if claim.value is not None]) + list(dict.fromkeys(missing))


def _reason(claim: Claim) -> str:
    text = fields.text(claim)
    return f"{text}: {claim.note}" if claim.note and text == fields.MISSING else text


def ranges(claims: Sequence[Claim]) -> list[str]:
    """Return low and high ends as one range for each experience level: `46,010–124,470`."""
    by_experience: dict[str, list[Claim]] = {}
    for claim in claims:
        by_experience.setdefault(claim.experience, []).append(claim)
    return [_range(ends) for ends in by_experience.values()]


def _range(ends: Sequence[Claim]) -> str:
    texts = list(dict.fromkeys(fields.text(claim) for claim in ends))
    if any(text[-3:-2] == "." for text in texts):  # Show cents at both ends if one end has them.
        texts = [f"{text}.00" if text[-1].isdigit() and text[-3:-2] != "." else text for text in texts]
    is_calculated = any(claim.basis == "calculated" for claim in ends)
    return _qualified(ends[0]._replace(basis="calculated") if is_calculated else ends[0], _joined_ends(ends, texts))


def _joined_ends(ends: Sequence[Claim], texts: Sequence[str]) -> str:
    """Return `20,000–56,000`, or `from 20,000` if there is only one end."""
    if len(ends) > 1 or ends[0].value is None:
        return (" to " if any(" " in text for text in texts) else "–").join(texts)
    word = "from" if ends[0].field in ("low", "p10", "p25") else "to"
    return f"{word} {texts[0]}"


def both_periods(claims: Sequence[Claim]) -> list[str]:
    """Return the figures of the first claim's period, each with its counterpart: `64,272 (30.90 an hour)`."""
    out = []
    for claim in claims:
        if claim.period == claims[0].period:
            other = next(
                (c for c in claims if c.experience == claim.experience and c.period != claim.period and c.value), None
            )
            suffix = f" ({fields.text(other)} {UNITS[other.period]})" if other and other.period else ""
            out += [phrase + suffix for phrase in phrases([claim])]
    return list(dict.fromkeys(out))


def by_text(claims: Sequence[Claim]) -> list[str]:
    """Return each text with its items: `in demand: Linux, Python`."""
    items: dict[str, list[str]] = {}
    for claim in claims:
        items.setdefault(fields.text(claim), []).append(claim.item)
    return [f"{text}: {', '.join(names)}" for text, names in items.items()]


def top(claims: Sequence[Claim]) -> list[str]:
    """Return the first two items of a list with their weights, and the number of the rest: `SQL 9, Java +1`."""
    if all(claim.value is None for claim in claims):
        return [fields.MISSING]
    more = f" +{len(claims) - 2}" if len(claims) > 2 else ""
    return [", ".join(map(_weighted, claims[:2])) + more]


def _weighted(claim: Claim) -> str:
    weight = claim.value if isinstance(claim.value, int | float) else None
    return _qualified(claim, claim.name) if weight is None else f"{claim.name} {numbers.decimal(weight)}"


def gap(statistic: str, verdict: Verdict) -> str:
    """Return a verdict's difference: `−13,000 −17.7 %`, of a count `4.3 times as many`, of a share `−5.5 points`."""
    assert verdict.absolute is not None
    if statistic in ("change", "share", "rate"):
        points = "point" if abs(verdict.absolute) == 1 else "points"
        return f"{numbers.signed(numbers.decimal(verdict.absolute))} {points}"
    if verdict.percent is None:
        return numbers.signed(numbers.decimal(verdict.absolute))
    if statistic == "count":
        return _times(1 + verdict.percent / 100)
    absolute = numbers.signed(numbers.grouped(verdict.absolute))
    whole = numbers.half_up(verdict.percent, 0) if abs(verdict.percent) >= 1000 else verdict.percent
    number = numbers.grouped(whole) if isinstance(whole, int) else numbers.decimal(whole)
    return f"{absolute} {numbers.signed(number)} %"


def _times(ratio: float) -> str:
    """Return a ratio of two counts in words: `4.3 times as many`, `1.03 times as many`, `one for every 9.6`."""
    if 0 < ratio < 0.5:
        return f"one for every {numbers.half_up(1 / ratio, 1):,}"
    shown = numbers.half_up(ratio, 2 if 0.95 < ratio < 1.05 else 1)
    if shown == 1:
        return "about as many"
    return f"{shown:,} times as many"


def percentiles(claims: Sequence[Claim]) -> list[str]:
    """Return the percentiles among some scores: `above 87 and 93 of 100*`; without them the scores."""
    found = [claim for claim in claims if claim.statistic == "percentile" and isinstance(claim.value, int | float)]
    if not found:
        return phrases(claims)
    values = joined_with_and([numbers.grouped(numbers.half_up(claim.value, 0)) for claim in found])  # type: ignore[arg-type]
    return [f"above {values} of 100{CALCULATED}"]


def pay_positions(cell: Sequence[Claim]) -> Iterator[str]:
    """Yield a sentence for each amount of one's own pay: `offer acme, 68,000 a year, stands between …`."""
    for pay in cell:
        if pay.source.series or pay.prices or pay.basis != "listed":
            continue
        found = [claim for claim in cell if claim.source.series and claim.item == pay.item and not claim.prices]
        texts = [str(claim.value) if claim.value else claim.note for claim in found]
        stands = f" stands {'; '.join(texts)}" if found and found[0].value else f" has no position: {'; '.join(texts)}"
        name = pay.item if " " in pay.item else f"offer {pay.item}"
        yield f"{name}, {fields.text(pay)} {UNITS[pay.period]},{stands if texts else ' has no occupation'}"


def joined_with_and(names: Sequence[str]) -> str:
    """Return the names as `a, b and c`."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def counted(count: int, noun: str) -> str:
    """Return `1 role` or `2 roles`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def uncapitalized(text: str) -> str:
    """Return the text as it stands inside a sentence."""
    return text[:1].lower() + text[1:]
