"""Say what a list of the nearest roles and occupations shows to people."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.moves.similarity import SimilarEntry
from careercli.official.releases import newest
from careercli.presentation.sources import name_of


def note(shown: Sequence[SimilarEntry]) -> str:
    """Return what the figures are, and what `?` means where it stands."""
    if not shown:
        return ""
    text = (
        f"near by our own measure of {name_of(newest('O*NET'))} and {name_of(newest('OEWS'))}, not a move;"
        " listed: O*NET's related occupations; median: US dollars a year"
    )
    doubtful = any(each.entry.caveat for each in shown)
    return f"{text}; ? the role may belong to another occupation: careercli show ROLE" if doubtful else text
