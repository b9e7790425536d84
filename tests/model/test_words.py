"""Words are compared as people type them."""

import random

import pytest

from careercli.model.words import contains, edit_distance, most_mistakes, nearest, normalize, normalized_lines, stem


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


def test_many_texts_are_normalized_as_each_of_them() -> None:
    texts = ["Wi-Fi", "", "two\nlines", "\u0301e", "\ud83d", "\udcff", "A\x1fB\x85C", "Straße", "\n", "’\0"]
    assert normalized_lines(texts) == [normalize(text) for text in texts]


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


@pytest.mark.parametrize(("letters", "most"), [(0, 0), (3, 0), (4, 1), (7, 1), (8, 2), (30, 2), (31, 0)])
def test_longer_words_are_forgiven_more_mistakes(letters: int, most: int) -> None:
    assert most_mistakes("a" * letters) == most


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


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("cook", ["book", "cool", "cooks"]), ("cooks", ["cooks"]), ("coo", []), ("ooko", []), ("okoc", []),
        ("netwrok", ["network"]), ("ntewrok", []), ("netwrkos", ["networks"]),
        ("n" * 31, []), ("", []),
    ],
)  # fmt: skip
def test_the_nearest_words_are_those_with_the_fewest_mistakes(word: str, found: list[str]) -> None:
    assert nearest(word, ("book", "cool", "desk", "cooks", "network", "networks")) == found


def test_one_slip_anywhere_in_a_word_is_forgiven() -> None:
    chance = random.Random(15_1244)
    for _ in range(500):
        word = "".join(chance.choices("abcdefghijklmnoprstuvwxyz", k=chance.randrange(5, 12)))
        at = chance.randrange(1, len(word) - 1)
        slips = {
            word[:at] + word[at + 1 :], word[:at] + "q" + word[at:], word[:at] + "q" + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        }  # fmt: skip
        assert all(nearest(slip, ["desk", word]) == [word] for slip in slips), word
