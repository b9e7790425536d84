"""Errors of a spreadsheet, which python-calamine reads as empty cells, are found where they stand."""

import struct
import zipfile
from io import BytesIO

import pytest

from careercli.official.importers.error_cells import ErrorCell, error_cells
from tests.official.workbooks import xlsx

ROWS = [["a", "b"], ["1", "#N/A"], ["#REF!", "2"]]
FAR = '<row r="90"><c r="AB90" s="1" t="e"><f>VLOOKUP(A1,B:C,2)</f><v>#N/A</v></c></row>'


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (xlsx({"one": [["1"]], "two": ROWS}), {1: ErrorCell(2, 2, "#N/A")}),
        (xlsx({"one": [["1"]]}, FAR), {0: ErrorCell(90, 28, "#N/A")}),
        (xlsx({"one": [["1"] * 10_000] * 20}, FAR), {0: ErrorCell(90, 28, "#N/A")}),
        (xlsx({"one": [["1"]]}, FAR.replace('t="e"', "t='e'")), {0: ErrorCell(90, 28, "#N/A")}),
        (xlsx({"one": [["1"]]}, FAR.replace('t="e"', 't\n= "e"')), {0: ErrorCell(90, 28, "#N/A")}),
        (xlsx({"one": [["1"]]}, FAR.replace("<v>#N/A</v>", "")), {0: ErrorCell(90, 28, "no value")}),
        (xlsx({"one": [["1"]]}, FAR.replace("<v>#N/A</v>", "<v/>")), {0: ErrorCell(90, 28, "no value")}),
        (xlsx({"one": [["1"]]}, '<row r="2"><c t="e"/><c><v>3</v></c></row>'), {0: ErrorCell(2, 1, "no value")}),
        (xlsx({"one": [['t="e"', "#text"]]}), {}),
        (b"", {}),
    ],
    ids=[
        "by counting", "by its name", "in a large sheet", "other quotes", "spaces", "no value", "an empty value",
        "an empty cell", "a text", "no workbook",
    ],
)  # fmt: skip
def test_the_first_error_of_each_sheet_is_found(data: bytes, found: dict[int, ErrorCell]) -> None:
    assert error_cells(BytesIO(data)) == found


def edited(data: bytes, rename: tuple[str, str] = ("", ""), change: tuple[bytes, bytes] = (b"", b"")) -> bytes:
    """Return a workbook whose members have other names, or other text."""
    copy = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(copy, "w") as after:
        for name in before.namelist():
            after.writestr(name.replace(*rename), before.read(name).replace(*change))
    return copy.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        edited(xlsx({"one": ROWS}), rename=("sheet1", "Sheet1")),
        edited(xlsx({"one": ROWS}), rename=("worksheets/", "worksheets\\")),
        edited(xlsx({"one": ROWS}), change=(b'Target="', b'Target = "')),
        edited(xlsx({"one": ROWS}), change=(b"<sheets>", b'<sheets><!-- <sheet name="q" r:id="rId9"/> -->')),
        edited(xlsx({"one": ROWS}), change=(b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml")),
    ],
    ids=["case", "backslash", "spaces", "comment", "strict"],
)
def test_a_sheet_is_found_where_the_library_finds_it(data: bytes) -> None:
    assert error_cells(BytesIO(data)) == {0: ErrorCell(2, 2, "#N/A")}


def test_a_sheet_that_is_not_there_is_no_sheet_without_errors() -> None:
    with pytest.raises(KeyError):
        error_cells(BytesIO(edited(xlsx({"one": ROWS}), rename=("sheet1", "sheet2"))))


def test_in_an_old_workbook_the_value_of_a_cell_is_found() -> None:
    sheet = b"\x09\x08\x10\0\0\x06\x10\0"
    cell = b"\x05\x02\x08\0" + struct.pack("<HHHBB", 2, 27, 15, 0x17, 1)
    assert error_cells(BytesIO(b"\xd0\xcf\x11\xe0" + sheet + sheet + cell)) == {1: ErrorCell(3, 28, "#REF!")}


def test_a_column_is_named_as_a_spreadsheet_names_it() -> None:
    assert [ErrorCell(1, column, "").letters for column in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
