"""careercli salary [ROLE...]: wages, one row per role, population, level, place, date and source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Annotated

from careercli.catalog.catalog import Catalog, with_unique_source_keys
from careercli.commands.marked_names import names_of
from careercli.commands.options import All, Per, checked_period, names_argument, shares_options
from careercli.commands.output import table_style, write, write_rows, write_values
from careercli.commands.request import Request
from careercli.commands.stderr import say
from careercli.compare import wage_rows
from careercli.compare.wage_rows import missing_wages
from careercli.model.claims import Subject
from careercli.presentation import rows

Names = Annotated[list[str] | None, names_argument("[ROLE]...", "Ids, codes, titles or @marked.")]


@shares_options
def run(request: Request, roles: Names = None, everything: All = False, period: Per = "year") -> None:
    """Print wages of some roles, or of all; what a source lists and what is calculated are rows of their own.

    \b
    careercli salary noc-tech support-tech
    careercli salary --per hour -f csv
    careercli salary --all -f tsv | awk -F'\\t' 'NR > 1 && $15 > 100000 {print $2}'
    """
    checked_period(period)
    columns = rows.chosen(request.columns, wage_rows.COLUMNS, "salary")
    if request.sort:
        rows.chosen(request.sort, wage_rows.COLUMNS, "salary", "--sort")
    catalog = request.catalog()
    named = catalog.find_all(names_of(catalog, roles)) if roles else []
    if request.format in ("table", "md"):
        _write_for_people(request, _subjects(catalog, named, everything), columns, period)
    else:
        _write_for_programs(request, catalog, named, everything, columns, period)
    for line in missing_wages(named, period) if request.format != "table" else ():
        say(line)


def _subjects(catalog: Catalog, named: list[Subject], everything: bool) -> list[Subject]:
    """Return the named roles, or all, and on request every detailed occupation that is not named."""
    subjects = named or with_unique_source_keys(catalog.roles())
    ids = {subject.id for subject in named}
    return [*subjects, *(each for each in catalog.occupations() if each.id not in ids)] if everything else subjects


def _write_for_people(request: Request, subjects: Sequence[Subject], columns: list[str], period: str) -> None:
    if request.sort in wage_rows.NUMBERS:
        # Never by figures of mixed sources, but by the newest official national one.
        wage = partial(rows.declared_wage, statistic=request.sort, period=period)
        subjects = rows.by_value(subjects, wage, request.descending)
    elif request.descending and not request.sort:
        subjects = subjects[::-1]
    found = [record for subject in subjects for record in wage_rows.wages_of(subject, period)]
    if request.sort and request.sort not in wage_rows.NUMBERS:
        found = rows.by_value(found, lambda record: record.values()[request.sort], request.descending)
    found = found[: request.limit]
    if request.format == "md" or request.columns:
        write_rows(request, columns, [record.texts() for record in found], wage_rows.NUMBERS)
    else:
        from careercli.formats.salary_table import as_table

        missing, header = missing_wages(subjects, period), not request.no_header
        write(request, as_table(found, period, table_style(request), date.today(), missing, header))


def _write_for_programs(
    request: Request, catalog: Catalog, named: list[Subject], everything: bool, columns: list[str], period: str
) -> None:
    found = [wage_rows.plain(subject, period) for subject in named]
    if everything or not named:
        ids = {subject.id for subject in named}
        others = catalog.plain_wages(period, with_roles=not named, with_occupations=everything)
        found += wage_rows.with_unique_source_keys(each for each in others if each.id not in ids)
    if request.sort in wage_rows.NUMBERS:
        found = rows.by_value(found, lambda each: each.declared(request.sort), request.descending)
    elif request.descending and not request.sort:
        found = found[::-1]
    values = [row for each in found for row in each.rows()]
    if request.sort and request.sort not in wage_rows.NUMBERS:
        at = wage_rows.COLUMNS.index(request.sort)
        values = rows.by_value(values, lambda row: row[at], request.descending)
    if request.format in ("csv", "tsv") and not request.columns:
        write_values(request, columns, values[: request.limit])
    else:
        write_rows(request, columns, [dict(zip(wage_rows.COLUMNS, row, strict=True)) for row in values])
