"""careercli match [me]: the roles and occupations that name the skills a person has."""

from collections.abc import Sequence
from typing import Annotated

import typer

from careercli.commands.options import AreaName, MinWage, read_dollars, shares_options
from careercli.commands.output import table_style, write, write_rows
from careercli.commands.request import Request
from careercli.commands.settings import in_force
from careercli.commands.stderr import say
from careercli.errors import UsageError
from careercli.model.claims import ME
from careercli.moves.match import SkillMatcher, Wanted
from careercli.moves.typed_skills import TypedSkills
from careercli.presentation import match as words
from careercli.presentation import rows
from careercli.store.skill_index import INTERESTS

Person = Annotated[
    str, typer.Argument(metavar="[me]", show_default=False, help="The skills and credentials of your me.yaml.")
]
Skills = Annotated[str, typer.Option("--skills", metavar="A,B", show_default=False, help="What you know, by commas.")]
Education = Annotated[str, typer.Option("--education", metavar="TEXT", help="With this usual entry education.")]
JobZone = Annotated[
    int, typer.Option("--job-zone", metavar="N", show_default=False, help="Needing at most this preparation, 1 to 5.")
]
Interests = Annotated[
    str, typer.Option("--interests", metavar="A,B", help="That fit these of Holland's interests: social, or S.")
]
Explain = Annotated[bool, typer.Option("--explain", help="Show how each score is reckoned.")]

_MOST_SKILLS = 50
_MOST_SHOWN = 20
_MOST_HINTS = 3


@shares_options
def run(
    request: Request,
    person: Person = "",
    skills: Skills = "",
    min_wage: MinWage = "",
    education: Education = "",
    job_zone: JobZone = 0,
    interests: Interests = "",
    explain: Explain = False,
    area: AreaName = "",
) -> None:
    """List the roles and occupations that name your skills, those that name most and rarest first.

    \b
    careercli match --skills "networking, customer service, python"
    careercli match --skills "ccna, linux" --min-wage 80000 --area OH
    careercli match --skills "sql, java" --job-zone 4 --explain
    """
    typed = [each.strip() for each in skills.split(",") if each.strip()]
    if person:
        own, own_area = _of_person(person)
        typed, area = [*own, *typed], area or own_area
    if not 1 <= len(typed) <= _MOST_SKILLS:
        raise UsageError(f'match needs me, or --skills "a, b": one to {_MOST_SKILLS} skills')
    if job_zone not in range(6):
        raise UsageError("--job-zone: a number from 1 to 5")
    wanted = Wanted(read_dollars(min_wage), education, job_zone or None, frozenset(_interests(interests)))
    columns = rows.chosen(request.columns, words.COLUMNS, "match")
    if not (request.columns or explain):
        columns = [name for name in columns if name != "explain"]
    listing = request.catalog(in_force("area", area)).listing()
    asked = TypedSkills(typed, listing)
    for name, read in asked.corrected.items():
        say(f"“{name}” is read as {read}")
    work = asked.work
    if unknown := [name for name in asked.unknown if name not in work]:
        say(f"no source names {_quoted(unknown)}")
    if work:
        commands = [f"careercli roles {name}" for name in work[:_MOST_HINTS]]
        say(f"{_quoted(work)}: in job titles, no named skill; see {', '.join(commands)}")
    matches = SkillMatcher(asked, listing).matches(wanted)
    if not matches and len(asked.unknown) < len(asked.names):
        say("nothing matches")
    found = rows.sorted_things(
        matches, lambda match, key: words.values(match)[key], words.COLUMNS, "match", request.sort, request.descending
    )
    if request.format == "table" and not request.columns:
        from careercli.formats.match_table import as_table

        shown = found[: _MOST_SHOWN if request.limit is None else request.limit]
        lines = words.legend(shown, len(found))
        write(request, as_table(shown, explain, lines, table_style(request), not request.no_header))
    else:
        as_row = words.texts if request.format in ("table", "md") else words.values
        is_explained = "explain" in columns
        write_rows(request, columns, [as_row(each, is_explained) for each in found[: request.limit]])


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _of_person(name: str) -> tuple[list[str], str]:
    """Return the skills of me.yaml, and its place."""
    from careercli.catalog.own import own_skills

    if name.strip().casefold() != ME:
        raise UsageError(f"match takes “me” or --skills, not “{name}”; careercli roles searches for it")
    return own_skills()


def _interests(asked: str) -> Sequence[str]:
    """Return the kinds of interest that are asked for by their names, beginnings or letters: `social`, `SE`."""
    found = []
    for word in asked.casefold().replace(",", " ").split():
        named = [each for each in INTERESTS if each.startswith(word)]
        lettered = [each for each in INTERESTS if each[0] in word] if {*word} <= {*"riasec"} else []
        if not named and len(lettered) < len(word):
            raise UsageError(f"--interests: cannot be “{asked}”; use {', '.join(INTERESTS)}")
        found += named or lettered
    return found
