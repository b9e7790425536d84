"""List the skills, knowledge, tools, technologies and credentials that a role's sources and O*NET name."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from careercli.model.claims import ROLE, Claim, Number, Source, Subject
from careercli.model.titles import key as title_key
from careercli.model.titles import words
from careercli.model.words import normalize
from careercli.official import onet
from careercli.official.cells import from_units
from careercli.official.releases import newest_onet
from careercli.store.ratings import Rated, ratings, technologies
from careercli.store.reviewed import skill_synonyms

IMPORTANCE, LEVEL, PERCENT, ENTRY = "importance 1-5", "level 0-7", "percent", "usual entry education"

KINDS = {
    "skills": "skill", "knowledge": "knowledge", "technologies": "technology", "tools": "tool",
    "soft_skills": "soft skill", "certifications": "certification", "entry_education": "education",
}  # fmt: skip
"""The kind of skill that each field names, in the order they are listed in."""

_NAMED_BY_VALUE = ("tools", "technologies")


class Skill(NamedTuple):
    """One thing that a source names for a role or its occupation.

    `kind` is one of the values of KINDS. `weight` is in the unit of `scale`, None where the source gives none;
    `scale` may also say `in demand` or `hot` of a technology. `as_of` is a month, a year or empty. `of_occupation`
    is True of what is said of the whole occupation; `caveat` is a warning of the source about it.
    """

    kind: str
    name: str
    weight: Number | None
    scale: str
    as_of: str
    source: Source
    of_occupation: bool
    caveat: str = ""

    @property
    def key(self) -> str:
        return key(self.name)


@cache
def _synonyms() -> dict[str, tuple[str, str]]:
    """Return what a name means and why, by the name's own key."""
    return {_own_key(name): (means, why) for name, means, why in skill_synonyms()}


def _own_key(name: str) -> str:
    return title_key(words(name)) or normalize(name)


@cache
def key(name: str) -> str:
    """Return what two names of one skill share: case, hyphens, plurals and reviewed synonyms make no difference."""
    own = _own_key(name)
    found = _synonyms().get(own)
    return _own_key(found[0]) if found else own


def reading(name: str) -> tuple[str, str]:
    """Return what the reviewed table says that a name means, and why; both empty where it says nothing."""
    return _synonyms().get(_own_key(name), ("", ""))


def alike(name: str) -> list[str]:
    """Return the names that the reviewed table says mean the same, this one among them if it is in the table."""
    return _alike().get(key(name), [])


@cache
def _alike() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, means, _ in skill_synonyms():
        found.setdefault(_own_key(means), [means]).append(name)
    return found


def of_subject(subject: Subject) -> list[Skill]:
    """Return what the role's own sources name, then what O*NET rates as important, then technologies and education."""
    own = [skill for field in KINDS for claim in subject.own if claim.field == field for skill in _named(claim)]
    rated = [each for row in important(subject.occupation) for each in of_rating(row)]
    official = subject.official.claims if subject.official else ()
    education = [skill for claim in official if claim.field == "entry_education" for skill in _named(claim)]
    return own + rated + [*_technologies(subject.occupation)] + education


def _technologies(code: str) -> Iterator[Skill]:
    """Yield every technology that O*NET lists for an occupation, those in demand first."""
    source = newest_onet("technologies")
    for name, in_demand, hot in technologies(code) if code else ():
        yield Skill("technology", name, None, onet.sought(in_demand, hot), source.as_of, source, True)


def important(code: str) -> list[Rated]:
    """Return the skills, then the knowledge that O*NET rates as important for an occupation, highest first."""
    found = [row for row in ratings(code) if (row.importance or 0) >= onet.IMPORTANT] if code else []
    return sorted(found, key=lambda row: (row.kind != "skills", -(row.importance or 0)))


def of_rating(row: Rated) -> Iterator[Skill]:
    """Yield the importance of what is rated, then its level, where there is one."""
    source, as_of = newest_onet(row.kind), onet.month_text(row.rated)
    for amount, scale in ((row.importance, IMPORTANCE), (row.level, LEVEL)):
        if amount is not None:
            yield Skill(KINDS[row.kind], row.name, from_units(amount, 100), scale, as_of, source, True)


def _named(claim: Claim) -> Iterator[Skill]:
    """Yield what a claim names: its item, or each of the products that a tool's text lists."""
    if claim.value is None:
        return
    number = claim.value if isinstance(claim.value, int | float) else None
    scale = ENTRY if claim.field == "entry_education" else PERCENT if number is not None else ""
    for name in _names(claim):
        yield Skill(
            KINDS[claim.field], name, number, scale, claim.as_of or claim.source.as_of, claim.source,
            claim.population != ROLE, claim.caveat,
        )  # fmt: skip


def _names(claim: Claim) -> list[str]:
    """Return the names in a claim: `log search: Splunk, Datadog` names both products, a description names its item."""
    text = str(claim.value)
    if claim.item and claim.field in _NAMED_BY_VALUE:
        products = [part.strip() for part in text.split(",")]
        if all(part[:1].isupper() for part in products):
            return products
    return [claim.item or text]
