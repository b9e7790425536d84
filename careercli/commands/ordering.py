"""The order of a comparison: its rows, or turned round its roles, by --sort and --desc."""

from __future__ import annotations

from collections.abc import Sequence

from careercli import fields, rows
from careercli.commands.options import Request
from careercli.commands.output import sorted_rows
from careercli.compare import Comparison
from careercli.model import Value
from careercli.rows import RowValues

WHAT = "this comparison"


def ordered(request: Request, comparison: Comparison) -> Comparison:
    """The rows by --sort: section, field, label or what a role's cell says, wages in one period."""
    if not (request.sort or request.descending):
        return comparison
    in_one_period = comparison._replace(rows=tuple(row.in_period(row.per) for row in comparison.rows))
    columns, records = rows.wide(in_one_period)
    by_field = {row.field.key: row for row in comparison.rows}
    order = sorted_rows(request, columns, records, WHAT)
    return comparison._replace(rows=tuple(by_field[str(record["field"])] for record in order))


def ordered_roles(request: Request, comparison: Comparison) -> Comparison:
    """The roles by --sort, and no more than --limit."""
    order = sorted_roles(request, comparison, *rows.transposed(comparison))[: request.limit]
    by_id = {subject.id: subject for subject in comparison.subjects}
    ids = [str(record["role"]) for record in order]
    kept = [row._replace(cells={each: row.cells[each] for each in ids}) for row in comparison.rows]
    return comparison._replace(subjects=tuple(by_id[each] for each in ids), rows=tuple(kept))


def sorted_roles(
    request: Request, comparison: Comparison, columns: Sequence[str], records: Sequence[RowValues]
) -> Sequence[RowValues]:
    """Roles by --sort; by a wage, only ever by the newest official national one."""
    if request.sort not in fields.WAGES:
        return sorted_rows(request, columns, records, WHAT)
    rows.chosen(request.sort, columns, WHAT, "--sort")
    by_id = {subject.id: subject for subject in comparison.subjects}

    def wage(record: RowValues) -> Value:
        return rows.declared_wage(by_id[str(record["role"])], request.sort, comparison.per or "year")

    return rows.by_value(records, wage, request.descending)
