"""What a profile may hold as a JSON Schema (draft-07): the loader's own declarations, for editors and other programs.

A schema sees data, not text, and compares no two values: what only the loader can say is listed in
tests/edited.py, and so is the little that the schema refuses and the loader takes. Every key
carries its meaning as `description`, every definition that a key names what it holds as `title`;
`errorMessage` is a hint that editors show and validators pass over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from careercli.model import fields, wages
from careercli.model.claims import EXPERIENCES, METHODS, OCCUPATION_CODE, PERIODS, ROLE, ROLE_ID
from careercli.model.fields import Field
from careercli.profiles import scalars
from careercli.profiles.keys import CLAIM_KEYS, PROFILE_KEYS, SOURCE_KEYS, STATEMENT_KEYS, WAGE_KEYS, WRITABLE, Keys

Schema = dict[str, Any]


def schema() -> Schema:
    """The schema of a profile."""
    unclaimed = [key for key in _PROFILE if key not in ("sources", "wages")]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A profile of careercli",
        "description": "One role, one offer or one rung of a ladder: what is said of it, and who says it.",
        **_mapping(PROFILE_KEYS, {**_PROFILE, **{key: _ref(_kind(field)) for key, field in WRITABLE.items()}}),
        "required": ["title"],
        "dependencies": {"occupation_caveat": ["occupation"]},
        "anyOf": [{"required": ["sources"]}, _holds_only(unclaimed)],
        "definitions": _values() | _sources() | _wages() | _fields(),
    }


# -- pieces of schemas


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _any_of(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _one_or_many(schema: Schema) -> Schema:
    return _any_of(schema, {"type": "array", "items": schema, "minItems": 1})


def _mapping(known: Keys, holds: Mapping[str, Schema]) -> Schema:
    """A mapping of these keys and no others; `holds` gives what each may hold, a text where it is silent."""
    properties = {key: {"description": meaning, **holds.get(key, _ref("text"))} for key, meaning in known.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _lines(names: Schema, holds: Schema) -> Schema:
    """A mapping of any keys that are `names`."""
    return {"type": "object", "propertyNames": names, "additionalProperties": holds, "minProperties": 1}


def _holds_only(known: Iterable[str]) -> Schema:
    return {"propertyNames": {"enum": list(known)}}


def _has_one_of(known: Iterable[str]) -> Schema:
    return _any_of(*({"required": [key]} for key in known))


def _whole(pattern: str) -> str:
    """A pattern of a whole text, which may have blanks around it."""
    return rf"^\s*(?:{pattern})\s*$"


def _matching(pattern: str, hint: str) -> Schema:
    return {"type": "string", "pattern": _whole(pattern), "errorMessage": hint}


def _text(title: str, most: int) -> Schema:
    hint = f"Write a text of 1 to {most:,} characters; quote one that looks like a number, true, false or null."
    return {"title": title, "type": "string", "pattern": r"\S", "maxLength": most, "errorMessage": hint}


def _number(title: str, pattern: str, least: int, most: int, hint: str, kind: str = "number") -> Schema:
    """A number, which the limits are for, or a text that reads as one, which the pattern is for."""
    return {"title": title, **_matching(pattern, hint), "type": [kind, "string"], "minimum": least, "maximum": most}


def _choice(words: Iterable[str]) -> Schema:
    return {"title": _either(words), "enum": list(words)}


def _either(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}"


# -- single values

_MOST = 10**18
_DATE, _NUMBER, _SHARE = "2024-05, 2024 or unknown", "number of zero or more", "percent from 0 to 100"
_ID_HINT = "Use small letters, digits and hyphens."
_PERCENT = rf"{scalars.NUMBER.pattern}\s*%?"
_NOT_NEGATIVE = "(?!-.*[1-9])"
_TO_100 = r"(?=[-+]?[0,]*(?:100(?:\.0+)?|[0-9]{0,2}(?:\.[0-9]+)?)\s*(?:%\s*)?$)"


def _values() -> dict[str, Schema]:
    return {
        "text": _text("text", scalars.MOST_TEXT),
        "title": _text("short text", scalars.MOST_TITLE),
        "titles": {"title": "list of short texts, or one", **_one_or_many(_ref("title"))},
        "name": _name(),
        "id": {"pattern": f"^{ROLE_ID.pattern}$", "errorMessage": _ID_HINT},
        "source_named": {"title": "id of a source", **_matching(ROLE_ID.pattern, _ID_HINT)},
        "caveat": _text(f"text of {scalars.MOST_CAVEAT} characters at most", scalars.MOST_CAVEAT),
        "date": _number(_DATE, f"{scalars.DATE.pattern}|{scalars.UNKNOWN}", 1900, 2099, f"Write {_DATE}.", "integer"),
        "url": {"title": "address", **_matching(r"https?://[^\s\x00-\x1f\x7f-\x9f]*", "Start with https://.")},
        "occupation": _code("", "SOC or O*NET-SOC code"),
        "population": _code(f"{ROLE}|", f"{ROLE}, or a SOC or O*NET-SOC code"),
        "method": _choice(METHODS),
        "level": _choice(EXPERIENCES),
        "per": _choice(PERIODS),
        "currency": {"title": "code of a currency", "enum": sorted(wages.CURRENCIES)},
        "number": _number(
            _NUMBER, _NOT_NEGATIVE + scalars.NUMBER.pattern, 0, _MOST, "Write it like 12, 12.5 or 1,250."
        ),
        "percent": _number("percent", _PERCENT, -_MOST, _MOST, "Write it like 5% or -3.5."),
        "share": _number(_SHARE, _NOT_NEGATIVE + _TO_100 + _PERCENT, 0, 100, f"Write a {_SHARE}, like 12% or 12.5."),
    }


def _name() -> Schema:
    """The name of an item or a branch: any text but a key of a statement, which would make the mapping one."""
    hint = f"Name it in 1 to {scalars.MOST_TITLE} characters, or put value: (or missing:) beside what is said of it."
    pattern = rf"^(?!(?:{'|'.join(STATEMENT_KEYS)})$)\s*\S"
    return {"pattern": pattern, "maxLength": scalars.MOST_TITLE, "errorMessage": hint}


def _code(before: str, title: str) -> Schema:
    return {"title": title, **_matching(before + OCCUPATION_CODE.pattern, "Write a code like 15-1232 or 15-1299.08.")}


_ATTRIBUTES = {
    "source": _ref("source_named"),
    **{key: _ref(key) for key in ("date", "url", "population", "method", "level", "caveat", "per", "currency")},
}
"""The keys of sources, statements and rows whose values have a rule of their own; the rest hold a text."""

_PROFILE = {
    "title": _ref("title"),
    "aliases": _ref("titles"),
    "occupation": _ref("occupation"),
    "occupation_note": _ref("text"),
    "occupation_caveat": _ref("caveat"),
    "sources": _ref("sources"),
    "wages": _ref("wages"),
}


# -- sources and wages


def _sources() -> dict[str, Schema]:
    nobody = {"properties": {"publisher": {"const": scalars.UNKNOWN}}, "required": ["publisher"]}
    source = {
        **_mapping(SOURCE_KEYS, _ATTRIBUTES),
        "required": ["publisher"],
        "if": nobody,
        "then": {"required": ["title"]},
    }
    return {
        "source": source,
        "sources": {"title": "lines of `id:`, each a source", **_lines(_ref("id"), _ref("source"))},
    }


def _wages() -> dict[str, Schema]:
    hint = "Write an amount like $64,272, over $82,000 or EUR 41,000."
    named = {"pattern": wages.currency_pattern(), "errorMessage": "Name a currency: write $52,000, or currency: EUR."}
    row = {
        **_mapping(WAGE_KEYS, _ATTRIBUTES | dict.fromkeys(fields.WAGES, _ref("amount"))),
        "if": {"required": ["missing"]},
        "then": _holds_only(["missing", *CLAIM_KEYS]),
        "else": {
            **_has_one_of(fields.WAGES),
            "if": {"not": {"required": ["currency"]}},
            "then": {"properties": dict.fromkeys(fields.WAGES, _ref("amount_with_currency"))},
        },
    }
    return {
        "amount": _number("amount", wages.amount_pattern(), 0, _MOST, hint),
        "amount_with_currency": {"type": "string", **named},
        "row_of_wages": row,
        "wages": {"title": "list of rows, or one", **_one_or_many(_ref("row_of_wages"))},
    }


# -- fields


def _fields() -> dict[str, Schema]:
    """The shape of a statement; then for each kind of field a bare value, a statement of it, and one or several."""
    value = {"title": "what the key holds alone, or a list of it"}
    out = {"statement": {**_mapping(STATEMENT_KEYS, _ATTRIBUTES | {"value": value})}}
    out["statement"]["oneOf"] = [{"required": ["value"]}, {"required": ["missing"]}]
    for kind, (title, bare) in _bare().items():
        said = {"allOf": [_ref("statement"), {"properties": {"value": _one_or_many(_ref(f"value_of_{kind}"))}}]}
        out[f"value_of_{kind}"] = bare
        out[f"statement_of_{kind}"] = _any_of(_ref(f"value_of_{kind}"), said)
        out[f"field_of_{kind}"] = {"title": title, **_one_or_many(_ref(f"statement_of_{kind}"))}
    return out


def _kind(field: Field) -> str:
    """The definition of what a field may hold, by its kind and by how its number is bounded."""
    if field.kind == fields.PERCENT and field.statistic == "share":
        return "field_of_share"
    return f"field_of_{fields.NUMBER if field.kind == fields.COUNT else field.kind}"


def _bare() -> dict[str, tuple[str, Schema]]:
    """For each kind of field: what it holds, in words; and the schema of one value that stands alone."""
    text, share = _ref("text"), _ref("share")
    items, word = _ref("name"), {"allOf": [text, {"not": {"pattern": _whole(_PERCENT)}}]}
    return {
        fields.TEXT: ("text", text),
        fields.NUMBER: (_NUMBER, _ref("number")),
        fields.PERCENT: ("percent", _ref("percent")),
        "share": (_SHARE, share),
        fields.LIST: ("list of texts, or lines of `name: text`", _any_of(text, _lines(items, text))),
        fields.SHARES: ("lines of `name: 12%`", _lines(items, share)),
        fields.WEIGHTS: (
            "lines of `name: 12%` or `name: text`, or a list of texts",
            _any_of(text, _lines(items, _any_of(share, word))),
        ),
        fields.LINKS: ("lines of `id: title`, or of `branch:` with such lines below", _links()),
    }


def _links() -> Schema:
    branch = {**_lines(_ref("id"), _ref("title")), "errorMessage": "Write id: title, or a branch of such lines."}
    either = _any_of(_ref("title"), branch)
    return {**_lines(_ref("name"), branch), "patternProperties": {f"^{ROLE_ID.pattern}$": either}}
