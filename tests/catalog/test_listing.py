"""The list of the catalog: which entries it has, in which order, and what a search or filter keeps."""

from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.catalog.catalog import Catalog
from careercli.catalog.listing import COLUMNS, CatalogEntry, Filters, Found, Listing
from careercli.store import lists, official
from tests.indexed import make_place
from tests.program import profile

List = Callable[..., Listing]


@pytest.fixture
def listed(profiles: Callable[..., str]) -> List:
    """List these profiles alone, kept in memory; with `everything`, all occupations too."""

    def make(everything: bool = False, **texts: str) -> Listing:
        warnings: list[str] = []
        listing = Catalog([profiles(**texts)], warnings.append).listing(everything)
        assert len(listing.entries) >= len(texts), warnings
        return listing

    return make


def ids(found: Found) -> list[str]:
    return [entry.id for entry in found.entries]


# -- entries


def test_an_entry_has_official_figures_alone(listed: List) -> None:
    own, waged = listed(x=profile("X", growth="5%"), y=profile("Y", occupation="15-1231", growth="5%")).entries
    found = lists.entries({"15-1231"})["15-1231"]
    assert own == CatalogEntry("x", "X", "", "", None, None, None)
    assert waged == CatalogEntry(
        "y", "Y", "15-1231", found.family, found.median, found.employment_change, found.entry_education
    )
    assert own.values() == dict(zip(COLUMNS, own, strict=True))
    assert list(own.texts().values()) == ["x", "X", "—", "—", "—", "—", "—", "—", "—", "US"]
    assert waged.texts()["median"] == f"{found.median:,}"


def test_a_family_of_its_own_shows_where_a_profile_has_no_occupation(listed: List) -> None:
    assert listed(x=profile(family="Crafts")).entries[0].family == "Crafts"


@pytest.mark.usefixtures("of_may_2024")
def test_a_bound_is_a_part_of_the_median_and_its_number_counts(listed: List) -> None:
    (entry,) = listed(x=profile(occupation="29-1213")).entries
    assert entry.median == ">=239200"
    assert entry.texts()["median"] == "≥239,200"
    assert entry.wage == 239_200
    listing = listed(x=profile(occupation="29-1213"))
    assert ids(listing.find(Filters(min_wage=239_200))) == ["x"]
    assert ids(listing.find(Filters(min_wage=239_201))) == []


def test_roles_come_by_id_then_detailed_occupations_and_specialties_by_code(listed: List) -> None:
    listing = listed(everything=True, b="title: A\n", a="title: B\n", a_z="title: C\n")
    asked = "SELECT code FROM occupation WHERE level IN ('detailed', 'specialty') ORDER BY code"
    codes = [code for (code,) in official.connection().execute(asked)]
    assert [entry.id for entry in listing.entries] == ["a", "a-z", "b", *codes]
    assert ids(listing.find(Filters())) == [entry.id for entry in listing.entries]
    assert listing.ids == {"a", "a-z", "b", *codes}
    assert "29-1141" in codes
    assert "15-1299.04" in codes
    assert "15-1230" not in codes


def test_no_directory_has_no_entries() -> None:
    listing = Catalog([], print).listing()
    assert (list(listing.entries), ids(listing.find(Filters(("xqzzy",))))) == ([], [])


# -- filters


@pytest.mark.parametrize(
    "words", ["desk", "BELL", "computer occ", "15-1231", "switch", "bell switches", "zendesk", "network supp"]
)
def test_words_are_looked_for_in_names_occupation_family_and_skills(words: str, listed: List) -> None:
    listing = listed(
        desk=profile("Clerk", aliases="Bell", occupation="15-1231", skills="{Switches: 5%}", tools="[Zendesk]"),
        other="title: Other\n",
    )
    assert ids(listing.find(Filters(tuple(words.split())))) == ["desk"]
    assert ids(listing.find(Filters((words,)))) == ["desk"]


def test_every_word_must_be_found(listed: List) -> None:
    listing = listed(a="title: Xyzzy\n", b="title: Qqzzx\n")
    assert ids(listing.find(Filters(("xyzzy",)))) == ["a"]
    assert listing.find(Filters(("xyzzy", "qqzzx"))) == Found([], {})


@pytest.mark.parametrize(
    ("filters", "is_kept"),
    [
        (Filters(skill="switch"), True),
        (Filters(skill="zendesk"), True),
        (Filters(skill="cobol"), False),
        (Filters(skill="networks designing"), True),
        (Filters(skill="network switch"), False),
        (Filters(certification="comptia"), True),
        (Filters(certification="cisco"), False),
        (Filters(education="ASSOCIATE"), True),
        (Filters(education="doctoral"), False),
        (Filters(family="mathematical"), True),
        (Filters(family="15-12"), True),
        (Filters(family="nursing"), False),
        (Filters(min_wage=73_000), True),
        (Filters(min_wage=80_000), False),
        (Filters(("clerk",), family="15-", skill="switch", certification="a+", education="degree", min_wage=1), True),
        (Filters(("clerk",), certification="cisco"), False),
    ],
)
def test_a_filter_looks_at_its_own_fields_alone(filters: Filters, is_kept: bool, listed: List) -> None:
    listing = listed(
        cisco=profile(
            "Clerk", occupation="15-1231", skills="{Switches: 5%, Network design: 5%}", tools="[Zendesk]",
            certifications="[CompTIA A+]", wages="[{per: year, median: $90000}]",
        )
    )  # fmt: skip
    assert ids(listing.find(filters)) == ["cisco"] * is_kept


def test_a_skill_is_found_by_its_name_and_a_tool_by_what_is_said_of_it(listed: List) -> None:
    listing = listed(
        a=profile("A", soft_skills="{Patience: keeps calm}"), b=profile("B", tools="[{Analyzers: Wireshark}]")
    )
    assert "a" not in ids(listing.find(Filters(("calm",))))
    assert ids(listing.find(Filters(("analyzers", "wireshark")))) == ["b"]


# -- words


@pytest.mark.parametrize(
    ("word", "is_found"), [("net", True), ("ern", False), ("odern", True), ("work", True), ("etworx", False)]
)
def test_a_short_word_begins_a_word_and_a_long_one_is_anywhere(word: str, is_found: bool, listed: List) -> None:
    assert ids(listed(a="title: Modern Network\n").find(Filters((word,)))) == ["a"] * is_found


def test_an_unknown_word_is_corrected_and_that_is_told(listed: List) -> None:
    listing = listed(a="title: Network Operator\n", b="title: Registered Nurse\n")
    assert ids(listing.find(Filters(("netwrok",)))) == ["a"]
    assert listing.find(Filters(("netwrok",))).corrections == {"netwrok": ("network",)}
    assert listing.find(Filters(("nurse netwrok",))).corrections == {"netwrok": ("network",)}
    assert listing.find(Filters(("nurse network",))).corrections == {}


@pytest.mark.parametrize("words", ["", " ", "\n", "-"])
def test_no_word_asks_nothing(words: str, listed: List) -> None:
    assert ids(listed(a="title: A\n", b="title: B\n").find(Filters((words,)))) == ["a", "b"]


@pytest.mark.parametrize("words", ["\udcff", 'a" OR "b', "nul\0", "*", "(", "NEAR(a b)", "a^", "{names}:a", "%", "'--"])
def test_no_text_harms_a_search(words: str, listed: List) -> None:
    listing = listed(a="title: xyz\n")
    assert listing.find(Filters((words,), skill=words, certification=words, education=words)) == Found([], {})
    assert ids(listing.find(Filters())) == ["a"]


# -- names


def test_a_name_is_the_whole_of_an_id_title_or_alias(listed: List) -> None:
    listing = listed(desk=profile("Help Desk", aliases="Service Desk", skills="{Nursing: 5%}"), other="title: Other\n")
    found = {name: listing.named(name) for name in ("help desk", "Service-Desks", "DESK", "help", "nursing", "")}
    assert {name for name, ids in found.items() if ids} == {"help desk", "Service-Desks", "DESK"}


# -- an index


def test_a_list_that_stays_open_follows_what_another_run_writes(tmp_path: Path) -> None:
    place = make_place(tmp_path)
    listing = Catalog([str(place.roles)], lambda line: None, index=str(place.index)).listing()
    assert [entry.id for entry in listing.find(Filters(("role",))).entries] == ["role-0", "role-1", "role-2"]
    assert len(listing.entries) == 3
    (place.roles / "role-2.yaml").write_text("title: Rule 2\n")
    (place.roles / "role-0.yaml").write_text("title: Another\n")
    place.ask()
    for _ in range(2):
        assert [entry.title for entry in listing.find(Filters(("another",))).entries] == ["Another"]
        assert [entry.title for entry in listing.find(Filters(("rule",))).entries] == ["Rule 2"]
