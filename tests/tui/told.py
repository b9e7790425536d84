"""What the explorer says for a moment."""

from careercli.tui.screens.view_screen import Dialog, ViewScreen
from careercli.tui.widgets.text_panel import Text
from tests.tui.conftest import Driven


def told(it: Driven) -> str:
    """What is said now, in the place of the command or above the keys of what lies over it; empty where nothing is."""
    screen = it.app.screen
    if isinstance(screen, Dialog):
        return screen.query_one("#notice", Text).lines[0]
    return screen._notice if isinstance(screen, ViewScreen) else ""
