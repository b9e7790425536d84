"""Lay out a list for the screen: groups of rows under columns, what is said of each row, and notes."""

from collections.abc import Iterator
from typing import NamedTuple

from careercli.model.claims import Source


class ListColumn(NamedTuple):
    """One column: its heading and the least readable width in cells; `right` aligns to the right.

    A column that is `spare` is left out of a narrow list, as the details of its rows say the same.
    """

    label: str
    least: int
    right: bool = False
    spare: bool = False


class ListRow(NamedTuple):
    """One row: an id of its own, a cell for every column, and the lines said of it.

    `role` is the id of the role or occupation that the row is about; empty where there is none. `before` is the id
    of the one that it is held against.
    """

    id: str
    cells: tuple[str, ...]
    details: tuple[str, ...] = ()
    role: str = ""
    before: str = ""
    sources: tuple[Source, ...] = ()


class ListGroup(NamedTuple):
    """Rows under a heading, and the texts below them; without a heading they stand alone."""

    heading: str
    rows: tuple[ListRow, ...]
    below: tuple[str, ...] = ()


class ListPage(NamedTuple):
    """A list: its title, its columns, texts above, groups of rows, and notes below."""

    title: str
    columns: tuple[ListColumn, ...]
    groups: tuple[ListGroup, ...]
    above: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> Iterator[ListRow]:
        """Every row, from top to bottom."""
        return (row for group in self.groups for row in group.rows)
