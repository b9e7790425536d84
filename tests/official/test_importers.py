"""Importers find their columns by header, in every release of the publishers that is here, and in made ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from careercli.official.importers import ep, oews, oews_series, onet, prices, workbook
from tests.official.publishers import DATA, ONET, PROJECTIONS, needs_onet, needs_projections

NATIONAL = {
    "2013.xls": ("15-1152", "60180", 820),
    "2018.xlsx": ("15-1152", "62770", 808),
    "2019.xlsx": ("15-1231", "63460", 789),
    "2021.xlsx": ("15-1231", "62760", 831),
    "2022.xlsx": ("15-1231", "68050", 830),
    "2023.xlsx": ("15-1231", "71530", 831),
    "2024.xlsx": ("15-1231", "73340", 831),
    "2025.xlsx": ("15-1231", "76220", 830),
}
"""By year, a code, its median, and how many detailed occupations there are."""


@pytest.mark.parametrize("release", NATIONAL)
def test_national_workbooks_of_every_year_are_read(release: str) -> None:
    year, _, suffix = release.partition(".")
    path = DATA / "bls-oews" / f"national_M{year}_dl.{suffix}"
    if not path.is_file():
        pytest.skip(f"the OEWS workbook of {year} is not here")
    code, median, detailed = NATIONAL[release]
    rows = [dict(zip(oews.NATIONAL, row, strict=True)) for row in oews.national(workbook.records(path))]
    assert sum(row["O_GROUP"] == "detailed" for row in rows) == detailed
    assert [count for count in Counter(row["OCC_CODE"] for row in rows).values() if count > 1] == []
    (found,) = [row for row in rows if row["OCC_CODE"] == code]
    assert (found["A_MEDIAN"], found["O_GROUP"]) == (median, "detailed")
    assert all(row["TOT_EMP"] and row["MEAN_PRSE"] for row in rows)


def test_a_workbook_by_sector_has_no_row_of_the_nation() -> None:
    path = DATA / "bls-oews" / "natsector_M2024_dl.xlsx"
    if not path.is_file():
        pytest.skip("the OEWS workbook by sector is not here")
    records = list(workbook.records(path))
    rows = [dict(zip(oews.SECTORS, row, strict=True)) for row in oews.sectors(records)]
    assert len(rows) == 8_579
    assert rows[0]["NAICS_TITLE"] == "Agriculture, Forestry, Fishing and Hunting"
    assert list(oews.national(records)) == list(oews.places(records)) == []


def made(**cells: str) -> dict[str, str]:
    """A row of the layout of all_data_M_2025.xlsx, whose columns are in another order than ours."""
    known = dict.fromkeys(reversed(oews.PLACES), "")
    return {**known, "NAICS": "000000", "I_GROUP": "cross-industry", "O_GROUP": "detailed", **cells}


ALL_DATA = (
    made(AREA="99", AREA_TYPE="1", OCC_CODE="15-1231", A_MEDIAN="76220"),
    made(AREA="99", AREA_TYPE="1", OCC_CODE="15-1230", O_GROUP="broad"),
    made(AREA="99", AREA_TYPE="1", OCC_CODE="29-1140", O_GROUP="broad"),
    made(AREA="99", AREA_TYPE="1", OCC_CODE="29-1140"),
    made(AREA="99", AREA_TYPE="1", OCC_CODE="15-1200", O_GROUP="minor"),
    made(AREA="99", AREA_TYPE="1", OCC_CODE="15-1231", I_GROUP="sector", NAICS="51", A_MEDIAN="80000"),
    made(AREA="39", AREA_TYPE="2", PRIM_STATE="OH", OCC_CODE="15-1231", A_MEDIAN="70080", LOC_QUOTIENT="1.1"),
    made(AREA="18140", AREA_TYPE="4", PRIM_STATE="OH", OCC_CODE="15-1231", A_MEDIAN="81220"),
    made(AREA="18140", AREA_TYPE="4", PRIM_STATE="OH", OCC_CODE="15-0000", O_GROUP="major"),
)


def test_of_a_workbook_of_everything_each_table_takes_its_own_rows() -> None:
    national = [dict(zip(oews.NATIONAL, row, strict=True)) for row in oews.national(ALL_DATA)]
    assert [(row["OCC_CODE"], row["O_GROUP"], row["A_MEDIAN"]) for row in national] == [
        ("15-1231", "detailed", "76220"),
        ("15-1230", "broad", ""),
        ("29-1140", "detailed", ""),
    ]
    places = [dict(zip(oews.PLACES, row, strict=True)) for row in oews.places(ALL_DATA)]
    assert [(row["AREA"], row["PRIM_STATE"], row["A_MEDIAN"], row["LOC_QUOTIENT"]) for row in places] == [
        ("39", "OH", "70080", "1.1"),
        ("18140", "OH", "81220", ""),
    ]
    sectors = [dict(zip(oews.SECTORS, row, strict=True)) for row in oews.sectors(ALL_DATA)]
    assert [(row["NAICS"], row["A_MEDIAN"]) for row in sectors] == [("51", "80000")]


HEADER = {
    "code": "2030 National Employment Matrix code", "title": "2030 National Employment Matrix title",
    "type": "Occupation type", "base": "Employment, 2030", "target": "Employment, 2040",
    "change": "Employment change, percent, 2030–40", "self": "Percent self employed, 2030",
    "openings": "Occupational openings, 2030–40 annual average", "education": "Typical education needed for entry",
    "experience": "Work experience in a related occupation",
    "training": "Typical on-the-job training needed to attain competency in the occupation",
}  # fmt: skip


def projected(**cells: str) -> dict[str, str]:
    return {"Footnotes": "", **{header: cells.get(name, name) for name, header in HEADER.items()}}


def test_projections_of_other_years_are_found_by_the_words_of_the_header() -> None:
    records = [
        projected(code="15-1231", type="Line item"),
        projected(code="15-1230", type="Summary"),
        projected(code="15-1200", type="Summary"),
    ]
    first, second = ep.occupations(records)
    assert first == ("15-1231", "title", "Line item", *list(HEADER)[3:])
    assert second[0] == "15-1230"


def test_a_missing_column_is_named() -> None:
    record = {name: cell for name, cell in projected().items() if not name.startswith("Occupational openings")}
    with pytest.raises(ValueError, match="no column for openings"):
        list(ep.occupations([record]))
    with pytest.raises(KeyError, match="Data Value"):
        list(
            onet.rows(
                [{"O*NET-SOC Code": "15-1231.00", "Element ID": "2.A.1.a", "Element Name": "", "Scale ID": ""}],
                onet.RATINGS,
            )
        )


@needs_projections
def test_both_copies_of_the_projections_say_the_same() -> None:
    saved = PROJECTIONS.with_name("occupation.xlsx")
    one, two = (list(ep.occupations(workbook.records(path, "Table 1.2", 1))) for path in (PROJECTIONS, saved))
    assert one == two
    assert dict(zip(ep.COLUMNS, next(row for row in one if row[0] == "15-1231"), strict=True))["openings"] == "9.6"


@needs_onet
def test_a_table_that_the_database_lacks_is_named() -> None:
    with pytest.raises(KeyError, match="Essential Skills"):
        list(onet.table(ONET, "Essential Skills"))


@pytest.mark.parametrize("release", ["29_3"])
def test_the_onet_release_before_has_the_same_columns(release: str) -> None:
    path: Path = DATA / "onet" / f"db_{release}_excel.zip"
    if not path.is_file():
        pytest.skip(f"O*NET {release} is not here")
    zones = list(onet.rows(onet.table(path, "Job Zones"), onet.JOB_ZONES))
    assert ("15-1231.00", "4") in {row[:2] for row in zones}
    technologies = [
        row for row in onet.rows(onet.table(path, "Technology Skills"), onet.TECHNOLOGIES) if row[0] == "15-1231.00"
    ]
    assert (sum(row[2] == "Y" for row in technologies), sum(row[3] == "Y" for row in technologies)) == (34, 7)


def placed(**cells: str) -> dict[str, str]:
    """A row of the layout of BLS's time-series files."""
    return {**dict.fromkeys((*oews_series.AREAS, *oews_series.PLACES), ""), "O_GROUP": "detailed", **cells}


def test_of_the_files_of_places_detailed_rows_are_taken_and_each_area_once() -> None:
    columbus = {"AREA": "0018140", "AREA_TITLE": "Columbus, OH", "AREA_TYPE": "M", "STATE_FIPS": "39"}
    records = [
        placed(**columbus, OCC_CODE="00-0000", O_GROUP="total"),
        placed(**columbus, OCC_CODE="15-0000", O_GROUP="major"),
        placed(**columbus, OCC_CODE="15-1231", A_MEDIAN="81220"),
    ]
    (row,) = [dict(zip(oews_series.PLACES, row, strict=True)) for row in oews_series.places(records)]
    assert (row["OCC_CODE"], row["AREA"], row["A_MEDIAN"]) == ("15-1231", "0018140", "81220")
    assert list(oews_series.areas(records)) == [("0018140", "Columbus, OH", "M", "39")]


def test_of_parities_all_items_are_taken_and_of_portions_the_nonmetropolitan_ones() -> None:
    records = [
        {"GeoFIPS": fips, "GeoName": "", "LineCode": line, "2024": "90.1"}
        for fips in ("00000", "00999", "18140", "39998", "39999") for line in ("1", "2")
    ]  # fmt: skip
    assert [row[0] for row in prices.metros(records[:6], ("2024",))] == ["00000", "18140"]
    assert [row[0] for row in prices.portions(records[6:], ("2024",))] == ["39999"]


def test_stems_are_counted_once_an_activity_and_once_a_title() -> None:
    record = {"O*NET-SOC Code": "15-1231.00", "DWA ID": "1", "DWA Title": "Test networks, test computer networking."}
    other = {**record, "DWA ID": "2", "DWA Title": "Install computers."}
    assert sorted(onet.activity_stems([record, record, other])) == [
        ("15-1231.00", "computer", "2"), ("15-1231.00", "install", "1"), ("15-1231.00", "network", "1"),
        ("15-1231.00", "test", "1"),
    ]  # fmt: skip


def test_a_level_of_education_has_its_name_and_not_its_description() -> None:
    record = {"Scale ID": "RL", "Category": "2", "Category Description": "High School Diploma - or the equivalent"}
    assert list(onet.education_levels([record, {"Scale ID": "RW"}])) == [("2", "High School Diploma")]


def test_cells_are_printed_on_one_line() -> None:
    cells = {
        146450.0: "146450",
        58.7: "58.7",
        "TRUE": "TRUE",
        True: "TRUE",
        "": "",
        "  Top\texecutives\n": "Top executives",
    }
    assert {cell: workbook.as_printed(cell) for cell in cells} == cells
