"""How the command line names roles that a person marked in the explorer: `@marked` stands for all of them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from careercli.catalog import Catalog
from careercli.commands.stderr import say
from careercli.errors import CareerError
from careercli.store.marks import MARKED, Marks, place


def names_of(catalog: Catalog, given: Iterable[str]) -> list[str]:
    """The names as given, the marked ids in the place of `@marked`; of marks that name no role any more a line is said.

    Raises CareerError where `@marked` stands for none.
    """
    names: list[str] = []
    for name in given:
        names += _marked(catalog) if name == MARKED else [name]
    return names


def _marked(catalog: Catalog) -> list[str]:
    marks = Marks(place(os.environ))
    known = [each for each in marks.ids if catalog.knows(each)]
    lost = [each for each in marks.ids if each not in known]
    if lost:
        say(f"{MARKED}: no role is named {', '.join(lost)} any more; left out")
    if not known:
        why = f" ({marks.problem})" if marks.problem else ""
        raise CareerError(f"{MARKED}: no role is marked{why}; space marks one in careercli browse")
    return known
