"""The fate of the codes that SOC 2018 does not have, and whether the publishers say so too."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from careercli.model.claims import OCCUPATION_CODE
from careercli.store import official
from careercli.store.retired_codes import SYSTEMS, retired_codes, retirement
from tests.official.publishers import DATA, cells

STRUCTURE = DATA / "soc-2018" / "soc_structure_2018.xlsx"
CENSUS = DATA / "crosswalks" / "census_2018-occupation-code-list-and-crosswalk.xlsx"
WORKBOOKS = [DATA / "bls-oews" / f"national_M{name}" for name in ("2013_dl.xls", "2018_dl.xlsx", "2019_dl.xlsx")]

needs_files = pytest.mark.skipif(
    not all(path.is_file() for path in (STRUCTURE, CENSUS, *WORKBOOKS)),
    reason="the files of SOC 2018, the Census or OEWS before 2021 are not here",
)

RETIRED = {each.code: each for each in retired_codes()}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (
            "15-1151",
            "“15-1151” is a code of SOC 2010 (Computer User Support Specialists);"
            " it became 15-1232 Computer User Support Specialists",
        ),
        (
            "15-1134",
            "“15-1134” is a code of SOC 2010 (Web Developers);"
            " it became 15-1254 Web Developers and 15-1255 Web and Digital Interface Designers",
        ),
        (
            "29-1248",
            "“29-1248” is a code of OEWS May 2019 (Surgeons, Except Ophthalmologists); it became 29-1242 Orthopedic"
            " Surgeons, Except Pediatric, 29-1243 Pediatric Surgeons and 29-1249 Surgeons, All Other",
        ),
        (
            "15-1199.09",
            "“15-1199” is a code of SOC 2010 (Computer Occupations, All Other);"
            " it became 15-1299 Computer Occupations, All Other",
        ),
        ("15-1231", ""),
        ("99-9999", ""),
    ],
)
def test_a_retired_code_is_explained_in_a_sentence(code: str, sentence: str) -> None:
    assert retirement(code) == sentence


def test_a_code_without_known_successors_is_said_to_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = RETIRED["15-1142"]._replace(title="Administrators", successors="")
    monkeypatch.setattr("careercli.store.retired_codes.retired_codes", lambda: [lost])
    assert retirement("15-1142") == (
        "“15-1142” is a code of SOC 2010 (Administrators); retired; successor not known here"
    )


def test_every_row_is_a_code_that_nothing_has_and_successors_that_can_be_named() -> None:
    known = official.codes()
    assert list(RETIRED) == sorted(RETIRED)
    assert not RETIRED.keys() & known
    for code, row in RETIRED.items():
        assert OCCUPATION_CODE.fullmatch(code)
        assert row.system in SYSTEMS
        assert row.title
        assert known.issuperset(row.successors.split()), code


@needs_files
def test_every_successor_is_a_detailed_code_of_soc_2018_and_no_retired_code_is_one() -> None:
    assert not RETIRED.keys() & soc_2018()
    assert {code for row in RETIRED.values() for code in row.successors.split()} <= detailed_of_soc_2018()


@needs_files
def test_every_retired_code_of_the_workbooks_is_in_the_file() -> None:
    kept = soc_2018() | official.codes()
    titles = {code: title for path in WORKBOOKS for code, title in occupations(path) if code not in kept}
    assert titles.keys() <= RETIRED.keys()
    assert {code: RETIRED[code].title for code in titles} == titles


@needs_files
def test_the_rows_of_the_census_are_as_its_crosswalk_prints_them() -> None:
    rows = [row for row in RETIRED.values() if row.source == "Census crosswalk"]
    assert len(rows) == 36
    assert {row.code: row.successors.split() for row in rows} == {row.code: printed_by_census(row.code) for row in rows}


def occupations(path: Path) -> Iterator[tuple[str, str]]:
    """Yield code and title of every broad and detailed occupation of a national workbook."""
    header, *lines = cells(path, 0)
    names = [str(name).upper() for name in header]
    code, title = names.index("OCC_CODE"), names.index("OCC_TITLE")
    group = next(index for index, name in enumerate(names) if name in ("OCC_GROUP", "O_GROUP"))
    for line in lines:
        if line[group] in ("broad", "detailed"):
            yield line[code], line[title].strip()


@cache
def soc_2018() -> frozenset[str]:
    """The code of every group and occupation of SOC 2018."""
    return frozenset(cell for line in cells(STRUCTURE, 0) for cell in line[:4] if re.match(r"\d\d-", str(cell)))


@cache
def detailed_of_soc_2018() -> frozenset[str]:
    return frozenset(str(line[3]) for line in cells(STRUCTURE, 0) if re.match(r"\d\d-", str(line[3])))


@cache
def census() -> list[list[str]]:
    """The lines of the crosswalk: code and title of 2010 in columns 0 and 2, those of 2018 in 3 and 5."""
    return [[str(cell).strip() for cell in line] for line in cells(CENSUS, "2010 to 2018 Crosswalk ")[4:]]


def printed_by_census(code: str) -> list[str]:
    """Return the detailed codes of 2018 on the line of a retired code, else those of the lines that belong to it."""
    lines, known = census(), detailed_of_soc_2018()
    at = next(index for index, line in enumerate(lines) if line[0] == code)
    own = lines[at]
    if own[3] in known:
        return [own[3]]
    if not own[3] and own[5]:  # One of several old codes beside the parts of their new group.
        assert own[5].startswith(own[2])
        return codes_in(own)
    if split := [code for line in below(lines, at) for code in codes_in(line) if code in known]:
        return sorted(split)
    above = next(line for line in reversed(lines[:at]) if line[3])  # Several old codes below their new one.
    return [above[3]]


def below(lines: list[list[str]], at: int) -> Iterator[list[str]]:
    """Yield the lines below one that name new codes alone."""
    for line in lines[at + 1 :]:
        if line[0] or not (line[3] or line[5]):
            return
        yield line


def codes_in(line: list[str]) -> list[str]:
    """Return the code of a new line, or the codes in brackets behind its titles."""
    return [line[3]] if line[3] else re.findall(r"\((\d\d-\d{4})\s*\)", line[5])
