"""The publishers' own files, where they are, read cell by cell and apart from the importers."""

import csv
import gzip
import io
import os
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(os.environ.get("CAREERCLI_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
DATA = SHARED / "data"
OEWS = DATA / "bls-oews" / "national_M2025_dl.xlsx"
PLACES = DATA / "bls-oews" / "places-2025"
PROJECTIONS = DATA / "bls-ep" / "2024-34" / "occupation_2024-2034_untouched.xlsx"
ONET = DATA / "onet" / "db_30_2_excel.zip"
PARITIES = DATA / "bea-rpp"
CPI = DATA / "cpi" / "cpi_u_us_all_items_nsa_CUUR0000SA0_1997_2026.csv"
AGES = DATA / "cps" / "cpsaat11b_2025.xlsx"
SHARES = DATA / "cps" / "cpsaat11_2022.xlsx"
CENSUS = DATA / "crosswalks" / "census_2018-occupation-code-list-and-crosswalk.xlsx"
EXPOSURE = DATA / "ai-exposure"
CROSSWALK = DATA / "crosswalks" / "nem-onet-to-soc-crosswalk_2023-09.xlsx"
TITLES = DATA / "crosswalks" / "soc_2018_direct_match_title_file.xlsx"

needs_oews = pytest.mark.skipif(not OEWS.is_file(), reason="the OEWS workbook of May 2025 is not here")
needs_projections = pytest.mark.skipif(not PROJECTIONS.is_file(), reason="the projections of 2024-34 are not here")
needs_onet = pytest.mark.skipif(not ONET.is_file(), reason="the O*NET 30.2 database is not here")
needs_places = pytest.mark.skipif(not PLACES.is_dir(), reason="the OEWS places of May 2025 are not here")
needs_prices = pytest.mark.skipif(not (PARITIES.is_dir() and CPI.is_file()), reason="the price indexes are not here")
needs_titles = pytest.mark.skipif(not TITLES.is_file(), reason="the direct match titles of SOC 2018 are not here")
needs_cps = pytest.mark.skipif(
    not (AGES.is_file() and SHARES.is_file() and CENSUS.is_file()), reason="the CPS and its codes are not here"
)
needs_exposure = pytest.mark.skipif(not EXPOSURE.is_dir(), reason="the studies of AI exposure are not here")
needs_crosswalk = pytest.mark.skipif(not CROSSWALK.is_file(), reason="the crosswalk is not here")

Record = dict[str, Any]


@cache
def oews(year: int = 2025) -> list[Record]:
    """Every row of the national workbook of May of a year."""
    return records(OEWS.with_name(f"national_M{year}_dl.xlsx"), 0, 0)


def places(name: str) -> Iterator[dict[str, str]]:
    """The rows of `state`, `metro` or `sector` of May 2025."""
    with gzip.open(PLACES / f"oews_M2025_{name}.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@cache
def projections(table: str = "1.2") -> list[Record]:
    """Every row of a table of 2024-34: 1.10 has separations, 1.12 why employment changes."""
    return records(PROJECTIONS, f"Table {table}", 1)


def exposure(name: str) -> list[dict[str, str]]:
    """The rows of a file of a study."""
    with open(EXPOSURE / name, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def onet(table: str) -> list[Record]:
    """Every row of a table of O*NET 30.2."""
    with zipfile.ZipFile(ONET) as archive:
        path = next(name for name in archive.namelist() if name.rpartition("/")[2] == f"{table}.xlsx")
        return records(io.BytesIO(archive.read(path)), 0, 0)


def records(file: Path | io.BytesIO, sheet: int | str, header: int) -> list[Record]:
    """The rows below a header, by its names: numbers are float, an empty cell is an empty text."""
    names, *lines = cells(file, sheet)[header:]
    return [dict(zip(names, line, strict=True)) for line in lines]


def cells(file: Path | io.BytesIO, sheet: int | str) -> list[list[Any]]:
    """The cells of a sheet, line by line."""
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_object(file)
    found = book.get_sheet_by_index(sheet) if isinstance(sheet, int) else book.get_sheet_by_name(sheet)
    lines: list[list[Any]] = found.to_python(skip_empty_area=False)
    return lines
