"""List the roles and occupations nearest to one, and say in words why: similarity, not moves."""

from collections.abc import Iterable
from typing import NamedTuple

from careercli.catalog.listing import CatalogEntry, Listing
from careercli.errors import CareerError
from careercli.model import numbers
from careercli.model.claims import Subject, Value
from careercli.official.onet_parts import NEAR
from careercli.official.releases import newest_onet, newest_wages, of_onet
from careercli.store.nearest import Likeness, Near, nearest
from careercli.store.official import occupation

COLUMNS = ("rank", "id", "title", "similarity", "why", "listed", "median", "source", "occupation", "caveat")

_WORDS = {
    "knowledge": "knowledge rated alike: {}",
    "interests": "interests rated alike: {}",
    "titles": "titles share: {}",
    "activities": "work activities share: {}",
    "job zone": "same job zone {}",
}
_LISTED = {"": "no", "Primary-Short": "primary", "Primary-Long": "primary", "Supplemental": "supplemental"}


class SimilarEntry(NamedTuple):
    """A role or occupation of the catalog that is near another; `near` is None where both are one occupation."""

    rank: int
    entry: CatalogEntry
    near: Near | None

    @property
    def why(self) -> str:
        """Return the two strongest reasons; a role's are those of its occupation, which is named."""
        if self.near is None:
            return f"the same occupation, {self.entry.occupation}"
        reasons = "; ".join(map(in_words, self.near.reasons))
        return reasons if self.entry.is_occupation else f"as {self.near.code}: {reasons}"

    def values(self) -> dict[str, Value]:
        """Return the row by COLUMNS: rank 0 and no similarity for a role of the very occupation."""
        sources = (*(of_onet(*NEAR, "related") if self.near else ()), newest_wages(self.entry.area))
        row: tuple[Value, ...] = (
            self.rank, self.entry.id, self.entry.title, self.near and self.near.similarity, self.why,
            _LISTED[self.near.tier] if self.near else "", self.entry.median,
            " | ".join(source.id for source in sources), self.entry.occupation, self.entry.caveat,
        )  # fmt: skip
        return dict(zip(COLUMNS, row, strict=True))

    def texts(self) -> dict[str, Value]:
        """Return the row as a person reads it: a role's reasons stand at its occupation."""
        why, similarity = self.why, None
        if self.near:
            why = why if self.entry.is_occupation else f"a role of {self.near.code}"
            similarity = numbers.decimal(self.near.similarity)
        return self.values() | {"why": why, "similarity": similarity, "median": self.entry.texts()["median"]}


def in_words(reason: Likeness) -> str:
    """Return a reason: `titles share: network, support`."""
    return _WORDS[reason.kind].format(reason.words)


def similar(subject: Subject, listing: Listing) -> list[SimilarEntry]:
    """Return the other roles of the subject's occupation, then what is nearest: each occupation, then its roles.

    An occupation has the rank of its similarity, its roles the same; those of the subject's own occupation have 0.
    Nothing is near an occupation that O*NET does not rate. Raises CareerError for a role without an occupation.
    """
    if not subject.occupation:
        raise CareerError(f"{subject.id} has no occupation to hold others against; see careercli show {subject.id}")
    near = nearest(subject.occupation)
    ranks = {subject.occupation: 0} | {each.code: rank for rank, each in enumerate(near, 1)}
    by_code = {each.code: each for each in near}
    entries = [*listing.occupations([each.code for each in near]), *listing.of_occupations(list(ranks))]
    found = [
        SimilarEntry(ranks[entry.occupation], entry, by_code.get(entry.occupation))
        for entry in entries if entry.id != subject.id
    ]  # fmt: skip
    return sorted(found, key=lambda each: each.rank)


def missing(subject: Subject, found: Iterable[SimilarEntry]) -> str:
    """Return why nothing is near a subject, or why what is near is so in doubt; else an empty text."""
    return _doubt(subject) if any(each.near for each in found) else _unrated(subject)


def _unrated(subject: Subject) -> str:
    """Return that O*NET rates the parts of an occupation, or nothing of it."""
    release = newest_onet("job_zones")
    official = occupation(subject.occupation, sources=(release,))
    claims = official.claims if official else ()
    parts = next((claim.caveat for claim in claims if claim.field == "job_zone" and claim.caveat), "")
    name = f"{subject.occupation} {official.title if official else ''}".strip()
    return f"{name} has no ratings in O*NET {release.release}{f' ({parts})' if parts else ''}: nothing is near it"


def _doubt(subject: Subject) -> str:
    caveat = subject.occupation_caveat
    return f"{subject.id}: near its occupation {subject.occupation}, which is doubtful: {caveat}" if caveat else ""
