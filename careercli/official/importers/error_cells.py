"""Find cells of a workbook that hold an error, such as #REF!: python-calamine reads them as empty ones."""

import re
import zipfile
from typing import IO, NamedTuple
from xml.etree import ElementTree

_BLOCK, _OVERLAP = 1 << 20, 64
_IS_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\s(?P<attributes>[^>]*\bt\s*=\s*["']e["'][^>]*)>"""
    rb"""(?:(?<!/>)(?:(?!</(?:\w+:)?c\s*>).)*?<(?:\w+:)?v>(?P<text>[^<]*))?""",
    re.DOTALL,
)
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_ROW, _CELL = re.compile(rb"<(?:\w+:)?row[\s/>]"), re.compile(rb"<(?:\w+:)?c[\s/>]")

_OLD_ERROR = re.compile(rb"\x05\x02\x08\0(..)(..)..([\0\x07\x0f\x17\x1d\x24\x2a])\x01", re.DOTALL)
_OLD_SHEET = b"\x09\x08\x10\0\0\x06\x10\0"
"""In .xls (BIFF8) the record of a value that is an error, and the one that begins a sheet."""

_OLD_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


class ErrorCell(NamedTuple):
    """A cell of a sheet by its row and column, counted from 1, and the error that it holds."""

    row: int
    column: int
    text: str

    @property
    def letters(self) -> str:
        """Return the letters of the column, as a spreadsheet shows them."""
        left, letters = self.column, ""
        while left:
            left, last = divmod(left - 1, 26)
            letters = chr(ord("A") + last) + letters
        return letters


def error_cells(book: IO[bytes]) -> dict[int, ErrorCell]:
    """Return the first cell with an error of each sheet, by the number of the sheet, counted from 0.

    In .xls only a value is found, not a formula that results in an error. Raises KeyError where a sheet is missing.
    """
    if not zipfile.is_zipfile(book):
        book.seek(0)
        return _in_old(book.read())
    with zipfile.ZipFile(book) as archive:
        found = ((n, _first(archive, member)) for n, member in enumerate(_members(archive)))
        return {number: cell for number, cell in found if cell}


def _in_old(data: bytes) -> dict[int, ErrorCell]:
    found: dict[int, ErrorCell] = {}
    for match in _OLD_ERROR.finditer(data):
        row, column = (1 + int.from_bytes(match[n], "little") for n in (1, 2))
        sheet = data.count(_OLD_SHEET, 0, match.start()) - 1
        found.setdefault(sheet, ErrorCell(row, column, _OLD_ERRORS[match[3][0]]))
    return found


def _members(archive: zipfile.ZipFile) -> list[str]:
    """Return the members of the sheets in their order; python-calamine takes names in other case for the same."""
    there = {name.lower().replace("\\", "/"): name for name in archive.namelist()}
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    sheets = ElementTree.fromstring(archive.read("xl/workbook.xml")).iterfind(".//{*}sheet")
    ids = (next((value for name, value in each.items() if name.endswith("}id")), "") for each in sheets)
    names = (targets.get(each, "") for each in ids)
    paths = [name[1:] if name.startswith("/") else f"xl/{name}" for name in names]
    return [there.get(path.lower(), path) for path in paths]


def _first(archive: zipfile.ZipFile, member: str) -> ErrorCell | None:
    """Return the first cell with an error; only a sheet that may have one is read into memory."""
    if not _may_have_one(archive, member):
        return None
    data = archive.read(member)
    match = _ERROR.search(data)
    return ErrorCell(*_place(data, match), (match["text"] or b"no value").decode()) if match else None


def _may_have_one(archive: zipfile.ZipFile, member: str) -> bool:
    before = b""
    with archive.open(member) as file:
        while block := file.read(_BLOCK):
            if _IS_ERROR.search(before + block):
                return True
            before = block[-_OVERLAP:]
    return False


def _place(data: bytes, cell: re.Match[bytes]) -> tuple[int, int]:
    """Return the row and column that a cell names, else counted in its sheet."""
    if place := _PLACE.search(cell["attributes"]):
        column = 0
        for letter in place[1]:
            column = column * 26 + letter - ord("A") + 1
        return int(place[2]), column
    rows = [each.start() for each in _ROW.finditer(data, 0, cell.start())]
    return len(rows), 1 + sum(1 for _ in _CELL.finditer(data, rows[-1] if rows else 0, cell.start()))
