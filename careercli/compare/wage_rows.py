"""Group wages into rows: one per role, population, experience level, area, date, source and basis."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.compare.code_groups import contains, is_residual
from careercli.model import fields, wages
from careercli.model.claims import ROLE, Claim, Source, Subject, Value
from careercli.official import oews, releases

OF_PLACE = ("area_title", "industry", "employment", "employment_error", "mean_error")
COLUMNS = ("role", "title", *wages.RECORD_COLUMNS, *OF_PLACE, "caveat")
NUMBERS = wages.STATISTICS
_COUNT = len(wages.RECORD_COLUMNS)
_SOURCE, _AREA, _BASIS = map(wages.RECORD_COLUMNS.index, ("source", "area", "basis"))


class WageRecord:
    """One row: the wages of one subject by one source in one period, by statistic; at least one claim.

    `first` is its first claim. `typical` is the median, else the mean, else the site's "average", else None.
    `industry` is the title of a sector, or empty; `employment` is the claim of people employed, if any.
    """

    __slots__ = ("claims", "employment", "first", "industry", "is_official", "source", "subject", "typical")

    def __init__(
        self, subject: Subject, claims: Mapping[str, Claim], employment: Claim | None = None, industry: str = ""
    ) -> None:
        self.subject, self.claims, self.employment, self.industry = subject, claims, employment, industry
        self.first: Claim = next(iter(claims.values()))
        self.source: Source = self.first.source
        self.is_official = bool(self.source.series)
        self.typical: Claim | None = claims.get("median") or claims.get("mean") or claims.get("estimate")

    @property
    def has_percentiles(self) -> bool:
        return "p10" in self.claims or "p90" in self.claims

    def values(self) -> dict[str, Value]:
        """Return the row by column for programs: numbers, `>=239200` for a bound, None if unknown."""
        mean, count = self.claims.get("mean"), self.employment
        of_place = (
            _area_title(self.subject, self.first.area),
            self.industry,
            count.value if count else None,
            count.relative_error_percent if count else None,
            mean.relative_error_percent if mean else None,
        )
        record = [self.subject.id, self.subject.title, *wages.record_values(self.claims), *of_place, self._caveat]
        return dict(zip(COLUMNS, record, strict=True))

    @property
    def _caveat(self) -> str:
        if not self.is_official:
            return wages.caveat_of(self.claims)
        return "; ".join(filter(None, (self.subject.occupation_caveat, self.first.prices and self.first.caveat)))

    def texts(self) -> dict[str, str]:
        """Return the row by column for people."""
        amounts = {statistic: fields.text(claim) for statistic, claim in self.claims.items()}
        return {name: amounts.get(name) or fields.shown(value) for name, value in self.values().items()}


def _area_title(subject: Subject, area: str) -> str:
    if area == releases.NATION:
        return releases.NATION_TITLE
    return subject.area.title if subject.area and subject.area.code == area else ""


class PlainWages(NamedTuple):
    """The wage records of one subject in one period, for programs.

    A record holds the values of `wages.RECORD_COLUMNS`; official ones go on with employment and two errors, the
    role's `own` with a caveat and a digest of the source. `area_title` is the place of the official ones, `caveat`
    that of the role's occupation.
    """

    id: str
    title: str
    own: Sequence[list[Value]]
    official: Sequence[Sequence[Value]]
    area_title: str = releases.NATION_TITLE
    caveat: str = ""


PlainRow = tuple[Value, ...]
"""The values of COLUMNS of one row."""


def declared(rows: Iterable[PlainRow], statistic: str) -> Value:
    """Return the newest OEWS wage of a subject's rows, which wages are sorted by; the median if OEWS lacks it."""
    column = COLUMNS.index(statistic if statistic in oews.STATISTICS else "median")
    series = [(source.id, "listed") for source in (releases.newest("OEWS"), releases.newest_with(*releases.PLACES))]
    return next((row[column] for row in rows if (row[2 + _SOURCE], row[2 + _BASIS]) in series), None)


def official_row(subject_id: str, title: str, record: Sequence[Value], area_title: str, caveat: str = "") -> PlainRow:
    """Return the row of an official record, as oews.record makes it."""
    return (subject_id, title, *record[:_COUNT], area_title, "", *record[_COUNT:], caveat)


def wages_of(subject: Subject, period: str, blanks: bool = False) -> list[WageRecord]:
    """Return the wage rows of a subject in `period`, a role's own first; none if no source gives a figure.

    With `blanks`, also official rows without a figure.
    """
    counts = {_release_of(claim): claim for claim in subject.claims if claim.field == "employment"}
    return [
        WageRecord(subject, record, counts.get(_release_of(next(iter(record.values())))))
        for record in wages.records(subject.claims, period, blanks)
    ]


def _release_of(claim: Claim) -> tuple[str, str]:
    return claim.source.id, claim.area


def plain(subject: Subject, period: str) -> PlainWages:
    """Return the wages of a subject in `period` for programs, each row of a role's own with its source's digest."""
    own, there = [], []
    for record in wages_of(subject, period, blanks=True):
        values = [*record.values().values()][2:]
        if record.is_official:
            there.append([*values[:_COUNT], *values[_COUNT + 2 : -1]])
        else:
            own.append([*values[:_COUNT], values[-1], record.source.digest])
    title = subject.area.title if subject.area else releases.NATION_TITLE
    return PlainWages(subject.id, subject.title, own, there, title, subject.occupation_caveat)


def plain_rows(all_wages: Iterable[PlainWages]) -> Iterator[list[PlainRow]]:
    """Yield the rows of each subject, a role's own first, with unique source keys: a clashing one is `role/key`."""
    known: dict[Value, Value] = {source.id: source.digest for source in releases.known()}
    for each in all_wages:
        rows: list[PlainRow] = []
        for *record, caveat, digest in each.own:
            if known.setdefault(record[_SOURCE], digest) != digest:
                record[_SOURCE] = f"{each.id}/{record[_SOURCE]}"
            title = releases.NATION_TITLE if record[_AREA] == releases.NATION else ""
            rows.append((each.id, each.title, *record, title, "", None, None, None, caveat))
        yield [
            *rows,
            *(official_row(each.id, each.title, record, each.area_title, each.caveat) for record in each.official),
        ]


def rankable(records: Iterable[WageRecord]) -> list[WageRecord]:
    """Return the official records that may be ranked: no "all other" code, none that contains another's code."""
    official = [record for record in records if record.is_official]
    codes = sorted({record.first.population for record in official})
    # In sorted order a code comes right before the codes it contains.
    following = dict(zip(codes, [*codes, ROLE][1:], strict=True))
    ranked = {code for code in codes if not contains(code, following[code]) and not is_residual(code)}
    return [record for record in official if record.first.population in ranked]


def missing_reason(subject: Subject, period: str) -> str:
    """Return the reason why a subject has no wage of its own, or none at all; empty if it has one."""
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
    """Return a line for each reason why wages are missing, with the ids it concerns."""
    reasons: dict[str, list[str]] = {}
    for subject in subjects:
        if reason := missing_reason(subject, period):
            reasons.setdefault(reason, []).append(subject.id)
    return [f"{', '.join(ids)}: {reason}" for reason, ids in reasons.items()]
