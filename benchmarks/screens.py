"""Runs a program on a pseudo-terminal and tells when what it draws stands on the screen; the explorer's benchmark.

While a program draws, its output is only read, with the time it came at. When it is quiet again the
output is played to an emulated terminal, which tells at which piece of it a screen was there:
measuring costs the program nothing.

This file is no benchmark: it is run through benchmarks/explorer.py.
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
"""Seconds without output after which a program is taken to have answered; the preview of a role comes within."""
PATIENCE = 20.0

Look = Callable[[Sequence[str]], object]
"""What of the lines of a screen is looked at."""


class Run:
    """One run of a program, until `close`."""

    def __init__(self, argv: Sequence[str], environ: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._pieces: list[tuple[float, bytes]] = []
        self._started = time.perf_counter()
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            _become(argv, environ)

    def until(self, mark: str) -> float:
        """Milliseconds from the start until the screen shows a text; without it the benchmark ends."""
        while self._read(PATIENCE):
            if mark.encode() in b"".join(data for _, data in self._pieces):
                for at, lines in self._played():
                    if any(mark in line for line in lines):
                        return (at - self._started) * 1000
        sys.exit(f"{mark!r} was not drawn: {self._screen.display}")

    def settle(self, first: float = QUIET) -> None:
        """Wait until nothing is drawn any more; `first` seconds may pass before anything is."""
        while self._read(first):
            first = QUIET

    def type(self, keys: str, look: Look) -> float:
        """Send keys; milliseconds until what is looked at was as it then stayed; no change ends the benchmark."""
        deque(self._played(), 0)
        now, answered = look(self._screen.display), 0.0
        sent = time.perf_counter()
        os.write(self._terminal, keys.encode())
        # What comes first may belong to an earlier key, such as the preview of a role.
        while not answered:
            if not self._read(PATIENCE):
                sys.exit(f"{keys!r} changed nothing: {self._screen.display}")
            self.settle()
            for at, lines in self._played():
                if look(lines) != now:
                    now, answered = look(lines), at
        return (answered - sent) * 1000

    def close(self, keys: str = "") -> None:
        """Send keys that quit it and wait for its end, or end it as it is."""
        if keys:
            os.write(self._terminal, keys.encode())
            self.settle(PATIENCE)
        else:
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def _read(self, seconds: float) -> bool:
        """Take in what is drawn within that time; whether anything was."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:  # The program has ended.
            return False
        self._pieces.append((time.perf_counter(), data))
        return True

    def _played(self) -> Iterator[tuple[float, list[str]]]:
        """The screen after each piece of output that was not played yet, and when it came."""
        while self._pieces:
            at, data = self._pieces.pop(0)
            self._stream.feed(data)
            yield at, self._screen.display


def _become(argv: Sequence[str], environ: Mapping[str, str]) -> None:
    """Be the program, on a terminal of that size."""
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    with contextlib.suppress(OSError):
        os.execve(argv[0], [*argv], dict(environ))
    os._exit(127)
