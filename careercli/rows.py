"""Rows that programs read: what each command's rows hold, and choosing among columns and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from careercli import fields, figures, wages
from careercli.compare import Comparison
from careercli.errors import UsageError, did_you_mean
from careercli.model import Claim, Subject, Value

Record = Mapping[str, Value]

ROLE_COLUMNS = ("id", "title", "occupation", "family", "median", "employment_change", "entry_education")
LONG_COLUMNS = (
    "section", "field", "role", "item", "level", "value", "bound", "statistic", "per", "currency",
    "area", "as_of", "population", "source", "release", "method", "basis", "note",
)  # fmt: skip
CLAIM_KEYS = (
    "item", "value", "printed", "bound", "statistic", "level", "per", "currency", "area", "as_of",
    "population", "source", "release", "method", "basis", "derivation", "note",
)  # fmt: skip


def of_role(subject: Subject) -> dict[str, Value]:
    """One row of the catalogue; the wage is the newest official national median in dollars a year."""
    median = wages.newest_national(subject.claims, "median")
    return {
        "id": subject.id,
        "title": subject.title,
        "occupation": subject.occupation,
        "family": subject.family,
        "median": fields.bounded(median) if median else None,
        "employment_change": _official(subject, "employment_change"),
        "entry_education": _official(subject, "entry_education"),
    }


ROLE_NUMBERS = ("median", "employment_change")


def role_texts(subject: Subject) -> dict[str, str]:
    """The same row as a person reads it."""
    claims = [wages.newest_national(subject.claims, "median")]
    claims += [next((c for c in subject.claims if c.field == key), None) for key in ROLE_COLUMNS[5:]]
    said = zip(ROLE_COLUMNS[4:], claims, strict=True)
    known = {name: fields.text(claim) if claim else fields.UNKNOWN for name, claim in said}
    return {name: known.get(name) or shown(getattr(subject, name)) for name in ROLE_COLUMNS}


def shown(value: Value) -> str:
    """A value that is no claim, as a person reads it."""
    if value is None or value == "":
        return fields.UNKNOWN
    return value if isinstance(value, str) else figures.grouped(value)


def _official(subject: Subject, key: str) -> Value:
    return next((claim.value for claim in subject.claims if claim.field == key), None)


def of_claim(claim: Claim) -> dict[str, Value]:
    """A claim by its public keys; what is unknown is None."""
    row: dict[str, Value] = {}
    for key in CLAIM_KEYS:
        value = {"source": claim.source.id, "release": claim.source.release}.get(key)
        value = getattr(claim, key) if value is None else value
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


def _joined(claims: Iterable[Claim]) -> str:
    return " | ".join(dict.fromkeys(text for text in map(fields.cell, claims) if text))


def long(comparison: Comparison) -> list[dict[str, Value]]:
    """A row for every claim."""
    return [
        {"section": row.field.section, "field": row.field.key, "role": subject.id, **of_claim(claim)}
        for row in comparison.rows
        for subject in comparison.subjects
        for claim in row.cells[subject.id]
    ]


def chosen(asked: str, known: Sequence[str], what: str, option: str = "--columns") -> list[str]:
    """The names in the comma-separated `asked`, all of them in `known`; all of `known` where it is empty."""
    names = [name.strip() for name in asked.split(",") if name.strip()]
    for name in names:
        if name not in known:
            near = did_you_mean(name, known) or f"; it knows {', '.join(known)}"
            raise UsageError(f"{option}: {what} has no “{name}”{near}")
    return list(dict.fromkeys(names)) or list(known)


def ordered(
    rows: Sequence[Record], key: str, descending: bool, value: Callable[[Record], Value] | None = None
) -> list[Record]:
    """Rows by one key, numbers by size and texts by letter; rows without a value come last."""
    get = value or (lambda row: row.get(key))
    known = [row for row in rows if get(row) not in (None, "")]
    unknown = [row for row in rows if get(row) in (None, "")]
    return sorted(known, key=lambda row: rank(get(row)), reverse=descending) + unknown


def rank(value: Value) -> tuple[bool, float, str]:
    """Where a value stands in an order: numbers (a bound is by its number, then above it) before texts."""
    if isinstance(value, int | float):
        return (False, float(value), "")
    text = str(value)
    number = text.lstrip("<>=~")
    if number != text and number.replace(".", "", 1).isdigit():
        return (False, float(number), text)
    return (True, 0.0, text.casefold())
