"""The explorer in this process: a fixed day, marks of its own, screens read back as plain text."""

import asyncio
import inspect
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from careercli.catalog.catalog import Catalog
from careercli.commands.browse import views_of
from careercli.presentation.argv import command_line
from careercli.profiles.directories import BUNDLED
from careercli.store.marks import Marks
from careercli.tui.app import Explorer
from careercli.tui.catalog_worker import CatalogWorker

LOW, HIGH = (80, 24), (140, 40)
PATIENCE = 60
"""Seconds after which what was waited for will not come."""

LETTERS = {
    "space": " ",
    "slash": "/",
    "question_mark": "?",
    "full_stop": ".",
    "comma": ",",
    "at": "@",
    "minus": "-",
    "plus": "+",
}
"""Keys whose names are words, and what they type."""


def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


class Driven:
    """The running explorer, its keys and its screen."""

    def __init__(self, app: Any, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each answered before the next."""
        for key in keys:
            self._send(key)
            await self.settle()

    async def press_at_once(self, *keys: str) -> None:
        """Press keys faster than any is answered."""
        for key in keys:
            self._send(key)
        await self.settle()

    def _send(self, key: str) -> None:
        """As the terminal does; Pilot's own way waits 40 ms for each."""
        letter = key if len(key) == 1 else LETTERS.get(key)
        event = events.Key(_character_to_key(key) if len(key) == 1 else key, letter)
        event.set_sender(self.app)
        assert self.app._driver
        self.app._driver.send_message(event)

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def settle(self) -> None:
        """Wait until nothing is under way any more: no message waits, no worker works, nothing is left to be drawn.

        Pilot's own pause waits 20 ms or more for each of several signs that the processor rests.
        """
        still, last = 0, []
        end = time.monotonic() + PATIENCE
        while still < 5:
            await self.pilot.pause(0)
            busy = self._busy
            still, last = (0, busy) if busy else (still + 1, last)
            assert time.monotonic() < end, f"never at rest, last for: {last}"

    @property
    def _busy(self) -> list[str]:
        """What is under way."""
        app, screen = self.app, self.app.screen
        nodes = [app, *screen.walk_children(with_self=True)]
        waiting = [f"{node} waits" for node in nodes if node.message_queue_size or node._next_callbacks]
        working = [f"{worker} works" for worker in app.workers if not worker.is_finished]
        drawing = [f"{widget} is to be drawn" for widget in screen._dirty_widgets]
        layout = ["the layout is old"] if screen._layout_required else []
        return [*waiting, *working, *drawing, *layout, *map(str, screen._callbacks)]

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something that a timer does."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                await self.pilot.pause(0.01)

    async def until_shown(self, text: str) -> None:
        """Wait until the screen says that."""
        await self.until(lambda: text in self.text)

    @property
    def lines(self) -> list[str]:
        """The screen, trailing spaces left out."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(strip.text for strip in row).rstrip() for row in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def cursor_line(self) -> str:
        """The line with the sign of the cursor."""
        return next(line for line in self.lines if "›" in line)

    @property
    def command(self) -> str:
        """The command that the screen says prints the same."""
        return command_line(self.app.screen.view.argv())  # type: ignore[attr-defined]


Explore = Callable[..., AbstractAsyncContextManager[Driven]]


@pytest.fixture
def explore(tmp_path: Path, cache: Path) -> Explore:
    """Start the explorer on a terminal of `size`, as `careercli browse ROLE...` with --roles would.

    `area` is the code of the place in force, `per` and `adjust` are the user's settings.
    """

    @asynccontextmanager
    async def start(
        *roles: str,
        size: tuple[int, int] = LOW,
        given: Sequence[str] = (),
        wait: bool = True,
        area: str = "",
        per: str = "",
        adjust: str = "",
    ) -> AsyncIterator[Driven]:
        wrong: list[str] = []
        catalog = Catalog([*given, BUNDLED], wrong.append, index=str(cache / "careercli" / "profiles-1.sqlite"))
        marks = Marks(str(tmp_path / "state" / "marks"))
        views = views_of(roles, tuple(given), area)
        app = Explorer(
            CatalogWorker(catalog, area), marks, views, date(2026, 11, 21), wrong,
            place=catalog.area(area), per=per, adjust=adjust,
        )  # fmt: skip
        async with app.run_test(size=size, notifications=True) as pilot:
            driven = Driven(app, pilot)
            if wait:
                await driven.settle()
            yield driven

    return start
