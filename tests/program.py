"""Run careercli in a process of its own, with a known folder and environment."""

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import typer

from careercli import cli

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = (sys.executable, "-m", "careercli")
SCRIPT = "import sys; from careercli.__main__ import main; sys.exit(main())"
"""The code that an installed `careercli` runs."""

_END = b"\0the program has ended"
"""Written to a terminal after what a program wrote on it."""

NAMES = {
    "show": "noc-tech",
    "path": "tech-support",
    "compare": "noc-tech support-tech",
    "similar": "noc-tech",
    "skills": "noc-tech",
    "match": "--skills linux",
    "new": "my-role",
    "import": "--again",
    "check": "-f json",
}
"""What a command needs to print something and to say nothing beside it."""

COMMANDS = (
    *("", "--help", "--version", "roles --help"),
    *(f"{name} {NAMES.get(name, '')}".strip() for name in cli.COMMANDS if name != "browse"),
)
"""A command line for each command but `browse`, which needs a terminal."""


@dataclass(frozen=True)
class Ended:
    """Exit code and output of a run; `code` is negative for a signal."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def cells(self) -> list[list[str]]:
        """The lines of standard output as lists of tab-separated cells."""
        return [line.split("\t") for line in self.lines]

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    def refuses(self, code: int, message: str) -> None:
        """Hold the run to end with a code and one line that begins with the message."""
        assert (self.code, self.out) == (code, "")
        assert self.err.startswith(f"careercli: {message}")
        assert self.err.count("\n") == 1


Import = Callable[..., Ended]
"""Runs careercli as one user, by its arguments."""

IMPORT_HEADER = "file\tresult\trelease\trows\tleft_out\tnote\n"


def home_in(folder: Path) -> dict[str, str]:
    """Return the environment of a user whose folders are all in this one."""
    return {"HOME": str(folder / "home"), "XDG_DATA_HOME": str(folder / "data")}


def user_in(folder: Path) -> Import:
    """Return a function that runs careercli in this folder, as a user whose folders are in it."""
    return lambda *arguments: run(*arguments, cwd=folder, **home_in(folder))


_CACHE = TemporaryDirectory(prefix="careercli-cache-")
"""Where the runs of this process keep one index of profiles: without it each would read YAML."""


def environ(**changes: str | None) -> dict[str, str]:
    """Return a UTF-8 environment without a home folder; None removes a variable.

    The index is that of this process unless the changes name a home or a folder for it.
    """
    kept = {} if {"HOME", "XDG_CACHE_HOME"} & changes.keys() else {"XDG_CACHE_HOME": _CACHE.name}
    known: dict[str, str | None] = {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "HOME": "/nonexistent",
        "TERM": "xterm-256color",
        **kept,
        **changes,
    }
    return {name: value for name, value in known.items() if value is not None}


def run(
    *arguments: str | bytes, cwd: str | Path = "/", program: Sequence[str] = PROGRAM, **changes: str | None
) -> Ended:
    """Run careercli in `cwd` with these arguments and changes to the environment."""
    done = subprocess.run(
        [*program, *arguments],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=cwd,
        env=environ(**changes),
        timeout=120,
    )
    return Ended(done.returncode, _text(done.stdout), _text(done.stderr))


def shell(line: str, *arguments: str, cwd: str | Path = "/", **changes: str | None) -> Ended:
    """Run a line of sh in which `"$@"` is careercli with these arguments.

    Bytecode is not written: a limit set by the line could truncate it for later tests.
    """
    changes = {"PYTHONDONTWRITEBYTECODE": "1", **changes}
    return run(*PROGRAM, *arguments, cwd=cwd, program=("sh", "-c", line, "sh"), **changes)


@cache
def options_of(command: str) -> tuple[str, ...]:
    """Return the long options of a command, or of careercli itself for an empty name."""
    program = typer.main.get_command(cli.app)
    context = program.make_context("careercli", [], resilient_parsing=True)
    found = program.get_command(context, command) if command else program
    return tuple(name for each in found.get_params(context) for name in each.opts if name.startswith("--"))


@cache
def answer(command: str) -> str:
    """Return the standard output of a command line that succeeds without a message."""
    ended = run(*command.split())
    assert (ended.code, ended.err) == (0, "")
    assert ended.out
    return ended.out


def on_terminal(
    *arguments: str, cwd: str | Path = "/", rows: int = 100, columns: int = 120, **changes: str | None
) -> Ended:
    """Run careercli with its three streams on a terminal of this size; `out` is what it displays.

    The program's end of the terminal stays open until all is read: where its last user closes it, Linux may report
    the end of the terminal before the last line.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        [*PROGRAM, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, cwd=cwd, env=environ(**changes)
    )

    def mark_the_end() -> None:
        try:
            process.wait(60)
        finally:
            os.write(theirs, _END)

    marker = Thread(target=mark_the_end, daemon=True)
    marker.start()
    shown = b""
    while not shown.endswith(_END):
        shown += os.read(ours, 65536)
    marker.join()
    os.close(theirs)
    os.close(ours)
    return Ended(process.returncode, _text(shown.removesuffix(_END)).replace("\r\n", "\n"), "")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def profile(title: str = "A made role", **fields: str) -> str:
    """Return the text of a small profile; `fields` are YAML."""
    known: Mapping[str, str] = {
        "title": title,
        "sources": '{survey: {publisher: Someone, title: A survey, date: "2024", area: US, method: survey}}',
        "wages": "[{per: year, median: $50000}]",
        **fields,
    }
    return "".join(f"{name}: {value}\n" for name, value in known.items())
