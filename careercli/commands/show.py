"""careercli show ROLE: one role, and on request the evidence of every claim, or its profile."""

from __future__ import annotations

import sys
from functools import partial
from typing import Annotated

import typer

from careercli.catalog import Catalog
from careercli.commands.comparison_output import write_comparison
from careercli.commands.marked_names import names_of
from careercli.commands.options import Full, Per, Request, Sections, completed, shares_options
from careercli.commands.output import write
from careercli.commands.stderr import is_utf8
from careercli.errors import CareerError, UsageError
from careercli.formats import FORMATS, PROFILE
from careercli.presentation.views import ProfileView

Name = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ROLE", show_default=False, help="Id, code, title, alias or @marked.", autocompletion=completed
    ),
]
Evidence = Annotated[bool, typer.Option("--evidence", help="Each claim as printed, of whom, when and by whom.")]


@partial(shares_options, formats=(*FORMATS, PROFILE))
def run(
    request: Request,
    role: Name = None,
    full: Full = False,
    sections: Sections = "",
    evidence: Evidence = False,
    period: Per = "",
) -> None:
    """One role: its summary, all of it with --full, the evidence behind it, or with -f yaml its profile.

    \b
    careercli show noc-tech
    careercli show noc-tech --evidence
    careercli show isp-tech -f yaml
    """
    if not role:
        raise UsageError("show takes a role; careercli roles lists them")
    catalog = request.catalog()
    names = names_of(catalog, role)
    if len(names) > 1:
        raise UsageError(f"show takes one role; for more, use careercli compare {' '.join(names)}")
    view = ProfileView(names[0], sections, full, period)
    if request.format == PROFILE:
        _write_profile(request, catalog, view, evidence)
    else:
        write_comparison(request, catalog.find_all(names), view.as_comparison, evidence=evidence)


def _write_profile(request: Request, catalog: Catalog, view: ProfileView, evidence: bool) -> None:
    """The role as a profile that answers as the one it was read from."""
    from careercli.profiles.writing import as_profile

    parts = {
        "--full": view.full, "--section": view.sections, "--evidence": evidence, "--per": view.period,
        "--columns": request.columns, "--sort": request.sort, "--desc": request.descending,
        "--limit": request.limit is not None, "--no-header": request.no_header,
    }  # fmt: skip
    given = [option for option, value in parts.items() if value]
    if given:
        raise UsageError(f"{', '.join(given)}: a profile is always written whole")
    # Not find_all, which renames a source that is called like a release's.
    subject = catalog.find(view.role)
    role = subject.role
    if not role:
        hint = "only a role can be written as a profile; careercli new my-role starts one"
        raise CareerError(f"{subject.id} is an occupation, whose figures come from releases; {hint}")
    text = as_profile(role)
    if not (request.output or text.isascii() or is_utf8(sys.stdout.encoding)):
        raise CareerError(f"a profile is UTF-8, and standard output is not; add -o {role.id}.yaml")
    write(request, text)
