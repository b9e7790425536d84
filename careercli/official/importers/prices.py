"""Regional price parities (BEA) and the consumer price index (BLS) -> rows. An index of 0.000 is none, and is kept.

Sources: https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area,
https://www.bls.gov/cpi/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_ALL_ITEMS = "1"
"""The LineCode of the parity of all items."""

_STATE_YEARS = {"2023": "rpp_all_items_2023_revised", "2024": "rpp_all_items_2024"}
CPI = ("year", "period", "value")
STATES = ("GeoName", *_STATE_YEARS)

Rows = Iterator[tuple[str, ...]]


def areas(years: Iterable[str]) -> tuple[str, ...]:
    """Return the columns of parities of metropolitan areas, or of portions of states, in these years."""
    return ("GeoFIPS", "GeoName", *years)


def metros(records: Iterable[Mapping[str, str]], years: Iterable[str]) -> Rows:
    """Yield the parities of the nation and of metropolitan areas, all items, in the columns `areas(years)`."""
    columns = areas(years)
    for row in records:
        if row.get("LineCode") == _ALL_ITEMS and row["GeoFIPS"] != "00999":
            yield tuple(row[name] for name in columns)


def portions(records: Iterable[Mapping[str, str]], years: Iterable[str]) -> Rows:
    """Yield the parities of the nonmetropolitan portions of states, all items, in the columns `areas(years)`."""
    columns = areas(years)
    for row in records:
        if row.get("LineCode") == _ALL_ITEMS and row["GeoFIPS"].endswith("999"):
            yield tuple(row[name] for name in columns)


def states(records: Iterable[Mapping[str, str]]) -> Rows:
    """Yield the parities of states in the columns STATES."""
    for row in records:
        yield (row["GeoName"], *(row[name] for name in _STATE_YEARS.values()))


def state_years(records: Iterable[Mapping[str, str]], years: Iterable[str]) -> Rows:
    """Yield the parities of states, all items, in the columns `areas(years)`."""
    columns = areas(years)
    for row in records:
        if row["LineCode"] == _ALL_ITEMS and row["GeoFIPS"] != "00000":
            yield tuple(row[name] for name in columns)


def cpi(records: Iterable[Mapping[str, str]]) -> Rows:
    """Yield the index of each month, all items, not seasonally adjusted, in the columns CPI."""
    for row in records:
        yield tuple(row[name] for name in CPI)
