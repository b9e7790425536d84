"""Write a view as the arguments, or the shell command, that make careercli print it."""

import os
from collections.abc import Iterable, Sequence
from typing import Any

from careercli.model import numbers
from careercli.model.claims import is_own

_OPTIONS = {
    "family": "--family", "skill": "--skill", "certification": "--certification", "education": "--education",
    "min_wage": "--min-wage", "adjust": "--adjust", "baseline": "--baseline", "differences": "--differences",
    "text": "--filter", "transpose": "--transpose", "sections": "--section", "full": "--full", "period": "--per",
    "by": "--by", "no_pay_cut": "--no-pay-cut", "kind": "--type", "find": "--find", "area": "--area",
    "columns": "--columns", "sort": "--sort", "descending": "--desc", "everything": "--all", "limit": "--limit",
}  # fmt: skip
"""The option that each attribute of a view stands for, in the order they are written in."""

PRICES, UNADJUSTED = "prices", "none"
"""Values of --adjust; `none` is needed only where config.toml sets the other."""


def argv_of(command: str, names: Sequence[str], view: Any) -> list[str]:
    """Return a command with its names and the options that are set; names like `-x` go last, after `--`."""
    options: list[str] = []
    for attribute, option in _OPTIONS.items():
        value = getattr(view, attribute, "")
        if value is True:
            options.append(option)
        elif value is not None and value is not False and value != "":
            options += [option, value if isinstance(value, str) else numbers.plain(value)]
    for directory in view.directories:
        options += ["--roles", directory]
    if any(name.startswith("-") for name in names):
        return [command, *options, "--", *names]
    return [command, *names, *options]


def placed_argv(command: str, view: Any) -> list[str]:
    """Return a command with the roles of a view, each in its place or in that of the view."""
    return argv_of(command, [with_place(role, view.area) for role in view.roles], view._replace(area=""))


def with_place(role: str, area: str) -> str:
    """Return an id that names its place, `area` unless it has one; `me` and offers have their own."""
    return f"{role}@{area}" if role and area and "@" not in role and not is_own(role) else role


def command_line(argv: Iterable[str]) -> str:
    """Return `careercli` and the arguments as a shell command, quoted, with control characters escaped."""
    return " ".join(["careercli", *map(_quoted, argv)])


def _quoted(word: str) -> str:
    if word.isprintable():
        from shlex import quote

        return quote(word)
    return f"$'{''.join(map(_escaped, os.fsencode(word)))}'"


def _escaped(byte: int) -> str:
    char = chr(byte)
    return char if char.isascii() and char.isprintable() and char not in "'\\" else f"\\x{byte:02x}"
