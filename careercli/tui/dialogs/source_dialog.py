"""Where sources are to be found; nothing is opened unless a key says so."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from careercli.presentation.sources import name_of
from careercli.tui.clipboard_and_export import copy
from careercli.tui.screens.view_screen import Dialog
from careercli.tui.widgets.columns import Column
from careercli.tui.widgets.grid import Grid, Row
from careercli.tui.widgets.text_panel import Text

if TYPE_CHECKING:
    from careercli.model.claims import Source
    from careercli.tui.app import Explorer


class SourceDialog(Dialog[None], inherit_bindings=False):
    """Every source with its address in full; that under the cursor can be copied, or opened in a browser."""

    AUTO_FOCUS = "Grid"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "copy", "copy", key_display="y", priority=True, tooltip="copy the address"),
        Binding("b", "open", "open in the browser"),
        Binding("escape,o", "close", "close", key_display="esc", priority=True),
        Binding("q", "app.quit", "quit"),
    ]

    def __init__(self, explorer: Explorer, sources: Sequence[Source]) -> None:
        super().__init__()
        self._explorer, self._sources = explorer, sources

    def compose(self) -> ComposeResult:
        """The sources and the keys."""
        with Vertical(id="address"):
            count = len(self._sources)
            yield Text(f"The {count} sources" if count > 1 else "The source under the cursor", id="address-title")
            yield Grid(wraps=True, frozen=0)
            yield from self.foot()

    def on_mount(self) -> None:
        """List the sources."""
        rows = [Row(source.url, ((name_of(source), source.url),)) for source in self._sources]
        self.query_one(Grid).show([Column("address", "", 200)], rows)

    @property
    def _address(self) -> str:
        return self._sources[self.query_one(Grid).cursor[0]].url

    @on(Grid.Chosen)
    def _clicked(self) -> None:
        self.action_copy()

    def action_copy(self) -> None:
        """Copy the address."""
        address = self._address
        self.dismiss()
        copy(self._explorer, address)

    def action_open(self) -> None:
        """Open it in a browser of its own window."""
        if self._address.startswith(("https://", "http://")) and _has_windows():
            self.app.open_url(self._address)
            self.dismiss()
        else:
            self._explorer.tell("there is no browser to open here; y copies the address", is_wrong=True)

    def action_close(self) -> None:
        """Back to the figure."""
        self.dismiss()


def _has_windows() -> bool:
    """Whether a browser would have a window, and not this terminal."""
    return sys.platform == "darwin" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
