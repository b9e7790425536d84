"""careercli roles: list and search the catalog."""

from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.catalog.listing import COLUMNS
from careercli.presentation.text_width import width_of
from careercli.profiles import directories
from tests.conftest import Ask

ROLES = sorted(path.stem for path in Path(directories.BUNDLED).iterdir())


def ids(ask: Ask, *options: str) -> list[str]:
    answer = ask("roles", *options)
    assert answer.code == 0
    return [cells[0] for cells in answer.cells[1:]]


FILTERED = {
    ("network tech",): (
        "noc-tech cloud-specialist cybersecurity-analyst field-support-tech help-desk isp-tech it-support "
        "network-engineer sales-engineer sysadmin tech-support tech-support-engineer technical-support-specialist"
    ),
    ("NOC",): "noc-tech",
    ("call center",): "tech-support-rep 43-4051 help-desk support-team-lead",
    ("--family", "installation"): "field-supervisor field-support-tech isp-tech",
    ("--family", "15-12"): (
        "application-support-analyst cloud-specialist cybersecurity-analyst help-desk it-support network-engineer "
        "noc-tech support-team-lead support-tech sysadmin tech-support tech-support-engineer tech-support-rep "
        "technical-support-specialist"
    ),
    ("--family", "49"): "field-supervisor field-support-tech isp-tech",
    ("--family", "22"): "",
    ("--family", "-1232"): "",
    ("--skill", "bgp"): "network-engineer noc-tech",
    ("--certification", "comptia"): (
        "cybersecurity-analyst field-support-tech help-desk it-support network-engineer project-manager sysadmin "
        "tech-support technical-support-specialist"
    ),
    ("--education", "associate"): "noc-tech",
    ("--min-wage", "62000"): (
        "cybersecurity-analyst field-supervisor isp-tech it-manager network-engineer noc-tech project-manager "
        "sales-engineer sysadmin technical-writer"
    ),
    ("--min-wage", "62000", "--education", "associate"): "noc-tech",
    ("zzzz",): "",
}
"""Filters, and the ids of what matches all of them."""


@pytest.mark.parametrize("options", FILTERED, ids=" ".join)
def test_filters_keep_what_matches_all_of_them(ask: Ask, options: tuple[str, ...]) -> None:
    assert ids(ask, *options) == FILTERED[options].split()


def test_a_family_is_the_beginning_of_a_code(ask: Ask) -> None:
    """15-1299 contains 29 but does not start with it."""
    found = ids(ask, "--all", "--family", "29")
    assert len(found) > 50
    assert {each[:2] for each in found} == {"29"}


@pytest.mark.parametrize("wage", ["70000", "70,000", "$70,000", "$70000", "70000.00"])
def test_a_wage_may_be_asked_for_as_people_write_it(ask: Ask, wage: str) -> None:
    assert ids(ask, "noc", "--min-wage", wage) == ["noc-tech"]
    assert "isp-tech" not in ids(ask, "--min-wage", wage)


@pytest.mark.parametrize(
    "wage", ["nan", "NaN", "inf", "-inf", "-1", "-70,000", "€70,000", "70,000 EUR", "70k", "7e4", ">70000", "7,00,00"]
)
def test_what_is_no_amount_of_dollars_is_wrong_usage(ask: Ask, wage: str) -> None:
    said = f"--min-wage: “{wage}” is no amount of dollars a year; write it like 60000\n"
    ask("roles", f"--min-wage={wage}").refuses(2, said)


def test_nothing_found_is_said_and_where_else_to_look(ask: Ask) -> None:
    assert ask("roles", "--family", "22").err == "careercli: nothing matches; --all searches every occupation too\n"
    assert ask("roles", "zzzz").err == ask("roles", "--all", "zzzz").err == "careercli: nothing matches\n"
    assert ask("roles", "noc").err == ""
    assert ask("roles", "--limit", "0").err == ""


def test_units_and_sources_stand_under_the_table_of_whole_columns(ask: Ask) -> None:
    below = (
        "median in US dollars a year: BLS OEWS May 2025; the rest: BLS projections 2024-34; everyone in these"
        " occupations; ? the role may belong to another one: careercli show ROLE"
    )
    assert " ".join(ask("roles", "-f", "table", width=120).lines).endswith(below)
    assert " ".join(ask("roles", "-f", "table", width=30).lines).endswith(below)
    assert below not in ask("roles", "zzzz", "-f", "table", width=120).out
    assert below not in ask("roles", "--columns", "id,title", "-f", "table", width=120).out


def test_nothing_found_still_prints_the_header(ask: Ask) -> None:
    assert tuple(ask("roles", "zzzz").cells[0]) == COLUMNS
    assert ask("roles", "zzzz", "-f", "json").out == "[]\n"
    assert ask("roles", "zzzz", "-f", "table", width=100).lines[0].startswith("id")


def test_all_adds_every_detailed_occupation_and_specialty(ask: Ask) -> None:
    found = ids(ask, "--all")
    assert found[: len(ROLES)] == ROLES
    assert len(found) == len(ROLES) + 879 + 149
    assert {"29-1141", "15-1299.04"} < set(found)


def test_wages_sort_with_roles_without_one_last(ask: Ask) -> None:
    found = ask("roles", "--all", "--sort", "median", "--desc", "--columns", "id,median").cells[1:]
    assert found[0][1] == "559030"
    assert found[-1][1] == ""
    assert ids(ask, "--sort", "median", "--limit", "1") == ["field-support-tech"]
    assert ids(ask, "--sort", "median", "--desc", "--limit", "2") == ["it-manager", "network-engineer"]
    medians = [median for (median,) in ask("roles", "--sort", "median", "--columns", "median").cells[1:]]
    assert medians.count("") >= 2
    assert set(medians[medians.index("") :]) == {""}


def test_the_order_may_be_turned_round(ask: Ask) -> None:
    assert ids(ask, "--desc") == ROLES[::-1]
    assert ids(ask, "--sort", "id", "--desc") == ROLES[::-1]


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_is_wider_than_the_terminal(ask: Ask, width: int) -> None:
    assert max(map(width_of, ask("roles", "--all", "-f", "table", width=width).lines)) <= width


@pytest.mark.parametrize("width", [80, 109])
def test_a_narrow_terminal_shows_the_code_and_breaks_no_word(ask: Ask, width: int) -> None:
    answer = ask("roles", "-f", "table", width=width)
    assert " occupation " in answer.lines[0]
    assert " entry" not in answer.lines[0]
    wide = ask("roles", "-f", "table", width=1000)
    assert " entry education" in wide.lines[0]
    assert not set(answer.out.split()) - set(wide.out.split())


@pytest.mark.parametrize(
    ("query", "found", "said"),
    [
        ("netwrok tecnician", "noc-tech", ["netwrok” read as network", "tecnician” read as technician"]),
        ("system administrators", "sysadmin", []),
        ("pythonn", "cloud-specialist", ["pythonn” read as python"]),
        ("cisco ccnaa", "network-engineer", ["ccnaa” read as ccna"]),
    ],
)
def test_a_mistyped_word_is_forgiven_and_that_is_said(ask: Ask, query: str, found: str, said: list[str]) -> None:
    answer = ask("roles", query)
    assert found in [cells[0] for cells in answer.cells]
    lines = [line.replace("; ", " ") for line in answer.err.splitlines()]
    assert lines == [f"careercli: nothing has “{each}" for each in said]


@pytest.mark.parametrize("query", ["ceo", "Amazon driver", "registered nurse", "nurse practitoner"])
def test_occupations_answer_where_no_role_matches_and_that_is_said(ask: Ask, query: str) -> None:
    answer = ask("roles", query)
    assert answer.err.splitlines()[0] == "careercli: no role matches; occupations do"
    assert answer.cells[1][0] == ask("roles", "--all", query).cells[1][0]


def test_each_match_says_why_it_matches(ask: Ask) -> None:
    found = {cells[0]: cells[1] for cells in ask("roles", "--all", "help desk", "--columns", "id,match").cells}
    assert found["help-desk"] == "its name"
    assert found["15-1232"] == "“help desk”: job ads use it for computer user support"
    assert found["it-support"] == "occupation: “help desk”: job ads use it for computer user support"
    assert ask("roles", "--all", "Java Developer", "--columns", "id,match").cells[1] == [
        "15-1251", "“Java Developer” (O*NET 30.2, reported)",
    ]  # fmt: skip
    assert ask("roles", "senior NOC technician", "--columns", "match").lines[1] == "its name; set aside: senior"
    assert ask("roles", "--columns", "match", "--no-header").out.strip() == ""


def test_a_name_of_a_profile_elsewhere_in_the_index_hides_no_match(
    ask: Ask, profiles: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    elsewhere = profiles(mine="title: Senior NOC Technician")
    assert "mine" in ids(ask, "senior NOC technician", "--roles", elsewhere)
    assert ids(ask, "senior NOC technician") == ["noc-tech"]


def test_a_word_is_not_respelled_as_one_of_a_profile_elsewhere_in_the_index(
    ask: Ask, profiles: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    elsewhere = profiles(mine="title: Kuberntes Hand")
    assert ids(ask, "kuberntes", "--roles", elsewhere) == ["mine"]
    assert "read as kubernetes" in ask("roles", "kuberntes").err
    assert "read as kubernetes" in ask("match", "--skills", "kuberntes").err


@pytest.mark.parametrize("query", [["15.1231"], ["15-1231.00"], ["SOC", "15–1231"], ["15-1231.00 - Computer Network"]])
def test_a_code_finds_its_roles_and_its_occupation_however_it_is_written(ask: Ask, query: list[str]) -> None:
    assert ids(ask, *query) == ["noc-tech"]
    found = ids(ask, "--all", *query)
    assert (found[0], "noc-tech" in found) == ("15-1231", True)


def test_a_retired_code_finds_nothing_and_that_is_explained(ask: Ask) -> None:
    answer = ask("roles", "--all", "15-1142")
    assert (answer.code, answer.lines) == (0, ["\t".join(COLUMNS)])
    assert answer.err == (
        "careercli: “15-1142” is a code of SOC 2010 (Network and Computer Systems Administrators);"
        " it became 15-1244 Network and Computer Systems Administrators\n"
    )


BY_TITLE = {
    "lawer": ["23-1011"],
    "docter": ["29-1216", "29-1215"],
    "sofware engineer": ["15-1252", "application-support-analyst"],
    "mecanic": ["49-3023", "49-3031"],
    "mechanical enginer": ["17-2141"],
    "machine lerning": ["15-1221", "15-2051", "tech-support-engineer"],
    "computer repair": ["49-2011", "17-3023", "field-supervisor"],
    "engineering": ["17-2199", "25-1032"],
    "server": ["sysadmin", "35-3031"],
    "kuberntes": ["cloud-specialist"],
    "writer": ["technical-writer"],
}
"""What is listed first, by what was typed."""


@pytest.mark.parametrize("typed", BY_TITLE)
def test_occupations_are_listed_by_their_titles_where_profiles_match_by_skills_alone(typed: str, ask: Ask) -> None:
    assert ids(ask, typed)[: len(BY_TITLE[typed])] == BY_TITLE[typed]


READ: dict[str, list[str]] = {
    "lawer": ["“lawer”; read as lawyer"],
    "docter": ["“docter”; read as doctor"],
    "mechanical enginer": ["“enginer”; read as engineer"],
    "kuberntes": ["“kuberntes”; read as kubernetes"],
    "medical coder": [],
    "realtor": [],
    "crna": [],
    "professor": [],
    "full stack": [],
    "wedding": [],
    "work from home": [],
}
"""What is said of words that nothing has."""


@pytest.mark.parametrize("typed", READ)
def test_a_word_of_a_title_is_not_corrected_and_a_mistyped_one_is_read_as_a_title_first(typed: str, ask: Ask) -> None:
    said = [line.partition("nothing has ")[2] for line in ask("roles", typed).err.splitlines()]
    assert [line for line in said if line] == READ[typed]


ALONE = {"judge": ["23-1023"], "actor": ["27-2011"], "realtor": ["41-9022"], "crna": ["29-1151"], "work from home": []}


@pytest.mark.parametrize("typed", ALONE)
def test_no_stranger_stands_beside_a_title_that_was_found(typed: str, ask: Ask) -> None:
    assert ids(ask, typed) == ALONE[typed]


CERTIFIED = {
    "A+": ["field-support-tech", "help-desk", "it-support"],
    "ccna": ["network-engineer", "tech-support-engineer"],
    "cisco ccna": ["network-engineer", "tech-support-engineer"],
    "security+": ["cybersecurity-analyst"],
}


@pytest.mark.parametrize("typed", CERTIFIED)
def test_a_certification_is_found_by_whole_words_by_the_filter_and_by_a_search_that_says_so(
    typed: str, ask: Ask
) -> None:
    assert ids(ask, "--certification", typed) == CERTIFIED[typed]
    found = ask("roles", typed, "--columns", "id,match", "--no-header").cells
    assert found == [[role, "its certifications"] for role in CERTIFIED[typed]]


@pytest.mark.parametrize(("typed", "is_hinted"), [("design", True), ("python", False), ("network", False)])
def test_where_skills_alone_match_words_of_titles_the_way_to_occupations_is_said(
    typed: str, is_hinted: bool, ask: Ask
) -> None:
    hint = f"careercli: only skills match; occupations whose titles do: careercli roles --all {typed}\n"
    assert ask("roles", typed).err == (hint if is_hinted else "")
