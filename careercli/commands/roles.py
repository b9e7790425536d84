"""careercli roles [QUERY]: the catalog, or what of it matches."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from careercli.catalog.listing import COLUMNS, NUMBERS, Filters
from careercli.commands.options import All, AreaName, MinWage, read_dollars, shares_options
from careercli.commands.output import table_style, write_rows, write_values
from careercli.commands.request import Request
from careercli.commands.settings import in_force
from careercli.commands.stderr import say
from careercli.model.fields import UNKNOWN
from careercli.official.releases import newest
from careercli.presentation import rows

Query = Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", show_default=False, help="Words to look for.")]
Family = Annotated[str, typer.Option("--family", metavar="TEXT", help="In this family, or whose SOC code begins so.")]
Skill = Annotated[str, typer.Option("--skill", metavar="TEXT", help="With this skill, tool or technology.")]
Certification = Annotated[str, typer.Option("--certification", metavar="TEXT", help="Naming this certification.")]
Education = Annotated[str, typer.Option("--education", metavar="TEXT", help="With this usual entry education.")]


_DROPPED = {
    False: ("family", "caveat", "match", "area"),
    True: ("family", "entry_education", "caveat", "match", "area"),
}
_DROPPED_OF_SEARCH = ("family", "entry_education", "caveat", "area")
"""Columns that a table leaves out unless --columns asks, by whether the terminal is narrow, and of a search."""


@shares_options
def run(
    request: Request,
    query: Query = None,
    family: Family = "",
    skill: Skill = "",
    certification: Certification = "",
    education: Education = "",
    min_wage: MinWage = "",
    everything: All = False,
    area: AreaName = "",
) -> None:
    """List the catalog, or what of it matches every word of QUERY, typing mistakes forgiven.

    \b
    careercli roles
    careercli roles --area OH --sort median --desc
    careercli roles --all --min-wage 100000 --education associate -f csv
    """
    filters = Filters(tuple(query or ()), family, skill, certification, education, read_dollars(min_wage))
    columns = rows.chosen(request.columns, COLUMNS, "roles")
    found = request.catalog(in_force("area", area)).listing(everything).find(filters, explain=True)
    if found.entries and not everything and all(entry.is_occupation for entry in found.entries):
        say("no role matches; occupations do")
    for word, read in found.corrections.items():
        more = " and more" if len(read) > _MOST_SAID else ""
        say(f"nothing has “{word}”; read as {', '.join(read[:_MOST_SAID])}{more}")
    is_near = any(found.reasons[entry.id].is_near for entry in found.entries) if found.reasons else True
    if query and not (everything or is_near) and _are_of_titles(query):
        say(f"only skills match; occupations whose titles do: careercli roles --all {' '.join(query)}")
    if not found.entries:
        is_all = everything or query
        say(found.retirement or f"nothing matches{'' if is_all else '; --all searches every occupation too'}")
    ordered = rows.sorted_things(found.entries, getattr, COLUMNS, "roles", request.sort, request.descending)
    entries = ordered[: request.limit]
    if found.reasons:
        entries = [entry._replace(match=found.reasons[entry.id].text) for entry in entries]
    if request.format in ("csv", "tsv"):
        indexes = [COLUMNS.index(name) for name in columns]
        is_whole = columns == list(COLUMNS)
        write_values(request, columns, entries if is_whole else ([each[at] for at in indexes] for each in entries))
    elif request.format == "table":
        _write_table(request, columns, [entry.texts() for entry in entries], bool(found.reasons))
    else:
        write_rows(request, columns, [entry.texts() if request.format == "md" else entry.values() for entry in entries])


_MOST_SAID = 3


def _are_of_titles(query: Sequence[str]) -> bool:
    """Return True if job titles have each of these words."""
    from careercli.store.search import bundled  # A list without words searches no titles.

    return bundled().knows_all(" ".join(query))


def _write_table(request: Request, columns: Sequence[str], shown: Sequence[Mapping[str, str]], is_search: bool) -> None:
    from careercli.presentation.sources import in_place, name_of

    if not request.columns:
        dropped = _DROPPED_OF_SEARCH if is_search else _DROPPED[table_style(request).is_narrow]
        columns = [name for name in columns if name not in dropped]
    wages, projections = name_of(newest("OEWS")), name_of(newest("EP"))
    place = in_place(shown[0]["area"]) if shown else ""
    note = f"median in US dollars a year{place}: {wages}; the rest: {projections}; everyone in these occupations"
    if any(row["caveat"] != UNKNOWN for row in shown):
        note += "; ? the role may belong to another one: careercli show ROLE"
    write_rows(request, columns, shown, NUMBERS, note if shown and not request.columns else "")
