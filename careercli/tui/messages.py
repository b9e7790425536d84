"""Messages that screens post to the application."""

from __future__ import annotations

from textual.message import Message

from careercli.presentation.views import View


class Open(Message):
    """Open `view` on a new screen."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view


class Notice(Message):
    """Show one line for a few seconds; `is_problem` prefixes it with an exclamation mark."""

    def __init__(self, line: str, is_problem: bool) -> None:
        super().__init__()
        self.line, self.is_problem = line, is_problem
