"""Input line for a filter; the grid is filtered at every key."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import Reactive

from careercli.tui.widgets.grid import Grid
from careercli.tui.widgets.text_field import ListField, TextField
from careercli.tui.widgets.text_panel import Text


def search_box(search: Callable[[str], None]) -> Horizontal:
    """Return the filter line behind the word that says what it is; `search` gets the words at every change."""
    return Horizontal(Text("filter", id="filter-word"), SearchLine(search), id="search")


class SearchLine(ListField):
    """Filters while the user types; enter returns to the grid, escape removes the filter."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Size of the text; a change lays out no other widget, because the input's own size stays the same."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "to the list"),
        Binding("escape", "drop", "drop the filter"),
    ]

    def __init__(self, search: Callable[[str], None]) -> None:
        super().__init__(placeholder="type to filter", max_length=200)
        self._search = search

    def open(self, words: str) -> None:
        """Show the line with the current filter and focus it."""
        with self.prevent(TextField.Changed):
            self.value = words
        self.cursor_position = len(words)
        self._show(True)
        # At once, so that keys typed right after the one that opens this line arrive here.
        self.screen.set_focus(self)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return True for the keys that are typed; Textual has no character for the name of the key @."""
        return key == "at" or super().check_consume_key(key, character)

    def watch_value(self, value: str) -> None:
        """Filter at once instead of on a message, so that letter and grid are drawn together."""
        if self.is_attached and self.display:
            self._search(value.strip())

    @on(TextField.Changed)
    def _typed(self, event: TextField.Changed) -> None:
        """Filter by text that was set before `watch_value` ran."""
        event.stop()
        self._search(self.value.strip())

    @on(events.Blur)
    def _left(self) -> None:
        self._show(False)

    def _show(self, is_shown: bool) -> None:
        """Show or hide the line and its word."""
        self.display = is_shown
        self.screen.query_one("#filter-word").display = is_shown

    def action_keep(self) -> None:
        self._show(False)
        self.screen.set_focus(self.screen.query_one(Grid))

    def action_drop(self) -> None:
        """Remove the filter and return to the grid."""
        self._search("")
        self.action_keep()
