"""Recognize a file of the consumer price index (BLS) by its header, tell its last month, and check its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careercli.official.importers import checked, prices
from careercli.official.importers.areas import THOUSANDTHS
from careercli.official.importers.checked import Lines, Record
from careercli.official.importers.downloads import Download
from careercli.official.importers.layout import Layout, Table, Unused
from careercli.official.importers.sheets import Row
from careercli.official.releases import newest_bundled

LOOKED_FOR = "consumer price index (year, period, value)"

SERIES = "CUUR0000SA0"
"""The CPI-U, all items, US city average, not seasonally adjusted: in a file of many series, the one that is taken."""

_ID, _AVERAGE = "series_id", "M13"
_HALF_YEARS = ("S01", "S02", "S03")
"""Averages of both halves of a year, and of the year: skipped."""

_CHECKS = {
    "year": checked.matches(r"(19|20)\d\d", "is not a year"),
    "period": checked.matches(r"M(0[1-9]|1[0-3])", "is not a month"),
    "value": checked.in_units(THOUSANDTHS, "-"),
}


def _tables(rows: Iterable[Row], download: Download) -> list[Table]:
    """Return the index of each month. Raises Unused where the series is not here, CareerError for a bad cell."""
    lines, months = Lines(2), []
    for cells, place in _of_series(checked.records(rows, prices.CPI, download.label)):
        (line,) = prices.cpi([cells])
        lines.add(line, place)
        months += [f"{cells['year']}-{cells['period'][1:]}"] * (cells["period"] != _AVERAGE and cells["value"] != "-")
    if not months:
        raise Unused(f"prices without {SERIES}, the CPI-U of all items")
    if max(months) < newest_bundled("CPI").as_of:
        raise Unused(f"the CPI-U to {max(months)}, older than what comes with careercli")
    return [lines.table(f"cpi-{max(months)}.months", prices.CPI)]


def _of_series(records: Iterable[Record]) -> Iterator[Record]:
    """Yield the checked rows of the series, or all where no column names one; those of half-years are left out."""
    for record in records:
        if record.cells.get(_ID, SERIES) == SERIES and record.cells.get("period") not in _HALF_YEARS:
            yield checked.checked(record, _CHECKS)


LAYOUT = Layout(LOOKED_FOR, lambda first: any(checked.is_header(row, prices.CPI) for row in first[:1]), _tables)
