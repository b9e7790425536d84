"""Tell by its content which table of which release a downloaded file is, and read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from itertools import chain, islice
from typing import IO

from careercli.errors import CareerError
from careercli.official.importers import (
    checked,
    cpi_file,
    cps_workbook,
    crosswalk_file,
    delimited,
    ep_workbook,
    exposure_file,
    oews_workbook,
    onet_database,
    onet_place,
    parity_file,
    sheets,
)
from careercli.official.importers.downloads import Download, is_archive_of_others, opened
from careercli.official.importers.layout import FIRST_ROWS, Layout, Table, UnknownLayout
from careercli.official.importers.sheets import Row
from careercli.official.releases import ALL, BY_ID, of_key

LAYOUTS: tuple[Layout, ...] = (
    oews_workbook.LAYOUT,
    ep_workbook.LAYOUT,
    parity_file.LAYOUT,
    cpi_file.LAYOUT,
    cps_workbook.LAYOUT,
    exposure_file.LAYOUT,
    crosswalk_file.LAYOUT,
    onet_database.LAYOUT,
)
"""Every kind of file that is imported."""

_IN_ANY_SHEET = (oews_workbook.LAYOUT, ep_workbook.LAYOUT)
"""Kinds of workbook whose table may be in another sheet than the first."""

_WORKBOOK_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""The first bytes of a workbook: .xlsx and .xls."""


def read(download: Download) -> list[Table]:
    """Return the tables in a file.

    Raises UnknownLayout, Unused, and CareerError where the file is damaged or too large.
    """
    onet_place.refuse_unused(download)
    if tables := onet_database.bundled(download):
        return tables
    with opened(download) as file:
        is_workbook = file.read(4) in _WORKBOOK_MARKS
        file.seek(0)
        if is_workbook and is_archive_of_others(file, download.label):
            raise UnknownLayout("layout not known; looked for a workbook, a text, or a zip archive with these")
        tables = _in_first_sheet(file, download, is_workbook) or _in_any_sheet(file, download, is_workbook)
    _refuse_future(tables, download.label)
    return tables


def _refuse_future(tables: Iterable[Table], label: str) -> None:
    """Refuse a release whose file or name says a year that cannot be: clocks may be a year behind."""
    last = max(date.today().year, *(int(source.as_of[:4]) for source in ALL)) + 1
    for table in tables:
        as_of = (BY_ID.get(table.release) or of_key(table.release)).as_of
        if int(as_of[:4]) > last:
            raise CareerError(f"{label}: says that it is of {as_of}, which is later than today")


def _in_first_sheet(file: IO[bytes], download: Download, is_workbook: bool) -> list[Table]:
    """Return the tables of the layout that knows the first rows of a file, none if no layout does."""
    rows = (sheets.rows if is_workbook else delimited.rows)(file, download.label)
    first = list(islice(rows, FIRST_ROWS))
    for layout in LAYOUTS:
        if layout.recognizes(first):
            with suppress(UnknownLayout):  # An index that names the tables of a kind may stand before others.
                return _sound(layout, chain(first, rows), download)
    return []


def _sound(layout: Layout, rows: Iterable[Row], download: Download) -> list[Table]:
    """Return the tables of a layout. Raises CareerError where a row that it read has a cell with an error."""
    faults: list[Row] = []
    tables = layout.tables(_noting_faults(rows, faults), download)
    if faults:
        raise CareerError(f"{checked.place_of(faults[0], download.label)}, {faults[0].fault}")
    return tables


def _noting_faults(rows: Iterable[Row], faults: list[Row]) -> Iterator[Row]:
    for row in rows:
        if row.fault:
            faults.append(row)
        yield row


def _in_any_sheet(file: IO[bytes], download: Download, is_workbook: bool) -> list[Table]:
    for layout in _IN_ANY_SHEET if is_workbook else ():
        with suppress(UnknownLayout):
            return _sound(layout, sheets.rows(file, download.label), download)
    onet_database.refuse_unknown(download)
    raise UnknownLayout(f"layout not known; looked for {', '.join(each.looked_for for each in LAYOUTS)}")
