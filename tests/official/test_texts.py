"""The texts hold every cell as the publishers print it, and official.sqlite every cell of the texts."""

import csv
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from careercli.model.titles import keys
from careercli.model.words import normalize, stem
from careercli.official import ep, oews
from careercli.official.exposure import OCCUPATIONS
from careercli.official.importers import oews as oews_importer
from careercli.official.importers import oews_series, onet, text
from careercli.store import build, official
from tests.official import publishers
from tests.official.publishers import (
    needs_cps,
    needs_crosswalk,
    needs_exposure,
    needs_oews,
    needs_onet,
    needs_places,
    needs_prices,
    needs_projections,
    needs_titles,
)

Cells = set[tuple[str, ...]]


def table_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a bundled text."""
    (path,) = build.TEXTS.glob(f"{name}.tsv*")
    return text.read(path)


def table(name: str) -> list[dict[str, str]]:
    return list(table_rows(name))


def bundled(name: str) -> Cells:
    return {tuple(row.values()) for row in table(name)}


def cells(records: Iterable[publishers.Record], headers: Iterable[str]) -> Cells:
    """The cells under some headers as a workbook shows them."""
    headers = list(headers)
    return {tuple(shown(record[name]) for name in headers) for record in records}


def shown(cell: Any) -> str:
    return f"{cell:.10g}" if isinstance(cell, float) else str(cell).strip()


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(f"file:{official.PATH}?mode=ro", uri=True)
    yield opened
    opened.close()


# -- the publishers' files and the texts

YEARS = (2021, 2022, 2023, 2024, 2025)


@needs_oews
@pytest.mark.parametrize("year", YEARS)
def test_every_cell_of_oews_is_the_workbooks(year: int) -> None:
    rows = publishers.oews(year)
    detailed = {row["OCC_CODE"] for row in rows if row["O_GROUP"] == "detailed"}
    kept = [
        row for row in rows
        if row["O_GROUP"] in ("detailed", "major") or (row["O_GROUP"] == "broad" and row["OCC_CODE"] not in detailed)
    ]  # fmt: skip
    name = f"oews-{year}-05.national"
    assert bundled(name) == cells(kept, oews_importer.NATIONAL)
    assert len(table(name)) == len(kept) == {2022: 1_300, 2025: 1_299}.get(year, 1_301)


def lines(name: str, key: tuple[str, str]) -> dict[tuple[str, str], str]:
    """The rows of a large text by two of its columns, each as one text."""
    return {(row[key[0]], row[key[1]]): "\t".join(row.values()) for row in table_rows(name)}


@pytest.mark.slow
@needs_places
def test_every_cell_of_places_is_that_of_the_publishers_files() -> None:
    bundled_rows = lines("oews-2025-05.places", ("OCC_CODE", "AREA"))
    areas, checked = set(), 0
    for row in chain(publishers.places("state"), publishers.places("metro")):
        areas.add(tuple(row[name] for name in oews_series.AREAS))
        if row["O_GROUP"] == "detailed":
            line = bundled_rows.pop((row["OCC_CODE"], row["AREA"]))
            assert line == "\t".join([row[name] for name in oews_series.PLACES])
            checked += len(oews_series.PLACES)
    assert bundled_rows == {}
    assert checked > 4_400_000
    assert bundled("oews-2025-05.areas") == areas
    assert len(areas) == 582


@needs_places
def test_every_cell_of_sectors_is_that_of_the_publishers_file() -> None:
    bundled_rows = lines("oews-2025-05.sectors", ("OCC_CODE", "INDUSTRY"))
    industries = set()
    for row in publishers.places("sector"):
        industries.add((row["INDUSTRY"], row["INDUSTRY_TITLE"]))
        if row["O_GROUP"] in ("detailed", "broad"):
            line = bundled_rows.pop((row["OCC_CODE"], row["INDUSTRY"]))
            assert line == "\t".join([row[name] for name in oews_series.SECTORS])
    assert bundled_rows == {}
    assert bundled("oews-2025-05.industries") == industries
    assert len(industries) == 25


@needs_projections
def test_every_cell_of_the_projections_is_the_workbooks() -> None:
    headers = (
        "2024 National Employment Matrix code", "2024 National Employment Matrix title", "Occupation type",
        "Employment, 2024", "Employment, 2034", "Employment change, percent, 2024–34", "Percent self employed, 2024",
        "Occupational openings, 2024–34 annual average", "Typical education needed for entry",
        "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation",
    )  # fmt: skip
    kept = projected(publishers.projections())
    assert bundled("projections-2024-34.occupations") == cells(kept, headers)
    assert len(table("projections-2024-34.occupations")) == len(kept) > 832


def projected(records: Iterable[publishers.Record]) -> list[publishers.Record]:
    """The rows of line items and of broad codes."""
    broad = re.compile(r".{5}[1-9]0")
    return [
        row for row in records
        if row["Occupation type"] == "Line item"
        or (row["Occupation type"] == "Summary" and broad.fullmatch(row["2024 National Employment Matrix code"]))
    ]  # fmt: skip


@needs_projections
def test_every_rate_of_separations_is_the_workbooks() -> None:
    headers = (
        "2024 National Employment Matrix code", "Labor force exit rate, 2024–34 annual average",
        "Occupational transfer rate, 2024–34 annual average",
        "Total occupational separations rate, 2024–34 annual average",
    )  # fmt: skip
    assert bundled("projections-2024-34.separations") == cells(projected(publishers.projections("1.10")), headers)


@pytest.mark.a_tenth
@needs_onet
@pytest.mark.parametrize(
    ("name", "tables", "headers"),
    [
        ("names", ("Occupation Data",), onet.OCCUPATIONS),
        ("ratings", ("Skills", "Knowledge"), onet.RATINGS),
        ("interests", ("Interests",), onet.INTERESTS),
        ("technologies", ("Technology Skills",), onet.TECHNOLOGIES),
        ("job_zones", ("Job Zones",), onet.JOB_ZONES),
        ("alternate_titles", ("Alternate Titles",), onet.ALTERNATE_TITLES),
        ("reported_titles", ("Sample of Reported Titles",), onet.REPORTED_TITLES),
        ("related", ("Related Occupations",), onet.RELATED),
    ],
)
def test_every_cell_of_onet_is_the_databases(name: str, tables: tuple[str, ...], headers: dict[str, str]) -> None:
    records = [record for each in tables for record in publishers.onet(each)]
    assert bundled(f"onet-30.2.{name}") == cells(records, headers.values())
    assert len(table(f"onet-30.2.{name}")) == len(records)


@needs_onet
def test_every_cell_of_required_education_is_the_databases() -> None:
    records = [each for each in publishers.onet("Education, Training, and Experience") if each["Scale ID"] == "RL"]
    assert bundled("onet-30.2.education") == cells(records, onet.EDUCATION.values())
    assert len(table("onet-30.2.education")) == len(records) == 10_536
    levels = [
        each for each in publishers.onet("Education, Training, and Experience Categories") if each["Scale ID"] == "RL"
    ]
    assert bundled("onet-30.2.education_levels") == {
        (shown(each["Category"]), each["Category Description"].split(" - ")[0]) for each in levels
    }


@needs_onet
def test_every_stem_is_counted_in_the_titles_of_activities() -> None:
    titles: dict[str, set[str]] = {}
    for record in publishers.onet("Tasks to DWAs"):
        titles.setdefault(record["O*NET-SOC Code"], set()).add(record["DWA Title"])
    wanted: Cells = set()
    for code, those in titles.items():
        words = Counter(
            word for title in those
            for word in {stem(each) for each in re.sub(r"[^0-9a-z]+", " ", normalize(title)).split()}
        )  # fmt: skip
        wanted |= {(code, word, str(count)) for word, count in words.items()}
    assert bundled("onet-30.2.activity_stems") == wanted


@needs_prices
def test_every_parity_and_price_index_is_the_publishers() -> None:
    years = [str(year) for year in (2021, 2022, 2023, 2024)]
    for name, file, chosen in (
        ("metros", "MARPP_MSA_2008_2024.csv", r"(?!00999)\d+"), ("portions", "PARPP_PORT_2008_2024.csv", r"\d\d999"),
    ):  # fmt: skip
        kept = [
            cells for line in (publishers.PARITIES / file).read_text(encoding="utf-8").splitlines()
            if (cells := csv_cells(line))[4:5] == ["1"] and re.fullmatch(chosen, cells[0])
        ]  # fmt: skip
        assert bundled(f"parities-2024.{name}") == {(each[0], each[1], *each[-4:]) for each in kept}
        assert list(table(f"parities-2024.{name}")[0]) == ["GeoFIPS", "GeoName", *years]
    states = (publishers.PARITIES / "SARPP_all_items_2023r_2024.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert bundled("parities-2024.states") == {tuple(csv_cells(line)) for line in states}
    months = publishers.CPI.read_text(encoding="utf-8").splitlines()[1:]
    assert bundled("cpi-2026-08.months") == {tuple(line.split(",")) for line in months}


def csv_cells(line: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line], skipinitialspace=True), [])]


@needs_titles
def test_every_direct_match_title_is_the_workbooks() -> None:
    records = publishers.records(publishers.TITLES, 0, 7)
    # Some titles are printed with a space too many.
    kept = [(each["2018 SOC Code"], " ".join(each["2018 SOC Direct Match Title"].split())) for each in records]
    kept = [each for each in kept if each[0]]
    assert bundled("soc-2018-titles.direct_titles") == set(kept)
    assert len(table("soc-2018-titles.direct_titles")) == len(kept) == 6_539


@needs_crosswalk
def test_every_part_is_the_crosswalks() -> None:
    records = publishers.records(publishers.CROSSWALK, 0, 4)
    kept = [each for each in records if each["NEM Code"] and each["O*NET-SOC Code"][:7] != each["NEM Code"]]
    assert bundled("crosswalk-2023-09.parts") == cells(kept, ("NEM Code", "O*NET-SOC Code"))


def spaced(cell: Any) -> str:
    return " ".join(shown(cell).split())


@needs_cps
def test_every_age_share_and_census_code_is_the_publishers() -> None:
    ages = publishers.cells(publishers.AGES, 0)[6:]
    assert bundled("cps-2025.ages") == {(spaced(row[0]), shown(row[9])) for row in ages if row[1] != ""}
    shares = publishers.cells(publishers.SHARES, 0)[7:]
    assert bundled("cps-2022.shares") == {
        (spaced(row[0]), *map(shown, row[2:])) for row in shares if row[1] != ""
    }  # fmt: skip
    codes = publishers.cells(publishers.CENSUS, "2018 Census Occ Code List")
    assert bundled("census-2018-codes.census_codes") == {
        tuple(map(spaced, row[1:4])) for row in codes if re.fullmatch(r"\d{4}", spaced(row[2])) and row[3] != "none"
    }
    assert len(table("census-2018-codes.census_codes")) == 568


@needs_exposure
@pytest.mark.parametrize(
    ("name", "file", "headers", "count"),
    [
        (
            "gpts-are-gpts-2024", "gpts-are-gpts_occ_level.csv",
            ("O*NET-SOC Code", "human_rating_beta", "dv_rating_beta"), 923,
        ),
        (
            "working-with-ai-2025", "working-with-ai_soc_ai_applicability_scores.csv",
            ("SOC Code", "ai_applicability_score"), 785,
        ),
    ],
)  # fmt: skip
def test_every_score_is_the_studies(name: str, file: str, headers: tuple[str, ...], count: int) -> None:
    rows = publishers.exposure(file)
    assert bundled(f"{name}.exposure") == {tuple(row[header] for header in headers) for row in rows}
    assert len(rows) == count


@needs_exposure
def test_the_license_of_the_scores_is_passed_on() -> None:
    theirs = publishers.EXPOSURE / "gpts-are-gpts_LICENSE.txt"
    assert (build.TEXTS.parent / "licenses" / "gpts-are-gpts.txt").read_bytes() == theirs.read_bytes()


# -- the texts and the database


@cache
def exact(cell: str, units: int) -> int | None:
    """A printed figure in units; None where no figure is printed."""
    return int(Decimal(cell) * units) if re.fullmatch(r"-?[0-9.]*[0-9]", cell) else None


def wages_of(
    database: sqlite3.Connection, sql: str, *asked: object
) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """The keys of rows of wages, and their cells by column."""
    found = database.execute(sql, asked)
    names = [name for name, *_ in found.description]
    start = names.index("employment")
    for row in found:
        yield row[:start], dict(zip(names[start:], row[start:], strict=True))


def assert_wages(row: dict[str, str], found: dict[str, Any], marks: dict[int, dict[str, str]]) -> None:
    """Check that every cell of a row of a text, and its footnotes, read back from the database."""
    footnotes = dict(each.split(":") for each in re.split("[ ;]", row.get("FOOTNOTES", "")) if each)
    of_row = marks.get(found["missing"], {})
    for column, (header, units) in oews.HEADERS.items():
        cell = row.get(header, "")
        figure = exact(cell, units)
        assert found.get(column) == figure
        if figure is None and cell:
            assert of_row[column] == (f"{cell}({footnotes.pop(header)})" if header in footnotes else cell)
        else:
            assert column not in of_row
    assert footnotes == {}
    if "ANNUAL" in row:
        assert [row["ANNUAL"], row["HOURLY"]] == ["TRUE" if found["only"] == each else "" for each in ("year", "hour")]


@pytest.fixture(scope="module")
def marks(database: sqlite3.Connection) -> dict[int, dict[str, str]]:
    """What is printed in place of the missing cells, by pattern and column."""
    found: dict[int, dict[str, str]] = {}
    rows = database.execute("SELECT missing.id, name, mark FROM missing JOIN measure ON measure.id = measure")
    for number, name, mark in rows:
        found.setdefault(number, {})[name] = mark
    return found


_OF_WAGES = "JOIN occupation ON occupation.id = wage.occupation JOIN release ON release.id = wage.release"


@pytest.mark.parametrize("year", YEARS)
def test_every_cell_of_oews_reads_back_as_printed(
    year: int, database: sqlite3.Connection, marks: dict[int, dict[str, str]]
) -> None:
    sql = f"SELECT code, wage.* FROM wage {_OF_WAGES} WHERE key = ? AND wage.area = 1 ORDER BY code"
    rows = table(f"oews-{year}-05.national")
    for row, ((code, *_), found) in zip(rows, wages_of(database, sql, f"oews-{year}-05"), strict=True):
        assert row["OCC_CODE"] == code
        assert_wages(row, found, marks)


@pytest.mark.a_tenth
@pytest.mark.parametrize("digit", "4012356789")
def test_every_cell_of_places_of_occupations_that_end_in_a_digit_reads_back_as_printed(
    digit: str, database: sqlite3.Connection, marks: dict[int, dict[str, str]]
) -> None:
    letters = {row["AREA"]: row for row in table("oews-2025-05.areas")}
    sql = (
        f"SELECT occupation.code, area.code, area.title, wage.* FROM wage {_OF_WAGES} JOIN area ON area.id = wage.area"
        " WHERE key = 'oews-2025-05' AND wage.area > 1 AND occupation.code LIKE ? ORDER BY occupation.code, area.id"
    )
    rows = (row for row in table_rows("oews-2025-05.places") if row["OCC_CODE"].endswith(digit))
    for row, ((code, area, title, *_), found) in zip(rows, wages_of(database, sql, f"%{digit}"), strict=True):
        assert (row["OCC_CODE"], letters[row["AREA"]]["AREA_TITLE"]) == (code, title)
        assert row["AREA"].removeprefix("00") == area or len(area) == 2
        assert_wages(row, found, marks)


def test_every_cell_of_sectors_reads_back_as_printed(
    database: sqlite3.Connection, marks: dict[int, dict[str, str]]
) -> None:
    sql = (
        f"SELECT occupation.code, industry.code, wage.* FROM industry_wage AS wage {_OF_WAGES}"
        " JOIN industry ON industry.id = wage.industry ORDER BY occupation.code, industry.code"
    )
    rows = table_rows("oews-2025-05.sectors")
    for row, ((code, industry, *_), found) in zip(rows, wages_of(database, sql), strict=True):
        assert (row["OCC_CODE"], row["INDUSTRY"]) == (code, industry)
        assert_wages(row, found, marks)


def read_back(number: int | None, units: int) -> str:
    """A cell of the database as the text prints it."""
    return "" if number is None else shown(number / units)


def test_every_cell_of_the_projections_reads_back_as_printed(
    database: sqlite3.Connection, marks: dict[int, dict[str, str]]
) -> None:
    columns = ep.Projection._fields
    rows = database.execute(
        f"SELECT code, missing, {', '.join(columns)} FROM projection JOIN occupation ON id = occupation"
    )
    found = {
        (code, *(marks.get(missing, {}).get(name) or (read_back(cell, ep.NUMBERS[name]) if name in ep.NUMBERS else cell)
                 for name, cell in zip(columns, those, strict=True)))
        for code, missing, *those in rows
    }  # fmt: skip
    wanted = {(row["code"], *(row[name] for name in columns)) for row in table("projections-2024-34.occupations")}
    assert found == wanted


def test_every_rate_of_separations_reads_back_as_printed(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT code, exit_rate, transfer_rate, separations_rate FROM separation JOIN occupation ON id = occupation"
    )
    found = {(code, *(read_back(rate, 10) for rate in rates)) for code, *rates in rows}
    assert found == bundled("projections-2024-34.separations")


FLAGS = {1: "Y", 0: "N", None: ""}


def dated(month: int) -> str:
    return f"{month % 100:02}/{month // 100}"


def coded(name: str) -> Cells:
    """The rows of a text of O*NET, `.00` codes as the SOC code they are."""
    return {(row[0].removesuffix(".00"), *row[1:]) for row in bundled(f"onet-30.2.{name}")}


def test_every_rating_and_interest_reads_back_as_printed(database: sqlite3.Connection) -> None:
    ratings = database.execute(
        "SELECT occupation.code, element.code, element.title, scale, value, n, standard_error, suppressed,"
        " not_relevant, rated, rater.name FROM rating JOIN occupation ON occupation.id = occupation"
        " JOIN element ON element.id = element JOIN rater ON rater.id = rater"
    )
    found = {
        (code, element, title, scale, read_back(value, 100), read_back(n, 1), read_back(error, 10_000),
         FLAGS[suppressed], FLAGS[not_relevant], dated(rated), rater)
        for code, element, title, scale, value, n, error, suppressed, not_relevant, rated, rater in ratings
    }  # fmt: skip
    interests = {(*row[:5], "", "", "", "", *row[5:]) for row in coded("interests")}
    assert found == coded("ratings") | interests


def test_every_other_cell_of_onet_reads_back_as_printed(database: sqlite3.Connection) -> None:
    named = "JOIN occupation ON occupation.id = occupation"
    asked = {
        "technologies": f"SELECT occupation.code, element.title, hot, in_demand FROM technology {named}"
        " JOIN element ON element.id = element",
        "job_zones": f"SELECT code, zone, rated, name FROM job_zone {named} JOIN rater ON rater.id = rater",
        "education": "SELECT code, education.level, share, n, standard_error, suppressed, rated, name"
        f" FROM education {named} JOIN rater ON rater.id = rater",
        "education_levels": "SELECT id, title FROM education_level",
        "activity_stems": "SELECT code, stem.stem, count FROM activity_stem AS counted"
        " JOIN occupation ON occupation.id = counted.occupation JOIN stem ON stem.id = counted.stem",
        "reported_titles": "SELECT code, title.title FROM title JOIN occupation ON occupation.id = title.occupation"
        " WHERE list = 'reported'",
        "related": "SELECT occupation.code, other.code, tier, rank FROM related"
        " JOIN occupation ON occupation.id = related.occupation JOIN occupation AS other ON other.id = related.related",
    }
    shown_as = {"hot": FLAGS.get, "in_demand": FLAGS.get, "suppressed": FLAGS.get, "rated": dated,
                "share": lambda share: read_back(share, 100), "standard_error": lambda error: read_back(error, 10_000),
                "n": lambda n: read_back(n, 1)}  # fmt: skip
    for name, sql in asked.items():
        found = database.execute(sql)
        columns = [column for column, *_ in found.description]
        rows = {
            tuple(shown_as.get(column, str)(cell) for column, cell in zip(columns, row, strict=True)) for row in found
        }
        wanted = coded(name)
        if name == "related":
            wanted = {(row[0], row[1].removesuffix(".00"), *row[2:]) for row in wanted}
        assert rows == wanted, name


def test_every_title_of_every_list_is_in_the_table_of_titles(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT coalesce(key, ''), list, code, title.title FROM title JOIN occupation ON occupation.id = occupation"
        " LEFT JOIN release ON release.id = title.release"
    ).fetchall()
    reported = coded("reported_titles")
    alternate = {(code, title) for code, *titles in coded("alternate_titles") for title in titles if title}
    direct = {(row["code"], row["title"]) for row in table("soc-2018-titles.direct_titles")}
    own = set(database.execute("SELECT code, title FROM occupation WHERE level <> 'major'"))
    lists = {
        ("onet-30.2", "reported"): reported, ("onet-30.2", "alternate"): alternate - reported,
        ("soc-2018-titles", "direct match"): direct, ("", "occupation"): own,
    }  # fmt: skip
    assert set(rows) == {(*on, *each) for on, titles in lists.items() for each in titles}
    assert len(rows) == len(set(rows)) == 69_540
    assert ("onet-30.2", "alternate", "31-1131", "CNA") in rows


def test_every_title_is_found_by_its_keys(database: sqlite3.Connection) -> None:
    found = set(database.execute("SELECT title, key FROM title_key"))
    assert found == {
        (number, key) for number, title in database.execute("SELECT id, title FROM title") for key in keys(title)
    }


def test_every_parity_and_price_index_reads_back_as_printed(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT area.code, area.title, year, parity FROM price_parity JOIN area ON area.id = area")
    by_code: dict[tuple[str, str], int] = {}
    by_title: dict[tuple[str, str], int] = {}
    for code, title, year, parity in rows:
        by_code["00000" if code == "US" else code, str(year)] = by_title[title, str(year)] = parity
    checked = set()
    for name in ("metros", "portions"):
        for row in table(f"parities-2024.{name}"):
            for year in ("2021", "2022", "2023", "2024"):
                printed = exact(row[year], 1000)
                assert by_code.get((row["GeoFIPS"], year)) == (printed or None), (row, year)
                checked |= {(row["GeoFIPS"], year)} if printed else set()
    for row in table("parities-2024.states"):
        for year, header in (("2023", "rpp_all_items_2023_revised"), ("2024", "rpp_all_items_2024")):
            assert by_title[row["GeoName"], year] == exact(row.get(header) or row[year], 1000)
    assert len(checked) + 2 * len(table("parities-2024.states")) == len(by_code)
    months = {(str(month), value) for month, value in database.execute("SELECT month, value FROM cpi")}
    printed_months = {
        (row["year"] + row["period"][1:], exact(row["value"], 1000)) for row in table("cpi-2026-08.months")
    }
    assert months == printed_months


def test_every_figure_of_the_cps_reads_back_as_printed(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT release.key, listed.code, measure, value FROM demographic"
        " JOIN release ON release.id = demographic.release"
        " JOIN census_occupation AS listed ON listed.id = demographic.census"
    )
    found = {(key, census, measure, read_back(value, 10) or "–") for key, census, measure, value in rows}
    codes = {title_of(row): row["census"] for row in table("census-2018-codes.census_codes")}
    printed = {
        (key, codes[title], measure, cell)
        for key, name in (("cps-2025", "ages"), ("cps-2022", "shares")) for row in table(f"{key}.{name}")
        if (title := title_of(row)) in codes for measure, cell in row.items() if measure != "title"
    }  # fmt: skip
    assert found <= printed
    assert {census for _, census, _, _ in printed - found} == WITHOUT_OCCUPATION
    assert len({title_of(row) for row in table("cps-2025.ages")} - codes.keys()) == 30


def title_of(row: dict[str, str]) -> str:
    return row["title"].replace(",", "").casefold()


def test_every_occupation_belongs_to_the_narrowest_census_code_that_holds_it(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT DISTINCT occupation.code, listed.code FROM demographic JOIN occupation ON occupation.id = occupation"
        " JOIN census_occupation AS listed ON listed.id = demographic.census"
    )
    found = dict(rows)
    assert {code: found.get(code) for code in CENSUS_CODES} == CENSUS_CODES


CENSUS_CODES = {
    "15-1231": "1050", "15-1232": "1050", "15-1230": "1050", "15-1244": "1105", "49-2022": "7020",
    "15-1242": "1065", "15-1243": "1065", "15-1240": None, "13-2051": "0845", "13-2099": "0960", "13-2020": "0810",
    "29-1141": "3255", "25-1011": "2205", "31-1120": None, "51-4199": "8225", "51-9199": None, "15-1299.08": "1108",
}  # fmt: skip
"""Census codes of occupations: their own, a broad one, one of what is left, and none."""

WITHOUT_OCCUPATION = {"8025", "8865"}
"""Codes of which a wider one may hold the same occupations: 51-403X and 51-919X."""


def test_every_score_of_a_study_reads_back_as_printed(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT code, measure, value FROM exposure JOIN occupation ON id = occupation")
    found = {(code, measure, repr(score)) for code, measure, score in rows}
    named = {code for (code,) in database.execute("SELECT code FROM occupation")}
    printed = {
        (code, measure, score)
        for name in ("gpts-are-gpts-2024", "working-with-ai-2025") for row in table(f"{name}.exposure")
        for measure, score in row.items() if measure != "code" and (code := row["code"].removesuffix(".00")) in named
    }  # fmt: skip
    assert found == printed
    assert len(found) == 2 * 923 + 785


def test_a_percentile_is_the_share_of_the_occupations_of_both_studies_that_score_lower(
    database: sqlite3.Connection,
) -> None:
    scores: dict[str, dict[str, list[Decimal]]] = {}
    for name in ("gpts-are-gpts-2024", "working-with-ai-2025"):
        for row in table(f"{name}.exposure"):
            for measure in row.keys() - {"code"}:
                scores.setdefault(measure, {}).setdefault(row["code"][:7], []).append(Decimal(row[measure]))
    means = {
        measure: {code: round(sum(those) / len(those), 9) for code, those in by_code.items()}
        for measure, by_code in scores.items()
    }
    both = set.intersection(*(set(each) for each in means.values()))
    assert len(both) == OCCUPATIONS == 773
    rows = database.execute("SELECT code, measure, percentile FROM exposure JOIN occupation ON id = occupation")
    for code, measure, percentile in rows:
        if code in both:
            lower = sum(means[measure][other] < means[measure][code] for other in both)
            assert abs(percentile - 1000 * lower / 773) <= 0.5, (code, measure)
        else:
            assert percentile is None, code


def test_every_part_and_name_reads_back_as_printed(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT occupation.code, other.code FROM part JOIN occupation ON occupation.id = part.occupation"
        " JOIN occupation AS other ON other.id = part.part"
    )
    assert set(rows) == {(whole, part.removesuffix(".00")) for whole, part in bundled("crosswalk-2023-09.parts")}
    titles = dict(database.execute("SELECT code, title FROM occupation").fetchall())
    assert coded("names") <= set(titles.items())


# -- what may be passed on


def test_no_sentence_is_passed_on() -> None:
    """Names and figures are carried over; descriptions are the publishers' own."""
    for path in build.TEXTS.iterdir():
        assert all(cell.count(" ") < 20 for row in text.read(path) for cell in row.values()), path.name


def test_the_texts_are_small() -> None:
    assert sum(path.stat().st_size for path in build.TEXTS.iterdir()) < 10_000_000


def test_a_large_table_is_compressed_and_the_same_rows_make_the_same_bytes(tmp_path: Path) -> None:
    few, many = ([(str(number), "name") for number in range(most)] for most in (3, 40_000))
    assert text.write(tmp_path, "few", ("id", "name"), few).name == "few.tsv"
    path = text.write(tmp_path, "many", ("id", "name"), many)
    assert path.name == "many.tsv.xz"
    first = path.read_bytes()
    assert text.write(tmp_path, "many", ("id", "name"), reversed(many)).read_bytes() == first
    assert {tuple(row.values()) for row in text.read(path)} == set(many)
