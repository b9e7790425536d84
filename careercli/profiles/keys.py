"""The keys of a profile and their meanings, for the reader, the JSON Schema, the template and the docs."""

from __future__ import annotations

from collections.abc import Mapping

from careercli.model import fields

Keys = Mapping[str, str]
"""Key -> its meaning in a few words, in the order people write them."""

WRITABLE = {field.key: field for field in fields.FIELDS if not field.official and not field.is_wage}
"""Fields that are keys of a profile. Wages are written in rows; official figures come from releases."""

PROFILE_KEYS: Keys = {
    "title": "name of the role",
    "aliases": "other names to find it by",
    "occupation": "code of the occupation whose official figures are shown beside the role's own",
    "occupation_note": "why this occupation, or why none",
    "occupation_caveat": "short warning shown beside the occupation's figures",
    "occupation_alternatives": "codes of other occupations that it may belong to",
    "sources": "the sources by id; the first is used unless a claim names another",
    "wages": "what it pays, one row per period and level",
    **{key: field.meaning or field.label for key, field in WRITABLE.items()},
}
SOURCE_KEYS: Keys = {
    "publisher": "publisher, or unknown",
    "title": "title of the page or file",
    "url": "address of the page",
    "release": "edition",
    "date": "date of the figures: 2024-05, 2024 or unknown",
    "area": "area of the figures: US, a state's two letters, or an area's name",
    "method": "how the figures were made",
    "license": "terms of reuse",
    "note": "anything else to know",
    "caveat": "short warning shown wherever the source is named",
}
CLAIM_KEYS: Keys = {
    "source": "id of the source, if not the first",
    "date": "date, if not the source's: 2024-05, 2024 or unknown",
    "area": "area, if not the source's",
    "population": "whom it describes: role, or an occupation's code",
    "method": "how it was made, if not as the source's other figures",
    "level": "experience: entry, experienced-new (new to this job) or experienced",
    "note": "anything else to know",
    "caveat": "short warning shown beside the figure",
}
STATEMENT_KEYS: Keys = {
    "value": "the value",
    "missing": "why there is no value",
    **CLAIM_KEYS,
}
WAGE_KEYS: Keys = {
    "per": "period of the amounts",
    "currency": "code such as USD, if the amounts name no currency",
    **CLAIM_KEYS,
    "missing": "why the source gives no wage",
    **{key: fields.BY_KEY[key].meaning or fields.BY_KEY[key].label for key in fields.WAGES},
}
