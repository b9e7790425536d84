"""Recognize a workbook of OEWS by its header, tell its year, and check its cells before any is kept.

Workbooks of 2019 and later name their year in the sheet “Field Descriptions”; earlier ones in the file's name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from careercli.errors import CareerError
from careercli.official.cells import in_units
from careercli.official.importers import checked, oews
from careercli.official.importers.downloads import Download
from careercli.official.importers.layout import Layout, Table, UnknownLayout, Unused
from careercli.official.importers.oews_industries import FINER, SECTORS, Industries, is_of_industry
from careercli.official.importers.sheets import Row
from careercli.official.oews import HEADERS

FIRST_YEAR = 2013
"""Of earlier years neither the codes nor the least of a top-coded wage are known here."""

LOOKED_FOR = "OEWS (OCC_CODE, TOT_EMP, A_MEDIAN)"

PLACES = ("OCC_CODE", "AREA", "OCC_TITLE", "AREA_TITLE", "PRIM_STATE", "JOBS_1000", "LOC_QUOTIENT", *oews.NATIONAL[3:])
"""The columns of the table of places."""

COLUMNS = {
    "national": oews.NATIONAL, "states": PLACES, "metros": PLACES, "nonmetros": PLACES, "sectors": SECTORS,
    "finer_industries": FINER,
}  # fmt: skip
"""The columns of each table."""

_KEYS = {"national": 1, "finer_industries": 3}
"""How many columns tell a row of a table from others, where these are not two."""

_KINDS = {1: "states", 2: "states", 5: "metros", 7: "nonmetros"}
"""The table of an area by how many digits its code has."""

Tables = dict[str, list[str]]
"""By the name of each table its rows as lines of cells between tabs: 400,000 tuples would take a gigabyte."""

_RECOGNIZED_BY = {"OCC_CODE", "OCC_TITLE", "TOT_EMP", "A_MEDIAN"}
_BY_EDUCATION = {"EDUCATION_CATEGORY", "TOT_EMP", "A_MEDIAN"}
_YEAR = re.compile(r"May (20\d\d) (?:OEW?S Estimates|data)|M_?(20\d\d)(?!\d)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,12}(\.\d{1,6})?")
_AREA = re.compile(r"\d{1,2}|\d{5}|\d{7}")
_INDUSTRY = re.compile(r"[0-9A-Z]{1,6}|\d\d-\d\d")
_MARKS = {"", "*", "**", "#", "~"}
_FIGURES = (*oews.NATIONAL[3:-2], "JOBS_1000", "LOC_QUOTIENT")
_UNITS = dict(HEADERS.values())
_FLAGS = {"", "TRUE"}
_UNTITLED = {"NAICS_TITLE": "-"}
"""What stands for a title that may be empty: that of all industries together."""
_KEY = ("AREA", "NAICS", "I_GROUP", "OWN_CODE", "OCC_CODE", "O_GROUP")
"""The columns that tell a row; an industry without finer ones comes once a level."""

_NATION = "99"
_OLD_NAMES = {
    "OCC_GROUP": "O_GROUP", "ST": "PRIM_STATE", "STATE": "AREA_TITLE", "AREA_NAME": "AREA_TITLE",
    "LOC QUOTIENT": "LOC_QUOTIENT",
}  # fmt: skip
"""Names of columns before 2019."""


def _tables(rows: Iterable[Row], download: Download) -> list[Table]:
    """Return the tables of a workbook: its rows of the nation and of places, and of the nation's industries.

    Raises UnknownLayout, Unused, and CareerError where a column is missing, a cell cannot be one of OEWS, or the
    year is nowhere.
    """
    year, found, left_out = _read(rows, download.name, download.label)
    note = f"without {left_out:,} row{'s' * (left_out > 1)} of one ownership alone" if left_out else ""
    return [
        Table(f"oews-{year}-05.{name}", COLUMNS[name], lines, _KEYS.get(name, 2), note) for name, lines in found.items()
    ]


def _is_first_row(cells: Sequence[str]) -> bool:
    return any(names <= set(_columns(cells)) for names in (_RECOGNIZED_BY, _BY_EDUCATION))


def _columns(header: Sequence[str]) -> list[str]:
    return [_OLD_NAMES.get(cell, cell) for cell in (cell.strip().upper() for cell in header)]


LAYOUT = Layout(LOOKED_FOR, lambda first: any(_is_first_row(row.cells) for row in first[:1]), _tables)


def _read(rows: Iterable[Row], name: str, label: str) -> tuple[int, Tables, int]:
    """Return the year of a workbook, its tables, and how many rows are of one ownership alone."""
    found: Tables = {name: [] for name in COLUMNS}
    industries = Industries()
    years: list[str] = []
    is_oews = is_by_education = False
    for sheet, group in groupby(rows, lambda row: row.sheet):
        lines = iter(group)
        header = next(lines)
        columns = _columns(header.cells)
        is_by_education |= set(columns) >= _BY_EDUCATION
        if set(columns) >= _RECOGNIZED_BY:
            is_oews = True
            years += _years(sheet)
            _sort(_records(lines, columns, f"{label}: sheet “{sheet}”"), found, industries)
        elif header.cells[0].endswith("Estimates"):
            years += _years(header.cells[0])
    if not is_oews:
        if is_by_education:
            raise Unused("OEWS by entry education is not used")
        raise UnknownLayout(LOOKED_FOR)
    found["sectors"], found["finer_industries"] = industries.tables()
    if not any(found.values()):
        raise Unused(f"OEWS without rows {'but those of one ownership alone' if industries.left_out else 'to import'}")
    tables = {name: lines for name, lines in found.items() if lines}
    return _year([*years, *_years(name)], label), tables, industries.left_out


def _sort(records: Iterable[dict[str, str]], found: Tables, industries: Industries) -> None:
    """Add each row to the table it belongs to: of the nation every level, of places detailed occupations alone."""
    national = []
    for row in records:
        is_of_nation = row.get("AREA", _NATION) == _NATION
        if is_of_industry(row):
            if is_of_nation:
                industries.add(row)
        elif is_of_nation:
            national.append(row)
        elif row["O_GROUP"] == "detailed":
            found[_KINDS[len(row["AREA"])]].append("\t".join([row.get(name, "") for name in PLACES]))
    found["national"] += map("\t".join, oews.national(national))


def _records(lines: Iterator[Row], columns: Sequence[str], label: str) -> Iterator[dict[str, str]]:
    """Yield each row by the names of its columns. Raises CareerError for the first cell that cannot be one of OEWS."""
    missing = [name for name in oews.NATIONAL if name not in columns]
    if missing:
        raise CareerError(f"{label} has no column {', '.join(missing)}")
    seen: set[tuple[str, ...]] = set()
    good = {name: set(_MARKS) for name in _FIGURES}
    for line in lines:
        if not any(line.cells):
            continue
        row = dict(zip(columns, line.cells, strict=False))
        reason = "has fewer cells than the header" if len(line.cells) < len(columns) else _fault(row, good)
        key = tuple([row.get(name, "") for name in _KEY])
        if not reason and key in seen:
            reason = f"a second row of {row['OCC_CODE']}"
        if reason:
            raise CareerError(f"{label}, row {line.number}: {reason}")
        seen.add(key)
        yield row


def _fault(row: dict[str, str], good: dict[str, set[str]]) -> str:
    """Return what is wrong with a row, or an empty text. `good` remembers the sound cells of each column."""
    if reason := checked.occupation(row["OCC_CODE"]):
        return f"OCC_CODE “{row['OCC_CODE'][:40]}” {reason}"
    for name in ("OCC_TITLE", "AREA_TITLE", "NAICS_TITLE"):
        if reason := checked.title(row.get(name, "-") or _UNTITLED.get(name, "")):
            return f"{name} {reason}"
    if not _AREA.fullmatch(row.get("AREA", "99")):
        return f"AREA “{row['AREA'][:40]}” is not a code of an area"
    if not _INDUSTRY.fullmatch(row.get("NAICS", "0")):
        return f"NAICS “{row['NAICS'][:40]}” is not a code of an industry"
    for name in _FIGURES:
        cell = row.get(name, "")
        if cell not in good[name]:
            if not _NUMBER.fullmatch(cell):
                return f"{name} “{cell[:40]}” is not a number or a mark"
            try:
                in_units(cell, _UNITS[name])
            except ValueError as error:
                return f"{name} {error}"
            good[name].add(cell)
    for name in ("ANNUAL", "HOURLY"):
        if row[name] not in _FLAGS:
            return f"{name} “{row[name][:40]}” is neither TRUE nor empty"
    return ""


def _years(text: str) -> list[str]:
    return [one or other for one, other in _YEAR.findall(text)]


def _year(years: Sequence[str], label: str) -> int:
    if not years:
        raise CareerError(f"{label}: does not say which year it is of; name it as BLS does, national_M2018_dl.xlsx")
    # The file's name comes last, and is not believed against the workbook.
    if int(years[0]) < FIRST_YEAR:
        raise CareerError(f"{label}: is of May {years[0]}; careercli reads OEWS from May {FIRST_YEAR}")
    return int(years[0])
