"""Doing a long row of independent work in several processes at once.

The others are copies of this one that live for that work alone. Whatever goes wrong with one of them,
what it took is left undone, and whoever asked does it as if there were none.
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

    count = min(helpers() + 1, len(works))
    if count < 2:
        return {}
    shares = [works[first::_SHARES] for first in range(min(_SHARES, len(works)))]
    try:
        left, all_shares = os.pipe()
    except OSError:
        return {}
    os.write(all_shares, bytes(range(len(shares))))
    os.close(all_shares)
    asking = os.getpid()

    def work() -> dict[Work, Done]:
        # Whoever has time takes the next share: no two processes get as much of it.
        done: dict[Work, Done] = {}
        while asking in (os.getpid(), os.getppid()) and (share := os.read(left, 1)):
            done.update((each, made) for each in shares[share[0]] if (made := do(each)) is not None)
        return done

    others = [_start(lambda pipe: pickle.dump(work(), pipe)) for _ in range(count - 1)]
    done = work()
    os.close(left)
    for other in filter(None, others):
        with suppress(pickle.UnpicklingError, EOFError):
            done.update(pickle.loads(answer_of(other)))
    return done


def helpers() -> int:
    """How many other processes are of use, and may be: what another thread holds would be held in them for ever."""
    threads = sys.modules.get("threading")
    is_alone = not threads or threads.active_count() == 1
    return min(_MOST, _processors()) - 1 if is_alone else 0


def start(answer: Callable[[], bytes]) -> tuple[int, int] | None:
    """A process that answers, and where its answer will be read; None where there can be none.

    Whether it is of use, `helpers` tells.
    """
    return _start(lambda pipe: pipe.write(answer()))


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
    """Those this process may run on, as far as the system tells; a container's share of them it does not tell."""
    try:
        return len(os.sched_getaffinity(0))
    except (AttributeError, OSError):
        return os.cpu_count() or 1
