"""Say in words what a name was taken to mean, or what it may mean."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.catalog.listing import CatalogEntry
from careercli.model.claims import Subject
from careercli.store.search import EVERYDAY, OWN, TitleHit

_LONGEST_TITLE = 50


def understood(name: str, subject: Subject, aside: str, hit: TitleHit | None) -> str:
    """Return what a name was read as, and why; an empty text where it is the subject's own name.

    `aside` are the words of the name that were set aside.
    """
    meant = subject.id if subject.role else f"{subject.id} {subject.title}"
    if hit is None or hit.on_list == OWN:
        return f"“{name}” is read as {meant}; set aside: {aside}" if aside else ""
    said = f": {hit.why}" if hit.on_list == EVERYDAY else f" ({hit.release})"
    title = name if not aside else f"{name}” without “{aside}"
    return f"“{title}” is {'read as' if hit.on_list == EVERYDAY else 'a title of'} {meant}{said}"


def choice(entries: Sequence[CatalogEntry], most: int) -> str:
    """Return the first of some roles and occupations, with title and median, as a choice."""
    named = [_named(entry) for entry in entries[:most]]
    return f"{', '.join(named[:-1])}{' or ' if named[1:] else ''}{named[-1]}"


def _named(entry: CatalogEntry) -> str:
    from textwrap import shorten  # Few names are asked about.

    median = "no median" if entry.median is None else f"median {entry.texts()['median']}"
    return f"{entry.id} {shorten(entry.title, _LONGEST_TITLE, placeholder='…')} ({median})"
