"""The keys of a profile and what each means: what the loader accepts, the schema declares and the docs print."""

from __future__ import annotations

from collections.abc import Mapping

from careercli.model import fields

Keys = Mapping[str, str]
"""Key -> its meaning in a few words, in the order a person would write them."""

WRITABLE = {field.key: field for field in fields.FIELDS if not field.official and not field.is_wage}
"""The fields that a profile may hold by their own name; wages stand in rows, official figures in releases."""

PROFILE_KEYS: Keys = {
    "title": "what the role is called",
    "aliases": "other names it is found by",
    "occupation": "the code of the occupation whose official figures stand beside the role's own",
    "occupation_note": "why that occupation, or why none",
    "occupation_caveat": "the few words that stand wherever the occupation's figures stand for the role",
    "sources": "who says it: a name for each source; the first speaks unless a claim names another",
    "wages": "what it pays: a row for each period and level",
    **{key: field.meaning or field.label for key, field in WRITABLE.items()},
}
SOURCE_KEYS: Keys = {
    "publisher": "who published it, or unknown",
    "title": "what the page or file is called",
    "url": "where it is",
    "release": "which edition",
    "date": "what the figures are of: 2024-05, 2024 or unknown",
    "area": "where they are of: US, a state's two letters, or an area's name",
    "method": "how they were found",
    "license": "on what terms they may be passed on",
    "note": "whatever else a reader should know",
    "caveat": "the few words of it that stand wherever the source is named",
}
CLAIM_KEYS: Keys = {
    "source": "which of the sources says it, if not the first",
    "date": "as of when, if not the source's date: 2024-05, 2024 or unknown",
    "area": "where, if not the source's area",
    "population": "of whom: role, or the code of the occupation it is really about",
    "method": "how it was found, if not as the source's other figures",
    "level": "for whom: entry, experienced-new (to this job) or experienced",
    "note": "whatever else a reader should know",
    "caveat": "the few words of the note that stand beside the figure",
}
STATEMENT_KEYS: Keys = {
    "value": "what is said",
    "missing": "why nothing is said",
    **CLAIM_KEYS,
}
WAGE_KEYS: Keys = {
    "per": "by what period the amounts are",
    "currency": "a code such as USD, where the amounts name none",
    **CLAIM_KEYS,
    "missing": "why the source gives no wage",
    **{key: fields.BY_KEY[key].meaning or fields.BY_KEY[key].label for key in fields.WAGES},
}
