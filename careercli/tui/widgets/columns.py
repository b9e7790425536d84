"""Lay out the columns of a grid: frozen columns never hide the others, and no column becomes unreadable."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from careercli.presentation.text_width import width_of

GAP = 2
"""Cells before every column: one for the cursor and one for the mark."""

FROZEN_SHARE = 0.4
"""Largest share of a grid's width that frozen columns take while the others need room."""

WIDEST = 60
"""Maximum width of a column in cells, so that long texts stay readable."""


class Column(NamedTuple):
    """One column: its heading, the width of its texts and the least readable width, both in cells.

    `note` is the second line of the heading; `right` aligns to the right.
    """

    key: str
    label: str
    width: int
    least: int = 8
    right: bool = False
    note: str = ""


class Shown(NamedTuple):
    """A column on the screen: its index, its first cell and its width."""

    column: int
    left: int
    width: int


def laid_out(columns: Sequence[Column], frozen: int, first: int, width: int) -> list[Shown]:
    """Return the frozen columns, then as many of the others as fit in `width` cells, starting with the `first`."""
    spare = width - sum(GAP + c.width for c in columns[frozen:])
    head_room = max(int(width * FROZEN_SHARE), spare) - GAP * frozen
    head = _shared([c.width for c in columns[:frozen]], [1] * frozen, head_room)
    room = width - GAP * len(head) - sum(head)
    rest = columns[frozen + first :]
    rest = rest[: _how_many(rest, room)]
    widths = _shared([c.width for c in rest], [c.least for c in rest], room - GAP * len(rest))
    left = 0
    shown = []
    for index, cells in [*enumerate(head), *enumerate(widths, frozen + first)]:
        shown.append(Shown(index, left + GAP, cells))
        left += GAP + cells
    return shown


def last_first(columns: Sequence[Column], frozen: int, width: int) -> int:
    """Return the smallest `first` of `laid_out` that shows the last column."""
    last = len(columns) - 1
    count = max(last - frozen, 0)
    return bisect_left(range(count), True, key=lambda first: laid_out(columns, frozen, first, width)[-1].column == last)


def natural(label: str, texts: Sequence[str]) -> int:
    """Return the width of a column that shows its label and texts whole, at most `WIDEST`."""
    return min(max(map(width_of, [label, *texts])), WIDEST)


def _how_many(columns: Sequence[Column], room: int) -> int:
    """Return how many columns are readable in `room` cells, at least 1."""
    used = list(accumulate(GAP + min(column.width, column.least) for column in columns))
    return max(bisect_right(used, room), 1)


def _shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return widths that fit in `room`: narrow the widest first, none below its `least` width."""
    widths = list(wanted)
    while sum(widths) > max(room, 0):
        spare = [index for index in range(len(widths)) if widths[index] > least[index]]
        if not spare:
            return [max(1, room)] if len(widths) == 1 else widths
        widest = max(spare, key=widths.__getitem__)
        widths[widest] -= 1
    return widths
