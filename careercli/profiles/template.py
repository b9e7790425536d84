"""Make the template of a new profile: required keys filled in, all other keys commented out.

It is generated from the tables of keys, so that none is missing. An example is valid once its `#` is
removed; a line that starts with `# ` is a comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careercli.model import fields
from careercli.model.claims import ROLE
from careercli.model.fields import Field
from careercli.profiles.keys import CLAIM_KEYS, PROFILE_KEYS, SOURCE_KEYS, STATEMENT_KEYS, WAGE_KEYS, WRITABLE, Keys
from careercli.profiles.scalars import UNKNOWN, is_text

SCHEMA_FILE = "careercli.schema.json"
"""The file in a profile's folder in which editors look for the schema."""

_HEAD = f"""\
# yaml-language-server: $schema={SCHEMA_FILE}
# To let an editor check and complete this file, write the schema beside it: careercli schema -o {SCHEMA_FILE}
# To use a key, remove the # from its line and from the line it is indented under. The values are examples.
"""
_MEANING_AT = 44
"""Column at which the meaning of a key starts, unless its example is longer."""

_SOURCE = "me"
_EXAMPLES = {
    "source": _SOURCE,
    "date": "2024-05",
    "area": "US",
    "population": ROLE,
    "method": "opinion",
    "level": "entry",
    "note": "From its second page.",
    "caveat": "from memory",
    "title": "What I know of it",
    "url": "https://example.com/page",
    "release": "second edition",
    "license": "CC0",
    "per": "year",
    "currency": "USD",
    "median": "$52,000",
    "mean": "$54,000",
    "p10": "$38,000",
    "p25": "$45,000",
    "p75": "$61,000",
    "p90": "over $72,000",
    "estimate": "$53,000",
    "low": "around $40,000",
    "high": "$70,000",
    "aliases": "[my role, the role I have]",
    "occupation": "15-1232",
    "occupation_note": "My reading of the duties.",
    "occupation_caveat": "perhaps 15-1231",
    "occupation_alternatives": "[15-1231]",
    "best_city": "San Jose",
    "best_state": "California",
    "best_company": "Acme",
    "best_industry": "finance",
    "pay_factors": "[shift, certifications, city]",
    "demand": "steady",
    "education_required": "[associate's degree, or two years of experience]",
    "degree_held": "{associate's degree: 45%, bachelor's degree: 40%}",
    "major": "computer science",
    "college": "Springfield College",
    "time_to_become": "1-2 years",
    "years_experience": "2",
    "steps": "[help desk, a first certification]",
    "certifications": "[CompTIA A+, CompTIA Network+]",
    "learning": "[a home lab, evening classes]",
    "skills": "{Troubleshooting: 40%, Scripting: often}",
    "soft_skills": "{Patience: staying calm with whoever calls}",
    "knowledge": "{Telephony: 60%}",
    "tools": "[cable tester, laptop]",
    "technologies": "[DNS, Linux]",
    "family": "Computer and mathematical",
    "summary": "Helps people whose computers do not.",
    "responsibilities": "[answer calls, keep the records]",
    "setting": "[office, at home]",
    "schedule": "[days, one weekend a month]",
    "challenges": "{Angry callers: listen first}",
    "related": "{noc-tech: Network Operation Technician}",
    "age": "43",
    "gender": "{Male: 60%, Female: 40%}",
    "race": "{White: 60%, Asian: 40%}",
    "locations": "[San Jose, Austin]",
    "employers": "[Acme, Example Ltd]",
}
"""Key of a profile, source, row or statement -> its example. A field without one has that of its kind."""

_OF_KINDS = {
    fields.TEXT: "a few words",
    fields.NUMBER: "12",
    fields.COUNT: '"12,500"',
    fields.PERCENT: "5%",
    fields.LIST: "[the first, the second]",
    fields.SHARES: "{the one: 60%, the other: 40%}",
    fields.WEIGHTS: "{the first: 40%, the second: often}",
    fields.LINKS: "{support-tech: Customer Support Technician}",
}
_IN_FULL = "growth"
"""The field whose example has every key of a statement."""

_WITHOUT_VALUE = "satisfaction"
"""The field whose example says that there is no value."""


def template(role_id: str) -> str:
    """Return a profile of `role_id` with a title and a source, and every other key as a commented example."""
    return "\n".join([_HEAD, *_role(role_id), "", *_sources(), *_fields()]) + "\n"


def _role(role_id: str) -> Iterator[str]:
    title = " ".join(word.capitalize() for word in role_id.split("-") if word)
    yield _line("title", title if is_text(title) else f'"{title}"', PROFILE_KEYS)
    keys = ("aliases", "occupation", "occupation_note", "occupation_caveat", "occupation_alternatives")
    yield from _lines(keys, PROFILE_KEYS, "#")


def _sources() -> Iterator[str]:
    yield _line("sources", "", PROFILE_KEYS)
    yield f"  {_SOURCE}:"
    yield _line("publisher", "Me", SOURCE_KEYS, "    ")
    yield _line("date", UNKNOWN, SOURCE_KEYS, "    ")
    yield from _lines((key for key in SOURCE_KEYS if key not in ("publisher", "date")), SOURCE_KEYS, "    #")


def _fields() -> Iterator[str]:
    """Yield every field under the title of its section, wages first."""
    for section, title in fields.SECTIONS.items():
        written = [field for field in WRITABLE.values() if field.section == section]
        wages = [*_wages()] if section == fields.BY_KEY[fields.WAGES[0]].section else []
        if written or wages:
            yield from ("", f"# {title}", *wages)
        for field in written:
            yield from _field(field)


def _wages() -> Iterator[str]:
    yield _line("wages", "", PROFILE_KEYS, "#")
    first, *rest = (key for key in WAGE_KEYS if key != "missing")
    yield _line(first, _EXAMPLES[first], WAGE_KEYS, "#  - ")
    yield from _lines(rest, WAGE_KEYS, "#    ")
    yield _line("missing", "The page gives no wage.", WAGE_KEYS, "#  - ")


def _field(field: Field) -> Iterator[str]:
    if field.key == _IN_FULL:
        yield _line(field.key, "", PROFILE_KEYS, "#")
        yield _line("value", _example(field), STATEMENT_KEYS, "#  ")
        yield from _lines(CLAIM_KEYS, STATEMENT_KEYS, "#  ")
    elif field.key == _WITHOUT_VALUE:
        yield _line(field.key, "", PROFILE_KEYS, "#")
        yield _line("missing", "Nobody was asked.", STATEMENT_KEYS, "#  ")
    else:
        yield _line(field.key, _example(field), PROFILE_KEYS, "#")


def _example(field: Field) -> str:
    return _EXAMPLES.get(field.key) or _OF_KINDS[field.kind]


def _lines(keys: Iterable[str], meanings: Keys, before: str) -> Iterator[str]:
    return (_line(key, _EXAMPLES[key], meanings, before) for key in keys)


def _line(key: str, example: str, meanings: Keys, before: str = "") -> str:
    line = f"{before}{key}: {example}".rstrip()
    return f"{line:<{_MEANING_AT}}  # {meanings[key]}"
