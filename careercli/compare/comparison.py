"""Lay out subjects x fields as rows of claims, and find where they differ and what may be ranked."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from careercli.compare.doubts import Doubts, doubts
from careercli.model import wages
from careercli.model.claims import Claim, Source, Subject
from careercli.model.fields import Field

if TYPE_CHECKING:  # Wide rows for programs need no verdicts.
    from careercli.compare.pairs import Verdict


class Row(NamedTuple):
    """The claims of one field by subject id; `period` is the one that verdicts are taken in."""

    field: Field
    cells: Mapping[str, tuple[Claim, ...]]
    baseline: str
    period: str
    doubts: Doubts = MappingProxyType({})

    @property
    def differs(self) -> bool:
        """Return True if any two cells differ, ignoring their sources and claims without a value."""
        known = ([claim for claim in claims if claim.value is not None] for claims in self.cells.values())
        return len({tuple(sorted(map(_content, claims))) for claims in known}) > 1

    @property
    def is_of_several(self) -> bool:
        """Return True if two subjects or more have a claim with a value."""
        return sum(any(claim.value is not None for claim in claims) for claims in self.cells.values()) > 1

    @property
    def verdicts(self) -> "dict[str, Verdict]":
        """Return the verdict on each subject's claims against the baseline's, by id; on adjusted wages, if any."""
        cells: Mapping[str, Sequence[Claim]] = self.in_period(self.period).cells
        if any(claim.prices for claims in cells.values() for claim in claims):
            cells = {id: [claim for claim in claims if claim.prices] for id, claims in cells.items()}
        return self._against_baseline(cells)

    @property
    def nominal_verdicts(self) -> "dict[str, Verdict]":
        """Return the verdicts on the wages as listed, beside those on adjusted ones; none without adjusted ones."""
        cells = self.in_period(self.period).cells
        if not any(claim.prices for claims in cells.values() for claim in claims):
            return {}
        listed = {id: [claim for claim in claims if not claim.prices] for id, claims in cells.items()}
        return self._against_baseline(listed)

    def _against_baseline(self, cells: Mapping[str, Sequence[Claim]]) -> "dict[str, Verdict]":
        return {id: self.verdict(self.baseline, id, cells) for id in cells if id != self.baseline}

    def verdict(self, base: str, other: str, cells: Mapping[str, Sequence[Claim]]) -> "Verdict":
        """Return the verdict on one subject's claims against another's, under every reading of a doubtful role."""
        from careercli.compare.readings import first_allowed

        doubtful = self.doubts.get(base), self.doubts.get(other)
        return first_allowed(cells[base], cells[other], self.period, doubtful)

    def in_period(self, period: str) -> "Row":
        """Return the row with its wages in `period`, calculated if not listed."""
        return self._replace(cells={id: tuple(wages.in_period(claims, period)) for id, claims in self.cells.items()})


class Comparison(NamedTuple):
    """Subjects side by side; `period` is that of the wages, or empty if every listed wage is kept."""

    subjects: tuple[Subject, ...]
    baseline: str
    rows: tuple[Row, ...]
    period: str = ""
    doubts: Doubts = MappingProxyType({})

    @property
    def sources(self) -> dict[str, Source]:
        """Return the sources of all claims by id, in order of first use."""
        found: dict[str, Source] = {}
        for row in self.rows:
            for claims in row.cells.values():
                for claim in claims:
                    found.setdefault(claim.source.id, claim.source)
        return found


def compare(subjects: Sequence[Subject], shown: Sequence[Field], baseline: str = "", period: str = "") -> Comparison:
    """Return the `shown` fields of the subjects, compared with `baseline` (an id, by default the first subject's).

    With a `period` (`year` or `hour`) wages are in that period, calculated if not listed. Without one,
    every listed wage is kept and verdicts are taken by the year.
    """
    base, doubtful = baseline or subjects[0].id, doubts(subjects)
    claims_by_subject = {subject.id: _by_field(subject) for subject in subjects}
    rows = []
    for field in shown:
        cells = {id: tuple(claims.get(field.key, ())) for id, claims in claims_by_subject.items()}
        row = Row(field, cells, base, period or "year", doubtful)
        rows.append(row.in_period(period) if period else row)
    return Comparison(tuple(subjects), base, tuple(rows), period, doubtful)


def _by_field(subject: Subject) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in subject.claims:
        found.setdefault(claim.field, []).append(claim)
    return found


def _content(claim: Claim) -> tuple[str, ...]:
    return (claim.item, claim.experience, claim.period, claim.bound, str(claim.value), claim.currency)
