"""Group wages into rows: one per role, population, experience level, area, date, source and basis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from careercli.compare.verdicts import contains, is_residual
from careercli.model import fields, wages
from careercli.model.claims import ROLE, Claim, Source, Subject, Value

COLUMNS = (
    "role", "title", "population", "level", "area", "as_of", "source", "method", "basis", "currency",
    "per", "low", "p10", "p25", "median", "p75", "p90", "high", "mean", "estimate",
)  # fmt: skip
NUMBERS = COLUMNS[11:]


class Wages:
    """One row: the wages of one subject by one source in one period, by statistic; at least one claim.

    `first` is its first claim. `typical` is the median, else the mean, else the site's "average", else None.
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
        """Return the row by column for programs: numbers, `>=239200` for a bound, None if unknown."""
        first = self.first
        row: dict[str, Value] = {
            "role": self.subject.id, "title": self.subject.title, "population": first.population,
            "level": first.experience, "area": first.area, "as_of": first.as_of, "source": first.source.id,
            "method": first.method, "basis": first.basis, "currency": first.currency, "per": first.period,
        }  # fmt: skip
        for statistic in NUMBERS:
            claim = self.claims.get(statistic)
            row[statistic] = fields.bounded(claim) if claim else None
        return row

    def texts(self) -> dict[str, str]:
        """Return the row by column for people."""
        amounts = {statistic: fields.text(claim) for statistic, claim in self.claims.items()}
        return {name: amounts.get(name) or fields.shown(value) for name, value in self.values().items()}


def wages_of(subject: Subject, period: str) -> list[Wages]:
    """Return the wage rows of a subject in `period`, a role's own first; none if no source gives a figure."""
    groups: dict[tuple[str, ...], dict[str, Claim]] = {}
    listed = [claim for claim in subject.claims if claim.field in fields.WAGES and claim.value is not None]
    for claim in wages.in_period(listed, period):
        groups.setdefault(_row_of(claim), {})[claim.field] = claim
    return [Wages(subject, claims) for claims in groups.values()]


def rankable(rows: Iterable[Wages]) -> list[Wages]:
    """Return the official rows that may be ranked: no "all other" code, none that contains another's code."""
    official = [row for row in rows if row.is_official]
    codes = sorted({row.first.population for row in official})
    # In sorted order a code comes right before the codes it contains.
    following = dict(zip(codes, [*codes, ROLE][1:], strict=True))
    ranked = {code for code in codes if not contains(code, following[code]) and not is_residual(code)}
    return [row for row in official if row.first.population in ranked]


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


def _row_of(claim: Claim) -> tuple[str, ...]:
    return (claim.population, claim.experience, claim.area, claim.as_of, claim.source.id, claim.method,
            claim.basis, claim.currency, claim.period)  # fmt: skip
