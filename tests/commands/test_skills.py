"""careercli skills."""

from collections.abc import Callable

import pytest

from tests.conftest import Ask

ONE = "title: One\nsources: {s: {publisher: Someone, title: A, date: '2024'}}\nskills: {SQL: 9%, Patience: 4%}\n"
TWO = (
    "title: Two\nsources: {s: {publisher: Someone, title: A, date: '2024'}}\n"
    "skills: {Structured query language SQL: 5%, Networking: 7%}\ncertifications: [CompTIA Network+]\n"
    "steps: [Learn networking first]\n"
)


def test_the_columns_of_one_role_and_of_two(ask: Ask) -> None:
    assert ask("skills", "noc-tech").cells[0] == [
        "role", "kind", "name", "weight", "scale", "as_of", "source", "caveat"
    ]  # fmt: skip
    assert ask("skills", "noc-tech", "help-desk").cells[0] == [
        "status", "kind", "name", "weight_from", "weight_to", "gap", "clear", "scale", "source", "helps", "caveat"
    ]  # fmt: skip
    assert ask("skills", "noc-tech", "--explain").cells[0][-1] == "explain"


def test_two_small_roles_for_people(ask: Ask, profiles: Callable[..., str]) -> None:
    folder = profiles(one=ONE, two=TWO)
    found = ask("skills", "one", "two", "--roles", folder, "-f", "table", "--explain", width=80)
    assert found.err == ""
    assert (
        found.out
        == """\
From One (one) to Two (two)

MISSING: asked for in two, not found in one; what matters most in two comes
first
missing     from   to
Networking     —  7 %
certifications: CompTIA Network+
helps with Networking: step: Learn networking first
certifications named for two: CompTIA Network+
steps named for two: Learn networking first

SHARED: found in both, or rated with no clear difference
skills: Structured query language SQL (9 % and 5 %)

EXTRA: found in one alone
skills: Patience (4 %)

WHY: synonyms and errors
shared, Structured query language SQL: Structured query language SQL is read
  as SQL: O*NET's name with the words spelled out

%: as a source prints it, of what is not stated
missing by name: no source names it for the first role, which does not mean that
nobody there has it
sources: Someone
"""
    )


def test_the_same_rows_for_programs(ask: Ask, profiles: Callable[..., str]) -> None:
    found = ask("skills", "one", "two", "--roles", profiles(one=ONE, two=TWO), "--columns", "status,name,gap,helps")
    assert found.cells[1:] == [
        ["missing", "Networking", "", "step: Learn networking first"], ["missing", "CompTIA Network+", "", ""],
        ["shared", "Structured query language SQL", "-4", ""], ["extra", "Patience", "", ""],
    ]  # fmt: skip


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize(
    "roles", [("support-tech", "noc-tech"), ("help-desk", "sysadmin"), ("isp-tech",)], ids=" ".join
)
def test_a_table_fits_its_terminal(roles: tuple[str, ...], width: int, ask: Ask) -> None:
    assert all(len(line) <= width for line in ask("skills", *roles, "-f", "table", width=width).lines)


def test_a_doubtful_role_carries_its_caveat_everywhere(ask: Ask) -> None:
    caveat = "support-tech: perhaps 43-4051, customer service"
    piped = ask("skills", "support-tech", "noc-tech", "-f", "json")
    assert piped.err == f"careercli: {caveat}\n"
    assert {row["caveat"] for row in piped.json if row["scale"] in ("importance 1-5", "level 0-7")} == {caveat}
    table = ask("skills", "support-tech", "noc-tech", "-f", "table", width=120)
    assert f"? {caveat}; ratings are sorted only where every reading agrees" in table.out
    assert any(line.startswith("Monitoring") and line.endswith("* ?") for line in table.lines)


def test_two_roles_of_one_occupation_are_told_so_in_one_line(ask: Ask) -> None:
    found = ask("skills", "help-desk", "tech-support")
    assert found.err.count("\n") == 1
    assert found.err.startswith("careercli: both are 15-1232 Computer User Support Specialists: ")
    assert "rated by O*NET" not in ask("skills", "help-desk", "tech-support", "-f", "table").out


def test_synonyms_and_errors_are_visible_with_explain(ask: Ask) -> None:
    found = ask("skills", "tech-support", "cybersecurity-analyst", "--explain").out
    assert "Reading Logs" in found
    assert "Splunk Enterprise is read as Splunk: the product that the maker's name means" in found
    assert "95 % error of the difference: 1.96 × √(0.12² + 0.18²) = 0.43" in found


def test_an_occupation_without_ratings_says_so(ask: Ask) -> None:
    assert ask("skills", "31-1120").err == "careercli: O*NET has no ratings of 31-1120\n"


WRONG = {
    ("skills",): (2, "skills takes one role, or two"),
    ("skills", "noc-tech", "help-desk", "isp-tech"): (2, "skills takes one role, or two"),
    ("skills", "qqqq"): (1, "no role or occupation is named “qqqq”"),
    ("skills", "noc-tech", "--columns", "nmae"): (2, "--columns: skills has no “nmae”; did you mean name?"),
    ("skills", "noc-tech", "help-desk", "--sort", "wieght_to"): (2, "--sort: skills has no “wieght_to”"),
}


@pytest.mark.parametrize("command", WRONG, ids=" ".join)
def test_what_cannot_be_asked_is_said_in_one_line(command: tuple[str, ...], ask: Ask) -> None:
    ask(*command).refuses(*WRONG[command])


def test_no_figure_is_printed_without_its_scale(ask: Ask) -> None:
    for row in ask("skills", "support-tech", "noc-tech", "-f", "json").json:
        if row["weight_from"] is not None or row["weight_to"] is not None:
            assert row["scale"]
