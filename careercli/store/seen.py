"""A profile as it was when its role was read, and whether the file is still that one.

What the file system says of a file costs no reading, but is no proof on its own: a file may change
twice within one tick of the clock that its times are told by. So a row whose file had just changed
when it was read is believed by its content alone, and so is a row that no file system told of.
"""

from __future__ import annotations

import os
import stat
import time
import zlib
from typing import NamedTuple

from careercli.model.claims import Role
from careercli.store.packing import pack, unpack

_TICK = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT's) ticks so often."""

_MOST_NUMBER = 2**63 - 1
"""SQLite holds no larger one; some file systems number their files so, or date them in the year 2300."""

_MOST_BYTES = 1024 * 1024
"""No profile is as large; what is, is left to the reader of profiles to refuse."""


class Look(NamedTuple):
    """What the file system says of a file, and when it was asked (nanoseconds)."""

    size: int
    modified: int
    changed: int
    inode: int
    now: int


NEVER = Look(0, 0, 0, 0, 0)
"""Of a file that will be installed, who knows when: its content alone tells it."""


class Seen(NamedTuple):
    """A profile as it was when its role was read: where, what the file system said of it, and of what content."""

    place: bytes
    size: int
    modified: int
    changed: int
    inode: int
    now: int
    content: str
    role: bytes

    def is_current(self, path: str) -> bool:
        """Whether the file is the one that was read: by what the file system says, or else by its content."""
        here = look(path)
        if here is None:
            return False
        is_same = here[:-1] == (self.size, self.modified, self.changed, self.inode)
        return (is_same and is_settled(here._replace(now=self.now))) or content_at(path) == self.content

    def unpacked(self) -> Role:
        """The role that was read. Raises ValueError, IndexError or TypeError where there is none."""
        return unpack(self.role.decode("utf-8", "surrogatepass"))


def look(path: str) -> Look | None:
    """What the file system says of a file now, or None of what is no regular file.

    Ask before the file is read: whatever is changed from then on, the file no longer looks so.
    """
    now = time.time_ns()
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    told = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, now)
    return Look._make(number & _MOST_NUMBER for number in told)


def seen(place: bytes, looked: Look, data: bytes, role: Role) -> Seen | None:
    """The row of a profile that was read from `data`, or None of one that cannot be packed."""
    packed = pack(role)
    if packed is None:
        return None
    return Seen(place, *looked, content_of(data), packed.encode("utf-8", "surrogatepass"))


def is_settled(look: Look) -> bool:
    """Whether a file that looked so had been left alone for long enough that any edit since shows."""
    return max(look.modified, look.changed) + _TICK < look.now


def content_of(data: bytes) -> str:
    """What tells one content from another."""
    return f"{len(data)}-{zlib.crc32(data):08x}-{zlib.adler32(data):08x}"


def content_at(path: str) -> str:
    """The same of a file, without ever waiting for a pipe that took its place; empty of what cannot be read."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        with open(handle, "rb") as file:
            return content_of(file.read(_MOST_BYTES)) if stat.S_ISREG(os.fstat(handle).st_mode) else ""
    except OSError:
        return ""
