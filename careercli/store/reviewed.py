"""Read the reviewed tables: tab-separated, a header, one decision a line; of titles in data/titles, and of skills."""

from __future__ import annotations

import os
from functools import cache

from careercli.model.titles import words

_DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data")


_DIVIDERS = dict.fromkeys(map(ord, ",;/|()-\u2013\u2014"), " ")
"""What stands between the words of a title, dashes included."""


@cache
def reviewed(name: str, folder: str = "titles") -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table, such as `expansions`, without its header."""
    with open(os.path.join(_DATA, folder, f"{name}.tsv"), encoding="utf-8") as file:
        return tuple(tuple(line.split("\t")) for line in file.read().splitlines()[1:])


@cache
def expansions() -> dict[str, str]:
    """Return what short forms of words stand for, by the short form: `tech` is technician."""
    return dict(reviewed("expansions"))  # type: ignore[arg-type]


@cache
def everyday_names() -> dict[str, tuple[str, list[str], str]]:
    """Return the names that were reviewed, with their codes, best first, and why, by their letters."""
    return {name.replace(" ", ""): (name, codes.split(), why) for name, codes, why in reviewed("everyday")}


@cache
def skill_synonyms() -> tuple[tuple[str, ...], ...]:
    """Return the names of skills that mean another, each with that one, and why."""
    return reviewed("skill_synonyms", "")


def set_aside(title: str) -> tuple[str, list[str]]:
    """Return a title without words of seniority, hours, place of work or employers, and these words."""
    known = {phrase for phrase, _ in reviewed("set_aside")}
    typed, at = title.translate(_DIVIDERS).split(), 0
    kept: list[str] = []
    aside: list[str] = []
    while at < len(typed):
        found = (count for count in (3, 2, 1) if " ".join(words(" ".join(typed[at : at + count]))) in known)
        count = next(found, 0)
        if count:
            aside.append(" ".join(typed[at : at + count]))
        else:
            kept.append(typed[at])
        at += max(count, 1)
    return " ".join(kept), aside
