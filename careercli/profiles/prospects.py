"""The part of a role that routes need: what it leads to."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from careercli.model.claims import Role


class NextRole(NamedTuple):
    """A role that a profile leads to: its id and title, the branch, the method and id of the source that says so."""

    id: str
    title: str
    branch: str
    method: str
    source: str


class Prospects(NamedTuple):
    """The part of a role that routes need: other codes of it, whether it has a median of its own, its next roles."""

    alternatives: tuple[str, ...]
    has_median: bool
    next_roles: tuple[NextRole, ...]


def prospects_of(role: Role) -> Prospects:
    """Return what routes need of a role."""
    leads = [claim for claim in role.own if claim.field == "next_roles" and claim.value]
    following = tuple(
        NextRole(str(claim.value), claim.as_printed, claim.item, claim.source.method, claim.source.id)
        for claim in leads
    )
    has_median = any(claim.field == "median" and claim.value is not None for claim in role.own)
    return Prospects(role.occupation_alternatives, has_median, following)


def unpack_prospects(bodies: Iterable[bytes]) -> list[Prospects]:
    """Return the Prospects of each body. Raises ValueError or TypeError if one is damaged."""
    found = json.loads(b"[%s]" % b",".join([body.rpartition(b"\n")[2] for body in bodies]))
    return [
        Prospects(tuple(alternatives), has_median, tuple(map(NextRole._make, following)))
        for alternatives, has_median, following in found
    ]
