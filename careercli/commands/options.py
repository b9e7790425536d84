"""The options that commands share, each spelled once, and the request they make."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from inspect import Parameter, Signature, signature
from typing import Annotated, Any

import typer

from careercli.catalog.catalog import Catalog
from careercli.commands.output import STDOUT
from careercli.commands.request import Request, silent
from careercli.errors import UsageError, did_you_mean
from careercli.formats import FORMATS, LATER, PROFILE, SUFFIXES
from careercli.model.claims import PERIODS
from careercli.model.fields import SECTIONS
from careercli.profiles.directories import directories
from careercli.store.marks import MARKED


def _format_of(formats: Sequence[str]) -> Any:
    """The option that takes one of these formats."""
    return Annotated[str, typer.Option("-f", "--format", metavar="FORMAT", help=", ".join(formats) + ".")]


def _sort_by(said: str) -> Any:
    """The option that takes the key to sort by."""
    return Annotated[str, typer.Option("--sort", metavar="KEY", help=said)]


_SORT = "Sort by this; wages by official figures."

SHARED: dict[str, tuple[Any, Any]] = {
    "format": (_format_of(FORMATS), ""),
    "output": (Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")], ""),
    "columns": (Annotated[str, typer.Option("--columns", metavar="A,B", help="Show only these, in this order.")], ""),
    "sort": (_sort_by(_SORT), ""),
    "descending": (Annotated[bool, typer.Option("--desc", help="Sort from high to low.")], False),
    "limit": (Annotated[int | None, typer.Option("--limit", metavar="N", help="Print at most N rows.")], None),
    "no_header": (Annotated[bool, typer.Option("--no-header", help="Leave out the line of column names.")], False),
    "safe_cells": (
        Annotated[bool, typer.Option("--safe-cells", help="CSV, TSV: no text that a spreadsheet runs.")],
        False,
    ),
    "color": (Annotated[str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")], "auto"),
    "no_pager": (Annotated[bool, typer.Option("--no-pager", help="Never page a long table.")], False),
    "directories": (
        Annotated[list[str] | None, typer.Option("--roles", metavar="DIR", help="Look for profiles here first.")],
        None,
    ),
    "verbose": (Annotated[bool, typer.Option("-v", "--verbose", help="Say on stderr what is read.")], False),
}
"""Every row command takes these: name -> type with its spelling, and default."""

Per = Annotated[str, typer.Option("--per", metavar="PERIOD", help="Wages per year or hour.")]
Sections = Annotated[str, typer.Option("--section", metavar="A,B", help=f"Of {', '.join(SECTIONS)}.")]
Full = Annotated[bool, typer.Option("--full", help="Every section and every claim.")]


def completed(incomplete: str) -> list[str]:
    """What a shell may complete a role's name to: the ids, and what stands for all marked roles."""
    catalog = Catalog(directories((), os.environ, silent), silent)
    return [name for name in (*catalog.ids(), MARKED) if name.startswith(incomplete)]


def shares_options(
    command: Callable[..., None], formats: Sequence[str] = FORMATS, piped: str = "tsv", sort: str = _SORT
) -> Callable[..., None]:
    """Give `command` the shared options and hand it the request they make as its first argument.

    `formats` are those it can write, `piped` the one it writes where nothing is asked and nobody looks;
    `sort` is the help of --sort.
    """
    own = list(signature(command, eval_str=True).parameters.values())[1:]
    options = SHARED | {"format": (_format_of(formats), ""), "sort": (_sort_by(sort), "")}
    shared = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in options.items()
    ]

    def run(**given: Any) -> None:
        asked = {name: given.pop(name) for name in SHARED}
        asked["directories"] = tuple(asked["directories"] or ())
        command(_checked(asked, formats, piped), **given)

    parameters = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in own] + shared
    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    run.__doc__ = command.__doc__
    return run


def _checked(asked: Mapping[str, Any], formats: Sequence[str], piped: str) -> Request:
    request = dict(asked)
    if asked["output"] in STDOUT:
        request["output"] = ""
    request["format"] = _format(asked["format"], request["output"], formats, piped)
    request["sort"] = asked["sort"].strip()
    if "," in request["sort"]:
        raise UsageError(f"--sort: takes one key, not “{request['sort']}”")
    if asked["limit"] is not None and asked["limit"] < 0:
        raise UsageError("--limit: a number of rows is zero or more")
    one_of(asked["color"], ("auto", "always", "never"), "--color")
    return Request(**request)


def _format(asked: str, output: str, formats: Sequence[str], piped: str) -> str:
    """The format asked for, or that of the file's suffix, or the one this output usually gets."""
    if asked:
        said, name = "--format", asked
    elif output:
        suffix = os.path.basename(output).rpartition(".")[2].lower()
        if suffix not in SUFFIXES:
            raise UsageError(f"--output: “{output}” has no suffix of a format; add -f {', -f '.join(formats)}")
        said, name = "--output", SUFFIXES[suffix]
    else:
        return "table" if sys.stdout is not None and sys.stdout.isatty() else piped
    if name in LATER:
        raise UsageError(f"{said}: the format {name} does not exist yet; use {', '.join(formats)}")
    if name == PROFILE and PROFILE not in formats:
        raise UsageError(f"{said}: cannot be “{asked or output}”; careercli show ROLE -f {PROFILE} writes a profile")
    return one_of(name, (*formats, *LATER), said)


def one_of(asked: str, known: Sequence[str], option: str) -> str:
    """`asked`, where it is known; else exit 2 with what is."""
    if asked not in known:
        names = [name for name in known if name not in LATER]
        hint = did_you_mean(asked, names) or f"; use {', '.join(names)}"
        raise UsageError(f"{option}: cannot be “{asked}”{hint}")
    return asked


def checked_period(asked: str) -> str:
    """`year` or `hour`, or empty where nothing was asked."""
    return one_of(asked, PERIODS, "--per") if asked else ""
