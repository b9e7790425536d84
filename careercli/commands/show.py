"""careercli show ROLE: one role, and on request the evidence of every claim."""

from __future__ import annotations

from typing import Annotated

import typer

from careercli.commands.comparing import Ask, write_comparison
from careercli.commands.options import Full, Per, Request, Sections, completed, shares_options
from careercli.errors import UsageError

Name = Annotated[
    list[str] | None,
    typer.Argument(metavar="ROLE", show_default=False, help="Id, code, title or alias.", autocompletion=completed),
]
Evidence = Annotated[bool, typer.Option("--evidence", help="Each claim as printed, of whom, when and by whom.")]


@shares_options
def run(
    request: Request,
    role: Name = None,
    full: Full = False,
    sections: Sections = "",
    evidence: Evidence = False,
    per: Per = "",
) -> None:
    """One role: its summary, all of it with --full, or the evidence behind it.

    \b
    careercli show noc-tech
    careercli show noc-tech --evidence
    careercli show isp-tech --full -f md
    """
    if not role:
        raise UsageError("show takes a role; careercli roles lists them")
    if len(role) > 1:
        raise UsageError(f"show takes one role; for more, use careercli compare {' '.join(role)}")
    write_comparison(request, request.catalog().find_all(role), Ask(full, sections, per=per, evidence=evidence))
