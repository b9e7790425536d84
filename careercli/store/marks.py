"""The roles a person has marked, one id a line in a file of this user's state, kept between runs.

Whatever is odd about the file (its owner, its size, what it holds), marks still work for the session;
`problem` then says why they are not kept.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress

from careercli.model.claims import OCCUPATION_CODE, ROLE_ID
from careercli.profiles.filenames import user_folder

MARKED = "@marked"
"""What stands for all marked roles on a command line."""

_NAME = "marks"

_MOST_BYTES = 64 * 1024
"""More is no list of marks."""


def place(environ: Mapping[str, str]) -> str:
    """Where marks lie: in $XDG_STATE_HOME/careercli, else ~/.local/state/careercli; empty where nobody can say."""
    folder = user_folder(environ, "XDG_STATE_HOME", os.path.join(".local", "state"))
    return os.path.join(folder, _NAME) if folder else ""


class Marks:
    """The ids that are marked, in the order they were marked. Each change is written at once; the last write wins."""

    def __init__(self, path: str) -> None:
        """`path` is the file they are kept in, or empty where there is none."""
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
        """Mark a role, or take its mark away; whether it is marked now."""
        if role_id in self._ids:
            del self._ids[role_id]
        else:
            self._ids[role_id] = None
        self._keep()
        return role_id in self._ids

    def replace(self, ids: Iterable[str]) -> None:
        """Mark exactly these, in this order."""
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
    """What a file of this user's own holds, nothing where there is none. Raises OSError."""
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
    """Neither is a link followed, nor a pipe waited for."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _write_own(path: str, data: bytes) -> None:
    """Put a file of this user's own at `path`, whole or not at all, for nobody else to read. Raises OSError."""
    if len(data) > _MOST_BYTES:
        raise OSError("there are too many to keep")
    folder = os.path.dirname(path)
    _make_own(folder)
    with suppress(FileNotFoundError):
        _refuse(path, os.lstat(path))
    # Nobody else has that name, whatever process writes the same marks.
    aside = f"{path}.{os.urandom(8).hex()}"
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with open(handle, "wb") as file:
            os.fchmod(handle, 0o600)
            file.write(data)
        os.replace(aside, path)
    finally:
        with suppress(OSError):
            os.unlink(aside)


def _refuse(path: str, status: os.stat_result) -> None:
    """Raises OSError where that is no plain file, or not this user's."""
    if not stat.S_ISREG(status.st_mode):
        raise OSError(f"{path} is not a regular file")
    if status.st_uid != os.geteuid():
        raise OSError(f"{path} belongs to somebody else")


def _make_own(folder: str) -> None:
    """The folder and at most two above it, made where they are missing; never inside of what another user owns.

    So `.local/state/careercli` is made in a home, and never a home.
    """
    missing = [folder, os.path.dirname(folder), os.path.dirname(os.path.dirname(folder))]
    above = next((each for each in missing if os.path.lexists(each)), os.path.dirname(missing[-1]))
    if os.stat(above).st_uid not in ({os.geteuid()} if above == folder else {os.geteuid(), 0}):
        raise OSError(f"{above} belongs to somebody else")
    os.makedirs(folder, 0o700, exist_ok=True)


def _reason(error: OSError) -> str:
    """Why, with the path where the system's words do not hold it."""
    return f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)
