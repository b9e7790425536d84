"""Read the sheets of any workbook that somebody may give, by a process with limits: importers/sheet_process.py."""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import IO, NamedTuple

from careercli.errors import CareerError
from careercli.official.importers.sheet_process import END, FAULT, REFUSED, ROW, SHEET


class Row(NamedTuple):
    """A row of a sheet with its number, counted from 1, and its cells as printed.

    `fault` says which cell has no value but an error, if one has.
    """

    sheet: str
    number: int
    cells: list[str]
    fault: str = ""


def rows(file: IO[bytes], label: str) -> Iterator[Row]:
    """Yield the rows of every sheet as they are read; an empty sheet has none.

    `label` names the file in messages. Raises CareerError where it cannot be read whole.
    """
    os.lseek(file.fileno(), 0, os.SEEK_SET)  # What is buffered here is not the child's.
    process = subprocess.Popen(
        [sys.executable, "-m", "careercli.official.importers.sheet_process"],
        stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", errors="replace",
    )  # fmt: skip
    assert process.stdout
    sheet, number, fault, is_whole = "", 0, "", False
    try:
        for line in process.stdout:
            mark, text = line[0], line[1:].rstrip("\n")
            if mark == SHEET:
                sheet, number = text, 0
            elif mark == ROW:
                number += 1
                yield Row(sheet, number, text.split("\t"), fault)
                fault = ""
            elif mark == FAULT:
                fault = text
            elif mark == REFUSED:
                raise CareerError(f"{label}: cannot be read: {text}")
            is_whole = mark == END
        if not is_whole:
            raise CareerError(f"{label}: cannot be read: it asks for more memory or time than any release does")
    finally:
        process.stdout.close()
        process.kill()
        process.wait()
