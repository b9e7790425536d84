"""Set cells of text side by side, and apply a table style to text."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from careercli.model.sanitize import to_ascii, visible
from careercli.presentation.text_width import isolated, pad, width_of, wrap

NARROWEST = 20
"""Least width of a table, in terminal cells; a narrower terminal wraps its lines."""

_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"


class TableStyle(NamedTuple):
    """The style of a table: `width` in terminal cells (None: as wide as its text), ASCII only, with color."""

    width: int | None = None
    ascii: bool = False
    color: bool = False

    @property
    def is_narrow(self) -> bool:
        """Return True under 110 cells, too few for every column of a wide table."""
        return self.width is not None and self.width < 110


def clean(text: str, style: TableStyle) -> str:
    """Return `text` safe to print in a table of this style."""
    safe = visible(text)
    return to_ascii(safe) if style.ascii else safe


def wrapped(text: str, style: TableStyle, indent: int = 0, lead: str = "") -> list[str]:
    """Return the lines of `text` in the width of the table, by default 100 cells, each behind `indent` spaces.

    `lead` stands in the indent of the first line.
    """
    width = max(style.width or 100, NARROWEST)
    first, *rest = wrap(clean(text, style), width - indent)
    return [isolated(pad(lead, indent) + first), *(isolated(" " * indent + line) for line in rest)]


def narrowed(widths: Sequence[int], room: int, least: int) -> list[int]:
    """Return the widths with the widest narrowed until all fit in `room`, or none is wider than `least`."""
    fitted = list(widths)
    while sum(fitted) > room and max(fitted, default=0) > least:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def side_by_side(cells: Sequence[str], widths: Sequence[int], gap: str = "  ", right: Sequence[bool] = ()) -> list[str]:
    """Return the lines of one row: each cell wrapped to its column's width, trailing spaces dropped.

    Newlines in a cell are kept. `right` says which columns align right; missing flags are False.
    """
    aligned = [*right, *([False] * (len(cells) - len(right)))]
    if all("\n" not in cell and width_of(cell) <= width for cell, width in zip(cells, widths, strict=True)):
        return [gap.join(map(pad, cells, widths, aligned)).rstrip()]
    columns = [
        [line for part in cell.split("\n") for line in wrap(part, width)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    lines = zip_longest(*columns, fillvalue="")
    return [gap.join(map(pad, line, widths, aligned)).rstrip() for line in lines]


def bold(text: str, style: TableStyle) -> str:
    return f"{_BOLD}{text}{_RESET}" if style.color and text else text


def dim(text: str, style: TableStyle) -> str:
    return f"{_DIM}{text}{_RESET}" if style.color and text else text
