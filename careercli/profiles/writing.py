"""A Role -> the YAML of a profile that reads back the same.

Everything is written in blocks, one thing a line. A text stands plain where no program could take it
for anything else; otherwise it stands in quotes, and whatever cannot be seen is escaped there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from textwrap import wrap
from typing import TypeAlias

from careercli.model import fields, wages
from careercli.model.claims import ROLE, Claim, Role, Source
from careercli.model.fields import Field
from careercli.model.sanitize import visible
from careercli.profiles.keys import STATEMENT_KEYS
from careercli.profiles.scalars import UNKNOWN

WIDTH = 100
"""Where texts fold, in columns."""

MOST_KEY = 1_000
"""YAML lets a key of up to 1,024 characters stand without a `?`."""

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
"""What is written under one key."""


class Figure(str):
    """An amount, a date or a code: never taken for another type, so it stands as printed."""


def as_profile(role: Role) -> str:
    """The profile of `role`: its own claims as the loader gave them, without those of its occupation."""
    lines: list[str] = []
    before = ""
    for key, tree in _profile(role).items():
        part = _part(key)
        lines += [""] * (part != before) + list(_entry(key, tree, ""))
        before = part
    return "\n".join(lines) + "\n"


def _part(key: str) -> str:
    """What a blank line sets apart: the head, the sources, the wages, each section of fields."""
    if key in fields.BY_KEY:
        return fields.BY_KEY[key].section
    return key if key in ("sources", "wages") else ""


# -- what is said


def _profile(role: Role) -> dict[str, Tree]:
    """The keys of the profile and what stands under each."""
    sources = _sources(role.own)
    by_field: dict[str, list[Claim]] = {}
    for claim in role.own:
        by_field.setdefault("wages" if fields.BY_KEY[claim.field].is_wage else claim.field, []).append(claim)
    tree: dict[str, Tree] = {
        "title": role.title,
        "aliases": list(role.aliases),
        "occupation": Figure(role.occupation),
        "occupation_note": role.occupation_note,
        "occupation_caveat": role.occupation_caveat,
        "sources": {source.id: _source(source) for source in sources},
    }
    for key, claims in by_field.items():
        tree[key] = _wages(claims, sources[0]) if key == "wages" else _field(fields.BY_KEY[key], claims, sources[0])
    return _filled(tree)


def _filled(tree: Mapping[str, Tree]) -> dict[str, Tree]:
    """What there is to say of `tree`."""
    return {key: said for key, said in tree.items() if said}


def _sources(claims: Iterable[Claim]) -> list[Source]:
    """The sources in the order they speak, but first the one that speaks most: it need not be named."""
    counts = Counter(claim.source for claim in claims)
    most = counts.most_common(1)
    return list(dict.fromkeys([source for source, _ in most] + list(counts)))


def _source(source: Source) -> Tree:
    said: dict[str, Tree] = {
        "publisher": source.publisher or UNKNOWN,
        "title": source.title,
        "url": source.url,
        "release": source.release,
        "date": Figure(source.as_of or UNKNOWN),
        "area": source.area,
        "method": "" if source.method == "unknown" else source.method,
        "license": source.license,
        "note": _without(source.note, source.caveat),
        "caveat": source.caveat,
    }
    return _filled(said)


def _without(note: str, caveat: str) -> str:
    """A note without the caveat that the loader puts before one that does not say it."""
    if not caveat:
        return note
    before = f"{caveat[0].upper()}{caveat[1:]}."
    rest = note.removeprefix(before + " ") if note != before else ""
    kept = rest == rest.strip() and caveat.casefold() not in rest.casefold()
    return rest if kept else note


def _attributes(claim: Claim, first: Source) -> dict[str, Tree]:
    """What is said of a claim beside its value: all that its source does not say for it."""
    source = claim.source
    said: dict[str, Tree] = {
        "missing": claim.note if claim.value is None else "",
        "level": claim.experience,
        "source": "" if source == first else source.id,
        "date": Figure("" if claim.as_of == source.as_of else claim.as_of or UNKNOWN),
        "area": "" if claim.area == source.area else claim.area,
        "population": Figure("" if claim.population == ROLE else claim.population),
        "method": "" if claim.method == source.method else claim.method,
        "caveat": claim.caveat,
        "note": "" if claim.value is None else _without(claim.note, claim.caveat),
    }
    return _filled(said)


# -- wages

_NOTES = ("caveat", "note")
"""What stands behind the amounts of a row."""


def _wages(claims: Iterable[Claim], first: Source) -> Tree:
    """Rows of amounts: neighbors of which the same is said stand in one, as far as the loader allows."""
    rows: list[list[Claim]] = []
    for claim in claims:
        if rows and _is_of_row(claim, rows[-1], first):
            rows[-1].append(claim)
        else:
            rows.append([claim])
    return [_row(row, first) for row in rows]


def _is_of_row(claim: Claim, row: Sequence[Claim], first: Source) -> bool:
    last = row[-1]
    return (
        (claim.period, claim.currency) == (last.period, last.currency)
        and fields.WAGES.index(claim.field) > fields.WAGES.index(last.field)
        and _attributes(claim, first) == _attributes(last, first)
        and _ascends([*row, claim])
    )


def _ascends(row: Iterable[Claim]) -> bool:
    """Whether no amount is below one that it should exceed."""
    amounts = {claim.field: claim.value for claim in row if isinstance(claim.value, int | float)}
    scales = [[amounts[key] for key in scale if key in amounts] for scale in fields.ASCENDING]
    return all(low <= high for scale in scales for low, high in pairwise(scale))


def _row(claims: Sequence[Claim], first: Source) -> Tree:
    said = _attributes(claims[0], first)
    if "missing" in said:
        return said
    is_named = all(_names(claim.as_printed, claim.currency) for claim in claims)
    row: dict[str, Tree] = {"per": claims[0].period, "currency": "" if is_named else claims[0].currency}
    row |= {key: each for key, each in said.items() if key not in _NOTES}
    row |= {claim.field: Figure(claim.as_printed) for claim in claims}
    row |= {key: each for key, each in said.items() if key in _NOTES}
    return _filled(row)


def _names(as_printed: str, currency: str) -> bool:
    """Whether an amount alone is read as of this currency."""
    try:
        return wages.read_amount(as_printed)[2] == currency
    except wages.NotAnAmount:
        return False


# -- every other field


def _field(field: Field, claims: Iterable[Claim], first: Source) -> Tree:
    """One statement, or a list of them: neighbors of which the same is said stand in one."""
    statements: list[Tree] = []
    for said, group in groupby(claims, lambda claim: _attributes(claim, first)):
        if "missing" in said:
            statements += [said for _ in group]
            continue
        values = _values(field, group)
        if not said and not any(isinstance(value, dict) and STATEMENT_KEYS.keys() & value for value in values):
            statements += values
        else:
            statements.append(_statement(_one_or_all(values), said))
    return _one_or_all(statements)


def _one_or_all(trees: list[Tree]) -> Tree:
    return trees[0] if len(trees) == 1 else trees


def _statement(value: Tree, said: dict[str, Tree]) -> Tree:
    """A short value stands before what is said of it, a long one behind."""
    return {"value": value, **said} if isinstance(value, str) else {**said, "value": value}


def _values(field: Field, claims: Iterable[Claim]) -> list[Tree]:
    """What the claims say: texts and figures, and mappings of neighbors that stand under a name."""
    values: list[Tree] = []
    for claim in claims:
        is_link = field.kind == fields.LINKS
        path = [claim.item] * bool(claim.item) + [str(claim.value)] * is_link
        as_printed = claim.as_printed if isinstance(claim.value, str) else Figure(claim.as_printed)
        last = values[-1] if values else None
        if not path:
            values.append(as_printed)
        elif not (isinstance(last, dict) and _put(last, path, as_printed)):
            alone: dict[str, Tree] = {}
            _put(alone, path, as_printed)
            values.append(alone)
    return values


def _put(tree: dict[str, Tree], path: Sequence[str], as_printed: str) -> bool:
    """Add what is printed behind all else in a mapping; False where its name stands there already."""
    name, *rest = path
    if not rest:
        fits = name not in tree
        tree.setdefault(name, as_printed)
        return fits
    branch = tree.setdefault(name, {})
    return isinstance(branch, dict) and name == next(reversed(tree)) and _put(branch, rest, as_printed)


# -- YAML

_PLAIN = re.compile(r"(?:-(?=[0-9])|[^-\s?:,\[\]{}#&*!|>'\"%@`])(?:(?!: | #).)*(?<![: ])")
"""Begins with no sign of YAML's, and holds none."""

_LOOKS_TYPED = re.compile(
    r"true|false|yes|no|on|off|y|n|null|~|=|<<|[-+]?\.?[0-9][-+0-9a-fotxz_:., ]*|[-+]?\.(?:inf|nan)", re.IGNORECASE
)
"""A number, date or word that some version of YAML takes for more than text."""


def _entry(key: str, tree: Tree, pad: str) -> Iterator[str]:
    """The lines of a key and what stands under it, from the column that `pad` fills."""
    name = _scalar(key)
    head = f"{pad}{name}:" if len(name) <= MOST_KEY else f"{pad}? {name}\n{pad}:"
    if isinstance(tree, str):
        yield _after(head, tree, pad)
        return
    yield head
    if isinstance(tree, dict):
        yield from _entries(tree, pad + "  ")
    else:
        for each in tree:
            yield from _item(each, pad + "  ")


def _entries(tree: dict[str, Tree], pad: str) -> Iterator[str]:
    for key, under in tree.items():
        yield from _entry(key, under, pad)


def _item(tree: Tree, pad: str) -> Iterator[str]:
    """The lines of one entry of a list."""
    if isinstance(tree, str):
        yield _after(f"{pad}-", tree, pad)
        return
    assert isinstance(tree, dict)
    first, *others = _entries(tree, pad + "  ")
    yield f"{pad}- {first[len(pad) + 2 :]}"
    yield from others


def _after(head: str, text: str, pad: str) -> str:
    """A text behind its key or dash, or below it where it is long or has lines of its own."""
    line, lines = f"{head} {_scalar(text)}", text.split("\n")
    if any(visible(each) != each or each.endswith(" ") for each in lines):
        return line
    if len(lines) > 1:
        head += " |-"
    elif len(line) > WIDTH and " " in text and "  " not in text:
        head += " >-"
        lines = wrap(text, WIDTH - len(pad) - 2, break_long_words=False, break_on_hyphens=False)
    else:
        return line
    return "\n".join([head, *(f"{pad}  {each}" if each else "" for each in lines)])


def _scalar(text: str) -> str:
    """A text on one line, in quotes where it needs them."""
    shows = visible(text) == text
    if shows and _PLAIN.fullmatch(text) and (isinstance(text, Figure) or not _LOOKS_TYPED.fullmatch(text)):
        return text
    said = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{said if shows else "".join(map(_escaped, said))}"'


def _escaped(char: str) -> str:
    if visible(char) == char:
        return char
    return _ESCAPES.get(char) or (f"\\u{ord(char):04X}" if char <= "\uffff" else f"\\U{ord(char):08X}")


_ESCAPES = {"\n": "\\n", "\t": "\\t"}
