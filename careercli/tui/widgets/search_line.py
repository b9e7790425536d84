"""The line to type a filter in; the list follows every key."""

from __future__ import annotations

from typing import ClassVar, Protocol, cast

from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from careercli.tui.widgets.grid import Grid


class Searched(Protocol):
    """A screen that can be searched."""

    def search(self, words: str) -> None:
        """Show only what has these words."""


class SearchLine(Input):
    """Typing filters, enter goes to the list, escape takes the filter away."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """As wide as what is typed; for another letter, nothing else on the screen has to move."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "to the list", key_display="⏎", priority=True),
        Binding("escape", "drop", "drop the filter", key_display="esc", priority=True),
        Binding("up", "list('move(-1)')", "up", show=False),
        Binding("down", "list('move(1)')", "down", show=False),
        Binding("pageup", "list('page(-1)')", "page up", show=False),
        Binding("pagedown", "list('page(1)')", "page down", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(placeholder="type to filter", compact=True, select_on_focus=False, max_length=200)
        self.cursor_blink = False

    def open(self, words: str) -> None:
        """Take the keys from now on; `words` is what is filtered by already."""
        with self.prevent(Input.Changed):
            self.value = words
        self.cursor_position = len(words)
        self.display = True
        # At once: what is typed behind the key that opens this line belongs to it.
        self.screen.set_focus(self)

    def close(self) -> None:
        """Give the keys back to the list."""
        self.display = False
        self.screen.set_focus(self.screen.query_one(Grid))

    def watch_value(self, value: str) -> None:
        """Filter at once, and not upon a message: letter and list are then drawn together."""
        if self.is_attached and self.display:
            cast(Searched, self.screen).search(value.strip())

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """What was typed before this line could be watched."""
        event.stop()
        cast(Searched, self.screen).search(self.value.strip())

    @on(events.Blur)
    def _left(self) -> None:
        self.display = False

    def action_list(self, action: str) -> None:
        """Move in the list while typing."""
        self.run_worker(self.screen.query_one(Grid).run_action(action))

    def action_keep(self) -> None:
        """Go to the list as filtered."""
        self.close()

    def action_drop(self) -> None:
        """Go to the whole list."""
        cast(Searched, self.screen).search("")
        self.close()
