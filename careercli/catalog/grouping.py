"""Group the roles of a list under their occupations, whose figures then stand once."""

from collections.abc import Sequence
from typing import NamedTuple

from careercli.catalog.listing import CatalogEntry, Listing


class Group(NamedTuple):
    """The heading of some roles: their occupation, or None for roles that name none that is known."""

    occupation: CatalogEntry | None

    def texts(self) -> dict[str, str]:
        """Return the row by column, as a person reads it."""
        return self.occupation.texts() if self.occupation else {"title": "No occupation of their own"}


def grouped(entries: Sequence[CatalogEntry], listing: Listing) -> list[CatalogEntry | Group]:
    """Return the entries behind a heading for each occupation, the occupations of most roles first, then by title.

    Roles of a doubtful occupation come last in its group.
    """
    by_code: dict[str, list[CatalogEntry]] = {}
    for entry in entries:
        by_code.setdefault(entry.occupation, []).append(entry)
    known = {each.occupation: each for each in listing.occupations([code for code in by_code if code])}
    groups = [(Group(known.get(code)), roles) for code, roles in by_code.items()]
    groups.sort(key=lambda group: (group[0].occupation is None, -len(group[1]), group[0].texts()["title"]))
    rows: list[CatalogEntry | Group] = []
    for heading, roles in groups:
        rows += [heading, *sorted(roles, key=lambda role: bool(role.caveat))]
    return rows
