"""Turn the texts of the bundled releases into rows of official.sqlite: integers in the smallest unit printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from careercli.official import cps, ep, exposure, oews, releases
from careercli.official.cells import Marks, in_units
from careercli.official.importers import onet_tables, text
from careercli.official.importers.areas import NATION_ID, THOUSANDTHS, Areas
from careercli.official.importers.cps import codes_of, title_key
from careercli.official.importers.exposure import percentiles
from careercli.official.releases import SPECIALTY

Row = tuple[Any, ...]

_MEASURES = {name: n for n, name in enumerate((*oews.Wages._fields[:-1], *ep.Projection._fields), 1)}


class Tables:
    """Makes the rows of each table from the texts of every release."""

    def __init__(self, texts: Path) -> None:
        """Read the texts of this folder. Raises ValueError if they are not those of the registered releases."""
        self._texts = texts
        newest_first = sorted(enumerate(releases.ALL, 1), key=lambda each: each[1].as_of, reverse=True)
        self._releases = {source.id: number for number, source in newest_first}
        known = {path.name.partition(".tsv")[0].rpartition(".")[0] for path in texts.glob("*.tsv*")}
        if known != self._releases.keys():
            raise ValueError(f"{texts} holds {sorted(known)}, and the registry {sorted(self._releases)}")
        self._occupations: dict[str, int] = {}
        self._missing: dict[tuple[Row, ...], int] = {}
        """Each pattern of missing cells, which are columns and marks, and its id."""

    def rows(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """Yield each table, with the columns it is filled in, and its rows by key. Search has tables of its own.

        Rows are to be taken before the next table is asked for. Raises ValueError where a cell cannot be kept
        exactly.
        """
        # Occupations are numbered first, what is missing is known last.
        yield "release", sorted((n, *releases.BY_ID[key]) for key, n in self._releases.items())
        yield "measure", [(number, name) for name, number in _MEASURES.items()]
        occupations = self._named()
        yield "occupation", occupations
        areas = Areas(*(self._cells(table) for table in ("areas", "metros", "portions", "states")))
        yield "area", areas.rows
        columns = ", ".join(oews.Wages._fields)
        yield f"wage (release, occupation, area, {columns}, missing)", self._wages(areas.numbers)
        yield from self._sectors()
        yield "projection", sorted(self._projections())
        yield "separation", sorted(self._separations())
        yield (
            "missing",
            sorted(
                (number, _MEASURES[column], *mark) for cells, number in self._missing.items() for column, mark in cells
            ),
        )
        yield from onet_tables.tables(self._rows, self._occupations)
        ids = self._occupations
        yield "part", sorted((ids[row["code"]], ids[row["part"].removesuffix(".00")]) for _, row in self._rows("parts"))
        yield from self._prices(areas)
        yield "exposure", sorted(self._exposure())
        yield from self._people({code: level == "broad" for _, code, _, level, _ in occupations if level != "major"})

    def _rows(self, table: str) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the rows of every text of a table, newest release first, each with the number of its release.

        `code` is a SOC code or that of a specialty. Rows of occupations that cannot be named are left out.
        """
        for key, number in self._releases.items():
            for path in self._texts.glob(f"{key}.{table}.tsv*"):
                for row in text.read(path):
                    if "code" in row:
                        row["code"] = row["code"].removesuffix(".00")
                        if self._occupations and row["code"] not in self._occupations:
                            continue
                    yield number, row

    def _cells(self, table: str) -> Iterator[dict[str, str]]:
        return (row for _, row in self._rows(table))

    def _named(self) -> list[Row]:
        """Return every code of OEWS, O*NET and the projections; of several releases the newest of OEWS names it."""
        named: dict[str, tuple[str, str]] = {}
        for row in self._cells("national"):
            named.setdefault(row["OCC_CODE"], (row["OCC_TITLE"], row["O_GROUP"]))
        for row in self._cells("names"):
            named.setdefault(row["code"], (row["title"], SPECIALTY if "." in row["code"] else "detailed"))
        for row in self._cells("occupations"):
            named.setdefault(row["code"], (row["title"], "detailed" if row["type"] == "Line item" else "broad"))
        self._occupations = {code: number for number, code in enumerate(sorted(named), 1)}
        family = {code: self._occupations.get(f"{code[:3]}0000") for code in named}
        return [(number, code, *named[code], family[code]) for code, number in self._occupations.items()]

    def _wages(self, areas: dict[str, int]) -> Iterator[Row]:
        for release, code, area, figures, missing in self._figures("places"):
            yield (release, self._occupations[code], areas[area], *figures, missing)
        for release, code, _, figures, missing in self._figures("national"):
            yield (release, self._occupations[code], NATION_ID, *figures, missing)

    def _figures(self, table: str) -> Iterator[tuple[int, str, str, oews.Wages, int | None]]:
        """Yield the rows of a table of wages as they come: release, the first two cells, figures, what is missing."""
        for key, release in self._releases.items():
            for path in self._texts.glob(f"{key}.{table}.tsv*"):
                columns, lines = text.lines(path.read_bytes(), path.suffix == ".xz")
                read = oews.reader(columns, releases.BY_ID[key].as_of)
                for line in lines:
                    code, place, _ = line.split("\t", 2)
                    figures, marks = read(line)
                    yield release, code, place, figures, self._pattern(marks)

    def _sectors(self) -> Iterator[tuple[str, Iterable[Row]]]:
        titles = {row["INDUSTRY"]: row["INDUSTRY_TITLE"] for row in self._cells("industries")}
        numbers = {code: number for number, code in enumerate(sorted(titles), 1)}
        yield "industry (id, code, title)", [(number, code, titles[code]) for code, number in numbers.items()]
        columns = ", ".join(oews.OF_INDUSTRIES)
        yield (
            f"industry_wage (release, occupation, industry, {columns}, missing)",
            (
                (release, self._occupations[code], numbers[industry], *oews.figures_of_industry(figures), missing)
                for release, code, industry, figures, missing in self._figures("sectors")
            ),
        )

    def _projections(self) -> Iterator[Row]:
        for release, row in self._rows("occupations"):
            cells, marks = ep.read(row)
            yield (release, self._occupations[row["code"]], *cells, self._pattern(marks))

    def _separations(self) -> Iterator[Row]:
        for release, row in self._rows("separations"):
            rates = (in_units(row[column], 10) for column in ep.Separations._fields)
            yield (release, self._occupations[row["code"]], *rates)

    def _people(self, broad: Mapping[str, bool]) -> Iterator[tuple[str, Iterable[Row]]]:
        """Yield the Census codes and the figures of each for every occupation that belongs to it; `broad` by code."""
        codes = sorted(self._cells("census_codes"), key=lambda row: row["census"])
        numbers = {row["soc"]: number for number, row in enumerate(codes, 1)}
        yield (
            "census_occupation",
            [(numbers[row["soc"]], row["census"], row["title"], row["soc"]) for row in codes],
        )
        by_title = {title_key(row["title"]): row["soc"] for row in codes}
        by_soc = codes_of(broad, numbers)
        yield (
            "demographic",
            sorted(
                (release, self._occupations[code], measure, numbers[soc], in_units(row[measure], 10))
                for release, row in chain(self._rows("ages"), self._rows("shares"))
                for soc in (by_title.get(title_key(row["title"]), ""),)
                for code in by_soc.get(soc, ())
                for measure in cps.MEASURES if measure in row
            ),
        )  # fmt: skip

    def _exposure(self) -> Iterator[Row]:
        """Yield every score of an occupation that can be named, with its place among all that the studies have."""
        scores: dict[str, dict[str, float]] = {}
        releases_of: dict[str, int] = {}
        for release, row in self._rows("exposure"):
            for measure in exposure.MEASURES:
                if measure in row:
                    scores.setdefault(measure, {})[row["code"]] = float(row[measure])
                    releases_of[measure] = release
        ranks = percentiles(scores)
        for measure, by_code in scores.items():
            for code, score in by_code.items():
                occupation = self._occupations[code]
                yield (releases_of[measure], occupation, measure, score, ranks.get((measure, code)))

    def _pattern(self, marks: Marks) -> int | None:
        """Return the id of the pattern of these marks, or None where nothing is missing."""
        if not marks:
            return None
        return self._missing.setdefault(tuple(marks.items()), len(self._missing) + 1)

    def _prices(self, areas: Areas) -> Iterator[tuple[str, Iterable[Row]]]:
        release = self._releases[releases.newest("RPP").id]
        yield "price_parity", [(release, *parity) for parity in areas.parities]
        yield (
            "cpi",
            sorted(
                (release, int(row["year"] + row["period"][1:]), in_units(row["value"], THOUSANDTHS))
                for release, row in self._rows("months")
            ),
        )
