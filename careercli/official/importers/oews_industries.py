"""The rows of OEWS of the nation by industry: sectors, and the finer industries of NAICS.

The files by industry have one row for each industry and occupation, whose OWN_CODE lists all the owners counted. The
files “by ownership” have a row for each owner (I_GROUP “4-digit, ownership”): other figures, which are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from careercli.official.importers import oews

SECTORS = ("OCC_CODE", "NAICS", "OCC_TITLE", *oews.NATIONAL[3:])
FINER = ("OCC_CODE", "NAICS", "I_GROUP", "OCC_TITLE", "NAICS_TITLE", *oews.NATIONAL[3:])
"""The columns of the tables of sectors and of finer industries."""

_ALL, _SECTOR, _ONE_OWNERSHIP = "cross-industry", "sector", ", ownership"
_LEVELS = ("3-digit", "4-digit", "5-digit", "6-digit")
_KEPT = ("detailed", "broad")


def is_of_industry(row: Mapping[str, str]) -> bool:
    """Return True if a row is of one industry or ownership, not of all together."""
    return row.get("I_GROUP", _ALL) != _ALL or bool(row.get("NAICS", "").strip("0"))


class Industries:
    """Gathers the rows of industries of a workbook as lines of cells between tabs."""

    def __init__(self) -> None:
        self.left_out = 0
        self._found: defaultdict[tuple[str, str], defaultdict[str, dict[str, str]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        """By level and code of an industry, then by ownership, the line of each occupation."""

    def add(self, row: dict[str, str]) -> None:
        """Keep a row of a detailed or broad occupation; a code that is both comes once, as detailed."""
        level = _level(row)
        if level not in (_SECTOR, *_LEVELS):
            self.left_out += 1
        elif row["O_GROUP"] in _KEPT:
            lines = self._found[level, row["NAICS"]][row.get("OWN_CODE", "")]
            if row["O_GROUP"] == _KEPT[0] or row["OCC_CODE"] not in lines:
                row["I_GROUP"] = level
                columns = SECTORS if level == _SECTOR else FINER
                lines[row["OCC_CODE"]] = "\t".join([row.get(name, "") for name in columns])

    def tables(self) -> tuple[list[str], list[str]]:
        """Return the lines of sectors and of finer industries; of several OWN_CODEs, that of all owners."""
        sectors: list[str] = []
        finer: list[str] = []
        for (level, _), by_owner in self._found.items():
            owner = _of_all_owners(by_owner)
            self.left_out += sum(len(lines) for each, lines in by_owner.items() if each != owner)
            (sectors if level == _SECTOR else finer).extend(by_owner.get(owner, {}).values())
        return sectors, finer


def _of_all_owners(codes: Mapping[str, object]) -> str:
    """Return the longest OWN_CODE, as it has a digit for each owner; `-` if two are as long: neither has all owners."""
    first, *others = sorted(codes, key=len, reverse=True)
    return "-" if others and len(others[0]) == len(first) else first


def _level(row: Mapping[str, str]) -> str:
    """Return the level of an industry, which workbooks before 2019 tell by its code alone.

    The nation's rows of one ownership over all industries are a sector where their code tells the ownership, as
    999001 does and 000000 does not.
    """
    code = row.get("NAICS", "")
    group = row.get("I_GROUP", "")
    if group == _ALL + _ONE_OWNERSHIP or (not group and code.startswith("00")):
        return _SECTOR if code.strip("0") else group
    if group:
        return group
    digits = 4 if code[-2:-1].isalpha() else len(code.rstrip("0"))
    return _SECTOR if digits <= 2 or "-" in code else f"{digits}-digit"
