"""Write our compact text of the official releases we ship, and build official.sqlite from it.

    python scripts/bundle_releases.py FOLDER [RELEASE…]

FOLDER holds the publishers' files, named as `_tables` names them: OEWS of May 2021 to 2025, the Employment
Projections 2024-34, the CPS of 2022 and 2025, the Census codes of 2018, regional price parities and the CPI-U,
all in the US public domain, the O*NET 30.2 database (CC BY 4.0), of which figures and names are taken and no
sentence, and the scores of two studies of what AI could assist (MIT, CC BY 4.0). With RELEASE only the texts of
these releases are written. Needs the extra `import`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from careercli.official.importers import (
    cps,
    crosswalk,
    delimited,
    ep,
    exposure,
    oews,
    oews_series,
    onet,
    prices,
    text,
    workbook,
)
from careercli.store import build

YEARS = ("2021", "2022", "2023", "2024")
"""The years whose parities are taken."""

Rows = Iterable[tuple[str, ...]]
Table = tuple[str, tuple[str, ...], Callable[[], Rows]]


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder, chosen = Path(sys.argv[1]), sys.argv[2:]
    for name, columns, rows in _tables(folder):
        if not chosen or name.rpartition(".")[0] in chosen:
            path = text.write(build.TEXTS, name, columns, rows())
            print(f"{path.name}: {path.stat().st_size:,} bytes", flush=True)
    build.build()


def _tables(folder: Path) -> Iterator[Table]:
    """Yield the name, the columns and the rows of every text."""
    yield from _wages(folder / "bls-oews")
    yield from _prices(folder)
    yield from _onet(folder / "onet" / "db_30_2_excel.zip")
    projections = folder / "bls-ep" / "2024-34" / "occupation_2024-2034_untouched.xlsx"
    yield (
        "projections-2024-34.occupations", tuple(ep.HEADERS),
        lambda: ep.rows(workbook.records(projections, "Table 1.2", header=1), ep.HEADERS),
    )  # fmt: skip
    yield (
        "projections-2024-34.separations", tuple(ep.SEPARATIONS),
        lambda: ep.rows(workbook.records(projections, "Table 1.10", header=1), ep.SEPARATIONS),
    )  # fmt: skip
    codes = folder / "crosswalks" / "nem-onet-to-soc-crosswalk_2023-09.xlsx"
    yield "crosswalk-2023-09.parts", crosswalk.PARTS, lambda: crosswalk.parts(workbook.records(codes, header=4))
    yield from _people(folder)
    yield from _exposure(folder / "ai-exposure")
    titles = folder / "crosswalks" / "soc_2018_direct_match_title_file.xlsx"
    yield (
        "soc-2018-titles.direct_titles", tuple(crosswalk.DIRECT_TITLES),
        lambda: crosswalk.direct_titles(workbook.records(titles, header=7)),
    )  # fmt: skip


def _wages(folder: Path) -> Iterator[Table]:
    for year in range(2021, 2026):
        path = folder / f"national_M{year}_dl.xlsx"
        yield f"oews-{year}-05.national", oews.NATIONAL, partial(_nation, path)
    states, metros, sectors = (
        folder / "places-2025" / f"oews_M2025_{name}.csv.gz" for name in ("state", "metro", "sector")
    )

    def places() -> Iterator[delimited.Record]:
        return chain(delimited.records(states), delimited.records(metros))

    yield "oews-2025-05.areas", oews_series.AREAS, lambda: oews_series.each_once(places(), oews_series.AREAS)
    yield "oews-2025-05.places", oews_series.PLACES, lambda: oews_series.places(places())
    yield (
        "oews-2025-05.industries", oews_series.INDUSTRIES,
        lambda: oews_series.each_once(delimited.records(sectors), oews_series.INDUSTRIES),
    )  # fmt: skip
    yield "oews-2025-05.sectors", oews_series.SECTORS, lambda: oews_series.sectors(delimited.records(sectors))


def _nation(path: Path) -> Rows:
    return oews.national(workbook.records(path))


def _prices(folder: Path) -> Iterator[Table]:
    parities = folder / "bea-rpp"
    metros, portions = parities / "MARPP_MSA_2008_2024.csv", parities / "PARPP_PORT_2008_2024.csv"
    states = parities / "SARPP_all_items_2023r_2024.csv"
    index = folder / "cpi" / "cpi_u_us_all_items_nsa_CUUR0000SA0_1997_2026.csv"
    columns = prices.areas(YEARS)
    yield "parities-2024.metros", columns, lambda: prices.metros(delimited.records(metros), YEARS)
    yield "parities-2024.portions", columns, lambda: prices.portions(delimited.records(portions), YEARS)
    yield "parities-2024.states", prices.STATES, lambda: prices.states(delimited.records(states))
    yield "cpi-2026-08.months", prices.CPI, lambda: prices.cpi(delimited.records(index))


def _people(folder: Path) -> Iterator[Table]:
    ages, shares = folder / "cps" / "cpsaat11b_2025.xlsx", folder / "cps" / "cpsaat11_2022.xlsx"
    codes = folder / "crosswalks" / "census_2018-occupation-code-list-and-crosswalk.xlsx"
    yield "cps-2025.ages", tuple(cps.AGES), lambda: cps.rows(workbook.lines(ages), cps.AGES)
    yield "cps-2022.shares", tuple(cps.SHARES), lambda: cps.rows(workbook.lines(shares), cps.SHARES)
    yield (
        "census-2018-codes.census_codes", cps.CODES,
        lambda: cps.codes(workbook.lines(codes, "2018 Census Occ Code List")),
    )  # fmt: skip


def _exposure(folder: Path) -> Iterator[Table]:
    for release, file, headers in (
        ("gpts-are-gpts-2024", "gpts-are-gpts_occ_level.csv", exposure.TASKS),
        ("working-with-ai-2025", "working-with-ai_soc_ai_applicability_scores.csv", exposure.USE),
    ):
        records = partial(delimited.records, folder / file)
        yield f"{release}.exposure", tuple(headers), partial(_scores, records, headers)


def _scores(records: Callable[[], Iterable[dict[str, str]]], headers: dict[str, str]) -> Rows:
    return onet.rows(records(), headers)


def _onet(archive: Path) -> Iterator[Table]:
    def taken(headers: dict[str, str], *names: str) -> tuple[tuple[str, ...], Callable[[], Rows]]:
        return tuple(headers), lambda: onet.rows(chain(*(onet.table(archive, name) for name in names)), headers)

    education, release = "Education, Training, and Experience", "onet-30.2"
    yield f"{release}.names", *taken(onet.OCCUPATIONS, "Occupation Data")
    yield f"{release}.job_zones", *taken(onet.JOB_ZONES, "Job Zones")
    yield f"{release}.ratings", *taken(onet.RATINGS, "Skills", "Knowledge")
    yield f"{release}.interests", *taken(onet.INTERESTS, "Interests")
    yield f"{release}.technologies", *taken(onet.TECHNOLOGIES, "Technology Skills")
    yield f"{release}.alternate_titles", *taken(onet.ALTERNATE_TITLES, "Alternate Titles")
    yield f"{release}.reported_titles", *taken(onet.REPORTED_TITLES, "Sample of Reported Titles")
    yield f"{release}.related", *taken(onet.RELATED, "Related Occupations")
    yield (
        f"{release}.education", tuple(onet.EDUCATION),
        lambda: onet.required_education(onet.table(archive, education)),
    )  # fmt: skip
    yield (
        f"{release}.education_levels", onet.EDUCATION_LEVELS,
        lambda: onet.education_levels(onet.table(archive, f"{education} Categories")),
    )  # fmt: skip
    yield (
        f"{release}.activity_stems", onet.ACTIVITY_STEMS,
        lambda: onet.activity_stems(onet.table(archive, "Tasks to DWAs")),
    )  # fmt: skip


if __name__ == "__main__":
    main()
