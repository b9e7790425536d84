"""Say in words what a name was taken to mean, or what it may mean."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.catalog.listing import CatalogEntry, Filters, Listing
from careercli.model.claims import Subject
from careercli.model.words import normalize
from careercli.store.reviewed import set_aside
from careercli.store.search import EVERYDAY, OWN, TitleHit

_LONGEST_TITLE = 50
_MOST_CANDIDATES = 3


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


def hint(name: str, everything: Listing, roles: Listing) -> str:
    """Return what has every word of a name that names nothing, or the command that finds more, if anything does."""
    if not set_aside(name)[0]:  # Words of seniority alone name nothing.
        return ""
    found, asked = everything.find(Filters((name,)), explain=True), " ".join(name.split())
    whole = [entry for entry in found.entries if found.reasons and found.reasons[entry.id].is_whole]
    if whole:
        return f"; did you mean {choice(whole)}?{rest(whole, name).lstrip(';')}"
    _, (lines,) = roles.naming([[normalize(name)]])
    if lines:
        return f"; profiles name it as a skill or certification: careercli roles {asked}"
    is_near = any(reason.is_near for reason in found.reasons.values())
    return f"; near it: careercli roles --all {asked}" if is_near else ""


def choice(entries: Sequence[CatalogEntry]) -> str:
    """Return the first of some roles and occupations, with title and median, as a choice."""
    named = [_named(entry) for entry in entries[:_MOST_CANDIDATES]]
    return f"{', '.join(named[:-1])}{' or ' if named[1:] else ''}{named[-1]}"


def rest(entries: Sequence[CatalogEntry], name: str) -> str:
    """Return how to see what a choice leaves out, or an empty text where that is nothing."""
    return f"; more: careercli roles --all {' '.join(name.split())}" if entries[_MOST_CANDIDATES:] else ""


def _named(entry: CatalogEntry) -> str:
    from textwrap import shorten  # Few names are asked about.

    median = "no median" if entry.median is None else f"median {entry.texts()['median']}"
    return f"{entry.id} {shorten(entry.title, _LONGEST_TITLE, placeholder='…')} ({median})"
