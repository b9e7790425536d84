"""Tell the sources of several roles apart by their keys."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.model.claims import Claim, Role, Source, Subject
from careercli.official import releases


def with_unique_source_keys(subjects: Sequence[Subject]) -> list[Subject]:
    """Return the subjects with source keys made unique: a clashing key of a role becomes `role/key`."""
    known: dict[str, Source] = {source.id: source for source in releases.known()}
    unique: list[Subject] = []
    for subject in subjects:
        clashes = {c.source.id for c in subject.own if known.setdefault(c.source.id, c.source) != c.source}
        unique.append(subject._replace(role=_with_renamed(subject.role, clashes)) if subject.role else subject)
    return unique


def _with_renamed(role: Role, keys: set[str]) -> Role:
    def renamed(claim: Claim) -> Claim:
        source = claim.source
        return claim._replace(source=source._replace(id=f"{role.id}/{source.id}")) if source.id in keys else claim

    return role._replace(own=tuple(map(renamed, role.own))) if keys else role
