"""Words are compared as people type them."""

from __future__ import annotations

import random

import pytest

from careercli.model.words import abbreviates, contains, edit_distance, initials, nearest_words, normalize, stem


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Help-Desk", "help desk"), ("  A\tb\nc ", "a b c"), ("O’Neil", "o'neil"),
        ("STRASSE Straße", "strasse strasse"), ("e\u0301", "é"), ("", ""), ("-", ""), ("\udcff", "\ufffd"),
        ("\u2068טכנאי רשתות\u2069", "טכנאי רשתות"),
    ],
)  # fmt: skip
def test_a_text_is_one_line_of_plain_words(text: str, plain: str) -> None:
    assert normalize(text) == plain
    assert normalize(plain) == plain
    normalize(text).encode()


@pytest.mark.parametrize(
    ("word", "is_in"), [("net", True), ("ern", False), ("odern", True), ("m", True), ("k", False), ("modern net", True)]
)
def test_a_short_word_begins_a_word(word: str, is_in: bool) -> None:
    assert contains("modern network", word) is is_in


@pytest.mark.parametrize(
    ("word", "root"), [("nets", "nets"), ("sings", "sing"), ("planned", "plann"), ("sql", "sql"), ("routing", "rout")]
)
def test_an_ending_is_removed_where_enough_is_left(word: str, root: str) -> None:
    assert stem(word) == root


def test_initials_are_of_two_to_six_words() -> None:
    assert initials("registered nurses") == "rn"
    assert initials("a b c d e f") == "abcdef"
    assert initials("nurses") == initials("a b c d e f g") == initials("") == ""


@pytest.mark.parametrize(
    ("short", "word", "is_so"),
    [("mgr", "manager", True), ("mgr", "managers", False), ("mr", "manager", False), ("mngr", "manage", False),
     ("mrg", "managing", False), ("tech", "technic", False)],
)  # fmt: skip
def test_an_abbreviation_keeps_the_ends_and_the_order(short: str, word: str, is_so: bool) -> None:
    assert abbreviates(short, word) is is_so


def slow_distance(one: str, two: str) -> int:
    """Return the optimal string alignment distance by its definition."""
    if not one or not two:
        return len(one) + len(two)
    found = min(
        slow_distance(one[:-1], two) + 1,
        slow_distance(one, two[:-1]) + 1,
        slow_distance(one[:-1], two[:-1]) + (one[-1] != two[-1]),
    )
    if len(one) > 1 and len(two) > 1 and one[-2:] == two[-1] + two[-2]:
        found = min(found, slow_distance(one[:-2], two[:-2]) + 1)
    return found


def test_the_distance_is_that_of_its_definition_up_to_the_limit() -> None:
    chance = random.Random(7)
    for _ in range(300):
        one, two = ("".join(chance.choices("abc", k=chance.randrange(6))) for _ in range(2))
        exact = slow_distance(one, two)
        for most in range(4):
            found = edit_distance(one, two, most)
            assert found == exact if exact <= most else found > most, (one, two, most)


def test_the_nearest_words_are_those_that_are_accepted() -> None:
    known = ("book", "cool", "desk", "cooks")
    assert nearest_words("cook", known, lambda word: True) == ["book", "cooks", "cool"]
    assert nearest_words("cook", known, lambda word: word != "book") == ["cooks", "cool"]
    assert nearest_words("coo", known, lambda word: True) == []
    assert nearest_words("ooko", known, lambda word: True) == []
