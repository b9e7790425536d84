"""careercli roles [QUERY]: the catalogue, or what of it matches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

import typer

from careercli import rows, search
from careercli.catalog import Filters, folded, texts_of
from careercli.commands.options import Request, shares_options
from careercli.commands.output import look_of, sorted_rows, write, write_rows
from careercli.commands.stderr import say
from careercli.errors import UsageError
from careercli.model import Subject
from careercli.official.oews import SOURCE as WAGES
from careercli.official.projections import SOURCE as PROJECTIONS
from careercli.wages import NotAnAmount, read_amount

Query = Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", show_default=False, help="Words to look for.")]
Family = Annotated[str, typer.Option("--family", metavar="TEXT", help="In this family, or whose SOC code begins so.")]
Skill = Annotated[str, typer.Option("--skill", metavar="TEXT", help="With this skill, tool or technology.")]
Certification = Annotated[str, typer.Option("--certification", metavar="TEXT", help="Naming this certification.")]
Education = Annotated[str, typer.Option("--education", metavar="TEXT", help="With this usual entry education.")]
MinWage = Annotated[str, typer.Option("--min-wage", metavar="N", help="Official median of N dollars a year or more.")]
All = Annotated[bool, typer.Option("--all", help="Every detailed occupation too.")]


_DROPPED = {False: ("family",), True: ("family", "entry_education")}
"""What a table leaves out unless --columns asks, by whether the terminal is narrow."""


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
) -> None:
    """List the catalogue, or what of it matches every word of QUERY, typing mistakes forgiven.

    \b
    careercli roles
    careercli roles network --sort median --desc
    careercli roles --all --min-wage 100000 --education associate -f csv
    """
    words = tuple(word for each in query or () for word in folded(each).split())
    filters = Filters(words, family, skill, certification, education, _dollars(min_wage))
    columns = rows.chosen(request.columns, rows.ROLE_COLUMNS, "roles")
    catalog = request.catalog()
    subjects = [*catalog.roles(), *(catalog.occupations() if everything else ())]
    found = [each for each in subjects if filters.keep(each)]
    if words and not found and (meant := _meant(words, subjects)):
        filters = filters._replace(meant=meant)
        found = [each for each in subjects if filters.keep(each)]
    if not found:
        say("nothing matches" if everything else "nothing matches; --all searches every occupation too")
    records = sorted_rows(request, rows.ROLE_COLUMNS, [rows.of_role(each) for each in found], "roles")
    if request.format not in ("table", "md"):
        write_rows(request, columns, records)
        return
    by_id = {each.id: each for each in found}
    shown = [rows.role_texts(by_id[str(record["id"])]) for record in records[: request.limit]]
    if request.format == "md":
        write_rows(request, columns, shown)
    else:
        _write_table(request, columns, shown)


def _meant(words: Sequence[str], subjects: Iterable[Subject]) -> dict[str, tuple[str, ...]]:
    """What each word that stands nowhere may stand for, which is said."""
    texts = {text for subject in subjects for text in texts_of(subject)}
    unknown = [word for word in words if not any(search.has(text, word) for text in texts)]
    read = {word: found for word in unknown if (found := search.meant(word, texts))}
    for word, found in read.items():
        more = " and more" if len(found) > _MOST_SAID else ""
        say(f"nothing has “{word}”; read as {', '.join(found[:_MOST_SAID])}{more}")
    return read


_MOST_SAID = 3


def _write_table(request: Request, columns: Sequence[str], shown: Sequence[Mapping[str, str]]) -> None:
    from careercli.formats.table import as_table
    from careercli.lines.evidence import name_of

    look = look_of(request)
    if not request.columns:
        columns = [name for name in columns if name not in _DROPPED[look.is_narrow]]
    below = f"median in US dollars a year: {name_of(WAGES)}; the rest: {name_of(PROJECTIONS)}; whole occupations"
    note = below if shown and not request.columns else ""
    write(request, as_table(columns, shown, look, rows.ROLE_NUMBERS, not request.no_header, note))


def _dollars(asked: str) -> float | None:
    """A wage as people type it: `100000`, `100,000` or `$100,000`."""
    if not asked:
        return None
    try:
        value, bound, currency = read_amount(asked, "USD")
    except NotAnAmount:
        value, bound, currency = 0, "?", ""
    if bound or currency != "USD":
        raise UsageError(f"--min-wage: “{asked}” is no amount of dollars a year; write it like 60000")
    return value
