"""List skills, and the gap between two roles, on the screen: one row a skill, in the words of the printed tables."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from careercli.model import fields
from careercli.model.claims import Source, Subject, Value
from careercli.moves import skills
from careercli.moves.gap import EXTRA, MISSING, SHARED, UNKNOWN
from careercli.moves.skill_gap import GapRow, doubts, skill_gap
from careercli.presentation import skills as words
from careercli.presentation.evidence import with_url
from careercli.presentation.listed import ListColumn, ListGroup, ListPage, ListRow
from careercli.presentation.page import DOUBT
from careercli.presentation.sources import name_of

_COLUMNS = (
    ListColumn("name", 16),
    ListColumn("weight", 8, right=True),
    ListColumn("scale", 12),
    ListColumn("source", 10, spare=True),
)
_NAMED = "named"
"""Stands for a weight where a source names a skill and gives none."""


def skills_page(subject: Subject) -> ListPage:
    """Return what a role's sources and O*NET name, by kind."""
    doubt, found = doubts(subject), skills.of_subject(subject)
    shown, note = words.shortened([words.row_values(each, subject, doubt) for each in found], doubt)
    sources = {each.source.id: each.source for each in found}
    groups = [
        ListGroup(words.PLURALS[str(kind)].upper(), tuple(_skill(row, sources) for row in rows))
        for kind, rows in groupby(shown, lambda row: row["kind"])
    ]
    above = words.unrated([subject]) + ([] if found else [f"no source names skills of {subject.id}"])
    title = f"skills of {subject.id} · {subject.title}"
    return ListPage(title, _COLUMNS, tuple(groups), tuple(above), (note,))


def _skill(row: Mapping[str, Value], sources: Mapping[str, Source]) -> ListRow:
    source = sources[str(row["source"])]
    cells = (str(row["name"]), *(fields.shown(row[name]) for name in ("weight", "scale")), name_of(source))
    figure = " ".join(cell for cell in cells[1:3] if cell != fields.UNKNOWN)
    as_of = str(row["as_of"] or "undated")
    details = (f"{cells[0]}: {figure or _NAMED}, {cells[3]}, {as_of}", str(row["explain"] or ""))
    return ListRow(f"{row['kind']}/{row['name']}/{source.id}", cells, details, sources=tuple(with_url([source])))


def gap_page(one: Subject, two: Subject) -> ListPage:
    """Return what is missing on the way from one role to the other, what is shared and extra, and what is not known."""
    found = skill_gap(one, two)
    same, doubt = words.same_occupation(one, two), doubts(one, two)
    sources = {each.source.id: each.source for subject in (one, two) for each in skills.of_subject(subject)}
    rows = words.told_apart(found, one, two)
    groups = [
        _group(status, [row for row in rows if row.status == status], (one, two), sources)
        for status in (MISSING, SHARED, EXTRA, UNKNOWN)
    ]
    columns = (ListColumn("name", 16), ListColumn(one.id, 8, right=True), ListColumn(two.id, 8, right=True),
               ListColumn("kind", 10, spare=True))  # fmt: skip
    return ListPage(
        f"missing from {one.id} to {two.id}",
        columns,
        tuple(group for group in groups if group.rows or group.below),
        (*words.unrated([one, two]), *([same] if same else [])),
        tuple(words.legend(found, list(sources.values()), doubt)),
    )


def _group(
    status: str, rows: Sequence[GapRow], ends: tuple[Subject, Subject], sources: Mapping[str, Source]
) -> ListGroup:
    heading = words.heading_of(status, *ends, is_empty=not rows)
    by_name = groupby(rows, lambda row: (row.name, row.kind, row.source, row.is_rated))
    below = tuple(words.ways(ends[1])) if status == MISSING else ()
    return ListGroup(heading, tuple(_gap_row([*scales], sources) for _, scales in by_name), below)


def _gap_row(scales: Sequence[GapRow], sources: Mapping[str, Source]) -> ListRow:
    """Return one row of an element's scales: importance and level stand beside each other."""
    first = scales[0]
    line = words.weights(scales)
    if first.kind == "education":
        line = {"from": "", "to": ""}
    here, there = (
        _NAMED if cell == fields.UNKNOWN and not first.is_rated and first.status in (SHARED, own) else cell
        for cell, own in ((line["from"], EXTRA), (line["to"], MISSING))
    )
    doubt = DOUBT if first.caveat and words.is_official(first) else ""
    cells = (first.name + doubt, here, there, first.kind)
    named = [name_of(sources[id]) for id in first.source.split(", ") if id in sources]
    details = [f"{first.name}, {first.kind}: {', '.join(named)}"]
    details += [f"{row.scale}: {row.explain}" if row.is_rated else row.explain for row in scales if row.explain]
    details += [f"helps: {'; '.join(first.helps)}"] if first.helps else []
    details += [f"? {first.caveat}"] if doubt else [first.caveat] if first.caveat else []
    found = tuple(with_url(sources.get(id) for id in first.source.split(", ")))
    return ListRow(f"{first.status}/{first.kind}/{first.name}", cells, tuple(details), sources=found)
