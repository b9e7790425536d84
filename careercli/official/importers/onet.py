"""The O*NET database in its Excel layout (to 30.2) -> rows of figures, names and flags, and no sentence."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from careercli.official.importers import workbook
from careercli.official.importers.workbook import Record

RATINGS = {
    "code": "O*NET-SOC Code", "element_id": "Element ID", "element": "Element Name", "scale": "Scale ID",
    "value": "Data Value", "n": "N", "standard_error": "Standard Error", "suppress": "Recommend Suppress",
    "not_relevant": "Not Relevant", "date": "Date", "source": "Domain Source",
}  # fmt: skip
TECHNOLOGIES = {
    "code": "O*NET-SOC Code", "technology": "Example", "hot": "Hot Technology", "in_demand": "In Demand",
}  # fmt: skip
JOB_ZONES = {
    "code": "O*NET-SOC Code", "title": "Title", "zone": "Job Zone", "date": "Date", "source": "Domain Source",
}  # fmt: skip
"""Our columns and the headers they are found under, a table each."""


def table(archive: Path, name: str) -> Iterator[Record]:
    """Yield the rows of a table, such as `Job Zones`. Raises KeyError where the archive lacks it."""
    with zipfile.ZipFile(archive) as opened:
        paths = {path.rpartition("/")[2]: path for path in opened.namelist()}
        data = opened.read(paths[f"{name}.xlsx"])
    return workbook.records(data)


def rows(records: Iterable[Record], headers: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the cells under some headers. Raises KeyError where the table lacks one."""
    for record in records:
        yield tuple(record[name] for name in headers.values())
