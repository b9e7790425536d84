"""The index of what is bundled, built before a wheel is made and shipped beside it (hatch_build.py)."""

from __future__ import annotations

import os

from careercli import catalog
from careercli.cards import Entries
from careercli.catalog import Catalog, files_in
from careercli.profiles.files import read_bytes
from careercli.profiles.reading import read_text
from careercli.shelf import shelf_of
from careercli.store.index import build_index
from careercli.store.memory import ALL, OCCUPATIONS, ROLES, shipped, shipped_shelves
from careercli.store.seen import NEVER, seen
from careercli.store.shelves import Kept, build_shelves, state_of_contents


def build_shipped() -> list[str]:
    """Build the index of the bundled profiles, and the shelves of these and of all occupations; their paths."""
    rows = []
    for path in files_in(catalog.BUNDLED):
        data = read_bytes(path)
        rows.append(seen(os.fsencode(os.path.basename(path)), NEVER, data, read_text(data, path)))
    build_index(shipped(catalog.BUNDLED), filter(None, rows))
    bundled, make = Catalog([catalog.BUNDLED], warn=_refuse), Entries()
    roles = shelf_of(map(make.of, bundled.roles()))
    occupations = shelf_of(map(make.of, bundled.occupations()))
    state = state_of_contents(catalog.BUNDLED, list(map(os.path.basename, files_in(catalog.BUNDLED))))
    said = {ROLES: (state, Kept(roles, {}, ())), OCCUPATIONS: (ALL, Kept(occupations, {}, ()))}
    build_shelves(shipped_shelves(catalog.BUNDLED), said)
    built = [shipped(catalog.BUNDLED), shipped_shelves(catalog.BUNDLED)]
    for path in built:
        os.chmod(path, 0o644)
    return built


def _refuse(line: str) -> None:
    """What is bundled must be without fault."""
    raise ValueError(line)
