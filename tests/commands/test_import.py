"""careercli import: what becomes of each file, and that a failed import changes nothing."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from careercli.official.importers.recognize import LAYOUTS
from tests.official.workbooks import (
    all_data,
    national,
    old_projections,
    placed,
    projected,
    projections,
    row,
    written,
    xlsx,
)
from tests.program import Ended, run, shell

pytest.importorskip("python_calamine")

Import = Callable[..., Ended]
HEADER = "file\tresult\trelease\trows\tleft_out\tnote\n"
LOOKED_FOR = ", ".join(layout.looked_for for layout in LAYOUTS)


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a user whose folders are all new."""
    return home_in(tmp_path)


def home_in(folder: Path) -> dict[str, str]:
    return {"HOME": str(folder / "home"), "XDG_DATA_HOME": str(folder / "data")}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return the file that imported releases are kept in."""
    return tmp_path / "data" / "careercli" / "official.sqlite"


@pytest.fixture
def program(home: dict[str, str], tmp_path: Path) -> Import:
    """Return a function that runs careercli as that user, where the downloads are."""
    return lambda *arguments: run(*arguments, cwd=tmp_path, **home)


def medians(program: Import, as_of: str = "all") -> list[str]:
    return program("salary", "15-1231", "--as-of", as_of, "--columns", "as_of,median", "--no-header").out.splitlines()


def test_a_year_that_is_imported_answers_until_it_is_removed(program: Import, tmp_path: Path, database: Path) -> None:
    written(tmp_path, "a.xlsx", national(row(), row("99-9999", "Astronauts")))
    assert program("import", "a.xlsx") == Ended(0, f"{HEADER}a.xlsx\timported\toews-2016-05\t1\t1\t\n", "")
    assert medians(program)[-1] == "2016-05\t50000"
    assert "oews-2016-05" in program("sources").out
    before = database.read_bytes()
    again = program("import", "a.xlsx")
    assert again == Ended(0, f"{HEADER}a.xlsx\tskipped\toews-2016-05\t\t\timported already\n", "")
    assert database.read_bytes() == before
    removed = program("import", "--remove", "oews-2016-05")
    assert removed == Ended(0, f"{HEADER}\tremoved\toews-2016-05\t\t\t\n", "")
    assert not database.exists()
    assert medians(program)[-1] == "2021-05\t62760"


def test_every_figure_reads_back_as_printed(program: Import, tmp_path: Path) -> None:
    cells = {"EMP_PRSE": "1.5", "MEAN_PRSE": "0.4", "A_PCT10": "30010", "A_PCT25": "40020", "A_MEDIAN": "50030",
             "A_PCT75": "60040", "A_PCT90": "#", "A_MEAN": "*", "TOT_EMP": "12340"}  # fmt: skip
    written(tmp_path, "a.xlsx", national(row(**cells)))
    program("import", "a.xlsx")
    columns = "p10,p25,median,p75,p90,mean,employment,employment_error,mean_error"
    asked = ("salary", "15-1231", "--as-of", "2016", "--no-header", "--columns", columns)
    assert program(*asked).out == "30010\t40020\t50030\t60040\t>=208000\t\t12340\t1.5\t0.4\n"


def test_a_code_of_before_2021_is_joined_only_if_its_title_is_the_same(program: Import, tmp_path: Path) -> None:
    for year, joined in ((2016, "0\t1"), (2020, "0\t1"), (2022, "1\t0")):
        made = national(row(title="Network Specialists"), year=year)
        found = program("import", written(tmp_path, f"{year}.xlsx", made))
        assert (f"\t{joined}\t" in found.out) == (year != 2022), found
    assert medians(program, "2016") == []
    assert program("salary", "15-1231", "--as-of", "2016").err == (
        "careercli: 15-1231: no figures to May 2016: its work had the codes 15-1150 (SOC 2010), 15-1152 (SOC 2010),"
        " whose figures are not those of 15-1231\n"
    )


def test_years_are_drawn_with_a_break_where_the_codes_change(program: Import, tmp_path: Path) -> None:
    program("import", written(tmp_path, "a.xlsx", national()))
    drawn = program("salary", "15-1231", "--as-of", "all", "-f", "table").out
    assert "~~~ codes of SOC 2010 to May 2016, of SOC 2018 from May 2021 ~~~" in drawn


def test_the_education_of_newer_projections_is_found(program: Import, tmp_path: Path) -> None:
    written(tmp_path, "a.xlsx", projections(projected(education="Doctoral or professional degree")))
    program("import", "a.xlsx")
    found = program("roles", "--education", "doctoral", "--all", "--columns", "id", "--no-header").out.split()
    assert "15-1231" in found


def test_folders_and_archives_are_looked_into_and_what_comes_along_is_skipped(program: Import, tmp_path: Path) -> None:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    with zipfile.ZipFile(folder / "oesm16nat.zip", "w") as archive:
        archive.writestr("oesm16nat/national.xlsx", national())
        archive.writestr("oesm16nat/field_descriptions.txt", "text")
    written(folder, "b.xlsx", national(year=2023))
    written(folder, "c.xlsx", xlsx({"Sheet1": [["a", "b"]]}))
    written(folder, "notes.txt", b"text")
    written(folder, "photos.zip", zipped(b"").replace(b"a.xlsx", b"a.jpeg"))
    (tmp_path / "empty").mkdir()
    assert program("import", "Downloads") == Ended(
        0,
        f"{HEADER}Downloads/b.xlsx\tskipped\toews-2023-05\t\t\tcomes with careercli\n"
        f"Downloads/c.xlsx\tnot read\t\t\t\tlayout not known; looked for {LOOKED_FOR}\n"
        "Downloads/oesm16nat.zip:oesm16nat/national.xlsx\timported\toews-2016-05\t1\t0\t\n"
        "Downloads/photos.zip\tnot read\t\t\t\tlayout not known; looked for a workbook, a text, or a zip"
        " archive with these\n",
        "",
    )
    assert program("import", "empty").out == f"{HEADER}empty\tnot read\t\t\t\tnothing in it is imported\n"


def test_a_file_of_another_layout_is_told_and_the_others_are_read(program: Import, tmp_path: Path) -> None:
    written(tmp_path, "a.pdf", b"%PDF-1.7")
    written(tmp_path, "b.xlsx", national())
    found = program("import", "a.pdf", "b.xlsx")
    assert found.code == 1
    assert found.out == (
        f"{HEADER}a.pdf\tnot read\t\t\t\tlayout not known; looked for {LOOKED_FOR}\n"
        "b.xlsx\timported\toews-2016-05\t1\t0\t\n"
    )
    assert found.err == "careercli: import: some files were not read; the column note says why\n"


def test_names_and_cells_are_printed_without_their_control_characters(program: Import, tmp_path: Path) -> None:
    name = written(tmp_path, "a\x1b[31m.xlsx", national(row(A_MEDIAN="1\u202e2")))
    found = program("import", name)
    assert "a\\u{1b}[31m.xlsx: sheet “national_M2016_dl”, row 2: A_MEDIAN “1\\u{202e}2” is not a number" in found.err
    written(tmp_path, "b\x1b.txt", b"text")
    assert "b\\u{1b}.txt\tnot read" in program("import", "b\x1b.txt").out


def far_cell() -> bytes:
    return xlsx({"national_M2016_dl": [["OCC_CODE"]]}, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def bomb() -> bytes:
    data = BytesIO(national())
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * 5_000_000)
    return data.getvalue()


def encrypted() -> bytes:
    data = bytearray(zipped(national()))
    for header, at in ((0, 6), (data.rindex(b"PK\x01\x02"), 8)):
        data[header + at] |= 1
    return bytes(data)


def zipped(workbook: bytes) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.xlsx", workbook)
    return data.getvalue()


SHEET = "bad: sheet “national_M2016_dl”"
COLUMNS = [name for name in row() if name != "A_PCT10"]
BAD = {
    "empty file": (b"", "bad\tnot read"),
    "empty sheet": (xlsx({"national_M2016_dl": []}), "bad\tnot read"),
    "header alone": (national(row(O_GROUP="total")), "bad\tskipped"),
    "missing column": (national(columns=COLUMNS), f"{SHEET} has no column A_PCT10\n"),
    "text for a number": (
        national(row(), row("15-1232", A_MEDIAN="many")),
        f"{SHEET}, row 3: A_MEDIAN “many” is not a number or a mark\n",
    ),
    "an error for a number": (
        national(row(A_MEDIAN="#DIV/0!")),
        f"{SHEET}, row 2: A_MEDIAN “#DIV/0!” is not a number or a mark\n",
    ),
    "an error for a level": (
        national(row(), row("15-1232", O_GROUP="#REF!")),
        f"{SHEET}, row 3, column C: #REF!, an error of the spreadsheet\n",
    ),
    "an error for a title": (
        projections(projected(education="#N/A")),
        "bad: sheet “Table 1.2”, row 3, column I: #N/A, an error of the spreadsheet\n",
    ),
    "errors of a workbook of another kind": (xlsx({"a": [["#N/A"]]}), "bad\tnot read"),
    "a number too large": (national(row(TOT_EMP="9" * 13)), f"{SHEET}, row 2: TOT_EMP “{'9' * 13}” is not a number"),
    "no code": (national(row("15-12310")), f"{SHEET}, row 2: OCC_CODE “15-12310” is not a code of an occupation\n"),
    "twice": (national(row(), row()), f"{SHEET}, row 3: a second row of 15-1231\n"),
    "control characters": (national(row(title="A \u202e B")), f"{SHEET}, row 2: OCC_TITLE is not a title\n"),
    "no year": (xlsx({"national_dl": [list(row()), list(row().values())]}), "bad: does not say which year it is of;"),
    "too late": (national(year=2099), "bad: says that it is of 2099-05, which is later than today\n"),
    "fewer than no jobs": (
        projections(projected(base="-5")),
        "bad: sheet “Table 1.2”, row 3: Employment, 2025 “-5” is below 0\n",
    ),
    "not UTF-8": (b"year,period,value\n" + b"2027,M01,330\n" * 12 + b"\xe9", "bad: is not UTF-8 text\n"),
    "index below 0": (b"year,period,value\n2027,M01,-3\n", "bad: row 2: value “-3” is not a number\n"),
    "too early": (national(year=2009), "bad: is of May 2009; careercli reads OEWS from May 2013\n"),
    "far cell": (far_cell(), "bad: cannot be read: it asks for more memory or time than any release does\n"),
    "bomb": (bomb(), "bad: xl/worksheets/sheet9.xml unpacks to 5,000,000 bytes, more than a release has\n"),
    "cut off": (national()[:900], "bad: cannot be unpacked: File is not a zip file\n"),
    "no workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 2000, "bad: cannot be read: it is cut off, damaged or no workbook\n"),
    "encrypted": (encrypted(), "bad:a.xlsx: is encrypted\n"),
    "archive of other files": (
        zipped(b"").replace(b"a.xlsx", b"a.docx"),
        "bad\tnot read\t\t\t\tlayout not known; looked for",
    ),
}


@pytest.fixture(scope="module")
def with_2015(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a user who has imported OEWS of May 2015."""
    folder = tmp_path_factory.mktemp("with-2015")
    run("import", written(folder, "before.xlsx", national(year=2015)), cwd=folder, **home_in(folder))
    return folder


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_changes_nothing(name: str, with_2015: Path) -> None:
    data, message = BAD[name]
    database = with_2015 / "data" / "careercli" / "official.sqlite"
    before = database.read_bytes()
    written(with_2015, "bad", data)
    found = run("import", "bad", cwd=with_2015, **home_in(with_2015))
    if message.startswith("bad:"):
        assert (found.code, found.out) == (1, "")
        assert found.err.startswith(f"careercli: {message}")
        assert found.err.count("\n") == 1
    else:
        assert message in found.out
    assert database.read_bytes() == before
    assert sorted(os.listdir(database.parent)) == ["official.sqlite"]


def test_a_damaged_file_ends_the_import_of_all(program: Import, tmp_path: Path, database: Path) -> None:
    written(tmp_path, "a.xlsx", national())
    written(tmp_path, "bad.xlsx", national(row(A_MEAN="x"), year=2017))
    assert program("import", "a.xlsx", "bad.xlsx").code == 1
    assert not database.exists()


def test_a_release_with_other_figures_is_not_replaced_in_silence(program: Import, tmp_path: Path) -> None:
    program("import", written(tmp_path, "a.xlsx", national()))
    found = program("import", written(tmp_path, "b.xlsx", national(row(A_MEDIAN="50001"))))
    assert found.err.endswith(
        "b.xlsx: differs from what was imported as oews-2016-05; careercli import --remove oews-2016-05 first\n"
    )
    assert medians(program, "2016") == ["2016-05\t50000"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "import: name the files to read; see careercli import -h"),
        (("a.xlsx", "--remove", "oews-2016-05"), 2, "import: --remove and --again take no files"),
        (("nowhere.xlsx",), 1, "nowhere.xlsx: No such file or directory"),
        (("--remove", "oews-2016-05"), 1, "--remove: “oews-2016-05” was not imported; nothing was"),
        (("pipe",), 1, "pipe: is not a regular file"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: tuple[str, ...], code: int, message: str, program: Import, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert program("import", *arguments) == Ended(code, "", f"careercli: {message}\n")


def test_without_a_home_nothing_can_be_kept() -> None:
    found = run("import", "a.xlsx", HOME=None)
    assert (found.code, found.err) == (
        1, "careercli: there is no home to keep releases in; set HOME or XDG_DATA_HOME\n",
    )  # fmt: skip


def test_a_disk_that_is_full_leaves_what_was_there(home: dict[str, str], tmp_path: Path, database: Path) -> None:
    run("import", written(tmp_path, "a.xlsx", national()), **home)
    before = database.read_bytes()
    other = written(tmp_path, "b.xlsx", national(year=2015))
    found = shell('ulimit -f 2048; trap "" XFSZ; exec "$@"', "import", other, **home)
    assert (found.code, found.out) == (1, "")
    assert found.err == f"careercli: {database}: cannot be written: File too large\n"
    assert database.read_bytes() == before
    assert os.listdir(database.parent) == ["official.sqlite"]


def test_without_the_extra_it_is_said_how_to_get_it(home: dict[str, str], tmp_path: Path) -> None:
    without = tmp_path / "python_calamine"
    without.mkdir()
    (without / "__init__.py").write_text("raise ImportError\n", encoding="utf-8")
    path = f"{tmp_path}{os.pathsep}{Path(__file__).parents[2]}"
    found = run("import", written(tmp_path, "a.xlsx", national()), **home, PYTHONPATH=path)
    assert found.err.endswith('workbooks are read by python-calamine: pip install "careercli[import]"\n')
    assert found.code == 1


OHIO = placed("39", "Ohio", "2", A_MEDIAN="70001")
COLUMBUS = placed("18140", "Columbus, OH", "4", A_MEDIAN="80001")
RURAL = placed("3900006", "North Northeastern Ohio nonmetropolitan area (noncontiguous)", "6", A_MEDIAN="60001")
NATION = placed("99", "U.S.", "1", A_MEDIAN="76001")


def test_wages_of_places_are_shown_for_their_year(program: Import, tmp_path: Path) -> None:
    elsewhere = placed("18140", "Columbus-Marion, OH", "4", AREA="18141")
    industry = placed("99", "U.S.", "1", NAICS="51", I_GROUP="sector")
    group = placed("39", "Ohio", "2", O_GROUP="broad", OCC_CODE="15-1230")
    made = all_data(NATION, OHIO, COLUMBUS, elsewhere, industry, group)
    found = program("import", written(tmp_path, "all_data_M_2024.xlsx", made))
    assert found.out.endswith("all_data_M_2024.xlsx\timported\toews-2024-05\t3\t1\t\n")
    asked = ("salary", "15-1231", "--as-of", "2024", "--columns", "role,median,area", "--no-header")
    assert (
        program(*asked, "--area", "OH", "--area", "18140").out == "15-1231@OH\t70001\tOH\n15-1231@18140\t80001\t18140\n"
    )
    assert program(*asked).out == "15-1231\t73340\tUS\n"


def test_several_workbooks_make_a_release_and_a_contradiction_is_refused(program: Import, tmp_path: Path) -> None:
    program("import", written(tmp_path, "state.xlsx", all_data(OHIO)))
    program("import", written(tmp_path, "metro.xlsx", all_data(COLUMBUS)))
    assert program("import", written(tmp_path, "both.xlsx", all_data(OHIO, COLUMBUS))).out.endswith(
        "imported already\n"
    )
    other = written(tmp_path, "other.xlsx", all_data({**OHIO, "A_MEDIAN": "70002"}))
    assert "differs from what was imported as oews-2024-05" in program("import", other).err
    asked = ("salary", "15-1231", "--as-of", "2024", "--columns", "median", "--no-header", "--area")
    assert [program(*asked, area).out for area in ("OH", "columbus oh")] == ["70001\n", "80001\n"]


EVERYWHERE = (
    "show 15-1231", "compare noc-tech noc-tech@OH", "roles network", "path noc-tech", "similar noc-tech",
    "salary --all --area all", "salary 15-1231 --as-of all --adjust inflation", "salary noc-tech --industry all",
    "compare noc-tech@OH noc-tech@18140 --adjust prices",
)  # fmt: skip
"""Command lines that ask for the newest wages in different ways."""


def test_a_newer_release_is_shown_of_the_nation_and_of_places_once_it_has_them_all(
    program: Import, tmp_path: Path
) -> None:
    def shown(*arguments: str) -> str:
        return program("salary", "15-1231", *arguments, "--columns", "as_of,median", "--no-header").out

    program("import", written(tmp_path, "a.xlsx", all_data(NATION, OHIO, COLUMBUS, year=2026)))
    assert (shown(), shown("--area", "OH")) == ("2026-05\t76001\n", "2025-05\t70080\n")
    assert program("places", "15-1231", "--columns", "as_of").out.splitlines()[1] == "2025-05"
    program("import", written(tmp_path, "b.xlsx", all_data(RURAL, year=2026)))
    assert (shown(), shown("--area", "OH")) == ("2026-05\t76001\n", "2026-05\t70001\n")
    assert program("places", "15-1231", "--columns", "as_of,median").out == "as_of\tmedian\n2026-05\t70001\n"
    for command in EVERYWHERE:
        found = program(*command.split())
        assert found.code == 0, (command, found.err)


OUTLOOK = ("show", "15-1231", "-f", "ndjson", "--columns", "employment_change,openings,openings_rate,entry_education")


def outlook(program: Import) -> list[tuple[str, object]]:
    """Return source and value of the outlook of 15-1231."""
    rows = [json.loads(line) for line in program(*OUTLOOK).out.splitlines()]
    return [(claim["source"], claim["value"]) for row in rows for claim in row["cells"]["15-1231"]]


def sector(naics: str, title: str, **cells: str) -> dict[str, str]:
    return placed("99", "U.S.", "1", **{"NAICS": naics, "NAICS_TITLE": title, "I_GROUP": "sector", **cells})


def test_wages_by_sector_are_shown_for_their_year(program: Import, tmp_path: Path) -> None:
    made = all_data(
        sector("51", "Information", A_MEDIAN="70010"),
        sector("31-33", "Manufacturing", OWN_CODE="5"),
        sector("31-33", "Manufacturing", OWN_CODE="58", A_MEDIAN="70020"),
        sector("999001", "Government", I_GROUP="cross-industry, ownership", OWN_CODE="123", A_MEDIAN="70030"),
        sector("000000", "Cross-industry", I_GROUP="cross-industry, ownership", OWN_CODE="5"),
    )
    found = program("import", written(tmp_path, "natsector_M2024_dl.xlsx", made))
    assert found.out.endswith("\timported\toews-2024-05\t3\t0\twithout 2 rows of one ownership alone\n")
    asked = ("salary", "15-1231", "--industry", "all", "--columns", "industry,median", "--no-header", "--as-of")
    assert program(*asked, "2024").out == (
        "Sectors 31, 32, and 33 - Manufacturing\t70020\nSector 51 - Information\t70010\n"
        "Federal, State, and Local Government, including State and Local Schools and Hospitals and USPS\t70030\n"
    )
    assert program(*asked, "2025").out == run(*asked, "2025").out
    assert program(*asked, "2023") == Ended(
        1, "", "careercli: --industry: no wages by industry of 2023 are here; those of 2025, 2024 are\n"
    )


def test_newer_projections_take_the_place_of_the_bundled_ones(program: Import, tmp_path: Path) -> None:
    before = outlook(program)
    assert {source for source, _ in before} == {"projections-2024-34"}
    assert program("import", written(tmp_path, "occupation.xlsx", projections())).out.endswith(
        "occupation.xlsx\timported\tprojections-2025-35\t2\t0\t\n"
    )
    assert outlook(program) == [
        ("projections-2025-35", each) for each in (6.3, 9900, 6.0, "Bachelor's degree")
    ]  # fmt: skip
    assert "projections-2025-35" in program("sources").out
    asked = ("roles", "--all", "network support", "--columns", "id,employment_change", "--no-header")
    assert "15-1231\t6.3\n" in program(*asked).out
    program("import", "--remove", "projections-2025-35")
    assert outlook(program) == before


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (projections(projected(change="much")), "row 3: Employment change, percent, 2025–35 “much” is not a number\n"),
        (projections(projected(), projected()), ": a second row of 15-1231\n"),
        (projections(projected(openings="9.99999")), "annual average “9.99999” is not a number\n"),
    ],
)
def test_projections_that_cannot_be_read_change_nothing(
    made: bytes, message: str, program: Import, tmp_path: Path, database: Path
) -> None:
    found = program("import", written(tmp_path, "occupation.xlsx", made))
    assert found.code == 1
    assert found.err.endswith(message)
    assert not database.exists()


@pytest.mark.parametrize(("made", "release"), [(old_projections, "2016-26"), (projections, "2019-29")])
def test_older_projections_are_joined_by_code_and_title_and_shown_by_year(
    made: Callable[..., bytes], release: str, program: Import, tmp_path: Path
) -> None:
    renamed = projected(title="Network specialists", code="15-1232")
    written(tmp_path, "old.xlsx", made(projected(), renamed, base=int(release[:4])))
    assert program("import", "old.xlsx").out.endswith(f"old.xlsx\timported\tprojections-{release}\t2\t2\t\n")
    assert program("show", "15-1231", "-f", "table").out == run("show", "15-1231", "-f", "table").out
    shown = json.loads(program("show", "15-1231", "--as-of", "2020", "--section", "outlook", "-f", "json").out)
    assert shown["roles"][0]["title"] == "Computer Network Support Specialists, as of 2020"
    figures = {row["field"]: row["cells"]["15-1231"][0] for row in shown["rows"] if row["cells"]["15-1231"]}
    assert {claim["source"] for claim in figures.values()} == {f"projections-{release}"}
    assert (figures["employment_change"]["value"], figures["openings_rate"]["value"]) == (6.3, 6.0)
    assert program("show", "15-1232", "--as-of", "2020").err == (
        "careercli: --as-of: no release of 2020 or before that is here has figures of 15-1232\n"
    )
