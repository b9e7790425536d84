"""Tell from the file system whether a profile has changed since it was read.

A file may change twice within one tick of the clock that dates it. So, as git does, a stamp taken
less than a tick after the file changed is called racy: it proves nothing, and content is compared.
"""

import os
import stat
import zlib
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

_TICK = 2_000_000_000
"""Nanoseconds between two ticks of the coarsest clock of a file system in use (FAT)."""

_LARGEST = 2**63 - 1
"""The largest integer of SQLite; some file systems number their files, or date them, beyond it."""


FileStamp = tuple[int, int, int, int]
"""Size in bytes, times of modification and change in nanoseconds, and inode of a file."""

NO_STAMP: FileStamp = (0, 0, 0, 0)
"""The stamp of what is no regular file, or cannot be looked at."""


def is_racy(stamp: FileStamp, read_at: int) -> bool:
    """Return True if the file changed so shortly before `read_at` that a later change may not show."""
    return max(stamp[1:3]) + _TICK >= read_at


class KnownFile(NamedTuple):
    """A file as the index has it: its number there, its stamp, when it was read (nanoseconds), its digest."""

    id: int
    stamp: FileStamp
    read_at: int
    digest: str

    def is_current(self, now: FileStamp) -> bool:
        """Return True if the file's stamp proves that it has not changed."""
        return now != NO_STAMP and now == self.stamp and not is_racy(now, self.read_at)


_numbers_of = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")


def stamp(path: str | bytes) -> FileStamp:
    """Return the stamp of a regular file, else NO_STAMP."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return NO_STAMP
    return tuple(n & _LARGEST for n in _numbers_of(status)) if stat.S_ISREG(status.st_mode) else NO_STAMP


def stamps(directory: str, names: Sequence[str]) -> list[FileStamp]:
    """Return the stamp of each file of a directory."""
    # Relative to an open folder, the system answers in two thirds of the time.
    try:
        folder = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return [NO_STAMP] * len(names)
    found: list[FileStamp] = []
    try:
        for name in names:
            try:
                status = os.stat(name, dir_fd=folder)
            except (OSError, ValueError):
                found.append(NO_STAMP)
            else:
                found.append(_numbers_of(status) if stat.S_ISREG(status.st_mode) else NO_STAMP)
    finally:
        os.close(folder)
    if max(chain.from_iterable(found), default=0) <= _LARGEST:
        return found
    return [tuple(number & _LARGEST for number in each) for each in found]  # type: ignore[misc]


def digest(data: bytes) -> str:
    """Return a digest that tells one content from another; it is no protection against forgery."""
    return f"{len(data)}-{zlib.crc32(data):08x}-{zlib.adler32(data):08x}"


def digest_of_stamps(names: Sequence[str], found: Sequence[FileStamp]) -> str:
    """Return one digest of all names and stamps of a directory."""
    from array import array

    numbers = array("q", chain.from_iterable(found))
    return digest("\0".join(names).encode("utf-8", "surrogateescape") + b"\0\0" + numbers.tobytes())


def reader_version() -> int:
    """Return a digest of the stamps of the modules that read profiles; what others read may be stale."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found = []
    for folder in (os.path.join(package, "model"), os.path.join(package, "profiles")):
        names = sorted(name for name in os.listdir(folder) if name.endswith(".py"))
        found += [(name, *each[:2]) for name, each in zip(names, stamps(folder, names), strict=True)]
    return zlib.crc32(repr(found).encode()) & 0x7FFF_FFFF
