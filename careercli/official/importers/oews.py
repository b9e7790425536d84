"""OEWS workbooks -> rows: the nation, places, and the nation by sector, also where one workbook holds them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

PLACE = ("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE")
SECTOR = ("NAICS", "NAICS_TITLE")
NATIONAL = (
    "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "MEAN_PRSE",
    "A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90",
    "H_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "ANNUAL", "HOURLY",
)  # fmt: skip
PLACES = (*PLACE, *NATIONAL, "JOBS_1000", "LOC_QUOTIENT")
SECTORS = (*SECTOR, *NATIONAL)
"""The columns of each table, by the publisher's names."""

_OLD_NAMES = {"O_GROUP": "OCC_GROUP"}
_NATION, _ALL_INDUSTRIES = ("1", ""), ("cross-industry", "")
"""Values of AREA_TYPE and I_GROUP that say so; before 2019 national workbooks have neither."""

Rows = Iterator[tuple[str, ...]]


def national(records: Iterable[Mapping[str, str]]) -> Rows:
    """Yield the detailed, broad and major rows of the nation in the columns NATIONAL.

    A code that is both broad and detailed comes once, as detailed. A column that a year lacks is empty.
    """
    rows = [
        row for row in _named(records, (*NATIONAL, "AREA_TYPE", "I_GROUP"))
        if row["AREA_TYPE"] in _NATION and row["I_GROUP"] in _ALL_INDUSTRIES
    ]  # fmt: skip
    detailed = {row["OCC_CODE"] for row in rows if row["O_GROUP"] == "detailed"}
    for row in rows:
        is_repeated = row["O_GROUP"] == "broad" and row["OCC_CODE"] in detailed
        if row["O_GROUP"] in ("detailed", "broad", "major") and not is_repeated:
            yield tuple(row[name] for name in NATIONAL)


def places(records: Iterable[Mapping[str, str]]) -> Rows:
    """Yield the detailed rows of states and of metropolitan and nonmetropolitan areas in the columns PLACES."""
    for row in _named(records, (*PLACES, "I_GROUP")):
        if row["O_GROUP"] == "detailed" and row["AREA_TYPE"] not in _NATION and row["I_GROUP"] in _ALL_INDUSTRIES:
            yield tuple(row[name] for name in PLACES)


def sectors(records: Iterable[Mapping[str, str]]) -> Rows:
    """Yield the detailed rows of the nation by sector in the columns SECTORS."""
    for row in _named(records, (*SECTORS, "AREA_TYPE", "I_GROUP")):
        if row["O_GROUP"] == "detailed" and row["AREA_TYPE"] in _NATION and row["I_GROUP"] == "sector":
            yield tuple(row[name] for name in SECTORS)


def _named(records: Iterable[Mapping[str, str]], names: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield the cells under some names, whatever their case, and under those that older workbooks use for them."""
    for record in records:
        row = {name.upper(): cell for name, cell in record.items()}
        yield {name: row.get(name, row.get(_OLD_NAMES.get(name, ""), "")) for name in names}
