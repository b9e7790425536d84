"""The list of all roles: what it shows, and what is found in it."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable

import pytest

from careercli.cards import COLUMNS, Card, Entries, card_of
from careercli.listing import Filters, Found, Listing
from careercli.model.claims import Role, Subject
from careercli.official.bundled import occupation
from careercli.profiles.directories import BUNDLED, files_in
from careercli.profiles.reading import read_file
from careercli.shelf import SKILLS, Shelf, numbers_of, shelf_of
from tests.make import SITE, make_claim, make_occupation, make_role


def listing_of(*subjects: Subject) -> Listing:
    return Listing([shelf_of(map(Entries().of, subjects))])


def is_found(filters: Filters, subject: Subject) -> bool:
    return [card.id for card in listing_of(subject).find(filters).cards] == [subject.id]


# -- cards


def role(role_id: str, median: float | None = None) -> Role:
    claims = [make_claim(median)] if median is not None else []
    return make_role(role_id, official=make_occupation("15-1231", *claims), occupation="15-1231")


def test_a_role_of_the_catalog_has_official_figures_alone() -> None:
    own = make_claim(90_000, source=SITE), make_claim(5, "growth", source=SITE)
    assert card_of(make_role("x", *own)).values() == {
        "id": "x", "title": "X", "occupation": "", "family": "", "median": None, "employment_change": None,
        "entry_education": None,
    }  # fmt: skip
    assert card_of(role("y", 60_000)).values()["median"] == 60_000


def test_a_person_reads_an_unknown_as_a_dash() -> None:
    assert card_of(make_role("x")).texts() == dict(zip(COLUMNS, ["x", "X", "—", "—", "—", "—", "—"], strict=True))
    assert card_of(role("x", 60_000)).texts()["median"] == "60,000"


# -- filters


def earner(median: float, **changes: object) -> Role:
    known = make_role("x", official=make_occupation("15-1231", make_claim(median)))
    return make_role("x", *known.own, official=known.official, **changes)


@pytest.mark.parametrize(
    "words", ["desk", "BELL", "computer occ", "15-1231", "workers 15", "switches", "bell switches"]
)
def test_words_are_looked_for_in_names_occupation_family_and_skills(words: str) -> None:
    skill = make_claim(5, "skills", item="Switches")
    role = make_role("desk", skill, aliases=("Bell",), occupation="15-1231", official=make_occupation())
    assert is_found(Filters(tuple(words.split())), role)


def test_every_word_must_be_found() -> None:
    assert not is_found(Filters(("desk", "nurse")), make_role("desk"))


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(skill="switch"), True),
        (Filters(skill="zendesk"), True),
        (Filters(skill="cobol"), False),
        (Filters(certification="comptia"), True),
        (Filters(certification="cisco"), False),
        (Filters(education="ASSOCIATE"), True),
        (Filters(education="doctoral"), False),
    ],
)
def test_a_filter_looks_at_its_own_fields_alone(filters: Filters, kept: bool) -> None:
    role = make_role(
        "cisco",
        make_claim(5, "skills", item="Switches"),
        make_claim("Zendesk", "tools"),
        make_claim("CompTIA A+", "certifications"),
        official=make_occupation("15-1231", make_claim("Associate's degree", "entry_education")),
    )
    assert is_found(filters, role) is kept


def test_the_least_wage_is_held_against_the_official_median_alone() -> None:
    site = make_claim(90_000, source=SITE, population="role")
    assert is_found(Filters(min_wage=60_000), earner(60_000))
    assert not is_found(Filters(min_wage=60_000), earner(59_999))
    assert not is_found(Filters(min_wage=60_000), make_role("x", site))


def test_a_bound_is_no_less_than_its_number() -> None:
    capped = make_role("x", official=make_occupation("15-1231", make_claim(239_200, bound=">=")))
    assert is_found(Filters(min_wage=239_200), capped)
    assert not is_found(Filters(min_wage=239_201), capped)


def test_the_words_of_a_skill_stand_in_one_skill() -> None:
    skills = (make_claim(5, "skills", item=each) for each in ("Network design", "Report writing"))
    subject = make_role("x", *skills)
    assert is_found(Filters(skill="networks designing"), subject)
    assert not is_found(Filters(skill="network writing"), subject)


def test_a_skills_description_is_not_its_name_but_a_tools_is() -> None:
    told = make_role("x", make_claim("Keeps routers going", "skills", item="Networking"))
    tools = make_role("x", make_claim("Wireshark", "tools", item="Analyzers"))
    assert not is_found(Filters(("routers",)), told)
    assert is_found(Filters(("wireshark",)), tools)
    assert is_found(Filters(("analyzers", "wireshark")), tools)


# -- finding


def found(words: str, *titles: str) -> Found:
    return listing_of(*(make_role(f"r{number}", title=title) for number, title in enumerate(titles))).find(
        Filters((words,))
    )


def test_a_short_word_begins_a_word_and_a_long_one_stands_anywhere() -> None:
    assert [card.title for card in found("net", "Modern Network").cards] == ["Modern Network"]
    assert found("odern", "Modern Network").cards
    assert not found("ern", "Modern Network").cards
    assert found("work", "Modern Network").cards


def test_what_a_mistyped_word_was_read_as_is_told() -> None:
    assert found("netwrok", "Network Operator", "Nurse").read == {"netwrok": ("network",)}
    assert [card.id for card in found("netwrok", "Network Operator", "Nurse").cards] == ["r0"]
    assert [card.id for card in found("rn", "Nurse", "Registered Nurse").cards] == ["r1"]


def test_a_word_that_stands_somewhere_is_read_as_it_is() -> None:
    assert found("nurse netwrok", "Nurse", "Network Operator").read == {"netwrok": ("network",)}
    nothing = found("nurse network", "Nurse", "Network Operator")
    assert (list(nothing.cards), nothing.read) == ([], {})


@pytest.mark.parametrize("words", ["", " ", "\n", "-"])
def test_no_word_asks_nothing(words: str) -> None:
    assert [card.id for card in found(words, "A", "B").cards] == ["r0", "r1"]


def test_roles_of_several_directories_are_listed_by_id_and_occupations_after_them() -> None:
    one, two = (shelf_of(map(Entries().of, map(make_role, ids))) for ids in (["a", "d"], ["b", "c"]))
    occupations = shelf_of([Entries().of(make_occupation("15-1231"))])
    listing = Listing([one, two], occupations)
    assert [card.id for card in listing.cards] == ["a", "b", "c", "d", "15-1231"]
    assert [card.id for card in listing.find(Filters()).cards] == ["a", "b", "c", "d", "15-1231"]
    assert not Listing([]).cards
    assert not Listing([]).find(Filters(("x",))).cards


# -- shelves: what is searched is what was put there

WORDS = ("network", "desk", "a", "é", "日本", "x", "sql", "of", "support", "\udcff")


def subjects(chance: random.Random, count: int) -> list[Role]:
    def text() -> str:
        return " ".join(chance.choices(WORDS, k=chance.randrange(1, 4)))

    return [
        make_role(
            f"r{number:03}",
            *(make_claim(1, "skills", item=text()) for _ in range(chance.randrange(3))),
            *(make_claim(text(), "certifications") for _ in range(chance.randrange(2))),
            title=text(),
            aliases=tuple(text() for _ in range(chance.randrange(3))),
        )
        for number in range(count)
    ]


def test_a_shelf_gives_back_what_it_was_made_of() -> None:
    entries = [Entries().of(each) for each in subjects(random.Random(1), 200)]
    back = shelf_of(entries).entries()
    assert [entry.card for entry in back] == [entry.card for entry in entries]
    assert [[set(kind) for kind in each.texts] for each in back] == [[set(kind) for kind in e.texts] for e in entries]


def test_a_shelf_finds_what_looking_at_every_text_finds() -> None:
    chance = random.Random(2)
    entries = [Entries().of(each) for each in subjects(chance, 120)]
    shelf = shelf_of(entries)
    parts = [*WORDS, "etwor", "ork", "r00", "k a", "of x", "zz", "net", "su", " "]
    for part in parts:
        texts = [[*each.texts.names, *each.texts.skills] for each in entries]
        whole = {at for at, said in enumerate(texts) if any(part in text for text in said)}
        begun = {at for at, said in enumerate(texts) if any(f" {part}" in f" {text}" for text in said)}
        assert set(numbers_of(shelf.having(part))) == whole
        assert set(numbers_of(shelf.with_word(part))) == (begun if len(part) <= 3 else whole)
        skilled = {at for at, each in enumerate(entries) if any(part in t and "a" in t for t in each.texts.skills)}
        assert set(numbers_of(shelf.with_all([part, "a"], SKILLS))) == skilled


def test_an_empty_shelf_has_nothing() -> None:
    shelf = shelf_of([])
    assert (shelf.size, shelf.entries(), shelf.having(""), list(shelf.initialled("rn"))) == (0, [], 0, [])


def test_a_card_may_hold_the_characters_that_part_its_cells() -> None:
    for title in ("a\x1fb", "a\x1eb\n", "\x1e1", "\x1f", "\x1e0\x1f1"):
        assert [card.title for card in listing_of(make_role("x", title=title)).cards] == [title]


def test_the_ids_of_a_shelf_are_those_of_its_cards() -> None:
    shelf = shelf_of(map(Entries().of, subjects(random.Random(3), 50)))
    assert shelf.ids(range(50)) == [card.id for card in shelf.cards_of(range(50))]
    assert shelf.ids([7, 3]) == ["r007", "r003"]


def test_a_list_is_the_same_whether_or_not_all_of_it_was_looked_at_before() -> None:
    chance = random.Random(4)
    every = [Entries().of(each) for each in subjects(chance, 90)]
    shelves = [shelf_of(every[start::3]) for start in range(3)]
    shelves[1] = shelves[1].without([2, 5, 9])
    shelves.insert(0, shelf_of([]))
    listing = Listing(shelves)
    assert len(listing.cards) == 87
    assert listing.cards[86] == listing.cards[-1] == every[89].card
    for words in (*WORDS, "r00", "netwrok", ""):
        now, fresh = listing.find(Filters((words,))), Listing(shelves).find(Filters((words,)))
        assert list(now.cards) == list(fresh.cards) == sorted(fresh.cards)
        assert list(now.cards[1:4]) == list(fresh.cards)[1:4]
        assert all(now.cards[at] == card for at, card in enumerate(fresh.cards))
    assert listing.knows("r006")
    assert not listing.knows("r007")
    assert not listing.knows("r090")


def test_only_the_cards_that_are_looked_at_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    listing = Listing([shelf_of(map(Entries().of, subjects(random.Random(5), 50)))])
    asked: list[int] = []
    cards_of = Shelf.cards_of

    def watched(shelf: Shelf, numbers: Iterable[int]) -> list[Card]:
        asked.extend(numbers := list(numbers))
        return cards_of(shelf, numbers)

    monkeypatch.setattr(Shelf, "cards_of", watched)
    assert len(listing.cards) == 50
    assert asked == []
    assert [listing.cards[at].id for at in (3, 3, 8)] == ["r003", "r003", "r008"]
    assert asked == [3, 8]
    list(listing.cards[:10])
    assert sorted(asked) == [*range(10)]


def test_a_name_is_the_whole_of_a_text() -> None:
    role = make_role("desk", make_claim(5, "skills", item="Nursing"), title="Help Desk", aliases=("Service Desk",))
    for text, is_named in (
        ("help desk", True),
        ("service desk", True),
        ("desk", True),
        ("help", False),
        ("nursing", False),
    ):
        assert [card.id for card in listing_of(role, make_role("x")).named(text)] == ["desk"] * is_named
    assert not listing_of().named("")


@pytest.mark.parametrize("path", files_in(BUNDLED), ids=os.path.basename)
def test_a_role_is_the_same_of_its_occupations_claims_and_of_that_occupations_entry(path: str) -> None:
    bare = read_file(path)
    official = occupation(bare.occupation)
    whole = bare._replace(official=official)
    made = {bare.occupation: Entries().of(official)} if official else {}
    assert Entries(made).of(bare) == Entries().of(whole)
    assert Entries().of(whole).card == card_of(whole)
