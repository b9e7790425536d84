"""The real program on a pseudo-terminal, and what stands on that terminal's screen."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import IO

import pyte

from tests.program import PROGRAM, environ

PATIENCE = 90.0
"""Seconds that anything may take on a busy machine."""

MODES = {"?1049", "?1000", "?1002", "?1003", "?1006", "?1015", "?1016", "?2004", "?1004", "?2048"}
"""Modes that a program must have reset at its end: screen, mouse, paste, focus, size reports."""

CONTROLLED = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
"""Runs a program with the terminal as its controlling one. As `preexec_fn` it could deadlock: pytest has threads."""


class TerminalDriver:
    """A program running on a terminal of `rows` and `columns`."""

    def __init__(
        self, program: Sequence[str], rows: int, columns: int, output: IO[bytes] | None, **changes: str | None
    ) -> None:
        """Start the program; with `output`, that is its standard output in place of the terminal."""
        self.ours, theirs = pty.openpty()
        os.set_blocking(self.ours, False)  # A program that no longer reads must not stop the test.
        self._screen = pyte.Screen(columns or 80, rows or 24)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        self.resize(rows, columns)
        self.before = termios.tcgetattr(theirs)
        self.process = subprocess.Popen(
            [sys.executable, "-ISc", CONTROLLED, *program],
            stdin=theirs, stdout=output or theirs, stderr=theirs, env=environ(**changes), start_new_session=True,
        )  # fmt: skip
        self.theirs = theirs

    @property
    def lines(self) -> list[str]:
        """The screen, trailing spaces left out."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def resize(self, rows: int, columns: int) -> None:
        """As a person drags the corner of the window."""
        fcntl.ioctl(self.ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows or 24, columns or 80)

    def resize_anew(self, rows: int, columns: int) -> None:
        """Resize and wait until the screen is drawn for that size: what was drawn for older ones came before.

        Keys that are sent earlier may be read in one go: escape and a letter within 0.1 s are alt and the letter.
        """
        self.resize(1, 1)  # Empties the screen.
        self.resize(rows, columns)
        self.until_so(lambda: self.is_drawn_whole, f"no title of {columns} columns is on the screen")

    @property
    def is_drawn_whole(self) -> bool:
        """Whether the title is as wide as the screen."""
        return len(self.lines[0]) == self._screen.columns - 1 and self.lines[0].endswith("? help")

    def send(self, keys: bytes | str) -> None:
        """Type."""
        data = keys.encode() if isinstance(keys, str) else keys
        end = time.monotonic() + PATIENCE
        while data:
            assert time.monotonic() < end, f"it does not read what is typed:\n{self.text}"
            self.read(0)
            _, ready, _ = select.select([], [self.ours], [], 0.1)
            with contextlib.suppress(BlockingIOError):
                data = data[os.write(self.ours, data[:512]) :] if ready else data

    def read(self, seconds: float) -> bool:
        """Take in what the program writes within that time; whether it wrote."""
        ready, _, _ = select.select([self.ours], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.ours, 65536)
        except OSError:
            return False
        self.written += data
        with contextlib.suppress(Exception):  # pyte does not know every sequence.
            self._stream.feed(data)
        return bool(data)

    def settle(self) -> None:
        """Wait until the program has written nothing for 0.5 s: an escape key is then more than alt."""
        end = time.monotonic() + PATIENCE
        while self.read(0.5):
            assert time.monotonic() < end, f"it never rests:\n{self.text}"

    def until(self, text: str) -> None:
        """Wait until the screen says that."""
        self.until_so(lambda: text in self.text, f"{text!r} is not on the screen")

    def until_so(self, is_so: Callable[[], bool], wrong: str) -> None:
        """Wait until that is so; `wrong` says what is not where it never is."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, f"{wrong}:\n{self.text}"
            assert self.process.poll() is None, f"it ended with {self.process.returncode}:\n{self.text}"
            self.read(0.05)

    def press_until(self, key: str, text: str) -> None:
        """Press a key, and again where what came before swallowed it, until the screen says that."""
        end = time.monotonic() + PATIENCE
        while text not in self.text:
            assert time.monotonic() < end, f"{text!r} is not on the screen:\n{self.text}"
            self.send(key)
            patience = time.monotonic() + PATIENCE / 10
            while text not in self.text and time.monotonic() < patience:
                self.read(0.05)

    def until_written(self, data: bytes, times: int = 1) -> None:
        """Wait until these bytes were written so often."""
        self.until_so(lambda: self.written.count(data) >= times, f"{data!r} is not written")

    def until_set_back(self) -> None:
        """Wait until the settings are as they were; nothing is read."""
        end = time.monotonic() + PATIENCE
        while termios.tcgetattr(self.theirs) != self.before:
            assert time.monotonic() < end, "its settings are not set back"

    def until_stopped(self) -> None:
        """Wait until the process is stopped; a signal to go on that comes before is lost."""
        is_stopped = partial(os.waitid, os.P_PID, self.process.pid, os.WSTOPPED | os.WNOHANG)
        self.until_so(lambda: bool(is_stopped()), "it does not stop")

    def ended(self) -> int:
        """Wait for the end; its code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, f"it does not end:\n{self.text}"
            self.read(0.05)
        while self.read(0.05):
            pass
        return self.process.returncode

    def leave(self, keys: str = "q") -> None:
        """Type what quits; hold the program to end without an error and the terminal to be as it was found."""
        self.send(keys)
        assert self.ended() == 0
        assert self.is_restored

    def ended_by(self, key: str) -> int:
        """Press a key, and again where what came before swallowed it, until the program ends; its code."""
        self.send(key)
        patience = time.monotonic() + PATIENCE / 10
        while self.process.poll() is None and time.monotonic() < patience:
            self.read(0.05)
        if self.process.poll() is None:
            self.send(key)
        return self.ended()

    @property
    def is_restored(self) -> bool:
        """Whether the terminal is as it was found: every mode reset, the cursor shown, its settings the same."""
        shown = self.written.rfind(b"\x1b[?25h") > self.written.rfind(b"\x1b[?25l")
        return shown and not self.left_set and termios.tcgetattr(self.theirs) == self.before

    @property
    def left_set(self) -> set[str]:
        """The modes that were set and not reset."""
        last = {mode: self.written.rfind(f"\x1b[{mode}h".encode()) for mode in MODES}
        return {mode for mode, at in last.items() if at > self.written.rfind(f"\x1b[{mode}l".encode())}

    def close(self) -> None:
        """Take the terminal away."""
        for descriptor in (self.ours, self.theirs):
            with contextlib.suppress(OSError):
                os.close(descriptor)


@contextlib.contextmanager
def opened(
    *arguments: str,
    rows: int = 24,
    columns: int = 80,
    program: Sequence[str] = PROGRAM,
    output: IO[bytes] | None = None,
    **changes: str | None,
) -> Iterator[TerminalDriver]:
    """Run `careercli browse` with these arguments until the block ends."""
    terminal = TerminalDriver([*program, "browse", *arguments], rows, columns, output, **changes)
    try:
        yield terminal
    finally:
        if terminal.process.poll() is None:
            os.killpg(terminal.process.pid, signal.SIGKILL)
            terminal.process.wait()
        terminal.close()
