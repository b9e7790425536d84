"""The releases that come with the package, in its own compact form: one line an occupation.

A line is found by its code in the text as read, so that a question about two occupations parses two
lines. scripts/bundle_releases.py writes the files.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from careercli.model import Occupation, Source
from careercli.official import oews, projections

FOLDER = Path(__file__).resolve().parent.parent / "data" / "occupations"

RELEASES: tuple[Source, ...] = (oews.SOURCE, projections.SOURCE)


def age(source: Source, today: date) -> str:
    """How old a release is in words: `30 months old`, or its year where it names no month."""
    if len(source.as_of) < 7:
        return source.as_of or "undated"
    months = (today.year - int(source.as_of[:4])) * 12 + today.month - int(source.as_of[5:7])
    return f"{months} month{'' if months == 1 else 's'} old" if months > 0 else source.as_of


@cache
def _read(name: str) -> tuple[str, tuple[str, ...]]:
    """A file's text and the names of its columns."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return text, tuple(text[: text.index("\n")].split("\t"))


def _row(name: str, soc_code: str) -> dict[str, str] | None:
    text, columns = _read(name)
    start = text.find(f"\n{soc_code}\t")
    if start < 0:
        return None
    return dict(zip(columns, text[start + 1 : text.index("\n", start + 1)].split("\t"), strict=True))


def occupation(soc_code: str) -> Occupation | None:
    """The detailed or broad occupation with that code, with every official claim; None if there is none."""
    row = _row(oews.FILE, soc_code)
    if row is None or row["level"] == "major":
        return None
    claims = list(oews.claims(row))
    projected = _row(projections.FILE, soc_code)
    if projected:
        claims += projections.claims(projected)
    return Occupation(soc_code, row["title"], row["level"], family_of(soc_code), tuple(claims))


@cache
def family_of(soc_code: str) -> str:
    """The title of a code's major group, such as `Computer and Mathematical Occupations`."""
    row = _row(oews.FILE, soc_code[:3] + "0000")
    return row["title"] if row else ""


def titles() -> Iterator[tuple[str, str, str]]:
    """Code, title and level of every detailed and broad occupation, in the order of their codes."""
    text, _ = _read(oews.FILE)
    for line in text.splitlines()[1:]:
        code, title, level, _ = line.split("\t", 3)
        if level != "major":
            yield code, title, level
