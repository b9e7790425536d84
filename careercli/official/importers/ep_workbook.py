"""Recognize a workbook of the Employment Projections by its header, tell its years, and check its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby

from careercli.errors import CareerError
from careercli.official import ep as cells_of
from careercli.official.cells import in_units
from careercli.official.importers import checked, ep, ep_header
from careercli.official.importers.downloads import Download
from careercli.official.importers.layout import Layout, Table, UnknownLayout
from careercli.official.importers.sheets import Row

LOOKED_FOR = "Employment Projections (National Employment Matrix code)"

_HEADERS = {"occupations": ep.HEADERS, "separations": ep.TITLED_SEPARATIONS}
"""The headers of each table: 1.2 (1.7 of 2016-26) and 1.10 of the workbook."""

Tables = dict[str, list[str]]
"""By the name of each table its rows as lines of cells between tabs."""

_CODE_HEADER = re.compile(ep.HEADERS["code"])
_IN_INDEX = re.compile(r"Table 1\.\d+\b")
"""How the first sheet names the tables of the others."""

_TARGET = re.compile(r"Employment, (\d{4})")
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,3})?")
_NO_FIGURE = {"", "—"}
_TYPES = {"Line item", "Summary"}


def _tables(rows: Iterable[Row], download: Download) -> list[Table]:
    """Return the tables of occupations in a workbook.

    Raises UnknownLayout, and CareerError where a column is missing or a cell cannot be one of the projections.
    """
    years, found = _read(rows, download.label)
    return [Table(f"projections-{years}.{name}", tuple(_HEADERS[name]), lines, 1) for name, lines in found.items()]


def _read(rows: Iterable[Row], label: str) -> tuple[str, Tables]:
    """Return the years of a workbook, such as `2024-34`, and its tables."""
    found: Tables = {}
    years: set[str] = set()
    for sheet, group in groupby(rows, lambda row: row.sheet):
        first = next((row for _, row in zip(range(3), group, strict=False) if _is_header(row)), None)
        if first is None:
            continue
        header, below = _whole_header(first, group)
        name = _table(header)
        if name:
            years.add(_years(header, f"{label}: sheet “{sheet}”"))
            found[name] = _lines(below, header, name, f"{label}: sheet “{sheet}”")
    if not found:
        raise UnknownLayout(LOOKED_FOR)
    if len(years) > 1 or "occupations" not in found:
        raise CareerError(f"{label}: has no table of occupations of one release: {', '.join(sorted(years))}")
    return years.pop(), found


def _is_header(row: Row) -> bool:
    return any(_CODE_HEADER.fullmatch(cell) or ep_header.TITLE_AND_CODE.match(cell) for cell in row.cells)


def _recognizes(first: Sequence[Row]) -> bool:
    return any(_is_header(row) or _IN_INDEX.match(row.cells[0]) for row in first)


LAYOUT = Layout(LOOKED_FOR, _recognizes, _tables)


def _whole_header(first: Row, rows: Iterable[Row]) -> tuple[list[str], Iterator[Row]]:
    """Return the names of the columns and the rows below the header, which goes on while the first cell is empty."""
    names: list[list[str]] = []
    found = iter(rows)
    for row in found:
        if row.cells[0]:
            return ep_header.in_one_row(first.cells, names), chain([row], found)
        names.append(row.cells)
    return ep_header.in_one_row(first.cells, names), iter(())


def _table(header: Sequence[str]) -> str:
    """Return which table a header belongs to, or an empty text: each has a column that no other has."""
    for name, column in (("occupations", "entry_education"), ("separations", "exit_rate")):
        if ep.TYPE in header and any(re.fullmatch(_HEADERS[name][column], cell) for cell in header):
            return name
    return ""


def _years(header: Sequence[str], label: str) -> str:
    found = [target[1] for cell in header if (target := _TARGET.fullmatch(cell))]
    if len(found) != 2:
        raise CareerError(f"{label} has no columns of employment in two years")
    return f"{found[0]}-{found[1][2:]}"


def _lines(rows: Iterable[Row], header: Sequence[str], name: str, label: str) -> list[str]:
    headers = _HEADERS[name]
    try:
        lines = ["\t".join(cells) for cells in ep.rows(_records(rows, header, headers, label), headers)]
    except ValueError as error:
        raise CareerError(f"{label}: {error}") from None
    codes = [line[:7] for line in lines]
    if len(set(codes)) < len(codes):
        raise CareerError(f"{label}: a second row of {next(code for code in codes if codes.count(code) > 1)}")
    return lines


def _records(
    rows: Iterable[Row], header: Sequence[str], patterns: Mapping[str, str], label: str
) -> Iterator[dict[str, str]]:
    """Yield the rows of occupations by the names of the header; the notes below them are none."""
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
        return checked.occupation(cell)
    units = cells_of.NUMBERS.get(column, 10 if column.endswith("_rate") else 0)
    if not units:
        return "is not a title or a level" if cell and checked.title(cell) else ""
    if cell in _NO_FIGURE and column in cells_of.NUMBERS:
        return ""
    if not _NUMBER.fullmatch(cell):
        return "is not a number"
    if cell[0] == "-" and column != "employment_change":
        return "is below 0"
    try:
        in_units(cell, units)
    except ValueError as error:
        return str(error)
    return ""
