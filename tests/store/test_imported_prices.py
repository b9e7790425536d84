"""Imported parities and price indexes: every cell as printed, and the newest whole release answers."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from careercli.official.importers.downloads import Download
from careercli.official.importers.recognize import read
from careercli.store import importing
from tests.official.publishers import CPI, PARITIES, needs_prices
from tests.official.workbooks import written
from tests.program import Ended, Import, run

HEADER = "GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit"
STATES, METROS, PORTIONS = "SARPP", "MARPP", "PARPP"
OHIO, COLUMBUS = ("39000", "Ohio"), ("18140", "Columbus, OH (Metropolitan Statistical Area)")
RURAL = ("39999", "Ohio (Nonmetropolitan Portion)")


def parities(table: str, *areas: tuple[str, str], cells: str = "90.000,91.5", second: str = "") -> bytes:
    """Return a file as BEA offers it, of these areas, each with the same cells; those after the first with `second`."""
    lines = [f"{HEADER},2024,2025", f' "00000","United States", ,{table},1,"...","All items ","Index",100.000,100.000']
    for number, (code, title) in enumerate(areas):
        shown = second * (number > 0) + cells
        lines += [f' "{code}","{title}",3,{table},{line},"...","RPPs","Index",{shown}' for line in ("1", "2")]
    return "\n".join([*lines, '"Note: See the included footnote file."', '"U.S. Bureau of Economic Analysis"']).encode()


def test_the_newest_parities_answer_once_every_kind_of_area_is_there(program: Import, tmp_path: Path) -> None:
    asked = ("show", "15-1231", "--columns", "price_parity", "-f", "csv", "--no-header", "--area")
    for name, table, area in (("a", STATES, OHIO), ("b", METROS, COLUMBUS), ("c", PORTIONS, RURAL)):
        assert program(*asked, "OH").out.endswith(",92.774\n")
        found = program("import", written(tmp_path, f"{name}.csv", parities(table, area)))
        assert "\timported\tparities-2025\t" in found.out
    for place in ("OH", "18140", "3900001"):
        assert program(*asked, place).out.endswith(",91.500\n")
    assert "parities-2025\t2025" in program("sources", "--columns", "id,release").out
    adjusted = program("salary", "15-1231", "--area", "OH", "--adjust", "prices", "--columns", "basis,median").out
    assert f"calculated\t{round(70080 / 0.915)}\n" in adjusted


def test_an_older_release_is_kept_beside_the_newer(program: Import, tmp_path: Path) -> None:
    lines = ['"SASUMMARY State annual"', "State or DC", "GeoFips,GeoName,2022,2023,2024",
             "00000,United States,100.000,100.000,(NA)", "39000,Ohio,91.513,91.812,(NA)", "Legend/Footnotes",
             '"9. Regional price parities (RPPs) measure, differences"']  # fmt: skip
    found = program("import", written(tmp_path, "rpp.csv", "\n".join(lines).encode()))
    assert "rpp.csv\timported\tparities-2023\t3\t0\t" in found.out
    assert "parities-2023\t2024, published" in program("sources", "--columns", "id,newer").out
    assert "92.774" in program("show", "15-1231", "--columns", "price_parity", "--area", "OH", "-f", "csv").out


def months(*lines: str, header: str = "year,period,value") -> bytes:
    return "\n".join([header, *lines]).encode()


def test_newer_months_extend_the_index_and_keep_the_older(program: Import, tmp_path: Path) -> None:
    series = "series_id\tyear\tperiod\tvalue\tfootnote_codes"
    made = [f"{name}  \t2026\t{period}\t{value}\t" for name, period, value in (
        ("CUUR0000SA0", "M08", "334.98"), ("CUUR0000SA0", "M10", "340.5"), ("CUSR0000SA0", "M10", "1"),
    )]  # fmt: skip
    found = program("import", written(tmp_path, "cu.data.1.AllItems", months(*made, header=series)))
    assert "\timported\tcpi-2026-10\t2\t0\t" in found.out
    assert "cpi-2026-10\tOctober 2026\n" in program("sources", "--columns", "id,release").out
    asked = ("salary", "15-1231", "--as-of", "2021", "--adjust", "inflation", "--columns", "median", "--no-header")
    assert program(*asked).out == run(*asked).out


def test_averages_of_half_years_are_skipped_and_that_of_a_year_is_no_month(program: Import, tmp_path: Path) -> None:
    made = [f"2027,{period},340" for period in ("M06", "M13", "S01", "S02", "S03")]
    assert "\timported\tcpi-2027-06\t2\t0\t" in program("import", written(tmp_path, "a.csv", months(*made))).out


BAD = {
    "a code": (parities(STATES, ("3900", "Ohio")), "bad: row 3: GeoFIPS “3900” is not a code of five digits"),
    "a parity": (parities(STATES, OHIO, cells="90.0,high"), "bad: row 3: 2025 “high” is not a number"),
    "a row of a code alone": (parities(STATES, ("39000", "")), "bad: row 3: GeoName “” is not a title"),
    "a cut-off row": (parities(STATES, OHIO, cells="90.0"), "bad: row 3: has fewer cells than the header"),
    "an area twice": (parities(STATES, OHIO, OHIO, second="9"), "bad: row 5: a second row of 39000 2024"),
    "a month": (months("2026,Q01,1"), "bad: row 2: period “Q01” is not a month"),
    "an index": (months("2026,M01,1", "2026,M02,x"), "bad: row 3: value “x” is not a number"),
    "a month twice": (months("2026,M01,1", "2026,M01,2"), "bad: row 3: a second row of 2026 M01"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_cell_is_one_line(name: str, program: Import, tmp_path: Path, database: Path) -> None:
    data, message = BAD[name]
    written(tmp_path, "bad", data)
    assert program("import", "bad") == Ended(1, "", f"careercli: {message}\n")
    assert not database.exists()


def test_other_figures_of_the_bundled_parities_are_refused(program: Import, tmp_path: Path) -> None:
    made = parities(STATES, OHIO, cells="92.774,(NA)")
    written(tmp_path, "same.csv", made.replace(b",100.000,100.000", b",100.000,(NA)"))
    assert program("import", "same.csv").out.endswith("same.csv\tskipped\tparities-2024\t\t\tcomes with careercli\n")
    written(tmp_path, "other.csv", made.replace(b",100.000,100.000", b",100.000,(NA)").replace(b"92.774", b"92.775"))
    refused = "careercli: other.csv: differs from parities-2024, which comes with careercli\n"
    assert program("import", "other.csv") == Ended(1, "", refused)


def test_other_tables_of_the_same_header_are_not_used(program: Import, tmp_path: Path) -> None:
    incomes = b"GeoFips,GeoName,2023\n00000,United States,23000.1\n39000,Ohio,600.1\n"
    assert "skipped\t\t\t\ta table of BEA, and not of" in program("import", written(tmp_path, "a.csv", incomes)).out
    other = months("CUSR0000SA0,2026,M01,1", header="series_id,year,period,value")
    assert "skipped\t\t\t\tprices without CUUR0000SA0" in program("import", written(tmp_path, "b.csv", other)).out


@needs_prices
@pytest.mark.parametrize("name", ["MARPP_MSA_2008_2024.csv", "PARPP_PORT_2008_2024.csv", "rpp.csv"])
def test_every_parity_of_a_file_reads_back_as_printed(name: str, tmp_path: Path) -> None:
    (table,) = read(Download(str(PARITIES / name)))
    kept = {tuple(line.split("\t")[:2]): line.split("\t")[3] for line in table.lines}
    with open(PARITIES / name, encoding="latin-1", newline="") as file:
        lines = list(csv.reader(file, skipinitialspace=True))
    at = next(n for n, line in enumerate(lines) if line and line[0].casefold() == "geofips")
    printed = {
        (row["GeoFIPS"], year): cell
        for line in lines[at + 1 :] if len(line) > 2
        for row in (dict(zip(["GeoFIPS", *lines[at][1:]], line, strict=True)),)
        for year, cell in row.items() if year.isdigit() and row.get("LineCode", "1") == "1"
    }  # fmt: skip
    assert kept.items() <= printed.items()
    left = {code for code, _ in printed.keys() - kept.keys()}
    assert all(code in ("00000", "00999") or code.endswith("998") for code in left)
    file, texts = str(tmp_path / "official.sqlite"), importing.Texts()
    table = table._replace(name=table.name.replace("2024.", "2099."))  # As if it did not come with careercli.
    importing.merged(texts, table, "")
    importing.put(file, texts)
    with closing(sqlite3.connect(file)) as imported:
        rows = imported.execute(
            "SELECT area.code, year, parity FROM price_parity JOIN area ON area.id = area"
            " WHERE release = (SELECT id FROM release WHERE key = ?)", (table.release,),
        ).fetchall()  # fmt: skip
        bundled = imported.execute(
            "SELECT area.code, year, parity FROM price_parity JOIN area ON area.id = area"
            " WHERE release = (SELECT id FROM release WHERE key = 'parities-2024')"
        ).fetchall()
    assert rows
    if name != "rpp.csv":
        kinds = {
            "MARPP": lambda code: code.isdigit() and not code.endswith("999"),
            "PARPP": lambda code: code.endswith("999"),
        }
        shared = {row for row in bundled if kinds[name[:5]](row[0])}
        assert shared
        assert shared <= set(rows)


@needs_prices
def test_every_month_of_the_index_reads_back_as_printed() -> None:
    (table,) = read(Download(str(CPI)))
    assert [line.replace("\t", ",") for line in table.lines] == CPI.read_text(encoding="utf-8").splitlines()[1:]
