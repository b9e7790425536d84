"""A role or an occupation as lists need it: the card they show, and the texts it is found by."""

from collections.abc import Mapping
from typing import NamedTuple

from careercli.model import fields, numbers, wages
from careercli.model.claims import Claim, Number, Role, Subject, Value
from careercli.official import onet
from careercli.search import normalize

_SKILLS = ("skills", "soft_skills", "knowledge", "tools", "technologies")
_KINDS = {**dict.fromkeys(_SKILLS, "skills"), "certifications": "certifications", "entry_education": "education"}
"""By which of its texts a claim of a field is found."""

_DESCRIBED = ("skills", "soft_skills", "knowledge")


class Card(NamedTuple):
    """One row of the catalog: values for programs, a bound a part of the number, and the same as people read them.

    `median` is the newest official national one, in dollars a year; `employment_change` is in percent.
    """

    id: str
    title: str
    occupation: str
    family: str
    median: Value
    employment_change: Value
    entry_education: Value
    median_text: str
    employment_change_text: str
    entry_education_text: str

    def values(self) -> dict[str, Value]:
        """The row by column, as programs read it."""
        return dict(zip(COLUMNS, self, strict=False))

    def texts(self) -> dict[str, str]:
        """The row by column, as a person reads it."""
        names = [fields.shown(name) for name in (self.id, self.title, self.occupation, self.family)]
        said = [self.median_text, self.employment_change_text, self.entry_education_text]
        return dict(zip(COLUMNS, [*names, *said], strict=True))

    @property
    def wage(self) -> Number | None:
        """The median without its bound."""
        if isinstance(self.median, str):
            return numbers.read_number(self.median.lstrip("<>=~"))
        return self.median


COLUMNS = Card._fields[:7]
NUMBERS = COLUMNS[4:6]


class Texts(NamedTuple):
    """What a search looks at, folded: names (id, title, aliases, occupation, family), skills; and what filters ask."""

    skills: tuple[str, ...]
    names: tuple[str, ...]
    certifications: tuple[str, ...]
    education: tuple[str, ...]


class Entry(NamedTuple):
    """A card and its texts."""

    card: Card
    texts: Texts


def card_of(subject: Subject) -> Card:
    """The row of a role or an occupation."""
    first: dict[str, Claim] = {}
    for claim in subject.claims:
        first.setdefault(claim.field, claim)
    median = wages.newest_national(subject.claims, "median")
    claims = [median, first.get("employment_change"), first.get("entry_education")]
    values = [fields.bounded(claim) if claim else None for claim in claims]
    texts = [fields.text(claim) if claim else fields.UNKNOWN for claim in claims]
    return Card._make([subject.id, subject.title, subject.occupation, subject.family, *values, *texts])


class Entries:
    """Makes entries; what the roles of one occupation share is made once."""

    def __init__(self, made: Mapping[str, Entry] | None = None) -> None:
        """`made` are entries of occupations, by code: a role of one of these need not bring its official claims."""
        self._made = dict(made or {})

    def of(self, subject: Subject) -> Entry:
        """The entry of a role or an occupation."""
        said = _said(subject.own if isinstance(subject, Role) else subject.claims)
        official = self._occupation_of(subject) if isinstance(subject, Role) else None
        if official:
            shared = official.texts._replace(names=(normalize(official.card.title),))
            for kind, texts in zip(Texts._fields, shared, strict=True):
                said.setdefault(kind, []).extend(texts)
            card = official.card._replace(id=subject.id, title=subject.title)
        else:
            card = card_of(subject)
        names = [card.id, card.title, card.occupation, card.family, *subject.aliases]
        said.setdefault("names", []).extend(map(normalize, names))
        return Entry(card, Texts._make(tuple(dict.fromkeys(said.get(each, ()))) for each in Texts._fields))

    def _occupation_of(self, role: Role) -> Entry | None:
        if role.official and role.occupation not in self._made:
            self._made[role.occupation] = self.of(role.official)
        return self._made.get(role.occupation)


def _said(claims: tuple[Claim, ...]) -> dict[str, list[str]]:
    """What claims name, folded; technologies that are hot everywhere are not those of this one."""
    said: dict[str, list[str]] = {}
    for claim in claims:
        if claim.field in _KINDS and claim.value != onet.HOT:
            said.setdefault(_KINDS[claim.field], []).append(normalize(_name(claim)))
    return said


def _name(claim: Claim) -> str:
    """What a claim names; a skill's description is not its name, but whatever stands behind a tool is a tool."""
    if not isinstance(claim.value, str) or (claim.item and claim.field in _DESCRIBED):
        return claim.item
    return f"{claim.item} {claim.value}"
