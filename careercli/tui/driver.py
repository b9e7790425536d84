"""The explorer's hold on its terminal: read keys and sizes, end on a signal, and leave the terminal as it was found.

The only file that uses private names of Textual; each has its reason beside it, and tests/tui/test_driver.py
fails when Textual drops one.
"""

import asyncio
import contextlib
import os
import selectors
import signal
import sys
import termios
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable
from functools import partial
from typing import Any

from rich.console import RenderableType
from textual import events

# Private: Textual's own reader stops at the first byte that is not UTF-8, and spins at the end of input.
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.messages import CloseMessages

HANGUP_CODE = 128 + signal.SIGHUP
"""Exit code when the terminal is closed."""

_SHUTDOWN_TIMEOUT = 2.0
"""Seconds allowed for an orderly shutdown after a signal or hangup."""

_SCREEN = 2
"""File descriptor that Textual draws on: standard error."""

_EXIT_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)

_POP_KEYBOARD_MODE = b"\x1b[<u"
"""Leaves the Kitty keyboard protocol. Terminals keep its state per screen: write it before leaving the screen."""

_RESET_MODES = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Resets bracketed paste, line wrap, size reports, mouse, alternate screen, cursor and focus reports."""


class TerminalApp(App[None], inherit_bindings=False):
    """Application on a `TerminalDriver` that ends once: the first reason to end sets the exit code."""

    broke: BaseException | None = None
    """The unhandled error that ended the application."""

    _first_code: int | None = None

    def __init__(self) -> None:
        super().__init__(driver_class=TerminalDriver)

    @property
    def return_code(self) -> int | None:
        """The exit code, or None before shutdown starts."""
        return self._first_code

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Start shutdown with `return_code`; later calls are ignored."""
        if self._first_code is None:
            self._first_code = return_code
            super().exit(result, return_code, message)

    def _fatal_error(self) -> None:
        """Keep the unhandled error in `broke` and end; ignore errors raised after shutdown has started.

        Private: Textual prints a traceback with local variables, about 100 lines, and offers no other hook.
        """
        if self._first_code is None:
            self.broke = sys.exc_info()[1]
            self.exit(return_code=1)
        self.post_message(CloseMessages())


class TerminalDriver(LinuxDriver):
    """Textual's driver with its own handling of signals, keyboard input and shutdown."""

    _found: list[Any] | None = None
    """The terminal's settings before start; None while the terminal is not ours."""

    _event_loop: asyncio.AbstractEventLoop | None = None
    """The event loop, once it runs."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._program = app
        signal.signal(signal.SIGTSTP, lambda number, frame: self._between_steps(self._suspend))
        signal.signal(signal.SIGCONT, lambda number, frame: self._between_steps(self._resume))
        for name in ("COLUMNS", "LINES"):  # Python trusts them more than the terminal, which may be resized.
            os.environ.pop(name, None)

    # -- start and end

    def start_application_mode(self) -> None:
        """Take over the terminal; a signal that ends the program works like the quit key."""
        self._event_loop = loop = asyncio.get_running_loop()
        for number in _EXIT_SIGNALS:
            # Handlers of the loop would end with the loop, before the process does.
            signal.signal(number, partial(self._end_by_signal, loop))
        # asyncio wakes its loop through a pipe, which may be closed once the loop has ended.
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        # A loop with at least one handler of its own wakes up for every signal.
        loop.add_signal_handler(signal.SIGURG, int)
        with contextlib.suppress(termios.error):
            self._found = termios.tcgetattr(self.fileno)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # Textual reads the size in the handler: a second signal during the first would report the newer size first.
        signal.signal(signal.SIGWINCH, lambda number, frame: loop.call_soon_threadsafe(self._report_size))

    def _end_by_signal(self, loop: asyncio.AbstractEventLoop, number: int, frame: object) -> None:
        if self._found is None:
            # Once its settings are restored, a terminal discards unread output at ctrl+c: write the resets again.
            self._write_now(_RESET_MODES)
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._end, 128 + number)

    def _end(self, code: int) -> None:
        self._program.exit(return_code=code)
        self._end_after_timeout(code if self._program.return_code is None else self._program.return_code)

    def _end_after_timeout(self, code: int) -> None:
        """End the process within `_SHUTDOWN_TIMEOUT`, even if the terminal accepts no more output."""
        timer = threading.Timer(_SHUTDOWN_TIMEOUT, self._abort, [code])
        timer.daemon = True
        timer.start()

    def _abort(self, code: int) -> None:
        found, self._found = self._found, None
        if found is not None:
            resets = threading.Thread(target=self._write_now, args=[_POP_KEYBOARD_MODE + _RESET_MODES], daemon=True)
            resets.start()
            resets.join(_SHUTDOWN_TIMEOUT / 10)
            self._set(found)
        os._exit(code)

    def stop_application_mode(self) -> None:
        """Restore the terminal; its settings last, because they let ctrl+c discard unread output."""
        self.attrs_before = None  # Textual would restore the settings before its last output.
        self.write("\x1b[?1016l")
        super().stop_application_mode()
        self._stop_writing()
        found, self._found = self._found, None
        if found is not None:
            self._set(found)

    def close(self) -> None:
        """Release the terminal, restoring it first if that has not happened."""
        if self._found is not None:
            self.stop_application_mode()
        self._stop_writing()

    # Private: when the terminal is closed, Textual's writer thread dies, and the 31st write after that, or its own
    # `stop` after 30, blocks for ever on a full queue.
    @property
    def _is_writing(self) -> bool:
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def _stop_writing(self) -> None:
        if self._is_writing:
            super().close()

    def write(self, data: str) -> None:
        """Queue output; drop it once the terminal is released or closed."""
        if self._is_writing:
            super().write(data)

    def _set(self, settings: list[Any]) -> None:
        with contextlib.suppress(termios.error):  # The terminal is closed.
            termios.tcsetattr(self.fileno, termios.TCSANOW, settings)

    def _write_now(self, data: bytes) -> None:
        with contextlib.suppress(OSError):  # The terminal is closed.
            os.write(_SCREEN, data)

    # -- suspend and resume

    def _between_steps(self, work: Callable[[], None]) -> None:
        """Do the work in the event loop: a handler may interrupt a write, whose lock the work would wait for."""
        if self._event_loop and not self._event_loop.is_closed():
            self._event_loop.call_soon_threadsafe(work)

    def _suspend(self) -> None:
        """Release the terminal and stop the process; do nothing during shutdown."""
        if self._program.is_running:
            self.suspend_application_mode()
            os.kill(os.getpid(), signal.SIGSTOP)

    def _resume(self) -> None:
        """Take the terminal back after SIGCONT, even without a matching SIGTSTP; do nothing during shutdown."""
        if self._program.is_running:
            if self._found is not None:
                self.suspend_application_mode()
            self.resume_application_mode()
            self.send_message(self.SignalResume())

    # -- keys

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return columns and lines of the terminal that keys come from.

        Private: Textual asks standard output, which may be a pipe.
        """
        columns, lines = os.get_terminal_size(self.fileno)
        return columns or 80, lines or 24

    def _report_size(self) -> None:
        """Tell the explorer the size of the terminal, unless the terminal itself reports it among the keys.

        Private: nothing public says whether the terminal does.
        """
        if not self._in_band_window_resize:
            size = Size(*os.get_terminal_size(self.fileno))
            self.process_message(events.Resize(size, size))

    def run_input_thread(self) -> None:
        """Read keys until the program ends or the terminal is closed."""
        decode = getincrementaldecoder("utf-8")("ignore").decode
        parser = XTermParser()
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                text = ""
                if selector.select(0.1):
                    data = self._read()
                    if not data:
                        self._hang_up()
                        return
                    text = decode(data)
                parser = self._handle_input(parser, text)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:  # The terminal is closed.
            return b""

    def _handle_input(self, parser: XTermParser, text: str) -> XTermParser:
        """Post the events in `text`; return the parser to go on with, a fresh one after input it cannot parse."""
        try:
            for event in parser.feed(text) if text else ():
                self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
        except Exception:  # noqa: BLE001  # Keys must keep working after any input.
            return XTermParser()
        return parser

    def _hang_up(self) -> None:
        self._end_after_timeout(HANGUP_CODE)
        self._program.call_from_thread(self._program.exit, return_code=HANGUP_CODE)
