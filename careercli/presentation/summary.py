"""Choose the lines of a page: a summary that fits one screen, or every field with a claim."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from careercli.compare.comparison import Comparison, Row
from careercli.model import fields
from careercli.model.claims import Claim
from careercli.official import onet
from careercli.presentation import phrases
from careercli.presentation.builder import LineFilter, PageBuilder, Phraser
from careercli.presentation.page import ComparisonPage, own_section
from careercli.presentation.short import short
from careercli.presentation.sources import name_of

ALL_LINES = LineFilter()
AFTER_PRICES = "  after prices"


class SummaryLine(NamedTuple):
    """One line of the summary; if `compared`, with differences, if `adjusted`, of wages adjusted for prices."""

    label: str
    keys: tuple[str, ...]
    phraser: Phraser = phrases.phrases
    compared: bool = False
    adjusted: bool = False


SUMMARY_LINES = (
    SummaryLine("median", ("median",), compared=True),
    SummaryLine(AFTER_PRICES, ("median",), compared=True, adjusted=True),
    SummaryLine("middle half", ("p25", "p75"), phrases.ranges),
    SummaryLine("10th–90th percentile", ("p10", "p90"), phrases.ranges),
    SummaryLine("change in jobs", ("employment_change",), compared=True),
    SummaryLine("openings a year", ("openings",), compared=True),
    SummaryLine("why it changes", ("why_it_changes",)),
    SummaryLine("AI could assist", ("ai_exposure",), phrases.percentiles),
    SummaryLine("usual schooling", ("entry_education",)),
    SummaryLine("preparation, 1–5", ("job_zone",)),
)
"""The official figures, of everyone in the occupations."""

OWN_LINES = (
    SummaryLine("median", ("median",), phrases.both_periods, compared=True),
    SummaryLine("mean", ("mean",), phrases.both_periods, compared=True),
    SummaryLine("percentiles", ("p10", "p90"), phrases.ranges),
    SummaryLine("“average” (undefined)", ("estimate",), phrases.both_periods, compared=True),
    SummaryLine("low to high", ("low", "high"), phrases.ranges),
    SummaryLine("growth, as it says", ("growth",), compared=True),
    SummaryLine("certifications", ("certifications",), phrases.top),
    SummaryLine("hours", ("schedule",), phrases.top),
)
"""What other sources say, each under its own name."""

RATED = {"skills": "rated skills, 1 to 5", "knowledge": "knowledge, 1 to 5"}
"""Labels of O*NET's highest ratings, shown if some role's own sources name no skills."""


OFFICIAL = RATED | {"related": "related occupations", "age": "median age"}
"""Labels of official figures of fields that sources of a role fill too."""


def summary(comparison: Comparison, today: date, line_filter: LineFilter = ALL_LINES) -> ComparisonPage:
    """Return the comparison's summary: the answer in short, official figures, skills, then each other source."""
    builder = PageBuilder(comparison, today, line_filter)
    rows = {row.field.key: row for row in comparison.rows}
    if "offer" in rows:
        _add_own_pay(builder, rows["offer"])
    if not _share_an_occupation(comparison):
        for line in SUMMARY_LINES:
            _add_line(builder, rows, line, _claims(comparison, _rows_of(rows, line), True, line.adjusted))
    if "skills" in rows:
        _add_skills(builder, rows["skills"])
        if not all(_claims(comparison, [rows["skills"]], False).values()):
            for row in (rows[key] for key in RATED if key in rows):
                builder.add(row.field, RATED[row.field.key], _claims(comparison, [row], True), phrases.top)
    _add_in_demand(builder, rows)
    alone = _add_own(builder, rows)
    builder.page.short = short(comparison)
    page = builder.finish(with_notes=False)
    page.legend += [("", line) for line in alone]
    return page


def _share_an_occupation(comparison: Comparison) -> bool:
    """Return True if all are roles of one occupation in one place: official figures are the same for each."""
    shared = {(subject.occupation, subject.area) for subject in comparison.subjects}
    return len(shared) == 1 < len(comparison.subjects) and bool(comparison.subjects[0].occupation)


def _rows_of(rows: Mapping[str, Row], line: SummaryLine) -> list[Row]:
    return [rows[key] for key in line.keys if key in rows]


def _add_line(
    builder: PageBuilder,
    rows: Mapping[str, Row],
    line: SummaryLine,
    cells: Mapping[str, Sequence[Claim]],
    section: str = "",
) -> None:
    line_rows = _rows_of(rows, line)
    if not line_rows or (line.adjusted and not any(cells.values())) or _is_redundant(builder.page, line, cells):
        return
    if line.phraser is phrases.both_periods:
        cells = _with_other_period(builder.comparison, cells)
    builder.add(line_rows[0].field, line.label, cells, line.phraser, line.compared, section)


def _add_own(builder: PageBuilder, rows: Mapping[str, Row]) -> list[str]:
    """Add what each other source says, under its name; return a line for each that speaks of one role of several."""
    comparison, alone = builder.comparison, []
    by_line = {line: _claims(comparison, _rows_of(rows, line), False) for line in OWN_LINES}
    roles_of: dict[str, set[str]] = {}
    for cells in by_line.values():
        for id, claims in cells.items():
            for claim in claims:
                roles_of.setdefault(name_of(claim.source), set()).add(id)
    for name, roles in roles_of.items():
        if len(roles) == 1 < len(comparison.subjects):
            alone.append(f"only {min(roles)} has figures of {name}: --full")
            continue
        for line, cells in by_line.items():
            of_source = _filtered(cells, lambda claim, name=name: name_of(claim.source) == name)  # type: ignore[misc]
            claims = [claim for claims in of_source.values() for claim in claims]
            if any(claim.value is not None or len(comparison.subjects) == 1 for claim in claims):
                _add_line(builder, rows, line, of_source, own_section(name))
    return alone


def _is_redundant(page: ComparisonPage, line: SummaryLine, cells: Mapping[str, Sequence[Claim]]) -> bool:
    """Return True for a line without figures in a section that has other lines; `--full` shows its reasons.

    Why there are none after prices is shown, as that was asked for.
    """
    section = fields.BY_KEY[line.keys[0]].section
    has_lines = not line.adjusted and any(other.section == section for other in page.lines)
    return has_lines and all(claim.value is None for claims in cells.values() for claim in claims)


def full(
    comparison: Comparison, today: date, line_filter: LineFilter = ALL_LINES, with_notes: bool = True
) -> ComparisonPage:
    """Return a page of every field with a claim, official and own figures on separate lines."""
    builder = PageBuilder(comparison, today, line_filter)
    for row in comparison.rows:
        _add_row(builder, row)
    return builder.finish(with_notes)


def _add_own_pay(builder: PageBuilder, row: Row) -> None:
    """Add a person's own amounts, then where each stands, and the same after prices."""
    builder.add(row.field, row.field.label, _claims(builder.comparison, [row], False), phrases.phrases)
    for label, adjusted in (("  where it stands", False), (AFTER_PRICES, True)):
        positions = _claims(builder.comparison, [row], True, adjusted)
        if any(positions.values()):
            builder.add(row.field, label, positions, phrases.with_reasons)


def _add_row(builder: PageBuilder, row: Row) -> None:
    field = row.field
    if field.key == "offer":
        _add_own_pay(builder, row)
        return
    compared = field.kind in (fields.MONEY, fields.COUNT, fields.PERCENT, fields.NUMBER)
    official, own = (_claims(builder.comparison, [row], is_official) for is_official in (True, False))
    if any(official.values()):
        label = OFFICIAL.get(field.key) or (field.label if field.official else f"official {field.label}")
        phraser = phrases.by_text if field.key == "technologies" else phrases.with_reasons
        builder.add(field, label, official, phraser, compared)
        adjusted = _claims(builder.comparison, [row], True, adjusted=True)
        if any(adjusted.values()):
            builder.add(field, AFTER_PRICES, adjusted, phraser, compared)
    if any(own.values()) or not any(official.values()):
        builder.add(field, field.label, own, phrases.with_reasons, compared)


def _add_in_demand(builder: PageBuilder, rows: Mapping[str, Row]) -> None:
    """Add the technologies that job postings often ask for, those first that not all roles share."""
    if "technologies" not in rows:
        return
    official = _claims(builder.comparison, [rows["technologies"]], True)
    in_demand = _filtered(official, lambda claim: fields.text(claim).startswith(onet.IN_DEMAND))
    names = [{claim.name for claim in claims} for claims in in_demand.values()]
    shared = set.intersection(*names) if len(names) > 1 else set()
    ordered = {id: sorted(claims, key=lambda claim: claim.name in shared) for id, claims in in_demand.items()}
    builder.add(rows["technologies"].field, "technology in demand", ordered, phrases.top)


def _add_skills(builder: PageBuilder, row: Row) -> None:
    """Add the skills that all roles with own sources share, then the others."""
    own = _claims(builder.comparison, [row], False)
    names = [{claim.name.casefold() for claim in claims} for claims in own.values()]
    listed = [role_names for role_names in names if role_names]
    shared = set.intersection(*listed) if len(listed) > 1 else set()
    if shared:
        label = "in both" if len(listed) == len(names) == 2 else "in all that list any"
        builder.add(row.field, label, _filtered(own, lambda claim: claim.name.casefold() in shared), phrases.top)
    label = "not in all" if shared and len(names) > 2 else "only here" if shared else "skills"
    builder.add(row.field, label, _filtered(own, lambda claim: claim.name.casefold() not in shared), phrases.top)


def _filtered(cells: Mapping[str, Sequence[Claim]], is_kept: Callable[[Claim], bool]) -> dict[str, list[Claim]]:
    return {id: [claim for claim in claims if is_kept(claim)] for id, claims in cells.items()}


def _claims(
    comparison: Comparison, rows: Sequence[Row], official: bool, adjusted: bool = False
) -> dict[str, list[Claim]]:
    """Return the claims of some rows by role id, from releases if `official`, else from the role's own sources.

    Wages adjusted for prices are returned alone, if `adjusted`.
    """
    wanted = official, adjusted
    return {
        subject.id: [
            c for row in rows for c in row.cells[subject.id] if (bool(c.source.series), bool(c.prices)) == wanted
        ]
        for subject in comparison.subjects
    }


def _with_other_period(comparison: Comparison, cells: Mapping[str, Sequence[Claim]]) -> dict[str, list[Claim]]:
    """Return the cells with the wages that a role's sources list in the other period added."""
    found = {}
    for subject in comparison.subjects:
        shown = cells[subject.id]
        keys, periods = {claim.field for claim in shown}, {"", *(claim.period for claim in shown)}
        others = [claim for claim in subject.own if claim.field in keys and claim.period not in periods]
        found[subject.id] = [*shown, *others]
    return found
