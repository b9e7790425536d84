"""Dialog with all evidence for one cell: each claim as printed, its population, date and source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.tui.screens.view_screen import Dialog
from careercli.tui.widgets.columns import Column, natural
from careercli.tui.widgets.grid import Grid, Row
from careercli.tui.widgets.text_panel import Text


class EvidenceDialog(Dialog[None], inherit_bindings=False):
    """Shows pairs of label and text; an empty pair is a blank line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "app.copy_command", "copy", tooltip="copy the command that prints the view below"),
        Binding("e", "app.export", "write", tooltip="write the view below to a file"),
        Binding("o", "app.show_address", "address", tooltip="where the source is to be found"),
        Binding("question_mark", "app.help", "help", key_display="?", tooltip="every key of this card"),
        Binding("escape,enter", "dismiss", "close", key_display="esc", priority=True),
        Binding("q", "app.quit", "quit"),
    ]

    def __init__(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__("card")
        self._title, self._lines = title, lines

    def body(self) -> ComposeResult:
        """Yield the title, the evidence and the keys."""
        yield Text(self._title, id="card-title")
        yield Grid(id="card-lines", wraps=True)

    def on_mount(self) -> None:
        """Fill the list."""
        columns = [
            Column("label", "", natural("", [label for label, _ in self._lines])),
            Column("text", "", 120, 20),
        ]
        self.query_one(Grid).show(columns, [Row(str(i), pair) for i, pair in enumerate(self._lines)])
