"""Importers find their columns by header, in every release of the publishers that is here, and in made ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from careercli.official.importers import ep, oews, oews_series, onet, prices, workbook
from tests.official import workbooks
from tests.official.publishers import DATA, ONET, PROJECTIONS, needs_onet, needs_projections

NATIONAL = {
    2021: ("62760", 831), 2022: ("68050", 830), 2023: ("71530", 831), 2024: ("73340", 831), 2025: ("76220", 830),
}  # fmt: skip
"""By year, the median of 15-1231, and how many detailed occupations there are."""


@pytest.mark.parametrize("year", NATIONAL)
def test_national_workbooks_of_the_bundled_years_are_read(year: int) -> None:
    path = DATA / "bls-oews" / f"national_M{year}_dl.xlsx"
    if not path.is_file():
        pytest.skip(f"the OEWS workbook of {year} is not here")
    median, detailed = NATIONAL[year]
    rows = [dict(zip(oews.NATIONAL, row, strict=True)) for row in oews.national(workbook.records(path))]
    assert sum(row["O_GROUP"] == "detailed" for row in rows) == detailed
    assert [count for count in Counter(row["OCC_CODE"] for row in rows).values() if count > 1] == []
    (found,) = [row for row in rows if row["OCC_CODE"] == "15-1231"]
    assert (found["A_MEDIAN"], found["O_GROUP"]) == (median, "detailed")
    assert all(row["TOT_EMP"] and row["MEAN_PRSE"] for row in rows)


def test_of_the_nation_a_code_that_is_both_broad_and_detailed_is_taken_once() -> None:
    levels = (
        ("15-1231", "detailed"), ("15-1230", "broad"), ("29-1140", "broad"), ("29-1140", "detailed"),
        ("15-1200", "minor"),
    )  # fmt: skip
    national = oews.national(workbooks.row(code, O_GROUP=level) for code, level in levels)
    assert [(cells[0], cells[2]) for cells in national] == [
        ("15-1231", "detailed"), ("15-1230", "broad"), ("29-1140", "detailed"),
    ]  # fmt: skip


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
    first, second = ep.rows(records, ep.HEADERS)
    assert first == ("15-1231", "title", "Line item", *list(HEADER)[3:])
    assert second[0] == "15-1230"


def test_a_missing_column_is_named() -> None:
    record = {name: cell for name, cell in projected().items() if not name.startswith("Occupational openings")}
    with pytest.raises(ValueError, match="no column for openings"):
        list(ep.rows([record], ep.HEADERS))
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
    one, two = (list(ep.rows(workbook.records(path, "Table 1.2", 1), ep.HEADERS)) for path in (PROJECTIONS, saved))
    assert one == two
    assert dict(zip(ep.HEADERS, next(row for row in one if row[0] == "15-1231"), strict=True))["openings"] == "9.6"


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
    assert list(oews_series.each_once(records, oews_series.AREAS)) == [("0018140", "Columbus, OH", "M", "39")]


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
