"""Measure routes over all occupations, as ratios to an empty typer program.

    python benchmarks/routes.py [ROUNDS]

Each run is a process of its own whose output is discarded, with the bundled profiles. The program exits 1 if a
bound is exceeded. benchmarks/timing.py describes the method.
"""

from __future__ import annotations

import sys

from timing import bench, options, report

FAR, NEAR = ("path", "35-3023", "29-1215"), ("path", "support-tech", "it-manager")
QUESTIONS = {
    "next steps": ("path", "tech-support"),
    "by steps": NEAR,
    "by steps, far": FAR,
    "by gap": (*NEAR, "--by", "gap"),
    "by gap, far": (*FAR, "--by", "gap"),
    "by wage": (*NEAR, "--by", "wage"),
    "by wage, far": (*FAR, "--by", "wage"),
    "by gap, no pay cut, in a state": (*NEAR, "--by", "gap", "--no-pay-cut", "--area", "OH"),
}
MOST = 1.5


def main() -> int:
    rounds: int = options(__doc__).parse_args().rounds
    with bench() as table:
        base = table.add_empty_typer()
        for name, arguments in QUESTIONS.items():
            table.add_ours(name, arguments)
        table.measure(rounds)
        return int(not report(table, [table.ratio(name, base, MOST) for name in QUESTIONS], rounds))


if __name__ == "__main__":
    sys.exit(main())
