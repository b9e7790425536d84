"""Keep the roles that a person marked: one id a line, in a file among this user's state.

If the file cannot be used, marks last for the session and `problem` says why.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress

from careercli.model.claims import OCCUPATION_CODE, ROLE_ID
from careercli.profiles.filenames import user_folder
from careercli.store.atomic import replacing

_NAME = "marks"

_MOST_BYTES = 64 * 1024
"""The largest file that is read or written."""


def marks_path(environ: Mapping[str, str]) -> str:
    """Return the file of marks in $XDG_STATE_HOME/careercli or ~/.local/state/careercli; empty without a home."""
    folder = user_folder(environ, "XDG_STATE_HOME", os.path.join(".local", "state"))
    return os.path.join(folder, _NAME) if folder else ""


class Marks:
    """The marked ids in the order they were marked. Each change is written at once; the last write wins."""

    def __init__(self, path: str) -> None:
        """Keep marks in the file `path`, or for this session alone if that is empty."""
        self.path = path
        self.problem = "" if path else "there is no home to keep them in"
        self._ids: dict[str, None] = dict.fromkeys(self._read())

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._ids)

    def __contains__(self, role_id: object) -> bool:
        return role_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def toggle(self, role_id: str) -> bool:
        """Mark a role, or remove its mark; return True if it is marked now."""
        if role_id in self._ids:
            del self._ids[role_id]
        else:
            self._ids[role_id] = None
        self._keep()
        return role_id in self._ids

    def replace(self, ids: Iterable[str]) -> None:
        """Mark exactly these ids, in this order."""
        self._ids = dict.fromkeys(ids)
        self._keep()

    def _read(self) -> list[str]:
        try:
            data = _read_own(self.path) if self.path else b""
        except OSError as error:
            self.problem = _reason(error)
            return []
        lines = (line.strip() for line in data.decode("ascii", "replace").splitlines())
        return [line for line in lines if ROLE_ID.fullmatch(line) or OCCUPATION_CODE.fullmatch(line)]

    def _keep(self) -> None:
        if not self.path:
            return
        try:
            _write_own(self.path, "".join(f"{each}\n" for each in self._ids).encode())
            self.problem = ""
        except OSError as error:
            self.problem = _reason(error)


def _read_own(path: str) -> bytes:
    """Return the content of a file that this user owns, empty if there is none. Raises OSError."""
    try:
        with open(path, "rb", opener=_opened) as file:
            _refuse(path, os.fstat(file.fileno()))
            data = file.read(_MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return b""
    if len(data) > _MOST_BYTES:
        raise OSError(f"{path} is longer than any list of marks")
    return data


def _opened(path: str, flags: int) -> int:
    """Open a file without following a link or waiting for a pipe."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _write_own(path: str, data: bytes) -> None:
    """Write a file that only this user may read, whole or not at all. Raises OSError."""
    if len(data) > _MOST_BYTES:
        raise OSError("there are too many to keep")
    _make_own(os.path.dirname(path))
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


def _make_own(folder: str) -> None:
    """Make the folder and at most two above it, but never a home, and nothing inside another user's folder."""
    missing = [folder, os.path.dirname(folder), os.path.dirname(os.path.dirname(folder))]
    above = next((each for each in missing if os.path.lexists(each)), os.path.dirname(missing[-1]))
    if os.stat(above).st_uid not in ({os.geteuid()} if above == folder else {os.geteuid(), 0}):
        raise OSError(f"{above} belongs to somebody else")
    os.makedirs(folder, 0o700, exist_ok=True)


def _reason(error: OSError) -> str:
    """Return the system's reason with the path that it names."""
    return f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)
