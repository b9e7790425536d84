"""Format rows as TSV or CSV: every line has the same number of cells, and nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from careercli.model import numbers
from careercli.model.claims import Value
from careercli.model.sanitize import visible
from careercli.presentation.rows import RowValues

_LINE_BREAKS = "([\t\r\n])"
_BATCH = 50
"""Lines checked together: enough to be fast, few enough that an odd line slows few others."""
_UNQUOTED = {"\t": bytes(range(32, 127)), ",": bytes(range(32, 127)).translate(None, b',"')}
"""Bytes that need no quotes and no escape in a cell, by separator."""
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
        writer.writerow([_guarded(_printable(_plain(row.get(name))), row.get(name), safe) for name in columns])
        yield line.text[:-2] + "\n"


def lines_as_tsv(
    columns: Sequence[str], lines: Sequence[str], header: bool = True, safe: bool = False
) -> Iterator[str]:
    """Yield lines of wages (`wage_lines`) as TSV in batches; most batches need only tabs between their cells."""
    from careercli.wage_lines import values

    yield from as_tsv(columns, (), header, safe)
    for batch in _batches(lines):
        text = _joined(batch, "\t")
        if not safe and _is_unquoted(text, "\t", len(columns) * len(batch)):
            yield text
        else:
            yield from as_tsv(columns, map(values, batch), False, safe)


def lines_as_csv(
    columns: Sequence[str], lines: Sequence[str], header: bool = True, safe: bool = False
) -> Iterator[str]:
    """Yield lines of wages (`wage_lines`) as CSV in batches; most batches need only commas between their cells."""
    import csv

    from careercli.wage_lines import CELL, columns_of, values

    yield from as_csv(columns, (), header, safe)
    output = _Line()
    writer = csv.writer(output, lineterminator="\n")
    for batch in _batches(lines):
        text = _joined(batch, ",")
        if not safe and _is_unquoted(text, ",", len(columns) * len(batch)):
            yield text
            continue
        for line in batch:
            cells = columns_of(line).split(CELL)
            if not safe and _is_plain("".join(cells)):
                writer.writerow(cells)
                yield output.text
            else:
                yield from as_csv(columns, [values(line)], False, safe)


def _batches(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    return (lines[start : start + _BATCH] for start in range(0, len(lines), _BATCH))


def _joined(lines: Iterable[str], separator: str) -> str:
    """Return lines of wages with a separator between their cells, without quotes."""
    from careercli.wage_lines import CELL, columns_of

    return "\n".join(map(columns_of, lines)).replace(CELL, separator) + "\n"


def _is_unquoted(text: str, separator: str, cells: int) -> bool:
    """Return True if lines that hold `cells` cells in all need no quotes and no escapes."""
    return text.isascii() and len(text.encode().translate(None, _UNQUOTED[separator])) == cells


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
