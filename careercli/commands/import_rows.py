"""Lay out what became of each file of an import, a database of many files as one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from careercli.model.claims import Value
from careercli.official import releases
from careercli.official.onet_parts import PARTS

COLUMNS = ("file", "result", "release", "rows", "left_out", "note")

Row = dict[str, Value]

NOT_COUNTED = ".activity_titles"
"""The end of the name of a table whose rows are of no occupation."""

IMPORTED, SKIPPED, BUNDLED = "imported", "skipped", "comes with careercli"


def row(file: str, result: str, release: str = "", note: str = "") -> Row:
    """Return a row by COLUMNS, without counts."""
    return dict(zip(COLUMNS, (file or None, result, release or None, None, None, note or None), strict=True))


def added_up(rows: Iterable[Row], tables: Collection[str]) -> list[Row]:
    """Return the rows with those of one archive of O*NET as one; `tables` are the names of all imported ones."""
    found: dict[object, list[Row]] = {}
    for number, each in enumerate(rows):
        key = (each["file"], each["release"]) if _is_of_onet(each) else number
        found.setdefault(key, []).append(each)
    return [_sum(group, tables) if _is_of_onet(group[0]) else group[0] for group in found.values()]


def _is_of_onet(each: Row) -> bool:
    return str(each["release"]).startswith("onet-")


def _sum(group: list[Row], tables: Collection[str]) -> Row:
    release, results = str(group[0]["release"]), {each["result"] for each in group}
    if results == {SKIPPED}:
        return max(group, key=lambda each: each["note"] != BUNDLED)
    counts = {name: sum(int(each[name] or 0) for each in group) for name in ("rows", "left_out")}
    rest = f"the rest {BUNDLED}" if any(each["note"] == BUNDLED for each in group) else ""
    note = "; ".join(filter(None, (rest, missing(release, tables))))
    return row(str(group[0]["file"]), IMPORTED, release, note) | counts


def missing(release: str, tables: Collection[str]) -> str:
    """Return which parts of O*NET a release lacks, and which release they stay those of."""
    there = releases.BUNDLED_TABLES | set(tables)
    by_stay: dict[str, list[str]] = {}
    for part, names in PARTS.items():
        having = [key for key in _keys(there) if there.issuperset(f"{key}.{name}" for name in names)]
        if release not in having:
            older = [key for key in having if _as_of(key) < _as_of(release)]
            stay = max(older, key=_as_of).removeprefix("onet-") if older else ""
            by_stay.setdefault(stay, []).append(part.replace("_", " "))
    texts = (f"{', '.join(parts)}{f': those of {stay} stay' if stay else ''}" for stay, parts in by_stay.items())
    return f"without {'; without '.join(texts)}" if by_stay else ""


def _keys(tables: Iterable[str]) -> set[str]:
    return {key for key in (releases.key_of(name) for name in tables) if key.startswith("onet-")}


def _as_of(key: str) -> str:
    return releases.of_key(key).as_of
