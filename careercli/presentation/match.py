"""Say what a list of matches by skills shows."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.model import fields, numbers
from careercli.model.claims import Value
from careercli.model.words import has_phrase, normalize
from careercli.moves.match import Evidence, Match
from careercli.official.releases import newest
from careercli.presentation.sources import name_of

_WIDEST_NAME = 60
"""Characters of the longest name that stands beside what was typed."""

COLUMNS = (
    "role", "title", "score", "matched", "missing", "median", "entry_education", "job_zone", "caveat", "area",
    "explain",
)  # fmt: skip


def values(match: Match) -> dict[str, Value]:
    """Return a match by COLUMNS for programs."""
    entry = match.entry
    return {
        "role": entry.id, "title": entry.title, "score": score(match), "matched": matched(match),
        "missing": ", ".join(match.missing), "median": entry.median, "entry_education": entry.entry_education,
        "job_zone": match.job_zone, "caveat": entry.caveat, "area": entry.area, "explain": " | ".join(explained(match)),
    }  # fmt: skip


def texts(match: Match) -> dict[str, Value]:
    """Return a match by COLUMNS for people: `?` stands beside figures of a doubtful occupation."""
    zone = values(match)["job_zone"]
    doubtful = f"{zone} ?" if match.entry.caveat and zone is not None else zone
    return values(match) | {"median": match.entry.texts()["median"], "job_zone": doubtful}


def score(match: Match) -> Value:
    return numbers.half_up(match.score, 1)


def matched(match: Match) -> str:
    """Return the skills that were found, each with the name it was found by where that is another."""
    return ", ".join(map(_found, match.matched))


def _found(evidence: Evidence) -> str:
    typed, name = normalize(evidence.typed), normalize(evidence.name)
    if typed == name or (evidence.where == "profile" and has_phrase(name, typed)):
        return evidence.typed
    return f"{evidence.typed} ({_shortened(evidence.name)})"


def _shortened(name: str) -> str:
    return name if len(name) <= _WIDEST_NAME else f"{name[: _WIDEST_NAME - 1]}…"


def explained(match: Match) -> list[str]:
    """Return how each skill counts: `linux: Linux (O*NET), 122 of 923 occupations list it: log2(…) = 3.1`."""
    return [
        f"{each.typed}: {_shortened(each.name)} ({each.where}), {each.arithmetic} = {each.points:.1f}"
        for each in match.matched
    ]


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
    lines.append(f"median in US dollars a year, {wages}; names of skills from profiles and {name_of(newest('O*NET'))}")
    caveats = dict.fromkeys(f"{each.entry.id}: {each.entry.caveat}" for each in shown if each.entry.caveat)
    lines += [f"? {'; '.join(caveats)}"] if caveats else []
    return [*lines, *([f"{count - len(shown)} more: --limit {count}"] if count > len(shown) else [])]
