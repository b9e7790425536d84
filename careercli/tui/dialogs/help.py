"""Dialog with every key of the screen below and the command that prints its view."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.tui.screens.view_screen import Dialog
from careercli.tui.widgets.columns import Column, natural
from careercli.tui.widgets.grid import Grid, Row
from careercli.tui.widgets.keys import Key
from careercli.tui.widgets.text_panel import Text

_OTHER_LINES = 9
"""Lines of the dialog besides the keys, at most: frame, headings, command and foot."""


class HelpDialog(Dialog[None], inherit_bindings=False):
    """Lists keys with what each does, then the command."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,question_mark,q", "dismiss", "close", key_display="esc", priority=True),
    ]

    def __init__(self, keys: list[Key], command: str) -> None:
        super().__init__("help")
        self._keys, self._command = keys, command

    def body(self) -> ComposeResult:
        yield Grid(id="help-keys", wraps=True, frozen=0)
        yield Text("The same on the command line:", id="help-says")
        yield Text(self._command, id="help-command", wraps=True)

    def on_resize(self, event: events.Resize) -> None:
        """Shrink the dialog to its keys if they fit on the screen."""
        self.set_class(len(self._keys) + _OTHER_LINES <= event.size.height, "-fits")

    def on_mount(self) -> None:
        rows = [Row(key.action, (key.key, key.label)) for key in self._keys]
        width = natural("key", [key.key for key in self._keys])
        self.query_one(Grid).show([Column("key", "key", width, width), Column("label", "what it does", 60, 20)], rows)
