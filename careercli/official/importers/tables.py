"""Turn the texts of the bundled releases into rows of official.sqlite: integers in the smallest unit printed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from careercli.official import ep, oews, releases
from careercli.official.cells import FLAGS, Marks, in_units, month
from careercli.official.importers import text
from careercli.official.releases import NATION, SPECIALTY

Row = tuple[Any, ...]

_MEASURES = {name: n for n, name in enumerate((*oews.Wages._fields[:-1], *ep.Projection._fields), 1)}
_NATION = (1, NATION, "nation", "United States", "", 1)
_KINDS = {"2.A": "skills", "2.B": "skills", "2.C": "knowledge"}
"""What O*NET rates, by how the ids of its elements begin."""


class Tables:
    """Makes the rows of each table from the texts of every release."""

    def __init__(self, texts: Path) -> None:
        """Read the texts of this folder. Raises ValueError if they are not those of the registered releases."""
        self._texts = texts
        newest_first = sorted(enumerate(releases.ALL, 1), key=lambda each: each[1].as_of, reverse=True)
        self._releases = {source.id: number for number, source in newest_first}
        known = {path.name.partition(".")[0] for path in texts.glob("*.tsv*")}
        if known != self._releases.keys():
            raise ValueError(f"{texts} holds {sorted(known)}, and the registry {sorted(self._releases)}")
        self._occupations: dict[str, int] = {}
        self._missing: list[Row] = []

    def rows(self) -> Iterator[tuple[str, list[Row]]]:
        """Yield each table, with the columns it is filled in, and its rows by key. Search has tables of its own.

        Raises ValueError where a cell cannot be kept exactly.
        """
        # Occupations are numbered first, marks are known last.
        yield "release", sorted((n, *releases.BY_ID[key]) for key, n in self._releases.items())
        yield "area", [_NATION]
        yield "measure", [(number, name) for name, number in _MEASURES.items()]
        yield "occupation", self._named()
        yield f"wage (release, occupation, area, {', '.join(oews.Wages._fields)})", sorted(self._wages())
        yield "projection", sorted(self._projections())
        yield "missing", sorted(self._missing)
        yield from self._onet()

    def _rows(self, table: str) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the rows of every text of a table, newest release first, each with the number of its release.

        Rows of occupations that cannot be named are left out.
        """
        for key, number in self._releases.items():
            for path in self._texts.glob(f"{key}.{table}.tsv*"):
                for row in text.read(path):
                    row["code"] = row.get("OCC_CODE") or row["code"].removesuffix(".00")
                    if row["code"] in self._occupations or not self._occupations:
                        yield number, row

    def _named(self) -> list[Row]:
        """Return every code of OEWS and every specialty of O*NET; of several releases the newest names it."""
        named: dict[str, tuple[str, str]] = {}
        for _, row in self._rows("national"):
            named.setdefault(row["code"], (row["OCC_TITLE"], row["O_GROUP"]))
        for _, row in self._rows("job_zones"):
            if "." in row["code"]:
                named.setdefault(row["code"], (row["title"], SPECIALTY))
        self._occupations = {code: number for number, code in enumerate(sorted(named), 1)}
        family = {code: self._occupations.get(f"{code[:3]}0000") for code in named}
        return [(number, code, *named[code], family[code]) for code, number in self._occupations.items()]

    def _wages(self) -> Iterator[Row]:
        for release, row in self._rows("national"):
            figures, marks = oews.read(row, releases.ALL[release - 1].as_of)
            yield (*self._marked(release, row, marks), _NATION[0], *figures)

    def _projections(self) -> Iterator[Row]:
        for release, row in self._rows("occupations"):
            cells, marks = ep.read(row)
            yield (*self._marked(release, row, marks), *cells)

    def _marked(self, release: int, row: dict[str, str], marks: Marks) -> tuple[int, int]:
        """Keep the marks of a row, and return its key."""
        key = (release, self._occupations[row["code"]])
        self._missing += ((*key, _NATION[0], _MEASURES[column], *mark) for column, mark in marks.items())
        return key

    def _onet(self) -> Iterator[tuple[str, list[Row]]]:
        rated, listed, zones = (list(self._rows(table)) for table in ("ratings", "technologies", "job_zones"))
        elements = {(_KINDS[row["element_id"][:3]], row["element_id"], row["element"]) for _, row in rated}
        elements |= {("technologies", "", row["technology"]) for _, row in listed}
        # Technologies are listed in alphabetical order, regardless of case.
        ordered = sorted(elements, key=lambda each: (*each[:2], each[2].casefold(), each[2]))
        numbers = {each[1] or each[2]: number for number, each in enumerate(ordered, 1)}
        yield "element", [(number, *each) for number, each in enumerate(ordered, 1)]
        names = sorted({row["source"] for _, row in chain(rated, zones)})
        raters = {name: number for number, name in enumerate(names, 1)}
        yield "rater", [(number, name) for name, number in raters.items()]
        ids = self._occupations
        yield "rating", sorted(
            (release, ids[row["code"]], numbers[row["element_id"]], row["scale"], in_units(row["value"], 100),
             in_units(row["n"], 1), in_units(row["standard_error"], 10_000), month(row["date"]), raters[row["source"]],
             FLAGS[row["suppress"]], FLAGS[row["not_relevant"]])
            for release, row in rated
        )  # fmt: skip
        yield "technology", sorted(
            (release, ids[row["code"]], numbers[row["technology"]], FLAGS[row["in_demand"]], FLAGS[row["hot"]])
            for release, row in listed
        )  # fmt: skip
        yield "job_zone", sorted(
            (release, ids[row["code"]], in_units(row["zone"], 1), month(row["date"]), raters[row["source"]])
            for release, row in zones
        )  # fmt: skip
