"""What every screen of the explorer has: a title, the command that prints the same, its keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from careercli.tui.keys import KeyLine
from careercli.tui.lines_of_text import Text
from careercli.views import View

if TYPE_CHECKING:
    from careercli.tui.app import Explorer

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
        yield Text("careercli", right="? help ", id="title")
        yield from self.body()
        yield Text(id="command")
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
    def address(self) -> str:
        """Where the source under the cursor is to be found, or empty."""
        return ""

    def say_view(self) -> None:
        """Tell the title and the command of the view as it is now."""
        self.query_one("#title", Text).say(f" careercli · {self.title_text}")
        self.query_one("#command", Text).say(f" {self._told or self.view.command()}")

    def tell(self, line: str) -> None:
        """Say something in the place of the command, long enough to be read."""
        self._told = line
        self.say_view()
        self.set_timer(_READ, partial(self._untell, line))

    def _untell(self, line: str) -> None:
        if self._told == line:
            self._told = ""
            self.say_view()
