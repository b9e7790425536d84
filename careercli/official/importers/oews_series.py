"""OEWS by place and by sector from BLS's time-series files, put under the workbooks' column names -> rows.

A cell without a figure is `-`, and FOOTNOTES has `COLUMN:code` for it. Source: https://download.bls.gov/pub/time.series/oe/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_WAGES = tuple(
    f"{period}_{name}" for name in ("MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90") for period in ("H", "A")
)
"""An hour beside its year: the texts are a fifth smaller so."""

AREAS = ("AREA", "AREA_TITLE", "AREA_TYPE", "STATE_FIPS")
PLACES = (
    "OCC_CODE", "AREA", "TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT", "MEAN_PRSE", *_WAGES, "FOOTNOTES",
)  # fmt: skip
INDUSTRIES = ("INDUSTRY", "INDUSTRY_TITLE")
SECTORS = ("OCC_CODE", "INDUSTRY", "TOT_EMP", "EMP_PRSE", "MEAN_PRSE", *_WAGES, "FOOTNOTES")
"""The columns of each table, by the publisher's names."""

Records = Iterable[Mapping[str, str]]
Rows = Iterator[tuple[str, ...]]


def each_once(records: Records, columns: tuple[str, ...]) -> Rows:
    """Yield each area, or each sector, once, in the columns AREAS or INDUSTRIES."""
    yield from sorted({tuple(row[name] for name in columns) for row in records})


def places(records: Records) -> Rows:
    """Yield the detailed occupations of every area, in the columns PLACES; titles are those of the nation."""
    for row in records:
        if row["O_GROUP"] == "detailed":
            yield tuple(row[name] for name in PLACES)


def sectors(records: Records) -> Rows:
    """Yield the detailed and broad occupations of every sector of the nation, in the columns SECTORS."""
    for row in records:
        if row["O_GROUP"] in ("detailed", "broad"):
            yield tuple(row[name] for name in SECTORS)
