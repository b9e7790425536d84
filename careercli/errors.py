"""Errors that a user can cause, each with its exit code, and suggestions of similar names."""

from collections.abc import Iterable
from typing import NamedTuple


class CareerError(Exception):
    """The request could not be met: exit 1, one line on stderr.

    `str(error)` is that line without the program's name. It may contain control characters from
    files, names or arguments; escape them before printing.
    """

    exit_code = 1


class UsageError(CareerError):
    """The command line is wrong: an unknown option, format, column, section or key. Exit 2."""

    exit_code = 2


class UnknownRole(CareerError):
    """A name matches no role or occupation, or several of them."""


class Problem(NamedTuple):
    """An error or warning about a file, its position and a hint how to fix it.

    Lines and columns count from 1; line 0 stands for the file as a whole. `code` identifies the kind
    of problem to programs.
    """

    line: int
    column: int
    message: str
    hint: str = ""
    code: str = "bad-value"
    is_warning: bool = False

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.text}"

    @property
    def text(self) -> str:
        """The message, followed by the hint if there is one."""
        return f"{self.message}; {self.hint}" if self.hint else self.message


class ProfileError(CareerError):
    """A profile has errors. `problems` is never empty; the first one is the message."""

    def __init__(self, path: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{path}:{self.problems[0]}")


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Return up to three known names that are spelled like `name`, most similar first."""
    from difflib import get_close_matches

    by_folded = {each.casefold(): each for each in known}
    return [by_folded[match] for match in get_close_matches(name.casefold()[:100], by_folded)]


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return `did you mean “a” or “b”?`, the hint of a problem in a file, or an empty string."""
    near = [f"“{each}”" for each in nearest(name, known)]
    return f"did you mean {' or '.join(near)}?" if near else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean a or b?`, the end of a usage error, or an empty string."""
    near = nearest(name, known)
    return f"; did you mean {' or '.join(near)}?" if near else ""
