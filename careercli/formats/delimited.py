"""Rows -> tab- or comma-separated lines: every line has the same number of cells, nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from careercli.model import numbers
from careercli.model.claims import Value
from careercli.model.sanitize import visible
from careercli.presentation.rows import RowValues

_LAYOUT = "([\t\r\n])"
_NUMBER = r"-?[0-9]+(\.[0-9]+)?"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_tsv(columns: Sequence[str], rows: Iterable[RowValues], header: bool = True, safe: bool = False) -> Iterator[str]:
    """Lines of cells between tabs; a tab or newline inside a cell is a space."""
    if header:
        yield "\t".join(map(visible, columns)) + "\n"
    for row in rows:
        cells = [_plain(row.get(name)) for name in columns]
        if safe or not _is_plain("".join(cells)):
            cells = [_guarded(visible(cell), row.get(name), safe) for cell, name in zip(cells, columns, strict=True)]
        yield "\t".join(cells) + "\n"


def as_csv(columns: Sequence[str], rows: Iterable[RowValues], header: bool = True, safe: bool = False) -> Iterator[str]:
    """Lines of comma-separated cells, quoted where needed so that a reader gives back the value."""
    import csv

    line = _Line()
    # A writer that ends lines with CRLF also quotes a bare CR; each line then ends in LF alone.
    writer = csv.writer(line, lineterminator="\r\n")
    if header:
        writer.writerow([_kept(name) for name in columns])
        yield line.text[:-2] + "\n"
    for row in rows:
        cells = [_plain(row.get(name)) for name in columns]
        if safe or not _is_plain("".join(cells)):
            cells = [_guarded(_kept(cell), row.get(name), safe) for cell, name in zip(cells, columns, strict=True)]
        writer.writerow(cells)
        yield line.text[:-2] + "\n"


def _is_plain(text: str) -> bool:
    """Whether nothing of it has to be made visible."""
    return text.isascii() and text.isprintable()


class _Line:
    """Where csv.writer leaves one line."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def _plain(value: Value) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else numbers.plain(value)


def _kept(text: str) -> str:
    """Visible text, its tabs and line ends as they are."""
    if text.isprintable():
        return visible(text)
    return "".join(part if re.match(_LAYOUT, part) else visible(part) for part in re.split(_LAYOUT, text))


def _guarded(text: str, value: Value, safe: bool) -> str:
    """With `safe`, a text that a spreadsheet would take for a formula gets a leading apostrophe; a number is none."""
    if safe and isinstance(value, str) and text.startswith(_FORMULA) and not re.fullmatch(_NUMBER, text):
        return "'" + text
    return text
