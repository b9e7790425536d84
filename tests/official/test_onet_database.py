"""Read tables of O*NET: three layouts come to the same lines, and the first bad cell is named."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from careercli.errors import CareerError
from careercli.official.importers import onet_database, sheets, text
from careercli.official.importers.downloads import Download, downloads
from careercli.official.importers.layout import PassedOver, Table, Unused
from careercli.official.importers.recognize import read
from careercli.store import build
from tests.official.onet_files import CODE, LAYOUTS, TABLES, Row, archive, member, rated
from tests.official.publishers import ONET
from tests.official.workbooks import written

pytest.importorskip("python_calamine")

LINES = {
    "essential_skills": ["2.A.1.a\tReading Comprehension\tIM\t4\t8\t0.125\tN\t\t08/2023\tAnalyst",
                         "2.A.1.a\tReading Comprehension\tLV\t4.12\t8\t0.125\tY\t\t08/2023\tAnalyst"],
    "transferable_skills": ["2.B.1.a\tSocial Perceptiveness\tIM\t3.1\t8\t0.125\tN\t\t08/2023\tAnalyst"],
    "knowledge": ["2.C.1.a\tAdministration and Management\tIM\t2.5\t8\t0.125\tN\t\t08/2023\tAnalyst"],
    "interests": ["1.B.1.a\tRealistic\tOI\t1.33\t08/2023\tAnalyst"],
    "education": ["5\t46.93\t27\t0\t\t08/2023\tAnalyst"],
    "job_zones": ["4\t08/2023\tAnalyst"],
    "technologies": ["“Zeta” Console\tY\tN"],
    "alternate_titles": ["Network Whisperer\t"],
    "reported_titles": ['The "Cable" Person'],
    "related": ["15-1244.00\tPrimary-Short\t1"],
    "activities": ["4.A.2.a.4.I09.D03"],
    "tasks": ["9\t1\tSweep the rack.\tSupplemental\t\t08/2023\tAnalyst",
              '7\t2\tKeep "uptime" up.\tCore\t\t08/2023\tAnalyst'],
}  # fmt: skip
"""The lines that the made tables become, without the code that each line begins with."""


def tables(path: Path) -> list[Table]:
    """Return every table in an archive."""
    found = []
    for download in downloads(str(path)):
        try:
            found += read(download)
        except PassedOver:
            continue
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_comes_to_the_same_lines(layout: str, tmp_path: Path) -> None:
    written(tmp_path, "download.zip", archive("27.0", layout))
    found: dict[str, set[str]] = {}
    for table in tables(tmp_path / "download.zip"):
        found.setdefault(table.name, set()).update(table.lines)
    wanted = {f"onet-27.0.{name}": {f"{CODE}\t{line}" for line in lines} for name, lines in LINES.items()}
    assert found == wanted | {"onet-27.0.activity_titles": {"4.A.2.a.4.I09.D03\tAnalyze networks."}}


@pytest.mark.parametrize(
    ("name", "read_me", "release"),
    [
        ("db_30_3_csv.zip", "-", "30.3"),
        ("copy of db_27_0_text (1).zip", "-", "27.0"),
        ("db_30_3_csv.zip", "O*NET 29.1 Database\nNovember 2024 Release", "29.1"),
    ],
)
def test_the_read_me_tells_the_release_and_then_the_name(name: str, read_me: str, release: str, tmp_path: Path) -> None:
    written(tmp_path, name, archive("29.1", "text", {"Job Zones": TABLES["Job Zones"]}, read_me))
    assert [table.release for table in tables(tmp_path / name)] == [f"onet-{release}"]


def test_a_folder_tells_the_release_of_a_table_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "db_27_0_text"
    folder.mkdir()
    path = written(folder, *member("Job Zones", "text", TABLES["Job Zones"]))
    assert [table.release for table in read(Download(path))] == ["onet-27.0"]


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("tables", "does not say which release of O*NET it is of; put it in a folder that is named as the archive that"
                   " it came in, db_30_3_csv"),
        ("db_24_3_text", "is of O*NET 24.3; careercli reads O*NET from 25.1"),
    ],
)  # fmt: skip
def test_a_table_of_no_or_of_an_old_release_is_refused(folder: str, said: str, tmp_path: Path) -> None:
    (tmp_path / folder).mkdir()
    path = written(tmp_path / folder, *member("Job Zones", "text", TABLES["Job Zones"]))
    with pytest.raises(CareerError) as caught:
        read(Download(path))
    assert str(caught.value) == f"{path}: {said}"


def skill(**cells: str) -> Row:
    return rated("2.A.1.a", "Reading Comprehension", "IM", "4.00", **cells)


WRONG = [
    ("Skills", {"Data Value": "many"}, "Data Value “many” is not a number"),
    ("Skills", {"Data Value": ""}, "Data Value “” is not a number"),
    ("Skills", {"Data Value": "4.123"}, "Data Value “4.123” 4.123 is finer than 1/100"),
    ("Skills", {"N": "-8"}, "N “-8” is not a number"),
    ("Skills", {"Standard Error": "1e5"}, "Standard Error “1e5” is not a number"),
    ("Skills", {"O*NET-SOC Code": "15-1231"}, "O*NET-SOC Code “15-1231” is not a code of an occupation"),
    ("Skills", {"Scale ID": "XX"}, "Scale ID “XX” is not a scale of this table"),
    ("Skills", {"Recommend Suppress": "maybe"}, "Recommend Suppress “maybe” is neither Y nor N"),
    ("Skills", {"Date": "2023-08"}, "Date “2023-08” is not a month"),
    ("Skills", {"Element Name": "a\x1b[2J"}, "Element Name “a\x1b[2J” holds characters that do not print"),
    ("Skills", {"Domain Source": ""}, "Domain Source “” is empty or longer than 200 characters"),
    ("Job Zones", {"Job Zone": "6"}, "Job Zone “6” is not a job zone"),
    ("Related Occupations", {"Relatedness Tier": "Best"}, "Relatedness Tier “Best” is not a tier"),
    ("Related Occupations", {"Related O*NET-SOC Code": ""}, "Related O*NET-SOC Code “” is not a code of an occupation"),
    ("Technology Skills", {"Hot Technology": ""}, "Hot Technology “” is neither Y nor N"),
    ("Task Statements", {"Task ID": "seven"}, "Task ID “seven” is not an id"),
    ("Task Statements", {"Task": "x" * 1001}, f"Task “{'x' * 40}” is empty or longer than 1000 characters"),
    ("Education, Training, and Experience", {"Category": "13"}, "Category “13” is not a level of education"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "cells", "said"), WRONG)
def test_a_cell_that_cannot_be_of_its_column_is_named(
    name: str, cells: dict[str, str], said: str, tmp_path: Path
) -> None:
    good = TABLES[name][0]
    for layout, where in (("text", "row 2"), ("excel", f"sheet “{name[:31]}”, row 2")):
        if layout == "excel" and "\x1b" in said:
            continue
        folder = tmp_path / f"db_27_0_{layout}"
        folder.mkdir()
        path = written(folder, *member(name, layout, [good | cells]))
        with pytest.raises(CareerError) as caught:
            read(Download(path))
        assert str(caught.value) == f"{path}: {where}: {said}"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("name", "column"),
    [("Skills", "Data Value"), ("Job Zones", "Domain Source"), ("Task Statements", "Task"), ("Knowledge", "Date")],
)
def test_a_missing_column_is_named(name: str, column: str, layout: str, tmp_path: Path) -> None:
    rows = [{"Other" if key == column else key: cell for key, cell in row.items()} for row in TABLES[name]]
    written(tmp_path, "a.zip", archive("27.0", layout, {name: rows}))
    with pytest.raises(CareerError, match=f"has no column {column}$"):
        tables(tmp_path / "a.zip")


def test_a_table_of_onet_without_the_column_of_codes_is_refused(tmp_path: Path) -> None:
    rows = [{key.replace("O*NET-SOC Code", "Code"): cell for key, cell in row.items()} for row in TABLES["Skills"]]
    written(tmp_path, "a.zip", archive("27.0", "text", {"Skills": rows}))
    with pytest.raises(CareerError, match=r"Skills.txt: has no column O\*NET-SOC Code$"):
        tables(tmp_path / "a.zip")


@pytest.mark.parametrize(
    "name", [name for name in TABLES if name not in ("Tasks to DWAs", "Abilities", "Work Context")]
)
def test_a_second_row_of_a_key_is_refused(name: str, tmp_path: Path) -> None:
    rows = [TABLES[name][0], TABLES[name][0] | {"Data Value": "1.00"}]
    if name == "DWA Reference":
        rows[1] = rows[0] | {"DWA Title": "Another."}
    written(tmp_path, "a.zip", archive("27.0", "excel", {name: rows}))
    with pytest.raises(CareerError, match="row 3: a second row of "):
        tables(tmp_path / "a.zip")


def test_a_short_row_and_an_empty_table_are_refused(tmp_path: Path) -> None:
    name, data = member("Job Zones", "text", TABLES["Job Zones"])
    for content, said in (
        (data + b"15-1231.00\t4\n", "row 3: has fewer cells"),
        (data.partition(b"\n")[0], "has no rows"),
    ):
        held = BytesIO()
        with zipfile.ZipFile(held, "w") as made:
            made.writestr(f"db_27_0_text/{name}", content)
        written(tmp_path, "a.zip", held.getvalue())
        with pytest.raises(CareerError, match=said):
            tables(tmp_path / "a.zip")


def test_a_table_that_is_not_used_is_told_only_where_it_was_named(tmp_path: Path) -> None:
    folder = tmp_path / "db_27_0_text"
    folder.mkdir()
    for name in ("Abilities", "Work Context", "Occupation Data"):
        path = written(folder, *member(name, "text", TABLES[name]))
        with pytest.raises(Unused) as caught:
            read(Download(path))
        assert not isinstance(caught.value, PassedOver)
        with pytest.raises(PassedOver):
            read(Download(path, "", False))


@pytest.mark.parametrize(("name", "column"), [("Task Statements", "Task"), ("Alternate Titles", "Alternate Title")])
def test_a_text_with_hidden_characters_is_refused(name: str, column: str, tmp_path: Path) -> None:
    rows = [TABLES[name][0] | {column: "Wipe\u202e\x1b]0;x\x07 disks."}]
    written(tmp_path, "a.zip", archive("27.0", "text", {name: rows}))
    with pytest.raises(CareerError, match=f"row 2: {column} “Wipe.* holds characters that do not print"):
        tables(tmp_path / "a.zip")


BUNDLED = {
    "Interests": "interests", "Job Zones": "job_zones", "Technology Skills": "technologies",
    "Related Occupations": "related", "Sample of Reported Titles": "reported_titles",
    "Education, Training, and Experience": "education",
}  # fmt: skip
LARGE = {"Skills": "ratings", "Knowledge": "ratings", "Alternate Titles": "alternate_titles"}


@pytest.mark.parametrize("name", [*BUNDLED, *(pytest.param(name, marks=pytest.mark.slow) for name in LARGE)])
def test_a_table_that_careercli_comes_with_is_read_as_it_is_bundled(name: str, tmp_path: Path) -> None:
    if not ONET.is_file():
        pytest.skip("the O*NET databases are not here")
    member_name = f"{name}.xlsx"
    with zipfile.ZipFile(ONET) as opened:
        path = opened.extract(member_name, tmp_path)
    with open(path, "rb") as file:
        found = onet_database.LAYOUT.tables(sheets.rows(file, ""), Download(str(ONET), member_name, False))
    bundled_name = (BUNDLED | LARGE)[name]
    (bundled,) = build.TEXTS.glob(f"onet-30.2.{bundled_name}.tsv*")
    elements = {"Skills": ("2.A", "2.B"), "Knowledge": ("2.C",)}.get(name, ("",))
    kept = {"\t".join(row.values()) for row in text.read(bundled) if row.get("element_id", "").startswith(elements)}
    assert {line for table in found for line in table.lines} == kept
    assert list(found[0].columns) == list(next(text.read(bundled)))
