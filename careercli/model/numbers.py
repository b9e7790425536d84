"""How a number reads: plain to a program (`64272`, `30.9`), grouped to a person (`64,272`)."""

from __future__ import annotations

from careercli.model.claims import Number


def read_number(text: str) -> Number:
    """The number written as `text`, perhaps with grouping commas; whole numbers are `int`."""
    digits = text.replace(",", "")
    value = float(digits) if "." in digits else int(digits)
    return int(value) if value == int(value) else value


def half_up(number: Number, places: int = 2) -> Number:
    """`number` to at most `places` decimals, halves away from zero; whole numbers become `int`."""
    if isinstance(number, int):
        return number
    text = repr(number)
    # Nothing to round, as nearly always; decimal takes long to load.
    if number.is_integer():
        return int(number)
    if "e" not in text and len(text.partition(".")[2]) <= places:
        return number
    from decimal import ROUND_HALF_UP, Decimal

    exact = Decimal(text).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def plain(number: Number) -> str:
    """For programs: no grouping, at most two decimals, half up, no trailing zero."""
    return str(half_up(number))


def grouped(number: Number) -> str:
    """For people: `64,272`, `30.90`, `−13,000`; cents are two digits or none."""
    rounded = half_up(number)
    text = f"{rounded:,}" if isinstance(rounded, int) else f"{rounded:,.2f}"
    return text.replace("-", "−")


def decimal(number: Number) -> str:
    """For people, what is not money: `8.9`, `43`, `−3.7`; at most two decimals, no trailing zero."""
    return plain(number).replace("-", "−")


def signed(text: str) -> str:
    """A `+` before a number that has no minus and is not nothing."""
    return text if text.startswith("−") or text == "0" else f"+{text}"


def percent_change(base: Number, other: Number) -> Number | None:
    """How far `other` lies from `base`, in percent of `base`, to one decimal; None from zero."""
    if not base:
        return None
    from decimal import Decimal

    one, two = Decimal(str(base)), Decimal(str(other))
    return half_up(float((two - one) * 100 / one), 1)


def split_bound(text: str) -> tuple[str, str]:
    """Return the bound before a number and the number, both as text: `>=239200` -> `>=`, `239200`."""
    number = text.lstrip("<>=~")
    return text[: len(text) - len(number)], number
