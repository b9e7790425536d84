"""careercli show ROLE: show one role, its evidence, or its profile."""

import os
import sys
from functools import partial
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
from careercli.commands.output import write
from careercli.commands.request import Request
from careercli.commands.settings import in_force
from careercli.commands.stderr import is_utf8, say
from careercli.errors import CareerError, UsageError
from careercli.formats import FORMATS, PROFILE
from careercli.model.claims import is_own

if TYPE_CHECKING:  # A shell that completes a line needs the options alone.
    from careercli.catalog.catalog import Catalog
    from careercli.model.claims import Subject
    from careercli.presentation.views import ProfileView

Name = Annotated[list[str] | None, names_argument("ROLE", "Id, code, title, alias or @marked.")]
Evidence = Annotated[bool, typer.Option("--evidence", help="Print each claim as published, with its source.")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="YEAR", help="Official figures of that year, or before.")]


@partial(shares_options, formats=(*FORMATS, PROFILE))
def run(
    request: Request,
    role: Name = None,
    full: Full = False,
    sections: Sections = "",
    evidence: Evidence = False,
    period: Per = "",
    area: AreaName = "",
    adjust: Adjust = "",
    as_of: AsOf = "",
) -> None:
    """Show one role: a summary, every field with --full, the evidence, or its profile with -f yaml.

    \b
    careercli show noc-tech --evidence
    careercli show 15-1231 --as-of 2022
    careercli show isp-tech -f yaml
    """
    from careercli.commands.comparison_output import write_comparison
    from careercli.presentation.views import ProfileView

    if not role:
        raise UsageError("show needs a role; list them with careercli roles")
    catalog = request.catalog(in_force("area", area))
    names = names_of(catalog, role)
    if len(names) > 1:
        raise UsageError(f"show takes one role; for more, use careercli compare {' '.join(names)}")
    view = ProfileView(names[0], sections, full, checked_period(period))
    if as_of and (adjust or request.format == PROFILE):
        raise UsageError(f"--as-of: not allowed with {'--adjust' if adjust else '-f yaml'}")
    if request.format == PROFILE:
        _write_profile(request, catalog, view, evidence)
        return
    subjects = catalog.find_all(names)
    comparison = view.as_comparison._replace(adjust="" if as_of else checked_adjust(adjust))
    write_comparison(request, _as_of(subjects, as_of) if as_of else subjects, comparison, evidence=evidence)


def _as_of(subjects: "list[Subject]", year: str) -> "list[Subject]":
    """Return the occupations as of a year; where roles are named, say that theirs is shown."""
    from careercli.compare.as_of import as_of

    found = [as_of(subject, year) for subject in subjects]
    for subject in subjects:
        if subject.role and subject.official:
            say(f"--as-of: only official figures have years; shown is {subject.occupation} {subject.official.title}")
    return found


def _write_profile(request: Request, catalog: "Catalog", view: "ProfileView", evidence: bool) -> None:
    """Write the role as a profile that reads back the same."""
    from careercli.moves.offers import own_path
    from careercli.profiles.writing import as_profile

    parts = {
        "--full": view.full, "--section": view.sections, "--evidence": evidence, "--per": view.period,
        "--columns": request.columns, "--sort": request.sort, "--desc": request.descending,
        "--limit": request.limit is not None, "--no-header": request.no_header,
    }  # fmt: skip
    refused = [option for option, value in parts.items() if value]
    if refused:
        raise UsageError(f"{', '.join(refused)}: not allowed with -f yaml, which writes the whole profile")
    # Not find_all, which renames sources that have the id of a release.
    subject = catalog.find(view.role)
    role = subject.role
    if is_own(subject.id):
        raise CareerError(f"{subject.id} is no profile; name its role, or see {own_path(os.environ)}")
    if not role:
        raise CareerError(f"{subject.id} is an occupation and has no profile; start one with careercli new my-role")
    text = as_profile(role)
    if not (request.output or text.isascii() or is_utf8(sys.stdout.encoding)):
        raise CareerError(f"a profile is UTF-8 but standard output is not; add -o {role.id}.yaml")
    write(request, text)
