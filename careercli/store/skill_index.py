"""Which occupations O*NET lists or rates a skill for: what a match by skills asks."""

import json
from collections.abc import Iterable, Iterator, Mapping
from sqlite3 import Connection
from typing import Any, NamedTuple

from careercli.model.words import has_phrase, normalize
from careercli.official.onet import IMPORTANT
from careercli.official.releases import newest_onet
from careercli.store.official import connection, rows_of
from careercli.store.ratings import rated_in

INTERESTS = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
"""Holland's kinds of interest, in O*NET's order."""


USUAL = 10
"""Occupations that list a technology of which part of the name is enough, about 1 % of all."""


class Element(NamedTuple):
    """One thing that O*NET rates or lists: `kind` is `skills`, `knowledge` or `technologies`."""

    number: int
    kind: str
    title: str


def _asked(name: str, part: str, **asked: Any) -> list[Any]:
    """Return the rows that the newest release of O*NET with a part has for a question."""
    return _rows(name, release=newest_onet(part).id, **asked)


def index_skills(database: Connection) -> None:
    """Fill the tables of names and totals: `Oracle Java` is found as java, “Social networking” not as networking."""
    kinds = "('skills', 'knowledge', 'technologies')"
    elements = database.execute(f"SELECT id, kind, title FROM element WHERE kind IN {kinds}").fetchall()
    names = {(name, number) for number, kind, title in elements for name in _names(kind, title)}
    database.executemany("INSERT INTO element_name VALUES (?, ?)", sorted(names))
    counted = "SELECT release, occupation, count(*) FROM technology GROUP BY release, occupation"
    database.execute(f"INSERT INTO technology_total {counted}")
    counted = "SELECT release, count(DISTINCT occupation) FROM rating WHERE scale = 'IM' GROUP BY release"
    database.execute(f"INSERT INTO rated_total {counted}")


def _names(kind: str, title: str) -> Iterator[str]:
    """Yield a title, with and without “software” at its end, and its last words from each capital on.

    Of a field of knowledge its parts: `Sales and Marketing` is found as sales.
    """
    yield normalize(title)
    if kind == "knowledge":
        yield from map(normalize, title.replace(", ", " and ").split(" and "))
    words = title.removesuffix(" software").split(" ")
    for at, word in enumerate(words):
        name = normalize(" ".join(words[at:]))
        if at == 0 or (len(name) > 1 and not word[:1].islower()):
            yield name


def elements_named(spelled: Iterable[Iterable[str]]) -> list[list[Element]]:
    """Return for each list of normalized spellings what has one of these names."""
    lists = [list(each) for each in spelled]
    by_name: dict[str, list[Element]] = {}
    for name, *element in _rows("skills named", names=json.dumps([name for each in lists for name in each])):
        by_name.setdefault(name, []).append(Element._make(element))
    return [list(dict.fromkeys(found for name in each for found in by_name.get(name, ()))) for each in lists]


def elements_with(name: str) -> list[Element]:
    """Return what has a normalized name of several letters anywhere among the words of its own."""
    part = name.partition(" ")[0]
    found = map(Element._make, _rows("skills with", part=part)) if len(name) > 1 else ()
    return [each for each in found if has_phrase(normalize(each.title), name)]


def starting_with(name: str, elements: Iterable[Element]) -> list[Element]:
    """Return those whose maker a normalized name is: `epic` of Epic Systems, not `nursing` of Nursing documentation."""
    begun = [each for each in elements if normalize(each.title).startswith(f"{name} ")]
    return [each for each in begun if each.title[len(name) + 1].isupper()]


def usual(elements: Iterable[Element]) -> list[Element]:
    """Return what is rated, and those technologies that at least USUAL occupations list."""
    asked = list(elements)
    listed = json.dumps([each.number for each in asked if each.kind == "technologies"])
    often = _asked("often listed", "technologies", elements=listed, least=USUAL) if listed != "[]" else []
    return [each for each in asked if each.kind != "technologies" or (each.number,) in often]


def _rows(name: str, **asked: Any) -> list[Any]:
    return rows_of(connection(), name, **asked)


def words_of_elements(letter: str) -> set[str]:
    """Return the words that begin with a letter in the names of what O*NET rates or lists."""
    if not letter.isalnum():
        return set()
    titles = (normalize(title) for (title,) in _rows("skills like", letter=letter))
    return {word for title in titles for word in title.split() if word[0] == letter}


def listed_by(elements: Iterable[int]) -> list[tuple[str, int, int]]:
    """Return the occupations that list any of these technologies, which, and 1 if it is in demand; these first."""
    wanted = list(elements)
    return _asked("listed by", "technologies", elements=json.dumps(wanted)) if wanted else []


def list_sizes() -> Mapping[str, int]:
    """Return how many technologies each occupation lists, by code."""
    return dict(_asked("technologies listed", "technologies"))


def important_in(elements: Iterable[int]) -> list[tuple[str, int, int]]:
    """Return the occupations in which any of these skills or fields of knowledge are rated important, which, and how.

    The least important come first; an importance is in hundredths.
    """
    wanted = json.dumps(list(elements))
    some = rated_in() if wanted != "[]" else []
    return [row for asked in some for row in _rows("important in", elements=wanted, least=IMPORTANT, **asked)]


def rated_occupations() -> int:
    """Return how many occupations have ratings."""
    ((count,),) = _asked("occupations rated", "skills")
    return int(count)


def job_zones() -> Mapping[str, int]:
    """Return the job zone of each occupation, 1 to 5, by code."""
    return dict(_asked("job zones", "job_zones"))


def high_points() -> Mapping[str, set[str]]:
    """Return the kinds of interest that fit each occupation best, up to three, by code."""
    found: dict[str, set[str]] = {}
    for code, value in _asked("high points", "interests"):
        found.setdefault(code, set()).add(INTERESTS[value // 100 - 1])
    return found
