"""Read the rows below the header of a publisher's table, and refuse the first cell that cannot be one of it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.errors import CareerError
from careercli.official import cells
from careercli.official.importers.layout import Table, UnknownLayout, Unused
from careercli.official.importers.sheets import Row

Check = Callable[[str], str]
"""Returns what is wrong with a cell, as `is not a number`, or an empty text."""

_LONGEST = 300


class Record(NamedTuple):
    """A row by the names of its header; `place` names it in messages: `a.xlsx: sheet “x”, row 3`."""

    cells: dict[str, str]
    place: str


def place_of(row: Row, label: str) -> str:
    """Return where a row is, in the words of a message."""
    sheet = f" sheet “{row.sheet}”," if row.sheet else ""
    return f"{label}:{sheet} row {row.number}"


def is_header(row: Row, names: Collection[str]) -> bool:
    """Return True if a row has all these names, blanks around them aside."""
    return set(names) <= {cell.strip() for cell in row.cells}


def records(rows: Iterable[Row], names: Collection[str], label: str) -> Iterator[Record]:
    """Yield the rows below the first header that has these names, to the end of its sheet; empty rows are none.

    Raises UnknownLayout where there is no such header.
    """
    found = iter(rows)
    header = next((row for row in found if is_header(row, names)), None)
    if header is None:
        raise UnknownLayout(f"no columns {', '.join(names)}")
    columns = [cell.strip() for cell in header.cells]
    for row in found:
        if row.sheet == header.sheet and any(row.cells):
            yield Record(dict(zip(columns, row.cells, strict=False)), place_of(row, label))


def checked(record: Record, checks: Mapping[str, Check]) -> Record:
    """Return the record. Raises CareerError for its first cell that fails the check of its column."""
    for column, check in checks.items():
        cell = record.cells.get(column, "")
        if reason := check(cell):
            raise CareerError(f"{record.place}: {column} “{cell[:40]}” {reason}")
    return record


class Lines:
    """Gathers lines of cells between tabs, of which the first `keys` cells tell one from every other."""

    def __init__(self, keys: int) -> None:
        self.keys = keys
        self._found: dict[tuple[str, ...], str] = {}

    def add(self, cells: Sequence[str], place: str) -> None:
        """Add a line, once. Raises CareerError where its key is there with other cells."""
        key, line = tuple(cells[: self.keys]), "\t".join(cells)
        if self._found.setdefault(key, line) != line:
            raise CareerError(f"{place}: a second row of {' '.join(key)}")

    def table(self, name: str, columns: tuple[str, ...]) -> Table:
        """Return the lines as a table. Raises Unused where there are none."""
        if not self._found:
            raise Unused("no rows below the header")
        return Table(name, columns, list(self._found.values()), self.keys)


def matches(pattern: str, reason: str) -> Check:
    """Return a check that a whole cell is as a pattern has it."""
    found = re.compile(pattern)
    return lambda cell: "" if found.fullmatch(cell) else reason


def title(cell: str) -> str:
    """Return what is wrong with a title."""
    return "" if cell and len(cell) <= _LONGEST and cell.isprintable() else "is not a title"


def number(*marks: str) -> Check:
    """Return a check that a cell is a number, or one of the marks that stand for none."""
    return lambda cell: "" if cell in marks or _NUMBER.fullmatch(cell) else "is not a number"


def in_units(units: int, *marks: str) -> Check:
    """Return a check for numbers no finer than 1/units."""

    def check(cell: str) -> str:
        if reason := is_number(cell):
            return reason
        try:
            cells.in_units(cell, units)
        except ValueError:
            return f"is finer than 1/{units}"
        return ""

    is_number = number(*marks)
    return check


_NUMBER = re.compile(r"\d{1,9}(\.\d{1,25})?")

NOT_A_CODE = "is not a code of an occupation"
occupation = matches(r"\d\d-\d{4}", NOT_A_CODE)
specialty = matches(r"\d\d-\d{4}(\.\d\d)?", NOT_A_CODE)
"""Checks a code of O*NET, which may be without its last two digits."""
