"""Run a program on a pseudo-terminal and measure when a text appears on its screen.

While the program draws, its output is only read and given a time stamp. When it is quiet, the output
is replayed to an emulated terminal, to find the piece that completed a screen. So measuring does not
slow the program down.

Used by benchmarks/explorer.py.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence

import pyte

ROWS, COLUMNS = 40, 120
QUIET = 0.15
"""Seconds without output after which an answer is complete; includes the delay of the preview."""
PATIENCE = 20.0
"""Seconds to wait for output."""

Look = Callable[[Sequence[str]], object]
"""Returns the part of the screen's lines to compare."""


class Run:
    """One run of a program. Call `close` at the end."""

    def __init__(self, argv: Sequence[str], environ: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._pieces: list[tuple[float, bytes]] = []
        self._started = time.perf_counter()
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            _become(argv, environ)

    def until(self, mark: str) -> float:
        """Return milliseconds from the start until the screen contains `mark`; exit if it never does."""
        while self._read(PATIENCE):
            if mark.encode() in b"".join(data for _, data in self._pieces):
                for at, lines in self._played():
                    if any(mark in line for line in lines):
                        return (at - self._started) * 1000
        sys.exit(f"{mark!r} was not drawn: {self._screen.display}")

    def settle(self, first: float = QUIET) -> None:
        """Wait until drawing stops; `first` is the longest wait for its start, in seconds."""
        while self._read(first):
            first = QUIET

    def type(self, keys: str, look: Look) -> float:
        """Send keys; return milliseconds until the part that `look` returns is final. Exit if it never changes."""
        deque(self._played(), 0)
        now, answered = look(self._screen.display), 0.0
        sent = time.perf_counter()
        os.write(self._terminal, keys.encode())
        # The first output may belong to an earlier key, such as the preview of a role.
        while not answered:
            if not self._read(PATIENCE):
                sys.exit(f"{keys!r} changed nothing: {self._screen.display}")
            self.settle()
            for at, lines in self._played():
                if look(lines) != now:
                    now, answered = look(lines), at
        return (answered - sent) * 1000

    def close(self, keys: str = "") -> None:
        """Send keys that quit the program and wait for its end; without keys, kill it."""
        if keys:
            os.write(self._terminal, keys.encode())
            self.settle(PATIENCE)
        else:
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def _read(self, seconds: float) -> bool:
        """Read the output of the next `seconds`; return False if there was none."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:  # The program has ended.
            return False
        self._pieces.append((time.perf_counter(), data))
        return True

    def _played(self) -> Iterator[tuple[float, list[str]]]:
        """Replay new output; yield the time of each piece and the screen after it."""
        while self._pieces:
            at, data = self._pieces.pop(0)
            self._stream.feed(data)
            yield at, self._screen.display


def _become(argv: Sequence[str], environ: Mapping[str, str]) -> None:
    """Replace this process by the program, on a terminal of ROWS and COLUMNS."""
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    with contextlib.suppress(OSError):
        os.execve(argv[0], [*argv], dict(environ))
    os._exit(127)
