"""What screens ask of the application."""

from __future__ import annotations

from textual.message import Message

from careercli.presentation.views import View


class Open(Message):
    """Show this view on a screen of its own."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
