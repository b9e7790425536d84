"""Every failure a user can cause, with its exit code."""

from __future__ import annotations

from collections.abc import Iterable


class CareerError(Exception):
    """The request could not be met: exit 1, one line on stderr.

    `str(error)` is that line without the program's name. It may hold text from files, names or
    arguments exactly as it came; whoever prints it makes it safe first.
    """

    exit_code = 1


class UsageError(CareerError):
    """The command line itself is wrong (unknown option, format, column, section or key): exit 2."""

    exit_code = 2


class UnknownRole(CareerError):
    """No role, occupation or title has that name, or several have."""


class ProfileError(CareerError):
    """One profile cannot be used. `problems` is never empty; the first is the message."""

    def __init__(self, path: str, problems: Iterable[Problem]) -> None:
        self.path = path
        self.problems = tuple(problems)
        super().__init__(f"{path}:{self.problems[0]}")


class Problem:
    """What is wrong in a file, where, and how to mend it. Lines and columns count from 1.

    `code` names the kind of problem to a program. What is legal but doubtful `is_warning`.
    """

    __slots__ = ("code", "column", "hint", "is_warning", "line", "message")

    def __init__(
        self, line: int, column: int, message: str, hint: str = "", code: str = "bad-value", is_warning: bool = False
    ) -> None:
        self.line, self.column, self.message, self.hint = line, column, message, hint
        self.code, self.is_warning = code, is_warning

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.text}"

    @property
    def text(self) -> str:
        """The message and the hint."""
        return f"{self.message}; {self.hint}" if self.hint else self.message


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known names that look most like `name`, best first."""
    from difflib import get_close_matches

    by_folded = {each.casefold(): each for each in known}
    return [by_folded[hit] for hit in get_close_matches(name.casefold()[:100], by_folded, most, 0.6)]


def suggestion(name: str, known: Iterable[str]) -> str:
    """`did you mean a or b?`, or nothing where no known name is near."""
    hits = nearest(name, known)
    return f"did you mean {' or '.join(hits)}?" if hits else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`suggestion` as the end of a line: `; did you mean a or b?`, or nothing."""
    hint = suggestion(name, known)
    return f"; {hint}" if hint else ""
