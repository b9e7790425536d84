"""BLS's crosswalk from O*NET codes to those of the projections -> the parts that O*NET rates on their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

PARTS = ("code", "part")


def parts(records: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield an occupation of the projections and each O*NET code that belongs to it under another SOC code."""
    for record in records:
        whole, part = record["NEM Code"], record["O*NET-SOC Code"]
        if part and whole and part[:7] != whole:
            yield whole, part
