"""The terminal as it is: invalid bytes on the keyboard are ignored, and it is always left as it was found."""

from __future__ import annotations

import asyncio
import contextlib
import os
import selectors
import signal
import termios
import threading
from codecs import getincrementaldecoder
from functools import partial
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

GONE = 129
"""The exit code where the terminal is closed, as by SIGHUP."""

_PATIENCE = 2.0
"""Seconds that an orderly end may take where nobody can see it."""

_SCREEN = 2
"""Textual draws on standard error."""

_ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)

_OWN_KEYS = b"\x1b[<u"
"""The keyboard speaks as before. Each screen of a terminal has its own: only to be said before the screen is left."""

_AS_FOUND = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Paste, line wrap, size reports, mouse, screen, cursor and focus reports as they are without a program."""


class TerminalDriver(LinuxDriver):
    """Textual's own driver but for how it reads the keyboard and the size, and how it ends."""

    _found: list[Any] | None = None
    """The settings of the terminal before; None while it is left to others."""

    # -- begin and end

    def start_application_mode(self) -> None:
        """Take the terminal; a signal ends the program as the quit key does."""
        loop = asyncio.get_running_loop()
        for number in _ENDS:
            # Not the loop's own handlers: they go with the loop, before the process does.
            signal.signal(number, partial(self._end_by, loop))
        # A signal wakes the loop by a pipe, which may be closed already when the loop has ended.
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        loop.add_signal_handler(signal.SIGURG, int)  # With one of its own, a loop that sleeps wakes up for any signal.
        with contextlib.suppress(termios.error):
            self._found = termios.tcgetattr(self.fileno)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # Textual reads the size in the handler: a second signal during the first would report the newer size first.
        signal.signal(signal.SIGWINCH, lambda number, frame: loop.call_soon_threadsafe(self._report_size))

    def _end_by(self, loop: asyncio.AbstractEventLoop, number: int, frame: object) -> None:
        if self._found is None:
            # With its own settings back, a terminal throws away at ctrl+c what it has not shown yet.
            self._write_now(_AS_FOUND)
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._end, 128 + number)

    def _end(self, code: int) -> None:
        self._app.exit(return_code=code)
        self._end_anyway(code if self._app.return_code is None else self._app.return_code)

    def _end_anyway(self, code: int) -> None:
        """End the process soon, even if the terminal takes nothing any more."""
        timer = threading.Timer(_PATIENCE, self._break_off, [code])
        timer.daemon = True
        timer.start()

    def _break_off(self, code: int) -> None:
        found, self._found = self._found, None
        if found is not None:
            last = threading.Thread(target=self._write_now, args=[_OWN_KEYS + _AS_FOUND], daemon=True)
            last.start()
            last.join(_PATIENCE / 10)
            self._set(found)
        os._exit(code)

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was found; last its settings, as these let ctrl+c throw away what is unread."""
        self.attrs_before = None  # Textual would set them before the last is written.
        self.write("\x1b[?1016l")
        super().stop_application_mode()
        self._stop_writing()
        found, self._found = self._found, None
        if found is not None:
            self._set(found)

    def close(self) -> None:
        """Let go of the terminal, also where it was never left in order."""
        if self._found is not None:
            self.stop_application_mode()
        self._stop_writing()

    def _stop_writing(self) -> None:
        if self._writer_thread is not None and self._writer_thread.is_alive():
            self._writer_thread.stop()

    def _set(self, settings: list[Any]) -> None:
        with contextlib.suppress(termios.error):  # The terminal is closed.
            termios.tcsetattr(self.fileno, termios.TCSANOW, settings)

    def _write_now(self, data: bytes) -> None:
        with contextlib.suppress(OSError):  # The terminal is closed.
            os.write(_SCREEN, data)

    def write(self, data: str) -> None:
        """Write, unless the terminal is left already or takes nothing."""
        if self._writer_thread is not None and self._writer_thread.is_alive():
            super().write(data)

    def _sigtstp_application(self, *_: object) -> None:
        """Stop, unless all ends anyway."""
        if self._app.is_running:
            super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Go on, also where nobody asked before stopping; but not after the end."""
        if self._app.is_running:
            if self._found is not None:
                self._must_signal_resume = True
                self.suspend_application_mode()
            super()._sigcont_application()

    # -- size and keys

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size of the terminal itself; COLUMNS and LINES may be those of another time."""
        try:
            width, height = os.get_terminal_size(self.fileno)
        except OSError:
            width, height = 80, 24
        return width or 80, height or 24

    def _report_size(self) -> None:
        """Tell the explorer the size of the terminal, unless the terminal itself reports it among the keys."""
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self.process_message(events.Resize(size, size))

    def run_input_thread(self) -> None:
        """Read keys until the program ends or the terminal is closed."""
        decode = getincrementaldecoder("utf-8")("ignore").decode
        parser = XTermParser(self._debug)
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
                parser = self._fed(parser, text)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:  # The terminal is closed.
            return b""

    def _fed(self, parser: XTermParser, text: str) -> XTermParser:
        """The parser with `text` handed on as events; a new one where the text makes no sense to it."""
        try:
            for event in parser.feed(text) if text else ():
                self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
        except Exception:  # noqa: BLE001  # Whatever a terminal or a paste sends, keys go on working.
            return XTermParser(self._debug)
        return parser

    def _hang_up(self) -> None:
        self._end_anyway(GONE)
        self._app.call_from_thread(self._app.exit, return_code=GONE)
