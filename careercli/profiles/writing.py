"""Write a Role as the YAML of a profile that reads back the same.

Lists and mappings are written in block style. A text is quoted if any version of YAML could read it as
something else; characters that cannot be seen are escaped.
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
from careercli.profiles.scalars import UNKNOWN, note_with_caveat

WIDTH = 100
"""Columns at which long texts are folded."""

MAX_KEY = 1_000
"""Characters; YAML needs a `?` before a key of more than 1,024."""

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
"""The value of one key: a scalar, a list or a mapping."""


class Figure(str):
    """An amount, date or code, written without quotes: the reader never takes it for another type."""


def as_profile(role: Role) -> str:
    """Return the profile of `role`: its own claims, without those of its occupation."""
    groups = groupby(_profile(role).items(), lambda entry: _group(entry[0]))
    blocks = ("\n".join(entries(dict(group), "")) for _, group in groups)
    return "\n\n".join(blocks) + "\n"


def _group(key: str) -> str:
    """Return the group of a key: sources, wages, a section of fields, or empty. Blank lines separate groups."""
    if key in fields.BY_KEY:
        return fields.BY_KEY[key].section
    return key if key in ("sources", "wages") else ""


# -- content


def _profile(role: Role) -> dict[str, Tree]:
    """Return the keys of the profile and their values."""
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
        "occupation_alternatives": [Figure(code) for code in role.occupation_alternatives],
        "sources": {source.id: _source(source) for source in sources},
    }
    for key, claims in by_field.items():
        tree[key] = _wages(claims, sources[0]) if key == "wages" else _field(fields.BY_KEY[key], claims, sources[0])
    return _filled(tree)


def _filled(tree: Mapping[str, Tree]) -> dict[str, Tree]:
    """Return `tree` without its empty values."""
    return {key: value for key, value in tree.items() if value}


def _sources(claims: Iterable[Claim]) -> list[Source]:
    """Return the sources: the one with most claims first, as claims need not name it, then in order of use."""
    counts = Counter(claim.source for claim in claims)
    most_used = [source for source, _ in counts.most_common(1)]
    return list(dict.fromkeys(most_used + list(counts)))


def _source(source: Source) -> Tree:
    attributes: dict[str, Tree] = {
        "publisher": source.publisher or UNKNOWN,
        "title": source.title,
        "url": source.url,
        "release": source.release,
        "date": Figure(source.as_of or UNKNOWN),
        "area": source.area,
        "method": "" if source.method == "unknown" else source.method,
        "license": source.license,
        "note": _note_without_caveat(source.note, source.caveat),
        "caveat": source.caveat,
    }
    return _filled(attributes)


def _note_without_caveat(note: str, caveat: str) -> str:
    """Return a note without the caveat that the reader puts in front of it."""
    rest = note.removeprefix(note_with_caveat("", caveat)).strip()
    return rest if note_with_caveat(rest, caveat) == note else note


def _attributes(claim: Claim, first: Source) -> dict[str, Tree]:
    """Return what is written beside a claim's value: every attribute that differs from its source's."""
    source = claim.source
    attributes: dict[str, Tree] = {
        "missing": claim.note if claim.value is None else "",
        "level": claim.experience,
        "source": "" if source == first else source.id,
        "date": Figure("" if claim.as_of == source.as_of else claim.as_of or UNKNOWN),
        "area": "" if claim.area == source.area else claim.area,
        "population": Figure("" if claim.population == ROLE else claim.population),
        "method": "" if claim.method == source.method else claim.method,
        "caveat": claim.caveat,
        "note": "" if claim.value is None else _note_without_caveat(claim.note, claim.caveat),
    }
    return _filled(attributes)


# -- wages

_NOTES = ("caveat", "note")
"""Keys that are written after the amounts of a row."""


def _wages(claims: Iterable[Claim], first: Source) -> Tree:
    """Return rows of wages: consecutive claims with the same attributes share one if the reader accepts it."""
    rows: list[list[Claim]] = []
    for claim in claims:
        if rows and _fits_row(claim, rows[-1], first):
            rows[-1].append(claim)
        else:
            rows.append([claim])
    return [_row(row, first) for row in rows]


def _fits_row(claim: Claim, row: Sequence[Claim], first: Source) -> bool:
    last = row[-1]
    return (
        (claim.period, claim.currency) == (last.period, last.currency)
        and fields.WAGES.index(claim.field) > fields.WAGES.index(last.field)
        and _attributes(claim, first) == _attributes(last, first)
        and _ascends([*row, claim])
    )


def _ascends(row: Iterable[Claim]) -> bool:
    """Return True if the percentiles, and low and high, are in ascending order."""
    amounts = {claim.field: claim.value for claim in row if isinstance(claim.value, int | float)}
    scales = [[amounts[key] for key in scale if key in amounts] for scale in fields.ASCENDING]
    return all(low <= high for scale in scales for low, high in pairwise(scale))


def _row(claims: Sequence[Claim], first: Source) -> Tree:
    attributes = _attributes(claims[0], first)
    if "missing" in attributes:
        return attributes
    names_currency = all(_names_currency(claim.as_printed, claim.currency) for claim in claims)
    row: dict[str, Tree] = {"per": claims[0].period, "currency": "" if names_currency else claims[0].currency}
    row |= {key: each for key, each in attributes.items() if key not in _NOTES}
    row |= {claim.field: Figure(claim.as_printed) for claim in claims}
    row |= {key: each for key, each in attributes.items() if key in _NOTES}
    return _filled(row)


def _names_currency(as_printed: str, currency: str) -> bool:
    """Return True if the amount alone reads as one in this currency."""
    try:
        return wages.read_amount(as_printed)[2] == currency
    except wages.NotAnAmount:
        return False


# -- every other field


def _field(field: Field, claims: Iterable[Claim], first: Source) -> Tree:
    """Return one statement or a list of them; consecutive claims with the same attributes share one."""
    statements: list[Tree] = []
    for attributes, group in groupby(claims, lambda claim: _attributes(claim, first)):
        if "missing" in attributes:
            statements += [attributes for _ in group]
            continue
        values = _values(field, group)
        if not attributes and not any(isinstance(value, dict) and STATEMENT_KEYS.keys() & value for value in values):
            statements += values
        else:
            statements.append(_statement(_one_or_all(values), attributes))
    return _one_or_all(statements)


def _one_or_all(trees: list[Tree]) -> Tree:
    return trees[0] if len(trees) == 1 else trees


def _statement(value: Tree, attributes: dict[str, Tree]) -> Tree:
    """Return a statement: a scalar value before its attributes, a list or mapping after them."""
    return {"value": value, **attributes} if isinstance(value, str) else {**attributes, "value": value}


def _values(field: Field, claims: Iterable[Claim]) -> list[Tree]:
    """Return the values of claims; consecutive claims with an item or branch share a mapping."""
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
    """Append a value to a mapping under `path`; return False if that would not be its last key."""
    name, *rest = path
    if not rest:
        is_new = name not in tree
        tree.setdefault(name, as_printed)
        return is_new
    branch = tree.setdefault(name, {})
    return isinstance(branch, dict) and name == next(reversed(tree)) and _put(branch, rest, as_printed)


# -- YAML

_PLAIN = re.compile(r"(?:-(?=[0-9])|[^-\s?:,\[\]{}#&*!|>'\"%@`])(?:(?!: | #).)*(?<![: ])")
"""A text that neither starts with nor contains YAML syntax."""

_LOOKS_TYPED = re.compile(
    r"true|false|yes|no|on|off|y|n|null|~|=|<<|[-+]?\.?[0-9][-+0-9a-fotxz_:., ]*|[-+]?\.(?:inf|nan)", re.IGNORECASE
)
"""A number, date or word that some version of YAML does not read as text."""


def entries(tree: dict[str, Tree], pad: str) -> Iterator[str]:
    """Yield the lines of the keys and values of a mapping, indented by `pad`."""
    for key, value in tree.items():
        name = _scalar(key)
        head = f"{pad}{name}:" if len(name) <= MAX_KEY else f"{pad}? {name}\n{pad}:"
        if isinstance(value, str):
            yield _with_text(head, value, pad)
            continue
        yield head
        if isinstance(value, dict):
            yield from entries(value, pad + "  ")
        else:
            for each in value:
                yield from _item(each, pad + "  ")


def _item(tree: Tree, pad: str) -> Iterator[str]:
    """Yield the lines of one item of a list."""
    if isinstance(tree, str):
        yield _with_text(f"{pad}-", tree, pad)
        return
    assert isinstance(tree, dict)
    first, *others = entries(tree, pad + "  ")
    yield f"{pad}- {first[len(pad) + 2 :]}"
    yield from others


def _with_text(head: str, text: str, pad: str) -> str:
    """Return a text after its key or dash, or as a block below it if it is long or has line breaks."""
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
    """Return a text on one line, quoted if it must be."""
    is_visible = visible(text) == text
    if is_visible and _PLAIN.fullmatch(text) and (isinstance(text, Figure) or not _LOOKS_TYPED.fullmatch(text)):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped if is_visible else "".join(map(_escaped, escaped))}"'


def _escaped(char: str) -> str:
    if visible(char) == char:
        return char
    return _ESCAPES.get(char) or (f"\\u{ord(char):04X}" if char <= "\uffff" else f"\\U{ord(char):08X}")


_ESCAPES = {"\n": "\\n", "\t": "\\t"}
