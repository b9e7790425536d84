"""Columns of text on a screen of fixed cells: measuring, padding and wrapping.

Widths are in terminal cells: a CJK letter takes two, an accent none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len

from careercli.formats import Look
from careercli.text import to_ascii, visible

NARROWEST = 20
"""No table is laid out narrower than this; a smaller terminal wraps it."""

_SPACE = re.compile(r" (?!%|\[|≠|!=|\+?[0-9]+(?:[ ,]|$))")
"""Where a line may break: `−17.7 %`, `SQL 9 +3` and a letter of evidence stay whole."""

_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def width_of(text: str) -> int:
    return len(text) if text.isascii() else cell_len(text)


def clean(text: str, look: Look) -> str:
    """Text that may stand in a table of this look."""
    safe = visible(text)
    return to_ascii(safe) if look.ascii else safe


def pad(text: str, width: int, right: bool = False) -> str:
    """`text` filled with spaces to `width` cells."""
    space = " " * (width - width_of(text))
    return space + text if right else text + space


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken between words, inside one only if it is too long."""
    if width_of(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    for word in _words(text, width):
        candidate = f"{line} {word}" if line else word
        if width_of(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line.rstrip())
        line = word
        while width_of(line) > width:
            head, line = _head(line, width)
            lines.append(head)
    return [*lines, line] if line or not lines else lines


def _words(text: str, width: int) -> list[str]:
    """`text` where it may break, and at every space of a part that is too long to stay whole."""
    parts = _SPACE.split(text)
    return [word for part in parts for word in ([part] if width_of(part) <= width else part.split(" "))]


def _head(text: str, width: int) -> tuple[str, str]:
    """What of `text` fits in `width` cells (one character at least), and the rest."""
    used = 0
    for index, char in enumerate(text):
        used += width_of(char)
        if used > width and index:
            return text[:index], text[index:]
    return text, ""


def side_by_side(cells: Sequence[str], widths: Sequence[int], gap: str = "  ", right: Sequence[bool] = ()) -> list[str]:
    """One row of cells, each wrapped in its column, new lines kept; trailing space is dropped."""
    wrapped = [
        [row for part in cell.split("\n") for row in wrap(part, width)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    aligned = [*right, *([False] * len(cells))]
    lines = []
    for index in range(max(map(len, wrapped))):
        parts = [
            pad(column[index] if index < len(column) else "", width, flag)
            for column, width, flag in zip(wrapped, widths, aligned, strict=False)
        ]
        lines.append(gap.join(parts).rstrip())
    return lines


def bold(text: str, look: Look) -> str:
    return f"{_BOLD}{text}{_RESET}" if look.color and text else text


def dim(text: str, look: Look) -> str:
    return f"{_DIM}{text}{_RESET}" if look.color and text else text
