"""The Current Population Survey's tables 11 and 11b, and the Census codes of their occupations -> rows as printed.

Sources: https://www.bls.gov/cps/tables.htm, https://www.census.gov/topics/employment/industry-occupation.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

AGES = {"title": "", "median_age": "Median age"}
SHARES = {
    "title": "", "women": "Women", "white": "White", "black": "Black or African American", "asian": "Asian",
    "hispanic": "Hispanic or Latino",
}  # fmt: skip
"""Our columns and the headers they are found under; titles stand in the first column, under none."""

CODES = ("title", "census", "soc")

Rows = Iterator[tuple[str, ...]]


def rows(lines: Iterable[Sequence[str]], columns: Mapping[str, str]) -> Rows:
    """Yield every line of an occupation in some columns. Raises ValueError where the table lacks one."""
    _, *headers = columns.values()
    places: list[int] = []
    for line in lines:
        if not places and headers[-1] in line:
            places = [_place(line, header) for header in headers]
        elif places and line[0] and line[1]:
            yield (line[0], *(line[place] for place in places))
    if not places:
        raise ValueError(f"no column {headers[-1]}")


def _place(line: Sequence[str], header: str) -> int:
    if header not in line:
        raise ValueError(f"no column {header}")
    return line.index(header)


def title_key(title: str) -> str:
    """Return a title of the CPS or of the Census list in a form that both share."""
    return title.replace(",", "").casefold()


def codes(lines: Iterable[Sequence[str]]) -> Rows:
    """Yield title, Census code and SOC code of every occupation, in the columns CODES."""
    for _, title, census, soc in (line[:4] for line in lines):
        if re.fullmatch(r"\d{4}", census) and soc != "none":
            yield title, census, soc


def codes_of(codes: Mapping[str, bool], socs: Iterable[str]) -> dict[str, list[str]]:
    """Return the codes of occupations that each SOC code of the Census list holds, of several the narrowest.

    `codes` are True where they are broad. `15-1230` and `39-1000` hold every code that begins alike up to their zeros.
    `13-20XX` holds the detailed codes of 13-20 that have no Census code of their own; a code that two such hold is
    left out, as the list does not tell which.
    """
    prefixes = {soc.rstrip("X" if soc.endswith("X") else "0"): soc for soc in socs}
    found: dict[str, list[str]] = {}
    for code, is_broad in codes.items():
        holders = [soc for end in range(len(code), 3, -1) if (soc := prefixes.get(code[:end]))]
        gathered = [soc for soc in holders if soc.endswith("X")]
        if holders and not (holders[0] in gathered and (is_broad or len(gathered) > 1)):
            found.setdefault(holders[0], []).append(code)
    return found
