"""careercli check [PATH...]: check profiles for errors and doubtful values."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Annotated

import typer

from careercli.catalog.catalog import Catalog
from careercli.commands.options import shares_options
from careercli.commands.output import table_style, write, write_rows
from careercli.commands.request import Request, silent
from careercli.commands.settings import directories_in_use
from careercli.commands.stderr import say
from careercli.errors import Problem, UsageError
from careercli.formats import FORMATS
from careercli.formats.problems import as_lines
from careercli.model.claims import Value
from careercli.presentation.rows import chosen, sorted_rows
from careercli.profiles.checks import check
from careercli.profiles.checks.check import Finding
from careercli.profiles.directories import files_in
from careercli.profiles.filenames import absolute
from careercli.store import official
from careercli.store.retired_codes import retirement

COLUMNS = ("file", "line", "column", "severity", "code", "message", "hint")

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", show_default=False, help="Files and folders; default: all profiles in use."),
]


@partial(shares_options, piped="table", sort="Sort by this column.")
def run(request: Request, paths: Paths = None) -> None:
    """Check profiles for errors and doubtful values. Exit 1 if there is an error.

    \b
    careercli check
    careercli check my-role.yaml ~/offers
    careercli check -f json
    """
    if "" in (paths or ()):
        raise UsageError("check: a path is empty; without a path, check reads all profiles in use")
    if request.format == "table" and (request.columns or request.sort or request.descending):
        *most, last = (each for each in FORMATS if each != "table")
        raise UsageError(f"check: --columns, --sort and --desc need -f {', '.join(most)} or {last}")
    columns = chosen(request.columns, COLUMNS, "a problem")
    in_use = directories_in_use(request.directories, say)
    others = Catalog(in_use, silent).paths() if paths else {}
    given = _unique(paths or ())
    unusable = {path: problem for path in given if (problem := _path_problem(path, others))}
    files = _files(path for path in given or in_use if path not in unusable)
    findings = [Finding(path, problem) for path, problem in unusable.items()]
    findings += check.check(files, others, official.codes(), retirement)
    rows = [_row(finding) for finding in findings]
    records = sorted_rows(COLUMNS, rows, "a problem", request.sort, request.descending)
    if request.format == "table":
        _write_lines(request, findings)
        say(_summary(files, findings))
    else:
        write_rows(request, columns, records)
    if any(not finding.problem.is_warning for finding in findings):
        raise typer.Exit(1)


def _path_problem(path: str, roles: Mapping[str, str]) -> Problem | None:
    """Return the problem of a path without a profile; `roles` maps the ids in use to their files, for the hint."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        role = roles.get(path.casefold())
        hint = "give files or folders" + (f"; that role is in {role}" if role else "")
        return Problem(0, 0, f"{error.strerror}", hint, "not-readable")
    except (OSError, ValueError):
        return None  # Reading the file reports the reason.
    if os.path.isdir(path) and not files_in(path):
        hint = "check reads *.yaml and *.yml, but not in subfolders"
        return Problem(0, 0, "no profile in this folder", hint, "not-readable")
    return None


def _files(paths: Iterable[str]) -> list[str]:
    """Return the files among `paths` and those directly inside the folders among them, without duplicates."""
    return _unique(each for path in paths for each in (files_in(path) if os.path.isdir(path) else [path]))


def _unique(paths: Iterable[str]) -> list[str]:
    """Return the paths without those that name the same file as an earlier one."""
    found: dict[str, str] = {}
    for path in paths:
        found.setdefault(absolute(path), path)
    return list(found.values())


def _row(finding: Finding) -> dict[str, Value]:
    problem = finding.problem
    severity = "warning" if problem.is_warning else "error"
    return {
        "file": finding.file, "line": problem.line or None, "column": problem.column or None, "severity": severity,
        "code": problem.code, "message": problem.message, "hint": problem.hint or None,
    }  # fmt: skip


def _write_lines(request: Request, findings: Sequence[Finding]) -> None:
    with_caret = not request.output and sys.stdout.isatty()
    write(request, "".join(as_lines(findings[: request.limit], table_style(request), with_caret)))


def _summary(files: Sequence[str], findings: Sequence[Finding]) -> str:
    """Return `22 profiles: no error, no warning`."""
    warnings = sum(finding.problem.is_warning for finding in findings)
    counts = [_count(len(findings) - warnings, "error"), _count(warnings, "warning")]
    return f"{_count(len(files), 'profile')}: {', '.join(counts)}"


def _count(number: int, noun: str) -> str:
    """Return `no error`, `1 error` or `2 errors`."""
    return f"{number or 'no'} {noun}{'s' if number > 1 else ''}"
