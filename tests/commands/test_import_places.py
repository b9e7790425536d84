"""careercli import: wages of places, of their year and of the newest."""

from pathlib import Path

import pytest

from tests.official.workbooks import all_data, placed, written
from tests.program import Import

pytest.importorskip("python_calamine")


OHIO = placed("39", "Ohio", "2", A_MEDIAN="70001")
COLUMBUS = placed("18140", "Columbus, OH", "4", A_MEDIAN="80001")
RURAL = placed("3900006", "North Northeastern Ohio nonmetropolitan area (noncontiguous)", "6", A_MEDIAN="60001")
NATION = placed("99", "U.S.", "1", A_MEDIAN="76001")


def test_wages_of_places_are_shown_for_their_year(program: Import, tmp_path: Path) -> None:
    elsewhere = placed("18140", "Columbus-Marion, OH", "4", AREA="18141")
    industry = placed("99", "U.S.", "1", NAICS="51", I_GROUP="sector")
    group = placed("39", "Ohio", "2", O_GROUP="broad", OCC_CODE="15-1230")
    made = all_data(NATION, OHIO, COLUMBUS, elsewhere, industry, group)
    found = program("import", written(tmp_path, "all_data_M_2024.xlsx", made))
    assert found.out.endswith("all_data_M_2024.xlsx\timported\toews-2024-05\t3\t1\t\n")
    asked = ("salary", "15-1231", "--as-of", "2024", "--columns", "role,median,area", "--no-header")
    assert (
        program(*asked, "--area", "OH", "--area", "18140").out == "15-1231@OH\t70001\tOH\n15-1231@18140\t80001\t18140\n"
    )
    assert program(*asked).out == "15-1231\t73340\tUS\n"


def test_several_workbooks_make_a_release_and_a_contradiction_is_refused(program: Import, tmp_path: Path) -> None:
    program("import", written(tmp_path, "state.xlsx", all_data(OHIO)))
    program("import", written(tmp_path, "metro.xlsx", all_data(COLUMBUS)))
    assert program("import", written(tmp_path, "both.xlsx", all_data(OHIO, COLUMBUS))).out.endswith(
        "imported already\n"
    )
    other = written(tmp_path, "other.xlsx", all_data({**OHIO, "A_MEDIAN": "70002"}))
    assert "differs from what was imported as oews-2024-05" in program("import", other).err
    asked = ("salary", "15-1231", "--as-of", "2024", "--columns", "median", "--no-header", "--area")
    assert [program(*asked, area).out for area in ("OH", "columbus oh")] == ["70001\n", "80001\n"]


EVERYWHERE = (
    "show 15-1231", "compare noc-tech noc-tech@OH", "roles network", "path noc-tech", "similar noc-tech",
    "salary --all --area all", "salary 15-1231 --as-of all --adjust inflation", "salary noc-tech --industry all",
    "compare noc-tech@OH noc-tech@18140 --adjust prices",
)  # fmt: skip
"""Command lines that ask for the newest wages in different ways."""


def test_a_newer_release_is_shown_of_the_nation_and_of_places_once_it_has_them_all(
    program: Import, tmp_path: Path
) -> None:
    def shown(*arguments: str) -> str:
        return program("salary", "15-1231", *arguments, "--columns", "as_of,median", "--no-header").out

    program("import", written(tmp_path, "a.xlsx", all_data(NATION, OHIO, COLUMBUS, year=2026)))
    assert (shown(), shown("--area", "OH")) == ("2026-05\t76001\n", "2025-05\t70080\n")
    assert program("places", "15-1231", "--columns", "as_of").out.splitlines()[1] == "2025-05"
    program("import", written(tmp_path, "b.xlsx", all_data(RURAL, year=2026)))
    assert (shown(), shown("--area", "OH")) == ("2026-05\t76001\n", "2026-05\t70001\n")
    assert program("places", "15-1231", "--columns", "as_of,median").out == "as_of\tmedian\n2026-05\t70001\n"
    for command in EVERYWHERE:
        found = program(*command.split())
        assert found.code == 0, (command, found.err)
