"""The explorer: an application with a stack of screens, one for each view."""

import asyncio
import gc
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from functools import partial
from importlib import import_module
from traceback import extract_tb
from typing import Any, ClassVar

from textual import events, on
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.theme import Theme
from textual.widgets import Input

from careercli.catalog.own import role_behind
from careercli.errors import CareerError
from careercli.model.claims import Area, is_own
from careercli.model.sanitize import visible
from careercli.official.releases import NATION, NATION_TITLE
from careercli.presentation.argv import command_line
from careercli.presentation.compare_view import CompareView
from careercli.presentation.views import (
    CatalogView,
    MoveView,
    PathView,
    PayView,
    PlacesView,
    ProfileView,
    SimilarView,
    SkillsView,
    View,
    bare,
    export_argv,
    file_name,
    placed,
)
from careercli.store.marks import Marks
from careercli.tui.catalog_worker import CatalogWorker
from careercli.tui.screens.view_screen import Dialog, ViewScreen
from careercli.tui.session import Notice, Open, Session
from careercli.tui.widgets.keys import actions_of, keys_of

CONTRAST = Theme(
    "high-contrast", primary="#ffffff", secondary="#ffff00", accent="#ffff00", foreground="#ffffff",
    background="#000000", surface="#000000", panel="#000000", warning="#ffff00", error="#ffffff", success="#ffffff",
)  # fmt: skip
THEMES = ("textual-dark", "textual-light", "high-contrast")

Export = Callable[[Sequence[str]], str]
"""Runs a command line; returns one line to show, or an empty string. Raises OSError if the file cannot be written."""

_PROGRESS_AFTER = 0.5
"""Seconds after which a line says that a file is being written."""

_PATIENCE = 1.0
"""Seconds that a key waits for the one before it to be answered."""

_STARTUP = 2.0
"""Seconds after which the first screens are drawn and the garbage collector may run."""


class Explorer(Session, inherit_bindings=False):
    """Opens a screen for each of `views`, the last on top; `export` writes a view to a file, None disables that.

    `place` is where wages are shown at first, None for the nation. An empty `theme` is the first of THEMES;
    `keep_theme` is told which one the user chooses.
    """

    CSS_PATH = "careercli.tcss"
    TITLE = "careercli"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", show=False, tooltip="to the view before"),
        Binding("at", "place", "place", priority=True, tooltip="choose the place of all wages: a state or an area"),
        Binding("w", "where", "where", tooltip="where the role under the cursor is paid what, by state or area"),
        Binding("y", "copy_command", "copy", tooltip="copy the command that prints this"),
        Binding("e", "export", "save", show=False, tooltip="save, export, write: this view to a file"),
        Binding("o", "show_address", "address", show=False, tooltip="where the source under the cursor is to be found"),
        Binding("question_mark", "help", "help", tooltip="every key of this screen"),
        Binding("m", "similar", "more like it", tooltip="what is near the role under the cursor, and why"),
        Binding("R", "routes", "routes", tooltip="where the role leads, or routes between two roles"),
        Binding("I", "missing", "missing", tooltip="skills missing from one role to the other, or a role's"),
        Binding("ctrl+p", "command_palette", "palette", show=False, tooltip="look for an action by its name"),
        Binding("ctrl+t", "next_theme", "colors", show=False, tooltip="dark, light or high contrast"),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, tooltip="back to the shell; fg goes on"),
        Binding("q", "leave", "back", tooltip="to the view before; from the first, quit"),
        Binding("q", "quit", "quit", tooltip="quit"),
        Binding("ctrl+c", "quit", "quit", show=False, priority=True, tooltip="quit from anywhere"),
    ]

    def __init__(
        self,
        questions: CatalogWorker,
        marks: Marks,
        views: Sequence[View],
        today: date,
        wrong: Sequence[str] = (),
        export: Export | None = None,
        place: Area | None = None,
        theme: str = "",
        per: str = "",
        adjust: str = "",
        keep_theme: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(questions, marks, today, wrong, place, per, adjust)
        self.export = export
        self._views = views
        self.register_theme(CONTRAST)
        self.start_theme = theme or THEMES[0]
        self._keep_theme = keep_theme

    def on_mount(self) -> None:
        self.theme = self.start_theme
        self.set_timer(_STARTUP, lambda: self.run_worker(self._warm_up(), group="start"))
        for view in self._views:
            self._push(self.as_set(view))

    async def _warm_up(self) -> None:
        """Enable the garbage collector once the first screen and the catalog are there: it leaves these alone."""
        await self.questions.listing(False, self.area)
        gc.freeze()
        gc.enable()

    # -- screens

    @property
    def shown(self) -> ViewScreen:
        """The topmost view screen, even under a dialog."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, ViewScreen))

    @on(Notice)
    def _show_notice(self, message: Notice) -> None:
        if isinstance(self.screen, ViewScreen | Dialog):
            self.screen.tell(message.line, message.is_problem)
        else:
            self.clear_notifications()
            self.notify(
                visible(message.line), severity="warning" if message.is_problem else "information", markup=False
            )

    @on(Open)
    def _open(self, message: Open) -> None:
        # Keys pressed while a screen opens still reach the one below.
        view, screen = self.as_set(message.view), self.screen
        shown = (screen.view, screen.opened) if isinstance(screen, ViewScreen) else ()
        if not any(type(each) is type(view) and each == view for each in shown):
            self._push(view)

    def _push(self, view: View) -> None:
        module, name = _SCREENS[type(view)]
        self.push_screen(getattr(import_module(f"careercli.tui.screens.{module}"), name)(self, view))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yield every action of the screen and every theme, for the command palette."""
        for key in actions_of(screen):
            yield SystemCommand(key.label, f"key {key.key}", partial(self._run, screen, key.action))
        for name in THEMES:
            yield SystemCommand(f"theme {name}", "colors", partial(self._choose_theme, name))

    async def _run(self, screen: Screen[Any], action: str) -> None:
        active = (each for each in screen.active_bindings.values() if each.binding.action == action)
        node = next((each.node for each in active), screen)
        await self.run_action(action, node)

    async def on_event(self, event: events.Event) -> None:
        """Answer keys one at a time; drop mouse events outside the screen, which would clear the focus."""
        if isinstance(event, events.Key) and not event.is_forwarded and self.screen_stack:
            await self._finish_keys()
            if await self._run_binding(event):
                return
        is_outside = isinstance(event, events.MouseEvent) and not self.screen.region.contains(event.x, event.y)
        if not is_outside or self.mouse_captured:  # A drag may leave the screen.
            await super().on_event(event)

    async def _finish_keys(self) -> None:
        """Wait until earlier keys are answered, which may move the focus or open a screen."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                for node in (self.focused or self.screen).ancestors_with_self:
                    if node is not self:
                        await _finish_messages(node)
                await _finish_messages(self.screen)

    async def _run_binding(self, key: events.Key) -> bool:
        """Run the action of a key that is not typed; return True if there is one.

        Textual itself sends a key up from the focused widget first, so that the keys behind it overtake its action.
        """
        field = self.focused
        if isinstance(field, Input) and field.check_consume_key(key.key, key.character):
            return False
        found = self.screen.active_bindings.get(key.key)
        return found is not None and await self.run_action(found.binding.action, found.node)

    # -- actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable the key of places while text is typed, those that open the same again, and `q` that leads back."""
        views = [screen.view for screen in self.screen_stack if isinstance(screen, ViewScreen)]
        if action == "leave":
            return len(views) > 1
        if action == "place":
            return not (isinstance(self.screen, ViewScreen) and isinstance(self.focused, Input))
        return not (views and isinstance(views[-1], _SAME.get(action, ())))

    async def action_back(self) -> None:
        """Close the screen, unless it is the last."""
        if len(self.screen_stack) > 2:
            self.pop_screen()

    async def action_leave(self) -> None:
        await self.action_back()

    async def action_place(self) -> None:
        from careercli.tui.dialogs.place_picker import PlacePicker

        # Awaited, so that keys typed right after the one that opens it arrive there.
        await self.push_screen(PlacePicker(self.place.title if self.place else NATION_TITLE), self._move_to)

    def _move_to(self, area: Area | None) -> None:
        """Show every screen in another place."""
        if area:
            self.place = None if area.code == NATION else area
            for screen in self.screen_stack:
                if isinstance(screen, ViewScreen):
                    screen.move_to(self.area)

    def action_where(self) -> None:
        role = self.shown.role
        if not role:
            self.tell("no role is under the cursor")
            return
        try:
            role = role_behind(role) if is_own(role) else role
        except CareerError as error:
            self.tell(str(error), is_problem=True)
        else:
            self.shown.post_message(Open(PlacesView(bare(role), directories=self.shown.view.directories)))

    def action_similar(self) -> None:
        self._open_ends(SimilarView, (self.shown.role,))

    def action_routes(self) -> None:
        start, *others = self.shown.ends
        place = start.partition("@")[2]
        end = next((placed(bare(other), place) for other in others if bare(other) != bare(start)), "")
        self._open_ends(PathView, (start, end) if end else (start,))

    def action_missing(self) -> None:
        self._open_ends(SkillsView, tuple(dict.fromkeys(map(bare, self.shown.gap_ends))))

    def _open_ends(self, kind: Callable[..., MoveView], roles: tuple[str, ...]) -> None:
        """Open a view of these roles, or say that there is none."""
        if not all(roles):
            self.tell("no role is under the cursor")
            return
        area = self.area and NATION  # Where an id names no place.
        self.shown.post_message(Open(kind(roles, directories=self.shown.view.directories, area=area)))

    def action_help(self) -> None:
        from careercli.tui.dialogs.help import HelpDialog

        self.push_screen(HelpDialog(keys_of(self.screen, all_of_them=True), command_line(self.shown.view.argv())))

    def action_copy_command(self) -> None:
        self.copy(command_line(self.shown.view.argv()))

    async def action_export(self) -> None:
        """Ask for a file name and write the view to that file."""
        from careercli.tui.dialogs.export import ExportDialog

        view, export = self.shown.view, self.export

        def write_to(path: str | None) -> None:
            if path and export:
                self.run_worker(self._write(export, export_argv(view, path), path), group="export")

        if export:
            await self.push_screen(ExportDialog(file_name(view)), write_to)

    async def _write(self, export: Export, argv: list[str], path: str) -> None:
        """Write a file on another thread and show the outcome, and a line before that if it takes long."""
        # Not asyncio's own pool: quitting would wait for its threads.
        thread = ThreadPoolExecutor(1, "export")
        writing = asyncio.get_running_loop().run_in_executor(thread, export, argv)
        if not (await asyncio.wait({writing}, timeout=_PROGRESS_AFTER))[0]:
            self.tell(f"writing {path}…")
        try:
            note = await writing
        except OSError as error:
            self.tell(str(error), is_problem=True)
        else:
            self.tell(f"{path} is written{f'; {note}' if note else ''}")

    def action_show_address(self) -> None:
        """Show the addresses of the sources under the cursor, one of which can be copied or opened."""
        from careercli.tui.dialogs.source_dialog import SourceDialog

        def copy_if_chosen(address: str | None) -> None:
            if address:
                self.copy(address)

        if sources := self.shown.sources:
            self.push_screen(SourceDialog(sources), copy_if_chosen)
        else:
            self.tell("no source with an address is under the cursor")

    def action_next_theme(self) -> None:
        at = THEMES.index(self.theme) if self.theme in THEMES else -1
        self._choose_theme(THEMES[(at + 1) % len(THEMES)])

    def _choose_theme(self, name: str) -> None:
        self.theme = name
        if self._keep_theme:
            self._keep_theme(name)


_SCREENS = {
    CatalogView: ("catalog", "CatalogScreen"),
    CompareView: ("compare", "CompareScreen"),
    ProfileView: ("profile", "ProfileScreen"),
    PayView: ("pay", "PayScreen"),
    PlacesView: ("places", "PlacesScreen"),
    SimilarView: ("list_screen", "ListScreen"),
    PathView: ("routes", "RoutesScreen"),
    SkillsView: ("skills", "SkillsScreen"),
}
"""View -> module and class of its screen, imported when first opened."""

_SAME = {"where": PlacesView, "missing": SkillsView}
"""Action -> the view that it opens, on whose screen it would open the same again."""


async def _finish_messages(node: DOMNode) -> None:
    """Wait until a node has answered the messages that it has."""
    is_answered = asyncio.Event()
    if node.call_later(is_answered.set):
        await is_answered.wait()


def crash_line(error: BaseException) -> str:
    """Return one line that describes the error that ended the explorer, with file and line unless it is ours."""
    if isinstance(error, CareerError):
        return str(error)
    last = extract_tb(error.__traceback__, limit=-1)
    location = f" at {last[0].filename}:{last[0].lineno}" if last else ""
    return f"the explorer crashed: {type(error).__name__}: {error}{location}"
