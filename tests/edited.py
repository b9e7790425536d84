"""Small profiles that the reader and the JSON Schema must both accept or both refuse, and the exceptions."""

import re
from typing import Any

from careercli.profiles.nodes import Node, parse

_CORE: tuple[tuple[re.Pattern[str], Any], ...] = (
    (re.compile("true|True|TRUE"), lambda _: True),
    (re.compile("false|False|FALSE"), lambda _: False),
    (re.compile("[-+]?[0-9]+"), int),
    (re.compile("0o[0-7]+"), lambda text: int(text, 0)),
    (re.compile("0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(inf|Inf|INF)"), lambda text: float(text.replace(".", ""))),
    (re.compile(r"\.(nan|NaN|NAN)"), lambda _: float("nan")),
)
"""YAML 1.2's core schema: patterns of unquoted scalars and the types that editors give them."""


def as_data(text: str) -> Any:
    """Return the data that a YAML 1.2 editor reads in `text`, with keys as texts."""
    return _data(parse(text.encode(), []))


def _data(node: Node) -> Any:
    if node.kind == "list":
        return [_data(each) for each in node.list]
    if node.kind == "map":
        return {key: _data(each) for key, each in node.map.items()}
    if node.quoted:
        return node.text
    if node.is_null:
        return None
    return next((read(node.text) for pattern, read in _CORE if pattern.fullmatch(node.text)), node.text)


def source(text: str) -> str:
    """Return a profile whose only source is the mapping `text`."""
    return f"title: A\nsources:\n  site: {text}\n"


def claim(text: str) -> str:
    """Return a profile that is valid except perhaps for its last lines, which are `text`."""
    return f"title: A\nsources: {{site: {{publisher: P}}, page: {{publisher: Q}}}}\n{text}\n"


def row(text: str) -> str:
    """Return a profile with one row of wages."""
    return claim(f"wages: [{{{text}}}]")


GOOD: dict[str, str] = {
    # The role.
    "a title": "title: A\n",
    "a title that is a quoted number": 'title: "365"\n',
    "a title of 200 characters": "title: " + "x" * 200 + "\n",
    "a title no other YAML reads as text": "title: no\n",
    "one alias": "title: A\naliases: B\n",
    "aliases": "title: A\naliases: [B, the C, on]\n",
    "an occupation": "title: A\noccupation: 15-1231\noccupation_note: Our reading.\n",
    "an occupation with a caveat": f"title: A\noccupation: 15-1231\noccupation_caveat: {'x' * 60}\n",
    "another occupation it may be": (
        "title: A\noccupation: 15-1231\noccupation_caveat: b\noccupation_alternatives: 15-1244\n"
    ),
    "other occupations it may be": (
        "title: A\noccupation: 15-1231\noccupation_caveat: b\noccupation_alternatives: [15-1244, 15-1299.08]\n"
    ),
    "an occupation of O*NET": "title: A\noccupation: 15-1299.08\n",
    "JSON": '{"title": "A", "sources": {"s": {"publisher": "P"}}, "age": 43, "growth": -3.5}',
    "sources that say nothing": source("{publisher: P}"),
    # Sources.
    "all that is said of a source": source(
        "{publisher: P, title: T, url: 'https://a.example/?b=c#d', release: May 2024, date: 2024-05, area: US, "
        "method: survey, license: CC0, note: N, caveat: three reviews}"
    ),
    "a source of a year": source("{publisher: P, date: 2024}"),
    "a source of a quoted year": source("{publisher: P, date: '2024'}"),
    "a source without a date": source("{publisher: P, date: unknown}"),
    "a source nobody is known to publish": source("{publisher: unknown, title: A leaflet}"),
    "a source whose release is a quoted number": source("{publisher: P, release: '29.3'}"),
    "a source with an address of its own": source("{publisher: P, url: http://127.0.0.1:8000/ä}"),
    "a name of a source that is a number": "title: A\nsources: {2024: {publisher: P}}\n",
    "a caveat of 60 characters": source("{publisher: P, caveat: " + "x" * 60 + "}"),
    # Statements.
    "a text": claim("major: B"),
    "a text that other YAML reads as yes, a time or a date": claim("major: [yes, 1:30, 2024-05-01, 1_000, 0b1, '12']"),
    "a text over lines": claim("summary: >-\n  Helps\n  people.\n"),
    "a text of 5,000 characters": claim("summary: " + "x" * 5_000),
    "several texts": claim("major: [B, {value: C, source: page}, {missing: Not asked., source: page}]"),
    "all that is said of a value": claim(
        "major: {value: B, source: page, date: 2020, area: TX, population: 15-1232, method: model, level: entry, "
        "note: Rounded., caveat: of whom}"
    ),
    "a value that is a list": claim("major: {value: [B, C], note: N}"),
    "a value of a population of O*NET": claim("major: {value: B, population: 15-1299.08}"),
    "a value of the role": claim("major: {value: B, population: role}"),
    "a value of an unknown date": claim("major: {value: B, date: unknown, level: experienced-new}"),
    "no value": claim("satisfaction: {missing: The page prints a dash.}"),
    "no number": claim("jobs: {missing: Not said., caveat: nobody counts}"),
    "no links": claim("next_roles: {missing: Not said.}"),
    # Numbers.
    "a number": claim("age: 43"),
    "a number with a fraction": claim("age: 43.50"),
    "a number with a leading zero": claim("age: 043"),
    "a quoted number": claim("years_experience: '2'"),
    "a number with a comma": claim('jobs: "68,874"'),
    "a number with a comma, plain": claim("jobs: 68,874"),
    "no jobs": claim("jobs: 0"),
    "less than no jobs": claim("jobs: '-0'"),
    "a number of 18 digits": claim("jobs: 999999999999999999"),
    "two numbers": claim("age: [43, {value: 44, source: page}]"),
    "a percent": claim("growth: 5%"),
    "a percent after a blank": claim("growth: 5 %"),
    "a percent without its sign": claim("growth: 5.5"),
    "a percent below zero": claim("growth: -3.5"),
    "a percent over the whole": claim("growth: +1,120%"),
    "a share": claim("lgbt: 9%"),
    "a share without its sign": claim("lgbt: 9"),
    "a share of all": claim("lgbt: [100%, 100.0, '0100 %', 0%]"),
    # Lists, weights, shares and links.
    "a list": claim("tools: [pliers, label maker]"),
    "a list of one": claim("tools: pliers"),
    "lines of a list": claim("soft_skills: {Patience: staying calm, 802.11: knowing it}"),
    "a list of both": claim("soft_skills: [listening, {Patience: staying calm}]"),
    "a list with a note": claim("tools: {value: [pliers, {Tester: for cables}], note: Partly.}"),
    "weights": claim("skills: {Switches: 5%, Routing: often, Cables: 12.5, VPN: '0.5'}"),
    "weights without any": claim("skills: [Switches, '802.11']"),
    "weights with a note": claim("knowledge: {value: {Telephony: 60}, caveat: of what}"),
    "shares": claim("gender: {Male: 83.7%, Female: 16.3}"),
    "shares by two": claim("gender: [{Male: 84%}, {value: {Male: 80%}, source: page}]"),
    "links": claim("next_roles: {noc-tech: NOC Technician, 3d-artist: Artist, 12: A Dozen}"),
    "links on branches": claim("next_roles: {noc-tech: A, Higher up: {b: B, note: C}, sideways: {d: D}}"),
    "links with a note": claim("related: {value: {noc-tech: A}, note: Drawn by hand.}"),
    "kinds of a role": claim("role_types: {nurse: Nurse}"),
    # Wages.
    "one row": claim("wages: {per: year, median: $64272}"),
    "rows": claim("wages:\n  - per: year\n    low: $41,000\n    high: $99,000\n  - {per: hour, estimate: $30.90}"),
    "all that is said of a row": row(
        "per: year, currency: USD, source: page, date: 2024, area: US, population: role, method: survey, level: entry, "
        "note: N, caveat: D, p10: 1, p25: 2, median: 3, mean: 3.5, p75: 4, p90: 5, estimate: 3, low: 1, high: 5"
    ),
    "bounds": row("per: year, low: 'around $36,000', high: 'over $82,000', p90: '$90,000+', p10: '≥ $5'"),
    "bounds in capitals, with blanks": row("per: year, low: 'Up  To $36,000', high: 'MORE than USD 5'"),
    "a bound of a sign": row("per: year, low: '~$5', high: '<= $9'"),
    "currencies": row("per: year, mean: €52000, median: EUR 41000, p90: '41,000.50 EUR', p10: 5 €"),
    "a currency of the row": row("per: year, currency: SEK, mean: 90000, p90: '100,000', median: about 90000"),
    "a currency twice": row("per: year, currency: CAD, mean: $90000"),
    "an amount of 18 digits": row("per: year, mean: $999999999999999999"),
    "a row that says no period": row("median: $52"),
    "no wage": claim("wages: {missing: Behind a login., source: page, date: 2024-05, note: N}"),
}

BAD: dict[str, str] = {
    # The role.
    "a list for a profile": "- title: A\n",
    "an empty mapping": "{}\n",
    "no title": "aliases: [a]\n",
    "a null title": "title:\n",
    "a blank title": 'title: "  "\n',
    "a number for a title": "title: 365\n",
    "an octal number for a title": "title: 0o14\n",
    "a leading zero for a title": "title: 012\n",
    "an exponent for a title": "title: 1e5\n",
    "infinity for a title": "title: .inf\n",
    "true for a title": "title: true\n",
    "a list for a title": "title: [A]\n",
    "a mapping for a title": "title: {en: A}\n",
    "a title too long": "title: " + "x" * 201 + "\n",
    "true for an alias": "title: A\naliases: [a, true]\n",
    "no alias": "title: A\naliases: []\n",
    "a misspelled key": "title: A\naliasses: B\n",
    "a key in capitals": claim("MAJOR: B"),
    "a key nothing is near": claim("zodiac: leo"),
    "an official figure": claim("employment: 5"),
    "a wage outside its row": claim("median: $52,000"),
    "an occupation by its title": "title: A\noccupation: Network technician\n",
    "an occupation cut short": "title: A\noccupation: 15-123\n",
    "an occupation of O*NET cut short": "title: A\noccupation: 15-1231.0\n",
    "an occupation in Arabic digits": "title: A\noccupation: ١٥-١٢٣١\n",
    "a caveat about no occupation": "title: A\noccupation_caveat: perhaps 15-1231\n",
    "a caveat of 61 characters about an occupation": f"title: A\noccupation: 15-1231\noccupation_caveat: {'x' * 61}\n",
    "alternatives without a caveat": "title: A\noccupation: 15-1231\noccupation_alternatives: [15-1244]\n",
    "no alternative in the list": (
        "title: A\noccupation: 15-1231\noccupation_caveat: b\noccupation_alternatives: []\n"
    ),
    "an alternative that is no code": (
        "title: A\noccupation: 15-1231\noccupation_caveat: b\noccupation_alternatives: [network]\n"
    ),
    "a number for a caveat about an occupation": "title: A\noccupation: 15-1231\noccupation_caveat: 151244\n",
    "a number for a note": "title: A\noccupation_note: 5\n",
    # Sources.
    "a claim without any source": "title: A\nmajor: B\n",
    "wages without any source": "title: A\nwages: {per: year, median: $5}\n",
    "null for the sources": "title: A\nsources:\n",
    "a list of sources": "title: A\nsources: [a]\n",
    "no sources": "title: A\nsources: {}\n",
    "a source that is a text": source("Site"),
    "a source with a capital": "title: A\nsources: {Site: {publisher: P}}\n",
    "a source nobody publishes": source("{title: T}"),
    "a source of nobody, untitled": source("{publisher: unknown}"),
    "a null publisher": source("{publisher: }"),
    "a misspelled key of a source": source("{publisher: P, titel: T}"),
    "a key of a statement in a source": source("{publisher: P, level: entry}"),
    "a date to the day": source("{publisher: P, date: 2024-05-01}"),
    "a thirteenth month": source("{publisher: P, date: 2024-13}"),
    "a date in words": source("{publisher: P, date: May 2024}"),
    "a year long ago": source("{publisher: P, date: 1776}"),
    "a year in short": source("{publisher: P, date: '24'}"),
    "an unknown method": source("{publisher: P, method: guess}"),
    "an address of a script": source("{publisher: P, url: 'javascript:alert(1)'}"),
    "an address with a blank": source("{publisher: P, url: 'https://a b'}"),
    "a number for a release": source("{publisher: P, release: 29.3}"),
    "a caveat of 61 characters": source("{publisher: P, caveat: " + "x" * 61 + "}"),
    # Statements.
    "a number for a text": claim("major: 12"),
    "null for a text": claim("major: null"),
    "a text of 5,001 characters": claim("summary: " + "x" * 5_001),
    "an empty list for a text": claim("major: []"),
    "a list in a list": claim("major: [[B]]"),
    "a mapping for a text": claim("major: {name: B}"),
    "a note without a value": claim("major: {note: N}"),
    "a value and a reason for none": claim("major: {value: B, missing: none given}"),
    "a misspelled key beside a value": claim("major: {value: B, notes: N}"),
    "an empty list of values": claim("major: {value: []}"),
    "a list in a value's list": claim("major: {value: [[B]]}"),
    "an empty reason": claim("major: {missing: }"),
    "a reason that is a number": claim("jobs: {missing: 5}"),
    "a source by its publisher": claim("major: {value: B, source: The Page}"),
    "an unknown population": claim("major: {value: B, population: everyone}"),
    "an unknown level": claim("major: {value: B, level: expert}"),
    "an unknown method of a value": claim("major: {value: B, method: guess}"),
    "a bad date of a value": claim("major: {value: B, date: 2024-00}"),
    # Numbers.
    "a word for a number": claim("age: forty"),
    "yes for a number": claim("age: yes"),
    "true for a number": claim("age: true"),
    "a clock time for a number": claim("age: 1:30"),
    "infinity for a number": claim("age: .inf"),
    "a percent for a number": claim("age: 43%"),
    "underscores in a number": claim("jobs: 1_000"),
    "a badly grouped number": claim("jobs: 12,34"),
    "a negative count": claim("jobs: -5"),
    "a negative count, quoted": claim("jobs: '-5'"),
    "a number of nineteen digits": claim("jobs: " + "9" * 19),
    "a mapping for a number": claim("age: {mean: 43}"),
    "a number in Arabic digits": claim("age: ٤٣"),
    "a word for a percent": claim("growth: some"),
    "two percents": claim("growth: 5-6%"),
    "a share over the whole": claim("lgbt: 101%"),
    "a share over the whole, without its sign": claim("lgbt: 100.5"),
    "a negative share": claim("lgbt: -1%"),
    # Lists, weights, shares and links.
    "a number in a list": claim("tools: [pliers, 2024]"),
    "a null in a list": claim("tools: [pliers, null]"),
    "a percent that is a number in lines of a list": claim("soft_skills: {Patience: 5}"),
    "a skill over the whole": claim("skills: {Switches: 150%}"),
    "a skill over the whole, quoted": claim("skills: {Switches: '150'}"),
    "a skill below zero": claim("skills: {Switches: -5}"),
    "a list of weights": claim("skills: {Switches: [5%]}"),
    "a negative share of an item": claim("gender: {Male: -5%, Female: 5%}"),
    "a share in words": claim("gender: {Male: most}"),
    "a share left out": claim("gender: {Male: 50%, Female: }"),
    "shares as a text": claim("gender: half and half"),
    "shares as an empty mapping": claim("gender: {}"),
    "a note among shares": claim("gender: {note: N, Male: 50%}"),
    "a note among skills": claim("skills: {note: N, Switches: 5%}"),
    "a blank name of a skill": claim('skills: {" ": 5%}'),
    "a name of a skill too long": claim("skills:\n  " + "x" * 201 + ": 5%"),
    "a link as a text": claim("next_roles: Network engineer"),
    "a link by its title": claim("next_roles: {Network engineer: A}"),
    "a link that climbs": claim("next_roles: {../network-engineer: A}"),
    "a link with an id too long": claim("next_roles:\n  " + "x" * 81 + ": A"),
    "a link without a title": claim("next_roles: {network-engineer: }"),
    "a branch in a branch": claim("next_roles: {up: {on: {network-engineer: A}}}"),
    "an empty branch": claim("next_roles: {up: {}}"),
    "a list of titles for a link": claim("next_roles: {network-engineer: [A, B]}"),
    "a note among links": claim("next_roles: {note: N, network-engineer: A}"),
    # Wages.
    "an amount for wages": claim("wages: $52,000"),
    "no row": claim("wages: []"),
    "a row that is an amount": claim("wages: [$52]"),
    "an unknown period": row("per: fortnight, median: $52"),
    "a row without amounts": row("per: year, note: N"),
    "a misspelled statistic": row("per: year, meadian: $52"),
    "a comma of an amount inside braces": row("per: year, median: $52,000"),
    "an amount without a currency": row("per: year, median: 52000"),
    "a text of an amount without a currency": row("per: year, median: '52,000'"),
    "an amount in words": row("per: year, median: lots"),
    "a null amount": row("per: year, median: "),
    "a list of amounts": row("per: year, median: [$5]"),
    "a negative amount": row("per: year, median: -$5"),
    "a negative number for an amount": row("per: year, currency: USD, median: -5"),
    "an amount of nineteen digits": row("per: year, median: $" + "9" * 19),
    "an amount with three decimals": row("per: year, median: $5.125"),
    "an amount that is shortened": row("per: year, median: $64k"),
    "an amount that says its period": row("per: year, median: $64/hr"),
    "two amounts": row("per: year, median: $60-70"),
    "two bounds": row("per: year, median: 'over $60+'"),
    "a bound alone": row("per: year, median: over"),
    "an infinite amount": row("per: year, currency: USD, median: .inf"),
    "an unknown currency of an amount": row("per: year, median: XAU 52"),
    "an unknown currency of a row": row("per: year, currency: EURO, median: 52"),
    "a misspelled period": row("pre: year, median: $52"),
    "amounts beside a reason": row("missing: none given, median: $52"),
    "a period beside a reason": row("missing: none given, per: year"),
    "a value in a row": row("per: year, value: $5"),
}

ONLY_THE_LOADER: dict[str, str] = {
    # Two values at once.
    "an inverted range": row("per: year, low: $60, high: $52"),
    "percentiles out of order": row("per: year, p10: $60, median: $70, p90: $65"),
    "two currencies in a row": row("per: year, low: $52, high: €60"),
    "euros in a row of dollars": row("per: year, currency: USD, median: €52"),
    "an amount in two currencies": row("per: year, median: $52 EUR"),
    "a claim by an undeclared source": claim("major: {value: B, source: census}"),
    # How a number is written.
    "an exponent for a number": claim("jobs: 1e5"),
    "no number for a number": claim("age: .nan"),
    "a plus before an amount": row("per: year, currency: USD, median: +5"),
    "a hexadecimal number": claim("age: 0x2b"),
    "a number without its whole part": claim("age: .5"),
    "a number with three decimals for an amount": row("per: year, currency: USD, median: 5.125"),
    "a hexadecimal number with a sign for a text": claim("major: -0x1f"),
    "a year with a leading zero": source("{publisher: P, date: 02024}"),
    # Kinds of characters.
    "an address with an invisible letter": source('{publisher: P, url: "https://a.example/\\u200b"}'),
}
"""Profiles that the reader refuses and the schema accepts, as no schema can refuse them."""

ONLY_THE_SCHEMA: dict[str, str] = {
    "a skill named like a key, in quotes": claim("skills: {'level': 5%}"),
    "a word to choose with blanks around it": claim("major: {value: B, level: ' entry '}"),
}
"""Profiles that the reader accepts and the schema refuses: data has no quotes, and choices allow no blanks."""
