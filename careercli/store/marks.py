"""Keep the roles that a person marked: one id a line, in a file among this user's state.

If the file cannot be used, marks last for the session and `problem` says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from careercli.model.claims import OCCUPATION_CODE, ROLE_ID
from careercli.store.state import read_own, state_path, write_own


def marks_path(environ: Mapping[str, str]) -> str:
    """Return the file of marks; empty without a home."""
    return state_path(environ, "marks")


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
            data = read_own(self.path) if self.path else b""
        except OSError as error:
            self.problem = _reason(error)
            return []
        lines = (line.strip() for line in data.decode("ascii", "replace").splitlines())
        return [line for line in lines if ROLE_ID.fullmatch(line) or OCCUPATION_CODE.fullmatch(line)]

    def _keep(self) -> None:
        if not self.path:
            return
        try:
            write_own(self.path, "".join(f"{each}\n" for each in self._ids).encode())
            self.problem = ""
        except OSError as error:
            self.problem = _reason(error)


def _reason(error: OSError) -> str:
    """Return the system's reason with the path that it names."""
    return f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)
