"""Tell whether a file has changed since it was read, from what the file system says of it.

A file may change twice within one tick of the clock that dates it. So, as git does, a stamp taken
less than a tick after the file changed is called racy: it proves nothing, and content is compared.
"""

from __future__ import annotations

import os
import stat
import zlib
from array import array
from collections.abc import Sequence
from typing import NamedTuple

_TICK = 2_000_000_000
"""Nanoseconds between two ticks of the coarsest clock of a file system in use (FAT)."""

_LARGEST = 2**63 - 1
"""The largest integer of SQLite; some file systems number their files, or date them, beyond it."""


class FileStamp(NamedTuple):
    """Size in bytes, times in nanoseconds and inode of a file; all 0 of one that cannot be looked at."""

    size: int
    modified: int
    changed: int
    inode: int

    def is_racy(self, read_at: int) -> bool:
        """Return True if the file changed so shortly before `read_at` that a later change may not show."""
        return max(self.modified, self.changed) + _TICK >= read_at


NO_STAMP = FileStamp(0, 0, 0, 0)


def stamp(path: str, folder: int | None = None) -> FileStamp:
    """Return the stamp of a regular file, whose path may be relative to an open folder; else NO_STAMP."""
    try:
        status = os.stat(path, dir_fd=folder)
    except (OSError, ValueError):
        return NO_STAMP
    if not stat.S_ISREG(status.st_mode):
        return NO_STAMP
    numbers = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return FileStamp._make(number & _LARGEST for number in numbers)


def stamps(directory: str, names: Sequence[str]) -> list[FileStamp]:
    """Return the stamp of each file of a directory."""
    # Relative to an open folder, the system answers in two thirds of the time.
    try:
        folder = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return [NO_STAMP] * len(names)
    try:
        return [stamp(name, folder) for name in names]
    finally:
        os.close(folder)


def digest(data: bytes) -> str:
    """Return a digest that tells one content from another; it is no protection against forgery."""
    return f"{len(data)}-{zlib.crc32(data):08x}-{zlib.adler32(data):08x}"


def digest_of_stamps(names: Sequence[str], found: Sequence[FileStamp]) -> str:
    """Return one digest of all names and stamps of a directory."""
    numbers = array("q", [number for each in found for number in each])
    return digest("\0".join(names).encode("utf-8", "surrogateescape") + b"\0\0" + numbers.tobytes())


def reader_version() -> int:
    """Return a digest of the modules that read profiles; what another version read may be stale. Raises OSError."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    version = 0
    for folder in ("model", "profiles"):
        for name in sorted(os.listdir(os.path.join(package, folder))):
            if name.endswith(".py"):
                with open(os.path.join(package, folder, name), "rb") as file:
                    version = zlib.crc32(file.read(), version)
    return version & 0x7FFF_FFFF
