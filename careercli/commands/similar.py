"""careercli similar ROLE: the roles and occupations nearest to one, each with why."""

from collections.abc import Sequence
from typing import Annotated

from careercli.commands.options import AreaName, names_argument, shares_options
from careercli.commands.output import table_style, write_rows
from careercli.commands.request import Request
from careercli.commands.settings import in_force
from careercli.commands.stderr import say
from careercli.moves.similarity import COLUMNS, SimilarEntry, missing, similar
from careercli.official.releases import wages_and_projections
from careercli.presentation import rows

Role = Annotated[str, names_argument("ROLE")]
_NUMBERS = ("rank", "similarity", "median")
_OF_TABLE = ("rank", "id", "title", "why", "listed", "median")
"""Columns of a table unless --columns asks; a narrow one has no rank."""


@shares_options
def run(request: Request, role: Role, area: AreaName = "") -> None:
    """List the roles and occupations nearest to one, nearest first, and why: similarity, not moves.

    \b
    careercli similar noc-tech
    careercli similar 29-1141 -f tsv --limit 10
    careercli similar noc-tech@OH --sort median --desc
    """
    columns = rows.chosen(request.columns, COLUMNS, "similar")
    catalog = request.catalog(in_force("area", area)).of_releases(wages_and_projections())
    subject = catalog.find(role)
    found = similar(subject, catalog.in_place(subject.area.code if subject.area else "").listing())
    ordered = rows.sorted_things(
        found, lambda each, key: each.values()[key], COLUMNS, "similar", request.sort, request.descending
    )
    if line := missing(subject, found):
        say(line)
    _write(request, columns, ordered[: request.limit])


def _write(request: Request, columns: list[str], shown: Sequence[SimilarEntry]) -> None:
    if request.format not in ("table", "md"):
        write_rows(request, columns, [each.values() for each in shown])
        return
    if request.format == "table" and not request.columns:
        columns = [name for name in _OF_TABLE if name != "rank" or not table_style(request).is_narrow]
    from careercli.presentation.similar import note

    write_rows(request, columns, [each.texts() for each in shown], _NUMBERS, note(shown))
