"""Recognize a file of regional price parities (BEA) by its header, tell its release, and check its cells.

A release is named by the last year that it has figures of: older years are revised with each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from careercli.errors import CareerError
from careercli.official.importers import checked, prices
from careercli.official.importers.checked import Lines, Record
from careercli.official.importers.downloads import Download
from careercli.official.importers.layout import Layout, Table, Unused
from careercli.official.importers.sheets import Row

LOOKED_FOR = "regional price parities (GeoFIPS, GeoName, a column for each year)"
COLUMNS = ("GeoFIPS", "year", "GeoName", "parity")

_Taken = Callable[[Iterable[dict[str, str]], Iterable[str]], prices.Rows]
"""Yields the rows of areas that are taken, with their cells of some years."""

_KINDS: dict[str, tuple[str, _Taken]] = {
    "MARPP": ("metro_parities", prices.metros),
    "PARPP": ("portion_parities", prices.portions),
}
"""The table of each of BEA's tables, and the rows of it that are taken; of any other, those of states."""

_FIPS = checked.matches(r"\d{5}", "is not a code of five digits")
_FIGURE = checked.number("(NA)", "(D)", "")
_NONE = ("(NA)", "(D)", "", "0.000")
_NATION = "00000"


def _is_header(row: Row) -> bool:
    lower = [cell.strip().casefold() for cell in row.cells]
    return lower[:2] == ["geofips", "geoname"] and any(cell.isdigit() for cell in lower)


def _tables(rows: Iterable[Row], download: Download) -> list[Table]:
    """Return the parities of all items in a file: a line for each area and year.

    Raises Unused where the file is of another statistic of BEA, and CareerError where a cell cannot be a parity.
    """
    found = iter(rows)
    header = next(row for row in found if _is_header(row))
    names = ["GeoFIPS", "GeoName", *(cell.strip() for cell in header.cells[2:])]
    years = [name for name in names if name.isdigit()]
    records = list(_records(found, names, years, download.label))
    _check_nation(records, years)
    last = [year for year in years if any(record.cells[year] not in _NONE for record in records[1:])]
    if not last:
        raise Unused("regional price parities without figures")
    name, taken = _KINDS.get(records[0].cells.get("TableName", ""), ("state_parities", _states))
    return [_lines(records, taken, years).table(f"parities-{last[-1]}.{name}", COLUMNS)]


def _records(rows: Iterable[Row], names: list[str], years: list[str], label: str) -> Iterator[Record]:
    """Yield the rows of areas; notes stand below, one cell a row."""
    checks = {"GeoFIPS": _FIPS, "GeoName": checked.title, **dict.fromkeys(years, _FIGURE)}
    for row in rows:
        if len([cell for cell in row.cells if cell]) < 2 and not row.cells[0].isdigit():
            return
        if len(row.cells) < len(names):
            raise CareerError(f"{checked.place_of(row, label)}: has fewer cells than the header")
        yield checked.checked(Record(dict(zip(names, row.cells, strict=False)), checked.place_of(row, label)), checks)


def _check_nation(records: list[Record], years: list[str]) -> None:
    """Raise Unused unless the nation comes first and is 100: other statistics of BEA have the same header."""
    first = records[0].cells if records else {}
    values = {first.get(year, "") for year in years} - {*_NONE}
    if first.get("GeoFIPS") != _NATION or values != {"100.000"}:
        raise Unused("a table of BEA, and not of regional price parities")


def _states(records: Iterable[dict[str, str]], years: Iterable[str]) -> prices.Rows:
    named = ({"LineCode": "1", **record} for record in records)
    return prices.state_years(named, years)


def _lines(records: Iterable[Record], taken: _Taken, years: list[str]) -> Lines:
    lines = Lines(2)
    for record in records:
        for fips, area, *cells in taken([record.cells], years):
            for year, cell in zip(years, cells, strict=True):
                lines.add((fips, year, area, cell), record.place)
    return lines


LAYOUT = Layout(LOOKED_FOR, lambda first: any(map(_is_header, first)), _tables)
