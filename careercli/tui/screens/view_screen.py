"""Base classes of all screens: a view with its title, command and keys, and a dialog on top of a view."""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen

from careercli.model.claims import Source
from careercli.official.releases import NATION
from careercli.presentation.argv import command_line
from careercli.presentation.views import View
from careercli.tui.session import Open, Session
from careercli.tui.widgets.columns import Column
from careercli.tui.widgets.grid import WIDE, Grid, Row
from careercli.tui.widgets.keys import KeyLine
from careercli.tui.widgets.search_line import SearchLine
from careercli.tui.widgets.text_panel import Text

Answer = TypeVar("Answer")

MINIMUM_SIZE = (60, 20)
"""Minimum terminal size, in columns and lines."""

_NOTICE_TIME = 6.0
"""Seconds that a notice stays in place of the command."""


class ViewScreen(Screen[None], inherit_bindings=False):
    """A screen for one view: title on top, the screen's own widgets, then the equivalent command and the keys.

    `view` follows the user's changes; `opened` is the view as it was opened.
    """

    AUTO_FOCUS = "Grid"

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-tiny"),
        (MINIMUM_SIZE[0], "-narrow"),
        (100, "-wide"),
        (180, "-widest"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"),
        (MINIMUM_SIZE[1], "-high"),
    ]

    FILTER: ClassVar = ""
    """The attribute of the view that the filter line fills, if the screen has one."""

    _notice = ""

    def __init__(self, explorer: Session, view: View) -> None:
        super().__init__()
        self.explorer = explorer
        self.view = self.opened = view

    def compose(self) -> ComposeResult:
        """Yield title, body, command and keys, and the message that covers them on a terminal that is too small."""
        yield Text("careercli", right="? help ", id="title", action="help")
        yield from self.body()
        yield Text(id="command", wraps=True)
        yield KeyLine()
        yield Text("careercli needs {} columns by {} lines".format(*MINIMUM_SIZE), id="too-small")

    def body(self) -> ComposeResult:
        """Yield the widgets between title and command."""
        yield from ()

    def on_mount(self) -> None:
        """Say what is opened, and start reading it."""
        self.say_view()
        self.show(self.view)

    def show(self, view: Any) -> None:
        """Start reading a view of this screen's kind; show it when it is read."""

    def draw(self) -> None:
        """Draw what was read, in the width there is."""

    def change(self, **changes: object) -> None:
        """Show the view with these changes."""
        self.view = self.view._replace(**changes)  # type: ignore[arg-type]
        self.show_view()

    def show_view(self) -> None:
        """Show what was read as the view asks for it."""

    def show_problem(self, error: Exception) -> None:
        """Show an error in place of the rows."""
        self.query_one(Grid).show([Column("wrong", "", 100)], [Row("wrong", (str(error),), WIDE)])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable the key that opens the filter line while text is typed into that line."""
        return action != "search" or not self.query_one(SearchLine).has_focus

    def on_resize(self, event: events.Resize) -> None:
        """Draw in the new width; restore the focus that Textual clears while the terminal is too small."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        self.draw()
        if self.focused is None and self.is_attached:
            self.focus_next()

    @property
    def title_text(self) -> str:
        """The title, after the program's name."""
        return ""

    @property
    def sources(self) -> Sequence[Source]:
        """The sources of the figure under the cursor, those with an address."""
        return ()

    @property
    def role(self) -> str:
        """The id of the role under the cursor, or empty."""
        return ""

    @property
    def ends(self) -> tuple[str, ...]:
        """The two roles that routes are asked between, else the one under the cursor, if any."""
        return (self.role,)

    @property
    def gap_ends(self) -> tuple[str, ...]:
        """The two roles that skills are asked between, else the one under the cursor, if any."""
        return self.ends

    def move_to(self, area: str) -> None:
        """Show everything in another place, `area`; the nation for an empty code."""

    def open_view(self, view: Any) -> None:
        """Open a view on a new screen, with the directories of this one."""
        area = getattr(self.view, "area", "") and NATION  # Where an id names no place.
        self.post_message(Open(view._replace(directories=self.view.directories, area=area)))

    def say_view(self) -> None:
        """Refresh the title, and the command or the notice shown in its place."""
        self.query_one("#title", Text).say(f" careercli · {self.title_text}")
        command = self.query_one("#command", Text)
        command.set_class(bool(self._notice), "-notice")
        command.say(self._notice or command_line(self.view.argv()))

    def tell(self, line: str, is_problem: bool = False) -> None:
        """Show a notice in place of the command for a few seconds."""
        self._notice = _prefixed(line, is_problem)
        self.say_view()
        self.set_timer(_NOTICE_TIME, partial(self._clear_notice, self._notice))

    def _clear_notice(self, line: str) -> None:
        if self._notice == line:
            self._notice = ""
            self.say_view()

    # -- actions that several screens bind

    def action_per(self) -> None:
        """Switch between hourly and yearly wages."""
        self.change(period=self.explorer.other_period(self.view.period))  # type: ignore[union-attr]

    def action_search(self) -> None:
        """Open the filter line."""
        self.query_one(SearchLine).open(self.filter)

    @property
    def filter(self) -> str:
        """What is typed into the filter line."""
        return str(getattr(self.view, self.FILTER))

    def search(self, words: str) -> None:
        """Show only what has these words."""
        if words != self.filter:
            self.change(**{self.FILTER: words})

    async def action_back(self) -> None:
        """Remove the filter, or close the screen if there is none."""
        if self.filter:
            self.search("")
        else:
            await self.run_action("app.back")


class Dialog(ModalScreen[Answer], inherit_bindings=False):
    """A screen on top of a view: a box with the dialog's own widgets, a line for notices and the keys."""

    VERTICAL_BREAKPOINTS = [(50, "-highest")]  # noqa: RUF012

    def __init__(self, box: str) -> None:
        """Name the box `box` in the style sheet."""
        super().__init__()
        self._box = box

    def compose(self) -> ComposeResult:
        """Yield the box with body, notice and keys."""
        with Vertical(id=self._box):
            yield from self.body()
            yield Text(id="notice", wraps=True)
            yield KeyLine()

    def body(self) -> ComposeResult:
        """Yield the widgets above the notice."""
        yield from ()

    def tell(self, line: str, is_problem: bool = False) -> None:
        """Show a notice until the next one, or until the dialog is closed."""
        self.query_one("#notice", Text).say(_prefixed(line, is_problem))


def _prefixed(line: str, is_problem: bool) -> str:
    return f"! {line}" if is_problem else line
