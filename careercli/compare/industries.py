"""The wages of an occupation by industry, in the nation."""

from __future__ import annotations

from careercli.catalog.places import folded
from careercli.compare.wage_rows import WageRecord
from careercli.errors import CareerError
from careercli.model import wages
from careercli.model.claims import Subject
from careercli.official import oews, releases
from careercli.store import places

ALL = "all"


def wages_by_industry(subject: Subject, wanted: str, period: str) -> list[WageRecord]:
    """Return a row for each industry that `wanted` names, by its code or words of its title; all of them for `all`.

    Raises CareerError, with the industries that there are, if none is named so.
    """
    rows = places.wages_by_industry(subject.occupation) if subject.official else []
    name = folded(wanted)
    found = [row for row in rows if wanted in (ALL, row.industry) or name in folded(row.title)]
    if rows and not found:
        titles = "; ".join(row.title for row in rows)
        raise CareerError(f"--industry: no industry with {subject.occupation} is named “{wanted}”; there are {titles}")
    records = []
    for row in found:
        source = releases.newest_with("sectors")
        claims = list(oews.claims(subject.occupation, row.wages, row.marks, source, releases.NATION))
        count = next(claim for claim in claims if claim.field == "employment")
        records += [WageRecord(subject, each, count, row.title) for each in wages.records(claims, period, blanks=True)]
    return records
