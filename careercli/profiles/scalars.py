"""One scalar of a profile -> a text, date, amount or number, by the rule of the key that holds it.

Every reader takes the node and what to call it in a message, and raises Bad. Words keep their YAML
1.2 meaning: `no` and `1:30` are text, `012` is twelve; a text that would be a number or true or
false to another program must be in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from careercli.errors import suggestion
from careercli.model import fields, numbers, wages
from careercli.model.claims import EXPERIENCES, METHODS, OCCUPATION_CODE, PERIODS, ROLE, Number
from careercli.model.fields import Field
from careercli.profiles.nodes import NULLS, Node, quoted

MOST_TITLE = 200
MOST_TEXT = 5_000
MOST_CAVEAT = 60
"""A caveat stands beside its figure in every table."""

LEAVE_OUT = "fill it in, or leave it out"

UNKNOWN = "unknown"
"""The date that a source prints none of, and the publisher nobody knows."""

DATE = re.compile(r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?")
NUMBER = re.compile(r"[-+]?([0-9]{1,3}(,[0-9]{3}){1,5}|[0-9]{1,18})(\.[0-9]{1,18})?")
_LOOKS_TYPED = re.compile(
    r"true|True|TRUE|false|False|FALSE|[-+]?([0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_STARTS_TYPED = frozenset("tTfF0123456789+-.")
"""The first characters of what looks typed; few texts start so, and to ask costs far less than a match."""


def is_text(plain: str) -> bool:
    """Whether a text may stand without quotes and still be text to every program."""
    return not (_LOOKS_TYPED.fullmatch(plain) or plain in NULLS)


class Bad(Exception):
    """One value that cannot be used; the reader notes it and goes on with the next."""

    def __init__(self, node: Node, message: str, hint: str = "", code: str = "bad-value") -> None:
        self.problem = node.problem(message, hint, code)


def listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def checked(node: Node, what: str, most: int = MOST_TEXT) -> str:
    """The text of a scalar that is short enough and not blank."""
    if node.kind != "scalar":
        raise Bad(node, f"{what} is a {'list' if node.kind == 'list' else 'mapping'}, not one value", "write one value")
    said = node.text.strip()
    if not said or (said in NULLS and node.is_null):
        raise Bad(node, f"{what} is empty", LEAVE_OUT)
    if len(node.text) > most:
        raise Bad(node, f"{what} is longer than {most:,} characters", "shorten it")
    return said


def text(node: Node, what: str, most: int = MOST_TEXT) -> str:
    said = checked(node, what, most)
    if not node.quoted and said[0] in _STARTS_TYPED and _LOOKS_TYPED.fullmatch(said):
        kind = "true or false" if said[0] in "tTfF" else "a number"
        raise Bad(node, f"{what} is {kind}, not text", f"""quote it: "{said}\"""" if len(said) <= 40 else "quote it")
    return said


def title(node: Node, what: str) -> str:
    return text(node, what, MOST_TITLE)


def titles(node: Node, what: str) -> tuple[str, ...]:
    """A list of short texts, or one."""
    if node.kind == "list" and not node.list:
        raise Bad(node, f"{what} is empty", LEAVE_OUT)
    return tuple(title(each, what) for each in (node.list if node.kind == "list" else [node]))


def choice(node: Node, what: str, known: tuple[str, ...]) -> str:
    said = checked(node, what)
    if said not in known:
        hint = suggestion(said, known) or f"use {' or '.join(known)}"
        raise Bad(node, f"{what} cannot be {quoted(said)}", hint)
    return said


def occupation_code(node: Node, what: str) -> str:
    """A SOC code, or an O*NET code of a specialty; `15-1231.00` is 15-1231."""
    said = checked(node, what)
    if not OCCUPATION_CODE.fullmatch(said):
        also = " or role" if what == "population" else ""
        raise Bad(node, f"{what} cannot be {quoted(said)}", f"write a SOC code like 15-1232{also}")
    return said.removesuffix(".00")


def population(node: Node, what: str) -> str:
    return ROLE if checked(node, what) == ROLE else occupation_code(node, what)


def date(node: Node, what: str) -> str:
    said = checked(node, what)
    if said == UNKNOWN:
        return ""
    if not DATE.fullmatch(said):
        raise Bad(node, f"{what} cannot be {quoted(said)}", "write 2024-05, 2024 or unknown")
    return said


def url(node: Node, what: str) -> str:
    said = checked(node, what)
    if not said.startswith(("https://", "http://")) or not said.isprintable() or " " in said:
        raise Bad(node, f"{what} cannot be {quoted(said)}", "write an address that starts with https://")
    return said


def currency(node: Node, what: str) -> str:
    said = checked(node, what)
    if said not in wages.CURRENCIES:
        hint = suggestion(said, sorted(wages.CURRENCIES)) or "use a code such as USD or EUR"
        raise Bad(node, f"{what} cannot be {quoted(said)}", hint)
    return said


def caveat(node: Node, what: str) -> str:
    return text(node, what, MOST_CAVEAT)


_RULES: dict[str, Callable[[Node, str], str]] = {
    "date": date,
    "url": url,
    "population": population,
    "currency": currency,
    "method": lambda node, what: choice(node, what, METHODS),
    "level": lambda node, what: choice(node, what, EXPERIENCES),
    "per": lambda node, what: choice(node, what, PERIODS),
    "caveat": caveat,
}


def attribute(node: Node, key: str) -> str:
    """What `key` says of a source, a statement or a row of wages."""
    return _RULES.get(key, text)(node, key)


def amount(node: Node, what: str, currency: str) -> tuple[Number, str, str]:
    """An amount's value, bound and currency, which `currency` gives where the amount names none."""
    said = checked(node, what)
    try:
        return wages.read_amount(said, currency)
    except wages.NotAnAmount as error:
        reason, _, hint = str(error).partition("; ")
        raise Bad(node, f"{what}: {quoted(said)} {reason}", hint or "check the digits") from None


def percent(node: Node, what: str) -> Number:
    """A share: 0 to 100."""
    value = _number(node, what, checked(node, what).removesuffix("%").rstrip())
    if not 0 <= value <= 100:
        raise Bad(node, f"{what}: {quoted(node.text)} is not a share", "a share is 0 to 100 %")
    return value


def is_percent(node: Node) -> bool:
    return node.kind == "scalar" and bool(NUMBER.fullmatch(node.text.strip().removesuffix("%").rstrip()))


_TEXTS = (fields.TEXT, fields.LIST, fields.WEIGHTS)


def one_value(node: Node, field: Field) -> str | Number:
    """The value of a field that holds one thing, or one entry of a list, by the field's kind."""
    if field.kind in _TEXTS:
        return text(node, field.key)
    if field.kind == fields.PERCENT and field.statistic == "share":
        return percent(node, field.key)
    said = checked(node, field.key)
    if field.kind == fields.PERCENT:
        return _number(node, field.key, said.removesuffix("%").rstrip())
    value = _number(node, field.key, said)
    if value < 0:
        raise Bad(node, f"{field.key}: {quoted(said)} is negative", "write a number of zero or more")
    return value


def _number(node: Node, what: str, digits: str) -> Number:
    if not NUMBER.fullmatch(digits):
        raise Bad(node, f"{what}: {quoted(node.text)} is not a number", "write it like 12, 12.5 or 1,250")
    return numbers.read_number(digits)
