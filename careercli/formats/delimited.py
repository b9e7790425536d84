"""Format rows as TSV or CSV: every line has the same number of cells, and nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from careercli.model import numbers
from careercli.model.claims import Value
from careercli.model.sanitize import visible
from careercli.presentation.rows import RowValues

_LINE_BREAKS = "([\t\r\n])"
_NUMBER = r"-?[0-9]+(\.[0-9]+)?"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_tsv(columns: Sequence[str], rows: Iterable[RowValues], header: bool = True, safe: bool = False) -> Iterator[str]:
    """Yield lines of cells between tabs; a tab or newline inside a cell becomes a space.

    With `safe`, a text that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    if header:
        yield "\t".join(map(visible, columns)) + "\n"
    for row in rows:
        cells = [_plain(row.get(name)) for name in columns]
        if safe or not _is_plain("".join(cells)):
            cells = [_guarded(visible(cell), row.get(name), safe) for cell, name in zip(cells, columns, strict=True)]
        yield "\t".join(cells) + "\n"


def as_csv(columns: Sequence[str], rows: Iterable[RowValues], header: bool = True, safe: bool = False) -> Iterator[str]:
    """Yield lines of comma-separated cells, quoted if needed to keep their value; `safe` as in `as_tsv`."""
    import csv

    line = _Line()
    # A csv.writer quotes a bare CR only if its own line end holds one; each line is then ended by LF alone.
    writer = csv.writer(line, lineterminator="\r\n")
    if header:
        writer.writerow([_printable(name) for name in columns])
        yield line.text[:-2] + "\n"
    for row in rows:
        cells = [_plain(row.get(name)) for name in columns]
        if safe or not _is_plain("".join(cells)):
            cells = [_guarded(_printable(cell), row.get(name), safe) for cell, name in zip(cells, columns, strict=True)]
        writer.writerow(cells)
        yield line.text[:-2] + "\n"


def _is_plain(text: str) -> bool:
    """Return True if no character of `text` needs an escape."""
    return text.isascii() and text.isprintable()


class _Line:
    """A file for csv.writer that keeps the last line written."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def _plain(value: Value) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else numbers.plain(value)


def _printable(text: str) -> str:
    """Return `text` as `visible` does, but with its tabs and line ends."""
    if text.isprintable():
        return visible(text)
    return "".join(part if re.match(_LINE_BREAKS, part) else visible(part) for part in re.split(_LINE_BREAKS, text))


def _guarded(text: str, value: Value, safe: bool) -> str:
    """Return `text`; with `safe`, behind an apostrophe if a spreadsheet would run it as a formula. Numbers stay."""
    if safe and isinstance(value, str) and text.startswith(_FORMULA) and not re.fullmatch(_NUMBER, text):
        return "'" + text
    return text
