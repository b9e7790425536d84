"""Dialog that picks a role or occupation from the catalog by part of its name."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from careercli.catalog.listing import CatalogEntry, Filters, Listing
from careercli.model.words import normalize
from careercli.tui.screens.view_screen import Dialog
from careercli.tui.session import Session
from careercli.tui.widgets.columns import Column
from careercli.tui.widgets.grid import Grid, Row
from careercli.tui.widgets.text_panel import Text


class RolePicker(Dialog[str | None], inherit_bindings=False):
    """Returns the chosen id, or None; ids in `known` are left out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "add this", key_display="⏎", priority=True),
        Binding("up", "move(-1)", "up", show=False, priority=True),
        Binding("down", "move(1)", "down", show=False, priority=True),
        Binding("escape", "dismiss", "cancel", key_display="esc", priority=True),
    ]

    def __init__(self, explorer: Session, known: Collection[str]) -> None:
        super().__init__("choose")
        self._explorer, self._known = explorer, known
        self._listing: Listing | None = None

    def body(self) -> ComposeResult:
        """Yield the input and the list of matches."""
        yield Text("Compare with… (reading all names)", id="choose-title")
        words = Input(placeholder="type a part of a role's or an occupation's name", compact=True, max_length=100)
        words.cursor_blink = False
        yield words
        yield Grid()

    def on_mount(self) -> None:
        """Start reading every name."""
        self.run_worker(self._read(), exclusive=True)

    async def _read(self) -> None:
        self._listing = await self._explorer.questions.listing(True)
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        if self._listing is None:
            return
        words = tuple(normalize(self.query_one(Input).value).split())
        found = self._listing.find(Filters(words)).entries
        new = [entry for entry in found if entry.id not in self._known]
        typed = " ".join(words)
        entries = sorted(new, key=lambda entry: normalize(entry.id) != typed)
        self.query_one("#choose-title", Text).say(f"Compare with… ({len(entries)} of {len(self._listing.entries)})")
        columns = [Column("title", "title", 44, 16), Column("id", "id", 28, 10)]
        self.query_one(Grid).show(columns, entries, _row)

    def action_move(self, step: int) -> None:
        """Move the list's cursor while the input keeps the focus."""
        self.query_one(Grid).action_move(step)

    @on(Grid.Chosen)
    def action_choose(self) -> None:
        """Return the role under the cursor."""
        entry = self.query_one(Grid).thing
        self.dismiss(entry.id if entry else None)


def _row(entry: CatalogEntry) -> Row:
    return Row(entry.id, (entry.texts()["title"], entry.id))
