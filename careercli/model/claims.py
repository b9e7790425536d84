"""Define sources, claims, roles and occupations as plain values, without input or output."""

import re
import zlib
from typing import NamedTuple

Number = int | float
Value = str | int | float | None

ROLE_ID = re.compile("[a-z0-9][a-z0-9-]{0,79}")
OCCUPATION_CODE = re.compile(r"[0-9]{2}-[0-9]{4}(\.[0-9]{2})?")
"""A SOC code (`15-1231`) or the O*NET code of a specialty within one (`15-1299.08`); `15-1231.00` is 15-1231."""

ROLE = "role"
"""The population of a claim about the role itself rather than its occupation."""

ME, OFFER = "me", "offer:"
"""The name of a person's own role, and what names of offers start with."""

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
    def digest(self) -> int:
        """Return a checksum that differs for another source of the same id."""
        return zlib.crc32(repr(self).encode("utf-8", "surrogatepass"))

    @property
    def page_key(self) -> str:
        """Return the page's key: equal for two sources if they are the same page and release."""
        return "\n".join((self.url or f"{self.publisher}\n{self.title}", self.release))

    @property
    def publisher_or_title(self) -> str:
        """Return the publisher, or the quoted title if the publisher is unknown."""
        return self.publisher or f"“{self.title}”"


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
    `band_percent` is half the width of the band around a wage of OEWS in which differences are not
    clear, in percent of the value; None without a published error. `prices` is the year of the
    regional prices, or the month of the dollars (`2025-05`), that a wage is adjusted to, or empty.
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
    band_percent: float | None = None
    prices: str = ""

    @property
    def name(self) -> str:
        """Return the claim's name in a list: the skill, the certification or the linked role's title."""
        return self.item or self.as_printed

    @property
    def number(self) -> Number:
        """Return the value of a claim that has a number."""
        assert isinstance(self.value, int | float)
        return self.value


class Area(NamedTuple):
    """A place that wages are published for.

    `code` is `US`, a state's two letters, the 5 digits of a metropolitan area or the 7 of a
    nonmetropolitan one. `kind` is `nation`, `state`, `metro` or `nonmetro`. `states` are the letters
    of all states that it lies in, joined by hyphens (`OH-KY-IN`); empty for the nation. `price_area`
    is the code of the area whose price parity holds here, or empty.
    """

    code: str
    kind: str
    title: str
    states: str
    price_area: str = ""

    def lies_in(self, other: "Area") -> bool:
        """Return True if all of this place is a part of `other`, the nation or a state."""
        if other.kind == "nation":
            return self.kind != "nation"
        return other.kind == "state" and self.kind in ("metro", "nonmetro") and self.states == other.code


class Occupation(NamedTuple):
    """An official category that statistics are published for.

    `detail` is `detailed`, `broad` or `specialty`. The code of a specialty is O*NET's (`15-1299.08`),
    any other a SOC code. `family` is the title of its major group. `as_of` is the year whose figures these are, or
    empty for the newest; with a year, series that are not imported are missing.
    """

    code: str
    title: str
    detail: str
    family: str
    claims: tuple[Claim, ...]
    as_of: str = ""


class Role(NamedTuple):
    """One profile: an id, a title, other names, its own claims, and the code of its occupation or an empty text.

    `occupation_note` gives the reason for that code, and `occupation_caveat` is a short warning shown
    wherever the occupation's figures stand in for the role's. `occupation_alternatives` are the codes
    of other occupations that it may belong to.
    """

    id: str
    title: str
    aliases: tuple[str, ...]
    occupation: str
    own: tuple[Claim, ...]
    occupation_note: str = ""
    occupation_caveat: str = ""
    occupation_alternatives: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """Return the family that the profile names, or an empty text."""
        return next((str(claim.value) for claim in self.own if claim.field == "family" and claim.value), "")


class Subject(NamedTuple):
    """One column of a comparison: a role with the official figures of its occupation, or an occupation alone.

    At least one of the two is given. The wages of `official` are those of `area`, or of the nation without one.
    """

    role: Role | None
    official: Occupation | None
    area: Area | None = None

    @property
    def id(self) -> str:
        """Return the role's id or the occupation's code, with `@` and the code of an area: `noc-tech@OH`."""
        return f"{self.bare_id}@{self.area.code}" if self.area else self.bare_id

    @property
    def bare_id(self) -> str:
        """Return the id without a place."""
        return self.role.id if self.role else self.occupation

    @property
    def title(self) -> str:
        return self.role.title if self.role else self.official.title if self.official else ""

    @property
    def title_and_place(self) -> str:
        return f"{self.title}, {self.area.title}" if self.area else self.title

    @property
    def aliases(self) -> tuple[str, ...]:
        return self.role.aliases if self.role else ()

    @property
    def occupation(self) -> str:
        """Return the code of the occupation, or an empty text."""
        return self.role.occupation if self.role else self.official.code if self.official else ""

    @property
    def family(self) -> str:
        """Return the occupation's family, else the one the profile names, else an empty text."""
        return self.official.family if self.official else self.role.family if self.role else ""

    @property
    def occupation_caveat(self) -> str:
        """Return the caveat of a role whose occupation is doubtful, else an empty text."""
        return self.role.occupation_caveat if self.role else ""

    @property
    def own(self) -> tuple[Claim, ...]:
        """Return the role's own claims; none for an occupation."""
        return self.role.own if self.role else ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the role's own claims, then those of its occupation."""
        return self.own + (self.official.claims if self.official else ())


def is_own(name: str) -> bool:
    """Return True for `me` and `offer:NAME`, in any case and with or without a place behind `@`."""
    folded = name.strip().casefold()
    return folded.partition("@")[0] == ME or folded.startswith(OFFER)
