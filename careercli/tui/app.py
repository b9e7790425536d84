"""The explorer: one application over the catalog, one screen a view."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.theme import Theme

from careercli.errors import CareerError
from careercli.model.sanitize import visible
from careercli.presentation.views import CatalogView, CompareView, PayView, ProfileView, View
from careercli.store.marks import Marks
from careercli.tui import clipboard_and_export
from careercli.tui.catalog_worker import CatalogWorker
from careercli.tui.driver import TerminalDriver
from careercli.tui.messages import Open
from careercli.tui.screens.view_screen import Dialog, ViewScreen
from careercli.tui.widgets.keys import actions_of, keys_of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from careercli.model.claims import Subject

Answer = TypeVar("Answer")

Export = Callable[[Sequence[str]], str]
"""Runs a command line and returns one line that says what happened."""

CONTRAST = Theme(
    "high-contrast", primary="#ffffff", secondary="#ffff00", accent="#ffff00", foreground="#ffffff",
    background="#000000", surface="#000000", panel="#000000", warning="#ffff00", error="#ffffff", success="#ffffff",
)  # fmt: skip
THEMES = ("textual-dark", "textual-light", "high-contrast")


_STARTED = 2.0
"""Seconds after which the first screens are there."""


class Explorer(App[None], inherit_bindings=False):
    """Shows `views`, the last on top; `export` writes one to a file, `wrong` gathers what is wrong with profiles."""

    CSS_PATH = "careercli.tcss"
    TITLE = "careercli"
    ENABLE_COMMAND_PALETTE = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", key_display="esc", show=False),
        Binding("y", "copy_command", "copy", tooltip="copy the command that prints this"),
        Binding("e", "export", "write", show=False, tooltip="write this to a file"),
        Binding("o", "show_address", "address", show=False, tooltip="where the source under the cursor is to be found"),
        Binding("question_mark", "help", "help", key_display="?", tooltip="every key of this screen"),
        Binding("ctrl+p", "command_palette", "palette", show=False, tooltip="look for an action by its name"),
        Binding("ctrl+t", "next_theme", "colors", show=False, tooltip="dark, light or high contrast"),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, tooltip="back to the shell; fg goes on"),
        Binding("q", "quit", "quit"),
        Binding("ctrl+c", "quit", "quit", show=False, priority=True),
    ]

    def __init__(
        self,
        questions: CatalogWorker,
        marks: Marks,
        views: Sequence[View],
        today: date,
        wrong: Sequence[str] = (),
        export: Export | None = None,
    ) -> None:
        super().__init__(driver_class=TerminalDriver)
        self.questions, self.catalog = questions, questions.catalog
        self.marks, self.today, self.export = marks, today, export
        self.wrong = wrong
        self._views = views
        self.broke: BaseException | None = None

    def on_mount(self) -> None:
        """The first screen, with those it was reached by below it."""
        self.register_theme(CONTRAST)
        self.set_timer(_STARTED, self._settle)
        for view in self._views:
            self._push(view)

    def _settle(self) -> None:
        self.run_worker(self._make_ready(), group="start")

    async def _make_ready(self) -> None:
        """Unpack what nobody has looked at yet, and look for garbage from now on: a start makes none."""
        gc.freeze()
        gc.enable()

    # -- what screens ask

    async def ask(self, question: Callable[..., Answer], *arguments: Any) -> Answer:
        """The answer to a question about the catalog, while the screen goes on."""
        return await self.questions.ask(question, *arguments)

    async def subjects(self, names: Iterable[str]) -> list[Subject]:
        """The roles of these names; a name that means none any more, as a mark may, is said. Raises CareerError."""
        asked = list(names)
        known = await self.ask(lambda: [name for name in asked if self.catalog.knows(name)])
        lost = [name for name in asked if name not in known]
        if known and lost:
            self.tell(f"no role is named {', '.join(lost)} any more; left out", is_wrong=True)
        return await self.ask(self.catalog.find_all, known or asked)

    @property
    def shown(self) -> ViewScreen:
        """The screen of the view, also while a card or a form lies over it."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, ViewScreen))

    def tell(self, line: str, is_wrong: bool = False) -> None:
        """Say one line: in the place of the command, or above the keys of what lies over it."""
        if isinstance(self.screen, ViewScreen | Dialog):
            self.screen.tell(f"{'! ' if is_wrong else ''}{line}")
        else:
            self.clear_notifications()
            self.notify(visible(line), severity="warning" if is_wrong else "information", markup=False)

    @on(Open)
    def _open(self, message: Open) -> None:
        # Keys pressed while a screen opens still reach the one below.
        if not (isinstance(self.screen, ViewScreen) and message.view in (self.screen.view, self.screen.opened)):
            self._push(message.view)

    def _push(self, view: View) -> None:
        screen = _screen_of(view)
        screen.explorer, screen.opened = self, view
        self.push_screen(screen)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every action of the screen and every theme, for the command palette."""
        for key in actions_of(screen):
            yield SystemCommand(key.label, f"key {key.key}", partial(self._run, screen, key.action))
        for name in THEMES:
            yield SystemCommand(f"theme {name}", "colors", partial(setattr, self, "theme", name))

    async def _run(self, screen: Screen[Any], action: str) -> None:
        node = next((found.node for found in screen.active_bindings.values() if found.binding.action == action), screen)
        await self.run_action(action, node)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End; where there are several reasons to, the first one counts."""
        if not self._exit:
            super().exit(result, return_code, message)

    async def on_event(self, event: events.Event) -> None:
        """A mouse where nothing is, as a terminal may report, takes the focus from nothing."""
        if not (isinstance(event, events.MouseEvent) and self._is_nowhere(event)):
            await super().on_event(event)

    def _is_nowhere(self, event: events.MouseEvent) -> bool:
        """Whether no widget is there; a drag that has left its widget is somewhere."""
        return not self.mouse_captured and not self.screen.region.contains(event.x, event.y)

    def _handle_exception(self, error: Exception) -> None:
        """What breaks once the end has begun is no reason to end any more."""
        if self._exit:
            self._close_messages_no_wait()
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close; whoever started the explorer says in one line what happened."""
        self.broke = self._exception
        self._close_messages_no_wait()

    # -- actions

    async def action_back(self) -> None:
        """To the screen below, if there is one."""
        if len(self.screen_stack) > 2:
            self.pop_screen()

    def action_help(self) -> None:
        """Every key of this screen."""
        from careercli.tui.dialogs.help import HelpDialog

        self.push_screen(HelpDialog(keys_of(self.screen, all_of_them=True), self.shown.view.command()))

    def action_copy_command(self) -> None:
        """Copy the command that prints what the screen shows."""
        clipboard_and_export.copy_command(self)

    def action_export(self) -> None:
        """Write what the screen shows to a file."""
        clipboard_and_export.export(self)

    def action_show_address(self) -> None:
        """Where the source under the cursor is to be found."""
        clipboard_and_export.show_address(self)

    def action_next_theme(self) -> None:
        """The next of the themes."""
        at = THEMES.index(self.theme) if self.theme in THEMES else -1
        self.theme = THEMES[(at + 1) % len(THEMES)]


_SCREENS = {
    CatalogView: ("catalog", "CatalogScreen"),
    CompareView: ("compare", "CompareScreen"),
    ProfileView: ("profile", "ProfileScreen"),
    PayView: ("pay", "PayScreen"),
}


def _screen_of(view: View) -> ViewScreen:
    """The screen for a view; each is loaded only when it is needed."""
    module, name = _SCREENS[type(view)]
    made: ViewScreen = getattr(import_module(f"careercli.tui.{module}"), name)(view)
    return made


def crash_line(error: BaseException) -> str:
    """What broke, in one line."""
    if isinstance(error, CareerError):
        return str(error)
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return f"the explorer broke off: {type(error).__name__}: {error}{place}"
