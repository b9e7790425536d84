"""Read a publisher's workbook (.xlsx or .xls) as rows of text. Needs the extra `import`."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

Record = dict[str, str]
"""A row by the names of its header."""


def records(file: Path | bytes, sheet: int | str = 0, header: int = 0) -> Iterator[Record]:
    """Yield each row below the header, which is row `header` counted from 0, with cells as printed.

    The whole sheet is held in memory. Raises CalamineError where the file is no workbook.
    """
    rows = islice(lines(file, sheet), header, None)
    names = next(rows)
    for row in rows:
        yield dict(zip(names, row, strict=True))


def lines(file: Path | bytes, sheet: int | str = 0) -> Iterator[list[str]]:
    """Yield each row of a sheet with cells as printed. Raises CalamineError where the file is no workbook."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_object(BytesIO(file) if isinstance(file, bytes) else file)
    found = book.get_sheet_by_index(sheet) if isinstance(sheet, int) else book.get_sheet_by_name(sheet)
    for line in found.to_python(skip_empty_area=False):
        yield list(map(as_printed, line))


def as_printed(cell: Any) -> str:
    """Return a cell as text on one line: `146450`, `22.12`, `#`, `TRUE`, or nothing for an empty one."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split())
