"""Format rows as a table for people, stacked into blocks if the terminal is too narrow."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from careercli.formats.layout import NARROWEST, TableStyle, bold, clean, dim, narrowed, side_by_side, wrapped
from careercli.presentation.text_width import isolated, width_of, wrap

_MIN_COLUMN = 12
"""Least width of a wrapped column, in terminal cells; with less room the rows are stacked."""


def as_table(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, str]],
    style: TableStyle,
    numbers: Collection[str] = (),
    header: bool = True,
    below: str = "",
    whole: bool = False,
) -> str:
    """Return the rows under the names of the columns; the columns in `numbers` align right.

    `below` is a note under the table, such as units and sources. With `whole`, no text is wrapped in
    its column: a table that does not fit is stacked, so that a URL breaks only if no line can hold it.
    """
    cells = [[clean(row[name], style) for name in columns] for row in rows]
    right = [name in numbers for name in columns]
    names = [clean(name.replace("_", " "), style) for name in columns]
    widths = _fitted(_natural(names, cells, width_of), style.width, squeeze=False)
    widths = widths or _fitted(_natural(names, cells, _longest_word), style.width, squeeze=not whole)
    note = wrapped(below, style) if below else []
    if widths is None:
        lines = _stacked(names, cells, style)
    else:
        lines = [bold(line, style) for line in side_by_side(names, widths, right=right)] if header else []
        for row in cells:
            lines += side_by_side(row, widths, right=right)
    return "".join(f"{line}\n" for line in [*lines, *(dim(line, style) for line in note)])


def _natural(names: Sequence[str], rows: Sequence[Sequence[str]], name_width: Callable[[str], int]) -> list[int]:
    return [max([name_width(name), *(width_of(row[i]) for row in rows)]) for i, name in enumerate(names)]


def _longest_word(name: str) -> int:
    return max(map(width_of, name.split()), default=0)


def _fitted(natural: Sequence[int], width: int | None, squeeze: bool = True) -> list[int] | None:
    """Return widths that fit into `width`, or None if they would become too narrow.

    The widest column is narrowed first; the first column, a name to type, never. Without `squeeze`
    no column is narrowed.
    """
    if width is None:
        return list(natural)
    first, *others = natural
    room = max(width, NARROWEST) - 2 * len(others)
    widths = [first, *(narrowed(others, room - first, _MIN_COLUMN) if squeeze else others)]
    return widths if sum(widths) <= room else None


def _stacked(names: Sequence[str], rows: Sequence[Sequence[str]], style: TableStyle) -> list[str]:
    """Return each row as a block of lines: its first cell, then a line for each other column."""
    width = max(style.width or NARROWEST, NARROWEST)
    lines = []
    for row in rows:
        lines += [bold(isolated(line), style) for line in wrap(row[0], width)]
        for name, cell in zip(names[1:], row[1:], strict=True):
            lines += [f"  {isolated(line)}" for line in wrap(f"{name}: {cell}", width - 2)]
    return lines
