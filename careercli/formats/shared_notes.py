"""Tell notes that all claims of a field share from those of a single claim.

A note is a list of parts with semicolons between them. A part that all claims of one source have in a row, or in
one column of it, is said once, of the source. A claim without a value keeps its note: it is the reason why.
"""

from collections.abc import Iterator, Mapping, Sequence

from careercli.compare.comparison import Comparison, Row
from careercli.model.claims import Claim

Shared = Mapping[tuple[str, str], Sequence[str]]
"""Shared parts by source and column, an empty text for all columns."""

_BETWEEN = "; "
_ALL = ""
_FEWEST = 3
"""Claims that make a note a shared one: the yearly and the hourly form of one wage do not."""


def shared_in(row: Row) -> Shared:
    """Return the parts of notes that the claims of a row share."""
    notes: dict[tuple[str, str], list[Sequence[str]]] = {}
    for id, claims in row.cells.items():
        for claim in claims:
            if claim.value is not None:
                for column in (_ALL, id):
                    notes.setdefault((claim.source.id, column), []).append(_parts(claim))
    return {
        key: [part for part in found[0] if all(part in note for note in found)]
        for key, found in notes.items()
        if len(found) >= _FEWEST
    }


def own_note(shared: Shared, id: str, claim: Claim) -> str:
    """Return the parts of a claim's note that it does not share; `id` is its column."""
    if claim.value is None:
        return claim.note
    said = [part for column in (_ALL, id) for part in shared.get((claim.source.id, column), ())]
    return _BETWEEN.join(part for part in _parts(claim) if part not in said)


def said_of_sources(comparison: Comparison) -> dict[str, list[str]]:
    """Return by source the notes that its claims share, each behind the fields it is about: `median, p10: ….`"""
    found: dict[str, dict[str, list[str]]] = {}
    for row in comparison.rows:
        for source, about, note in _said(row):
            found.setdefault(source, {}).setdefault(note, []).append(about)
    return {
        id: [f"{', '.join(about)}: {note.rstrip('.')}." for note, about in notes.items()]
        for id, notes in found.items()
    }  # fmt: skip


def _said(row: Row) -> Iterator[tuple[str, str, str]]:
    """Yield each shared note of a row behind its source and what it is about: a field, or a field of a column."""
    shared = shared_in(row)
    for (source, column), parts in shared.items():
        of_all = shared.get((source, _ALL), ()) if column else ()
        if rest := [part for part in parts if part not in of_all]:
            yield source, f"{row.field.key} of {column}" if column else row.field.key, _BETWEEN.join(rest)


def _parts(claim: Claim) -> Sequence[str]:
    return claim.note.split(_BETWEEN) if claim.note else ()
