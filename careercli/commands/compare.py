"""careercli compare ROLE ROLE...: compare roles side by side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.commands.marked_names import names_of
from careercli.commands.options import (
    Adjust,
    AreaName,
    Full,
    Per,
    Sections,
    checked_adjust,
    checked_period,
    names_argument,
    shares_options,
)  # fmt: skip
from careercli.commands.request import Request
from careercli.commands.settings import in_force
from careercli.errors import UsageError

if TYPE_CHECKING:  # A shell that completes a line needs the options alone.
    from careercli.catalog.catalog import Catalog

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
    area: AreaName = "",
    adjust: Adjust = "",
    text: Text = "",
    transpose: Transpose = False,
    long: Long = False,
) -> None:
    """Compare two or more roles. Name a role by id, SOC code, title or alias.

    \b
    careercli compare noc-tech support-tech
    careercli compare noc-tech 15-1232 "registered nurses" --full
    careercli compare noc-tech@OH noc-tech@WA --adjust prices
    """
    from careercli.commands.comparison_output import write_comparison
    from careercli.presentation.compare_view import CompareView

    catalog = request.catalog(in_force("area", area))
    names = names_of(catalog, roles or ())
    if len(names) < 2:
        raise UsageError("compare needs two or more roles; for one role, use careercli show")
    subjects = catalog.find_all(names)
    if len(subjects) < 2:
        raise UsageError(f"all names mean {subjects[0].id}; for one role, use careercli show {subjects[0].id}")
    ids = [subject.id for subject in subjects]
    base = _baseline(catalog, baseline, ids) if baseline else ""
    view = CompareView(
        tuple(ids),
        base,
        differences,
        text,
        transpose,
        sections,
        full,
        checked_period(period),
        adjust=checked_adjust(adjust),
    )
    write_comparison(request, subjects, view, long)


def _baseline(catalog: "Catalog", name: str, ids: Sequence[str]) -> str:
    """Return the id that is meant; a role in one place may be named without it. Raises UsageError."""
    found = catalog.find(name).id
    near = [found] if found in ids else [each for each in ids if each.partition("@")[0] == found]
    if len(near) != 1:
        raise UsageError(f"--baseline: “{name}” is not one of the roles; use {', '.join(ids)}")
    return near[0]
