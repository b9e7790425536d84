"""What the file system says of all the profiles of a directory.

Half of the time is the system's own. So another process asks where there are very many, while this
one goes on, until somebody wants to know.
"""

from __future__ import annotations

import os
import time
from array import array
from collections.abc import Iterator, Sequence
from operator import attrgetter
from stat import S_ISREG

from careercli.ahead import answer_of, may_fork, start
from careercli.store.seen import Look, content_of

_MANY = 20_000
"""Files for which another process is worth its start: with fewer, copying this one takes as long as it saves."""

_MANY_MEANWHILE = 2_000
"""The same where this one goes on with other work until it wants to know."""

_NUMBERS = "q"
_LARGEST = 2**63 - 1
_NO_FILE = (0, 0, 0, 0)
_EACH = len(_NO_FILE)
_numbers_of = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")


class Files:
    """Some files of a directory."""

    def __init__(self, directory: str, names: Sequence[str], is_busy: bool = False) -> None:
        """`is_busy` says that this process has a lot to do besides, so another asks about all of some thousands."""
        self._directory, self.names = directory, names
        self._now = time.time_ns()
        self._numbers: array[int] | None = None
        # One that only waits has half of the other's time to spare.
        self._own = len(names)
        if len(names) >= (_MANY_MEANWHILE if is_busy else _MANY):
            self._own = 0 if is_busy else len(names) // 3
        self._other = None
        if self._own < len(names) and may_fork():
            self._other = start(lambda: _ask(directory, names[self._own :]).tobytes())

    @property
    def state(self) -> str:
        """What tells these looks from others."""
        return content_of("\0".join(self.names).encode("utf-8", "surrogateescape") + b"\0\0" + self._told().tobytes())

    def looks(self) -> Iterator[tuple[str, Look]]:
        """Each file's look; all 0 of what is no regular file."""
        told = self._told()
        for at, name in enumerate(self.names):
            yield name, Look._make((*told[_EACH * at : _EACH * (at + 1)], self._now))

    def _told(self) -> array[int]:
        """Size, time of modification and of change, and inode of each."""
        if self._numbers is None:
            self._numbers = _ask(self._directory, self.names[: self._own])
            answer = answer_of(self._other) if self._other else b""
            if len(answer) == _EACH * self._numbers.itemsize * (len(self.names) - self._own):
                self._numbers.frombytes(answer)
            else:
                self._numbers += _ask(self._directory, self.names[self._own :])
        return self._numbers


def _ask(directory: str, names: Sequence[str]) -> array[int]:
    # Asked by their names alone, of a folder that is open, the system answers in two thirds of the time.
    try:
        folder = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return array(_NUMBERS, _NO_FILE * len(names))
    told: list[int] = []
    try:
        for name in names:
            try:
                status = os.stat(name, dir_fd=folder)
            except OSError:
                told += _NO_FILE
                continue
            told += _numbers_of(status) if S_ISREG(status.st_mode) else _NO_FILE
    finally:
        os.close(folder)
    try:
        return array(_NUMBERS, told)
    except OverflowError:
        return array(_NUMBERS, (number & _LARGEST for number in told))
