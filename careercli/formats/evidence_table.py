"""Every claim of a comparison as a card for people: what is printed, of whom, when, by whom, and our note."""

from __future__ import annotations

from careercli import fields
from careercli.compare import Comparison
from careercli.formats import Look
from careercli.formats.layout import NARROWEST, bold, clean, dim, wrap
from careercli.lines import LEVEL_WORDS, title_of
from careercli.model import ROLE, Claim, Source


def as_table(comparison: Comparison, look: Look) -> str:
    """Claims under their field, sections in order; then the sources in full."""
    width = max(look.width or 100, NARROWEST)
    out: list[str] = []
    for subject in comparison.subjects:
        out += [bold(line, look) for line in wrap(clean(f"{subject.id}: {subject.title}", look), width)]
        section = ""
        for row in comparison.rows:
            claims = row.cells[subject.id]
            if claims and row.field.section != section:
                section = row.field.section
                out.append(bold(title_of(section).upper(), look))
            for claim in claims:
                out += _card(claim, row.field.label, look, width)
    out.append(bold("SOURCES", look))
    for source in comparison.sources.values():
        out += _indented(f"{source.id}: {describe(source)}", 2, look, width)
    return "".join(f"{line}\n" for line in out)


def _card(claim: Claim, label: str, look: Look, width: int) -> list[str]:
    head = f"{label}: {fields.phrase(claim)}{_unit(claim)}"
    lines = _indented(head, 2, look, width)
    lines += [dim(line, look) for line in _indented(evidence(claim), 6, look, width)]
    if claim.note:
        lines += [dim(line, look) for line in _indented(f"note: {claim.note}", 6, look, width)]
    return lines


def _unit(claim: Claim) -> str:
    if claim.value is None or not claim.per:
        return ""
    money = f" {claim.currency}" if claim.currency else ""
    return f"{money} {'an hour' if claim.per == 'hour' else 'a year'}"


def evidence(claim: Claim) -> str:
    """Where a claim stands: statistic, level, population, place, date, method, basis, source."""
    printed = claim.printed if claim.printed and claim.printed != claim.value else ""
    said = [
        f"printed “{printed}”" if printed else "",
        claim.statistic,
        LEVEL_WORDS.get(claim.level, ""),
        "this role" if claim.population == ROLE else f"whole occupation {claim.population}",
        claim.area or "no place given",
        claim.as_of or "undated",
        claim.method if claim.method != "unknown" else "method not stated",
        (claim.derivation and f"calculated: {claim.derivation}") or claim.basis,
        f"{claim.source.id} {claim.source.release}".rstrip(),
    ]
    return " · ".join(part for part in said if part)


def describe(source: Source) -> str:
    """A source in full: who, what, when, under which terms, where."""
    said = [source.publisher, source.title, source.release, source.as_of or "undated", source.licence, source.url]
    return ", ".join(part for part in said if part) + (f". {source.note}" if source.note else "")


def _indented(text: str, indent: int, look: Look, width: int) -> list[str]:
    return [" " * indent + line for line in wrap(clean(text, look), width - indent)]
