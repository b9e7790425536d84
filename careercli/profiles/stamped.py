"""Read a profile with its stamp and its digest."""

import os
import time
from collections.abc import Callable
from typing import NamedTuple

from careercli.errors import CareerError, ProfileError
from careercli.model.claims import Role
from careercli.profiles.files import read_bytes
from careercli.profiles.stamps import FileStamp, KnownFile, digest, stamp


class Reading(NamedTuple):
    """A file that was read: its role or the problem with it, or neither if its content is the known one."""

    file: bytes
    stamp: FileStamp
    read_at: int
    digest: str
    role: Role | None = None
    problem: str = ""


def read(path: str, known: KnownFile | None, narrate: Callable[[str], None]) -> Reading:
    """Read one file. Raises CareerError where it cannot be read at all."""
    from careercli.profiles.reading import read_text

    read_at, stamped = time.time_ns(), stamp(path)
    data = read_bytes(path)
    reading = Reading(os.fsencode(os.path.basename(path)), stamped, read_at, digest(data))
    if known and known.digest == reading.digest:
        return reading
    narrate(f"reading {path}")
    try:
        return reading._replace(role=read_text(data, path))
    except ProfileError as error:
        return reading._replace(problem=str(error).removeprefix(path))


def digest_at(path: str) -> str:
    """Return the digest of a file's content, empty if it cannot be read."""
    try:
        return digest(read_bytes(path))
    except CareerError:
        return ""
