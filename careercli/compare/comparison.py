"""Roles x fields: who says what, whether they differ, and what may be said of the difference."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.model import wages
from careercli.model.claims import Claim, Source, Subject
from careercli.model.fields import Field

if TYPE_CHECKING:  # Wide rows for programs need no verdict.
    from careercli.compare.verdicts import Verdict


class Row(NamedTuple):
    """One field of every role: claims by role id. `per` is the period that verdicts are taken in."""

    field: Field
    cells: Mapping[str, tuple[Claim, ...]]
    baseline: str
    period: str

    @property
    def differs(self) -> bool:
        """True unless all cells say the same, whoever says it."""
        said = ([claim for claim in claims if claim.value is not None] for claims in self.cells.values())
        return len({tuple(sorted(map(_says, claims))) for claims in said}) > 1

    @property
    def verdicts(self) -> "dict[str, Verdict]":
        """What may be said of each other role's claims against the baseline's."""
        measured = self.in_period(self.period).cells
        base = measured[self.baseline]
        return {
            each: first_allowed(base, claims, self.period) for each, claims in measured.items() if each != self.baseline
        }

    def in_period(self, period: str) -> "Row":
        """The row with its wages per `per`, calculated where not listed."""
        return self._replace(cells={each: tuple(wages.in_period(said, period)) for each, said in self.cells.items()})


class Comparison(NamedTuple):
    """Roles side by side. `per` is the period of the wages, or empty where every listed one is kept."""

    subjects: tuple[Subject, ...]
    baseline: str
    rows: tuple[Row, ...]
    period: str = ""

    @property
    def sources(self) -> dict[str, Source]:
        """Every source of a shown claim by its key, in the order of first use."""
        found: dict[str, Source] = {}
        for row in self.rows:
            for claims in row.cells.values():
                for claim in claims:
                    found.setdefault(claim.source.id, claim.source)
        return found


def compare(subjects: Sequence[Subject], shown: Sequence[Field], baseline: str = "", period: str = "") -> Comparison:
    """Every shown field of every subject, measured against `baseline` (an id; the first by default).

    With `per` (`year` or `hour`) wages are given in that period, calculated where not listed; without,
    every listed wage is kept and verdicts are taken by the year.
    """
    base = baseline or subjects[0].id
    claims_of = {subject.id: _by_field(subject) for subject in subjects}
    rows = []
    for field in shown:
        cells = {each: tuple(claims.get(field.key, ())) for each, claims in claims_of.items()}
        row = Row(field, cells, base, period or "year")
        rows.append(row.in_period(period) if period else row)
    return Comparison(tuple(subjects), base, tuple(rows), period)


def first_allowed(base: Sequence[Claim], other: Sequence[Claim], period: str = "year") -> "Verdict":
    """The verdict on the first pair, in cell order, that may be compared; else the first pair's reason."""
    from careercli.compare.verdicts import verdict

    reason: Verdict | None = None
    for one in base:
        for two in other:
            found = verdict(one, two, period)
            if found.kind != "none":
                return found
            reason = reason or found
    return reason or verdict(None, None)


def _by_field(subject: Subject) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in subject.claims:
        found.setdefault(claim.field, []).append(claim)
    return found


def _says(claim: Claim) -> tuple[str, ...]:
    return (claim.item, claim.experience, claim.period, claim.bound, str(claim.value), claim.currency)
