"""Tables that join codes: the parts that O*NET rates on their own, and the titles that the SOC puts under a code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

PARTS = ("code", "part")
DIRECT_TITLES = {"code": "2018 SOC Code", "title": "2018 SOC Direct Match Title"}
"""Our columns and the headers they are found under."""


def parts(records: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield an occupation of the projections and each O*NET code that belongs to it under another SOC code."""
    for record in records:
        whole, part = record["NEM Code"], record["O*NET-SOC Code"]
        if part and whole and part[:7] != whole:
            yield whole, part


def direct_titles(records: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield each code and a title that belongs to it alone, in the columns DIRECT_TITLES."""
    for record in records:
        if record["2018 SOC Code"]:
            yield tuple(record[name] for name in DIRECT_TITLES.values())
