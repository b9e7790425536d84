"""The wages of an occupation by industry, in the nation."""

from __future__ import annotations

from careercli.catalog.places import folded
from careercli.compare.wage_rows import WageRecord
from careercli.compare.years import oews_of
from careercli.errors import CareerError
from careercli.model import wages
from careercli.model.claims import Source, Subject
from careercli.official import oews, releases
from careercli.store import places

ALL = "all"


def sources_of(as_of: str) -> list[Source]:
    """Return the releases of a year, of `all`, or the newest for an empty text, that have wages by sector.

    Raises CareerError where none has.
    """
    if not as_of:
        return [releases.newest_with("sectors")]
    found = [source for source in oews_of(as_of) if releases.has(source, "sectors")]
    if not found:
        there = [source.as_of[:4] for source in oews_of(ALL) if releases.has(source, "sectors")]
        raise CareerError(f"--industry: no wages by industry of {as_of} are here; those of {', '.join(there)} are")
    return found


def wages_by_industry(subject: Subject, wanted: str, period: str, source: Source) -> list[WageRecord]:
    """Return a row for each industry that `wanted` names, by its code or words of its title; all of them for `all`.

    Raises CareerError, with the industries that there are, if none is named so.
    """
    rows = places.wages_by_industry(subject.occupation, source) if subject.official else []
    name = folded(wanted)
    found = [row for row in rows if wanted in (ALL, row.industry) or name in folded(row.title)]
    if rows and not found:
        titles = "; ".join(row.title for row in rows)
        raise CareerError(f"--industry: no industry with {subject.occupation} is named “{wanted}”; there are {titles}")
    records = []
    for row in found:
        claims = list(oews.claims(subject.occupation, row.wages, row.marks, source, releases.NATION))
        count = next(claim for claim in claims if claim.field == "employment")
        records += [WageRecord(subject, each, count, row.title) for each in wages.records(claims, period, blanks=True)]
    return records
