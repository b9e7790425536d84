"""How long the commands take, as ratios to an empty typer program started the same way.

    python benchmarks/startup.py [ROUNDS]

Every command runs once a round, the order turning, so that a machine whose speed drifts drifts for
all of them; a ratio is taken within each round and the median of the rounds is printed. The bounds
are those of the issue that asked for them; the program exits 1 where one is passed.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

HELLO = """\
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

MAIN = "import sys; from careercli.__main__ import main; sys.exit(main())"
PAIR = ["compare", "noc-tech", "support-tech"]
BOUNDS = {
    "compare, piped": (PAIR, 1.6),
    "compare, as a table": ([*PAIR, "-f", "table"], 2.1),
    "--help": (["--help"], 1.2),
    "salary ID, piped": (["salary", "noc-tech"], None),
    "roles, piped": (["roles"], None),
    "salary --all -f csv": (["salary", "--all", "-f", "csv"], None),
}


def run(argv: list[str], cache: str) -> tuple[float, float]:
    """Wall milliseconds and peak MB of one process, its output thrown away.

    Bytecode is kept in `cache`, as an installed program has it, whatever the environment says.
    """
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ["PYTHONPYCACHEPREFIX"] = cache
    nowhere = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
    start = time.perf_counter()
    pid = os.posix_spawn(argv[0], argv, environ, file_actions=nowhere)
    _, status, usage = os.wait4(pid, 0)
    if status:
        sys.exit(f"{argv} ended with {os.waitstatus_to_exitcode(status)}")
    return (time.perf_counter() - start) * 1000, usage.ru_maxrss / 1024


def measure(commands: dict[str, list[str]], rounds: int, cache: str) -> dict[str, list[tuple[float, float]]]:
    """Every command once a round, the first place going round."""
    names = list(commands)
    for name in names:
        run(commands[name], cache)
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for index in range(rounds):
        turn = index % len(names)
        for name in names[turn:] + names[:turn]:
            seen[name].append(run(commands[name], cache))
    return seen


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder, "hello.py")
        hello.write_text(HELLO)
        python = sys.executable
        commands = {"empty python": [python, "-c", "pass"], "empty typer": [python, str(hello), "hello"]}
        commands |= {name: [python, "-c", MAIN, *argv] for name, (argv, _) in BOUNDS.items()}
        seen = measure(commands, rounds, folder)
    base = [wall for wall, _ in seen["empty typer"]]
    print(f"{rounds} rounds, interleaved; ratio to an empty typer program, median of the rounds' ratios")
    print(f"{'command':24}{'median ms':>11}{'ratio':>8}{'bound':>8}{'peak MB':>9}")
    missed = False
    for name, runs in seen.items():
        ratio = statistics.median(wall / other for (wall, _), other in zip(runs, base, strict=True))
        bound = BOUNDS[name][1] if name in BOUNDS else None
        missed |= bound is not None and ratio > bound
        median, peak = statistics.median(wall for wall, _ in runs), max(memory for _, memory in runs)
        print(f"{name:24}{median:11.1f}{ratio:8.2f}{bound or '':>8}{peak:9.1f}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
