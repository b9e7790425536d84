"""Insert imported price parities and consumer price indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from careercli.official.cells import in_units
from careercli.official.importers.areas import THOUSANDTHS, parity_area
from careercli.official.releases import newest_bundled

Row = Mapping[str, str]


def parities(database: sqlite3.Connection, release: int, rows: Iterable[Row], *_: object) -> None:
    """Insert the parities of areas that are known; one of 0.000 is none."""
    areas = dict(database.execute("SELECT code, id FROM area"))
    found = ((parity_area(row["GeoFIPS"]), int(row["year"]), in_units(row["parity"], THOUSANDTHS)) for row in rows)
    database.executemany(
        "INSERT INTO price_parity VALUES (?, ?, ?, ?)",
        [(release, areas[code], year, parity) for code, year, parity in found if code in areas and parity],
    )


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


TABLES: dict[str, Callable[..., None]] = {
    "state_parities": parities,
    "metro_parities": parities,
    "portion_parities": parities,
    "months": months,
}
"""What inserts the rows of each table, by its name without its release."""
