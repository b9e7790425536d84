"""Describe the evidence of one cell: in two lines for the foot of a screen, and in full for a dialog."""

from collections.abc import Iterable, Sequence
from datetime import date

from careercli.compare.verdicts import verdict
from careercli.model import fields, wages
from careercli.model.claims import ROLE, Claim, Source, Subject
from careercli.model.numbers import decimal
from careercli.official import releases
from careercli.presentation.page import Cell, ComparisonPage, Line
from careercli.presentation.phrases import UNITS, joined_with_and, phrases
from careercli.presentation.sources import DATED_BY_RELEASE, describe, facts, name_of, unit

NO_SOURCE = "nobody says anything about this"

_SIMILAR_FIELDS = (
    ("median", "mean", "estimate"),
    ("employment", "jobs"),
    ("employment_change", "growth"),
)
"""Groups of fields that readers may confuse, so that the evidence of one mentions the others."""


def evidence_lines(page: ComparisonPage, line: Line, role_id: str, today: date) -> tuple[str, str]:
    """Return two lines on a cell: its figure and sources, then its limits and what other sources say."""
    subject, cell = page.subject(role_id), line.cells.get(role_id, Cell())
    others = "; ".join(_others(subject, line, cell, page.period))
    also = f"also: {others}" if others else ""
    if not cell.claims:
        return f"{fields.UNKNOWN}  {NO_SOURCE}", also
    limits = [*_limits(subject, cell, today), also]
    return " · ".join(_unique(_figure(subject, cell))), " · ".join(_unique(limits))


def evidence_title(page: ComparisonPage, line: Line, role_id: str) -> str:
    """Return the subject and the label of a cell: `noc-tech: official median`."""
    return f"{page.subject(role_id).id}: {line.label}"


def all_evidence(page: ComparisonPage, line: Line, role_id: str, today: date) -> list[tuple[str, str]]:
    """Return all evidence of a cell as pairs of label and text, in groups separated by an empty pair.

    Claims that differ only in value and item share a group. After them come the difference, what
    other sources say about the same thing, and the sources in full.
    """
    subject, cell = page.subject(role_id), line.cells.get(role_id, Cell())
    groups = [_evidence(subject, claims, today) for claims in _groups(cell.claims)] or [[("", NO_SOURCE)]]
    compared = [("difference", f"{cell.difference} from {page.baseline}")] if cell.difference else []
    compared += why_not_ranked(page, cell)
    compared += [("also", text) for text in _others(subject, line, cell, page.period)]
    sources = dict.fromkeys(claim.source for claim in cell.claims)
    groups += [compared, [("source", f"{source.id}: {describe(source)}") for source in sources]]
    out: list[tuple[str, str]] = []
    for group in groups:
        out += [*([("", "")] if out and group else []), *group]
    return out


def citation(page: ComparisonPage, line: Line, role_id: str) -> str:
    """Return a cell as a text to paste: its title and figure, of whom, and its sources in full."""
    subject, cell = page.subject(role_id), line.cells.get(role_id, Cell())
    figure = "; ".join(cell.parts) or fields.UNKNOWN
    unit_of_first = unit(cell.claims[0]) if cell.claims else ""
    of_whom = _population_and_area(subject, cell.claims)
    sources = _unique(describe(claim.source) for claim in cell.claims) or [NO_SOURCE]
    text = f"{figure}{unit_of_first}{f' ({of_whom})' if of_whom else ''}"
    return f"{evidence_title(page, line, role_id)}: {text}. {'; '.join(sources)}"


def why_not_ranked(page: ComparisonPage, cell: Cell) -> list[tuple[str, str]]:
    """Return the number (`(1)`) and the text of each reason why a cell is not ranked."""
    withheld_gap = f"; {cell.withheld_gap}" if cell.withheld_gap else ""
    return [(f"({number})", f"{page.reasons[number - 1]}{withheld_gap}") for number in cell.notes]


def sources_of(cell: Cell) -> list[Source]:
    """Return the sources of a cell that have a URL, each URL once."""
    return with_url(claim.source for claim in cell.claims)


def with_url(sources: Iterable[Source | None]) -> list[Source]:
    """Return the sources that have a URL, each URL once."""
    found: dict[str, Source] = {}
    for source in sources:
        if source and source.url:
            found.setdefault(source.url, source)
    return list(found.values())


def _figure(subject: Subject, cell: Cell) -> list[str]:
    """Return `60,340  median, listed`, then the sources, then the population and area."""
    claims = cell.claims
    more = f" +{len(cell.parts) - 1}" if len(cell.parts) > 1 else ""
    figure = f"{cell.parts[0] if cell.parts else fields.UNKNOWN}{more}"
    statistics = joined_with_and(_unique(claim.statistic for claim in claims) or [""])
    kind = ", ".join(filter(None, (statistics, joined_with_and(_unique(claim.basis for claim in claims)))))
    return [f"{figure}  {kind}", *map(_dated_name, claims), _population_and_area(subject, claims)]


def _dated_name(claim: Claim) -> str:
    """Return a source's short name, with the figure's date unless the name has it."""
    name = name_of(claim.source)
    return name if claim.source.series in ("OEWS", *DATED_BY_RELEASE) else f"{name}, {claim.as_of or 'undated'}"


def _population_and_area(subject: Subject, claims: Sequence[Claim]) -> str:
    """Return `15-1232 Computer User Support Specialists, US`; the place of the subject by its title."""
    titles = {subject.area.code: subject.area.title} if subject.area else {}
    populations = [_population(subject, code) for code in _unique(claim.population for claim in claims)]
    areas = _unique(titles.get(claim.area, claim.area) for claim in claims)
    if not areas and any(claim.currency for claim in claims):
        areas = ["no place given"]
    return ", ".join([*populations, *areas])


def _population(subject: Subject, population: str) -> str:
    if population == ROLE:
        return "this title"
    official = subject.official
    title = official.title if official and official.code == population else ""
    return f"{population} {title}".rstrip()


def _limits(subject: Subject, cell: Cell, today: date) -> list[str]:
    """Return the limits of a figure: population, calculation, caveats and age."""
    claims = cell.claims
    of_occupation = subject.role is not None and any(claim.population != ROLE for claim in claims)
    return [
        "everyone in the occupation, not this title" if of_occupation else "",
        subject.occupation_caveat if claims[0].source.series else "",
        claims[0].derivation and f"calculated: {claims[0].derivation}",
        claims[0].note if claims[0].value is None else "",
        *(claim.caveat for claim in claims if not any(claim.caveat in part for part in cell.parts)),
        *(claim.source.caveat for claim in claims),
        *(releases.age(claim.source, today) for claim in claims if claim.source.series == "OEWS"),
    ]


def _others(subject: Subject, line: Line, cell: Cell, period: str) -> list[str]:
    """Return what each other source says: `Zippia estimate 36,361, not comparable`."""
    if not line.key or fields.BY_KEY[line.key].holds_many:
        return []
    keys = next((group for group in _SIMILAR_FIELDS if line.key in group), (line.key,))
    known = [claim for claim in subject.claims if claim.field in keys and claim.value is not None]
    cell_sources = {claim.source for claim in cell.claims}
    by_source: dict[Source, list[Claim]] = {}
    for claim in wages.in_period(known, period):
        if claim.source not in cell_sources:
            by_source.setdefault(claim.source, []).append(claim)
    return [_other(cell, source, claims, period) for source, claims in by_source.items()]


def _other(cell: Cell, source: Source, claims: Sequence[Claim], period: str) -> str:
    is_apart = cell.claims and verdict(cell.claims[0], claims[0], period).kind == "none"
    texts = [
        f"{claim.statistic} {phrase}" if claim.currency and claim.statistic else phrase
        for claim in claims
        for phrase in phrases([claim])
    ]
    return f"{name_of(source)} {', '.join(_unique(texts))}{', not comparable' if is_apart else ''}"


def _groups(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Return the claims in groups that differ only in value and item."""
    groups: dict[Claim, list[Claim]] = {}
    for claim in claims:
        key = claim._replace(value=None, as_printed="", item="", bound="", relative_error_percent=None)
        groups.setdefault(key, []).append(claim)
    return list(groups.values())


def _evidence(subject: Subject, claims: Sequence[Claim], today: date) -> list[tuple[str, str]]:
    """Return the values of a group of claims, then the evidence they share, as pairs of label and text."""
    first = claims[0]
    known = facts(first)
    error = first.relative_error_percent
    is_dated = first.source.series == "OEWS"
    known |= {
        "printed": f"“{first.as_printed}”" if first.as_printed and len(claims) == 1 else "",
        "period": UNITS.get(first.period, ""),
        "of whom": _whole_population(subject, first.population),
        "date": f"{known['date']}, {releases.age(first.source, today)}" if is_dated else known["date"],
        "error": f"{decimal(error)} %, relative standard error as published" if error else "",
        "note": first.note,
    }
    values = [("value", f"{fields.phrase(claim)}{unit(claim)}{_printed(claim, len(claims))}") for claim in claims]
    return [*values, *((label, known[label]) for label in _LABELS if known.get(label))]


def _printed(claim: Claim, count: int) -> str:
    """Return `, printed “…”` for one of several values if it is printed unlike its text."""
    if count == 1 or not claim.as_printed or claim.as_printed in (claim.value, fields.text(claim)):
        return ""
    return f", printed “{claim.as_printed}”"


_LABELS = (
    "printed", "statistic", "level", "period", "of whom", "place", "date", "method", "basis", "error", "source", "note",
)  # fmt: skip
"""Labels in the order they are shown."""


def _whole_population(subject: Subject, population: str) -> str:
    name = _population(subject, population)
    if population == ROLE:
        return name
    return f"everyone in {name}{', not this title' if subject.role else ''}"


def _unique(texts: Iterable[str]) -> list[str]:
    """Return the texts that are not empty, each once."""
    return [text for text in dict.fromkeys(texts) if text]
