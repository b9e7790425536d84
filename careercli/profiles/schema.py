"""Build the JSON Schema (draft-07) of a profile from the reader's own tables.

A schema sees data, not text, and cannot compare two values, so that it accepts some profiles that the
reader refuses; tests/edited.py lists these, and the few it refuses that the reader accepts. Every key
has its meaning as `description`, every definition the kind of its value as `title`. Editors show
`errorMessage`; validators ignore it.
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
    """Return the schema of a profile."""
    without_claims = [key for key in PROFILE_KEYS if key not in ("sources", "wages", *WRITABLE)]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A profile of careercli",
        "description": "Claims about one role, one offer or one rung of a career ladder, with their sources.",
        **_mapping(PROFILE_KEYS, {**_PROFILE, **{key: _ref(_kind(field)) for key, field in WRITABLE.items()}}),
        "required": ["title"],
        "dependencies": {"occupation_caveat": ["occupation"], "occupation_alternatives": ["occupation_caveat"]},
        "anyOf": [{"required": ["sources"]}, _has_only(without_claims)],
        "definitions": _values() | _sources() | _wages() | _fields(),
    }


# -- pieces of schemas


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _any_of(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _one_or_many(schema: Schema) -> Schema:
    return _any_of(schema, {"type": "array", "items": schema, "minItems": 1})


def _mapping(known: Keys, values: Mapping[str, Schema]) -> Schema:
    """Return the schema of a mapping with these keys only; `values` has their schemas, a text by default."""
    properties = {key: {"description": meaning, **values.get(key, _ref("text"))} for key, meaning in known.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _lines(names: Schema, values: Schema) -> Schema:
    """Return the schema of a mapping whose keys match `names` and whose values match `values`."""
    return {"type": "object", "propertyNames": names, "additionalProperties": values, "minProperties": 1}


def _has_only(known: Iterable[str]) -> Schema:
    return {"propertyNames": {"enum": list(known)}}


def _whole(pattern: str) -> str:
    """Return a pattern for a whole text, which blanks may surround."""
    return rf"^\s*(?:{pattern})\s*$"


def _matching(pattern: str, hint: str) -> Schema:
    return {"type": "string", "pattern": _whole(pattern), "errorMessage": hint}


def _text(title: str, most: int) -> Schema:
    hint = f"Write a text of 1 to {most:,} characters; quote one that looks like a number, true, false or null."
    return {"title": title, "type": "string", "pattern": r"\S", "maxLength": most, "errorMessage": hint}


def _number(title: str, pattern: str, least: int, most: int, hint: str, kind: str = "number") -> Schema:
    """Return the schema of a number within limits, or of a text that matches the pattern of one."""
    return {"title": title, **_matching(pattern, hint), "type": [kind, "string"], "minimum": least, "maximum": most}


def _choice(words: Iterable[str]) -> Schema:
    *first, last = words
    return {"title": f"{', '.join(first)} or {last}", "enum": [*first, last]}


# -- single values

_LIMIT = 10**18
_DATE, _NUMBER, _SHARE = "2024-05, 2024 or unknown", "number of zero or more", "percent from 0 to 100"
_ID_HINT = "Use lower-case letters, digits and hyphens."
_PERCENT = rf"{scalars.NUMBER.pattern}\s*%?"
_NOT_NEGATIVE = "(?!-.*[1-9])"
_TO_100 = r"(?=[-+]?[0,]*(?:100(?:\.0+)?|[0-9]{0,2}(?:\.[0-9]+)?)\s*(?:%\s*)?$)"


def _values() -> dict[str, Schema]:
    return {
        "text": _text("text", scalars.MAX_TEXT),
        "title": _text("short text", scalars.MAX_TITLE),
        "titles": {"title": "list of short texts, or one", **_one_or_many(_ref("title"))},
        "name": _name(),
        "id": {"pattern": f"^{ROLE_ID.pattern}$", "errorMessage": _ID_HINT},
        "source_named": {"title": "id of a source", **_matching(ROLE_ID.pattern, _ID_HINT)},
        "caveat": _text(f"text of {scalars.MAX_CAVEAT} characters at most", scalars.MAX_CAVEAT),
        "date": _number(_DATE, f"{scalars.DATE.pattern}|{scalars.UNKNOWN}", 1900, 2099, f"Write {_DATE}.", "integer"),
        "url": {"title": "address", **_matching(r"https?://[^\s\x00-\x1f\x7f-\x9f]*", "Start with https://.")},
        "occupation": _code("", "SOC or O*NET-SOC code"),
        "occupations": {"title": "list of codes, or one", **_one_or_many(_ref("occupation"))},
        "population": _code(f"{ROLE}|", f"{ROLE}, or a SOC or O*NET-SOC code"),
        "method": _choice(METHODS),
        "level": _choice(EXPERIENCES),
        "per": _choice(PERIODS),
        "currency": {"title": "code of a currency", "enum": sorted(wages.CURRENCIES)},
        "number": _number(
            _NUMBER, _NOT_NEGATIVE + scalars.NUMBER.pattern, 0, _LIMIT, "Write it like 12, 12.5 or 1,250."
        ),
        "percent": _number("percent", _PERCENT, -_LIMIT, _LIMIT, "Write it like 5% or -3.5."),
        "share": _number(_SHARE, _NOT_NEGATIVE + _TO_100 + _PERCENT, 0, 100, f"Write a {_SHARE}, like 12% or 12.5."),
    }


def _name() -> Schema:
    """Return the schema of the name of an item or branch: any text except a key of a statement."""
    hint = f"Name it in 1 to {scalars.MAX_TITLE} characters, or add value: (or missing:)."
    pattern = rf"^(?!(?:{'|'.join(STATEMENT_KEYS)})$)\s*\S"
    return {"pattern": pattern, "maxLength": scalars.MAX_TITLE, "errorMessage": hint}


def _code(before: str, title: str) -> Schema:
    return {"title": title, **_matching(before + OCCUPATION_CODE.pattern, "Write a code like 15-1232 or 15-1299.08.")}


_ATTRIBUTES = {
    "source": _ref("source_named"),
    **{key: _ref(key) for key in ("date", "url", "population", "method", "level", "caveat", "per", "currency")},
}
"""Schemas of the keys of sources, statements and rows; the other keys have a text."""

_PROFILE = {
    **{key: _ref(key) for key in ("title", "occupation", "sources", "wages")},
    "aliases": _ref("titles"),
    "occupation_caveat": _ref("caveat"),
    "occupation_alternatives": _ref("occupations"),
}


# -- sources and wages


def _sources() -> dict[str, Schema]:
    return {
        "source": {
            **_mapping(SOURCE_KEYS, _ATTRIBUTES),
            "required": ["publisher"],
            "if": {"properties": {"publisher": {"const": scalars.UNKNOWN}}, "required": ["publisher"]},
            "then": {"required": ["title"]},
        },
        "sources": {"title": "lines of `id:`, each a source", **_lines(_ref("id"), _ref("source"))},
    }


def _wages() -> dict[str, Schema]:
    hint = "Write an amount like $64,272, over $82,000 or EUR 41,000."
    named = {"pattern": wages.currency_pattern(), "errorMessage": "Name a currency: write $52,000, or currency: EUR."}
    row = {
        **_mapping(WAGE_KEYS, _ATTRIBUTES | dict.fromkeys(fields.WAGES, _ref("amount"))),
        "if": {"required": ["missing"]},
        "then": _has_only(["missing", *CLAIM_KEYS]),
        "else": {
            "anyOf": [{"required": [key]} for key in fields.WAGES],
            "if": {"not": {"required": ["currency"]}},
            "then": {"properties": dict.fromkeys(fields.WAGES, _ref("amount_with_currency"))},
        },
    }
    return {
        "amount": _number("amount", wages.amount_pattern(), 0, _LIMIT, hint),
        "amount_with_currency": {"type": "string", **named},
        "row_of_wages": row,
        "wages": {"title": "list of rows, or one", **_one_or_many(_ref("row_of_wages"))},
    }


# -- fields


def _fields() -> dict[str, Schema]:
    """Return the definitions of a statement, and for each kind of field of its value, statement and whole."""
    value = {"title": "the value of the key, or a list of values"}
    out = {"statement": {**_mapping(STATEMENT_KEYS, _ATTRIBUTES | {"value": value})}}
    out["statement"]["oneOf"] = [{"required": ["value"]}, {"required": ["missing"]}]
    for kind, (title, bare) in _bare().items():
        statement = {"allOf": [_ref("statement"), {"properties": {"value": _one_or_many(_ref(f"value_of_{kind}"))}}]}
        out[f"value_of_{kind}"] = bare
        out[f"statement_of_{kind}"] = _any_of(_ref(f"value_of_{kind}"), statement)
        out[f"field_of_{kind}"] = {"title": title, **_one_or_many(_ref(f"statement_of_{kind}"))}
    return out


def _kind(field: Field) -> str:
    """Return the name of the definition for a field, by its kind."""
    if field.kind == fields.PERCENT and field.statistic == "share":
        return "field_of_share"
    return f"field_of_{fields.NUMBER if field.kind == fields.COUNT else field.kind}"


def _bare() -> dict[str, tuple[str, Schema]]:
    """Return for each kind of field its description and the schema of one value."""
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
