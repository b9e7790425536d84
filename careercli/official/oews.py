"""Occupational Employment and Wage Statistics (BLS): a row of a text -> a row of the store -> claims.

Marks of the workbooks: `#` is at least the year's top code, `*` a wage and `**` an employment that is not
released. The files of places and sectors print `-` with a footnote, kept as `-(5)`: 4 a wage published by the
other period only, 5 top-coded, 8 not released. Source: https://www.bls.gov/oes/
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from math import hypot
from operator import attrgetter, getitem, itemgetter
from typing import NamedTuple

from careercli.model import numbers
from careercli.model.claims import PERIODS, Claim, Number, Source, Value
from careercli.official import releases
from careercli.official.cells import Marks, from_units, numbers_in, printed_number

STATISTICS = ("median", "mean", "p10", "p25", "p75", "p90")

_BAND = {"mean": 1.0, "median": 1.25, "p25": 1.4, "p75": 1.4, "p10": 1.7, "p90": 1.7}
"""Standard error of a statistic of a large normal sample, as a multiple of the mean's: BLS publishes that alone."""

_WAGE_NOTE = "no overtime, shift premiums, year-end bonuses or self-employed"
_COUNT_NOTE = "without the self-employed"


class Wages(NamedTuple):
    """The figures of one occupation in one area: dollars a year, cents an hour, errors in tenths of a percent.

    `jobs_per_1000` is in thousandths of a job and `location_quotient` in hundredths; the nation and sectors
    have neither. None is a cell without a figure. `only` is `year` or `hour` where wages are published by that
    period only.
    """

    employment: int | None
    employment_prse: int | None
    jobs_per_1000: int | None
    location_quotient: int | None
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


OF_INDUSTRIES = tuple(name for name in Wages._fields if name not in ("jobs_per_1000", "location_quotient"))
"""Columns that industries have."""

figures_of_industry = attrgetter(*OF_INDUSTRIES)
"""Returns the figures of an industry from Wages, in the order of OF_INDUSTRIES."""

_PERIODS = (("year", "annual", 1), ("hour", "hourly", 100))
"""Each period, its columns' first word, and how many of their units make a dollar."""


_STATISTICS = ("mean", "p10", "p25", "median", "p75", "p90")
HEADERS = {
    "employment": ("TOT_EMP", 1), "employment_prse": ("EMP_PRSE", 10), "jobs_per_1000": ("JOBS_1000", 1000),
    "location_quotient": ("LOC_QUOTIENT", 100), "mean_prse": ("MEAN_PRSE", 10),
    **{f"annual_{name}": (f"A_{name.upper().replace('P', 'PCT')}", 1) for name in _STATISTICS},
    **{f"hourly_{name}": (f"H_{name.upper().replace('P', 'PCT')}", 100) for name in _STATISTICS},
}  # fmt: skip
"""The publisher's header of each column of figures, and how many of the column's units are one of the printed."""

_HEADERS, _UNITS = zip(*HEADERS.values(), strict=True)
_NUMBERS = tuple(map(numbers_in, _UNITS))
_PLAIN = {
    **{
        header: rf"[0-9]++\.[0-9]{{{len(str(units)) - 1}}}" if units > 1 else "[0-9]++"
        for header, units in HEADERS.values()
    },
    **dict.fromkeys(("FOOTNOTES", "ANNUAL", "HOURLY"), ""),
}
"""Cells of a row in which no figure is missing, each with all its decimals."""


_PERCENTILES = {
    f"{period}_{lower}": [f"{period}_{each}" for each in _STATISTICS[1 : n + 1]]
    for period in ("annual", "hourly") for n, lower in enumerate(_STATISTICS) if n
}  # fmt: skip
"""The percentiles below each, from the lowest, by column."""

_ONE_PERIOD, _TOP_CODED = "(4)", ("#", "-(5)")


Read = Callable[[str], tuple[Wages, Marks]]
"""Reads a line of a text, cells between tabs. Raises ValueError where a cell cannot be kept exactly."""


def read(row: Mapping[str, str], as_of: str) -> tuple[Wages, Marks]:
    """Return the figures of a row of a text by the names of its columns, and its marks, as `reader` does."""
    return reader(tuple(row), as_of)("\t".join(row.values()))


@cache
def reader(columns: tuple[str, ...], as_of: str) -> Read:
    """Return what reads the lines of a text with these columns.

    A column that the text lacks is None, without a mark.
    """
    places = {name: place for place, name in enumerate(columns)}
    cells_of = itemgetter(*(places.get(header, -1) for header in _HEADERS))
    notes_of = itemgetter(*(places.get(name, -1) for name in ("FOOTNOTES", "ANNUAL", "HOURLY")))
    is_plain = re.compile("\t".join(_PLAIN.get(name, "[^\t]*+") for name in columns)).fullmatch
    has_all = places.keys() >= set(_HEADERS)

    def read_line(line: str) -> tuple[Wages, Marks]:
        if has_all and is_plain(line):  # Four times as fast, and nine lines of ten.
            return Wages._make([*map(int, cells_of(line.replace(".", "").split("\t"))), None]), {}
        cells = [*line.split("\t"), ""]
        printed = cells_of(cells)
        figures = list(map(getitem, _NUMBERS, printed))
        if None not in figures:
            return Wages._make([*figures, None]), {}
        missing = tuple([cell if figure is None else "" for cell, figure in zip(printed, figures, strict=True)])
        marks, only = _marks(missing, *notes_of(cells))
        found = Wages._make([*figures, only])
        return found, {
            column: (mark, _least(column, found, as_of) if mark in _TOP_CODED else None)
            for column, mark in marks.items()
        }

    return read_line


@lru_cache(10_000)
def _marks(missing: Sequence[str], footnotes: str, annual: str, hourly: str) -> tuple[Mapping[str, str], str | None]:
    """Return what is printed in place of figures, by column, and the one period by which wages are published, or None.

    `missing` is each such cell in the order of HEADERS, empty where there is a figure; then come the footnotes and
    the flags of a row.
    """
    codes = dict(each.split(":") for each in footnotes.replace(";", " ").split())
    marks = {
        column: f"{cell}({codes[header]})" if header in codes else cell
        for (column, (header, _)), cell in zip(HEADERS.items(), missing, strict=True) if cell
    }  # fmt: skip
    for period, flag, other in (("year", annual, "hourly_mean"), ("hour", hourly, "annual_mean")):
        if flag == "TRUE" or marks.get(other, "").endswith(_ONE_PERIOD):
            return marks, period
    return marks, None


def _least(column: str, found: Wages, as_of: str) -> int:
    """Return the least that a top-coded figure can be: the year's top code, or the next lower percentile printed."""
    annual, hourly = next(limits for since, *limits in releases.TOP_CODES if as_of >= since)
    limit = annual if column.startswith("annual") else hourly * 100
    return max([limit, *(getattr(found, each) or 0 for each in _PERCENTILES.get(column, ()))])


def claims(
    code: str, row: Wages, marks: Marks, source: Source, area: str, periods: Collection[str] = PERIODS
) -> Iterator[Claim]:
    """Yield the figures of one occupation in one area: wages in dollars by each of `periods`, people employed."""
    mean_error = _percent(row.mean_prse)
    for statistic in STATISTICS:
        error = mean_error if statistic == "mean" else None
        band = None if mean_error is None else _band(statistic, mean_error)
        for period, word, units in _PERIODS:
            if period not in periods:
                continue
            column = f"{word}_{statistic}"
            amount: int | None = getattr(row, column)
            value, bound, caveat = printed_number(amount, units), "", ""
            as_printed, note = str(value), _WAGE_NOTE
            if amount is None:
                as_printed, least = marks.get(column, ("", None))
                value = printed_number(least, units)
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


TOP_PLACES = {"top_states": "state", "top_metros": "metro"}
"""The kind of places that each field lists."""

MOST_PLACES = 5


class TopPlace(NamedTuple):
    """A place with one of the highest medians: dollars a year, and the mean's error in tenths of a percent."""

    title: str
    median: int
    mean_prse: int

    @property
    def band(self) -> float:
        """Return half the width of our band around the median, in dollars."""
        return self.median * _band("median", self.mean_prse / 10) / 100


def _band(statistic: str, mean_error: float) -> float:
    """Return half the width of our band around a statistic, in percent, from the mean's error in percent."""
    return numbers.NORMAL * _BAND[statistic] * mean_error


def top_places(code: str, field: str, top: list[TopPlace], capped: int, source: Source) -> Iterator[Claim]:
    """Yield the places with the highest medians, and whether each is clearly below the first.

    Where `capped` places have a median at the publisher's limit, the order is unknown, and that is the claim.
    """
    if capped:
        note = f"{capped} places are at the publisher's limit: their order is unknown"
        yield _top_place(code, field, None, source, note, "order unknown")
        return
    for place in top:
        clear = place is top[0] or top[0].median - place.median > hypot(top[0].band, place.band)
        text = f"{place.title} {numbers.grouped(place.median)}{'' if clear else ' (not clearly lower)'}"
        yield _top_place(code, field, text, source, "median wages of places with 100 jobs or more; sorted, not ranked")


def _top_place(code: str, field: str, text: str | None, source: Source, note: str, caveat: str = "") -> Claim:
    return Claim(
        field, text, source, text or "", area=releases.NATION, as_of=source.as_of, population=code,
        method=source.method, note=note, caveat=caveat,
    )  # fmt: skip


def of_period(wages: Wages, period: str) -> tuple[Value, ...]:
    """Return employment, its error, that of the mean, and the wages of a period, as `record` reads them."""
    first, _ = _FIRST_OF[period]
    return wages.employment, wages.employment_prse, wages.mean_prse, *wages[first : first + len(_STATISTICS)]


def record(
    code: str, figures: Sequence[Value], marks: Marks, source: Source, area: str, period: str
) -> tuple[Value, ...]:
    """Return wages.RECORD_COLUMNS of a period, employment and its error, and the error of the mean.

    `figures` are in the order of `of_period`. No claim is made: it is quicker for many occupations. A figure
    that is not printed is its bound, or None.
    """
    employment, employment_error, mean_error, *amounts = figures
    first, units = _FIRST_OF[period]
    if units > 1:
        amounts = [each if each is None else from_units(int(each), units) for each in amounts]
    if marks and None in amounts:
        bounds = (marks.get(column, ("", None))[1] for column in Wages._fields[first:])
        amounts = [
            each if each is not None or least is None else f">={from_units(least, units)}"
            for each, least in zip(amounts, bounds, strict=False)
        ]
    mean, p10, p25, median, p75, p90 = amounts
    return (
        code, "", area, source.as_of, source.id, source.method, "listed", "USD", period,
        None, p10, p25, median, p75, p90, None, mean, None, employment, _tenths(employment_error), _tenths(mean_error),
    )  # fmt: skip


@cache
def _tenths(number: int | None) -> Number | None:
    return None if number is None else from_units(number, 10)


_FIRST_OF = {period: (Wages._fields.index(f"{word}_mean"), units) for period, word, units in _PERIODS}
"""Where the figures of a period begin in a row, in the order of _STATISTICS, and how many units make a dollar."""


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


def _percent(tenths: int | None) -> float | None:
    return None if tenths is None else tenths / 10
