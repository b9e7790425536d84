"""Imported tables of the CPS and of codes: what comes with careercli, what a newer one changes, and what joins."""

from pathlib import Path

import pytest

from careercli.official.importers.downloads import Download
from careercli.official.importers.recognize import read
from careercli.store.joining import one_to_one
from tests.official.publishers import (
    AGES,
    CENSUS,
    CROSSWALK,
    EXPOSURE,
    SHARES,
    TITLES,
    cells,
    needs_cps,
    needs_crosswalk,
    needs_exposure,
    needs_titles,
)  # fmt: skip
from tests.official.workbooks import national, old_projections, projected, row, written, xlsx
from tests.program import Ended, Import

pytest.importorskip("python_calamine")


SUPPORT = "Computer support specialists"
AGE_HEADERS = ("", "Total", "16 to 19 years", "Median age")
SHARE_HEADERS = ("", "Total employed", "Women", "White", "Black or African American", "Asian", "Hispanic or Latino")


def ages(*lines: tuple[str, ...], year: str = "2026", headers: tuple[str, ...] = AGE_HEADERS) -> bytes:
    """Return a workbook of the layout of cpsaat11b.xlsx."""
    title = "HOUSEHOLD DATA ANNUAL AVERAGES 11b. Employed people by detailed occupation and age"
    head = [(title,), ("[Numbers in thousands]",), ("Occupation", year), headers]
    return xlsx({"cpsaat11b": [*head, *lines, ("NOTE",)]})


def shares(*lines: tuple[str, ...], year: str = "2026") -> bytes:
    """Return a workbook of the layout of cpsaat11.xlsx."""
    title = "HOUSEHOLD DATA 11. Employed people by detailed occupation, sex, race, and Hispanic or Latino ethnicity"
    return xlsx({"cpsaat11": [(title,), ("Occupation", year), SHARE_HEADERS, *lines, ("NOTE: not to totals",)]})


def test_the_newest_year_of_each_table_is_shown(program: Import, tmp_path: Path) -> None:
    total, line = ("Total employed", "163493", "5551", "42.1"), (SUPPORT, "600", "9", "38.5")
    assert "\timported\tcps11b-2026\t1\t1\t" in program("import", written(tmp_path, "a.xlsx", ages(total, line))).out
    program("import", written(tmp_path, "b.xlsx", shares((SUPPORT, "600", "27.1", "66.6", "15", "–", "13.2"))))
    program("import", written(tmp_path, "c.xlsx", ages((SUPPORT, "600", "9", "30.1"), year="2021")))
    asked = ("--section", "people", "--long", "-f", "csv", "--no-header")
    lines = program("compare", "15-1231", "15-1232", *asked).out.splitlines()
    assert [line for line in lines if ",cps11b-2026," in line and ",38.5," in line]
    assert [line for line in lines if ",cps11-2026," in line and ",27.1," in line]
    assert len({line.split(",cps")[1][:8] for line in lines if ",cps" in line}) == 2


def soc_2010(*lines: tuple[str, str]) -> bytes:
    """Return a workbook of the layout of soc_2010_to_2018_crosswalk.xlsx, of pairs of codes."""
    header = ("2010 SOC Code", "2010 SOC Title", "2018 SOC Code", "2018 SOC Title")
    rows = [(old, "Old title", new, "New title") for old, new in lines]
    return xlsx({"Sorted by 2010": [("U.S. Bureau of Labor Statistics",), ("November 2017",), header, *rows]})


def test_a_crosswalk_joins_codes_that_are_one_to_one_before_2019(program: Import, tmp_path: Path) -> None:
    made = soc_2010(("15-1152", "15-1231"), ("15-1151", "15-1232"), ("15-1151", "15-1299"), ("15-1141", "15-1242"))
    other = row("15-1151", "Computer user support specialists")
    for year in (2016, 2019):
        old = row("15-1152", "Network support specialists")
        program("import", written(tmp_path, f"{year}.xlsx", national(old, other, year=year)))
    program("import", written(tmp_path, "ep.xlsx", old_projections(projected(code="15-1152", title="Supporters"))))
    asked = ("salary", "15-1231", "15-1232", "--as-of", "all", "--columns", "role,as_of,median", "--no-header")
    assert "\t2016-05\t" not in program(*asked).out
    found = program("import", written(tmp_path, "crosswalk.xlsx", made))
    assert "crosswalk.xlsx\timported\tsoc-2010-2018\t4\t0\t" in found.out
    lines = program(*asked).out.splitlines()
    assert [line for line in lines if "\t20" in line and line.split("\t")[1] < "2021"] == ["15-1231\t2016-05\t50000"]
    assert "~~~ codes of SOC 2010 to May 2016" in program("salary", "15-1231", "--as-of", "all", "-f", "table").out
    shown = program("show", "15-1231", "--as-of", "2017", "--columns", "employment_change", "-f", "csv", "--no-header")
    assert shown.out.endswith(",6.3\n")
    program("import", "--remove", "soc-2010-2018")
    assert "\t2016-05\t" not in program(*asked).out


def test_a_code_is_one_to_one_if_neither_belongs_to_another() -> None:
    pairs = ("a A", "b B", "b C", "c D", "d D")
    rows = [dict(zip(("soc_2010", "soc_2018"), pair.split(), strict=True)) for pair in pairs]
    assert one_to_one(rows) == {"a": "A"}


def nem(*lines: tuple[str, str], above: str = "As of 9/6/2025") -> bytes:
    header = ("Sort Order", "O*NET-SOC Code", "O*NET-SOC Title", "NEM Code")
    rows = [("1", part, "title", whole) for part, whole in lines]
    return xlsx({"ONET to SOC crosswalk": [(above,), header, *rows]})


def test_a_newer_crosswalk_says_which_parts_an_occupation_has(program: Import, tmp_path: Path) -> None:
    made = nem(("15-1231.00", "15-1231"), ("15-1232.00", "15-1230"))
    found = program("import", written(tmp_path, "nem.xlsx", made))
    assert "\timported\tcrosswalk-2025-09\t1\t0\t" in found.out
    assert "crosswalk-2025-09\tas of 2025-09\n" in program("sources", "--columns", "id,release").out


BAD = {
    "no year": (ages((SUPPORT, "600", "9", "38"), year="soon"), "bad: does not say which year it is of"),
    "no column": (ages(headers=("", "Total", "Median")), "bad: sheet “cpsaat11b” has no column Median age"),
    "nothing below the year": (
        xlsx({"cpsaat11b": [("11b. Employed people by detailed occupation and age",), ("Occupation", "2026")]}),
        "bad: sheet “cpsaat11b” has no column Median age",
    ),
    "a figure": (
        ages((SUPPORT, "600", "9", "old")), "bad: sheet “cpsaat11b”, row 5: median_age “old” is not a number",
    ),
    "too fine": (
        ages((SUPPORT, "600", "9", "38.55")), "bad: sheet “cpsaat11b”, row 5: median_age “38.55” is finer than 1/10",
    ),
    "a title twice": (
        ages((SUPPORT, "600", "9", "38"), (SUPPORT, "600", "9", "39")),
        f"bad: sheet “cpsaat11b”, row 6: a second row of {SUPPORT}",
    ),
    "other figures of a bundled year": (
        ages((SUPPORT, "600", "9", "38"), year="2025"), "bad: differs from cps-2025, which comes with careercli",
    ),
    "a code": (
        soc_2010(("15-1152", "15-12311")),
        "bad: sheet “Sorted by 2010”, row 4: 2018 SOC Code “15-12311” is not a code of an occupation",
    ),
    "no date": (
        nem(("15-1231.00", "15-1230"), above="text"),
        "bad: sheet “ONET to SOC crosswalk” does not say of which month it is",
    ),
    "a score": (
        b"SOC Code,title,ai_applicability_score\n15-1231,x,high\n",
        "bad: row 2: ai_applicability_score “high” is not a number",
    ),
    "other scores": (
        b"SOC Code,title,ai_applicability_score\n15-1231,x,0.5\n",
        "bad: differs from working-with-ai-2025, which comes with careercli",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_cell_is_one_line(name: str, program: Import, tmp_path: Path, database: Path) -> None:
    data, message = BAD[name]
    written(tmp_path, "bad", data)
    assert program("import", "bad") == Ended(1, "", f"careercli: {message}\n")
    assert not database.exists()


UNUSED = {
    "structure": (("Major Group", "Minor Group", "Broad Group", "Detailed Occupation"), "codes, titles or definitions"),
    "definitions": (("SOC Group", "SOC Code", "SOC Title", "SOC Definition"), "codes, titles or definitions of SOC"),
    "titles": (("2018 SOC Code", "2018 SOC Title", "2018 SOC Direct Match Title"), "the direct match titles of 2028-"),
    "census": (("2018 Census Title", "2018 Census Code", "2018 SOC Code"), "the Census list of 2028-03; careercli"),
    "parts": (("SOC Code", "ai_applicability_score_user"), "the parts of an AI applicability score"),
}  # fmt: skip


def test_a_header_alone_is_not_kept(program: Import, tmp_path: Path, database: Path) -> None:
    assert "\tskipped\t\t\t\tno rows below the header\n" in program("import", written(tmp_path, "a.xlsx", ages())).out
    assert not database.exists()


@pytest.mark.parametrize("name", UNUSED)
def test_what_is_known_and_not_used_is_said(name: str, program: Import, tmp_path: Path) -> None:
    header, note = UNUSED[name]
    above = [] if name == "parts" else [("March 2028",)]
    written(tmp_path, "a.xlsx", xlsx({"Sheet1": [*above, header, header]}))
    found = program("import", "a.xlsx")
    assert found.code == 0
    assert found.out.splitlines()[1].startswith(f"a.xlsx\tskipped\t\t\t\t{note}")


@needs_cps
@needs_crosswalk
@needs_exposure
@needs_titles
def test_the_bundled_files_come_with_careercli(program: Import) -> None:
    studies = EXPOSURE.glob("*_scores.csv"), EXPOSURE.glob("*_level.csv")
    files = [AGES, SHARES, CENSUS, CROSSWALK, TITLES, *(path for each in studies for path in each)]
    found = program("import", *map(str, files))
    assert found.code == 0
    assert [line.split("\t")[-1] for line in found.out.splitlines()[1:]] == ["comes with careercli"] * 7


@needs_cps
@pytest.mark.parametrize(("path", "columns"), [(AGES, (0, 9)), (SHARES, (0, 2, 3, 4, 5, 6))])
def test_every_figure_of_the_cps_is_kept_as_printed(path: Path, columns: tuple[int, ...]) -> None:
    (table,) = read(Download(str(path)))
    printed = {tuple(_text(line[at]) for at in columns) for line in cells(path, 0)}
    assert {tuple(line.split("\t")) for line in table.lines} <= printed
    assert len(table.lines) > 550


def _text(cell: object) -> str:
    text = " ".join(str(cell).split())
    return text.removesuffix(".0") if isinstance(cell, float) else text
