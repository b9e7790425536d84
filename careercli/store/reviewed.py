"""Read the reviewed tables of data/titles: tab-separated, a header, one decision a line."""

from __future__ import annotations

import os
import re
from functools import cache

from careercli.model.titles import key, words

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "titles")


_PARTS = re.compile(r"[^\s,;/|–—-]+")


@cache
def reviewed(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table, such as `expansions`, without its header."""
    with open(os.path.join(_FOLDER, f"{name}.tsv"), encoding="utf-8") as file:
        return tuple(tuple(line.split("\t")) for line in file.read().splitlines()[1:])


@cache
def expansions() -> dict[str, str]:
    """Return what short forms of words stand for, by the short form: `tech` is technician."""
    return dict(reviewed("expansions"))  # type: ignore[arg-type]


@cache
def everyday_names() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return the names that were reviewed, with a code and why, best first, by the key of titles."""
    rows = reviewed("everyday")
    return {key(words(name)): tuple((name, code, why) for code in codes.split()) for name, codes, why in rows}


@cache
def _aside() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words(phrase)) for phrase, *_ in reviewed("set_aside"))


def set_aside(title: str) -> tuple[str, str]:
    """Return a title without words of seniority, hours, place of work or employers, and these words."""
    typed, at = _PARTS.findall(title), 0
    kept: list[str] = []
    aside: list[str] = []
    while at < len(typed):
        length = next((n for n in (3, 2, 1) if tuple(words(" ".join(typed[at : at + n]))) in _aside()), 0)
        (aside if length else kept).extend(typed[at : at + max(length, 1)])
        at += max(length, 1)
    return " ".join(kept), " ".join(aside)
