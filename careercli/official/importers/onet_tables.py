"""Turn the texts of O*NET into rows of official.sqlite: integers in the smallest unit printed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from careercli.official.cells import FLAGS, in_units, month

Row = tuple[Any, ...]
Cells = Mapping[str, str]
Make = Callable[[int, Cells, "Numbers"], Row]
"""Makes a row of the number of its release and its cells by our columns; `code` is one of SOC, or of a specialty."""

Read = Callable[[str], Iterator[tuple[int, dict[str, str]]]]
"""Reads the rows of a table, each with the number of its release."""

_KINDS = {"1.B": "interests", "2.A": "skills", "2.B": "skills", "2.C": "knowledge"}
"""Kinds of O*NET's elements by the first characters of their ids."""

LISTS = (
    ("reported_titles", ("title",), "reported"),
    ("direct_titles", ("title",), "direct match"),
    ("alternate_titles", ("title", "short"), "alternate"),
)
"""Texts of titles, their columns, and what their list is called; the best first."""


def tables(read: Read, ids: Mapping[str, int]) -> Iterator[tuple[str, list[Row]]]:
    """Yield each table of O*NET and its rows by key; `ids` are the occupations by code."""
    yield from _rated(read, ids)
    yield "education_level", [(in_units(row["category"], 1), row["title"]) for _, row in read("education_levels")]
    yield from _activities(read, ids)
    yield "related", _made(related, read("related"), Numbers(ids, {}, {}))
    yield "title", _titles(read, ids)


class Numbers(NamedTuple):
    """The numbers of what rows name: occupations by code, elements by id, or by name if it is a technology, raters."""

    occupations: Mapping[str, int]
    elements: Mapping[str, int]
    raters: Mapping[str, int]


def rating(release: int, row: Cells, ids: Numbers) -> Row:
    """Return a row of `rating`."""
    return (
        release, ids.occupations[row["code"]], ids.elements[row["element_id"]], row["scale"],
        in_units(row["value"], 100), in_units(row.get("n", ""), 1), in_units(row.get("standard_error", ""), 10_000),
        month(row["date"]), ids.raters[row["source"]], FLAGS[row.get("suppress", "")],
        FLAGS[row.get("not_relevant", "")],
    )  # fmt: skip


def technology(release: int, row: Cells, ids: Numbers) -> Row:
    """Return a row of `technology`."""
    found = ids.occupations[row["code"]], ids.elements[row["technology"]]
    return (release, *found, FLAGS[row["in_demand"]], FLAGS[row["hot"]])


def job_zone(release: int, row: Cells, ids: Numbers) -> Row:
    """Return a row of `job_zone`."""
    zone = in_units(row["zone"], 1)
    return (release, ids.occupations[row["code"]], zone, month(row["date"]), ids.raters[row["source"]])


def education(release: int, row: Cells, ids: Numbers) -> Row:
    """Return a row of `education`."""
    return (
        release, ids.occupations[row["code"]], in_units(row["category"], 1), in_units(row["share"], 100),
        in_units(row["n"], 1), in_units(row["standard_error"], 10_000), month(row["date"]), ids.raters[row["source"]],
        FLAGS[row["suppress"]],
    )  # fmt: skip


def related(release: int, row: Cells, ids: Numbers) -> Row:
    """Return a row of `related`."""
    one, other = ids.occupations[row["code"]], ids.occupations[row["related"].removesuffix(".00")]
    return (release, one, in_units(row["index"], 1), other, row["tier"])


def task(release: int, row: Cells, ids: Numbers) -> Row:
    """Return a row of `task`."""
    return (
        release, ids.occupations[row["code"]], in_units(row["rank"], 1), in_units(row["id"], 1), row["statement"],
        row["kind"], in_units(row["n"], 1), month(row["date"]), ids.raters[row["source"]],
    )  # fmt: skip


def kind_of(element: str) -> str:
    """Return the kind of an element by its id: `skills` of `2.A.1.a`."""
    return _KINDS[element[:3]]


def _rated(read: Read, ids: Mapping[str, int]) -> Iterator[tuple[str, list[Row]]]:
    ratings, titles, found = [], {}, Numbers(ids, _Numbered(), _Numbered())
    for release, row in chain(read("ratings"), read("interests")):
        titles[row["element_id"]] = row["element"]
        ratings.append(rating(release, row, found))
    elements = {(kind_of(code), code, title) for code, title in titles.items()}
    technologies, zones, educations = (list(read(table)) for table in ("technologies", "job_zones", "education"))
    elements |= {("technologies", "", row["technology"]) for _, row in technologies}
    names = found.raters.keys() | {row["source"] for _, row in chain(zones, educations)}
    # Technologies are listed in alphabetical order, regardless of case.
    ordered = sorted(elements, key=lambda each: (*each[:2], each[2].casefold(), each[2]))
    numbers = {each[1] or each[2]: number for number, each in enumerate(ordered, 1)}
    yield "element", [(number, *each) for number, each in enumerate(ordered, 1)]
    raters = {name: number for number, name in enumerate(sorted(names), 1)}
    yield "rater", [(number, name) for name, number in raters.items()]
    known = Numbers(ids, numbers, raters)
    yield "rating", _renumbered(ratings, found, known)
    yield "technology", _made(technology, technologies, known)
    yield "job_zone", _made(job_zone, zones, known)
    yield "education", _made(education, educations, known)


class _Numbered(dict[str, int]):
    """Numbers of names as they come: to read the ratings twice for an order takes half a second."""

    def __missing__(self, name: str) -> int:
        self[name] = number = len(self) + 1
        return number


def _renumbered(ratings: Iterable[Row], before: Numbers, after: Numbers) -> list[Row]:
    """Return rows of `rating` by key with other numbers of elements and raters."""
    elements = {number: after.elements[name] for name, number in before.elements.items()}
    raters = {number: after.raters[name] for name, number in before.raters.items()}
    return sorted((*row[:2], elements[row[2]], *row[3:8], raters[row[8]], *row[9:]) for row in ratings)


def _made(make: Make, rows: Iterable[tuple[int, Cells]], ids: Numbers) -> list[Row]:
    return sorted(make(release, row, ids) for release, row in rows)


def _activities(read: Read, ids: Mapping[str, int]) -> Iterator[tuple[str, list[Row]]]:
    counted = [
        (release, ids[row["code"]], row["stem"], in_units(row["count"], 1)) for release, row in read("activity_stems")
    ]
    stems = {stem: number for number, stem in enumerate(sorted({each[2] for each in counted}), 1)}
    yield "stem", [(number, stem) for stem, number in stems.items()]
    yield "activity_stem", sorted((release, code, stems[stem], count) for release, code, stem, count in counted)


def _titles(read: Read, ids: Mapping[str, int]) -> list[Row]:
    """Return every title of a release once an occupation, in alphabetical order, and the best list it is on."""
    lists: dict[tuple[int, int, str], str] = {}
    for table, columns, name in LISTS:
        for release, row in read(table):
            for title in filter(None, map(row.get, columns)):
                lists.setdefault((release, ids[row["code"]], title), name)
    return [(number, *each, lists[each]) for number, each in enumerate(sorted(lists), 1)]
