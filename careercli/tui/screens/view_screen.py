"""What every screen of the explorer has: a title, the command that prints the same, its keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen

from careercli.presentation.views import View
from careercli.tui.widgets.keys import KeyLine
from careercli.tui.widgets.text_panel import Text

if TYPE_CHECKING:
    from careercli.model.claims import Source
    from careercli.tui.app import Explorer

Answer = TypeVar("Answer")

NEEDED = (60, 20)
"""Columns and lines that a screen needs."""

_READ = 6.0
"""Seconds that a line of news stands."""


class ViewScreen(Screen[None], inherit_bindings=False):
    """A screen that shows one view; it stands between its title above, and its command and keys below."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-tiny"),
        (NEEDED[0], "-narrow"),
        (100, "-wide"),
        (180, "-widest"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"),
        (NEEDED[1], "-high"),
    ]

    explorer: Explorer
    view: View
    opened: View
    """What it was asked to show; its view may have changed since."""

    _told = ""

    def compose(self) -> ComposeResult:
        """The title, what the screen adds, the command and the keys; alone where that is too small, the size needed."""
        yield Text("careercli", right="? help ", id="title", action="help")
        yield from self.body()
        yield Text(id="command", wraps=True)
        yield KeyLine()
        yield Text("careercli needs {} columns by {} lines".format(*NEEDED), id="too-small")

    def body(self) -> ComposeResult:
        """The widgets between title and command."""
        yield from ()

    def on_resize(self, event: events.Resize) -> None:
        """What was hidden while the terminal was too small takes keys again."""
        self.call_after_refresh(self._take_keys)

    def _take_keys(self) -> None:
        if self.focused is None and self.is_attached:
            self.focus_next()

    @property
    def title_text(self) -> str:
        """What the title says."""
        return ""

    @property
    def sources(self) -> Sequence[Source]:
        """Who says what is under the cursor."""
        return ()

    def say_view(self) -> None:
        """Tell the title and the command of the view as it is now."""
        self.query_one("#title", Text).say(f" careercli · {self.title_text}")
        command = self.query_one("#command", Text)
        command.set_class(bool(self._told), "-told")
        command.say(self._told or self.view.command())

    def tell(self, line: str) -> None:
        """Say something in the place of the command, in as many lines as it takes, long enough to be read."""
        self._told = line
        self.say_view()
        self.set_timer(_READ, partial(self._untell, line))

    def _untell(self, line: str) -> None:
        if self._told == line:
            self._told = ""
            self.say_view()


class Dialog(ModalScreen[Answer], inherit_bindings=False):
    """A screen that lies over a view; what is told while it does stands above its keys."""

    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-high"),
        (50, "-highest"),
    ]

    def foot(self) -> ComposeResult:
        """What is told, and the keys."""
        yield Text(id="told", wraps=True)
        yield KeyLine()

    def tell(self, line: str) -> None:
        """Say something until it is closed, or something else is said."""
        self.query_one("#told", Text).say(line)
