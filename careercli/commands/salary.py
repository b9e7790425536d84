"""careercli salary [ROLE...]: wages, one row per role, population, level, place, date and source."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain, islice
from typing import Annotated, NamedTuple

import typer

from careercli.catalog.source_keys import with_unique_source_keys
from careercli.commands.marked_names import names_of
from careercli.commands.options import (
    AdjustWages,
    All,
    Per,
    checked_adjust,
    checked_period,
    names_argument,
    shares_options,
)  # fmt: skip
from careercli.commands.output import table_style, write, write_rows, write_values
from careercli.commands.request import Request
from careercli.commands.settings import in_force
from careercli.commands.stderr import say
from careercli.compare import wage_rows
from careercli.compare.wage_rows import PlainRow, WageRecord, missing_wages
from careercli.errors import CareerError, UsageError
from careercli.model.claims import Subject, is_own
from careercli.presentation import rows

Names = Annotated[list[str] | None, names_argument("[ROLE]...", "Ids, codes, titles or @marked.")]
Areas = Annotated[
    list[str] | None, typer.Option("--area", metavar="PLACE", help="Wages there; repeat it for more, or all.")
]
Industry = Annotated[
    str, typer.Option("--industry", metavar="NAME", help="In the nation's industries of this name or code, or all.")
]
AsOf = Annotated[str, typer.Option("--as-of", metavar="YEAR", help="Wages of May of that year, or all.")]
ALL, INFLATION = "all", "inflation"
_OF_NATION = "wages by industry are the nation's"
_NO_SERIES = "BLS advises against reading OEWS years as a series: its methods, codes and top codes change"


@shares_options
def run(
    request: Request,
    roles: Names = None,
    everything: All = False,
    areas: Areas = None,
    industry: Industry = "",
    as_of: AsOf = "",
    adjust: AdjustWages = "",
    period: Per = "",
) -> None:
    """Print wages of some roles, or of all; what a source lists and what is calculated are rows of their own.

    \b
    careercli salary noc-tech --area OH --area "Columbus, OH"
    careercli salary noc-tech support-tech --as-of 2023
    careercli salary --all -f tsv | awk -F'\\t' 'NR > 1 && $15 > 100000 {print $2}'
    """
    period = checked_period(period) or "year"
    columns = rows.chosen(request.columns, wage_rows.COLUMNS, "salary")
    if request.sort:
        rows.chosen(request.sort, wage_rows.COLUMNS, "salary", "--sort")
    if adjust != INFLATION:
        adjust = checked_adjust(adjust)
    elif not as_of:
        raise UsageError("--adjust inflation goes with --as-of, as in --as-of all --adjust inflation")
    if industry and (areas or adjust):
        raise UsageError(f"--industry: not allowed with --area or --adjust; {_OF_NATION}")
    names = roles or []
    asked = _Asked(areas or [in_force("area") if not industry else ""], industry, as_of, adjust, bool(names))
    own = [name for name in names if is_own(name)]
    if own and ALL in asked.places:
        raise UsageError(f"--area all: {own[0]} has a place of its own; name its role instead")
    is_everywhere = asked.places == [ALL] and not (names and everything)
    if industry or as_of or adjust or request.format in ("table", "md") or (names and not is_everywhere):
        subjects = _subjects(request, names, everything, asked)
        _write_records(request, subjects, columns, period, asked)
        if names and request.format != "table" and ALL not in asked.places:
            for line in _missing(subjects, period, asked):
                say(line)
        if own:
            _say_positions(subjects)
    else:
        _write_plain(request, _plain_rows(request, names, everything, asked.places, period), columns)


class _Asked(NamedTuple):
    """Which wages are asked: of named roles or all, in which places and industry, of which year, adjusted or not."""

    places: Sequence[str]
    industry: str
    as_of: str
    adjust: str
    are_named: bool


def _subjects(request: Request, names: Sequence[str], everything: bool, asked: _Asked) -> list[Subject]:
    """Return the named roles, or all, in each place; on request every detailed occupation that is not named."""
    found: list[Subject] = []
    for place in asked.places:
        catalog = request.catalog("" if place == ALL else place)
        subjects = catalog.find_all(names_of(catalog, names)) if names else with_unique_source_keys(catalog.roles())
        if everything:
            ids = {subject.id for subject in subjects} if names else set()
            subjects = [*subjects, *(each for each in catalog.occupations() if each.id not in ids)]
        found += _everywhere(subjects) if place == ALL else subjects
    return _adjusted(list({subject.id: subject for subject in found}.values()), asked)


def _say_positions(subjects: Sequence[Subject]) -> None:
    """Say where each amount of a person's own stands: it is no statistic, so no row of wages has it."""
    from careercli.moves.positions import with_positions
    from careercli.presentation.phrases import pay_positions

    for subject in with_positions(subjects):
        for line in pay_positions([claim for claim in subject.claims if claim.field == "offer"]):
            say(line)


def _adjusted(subjects: list[Subject], asked: _Asked) -> list[Subject]:
    """Return the subjects with the wages of the years that are asked for, and adjusted for prices or inflation.

    Where they are named, say why the figures of one begin later than the years.
    """
    if asked.as_of and not asked.industry:
        from careercli.compare.years import begins, in_constant_dollars, oews_of, with_years

        sources = oews_of(asked.as_of)
        subjects = [with_years(subject, sources) for subject in subjects]
        found = (subject.official.claims for subject in subjects if subject.official)
        if any(len({claim.as_of for claim in claims}) > 1 for claims in found):
            say(_NO_SERIES)
        if asked.are_named:
            for line in filter(None, (begins(subject, sources) for subject in subjects)):
                say(line)
        if asked.adjust == INFLATION:
            return [in_constant_dollars(subject) for subject in subjects]
    if asked.adjust:
        from careercli.compare.parity import parity_of_newest, with_prices

        parities = map(parity_of_newest, dict.fromkeys(subject.area for subject in subjects))
        for reason in dict.fromkeys(parity.title for parity in parities if parity.value is None):
            say(f"no price parity: {reason}")
        return with_prices(subjects)
    return subjects


def _everywhere(subjects: Iterable[Subject]) -> Iterator[Subject]:
    """Yield each subject in the nation, then the official wages of its occupation in every other place."""
    from careercli.compare.places import in_every_area

    for subject in subjects:
        yield subject
        yield from in_every_area(subject)


def _plain_rows(
    request: Request, names: Sequence[str], everything: bool, places: Sequence[str], period: str
) -> Iterator[list[PlainRow]]:
    """Yield the rows of each role in each place, and on request of every detailed occupation.

    Roles may be named where every place is asked for.
    """
    for place in places:
        if place != ALL:
            found = request.catalog(place).plain_wages(period, with_occupations=everything)
            yield from wage_rows.plain_rows(found)
            continue
        from careercli.compare.places import plain_wages_everywhere, rows_everywhere

        catalog = request.catalog()
        subjects = catalog.find_all(names_of(catalog, names)) if names else catalog.roles()
        yield from wage_rows.plain_rows(plain_wages_everywhere(subjects, period))
        if everything:
            yield from rows_everywhere(period)


def _write_records(
    request: Request, subjects: Sequence[Subject], columns: list[str], period: str, asked: _Asked
) -> None:
    if request.sort in wage_rows.NUMBERS:
        # Never by figures of mixed sources, but by the newest official one of the place.
        wage = partial(rows.declared_wage, statistic=request.sort, period=period)
        subjects = rows.by_value(subjects, wage, request.descending)
    elif request.descending and not request.sort:
        subjects = subjects[::-1]
    is_chart = request.format == "table" and not (request.columns or asked.industry)
    if asked.industry:
        found = _by_industry(subjects, asked, period)
    else:
        found = [each for subject in subjects for each in wage_rows.wages_of(subject, period, blanks=not is_chart)]
    if request.sort and request.sort not in wage_rows.NUMBERS:
        found = rows.by_value(found, lambda record: record.values()[request.sort], request.descending)
    found = found[: request.limit]
    if is_chart:
        _write_charts(request, found, _missing(subjects, period, asked), period)
        return
    is_read, below = request.format in ("table", "md"), ""
    if is_read and not request.columns and asked.industry:
        below = _legend(found, period)
        year = ["as_of"] if asked.as_of or len({each.source for each in found}) > 1 else []
        columns = ["role", "industry", *year, "employment", "p10", "p25", "median", "p75", "p90"]
    values = [each.texts() if is_read else each.values() for each in found]
    write_rows(request, columns, values, wage_rows.NUMBERS, below)


def _legend(found: Sequence[WageRecord], period: str) -> str:
    """Return the unit, date and source of wages by industry."""
    from careercli.presentation.phrases import UNITS
    from careercli.presentation.ranges import footnotes

    return "; ".join([f"in the nation, in US dollars {UNITS[period]}", *footnotes(found, date.today())])


def _by_industry(subjects: Sequence[Subject], asked: _Asked, period: str) -> list[WageRecord]:
    """Return the wages by industry of each subject; say what else has its title and, of named ones, who has none.

    Raises CareerError where no subject has any of an industry of this name, and UsageError for one in a place.
    """
    from careercli.compare.industries import sources_of, wages_by_industry

    for subject in subjects:
        if subject.area:
            raise UsageError(f"--industry: not allowed with {subject.id}; {_OF_NATION}")
    sources = sources_of(asked.as_of)
    found = [wages_by_industry(subject, asked.industry, period, sources) for subject in subjects]
    records = [record for each in found for record in each.records]
    unknown = next((each.note for each in found if each.is_unknown), "")
    if unknown and not records:
        raise CareerError(unknown)
    notes = (each.note for each in found if each.records or asked.are_named)
    for note in dict.fromkeys(filter(None, notes)):
        say(note)
    return records


def _missing(subjects: Sequence[Subject], period: str, asked: _Asked) -> list[str]:
    """Return why wages are missing, but for occupations that years before their own were asked of."""
    return missing_wages([each for each in subjects if each.claims or not (each.official and asked.as_of)], period)


def _write_charts(request: Request, found: Sequence[WageRecord], missing: Sequence[str], period: str) -> None:
    from careercli.formats.salary_table import as_table

    style, header = table_style(request), not request.no_header
    write(request, as_table(found, period, style, date.today(), missing, header))


def _write_plain(request: Request, found: Iterable[list[PlainRow]], columns: list[str]) -> None:
    if request.sort in wage_rows.NUMBERS:
        found = rows.by_value(found, lambda each: wage_rows.declared(each, request.sort), request.descending)
    elif request.descending and not request.sort:
        found = list(found)[::-1]
    values: Iterable[PlainRow] = chain.from_iterable(found)
    if request.sort and request.sort not in wage_rows.NUMBERS:
        at = wage_rows.COLUMNS.index(request.sort)
        values = rows.by_value(values, lambda row: row[at], request.descending)
    if request.limit is not None:
        values = islice(values, request.limit)
    if request.format in ("csv", "tsv") and not request.columns:
        write_values(request, columns, values)
    else:
        write_rows(request, columns, [dict(zip(wage_rows.COLUMNS, row, strict=True)) for row in values])
