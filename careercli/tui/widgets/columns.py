"""How wide the columns of a grid are: frozen ones never hide the rest, and none is squeezed beyond reading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from careercli.presentation.text_width import width_of

GAP = 2
"""Cells before every column: a space, and the place of the cursor's mark."""

FROZEN_SHARE = 0.4
"""Of a grid's width, what its frozen columns may take from the others."""

WIDEST = 60
"""No column is wider, so that long texts stay readable."""


class Column(NamedTuple):
    """One column: what stands above it, how wide its texts are, and the least it can be read in.

    `note` is a second line of the heading.
    """

    key: str
    label: str
    width: int
    least: int = 8
    right: bool = False
    note: str = ""


class Shown(NamedTuple):
    """A column on the screen: which one it is, where it begins and how wide it is."""

    column: int
    left: int
    width: int


def laid_out(columns: Sequence[Column], frozen: int, first: int, width: int) -> list[Shown]:
    """The frozen columns, and behind them as many as fit from the `first` of the others on."""
    spare = width - sum(GAP + c.width for c in columns[frozen:])
    head_room = max(int(width * FROZEN_SHARE), spare) - GAP * frozen
    head = _shared([c.width for c in columns[:frozen]], [1] * frozen, head_room)
    left = 0
    shown = []
    for index, each in enumerate(head):
        shown.append(Shown(index, left + GAP, each))
        left += GAP + each
    rest = columns[frozen + first :]
    room = width - left
    fitting = _how_many(rest, room)
    widths = _shared([c.width for c in rest[:fitting]], [c.least for c in rest[:fitting]], room - GAP * fitting)
    for index, each in enumerate(widths, frozen + first):
        shown.append(Shown(index, left + GAP, each))
        left += GAP + each
    return shown


def last_first(columns: Sequence[Column], frozen: int, width: int) -> int:
    """The furthest that `first` may go: where the last column is just on the screen."""
    last = len(columns) - 1
    count = max(last - frozen, 0)
    return bisect_left(range(count), True, key=lambda first: laid_out(columns, frozen, first, width)[-1].column == last)


def natural(label: str, texts: Sequence[str]) -> int:
    """How wide a column wants to be for its label and its texts."""
    return min(max(map(width_of, [label, *texts])), WIDEST)


def _how_many(columns: Sequence[Column], room: int) -> int:
    """How many columns can be read in `room` cells; one at least."""
    used = 0
    for count, column in enumerate(columns):
        used += GAP + min(column.width, column.least)
        if used > room:
            return max(count, 1)
    return len(columns)


def _shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths that fit in `room`: the widest give way first, none below what it needs while another can."""
    widths = list(wanted)
    while sum(widths) > max(room, 0):
        spare = [index for index, each in enumerate(widths) if each > least[index]]
        if not spare:
            return [max(1, room)] if len(widths) == 1 else widths
        widest = max(spare, key=widths.__getitem__)
        widths[widest] -= 1
    return widths
