"""careercli compare ROLE ROLE...: roles side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from careercli.commands.comparison_output import write_comparison
from careercli.commands.marked_names import names_of
from careercli.commands.options import Full, Per, Request, Sections, completed, shares_options
from careercli.errors import UsageError
from careercli.presentation.views import CompareView

Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ROLE ROLE...", show_default=False, help="Two or more, or @marked.", autocompletion=completed
    ),
]
Differences = Annotated[bool, typer.Option("--differences", help="Only what the roles do not share.")]
Baseline = Annotated[str, typer.Option("--baseline", metavar="ROLE", help="Measure against this one, not the first.")]
Text = Annotated[str, typer.Option("--filter", metavar="TEXT", help="Only rows with this text.")]
Transpose = Annotated[bool, typer.Option("--transpose", help="Roles as rows, fields as columns.")]
Long = Annotated[bool, typer.Option("--long", help="One claim a row, with its whole evidence.")]


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
    """Compare two roles or more; a role is named by its id, SOC code, title or alias.

    \b
    careercli compare noc-tech support-tech
    careercli compare noc-tech 15-1232 "registered nurses" --full
    careercli compare noc-tech support-tech --differences -f json
    """
    catalog = request.catalog()
    names = names_of(catalog, roles or ())
    if len(names) < 2:
        raise UsageError("compare takes two roles or more; for one, use careercli show")
    subjects = catalog.find_all(names)
    if len(subjects) < 2:
        raise UsageError(f"these names are all {subjects[0].id}; for one role, use careercli show {subjects[0].id}")
    base = catalog.find(baseline).id if baseline else ""
    ids = [subject.id for subject in subjects]
    if base and base not in ids:
        raise UsageError(f"--baseline: “{baseline}” is not compared here; use {', '.join(ids)}")
    view = CompareView(tuple(ids), base, differences, text, transpose, sections, full, period)
    write_comparison(request, subjects, view, long)
