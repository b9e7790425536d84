"""Describe an importer: which files it reads, and the tables in them."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from careercli.errors import CareerError
from careercli.official.importers.downloads import Download
from careercli.official.importers.sheets import Row

FIRST_ROWS = 10
"""Rows by which a file is recognized; no header stands below them."""


class Table(NamedTuple):
    """A table of a release, named `oews-2013-05.national`: lines of cells as printed between tabs, in any order.

    The first `keys` cells of a line tell it from every other; `note` says what of its file is left out.
    """

    name: str
    columns: tuple[str, ...]
    lines: list[str]
    keys: int
    note: str = ""

    @property
    def release(self) -> str:
        return self.name.rpartition(".")[0]


class Layout(NamedTuple):
    """A kind of file: how it is recognized by its first rows, and how its tables are read.

    `looked_for` names the kind and the columns that tell it: `OEWS (OCC_CODE, TOT_EMP, A_MEDIAN)`.
    `tables` raises Unused, and CareerError where a column is missing or a cell cannot be one of this kind.
    """

    looked_for: str
    recognizes: Callable[[Sequence[Row]], bool]
    tables: Callable[[Iterable[Row], Download], list[Table]]


class UnknownLayout(CareerError):
    """A file that is none of the tables that can be imported; the message says what was looked for."""


class Unused(CareerError):
    """A file that is known and holds nothing that is imported; the message says what it is."""


class PassedOver(Unused):
    """An unused file that came along in a folder or archive; it gets no row."""
