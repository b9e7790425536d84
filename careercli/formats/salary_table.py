"""Draw wages as ranges on one scale, one line a role or occupation, for people."""

from collections.abc import Sequence
from datetime import date

from careercli.compare.wage_rows import WageRecord
from careercli.formats.layout import NARROWEST, TableStyle, bold, clean, dim, side_by_side, wrapped
from careercli.presentation.ranges import BAR, Band, Chart, charts, footnotes, label_and_bar_widths
from careercli.presentation.text_width import pad, width_of, wrap

_STACKED_BELOW = 70
"""Width in terminal cells under which a drawing goes below its label."""


def as_table(
    rows: Sequence[WageRecord],
    period: str,
    style: TableStyle,
    today: date,
    notes: Sequence[str] = (),
    header: bool = True,
) -> str:
    """Return the charts of all wages, one for each currency, then sources and `notes`."""
    lines = [line for chart in charts(rows, period) for line in _chart(chart, style, header)]
    foot = [line for text in footnotes(rows, today, notes) for line in wrapped(text, style)]
    return "".join(f"{line}\n" for line in [*lines, *(dim(line, style) for line in foot)])


def _chart(chart: Chart, style: TableStyle, header: bool) -> list[str]:
    layout = _Layout(chart, style)
    lines = [bold(line, style) for line in layout.header()] if header else []
    for group in chart.groups:
        lines += [bold(line, style) for line in wrap(clean(group.title, style), layout.width)]
        for band in group.bands:
            lines += wrapped(f"~~~ {band.gap} ~~~", style) if band.gap else []
            lines += layout.draw(band)
    return lines


class _Layout:
    """The widths of figure, label and bar in a chart; on a narrow terminal the bar goes below the label."""

    def __init__(self, chart: Chart, style: TableStyle) -> None:
        self.chart, self.style = chart, style
        self.figure = max(width_of(clean(band.figure, style)) for band in chart.bands)
        self.label = max(width_of(clean(band.label, style)) for band in chart.bands)
        self.bar = BAR
        self.stacked = style.width is not None and style.width < _STACKED_BELOW
        self.width = max(style.width or self.label + self.figure + BAR + 3, NARROWEST)
        if self.stacked:
            self.bar = self.width - 2
        elif style.width is not None:
            self.label, self.bar = label_and_bar_widths(self.figure, self.label, self.width - 3)

    def header(self) -> list[str]:
        """Return the unit and the amounts along the scale, on one or two lines."""
        unit, scale = self.chart.unit, self.chart.ruler(self.bar)
        indent = 2 if self.stacked else self.figure + self.label + 3
        if width_of(unit) >= indent:
            return [unit, " " * indent + scale]
        return [pad(unit, indent) + scale]

    def draw(self, band: Band) -> list[str]:
        """Return the lines of one band: its figure, its label and its drawing."""
        figure = clean(band.figure, self.style)
        drawing = self.chart.drawing(band.row, self.bar)
        if self.stacked:
            label = wrap(clean(f"{figure.strip()} {band.label}".strip(), self.style), self.width)
            return [*label, f"  {drawing}".rstrip()]
        cells = [figure, clean(band.label, self.style), f" {drawing}"]
        return side_by_side(cells, [self.figure, self.label, self.bar + 1], gap=" ", right=[True])
