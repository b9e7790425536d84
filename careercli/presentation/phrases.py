"""What stands in one cell for a person: claims as short texts, with level, period and caveat beside them."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.compare.verdicts import Verdict
from careercli.model import fields, numbers
from careercli.model.claims import ROLE, Claim

EXPERIENCE_WORDS = {"entry": "entry", "experienced-new": "experienced, new to job", "experienced": "experienced in job"}
CALCULATED = "*"
"""The mark of a figure that no source prints."""

SAME = "same"
"""What stands beside an official figure that is the baseline's own."""

NO_PERIOD = "no period given"
"""What stands beside a wage whose source does not say by what period it is."""

UNITS = {"year": "a year", "hour": "an hour"}


def phrases(claims: Sequence[Claim]) -> list[str]:
    """Each claim with its level behind it and a mark where it is calculated; the same text stands once."""
    return list(dict.fromkeys(_behind(claim, fields.phrase(claim)) for claim in claims))


def _behind(claim: Claim, text: str) -> str:
    """`text` with what qualifies it: calculated, a level, an occupation and date of its own."""
    if claim.basis == "calculated":
        text += CALCULATED
    if claim.experience:
        text += f" {EXPERIENCE_WORDS[claim.experience]}"
    aside = aside_of(claim)
    return f"{text} ({aside})" if aside else text


def aside_of(claim: Claim) -> str:
    """What must stand beside a figure of a role's own source: another population and date, and its caveat."""
    if claim.source.series:
        return ""
    apart = [claim.population, claim.as_of or "undated"] if claim.population != ROLE else []
    period = [NO_PERIOD] if claim.currency and not claim.period and claim.value is not None else []
    in_heading = claim.field in ("skills", "knowledge") and claim.statistic == "share"
    return ", ".join([*apart, *period, *([claim.caveat] if claim.caveat and not in_heading else [])])


def reasoned(claims: Sequence[Claim]) -> list[str]:
    """As `phrases`, with the reason where a source has no figure."""
    missing = [_reason(claim) for claim in claims if claim.value is None]
    return phrases([claim for claim in claims if claim.value is not None]) + list(dict.fromkeys(missing))


def _reason(claim: Claim) -> str:
    text = fields.text(claim)
    return f"{text}: {claim.note}" if claim.note and text == fields.MISSING else text


def ranges(claims: Sequence[Claim]) -> list[str]:
    """Two ends as one range, by level: `46,010–124,470`."""
    by_level: dict[str, list[Claim]] = {}
    for claim in claims:
        by_level.setdefault(claim.experience, []).append(claim)
    return [_range(experience, ends) for experience, ends in by_level.items()]


def _range(experience: str, ends: Sequence[Claim]) -> str:
    texts = list(dict.fromkeys(fields.text(claim) for claim in ends))
    if any(text[-3:-2] == "." for text in texts):  # Cents at one end ask for cents at the other.
        texts = [f"{text}.00" if text[-1].isdigit() and text[-3:-2] != "." else text for text in texts]
    mark = CALCULATED if any(claim.basis == "calculated" for claim in ends) else ""
    aside = aside_of(ends[0])
    text = f"{_between(ends, texts)}{mark} {EXPERIENCE_WORDS.get(experience, '')}".rstrip()
    return f"{text} ({aside})" if aside else text


def _between(ends: Sequence[Claim], texts: Sequence[str]) -> str:
    """`20,000–56,000`, or `from 20,000` where the other end is not given."""
    if len(ends) > 1 or ends[0].value is None:
        return (" to " if any(" " in text for text in texts) else "–").join(texts)
    word = "from" if ends[0].field in ("low", "p10", "p25") else "to"
    return f"{word} {texts[0]}"


def both_periods(claims: Sequence[Claim]) -> list[str]:
    """The first period's figures, each with its twin in the other: `64,272 (30.90 an hour)`."""
    out = []
    for claim in claims:
        if claim.period == claims[0].period:
            twin = next(
                (c for c in claims if c.experience == claim.experience and c.period != claim.period and c.value), None
            )
            listed = f" ({fields.text(twin)} {UNITS[twin.period]})" if twin and twin.period else ""
            out += [phrase + listed for phrase in phrases([claim])]
    return list(dict.fromkeys(out))


def by_text(claims: Sequence[Claim]) -> list[str]:
    """Each text with the names it is said of: `in demand: Linux, Python`."""
    names: dict[str, list[str]] = {}
    for claim in claims:
        names.setdefault(fields.text(claim), []).append(claim.item)
    return [f"{text}: {', '.join(said)}" for text, said in names.items()]


def one_line(claims: Sequence[Claim]) -> list[str]:
    """All claims in one line, their items left out."""
    claims = [claim for claim in claims if claim.value is not None] or claims[:1]
    return ["; ".join(_behind(claim, fields.text(claim)) for claim in claims)]


def top(claims: Sequence[Claim]) -> list[str]:
    """The first two of a list with their weights, and how many more."""
    if all(claim.value is None for claim in claims):
        return [fields.MISSING]
    more = f" +{len(claims) - 2}" if len(claims) > 2 else ""
    return [", ".join(map(_named, claims[:2])) + more]


def _named(claim: Claim) -> str:
    weight = claim.value if isinstance(claim.value, int | float) else None
    return _behind(claim, claim.name) if weight is None else f"{claim.name} {numbers.decimal(weight)}"


def gap(statistic: str, verdict: Verdict) -> str:
    """A difference with its sign: `−13,000 −17.7 %` of money, `+325 %` of a count, `−5.5 points` of a percent."""
    assert verdict.absolute is not None
    if statistic in ("change", "share"):
        points = "point" if abs(verdict.absolute) == 1 else "points"
        return f"{numbers.signed(numbers.decimal(verdict.absolute))} {points}"
    absolute = numbers.signed(numbers.grouped(verdict.absolute))
    if verdict.percent is None:
        return absolute
    whole = numbers.half_up(verdict.percent, 0) if abs(verdict.percent) >= 1000 else verdict.percent
    number = numbers.grouped(whole) if isinstance(whole, int) else numbers.decimal(whole)
    percent = f"{numbers.signed(number)} %"
    return percent if statistic == "count" else f"{absolute} {percent}"


def listed(names: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
