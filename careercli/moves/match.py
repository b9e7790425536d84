"""Find the roles and occupations that name the skills a person has.

A skill counts the more the fewer name it, and the shorter the list that names it.

A technology that `df` of the occupations list, in a list of `n` of all `total` entries, has the points
log2(1 + total ÷ df ÷ (n + mean)), with the mean length of a list; total × 3 where it is in demand in the occupation.
A skill or field of knowledge that is important in `df` of N rated occupations: log2(1 + N ÷ df ÷ 2), as in a list of
mean length. What the role's own profile names: log2(1 + 3 × N ÷ df ÷ 2), where N are all occupations and profiles and
`df` those that name it. A skill counts once, where it has most points.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import log2
from typing import NamedTuple

from careercli.catalog.listing import CatalogEntry, Listing
from careercli.model.words import normalize
from careercli.moves.typed_skills import TypedSkills
from careercli.store import skill_index


class Evidence(NamedTuple):
    """One skill that a role or an occupation has: as it was typed, the name found, who names it, and its points.

    `df` of `lists` lists name it, `times` is SOUGHT or 1, `n` is the length of this list and `total` that of all, 0
    for lists of even length. `importance` is O*NET's rating in hundredths, 0 for none.
    """

    typed: str
    name: str
    where: str
    points: float
    df: int
    lists: int
    times: int = 1
    n: int = 0
    total: int = 0
    importance: int = 0


class Match(NamedTuple):
    """A role or an occupation, what it has of the skills that were typed, and which it lacks; the best has most points.

    `score` are the points of all that it has; `job_zone` is None where none is known.
    """

    entry: CatalogEntry
    score: float
    matched: Sequence[Evidence]
    missing: Sequence[str]
    job_zone: int | None


class Wanted(NamedTuple):
    """The filters of a match: a median, an entry education, at most a job zone, interests among its high points."""

    min_wage: float | None = None
    education: str = ""
    job_zone: int | None = None
    interests: frozenset[str] = frozenset()


LISTED, RATED, PROFILE = "technologies", "ratings", "profile"
"""Who names a skill: O*NET's list of technologies, its ratings, or the role's own profile."""

SOUGHT = 3
"""How many times an entry counts that job postings of the occupation often ask for, or the role's own profile names."""


def list_points(df: int, n: int, total: int, lists: int, in_demand: bool) -> float:
    """Return the points of an entry that `df` lists have, in a list of `n`; all `lists` have `total` entries."""
    return log2(1 + (SOUGHT if in_demand else 1) * total / df / (n + total / lists))


def even_points(df: int, lists: int, times: int = 1) -> float:
    """Return the same of one in lists of mean length; `times` is SOUGHT where it is sought after."""
    return log2(1 + times * lists / df / 2)


class SkillMatcher:
    """The roles and occupations that have a person's skills, and how much each counts."""

    def __init__(self, typed: TypedSkills, listing: Listing) -> None:
        """Match `typed`; `listing` has the wages of a place."""
        self._typed, self._listing = typed, listing
        self._sizes = skill_index.list_sizes()
        self._total = sum(self._sizes.values())

    @cached_property
    def _by_code(self) -> dict[str, dict[int, Evidence]]:
        """The best evidence of each skill for each occupation, by code, then by the place of the skill."""
        best: dict[str, dict[int, Evidence]] = {}
        every = [each.number for elements in self._typed.elements for each in elements if each.kind == LISTED]
        by_element: dict[int, list[tuple[str, int]]] = {}
        for code, number, in_demand in skill_index.listed_by(every):
            by_element.setdefault(number, []).append((code, in_demand))
        for at, name in enumerate(self._typed.names):
            titles = {each.number: each.title for each in self._typed.elements[at]}
            rated = [each.number for each in self._typed.elements[at] if each.kind != LISTED]
            listed: dict[str, tuple[int, int]] = {}
            for number in titles:
                for code, in_demand in by_element.get(number, ()):
                    if in_demand or code not in listed:
                        listed[code] = number, in_demand
            df, lists, total = len(listed), len(self._sizes), self._total
            for code, (number, in_demand) in listed.items():
                n, times = self._sizes[code], SOUGHT if in_demand else 1
                points = list_points(df, n, total, lists, bool(in_demand))
                found = Evidence(name, titles[number], LISTED, points, df, lists, times, n, total)
                best.setdefault(code, {})[at] = found
            important = {code: (number, value) for code, number, value in skill_index.important_in(rated)}
            points = even_points(len(important), self._rated) if important else 0
            for code, (number, value) in important.items():
                found = Evidence(name, titles[number], RATED, points, len(important), self._rated, importance=value)
                skills_of = best.setdefault(code, {})
                skills_of[at] = max(found, skills_of.get(at, found), key=_points)
        return best

    @cached_property
    def _rated(self) -> int:
        return skill_index.rated_occupations()

    def _own(self, role: str, of_occupation: Mapping[int, Evidence]) -> dict[int, Evidence]:
        """Return the best evidence of a role: its profile's, or its occupation's."""
        best = dict(of_occupation)
        for at, lines in enumerate(self._typed.lines):
            if role in lines:
                everyone = len(self._sizes) + len(self._typed.roles)
                df = len(lines) + sum(at in evidence for evidence in self._by_code.values())
                points = even_points(df, everyone, SOUGHT)
                found = Evidence(self._typed.names[at], lines[role], PROFILE, points, df, everyone, SOUGHT)
                best[at] = max(found, best.get(at, found), key=_points)
        return best

    # -- matches

    def matches(self, wanted: Wanted) -> list[Match]:
        """Return the roles and occupations that have any of the skills and what is wanted, best first, roles first."""
        zones = skill_index.job_zones()
        points = skill_index.high_points() if wanted.interests else {}
        found = [(entry, self._own(entry.id, self._by_code.get(entry.occupation, {}))) for entry in self._typed.roles]
        entries = self._listing.occupations(list(self._by_code)) if self._by_code else []
        found += [(entry, self._by_code[entry.occupation]) for entry in entries]
        matches = [
            self._match(entry, evidence, zones.get(entry.occupation)) for entry, evidence in found
            if evidence and _passes(entry, wanted, zones.get(entry.occupation), points.get(entry.occupation, set()))
        ]  # fmt: skip
        return sorted(matches, key=_order)

    def _match(self, entry: CatalogEntry, evidence: Mapping[int, Evidence], zone: int | None) -> Match:
        missing = [name for at, name in enumerate(self._typed.names) if at not in evidence]
        matched = [evidence[at] for at in sorted(evidence)]
        return Match(entry, sum(each.points for each in matched), matched, missing, zone)


def _passes(entry: CatalogEntry, wanted: Wanted, zone: int | None, points: set[str]) -> bool:
    if wanted.min_wage is not None and (entry.wage is None or entry.wage < wanted.min_wage):
        return False
    if wanted.job_zone is not None and (zone is None or zone > wanted.job_zone):
        return False
    return wanted.interests <= points and normalize(wanted.education) in normalize(str(entry.entry_education or ""))


def _order(match: Match) -> tuple[float, int, int, bool, str]:
    """Return the place of a match: by score, then where most is in demand, then rated highest, roles first, by id."""
    demand = sum(each.times for each in match.matched)
    importance = sum(each.importance for each in match.matched)
    return -round(match.score, 6), -demand, -importance, match.entry.is_occupation, match.entry.id


def _points(evidence: Evidence) -> float:
    return evidence.points
