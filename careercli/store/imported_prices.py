"""Insert imported price parities and consumer price indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from careercli.official.cells import in_units
from careercli.official.importers import parity_file
from careercli.official.importers.areas import THOUSANDTHS, parity_area
from careercli.official.importers.layout import Table
from careercli.official.importers.prices import CPI
from careercli.official.releases import PARITIES, newest_bundled

Row = Mapping[str, str]


def parities(database: sqlite3.Connection, release: int, rows: Iterable[Row], *_: object) -> None:
    """Insert the parities of areas that are known; one of 0.000 is none."""
    areas = dict(database.execute("SELECT code, id FROM area"))
    found = ((parity_area(row["GeoFIPS"]), int(row["year"]), in_units(row["parity"], THOUSANDTHS)) for row in rows)
    database.executemany(
        "INSERT INTO price_parity VALUES (?, ?, ?, ?)",
        [(release, areas[code], year, parity) for code, year, parity in found if code in areas and parity],
    )


def bundled_parities(database: sqlite3.Connection) -> dict[tuple[str, int], int]:
    """Return the bundled parity of each area and year: those of the years that wages are bundled of."""
    rows = database.execute("SELECT area.code, year, parity FROM price_parity JOIN area ON area.id = area")
    return {(code, year): parity for code, year, parity in rows}


def bundled_months(database: sqlite3.Connection) -> dict[str, int]:
    """Return the bundled index of each month, such as `2026M08`."""
    rows = database.execute("SELECT month, value FROM cpi")
    return {f"{month // 100}M{month % 100:02}": index for month, index in rows}


def contradicts(table: Table, bundled: Mapping[tuple[str, int], int], indexes: Mapping[str, int]) -> bool:
    """Return True if a table has another parity of an area and year, or index of a month, than the bundled one."""
    if table.columns == CPI:
        printed = {year + period: in_units(cell, THOUSANDTHS) for year, period, cell in map(_cells, table.lines)}
        return any(printed.get(month, index) != index for month, index in indexes.items())
    if table.columns != parity_file.COLUMNS:
        return False
    rows = map(_cells, table.lines)
    found = ((bundled.get((parity_area(fips), int(year))), cell) for fips, year, _, cell in rows)
    return any(known is not None and known != in_units(cell, THOUSANDTHS) for known, cell in found)


def _cells(line: str) -> list[str]:
    return line.split("\t")


def months(database: sqlite3.Connection, release: int, rows: Iterable[Row], *_: object) -> None:
    """Insert an index, and the bundled months that it lacks before its last: the CPI-U is never revised."""
    indexes = {int(row["year"] + row["period"][1:]): in_units(row["value"], THOUSANDTHS) for row in rows}
    printed = [(release, month, index) for month, index in indexes.items() if index is not None]
    database.executemany("INSERT INTO cpi VALUES (?, ?, ?)", printed)
    database.execute(
        "INSERT OR IGNORE INTO cpi SELECT ?1, month, value FROM cpi"
        " WHERE release = (SELECT id FROM release WHERE key = ?2) AND month <= ?3",
        (release, newest_bundled("CPI").id, max(indexes)),
    )


TABLES: dict[str, Callable[..., None]] = {**dict.fromkeys(PARITIES, parities), "months": months}
"""The functions that insert the rows of each table, by its name without its release."""
