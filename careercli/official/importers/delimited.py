"""Read a publisher's table of comma-separated values (.csv or .csv.gz) as rows of text."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

Record = dict[str, str]
"""A row by the names of its header."""


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
