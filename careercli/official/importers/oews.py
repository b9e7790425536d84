"""National OEWS workbooks -> rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

NATIONAL = (
    "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "MEAN_PRSE",
    "A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90",
    "H_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "ANNUAL", "HOURLY",
)  # fmt: skip
"""The columns of the table, by the publisher's names."""


def national(records: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield the detailed, broad and major rows of the nation in the columns NATIONAL.

    A code that is both broad and detailed comes once, as detailed.
    """
    rows = list(records)
    detailed = {row["OCC_CODE"] for row in rows if row["O_GROUP"] == "detailed"}
    for row in rows:
        is_repeated = row["O_GROUP"] == "broad" and row["OCC_CODE"] in detailed
        if row["O_GROUP"] in ("detailed", "broad", "major") and not is_repeated:
            yield tuple(row[name] for name in NATIONAL)
