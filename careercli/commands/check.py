"""careercli check [PATH…]: everything wrong with profiles, at once, with how to mend it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from careercli import checking
from careercli.catalog import Catalog, directories, files_in
from careercli.checking import Finding
from careercli.commands.options import Request, shares_options, silent
from careercli.commands.output import look_of, sorted_rows, write, write_rows
from careercli.commands.stderr import say
from careercli.errors import UsageError
from careercli.model import Value
from careercli.rows import chosen

COLUMNS = ("file", "line", "column", "severity", "code", "message", "hint")

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", show_default=False, help="Files and folders; without, all in use."),
]


@partial(shares_options, piped="table")
def run(request: Request, paths: Paths = None) -> None:
    """Tell everything that is wrong with profiles, and what looks like a slip. Exit 1 where there is an error.

    \b
    careercli check
    careercli check my-role.yaml ~/offers
    careercli check -f json
    """
    if "" in (paths or ()):
        raise UsageError("check: a path is empty; without any, check looks at all profiles in use")
    columns = chosen(request.columns, COLUMNS, "a problem")
    within = directories(request.directories, os.environ, say)
    files = _files(paths or within)
    beside = {} if not paths else Catalog(within, silent).paths()
    findings = checking.check(files, beside)
    records = sorted_rows(request, COLUMNS, [_row(finding) for finding in findings], "a problem")
    if request.format == "table":
        _write_lines(request, findings)
        say(_summary(files, findings))
    else:
        write_rows(request, columns, records)
    if any(not finding.problem.is_warning for finding in findings):
        raise typer.Exit(1)


def _files(paths: Sequence[str]) -> list[str]:
    """Every file to look at, once: those named, and those directly inside the folders named."""
    found: dict[str, str] = {}
    for path in paths:
        for each in files_in(path) if os.path.isdir(path) else [path]:
            found.setdefault(checking.absolute(each), each)
    return list(found.values())


def _row(finding: Finding) -> dict[str, Value]:
    problem = finding.problem
    severity = "warning" if problem.is_warning else "error"
    said = (problem.line or None, problem.column or None, severity, problem.code, problem.message, problem.hint or None)
    return dict(zip(COLUMNS, (finding.file, *said), strict=True))


def _write_lines(request: Request, findings: Sequence[Finding]) -> None:
    import sys

    from careercli.formats.problems import as_lines

    if request.columns or request.sort or request.descending:
        raise UsageError("check: --columns, --sort and --desc go with -f tsv, csv, json, ndjson or md")
    with_caret = not request.output and sys.stdout.isatty()
    write(request, "".join(as_lines(findings[: request.limit], look_of(request), with_caret)))


def _summary(files: Sequence[str], findings: Sequence[Finding]) -> str:
    """`22 profiles: no error, no warning`."""
    warnings = sum(finding.problem.is_warning for finding in findings)
    counts = [_count(len(findings) - warnings, "error"), _count(warnings, "warning")]
    return f"{_count(len(files), 'profile')}: {', '.join(counts)}"


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if (number in (0, 1) and what != 'profile') or number == 1 else 's'}"
