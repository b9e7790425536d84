"""Find the roles and occupations that name the skills a person has.

A skill counts the more the fewer name it, and the shorter the list that names it.

A technology that `df` of the occupations list, in a list of `n` of all `total` entries, has the points
log2(1 + total ÷ df ÷ (n + mean)), with the mean length of a list; total × 3 where it is in demand in the occupation.
A skill or field of knowledge that is important in `df` of N rated occupations: log2(1 + N ÷ df ÷ 2), as in a list of
mean length. What the role's own profile names: log2(1 + 3 × N ÷ df ÷ 2), where N are all occupations and profiles and
`df` those that name it. A skill counts once, where it has most points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import log2
from typing import NamedTuple

from careercli.catalog.listing import CatalogEntry, Listing
from careercli.model.words import normalize
from careercli.moves.typed_skills import TypedSkills
from careercli.store import skill_index


class Evidence(NamedTuple):
    """That a role or an occupation has a skill: as it was typed, the name found, who names it, points and why."""

    typed: str
    name: str
    where: str
    points: float
    arithmetic: str


class Match(NamedTuple):
    """A role or an occupation, what it has of the skills that were typed, and which it lacks; the best has most points.

    `job_zone` is None where none is known.
    """

    entry: CatalogEntry
    matched: Sequence[Evidence]
    missing: Sequence[str]
    job_zone: int | None

    @property
    def score(self) -> float:
        return sum(each.points for each in self.matched)


class Wanted(NamedTuple):
    """What a match must have: a median, an entry education, at most a job zone, interests among its high points."""

    min_wage: float | None = None
    education: str = ""
    job_zone: int | None = None
    interests: frozenset[str] = frozenset()


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
        for at, name in enumerate(self._typed.names):
            elements = self._typed.elements[at]
            titles = {each.number: each.title for each in elements}
            technologies = [each.number for each in elements if each.kind == "technologies"]
            rated = [each.number for each in elements if each.kind != "technologies"]
            listed: dict[str, tuple[int, int]] = {}
            for code, number, in_demand in skill_index.listed_by(technologies) if technologies else ():
                listed.setdefault(code, (number, in_demand))
            for code, (number, in_demand) in listed.items():
                best.setdefault(code, {})[at] = self._listed(name, titles[number], len(listed), code, bool(in_demand))
            important = dict(skill_index.important_in(rated)) if rated else {}
            for code, number in important.items():
                found = self._important(name, titles[number], len(important))
                skills_of = best.setdefault(code, {})
                skills_of[at] = max(found, skills_of.get(at, found), key=_points)
        return best

    def _listed(self, typed: str, title: str, df: int, code: str, in_demand: bool) -> Evidence:
        n, lists, total = self._sizes[code], len(self._sizes), self._total
        times, why = (f"{SOUGHT} × ", "in demand; ") if in_demand else ("", "")
        why += f"{df} of {lists} occupations list it: log2(1 + {times}{total:,} ÷ {df} ÷ ({n} + {total / lists:.1f}))"
        return Evidence(typed, title, "O*NET", list_points(df, n, total, lists, in_demand), why)

    @cached_property
    def _rated(self) -> int:
        return skill_index.rated_occupations()

    def _important(self, typed: str, title: str, df: int) -> Evidence:
        why = f"important in {df} of {self._rated} occupations: log2(1 + {self._rated} ÷ {df} ÷ 2)"
        return Evidence(typed, title, "O*NET", even_points(df, self._rated), why)

    def _own(self, role: str, of_occupation: Mapping[int, Evidence]) -> dict[int, Evidence]:
        """Return the best evidence of a role: its profile's, or its occupation's."""
        best = dict(of_occupation)
        for at, lines in enumerate(self._typed.lines):
            if role in lines:
                everyone = len(self._sizes) + len(self._typed.roles)
                df = len(lines) + sum(at in evidence for evidence in self._by_code.values())
                why = f"{df} of {everyone} occupations and profiles name it: log2(1 + {SOUGHT} × {everyone} ÷ {df} ÷ 2)"
                found = Evidence(self._typed.names[at], lines[role], "profile", even_points(df, everyone, SOUGHT), why)
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
        return sorted(matches, key=lambda match: (-round(match.score, 6), match.entry.is_occupation, match.entry.id))

    def _match(self, entry: CatalogEntry, evidence: Mapping[int, Evidence], zone: int | None) -> Match:
        missing = [name for at, name in enumerate(self._typed.names) if at not in evidence]
        return Match(entry, [evidence[at] for at in sorted(evidence)], missing, zone)


def _passes(entry: CatalogEntry, wanted: Wanted, zone: int | None, points: set[str]) -> bool:
    if wanted.min_wage is not None and (entry.wage is None or entry.wage < wanted.min_wage):
        return False
    if wanted.job_zone is not None and (zone is None or zone > wanted.job_zone):
        return False
    return wanted.interests <= points and normalize(wanted.education) in normalize(str(entry.entry_education or ""))


def _points(evidence: Evidence) -> float:
    return evidence.points
