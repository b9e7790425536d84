"""Describe the steps of a route: the median before and after, what the step asks, and who says that it leads there."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from careercli.compare.doubts import doubts
from careercli.compare.pairs import Verdict
from careercli.compare.readings import first_allowed
from careercli.model.claims import Claim, Source, Subject
from careercli.model.wages import in_period
from careercli.moves.graph import NEAREST, ONET, Edge
from careercli.official.releases import newest_onet, newest_wages

ASKED = ("entry_education", "work_experience", "on_the_job_training", "certifications")
"""Fields of what a role asks: the first three are those of its occupation, the last its profile's own."""


class MedianChange(NamedTuple):
    """The medians before and after that may be compared, else the newest of each; and the verdict on them."""

    before: Claim | None
    after: Claim | None
    verdict: Verdict

    @property
    def ranked(self) -> int | None:
        """Return the change in dollars a year: 0 where it is not clear, None where it is not ranked."""
        if self.verdict.kind in ("unclear", "same"):
            return 0
        if self.verdict.kind in ("ranked", "at-least") and self.verdict.absolute is not None:
            return round(self.verdict.absolute)
        return None


class Step(NamedTuple):
    """An edge with both of its ends; `end` is None where there is no profile of the role it names.

    `says` is the source of the statement or of the likeness, None for our own measure.
    """

    edge: Edge
    start: Subject
    end: Subject | None
    change: MedianChange
    says: Source | None

    def asks(self, field: str) -> list[Claim]:
        """Return what the role at the end asks, by one of ASKED, as far as a source says."""
        claims = self.end.claims if self.end else ()
        return [claim for claim in claims if claim.field == field and claim.value is not None]


def clearly_asked(step: Step) -> list[str]:
    """Return the skills and fields of knowledge that O*NET rates clearly higher at the end, the most important first.

    They are those that moves.gap calls missing, by the first reading of a role whose occupation is doubtful.
    """
    from careercli.moves.gap import MISSING, compared
    from careercli.store.ratings import ratings

    before = {rated.element: rated for rated in ratings(step.start.occupation)}
    after = ratings(step.end.occupation) if step.end else []
    pairs = [(before[rated.element], rated) for rated in after if rated.element in before]
    asked = [two for one, two in pairs if (found := compared(one.measures, two.measures)) and found.status == MISSING]
    return [rated.name for rated in sorted(asked, key=lambda rated: -(rated.importance or 0))]


def median_change(start: Subject, end: Subject | None) -> MedianChange:
    """Return the medians of two subjects by the year, and the verdict on the first pair that may be compared."""
    before, after = _medians(start), _medians(end) if end else []
    held = doubts([start, end] if end else [start])
    doubtful = held.get(start.id), held.get(end.id) if end else None
    for one, two in product(before, after):
        found = first_allowed([one], [two], "year", doubtful)
        if found.kind != "none":
            return MedianChange(one, two, found)
    return MedianChange(_newest(before), _newest(after), first_allowed(before[-1:], after[-1:], "year", doubtful))


def _medians(subject: Subject) -> list[Claim]:
    return in_period([claim for claim in subject.claims if claim.field == "median"], "year")


def _newest(claims: Sequence[Claim]) -> Claim | None:
    """Return the official median of the newest release, or the role's own where there is none."""
    newest_ones = [claim for claim in claims if claim.source == newest_wages(claim.area)] or claims
    return newest_ones[0] if newest_ones else None


def step(edge: Edge, start: Subject, end: Subject | None, stated_by: Subject | None) -> Step:
    """Return the step of an edge; `stated_by` is the role whose profile states it, None for likeness."""
    return Step(edge, start, end, median_change(start, end), _source(edge, stated_by))


def _source(edge: Edge, stated_by: Subject | None) -> Source | None:
    if edge.kind == ONET:
        return newest_onet("related")
    if edge.kind == NEAREST or stated_by is None:
        return None
    return next((c.source for c in stated_by.own if c.field == "next_roles" and c.source.id == edge.source), None)
