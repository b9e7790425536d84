"""What the explorer says for a moment."""

from __future__ import annotations

from careercli.tui.screen import ViewScreen
from tests.tui.conftest import Driven


def told(it: Driven) -> str:
    """The line that is said now, in the place of the command or beside it; empty where there is none."""
    screen = it.app.screen
    if isinstance(screen, ViewScreen) and screen._told:
        return screen._told
    return next((said.message for said in reversed(list(it.app._notifications))), "")
