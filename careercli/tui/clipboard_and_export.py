"""What a person takes away from any screen: its command, its rows in a file, the address of a source."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from careercli.presentation.views import export_argv, file_name

if TYPE_CHECKING:
    from careercli.tui.app import Explorer

SOON = 0.5
"""Seconds after which a person wants to know that something is under way."""


def copy(explorer: Explorer, text: str) -> None:
    """Copy a text and show it; some terminals copy nothing, so it can be typed."""
    explorer.copy_to_clipboard(text)
    explorer.tell(f"copied, if the terminal lets programs copy: {text}")


def copy_command(explorer: Explorer) -> None:
    """Copy the command that prints what the screen shows."""
    copy(explorer, explorer.shown.view.command())


def export(explorer: Explorer) -> None:
    """Ask for the name of a file and write the view to it."""
    view = explorer.shown.view
    if explorer.export is None:
        return
    from careercli.tui.dialogs.export import ExportDialog

    def write(path: str | None) -> None:
        if path:
            explorer.run_worker(_write(explorer, export_argv(view, path), path), group="export")

    explorer.push_screen(ExportDialog(file_name(view)), write)


async def _write(explorer: Explorer, argv: list[str], path: str) -> None:
    """Write a file in a thread, and say what became of it; before that only where it takes long."""
    assert explorer.export
    # A thread of its own: whoever quits need not wait for it.
    thread = ThreadPoolExecutor(1, "export")
    writing = asyncio.get_running_loop().run_in_executor(thread, explorer.export, argv)
    if not (await asyncio.wait({writing}, timeout=SOON))[0]:
        explorer.tell(f"writing {path}…")
    try:
        said = await writing
    except OSError as error:
        explorer.tell(str(error), is_wrong=True)
    else:
        explorer.tell(f"{path} is written{f'; {said}' if said else ''}")


def show_address(explorer: Explorer) -> None:
    """Show where the sources under the cursor are to be found."""
    sources = explorer.shown.sources
    if not sources:
        explorer.tell("no source with an address is under the cursor")
        return
    from careercli.tui.dialogs.source_dialog import SourceDialog

    explorer.push_screen(SourceDialog(explorer, sources))
