"""The line to type a filter in; the list follows every key."""

from __future__ import annotations

from typing import ClassVar, Protocol, cast

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from careercli.tui.grid import Grid


class Searched(Protocol):
    """A screen that can be searched."""

    def search(self, words: str) -> None:
        """Show only what has these words."""


class SearchLine(Input):
    """Typing filters, enter goes to the list, escape takes the filter away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "to the list", key_display="⏎"),
        Binding("escape", "drop", "drop the filter", key_display="esc"),
        Binding("up", "list('move(-1)')", "Up", show=False),
        Binding("down", "list('move(1)')", "Down", show=False),
        Binding("pageup", "list('page(-1)')", "Page up", show=False),
        Binding("pagedown", "list('page(1)')", "Page down", show=False),
    ]

    def __init__(self, words: str) -> None:
        super().__init__(words, placeholder="type to filter", compact=True, select_on_focus=False, max_length=200)
        self.cursor_blink = False

    def on_mount(self) -> None:
        """Type at once."""
        self.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        cast(Searched, self.screen).search(self.value.strip())

    @on(events.Blur)
    def _left(self) -> None:
        if not self.value.strip():
            self.remove()

    def action_list(self, action: str) -> None:
        """Move in the list while typing."""
        self.run_worker(self.screen.query_one(Grid).run_action(action))

    def action_keep(self) -> None:
        """Go to the list as filtered."""
        self.screen.query_one(Grid).focus()
        self.remove()

    def action_drop(self) -> None:
        """Go to the whole list."""
        cast(Searched, self.screen).search("")
        self.screen.query_one(Grid).focus()
        self.remove()
