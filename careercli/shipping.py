"""The index of what is bundled, built before a wheel is made and shipped beside it (hatch_build.py)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from careercli.catalog import Catalog
from careercli.listing import CARDS
from careercli.model.claims import Occupation, Role
from careercli.profiles import directories
from careercli.profiles.directories import files_in
from careercli.profiles.files import read_bytes
from careercli.profiles.reading import read_text
from careercli.shelving import Kind
from careercli.store.index import build_index
from careercli.store.memory import ALL, OCCUPATIONS, ROLES, shipped, shipped_shelves
from careercli.store.seen import NEVER, seen
from careercli.store.shelves import Kept, Layer, build_shelves, state_of_contents
from careercli.wage_shelf import kind

WAGES = kind("year", whole=True)


def build_shipped() -> list[str]:
    """Build the index of the bundled profiles, and the shelves of these and of all occupations; their paths."""
    rows = []
    for path in files_in(directories.BUNDLED):
        data = read_bytes(path)
        rows.append(seen(os.fsencode(os.path.basename(path)), NEVER, data, read_text(data, path)))
    build_index(shipped(directories.BUNDLED), filter(None, rows))
    bundled = Catalog([directories.BUNDLED], warn=_refuse)
    paths = [
        shipped(directories.BUNDLED),
        _build_shelves(CARDS, bundled.roles(), bundled.occupations()),
        _build_shelves(WAGES, bundled.roles(), bundled.occupations(wages_only=True)),
    ]
    for path in paths:
        os.chmod(path, 0o644)
    return paths


def _build_shelves(kind: Kind[Any, Any], roles: Iterable[Role], occupations: Iterable[Occupation]) -> str:
    state = state_of_contents(directories.BUNDLED, list(map(os.path.basename, files_in(directories.BUNDLED))))
    shelves = {}
    for place, those, told in ((ROLES, roles, state), (OCCUPATIONS, occupations, ALL)):
        parts = kind.parts_of(kind.shelf_of(map(kind.maker({}), those)))
        shelves[place] = (told, Kept([Layer(parts, {})], ()))
    path = shipped_shelves(kind.name, directories.BUNDLED)
    build_shelves(path, shelves)
    return path


def _refuse(line: str) -> None:
    """What is bundled must be without fault."""
    raise ValueError(line)
