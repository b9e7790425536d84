"""Recognize tables that join codes of occupations by their headers, tell their dates, and check their cells."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import chain, product, takewhile
from typing import NamedTuple

from careercli.errors import CareerError
from careercli.official.importers import checked, cps, crosswalk
from careercli.official.importers.checked import Check, Lines, Record
from careercli.official.importers.downloads import Download
from careercli.official.importers.layout import FIRST_ROWS, Layout, Table, UnknownLayout, Unused
from careercli.official.importers.sheets import Row

SOC_2010 = ("2010 SOC Code", "2018 SOC Code", "2010 SOC Title", "2018 SOC Title")
SOC_COLUMNS = ("soc_2010", "soc_2018", "title_2010", "title_2018")
LOOKED_FOR = "codes (NEM Code, 2018 SOC Direct Match Title, 2018 Census Code, or 2010 SOC Code)"

_CENSUS_LIST = "2018 Census Occupation Code List"
"""How the first sheet of the Census list begins: its table is in the second."""

_DATES = (
    (r"\b(\d{1,2}/\d{1,2}/\d{4})", "%m/%d/%Y"),
    (r"([A-Z][a-z]+ \d{1,2}, \d{4})", "%B %d, %Y"),
    (r"([A-Z][a-z]+ \d{4})", "%B %Y"),
)
"""How a date stands above a table."""

_CENSUS_SOC = checked.matches(r"\d\d-[\dX]{4}", checked.NOT_A_CODE)
_NO_CODE = ("—", "")


class _Sheet(NamedTuple):
    """A sheet: its header, what stands above it, and the rows below."""

    above: list[Row]
    header: Row
    rows: Iterable[Row]
    label: str

    def month(self) -> str:
        """Return the month that stands above the table, as `2017-11`. Raises CareerError where none does."""
        texts = [cell for row in self.above for cell in row.cells]
        for text, (pattern, form) in product(texts, _DATES):
            if found := re.search(pattern, text):
                with suppress(ValueError):
                    return f"{datetime.strptime(found[1], form):%Y-%m}"
        raise CareerError(f"{self.label}: sheet “{self.header.sheet}” does not say of which month it is")

    def records(self, checks: Mapping[str, Check]) -> Iterator[Record]:
        """Yield the rows with checked cells."""
        for record in checked.records(chain([self.header], self.rows), checks, self.label):
            yield checked.checked(record, checks)


def _specialty(cell: str) -> str:
    """Return what is wrong with a code of O*NET, or an empty text; there may be none."""
    return "" if cell in _NO_CODE else checked.specialty(cell)


def _parts(sheet: _Sheet) -> Table:
    lines = Lines(2)
    for record in sheet.records({"O*NET-SOC Code": _specialty, "NEM Code": _specialty}):
        for line in crosswalk.parts([record.cells]):
            lines.add(line, record.place)
    return lines.table(f"crosswalk-{sheet.month()}.parts", crosswalk.PARTS)


def _titles(sheet: _Sheet) -> Table:
    _refuse_others(sheet, "2017-11", "the direct match titles")
    lines = Lines(2)
    for record in sheet.records({"2018 SOC Code": checked.occupation, "2018 SOC Direct Match Title": checked.title}):
        (line,) = crosswalk.direct_titles([record.cells])
        lines.add(line, record.place)
    return lines.table("soc-2018-titles.direct_titles", tuple(crosswalk.DIRECT_TITLES))


def _census(sheet: _Sheet) -> Table:
    _refuse_others(sheet, "2019-09", "the Census list")
    lines = Lines(2)
    for row in takewhile(lambda row: row.sheet == sheet.header.sheet, sheet.rows):
        place = checked.place_of(row, sheet.label)
        for title, census, soc in cps.codes([row.cells]):
            record = Record({"2018 Census Title": title, "2018 SOC Code": soc}, place)
            checked.checked(record, {"2018 Census Title": checked.title, "2018 SOC Code": _CENSUS_SOC})
            lines.add((title, census, soc), place)
    return lines.table("census-2018-codes.census_codes", cps.CODES)


def _refuse_others(sheet: _Sheet, month: str, what: str) -> None:
    if sheet.month() != month:
        raise Unused(f"{what} of {sheet.month()}; careercli uses those of {month}")


def _soc_2010(sheet: _Sheet) -> Table:
    lines = Lines(2)
    codes, titles = dict.fromkeys(SOC_2010[:2], checked.occupation), dict.fromkeys(SOC_2010[2:], checked.title)
    for record in sheet.records(codes | titles):
        lines.add([record.cells[name] for name in SOC_2010], record.place)
    return lines.table("soc-2010-2018.codes", SOC_COLUMNS)


def _unused(sheet: _Sheet) -> Table:
    raise Unused("codes, titles or definitions of SOC 2018; careercli has the codes and titles from OEWS and O*NET")


_KINDS: dict[tuple[str, ...], Callable[[_Sheet], Table]] = {
    ("O*NET-SOC Code", "NEM Code"): _parts,
    tuple(crosswalk.DIRECT_TITLES.values()): _titles,
    ("2018 Census Title", "2018 Census Code", "2018 SOC Code"): _census,
    SOC_2010: _soc_2010,
    ("Major Group", "Minor Group", "Broad Group", "Detailed Occupation"): _unused,
    ("SOC Group", "SOC Code", "SOC Title", "SOC Definition"): _unused,
}
"""The headers of each kind of table, and what reads it."""


def _tables(rows: Iterable[Row], download: Download) -> list[Table]:
    """Return the table of codes in a file.

    Raises UnknownLayout, Unused, and CareerError where no date stands above the table or a cell is none of it.
    """
    above: list[Row] = []
    found = iter(rows)
    for row in found:
        above = [each for each in above if each.sheet == row.sheet]
        for names, read in _KINDS.items() if len(above) < FIRST_ROWS else ():
            if checked.is_header(row, names):
                return [read(_Sheet(above, row, found, download.label))]
        above.append(row)
    raise UnknownLayout(LOOKED_FOR)


def _recognizes(first: Sequence[Row]) -> bool:
    is_list = any(_CENSUS_LIST in cell for row in first[:1] for cell in row.cells)
    return is_list or any(checked.is_header(row, names) for row in first for names in _KINDS)


LAYOUT = Layout(LOOKED_FOR, _recognizes, _tables)
