"""The evidence of one cell: in two lines that always stand on the screen, and on a card with all of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from careercli.compare.verdicts import verdict
from careercli.model import fields, wages
from careercli.model.claims import ROLE, Claim, Source, Subject
from careercli.model.numbers import decimal
from careercli.official import releases
from careercli.presentation.page import Cell, ComparisonPage, Line
from careercli.presentation.phrases import UNITS, listed, phrases
from careercli.presentation.sources import describe, facts, name_of, unit

NOBODY = "nobody says anything about this"

_SIDE_BY_SIDE = (
    ("median", "mean", "estimate"),
    ("employment", "jobs"),
    ("employment_change", "growth"),
)
"""Fields that a reader might take for one another."""


def of_cell(page: ComparisonPage, line: Line, role_id: str, today: date) -> tuple[str, str]:
    """What a cell's figure is and who says so; then what it is not and leaves out, and what else is said."""
    subject, cell = page.subject(role_id), line.cells.get(role_id, Cell())
    if not cell.claims:
        return f"{fields.UNKNOWN}  {NOBODY}", _joined(_beside(subject, line, cell, page.period))
    return _joined(_standing(subject, cell)), _joined(_limits(subject, line, cell, page.period, today))


def card_title(page: ComparisonPage, line: Line, role_id: str) -> str:
    """Whose figure, and which: `noc-tech: official median`."""
    return f"{page.subject(role_id).id}: {line.label}"


def card(page: ComparisonPage, line: Line, role_id: str, today: date) -> list[tuple[str, str]]:
    """Every claim of a cell with all of its evidence, as labels and texts; an empty pair parts what stands apart.

    Claims that differ in nothing but their value and what it is of stand together. Below them stand the
    difference, what else is said of the same thing, and the sources in full.
    """
    subject, cell = page.subject(role_id), line.cells.get(role_id, Cell())
    parts = [_together(subject, claims, today) for claims in _alike(cell.claims)] or [[("", NOBODY)]]
    beside = [("difference", f"{cell.difference} from {page.baseline}")] if cell.difference else []
    beside += why_not_ranked(page, cell)
    beside += [("also", text) for text in _others(subject, line, cell, page.period)]
    sources = dict.fromkeys(claim.source for claim in cell.claims)
    parts += [beside, [("source", f"{source.id}: {describe(source)}") for source in sources]]
    out: list[tuple[str, str]] = []
    for part in parts:
        out += [*([("", "")] if out and part else []), *part]
    return out


def why_not_ranked(page: ComparisonPage, cell: Cell) -> list[tuple[str, str]]:
    """The mark of each reason why a cell is not ranked against another, and the reason."""
    withheld_gaps = f"; {cell.withheld_gaps}" if cell.withheld_gaps else ""
    return [(f"≠{number}", f"{page.reasons[number - 1]}{withheld_gaps}") for number in cell.notes]


def sources_of(cell: Cell) -> list[Source]:
    """The sources of a cell that have an address, each address once."""
    return with_address(claim.source for claim in cell.claims)


def with_address(sources: Iterable[Source | None]) -> list[Source]:
    """Those of the sources that have an address, each address once."""
    found: dict[str, Source] = {}
    for source in sources:
        if source and source.url:
            found.setdefault(source.url, source)
    return list(found.values())


# -- the two lines


def _standing(subject: Subject, cell: Cell) -> list[str]:
    """`60,340  median, listed`, who says so, of whom and where."""
    claims = cell.claims
    more = f" +{len(cell.parts) - 1}" if len(cell.parts) > 1 else ""
    figure = f"{cell.parts[0] if cell.parts else fields.UNKNOWN}{more}"
    kinds = listed(_once(claim.statistic for claim in claims) or [""])
    what = ", ".join(part for part in (kinds, listed(_once(claim.basis for claim in claims))) if part)
    names = _once(_dated_name(claim) for claim in claims)
    return [f"{figure}  {what}", *names, _place(subject, claims)]


def _dated_name(claim: Claim) -> str:
    """A source's short name, and the date of the figure where the name does not hold it."""
    series = claim.source.series
    if series and series != "O*NET":
        return name_of(claim.source)
    return f"{name_of(claim.source)}, {claim.as_of or 'undated'}"


def _place(subject: Subject, claims: Sequence[Claim]) -> str:
    """Of whom and where: `15-1232 Computer User Support Specialists, US`."""
    whom = [_whom(subject, population) for population in _once(claim.population for claim in claims)]
    areas = _once(claim.area for claim in claims)
    if not areas and any(claim.currency for claim in claims):
        areas = ["no place given"]
    return ", ".join([*whom, *areas])


def _whom(subject: Subject, population: str) -> str:
    if population == ROLE:
        return "this title"
    official = subject.official
    title = official.title if official and official.code == population else ""
    return f"{population} {title}".rstrip()


def _limits(subject: Subject, line: Line, cell: Cell, period: str, today: date) -> list[str]:
    """What the figure is not, how it was calculated, what it leaves out, how old it is, and what else is said."""
    claims = cell.claims
    of_occupation = subject.role is not None and any(claim.population != ROLE for claim in claims)
    said = [
        "whole occupation, not this title" if of_occupation else "",
        subject.role.occupation_caveat if subject.role and claims[0].source.series else "",
        claims[0].derivation and f"calculated: {claims[0].derivation}",
        claims[0].note if claims[0].value is None else "",
        *(claim.caveat for claim in claims if not any(claim.caveat in part for part in cell.parts)),
        *(claim.source.caveat for claim in claims),
        *(releases.age(claim.source, today) for claim in claims if claim.source.series == "OEWS"),
        *_beside(subject, line, cell, period),
    ]
    return _once(said)


def _beside(subject: Subject, line: Line, cell: Cell, period: str) -> list[str]:
    others = _others(subject, line, cell, period)
    return [f"also: {'; '.join(others)}"] if others else []


def _others(subject: Subject, line: Line, cell: Cell, period: str) -> list[str]:
    """What other sources say of the same thing: `Zippia estimate 36,361 ≠`, the sign where they may not be compared."""
    if not line.key or fields.BY_KEY[line.key].holds_many:
        return []
    keys = next((group for group in _SIDE_BY_SIDE if line.key in group), (line.key,))
    told = [claim for claim in subject.claims if claim.field in keys and claim.value is not None]
    own = {claim.source for claim in cell.claims}
    by_source: dict[Source, list[Claim]] = {}
    for claim in wages.in_period(told, period):
        if claim.source not in own:
            by_source.setdefault(claim.source, []).append(claim)
    return [_said_beside(cell, source, claims, period) for source, claims in by_source.items()]


def _said_beside(cell: Cell, source: Source, claims: Sequence[Claim], period: str) -> str:
    parted = cell.claims and verdict(cell.claims[0], claims[0], period).kind == "none"
    named = [
        f"{claim.statistic} {phrase}" if claim.currency and claim.statistic else phrase
        for claim in claims
        for phrase in phrases([claim])
    ]
    return f"{name_of(source)} {', '.join(_once(named))}{' ≠' if parted else ''}"


# -- the card


def _alike(claims: Iterable[Claim]) -> list[list[Claim]]:
    groups: dict[Claim, list[Claim]] = {}
    for claim in claims:
        key = claim._replace(value=None, as_printed="", item="", bound="", relative_error_percent=None)
        groups.setdefault(key, []).append(claim)
    return list(groups.values())


def _together(subject: Subject, claims: Sequence[Claim], today: date) -> list[tuple[str, str]]:
    """The values, each as printed, and below them what holds for all."""
    first = claims[0]
    known = dict(facts(first))
    error = first.relative_error_percent
    is_dated = first.source.series == "OEWS"
    known |= {
        "printed": f"“{first.as_printed}”" if first.as_printed and len(claims) == 1 else "",
        "period": UNITS.get(first.period, ""),
        "of whom": _in_full(subject, first.population),
        "date": f"{known['date']}, {releases.age(first.source, today)}" if is_dated else known["date"],
        "error": f"{decimal(error)} %, relative standard error as published" if error else "",
        "note": first.note,
    }
    values = [("value", f"{fields.phrase(claim)}{unit(claim)}{_printed(claim, len(claims))}") for claim in claims]
    return [*values, *((name, known[name]) for name in _ORDER if known.get(name))]


def _printed(claim: Claim, of: int) -> str:
    """How one of several values is printed, where that is not as it reads."""
    if of == 1 or not claim.as_printed or claim.as_printed in (claim.value, fields.text(claim)):
        return ""
    return f", printed “{claim.as_printed}”"


_ORDER = (
    "printed", "statistic", "level", "period", "of whom", "place", "date", "method", "basis", "error", "source", "note",
)  # fmt: skip


def _in_full(subject: Subject, population: str) -> str:
    if population == ROLE:
        return "this title"
    apart = ", not this title" if subject.role else ""
    return f"whole occupation {_whom(subject, population)}{apart}"


def _once(texts: Iterable[str]) -> list[str]:
    """The texts that say anything, each once."""
    return [text for text in dict.fromkeys(texts) if text]


def _joined(texts: Iterable[str]) -> str:
    return " · ".join(text for text in texts if text)
