"""Importers find their columns by header, in every release of the publishers that is here, and in made ones."""

from collections import Counter

import pytest

from careercli.official.importers import ep, oews, oews_series, onet, prices, workbook
from tests.official import workbooks
from tests.official.publishers import DATA, ONET, needs_onet

pytest.importorskip("python_calamine")

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


def test_projections_of_other_years_are_found_by_the_words_of_the_header() -> None:
    rows = (("15-1231", "Line item"), ("15-1230", "Summary"), ("15-1200", "Summary"))
    made = workbooks.projections(*(workbooks.projected(code=code, type=kind) for code, kind in rows), base=2030)
    first, second = ep.rows(workbook.records(made, "Table 1.2", 1), ep.HEADERS)
    assert first == (
        "15-1231", "Computer network support specialists", "Line item", "160.1", "170.2", "6.3", "—", "9.9",
        "Bachelor's degree", "None", "None",
    )  # fmt: skip
    assert second[0] == "15-1230"


def test_a_missing_column_is_named() -> None:
    record = next(workbook.records(workbooks.projections(), "Table 1.2", 1))
    left = {name: cell for name, cell in record.items() if not name.startswith("Occupational openings")}
    with pytest.raises(ValueError, match="no column for openings"):
        list(ep.rows([left], ep.HEADERS))
    with pytest.raises(KeyError, match="Data Value"):
        list(onet.rows([dict.fromkeys(["O*NET-SOC Code", "Element ID", "Element Name", "Scale ID"], "")], onet.RATINGS))


@needs_onet
def test_a_table_that_the_database_lacks_is_named() -> None:
    with pytest.raises(KeyError, match="Essential Skills"):
        list(onet.table(ONET, "Essential Skills"))


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
