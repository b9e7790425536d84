"""Format rows as JSON in ASCII, never NaN; an unknown value is null."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from careercli.model import fields, numbers
from careercli.model.claims import Value
from careercli.presentation.rows import RowValues

_AMOUNTS = (*fields.WAGES, "adjusted_median", "median_from", "median_to")
"""Columns whose values may carry a bound."""


def as_json(columns: Sequence[str], records: Iterable[RowValues]) -> Iterator[str]:
    """Yield an array of objects keyed by the columns, one object a line."""
    lines = ",\n".join(_objects(columns, records))
    yield f"[\n{lines}\n]\n" if lines else "[]\n"


def as_ndjson(columns: Sequence[str], records: Iterable[RowValues]) -> Iterator[str]:
    """Yield one object a line."""
    return (line + "\n" for line in _objects(columns, records))


def _objects(columns: Sequence[str], records: Iterable[RowValues]) -> Iterator[str]:
    amounts = [name for name in columns if name in _AMOUNTS]
    for record in records:
        values: dict[str, Any] = {name: _known(record.get(name)) for name in columns}
        if bounds := {name: _bound(values[name]) for name in amounts if _bound(values[name])}:
            values |= {name: numbers.read_number(values[name].removeprefix(bounds[name])) for name in bounds}
            values["bounds"] = bounds
        yield json.dumps(values, allow_nan=False)


def _bound(value: Value) -> str:
    """Return the bound of `>=239200`; empty for a number, and for other texts."""
    bound, number = numbers.split_bound(value) if isinstance(value, str) else ("", "")
    return bound if numbers.is_number(number) else ""


def _known(value: Value) -> Value:
    return None if value == "" else value
