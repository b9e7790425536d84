"""Turn a role into what the index keeps of it: compressed JSON, rows of wages, next roles, texts to search."""

import json
import zlib
from collections.abc import Iterable
from itertools import repeat
from typing import Any

from careercli.model import fields, wages
from careercli.model.claims import PERIODS, Claim, Role, Source, Value
from careercli.model.words import normalized_lines

_as_json = json.JSONEncoder(separators=(",", ":")).encode

_VALUE, _SOURCE, _PRINTED = map(Claim._fields.index, ("value", "source", "as_printed"))

_WAGES = frozenset(fields.WAGES)
_SKILLS = ("skills", "soft_skills", "knowledge", "tools", "technologies")
_NAMED_BY_ITEM = ("skills", "soft_skills", "knowledge")
"""Fields whose text describes the item; elsewhere the text names something too."""


def pack(role: Role) -> bytes:
    """Return the role as compressed JSON: its sources, and the claims by attribute, each once where all share it."""
    # By identity: claims share their sources, and comparing two of these takes long.
    sources = {id(claim.source): claim.source for claim in role.own}
    columns: list[Any] = list(zip(*role.own, strict=True)) or [()] * len(Claim._fields)
    numbers = {key: number for number, key in enumerate(sources)}
    columns[_SOURCE] = [numbers[id(source)] for source in columns[_SOURCE]]
    # Most values are texts, which are printed as they are.
    columns[_PRINTED] = [
        None if printed == value else printed for value, printed in zip(columns[_VALUE], columns[_PRINTED], strict=True)
    ]
    columns = [column[:1] if len(set(column)) == 1 else column for column in columns]
    text = _as_json((role._replace(own=()), len(role.own), columns, list(sources.values())))
    return zlib.compress(text.encode(), 1)


def unpack(body: bytes) -> Role:
    """Return the role that was packed. Raises ValueError, TypeError, IndexError or zlib.error if `body` is damaged."""
    head, count, columns, packed_sources = json.loads(zlib.decompress(body))
    sources = [Source._make(source) for source in packed_sources]
    columns[_SOURCE] = [sources[number] for number in columns[_SOURCE]]
    columns = [column if len(column) == count else [*repeat(column[0], count)] for column in columns]
    columns[_PRINTED] = [
        value if printed is None else printed for value, printed in zip(columns[_VALUE], columns[_PRINTED], strict=True)
    ]
    role = Role._make(head)
    return role._replace(
        aliases=tuple(role.aliases),
        occupation_alternatives=tuple(role.occupation_alternatives),
        own=tuple(map(Claim._make, zip(*columns, strict=True))),
    )


def pack_wages(role: Role) -> bytes:
    """Return lines of JSON: the role's own wages for each of PERIODS, for `unpack_wages`, then its Prospects."""
    from careercli.profiles.prospects import prospects_of

    own = [claim for claim in role.own if claim.field in _WAGES]
    sources = {id(claim.source): claim.source for claim in own}
    digests = {key: source.digest for key, source in sources.items()}
    lines: list[list[Any]] = [[role.occupation_caveat] for _ in PERIODS]
    for line, period in zip(lines, PERIODS, strict=True):
        for record in wages.records(own, period):
            source = next(iter(record.values())).source
            line.append([*wages.record_values(record), wages.caveat_of(record), digests[id(source)]])
    return "\n".join(map(_as_json, (*lines, prospects_of(role)))).encode()


def unpack_wages(bodies: Iterable[bytes], period: str) -> list[tuple[str, list[list[Value]]]]:
    """Return the caveat of the occupation and the wages of a period, of each body.

    Wages are rows of `wages.RECORD_COLUMNS`, a caveat and a digest of the source. Raises ValueError if a
    body is damaged.
    """
    line = PERIODS.index(period)
    found = json.loads(b"[%s]" % b",".join([body.split(b"\n")[line] for body in bodies]))
    return [(caveat, rows) for caveat, *rows in found]


def search_texts(role: Role) -> tuple[list[str], list[str], list[str]]:
    """Return normalized texts: a role's names; its skills, tools and technologies; its certifications."""
    names = [role.id, role.title, role.occupation or role.family, *role.aliases]
    skills = [_name(claim) for claim in role.own if claim.field in _SKILLS]
    certifications = [_name(claim) for claim in role.own if claim.field == "certifications"]
    return _normalized(names), _normalized(skills), _normalized(certifications)


def _normalized(texts: list[str]) -> list[str]:
    return [text for text in dict.fromkeys(normalized_lines(texts)) if text]


def _name(claim: Claim) -> str:
    """Return what a claim names: its item, and its text where that does not merely describe the item."""
    if not isinstance(claim.value, str) or (claim.item and claim.field in _NAMED_BY_ITEM):
        return claim.item
    return f"{claim.item} {claim.value}"
