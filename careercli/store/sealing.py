"""Tell whether bytes of the file of imported releases have changed since it was made.

Its checksum is in its own header, where SQLite keeps the id of an application. Checking it reads the whole file, which
takes as long as a run, and is done only if the file's stamp has changed. Damage by the disk itself changes no stamp.
"""

from __future__ import annotations

import zlib

from careercli.profiles.stamps import stamp
from careercli.store.state import remember, remembered

_SEAL = slice(68, 72)
_SEALED_HEADER = slice(28, 60)
"""The part of SQLite's header that the checksum covers: before it are counters, behind it the version and the seal."""

_HEADER, _BLOCK = 100, 1 << 20


def seal(path: str) -> None:
    """Write the checksum of a database into its header. Raises OSError."""
    checksum = _checksum(path)
    with open(path, "r+b") as file:
        file.seek(_SEAL.start)
        file.write(checksum)


def is_sound(path: str, state: str = "") -> bool:
    """Return True if a database is as it was sealed, or was never sealed. Raises OSError.

    `state` is the file that remembers the stamp of the one last found sound; without it the whole file is read.
    """
    now = "-".join(map(str, stamp(path)))
    if state and remembered(state) == now:
        return True
    with open(path, "rb") as file:
        sealed = file.read(_HEADER)[_SEAL]
    if any(sealed) and sealed != _checksum(path):
        return False
    remember(state, now)
    return True


def _checksum(path: str) -> bytes:
    with open(path, "rb") as file:
        checksum = zlib.crc32(file.read(_HEADER)[_SEALED_HEADER])
        while block := file.read(_BLOCK):
            checksum = zlib.crc32(block, checksum)
    return (checksum or 1).to_bytes(4, "big")
