"""Wages as rows: one per role, population, level, place, date, source and basis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.compare.verdicts import contains, is_residual
from careercli.model import fields, wages
from careercli.model.claims import ROLE, Claim, Source, Subject, Value
from careercli.official import oews, releases

COLUMNS = ("role", "title", *wages.RECORD_COLUMNS)
NUMBERS = wages.STATISTICS
_COUNT = len(wages.RECORD_COLUMNS)
_SOURCE, _AREA, _BASIS = map(wages.RECORD_COLUMNS.index, ("source", "area", "basis"))


class WageRecord:
    """What one source says one role or occupation earns: claims by statistic, one at least, all in one period.

    `typical` is the figure in the middle: the median, else the mean, else what a site calls an average.
    """

    __slots__ = ("claims", "first", "is_official", "source", "subject", "typical")

    def __init__(self, subject: Subject, claims: Mapping[str, Claim]) -> None:
        self.subject, self.claims = subject, claims
        self.first: Claim = next(iter(claims.values()))
        self.source: Source = self.first.source
        self.is_official = bool(self.source.series)
        self.typical: Claim | None = claims.get("median") or claims.get("mean") or claims.get("estimate")

    @property
    def has_percentiles(self) -> bool:
        return "p10" in self.claims or "p90" in self.claims

    def values(self) -> dict[str, Value]:
        """Return the row by column, as programs read it: numbers, `>=239200` where there is a bound, None unknown."""
        record = [self.subject.id, self.subject.title, *wages.record_values(self.claims)]
        return dict(zip(COLUMNS, record, strict=True))

    def texts(self) -> dict[str, str]:
        """Return the row by column, as a person reads it."""
        amounts = {each: fields.text(claim) for each, claim in self.claims.items()}
        return {name: amounts.get(name) or fields.shown(value) for name, value in self.values().items()}


class PlainWages(NamedTuple):
    """The wages of one role or occupation in one period, as programs read them.

    Each record is the values of `wages.RECORD_COLUMNS`; one of the role's `own` ends with a digest of its source,
    until `with_unique_source_keys` has compared these.
    """

    id: str
    title: str
    own: Sequence[list[Value]]
    official: Sequence[Sequence[Value]]

    def declared(self, statistic: str) -> Value:
        """Return what wages are sorted by: the newest official national figure; the median if it has no such one."""
        at = wages.RECORD_COLUMNS.index(statistic if statistic in oews.STATISTICS else "median")
        series = (releases.newest("OEWS").id, "US", "listed")
        found = (each[at] for each in self.official if (each[_SOURCE], each[_AREA], each[_BASIS]) == series)
        return next(found, None)

    def rows(self) -> Iterator[tuple[Value, ...]]:
        """Yield the values of COLUMNS of each row."""
        for record in (*self.own, *self.official):
            yield (self.id, self.title, *record[:_COUNT])


def wages_of(subject: Subject, period: str) -> list[WageRecord]:
    """Return every row of one role or occupation, its own first; nothing where no source gives a figure."""
    return [WageRecord(subject, record) for record in wages.records(subject.claims, period)]


def plain(subject: Subject, period: str) -> PlainWages:
    """Return the wages of a subject as programs read them."""
    own, official = (
        [wages.record_values(each) for each in wages.records(claims, period)]
        for claims in (subject.own, subject.official.claims if subject.official else ())
    )
    return PlainWages(subject.id, subject.title, own, official)


def with_unique_source_keys(all_wages: Iterable[PlainWages]) -> Iterator[PlainWages]:
    """Yield the same, where one key never means two sources: a role's that is taken becomes `role/key`."""
    known: dict[Value, Value] = {source.id: source.digest for source in releases.ALL}
    for each in all_wages:
        for record in each.own:
            key, digest = record[_SOURCE], record[-1]
            if known.setdefault(key, digest) != digest:
                record[_SOURCE] = f"{each.id}/{key}"
        yield each


def may_be_ranked(records: Iterable[WageRecord]) -> list[WageRecord]:
    """Return the official records of one occupation each: none that gathers all others, or contains a second."""
    official = [record for record in records if record.is_official]
    codes = sorted({record.first.population for record in official})
    # What a code contains comes right behind it in their order.
    next_of = dict(zip(codes, [*codes, ROLE][1:], strict=True))
    ranked = {code for code in codes if not contains(code, next_of[code]) and not is_residual(code)}
    return [record for record in official if record.first.population in ranked]


def missing_reason(subject: Subject, period: str) -> str:
    """Return why a subject has no wage of its own, or none at all; empty where it has one."""
    missing = [c for c in subject.claims if c.field in fields.WAGES and c.value is None and c.period in ("", period)]
    own = next((claim for claim in missing if not claim.source.series), None)
    if own:
        return f"the source gives no wage{f' ({own.note})' if own.note else ''}"
    if wages_of(subject, period):
        return ""
    if missing:
        return missing[0].note
    return f"no wage is published for {subject.occupation}" if subject.occupation else "no source gives a wage"


def missing_wages(subjects: Iterable[Subject], period: str) -> list[str]:
    """Return why wages are missing: a line for each reason, with the subjects that have it."""
    reasons: dict[str, list[str]] = {}
    for subject in subjects:
        if reason := missing_reason(subject, period):
            reasons.setdefault(reason, []).append(subject.id)
    return [f"{', '.join(ids)}: {reason}" for reason, ids in reasons.items()]
