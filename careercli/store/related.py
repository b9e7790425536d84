"""The questions of routes: which occupations are alike, how large the real gaps are, and the medians of an area."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careercli.official.releases import newest_wages
from careercli.store import official


class MedianRow(NamedTuple):
    """The newest yearly median of an occupation in an area, in dollars, with its bound and the mean's error.

    `median` is None where none is published, `bound` is `>=` or empty, `mean_prse` is in tenths of a percent.
    """

    code: str
    median: int | None
    bound: str
    mean_prse: int | None


def alike() -> dict[str, dict[str, list[str]]]:
    """Return by kind, `onet` or `nearest`, and by code which occupations are like each one, the nearest first.

    They are those that O*NET lists as related, and our nearest ten that it does not list.
    """
    code_of = official.codes_by_number().__getitem__
    found: dict[str, dict[str, list[str]]] = {}
    for kind, code, others in _read("alike"):
        found.setdefault(kind, {})[code] = [*map(code_of, others)]
    return found


def gaps(others: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, dict[str, int | None]]:
    """Return the real gaps to occupations that are alike, by code, in thousandths: None where one is not rated.

    `others` are all that `alike` returns.
    """
    found: dict[str, dict[str, int | None]] = {}
    for kind, code, sizes in _read("gaps"):
        found.setdefault(code, {}).update(zip(others[kind][code], sizes, strict=True))
    return found


def _read(question: str) -> Iterator[tuple[str, str, list[Any]]]:
    """Yield kind, code and list of every row; one text of all lists is read in a third of the time of one a row."""
    rows, codes = official.rows_of(official.connection(), question), official.codes_by_number()
    lists = json.loads(f"[{','.join([text for _, _, text in rows])}]")
    return ((kind, codes[number], each) for (kind, number, _), each in zip(rows, lists, strict=True))


def medians(area: str) -> Iterator[MedianRow]:
    """Yield the median of every detailed occupation that has wages in an area, by code."""
    rows = official.rows_of(official.connection(), "medians", release=newest_wages(area).id, area=area)
    return map(MedianRow._make, rows)
