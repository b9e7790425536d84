"""careercli similar: what is near a role, and why."""

from pathlib import Path

import pytest

from careercli.moves.similarity import COLUMNS
from tests.conftest import Ask

HEADER = "\t".join(COLUMNS)


def test_each_occupation_comes_with_its_reasons_then_its_roles(ask: Ask) -> None:
    assert ask("similar", "noc-tech", "--limit", "4").out == (
        f"{HEADER}\n"
        "1\t15-1244\tNetwork and Computer Systems Administrators\t6.34\ttitles share: network, LAN; knowledge rated"
        " alike: Computers and Electronics, Telecommunications\tprimary\t99130\tonet-30.2 | oews-2025-05\t15-1244\t\n"
        "1\tsysadmin\tSystem Administrator\t6.34\tas 15-1244: titles share: network, LAN; knowledge rated alike:"
        " Computers and Electronics, Telecommunications\tprimary\t99130\tonet-30.2 | oews-2025-05\t15-1244\t\n"
        "2\t15-1241\tComputer Network Architects\t6.01\ttitles share: network, IT; knowledge rated alike:"
        " Telecommunications, Computers and Electronics\tprimary\t134050\tonet-30.2 | oews-2025-05\t15-1241\t\n"
        "2\tnetwork-engineer\tNetwork Engineer\t6.01\tas 15-1241: titles share: network, IT; knowledge rated alike:"
        " Telecommunications, Computers and Electronics\tprimary\t134050\tonet-30.2 | oews-2025-05\t15-1241\t"
        "that code is of network architects\n"
    )


def test_a_person_reads_a_question_mark_beside_the_median_of_a_doubtful_role(ask: Ask) -> None:
    lines = ask("similar", "noc-tech", "--limit", "4", "-f", "table", "--columns", "id,listed,median").lines
    assert lines[:5] == [
        "id                listed      median",
        "15-1244           primary     99,130",
        "sysadmin          primary     99,130",
        "15-1241           primary    134,050",
        "network-engineer  primary  134,050 ?",
    ]
    assert " ".join(lines[5:]) == (
        "near by our own measure of O*NET 30.2, not a move; listed: O*NET's related occupations;"
        " median: US dollars a year, BLS OEWS May 2025; ? the role may belong to another occupation:"
        " careercli show ROLE"
    )


def test_roles_of_the_very_occupation_come_first_without_a_score(ask: Ask) -> None:
    asked = ("--limit", "1", "--columns", "rank,id,similarity,why,listed")
    found = ask("similar", "help-desk", *asked).cells[1]
    assert found == ["0", "application-support-analyst", "", "the same occupation, 15-1232", ""]
    assert ask("similar", "15-1231", *asked).cells[1] == ["0", "noc-tech", "", "the same occupation, 15-1231", ""]


def test_neither_a_role_nor_its_occupation_is_near_itself(ask: Ask) -> None:
    ids = [cells[0] for cells in ask("similar", "noc-tech", "--columns", "id").cells]
    assert not {"noc-tech", "15-1231"} & set(ids)
    assert len(ids) == len(set(ids)) > 40


def test_medians_are_those_of_the_place_in_force(ask: Ask) -> None:
    asked = ("--limit", "1", "--columns", "id,median")
    there = ask("similar", "noc-tech@OH", *asked).out
    assert there == "id\tmedian\n15-1244@OH\t97570\n"
    assert ask("similar", "noc-tech", "--area", "ohio", *asked).out == there
    assert ask("similar", "noc-tech@US", "--area", "ohio", *asked).cells[1] == ["15-1244", "99130"]


def test_what_the_publisher_lists_is_told_from_what_it_does_not(ask: Ask) -> None:
    listed = {cells[0]: cells[1] for cells in ask("similar", "29-1141", "--columns", "id,listed").cells[1:]}
    assert (listed["29-1141.01"], listed["29-1171"]) == ("primary", "primary")
    assert set(listed.values()) == {"primary", "supplemental", "no"}


def test_rows_are_sorted_by_any_column_with_unknown_medians_last(ask: Ask) -> None:
    medians = [cells[0] for cells in ask("similar", "noc-tech", "--sort", "median", "--columns", "median").cells[1:]]
    known = [int(median) for median in medians if median]
    assert known == sorted(known)
    assert medians[len(known) :] == [""] * (len(medians) - len(known)) != []


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("31-1120", "31-1120 Home Health and Personal Care Aides has no ratings in O*NET 30.2"
                    " (rated in parts: 31-1121, 31-1122): nothing is near it"),
        ("15-1299", "15-1299 Computer Occupations, All Other has no ratings in O*NET 30.2: nothing is near it"),
    ],
)  # fmt: skip
def test_an_occupation_without_ratings_says_so_under_a_header(code: str, line: str, ask: Ask) -> None:
    found = ask("similar", code)
    assert (found.code, found.out, found.err) == (0, f"{HEADER}\n", f"careercli: {line}\n")


def test_a_doubtful_role_says_near_which_occupation_it_was_sought(ask: Ask) -> None:
    assert ask("similar", "network-engineer", "--limit", "1").err == (
        "careercli: network-engineer: near its occupation 15-1241, which is doubtful:"
        " that code is of network architects\n"
    )


WRONG = {
    ("similar",): (2, "missing argument 'ROLE'"),
    ("similar", "qqqq"): (1, "no role or occupation is named “qqqq”"),
    ("similar", "noc-tech", "--sort", "wage"): (2, "--sort: similar has no “wage”"),
    ("similar", "noc-tech", "--columns", "score"): (2, "--columns: similar has no “score”"),
    ("similar", "noc-tech", "--area", "qqqq"): (1, "no place is named “qqqq”"),
}


@pytest.mark.parametrize("command", WRONG, ids=" ".join)
def test_what_cannot_be_asked_is_said_in_one_line(command: tuple[str, ...], ask: Ask) -> None:
    ask(*command).refuses(*WRONG[command])


def test_a_role_without_an_occupation_is_near_nothing(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text("title: Odd job\n", encoding="utf-8")
    ask("similar", "odd", "--roles", str(tmp_path)).refuses(
        1, "odd has no occupation to hold others against; see careercli show odd\n"
    )


def test_a_broken_profile_is_one_line_and_changes_nothing_else(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("title: [", encoding="utf-8")
    found = ask("similar", "noc-tech", "--roles", str(tmp_path))
    assert (found.code, found.err.count("\n")) == (0, 1)
    assert found.out == ask("similar", "noc-tech").out
