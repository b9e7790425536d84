"""A role <-> one text: its sources, then its claims, without anything that is derived elsewhere."""

from __future__ import annotations

from math import isfinite
from typing import Any

from careercli.model import Claim, Role, Source, Value

_RECORD, _CELL, _ITEM = "\x1e", "\x1f", "\x1d"

_VALUE, _SOURCE, _ERROR, _ONE_PERIOD = map(Claim._fields.index, ("value", "source", "error", "one_period"))


def pack(role: Role) -> str | None:
    """`role` as a text, or None of one that would not come back: it holds the very characters that part a text."""
    # By identity: claims share their sources, and to compare two of these takes long.
    sources = {id(claim.source): claim.source for claim in role.own}
    numbers = {key: str(number) for number, key in enumerate(sources)}
    said_of_it = [role.occupation, role.occupation_note, role.occupation_doubt]
    head = [role.id, role.title, _ITEM.join(role.aliases), *said_of_it, str(len(sources))]
    try:
        claims = [_cells(claim, numbers[id(claim.source)]) for claim in role.own]
    except ValueError:
        return None
    text = _RECORD.join(map(_CELL.join, [head, *sources.values(), *claims]))
    cells = len(head) + len(sources) * len(Source._fields) + len(claims) * len(Claim._fields)
    parts = {_RECORD: len(sources) + len(claims), _CELL: cells - 1 - len(sources) - len(claims)}
    is_parted = all(text.count(mark) == count for mark, count in parts.items())
    is_named = role.aliases != ("",) and not any(_ITEM in alias for alias in role.aliases)
    return text if is_parted and is_named and role.official is None else None


def unpack(text: str) -> Role:
    """The role that was packed. Raises ValueError, IndexError or TypeError where `text` is none."""
    records = [record.split(_CELL) for record in text.split(_RECORD)]
    role_id, title, aliases, occupation, note, doubt, count = records[0]
    first = int(count) + 1
    sources = [Source._make(record) for record in records[1:first]]
    own = tuple(_claim(cells, sources) for cells in records[first:])
    names = tuple(aliases.split(_ITEM)) if aliases else ()
    return Role(role_id, title, names, occupation, own, occupation_note=note, occupation_doubt=doubt)


def _cells(claim: Claim, source: str) -> list[str]:
    cells: list[Any] = [*claim]
    cells[_VALUE] = value_as_text(claim.value)
    cells[_SOURCE] = source
    cells[_ERROR] = "" if claim.error is None else repr(claim.error)
    cells[_ONE_PERIOD] = "1" if claim.one_period else ""
    return cells


def _claim(cells: list[str], sources: list[Source]) -> Claim:
    made: list[object] = [*cells]
    made[_VALUE] = value_of(cells[_VALUE])
    made[_SOURCE] = sources[int(cells[_SOURCE])]
    made[_ERROR] = float(cells[_ERROR]) if cells[_ERROR] else None
    made[_ONE_PERIOD] = cells[_ONE_PERIOD] == "1"
    return Claim._make(made)


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
