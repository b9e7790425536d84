"""Dialog that picks one entry of a list by part of its name."""

from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.tui.screens.view_screen import Dialog
from careercli.tui.widgets.grid import Grid
from careercli.tui.widgets.text_field import ListField, TextField
from careercli.tui.widgets.text_panel import Text

Answer = TypeVar("Answer")


class _Words(ListField):
    """Submits with a key that says what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "choose this")]


class Picker(Dialog[Answer], inherit_bindings=False):
    """An input above the list of what matches; the list is filtered at every key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "cancel"),
    ]

    def __init__(self, title: str, placeholder: str) -> None:
        super().__init__("choose")
        self._title, self._placeholder = title, placeholder

    def body(self) -> ComposeResult:
        yield Text(self._title, id="choose-title")
        yield _Words(placeholder=self._placeholder)
        yield Grid()

    def show(self, typed: str) -> None:
        """Show what matches the text."""

    async def ready(self) -> None:
        """Wait until the list is there: enter may come in one burst with the key that opens the dialog."""

    @on(TextField.Changed)
    def _typed(self, event: TextField.Changed) -> None:
        self.show(event.value)

    @on(TextField.Submitted)
    @on(Grid.Chosen)
    async def _choose(self) -> None:
        """Return what is under the cursor, once: more keys may wait for the input."""
        await self.ready()
        if self.is_current:
            self.dismiss(self.query_one(Grid).thing)
