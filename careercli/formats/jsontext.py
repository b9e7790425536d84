"""Format rows and comparisons as JSON in ASCII, with null for unknown values and never NaN."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from careercli.compare.comparison import Comparison, Row
from careercli.compare.verdicts import Verdict
from careercli.model.claims import Source, Value
from careercli.official import releases
from careercli.presentation import rows
from careercli.presentation.rows import RowValues


def as_json(columns: Sequence[str], records: Iterable[RowValues]) -> Iterator[str]:
    """Yield an array of objects keyed by the columns, one object a line."""
    lines = ",\n".join(_objects(columns, records))
    yield f"[\n{lines}\n]\n" if lines else "[]\n"


def as_ndjson(columns: Sequence[str], records: Iterable[RowValues]) -> Iterator[str]:
    """Yield one object a line."""
    return (line + "\n" for line in _objects(columns, records))


def _objects(columns: Sequence[str], records: Iterable[RowValues]) -> Iterator[str]:
    objects = ({name: _known(record.get(name)) for name in columns} for record in records)
    return (json.dumps(each, allow_nan=False) for each in objects)


def comparison_as_json(comparison: Comparison, notes: Sequence[str]) -> str:
    """Return the comparison as one object: roles, rows of claims and verdicts, notes, sources and releases."""
    document = {
        "roles": [
            {
                "id": subject.id,
                "title": subject.title,
                "occupation": _known(subject.occupation),
                "area": subject.area.code if subject.area else releases.NATION,
            }
            for subject in comparison.subjects
        ],
        "baseline": comparison.baseline,
        "rows": [row_object(row) for row in comparison.rows],
        "notes": list(notes),
        "sources": {id: _source(source) for id, source in comparison.sources.items()},
        "data": {source.series.lower().replace("*", ""): source.release for source in releases.newest_of_each()},
    }
    return json.dumps(document, indent=2, allow_nan=False) + "\n"


def comparison_as_ndjson(comparison: Comparison) -> Iterator[str]:
    """Yield one element of `rows` a line."""
    return (json.dumps(row_object(row), allow_nan=False) + "\n" for row in comparison.rows)


def row_object(row: Row) -> dict[str, Any]:
    """Return one row of a comparison by its public keys."""
    return {
        "section": row.field.section,
        "field": row.field.key,
        "label": row.field.label,
        "differs": row.differs,
        "cells": {id: [rows.of_claim(claim) for claim in claims] for id, claims in row.cells.items()},
        "difference": _differences(row),
    }


def _differences(row: Row) -> dict[str, dict[str, Any]]:
    """Return the verdict of each role; of wages adjusted for prices, with the verdict on those listed as `nominal`."""
    nominal = row.nominal_verdicts
    return {
        id: _verdict(found) | ({"nominal": _verdict(nominal[id])} if id in nominal else {})
        for id, found in row.verdicts.items()
    }


def _verdict(found: Verdict) -> dict[str, Any]:
    return {"verdict": found.kind, "absolute": found.absolute, "percent": found.percent, "why": found.why}


def _source(source: Source) -> dict[str, Value]:
    keys = ("publisher", "title", "url", "release", "as_of", "area", "method", "license", "note")
    return {key: _known(getattr(source, key)) for key in keys}


def _known(value: Value) -> Value:
    return None if value == "" else value
