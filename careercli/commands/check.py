"""careercli check [PATH…]: everything wrong with profiles, at once, with how to mend it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Annotated

import typer

from careercli.catalog import Catalog
from careercli.commands.options import Request, shares_options, silent
from careercli.commands.output import sorted_rows, table_style, write, write_rows
from careercli.commands.stderr import say
from careercli.errors import Problem, UsageError
from careercli.formats import FORMATS
from careercli.model.claims import Value
from careercli.presentation.rows import chosen
from careercli.profiles.checks import check
from careercli.profiles.checks.check import Finding
from careercli.profiles.directories import directories, files_in
from careercli.profiles.filenames import absolute

COLUMNS = ("file", "line", "column", "severity", "code", "message", "hint")

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", show_default=False, help="Files and folders; without, all in use."),
]


@partial(shares_options, piped="table", sort="Sort by this column.")
def run(request: Request, paths: Paths = None) -> None:
    """Tell everything that is wrong with profiles, and what looks like a slip. Exit 1 where there is an error.

    \b
    careercli check
    careercli check my-role.yaml ~/offers
    careercli check -f json
    """
    if "" in (paths or ()):
        raise UsageError("check: a path is empty; without any, check looks at all profiles in use")
    if request.format == "table" and (request.columns or request.sort or request.descending):
        *most, last = (each for each in FORMATS if each != "table")
        raise UsageError(f"check: --columns, --sort and --desc go with -f {', '.join(most)} or {last}")
    columns = chosen(request.columns, COLUMNS, "a problem")
    within = directories(request.directories, os.environ, say)
    beside = Catalog(within, silent).paths() if paths else {}
    named = _once(paths or ())
    mistaken = {path: problem for path in named if (problem := _nothing_at(path, beside))}
    files = _files(path for path in named or within if path not in mistaken)
    findings = [Finding(path, problem) for path, problem in mistaken.items()] + check.check(files, beside)
    records = sorted_rows(request, COLUMNS, [_row(finding) for finding in findings], "a problem")
    if request.format == "table":
        _write_lines(request, findings)
        say(_summary(files, findings))
    else:
        write_rows(request, columns, records)
    if any(not finding.problem.is_warning for finding in findings):
        raise typer.Exit(1)


def _nothing_at(path: str, roles: Mapping[str, str]) -> Problem | None:
    """Why there is nothing to check at a path that was named; `roles` are the files of the ids in use."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        role = roles.get(path.casefold())
        hint = "check takes files and folders" + (f"; that role is in {role}" if role else "")
        return Problem(0, 0, f"{error.strerror}", hint, "not-readable")
    except (OSError, ValueError):
        return None  # Who reads it says why that cannot be done.
    if os.path.isdir(path) and not files_in(path):
        hint = "profiles are *.yaml and *.yml files of this very folder"
        return Problem(0, 0, "no profile is directly inside", hint, "not-readable")
    return None


def _files(paths: Iterable[str]) -> list[str]:
    """Every file to look at, once: those named, and those directly inside the folders named."""
    return _once(each for path in paths for each in (files_in(path) if os.path.isdir(path) else [path]))


def _once(paths: Iterable[str]) -> list[str]:
    """The paths without those that lead where an earlier one does."""
    found: dict[str, str] = {}
    for path in paths:
        found.setdefault(absolute(path), path)
    return list(found.values())


def _row(finding: Finding) -> dict[str, Value]:
    problem = finding.problem
    severity = "warning" if problem.is_warning else "error"
    said = (problem.line or None, problem.column or None, severity, problem.code, problem.message, problem.hint or None)
    return dict(zip(COLUMNS, (finding.file, *said), strict=True))


def _write_lines(request: Request, findings: Sequence[Finding]) -> None:
    from careercli.formats.problems import as_lines  # It loads rich, which programs do without.

    with_caret = not request.output and sys.stdout.isatty()
    write(request, "".join(as_lines(findings[: request.limit], table_style(request), with_caret)))


def _summary(files: Sequence[str], findings: Sequence[Finding]) -> str:
    """`22 profiles: no error, no warning`."""
    warnings = sum(finding.problem.is_warning for finding in findings)
    counts = [_count(len(findings) - warnings, "error"), _count(warnings, "warning")]
    return f"{_count(len(files), 'profile')}: {', '.join(counts)}"


def _count(number: int, what: str) -> str:
    """`no error`, `1 error`, `2 errors`."""
    return f"{number or 'no'} {what}{'s' if number > 1 else ''}"
