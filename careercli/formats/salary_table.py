"""Wages -> ranges drawn on one scale, in ASCII: what may be ranked apart from what may not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from careercli import fields, figures
from careercli.formats import Look
from careercli.formats.layout import NARROWEST, bold, clean, dim, side_by_side
from careercli.lines.evidence import name_of, source_line
from careercli.lines.phrases import CALCULATED, LEVEL_WORDS, NO_PERIOD, UNITS
from careercli.measure import pad, width_of, wrap
from careercli.model import ROLE, Claim, Source
from careercli.salaries import Wages, may_be_ranked
from careercli.wages import ASSUMPTION

_PERCENTILES = "--- p10 to p90, === p25 to p75, | median"
_CAPPED = "AT LEAST THIS, not ranked among themselves"
_ENDS = "... low to high, o typical"
_BAR = 50
_STACKED_BELOW = 70


class _Band(NamedTuple):
    """One drawn line: the figure before it, whom it is about, and what is drawn."""

    figure: str
    label: str
    row: Wages


def as_table(
    rows: Sequence[Wages], per: str, look: Look, today: date, notes: Sequence[str] = (), header: bool = True
) -> str:
    """All wages on one scale: those that may be ranked first, those of roles that share an occupation once."""
    lines: list[str] = []
    for currency in sorted({row.first.currency for row in rows}):
        lines += _one_currency([row for row in rows if row.first.currency == currency], per, look, header)
    width = max(look.width or 100, NARROWEST)
    calculated = any(row.first.basis == "calculated" for row in rows)
    below = [*_sources(rows, today), *([f"{CALCULATED} calculated at {ASSUMPTION}"] if calculated else []), *notes]
    lines += [dim(line, look) for text in below for line in wrap(clean(text, look), width)]
    return "".join(f"{line}\n" for line in lines)


def _sources(rows: Sequence[Wages], today: date) -> list[str]:
    """Each source by the key that stands in the labels, and what it measures."""
    claims: dict[Source, list[Claim]] = {}
    for row in rows:
        claims.setdefault(row.source, []).extend(row.claims.values())
    return [f"{source.id}: {source_line(source, said, today, claims)}" for source, said in claims.items()]


def _one_currency(rows: Sequence[Wages], per: str, look: Look, header: bool) -> list[str]:
    first = may_be_ranked(rows)
    known = set(map(id, first))
    official, others = _bands(first), _bands([row for row in rows if id(row) not in known])
    official.sort(key=lambda band: -_number(band.row.typical))
    capped = [band for band in official if band.row.typical and band.row.typical.bound]
    ranked = [band for band in official if band not in capped]
    scale = _Scale.of(rows, look, [*official, *others])
    currency = rows[0].first.currency
    unit = f"{'US dollars' if currency == 'USD' else currency} {UNITS[per]}"
    lines = [bold(line, look) for line in scale.header(unit)] if header else []
    for title, bands in ((_CAPPED, capped), ("RANKABLE", ranked), ("NOT RANKABLE", others)):
        if bands:
            lines += [bold(line, look) for line in wrap(clean(f"{title}  {_key(bands)}", look), scale.width)]
            lines += [line for band in bands for line in scale.draw(band)]
    return lines


def _key(bands: Sequence[_Band]) -> str:
    """What is drawn: percentiles of a release, and the ends and middle of what else there is."""
    sources = dict.fromkeys(band.row.source for band in bands if band.row.is_official)
    others = [band.row for band in bands if not band.row.is_official]
    keys = [f"{name_of(source)}, {_PERCENTILES}" for source in sources]
    if not sources and any(row.has_percentiles for row in others):
        keys.append(_PERCENTILES)
    if any(not row.has_percentiles for row in others):
        keys.append(_ENDS)
    return "; ".join(keys)


def _bands(rows: Sequence[Wages]) -> list[_Band]:
    """Rows to draw; an occupation's row stands once, for all the roles that belong to it."""
    merged: dict[tuple[str, ...], list[Wages]] = {}
    for row in rows:
        one = row.first
        who = row.subject.id if one.population == ROLE else one.population
        key = (who, one.level, one.area, one.as_of, one.source.page, one.basis)
        merged.setdefault(key, []).append(row)
    return [_Band(_figure(group[0]), _label(group), group[0]) for group in merged.values()]


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
    if one.level:
        words.append(LEVEL_WORDS[one.level])
    if not group[0].is_official:
        doubt = next((claim.doubt for claim in group[0].claims.values() if claim.doubt), one.source.doubt)
        doubt = ", ".join(part for part in ("" if one.per else NO_PERIOD, doubt) if part)
        words.append(f"{one.source.id} {one.as_of or 'undated'}{f' ({doubt})' if doubt else ''}")
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


class _Scale:
    """Where an amount falls among the columns of the drawing."""

    def __init__(self, top: float, steps: int, bar: int, label: int, figure: int, look: Look) -> None:
        self.top, self.steps, self.bar = top, steps, bar
        self.label, self.figure, self.look = label, figure, look
        self.stacked = look.width is not None and look.width < _STACKED_BELOW
        self.width = max(look.width or label + figure + bar + 3, NARROWEST)

    @classmethod
    def of(cls, rows: Sequence[Wages], look: Look, bands: Sequence[_Band]) -> _Scale:
        amounts = [_number(claim) for row in rows for claim in row.claims.values() if claim.field in _drawn(row)]
        top, steps = _round_up(max(amounts, default=1))
        figure = max(width_of(clean(band.figure, look)) for band in bands)
        label = max(width_of(clean(band.label, look)) for band in bands)
        if look.width is None:
            return cls(top, steps, _BAR, label, figure, look)
        width = max(look.width, NARROWEST)
        if width < _STACKED_BELOW:
            return cls(top, steps, width - 2, width, figure, look)
        label = min(label, max(width - figure - 3 - _BAR, width * 3 // 8))
        return cls(top, steps, width - figure - label - 3, label, figure, look)

    def at(self, amount: float) -> int:
        return min(round(amount / self.top * (self.bar - 1)), self.bar - 1)

    def header(self, unit: str) -> list[str]:
        """The unit, and the amounts along the scale."""
        marks = [" "] * self.bar
        steps = self.steps
        for step in (0, steps, *range(1, steps)):
            text = _short(self.top * step / steps)
            start = min(self.at(self.top * step / steps), self.bar - len(text))
            if not "".join(marks[max(start - 1, 0) : start + len(text) + 1]).strip():
                marks[start : start + len(text)] = text
        scale = "".join(marks).rstrip()
        indent = 2 if self.stacked else self.figure + self.label + 3
        if width_of(unit) >= indent:
            return [unit, " " * indent + scale]
        return [pad(unit, indent) + scale]

    def draw(self, band: _Band) -> list[str]:
        figure = pad(clean(band.figure, self.look), self.figure, right=True)
        drawing = _drawing(band.row, self)
        if self.stacked:
            label = wrap(clean(f"{figure.strip()} {band.label}".strip(), self.look), self.width)
            return [*label, f"  {drawing}".rstrip()]
        cells = [figure, clean(band.label, self.look), f" {drawing}"]
        return side_by_side(cells, [self.figure, self.label, self.bar + 1], gap=" ")


def _drawing(row: Wages, scale: _Scale) -> str:
    """`---===|====----` for percentiles, `....o.....` for a low, typical and high figure; `>` where there is no end."""
    if not row.first.per:
        return ""
    canvas = [" "] * scale.bar
    claims = row.claims
    strokes = (("p10", "p90", "-"), ("p25", "p75", "=")) if row.has_percentiles else (("low", "high", "."),)
    for low, high, char in strokes:
        if low in claims and high in claims:
            for column in range(scale.at(_number(claims[low])), scale.at(_number(claims[high])) + 1):
                canvas[column] = char
    if row.typical:
        canvas[scale.at(_number(row.typical))] = "|" if row.has_percentiles and row.typical.field == "median" else "o"
    for claim in claims.values():
        if claim.bound in (">", ">=") and claim.field != "low":
            canvas[scale.at(_number(claim))] = ">"
    return "".join(canvas).rstrip()


def _drawn(row: Wages) -> tuple[str, ...]:
    """The statistics that a row's drawing shows; none where it is not known by what period they are."""
    if not row.first.per:
        return ()
    if row.has_percentiles:
        return ("p10", "p25", "median", "p75", "p90")
    return ("low", "median", "mean", "estimate", "high")


def _round_up(amount: float) -> tuple[float, int]:
    """The end of a scale of round steps, and how many: 124,470 -> 125,000 in 5; 59.84 -> 60 in 6."""
    power = 10.0 ** (len(str(int(amount))) - 1)
    step = next(part * power for part in (0.2, 0.25, 0.5, 1, 2, 2.5) if amount <= 6 * part * power)
    steps = max(-(-amount // step), 1)
    return steps * step, int(steps)


def _short(amount: float) -> str:
    """`25k`, `0`, `12.5`."""
    if amount >= 1000:
        return f"{figures.plain(amount / 1000)}k"
    return figures.plain(amount)
