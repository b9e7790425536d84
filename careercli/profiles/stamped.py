"""Read a profile with its stamp and its digest."""

import os
import time
from collections.abc import Callable
from functools import partial
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
    read_digest = digest(data)
    reading = partial(Reading, os.fsencode(os.path.basename(path)), stamped, read_at, read_digest)
    if known and known.digest == read_digest:
        return reading()
    narrate(f"reading {path}")
    try:
        return reading(read_text(data, path))
    except ProfileError as error:
        return reading(problem=str(error).removeprefix(path))


def digest_at(path: str) -> str:
    """Return the digest of a file's content, empty if it cannot be read."""
    try:
        return digest(read_bytes(path))
    except CareerError:
        return ""
