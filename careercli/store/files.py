"""What the file system says of all the profiles of a directory.

Half of the time is the system's own. So where there are very many, another process asks while this
one is still being loaded, and goes on with other work until somebody wants to know.
"""

from __future__ import annotations

import marshal
import os
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from operator import attrgetter
from stat import S_ISREG
from typing import Final

from careercli.ahead import answer_of, helpers, start
from careercli.profiles.directories import names_in
from careercli.store.seen import Look, content_of

_MANY = 2_000
"""Files for which another process is worth its start."""

_NUMBERS: Final = "q"
_LARGEST = 2**63 - 1
_NO_FILE = (0, 0, 0, 0)
_EACH = len(_NO_FILE)
_numbers_of = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")

Told = tuple[str, int, list[str], bytes]
"""The state of all files, when it was asked for, their names, and the numbers of each."""


def begin(directory: str) -> None:
    """Have another process ask about the profiles of a directory, where they are many; `Files` will know."""
    if not (helpers() and _has_many(directory)):
        return
    other = start(lambda: marshal.dumps(_asked(directory, names_in(directory))))
    if other:
        _begun[directory] = other


_begun: dict[str, tuple[int, int]] = {}


class Files:
    """The profiles of a directory. The file system is asked when somebody wants to know, or was asked before."""

    def __init__(self, directory: str, names: Callable[[], Sequence[str]]) -> None:
        """`names` lists them; it is not asked where that was begun before."""
        self._directory, self._list = directory, names
        self._other = _begun.pop(directory, None)

    @property
    def names(self) -> Sequence[str]:
        """The name of each, in no order."""
        return self._told[2]

    @property
    def state(self) -> str:
        """What tells these looks from others."""
        return self._told[0]

    def looks(self) -> Iterator[tuple[str, Look]]:
        """Each file's look; all 0 of what is no regular file."""
        _, now, names, told = self._told
        numbers = memoryview(told).cast(_NUMBERS)
        for at, name in enumerate(names):
            yield name, Look._make((*numbers[_EACH * at : _EACH * (at + 1)], now))

    @cached_property
    def _told(self) -> Told:
        told = _unpacked(answer_of(self._other)) if self._other else None
        return told or _asked(self._directory, self._list())


def _has_many(directory: str) -> bool:
    try:
        with os.scandir(directory) as entries:
            return sum(1 for _ in islice(entries, _MANY)) == _MANY
    except OSError:
        return False


def _asked(directory: str, names: Sequence[str]) -> Told:
    now, numbers = time.time_ns(), _ask(directory, names).tobytes()
    text = "\0".join(names).encode("utf-8", "surrogateescape")
    return content_of(text + b"\0\0" + numbers), now, [*names], numbers


def _unpacked(answer: bytes) -> Told | None:
    """None of an answer that was broken off."""
    try:
        told: Told = marshal.loads(answer)
    except (EOFError, ValueError, TypeError):
        return None
    return told


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
