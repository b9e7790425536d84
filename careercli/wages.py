"""Amounts of money: reading them as printed, and turning an hour's wage into a year's and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from careercli import figures
from careercli.model import Claim, Number

HOURS_A_YEAR = 2080
"""Full time all year: 40 hours in each of 52 weeks, the convention of OEWS."""

ASSUMPTION = f"× {HOURS_A_YEAR:,} hours, if full-time all year"

CURRENCIES = frozenset(
    "AED ARS AUD BDT BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KES"
    " KRW MXN MYR NGN NOK NZD PEN PHP PKR PLN RON SAR SEK SGD THB TRY TWD UAH USD VND ZAR".split()
)
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
_BOUNDS = {
    "around": "~", "about": "~", "roughly": "~", "~": "~", "over": ">", "more than": ">",
    "above": ">", ">": ">", "at least": ">=", "from": ">=", ">=": ">=", "under": "<",
    "below": "<", "less than": "<", "<": "<", "up to": "<=", "at most": "<=", "<=": "<=",
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?P<bound>[a-z]+(?: [a-z]+)?|[<>]=?|~)?\s*(?P<before>[A-Z]{3}(?=[\s\d])|[$€£¥₹])?\s*"
    r"(?P<minus>[-−])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<after>[A-Z]{3}|[€£])?"
)


class NotAnAmount(ValueError):
    """The text is not an amount of money; the message says why."""


def read_amount(printed: str, currency: str = "") -> tuple[Number, str, str]:
    """The value, bound and currency of an amount as printed: `over $82,000` is 82000, `>`, `USD`.

    `currency` serves where the text names none. Raises NotAnAmount.
    """
    match = _AMOUNT.fullmatch(printed.strip())
    bound = (match["bound"] or "").strip() if match else ""
    if not match or (bound and bound not in _BOUNDS):
        raise NotAnAmount("is not an amount; write it like $64,272 or over $82,000")
    if match["minus"]:
        raise NotAnAmount("is negative; a wage is zero or more")
    if len(match["number"]) > 18:
        raise NotAnAmount("is longer than 18 digits")
    code = match["before"] or match["after"] or currency
    code = _SIGNS.get(code, code)
    if not code:
        raise NotAnAmount("names no currency; write $52,000, or add currency: EUR")
    if code not in CURRENCIES:
        raise NotAnAmount(f"has an unknown currency {code}; use a code such as USD or EUR")
    return figures.read_number(match["number"]), _BOUNDS.get(bound, ""), code


def convert(claim: Claim, per: str) -> Claim | None:
    """`claim` per `per` at 2,080 hours a year, marked calculated; None where that may not be done."""
    if claim.per == per:
        return claim
    if claim.one_period or not claim.per or not isinstance(claim.value, int | float):
        return None
    to_year = per == "year"
    value = claim.value * HOURS_A_YEAR if to_year else claim.value / HOURS_A_YEAR
    unit, sign = ("an hour", "×") if to_year else ("a year", "÷")
    listed = f"{claim.bound}{figures.grouped(claim.value)} {unit}"
    return replace(
        claim,
        value=figures.half_up(value),
        per=per,
        basis="calculated",
        derivation=f"{listed} {ASSUMPTION.replace('×', sign)}",
    )


def in_period(claims: Iterable[Claim], per: str) -> list[Claim]:
    """The wages among `claims` per `per`: those listed so, and the rest calculated where allowed.

    A statistic that a source lists in both periods is never calculated. Claims that are not wages
    pass through.
    """
    claims = list(claims)
    listed = {_statement(claim) for claim in claims if claim.currency and claim.per == per}
    out: list[Claim] = []
    for claim in claims:
        if not claim.currency or claim.per == per:
            out.append(claim)
        elif _statement(claim) not in listed:
            converted = convert(claim, per)
            if converted:
                out.append(converted)
    return out


def _statement(claim: Claim) -> tuple[str, ...]:
    """What two claims share that say one thing, once a year and once an hour."""
    return (claim.field, claim.population, claim.level, claim.area, claim.as_of, claim.source.page)


def newest_national(claims: Sequence[Claim], statistic: str, per: str = "year") -> Claim | None:
    """The newest official national figure: the one series that wages are sorted and filtered by."""
    series = [
        c for c in claims
        if c.field == statistic and c.source.series == "OEWS" and c.per == per
        and c.area == "US" and c.value is not None
    ]  # fmt: skip
    return max(series, key=lambda claim: claim.as_of, default=None)
