"""Define what a person keeps about themselves: the role they have, and offers, as plain values."""

import re
from typing import NamedTuple

from careercli.model import numbers
from careercli.model.claims import Number

PAY_TODAY, PAY_WANTED = "pay today", "pay wanted"
"""The names of a person's two wages, which no offer can have: a name of an offer has no space."""

WEEKS_A_YEAR, FULL_TIME = 52, 40
"""Paid weeks a year, and the hours a week of an offer that says none: OEWS counts 2,080 hours a year."""

MOST_HOURS = 168
"""Hours of a week."""

TURN = 1000
"""Dollars of which a year's pay is never less, and an hour's always."""


class Offer(NamedTuple):
    """An offer of work, or the pay of today's: `amount` in US dollars a `per` (`year` or `hour`).

    `role` names a role or an occupation, `area` a place, empty for the nation. `hours` are those of a week, None if
    unknown. `at` is `LINE:COLUMN` in the file, or empty.
    """

    name: str
    amount: Number
    per: str = "year"
    role: str = ""
    area: str = ""
    hours: Number | None = None
    note: str = ""
    at: str = ""

    def amount_in(self, period: str) -> Number:
        """Return the amount in a period, to the cent; a year has 52 weeks of its hours."""
        if period == self.per:
            return self.amount
        hours = WEEKS_A_YEAR * (self.hours or FULL_TIME)
        return numbers.half_up(self.amount * hours if period == "year" else self.amount / hours)


class Me(NamedTuple):
    """The statements of `me.yaml`, empty where it makes none.

    `wage` is today's pay and `wage_wanted` the pay that is wanted, both named as offers of the own role.
    `at` is `LINE:COLUMN` of the role in the file.
    """

    role: str = ""
    area: str = ""
    wage: Offer | None = None
    wage_wanted: Offer | None = None
    skills: tuple[str, ...] = ()
    credentials: tuple[str, ...] = ()
    education: str = ""
    offers: tuple[Offer, ...] = ()
    at: str = ""

    @property
    def is_described(self) -> bool:
        """Return True if the file says anything of the person that can be compared, not offers alone."""
        return bool(self.role or self.wage or self.wage_wanted or self.skills or self.credentials)

    def offer(self, name: str) -> Offer | None:
        return next((offer for offer in self.offers if offer.name == name), None)


def read_pay(text: str, period: str) -> Number:
    """Return an exact amount of US dollars a period. Raises NotAnAmount with the mistake and, after `; `, the fix."""
    from careercli.model import wages  # Most runs name no offer.

    value, bound, currency = wages.read_amount(text, "" if "$" in text else "USD")
    if currency != "USD":
        raise wages.NotAnAmount(f"is in {currency}; official wages are in US dollars, and nothing is converted")
    if bound or not value:
        raise wages.NotAnAmount("is not one exact amount above zero; write it like 68000 or 34.50")
    if (value < TURN) == (period == "year"):
        size, other = ("little", "hour") if period == "year" else ("much", "year")
        raise wages.NotAnAmount(f"is too {size} per {period}; if it is per {other}, write per: {other}")
    return value


def read_hours(text: str) -> Number:
    """Return hours a week. Raises ValueError with the reason."""
    found = numbers.read_number(text) if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", text) else 0
    if not 0 < found <= MOST_HOURS:
        raise ValueError(f"is not a number of hours from 0.01 to {MOST_HOURS}; write it like 37.5")
    return found
