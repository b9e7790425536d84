"""Base class of the screens with figures: the evidence for the one under the cursor, in two lines or in full."""

from collections.abc import Sequence

from textual import on

from careercli.model.claims import Source
from careercli.presentation.evidence import evidence_lines, sources_of
from careercli.presentation.page import ComparisonPage, Line
from careercli.tui.dialogs.evidence_dialog import EvidenceDialog
from careercli.tui.screens.view_screen import ViewScreen
from careercli.tui.widgets.grid import Grid
from careercli.tui.widgets.text_panel import Text


class EvidenceScreen(ViewScreen):
    """A view of figures, with the evidence for the one under the cursor below."""

    @property
    def cell(self) -> tuple[ComparisonPage, Line, str] | None:
        """The figure under the cursor: its page, its line and the id of its role."""
        return None

    @property
    def sources(self) -> Sequence[Source]:
        """The sources of the figure under the cursor, those with an address."""
        return sources_of(self.cell[1].cells[self.cell[2]]) if self.cell else ()

    def evidence(self) -> tuple[str, str]:
        """Return the two lines below the figures."""
        return evidence_lines(*self.cell, self.explorer.today) if self.cell else ("", "")

    @on(Grid.Highlighted)
    def say_evidence(self) -> None:
        """Show the evidence for the figure under the cursor."""
        self.query_one("#evidence", Text).say(*self.evidence())

    @on(Grid.Chosen)
    def _choose(self) -> None:
        self.choose()  # Textual calls the handlers of every class, not only the last.

    def choose(self) -> None:
        """Open what is under the cursor."""
        self.action_evidence()

    def action_evidence(self) -> None:
        """Open all evidence of the figure under the cursor."""
        if self.cell:
            self.app.push_screen(EvidenceDialog(self.explorer, *self.cell))
