"""Which code reads profiles: what another version of it read may not be what this one would read."""

from __future__ import annotations

import os
import zlib

CODE = (
    "errors", "fields", "figures", "filenames", "model", "wages",
    "profiles/files", "profiles/keys", "profiles/nodes", "profiles/reading", "profiles/scalars",
    "store/packing",
)  # fmt: skip
"""Every module that reading a profile or packing a role runs."""

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def version() -> int:
    """A number that changes with the code itself, so that nobody need remember to. Raises OSError.

    Reading the code takes a tenth of a millisecond. A release's number would not do: who edits the
    code in its checkout asks it questions between two releases.
    """
    number = 0
    for name in CODE:
        with open(os.path.join(_HERE, f"{name}.py"), "rb") as file:
            number = zlib.crc32(file.read(), number)
    return number & 0x7FFF_FFFF
