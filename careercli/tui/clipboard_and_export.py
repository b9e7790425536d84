"""Copy a view's command, write a view to a file, and show the addresses of sources."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from careercli.model.claims import Source
from careercli.presentation.views import View, export_argv, file_name
from careercli.tui.session import Session

Export = Callable[[Sequence[str]], str]
"""Runs a command line; returns one line to show, or an empty string. Raises OSError if the file cannot be written."""

PROGRESS_AFTER = 0.5
"""Seconds after which a line says that a file is being written."""


def copy(session: Session, text: str) -> None:
    """Copy a text and show it, because some terminals ignore the request."""
    session.copy_to_clipboard(text)
    session.tell(f"copied, if the terminal lets programs copy: {text}")


async def export(session: Session, view: View, write: Export) -> None:
    """Ask for a file name and write the view to that file."""
    from careercli.tui.dialogs.export import ExportDialog

    def write_to(path: str | None) -> None:
        if path:
            session.run_worker(_write(session, write, export_argv(view, path), path), group="export")

    await session.push_screen(ExportDialog(file_name(view)), write_to)


async def _write(session: Session, write: Export, argv: list[str], path: str) -> None:
    """Write a file on another thread and show the outcome, and a line before that if it takes long."""
    # Not asyncio's own pool: quitting would wait for its threads.
    thread = ThreadPoolExecutor(1, "export")
    writing = asyncio.get_running_loop().run_in_executor(thread, write, argv)
    if not (await asyncio.wait({writing}, timeout=PROGRESS_AFTER))[0]:
        session.tell(f"writing {path}…")
    try:
        note = await writing
    except OSError as error:
        session.tell(str(error), is_problem=True)
    else:
        session.tell(f"{path} is written{f'; {note}' if note else ''}")


def show_addresses(session: Session, sources: Sequence[Source]) -> None:
    """Show the addresses of these sources, one of which can be copied or opened."""
    if not sources:
        session.tell("no source with an address is under the cursor")
        return
    from careercli.tui.dialogs.source_dialog import SourceDialog

    def copy_if_chosen(address: str | None) -> None:
        if address:
            copy(session, address)

    session.push_screen(SourceDialog(sources), copy_if_chosen)
