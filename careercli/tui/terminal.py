"""The terminal as it is: invalid bytes on the keyboard are ignored, and one that is gone ends the program."""

from __future__ import annotations

import os
import selectors
import threading
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

GONE = 129
"""The exit code where the terminal is closed, as by SIGHUP."""

_PATIENCE = 2.0
"""Seconds that an orderly end may take where nobody can see it."""


def end_anyway(code: int) -> None:
    """End the process soon, even if the terminal takes nothing any more."""
    timer = threading.Timer(_PATIENCE, os._exit, [code])
    timer.daemon = True
    timer.start()


class Terminal(LinuxDriver):
    """Textual's own driver but for how it reads the keyboard and the size."""

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size of the terminal itself; COLUMNS and LINES may be those of another time."""
        try:
            width, height = os.get_terminal_size(self.fileno)
        except OSError:
            width, height = 80, 24
        return width or 80, height or 24

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
        end_anyway(GONE)
        self._app.call_from_thread(self._app.exit, return_code=GONE)
