"""Measure loading a profile, as a ratio to PyYAML's CSafeLoader on the same bytes.

    python benchmarks/loading.py [ROUNDS]

Each round loads every bundled profile both ways, in alternating order and without garbage collection,
and takes their ratio. A profile's result is the median of its rounds; the median of all profiles has
a bound, and the program exits 1 if it is exceeded.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

import careercli
from careercli.profiles.reading import read_text

BOUND = 1.0
ROLES = Path(careercli.__file__).parent / "data" / "roles"


def load(data: bytes, _: str) -> object:
    return yaml.load(data, Loader=yaml.CSafeLoader)


def milliseconds(read: Callable[[bytes, str], object], data: bytes, path: str) -> float:
    start = time.perf_counter()
    read(data, path)
    return (time.perf_counter() - start) * 1000


def measure(data: bytes, path: str, rounds: int) -> tuple[float, float, float]:
    """Return the median milliseconds of read_text and of CSafeLoader, and the median ratio of the rounds."""
    ours: list[float] = []
    theirs: list[float] = []
    for index in range(rounds):
        ways = ((read_text, ours), (load, theirs))
        for read, times in ways if index % 2 else reversed(ways):
            times.append(milliseconds(read, data, path))
    ratio = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
    return statistics.median(ours), statistics.median(theirs), ratio


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 101
    files = {path.name: path.read_bytes() for path in sorted(ROLES.glob("*.yaml"))}
    for name, data in files.items():
        measure(data, name, 3)
    gc.disable()
    seen = {name: measure(data, name, rounds) for name, data in files.items()}
    print(f"{rounds} rounds, interleaved; ratio to yaml.CSafeLoader, median of the rounds' ratios")
    print(f"{'profile':32}{'KB':>6}{'median ms':>11}{'loader ms':>11}{'ratio':>8}{'bound':>8}")
    for name, (ours, theirs, ratio) in seen.items():
        print(f"{name:32}{len(files[name]) / 1000:6.1f}{ours:11.2f}{theirs:11.2f}{ratio:8.2f}")
    size = statistics.median(map(len, files.values())) / 1000
    ours, theirs, ratio = (statistics.median(column) for column in zip(*seen.values(), strict=True))
    print(f"{'median':32}{size:6.1f}{ours:11.2f}{theirs:11.2f}{ratio:8.2f}{BOUND:8.2f}")
    return int(ratio > BOUND)


if __name__ == "__main__":
    sys.exit(main())
