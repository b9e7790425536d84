"""Format every claim of a comparison with its evidence, for people."""

from itertools import groupby

from careercli.compare.comparison import Comparison
from careercli.formats.layout import TableStyle, bold, dim, wrapped
from careercli.model import fields
from careercli.model.claims import Claim
from careercli.presentation.page import title_of
from careercli.presentation.sources import describe, facts, unit


def as_table(comparison: Comparison, style: TableStyle, limit: int | None = None) -> str:
    """Return at most `limit` claims by subject and section, then their sources in full."""
    shown = [
        (subject, row.field, claim)
        for subject in comparison.subjects
        for row in comparison.rows
        for claim in row.cells[subject.id]
    ][:limit]
    out: list[str] = []
    for subject, of_subject in groupby(shown, key=lambda entry: entry[0]):
        out += [bold(line, style) for line in wrapped(f"{subject.id}: {subject.title_and_place}", style)]
        labels_by_note: dict[str, str] = {}
        for section, of_section in groupby(of_subject, key=lambda entry: entry[1].section):
            out.append(bold(title_of(section).upper(), style))
            for _, field, claim in of_section:
                out += _claim(claim, field.label, labels_by_note, style)
    sources = {claim.source.id: claim.source for _, _, claim in shown}
    out += [bold("SOURCES", style)] if sources else []
    for source in sources.values():
        out += wrapped(f"{source.id}: {describe(source)}", style, indent=2)
    return "".join(f"{line}\n" for line in out)


def _claim(claim: Claim, label: str, labels_by_note: dict[str, str], style: TableStyle) -> list[str]:
    """Return one claim's lines; a note printed before is replaced by the label of the claim that has it."""
    lines = wrapped(f"{label}: {fields.phrase(claim)}{unit(claim)}", style, indent=2)
    below = [" · ".join(facts(claim).values())]
    if claim.note:
        known = labels_by_note.get(claim.note)
        below.append(f"note: as for {known}" if known else f"note: {claim.note}")
        labels_by_note.setdefault(claim.note, label)
    return lines + [dim(line, style) for text in below for line in wrapped(text, style, indent=6)]
