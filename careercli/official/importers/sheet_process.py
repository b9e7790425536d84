"""Print the cells of the workbook on standard input: python -m careercli.official.importers.sheet_process.

A process of its own, with limits on memory and time: one cell far from the others makes python-calamine ask for
terabytes and abort, and nothing in Python can catch that. Each line is a mark and its cells between tabs.
"""

from __future__ import annotations

import resource
import sys
from contextlib import suppress
from io import BytesIO
from typing import Any

from careercli.official.importers.error_cells import ErrorCell, error_cells
from careercli.official.importers.workbook import as_printed

SHEET, FAULT, ROW, REFUSED, END = "S", "F", "R", "E", "."
"""The first character of a line: a sheet's name, what is wrong with the row that follows, a row, why the workbook
cannot be read, and that it was read whole."""

MOST_BYTES = 2_500_000_000
"""Address space of the process. A workbook of 400,000 rows and 32 columns takes half of it, and less memory."""

MOST_SECONDS, MOST_COLUMNS, MOST_CELLS = 120, 1_000, 40_000_000

_MOST_TEXTS = 200_000
_REASONS = {"Cannot detect file format": "it is cut off, damaged or no workbook"}


def main() -> None:
    """Print every sheet; what stops it is its last line."""
    for limit, most in (
        (resource.RLIMIT_AS, MOST_BYTES),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # A stricter limit is in force, or the system has none of the kind.
            resource.setrlimit(limit, (most, most))
    sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")  # type: ignore[union-attr]
    try:
        _print_sheets(sys.stdin.buffer.read())
        print(END)
    except ImportError:
        print(f'{REFUSED}workbooks are read by python-calamine: pip install "careercli[import]"')
    except Exception as error:  # noqa: BLE001  # Whatever the library raises, the importer is told why.
        reason = " ".join(f"{error}".split())[:200]
        print(REFUSED + _REASONS.get(reason, reason))


class _Texts(dict[Any, str]):
    """Cells as printed, by cell: most stand in a workbook many times. True and 1.0 are one key, so not for those."""

    def __missing__(self, cell: Any) -> str:
        if len(self) > _MOST_TEXTS:
            self.clear()
        text = self[cell] = as_printed(cell)
        return text


def _print_sheets(data: bytes) -> None:
    from python_calamine import CalamineWorkbook

    errors = error_cells(BytesIO(data))
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    del data
    cells, texts = 0, _Texts()
    for place, name in enumerate(book.sheet_names):
        sheet = book.get_sheet_by_name(name)
        error = errors.get(place, ErrorCell(0, 0, ""))
        print(SHEET + as_printed(name))
        for number, row in enumerate(sheet.iter_rows(), 1):
            cells += len(row)
            if len(row) > MOST_COLUMNS or cells > MOST_CELLS:
                raise ValueError(f"sheet “{name}”, row {number}: more cells than a release has")
            line = [str(cell).upper() if cell is True or cell is False else texts[cell] for cell in row]
            if number == error.row:
                line[error.column - 1 : error.column] = [error.text]
                print(f"{FAULT}column {error.letters}: {error.text}, an error of the spreadsheet")
            print(ROW, "\t".join(line), sep="")


if __name__ == "__main__":
    main()
