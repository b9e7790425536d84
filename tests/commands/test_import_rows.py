"""careercli import of O*NET: a row for an archive says what it holds and lacks; tasks are shown."""

from pathlib import Path

import pytest

from careercli.commands.import_rows import missing
from tests.official.onet_files import LAYOUTS, TABLES, archive, member
from tests.official.workbooks import national, written
from tests.program import IMPORT_HEADER, Ended, Import

pytest.importorskip("python_calamine")


def imported(program: Import, *files: str) -> list[str]:
    """Return the rows of an import that succeeds."""
    done = program("import", *files)
    assert (done.code, done.err) == (0, ""), done
    return done.out.removeprefix(IMPORT_HEADER).splitlines()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_archive_is_imported_once_and_removed(layout: str, program: Import, tmp_path: Path) -> None:
    written(tmp_path, "a.zip", archive("27.0", layout))
    assert imported(program, "a.zip") == ["a.zip\timported\tonet-27.0\t14\t0\t"]
    before = (tmp_path / "data" / "careercli" / "official.sqlite").read_bytes()
    assert imported(program, "a.zip") == ["a.zip\tskipped\tonet-27.0\t\t\timported already"]
    assert (tmp_path / "data" / "careercli" / "official.sqlite").read_bytes() == before
    assert "onet-27.0\t" in program("sources").out
    assert imported(program, "--remove", "onet-27.0") == ["\tremoved\tonet-27.0\t\t\t"]
    assert "onet-27.0\t" not in program("sources").out


def test_the_same_release_in_another_layout_is_there_already(program: Import, tmp_path: Path) -> None:
    for layout in LAYOUTS:
        written(tmp_path, f"{layout}.zip", archive("27.0", layout))
    assert [row.split("\t")[1] for row in imported(program, "text.zip", "excel.zip", "csv.zip")] == [
        "imported", "skipped", "skipped",
    ]  # fmt: skip


def test_what_is_missing_and_left_out_is_said(program: Import, tmp_path: Path) -> None:
    zones = [TABLES["Job Zones"][0] | {"O*NET-SOC Code": code} for code in ("15-1231.00", "99-9999.00")]
    written(
        tmp_path,
        "db_27_0_text.zip",
        archive("27.0", "text", {"Job Zones": zones, "Work Context": TABLES["Work Context"]}),
    )
    assert imported(program, "db_27_0_text.zip") == [
        "db_27_0_text.zip\timported\tonet-27.0\t1\t1\twithout skills, knowledge, education, technologies, interests,"
        " related, tasks, activities, alternate titles, reported titles"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("release", "tables", "said"),
    [
        ("onet-31.0", ["essential_skills", "transferable_skills", "tasks"],
         "without job zones, knowledge, education, technologies, interests, related, activities, alternate titles,"
         " reported titles: those of 30.2 stay"),
        ("onet-31.0", [], "without job zones, skills, knowledge, education, technologies, interests, related,"
         " activities, alternate titles, reported titles: those of 30.2 stay; without tasks"),
        ("onet-30.2", ["tasks"], ""),
    ],
)  # fmt: skip
def test_the_parts_that_a_release_lacks_stay_those_of_another(release: str, tables: list[str], said: str) -> None:
    assert missing(release, [f"{release}.{table}" for table in tables]) == said


def test_of_the_bundled_release_the_tasks_alone_are_new(program: Import, tmp_path: Path) -> None:
    written(tmp_path, "db_30_2_excel.zip", archive("30.2", "excel"))
    assert imported(program, "db_30_2_excel.zip") == [
        "db_30_2_excel.zip\timported\tonet-30.2\t2\t0\tthe rest comes with careercli"
    ]
    assert imported(program, "db_30_2_excel.zip") == ["db_30_2_excel.zip\tskipped\tonet-30.2\t\t\timported already"]
    assert "onet-30.2" in program("show", "15-1231", "--columns", "tasks", "-f", "json").out
    assert imported(program, "--remove", "onet-30.2") == ["\tremoved\tonet-30.2\t\t\t"]
    assert "onet-30.2\t" in program("sources").out


def test_other_content_under_the_same_release_changes_nothing(program: Import, tmp_path: Path) -> None:
    written(tmp_path, "a.zip", archive("27.0", "text"))
    imported(program, "a.zip")
    before = (tmp_path / "data" / "careercli" / "official.sqlite").read_bytes()
    changed = {"Job Zones": [TABLES["Job Zones"][0] | {"Job Zone": "2"}]}
    written(tmp_path, "b.zip", archive("27.0", "text", changed))
    written(tmp_path, "c.xlsx", national())
    assert program("import", "c.xlsx", "b.zip") == Ended(
        1, "", "careercli: b.zip:Job Zones.txt: differs from what was imported as onet-27.0;"
        " careercli import --remove onet-27.0 first\n",
    )  # fmt: skip
    assert (tmp_path / "data" / "careercli" / "official.sqlite").read_bytes() == before


def test_a_folder_is_one_row_and_a_table_that_is_named_is_another(program: Import, tmp_path: Path) -> None:
    folder = tmp_path / "db_27_0_text"
    folder.mkdir()
    for name in ("Job Zones", "Task Statements", "Work Context"):
        written(folder, *member(name, "text", TABLES[name]))
    (row,) = imported(program, "db_27_0_text")
    assert row.startswith("db_27_0_text\timported\tonet-27.0\t3\t0\twithout skills, knowledge, ")
    (row,) = imported(program, "db_27_0_text/Job Zones.txt")
    assert row == "db_27_0_text/Job Zones.txt\tskipped\tonet-27.0\t\t\timported already"
    (row,) = imported(program, "db_27_0_text/Work Context.txt")
    assert row == "db_27_0_text/Work Context.txt\tskipped\t\t\t\ta table of O*NET that is not used"


def test_tasks_are_shown_where_a_release_has_them(program: Import, tmp_path: Path) -> None:
    full = program("show", "15-1231", "--section", "duties").out
    assert "tasks" not in full
    written(tmp_path, "a.zip", archive("27.0", "text"))
    imported(program, "a.zip")
    shown = program("show", "15-1231", "--section", "duties").out
    assert shown.replace('duties\ttasks\ttasks\tKeep "uptime" up. | Sweep the rack.\n', "") == full
    (row,) = program("show", "15-1231", "--columns", "tasks", "-f", "json").json["rows"]
    assert [(claim["value"], claim["source"]) for claim in row["cells"]["15-1231"]] == [
        ('Keep "uptime" up.', "onet-27.0"), ("Sweep the rack.", "onet-27.0"),
    ]  # fmt: skip
    table = program("show", "15-1231", "--section", "duties", "-f", "table").out
    assert "O*NET 27.0, tasks said 2023-08: everyone in 15-1231" in table
