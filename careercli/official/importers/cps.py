"""The Current Population Survey's tables 11 and 11b, and the Census codes of their occupations -> rows as printed.

Sources: https://www.bls.gov/cps/tables.htm, https://www.census.gov/topics/employment/industry-occupation.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

AGES = ("title", "median_age")
SHARES = ("title", "women", "white", "black", "asian", "hispanic")
CODES = ("title", "census", "soc")

Rows = Iterator[tuple[str, ...]]

_SHARE_HEADERS = ("Women", "White", "Black or African American", "Asian", "Hispanic or Latino")


def ages(lines: Iterable[Sequence[str]]) -> Rows:
    """Yield the median age of every line, in the columns AGES. Raises ValueError where the table has none."""
    return _rows(lines, ("Median age",))


def shares(lines: Iterable[Sequence[str]]) -> Rows:
    """Yield the shares in percent of every line, in the columns SHARES. Raises ValueError where one is missing."""
    return _rows(lines, _SHARE_HEADERS)


def _rows(lines: Iterable[Sequence[str]], headers: Sequence[str]) -> Rows:
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
    """Return the codes of occupations that each SOC code of the Census list holds; `codes` as in occupations_of."""
    found: dict[str, list[str]] = {}
    for code, soc in occupations_of(socs, codes.items()).items():
        found.setdefault(soc, []).append(code)
    return found


def occupations_of(socs: Iterable[str], known: Iterable[tuple[str, bool]]) -> dict[str, str]:
    """Return by code of an occupation the SOC code of the Census list that it belongs to: the narrowest that holds it.

    `known` are codes, each with True if it is broad. `15-1230` and `39-1000` hold every code that begins alike up to
    their zeros. `13-20XX` holds the detailed codes of 13-20 that have no Census code of their own; a code that two
    such hold is left out, as the list does not tell which.
    """
    prefixes = {soc.rstrip("X" if soc.endswith("X") else "0"): soc for soc in socs}
    found = {}
    for code, is_broad in known:
        holders = [soc for end in range(len(code), 3, -1) if (soc := prefixes.get(code[:end]))]
        gathered = [soc for soc in holders if soc.endswith("X")]
        if holders and not (holders[0] in gathered and (is_broad or len(gathered) > 1)):
            found[code] = holders[0]
    return found
