"""Convert a scalar of a profile to a text, date, amount or number, by the rule of its key.

Every function takes the node and the name to use in messages, and raises Bad. Scalars mean what they
mean in YAML 1.2: `no` and `1:30` are text, `012` is twelve. Text that YAML 1.2 reads as a number, true
or false must be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import partial
from typing import TypeVar

from careercli.errors import suggestion
from careercli.model import fields, numbers, wages
from careercli.model.claims import EXPERIENCES, METHODS, OCCUPATION_CODE, PERIODS, ROLE, Number
from careercli.model.fields import Field
from careercli.model.occupation_codes import read_code
from careercli.profiles.nodes import NULLS, Node, quoted

_Value = TypeVar("_Value")

MAX_TITLE = 200
MAX_TEXT = 5_000
MAX_CAVEAT = 60
"""Characters; a caveat is printed beside its figure in every table."""

LEAVE_OUT = "fill it in, or leave it out"

UNKNOWN = "unknown"
"""A source's date if it prints none, and its publisher if that is not known."""

DATE = re.compile(r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?")
NUMBER = re.compile(r"[-+]?([0-9]{1,3}(,[0-9]{3}){1,5}|[0-9]{1,18})(\.[0-9]{1,18})?")
_LOOKS_TYPED = re.compile(
    r"true|True|TRUE|false|False|FALSE|[-+]?([0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_RANGE = re.compile(
    r"[0-9][0-9.,]*\s*(\+|(-|–|—|to)\s*[0-9][0-9.,]*)(\s*[a-z]+)?|(at least|over|more than|up to|[<>]=?)\s*[0-9].*",
    re.IGNORECASE,
)
"""A range of numbers (`0-3`, `2 to 6 years`), or one with a limit (`8+`, `at least 8`)."""

_STARTS_TYPED = frozenset("tTfF0123456789+-.")
"""First characters of what _LOOKS_TYPED matches: testing them is much faster than matching."""

_STARTS_UNUSUAL = _STARTS_TYPED | {null[:1] for null in NULLS}
"""Those, and how what is no text begins; lists and mappings have no letters."""


_LIKE = "write it like 12, 12.5 or 1,250"


def is_text(plain: str) -> bool:
    """Return True if YAML 1.2 reads the unquoted `plain` as text."""
    return not (_LOOKS_TYPED.fullmatch(plain) or plain in NULLS)


class Bad(Exception):
    """A value that is not valid. The reader records the problem and continues with the next value."""

    def __init__(self, node: Node, message: str, hint: str = "", code: str = "bad-value") -> None:
        self.problem = node.problem(message, hint, code)


def checked(node: Node, name: str, most: int = MAX_TEXT) -> str:
    """Return the text of a scalar without surrounding blanks; it must not be empty or longer than `most`."""
    if node.kind != "scalar":
        raise Bad(node, f"{name} is a {'list' if node.kind == 'list' else 'mapping'}, not one value", "write one value")
    written = node.text.strip()
    if not written or (written in NULLS and node.is_null):
        raise Bad(node, f"{name} is empty", LEAVE_OUT)
    if len(node.text) > most:
        raise Bad(node, f"{name} is longer than {most:,} characters", "shorten it")
    return written


def text(node: Node, name: str, most: int = MAX_TEXT) -> str:
    """Return the text of a scalar that is quoted or does not look like a number, true or false."""
    written = node.text.strip()
    if written[:1] not in _STARTS_UNUSUAL and len(node.text) <= most:
        return written  # As nearly every text.
    written = checked(node, name, most)
    if not node.quoted and written[0] in _STARTS_TYPED and _LOOKS_TYPED.fullmatch(written):
        kind = "true or false" if written[0] in "tTfF" else "a number"
        raise Bad(
            node, f"{name} is {kind}, not text", f"""quote it: "{written}\"""" if len(written) <= 40 else "quote it"
        )
    return written


title = partial(text, most=MAX_TITLE)
caveat = partial(text, most=MAX_CAVEAT)


def _each(node: Node, name: str, read: Callable[[Node, str], str]) -> tuple[str, ...]:
    """Return the texts of a list, or of one scalar."""
    if node.kind == "list" and not node.list:
        raise Bad(node, f"{name} is empty", LEAVE_OUT)
    return tuple(read(each, name) for each in (node.list if node.kind == "list" else [node]))


titles = partial(_each, read=title)


def choice(node: Node, name: str, known: Collection[str], otherwise: str = "") -> str:
    """Return one of the `known` words. The hint of the problem is a similar one, else `otherwise` or all of them."""
    written = checked(node, name)
    if written not in known:
        hint = suggestion(written, known) or otherwise or f"use {' or '.join(known)}"
        raise Bad(node, f"{name} cannot be {quoted(written)}", hint)
    return written


def occupation_code(node: Node, name: str) -> str:
    """Return a SOC code, or the O*NET code of a specialty; `15-1231.00` becomes `15-1231`."""
    written = checked(node, name)
    if not OCCUPATION_CODE.fullmatch(written):
        also = " or role" if name == "population" else ""
        hint = read_code(written) or f"a SOC code like 15-1232{also}"
        raise Bad(node, f"{name} cannot be {quoted(written)}", f"write {hint}")
    return written.removesuffix(".00")


occupation_codes = partial(_each, read=occupation_code)


def population(node: Node, name: str) -> str:
    return ROLE if checked(node, name) == ROLE else occupation_code(node, name)


def date(node: Node, name: str) -> str:
    written = checked(node, name)
    if written == UNKNOWN:
        return ""
    if not DATE.fullmatch(written):
        raise Bad(node, f"{name} cannot be {quoted(written)}", "write 2024-05, 2024 or unknown")
    return written


def url(node: Node, name: str) -> str:
    written = checked(node, name)
    if not written.startswith(("https://", "http://")) or not written.isprintable() or " " in written:
        raise Bad(node, f"{name} cannot be {quoted(written)}", "write an address that starts with https://")
    return written


_RULES: dict[str, Callable[[Node, str], str]] = {
    "date": date,
    "url": url,
    "population": population,
    "currency": partial(choice, known=wages.CURRENCIES, otherwise="use a code such as USD or EUR"),
    "method": partial(choice, known=METHODS),
    "level": partial(choice, known=EXPERIENCES),
    "per": partial(choice, known=PERIODS),
    "caveat": caveat,
}


def attribute(node: Node, key: str) -> str:
    """Return the value of a key of a source, a statement or a row of wages."""
    return _RULES.get(key, text)(node, key)


def note_with_caveat(note: str, caveat: str) -> str:
    """Return the note with the caveat in front, unless it contains it: programs and evidence show the note alone."""
    if not caveat or caveat.casefold() in note.casefold():
        return note
    return f"{caveat[0].upper()}{caveat[1:]}. {note}".strip()


def converted(node: Node, name: str, read: Callable[[str], _Value]) -> _Value:
    """Return what `read` makes of a scalar; the ValueError that it raises has a reason and, after `; `, a hint."""
    written = checked(node, name)
    try:
        return read(written)
    except ValueError as error:
        reason, _, hint = str(error).partition("; ")
        raise Bad(node, f"{name}: {quoted(written)} {reason}", hint or "check the digits") from None


def amount(node: Node, name: str, currency: str) -> tuple[Number, str, str]:
    """Return an amount's value, bound and currency. `currency` applies if the amount names none."""
    return converted(node, name, partial(wages.read_amount, currency=currency))


def percent(node: Node, name: str) -> Number:
    """Return a share, 0 to 100."""
    value = _number(node, name, checked(node, name).removesuffix("%").rstrip())
    if not 0 <= value <= 100:
        raise Bad(node, f"{name}: {quoted(node.text)} is not a share", "write 0 to 100 %")
    return value


def is_percent(node: Node) -> bool:
    """Return True if a node is a number, with or without a percent sign."""
    written = node.text.strip()
    return written[:1] in _STARTS_TYPED and bool(NUMBER.fullmatch(written.removesuffix("%").rstrip()))


TEXTS = frozenset((fields.TEXT, fields.LIST, fields.WEIGHTS))
"""Kinds of fields whose values are texts."""


def one_number(node: Node, field: Field) -> Number:
    """Return the value of a field that is a number, by the field's kind."""
    if field.kind == fields.PERCENT and field.statistic == "share":
        return percent(node, field.key)
    written = checked(node, field.key)
    if field.kind == fields.PERCENT:
        return _number(node, field.key, written.removesuffix("%").rstrip(), _range_hint(written))
    value = _number(node, field.key, written, _range_hint(written))
    if value < 0:
        raise Bad(node, f"{field.key}: {quoted(written)} is negative", "write a number of zero or more")
    return value


def _number(node: Node, name: str, digits: str, otherwise: str = _LIKE) -> Number:
    if not NUMBER.fullmatch(digits):
        raise Bad(node, f"{name}: {quoted(node.text)} is not a number", otherwise)
    return numbers.read_number(digits)


def _range_hint(written: str) -> str:
    """Return the hint for a range, which no field of one number can hold, or for any other text."""
    is_range = _RANGE.fullmatch(written.removesuffix("%").rstrip())
    return f'write it as the reason why there is no number: {{missing: "{written}"}}' if is_range else _LIKE
