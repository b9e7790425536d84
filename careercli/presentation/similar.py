"""Say what a list of the nearest roles and occupations shows to people."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.model import fields
from careercli.model.claims import Subject
from careercli.moves.similarity import SimilarEntry, doubt, unrated
from careercli.official.onet_parts import NEAR
from careercli.official.releases import newest, of_onet
from careercli.presentation.evidence import with_url
from careercli.presentation.listed import ListColumn, ListGroup, ListPage, ListRow
from careercli.presentation.phrases import joined_with_and
from careercli.presentation.sources import name_of

_COLUMNS = (
    ListColumn("title", 16),
    ListColumn("median", 8, right=True),
    ListColumn("listed", 6),
    ListColumn("why", 24, spare=True),
)
_LISTED = {
    "primary": "O*NET lists it as related, among the nearest",
    "supplemental": "O*NET lists it as related, not among the nearest",
    "no": "O*NET does not list it as related",
}


def note(shown: Sequence[SimilarEntry]) -> str:
    """Return what the figures are, and what `?` means where it stands."""
    if not shown:
        return ""
    of = joined_with_and([name_of(source) for source in (*of_onet(*NEAR), newest("OEWS"))])
    text = (
        f"near by our own measure of {of}, not a move; listed: O*NET's related occupations; median: US dollars a year"
    )
    doubtful = any(each.entry.caveat for each in shown)
    return f"{text}; ? the role may belong to another occupation: careercli show ROLE" if doubtful else text


def missing(subject: Subject, found: Sequence[SimilarEntry]) -> str:
    """Return why nothing is near a subject, or why what is near is so in doubt; else an empty text."""
    return doubt(subject) if any(each.near for each in found) else unrated(subject)


def similar_page(subject: Subject, found: Sequence[SimilarEntry]) -> ListPage:
    """Return the roles and occupations nearest to one as a list, nearest first."""
    rows = tuple(_row(subject, each) for each in found)
    above = missing(subject, found)
    return ListPage(
        f"near {subject.id} · {subject.title_and_place}",
        _COLUMNS,
        (ListGroup("", rows),),
        (above,) if above else (),
        (note(found),) if found else (),
    )


def _row(subject: Subject, found: SimilarEntry) -> ListRow:
    entry, texts = found.entry, found.texts()
    cells = tuple(fields.shown(texts[name]) for name in ("title", "median", "listed", "why"))
    said = [_LISTED.get(cells[2], ""), f"? {entry.caveat}" if entry.caveat else ""]
    details = (f"{entry.id} · {entry.title}: {found.why}", " · ".join(filter(None, said)))
    sources = tuple(with_url([*of_onet(*NEAR), newest("OEWS")]))
    return ListRow(entry.id, cells, details, entry.id, subject.id, sources)
