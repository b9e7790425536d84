"""careercli import: a failed import is one line and changes nothing."""

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.official.workbooks import national, projected, projections, row, written, xlsx, zipped
from tests.program import Import, home_in, run, shell, user_in

pytest.importorskip("python_calamine")


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


SHEET, TABLE = "bad: sheet “national_M2016_dl”", "bad: sheet “Table 1.2”"
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
        f"{TABLE}, row 3, column I: #N/A, an error of the spreadsheet\n",
    ),
    "errors of a workbook of another kind": (xlsx({"a": [["#N/A"]]}), "bad\tnot read"),
    "a number too large": (national(row(TOT_EMP="9" * 13)), f"{SHEET}, row 2: TOT_EMP “{'9' * 13}” is not a number"),
    "no code": (national(row("15-12310")), f"{SHEET}, row 2: OCC_CODE “15-12310” is not a code of an occupation\n"),
    "twice": (national(row(), row()), f"{SHEET}, row 3: a second row of 15-1231\n"),
    "control characters": (national(row(title="A \u202e B")), f"{SHEET}, row 2: OCC_TITLE is not a title\n"),
    "no year": (xlsx({"national_dl": [list(row()), list(row().values())]}), "bad: does not say which year it is of;"),
    "too late": (national(year=2099), "bad: says that it is of 2099-05, which is later than today\n"),
    "fewer than no jobs": (projections(projected(base="-5")), f"{TABLE}, row 3: Employment, 2025 “-5” is below 0\n"),
    "text for a change": (
        projections(projected(change="much")),
        f"{TABLE}, row 3: Employment change, percent, 2025–35 “much” is not a number\n",
    ),
    "too many decimals of openings": (
        projections(projected(openings="9.99999")),
        f"{TABLE}, row 3: Occupational openings, 2025–35 annual average “9.99999” is not a number\n",
    ),
    "a projection twice": (projections(projected(), projected()), f"{TABLE}: a second row of 15-1231\n"),
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
    user_in(folder)("import", written(folder, "before.xlsx", national(year=2015)))
    return folder


@pytest.mark.a_tenth
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_changes_nothing(name: str, with_2015: Path) -> None:
    data, message = BAD[name]
    database = with_2015 / "data" / "careercli" / "official.sqlite"
    before = database.read_bytes()
    written(with_2015, "bad", data)
    found = user_in(with_2015)("import", "bad")
    if message.startswith("bad:"):
        found.refuses(1, message)
    else:
        assert message in found.out
    assert database.read_bytes() == before
    assert sorted(os.listdir(database.parent)) == ["official.sqlite"]


def test_a_damaged_file_ends_the_import_of_all(program: Import, tmp_path: Path, database: Path) -> None:
    written(tmp_path, "a.xlsx", national())
    written(tmp_path, "bad.xlsx", national(row(A_MEAN="x"), year=2017))
    assert program("import", "a.xlsx", "bad.xlsx").code == 1
    assert not database.exists()


def test_without_a_home_nothing_can_be_kept() -> None:
    found = run("import", "a.xlsx", HOME=None)
    assert (found.code, found.err) == (
        1, "careercli: there is no home to keep releases in; set HOME or XDG_DATA_HOME\n",
    )  # fmt: skip


def test_a_disk_that_is_full_leaves_what_was_there(tmp_path: Path, database: Path) -> None:
    run("import", written(tmp_path, "a.xlsx", national()), **home_in(tmp_path))
    before = database.read_bytes()
    other = written(tmp_path, "b.xlsx", national(year=2015))
    shell('ulimit -f 2048; trap "" XFSZ; exec "$@"', "import", other, **home_in(tmp_path)).refuses(
        1, f"{database}: cannot be written: File too large\n"
    )
    assert database.read_bytes() == before
    assert os.listdir(database.parent) == ["official.sqlite"]


def test_without_the_extra_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    without = tmp_path / "python_calamine"
    without.mkdir()
    (without / "__init__.py").write_text("raise ImportError\n", encoding="utf-8")
    path = f"{tmp_path}{os.pathsep}{Path(__file__).parents[2]}"
    found = run("import", written(tmp_path, "a.xlsx", national()), **home_in(tmp_path), PYTHONPATH=path)
    assert found.err.endswith('workbooks are read by python-calamine: pip install "careercli[import]"\n')
