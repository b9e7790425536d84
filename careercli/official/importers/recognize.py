"""Tell by its content which table of which release a downloaded file is, and read it."""

from __future__ import annotations

from typing import IO, NamedTuple

from careercli.errors import CareerError
from careercli.official import releases
from careercli.official.importers import ep_workbook, oews_workbook, sheets
from careercli.official.importers.downloads import Download, is_archive_of_others, opened

_WORKBOOK_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""The first bytes of a workbook: .xlsx and .xls."""


class Table(NamedTuple):
    """A table of a release, named `oews-2013-05.national`: lines of cells as printed between tabs, in any order.

    The first `keys` cells of a line tell it from every other.
    """

    name: str
    columns: tuple[str, ...]
    lines: list[str]
    keys: int

    @property
    def release(self) -> str:
        return self.name.partition(".")[0]


class UnknownLayout(CareerError):
    """A file that is none of the tables that can be imported; the message says what was looked for."""


def read(download: Download) -> list[Table]:
    """Return the tables in a file.

    Raises UnknownLayout, oews_workbook.Unused, and CareerError where the file is damaged or too large.
    """
    with opened(download) as file:
        is_workbook = file.read(4) in _WORKBOOK_MARKS
        file.seek(0)
        if not is_workbook or is_archive_of_others(file, download.label):
            raise UnknownLayout("layout not known; looked for a workbook (.xls, .xlsx), or a zip archive with one")
        tables = _wages(file, download) or _projections(file, download)
    if not tables:
        looked_for = f"{oews_workbook.LOOKED_FOR}, or {ep_workbook.LOOKED_FOR}"
        raise UnknownLayout(f"layout not known; looked for {looked_for}")
    return tables


def _wages(file: IO[bytes], download: Download) -> list[Table]:
    """Return the tables of OEWS in a workbook, none if it is another."""
    try:
        year, found = oews_workbook.tables(sheets.rows(file, download.label), download.name, download.label)
    except oews_workbook.NotOews:
        return []
    return [
        Table(f"oews-{year}-05.{name}", oews_workbook.COLUMNS[name], lines, 1 if name == "national" else 2)
        for name, lines in found.items()
    ]


def _projections(file: IO[bytes], download: Download) -> list[Table]:
    """Return the tables of the Employment Projections in a workbook, none if it is another."""
    try:
        years, found = ep_workbook.tables(sheets.rows(file, download.label), download.label)
    except ep_workbook.NotProjections:
        return []
    if years < releases.newest_bundled("EP").release:
        raise oews_workbook.Unused(f"Employment Projections {years}, older than those that come with careercli")
    return [Table(f"projections-{years}.{name}", ep_workbook.COLUMNS[name], lines, 1) for name, lines in found.items()]
