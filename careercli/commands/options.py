"""The options that several commands share, and the request that a command line makes."""

import os
import sys
from collections.abc import Callable, Sequence
from inspect import Parameter, Signature, signature
from typing import Annotated, Any

import typer

from careercli.commands.marked_names import MARKED
from careercli.commands.output import STDOUT
from careercli.commands.request import Request, silent
from careercli.commands.settings import directories_in_use, in_force
from careercli.errors import CareerError, UsageError, did_you_mean
from careercli.formats import FORMATS, LATER, PROFILE, SUFFIXES
from careercli.model.claims import PERIODS
from careercli.model.fields import SECTIONS
from careercli.profiles.directories import directories, ids_in

Per = Annotated[str, typer.Option("--per", metavar="PERIOD", help="Wages per year or hour.")]
Sections = Annotated[str, typer.Option("--section", metavar="A,B", help=f"Of {', '.join(SECTIONS)}.")]
AreaName = Annotated[str, typer.Option("--area", metavar="PLACE", help="Wages there: a state, a city or a code.")]
MinWage = Annotated[str, typer.Option("--min-wage", metavar="N", help="Official median of N dollars a year or more.")]
Adjust = Annotated[str, typer.Option("--adjust", metavar="prices", help="Wages in the nation's prices too (BEA).")]
AdjustWages = Annotated[
    str, typer.Option("--adjust", metavar="HOW", help="prices: in the nation's (BEA); inflation: in today's (CPI-U).")
]
Full = Annotated[bool, typer.Option("--full", help="Every section and every claim.")]
All = Annotated[bool, typer.Option("--all", help="Every detailed occupation too.")]


def completed(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return what a shell may complete: ids, `@marked`, and the codes of occupations."""
    try:
        ids = ids_in(directories_in_use(ctx.params.get("directories"), silent))
    except CareerError:  # A path that is no directory, or a mistake in config.toml.
        ids = ids_in(directories((), os.environ, silent))
    found = [name for name in (*ids, MARKED) if name.startswith(incomplete)]
    if not incomplete[:2].isdecimal():  # A shell offers only what begins with the letters typed: no code for a title.
        return found
    from careercli.store import official

    return [*found, *(code for code, _, _ in official.titles() if code.startswith(incomplete))]


def names_argument(metavar: str, help: str = "Id, code, title or alias.") -> Any:
    """Return the argument that takes names of roles, which a shell completes."""
    return typer.Argument(metavar=metavar, show_default=False, help=help, autocompletion=completed)


def shares_options(
    command: Callable[..., None],
    formats: Sequence[str] = FORMATS,
    piped: str = "tsv",
    sort: str = "Sort by this; wages by official figures.",
) -> Callable[..., None]:
    """Give `command` the shared options and hand it the request they make as its first argument.

    `formats` are those it can write, `piped` the one it writes where nothing is asked and nobody looks;
    `sort` is the help of --sort.
    """
    own = list(signature(command, eval_str=True).parameters.values())[1:]
    shared = dict(signature(Request).parameters)
    spelled: Any = Annotated[str, typer.Option("-f", "--format", metavar="FORMAT", help=", ".join(formats) + ".")]
    shared["format"] = shared["format"].replace(annotation=spelled)
    spelled = Annotated[str, typer.Option("--sort", metavar="KEY", help=sort)]
    shared["sort"] = shared["sort"].replace(annotation=spelled)

    def run(**given: Any) -> None:
        asked = Request(**{name: given.pop(name) for name in shared})
        command(_checked(asked, formats, piped), **given)

    parameters = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in (*own, *shared.values())]
    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    run.__doc__ = command.__doc__
    return run


def _checked(asked: Request, formats: Sequence[str], piped: str) -> Request:
    output = "" if asked.output in STDOUT else asked.output
    written = _format(asked.format, output, formats, piped)
    sort = asked.sort.strip()
    if "," in sort:
        raise UsageError(f"--sort: takes one key, not “{sort}”")
    if asked.limit is not None and asked.limit < 0:
        raise UsageError("--limit: a number of rows is zero or more")
    one_of(asked.color, ("auto", "always", "never"), "--color")
    return asked._replace(output=output, format=written, sort=sort)


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
    return one_of(name, formats, said)


def one_of(asked: str, known: Sequence[str], option: str) -> str:
    """`asked`, where it is known; else exit 2 with what is."""
    if asked not in known:
        hint = did_you_mean(asked, known) or f"; use {', '.join(known)}"
        raise UsageError(f"{option}: cannot be “{asked}”{hint}")
    return asked


def checked_period(asked: str) -> str:
    """Return `year` or `hour`, as asked or set, or an empty text."""
    period = in_force("per", asked)
    return one_of(period, PERIODS, "--per") if period else ""


def checked_adjust(asked: str) -> str:
    """Return `prices` if wages are to be adjusted for these, as asked or set, or an empty text.

    `none` on the command line means none, whatever is set.
    """
    adjust = in_force("adjust", asked)
    return one_of(adjust, ("prices",), "--adjust") if adjust not in ("", "none") else ""


def read_dollars(asked: str) -> float | None:
    """Return the wage that --min-wage asks for, as people type it: `100000`, `100,000` or `$100,000`."""
    if not asked:
        return None
    from careercli.model import wages

    try:
        return wages.read_dollars(asked)
    except wages.NotAnAmount:
        raise UsageError(f"--min-wage: “{asked}” is no amount of dollars a year; write it like 60000") from None
