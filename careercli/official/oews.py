"""Occupational Employment and Wage Statistics (BLS): a row of a release -> claims.

Marks of the publisher: `#` is at least the year's top code, `*` a wage and `**` an employment that
is not released; TRUE in `annual_only` or `hourly_only` says that only those wages are.
Source: https://www.bls.gov/oes/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careercli.model import numbers
from careercli.model.claims import Claim, Source

FILE = "oews-2024-05.tsv"

SOURCE = Source(
    id="oews-2024-05",
    publisher="US Bureau of Labor Statistics",
    title="Occupational Employment and Wage Statistics (OEWS)",
    url="https://www.bls.gov/oes/",
    release="May 2024",
    as_of="2024-05",
    area="US",
    license="US public domain",
    method="survey",
    series="OEWS",
    caveat="no overtime, bonuses or self-employed",
    note=(
        "Whole occupations, wage and salary workers only: not the self-employed."
        " Wages are without overtime, shift premiums and year-end bonuses."
    ),
)

STATISTICS = ("median", "mean", "p10", "p25", "p75", "p90")

_TOP_CODES = {"year": 239_200, "hour": 115}
_WAGE_NOTE = "no overtime, shift premiums, year-end bonuses or self-employed"
_COUNT_NOTE = "without the self-employed"


def claims(row: Mapping[str, str], source: Source = SOURCE) -> Iterator[Claim]:
    """Every figure of one occupation's row: wages a year and an hour in dollars, people employed."""
    code = row["soc_code"]
    one_period = row["annual_only"] == "TRUE" or row["hourly_only"] == "TRUE"
    mean_error = float(row["mean_prse"]) if _is_number(row["mean_prse"]) else None
    for statistic in STATISTICS:
        error = mean_error if statistic == "mean" else None
        for period, prefix in (("year", "a_"), ("hour", "h_")):
            as_printed = row[prefix + statistic]
            value, bound, note, caveat = _wage(as_printed, period, row)
            if error is not None and value is not None:
                note = f"{note}; published error (PRSE) {numbers.decimal(error)} %"
            yield Claim(
                statistic, value, source, as_printed, bound=bound, statistic=statistic, period=period,
                currency="USD", area=source.area, as_of=source.as_of, population=code,
                method=source.method, note=note, relative_error_percent=error,
                one_period=one_period, caveat=caveat,
            )  # fmt: skip
    yield _employment(row, source)


def _wage(as_printed: str, period: str, row: Mapping[str, str]) -> tuple[int | float | None, str, str, str]:
    """A wage's value, bound, note and caveat."""
    if _is_number(as_printed):
        return numbers.read_number(as_printed), "", _WAGE_NOTE, ""
    if as_printed == "#":
        return _TOP_CODES[period], ">=", f"top-coded; {_WAGE_NOTE}", ""
    for flag, only in (("annual_only", "year"), ("hourly_only", "hour")):
        if row[flag] == "TRUE" and period != only:
            note = f"not released: wages of this occupation are published by the {only} only"
            return None, "", note, f"published by the {only} only"
    return None, "", "not released", "not released"


def _employment(row: Mapping[str, str], source: Source) -> Claim:
    as_printed = row["employment"]
    known = _is_number(as_printed)
    error = float(row["employment_prse"]) if _is_number(row["employment_prse"]) else None
    note = _COUNT_NOTE if known else "not released"
    if known and error is not None:
        note = f"{note}; published error (PRSE) {numbers.decimal(error)} %"
    return Claim(
        "employment", numbers.read_number(as_printed) if known else None, source, as_printed,
        statistic="count", area=source.area, as_of=source.as_of, population=row["soc_code"],
        method=source.method, note=note, relative_error_percent=error,
    )  # fmt: skip


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).isdigit()
