"""Rows that programs read: what each command's rows hold, and choosing among columns and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from careercli.errors import UsageError, did_you_mean
from careercli.model import fields, wages
from careercli.model.claims import Claim, Subject, Value
from careercli.official.oews import STATISTICS

if TYPE_CHECKING:  # A list compares nothing.
    from careercli.compare.comparison import Comparison

RowValues = Mapping[str, Value]
Thing = TypeVar("Thing")

LONG_COLUMNS = (
    "section", "field", "role", "item", "level", "value", "bound", "statistic", "per", "currency",
    "area", "as_of", "population", "source", "release", "method", "basis", "note",
)  # fmt: skip
CLAIM_KEYS = (
    "item", "value", "printed", "bound", "statistic", "level", "per", "currency", "area", "as_of",
    "population", "source", "release", "method", "basis", "derivation", "note",
)  # fmt: skip

_ATTRIBUTES = {"printed": "as_printed", "level": "experience", "per": "period"}
"""Public keys whose attribute of a claim has another name."""


def of_claim(claim: Claim) -> dict[str, Value]:
    """A claim by its public keys; what is unknown is None."""
    of_source: dict[str, Value] = {"source": claim.source.id, "release": claim.source.release}
    row: dict[str, Value] = {}
    for key in CLAIM_KEYS:
        value = of_source[key] if key in of_source else getattr(claim, _ATTRIBUTES.get(key, key))
        row[key] = None if value == "" else value
    return row


def wide(comparison: Comparison) -> tuple[list[str], list[dict[str, Value]]]:
    """Columns and rows of fields x roles; several claims of a cell stand between ` | `."""
    ids = [subject.id for subject in comparison.subjects]
    rows = []
    for row in comparison.rows:
        cells: dict[str, Value] = {each: _joined(row.cells[each]) for each in ids}
        rows.append({"section": row.field.section, "field": row.field.key, "label": row.field.label, **cells})
    return ["section", "field", "label", *ids], rows


def transposed(comparison: Comparison) -> tuple[list[str], list[dict[str, Value]]]:
    """Columns and rows of roles x fields."""
    keys = [row.field.key for row in comparison.rows]
    rows = []
    for subject in comparison.subjects:
        cells: dict[str, Value] = {row.field.key: _joined(row.cells[subject.id]) for row in comparison.rows}
        rows.append({"role": subject.id, **cells})
    return ["role", *keys], rows


def _joined(claims: Sequence[Claim]) -> Value:
    """A cell: one plain number as it is, anything else as text."""
    texts = dict.fromkeys(text for text in map(fields.cell, claims) if text)
    numbers = [c.value for c in claims if isinstance(c.value, int | float) and fields.cell(c) == fields.plain_value(c)]
    return numbers[0] if len(texts) == 1 and numbers else " | ".join(texts)


def long(comparison: Comparison) -> list[dict[str, Value]]:
    """A row for every claim; beside LONG_COLUMNS, `text` is its value as a person reads it, without bound."""
    return [
        {
            "section": row.field.section,
            "field": row.field.key,
            "role": subject.id,
            **of_claim(claim),
            "text": "" if claim.value is None else fields.text(claim._replace(bound="")),
        }
        for row in comparison.rows
        for subject in comparison.subjects
        for claim in row.cells[subject.id]
    ]


def chosen(asked: str, known: Sequence[str], what: str, option: str = "--columns") -> list[str]:
    """The names in the comma-separated `asked`, all of them in `known`; all of `known` where it is empty."""
    names = [name.strip() for name in asked.split(",") if name.strip()]
    if asked and not names:
        raise UsageError(f"{option}: names nothing; it knows {', '.join(known)}")
    for name in names:
        if name not in known:
            near = did_you_mean(name, known) or f"; it knows {', '.join(known)}"
            raise UsageError(f"{option}: {what} has no “{name}”{near}")
    return list(dict.fromkeys(names)) or list(known)


def sorted_rows(
    columns: Sequence[str], rows: Sequence[RowValues], what: str, sort: str, descending: bool
) -> Sequence[RowValues]:
    """Rows by the column that --sort names, as --desc says; --desc alone turns their order round."""
    if not sort:
        return rows[::-1] if descending else rows
    (key,) = chosen(sort, columns, what, "--sort")
    return ordered(rows, key, descending)


def ordered(rows: Sequence[RowValues], key: str, descending: bool) -> list[RowValues]:
    """Rows by one key, numbers by size and texts by letter; rows without a value come last."""
    return by_value(rows, lambda row: row.get(key), descending)


def by_value(things: Iterable[Thing], value: Callable[[Thing], Value], descending: bool) -> list[Thing]:
    """As `ordered`, by what `value` makes of each."""
    valued = [(value(thing), thing) for thing in things]
    known = [pair for pair in valued if pair[0] not in (None, "")]
    known.sort(key=lambda pair: rank(pair[0]), reverse=descending)
    return [thing for _, thing in known] + [thing for found, thing in valued if found in (None, "")]


def declared_wage(subject: Subject, statistic: str, period: str = "year") -> Value:
    """What wages are sorted by: the newest official national figure, the median where there is no such statistic."""
    claim = wages.newest_national(subject.claims, statistic if statistic in STATISTICS else "median", period)
    return fields.bounded(claim) if claim else None


def rank(value: Value) -> tuple[bool, float, str]:
    """Where a value stands in an order: numbers (a bound is by its number, then above it) before texts."""
    if isinstance(value, int | float):
        return (False, float(value), "")
    text = str(value)
    number = text.lstrip("<>=~")
    if number != text and number.replace(".", "", 1).isdigit():
        return (False, float(number), text)
    return (True, 0.0, text.casefold())
