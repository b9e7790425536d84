"""Format comparisons as JSON in ASCII, never NaN.

Claims and sources leave out what is not known, except the value of a claim, which is null; a source says once what is
true of its claims.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from careercli.compare.comparison import Comparison, Row
from careercli.compare.pairs import Verdict
from careercli.formats.shared_notes import Shared, own_note, said_of_sources, shared_in
from careercli.model import fields
from careercli.model.claims import Claim, Source, Subject, Value
from careercli.official import releases
from careercli.presentation import rows

_SOURCE_KEYS = ("publisher", "title", "release", "as_of", "area", "method", "license", "url", "note")
_OF_SOURCES = ("release", "method")
"""Keys of a claim that stand under its source."""


def comparison_as_json(comparison: Comparison, notes: Sequence[str], short: Sequence[str] = ()) -> str:
    """Return the comparison as one object, a row a line; `short` is what the comparison comes to, in sentences."""
    parts = {
        "roles": _compact([_role(subject) for subject in comparison.subjects]),
        "baseline": _compact(comparison.baseline),
        "short": _compact(list(short)),
        "rows": _lines([_compact(row_object(row)) for row in comparison.rows], "[]"),
        "notes": _compact([*dict.fromkeys(notes)]),
        "sources": _lines([f"{_compact(id)}:{_compact(source)}" for id, source in _sources(comparison)], "{}"),
        "data": _compact(_releases(comparison)),
    }
    return _lines([f'"{key}":{part}' for key, part in parts.items()], "{}") + "\n"


def comparison_as_ndjson(comparison: Comparison) -> Iterator[str]:
    """Yield one element of `rows` a line."""
    return (_compact(row_object(row)) + "\n" for row in comparison.rows)


def row_object(row: Row) -> dict[str, Any]:
    """Return one row of a comparison by its public keys."""
    shared = shared_in(row)
    return {
        "section": row.field.section,
        "field": row.field.key,
        "label": row.field.label,
        "differs": row.differs,
        "cells": {id: [_claim(shared, id, claim) for claim in claims] for id, claims in row.cells.items()},
        "difference": _differences(row),
    }


def _claim(shared: Shared, id: str, claim: Claim) -> dict[str, Value]:
    """Return a claim by its public keys, with None as its value if the source gives none."""
    values = rows.of_claim(claim) | {"note": own_note(shared, id, claim)}
    unsaid = set(_unsaid(claim))
    return {"value": claim.value, **_without_unknown({key: values[key] for key in values if key not in unsaid})}


def _unsaid(claim: Claim) -> Iterator[str]:
    """Yield the keys that add nothing: what stands under the source, a plain printed form, `listed`."""
    yield from _OF_SOURCES
    if claim.as_printed in (fields.plain_value(claim), claim.item):
        yield "printed"
    if claim.basis == "listed":
        yield "basis"
    if isinstance(claim.value, str) or claim.item:
        yield from (key for key in ("area", "as_of") if getattr(claim, key) == getattr(claim.source, key))


def _differences(row: Row) -> dict[str, dict[str, Any]]:
    """Return the verdict of each role; of wages adjusted for prices, with the verdict on those listed as `nominal`."""
    nominal = row.nominal_verdicts
    return {
        id: _verdict(found) | ({"nominal": _verdict(nominal[id])} if id in nominal else {})
        for id, found in row.verdicts.items()
    }


def _verdict(found: Verdict) -> dict[str, Any]:
    figures = {} if found.absolute is None else {"absolute": found.absolute, "percent": found.percent}
    return {"verdict": found.kind, **figures, "why": found.why}


def _role(subject: Subject) -> dict[str, Value]:
    return {
        "id": subject.id,
        "title": subject.title,
        "occupation": subject.occupation or None,
        "area": subject.area.code if subject.area else releases.NATION,
        "caveat": subject.occupation_caveat or None,
    }


def _sources(comparison: Comparison) -> Iterator[tuple[str, dict[str, Value]]]:
    """Yield each source by id, with the methods of its claims and the notes that they share."""
    notes, methods = said_of_sources(comparison), _methods(comparison)
    for id, source in comparison.sources.items():
        note = " ".join(filter(None, (source.note, *notes.get(id, ()))))
        yield id, _source(source._replace(method=methods[id], note=note))


def _source(source: Source) -> dict[str, Value]:
    return _without_unknown({key: getattr(source, key) for key in _SOURCE_KEYS})


def _methods(comparison: Comparison) -> dict[str, str]:
    """Return the method of each source; if that is unknown, the known ones of its claims, joined by commas."""
    found: dict[str, dict[str, None]] = {}
    for row in comparison.rows:
        for claim in (claim for claims in row.cells.values() for claim in claims):
            of_source = claim.source.method
            found.setdefault(claim.source.id, {})[claim.method if of_source == "unknown" else of_source] = None
    return {id: ", ".join(method for method in each if method != "unknown") or "unknown" for id, each in found.items()}


def _releases(comparison: Comparison) -> dict[str, str]:
    """Return the releases that answer for occupations, by series: `oews`, `ep`, `onet`."""
    year = next((subject.official.as_of for subject in comparison.subjects if subject.official), "")
    answering = releases.newest_of_each()
    if year:
        from careercli.compare.as_of import releases_of  # Few answers are of a year.

        answering = releases_of(year, "nation")
    found: dict[str, list[str]] = {}
    for source in answering:
        found.setdefault(source.series.lower().replace("*", ""), []).append(source.release)
    return {series: ", ".join(names) for series, names in found.items()}


def _lines(parts: Sequence[str], brackets: str) -> str:
    """Return JSON texts in brackets, one a line."""
    inner = ",\n".join(parts)
    return f"{brackets[0]}\n{inner}\n{brackets[1]}" if parts else brackets


def _compact(value: object) -> str:
    return json.dumps(value, allow_nan=False, separators=(",", ":"))


def _without_unknown(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None and value != ""}
