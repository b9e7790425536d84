"""Wages -> ranges drawn on one scale, in ASCII: what may be ranked apart from what may not."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli import fields, figures
from careercli.formats import Look
from careercli.formats.layout import NARROWEST, bold, clean, dim, pad, side_by_side, width_of, wrap
from careercli.lines.phrases import CALCULATED, LEVEL_WORDS, UNITS
from careercli.model import ROLE, Claim
from careercli.salaries import Wages, may_be_ranked

_PERCENTILES = "p10-[p25=median=p75]-p90"
_ENDS = "..o.. = low, typical, high"
_BAR = 50
_STACKED_BELOW = 70


class _Band(NamedTuple):
    """One drawn line: the figure before it, whom it is about, and what is drawn."""

    figure: str
    label: str
    row: Wages


def as_table(rows: Sequence[Wages], per: str, look: Look, notes: Sequence[str] = (), header: bool = True) -> str:
    """All wages on one scale: those that may be ranked first, those of roles that share an occupation once."""
    lines: list[str] = []
    for currency in sorted({row.first.currency for row in rows}):
        lines += _one_currency([row for row in rows if row.first.currency == currency], per, look, header)
    width = max(look.width or 100, NARROWEST)
    if any(row.first.basis == "calculated" for row in rows):
        text = f"{CALCULATED} calculated: 2,080 hours a year, if full-time all year"
        lines += [dim(line, look) for line in wrap(text, width)]
    lines += [dim(line, look) for note in notes for line in wrap(clean(note, look), width)]
    return "".join(f"{line}\n" for line in lines)


def _one_currency(rows: Sequence[Wages], per: str, look: Look, header: bool) -> list[str]:
    first = may_be_ranked(rows)
    known = set(map(id, first))
    ranked, others = _bands(first), _bands([row for row in rows if id(row) not in known])
    ranked.sort(key=lambda band: -_number(_typical(band.row)))
    scale = _Scale.of(rows, look, [*ranked, *others])
    currency = rows[0].first.currency
    unit = f"{'US dollars' if currency == 'USD' else currency} {UNITS[per]}"
    lines = [bold(line, look) for line in scale.header(unit)] if header else []
    for title, bands in (("RANKABLE", ranked), ("NOT RANKABLE", others)):
        if bands:
            lines += [bold(line, look) for line in wrap(clean(f"{title}  {_key(bands)}", look), scale.width)]
            lines += [line for band in bands for line in scale.draw(band)]
    return lines


def _key(bands: Sequence[_Band]) -> str:
    """What is drawn: percentiles of a release, and the ends and middle of what else there is."""
    releases = dict.fromkeys(band.row.source.release for band in bands if band.row.is_official)
    keys = [f"BLS OEWS {release}, {_PERCENTILES}" for release in releases]
    return "; ".join([*keys, *([_ENDS] if not all(band.row.is_official for band in bands) else [])])


def _bands(rows: Sequence[Wages]) -> list[_Band]:
    """Rows to draw; an occupation's row stands once, for all the roles that belong to it."""
    merged: dict[tuple[str, ...], list[Wages]] = {}
    for row in rows:
        one = row.first
        who = row.subject.id if one.population == ROLE else one.population
        key = (who, one.level, one.area, one.as_of, one.source.page, one.basis)
        merged.setdefault(key, []).append(row)
    return [_Band(_figure(group[0]), _label(group), group[0]) for group in merged.values()]


def _typical(row: Wages) -> Claim | None:
    return next((row.claims[s] for s in ("median", "mean", "estimate") if s in row.claims), None)


def _number(claim: Claim | None) -> float:
    return float(claim.value) if claim and isinstance(claim.value, int | float) else 0.0


def _figure(row: Wages) -> str:
    claim = _typical(row)
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
        words.append(f"{one.source.id} {one.as_of or 'undated'}")
    if not _typical(group[0]):
        ends = dict.fromkeys(fields.text(claim) for claim in group[0].claims.values())
        words.append(" to ".join(ends) + _mark(group[0]).strip())
    return " ".join(words)


class _Scale:
    """Where an amount falls among the columns of the drawing."""

    def __init__(self, top: float, bar: int, label: int, figure: int, look: Look) -> None:
        self.top, self.bar, self.label, self.figure, self.look = top, bar, label, figure, look
        self.stacked = look.width is not None and look.width < _STACKED_BELOW
        self.width = max(look.width or label + figure + bar + 3, NARROWEST)

    @classmethod
    def of(cls, rows: Sequence[Wages], look: Look, bands: Sequence[_Band]) -> _Scale:
        amounts = [_number(claim) for row in rows for claim in row.claims.values()]
        figure = max(width_of(clean(band.figure, look)) for band in bands)
        label = max(width_of(clean(band.label, look)) for band in bands)
        if look.width is None:
            return cls(_round_up(max(amounts)), _BAR, label, figure, look)
        width = max(look.width, NARROWEST)
        if width < _STACKED_BELOW:
            return cls(_round_up(max(amounts)), width - 2, width, figure, look)
        label = min(label, max(width - figure - 3 - _BAR, width * 3 // 8))
        return cls(_round_up(max(amounts)), width - figure - label - 3, label, figure, look)

    def at(self, amount: float) -> int:
        return min(round(amount / self.top * (self.bar - 1)), self.bar - 1)

    def header(self, unit: str) -> list[str]:
        """The unit, and the amounts along the scale."""
        marks = [" "] * self.bar
        steps = next(
            each for each in (5, 4, 2, 1) if each == 1 or (len(_short(self.top / each)) <= 4 and self.bar // each >= 6)
        )
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
        drawing = _drawing(band.row.claims, self)
        if self.stacked:
            label = wrap(clean(f"{figure.strip()} {band.label}".strip(), self.look), self.width)
            return [*label, f"  {drawing}".rstrip()]
        cells = [figure, clean(band.label, self.look), f" {drawing}"]
        return side_by_side(cells, [self.figure, self.label, self.bar + 1], gap=" ")


def _drawing(claims: Mapping[str, Claim], scale: _Scale) -> str:
    """`---===|====----` for percentiles, `....o.....` for a low, typical and high figure."""
    canvas = [" "] * scale.bar
    if "p10" in claims or "p90" in claims:
        for low, high, char in (("p10", "p90", "-"), ("p25", "p75", "=")):
            _stroke(canvas, claims, low, high, char, scale)
        typical = claims.get("median")
        mark = "|"
    else:
        _stroke(canvas, claims, "low", "high", ".", scale)
        typical = next((claims[s] for s in ("median", "mean", "estimate") if s in claims), None)
        mark = "o"
    if typical:
        canvas[scale.at(_number(typical))] = mark
    return "".join(canvas).rstrip()


def _stroke(canvas: list[str], claims: Mapping[str, Claim], low: str, high: str, char: str, scale: _Scale) -> None:
    one, two = claims.get(low), claims.get(high)
    if one and two:
        for column in range(scale.at(_number(one)), scale.at(_number(two)) + 1):
            canvas[column] = char
        if two.bound in (">", ">="):
            canvas[scale.at(_number(two))] = ">"


def _round_up(amount: float) -> float:
    """The next round amount: 124,470 -> 125,000; 59.84 -> 60."""
    step = 1.0
    while amount / step > 25:
        step *= 5 if str(int(step)).startswith("1") else 2
    return -(-amount // step) * step or 1.0


def _short(amount: float) -> str:
    """`25k`, `0`, `12.5`."""
    if amount >= 1000:
        return f"{figures.plain(amount / 1000)}k"
    return figures.plain(amount)
