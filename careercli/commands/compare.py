"""careercli compare ROLE ROLE...: compare roles side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from careercli.commands.comparison_output import write_comparison
from careercli.commands.marked_names import names_of
from careercli.commands.options import Full, Per, Sections, names_argument, shares_options
from careercli.commands.request import Request
from careercli.errors import UsageError
from careercli.presentation.views import CompareView

Names = Annotated[list[str] | None, names_argument("ROLE ROLE...", "Two or more roles, or @marked.")]
Differences = Annotated[bool, typer.Option("--differences", help="Only rows in which the roles differ.")]
Baseline = Annotated[str, typer.Option("--baseline", metavar="ROLE", help="Compare with this role, not the first.")]
Text = Annotated[str, typer.Option("--filter", metavar="TEXT", help="Only rows that contain this text.")]
Transpose = Annotated[bool, typer.Option("--transpose", help="Print roles as rows, fields as columns.")]
Long = Annotated[bool, typer.Option("--long", help="Print one claim per row, with all its evidence.")]


@shares_options
def run(
    request: Request,
    roles: Names = None,
    full: Full = False,
    sections: Sections = "",
    differences: Differences = False,
    baseline: Baseline = "",
    period: Per = "",
    text: Text = "",
    transpose: Transpose = False,
    long: Long = False,
) -> None:
    """Compare two or more roles. Name a role by id, SOC code, title or alias.

    \b
    careercli compare noc-tech support-tech
    careercli compare noc-tech 15-1232 "registered nurses" --full
    careercli compare noc-tech support-tech --differences -f json
    """
    catalog = request.catalog()
    names = names_of(catalog, roles or ())
    if len(names) < 2:
        raise UsageError("compare needs two or more roles; for one role, use careercli show")
    subjects = catalog.find_all(names)
    if len(subjects) < 2:
        raise UsageError(f"all names mean {subjects[0].id}; for one role, use careercli show {subjects[0].id}")
    base = catalog.find(baseline).id if baseline else ""
    ids = [subject.id for subject in subjects]
    if base and base not in ids:
        raise UsageError(f"--baseline: “{baseline}” is not one of the roles; use {', '.join(ids)}")
    view = CompareView(tuple(ids), base, differences, text, transpose, sections, full, period)
    write_comparison(request, subjects, view, long)
