"""Tell which roles have a doubtful occupation, and to which others they may belong."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.model.claims import Area, Subject


class Doubt(NamedTuple):
    """Why a role's occupation is doubtful, the codes of the other ones that it may belong to, and its area."""

    role: str
    caveat: str
    alternatives: tuple[str, ...]
    area: Area | None


Doubts = Mapping[str, Doubt]


def doubts(subjects: Sequence[Subject]) -> dict[str, Doubt]:
    """Return the doubt about each role whose occupation is doubtful, by the subject's id."""
    return {
        subject.id: Doubt(
            subject.role.id, subject.occupation_caveat, subject.role.occupation_alternatives, subject.area
        )
        for subject in subjects
        if subject.role and subject.occupation_caveat
    }
