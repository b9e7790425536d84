"""The file of imported releases: every cell as printed, and a file that cannot be used answers nothing."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from careercli.official import oews as cells_of
from careercli.official import releases
from careercli.official.importers import oews
from careercli.official.importers.downloads import Download
from careercli.official.importers.recognize import read
from careercli.store import importing, official
from tests.indexed import Damage, instead
from tests.official.publishers import OEWS, PROJECTIONS, cells
from tests.official.workbooks import national, row, written
from tests.program import PROGRAM, Ended, environ, home_in, run

pytest.importorskip("python_calamine")

BUNDLED_LAST = "2021-05\t62760\n"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a user who imported May 2016."""
    home = home_in(tmp_path)
    assert run("import", written(tmp_path, "a.xlsx", national()), **home).code == 0
    return home


@pytest.fixture
def database(home: dict[str, str]) -> Path:
    return Path(home["XDG_DATA_HOME"]) / "careercli" / "official.sqlite"


def asked(home: dict[str, str]) -> Ended:
    return run("salary", "15-1231", "--as-of", "all", "--columns", "as_of,median", "--no-header", **home)


WORKBOOKS = ("2013_dl.xls", "2018_dl.xlsx", "2019_dl.xlsx")


@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_cell_of_a_national_workbook_reads_back_as_printed(name: str, tmp_path: Path) -> None:
    path = OEWS.with_name(f"national_M{name}")
    if not path.is_file():
        pytest.skip("the OEWS workbooks are not here")
    (table,) = read(Download(str(path)))
    file, texts = str(tmp_path / "official.sqlite"), importing.Texts()
    assert importing.merged(texts, table, "")
    importing.put(file, texts)
    header, *lines = cells(path, 0)
    names = [each.upper().replace("OCC_GROUP", "O_GROUP") for each in header]
    printed = {
        (row["OCC_CODE"], row["O_GROUP"]): row for row in (dict(zip(names, line, strict=True)) for line in lines)
    }
    assert len(table.lines) > 1_200
    for line in table.lines:
        kept = dict(zip(table.columns, line.split("\t"), strict=True))
        row = printed[kept["OCC_CODE"], kept["O_GROUP"]]
        assert all(_same(kept[column], row[column]) for column in oews.NATIONAL), kept["OCC_CODE"]
    _figures_are(file, table.release, printed)


def _same(kept: str, printed: object) -> bool:
    if isinstance(printed, int | float) and not isinstance(printed, bool):
        return float(kept) == printed
    return kept == (str(printed).upper() if isinstance(printed, bool) else " ".join(str(printed).split()))


def _figures_are(file: str, release: str, printed: dict[tuple[str, str], dict[str, object]]) -> None:
    """Hold every row of a release in a database to what the publisher prints under the same code."""
    import sqlite3

    columns = [name for name in cells_of.HEADERS if name not in ("jobs_per_1000", "location_quotient")]
    database = sqlite3.connect(file)
    rows = database.execute(
        f"SELECT code, level, wage.missing, {', '.join(columns)} FROM wage"
        " JOIN occupation ON occupation.id = wage.occupation"
        " WHERE release = (SELECT id FROM release WHERE key = ?)", (release,),
    ).fetchall()  # fmt: skip
    by_code = {code: each for (code, group), each in printed.items() if group in ("major", "broad", "detailed")}
    by_code |= {code: each for (code, group), each in printed.items() if group == "detailed"}
    for code, _, missing, *figures in rows:
        marks = official.marks_of(database, missing)
        for name, figure in zip(columns, figures, strict=True):
            header, units = cells_of.HEADERS[name]
            cell = by_code[code][header]
            if figure is None:
                assert marks.get(name, ("",))[0] == str(cell).strip(), (code, name)
            else:
                assert figure == round(float(str(cell)) * units), (code, name)
    assert len(rows) > 1_000
    database.close()


TWO_ROWS = PROJECTIONS.parents[1] / "2016-26" / "occupation.xlsx"


@pytest.mark.parametrize(
    ("path", "sheet", "table", "wanted"),
    [
        (TWO_ROWS, "Table 1.7", "occupations", {0: "title", 1: "code", 3: "employment_base", 4: "employment_target",
         6: "employment_change", 7: "self_employed", 8: "openings", 10: "entry_education", 11: "work_experience",
         12: "on_the_job_training"}),
        (TWO_ROWS, "Table 1.10", "separations", {1: "code", 7: "exit_rate", 8: "transfer_rate", 9: "separations_rate"}),
        (PROJECTIONS, "Table 1.2", "occupations", {0: "title", 1: "code", 3: "employment_base"}),
    ],
)  # fmt: skip
def test_every_cell_of_the_projections_is_kept_as_printed(
    path: Path, sheet: str, table: str, wanted: dict[int, str]
) -> None:
    if not path.is_file():
        pytest.skip("the workbooks of the Employment Projections are not here")
    found = next(each for each in read(Download(str(path))) if each.name.endswith(table))
    kept = {line.split("\t")[0]: dict(zip(found.columns, line.split("\t"), strict=True)) for line in found.lines}
    printed = {str(line[1]): line for line in cells(path, sheet) if line[2] == "Line item"}
    assert len(printed) > 800
    for code, line in printed.items():
        assert all(_same(kept[code][name], line[at]) for at, name in wanted.items()), code


def test_every_cell_of_the_sectors_is_kept_as_printed() -> None:
    path = OEWS.with_name("natsector_M2024_dl.xlsx")
    if not path.is_file():
        pytest.skip("the OEWS workbook by sector of May 2024 is not here")
    (table,) = read(Download(str(path)))
    header, *lines = cells(path, 0)
    rows = (dict(zip(header, line, strict=True)) for line in lines)
    printed = {(row["OCC_CODE"], row["NAICS"]): row for row in rows if row["O_GROUP"] in ("detailed", "broad")}
    kept = [dict(zip(table.columns, line.split("\t"), strict=True)) for line in table.lines]
    assert len(kept) == len(printed) > 14_000
    for each in kept:
        assert all(_same(cell, printed[each["OCC_CODE"], each["NAICS"]][name]) for name, cell in each.items()), each


def flipped(path: Path) -> None:
    """Flip a bit of a figure, 50,000 of the median, in a page that the answer is read from."""
    data = bytearray(path.read_bytes())
    at = data.rindex((50000).to_bytes(3, "big"))
    data[at + 2] ^= 1
    path.write_bytes(data)


def of_another_version(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(60)
        file.write(b"\0\0\0\7")


a_folder = instead(Path.mkdir)
NOT_WHOLE = "is not used: it is not a whole database"
DAMAGED: dict[str, tuple[Damage, str]] = {
    "garbage": (lambda path: path.write_bytes(b"garbage" * 1000), NOT_WHOLE),
    "empty": (lambda path: os.truncate(path, 0), NOT_WHOLE),
    "cut off": (lambda path: os.truncate(path, path.stat().st_size - 4096), NOT_WHOLE),
    "flipped": (flipped, "is not used: some of it has changed since it was made"),
    "a pipe": (instead(os.mkfifo), NOT_WHOLE),
}
UNUSED = DAMAGED | {
    "of another version": (
        of_another_version,
        "was made for another version of careercli and is not used; run careercli import --again",
    ),
    "writable by others": (lambda path: path.chmod(0o666), "is not used: "),
    "a link": (lambda path: path.symlink_to(path.rename(path.with_name("other.sqlite"))), "is not used: "),
    "a folder": (a_folder, "is not used: it is a folder, not a file that careercli made; move it away"),
}


@pytest.mark.parametrize(("damage", "reason"), UNUSED.values(), ids=UNUSED)
def test_a_file_that_cannot_be_used_is_said_once_and_the_bundled_figures_answer(
    damage: Damage, reason: str, home: dict[str, str], database: Path
) -> None:
    assert "2016-05\t50000\n" in asked(home).out
    damage(database)
    found = asked(home)
    assert found.code == 0
    assert found.out.endswith(BUNDLED_LAST)
    said = [line for line in found.err.splitlines() if str(database) in line]
    assert [line.partition(f"{database}: ")[2][: len(reason)] for line in said] == [reason]


def test_after_another_version_was_installed_the_releases_are_made_anew(home: dict[str, str], database: Path) -> None:
    of_another_version(database)
    found = run("import", "--again", **home)
    assert found == Ended(0, "file\tresult\trelease\trows\tleft_out\tnote\n\tmade anew\toews-2016-05\t\t\t\n", "")
    assert asked(home).out.endswith("2016-05\t50000\n")


def test_importing_anything_makes_a_file_of_another_version_anew(
    home: dict[str, str], database: Path, tmp_path: Path
) -> None:
    of_another_version(database)
    assert run("import", str(tmp_path / "a.xlsx"), **home).out.endswith("\timported already\n")
    assert asked(home).out.endswith("2016-05\t50000\n")


@pytest.mark.parametrize("damage", [damage for damage, _ in DAMAGED.values()], ids=DAMAGED)
def test_a_damaged_file_is_taken_away_by_remove_all(damage: Damage, home: dict[str, str], database: Path) -> None:
    damage(database)
    again = run("import", "--again", **home)
    assert (again.code, again.out) == (1, "")
    assert again.err.endswith("careercli import --remove all, then import again\n")
    assert run("import", "--remove", "all", **home).code == 0
    assert asked(home).err == "careercli: " + (
        "BLS advises against reading OEWS years as a series: its methods, codes and top codes change\n"
    )


@pytest.mark.parametrize("arguments", [("--remove", "all"), ("--again",), ("a.xlsx",)])
def test_a_folder_in_place_of_the_file_stays(arguments: tuple[str, ...], home: dict[str, str], database: Path) -> None:
    a_folder(database)
    (database / "mine.txt").write_text("mine")
    found = run("import", *arguments, **home)
    assert found == Ended(1, "", f"careercli: {database}: is a folder, not a file that careercli made; move it away\n")
    assert (database / "mine.txt").read_text() == "mine"


def test_the_bundled_file_is_never_written(home: dict[str, str]) -> None:
    status = os.stat(official.BUNDLED)
    assert run("import", "--remove", "oews-2016-05", **home).code == 0
    assert os.stat(official.BUNDLED) == status


def test_imported_releases_are_known_beside_the_bundled_ones_and_the_newest_is_newest() -> None:
    found = [releases.of_key("oews-2013-05"), releases.of_key("oews-2026-05")]
    with releases.with_imported(found, ["oews-2013-05.national", "oews-2026-05.states"]):
        assert [source.id for source in releases.known()][-2:] == ["oews-2026-05", "oews-2013-05"]
        assert [releases.newest_wages(area).id for area in ("US", "OH")] == ["oews-2025-05", "oews-2025-05"]
    tables = {f"oews-2026-05.{name}" for name in ("national", *releases.PLACES)}
    with releases.with_imported(found, tables - {"oews-2026-05.metros"}):
        assert [releases.newest_wages(area).id for area in ("US", "OH")] == ["oews-2026-05", "oews-2025-05"]
    with releases.with_imported(found, tables):
        assert releases.newest_wages("OH").id == "oews-2026-05"


@pytest.mark.slow
def test_an_import_that_is_killed_leaves_the_old_file_or_the_new_one(
    home: dict[str, str], database: Path, tmp_path: Path
) -> None:
    old = database.read_bytes()
    other = written(tmp_path, "b.xlsx", national(row(), row("15-1232", "Computer User Support Specialists"), year=2015))
    started = time.monotonic()
    assert run("import", other, **home).code == 0
    takes = time.monotonic() - started
    new = database.read_bytes()
    endings = set()
    for number in range(100):
        database.write_bytes(old)
        process = subprocess.Popen(
            [*PROGRAM, "import", other], env=environ(**home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        with suppress(subprocess.TimeoutExpired):
            process.wait(takes * number / 50)
        process.send_signal(signal.SIGKILL)
        process.wait()
        data = database.read_bytes()
        assert data in (old, new), number
        endings.add(data == new)
    assert endings == {True, False}
    assert run("import", other, **home).code == 0
    assert os.listdir(database.parent) == ["official.sqlite"]


@pytest.mark.slow
def test_two_imports_at_once_keep_both_releases(home: dict[str, str], tmp_path: Path) -> None:
    files = [written(tmp_path, f"{year}.xlsx", national(year=year)) for year in (2014, 2015, 2017, 2018)]
    processes = [
        subprocess.Popen([*PROGRAM, "import", file], env=environ(**home), stdout=subprocess.DEVNULL) for file in files
    ]
    assert [process.wait() for process in processes] == [0, 0, 0, 0]
    assert [line[:4] for line in asked(home).out.splitlines()[5:]] == ["2018", "2017", "2016", "2015", "2014"]
