"""Recognize a workbook of the Current Population Survey's table 11 or 11b, tell its year, and check its cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from careercli.errors import CareerError
from careercli.official.importers import checked, cps
from careercli.official.importers.checked import Lines
from careercli.official.importers.downloads import Download
from careercli.official.importers.layout import FIRST_ROWS, Layout, Table
from careercli.official.importers.sheets import Row

LOOKED_FOR = "CPS Table 11 or 11b (employed persons by detailed occupation)"

_TITLE = re.compile(r".*\b(11b?)\. Employed (?:persons|people) by detailed occupation\b.*")
_KINDS = {"11": ("shares", cps.SHARES), "11b": ("ages", cps.AGES)}
_BUNDLED = {"cps11b-2025": "cps-2025", "cps11-2022": "cps-2022"}
_FIGURE = checked.in_units(10, "–", "-", "—", "")


def _number_of(first: Iterable[Row]) -> str:
    """Return `11` or `11b`, or an empty text where the title is of no such table."""
    return next((found[1] for row in first for cell in row.cells[:1] if (found := _TITLE.fullmatch(cell))), "")


def _tables(rows: Iterable[Row], download: Download) -> list[Table]:
    """Return the table of a workbook. Raises CareerError where its year, a column or a cell is none of it."""
    found = _Reading(rows, download.label)
    name, columns = _KINDS[found.number]
    lines = Lines(1)
    try:
        for cells in cps.rows(found.lines(), columns):
            found.check(cells, columns)
            lines.add(cells, found.place)
    except ValueError as error:
        raise CareerError(f"{found.sheet} has {error}") from None
    key = f"cps{found.number}-{found.year}"
    return [lines.table(f"{_BUNDLED.get(key, key)}.{name}", tuple(columns))]


class _Reading:
    """Gives the lines of a workbook one by one, and tells which table it is, its year, and where a line is.

    `sheet` and `place` name the sheet and the row in messages.
    """

    def __init__(self, rows: Iterable[Row], label: str) -> None:
        self.number = self.year = self.sheet = self.place = ""
        self._rows, self._label = iter(rows), label
        while not self.year:
            self._read_head()

    def _read_head(self) -> None:
        """Read a row of the head, to the one that names the year."""
        row = next(self._rows, None)
        if row is None or row.number > FIRST_ROWS:
            raise CareerError(f"{self._label}: does not say which year it is of")
        self.number = self.number or _number_of([row])
        self.sheet = f"{self._label}: sheet “{row.sheet}”" if row.sheet else f"{self._label}:"
        if row.cells[0] == "Occupation":
            self.year = next((cell for cell in row.cells if re.fullmatch(r"20\d\d", cell)), "")

    def lines(self) -> Iterator[Sequence[str]]:
        """Yield the cells of each row below the head."""
        for row in self._rows:
            self.place = checked.place_of(row, self._label)
            yield row.cells

    def check(self, cells: Sequence[str], columns: Collection[str]) -> None:
        """Raise CareerError for a cell that is no title or no figure."""
        checks = dict(zip(columns, [checked.title, *[_FIGURE] * (len(columns) - 1)], strict=True))
        checked.checked(checked.Record(dict(zip(columns, cells, strict=True)), self.place), checks)


LAYOUT = Layout(LOOKED_FOR, lambda first: bool(_number_of(first)), _tables)
