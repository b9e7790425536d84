"""Which lines a person sees: the summary on one screen, or every field that anybody says something in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from careercli.compare.comparison import Comparison, Row
from careercli.model import fields
from careercli.model.claims import Claim
from careercli.official import onet
from careercli.presentation import phrases
from careercli.presentation.builder import LineFilter, PageBuilder, Phraser
from careercli.presentation.page import ComparisonPage
from careercli.presentation.sources import caveats, short_caveats

EVERYTHING = LineFilter()


class SummaryLine(NamedTuple):
    """A line of the summary: the fields it draws from, whose claims, and how they read."""

    section: str
    label: str
    keys: tuple[str, ...]
    official: bool
    parts: Phraser = phrases.phrases
    measured: bool = False


SUMMARY_LINES = (
    SummaryLine("pay", "official median", ("median",), True, measured=True),
    SummaryLine("pay", "10th–90th percentile", ("p10", "p90"), True, phrases.ranges),
    SummaryLine("pay", "median, own source", ("median",), False, phrases.both_periods, measured=True),
    SummaryLine("pay", "mean, own source", ("mean",), False, phrases.both_periods, measured=True),
    SummaryLine("pay", "percentiles, own source", ("p10", "p90"), False, phrases.ranges),
    SummaryLine("pay", 'site "average"', ("estimate",), False, phrases.both_periods, measured=True),
    SummaryLine("pay", "range", ("low", "high"), False, phrases.ranges),
    SummaryLine("pay", "best paid, names only", ("best_city", "best_company"), False, phrases.one_line),
    SummaryLine("outlook", "projected change", ("employment_change",), True, measured=True),
    SummaryLine("outlook", "openings a year", ("openings",), True, measured=True),
    SummaryLine("outlook", "growth, own source", ("growth",), False, measured=True),
    SummaryLine("outlook", "jobs held", ("employment",), True, measured=True),
    SummaryLine("outlook", '"number of jobs"', ("jobs",), False, measured=True),
    SummaryLine("entry", "usual education", ("entry_education",), True),
    SummaryLine("entry", "job zone, 1 to 5", ("job_zone",), True),
    SummaryLine("entry", "degree workers hold", ("degree_held",), False),
    SummaryLine("entry", "time to become", ("time_to_become",), False),
    SummaryLine("entry", "certifications", ("certifications",), False, phrases.top),
)

RATED = {"skills": "rated skills, 1 to 5", "knowledge": "knowledge, 1 to 5"}
"""What stands beside skills where a role's own sources name none: what analysts and workers rate highest."""


def summary(comparison: Comparison, today: date, wanted: LineFilter = EVERYTHING) -> ComparisonPage:
    """The comparison on one screen: the lines of BRIEF that anybody says something in."""
    builder = PageBuilder(comparison, today, wanted)
    rows = {row.field.key: row for row in comparison.rows}
    for brief in SUMMARY_LINES:
        drawn = [rows[key] for key in brief.keys if key in rows]
        if drawn:
            claims = _claims(comparison, drawn, brief.official)
            if brief.parts is phrases.both_periods:
                claims = _with_twins(comparison, claims)
            if not _is_silent(builder.page, brief, claims):
                builder.add(drawn[0].field, brief.label, claims, brief.parts, brief.measured)
    if "skills" in rows:
        _add_skills(builder, rows["skills"])
        if not all(_claims(comparison, [rows["skills"]], False).values()):
            for key, label in RATED.items():
                _add_official(builder, rows, key, label)
    _add_in_demand(builder, rows)
    page = builder.finish()
    page.caveats = _caveats(comparison, at_length=False)
    return page


def _is_silent(page: ComparisonPage, brief: SummaryLine, claims: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether nobody gives a figure, and the section says something else; the whole page says why there is none."""
    says_more = any(line.section == brief.section for line in page.lines)
    return says_more and all(claim.value is None for said in claims.values() for claim in said)


def full(
    comparison: Comparison, today: date, wanted: LineFilter = EVERYTHING, at_length: bool = True
) -> ComparisonPage:
    """Every field that anybody says something in; official and own figures on lines of their own.

    `at_length` says what profiles note about their occupation, and not their caveat alone.
    """
    builder = PageBuilder(comparison, today, wanted)
    for row in comparison.rows:
        _add_row(builder, row)
    page = builder.finish()
    page.caveats = _caveats(comparison, at_length)
    return page


def _caveats(comparison: Comparison, at_length: bool) -> list[str]:
    is_one = len(comparison.subjects) == 1
    return caveats(comparison.subjects) if at_length or is_one else short_caveats(comparison.subjects)


def _add_row(builder: PageBuilder, row: Row) -> None:
    shown = row.field
    measured = shown.kind in (fields.MONEY, fields.COUNT, fields.PERCENT, fields.NUMBER)
    official, own = (_claims(builder.comparison, [row], each) for each in (True, False))
    both = any(official.values()) and not shown.official
    if any(official.values()):
        label = RATED.get(shown.key) or (f"official {shown.label}" if both else shown.label)
        parts = phrases.by_text if shown.key == "technologies" else phrases.with_reasons
        builder.add(shown, label, official, parts, measured)
    if any(own.values()) or not any(official.values()):
        builder.add(shown, shown.label, own, phrases.with_reasons, measured)


def _add_official(builder: PageBuilder, rows: Mapping[str, Row], key: str, label: str) -> None:
    """The first of what a release lists."""
    if key in rows:
        builder.add(rows[key].field, label, _claims(builder.comparison, [rows[key]], True), phrases.top)


def _add_in_demand(builder: PageBuilder, rows: Mapping[str, Row]) -> None:
    """Technologies that an occupation's job postings often ask for, those first that not all roles share."""
    if "technologies" not in rows:
        return
    official = _claims(builder.comparison, [rows["technologies"]], True)
    sought = {each: [c for c in said if fields.text(c).startswith(onet.IN_DEMAND)] for each, said in official.items()}
    names = [{claim.name for claim in said} for said in sought.values()]
    shared = set.intersection(*names) if len(names) > 1 else set()
    ordered = {each: sorted(said, key=lambda claim: claim.name in shared) for each, said in sought.items()}
    builder.add(rows["technologies"].field, "technology in demand", ordered, phrases.top)


def _add_skills(builder: PageBuilder, row: Row) -> None:
    """What all roles' own sources share, and what each has alone."""
    own = _claims(builder.comparison, [row], False)
    named = {each: {claim.name.casefold() for claim in claims} for each, claims in own.items()}
    counted = [names for names in named.values() if names]
    shared = set.intersection(*counted) if len(counted) > 1 else set()
    if shared:
        both = "in both" if len(counted) == len(named) == 2 else "in all that list any"
        in_all = {each: [c for c in said if c.name.casefold() in shared] for each, said in own.items()}
        builder.add(row.field, both, in_all, phrases.top)
    rest = {each: [c for c in said if c.name.casefold() not in shared] for each, said in own.items()}
    builder.add(row.field, "not in all" if shared and len(named) > 2 else "only here" if shared else "skills", rest,
                phrases.top)  # fmt: skip


def _claims(comparison: Comparison, rows: Iterable[Row], official: bool) -> dict[str, list[Claim]]:
    """The claims of some rows by role, from releases or from the role's own sources."""
    rows = list(rows)
    return {
        subject.id: [c for row in rows for c in row.cells[subject.id] if bool(c.source.series) == official]
        for subject in comparison.subjects
    }


def _with_twins(comparison: Comparison, claims: dict[str, list[Claim]]) -> dict[str, list[Claim]]:
    """Behind each role's figures those that their source lists in the other period."""
    return {subject.id: [*claims[subject.id], *_twins(subject.own, claims[subject.id])]
            for subject in comparison.subjects}  # fmt: skip


def _twins(own: Iterable[Claim], shown: Sequence[Claim]) -> list[Claim]:
    periods = {claim.period for claim in shown}
    keys = {claim.field for claim in shown}
    return [claim for claim in own if claim.field in keys and claim.period and claim.period not in periods]
