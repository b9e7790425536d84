"""Format rows as TSV or CSV: every line has the same number of cells, and nothing is cut."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from careercli.model import numbers
from careercli.model.claims import Value
from careercli.model.sanitize import visible

Row = Sequence[Value]
"""The values of one row, in the order of the columns."""

_BLOCK = 1000
"""Rows written at once."""

_MOST_CELLS = 100_000
"""Formatted cells that are remembered."""

_NUMBER = r"-?[0-9]+(\.[0-9]+)?"
_HARMLESS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .@_-")
"""Characters of a text that is the same in every format, if it begins with a letter or digit: `15-1231@OH`."""

_PRINTABLE = bytes(range(0x20, 0x7F))
"""Printable ASCII."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_tsv(columns: Sequence[str], rows: Iterable[Row], header: bool = True, safe: bool = False) -> Iterator[str]:
    """Yield blocks of lines of cells between tabs; a tab or newline inside a cell becomes a space.

    With `safe`, a text that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    if header:
        yield "\t".join(map(visible, columns)) + "\n"
    cells = _Cells(lambda value: _guarded(visible(_plain(value)), value, safe))
    for block in _blocks(rows):
        yield ("" if safe else _unchanged(block, cells)) or _lines(block, "\t", cells)


def as_csv(columns: Sequence[str], rows: Iterable[Row], header: bool = True, safe: bool = False) -> Iterator[str]:
    """Yield blocks of lines of comma-separated cells, quoted if needed to keep their value."""
    if header:
        yield ",".join([_quoted(_printable(name)) for name in columns]) + "\n"
    empty = '""' if len(columns) == 1 else ""  # A reader takes an empty line for no row.
    cells = _Cells(lambda value: _quoted(_guarded(_printable(_plain(value)), value, safe)) or empty)
    for block in _blocks(rows):
        yield _lines(block, ",", cells)


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield some rows at a time."""
    rows = iter(rows)
    while block := list(islice(rows, _BLOCK)):
        yield block


def _lines(block: Sequence[Row], separator: str, cells: "_Cells") -> str:
    lines = [separator.join([str(value) if type(value) is int else cells[value] for value in row]) for row in block]
    return "\n".join(lines) + "\n"


def _unchanged(block: Sequence[Row], cells: "_Cells") -> str:
    """Return the lines of TSV of rows whose texts are all printable ASCII, which stay as they are; else nothing."""
    lines = [
        "\t".join([
            value if type(value) is str else str(value) if type(value) is int else cells[value] for value in row
        ])
        for row in block
    ]  # fmt: skip
    text = "\n".join(lines) + "\n"
    others = text.encode("utf-8", "surrogatepass").translate(None, _PRINTABLE)
    return text if others == b"".join([b"\t" * (len(row) - 1) + b"\n" for row in block]) else ""


class _Cells(dict[Value, str]):
    """Formatted cells by value: texts come again and again, and a lookup is far quicker than a format."""

    def __init__(self, formatted: Callable[[Value], str]) -> None:
        super().__init__()
        self._formatted = formatted

    def __missing__(self, value: Value) -> str:
        if len(self) >= _MOST_CELLS:
            self.clear()
        is_harmless = isinstance(value, str) and value[:1].isalnum() and _HARMLESS.issuperset(value)
        text = self[value] = str(value) if is_harmless else self._formatted(value)
        return text


def _quoted(text: str) -> str:
    """Return a cell of CSV, between quotes if it holds a comma, a quote or a line end."""
    if "," in text or '"' in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def _plain(value: Value) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else numbers.plain(value)


def _printable(text: str) -> str:
    """Return `text` as `visible` does, but with its tabs and line ends."""
    if text.isprintable():
        return text if text.isascii() else visible(text)
    return re.sub(r"[^\t\r\n]+", lambda part: visible(part[0]), text)


def _guarded(text: str, value: Value, safe: bool) -> str:
    """Return `text`; with `safe`, behind an apostrophe if a spreadsheet would run it as a formula. Numbers stay."""
    if safe and isinstance(value, str) and text.startswith(_FORMULA) and not re.fullmatch(_NUMBER, text):
        return "'" + text
    return text
