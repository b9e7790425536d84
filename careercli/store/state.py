"""Read and write small files of this user's state, such as marks, without following links of anybody else."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress

from careercli.profiles.filenames import user_path
from careercli.store.atomic import replacing

MOST_BYTES = 64 * 1024
"""The largest file that is read or written."""


def state_path(environ: Mapping[str, str], name: str) -> str:
    """Return a file in $XDG_STATE_HOME/careercli or ~/.local/state/careercli; empty without a home."""
    return user_path(environ, "XDG_STATE_HOME", ".local/state", name)


def remembered(path: str) -> str:
    """Return the word that a file of state holds, or an empty text if there is none to read."""
    try:
        words = read_own(path).decode("ascii", "replace").split() if path else []
    except OSError:
        return ""
    return words[0] if words else ""


def remember(path: str, word: str) -> None:
    """Keep a word in a file of state; where that is not possible, it lasts for the session."""
    with suppress(OSError):
        if path:
            write_own(path, f"{word}\n".encode())


def read_own(path: str) -> bytes:
    """Return the content of a file that this user owns, empty if there is none. Raises OSError."""
    try:
        with open(path, "rb", opener=_opened) as file:
            _refuse(path, os.fstat(file.fileno()))
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return b""
    if len(data) > MOST_BYTES:
        raise OSError(f"{path} is too long")
    return data


def _opened(path: str, flags: int) -> int:
    """Open a file without following a link or waiting for a pipe."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def write_own(path: str, data: bytes) -> None:
    """Write a file that only this user may read, whole or not at all. Raises OSError."""
    if len(data) > MOST_BYTES:
        raise OSError("there are too many to keep")
    make_own(os.path.dirname(path))
    with suppress(FileNotFoundError):
        _refuse(path, os.lstat(path))
    with replacing(path, 0o600) as beside:
        os.chmod(beside, 0o600)  # The umask may have taken that away.
        with open(beside, "wb") as file:
            file.write(data)


def _refuse(path: str, status: os.stat_result) -> None:
    """Raise OSError unless it is a regular file of this user."""
    if not stat.S_ISREG(status.st_mode):
        raise OSError(f"{path} is not a regular file")
    if status.st_uid != os.geteuid():
        raise OSError(f"{path} belongs to somebody else")


def make_own(folder: str) -> None:
    """Make the folder and at most two above it, but never a home, and nothing inside another user's folder."""
    missing = [folder, os.path.dirname(folder), os.path.dirname(os.path.dirname(folder))]
    above = next((each for each in missing if os.path.lexists(each)), os.path.dirname(missing[-1]))
    if os.stat(above).st_uid not in ({os.geteuid()} if above == folder else {os.geteuid(), 0}):
        raise OSError(f"{above} belongs to somebody else")
    os.makedirs(folder, 0o700, exist_ok=True)
