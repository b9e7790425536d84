"""The publishers' own files, where they are, read cell by cell and apart from the importers."""

from __future__ import annotations

import io
import os
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(os.environ.get("CAREERCLI_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
DATA = SHARED / "data"
OEWS = DATA / "bls-oews" / "national_M2024_dl.xlsx"
PROJECTIONS = DATA / "bls-ep" / "2024-34" / "occupation.xlsx"
ONET = DATA / "onet" / "db_29_3_excel.zip"

needs_oews = pytest.mark.skipif(not OEWS.is_file(), reason="the OEWS workbook of May 2024 is not here")
needs_projections = pytest.mark.skipif(not PROJECTIONS.is_file(), reason="the projections of 2024-34 are not here")
needs_onet = pytest.mark.skipif(not ONET.is_file(), reason="the O*NET 29.3 database is not here")

Record = dict[str, Any]


@cache
def oews() -> list[Record]:
    """Every row of the national workbook of May 2024."""
    return records(OEWS, 0, 0)


@cache
def projections() -> list[Record]:
    """Every row of Table 1.2 of 2024-34."""
    return records(PROJECTIONS, "Table 1.2", 1)


@cache
def onet(table: str) -> list[Record]:
    """Every row of a table of O*NET 29.3."""
    with zipfile.ZipFile(ONET) as archive:
        return records(io.BytesIO(archive.read(f"db_29_3_excel/{table}.xlsx")), 0, 0)


def records(file: Path | io.BytesIO, sheet: int | str, header: int) -> list[Record]:
    """The rows below a header, by its names: numbers are float, an empty cell is an empty text."""
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_object(file)
    found = book.get_sheet_by_index(sheet) if isinstance(sheet, int) else book.get_sheet_by_name(sheet)
    lines = found.to_python(skip_empty_area=False)
    return [dict(zip(lines[header], line, strict=True)) for line in lines[header + 1 :]]
