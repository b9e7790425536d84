"""Format rows as TSV or CSV: every line has the same number of cells, and nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from careercli.model import numbers
from careercli.model.claims import Value
from careercli.model.sanitize import visible

Row = Sequence[Value]
"""The values of one row, in the order of the columns."""

_BLOCK = 100
"""Rows written at once: enough to be quick, few enough that one odd cell slows few others."""

_TSV = str.maketrans("", "", "\t\n")
_NUMBER = r"-?[0-9]+(\.[0-9]+)?"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_tsv(columns: Sequence[str], rows: Iterable[Row], header: bool = True, safe: bool = False) -> Iterator[str]:
    """Yield lines of cells between tabs; a tab or newline inside a cell becomes a space.

    With `safe`, a text that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    rows = iter(rows)
    if header:
        yield "\t".join(map(visible, columns)) + "\n"
    while block := list(islice(rows, _BLOCK)):
        lines = ["\t".join([cell if isinstance(cell, str) else _plain(cell) for cell in row]) for row in block]
        text = "\n".join(lines)
        # Between cells there are one tab or line end fewer than cells, or else a cell holds one.
        is_parted = text.count("\t") + text.count("\n") + 1 == sum(map(len, block))
        if safe or not is_parted or not _is_plain(text.translate(_TSV)):
            lines = ["\t".join([_guarded(visible(_plain(cell)), cell, safe) for cell in row]) for row in block]
        yield "\n".join(lines) + "\n"


def as_csv(columns: Sequence[str], rows: Iterable[Row], header: bool = True, safe: bool = False) -> Iterator[str]:
    """Yield blocks of lines of comma-separated cells, quoted if needed to keep their value."""
    rows = iter(rows)
    if header:
        yield _csv([[_printable(name) for name in columns]])
    while block := list(islice(rows, _BLOCK)):
        # The writer itself leaves None empty, and writes whole numbers and most fractions as they should be.
        fractions = {value for value in chain.from_iterable(block) if type(value) is float}
        is_odd = any(repr(value) != numbers.plain(value) for value in fractions)
        text = _csv([list(map(_plain, row)) for row in block] if is_odd else block)
        if safe or not _is_plain(text.replace("\n", "")):
            text = _csv([[_guarded(_printable(_plain(value)), value, safe) for value in row] for row in block])
        yield text


def _csv(rows: Iterable[Row]) -> str:
    import csv

    # A csv.writer quotes a bare CR only if its own line end holds one; each line is then ended by LF alone.
    lines = _Lines()
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return "\n".join([line[:-2] for line in lines]) + "\n"


def _is_plain(text: str) -> bool:
    """Return True if no character of `text` needs an escape."""
    return text.isascii() and text.isprintable()


class _Lines(list[str]):
    """Lines that csv.writer writes, one for each call."""

    write = list.append


def _plain(value: Value) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else numbers.plain(value)


def _printable(text: str) -> str:
    """Return `text` as `visible` does, but with its tabs and line ends."""
    if text.isprintable():
        return visible(text)
    return re.sub(r"[^\t\r\n]+", lambda part: visible(part[0]), text)


def _guarded(text: str, value: Value, safe: bool) -> str:
    """Return `text`; with `safe`, behind an apostrophe if a spreadsheet would run it as a formula. Numbers stay."""
    if safe and isinstance(value, str) and text.startswith(_FORMULA) and not re.fullmatch(_NUMBER, text):
        return "'" + text
    return text
