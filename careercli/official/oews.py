"""Occupational Employment and Wage Statistics (BLS): a row of a text -> a row of the store -> claims.

Marks of the publisher: `#` is at least the year's top code, `*` a wage and `**` an employment that
is not released. Source: https://www.bls.gov/oes/
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from careercli.model import numbers, wages
from careercli.model.claims import PERIODS, Claim, Number, Source, Value
from careercli.official.cells import Marks, from_units, in_units

STATISTICS = ("median", "mean", "p10", "p25", "p75", "p90")

_NORMAL = 1.96
_BAND = {"mean": 1.0, "median": 1.25, "p25": 1.4, "p75": 1.4, "p10": 1.7, "p90": 1.7}
"""Standard error of a statistic of a large normal sample, as a multiple of the mean's: BLS publishes that alone."""

_WAGE_NOTE = "no overtime, shift premiums, year-end bonuses or self-employed"
_COUNT_NOTE = "without the self-employed"


class Wages(NamedTuple):
    """The figures of one occupation in one area: dollars a year, cents an hour, errors in tenths of a percent.

    None is a cell without a figure. `only` is `year` or `hour` where wages are published by that period only.
    """

    employment: int | None
    employment_prse: int | None
    mean_prse: int | None
    annual_mean: int | None
    annual_p10: int | None
    annual_p25: int | None
    annual_median: int | None
    annual_p75: int | None
    annual_p90: int | None
    hourly_mean: int | None
    hourly_p10: int | None
    hourly_p25: int | None
    hourly_median: int | None
    hourly_p75: int | None
    hourly_p90: int | None
    only: str | None


_PERIODS = (("year", "annual", 1), ("hour", "hourly", 100))
"""Each period, its columns' first word, and how many of their units make a dollar."""


_STATISTICS = ("mean", "p10", "p25", "median", "p75", "p90")
HEADERS = {
    "employment": ("TOT_EMP", 1), "employment_prse": ("EMP_PRSE", 10), "mean_prse": ("MEAN_PRSE", 10),
    **{f"annual_{name}": (f"A_{name.upper().replace('P', 'PCT')}", 1) for name in _STATISTICS},
    **{f"hourly_{name}": (f"H_{name.upper().replace('P', 'PCT')}", 100) for name in _STATISTICS},
}  # fmt: skip
"""The publisher's header of each column of figures, and how many of the column's units are one of the printed."""

_TOP_CODES = (("2022", 239_200, 115), ("2016", 208_000, 100), ("2013", 187_200, 90))
"""The least that `#` stands for, since which year, in dollars a year and an hour."""


def read(row: Mapping[str, str], as_of: str) -> tuple[Wages, Marks]:
    """Return the figures of a row of a text, and its marks. Raises ValueError where a cell cannot be kept exactly."""
    annual, hourly = next(limits for since, *limits in _TOP_CODES if as_of >= since)
    as_printed = {column: (row[header], units) for column, (header, units) in HEADERS.items()}
    figures = {column: in_units(cell, units) for column, (cell, units) in as_printed.items()}
    limits = {column: annual if column.startswith("annual") else hourly * 100 for column in as_printed}
    marks = {
        column: (cell, limits[column] if cell == "#" else None)
        for column, (cell, _) in as_printed.items() if cell and figures[column] is None
    }  # fmt: skip
    flags = (("year", row["ANNUAL"]), ("hour", row["HOURLY"]))
    return Wages(**figures, only=next((period for period, flag in flags if flag == "TRUE"), None)), marks


def claims(
    code: str, row: Wages, marks: Marks, source: Source, area: str, periods: Collection[str] = PERIODS
) -> Iterator[Claim]:
    """Yield the figures of one occupation in one area: wages in dollars by each of `periods`, people employed."""
    mean_error = _percent(row.mean_prse)
    for statistic in STATISTICS:
        error = mean_error if statistic == "mean" else None
        band = None if mean_error is None else _NORMAL * _BAND[statistic] * mean_error
        for period, word, units in _PERIODS:
            if period not in periods:
                continue
            column = f"{word}_{statistic}"
            amount: int | None = getattr(row, column)
            value, bound, caveat = _dollars(amount, units), "", ""
            as_printed, note = str(value), _WAGE_NOTE
            if amount is None:
                as_printed, least = marks.get(column, ("", None))
                value = _dollars(least, units)
                if least is not None:
                    bound, note = ">=", f"top-coded; {_WAGE_NOTE}"
                else:
                    note, caveat = _missing(row.only, period)
            if error is not None and value is not None:
                note = f"{note}; published error (PRSE) {numbers.decimal(error)} %"
            yield Claim(
                statistic, value, source, as_printed, bound=bound, statistic=statistic, period=period,
                currency="USD", area=area, as_of=source.as_of, population=code,
                method=source.method, note=note, relative_error_percent=error,
                one_period=row.only is not None, caveat=caveat, band_percent=band,
            )  # fmt: skip
    yield _employment(code, row, marks, source, area)


def record(code: str, row: Wages, marks: Marks, source: Source, area: str, period: str) -> list[Value] | None:
    """Return the wages of a period by wages.RECORD_COLUMNS, with no claim made: it is quicker for many occupations.

    None where a figure is not printed: its claim says why, and whether the other period tells it.
    """
    _, word, units = next(each for each in _PERIODS if each[0] == period)
    amounts: dict[str, Value] = {}
    for statistic in STATISTICS:
        column = f"{word}_{statistic}"
        amount = getattr(row, column)
        least = marks[column][1] if amount is None and column in marks else None
        if amount is None and least is None:
            return None
        amounts[statistic] = _dollars(amount, units) if least is None else f">={_dollars(least, units)}"
    key = (code, "", area, source.as_of, source.id, source.method, "listed", "USD", period)
    return [*key, *(amounts.get(statistic) for statistic in wages.STATISTICS)]


def _missing(only: str | None, period: str) -> tuple[str, str]:
    """Return the note and the caveat of a wage that is not printed."""
    if only in (None, period):
        return "not released", "not released"
    caveat = f"published by the {only} only"
    return f"not released: wages of this occupation are {caveat}", caveat


def _employment(code: str, row: Wages, marks: Marks, source: Source, area: str) -> Claim:
    error = _percent(row.employment_prse)
    note, as_printed = _COUNT_NOTE, str(row.employment)
    if row.employment is None:
        note, (as_printed, _) = "not released", marks.get("employment", ("", None))
    elif error is not None:
        note = f"{note}; published error (PRSE) {numbers.decimal(error)} %"
    return Claim(
        "employment", row.employment, source, as_printed,
        statistic="count", area=area, as_of=source.as_of, population=code,
        method=source.method, note=note, relative_error_percent=error,
    )  # fmt: skip


def _dollars(amount: int | None, units: int) -> Number | None:
    return None if amount is None else from_units(amount, units)


def _percent(tenths: int | None) -> float | None:
    return None if tenths is None else tenths / 10
