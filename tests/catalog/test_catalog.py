"""What a name means, which files a question reads, what a search keeps."""

import os
import random
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from careercli.catalog.catalog import Catalog
from careercli.catalog.listing import Filters
from careercli.catalog.source_keys import with_unique_source_keys
from careercli.errors import CareerError, UnknownRole
from careercli.profiles import directories
from careercli.profiles.directories import BUNDLED
from tests.indexed import make_place
from tests.make import BLS, SITE, make_claim, make_role, make_source

Profiles = Callable[..., str]


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def bundled(said: list[str]) -> Catalog:
    return Catalog([BUNDLED], said.append)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("noc-tech", "noc-tech"),
        (" NOC-Tech ", "noc-tech"),
        ("Network Operation Technician", "noc-tech"),
        ("network operation technician", "noc-tech"),
        ("NOC tech", "noc-tech"),
        ("tsr", "tech-support-rep"),
        ("15-1232", "15-1232"),
        ("15-1232.00", "15-1232"),
        ("15-1230", "15-1230"),
        ("SOC 15–1232", "15-1232"),
        ("151232@US", "15-1232"),
        ("15-1299.08 - Computer Systems Engineers/Architects", "15-1299.08"),
        ("Registered Nurses", "29-1141"),
        ("computer USER support specialists", "15-1232"),
    ],
)
def test_a_name_is_an_id_a_code_a_title_an_alias_or_an_occupations_title(
    bundled: Catalog, name: str, found: str
) -> None:
    assert bundled.find(name).id == found


def test_a_code_is_the_occupation_even_where_a_profile_has_that_name(profiles: Profiles, said: list[str]) -> None:
    folder = profiles(**{"15-1232": "title: Mine"})
    assert Catalog([folder], said.append).find("15-1232").title == "Computer User Support Specialists"


def test_an_id_of_digits_is_the_profile(profiles: Profiles, said: list[str]) -> None:
    folder = profiles(**{"151232": "title: Mine"})
    assert Catalog([folder], said.append).find("151232").title == "Mine"


def test_a_retired_code_is_answered_with_what_it_became(bundled: Catalog) -> None:
    with pytest.raises(UnknownRole, match=r"^“15-1152” is a code of SOC 2010 .+; it became 15-1231 "):
        bundled.find("15-1152.00 - Computer Network Support Specialists")


def test_a_title_wins_over_an_alias(profiles: Profiles, said: list[str]) -> None:
    folder = profiles(one="title: Desk\naliases: [Help]", two="title: Help")
    assert Catalog([folder], said.append).find("help").id == "two"


def test_an_id_wins_over_a_title(profiles: Profiles, said: list[str]) -> None:
    folder = profiles(desk="title: Counter", other="title: Desk")
    assert Catalog([folder], said.append).find("Desk").id == "desk"


def test_a_title_of_two_roles_names_neither(profiles: Profiles, said: list[str]) -> None:
    folder = profiles(one="title: Desk", two="title: desk")
    with pytest.raises(UnknownRole, match="one, two"):
        Catalog([folder], said.append).find("DESK")


@pytest.mark.parametrize(
    ("name", "near"),
    [("noc-teck", "noc-tech"), ("registred nurses", "29-1141"), ("ISP tecnician", "isp-tech"), ("15-1239", "15-1230")],
)
def test_an_unknown_name_is_answered_with_what_is_near(bundled: Catalog, name: str, near: str) -> None:
    with pytest.raises(UnknownRole, match=near):
        bundled.find(name)


def test_a_name_like_no_other_is_answered_without_a_hint(bundled: Catalog) -> None:
    with pytest.raises(UnknownRole, match=r"^no role or occupation is named “zzzzzz”$"):
        bundled.find("zzzzzz")


@pytest.mark.parametrize(
    ("name", "found", "line"),
    [
        ("CNA", "31-1131", "“CNA” is read as 31-1131 Nursing Assistants: certified nursing assistant"),
        ("plumber", "47-2152", "“plumber” is a title of 47-2152 Plumbers, Pipefitters, and Steamfitters (O*NET 30.2)"),
        ("C.P.A.", "13-2011", "“C.P.A.” is read as 13-2011 Accountants and Auditors: certified public accountant"),
        ("P.A.", "29-1071", "“P.A.” is read as 29-1071 Physician Assistants: short for physician assistant"),
        ("Senior NOC technician", "noc-tech", "“Senior NOC technician” is read as noc-tech; set aside: Senior"),
        ("NOC technicians", "noc-tech", ""),
        ("nurse practitioner", "29-1171", ""),
    ],
)
def test_what_a_name_was_read_as_is_said_in_one_line_unless_it_is_its_own(
    bundled: Catalog, said: list[str], name: str, found: str, line: str
) -> None:
    assert bundled.find(name).id == found
    assert len(said) == bool(line)
    assert all(each.startswith(line) for each in said)


def test_a_name_of_several_occupations_is_answered_with_all_of_them(bundled: Catalog) -> None:
    said = (
        "“cable guy” may be 49-2022 Telecommunications Equipment Installers and…"
        " (median 63,890) or 49-9052 Telecommunications Line Installers and Repairers (median 74,330);"
        " name one by its code"
    )
    with pytest.raises(UnknownRole, match=f"^{re.escape(said)}$"):
        bundled.find("cable guy")


@pytest.mark.parametrize("name", ["teacher", "engineer", "computer"])
def test_of_many_candidates_three_are_named_in_short_and_where_the_rest_is(name: str, bundled: Catalog) -> None:
    with pytest.raises(UnknownRole) as caught:
        bundled.find(name)
    said = str(caught.value)
    assert said.count("(median ") == 3
    assert f" more: careercli roles --all {name}" in said
    assert len(said) < 320


@pytest.mark.parametrize("name", ["registred nurse", "softwar engineer", "noc technican", "nursepractitioner x"])
def test_a_corrected_spelling_names_nothing(bundled: Catalog, name: str) -> None:
    with pytest.raises(UnknownRole, match=r"^no role or occupation is named"):
        bundled.find(name)


@pytest.mark.parametrize("name", ["help desk hero", "network ninja", "qqqq", "zzzz xqzzy", "guru", "doctor who"])
def test_a_hint_to_search_is_given_only_where_the_search_finds_something(bundled: Catalog, name: str) -> None:
    with pytest.raises(UnknownRole) as caught:
        bundled.find(name)
    hint = f"; near it: careercli roles --all {name}"
    assert str(caught.value).endswith(hint) <= bool(bundled.listing(True).find(Filters((name,))).entries)


def test_of_titles_alike_the_one_typed_is_named(profiles: Profiles, said: list[str]) -> None:
    folder = profiles(one="title: +1 desk", two="title: -1 desk")
    assert Catalog([folder], said.append).find("-1 desk").id == "two"
    with pytest.raises(UnknownRole, match="any of one, two"):
        Catalog([folder], said.append).find("1 desk")


def test_an_id_is_known_and_no_title(bundled: Catalog, said: list[str]) -> None:
    known = {"noc-tech", "noc-tech@OH", "15-1231", "15-1299.04", "15-1231@OH"}
    names = known | {"senior-noc-tech", "NOC technician", "nurse", "15-9999", "15-1142", "noc-teck@OH"}
    assert {name for name in names if bundled.knows(name)} == known
    assert said == []


ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz", "ABC 123 -/@.", "\0\x01\x1b\x7f\x9b\n\t ", "\udcff\ud800\udfff a", 
    "\"'`;--%_*(){}[]^:+",
    "אבג עربي", "\u202e\u2066\u2069\u200b\u200f ab", "🤖👩‍⚕️🏽 nurse", "ﬁßİıſΣς", "日本語 看護師", "e\u0301\u0302\u0300",
)  # fmt: skip
OPERATORS = (
    "AND", "OR", "NOT", "NEAR(a b)", "nurse*", '"', "names:nurse", "^nurse", "' OR 1=1 --", "; DROP TABLE title",
    "{names} : a", "@", "@@", "a@", "@OH", "nurse@OH@OH", "15-", "-", "--", "a" * 10_000, "nurse " * 5_000,
    "cook " * 12, "coook " * 12, "(" * 500, "()" * 500, "senior " * 100, "senior (remote) II", "of the", "nan", "\\",
)  # fmt: skip


def _texts(seed: int) -> list[str]:
    chance = random.Random(seed)
    pieces = (*ALPHABETS, " ".join(OPERATORS[:12]))
    return ["".join(chance.choices(chance.choice(pieces), k=chance.randrange(1, 40))) for _ in range(20)]


@pytest.mark.parametrize(
    "texts",
    [OPERATORS, _texts(1), *(pytest.param(_texts(seed), marks=pytest.mark.slow) for seed in range(2, 30))],
    ids=lambda texts: str(len(texts)),
)
def test_any_text_is_a_name_or_is_refused_and_may_be_searched_for(texts: list[str], bundled: Catalog) -> None:
    for text in texts:
        with suppress(CareerError):
            assert bundled.find(text).id
        for everything in (False, True):
            found = bundled.listing(everything).find(Filters((text,)))
            assert len(found.entries) == len({entry.id for entry in found.entries})


def test_a_role_named_twice_stands_once_and_that_is_said(bundled: Catalog, said: list[str]) -> None:
    found = bundled.find_all(["noc-tech", "NOC technician", "isp-tech"])
    assert [each.id for each in found] == ["noc-tech", "isp-tech"]
    assert said == ["“NOC technician” is noc-tech again; shown once"]


def test_a_question_that_names_ids_reads_those_files_alone(bundled: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    opened = os.open

    def watched(path: str, *rest: int) -> int:
        read.append(path)
        return opened(path, *rest)

    def listed(path: str) -> list[str]:
        raise AssertionError(f"{path} was listed")

    monkeypatch.setattr(os, "open", watched)
    monkeypatch.setattr(os, "listdir", listed)
    bundled.find_all(["noc-tech", "isp-tech", "15-1232"])
    assert [Path(path).name for path in read] == ["noc-tech.yaml", "isp-tech.yaml"]


def test_a_broken_file_is_one_line_to_those_who_did_not_ask_for_it(profiles: Profiles, said: list[str]) -> None:
    folder = profiles(bad="title: [", good="title: Good")
    found = Catalog([folder], said.append)
    assert [role.id for role in found.roles()] == ["good"]
    (line,) = said
    assert re.search(r"bad\.yaml:\d+:\d+: .*; left out$", line)
    assert found.find("good").id == "good"
    with pytest.raises(CareerError, match=r"bad\.yaml"):
        found.find("bad")


def test_directories_are_the_given_then_the_environments_then_the_users_then_the_bundled(
    tmp_path: Path, said: list[str]
) -> None:
    own, at_home = tmp_path / "conf/careercli/roles", tmp_path / ".config/careercli/roles"
    listed = tmp_path / "one", tmp_path / "two"
    for folder in (own, at_home, *listed):
        folder.mkdir(parents=True)
    known = {
        "CAREERCLI_ROLES": ":".join(map(str, listed)),
        "XDG_CONFIG_HOME": str(tmp_path / "conf"),
        "HOME": str(tmp_path),
    }
    assert directories.directories([str(tmp_path)], known, said.append) == [
        str(tmp_path), *map(str, listed), str(own), BUNDLED,
    ]  # fmt: skip
    relative = {"XDG_CONFIG_HOME": "conf", "HOME": str(tmp_path)}
    assert directories.directories([], relative, said.append) == [str(at_home), BUNDLED]
    assert directories.directories([], {}, said.append) == [BUNDLED]
    assert said == []


# -- sources of several profiles


def test_a_key_that_means_two_sources_is_told_apart_by_role() -> None:
    one = make_role("one", make_claim(source=SITE))
    two = make_role("two", make_claim(source=make_source("site", title="Another page")))
    three = make_role("three", make_claim(source=SITE))
    keys = [subject.claims[0].source.id for subject in with_unique_source_keys([one, two, three])]
    assert keys == ["site", "two/site", "site"]


def test_a_profile_cannot_take_the_key_of_a_release() -> None:
    (role,) = with_unique_source_keys([make_role("x", make_claim(source=make_source(BLS.id)))])
    assert role.claims[0].source.id == f"x/{BLS.id}"


# -- an index


def test_the_first_directory_wins_and_a_hidden_file_is_not_reported(tmp_path: Path) -> None:
    place = make_place(tmp_path)
    place.warm()
    first = make_place(tmp_path / "first", count=1)
    (first.roles / "role-0.yaml").write_text("title: First\n")
    (first.roles / "role-3.yaml").write_text("title: Good\n")
    directories = [first.roles, place.roles]
    answers = place.ask(directories=directories)
    assert answers[:2] == place.ask(has_index=False, directories=directories)[:2]
    assert [entry.title for entry in answers.values[0][0]] == ["First", "Role 1", "Role 2", "Good"]
    assert answers.warnings == []
    (first.roles / "role-3.yaml").unlink()
    assert "role-3.yaml:1:" in "".join(place.ask(directories=directories).warnings)


def test_two_threads_may_ask_at_once(tmp_path: Path) -> None:
    """As the explorer does: one lists while the other looks a role up. A shared connection ends in a crash."""
    found = Catalog([BUNDLED], pytest.fail, index=str(tmp_path / "careercli" / "profiles-1.sqlite"))

    def look_up() -> int:
        return sum(len(found.find(role_id).own) for _ in range(20) for role_id in ("noc-tech", "isp-tech", "sysadmin"))

    def search() -> int:
        return sum(len(found.listing().find(Filters((word,))).entries) for _ in range(40) for word in ("net", "sql"))

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda ask: ask(), [look_up, search] * 10))
    assert answers == [look_up(), search()] * 10
