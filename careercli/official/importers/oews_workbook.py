"""Recognize a workbook of OEWS by its header, tell its year, and check its cells before any is kept.

Workbooks of 2019 and later name their year in the sheet “Field Descriptions”; earlier ones in the file's name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from careercli.errors import CareerError
from careercli.official.importers import oews
from careercli.official.importers.sheets import Row

FIRST_YEAR = 2013
"""Of earlier years neither the codes nor the least of a top-coded wage are known here."""

LOOKED_FOR = "a sheet with the columns OCC_CODE, OCC_TITLE, TOT_EMP and A_MEDIAN (OEWS)"

_RECOGNIZED_BY = {"OCC_CODE", "OCC_TITLE", "TOT_EMP", "A_MEDIAN"}
_BY_EDUCATION = {"EDUCATION_CATEGORY", "TOT_EMP", "A_MEDIAN"}
_YEAR = re.compile(r"May (20\d\d) OE(?:W)?S Estimates|_?M(20\d\d)_?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,12}(\.\d{1,6})?")
_CODE = re.compile(r"\d\d-\d{4}")
_MARKS = {"", "*", "**", "#", "~"}
_FIGURES = oews.NATIONAL[3:-2]
_FLAGS = {"", "TRUE"}
_LONGEST_TITLE = 300


class NotOews(CareerError):
    """A workbook of another layout."""


class Unused(CareerError):
    """A workbook that is known and holds nothing that is imported; the message says what it is."""


def national(rows: Iterable[Row], name: str, label: str) -> tuple[int, list[tuple[str, ...]]]:
    """Return the year of a workbook and the nation's rows in the columns oews.NATIONAL.

    `name` is the file's, `label` what messages call it. Raises NotOews, Unused, and CareerError where a column
    is missing, a cell cannot be one of OEWS, or the year is nowhere.
    """
    found: list[tuple[str, ...]] = []
    years: list[str] = []
    is_oews = is_by_education = False
    for sheet, lines in groupby(rows, lambda row: row.sheet):
        header = next(lines)
        columns = [cell.strip().upper() for cell in header.cells]
        is_by_education |= set(columns) >= _BY_EDUCATION
        if set(columns) >= _RECOGNIZED_BY:
            is_oews = True
            years += _years(sheet)
            found += oews.national(_records(lines, columns, f"{label}: sheet “{sheet}”"))
        else:
            years += _described((header, *islice(lines, 100)))
    if not is_oews:
        if is_by_education:
            raise Unused("OEWS by entry education is not used")
        raise NotOews
    if not found:
        raise Unused("OEWS, without rows of the nation over all industries; no others are imported")
    return _year([*years, *_years(name)], label), found


def _records(lines: Iterator[Row], columns: Sequence[str], label: str) -> Iterator[dict[str, str]]:
    """Yield each row by the names of its columns. Raises CareerError for the first cell that cannot be one of OEWS."""
    known = {*columns, *("O_GROUP" for name in columns if name == "OCC_GROUP")}
    missing = [name for name in oews.NATIONAL if name not in known]
    if missing:
        raise CareerError(f"{label} has no column {', '.join(missing)}")
    seen: set[tuple[str, ...]] = set()
    for line in lines:
        if not any(line.cells):
            continue
        row = dict(zip(columns, line.cells, strict=False))
        reason = "has fewer cells than the header" if len(line.cells) < len(columns) else _fault(row)
        key = tuple(row.get(name, "") for name in ("AREA", "NAICS", "OWN_CODE", "OCC_CODE", "O_GROUP", "OCC_GROUP"))
        if not reason and key in seen:
            reason = f"a second row of {row['OCC_CODE']}"
        if reason:
            raise CareerError(f"{label}, row {line.number}: {reason}")
        seen.add(key)
        yield row


def _fault(row: dict[str, str]) -> str:
    """Return what is wrong with a row, or an empty text."""
    if not _CODE.fullmatch(row["OCC_CODE"]):
        return f"OCC_CODE “{row['OCC_CODE'][:40]}” is not a code of an occupation"
    if not row["OCC_TITLE"] or len(row["OCC_TITLE"]) > _LONGEST_TITLE or not row["OCC_TITLE"].isprintable():
        return "OCC_TITLE is not a title"
    for name in _FIGURES:
        if row[name] not in _MARKS and not _NUMBER.fullmatch(row[name]):
            return f"{name} “{row[name][:40]}” is not a number or a mark"
    for name in ("ANNUAL", "HOURLY"):
        if row[name] not in _FLAGS:
            return f"{name} “{row[name][:40]}” is neither TRUE nor empty"
    return ""


def _described(lines: Iterable[Row]) -> list[str]:
    """Return the years that a sheet of descriptions names in its title."""
    return [year for line in lines if line.cells[0].endswith("Estimates") for year in _years(line.cells[0])]


def _years(text: str) -> list[str]:
    return [one or other for one, other in _YEAR.findall(text)]


def _year(years: Sequence[str], label: str) -> int:
    if not years:
        raise CareerError(f"{label}: does not say which year it is of; name it as BLS does, national_M2018_dl.xlsx")
    # The file's name comes last, and is not believed against the workbook.
    if int(years[0]) < FIRST_YEAR:
        raise CareerError(f"{label}: is of May {years[0]}; careercli reads OEWS from May {FIRST_YEAR}")
    return int(years[0])
