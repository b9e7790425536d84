"""Titles are read as people type them: their words, the keys they share, and the terms that vote."""

import pytest

from careercli.model import titles


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Nurses, Registered (RN)", "nurse registered rn"), ("Help-Desk", "help desk"), ("X-ray tech", "x ray tech"),
        ("Children’s Librarian", "children librarian"), ("Actor/Actress", "actor actress"),
        ("C++ developer", "c++ developer"),
        ("C# developer", "c# developer"), (".NET", "net"), ("C.P.A.", "cpa"), ("U.S. Navy R.N", "us navy rn"),
        ("Ph.D. in A.I.", "ph d in ai"), ("1.5.", "1 5"), ("Café Résumé", "cafe resume"), ("Ｎurse", "nurse"),
        ("R&D", "r d"), ("snake_case", "snake case"), ("看護師", "看護師"), ("🤖", ""), ("()", ""), ("", ""),
        ("\udcff nurse\0", "nurse"),
    ],
)  # fmt: skip
def test_the_words_of_a_title_are_plain_and_in_the_singular(title: str, found: str) -> None:
    assert " ".join(titles.words(title)) == found


def test_the_first_200_letters_are_read_as_a_title() -> None:
    assert titles.words("nurse " * 1000) == ["nurse"] * 33 + ["nu"]


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("technicians", "technician"), ("secretaries", "secretary"), ("coaches", "coach"), ("boxes", "box"),
        ("bosses", "boss"), ("nurses", "nurse"), ("boss", "boss"), ("bus", "bus"), ("analysis", "analysis"),
        ("gas", "gas"), ("ties", "tie"), ("it", "it"),
    ],
)  # fmt: skip
def test_the_ending_of_a_plural_is_removed_and_no_other_s(word: str, one: str) -> None:
    assert titles.singular(word) == one


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("help desk", ["helpdesk"]), ("Help-Desks", ["helpdesk"]), ("HELPDESK", ["helpdesk"]),
        ("Director of Nursing", ["directornursing"]), ("Doctor (MD)", ["doctormd", "doctor"]),
        ("Cook [Line] {Night}", ["cooklinenight", "cook"]), ("(RN)", ["rn"]), ("of the", ["of"]), ("...", []),
    ],
)  # fmt: skip
def test_titles_alike_but_for_what_stands_between_their_words_share_a_key(title: str, keys: list[str]) -> None:
    assert titles.keys(title) == keys


@pytest.mark.parametrize(
    ("title", "terms"),
    [
        ("software engineer", ["softwar", "engine", "^softwar", "engine$", "softwar engine"]),
        ("network tech", ["network", "technic", "^network", "technic$", "network technic"]),
        ("nurse", ["nurs", "^nurs", "nurs$"]),
        ("nurse the nurse", ["nurs", "^nurs", "nurs$", "nurs nurs"]),
        ("the", []),
        ("", []),
    ],
)
def test_a_title_votes_by_the_stems_of_its_words_and_by_where_they_stand(title: str, terms: list[str]) -> None:
    found = titles.terms(titles.words(title), {"tech": "technician"})
    assert found == terms
    assert [titles.is_edge(term) for term in found] == [bool({"^", "$", " "} & set(term)) for term in terms]
