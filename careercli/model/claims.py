"""Define sources, claims, roles and occupations as plain values, without input or output."""

import re
from typing import NamedTuple

Number = int | float
Value = str | int | float | None

ROLE_ID = re.compile("[a-z0-9][a-z0-9-]{0,79}")
OCCUPATION_CODE = re.compile(r"[0-9]{2}-[0-9]{4}(\.[0-9]{2})?")
"""A SOC code (`15-1231`) or the O*NET code of a specialty within one (`15-1299.08`); `15-1231.00` is 15-1231."""

ROLE = "role"
"""The population of a claim about the role itself rather than its occupation."""

EXPERIENCES = ("entry", "experienced-new", "experienced")
PERIODS = ("year", "hour")
METHODS = ("survey", "model", "projection", "opinion", "unknown")


class Source(NamedTuple):
    """One page, file or release that claims come from.

    `as_of` is `YYYY-MM`, `YYYY` or empty if the source prints no date. `area` is `US`, a state's two
    letters, an area's title, or empty. `series` is the program whose releases may be compared
    (`OEWS`), or empty. `publisher` is empty if unknown. `caveat` is a short warning shown to people
    wherever the source is named.
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
    def page_key(self) -> str:
        """Return the page's key: equal for two sources if they are the same page and release."""
        return "\n".join((self.url or f"{self.publisher}\n{self.title}", self.release))

    @property
    def publisher_or_title(self) -> str:
        """Return the publisher, or the quoted title if the publisher is unknown."""
        return self.publisher or f"“{self.title}”"

    @property
    def method_family(self) -> str:
        """Return the series, or the page for a source without one; sources of one family share a method."""
        return self.series or self.page_key


class Claim(NamedTuple):
    """One statement about one subject by one source.

    `value` is a number in the field's unit (dollars, percent, jobs), a text, or None if the source
    says that it has no figure; `note` then gives the reason. `as_printed` is the value as the source
    prints it. `bound` is `>=`, `>`, `<`, `<=`, `~` or empty. `item` names the skill, degree or other
    thing that a weight or share belongs to. `experience` is one of EXPERIENCES or empty, `period`
    one of PERIODS or empty. `population` is `role` or an occupation's code. `basis` is `listed` or
    `calculated`, and `derivation` says how it was calculated. `relative_error_percent` is the
    published relative standard error. `one_period` marks wages published by the year only or by the
    hour only. `caveat` is a short warning shown beside the figure; `note` has the details.
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
        """Return the claim's name in a list: the skill, the certification or the linked role's title."""
        return self.item or self.as_printed


class Occupation(NamedTuple):
    """An official category that statistics are published for.

    `detail` is `detailed`, `broad` or `specialty`. The code of a specialty is O*NET's (`15-1299.08`),
    any other a SOC code. `family` is the title of its major group.
    """

    code: str
    title: str
    detail: str
    family: str
    claims: tuple[Claim, ...]

    @property
    def id(self) -> str:
        return self.code

    @property
    def occupation(self) -> str:
        return self.code

    @property
    def aliases(self) -> tuple[str, ...]:
        return ()

    @property
    def own(self) -> tuple[Claim, ...]:
        return ()


class Role(NamedTuple):
    """One profile: an id, a title, other names, its own claims, and the occupation it belongs to.

    `occupation` is that occupation's code, or empty; `official` holds its figures. `occupation_note`
    gives the reason for that code, and `occupation_caveat` is a short warning shown wherever the
    occupation's figures stand in for the role's.
    """

    id: str
    title: str
    aliases: tuple[str, ...]
    occupation: str
    own: tuple[Claim, ...]
    official: Occupation | None = None
    occupation_note: str = ""
    occupation_caveat: str = ""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the role's own claims, then those of its occupation."""
        return self.own + (self.official.claims if self.official else ())

    @property
    def family(self) -> str:
        """Return the occupation's family, else the one the profile names, else an empty text."""
        if self.official:
            return self.official.family
        return next((str(c.value) for c in self.own if c.field == "family" and c.value), "")


Subject = Role | Occupation
"""One column of a comparison."""
