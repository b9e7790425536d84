"""careercli salary [ROLE...]: wages, one row per role, population, level, place, date and source."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from careercli import rows, salaries
from careercli.catalog import distinct_sources
from careercli.commands.naming import names_of
from careercli.commands.options import Per, Request, completed, period, shares_options
from careercli.commands.output import look_of, write, write_rows
from careercli.commands.stderr import say
from careercli.model import Subject

Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ROLE]...", show_default=False, help="Ids, codes, titles or @marked.", autocompletion=completed
    ),
]
All = Annotated[bool, typer.Option("--all", help="Every detailed occupation too.")]


@shares_options
def run(request: Request, roles: Names = None, everything: All = False, per: Per = "year") -> None:
    """Wages of some roles, or of all; what a source lists and what is calculated stand in rows of their own.

    \b
    careercli salary noc-tech support-tech
    careercli salary --per hour -f csv
    careercli salary --all -f tsv | awk -F'\\t' 'NR > 1 && $15 > 100000 {print $2}'
    """
    unit = period(per)
    columns = rows.chosen(request.columns, salaries.COLUMNS, "salary")
    catalog = request.catalog()
    subjects: list[Subject] = catalog.find_all(names_of(catalog, roles)) if roles else distinct_sources(catalog.roles())
    if everything:
        named = {each.id for each in subjects}
        subjects += [each for each in catalog.occupations(wages_only=True) if each.id not in named]
    subjects = _sorted(request, subjects, unit)
    found = [row for subject in subjects for row in salaries.wages_of(subject, unit)]
    if request.sort and request.sort not in salaries.NUMBERS:
        found = rows.by_value(found, lambda row: row.values()[request.sort], request.descending)
    found = found[: request.limit]
    silent = salaries.without(subjects, unit)
    if request.format == "table":
        _write_table(request, found, silent, columns, unit)
        return
    write_rows(request, columns, [row.texts() if request.format == "md" else row.values() for row in found])
    for line in silent if roles else ():
        say(line)


def _sorted(request: Request, subjects: list[Subject], unit: str) -> list[Subject]:
    """Roles by one declared series, the newest official national one, never by figures of mixed sources."""
    key = request.sort
    if not key:
        return subjects[::-1] if request.descending else subjects
    rows.chosen(key, salaries.COLUMNS, "salary", "--sort")
    if key not in salaries.NUMBERS:
        return subjects
    return rows.by_value(subjects, lambda subject: rows.declared_wage(subject, key, unit), request.descending)


def _write_table(
    request: Request, found: list[salaries.Wages], silent: list[str], columns: list[str], unit: str
) -> None:
    look, header = look_of(request), not request.no_header
    if request.columns:
        from careercli.formats.table import as_table

        write(request, as_table(columns, [row.texts() for row in found], look, salaries.NUMBERS, header))
    else:
        from careercli.formats import salary_table

        write(request, salary_table.as_table(found, unit, look, date.today(), silent, header))
