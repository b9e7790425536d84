"""The command tree: it loads a command when that command is run, and turns errors into exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from careercli.commands.stderr import discard_buffer, say
from careercli.errors import CareerError, UnknownRole, UsageError, did_you_mean, nearest

if TYPE_CHECKING:
    # LazyGroup overrides methods of TyperGroup whose types Typer does not export.
    from typer._click.core import Command, Context
    from typer._click.formatting import HelpFormatter

COMMANDS = {
    "roles": "List or search the catalog",
    "show": "Show one role, with the evidence if asked",
    "compare": "Compare roles side by side",
    "salary": "List wages, one row per statement",
    "places": "List wages over states and areas",
    "path": "Show next steps, or routes to a role",
    "similar": "List what is near a role, and why",
    "skills": "List skills, or what is missing between two",
    "match": "Find roles that name your skills",
    "offer": "Keep offers of your own, to compare like roles",
    "browse": "Browse in full screen",
    "check": "Check profiles for errors",
    "new": "Start a new profile",
    "schema": "Print the JSON Schema of a profile",
    "import": "Read releases that publishers offer for download",
    "sources": "List sources, dates and licenses",
}
"""Every command and its summary. Help and suggestions use this table, so that they import no command."""

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


_OTHER_COMMANDS = {**dict.fromkeys(("ls", "list", "search", "find"), "roles"), "diff": "compare"}
"""Words that other programs have for our commands."""

_PLACES = ("--location", "--city", "--state", "--place", "--metro")
"""Options that people try for --area."""


class LazyGroup(TyperGroup):
    """Import a command's module only when that command is run or its help is shown."""

    def list_commands(self, ctx: Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command:
        # No file can be imported by the name of a word of Python.
        module = import_module(f"careercli.commands.{cmd_name.replace('import', 'import_')}")
        app = typer.Typer(rich_markup_mode=None, add_completion=False, context_settings=CONTEXT)
        app.command(cmd_name)(module.run)
        return typer.main.get_command(app)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        if args and args[0] not in COMMANDS:
            raise UsageError(f"unknown command “{args[0]}”{_command_meant(args)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, context_settings=CONTEXT)


def _version(requested: bool) -> None:
    if requested:
        from careercli import __version__
        from careercli.commands.output import write_to

        write_to("", f"careercli {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Compare jobs in the terminal: any number of roles side by side, with the evidence behind every figure.

    \b
    careercli compare noc-tech support-tech
    careercli salary --all -f tsv | awk -F'\\t' 'NR > 1 && $15 > 100000 {print $2}'
    careercli show noc-tech --evidence
    """
    from careercli.store.imported import take_up

    if ctx.invoked_subcommand != "import":
        take_up(os.environ, say)
    if ctx.invoked_subcommand is None:
        from careercli.commands import welcome

        welcome.run()


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code. Errors print one line on stderr; none is raised."""
    try:
        if sys.stdout is None:
            # Python sets no stream if the descriptor is closed; any write to this one is an error.
            sys.stdout = open(os.devnull, encoding="utf-8")  # noqa: SIM115
        elif isinstance(sys.stdout, TextIOWrapper):
            # Help may contain characters that the output's encoding lacks.
            sys.stdout.reconfigure(errors="backslashreplace")
        code: Any = typer.main.get_command(app).main(list(arguments), prog_name="careercli", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (UnknownRole, UsageError) as error:
        return _fail(_quotes_missing(arguments) or str(error), error.exit_code)
    except CareerError as error:
        return _fail(str(error), error.exit_code)
    except typer.TyperException as error:
        return _fail(_quotes_missing(arguments) or _usage_message(error, arguments), 2)
    except typer.Abort:
        return 130
    except MemoryError:
        return _fail("out of memory", 1)
    except OSError as error:
        return _fail_io(error)


def _fail(message: str, code: int) -> int:
    say(message)
    return code


def _fail_io(error: OSError) -> int:
    """Report a failed read or write that no command handled; the exit code."""
    discard_buffer(1)
    name = f"{error.filename}: " if error.filename else "cannot write to standard output: "
    return _fail(f"{name}{error.strerror or 'it is closed'}", 1)


def _usage_message(error: typer.TyperException, arguments: Sequence[str]) -> str:
    """Return Typer's usage error as one line that ends with a suggestion or the help to read."""
    from careercli.formats import FORMATS

    command = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    see = f"; see careercli {command} --help" if command else "; see careercli --help"
    unknown, ctx = unknown_option(error)
    if unknown and ctx:
        own, of_commands = _option_names(ctx.command, ctx)
        if unknown in of_commands:
            return f"option {unknown} goes after the command: careercli COMMAND {unknown}"
        long = [name[2:] for name in own | of_commands if name.startswith("--")]
        if unknown in _PLACES and own & {"--area", "--in"}:
            return f"unknown option {unknown}; use {'--area PLACE' if '--area' in own else '--in STATE'}"
        if unknown.lstrip("-") in FORMATS:
            return f"unknown option {unknown}; use -f {unknown.lstrip('-')}"
        near = " or ".join(f"--{name}" for name in nearest(unknown.lstrip("-"), long))
        return f"unknown option {unknown}{f'; did you mean {near}?' if near else see}"
    message = error.format_message().rstrip(".").replace("valid int", "whole number").replace("valid float", "number")
    return f"{message[:1].lower()}{message[1:]}{see}"


def _quotes_missing(arguments: Sequence[str]) -> str:
    from careercli.commands.quoting import quotes_missing

    return quotes_missing(arguments)


def _command_meant(args: Sequence[str]) -> str:
    """Return the end of the message about an unknown command: what is meant, else what is near, else all."""
    name = args[0].casefold()
    if name == "help":
        command = f"{args[1]} " if args[1:] and args[1] in COMMANDS else ""
        return f"; use careercli {command}--help"
    if name in _OTHER_COMMANDS:
        return f"; use careercli {_OTHER_COMMANDS[name]}"
    return did_you_mean(args[0], COMMANDS) or f"; the commands are {', '.join(COMMANDS)}"


def unknown_option(error: typer.TyperException) -> tuple[str, Context | None]:
    """Return the option that does not exist and the context it was given in, or `""` for other errors.

    Typer does not export the class of this error: it is the only one with `possibilities`.
    """
    if not hasattr(error, "possibilities"):
        return "", None
    return getattr(error, "option_name", ""), getattr(error, "ctx", None)


def _option_names(command: Command, ctx: Context) -> tuple[set[str], set[str]]:
    """Return the options of a command and those of its subcommands."""
    subcommands = (command.get_command(ctx, name) for name in COMMANDS) if isinstance(command, LazyGroup) else ()
    own, *others = ({name for param in each.params for name in param.opts} for each in (command, *subcommands))
    return own, set().union(*others)
