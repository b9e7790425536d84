"""Dialog that asks for the file to save a view to; the suffix selects the format."""

import os
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.tui.screens.view_screen import Dialog
from careercli.tui.widgets.text_field import TextField
from careercli.tui.widgets.text_panel import Text

SUFFIXES = "md, csv, tsv, json, ndjson or txt"


class _FileName(TextField):
    """Submits with a key that says what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "save")]


class ExportDialog(Dialog[str | None], inherit_bindings=False):
    """Returns the path, or None; an existing file is replaced only when enter is pressed twice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "cancel"),
    ]

    def __init__(self, name: str) -> None:
        super().__init__("export")
        self._file_name = name
        self._to_replace = ""

    def body(self) -> ComposeResult:
        yield Text(f"Save to a file: {SUFFIXES}", id="export-title")
        yield _FileName(self._file_name, max_length=500, selects=True)
        yield Text(id="export-wrong", wraps=True)

    @on(TextField.Changed)
    def _renamed(self) -> None:
        self._to_replace = ""
        self._say("")

    def _say(self, text: str) -> None:
        self.query_one("#export-wrong", Text).say(text)

    @on(TextField.Submitted)
    def _save(self) -> None:
        """Return the path; ask first if that replaces a file."""
        name = self.query_one(TextField).value.strip()
        if name and "." not in os.path.basename(name) and not os.path.isdir(os.path.expanduser(name)):
            name += ".md"
        path = os.path.abspath(os.path.expanduser(name))
        if not name or os.path.isdir(path):
            self._say("name a file" if not name else f"{name} is a folder")
        elif os.path.lexists(path) and self._to_replace != path:
            self._to_replace = path
            self._say(f"{name} is there already; ⏎ again replaces it")
        else:
            self.dismiss(path)
