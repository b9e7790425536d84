"""careercli salary [ROLE...]: wages, one row per role, population, level, place, date and source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Annotated, TypeVar

import typer

from careercli.catalog import Catalog
from careercli.commands.marked_names import names_of
from careercli.commands.options import Per, checked_period, completed, shares_options
from careercli.commands.output import look_of, write, write_lines, write_rows
from careercli.commands.request import Request
from careercli.commands.stderr import say
from careercli.compare import wage_rows
from careercli.presentation import rows
from careercli.wage_lines import Paid, distinct, lines_of, missing_wages, paid, values

T = TypeVar("T")
Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ROLE]...", show_default=False, help="Ids, codes, titles or @marked.", autocompletion=completed
    ),
]
All = Annotated[bool, typer.Option("--all", help="Every detailed occupation too.")]


@shares_options
def run(request: Request, roles: Names = None, everything: All = False, period: Per = "year") -> None:
    """Wages of some roles, or of all; what a source lists and what is calculated stand in rows of their own.

    \b
    careercli salary noc-tech support-tech
    careercli salary --per hour -f csv
    careercli salary --all -f tsv | awk -F'\\t' 'NR > 1 && $15 > 100000 {print $2}'
    """
    checked_period(period)
    columns = rows.chosen(request.columns, wage_rows.COLUMNS, "salary")
    catalog = request.catalog()
    is_table, is_read = request.format == "table", request.format in ("table", "md")
    those = list(map(paid, catalog.find_all(names_of(catalog, roles)))) if roles else []
    if everything or not roles:
        those += _of_all(catalog, period, is_read, not roles, everything, {each.id for each in those})
    those = _sorted(request, those, period)
    if is_read:
        pairs = [(each, line) for each in those for line in each.lines(period)]
        found = _wages(_ordered(request, pairs, itemgetter(1)))
        if is_table:
            _write_table(request, found, missing_wages(those, period), columns, period)
        else:
            write_rows(request, columns, [row.texts() for row in found])
    else:
        lines = _ordered(request, lines_of(those, period), str)
        if request.format in ("csv", "tsv") and not request.columns:
            write_lines(request, columns, lines)
        else:
            write_rows(request, columns, list(map(values, lines)))
    for line in missing_wages(those, period) if roles and not is_table else ():
        say(line)


def _ordered(request: Request, found: list[T], line_of: Callable[[T], str]) -> list[T]:
    """Rows by a column of text, if that is asked for, as far as they are asked for."""
    if request.sort and request.sort not in wage_rows.NUMBERS:
        found = rows.by_value(found, lambda each: values(line_of(each))[request.sort], request.descending)
    return found[: request.limit]


def _wages(found: Iterable[tuple[Paid, str]]) -> list[wage_rows.Wages]:
    return [
        row
        for each, pairs in groupby(found, key=itemgetter(0))
        for row in each.wages(line for _, line in pairs)
    ]  # fmt: skip


def _of_all(
    catalog: Catalog, period: str, whole: bool, with_roles: bool, with_occupations: bool, but: set[str]
) -> list[Paid]:
    """What every role earns, and every occupation, as far as they are asked for and not named."""
    from careercli.wage_shelf import kind

    occupations = partial(catalog.occupations, wages_only=True) if with_occupations else None
    shelves, everyone = catalog.shelved(kind(period, whole), occupations, with_roles)
    those = sorted((each for shelf in shelves for each in shelf.paid()), key=lambda each: each.id)
    return [*distinct(those), *(each for each in (everyone.paid() if everyone else ()) if each.id not in but)]


def _sorted(request: Request, those: list[Paid], period: str) -> list[Paid]:
    """Roles by one declared series, the newest official national one, never by figures of mixed sources."""
    key = request.sort
    if not key:
        return those[::-1] if request.descending else those
    rows.chosen(key, wage_rows.COLUMNS, "salary", "--sort")
    if key not in wage_rows.NUMBERS:
        return those
    return rows.by_value(those, lambda each: each.declared(key, period), request.descending)


def _write_table(
    request: Request, found: list[wage_rows.Wages], silent: list[str], columns: list[str], period: str
) -> None:
    look, header = look_of(request), not request.no_header
    if request.columns:
        from careercli.formats.table import as_table

        write(request, as_table(columns, [row.texts() for row in found], look, wage_rows.NUMBERS, header))
    else:
        from careercli.formats import salary_table

        write(request, salary_table.as_table(found, period, look, date.today(), silent, header))
