"""Which code reads profiles: what another version of it read may not be what this one would read."""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable

CODE = (
    "errors", "model/fields", "model/numbers", "profiles/filenames", "model/claims", "model/wages",
    "profiles/files", "profiles/keys", "profiles/nodes", "profiles/reading", "profiles/scalars",
    "store/packing", "store/seen",
)  # fmt: skip
"""Every module that reading a profile or packing a role runs."""

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


SHELVED = (
    *CODE, "cards", "catalog", "compare/wage_rows", "search", "shelf", "shelving", "compare/verdicts", "wage_lines",
    "wage_shelf", "official/bundled", "official/oews", "official/onet", "official/ep", "store/official",
    "store/shelves",
)  # fmt: skip
"""Every module that what lists show of a role depends on."""


def version() -> int:
    """A number that changes with the code itself, so that nobody need remember to. Raises OSError.

    Reading the code takes a tenth of a millisecond. A release's number would not do: who edits the
    code in its checkout asks it questions between two releases.
    """
    return _number_of([f"{name}.py" for name in CODE])


def version_of_shelves() -> int:
    """The same of what lists show, which depends on the bundled releases, and on how the machine writes numbers."""
    official = os.path.join("data", "official.sqlite")
    return _number_of([*(f"{name}.py" for name in SHELVED), official], zlib.crc32(sys.byteorder.encode()))


def _number_of(names: Iterable[str], number: int = 0) -> int:
    for name in names:
        with open(os.path.join(_HERE, name), "rb") as file:
            number = zlib.crc32(file.read(), number)
    return number & 0x7FFF_FFFF
