"""Wages -> ranges drawn on one scale, in ASCII: what may be ranked apart from what may not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from careercli.compare.wage_rows import Wages, rankable
from careercli.model import fields, numbers
from careercli.model.claims import ROLE, Claim, Source
from careercli.model.wages import ASSUMPTION
from careercli.presentation.page import Cell, ComparisonPage, Line
from careercli.presentation.phrases import CALCULATED, EXPERIENCE_WORDS, NO_PERIOD, UNITS
from careercli.presentation.sources import name_of, namesakes, source_line

_PERCENTILES = "--- p10 to p90, === p25 to p75, | median"
_CAPPED = "AT LEAST THIS, not ranked among themselves"
_ENDS = "... low to high, o typical"

BAR = 50
"""Cells that a drawing takes where there is room."""


class Band(NamedTuple):
    """One drawn line: the figure before it, whom it is about, and what is drawn."""

    figure: str
    label: str
    row: Wages


class Group(NamedTuple):
    """Bands under one title; `title` says whether they may be ranked, and what is drawn."""

    title: str
    bands: Sequence[Band]


class Chart(NamedTuple):
    """All wages of one currency. The scale ends at `top`, in so many round `steps` from nothing."""

    unit: str
    top: float
    steps: int
    groups: Sequence[Group]

    @property
    def bands(self) -> list[Band]:
        return [band for group in self.groups for band in group.bands]

    def ruler(self, width: int) -> str:
        """The amounts along a scale of `width` cells."""
        marks = [" "] * width
        for step in (0, self.steps, *range(1, self.steps)):
            text = _short(self.top * step / self.steps)
            start = min(self._at(self.top * step / self.steps, width), width - len(text))
            if not "".join(marks[max(start - 1, 0) : start + len(text) + 1]).strip():
                marks[start : start + len(text)] = text
        return "".join(marks).rstrip()

    def drawing(self, row: Wages, width: int) -> str:
        """`---===|====----` for percentiles, `....o.....` for a low, typical and high figure; `>` where it is open."""
        if not row.first.period:
            return ""
        canvas = [" "] * width
        claims = row.claims
        strokes = (("p10", "p90", "-"), ("p25", "p75", "=")) if row.has_percentiles else (("low", "high", "."),)
        for low, high, char in strokes:
            if low in claims and high in claims:
                first, last = (self._at(_number(claims[end]), width) for end in (low, high))
                canvas[first : last + 1] = char * (last + 1 - first)
        if row.typical:
            is_median = row.has_percentiles and row.typical.field == "median"
            canvas[self._at(_number(row.typical), width)] = "|" if is_median else "o"
        for claim in claims.values():
            if claim.bound in (">", ">=") and claim.field != "low":
                canvas[self._at(_number(claim), width)] = ">"
        return "".join(canvas).rstrip()

    def _at(self, amount: float, width: int) -> int:
        return min(round(amount / self.top * (width - 1)), width - 1)


def charts(rows: Sequence[Wages], period: str) -> list[Chart]:
    """A chart for each currency: what may be ranked first, what roles share of an occupation drawn once."""
    currencies = sorted({row.first.currency for row in rows})
    return [
        _chart([row for row in rows if row.first.currency == currency], currency, period) for currency in currencies
    ]


def shared(figure: int, label: int, room: int) -> tuple[int, int]:
    """How many of `room` cells a label and a drawing take, beside a figure; the label never more than it needs."""
    label = min(label, max(room - figure - BAR, (room + 3) * 3 // 8, 1))
    return label, max(room - figure - label, 1)


def below(rows: Sequence[Wages], today: date, notes: Iterable[str] = ()) -> list[str]:
    """What stands under the charts: each source by the key that the labels name, what is calculated, and notes."""
    said = who_says_so(rows, today).values()
    is_calculated = any(row.first.basis == "calculated" for row in rows)
    return [*said, *([f"{CALCULATED} calculated at {ASSUMPTION}"] if is_calculated else []), *notes]


def who_says_so(rows: Sequence[Wages], today: date) -> dict[Source, str]:
    """The line of each source under the charts, behind its key."""
    claims: dict[Source, list[Claim]] = {}
    for row in rows:
        claims.setdefault(row.source, []).extend(row.claims.values())
    shared_names = namesakes(claims)
    return {
        source: f"{source.id}: {source_line(source, those, today, shared_names)}" for source, those in claims.items()
    }


def _chart(rows: Sequence[Wages], currency: str, period: str) -> Chart:
    first = rankable(rows)
    known = set(map(id, first))
    official, others = _bands(first), _bands([row for row in rows if id(row) not in known])
    official.sort(key=lambda band: -_number(band.row.typical))
    capped = [band for band in official if band.row.typical and band.row.typical.bound]
    ranked = [band for band in official if not (band.row.typical and band.row.typical.bound)]
    named = ((_CAPPED, capped), ("RANKABLE", ranked), ("NOT RANKABLE", others))
    amounts = [_number(row.claims[each]) for row in rows for each in drawn(row) if each in row.claims]
    unit = f"{'US dollars' if currency == 'USD' else currency} {UNITS[period]}"
    groups = [Group(f"{title}  {_key(bands)}", bands) for title, bands in named if bands]
    return Chart(unit, *round_up(max(amounts, default=1)), groups)


def _key(bands: Sequence[Band]) -> str:
    """What is drawn: percentiles of a release, and the ends and middle of what else there is."""
    sources = dict.fromkeys(band.row.source for band in bands if band.row.is_official)
    others = [band.row for band in bands if not band.row.is_official]
    keys = [f"{name_of(source)}, {_PERCENTILES}" for source in sources]
    if not sources and any(row.has_percentiles for row in others):
        keys.append(_PERCENTILES)
    if any(not row.has_percentiles for row in others):
        keys.append(_ENDS)
    return "; ".join(keys)


def _bands(rows: Sequence[Wages]) -> list[Band]:
    """Rows to draw; an occupation's row stands once, for all the roles that belong to it."""
    merged: dict[tuple[str, ...], list[Wages]] = {}
    for row in rows:
        one = row.first
        who = row.subject.id if one.population == ROLE else one.population
        key = (who, one.experience, one.area, one.as_of, one.source.page_key, one.basis)
        merged.setdefault(key, []).append(row)
    return [Band(_figure(group[0]), _label(group), group[0]) for group in merged.values()]


def _number(claim: Claim | None) -> float:
    return float(claim.value) if claim and isinstance(claim.value, int | float) else 0.0


def _figure(row: Wages) -> str:
    claim = row.typical
    return f"{fields.text(claim)}{_mark(row)}" if claim else ""


def _mark(row: Wages) -> str:
    return CALCULATED if row.first.basis == "calculated" else " "


def _label(group: Sequence[Wages]) -> str:
    one = group[0].first
    if all(row.subject.id == one.population for row in group):
        return f"{one.population} {group[0].subject.title}"
    ids = ", ".join(dict.fromkeys(row.subject.id for row in group if row.subject.id != one.population))
    words = [" · ".join(part for part in (ids, one.population if one.population != ROLE else "") if part)]
    if one.experience:
        words.append(EXPERIENCE_WORDS[one.experience])
    if not group[0].is_official:
        caveat = next((claim.caveat for claim in group[0].claims.values() if claim.caveat), one.source.caveat)
        caveat = ", ".join(part for part in ("" if one.period else NO_PERIOD, caveat) if part)
        words.append(f"{one.source.id} {one.as_of or 'undated'}{f' ({caveat})' if caveat else ''}")
    if not group[0].typical:
        words.append("; ".join(_ends(group[0])) + _mark(group[0]).strip())
    return " ".join(words)


def _ends(row: Wages) -> list[str]:
    """What there is instead of a figure in the middle: `20,000 to 56,000`, `p25 40,000`."""
    claims = dict(row.claims)
    low, high = claims.pop("low", None), claims.pop("high", None)
    ends = [f"from {fields.text(low)}"] if low and not high else [f"to {fields.text(high)}"] if high and not low else []
    if low and high:
        ends = [f"{fields.text(low)} to {fields.text(high)}"]
    return [*ends, *(f"{name} {fields.text(claim)}" for name, claim in claims.items())]


def drawn(row: Wages) -> tuple[str, ...]:
    """The statistics that a row's drawing shows; none where it is not known by what period they are."""
    if not row.first.period:
        return ()
    if row.has_percentiles:
        return ("p10", "p25", "median", "p75", "p90")
    return ("low", "median", "mean", "estimate", "high")


def round_up(amount: float) -> tuple[float, int]:
    """The end of a scale of round steps, and how many: 124,470 -> 125,000 in 5; 59.84 -> 60 in 6."""
    power = 10.0 ** (len(str(int(amount))) - 1)
    step = next(part * power for part in (0.2, 0.25, 0.5, 1, 2, 2.5) if amount <= 6 * part * power)
    steps = max(-(-amount // step), 1)
    return steps * step, int(steps)


def _short(amount: float) -> str:
    """`25k`, `0`, `12.5`."""
    if amount >= 1000:
        return f"{numbers.plain(amount / 1000)}k"
    return numbers.plain(amount)


def as_line(band: Band) -> tuple[ComparisonPage, Line]:
    """What a band draws as the one line of a page, whose evidence can be asked for."""
    row = band.row
    typical = row.typical or row.first
    claims = (typical, *(claim for claim in row.claims.values() if claim.field in drawn(row) and claim != typical))
    cell = Cell((band.figure.strip() or "; ".join(_ends(row)),), claims=claims)
    page = ComparisonPage((row.subject,), row.subject.id, typical.period or "year")
    return page, Line("pay", fields.BY_KEY[typical.field].label, {row.subject.id: cell}, typical.field)
