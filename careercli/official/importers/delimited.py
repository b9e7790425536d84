"""Read a publisher's table of comma- or tab-separated values (.csv, .csv.gz, .txt) as rows of text."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import IO

from careercli.errors import CareerError
from careercli.official.importers.layout import FIRST_ROWS
from careercli.official.importers.sheets import Row

Record = dict[str, str]
"""A row by the names of its header."""

_MOST_BYTES, _MOST_COLUMNS = 64_000_000, 1_000
_BINARY = 1_000
"""A file with a NUL among its first bytes is no text."""


def records(path: Path) -> Iterator[Record]:
    """Yield each row below the header with blanks around its cells removed; a shorter row lacks its last cells.

    Raises OSError where the file cannot be read.
    """
    with (
        gzip.open(path) if path.suffix == ".gz" else path.open("rb") as data,
        TextIOWrapper(data, encoding="utf-8", newline="") as lines,
    ):
        rows = csv.reader(lines, skipinitialspace=True)
        header = [name.strip() for name in next(rows)]
        for row in rows:
            yield dict(zip(header, map(str.strip, row), strict=False))


def rows(file: IO[bytes], label: str) -> Iterator[Row]:
    """Yield the rows of a text that somebody gave, as `sheets.rows` does those of a workbook, on a sheet without name.

    Cells stand between tabs if the first line has one, and quotes are then characters; else between commas. Empty
    lines are no rows. Raises CareerError where it is no text, or a row has more cells than a release has.
    """
    text, is_utf_8 = _text(file, label)
    dialect = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if "\t" in text.partition("\n")[0] else {}
    found = csv.reader(StringIO(text, newline=""), skipinitialspace=True, **dialect)  # type: ignore[arg-type]
    try:
        for cells in found:
            if len(cells) > _MOST_COLUMNS:
                raise CareerError(f"{label}: row {found.line_num}: more cells than a release has")
            if not is_utf_8 and found.line_num > FIRST_ROWS:  # By now it is known to be a table, and no other file.
                raise CareerError(f"{label}: is not UTF-8 text")
            if cells:
                yield Row("", found.line_num, [" ".join(cell.split()) for cell in cells])
    except csv.Error as error:
        raise CareerError(f"{label}: row {found.line_num}: cannot be read: {error}") from None


def _text(file: IO[bytes], label: str) -> tuple[str, bool]:
    """Return the text of a file, empty if it is none, and True if it is UTF-8."""
    data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise CareerError(f"{label}: is larger than {_MOST_BYTES:,} bytes, more than a release has")
    if b"\0" in data[:_BINARY]:
        return "", True
    try:
        return data.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        return data.decode("utf-8-sig", "replace"), False
