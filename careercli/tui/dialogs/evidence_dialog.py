"""Dialog with all evidence for one cell: each claim as printed, its population, date and source."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.presentation.evidence import all_evidence, citation, evidence_title
from careercli.presentation.page import ComparisonPage, Line
from careercli.tui.screens.view_screen import Dialog
from careercli.tui.session import Session
from careercli.tui.widgets.columns import Column, natural
from careercli.tui.widgets.grid import Grid, Row
from careercli.tui.widgets.text_panel import Text


class EvidenceDialog(Dialog[None], inherit_bindings=False):
    """Shows the evidence of the cell of a role in a line of a page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "copy citation", tooltip="copy the figure with its sources in full"),
        Binding("e", "app.export", "save", tooltip="save the view below to a file"),
        Binding("o", "app.show_address", "address", tooltip="where the source is to be found"),
        Binding("question_mark", "app.help", "help", tooltip="every key of this card"),
        Binding("escape,enter,q", "dismiss", "close", key_display="esc", priority=True),
    ]

    def __init__(self, explorer: Session, page: ComparisonPage, line: Line, role: str) -> None:
        super().__init__("card")
        self._explorer, self._cell = explorer, (page, line, role)

    def body(self) -> ComposeResult:
        yield Text(evidence_title(*self._cell), id="card-title")
        yield Grid(id="card-lines", wraps=True)

    def on_mount(self) -> None:
        lines = all_evidence(*self._cell, self._explorer.today)
        columns = [
            Column("label", "", natural("", [label for label, _ in lines])),
            Column("text", "", 120, 20),
        ]
        self.query_one(Grid).show(columns, [Row(str(i), pair) for i, pair in enumerate(lines)])

    def action_copy(self) -> None:
        self._explorer.copy(citation(*self._cell))
