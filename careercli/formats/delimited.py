"""Rows -> tab- or comma-separated lines: every line has the same number of cells, nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from careercli import figures
from careercli.model import Value
from careercli.rows import RowValues
from careercli.text import visible

Writer = Callable[[Sequence[str], Iterable[RowValues], bool, bool], Iterator[str]]

_LAYOUT = "([\t\r\n])"
_NUMBER = r"-?[0-9]+(\.[0-9]+)?"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_tsv(columns: Sequence[str], rows: Iterable[RowValues], header: bool = True, safe: bool = False) -> Iterator[str]:
    """Lines of cells between tabs; a tab or newline inside a cell is a space."""
    if header:
        yield "\t".join(map(visible, columns)) + "\n"
    for row in rows:
        yield "\t".join(_guarded(visible(_plain(row.get(name))), row.get(name), safe) for name in columns) + "\n"


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
        writer.writerow([_guarded(_kept(_plain(row.get(name))), row.get(name), safe) for name in columns])
        yield line.text[:-2] + "\n"


def lines_as_tsv(
    columns: Sequence[str], lines: Iterable[str], header: bool = True, safe: bool = False
) -> Iterator[str]:
    """As `as_tsv`, of lines of wages; most need nothing but tabs between their cells."""
    return _of_lines("\t", as_tsv, columns, lines, header, safe)


def lines_as_csv(
    columns: Sequence[str], lines: Iterable[str], header: bool = True, safe: bool = False
) -> Iterator[str]:
    """As `as_csv`, of lines of wages; most need nothing but commas between their cells."""
    return _of_lines(",", as_csv, columns, lines, header, safe)


def _of_lines(
    between: str, writer: Writer, columns: Sequence[str], lines: Iterable[str], header: bool, safe: bool
) -> Iterator[str]:
    from careercli.wage_lines import AFTER_COLUMNS, CELL, values

    yield from writer(columns, (), header, safe)
    for line in lines:
        # As one text, for a call for each cell would take ten times as long.
        text = line.rsplit(CELL, AFTER_COLUMNS)[0]
        spaced = text.replace(CELL, " ")
        if safe or not (spaced.isascii() and spaced.isprintable()) or '"' in text or between in text:
            yield from writer(columns, [values(line)], False, safe)
        else:
            yield text.replace(CELL, between) + "\n"


class _Line:
    """Where csv.writer leaves one line."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def _plain(value: Value) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else figures.plain(value)


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
