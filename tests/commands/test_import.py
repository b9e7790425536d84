"""careercli import: what becomes of each file, and of each year of wages."""

import os
import zipfile
from pathlib import Path

import pytest

from careercli.official.importers.recognize import LAYOUTS
from tests.official.workbooks import national, row, written, xlsx, zipped
from tests.program import IMPORT_HEADER, Ended, Import

pytest.importorskip("python_calamine")


LOOKED_FOR = ", ".join(layout.looked_for for layout in LAYOUTS)


def medians(program: Import, as_of: str = "all") -> list[str]:
    return program("salary", "15-1231", "--as-of", as_of, "--columns", "as_of,median", "--no-header").out.splitlines()


def test_a_year_that_is_imported_answers_until_it_is_removed(program: Import, tmp_path: Path, database: Path) -> None:
    written(tmp_path, "a.xlsx", national(row(), row("99-9999", "Astronauts")))
    assert program("import", "a.xlsx") == Ended(0, f"{IMPORT_HEADER}a.xlsx\timported\toews-2016-05\t1\t1\t\n", "")
    assert medians(program)[-1] == "2016-05\t50000"
    assert "oews-2016-05" in program("sources").out
    before = database.read_bytes()
    again = program("import", "a.xlsx")
    assert again == Ended(0, f"{IMPORT_HEADER}a.xlsx\tskipped\toews-2016-05\t\t\timported already\n", "")
    assert database.read_bytes() == before
    removed = program("import", "--remove", "oews-2016-05")
    assert removed == Ended(0, f"{IMPORT_HEADER}\tremoved\toews-2016-05\t\t\t\n", "")
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
        f"{IMPORT_HEADER}Downloads/b.xlsx\tskipped\toews-2023-05\t\t\tcomes with careercli\n"
        f"Downloads/c.xlsx\tnot read\t\t\t\tlayout not known; looked for {LOOKED_FOR}\n"
        "Downloads/oesm16nat.zip:oesm16nat/national.xlsx\timported\toews-2016-05\t1\t0\t\n"
        "Downloads/photos.zip\tnot read\t\t\t\tlayout not known; looked for a workbook, a text, or a zip"
        " archive with these\n",
        "",
    )
    assert program("import", "empty").out == f"{IMPORT_HEADER}empty\tnot read\t\t\t\tnothing in it is imported\n"


def test_a_file_of_another_layout_is_told_and_the_others_are_read(program: Import, tmp_path: Path) -> None:
    written(tmp_path, "a.pdf", b"%PDF-1.7")
    written(tmp_path, "b.xlsx", national())
    found = program("import", "a.pdf", "b.xlsx")
    assert found.code == 1
    assert found.out == (
        f"{IMPORT_HEADER}a.pdf\tnot read\t\t\t\tlayout not known; looked for {LOOKED_FOR}\n"
        "b.xlsx\timported\toews-2016-05\t1\t0\t\n"
    )
    assert found.err == "careercli: import: some files were not read; the column note says why\n"


def test_names_and_cells_are_printed_without_their_control_characters(program: Import, tmp_path: Path) -> None:
    name = written(tmp_path, "a\x1b[31m.xlsx", national(row(A_MEDIAN="1\u202e2")))
    found = program("import", name)
    assert "a\\u{1b}[31m.xlsx: sheet “national_M2016_dl”, row 2: A_MEDIAN “1\\u{202e}2” is not a number" in found.err
    written(tmp_path, "b\x1b.txt", b"text")
    assert "b\\u{1b}.txt\tnot read" in program("import", "b\x1b.txt").out


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
