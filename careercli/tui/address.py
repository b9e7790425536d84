"""Where a source is to be found; nothing is opened unless a key says so."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from careercli.tui.keys import KeyLine
from careercli.tui.lines_of_text import Text
from careercli.tui.take_away import copy

if TYPE_CHECKING:
    from careercli.tui.app import Explorer


class AddressScreen(ModalScreen[None], inherit_bindings=False):
    """The address in full; it can be copied, or opened in a browser."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "copy"),
        Binding("b", "open", "open in the browser"),
        Binding("escape,o", "close", "close", key_display="esc", priority=True),
        Binding("q", "app.quit", "quit"),
    ]

    def __init__(self, explorer: Explorer, address: str) -> None:
        super().__init__()
        self._explorer, self._address = explorer, address

    def compose(self) -> ComposeResult:
        """The address and the keys."""
        with Vertical(id="address"):
            yield Text("The source under the cursor:", id="address-title")
            yield Text(self._address, id="address-text", wraps=True)
            yield KeyLine()

    def action_copy(self) -> None:
        """Copy the address."""
        copy(self._explorer, self._address)
        self.dismiss()

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
