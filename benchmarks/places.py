"""Measure questions about places, as ratios to an empty typer program.

    python benchmarks/places.py [ROUNDS]

Each run is a process of its own whose output is discarded, with the bundled profiles. `salary --all
--area all` is compared with `sqlite-utils rows --csv` over a table of the same rows, where sqlite-utils is
installed. The program exits 1 if a bound is exceeded. benchmarks/timing.py describes the method.
"""

from __future__ import annotations

import shutil
import sys

from catalog import fill
from timing import Bench, bench, options, report

QUESTIONS: dict[str, tuple[tuple[str, ...], float]] = {
    "compare A@OH B@WA": (("compare", "noc-tech@OH", "support-tech@WA"), 1.2),
    "places ROLE": (("places", "noc-tech"), 1.3),
    "all metros of one": (("places", "15-1232", "--type", "metro"), 1.5),
    "salary of one, everywhere": (("salary", "15-1232", "--area", "all"), 1.6),
    "all rows of a state": (("salary", "--all", "--area", "OH"), 2.5),
}
EVERYTHING, ROWS = "salary --all --area all -f csv", "sqlite-utils rows --csv"


def main() -> int:
    rounds: int = options(__doc__).parse_args().rounds
    with bench() as table:
        base = table.add_empty_typer()
        for name, (arguments, _) in QUESTIONS.items():
            table.add_ours(name, arguments)
        table.add_ours(EVERYTHING, ["salary", "--all", "--area", "all", "-f", "csv"])
        has_yardstick = _add_yardstick(table)
        table.measure(rounds)
        answers = [table.ratio(name, base, most) for name, (_, most) in QUESTIONS.items()]
        if has_yardstick:
            answers.append(table.ratio(EVERYTHING, ROWS, 1.3))
        answers.append(table.memory(EVERYTHING, base))
        return int(not report(table, answers, rounds))


def _add_yardstick(table: Bench) -> bool:
    """Give the rows of every place to sqlite-utils; return whether it is installed."""
    program = shutil.which("sqlite-utils")
    if not program:
        print("left out, as not installed: sqlite-utils")
        return False
    as_printed, database = table.folder / "everything.csv", table.folder / "everything.sqlite"
    table.run(EVERYTHING, as_printed)
    fill(database, as_printed)
    table.add(ROWS, [program, "rows", str(database), "wages", "--csv"])
    return True


if __name__ == "__main__":
    sys.exit(main())
