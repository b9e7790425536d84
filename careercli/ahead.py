"""Doing a long row of independent work in several processes at once.

The others are copies of this one that live for their share of the work alone. Whatever goes wrong
with one of them, its share is left undone, and whoever asked does it as if there were none.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import BinaryIO, TypeVar

Work = TypeVar("Work")
Done = TypeVar("Done")

_MOST = 8
"""Processes: more would wait for one another."""

_SHARES = 250
"""Parts of the work: each has a byte for its number."""


def ahead(works: Sequence[Work], do: Callable[[Work], Done | None]) -> dict[Work, Done]:
    """What `do` makes of each of the works, but for those it makes None of, and those that were left undone."""
    import pickle

    count = min(_MOST, _processors()) if _may_fork() else 1
    if count < 2:
        return {}
    shares = [works[start::_SHARES] for start in range(min(_SHARES, len(works)))]
    try:
        left, all_shares = os.pipe()
    except OSError:
        return {}
    os.write(all_shares, bytes(range(len(shares))))
    os.close(all_shares)

    def work() -> dict[Work, Done]:
        # Whoever has time takes the next share: no two processes get as much of it.
        taken = iter(lambda: os.read(left, 1), b"")
        return {each: done for share in taken for each in shares[share[0]] if (done := do(each)) is not None}

    others = [_start(lambda pipe: pickle.dump(work(), pipe)) for _ in range(count - 1)]
    done = work()
    os.close(left)
    for other in filter(None, others):
        with suppress(pickle.UnpicklingError, EOFError):
            done.update(pickle.loads(answer_of(other)))
    return done


def _may_fork() -> bool:
    """Whether a copy of this process can do anything: what another thread holds would be held in it for ever."""
    threads = sys.modules.get("threading")
    return not threads or threads.active_count() == 1


def start(answer: Callable[[], bytes]) -> tuple[int, int] | None:
    """A process that answers, and where its answer will be read; None where there can be none, or it would not help."""
    return _start(lambda pipe: pipe.write(answer())) if _processors() > 1 and _may_fork() else None


def answer_of(other: tuple[int, int]) -> bytes:
    """What the process answers, once it does; less or nothing where it came to grief."""
    process, pipe = other
    with open(pipe, "rb") as file:
        answer = file.read()
    with suppress(ChildProcessError):
        os.waitpid(process, 0)
    return answer


def _start(answer: Callable[[BinaryIO], object]) -> tuple[int, int] | None:
    try:
        read, write = os.pipe()
    except OSError:
        return None
    try:
        process = os.fork()
    except OSError:
        os.close(read)
        os.close(write)
        return None
    if process:
        os.close(write)
        return process, read
    try:
        os.close(read)
        with open(write, "wb") as pipe:
            answer(pipe)
    finally:
        os._exit(0)


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except (AttributeError, OSError):
        return os.cpu_count() or 1
