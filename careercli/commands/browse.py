"""careercli browse [ROLE...]: the explorer."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from careercli.catalog.catalog import Catalog
from careercli.commands.exporting import export
from careercli.commands.marked_names import names_of
from careercli.commands.options import names_argument
from careercli.commands.request import Directories, silent
from careercli.commands.stderr import say
from careercli.errors import CareerError, UsageError
from careercli.presentation.views import CatalogView, CompareView, ProfileView, View, command_line
from careercli.profiles.directories import directories
from careercli.profiles.filenames import index_path
from careercli.store.marks import Marks, marks_path

Names = Annotated[list[str] | None, names_argument("[ROLE...]", "Open this role, or compare these.")]


def run(roles: Names = None, given: Directories = None) -> None:
    """Explore the catalog on the whole screen: filter, mark, compare, and open the evidence of any figure.

    \b
    careercli browse
    careercli browse noc-tech
    careercli browse noc-tech support-tech
    """
    wrong: list[str] = []
    catalog = Catalog(directories(given or (), os.environ, say), wrong.append, silent, index_path(os.environ))
    _check_terminal(roles or (), tuple(given or ()))
    ids = tuple(subject.id for subject in catalog.find_all(names_of(catalog, roles or ())))
    raise typer.Exit(_explore(catalog, views_of(ids, tuple(given or ())), wrong))


def views_of(ids: Sequence[str], given: tuple[str, ...]) -> list[View]:
    """The catalog, and upon it the profile of one role or the comparison of several."""
    views: list[View] = [CatalogView(directories=given)]
    if len(ids) == 1:
        views.append(ProfileView(ids[0], directories=given))
    elif ids:
        views.append(CompareView(tuple(ids), directories=given))
    return views


def _check_terminal(names: Sequence[str], given: tuple[str, ...]) -> None:
    """Raise UsageError, with the command to use instead, where there is no terminal to explore on."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    is_terminal = all(stream is not None and stream.isatty() for stream in streams)
    if is_terminal and os.environ.get("TERM", "dumb") not in ("", "dumb"):
        return
    instead = command_line(views_of(names, given)[-1].argv())
    raise UsageError(f"browse needs a terminal for input, output and errors; use {instead}")


def _explore(catalog: Catalog, views: Sequence[View], wrong: list[str]) -> int:
    """Run the explorer to its end; its exit code."""
    if not os.environ.get("NO_COLOR", "set"):
        del os.environ["NO_COLOR"]  # Textual takes it as set, the convention as unset.
    from careercli.tui.catalog_worker import CatalogWorker

    questions = CatalogWorker(catalog)
    from careercli.tui.app import Explorer, crash_line

    app = Explorer(questions, Marks(marks_path(os.environ)), views, date.today(), wrong, export)
    app.run()
    if app.broke is not None:
        raise CareerError(crash_line(app.broke))
    return app.return_code or 0
