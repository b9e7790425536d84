"""A role <-> one text: its sources, what several claims say alike, then its claims; nothing derived elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

from careercli.model.claims import Claim, Role, Source, Value

_RECORD, _CELL, _ITEM = "\x1e", "\x1f", "\x1d"

_OWN = Claim._fields.index("item") + 1
"""Fields at the beginning of a claim that each has for itself, but for its source; most claims share all others."""

_ERROR, _ONE_PERIOD = (Claim._fields.index(each) - _OWN for each in ("error", "one_period"))


def pack(role: Role) -> str | None:
    """`role` as a text, or None of one that would not come back: it holds the very characters that part a text."""
    # By identity: claims share their sources, and to compare two of these takes long.
    sources = {id(claim.source): claim.source for claim in role.own}
    numbers = {key: str(number) for number, key in enumerate(sources)}
    shared: dict[tuple[object, ...], str] = {}
    claims = []
    try:
        for claim in role.own:
            number = shared.setdefault(claim[_OWN:], str(len(shared)))
            own = claim.field, value_as_text(claim.value), numbers[id(claim.source)], claim.as_printed, claim.item
            claims.append((*own, number))
    except ValueError:
        return None
    said_of_it = (role.occupation, role.occupation_note, role.occupation_caveat)
    head = (role.id, role.title, _ITEM.join(role.aliases), *said_of_it, str(len(sources)), str(len(shared)))
    records: list[Sequence[str]] = [head, *sources.values(), *map(_cells, shared), *claims]
    text = _RECORD.join(map(_CELL.join, records))
    parts = {_RECORD: len(records) - 1, _CELL: sum(map(len, records)) - len(records)}
    is_parted = all(text.count(mark) == count for mark, count in parts.items())
    is_named = role.aliases != ("",) and not any(_ITEM in alias for alias in role.aliases)
    return text if is_parted and is_named and role.official is None else None


def unpack(text: str) -> Role:
    """The role that was packed. Raises ValueError, IndexError or TypeError where `text` is none."""
    records = [record.split(_CELL) for record in text.split(_RECORD)]
    role_id, title, aliases, occupation, note, caveat, *counts = records[0]
    first, second = int(counts[0]) + 1, int(counts[0]) + int(counts[1]) + 1
    sources = [Source._make(record) for record in records[1:first]]
    shared = [_said(cells) for cells in records[first:second]]
    own = tuple(
        Claim._make((field, value_of(value), sources[int(source)], as_printed, item, *shared[int(number)]))
        for field, value, source, as_printed, item, number in records[second:]
    )
    names = tuple(aliases.split(_ITEM)) if aliases else ()
    return Role(role_id, title, names, occupation, own, occupation_note=note, occupation_caveat=caveat)


def _cells(shared: tuple[Any, ...]) -> list[str]:
    cells = [*shared]
    cells[_ERROR] = "" if shared[_ERROR] is None else repr(shared[_ERROR])
    cells[_ONE_PERIOD] = "1" if shared[_ONE_PERIOD] else ""
    return cells


def _said(cells: list[str]) -> list[object]:
    said: list[object] = [*cells]
    said[_ERROR] = float(cells[_ERROR]) if cells[_ERROR] else None
    said[_ONE_PERIOD] = cells[_ONE_PERIOD] == "1"
    return said


_KINDS = {str: "s", int: "i", float: "f"}


def value_as_text(value: Value) -> str:
    """A value behind the sign of its type. Raises ValueError where it is of none, or no number."""
    if value is None:
        return ""
    kind = _KINDS.get(type(value))
    if kind is None or (isinstance(value, float) and not isfinite(value)):
        raise ValueError(value)
    return f"{kind}{value}"


def value_of(text: str) -> Value:
    """The value behind the sign of its type. Raises ValueError."""
    if not text:
        return None
    kind, rest = text[0], text[1:]
    return rest if kind == "s" else int(rest) if kind == "i" else float(rest)
