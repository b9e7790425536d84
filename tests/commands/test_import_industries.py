"""Wages of sectors and finer industries: which rows are imported, and by which names and codes they are asked for."""

from pathlib import Path

import pytest

from careercli.official.importers import oews
from tests.official.workbooks import all_data, placed, row, written, xlsx
from tests.program import Ended, Import, run, user_in

SYSTEMS = "Computer Systems Design and Related Services"
SYSTEMS_ROW = f"NAICS 541500 - {SYSTEMS}\t70003\n"
UTILITIES_ROW = "Sector 22 - Utilities\t70000\n"


def industry(naics: str, title: str, level: str, **cells: str) -> dict[str, str]:
    where = {"NAICS": naics, "NAICS_TITLE": title, "I_GROUP": level, "OWN_CODE": "5"}
    return placed("99", "U.S.", "1", **(where | cells))


MINERAL = ("327000", "Nonmetallic Mineral Product Manufacturing")
SECTORS = all_data(industry("22", "Utilities", "sector", A_MEDIAN="70000"))
THREE = all_data(
    industry("221000", "Utilities", "3-digit", A_MEDIAN="70001"),
    industry(*MINERAL, "3-digit", A_MEDIAN="70002"),
)
FOUR = all_data(
    industry(*MINERAL, "4-digit", A_MEDIAN="70002"),
    industry("541500", SYSTEMS, "4-digit", A_MEDIAN="70003"),
    industry("3250A1", "Chemical Manufacturing (3251 and 3252 only)", "4-digit", A_MEDIAN="70004"),
    industry("622100", "General Hospitals", "4-digit", A_MEDIAN="70005", OWN_CODE="235"),
    industry("622100", "General Hospitals", "4-digit, ownership", A_MEDIAN="70006"),
)
FIVE_AND_SIX = all_data(
    industry("541510", SYSTEMS, "5-digit", A_MEDIAN="70007"),
    industry("541511", "Custom Computer Programming Services", "6-digit", A_MEDIAN="70008"),
    industry("541511", "Custom Computer Programming Services", "6-digit", O_GROUP="broad", A_MEDIAN="70008"),
)
OF_OWNERS = all_data(
    *(industry("622100", "General Hospitals", "4-digit, ownership", OWN_CODE=owner) for owner in ("2", "3", "5"))
)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Import:
    folder = tmp_path_factory.mktemp("industries")
    program = user_in(folder)
    files = {"natsector": SECTORS, "nat3d": THREE, "nat4d": FOUR, "nat5d_6d": FIVE_AND_SIX}
    paths = [written(folder, f"{name}_M2024_dl.xlsx", data) for name, data in files.items()]
    assert program("import", *paths, "--columns", "rows,left_out,note", "--no-header").out == (
        "1\t0\t\n2\t0\t\n4\t0\twithout 1 row of one ownership alone\n2\t0\t\n"
    )
    return program


def wages(program: Import, name: str, *options: str) -> Ended:
    columns = ("--columns", "industry,median", "--no-header")
    return program("salary", "15-1231", "--industry", name, "--as-of", "2024", *columns, *options)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("541500", SYSTEMS_ROW),
        ("5415", SYSTEMS_ROW),
        ("54151", f"NAICS 541510 - {SYSTEMS}\t70007\n"),
        ("541511", "NAICS 541511 - Custom Computer Programming Services\t70008\n"),
        ("3250a1", "NAICS 3250A1 - Chemical Manufacturing (3251 and 3252 only)\t70004\n"),
        ("3270", f"NAICS 327000 - {MINERAL[1]}\t70002\n"),
        ("22", UTILITIES_ROW),
        ("221", "NAICS 221000 - Utilities\t70001\n"),
        ("GENERAL  hospitals", "NAICS 622100 - General Hospitals\t70005\n"),
        ("computer systems", f"{SYSTEMS_ROW}NAICS 541510 - {SYSTEMS}\t70007\n"),
        (f"NAICS 541510 - {SYSTEMS}", f"NAICS 541510 - {SYSTEMS}\t70007\n"),
    ],
)
def test_an_industry_is_named_by_its_code_or_words_of_its_title(name: str, printed: str, imported: Import) -> None:
    assert wages(imported, name) == Ended(0, printed, "")


@pytest.mark.parametrize(
    ("title", "printed", "said"),
    [
        ("utilities", UTILITIES_ROW, "Sector 22 - Utilities; a finer one of this title: --industry 221000"),
        (SYSTEMS, SYSTEMS_ROW, f"NAICS 541500 - {SYSTEMS}; a finer one of this title: --industry 541510"),
    ],
)
def test_of_industries_of_one_title_the_coarsest_is_shown_and_the_others_are_said(
    title: str, printed: str, said: str, imported: Import
) -> None:
    assert wages(imported, title) == Ended(0, printed, f"careercli: “{title}” is {said}\n")


def test_all_are_shown_by_code_a_sector_before_its_finer_ones(imported: Import) -> None:
    shown = wages(imported, "all").out.splitlines()
    assert [line.split("\t")[1] for line in shown] == [
        "70000", "70001", "70004", "70002", "70003", "70007", "70008", "70005",
    ]  # fmt: skip


def test_an_industry_of_another_year_alone_is_said_to_be_of_it(imported: Import) -> None:
    asked = ("salary", "15-1231", "--columns", "as_of,industry,median", "--no-header", "--industry")
    said = "no wages of 15-1231 in “5415” of 2025 are here; those of 2024 are: --as-of 2024"
    assert imported(*asked, "5415") == Ended(1, "", f"careercli: --industry: {said}\n")
    assert imported(*asked, "5415", "--as-of", "all").out == f"2024-05\t{SYSTEMS_ROW}"
    assert "; --industry all lists the 8 there are\n" in wages(imported, "zzz").err


@pytest.mark.parametrize("name", [" ", "-", ","])
def test_a_name_without_letters_or_digits_names_no_industry(name: str, imported: Import) -> None:
    assert f"no industry with 15-1231 is named “{name}”; --industry all lists " in wages(imported, name).err


def test_occupations_without_an_industry_hide_no_others(imported: Import) -> None:
    asked = ("--industry", "utilities", "--columns", "role", "--no-header")
    named = imported("salary", "15-1231", "49-2011", *asked)
    assert (named.code, named.out) == (0, "15-1231\n")
    assert "--industry: no industry with 49-2011 is named “utilities”" in named.err
    every = imported("salary", "--all", *asked)
    assert (every.code, every.err) == (0, "")
    assert "15-1231\n" in every.out
    year = imported("salary", "15-1231", "49-2011", *asked, "--as-of", "2024")
    assert year.out == "15-1231\n"
    assert "careercli: 49-2011: no wages by industry of 2024 are here\n" in year.err


def test_a_newer_release_of_finer_industries_is_shown_beside_the_sectors_of_before(
    program: Import, tmp_path: Path
) -> None:
    newer = all_data(industry("541500", SYSTEMS, "4-digit", A_MEDIAN="70003"), year=2026)
    program("import", written(tmp_path, "nat4d_M2026_dl.xlsx", newer))
    asked = ("salary", "15-1231", "-f", "table", "--industry")
    assert SYSTEMS in program(*asked, "5415").out
    every = program(*asked, "all").out
    assert " 2025-05 " in every
    assert " 2026-05 " in every


def test_a_code_of_another_title_in_another_year_is_another_industry(program: Import, tmp_path: Path) -> None:
    titles = {2021: "Internet Publishing", 2024: "Broadcasting and Content Providers"}
    for year, title in titles.items():
        data = all_data(industry("516000", title, "3-digit"), year=year)
        assert program("import", written(tmp_path, f"nat3d_M{year}_dl.xlsx", data)).code == 0
    asked = ("salary", "15-1231", "--industry", "516", "--as-of", "all", "--columns", "as_of,industry", "--no-header")
    assert program(*asked).out == "".join(
        f"{year}-05\tNAICS 516000 - {title}\n" for year, title in sorted(titles.items(), reverse=True)
    )


def test_a_workbook_of_one_ownership_alone_is_skipped(program: Import, tmp_path: Path) -> None:
    found = program("import", written(tmp_path, "nat4d_owner_M2024_dl.xlsx", OF_OWNERS), "--columns", "result,note")
    assert found.out.splitlines()[1].startswith("skipped\tOEWS without rows but those of one ownership alone")


def test_before_2019_the_level_is_told_by_the_code(program: Import, tmp_path: Path) -> None:
    columns = ("NAICS", "NAICS_TITLE", "OCC_CODE", "OCC_TITLE", "OCC_GROUP", *oews.NATIONAL[3:])
    names = {"31-33": "Manufacturing", "541500": SYSTEMS, "541511": "Programming", "3250A1": "Chemicals"}
    lines = [
        [{**row(), "NAICS": code, "NAICS_TITLE": title, "OCC_GROUP": "detailed"}[name] for name in columns]
        for code, title in names.items()
    ]
    program("import", written(tmp_path, "nat4d_M2018_dl.xlsx", xlsx({"nat4d_dl": [columns, *lines]})))
    asked = ("salary", "15-1231", "--industry", "all", "--as-of", "2018", "--columns", "industry", "--no-header")
    assert program(*asked).out.splitlines() == [
        "Sectors 31, 32, and 33 - Manufacturing", "NAICS 3250A1 - Chemicals",
        f"NAICS 541500 - {SYSTEMS}", "NAICS 541511 - Programming",
    ]  # fmt: skip


def test_wages_by_sector_are_shown_for_their_year(program: Import, tmp_path: Path) -> None:
    made = all_data(
        industry("51", "Information", "sector", A_MEDIAN="70010"),
        industry("31-33", "Manufacturing", "sector", OWN_CODE="5"),
        industry("31-33", "Manufacturing", "sector", OWN_CODE="58", A_MEDIAN="70020"),
        industry("999001", "Government", "cross-industry, ownership", OWN_CODE="123", A_MEDIAN="70030"),
        industry("000000", "Cross-industry", "cross-industry, ownership", OWN_CODE="5"),
    )
    found = program("import", written(tmp_path, "natsector_M2024_dl.xlsx", made))
    assert found.out.endswith("\timported\toews-2024-05\t3\t0\twithout 2 rows of one ownership alone\n")
    asked = ("salary", "15-1231", "--industry", "all", "--columns", "industry,median", "--no-header", "--as-of")
    assert program(*asked, "2024").out == (
        "Sectors 31, 32, and 33 - Manufacturing\t70020\nSector 51 - Information\t70010\n"
        "Federal, State, and Local Government, including State and Local Schools and Hospitals and USPS\t70030\n"
    )
    assert program(*asked, "2025").out == run(*asked, "2025").out
    assert program(*asked, "2023") == Ended(
        1, "", "careercli: --industry: no wages by industry of 2023 are here; those of 2025, 2024 are\n"
    )
