"""List the nearest roles and occupations for the screen."""

from collections.abc import Sequence

from careercli.model import fields
from careercli.model.claims import Subject
from careercli.moves.similarity import SimilarEntry, missing
from careercli.official.onet_parts import NEAR
from careercli.official.releases import newest_wages, of_onet
from careercli.presentation.evidence import with_url
from careercli.presentation.listed import ListColumn, ListGroup, ListPage, ListRow
from careercli.presentation.similar import note

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
    sources = tuple(with_url([*of_onet(*NEAR, "related"), newest_wages(entry.area)]))
    return ListRow(entry.id, cells, details, entry.id, subject.id, sources)
