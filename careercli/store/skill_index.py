"""Which occupations O*NET lists or rates a skill for: what a match by skills asks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from careercli.model.words import has_phrase, normalize
from careercli.official.onet import IMPORTANT
from careercli.official.releases import newest
from careercli.store.official import connection, rows_of

INTERESTS = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
"""Holland's kinds of interest, in O*NET's order."""


class Element(NamedTuple):
    """What O*NET rates or lists: `kind` is `skills`, `knowledge` or `technologies`."""

    number: int
    kind: str
    title: str


def _asked(name: str, **asked: Any) -> list[Any]:
    return rows_of(connection(), name, release=newest("O*NET").id, **asked)


def elements_named(spellings: Iterable[str], loosely: bool = False) -> list[Element]:
    """Return what has one of these normalized names, with or without its maker before it: `java` is Oracle Java.

    A name of one letter must be the whole. With `loosely`, what has the name anywhere among its words.
    """
    found: dict[int, Element] = {}
    for spelling in spellings:
        part = spelling.split(" ")[0]
        for each in map(Element._make, rows_of(connection(), "skills named", part=part)):
            if _is_named(each.title.removesuffix(" software"), spelling, loosely):
                found[each.number] = each
    return list(found.values())


def _is_named(title: str, spelling: str, loosely: bool) -> bool:
    """Return True if a title is the name, or ends in it; a name begins with a capital: not “Social networking”."""
    name = normalize(title)
    if name == spelling or len(spelling) == 1:
        return name == spelling
    if loosely:
        return has_phrase(name, spelling)
    return name.endswith(f" {spelling}") and not title[-len(spelling)].islower()


def words_of_elements(letter: str) -> set[str]:
    """Return the words that begin with a letter in the names of what O*NET rates or lists."""
    if not letter.isalnum():
        return set()
    titles = (normalize(title) for (title,) in rows_of(connection(), "skills like", letter=letter))
    return {word for title in titles for word in title.split() if word[0] == letter}


def listed_by(elements: Iterable[int]) -> list[tuple[str, int, int]]:
    """Return the occupations that list any of these technologies, which, and 1 if it is in demand; these first."""
    return _asked("listed by", elements=json.dumps(list(elements)))


def list_sizes() -> Mapping[str, int]:
    """Return how many technologies each occupation lists, by code."""
    return dict(_asked("technologies listed"))


def important_in(elements: Iterable[int]) -> list[tuple[str, int]]:
    """Return the occupations in which any of these skills or fields of knowledge are rated important, and which."""
    return _asked("important in", elements=json.dumps(list(elements)), least=IMPORTANT)


def rated_occupations() -> int:
    """Return how many occupations have ratings."""
    ((count,),) = _asked("occupations rated")
    return int(count)


def job_zones() -> Mapping[str, int]:
    """Return the job zone of each occupation, 1 to 5, by code."""
    return dict(_asked("job zones"))


def high_points() -> Mapping[str, set[str]]:
    """Return the kinds of interest that fit each occupation best, up to three, by code."""
    found: dict[str, set[str]] = {}
    for code, value in _asked("high points"):
        found.setdefault(code, set()).add(INTERESTS[value // 100 - 1])
    return found
