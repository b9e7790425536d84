"""Measure building the index of 1,016 generated profiles, and updating that of 10,000 after an edit.

    python benchmarks/indexing.py [ROUNDS]

- From nothing: `careercli roles` with an empty cache directory, minus the same command without
  generated profiles; compared with yaml.load and CSafeLoader in a process that reads the same files,
  minus the same process without files. Both include reading files and exclude starting Python.
- After an edit: `careercli roles` after one digit of a profile was changed in place, so that neither
  the file's size nor the folder's time changes; compared with the same command on unchanged
  profiles. Every round edits another profile.

The program exits 1 if a bound is exceeded. benchmarks/timing.py describes the method.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from made import make_profiles
from timing import Bench, bench, options, report

COUNT, MANY = 1_016, 10_000
LOAD = """\
import sys, yaml
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        yaml.load(file.read(), yaml.CSafeLoader)
"""
COLD, COLD_OF_NONE = f"roles, {COUNT:,} more, no index", "roles, none more, no index"
WARM, EDITED = f"roles, {MANY:,} more, warm", f"roles, {MANY:,} more, one edited"
YAML, YAML_OF_NONE = "CSafeLoader, the same files", "CSafeLoader, no file"


def main() -> int:
    rounds: int = options(__doc__).parse_args().rounds
    with bench() as table:
        _add_from_nothing(table)
        _add_edited(table)
        table.measure(rounds)
        cold = table.ratio(COLD, YAML, 1.3, asked="index from nothing", less=COLD_OF_NONE, to_less=YAML_OF_NONE)
        edited = table.ratio(EDITED, WARM, 2.2, asked="after editing one")
        met = report(table, [cold, edited], rounds)
    print(f"\nindex from nothing: the whole process of “{COLD}” less “{COLD_OF_NONE}”,")
    print(f"  to the whole process of “{YAML}” less “{YAML_OF_NONE}”")
    return int(not met)


def _add_from_nothing(table: Bench) -> None:
    roles = table.folder / "roles"
    paths = make_profiles(roles, COUNT)
    cold, none = table.folder / "cold", table.folder / "cold-of-none"
    table.add_ours(COLD, ["roles"], _of(roles, cold), _emptied(cold))
    table.add_ours(COLD_OF_NONE, ["roles"], {"XDG_CACHE_HOME": str(none)}, _emptied(none))
    table.add(YAML, [sys.executable, "-c", LOAD, *map(str, paths)])
    table.add(YAML_OF_NONE, [sys.executable, "-c", LOAD])


def _add_edited(table: Bench) -> None:
    """Add two copies of the same catalog with separate indexes: one stays unchanged, one is edited."""
    resting, busy = table.folder / "resting", table.folder / "busy"
    make_profiles(resting, MANY)
    paths = cycle(make_profiles(busy, MANY))
    table.add_ours(WARM, ["roles"], _of(resting, table.folder / "cache-of-resting"))
    table.add_ours(EDITED, ["roles"], _of(busy, table.folder / "cache-of-busy"), lambda: _edit(next(paths)))


def _of(roles: Path, cache: Path) -> dict[str, str]:
    return {"CAREERCLI_ROLES": str(roles), "XDG_CACHE_HOME": str(cache)}


def _emptied(folder: Path) -> Callable[[], None]:
    def empty() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()

    return empty


def _edit(path: Path) -> None:
    """Change one digit of a wage in place, which keeps the file's size."""
    text = path.read_bytes()
    at = text.index(b"estimate: $") + len(b"estimate: $")
    digit = b"%d" % (int(text[at : at + 1]) % 9 + 1)
    with open(path, "r+b") as file:
        file.seek(at)
        file.write(digit)


if __name__ == "__main__":
    sys.exit(main())
