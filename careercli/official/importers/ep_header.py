"""Put the header of older Employment Projections, whose names go over two or three rows, into the names of today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

TITLE_AND_CODE = re.compile(r"(\d{4}) National Employment Matrix title and code")
"""The first name of a header over several rows; the column of codes has no name of its own."""

_TODAY = (
    (r"Employment / (\d{4})", r"Employment, \1"),
    (r"(?:Employment )?change, (.*) / Percent", r"Employment change, percent, \1"),
    (r"Occupational separations rate, (.*) / Labor force exits", r"Labor force exit rate, \1"),
    (r"Occupational separations rate, (.*) / Occupational transfers", r"Occupational transfer rate, \1"),
    (r"Occupational separations rate, (.*) / Total", r"Total occupational separations rate, \1"),
)
"""Names of a group of columns and of one of them, as patterns, and what they are called today."""


def in_one_row(first: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """Return a name for each column from the first row of a header and the rows of names below it."""
    title = TITLE_AND_CODE.match(first[0])
    if not title:
        return list(first)
    matrix = f"{title[1]} National Employment Matrix"
    return [f"{matrix} title", f"{matrix} code", *list(_names(first, below))[2:]]


def _names(first: Sequence[str], below: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a name for each column; a group's name stands over its first column alone."""
    group = ""
    for name, *names in zip_longest(first, *below, fillvalue=""):
        group = name or group
        yield _of_today(" / ".join(filter(None, (group, *names))))


def _of_today(name: str) -> str:
    for pattern, today in _TODAY:
        if found := re.fullmatch(pattern, name, re.IGNORECASE):
            return found.expand(today)
    return name
