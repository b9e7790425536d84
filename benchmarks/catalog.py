"""Measure searches and wage tables of a large catalog against other programs.

    python benchmarks/catalog.py [ROUNDS] [--yardsticks]

- `roles QUERY` with a typing mistake in QUERY, over 10,000 generated profiles, compared with such a
  query over the bundled profiles alone, and with an empty typer program. It must find every matching
  profile.
- `salary --all` as CSV, over the bundled profiles alone, compared with sqlite-utils that prints the same
  rows from a database.
- The same over enough generated profiles for about 10,000 rows, as CSV and as a table, compared with
  tools that print these rows from a database or a CSV file.

The index is warm: a first run is not counted. `--yardsticks` installs sqlite-utils from PyPI in a
temporary environment; the other tools are measured if they are installed. The program exits 1 if a
bound is exceeded. benchmarks/timing.py describes the method.
"""

from __future__ import annotations

import csv
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from made import make_profiles
from timing import Answer, Bench, bench, options, report

MANY = 10_000
PAID = 3_670
"""Generated profiles for which `salary --all` prints about 10,000 rows."""
WORD, TYPED = "Hydrology", "hydrolgy"
OF_BUNDLED = "netwrok"

QUERY, QUERY_OF_BUNDLED = f"roles {TYPED}, {MANY:,} more", f"roles {OF_BUNDLED}, none more"
AS_CSV, AS_TABLE = "salary --all -f csv", "salary --all -f table"
OF_FEW = f"{AS_CSV}, none more"
SQLITE_UTILS_OF_FEW = "sqlite-utils rows --csv, none more"
SQLITE_UTILS = ("sqlite-utils rows --csv", "sqlite-utils rows -t")
BESIDE = ("csvcut", "mlr", "duckdb", "sqlite3")


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--yardsticks", action="store_true", help="install sqlite-utils for the time of the benchmark")
    asked = parser.parse_args()
    with bench() as table:
        base = table.add_empty_typer()
        alone = {"XDG_CACHE_HOME": str(table.folder / "cache-of-bundled")}
        table.add_ours(QUERY_OF_BUNDLED, ["roles", OF_BUNDLED], alone)
        found, wanted = _add_query(table)
        table.add_ours(OF_FEW, ["salary", "--all", "-f", "csv"], alone)
        rows, left_out = _add_wages(table, asked.yardsticks)
        table.measure(asked.rounds, warm=(QUERY, AS_CSV))
        answers = [table.ratio(QUERY, QUERY_OF_BUNDLED, 1.7), table.ratio(QUERY, base), *_to_yardsticks(table)]
        met = report(table, answers, asked.rounds)
    print(f"\nroles {TYPED} found {found} of the {wanted} profiles it should: {'ok' if found == wanted else 'not yet'}")
    print(f"salary --all: {rows:,} rows, of {PAID:,} made profiles, the bundled ones and every occupation")
    if left_out:
        print(f"left out, as not installed: {', '.join(left_out)}")
    if not asked.yardsticks and "sqlite-utils" in left_out:
        print("  (--yardsticks installs sqlite-utils for the time of the benchmark; two bounds need it)")
    return int(not met or found != wanted)


def _add_query(table: Bench) -> tuple[int, int]:
    """Run the query once; return how many of the matching profiles it found, and how many match."""
    paths = make_profiles(table.folder / "many", MANY)
    table.add_ours(QUERY, ["roles", TYPED], {"CAREERCLI_ROLES": str(table.folder / "many")})
    as_printed = table.folder / "found.tsv"
    table.run(QUERY, as_printed)
    found = {line.partition("\t")[0] for line in as_printed.read_text(encoding="utf-8").splitlines()[1:]}
    wanted = {path.stem for path in paths if WORD in path.read_text(encoding="utf-8")}
    return len(found & wanted), len(wanted)


def _add_wages(table: Bench, install: bool) -> tuple[int, list[str]]:
    """Run `salary --all` once and give its rows to the other tools; return the rows and the tools not installed."""
    make_profiles(table.folder / "paid", PAID)
    ours = {"CAREERCLI_ROLES": str(table.folder / "paid"), "XDG_CACHE_HOME": str(table.folder / "cache-of-paid")}
    table.add_ours(AS_CSV, ["salary", "--all", "-f", "csv"], ours)
    table.add_ours(AS_TABLE, ["salary", "--all", "-f", "table"], ours)
    wages, database = table.folder / "wages.csv", table.folder / "wages.db"
    table.run(AS_CSV, wages)
    width, count = fill(database, wages)
    few = table.folder / "few.csv"
    table.run(OF_FEW, few)
    fill(few.with_suffix(".db"), few)
    sqlite_utils = _installed(table.folder / "venv") if install else shutil.which("sqlite-utils")
    programs: dict[str, tuple[str | None, list[str]]] = {
        SQLITE_UTILS_OF_FEW: (sqlite_utils, ["rows", str(few.with_suffix(".db")), "wages", "--csv"]),
        SQLITE_UTILS[0]: (sqlite_utils, ["rows", str(database), "wages", "--csv"]),
        SQLITE_UTILS[1]: (sqlite_utils, ["rows", str(database), "wages", "-t"]),
        "csvcut": (shutil.which("csvcut"), ["-c", f"1-{width}", str(wages)]),
        "mlr": (shutil.which("mlr"), ["--csv", "cat", str(wages)]),
        "duckdb": (shutil.which("duckdb"), ["-csv", "-c", f"select * from read_csv('{wages}')"]),
        "sqlite3": (shutil.which("sqlite3"), ["-csv", "-header", str(database), "select * from wages"]),
    }
    for name, (program, arguments) in programs.items():
        if program:
            table.add(name, [program, *arguments])
    left_out = dict.fromkeys(name.partition(" ")[0] for name, (program, _) in programs.items() if not program)
    return count, list(left_out)


def fill(database: Path, wages: Path) -> tuple[int, int]:
    """Write a CSV file as a table `wages`, numbers as numbers and empty cells as NULL; return its columns and rows."""
    with wages.open(encoding="utf-8", newline="") as file:
        columns, *rows = csv.reader(file)
    connection = sqlite3.connect(database)
    with connection:
        connection.execute("create table wages ({})".format(", ".join(f'"{name}"' for name in columns)))
        marks = ", ".join("?" * len(columns))
        connection.executemany(f"insert into wages values ({marks})", ([_value(cell) for cell in row] for row in rows))
    connection.close()
    return len(columns), len(rows)


def _value(cell: str) -> str | float | None:
    if not cell:
        return None
    try:
        return int(cell) if cell.isdecimal() else float(cell)
    except ValueError:
        return cell


def _installed(folder: Path) -> str:
    """Install sqlite-utils in a new environment and return its path."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    subprocess.run([str(folder / "bin" / "pip"), "install", "-qq", "sqlite-utils"], check=True)
    return str(folder / "bin" / "sqlite-utils")


def _to_yardsticks(table: Bench) -> list[Answer]:
    as_csv, as_table = SQLITE_UTILS
    bounded = ((OF_FEW, SQLITE_UTILS_OF_FEW, 0.8), (AS_CSV, as_csv, 0.8))
    asked = [*bounded, (AS_TABLE, as_table, None), *((AS_CSV, name, None) for name in BESIDE)]
    return [table.ratio(ours, to, most) for ours, to, most in asked if to in table.commands]


if __name__ == "__main__":
    sys.exit(main())
