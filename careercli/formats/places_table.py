"""Format an occupation's places as a table for people: one line a place, its wages drawn on one scale."""

from collections.abc import Sequence

from careercli.compare.places import Place
from careercli.formats.layout import NARROWEST, TableStyle, bold, clean, dim, wrapped
from careercli.model.claims import Source
from careercli.presentation import places as words
from careercli.presentation.text_width import pad, width_of, wrap

_WIDEST_NAME, _NARROWEST_NAME = 32, 14
_NARROWEST_BAR, _BAR = 20, 46
"""Cells of a drawing; with less room it is left out."""


def as_table(
    heading: Sequence[str],
    places: Sequence[Place],
    period: str,
    is_adjusted: bool,
    source: Source,
    style: TableStyle,
    header: bool = True,
) -> str:
    """Return the heading's lines, and if there are places a line for each, and the legend."""
    lines = [bold(line, style) for text in heading for line in wrapped(text, style)] if header else []
    if not places:
        return "".join(f"{line}\n" for line in lines)
    lines += _rows(places, period, is_adjusted, style, header)
    foot = [line for text in words.legend(places, is_adjusted, source) for line in wrapped(text, style)]
    return "".join(f"{line}\n" for line in [*lines, *(dim(line, style) for line in foot)])


def _rows(places: Sequence[Place], period: str, is_adjusted: bool, style: TableStyle, header: bool) -> list[str]:
    names = ["", "median", *(["after prices*"] if is_adjusted else []), "jobs", "share of jobs"]
    rows = [[clean(cell, style) for cell in words.cells(place, is_adjusted)] for place in places]
    widths = [max(map(width_of, column)) for column in zip(*[names, *rows], strict=True)]
    widths[0] = min(widths[0], _WIDEST_NAME)
    room = (style.width or 100) - sum(widths) - 2 * len(widths) - 3
    if room < 0:
        widths[0] = max(widths[0] + room, _NARROWEST_NAME)
    bar = min(room, _BAR) if room >= _NARROWEST_BAR else 0
    scale = words.chart(places, period)
    out = [bold(_line("  ", names, widths, scale.ruler(bar) if bar else ""), style)] if header else []
    for place, row in zip(places, rows, strict=True):
        name, *more = wrap(row[0], max(widths[0], NARROWEST // 2)) or [""]
        drawing = words.drawing(place, scale, bar) if bar else ""
        out.append(_line(clean(words.sign(place), style), [name, *row[1:]], widths, drawing))
        out += [f"   {rest}" for rest in more]
    return out


def _line(sign: str, cells: Sequence[str], widths: Sequence[int], drawing: str) -> str:
    """Return one line: the signs, the name, and figures aligned right, then the drawing."""
    aligned = [
        pad(cell, width, right=bool(index)) for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"{pad(sign, 2)} {'  '.join(aligned)}  {drawing}".rstrip()
