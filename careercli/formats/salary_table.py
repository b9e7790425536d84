"""Wages -> a table for people: ranges on one scale, each beside whom it is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careercli.compare.wage_rows import WageRecord
from careercli.formats import Look
from careercli.formats.layout import NARROWEST, bold, clean, dim, side_by_side
from careercli.presentation.ranges import BAR, Band, Chart, below, charts, shared
from careercli.presentation.text_width import pad, width_of, wrap

_STACKED_BELOW = 70


def as_table(
    rows: Sequence[WageRecord], period: str, look: Look, today: date, notes: Sequence[str] = (), header: bool = True
) -> str:
    """All wages on one scale: those that may be ranked first, those of roles that share an occupation once."""
    lines = [line for chart in charts(rows, period) for line in _chart(chart, look, header)]
    width = max(look.width or 100, NARROWEST)
    foot = [line for text in below(rows, today, notes) for line in wrap(clean(text, look), width)]
    return "".join(f"{line}\n" for line in [*lines, *(dim(line, look) for line in foot)])


def _chart(chart: Chart, look: Look, header: bool) -> list[str]:
    shape = _Shape(chart, look)
    lines = [bold(line, look) for line in shape.header()] if header else []
    for group in chart.groups:
        lines += [bold(line, look) for line in wrap(clean(group.title, look), shape.width)]
        lines += [line for band in group.bands for line in shape.draw(band)]
    return lines


class _Shape:
    """How wide figure, label and drawing are; on a narrow terminal a drawing stands below its label."""

    def __init__(self, chart: Chart, look: Look) -> None:
        self.chart, self.look = chart, look
        self.figure = max(width_of(clean(band.figure, look)) for band in chart.bands)
        self.label = max(width_of(clean(band.label, look)) for band in chart.bands)
        self.bar = BAR
        self.stacked = look.width is not None and look.width < _STACKED_BELOW
        self.width = max(look.width or self.label + self.figure + BAR + 3, NARROWEST)
        if self.stacked:
            self.bar = self.width - 2
        elif look.width is not None:
            self.label, self.bar = shared(self.figure, self.label, self.width - 3)

    def header(self) -> list[str]:
        """The unit, and the amounts along the scale."""
        unit, scale = self.chart.unit, self.chart.ruler(self.bar)
        indent = 2 if self.stacked else self.figure + self.label + 3
        if width_of(unit) >= indent:
            return [unit, " " * indent + scale]
        return [pad(unit, indent) + scale]

    def draw(self, band: Band) -> list[str]:
        """One band: the figure, whom it is about, and its drawing."""
        figure = pad(clean(band.figure, self.look), self.figure, right=True)
        drawing = self.chart.drawing(band.row, self.bar)
        if self.stacked:
            label = wrap(clean(f"{figure.strip()} {band.label}".strip(), self.look), self.width)
            return [*label, f"  {drawing}".rstrip()]
        cells = [figure, clean(band.label, self.look), f" {drawing}"]
        return side_by_side(cells, [self.figure, self.label, self.bar + 1], gap=" ")
