"""Time commands in interleaved rounds and print their ratios, each beside its bound.

Every command runs once a round, in rotating order, so that changes of the machine's speed affect all
commands. Ratios are taken within a round; the median of the rounds is printed. One run of each before
the first round is not counted. A command that took longer than PATIENCE is not run again, as it cannot
meet its bound; its line then says how many rounds it had.

Used by the other benchmarks.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 15_000.0
"""Milliseconds."""
FEWEST = 15
"""Rounds needed for a usable median."""

MAIN = "import sys; from careercli.__main__ import main; sys.argv[0] = 'careercli'; sys.exit(main())"
"""What an installed `careercli` runs."""

EMPTY_TYPER = """\
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


@app.command()
def hello() -> None:
    print("hello")


@app.command()
def bye() -> None:
    print("bye")


if __name__ == "__main__":
    app()
"""

STARTER = """\
import os, sys
nowhere = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
_, status, usage = os.wait4(pid, 0)
print(usage.ru_maxrss)
sys.exit(status != 0)
"""

_OWN = ("PYTHONDONTWRITEBYTECODE", "CAREERCLI_ROLES", "COLUMNS", "NO_COLOR")
"""Environment variables that commands do not inherit."""

Before = Callable[[], object]


class Answer(NamedTuple):
    """The question, the measured ratio, its bound (or None), and what it is a ratio to."""

    asked: str
    value: float
    most: float | None
    to: str


class Command(NamedTuple):
    """A command line, its environment, and what runs before it each time without being timed."""

    argv: list[str]
    environ: Mapping[str, str]
    before: Before | None


class Bench:
    """Commands to measure, with a temporary folder and an environment apart from the user's files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.commands: dict[str, Command] = {}
        self.seen: dict[str, list[float]] = {}
        self._environ = {name: value for name, value in os.environ.items() if name not in _OWN}
        # Keep bytecode, as an installed program does.
        self._environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        self._environ["XDG_CACHE_HOME"] = str(folder / "cache")
        self._environ["XDG_CONFIG_HOME"] = str(folder / "config")

    def add(
        self, name: str, argv: Sequence[str], environ: Mapping[str, str] | None = None, before: Before | None = None
    ) -> None:
        self.commands[name] = Command([*argv], {**self._environ, **(environ or {})}, before)
        self.seen[name] = []

    def add_ours(
        self, name: str, argv: Sequence[str], environ: Mapping[str, str] | None = None, before: Before | None = None
    ) -> None:
        """Add a command line of the careercli in this checkout."""
        self.add(name, [sys.executable, "-c", MAIN, *argv], environ, before)

    def add_empty_typer(self) -> str:
        """Add the smallest typer program and return its name."""
        program = self.folder / "empty_typer.py"
        program.write_text(EMPTY_TYPER)
        self.add("empty typer", [sys.executable, str(program), "hello"])
        return "empty typer"

    def run(self, name: str, output: Path | None = None) -> float:
        """Run a command once, with its output discarded or in a file; return milliseconds."""
        argv, environ, before = self.commands[name]
        if before:
            before()
        streams = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(output or os.devnull), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        start = time.perf_counter()
        pid = os.posix_spawn(argv[0], argv, environ, file_actions=streams)
        _, status = os.waitpid(pid, 0)
        wall = (time.perf_counter() - start) * 1000
        if status:
            sys.exit(f"{name} ended with {os.waitstatus_to_exitcode(status)}: {' '.join(argv)[:400]}")
        return wall

    def measure(self, rounds: int, *, warm: Container[str] = ()) -> None:
        """Run every command once a round, in rotating order. Commands in `warm` have already run once."""
        names = list(self.commands)
        for name in names:
            if name not in warm:
                self.run(name)
        for index in range(rounds):
            turn = index % len(names)
            for name in names[turn:] + names[:turn]:
                if max(self.seen[name], default=0) <= PATIENCE:
                    self.seen[name].append(self.run(name))

    def ratio(
        self, name: str, to: str, most: float | None = None, *, asked: str = "", less: str = "", to_less: str = ""
    ) -> Answer:
        """Return the median ratio of two commands' times, each minus that of the command `less` or `to_less`."""
        pairs = zip(self._net(name, less), self._net(to, to_less), strict=False)
        return Answer(asked or name, statistics.median(mine / other for mine, other in pairs), most, to)

    def memory(self, name: str, to: str, most: float | None = None) -> Answer:
        """Return the ratio of two commands' peak memory, each the median of five runs."""
        mine, other = (statistics.median(self._peak(each) for _ in range(5)) for each in (name, to))
        return Answer(f"memory of {name}", mine / other, most, f"memory of {to}, {other:.1f} MB")

    def _net(self, name: str, less: str) -> list[float]:
        if not less:
            return self.seen[name]
        return [wall - other for wall, other in zip(self.seen[name], self.seen[less], strict=False)]

    def _peak(self, name: str) -> float:
        """Return the peak memory of one process in MB.

        Until its exec, a process counts its parent's memory, so a minimal Python starts it.
        """
        argv, environ, _ = self.commands[name]
        starter = [sys.executable, "-I", "-S", "-c", STARTER, *argv]
        done = subprocess.run(starter, env=environ, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        return int(done.stdout) / (1024 * 1024 if sys.platform == "darwin" else 1024)


AnyBench = TypeVar("AnyBench", bound=Bench)


@contextmanager
def bench_of(kind: type[AnyBench]) -> Iterator[AnyBench]:
    """Yield a bench with a temporary folder; commands start in the checkout."""
    os.chdir(ROOT)
    with TemporaryDirectory() as folder:
        yield kind(Path(folder))


def bench() -> AbstractContextManager[Bench]:
    """Return a context with a bench of commands."""
    return bench_of(Bench)


def options(docstring: str | None, rounds: int = FEWEST) -> argparse.ArgumentParser:
    """Return a parser with the option of every benchmark: the number of rounds."""
    parser = argparse.ArgumentParser(description=docstring, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "rounds", nargs="?", type=_positive, default=rounds, metavar="ROUNDS", help=f"{rounds} unless said"
    )
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError("write a number of rounds, such as 15")
    return int(text)


def report(table: Bench, answers: Sequence[Answer], rounds: int) -> bool:
    """Print the times, then the ratios with their bounds; return True if every bound is met."""
    few = "" if rounds >= FEWEST else f" (a try: {FEWEST} or more make a measurement)"
    print(f"{rounds} rounds, interleaved{few}; every figure is the median of the rounds")
    wide = max(len(name) for name in (*table.commands, *(answer.asked for answer in answers))) + 2
    print(f"\n{'command':{wide}}{'ms':>10}")
    for name, walls in table.seen.items():
        fewer = "" if len(walls) == rounds else f"  rounds: {len(walls)}"
        print(f"{name:{wide}}{statistics.median(walls):10.1f}{fewer}")
    print(f"\n{'question':{wide}}{'ratio':>8}{'bound':>8}        to")
    for asked, value, most, to in answers:
        said = "" if most is None else "ok" if value <= most else "over"
        print(f"{asked:{wide}}{value:8.2f}{'' if most is None else f'{most:.2f}':>8}  {said:4}  {to}")
    return all(answer.most is None or answer.value <= answer.most for answer in answers)
