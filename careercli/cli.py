"""The command tree, loaded lazily; errors become exit codes here and nowhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import typer
from typer import _click
from typer._click.core import Command, Context
from typer._click.formatting import HelpFormatter
from typer.core import TyperGroup

from careercli.commands.stderr import abandon, say
from careercli.errors import CareerError, UsageError, did_you_mean, nearest

COMMANDS = {
    "roles": "List the catalog, or search it",
    "show": "One role, and the evidence behind it",
    "compare": "Roles side by side",
    "salary": "Wages as a table for people and scripts",
    "browse": "Explore it all on the whole screen",
    "check": "What is wrong with profiles, and how to mend it",
    "new": "Start a profile of your own",
    "schema": "What a profile may hold, for editors",
    "sources": "Who says it, when, and on what terms",
}
"""Every command and its summary: help and suggestions come from here, and nothing is imported for them."""

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class LazyGroup(TyperGroup):
    """Imports a command's module when that command is run or asked for help, and no other."""

    def list_commands(self, ctx: Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"careercli.commands.{cmd_name}")
        app = typer.Typer(rich_markup_mode=None, add_completion=False, context_settings=CONTEXT)
        app.command(cmd_name, no_args_is_help=False)(module.run)
        return typer.main.get_command(app)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        if args and args[0] not in COMMANDS:
            near = did_you_mean(args[0], COMMANDS) or f"; there are {', '.join(COMMANDS)}"
            raise UsageError(f"no command is named “{args[0]}”{near}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(
    cls=LazyGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=CONTEXT,
    no_args_is_help=False,
)


def _version(asked: bool) -> None:
    if asked:
        from careercli import __version__
        from careercli.commands.output import write_text

        write_text(f"careercli {__version__}\n")
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
    if ctx.invoked_subcommand is None:
        from careercli.commands import welcome

        welcome.run()


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; an error is one line on stderr."""
    if sys.stdout is None:
        # Python leaves no stream where the descriptor was closed; any write to this one is an error.
        sys.stdout = open(os.devnull, encoding="utf-8")  # noqa: SIM115
    elif isinstance(sys.stdout, TextIOWrapper):
        # Help may hold what the encoding of the output has not.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code: Any = typer.main.get_command(app).main(list(arguments), prog_name="careercli", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except CareerError as error:
        return _fail(str(error), error.exit_code)
    except _click.exceptions.UsageError as error:
        return _fail(_usage(error, arguments), 2)
    except typer.Abort:
        return 130
    except MemoryError:
        return _fail("out of memory", 1)
    except OSError as error:
        return _lost_output(error)


def _fail(message: str, code: int) -> int:
    say(message)
    return code


def _lost_output(error: OSError) -> int:
    """What could not be read or written, where no command said it better."""
    abandon(1)
    name = f"{error.filename}: " if error.filename else "cannot write to standard output: "
    return _fail(f"{name}{error.strerror or 'it is closed'}", 1)


def _usage(error: _click.exceptions.UsageError, arguments: Sequence[str]) -> str:
    """What is wrong with the command line, and which help tells more."""
    command = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    see = f"; see careercli {command} --help" if command else "; see careercli --help"
    if isinstance(error, _click.exceptions.NoSuchOption) and error.ctx:
        own, of_commands = _options(error.ctx.command, error.ctx)
        if error.option_name in of_commands:
            return f"option {error.option_name} goes after the command: careercli COMMAND {error.option_name}"
        long = [name[2:] for name in own | of_commands if name.startswith("--")]
        near = " or ".join(f"--{name}" for name in nearest(error.option_name.lstrip("-"), long))
        return f"no option {error.option_name}{f'; did you mean {near}?' if near else see}"
    message = error.format_message().rstrip(".").replace("valid int", "whole number").replace("valid float", "number")
    return f"{message[:1].lower()}{message[1:]}{see}"


def _options(command: Command, ctx: Context) -> tuple[set[str], set[str]]:
    """The options of a command, and those of the commands below it."""
    below = (command.get_command(ctx, name) for name in COMMANDS) if isinstance(command, LazyGroup) else ()
    own, *others = ({name for param in each.params for name in param.opts} for each in (command, *below) if each)
    return own, set().union(*others)
