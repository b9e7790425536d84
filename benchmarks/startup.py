"""Measure the common commands, as ratios to an empty typer program.

    python benchmarks/startup.py [ROUNDS]

Each run is a process of its own whose output is discarded, with the 22 bundled profiles, and with
10,000 generated ones (benchmarks/made.py) added by CAREERCLI_ROLES. The program exits 1 if a bound is
exceeded. Every typer program exceeds the bound on memory; an empty one is printed for comparison.
benchmarks/timing.py describes the method.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from made import make_profiles
from timing import bench, options, report

MANY = 10_000
PAIR = ("compare", "noc-tech", "support-tech")
TYPED = "careercli compare noc-tech tech-s"
TAB = {"_CAREERCLI_COMPLETE": "complete_bash", "COMP_WORDS": TYPED, "COMP_CWORD": str(len(TYPED.split()) - 1)}


class Question(NamedTuple):
    """A command line of careercli, and the largest allowed ratio to an empty typer program."""

    arguments: tuple[str, ...]
    most: float | None = None
    environ: Mapping[str, str] = MappingProxyType({})


QUESTIONS = {
    "compare, piped": Question(PAIR, 1.15),
    "salary ID, piped": Question(("salary", "noc-tech"), 1.15),
    "TAB on an id": Question((), 1.15, TAB),
    "compare, as a table": Question((*PAIR, "-f", "table"), 1.3),
    "--help": Question(("--help",), 1.0),
    "roles, piped": Question(("roles",)),
    "salary --all -f csv": Question(("salary", "--all", "-f", "csv")),
}
COMPARED = "compare, piped"
AMONG_MANY = f"compare, piped, {MANY:,} more"
LISTED = f"roles, piped, {MANY:,} more"


def main() -> int:
    rounds: int = options(__doc__, 21).parse_args().rounds
    with bench() as table:
        many = {"CAREERCLI_ROLES": str(table.folder / "roles"), "XDG_CACHE_HOME": str(table.folder / "cache-of-many")}
        make_profiles(table.folder / "roles", MANY)
        table.add("empty python", [sys.executable, "-c", "pass"])
        base = table.add_empty_typer()
        for name, question in QUESTIONS.items():
            table.add_ours(name, question.arguments, question.environ)
        table.add_ours(AMONG_MANY, PAIR, many)
        table.add_ours(LISTED, ("roles",), many)
        table.measure(rounds)
        answers = [table.ratio(name, base, question.most) for name, question in QUESTIONS.items()]
        answers.append(table.ratio(AMONG_MANY, COMPARED, 1.1))
        answers.append(table.ratio(LISTED, "roles, piped", 2.6))
        answers += [
            table.memory(LISTED, "empty python"),
            table.memory(COMPARED, "empty python", 1.6),
            table.memory(base, "empty python"),
        ]
        return int(not report(table, answers, rounds))


if __name__ == "__main__":
    sys.exit(main())
