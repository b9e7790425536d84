"""Turn claims and comparisons into rows for programs; choose columns and sort rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from careercli.errors import UsageError, did_you_mean
from careercli.model import fields, numbers, wages
from careercli.model.claims import Claim, Subject, Value
from careercli.official.oews import STATISTICS
from careercli.official.releases import NATION

if TYPE_CHECKING:  # Lists need no comparison.
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


_MOST_LISTED = 20


def of_claim(claim: Claim) -> dict[str, Value]:
    """Return a claim by its public keys, with None for unknown values."""
    values = claim._asdict() | {
        "printed": claim.as_printed,
        "level": claim.experience,
        "per": claim.period,
        "source": claim.source.id,
        "release": claim.source.release,
    }
    return {key: None if values[key] == "" else values[key] for key in CLAIM_KEYS}


def wide(comparison: Comparison) -> tuple[list[str], list[dict[str, Value]]]:
    """Return columns and rows of fields x roles; several claims of a cell are joined by ` | `."""
    ids = [subject.id for subject in comparison.subjects]
    rows = []
    for row in comparison.rows:
        cells: dict[str, Value] = {id: _joined(row.cells[id]) for id in ids}
        rows.append({"section": row.field.section, "field": row.field.key, "label": row.field.label, **cells})
    return ["section", "field", "label", *ids], rows


def transposed(comparison: Comparison) -> tuple[list[str], list[dict[str, Value]]]:
    """Return columns and rows of roles x fields; several claims of a cell are joined by ` | `."""
    keys = [row.field.key for row in comparison.rows]
    rows = []
    for subject in comparison.subjects:
        cells: dict[str, Value] = {row.field.key: _joined(row.cells[subject.id]) for row in comparison.rows}
        rows.append({"role": subject.id, **cells})
    return ["role", *keys], rows


def _joined(claims: Sequence[Claim]) -> Value:
    """Return a cell's value: a number if it is a single plain one, else the claims as text."""
    texts = dict.fromkeys(text for text in map(fields.cell, claims) if text)
    bare = [c.value for c in claims if isinstance(c.value, int | float) and fields.cell(c) == numbers.plain(c.value)]
    return bare[0] if len(texts) == 1 and bare else " | ".join(texts)


def long(comparison: Comparison) -> list[dict[str, Value]]:
    """Return a row for every claim: LONG_COLUMNS, and as `text` its value for people without the bound."""
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


def chosen(
    asked: str, known: Sequence[str], what: str, option: str = "--columns", all_of: str = "the first line of -f tsv"
) -> list[str]:
    """Return the names in `asked`, between commas, by default all `known`. Raises UsageError for another name.

    `all_of` is what names all of them, for the message where they are many.
    """
    names = [name.strip() for name in asked.split(",") if name.strip()]
    if asked and not names:
        raise UsageError(f"{option}: no name given; {_listed(known, all_of)}")
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f"; {_listed(known, all_of)}"
            raise UsageError(f"{option}: {what} has no “{name}”{hint}")
    return list(dict.fromkeys(names)) or list(known)


def _listed(known: Sequence[str], all_of: str) -> str:
    """Return the names to choose from, of many where they are named."""
    return f"choose from {', '.join(known)}" if len(known) <= _MOST_LISTED else f"{all_of} names them"


def sorted_rows(
    columns: Sequence[str], rows: Sequence[RowValues], what: str, sort: str, descending: bool
) -> Sequence[RowValues]:
    """Return the rows sorted by the column `sort`, by default in their order. Raises UsageError for another column."""
    return sorted_things(rows, lambda row, key: row.get(key), columns, what, sort, descending)


def sorted_things(
    things: Sequence[Thing],
    value: Callable[[Thing, str], Value],
    columns: Sequence[str],
    what: str,
    sort: str,
    descending: bool,
) -> Sequence[Thing]:
    """Return the things sorted by their `value` in the column `sort`, by default in their order.

    Raises UsageError for a name that is not among the `columns`.
    """
    if not sort:
        return things[::-1] if descending else things
    (key,) = chosen(sort, columns, what, "--sort")
    return by_value(things, lambda thing: value(thing, key), descending)


def by_value(things: Iterable[Thing], value: Callable[[Thing], Value], descending: bool) -> list[Thing]:
    """Return the things sorted by `value`, numbers before texts; things without a value come last."""
    pairs = [(value(thing), thing) for thing in things]
    known = [pair for pair in pairs if pair[0] not in (None, "")]
    known.sort(key=lambda pair: _rank(pair[0]), reverse=descending)
    return [thing for _, thing in known] + [thing for found, thing in pairs if found in (None, "")]


def declared_wage(subject: Subject, statistic: str, period: str = "year") -> Value:
    """Return the newest OEWS wage in the subject's area, which wages are sorted by; else the median."""
    area = subject.area.code if subject.area else NATION
    claim = wages.newest_official(subject.claims, statistic if statistic in STATISTICS else "median", period, area)
    return fields.bounded(claim) if claim else None


def _rank(value: Value) -> tuple[bool, float, str]:
    """Return a value's sort key: numbers before texts, a bound such as `>=239200` right after its number."""
    if isinstance(value, int | float):
        return (False, float(value), "")
    text = str(value)
    bound, number = numbers.split_bound(text)
    if bound and numbers.is_number(number):
        return (False, float(number), text)
    return (True, 0.0, text.casefold())
