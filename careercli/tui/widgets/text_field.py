"""Widget for one line of text to type or paste."""

import re
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from careercli.model.sanitize import visible
from careercli.tui.widgets.grid import Grid


class TextField(Input):
    """Inserts a paste of several lines as one line, where Textual keeps the first line only.

    With `selects`, the text is selected at first: typing replaces it.
    """

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        max_length: int = 100,
        id: str | None = None,
        selects: bool = False,
    ) -> None:
        super().__init__(value, placeholder, compact=True, select_on_focus=selects, max_length=max_length, id=id)
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Insert the text of the terminal's clipboard."""
        self._insert(event.text)
        event.prevent_default().stop()

    def action_paste(self) -> None:
        """Insert the text that the explorer copied last."""
        self._insert(self.app.clipboard)

    def _insert(self, text: str) -> None:
        """Replace the selection, or insert at the cursor, as many characters of `text` as the field has room for."""
        start, end = sorted(self.selection)
        room = (self.max_length or 0) - len(self.value) + end - start
        self.replace(one_line(text)[:room], start, end)


class ListField(TextField):
    """Moves the cursor of the list below while the user types."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list('move(-1)')", "up", show=False),
        Binding("down", "list('move(1)')", "down", show=False),
        Binding("pageup", "list('page(-1)')", "page up", show=False),
        Binding("pagedown", "list('page(1)')", "page down", show=False),
    ]

    async def action_list(self, action: str) -> None:
        """Run an action of the list."""
        await self.screen.query_one(Grid).run_action(action)


def one_line(text: str) -> str:
    """Return `text` with line breaks and tabs as single spaces, no spaces at its ends, and safe to show.

    The isolates of a text copied from a table are left out.
    """
    parts = (part.strip() for part in re.split(r"[^\S ]", re.sub("[\u2068\u2069]", "", text)))
    return visible(" ".join(filter(None, parts)))
