"""The releases that come with the package, in its own compact form: one line an occupation.

A line stays bytes until its occupation is asked for, so that a question about two occupations parses two
lines. scripts/bundle_releases.py writes the files.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from careercli.model.claims import Occupation, Source
from careercli.official import oews, onet, projections

FOLDER = Path(__file__).resolve().parent.parent / "data" / "occupations"

SPECIALTY = "specialty"
"""The level of an occupation that O*NET rates within a SOC code."""

RELEASES: tuple[Source, ...] = (oews.SOURCE, projections.SOURCE, onet.SOURCE)


def age(source: Source, today: date) -> str:
    """How old a release is in words: `30 months old`, or its year where it names no month."""
    if len(source.as_of) < 7:
        return source.as_of or "undated"
    months = (today.year - int(source.as_of[:4])) * 12 + today.month - int(source.as_of[5:7])
    return f"{months} month{'' if months == 1 else 's'} old" if months > 0 else source.as_of


@cache
def _read(name: str) -> tuple[dict[bytes, bytes], tuple[str, ...]]:
    """A file's lines by their code, in its order, and the names of its columns."""
    header, *lines = (FOLDER / name).read_bytes().splitlines()
    return {line[: line.index(b"\t")]: line for line in lines}, tuple(header.decode().split("\t"))


def _row(name: str, code: str) -> dict[str, str] | None:
    lines, columns = _read(name)
    line = lines.get(code.encode())
    return dict(zip(columns, line.decode().split("\t"), strict=True)) if line else None


@cache
def occupation(code: str, wages_only: bool = False) -> Occupation | None:
    """The occupation with that code, detailed, broad or a specialty, with every official claim; None if there is none.

    No wage is published for a specialty. With `wages_only` the claims are those of OEWS alone.
    """
    waged = _row(oews.FILE, code)
    rated = None if waged and wages_only else _row(onet.FILE, code)
    projected = None if wages_only else _row(projections.FILE, code)
    named = waged or (rated if "." in code else None)
    if named is None or named.get("level") == "major":
        return None
    claims = [
        *(oews.claims(waged) if waged else ()),
        *(projections.claims(projected) if projected else ()),
        *(onet.claims(rated) if rated else ()),
    ]
    return Occupation(code, named["title"], named.get("level", SPECIALTY), family_of(code), tuple(claims))


@cache
def family_of(code: str) -> str:
    """The title of a code's major group, such as `Computer and Mathematical Occupations`."""
    row = _row(oews.FILE, code[:3] + "0000")
    return row["title"] if row else ""


def titles() -> Iterator[tuple[str, str, str]]:
    """Code, title and level of every detailed and broad occupation by code, then of every specialty."""
    for line in _read(oews.FILE)[0].values():
        code, title, detail, _ = line.decode().split("\t", 3)
        if detail != "major":
            yield code, title, detail
    for line in _read(onet.FILE)[0].values():
        code, title, _ = line.decode().split("\t", 2)
        if "." in code:
            yield code, title, SPECIALTY
