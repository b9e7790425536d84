"""Say what a list of matches by skills shows."""

from collections.abc import Sequence
from functools import cache

from careercli.model import fields
from careercli.model.claims import Value
from careercli.model.words import has_phrase, normalize
from careercli.moves.match import PROFILE, RATED, Evidence, Match
from careercli.official.releases import newest, of_onet
from careercli.presentation.phrases import joined_with_and
from careercli.presentation.sources import name_of

_WIDEST_NAME = 60
"""Characters of the longest name that stands beside what was typed."""

COLUMNS = (
    "role", "title", "score", "matched", "missing", "median", "entry_education", "job_zone", "caveat", "area",
    "explain",
)  # fmt: skip


def values(match: Match, explain: bool = False) -> dict[str, Value]:
    """Return a match by COLUMNS for programs; `explain` is empty unless asked."""
    entry = match.entry
    return {
        "role": entry.id, "title": entry.title, "score": score(match), "matched": matched(match),
        "missing": ", ".join(match.missing), "median": entry.median, "entry_education": entry.entry_education,
        "job_zone": match.job_zone, "caveat": entry.caveat, "area": entry.area, 
        "explain": " | ".join(explained(match)) if explain else "",
    }  # fmt: skip


def texts(match: Match, explain: bool = False) -> dict[str, Value]:
    """Return a match by COLUMNS for people: `?` stands beside figures of a doubtful occupation."""
    zone = match.job_zone
    doubtful = f"{zone} ?" if match.entry.caveat and zone is not None else zone
    return values(match, explain) | {"median": match.entry.texts()["median"], "job_zone": doubtful}


def score(match: Match) -> Value:
    return round(match.score, 1)


def matched(match: Match) -> str:
    """Return the skills that were found, each with the name it was found by where that is another."""
    return ", ".join(_found(each.typed, each.name, each.where) for each in match.matched)


@cache
def _found(asked: str, found: str, where: str) -> str:
    typed, name = normalize(asked), normalize(found)
    if typed == name or (where == PROFILE and has_phrase(name, typed)):
        return asked
    return f"{asked} ({_shortened(found)})"


def _shortened(name: str) -> str:
    return name if len(name) <= _WIDEST_NAME else f"{name[: _WIDEST_NAME - 1]}…"


def explained(match: Match) -> list[str]:
    """Return how each skill counts: `linux: Linux, O*NET; listed for 122 of 923 occupations: log2(…) = 3.1`."""
    return [f"{each.typed}: {_shortened(each.name)}, {_arithmetic(each)} = {each.points:.1f}" for each in match.matched]


def _arithmetic(each: Evidence) -> str:
    times = f"{each.times} × " if each.times > 1 else ""
    if each.where == PROFILE:
        why = f"in the profile; {each.df} of {each.lists} occupations and profiles name it"
    elif each.where == RATED:
        why = f"important to O*NET in {each.df} of {each.lists} occupations"
    else:
        why = f"{'in demand; ' if times else ''}O*NET lists it for {each.df} of {each.lists} occupations"
    if each.total:
        return f"{why}: log2(1 + {times}{each.total:,} ÷ {each.df} ÷ ({each.n} + {each.total / each.lists:.1f}))"
    return f"{why}: log2(1 + {times}{each.lists} ÷ {each.df} ÷ 2)"


def preparation(match: Match) -> str:
    """Return the usual entry education and the job zone, as a person reads them."""
    zone = f"job zone {match.job_zone}" if match.job_zone else ""
    text = ", ".join(filter(None, (str(match.entry.entry_education or ""), zone)))
    return f"{text} ?" if text and match.entry.caveat else text or fields.UNKNOWN


def legend(shown: Sequence[Match], count: int) -> list[str]:
    """Return what the columns are, how many more there are, and the caveats."""
    if not shown:
        return []
    wages = name_of(newest("OEWS"))
    lines = ["score: the more and the rarer the skills, the higher; it says nothing of how well you know them"]
    named = joined_with_and([*map(name_of, of_onet("skills", "knowledge", "technologies"))])
    lines.append(f"median in US dollars a year, {wages}; names of skills from profiles and {named}")
    caveats = dict.fromkeys(f"{each.entry.id}: {each.entry.caveat}" for each in shown if each.entry.caveat)
    lines += [f"? {'; '.join(caveats)}"] if caveats else []
    return [*lines, *([f"{count - len(shown)} more: --limit {count}"] if count > len(shown) else [])]
