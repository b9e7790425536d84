"""Expand `@marked` on the command line to the roles marked in the explorer."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from careercli.commands.stderr import say
from careercli.errors import CareerError

if TYPE_CHECKING:
    from careercli.catalog.catalog import Catalog

MARKED = "@marked"
"""The name of all marked roles on a command line."""


def names_of(catalog: Catalog, given: Iterable[str]) -> list[str]:
    """Return the names with each `@marked` replaced by the marked ids.

    Marks whose role no longer exists are left out, with a line on stderr. Raises CareerError if
    `@marked` is given and no role is marked.
    """
    names: list[str] = []
    for name in given:
        names += _marked(catalog) if name == MARKED else [name]
    return names


def _marked(catalog: Catalog) -> list[str]:
    from careercli.store.marks import Marks, marks_path

    marks = Marks(marks_path(os.environ))
    known = [each for each in marks.ids if catalog.knows(each)]
    missing = [each for each in marks.ids if each not in known]
    if missing:
        say(f"{MARKED}: left out {', '.join(missing)}, which no longer exist{'s' * (len(missing) == 1)}")
    if not known:
        why = f" ({marks.problem})" if marks.problem else ""
        raise CareerError(f"{MARKED}: no role is marked{why}; mark roles with space in careercli browse")
    return known
