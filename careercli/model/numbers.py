"""Read and write numbers: plain for programs (`64272`, `30.9`), grouped for people (`64,272`)."""

from __future__ import annotations

from functools import lru_cache

from careercli.model.claims import Number

NORMAL = 1.96
"""How many standard errors on either side hold 95 % of a normal distribution."""


def split_bound(text: str) -> tuple[str, str]:
    """Return the bound that `text` starts with, or an empty text, and the rest: `>=239200` is `>=` and `239200`."""
    number = text.lstrip("<>=~")
    return text[: len(text) - len(number)], number


def is_number(text: str) -> bool:
    """Return True for ASCII digits with at most one point and one leading minus: `30.90`, `-3.7`; no commas."""
    return text.isascii() and text.removeprefix("-").replace(".", "", 1).isdigit()


def read_number(text: str) -> Number:
    """Return the number in `text`, which may hold grouping commas; whole numbers are `int`. Raises ValueError."""
    digits = text.replace(",", "")
    value = float(digits) if "." in digits else int(digits)
    return int(value) if value == int(value) else value


def half_up(number: Number, places: int = 2) -> Number:
    """Return `number` rounded to `places` decimals, 2 at most, halves away from zero; whole numbers become `int`."""
    if isinstance(number, int):
        return number
    text = repr(number)
    if number.is_integer() or "e" in text:  # With an exponent it is whole, or less than 0.0001.
        return int(number)
    whole, _, decimals = text.partition(".")
    if len(decimals) <= places:
        return number
    units = int(whole.lstrip("-") + decimals[:places]) + (decimals[places] >= "5")
    rounded = (-units if number < 0 else units) / 10**places
    return int(rounded) if rounded.is_integer() else rounded


@lru_cache(65_536)
def plain(number: Number) -> str:
    """Return `number` for programs: no grouping, at most two decimals, rounded half up, no trailing zeros."""
    return str(half_up(number))


def grouped(number: Number) -> str:
    """Return an amount or a count for people: `64,272`, `30.90`, `−13,000`; two decimals or none."""
    rounded = half_up(number)
    text = f"{rounded:,}" if isinstance(rounded, int) else f"{rounded:,.2f}"
    return text.replace("-", "−")


def decimal(number: Number) -> str:
    """Return a number other than an amount for people: `8.9`, `43`, `−3.7`; at most two decimals."""
    return plain(number).replace("-", "−")


def signed(text: str) -> str:
    """Return a formatted number with `+` in front, unless it is negative or `0`."""
    return text if text.startswith("−") or text == "0" else f"+{text}"


def percent_change(base: Number, other: Number) -> Number | None:
    """Return the change from `base` to `other` in percent of `base`, to one decimal; None if `base` is zero."""
    if not base:
        return None
    if isinstance(base, int) and isinstance(other, int):
        return half_up((other - base) * 100 / base, 1)
    from decimal import Decimal

    one, two = Decimal(str(base)), Decimal(str(other))
    return half_up(float((two - one) * 100 / one), 1)
