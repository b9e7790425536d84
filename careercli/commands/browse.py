"""careercli browse [ROLE...]: the explorer."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Annotated

import typer

from careercli.catalog.catalog import Catalog
from careercli.commands.marked_names import names_of
from careercli.commands.options import names_argument
from careercli.commands.output import write_to
from careercli.commands.request import Directories, silent
from careercli.commands.settings import directories_in_use, in_force, settings_path
from careercli.commands.stderr import say
from careercli.errors import CareerError, UsageError, suggestion
from careercli.model.claims import Area
from careercli.official.releases import NATION
from careercli.presentation.argv import command_line
from careercli.presentation.compare_view import CompareView
from careercli.presentation.views import CatalogView, ProfileView, View
from careercli.profiles.filenames import index_path
from careercli.store.marks import Marks, marks_path
from careercli.store.state import remember, remembered, state_path

Pick = Annotated[bool, typer.Option("--pick", help="Print the marked names when you leave.")]
Names = Annotated[list[str] | None, names_argument("[ROLE...]", "Open this role, or compare these.")]

_PROGRAM = "import sys; sys.path.insert(0, sys.argv.pop(1)); from careercli.__main__ import main; main()"
"""Runs this copy of careercli; modules in the current folder are not imported."""

_TIMEOUT = 60
"""Seconds; writing to a pipe without a reader never ends."""


def run(roles: Names = None, pick: Pick = False, directories: Directories = None) -> None:
    """Explore the catalog on the whole screen: filter, mark, compare, and open the evidence of any figure.

    \b
    careercli browse
    careercli browse noc-tech@OH noc-tech@WA
    careercli compare $(careercli browse --pick)
    """
    wrong: list[str] = []
    catalog = Catalog(directories_in_use(directories, say), wrong.append, silent, index_path(os.environ))
    _check_terminal(roles or (), tuple(directories or ()), pick)
    place = catalog.area(in_force("area"))
    here = catalog.in_place(place.code if place else "")
    ids = tuple(subject.id for subject in here.find_all(names_of(here, roles or ())))
    views = views_of(ids, tuple(directories or ()), place.code if place else "")
    marks = Marks(marks_path(os.environ))
    code = _explore(catalog, views, wrong, place, marks)
    if pick and not code:
        write_to("", "".join(f"{mark}\n" for mark in marks.ids if catalog.has_id(mark)))
    raise typer.Exit(code)


def views_of(ids: Sequence[str], given: tuple[str, ...], area: str = "") -> list[View]:
    """Return the catalog, and upon it the profile of one role or the comparison of several.

    `area` is the code of the place in force; ids in the nation then need to say so on a command line.
    """
    nation = NATION if area else ""
    views: list[View] = [CatalogView(directories=given, area=area)]
    if len(ids) == 1:
        views.append(ProfileView(ids[0], directories=given, area=nation))
    elif ids:
        views.append(CompareView(tuple(ids), directories=given, area=nation))
    return views


def _check_terminal(names: Sequence[str], given: tuple[str, ...], pick: bool) -> None:
    """Raise UsageError, with the command to use instead, where there is no terminal to explore on.

    The explorer draws on stderr; with `pick` stdout is for the names alone.
    """
    streams = (sys.stdin, sys.stderr) if pick else (sys.stdin, sys.stdout, sys.stderr)
    is_terminal = all(stream is not None and stream.isatty() for stream in streams)
    if is_terminal and os.environ.get("TERM", "dumb") not in ("", "dumb"):
        return
    instead = command_line(views_of(names, given)[-1].argv())
    needed = "input and errors" if pick else "input, output and errors"
    raise UsageError(f"browse needs a terminal for {needed}; use {instead}")


def _explore(catalog: Catalog, views: Sequence[View], wrong: list[str], place: Area | None, marks: Marks) -> int:
    """Run the explorer to its end and return its exit code. Raises CareerError for an unknown theme."""
    if not os.environ.get("NO_COLOR", "set"):
        del os.environ["NO_COLOR"]  # Textual takes it as set, the convention as unset.
    from careercli.tui.catalog_worker import CatalogWorker

    questions = CatalogWorker(catalog, place.code if place else "")
    from careercli.tui.app import Explorer, crash_line

    kept = state_path(os.environ, "theme")
    theme, today, per, adjust = in_force("theme"), date.today(), in_force("per"), in_force("adjust")
    app = Explorer(questions, marks, views, today, wrong, export, place, theme, per, adjust, partial(remember, kept))
    if theme and theme not in app.available_themes:
        hint = suggestion(theme, app.available_themes) or f"use {', '.join(sorted(app.available_themes))}"
        raise CareerError(f"{settings_path(os.environ)}: there is no theme “{theme}”; {hint}")
    if not theme and (last := remembered(kept)) in app.available_themes:
        app.start_theme = last
    app.run()
    if app.broke is not None:
        raise CareerError(crash_line(app.broke))
    return app.return_code or 0


def export(argv: Sequence[str]) -> str:
    """Run a command line in another process and return what it writes on stderr, as one line.

    Raises OSError with that line if the command fails or takes over 60 seconds.
    """
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", _PROGRAM, package, *argv],
            check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=_TIMEOUT,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise OSError(f"not written within {_TIMEOUT} seconds") from None
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    messages = "; ".join(line.removeprefix("careercli: ") for line in lines)
    if done.returncode:
        raise OSError(messages or f"exit code {done.returncode}")
    return messages
