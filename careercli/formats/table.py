"""Rows -> a table for people: as wide as the terminal, stacked where it is too narrow."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from careercli.formats import TableStyle
from careercli.formats.layout import NARROWEST, bold, clean, dim, side_by_side
from careercli.presentation.text_width import width_of, wrap

_LEAST = 12
"""A column of text is wrapped to no less than this; narrower, the rows stack."""


def as_table(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, str]],
    style: TableStyle,
    numbers: Collection[str] = (),
    header: bool = True,
    below: str = "",
    whole: bool = False,
) -> str:
    """One line a row of texts under the columns' names; the columns in `numbers` align to the right.

    `below` is what the whole table needs to say: units, and who says so. Where `whole`, no text is
    wrapped in its column: rows that do not fit stack, so that an address is broken only if no line can hold it.
    """
    cells = [[clean(row[name], style) for name in columns] for row in rows]
    right = [name in numbers for name in columns]
    names = [clean(name.replace("_", " "), style) for name in columns]
    widths = _fitted(_natural(names, cells, width_of), style.width, squeeze=False)
    widths = widths or _fitted(_natural(names, cells, _longest_word), style.width, squeeze=not whole)
    said = wrap(clean(below, style), max(style.width or 100, NARROWEST)) if below else []
    foot = "".join(f"{dim(line, style)}\n" for line in said)
    if widths is None:
        return _stacked(names, cells, style) + foot
    lines = [bold(line, style) for line in side_by_side(names, widths, right=right)] if header else []
    for row in cells:
        lines += side_by_side(row, widths, right=right)
    return "".join(f"{line}\n" for line in lines) + foot


def _natural(names: Sequence[str], rows: Sequence[Sequence[str]], of_name: Callable[[str], int]) -> list[int]:
    return [max([of_name(name), *(width_of(row[i]) for row in rows)]) for i, name in enumerate(names)]


def _longest_word(name: str) -> int:
    return max(map(width_of, name.split()), default=0)


def _fitted(natural: Sequence[int], width: int | None, squeeze: bool = True) -> list[int] | None:
    """Widths that fit, the widest narrowed first, the first (a name to type) never; None where too little is left."""
    if width is None:
        return list(natural)
    widths = list(natural)
    room = max(width, NARROWEST) - 2 * (len(widths) - 1)
    while sum(widths) > room:
        widest = max(range(1, len(widths)), key=widths.__getitem__, default=0)
        if not squeeze or not widest or widths[widest] <= _LEAST:
            return None
        widths[widest] -= 1
    return widths


def _stacked(names: Sequence[str], rows: Sequence[Sequence[str]], style: TableStyle) -> str:
    """Each row as a block: its first cell, then a line for each other column."""
    width = max(style.width or NARROWEST, NARROWEST)
    blocks = []
    for row in rows:
        lines = [bold(line, style) for line in wrap(row[0], width)]
        for name, cell in zip(names[1:], row[1:], strict=True):
            lines += [f"  {line}" for line in wrap(f"{name}: {cell}", width - 2)]
        blocks.append("".join(f"{line}\n" for line in lines))
    return "".join(blocks)
