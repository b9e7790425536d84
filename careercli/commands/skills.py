"""careercli skills ROLE [ROLE]: the skills of a role, or what is missing between two."""

from typing import Annotated

import typer

from careercli.commands.marked_names import names_of
from careercli.commands.options import names_argument, shares_options
from careercli.commands.output import table_style, write, write_rows
from careercli.commands.request import Request
from careercli.commands.stderr import say
from careercli.errors import UsageError
from careercli.model.claims import Subject
from careercli.moves import skills
from careercli.moves.skill_gap import doubts, skill_gap
from careercli.official.releases import wages_and_projections
from careercli.presentation import rows
from careercli.presentation import skills as words

Names = Annotated[list[str] | None, names_argument("ROLE [ROLE]", "Ids, codes, titles, aliases or @marked.")]
Explain = Annotated[bool, typer.Option("--explain", help="Say by which synonym or error each row was decided.")]


@shares_options
def run(request: Request, role: Names = None, explain: Explain = False) -> None:
    """List the skills of a role; of two, what is missing on the way from the first to the second.

    \b
    careercli skills noc-tech
    careercli skills help-desk noc-tech
    careercli skills tech-support cybersecurity-analyst --explain
    """
    catalog = request.catalog().of_releases(wages_and_projections())
    names = names_of(catalog, role or ())
    if not 1 <= len(names) <= 2:
        raise UsageError("skills takes one role, or two: from which one, to which one")
    subjects = catalog.find_all(names)
    for line in words.unrated(subjects):
        say(line)
    if len(subjects) == 1:
        _write_list(request, subjects[0], explain)
    else:
        _write_gap(request, subjects[0], subjects[1], explain)


def _write_list(request: Request, subject: Subject, explain: bool) -> None:
    doubt = doubts(subject)
    known = _columns(request, words.COLUMNS, explain)
    values = [words.row_values(each, subject, doubt) for each in skills.of_subject(subject)]
    if not values:
        say(f"no source names skills of {subject.id}")
    ordered = rows.sorted_rows(words.COLUMNS, values, "skills", request.sort, request.descending)
    note = ""
    if request.format == "table" and not request.columns:
        known = [name for name in known if name not in ("role", "as_of", "caveat")]
        ordered, note = words.shortened(ordered, doubt)
    write_rows(request, known, ordered, ["weight"], note)


def _write_gap(request: Request, one: Subject, two: Subject, explain: bool) -> None:
    found = skill_gap(one, two)
    same, doubt = words.same_occupation(one, two), doubts(one, two)
    if request.format != "table" or request.columns or request.sort:
        for line in filter(None, (same, doubt)):
            say(line)
        columns = _columns(request, words.GAP_COLUMNS, explain)
        values = [row._asdict() | {"helps": " | ".join(row.helps)} for row in found]
        ordered = rows.sorted_rows(words.GAP_COLUMNS, values, "skills", request.sort, request.descending)
        write_rows(request, columns, ordered, ["weight_from", "weight_to", "gap"])
        return
    from careercli.formats.skills_table import as_table

    heading = [words.heading(one, two), *([same] if same else [])]
    sources = [each.source for subject in (one, two) for each in skills.of_subject(subject)]
    legend = words.legend(found, sources, doubt)
    shown = words.blocks(found[: request.limit], one, two, explain)
    write(request, as_table(heading, shown, legend, table_style(request), not request.no_header))


def _columns(request: Request, known: tuple[str, ...], explain: bool) -> list[str]:
    """Return the columns to print: `explain` only if asked."""
    chosen = rows.chosen(request.columns, known, "skills")
    return chosen if request.columns or explain else [name for name in chosen if name != "explain"]
