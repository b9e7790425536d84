"""What careercli knows: sources, claims, roles and occupations. Values only, no input or output."""

import re
import zlib
from typing import NamedTuple

Number = int | float
Value = str | int | float | None

ROLE_ID = re.compile("[a-z0-9][a-z0-9-]{0,79}")
OCCUPATION_CODE = re.compile(r"[0-9]{2}-[0-9]{4}(\.[0-9]{2})?")
"""A SOC code, or the O*NET code of a specialty within one: `15-1299.08`. `15-1231.00` is 15-1231 itself."""

ROLE = "role"
"""The population of a claim about the role itself, and not about an occupation."""

EXPERIENCES = ("entry", "experienced-new", "experienced")
PERIODS = ("year", "hour")
METHODS = ("survey", "model", "projection", "opinion", "unknown")


class Source(NamedTuple):
    """Who says something: one page, file or release.

    `as_of` is `YYYY-MM`, `YYYY` or empty where the source prints no date; `area` is `US`, two
    letters of a state, an area's title, or empty. `series` names the programme whose releases may
    be compared (`OEWS`); without one, a source stands for itself. `publisher` is empty where nobody
    knows it. `caveat` is the few words that must stand wherever the source is named to a person.
    """

    id: str
    publisher: str
    title: str = ""
    url: str = ""
    release: str = ""
    as_of: str = ""
    area: str = ""
    license: str = ""
    method: str = "unknown"
    series: str = ""
    note: str = ""
    caveat: str = ""

    @property
    def digest(self) -> int:
        """A digest that tells the source from another one of the same id."""
        return zlib.crc32(repr(self).encode("utf-8", "surrogatepass"))

    @property
    def page(self) -> str:
        """What makes two sources the same page."""
        return "\n".join((self.url or f"{self.publisher}\n{self.title}", self.release))

    @property
    def who(self) -> str:
        """Whose word it is, to a person: the publisher, or the title where nobody knows the publisher."""
        return self.publisher or f"“{self.title}”"

    @property
    def family(self) -> str:
        """Sources of one family measure the same way."""
        return self.series or self.page


class Claim(NamedTuple):
    """One statement about one subject by one source.

    `value` is a number in the unit its field states (dollars, percent, jobs), a text, or None where
    the source says it has none (`note` then gives the reason). `printed` is the value as the source
    prints it. `bound` is `>=`, `>`, `<`, `<=`, `~` or empty. `population` is `role` or a SOC code.
    `item` names what a weight or share belongs to. `error` is the published relative standard error
    in percent. `one_period` marks wages published by the year only or by the hour only. `caveat` is
    the few words of the note that must stand beside the figure.
    """

    field: str
    value: Value
    source: Source
    as_printed: str = ""
    item: str = ""
    bound: str = ""
    statistic: str = ""
    experience: str = ""
    period: str = ""
    currency: str = ""
    area: str = ""
    as_of: str = ""
    population: str = ROLE
    method: str = "unknown"
    basis: str = "listed"
    derivation: str = ""
    note: str = ""
    relative_error_percent: float | None = None
    one_period: bool = False
    caveat: str = ""

    @property
    def name(self) -> str:
        """What a list calls this claim: the skill, the certification, the linked role's title."""
        return self.item or self.as_printed


class Occupation(NamedTuple):
    """An official category that statistics are published for; `detail` is detailed, broad or specialty.

    A specialty's code is that of O*NET (`15-1299.08`), the others' that of SOC.
    """

    code: str
    title: str
    detail: str
    family: str
    claims: tuple[Claim, ...]


class Role(NamedTuple):
    """One profile a person explores. `own` are its claims; `occupation` is the code of an occupation or empty.

    `occupation_caveat` is the few words of `occupation_note` that must be shown wherever the
    occupation's figures are shown for the role.
    """

    id: str
    title: str
    aliases: tuple[str, ...]
    occupation: str
    own: tuple[Claim, ...]
    occupation_note: str = ""
    occupation_caveat: str = ""

    @property
    def family(self) -> str:
        """The family that the profile itself names, or empty."""
        return next((str(claim.value) for claim in self.own if claim.field == "family" and claim.value), "")


class Subject(NamedTuple):
    """One column of a comparison: a role with the official figures of its occupation, or an occupation alone.

    At least one of the two is given. The figures of `official` are of one place.
    """

    role: Role | None
    official: Occupation | None

    @property
    def id(self) -> str:
        return self.role.id if self.role else self.occupation

    @property
    def title(self) -> str:
        return self.role.title if self.role else self.official.title if self.official else ""

    @property
    def aliases(self) -> tuple[str, ...]:
        return self.role.aliases if self.role else ()

    @property
    def occupation(self) -> str:
        """The code of the occupation, or empty."""
        return self.role.occupation if self.role else self.official.code if self.official else ""

    @property
    def family(self) -> str:
        """The title of the occupation's major group; of a role without an occupation, the family its profile names."""
        return self.official.family if self.official else self.role.family if self.role else ""

    @property
    def own(self) -> tuple[Claim, ...]:
        """The role's own claims."""
        return self.role.own if self.role else ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The role's own claims, then those of its occupation."""
        return self.own + (self.official.claims if self.official else ())
