"""Turn a role into what the index keeps of it: compressed JSON, rows of wages, texts to search."""

from __future__ import annotations

import json
import zlib

from careercli.model import wages
from careercli.model.claims import PERIODS, Claim, Role, Source
from careercli.model.words import normalize

_OWN = Claim._fields.index("item") + 1
"""Attributes at the beginning of a claim that are its own; those after them are shared by most claims of a role."""

_SKILLS = ("skills", "soft_skills", "knowledge", "tools", "technologies")
_NAMED_BY_ITEM = ("skills", "soft_skills", "knowledge")
"""Fields whose text describes the item; elsewhere the text names something too."""


def pack(role: Role) -> bytes:
    """Return the role as compressed JSON: its sources, the attributes that claims share, and its claims."""
    # By identity: claims share their sources, and comparing two of these takes long.
    sources = {id(claim.source): claim.source for claim in role.own}
    numbers = {key: number for number, key in enumerate(sources)}
    shared: dict[tuple[object, ...], int] = {}
    claims = []
    for field, value, source, as_printed, item, *others in role.own:
        number = shared.setdefault(tuple(others), len(shared))
        claims.append((field, value, numbers[id(source)], as_printed, item, number))
    head = role._replace(own=())
    text = json.dumps((head, list(sources.values()), list(shared), claims), separators=(",", ":"))
    return zlib.compress(text.encode(), 1)


def unpack(body: bytes) -> Role:
    """Return the role that was packed. Raises ValueError, TypeError or zlib.error if `body` is damaged."""
    head, sources, shared, claims = json.loads(zlib.decompress(body))
    made = [Source._make(source) for source in sources]
    own = tuple(
        Claim._make((field, value, made[source], as_printed, item, *shared[number]))
        for field, value, source, as_printed, item, number in claims
    )
    role = Role._make(head)
    return role._replace(aliases=tuple(role.aliases), own=own)


def pack_wages(role: Role) -> bytes:
    """Return the role's own wages as JSON: by period, rows of `wages.RECORD_COLUMNS` and a digest of the source."""
    rows = {
        period: [
            [*wages.record_values(each), next(iter(each.values())).source.digest]
            for each in wages.records(role.own, period)
        ]
        for period in PERIODS
    }
    return json.dumps(rows, separators=(",", ":")).encode()


def search_texts(role: Role) -> tuple[list[str], list[str], list[str]]:
    """Return normalized texts: a role's names; its skills, tools and technologies; its certifications."""
    names = [role.id, role.title, role.occupation or role.family, *role.aliases]
    skills = [_name(claim) for claim in role.own if claim.field in _SKILLS]
    certifications = [_name(claim) for claim in role.own if claim.field == "certifications"]
    return _normalized(names), _normalized(skills), _normalized(certifications)


def _normalized(texts: list[str]) -> list[str]:
    return [text for text in dict.fromkeys(map(normalize, texts)) if text]


def _name(claim: Claim) -> str:
    """Return what a claim names: its item, and its text where that does not merely describe the item."""
    if not isinstance(claim.value, str) or (claim.item and claim.field in _NAMED_BY_ITEM):
        return claim.item
    return f"{claim.item} {claim.value}"
