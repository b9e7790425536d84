"""Turn the texts of O*NET into rows of official.sqlite: integers in the smallest unit printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from careercli.official.cells import FLAGS, in_units, month

Row = tuple[Any, ...]
Read = Callable[[str], Iterator[tuple[int, dict[str, str]]]]
"""Reads the rows of a table, each with the number of its release."""

_KINDS = {"1.B": "interests", "2.A": "skills", "2.B": "skills", "2.C": "knowledge"}
"""Kinds of O*NET's elements by the first characters of their ids."""

_LISTS = (
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
    yield (
        "related",
        sorted(
            (release, ids[row["code"]], in_units(row["index"], 1), ids[row["related"].removesuffix(".00")], row["tier"])
            for release, row in read("related")
        ),
    )
    yield "title", _titles(read, ids)


def _rated(read: Read, ids: Mapping[str, int]) -> Iterator[tuple[str, list[Row]]]:
    elements, names = set(), set()
    for _, row in chain(read("ratings"), read("interests")):
        elements.add((_KINDS[row["element_id"][:3]], row["element_id"], row["element"]))
        names.add(row["source"])
    elements |= {("technologies", "", row["technology"]) for _, row in read("technologies")}
    names |= {row["source"] for _, row in chain(read("job_zones"), read("education"))}
    # Technologies are listed in alphabetical order, regardless of case.
    ordered = sorted(elements, key=lambda each: (*each[:2], each[2].casefold(), each[2]))
    numbers = {each[1] or each[2]: number for number, each in enumerate(ordered, 1)}
    yield "element", [(number, *each) for number, each in enumerate(ordered, 1)]
    raters = {name: number for number, name in enumerate(sorted(names), 1)}
    yield "rater", [(number, name) for name, number in raters.items()]
    yield "rating", sorted(
        (release, ids[row["code"]], numbers[row["element_id"]], row["scale"], in_units(row["value"], 100),
         in_units(row.get("n", ""), 1), in_units(row.get("standard_error", ""), 10_000), month(row["date"]),
         raters[row["source"]], FLAGS[row.get("suppress", "")], FLAGS[row.get("not_relevant", "")])
        for release, row in chain(read("ratings"), read("interests"))
    )  # fmt: skip
    yield "technology", sorted(
        (release, ids[row["code"]], numbers[row["technology"]], FLAGS[row["in_demand"]], FLAGS[row["hot"]])
        for release, row in read("technologies")
    )  # fmt: skip
    yield "job_zone", sorted(
        (release, ids[row["code"]], in_units(row["zone"], 1), month(row["date"]), raters[row["source"]])
        for release, row in read("job_zones")
    )  # fmt: skip
    yield "education", sorted(
        (release, ids[row["code"]], in_units(row["category"], 1), in_units(row["share"], 100), in_units(row["n"], 1),
         in_units(row["standard_error"], 10_000), month(row["date"]), raters[row["source"]], FLAGS[row["suppress"]])
        for release, row in read("education")
    )  # fmt: skip


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
    for table, columns, name in _LISTS:
        for release, row in read(table):
            for title in filter(None, map(row.get, columns)):
                lists.setdefault((release, ids[row["code"]], title), name)
    return [(number, *each, lists[each]) for number, each in enumerate(sorted(lists), 1)]
