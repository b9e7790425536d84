"""Read amounts of money as printed, and convert wages between a year and an hour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from careercli.model import fields, numbers
from careercli.model.claims import Claim, Number, Value

HOURS_A_YEAR = 2080
"""Hours of full-time work a year, as OEWS counts them: 40 a week, 52 weeks."""

ASSUMPTION = f"{HOURS_A_YEAR:,} hours, if full-time all year"

CURRENCIES = {
    "AED", "ARS", "AUD", "BDT", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK",
    "EGP", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KES", "KRW", "MXN", "MYR",
    "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "RON", "SAR", "SEK", "SGD", "THB", "TRY",
    "TWD", "UAH", "USD", "VND", "ZAR",
}  # fmt: skip
_SIGNS = {
    "$": ("USD", "ARS", "AUD", "CAD", "CLP", "COP", "HKD", "MXN", "NZD", "SGD"),
    "€": ("EUR",), "£": ("GBP", "EGP"), "¥": ("JPY", "CNY"), "₹": ("INR",),
}  # fmt: skip
"""The currencies a sign may stand for; the first is the default."""

_BOUNDS = {
    "around": "~", "about": "~", "roughly": "~", "~": "~", "≈": "~", "over": ">", "more than": ">",
    "above": ">", ">": ">", "at least": ">=", "from": ">=", ">=": ">=", "≥": ">=", "under": "<",
    "below": "<", "less than": "<", "<": "<", "up to": "<=", "at most": "<=", "<=": "<=", "≤": "<=",
}  # fmt: skip
_BOUND = "|".join(sorted(_BOUNDS, key=len, reverse=True))
_BEFORE, _AFTER = "".join(_SIGNS), "€£"
"""Currency signs allowed before a number, and after it."""

_WHOLE = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
_MAX_DIGITS, _MAX_DECIMALS = 18, 2
# Not compiled at import: most runs read no amount, and compiling is slow.
_AMOUNT = (
    rf"(?P<bound>(?i:{_BOUND}))? ?(?P<minus>[-−])?(?P<before>[A-Z]{{3}}|[{_BEFORE}])? ?(?P<sign>[-−])?"
    rf"(?P<number>{_WHOLE}(?:\.[0-9]+)?) ?(?P<after>[A-Z]{{3}}|[{_AFTER}])?"
    r"(?(bound)| ?(?P<plus>\+)?)"
)
_MISTAKES = (
    (r"[0-9] ?[-–—] ?\D{0,4}[0-9]|[0-9] to \D{0,4}[0-9]", "is two amounts; write them as low and high"),
    (r"[0-9] ?[kKmM]\b", "is shortened; write it out, like $64,000"),
    (r"[0-9] [0-9]", "has spaces between its digits; write it like 52,000"),
    (r"[A-Z]\$", "writes its currency in two ways; write it like USD 52,000"),
    (r"[0-9] ?(/|a\b|an\b|per\b)", "says its period; write the amount here and per: year or per: hour beside it"),
)


class NotAnAmount(ValueError):
    """Raised for a text that is not an amount of money; the message gives the reason and the fix."""


def read_dollars(text: str) -> Number:
    """Return an exact amount of dollars as people type it: `100000` or `$100,000`. Raises NotAnAmount."""
    value, bound, currency = read_amount(text, "USD")
    if bound or currency != "USD":
        raise NotAnAmount("is no exact amount of dollars")
    return value


def read_amount(as_printed: str, currency: str = "") -> tuple[Number, str, str]:
    """Return the value, bound and currency of an amount as printed: `over $82,000` is 82000, `>`, `USD`.

    `currency` is used if the text names none or only a sign such as `$`. Raises NotAnAmount with the
    mistake and, after `; `, the fix.
    """
    text = " ".join(as_printed.split())
    match = re.fullmatch(_AMOUNT, text)
    if not match:
        reasons = (reason for pattern, reason in _MISTAKES if re.search(pattern, text))
        raise NotAnAmount(next(reasons, "is not an amount; write it like $64,272 or over $82,000"))
    number = match["number"]
    if match["minus"] or match["sign"]:
        raise NotAnAmount("is negative; a wage is zero or more")
    if len(number) > _MAX_DIGITS:
        raise NotAnAmount(f"is longer than {_MAX_DIGITS} digits; check it")
    if len(number.partition(".")[2]) > _MAX_DECIMALS:
        raise NotAnAmount("has more than two decimals; write thousands as 52,000 and cents as 17.48")
    code = _currency(match["before"] or "", match["after"] or "", currency)
    bound = ">=" if match["plus"] else _BOUNDS.get((match["bound"] or "").lower(), "")
    return numbers.read_number(number), bound, code


def amount_pattern() -> str:
    """Return the amounts that `read_amount` accepts as a portable pattern, without flags or named groups.

    The pattern allows no surrounding blanks and does not check that exactly one currency is named.
    """
    bound = "|".join(_in_any_case(word) for word in sorted(_BOUNDS, key=len, reverse=True))
    codes = "|".join(sorted(CURRENCIES))
    number = rf"(?![0-9,.]{{{_MAX_DIGITS + 1}}}){_WHOLE}(?:\.[0-9]{{1,{_MAX_DECIMALS}}})?"
    before, after = rf"(?:{codes}|[{_BEFORE}])", rf"(?:{codes}|[{_AFTER}])"
    return rf"(?:(?:{bound})\s*(?!.*\+))?{before}?\s*{number}\s*{after}?\s*\+?"


def currency_pattern() -> str:
    """Return a pattern of the codes and signs that name a currency."""
    return f"{'|'.join(sorted(CURRENCIES))}|[{_BEFORE}]"


def _in_any_case(word: str) -> str:
    letters = (f"[{sign.upper()}{sign}]" if sign.isalpha() else sign for sign in word)
    return "".join(letters).replace(" ", r"\s+")


@lru_cache
def _currency(before: str, after: str, given: str) -> str:
    """Return the one currency code that the names before and after a number agree on with `given`."""
    named = [name for name in (before, after, given) if name]
    if not named:
        raise NotAnAmount("names no currency; write $52,000, or add currency: EUR")
    for name in named:
        if name not in CURRENCIES and name not in _SIGNS:
            raise NotAnAmount(f"has an unknown currency {name}; use a code such as USD or EUR")
    candidates = [_SIGNS.get(name, (name,)) for name in named]
    agreed = next((code for code in candidates[0] if all(code in codes for codes in candidates[1:])), "")
    if not agreed:
        raise NotAnAmount(f"is in {' and in '.join(dict.fromkeys(named))}; keep one currency")
    return agreed


def convert(claim: Claim, period: str) -> Claim | None:
    """Return a wage converted to `period` at 2,080 hours a year, to the cent, marked as calculated.

    Return None for a wage published by one period only, or without a period or value. The bound and
    the relative error are kept.
    """
    if claim.period == period:
        return claim
    if claim.one_period or not claim.period or not isinstance(claim.value, int | float):
        return None
    to_year = period == "year"
    value = claim.value * HOURS_A_YEAR if to_year else claim.value / HOURS_A_YEAR
    unit, sign = ("an hour", "×") if to_year else ("a year", "÷")
    listed = f"{claim.bound}{numbers.grouped(claim.value)} {unit}"
    return claim._replace(
        value=numbers.half_up(value),
        period=period,
        basis="calculated",
        derivation=f"{listed} {sign} {ASSUMPTION}",
    )


def in_period(claims: Iterable[Claim], period: str) -> list[Claim]:
    """Return `claims` with their wages in `period`: listed wages, and the rest converted where allowed.

    A wage is not converted if its source lists it in `period` too, or says that it is not released.
    Claims without a currency and wages without a period are kept as they are.
    """
    claims = list(claims)
    listed = {statement(claim) for claim in claims if claim.currency and claim.period == period}
    out: list[Claim] = []
    for claim in claims:
        if not claim.currency or claim.period in ("", period):
            out.append(claim)
        elif statement(claim) not in listed:
            converted = convert(claim, period)
            if converted:
                out.append(converted)
    return out


def statement(claim: Claim) -> tuple[str, ...]:
    """Return the key shared by the yearly and the hourly wage of one statement."""
    where = (claim.area, claim.as_of, claim.source.page_key)
    return (claim.field, claim.population, claim.experience, claim.currency, claim.prices, *where)


RECORD_COLUMNS = (
    "population", "level", "area", "as_of", "source", "method", "basis", "currency", "per", "low", "p10", "p25",
    "median", "p75", "p90", "high", "mean", "estimate",
)  # fmt: skip
"""Public keys of one wage record."""

STATISTICS = RECORD_COLUMNS[9:]


def records(claims: Iterable[Claim], period: str, blanks: bool = False) -> list[dict[str, Claim]]:
    """Return the wages in `period` as records by statistic, grouped by population, area, date and source.

    With `blanks`, official wages that are not printed are part of their records, without a value.
    """
    known = [
        claim for claim in claims
        if claim.field in fields.WAGES
        and (claim.value is not None or (blanks and claim.source.series and claim.period == period))
    ]  # fmt: skip
    groups: dict[tuple[str, ...], dict[str, Claim]] = {}
    for claim in in_period(known, period):
        groups.setdefault((*_record_key(claim), claim.prices), {})[claim.field] = claim
    return list(groups.values())


def record_values(record: Mapping[str, Claim]) -> list[Value]:
    """Return the values of RECORD_COLUMNS for programs: numbers, `>=239200` for a bound, None if unknown."""
    key = _record_key(next(iter(record.values())))
    return [*key, *(fields.bounded(record[name]) if name in record else None for name in STATISTICS)]


def caveat_of(record: Mapping[str, Claim]) -> str:
    """Return the first caveat of a record's claims, or of their source."""
    claims = record.values()
    return next((claim.caveat or claim.source.caveat for claim in claims if claim.caveat or claim.source.caveat), "")


def _record_key(claim: Claim) -> tuple[str, ...]:
    return (claim.population, claim.experience, claim.area, claim.as_of, claim.source.id, claim.method,
            claim.basis, claim.currency, claim.period)  # fmt: skip


def newest_official(claims: Sequence[Claim], statistic: str, period: str, area: str) -> Claim | None:
    """Return the newest listed OEWS wage in an area, which lists are sorted and filtered by; None without one."""
    series = [
        c for c in claims
        if c.field == statistic and c.source.series == "OEWS" and c.period == period
        and c.area == area and not c.prices and c.value is not None
    ]  # fmt: skip
    return max(series, key=lambda claim: claim.as_of, default=None)
