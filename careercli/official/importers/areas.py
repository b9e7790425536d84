"""Turn the places of OEWS and of the price parities into rows of official.sqlite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from careercli.official.cells import in_units
from careercli.official.releases import NATION

NATION_ID = 1
THOUSANDTHS = 1000

Row = tuple[object, ...]
Texts = Iterable[Mapping[str, str]]

_STATES = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE", "11": "DC",
    "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA", "20": "KS", "21": "KY",
    "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT",
    "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND", "39": "OH",
    "40": "OK", "41": "OR", "42": "PA", "44": "RI", "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT",
    "50": "VT", "51": "VA", "53": "WA", "54": "WV", "55": "WI", "56": "WY", "66": "GU", "72": "PR", "78": "VI",
}  # fmt: skip
"""The letters of each state and territory by its FIPS code."""


class Areas:
    """The nation, then states, metropolitan and nonmetropolitan areas, then the portions whose prices they share."""

    def __init__(self, places: Texts, metros: Texts, portions: Texts, states: Texts) -> None:
        """Take the areas of OEWS, and parities of metropolitan areas, portions of states, and states."""
        self.numbers: dict[str, int] = {}
        """The id of each area of OEWS by the code of the time-series files (`0018140`), and of the nation."""
        named = {NATION: (NATION, "nation", "United States", "")}
        named |= {row["AREA"]: _place(row) for row in places}
        nonmetro = {row["GeoFIPS"]: row for row in portions if any(_parities(row))}
        named |= {fips: (fips, "portion", row["GeoName"], _STATES[fips[:2]]) for fips, row in sorted(nonmetro.items())}
        self.numbers = {key: number for number, key in enumerate(named, NATION_ID)}
        codes = {cells[0]: self.numbers[key] for key, cells in named.items()}
        titles = {cells[2]: cells[0] for cells in named.values() if cells[1] == "state"}
        printed = {NATION if row["GeoFIPS"] == "00000" else row["GeoFIPS"]: row for row in metros}
        printed |= nonmetro | {titles[row["GeoName"]]: row for row in states}
        self.parities = sorted(
            (codes[code], int(year), parity)
            for code, row in printed.items() if code in codes for year, parity in _parities(row)
        )  # fmt: skip
        priced = {area for area, _, _ in self.parities}
        self.rows: list[Row] = []
        for key, (code, kind, title, letters) in named.items():
            price_area = codes.get(f"{key[:2]}999") if kind == "nonmetro" else codes[code]
            self.rows.append(
                (self.numbers[key], code, kind, title, letters, price_area if price_area in priced else None)
            )


def parity_area(fips: str) -> str:
    """Return the code of an area that the parities name by five digits: `OH` for 39000; 18140, 39999 as they are."""
    if fips == "00000":
        return NATION
    return _STATES.get(fips[:2], fips) if fips.endswith("000") else fips


def _place(row: Mapping[str, str]) -> tuple[str, str, str, str]:
    """Return code, kind, title and states of an area of OEWS."""
    code, title, letters = row["AREA"], row["AREA_TITLE"], _STATES[row["STATE_FIPS"]]
    if row["AREA_TYPE"] == "S":
        return letters, "state", title, letters
    if code.startswith("00"):
        return code[2:], "metro", title, title.rpartition(", ")[2]
    return code, "nonmetro", title, letters


def _parities(row: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Yield each year and its parity in thousandths; one of 0.000 is none."""
    for year, cell in row.items():
        parity = in_units(cell, THOUSANDTHS) if year.isdigit() else None
        if parity:
            yield year, parity
