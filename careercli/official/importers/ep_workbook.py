"""Recognize a workbook of the Employment Projections by its header, tell its years, and check its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from careercli.errors import CareerError
from careercli.official import ep as cells_of
from careercli.official import releases
from careercli.official.cells import in_units
from careercli.official.importers import ep
from careercli.official.importers.downloads import Download
from careercli.official.importers.layout import Layout, Table, UnknownLayout, Unused
from careercli.official.importers.sheets import Row

LOOKED_FOR = "Employment Projections (National Employment Matrix code)"

COLUMNS = {"occupations": ep.COLUMNS, "separations": tuple(ep.SEPARATIONS)}
"""The columns of each table: 1.2 and 1.10 of the workbook."""

Tables = dict[str, list[str]]
"""By the name of each table its rows as lines of cells between tabs."""

_CODE_HEADER = re.compile(ep.HEADERS["code"])
_TWO_ROWS = re.compile(r"(\d{4}) National Employment Matrix title and code")
"""The header of releases to 2018-28, whose names go over two rows."""

_TARGET = re.compile(r"Employment, (\d{4})")
_OCCUPATION = re.compile(r"\d\d-\d{4}")
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,3})?")
_NO_FIGURE = {"", "—"}
_TYPES = {"Line item", "Summary"}
_LONGEST = 300


def _tables(rows: Iterable[Row], download: Download) -> list[Table]:
    """Return the tables of occupations in a workbook.

    Raises UnknownLayout, Unused where the release is too old to be shown, and CareerError where a column is missing
    or a cell cannot be one of the projections.
    """
    years, found = _read(rows, download.label)
    if years < releases.newest_bundled("EP").release:
        raise Unused(f"Employment Projections {years}, older than those that come with careercli")
    return [Table(f"projections-{years}.{name}", COLUMNS[name], lines, 1) for name, lines in found.items()]


def _read(rows: Iterable[Row], label: str) -> tuple[str, Tables]:
    """Return the years of a workbook, such as `2024-34`, and its tables."""
    found: Tables = {}
    years: set[str] = set()
    for sheet, group in groupby(rows, lambda row: row.sheet):
        header = next((row for _, row in zip(range(3), group, strict=False) if _is_header(row)), None)
        if header is None:
            continue
        _refuse_two_rows(header)
        name = _table(header.cells)
        if name:
            years.add(_years(header.cells, f"{label}: sheet “{sheet}”"))
            found[name] = _lines(group, header.cells, name, f"{label}: sheet “{sheet}”")
    if not found:
        raise UnknownLayout(LOOKED_FOR)
    if len(years) > 1 or "occupations" not in found:
        raise CareerError(f"{label}: has no table of occupations of one release: {', '.join(sorted(years))}")
    return years.pop(), found


def _is_header(row: Row) -> bool:
    return any(_CODE_HEADER.fullmatch(cell) or _TWO_ROWS.match(cell) for cell in row.cells)


LAYOUT = Layout(LOOKED_FOR, lambda first: any(map(_is_header, first[:3])), _tables)


def _refuse_two_rows(header: Row) -> None:
    if old := _TWO_ROWS.match(header.cells[0]):
        raise Unused(f"Employment Projections from {old[1]}, older than those that come with careercli")


def _table(header: Sequence[str]) -> str:
    """Return which table a header belongs to, or an empty text: each has a column that no other has."""
    for name, column in (("occupations", "entry_education"), ("separations", "exit_rate")):
        pattern = (ep.HEADERS | ep.SEPARATIONS)[column]
        if any(re.fullmatch(pattern, cell) for cell in header):
            return name
    return ""


def _years(header: Sequence[str], label: str) -> str:
    found = [target[1] for cell in header if (target := _TARGET.fullmatch(cell))]
    if len(found) != 2:
        raise CareerError(f"{label} has no columns of employment in two years")
    return f"{found[0]}-{found[1][2:]}"


def _lines(rows: Iterable[Row], header: Sequence[str], name: str, label: str) -> list[str]:
    read = ep.occupations if name == "occupations" else ep.separations
    try:
        lines = ["\t".join(cells) for cells in read(_records(rows, header, name, label))]
    except ValueError as error:
        raise CareerError(f"{label}: {error}") from None
    codes = [line[:7] for line in lines]
    if len(set(codes)) < len(codes):
        raise CareerError(f"{label}: a second row of {next(code for code in codes if codes.count(code) > 1)}")
    return lines


def _records(rows: Iterable[Row], header: Sequence[str], name: str, label: str) -> Iterator[dict[str, str]]:
    """Yield the rows of occupations by the names of the header; the notes below them are none."""
    patterns = ep.HEADERS if name == "occupations" else ep.SEPARATIONS
    columns = dict(zip(ep.found_names(list(header), patterns), patterns, strict=True))
    for row in rows:
        record = dict(zip(header, row.cells, strict=False))
        if record.get(ep.TYPE) in _TYPES:
            for header_name, column in columns.items():
                if reason := _fault(column, record[header_name]):
                    raise CareerError(f"{label}, row {row.number}: {header_name} “{record[header_name][:40]}” {reason}")
            yield record


def _fault(column: str, cell: str) -> str:
    """Return what is wrong with a cell, or an empty text."""
    if column == "code":
        return "" if _OCCUPATION.fullmatch(cell) else "is not a code of an occupation"
    units = cells_of.NUMBERS.get(column, 10 if column in ep.SEPARATIONS else 0)
    if not units:
        return "" if len(cell) <= _LONGEST and cell.isprintable() else "is not a title or a level"
    if cell in _NO_FIGURE and column in cells_of.NUMBERS:
        return ""
    if not _NUMBER.fullmatch(cell):
        return "is not a number"
    try:
        in_units(cell, units)
    except ValueError as error:
        return str(error)
    return ""
