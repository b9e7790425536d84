"""Dialog with the addresses of sources; nothing is opened until a key asks for it."""

import os
import sys
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.model.claims import Source
from careercli.presentation.sources import name_of
from careercli.tui.screens.view_screen import Dialog
from careercli.tui.widgets.columns import Column
from careercli.tui.widgets.grid import Grid, Row
from careercli.tui.widgets.text_panel import Text


class SourceDialog(Dialog[str | None], inherit_bindings=False):
    """Lists each source with its full address; returns the address to copy, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "copy", "copy", key_display="y", priority=True, tooltip="copy the address"),
        Binding("b", "open", "open in the browser"),
        Binding("escape,o,q", "dismiss", "close", key_display="esc", priority=True),
    ]

    def __init__(self, sources: Sequence[Source]) -> None:
        super().__init__("address")
        self._sources = sources

    def body(self) -> ComposeResult:
        count = len(self._sources)
        yield Text(f"The {count} sources" if count > 1 else "The source under the cursor", id="address-title")
        yield Grid(wraps=True, frozen=0)

    def on_mount(self) -> None:
        rows = [Row(source.url, ((name_of(source), source.url),)) for source in self._sources]
        self.query_one(Grid).show([Column("address", "", 200)], rows)

    @property
    def _address(self) -> str:
        return self._sources[self.query_one(Grid).cursor[0]].url

    @on(Grid.Chosen)
    def action_copy(self) -> None:
        """Return the address under the cursor to be copied."""
        self.dismiss(self._address)

    def action_open(self) -> None:
        """Open the address in a browser, if there is one with a window of its own."""
        if self._address.startswith(("https://", "http://")) and _has_desktop():
            self.app.open_url(self._address)
            self.dismiss(None)
        else:
            self.tell("there is no browser to open here; y copies the address", is_problem=True)


def _has_desktop() -> bool:
    """Return True where a browser opens a window instead of taking over this terminal."""
    return sys.platform == "darwin" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
