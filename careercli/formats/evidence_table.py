"""Every claim of a comparison as a card for people: what is printed, of whom, when, by whom, and our note."""

from __future__ import annotations

from careercli.compare.comparison import Comparison
from careercli.formats import TableStyle
from careercli.formats.layout import NARROWEST, bold, clean, dim
from careercli.model import fields
from careercli.model.claims import Claim, Subject
from careercli.presentation.page import title_of
from careercli.presentation.sources import describe, facts, unit
from careercli.presentation.text_width import wrap


def as_table(comparison: Comparison, style: TableStyle, limit: int | None = None) -> str:
    """At most `limit` claims under their field, sections in order; then their sources in full."""
    width = max(style.width or 100, NARROWEST)
    every = [
        (subject, row, claim)
        for subject in comparison.subjects
        for row in comparison.rows
        for claim in row.cells[subject.id]
    ]
    shown = every[:limit]
    out: list[str] = []
    subject: Subject | None = None
    section = ""
    noted: dict[str, str] = {}
    for each, row, claim in shown:
        if each is not subject:
            subject, section, noted = each, "", {}
            out += [bold(line, style) for line in wrap(clean(f"{each.id}: {each.title}", style), width)]
        if row.field.section != section:
            section = row.field.section
            out.append(bold(title_of(section).upper(), style))
        out += _card(claim, row.field.label, noted, style, width)
    sources = {claim.source.id: claim.source for _, _, claim in shown}
    out += [bold("SOURCES", style)] if sources else []
    for source in sources.values():
        out += _indented(f"{source.id}: {describe(source)}", 2, style, width)
    return "".join(f"{line}\n" for line in out)


def _card(claim: Claim, label: str, noted: dict[str, str], style: TableStyle, width: int) -> list[str]:
    """One claim; a note that stands on an earlier card is named by that card's label."""
    lines = _indented(f"{label}: {fields.phrase(claim)}{unit(claim)}", 2, style, width)
    below = [" · ".join(text for _, text in facts(claim))]
    if claim.note:
        below.append(f"note: as for {noted[claim.note]}" if claim.note in noted else f"note: {claim.note}")
        noted.setdefault(claim.note, label)
    return lines + [dim(line, style) for text in below for line in _indented(text, 6, style, width)]


def _indented(text: str, indent: int, style: TableStyle, width: int) -> list[str]:
    return [" " * indent + line for line in wrap(clean(text, style), width - indent)]
