"""A word that stands nowhere is read as what it may have meant, the likeliest kind of slip first."""

from __future__ import annotations

import random
import string
from collections.abc import Iterable

import pytest

from careercli.cards import Entries
from careercli.listing import Listing
from careercli.search import meant as meant_in
from careercli.search import stem
from careercli.shelf import shelf_of
from tests.make import make_role

TEXTS = {"network operations center technician", "registered nurses", "project manager", "cybersecurity analyst", "sql"}


def meant(word: str, texts: Iterable[str]) -> tuple[str, ...]:
    return meant_in(word, Listing([shelf_of([Entries().of(make_role("", aliases=tuple(texts)))])]))


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("networks", ("network",)),
        ("networking", ("network",)),
        ("managers", ("manager",)),
        ("rn", ("registered nurses",)),
        ("noct", ("network operations center technician",)),
        ("mgr", ("manager",)),
        ("netwrok", ("network",)),
        ("ntwork", ("network",)),
        ("nettwork", ("network",)),
        ("betwork", ("network",)),
        ("cybersecurty", ("cybersecurity",)),
        ("cibersecurty", ("cybersecurity",)),
        ("zebra", ()),
        ("sqk", ()),
        ("nurse1", ()),
        ("", ()),
        ("n" * 31, ()),
    ],
)
def test_a_word_is_read_as_the_likeliest_it_may_mean(word: str, read: tuple[str, ...]) -> None:
    assert meant(word, TEXTS) == read


def test_all_that_are_as_near_are_kept() -> None:
    assert meant("cook", {"book", "cool", "desk"}) == ("book", "cool")


@pytest.mark.parametrize(("word", "root"), [("nets", "nets"), ("sings", "sing"), ("planned", "plann"), ("sql", "sql")])
def test_an_ending_is_taken_off_where_enough_is_left(word: str, root: str) -> None:
    assert stem(word) == root


def test_one_slip_anywhere_in_a_word_is_forgiven() -> None:
    chance = random.Random(15_1244)
    for _ in range(500):
        word = "".join(chance.choices(string.ascii_lowercase, k=chance.randrange(5, 12)))
        at = chance.randrange(1, len(word) - 1)
        slips = {
            word[:at] + word[at + 1 :], word[:at] + "q" + word[at:], word[:at] + "q" + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        }  # fmt: skip
        for slip in slips - {word}:
            if stem(slip) not in word:
                assert meant(slip, {word}) == (word,), (slip, word)


def test_what_is_read_is_always_a_part_of_a_text() -> None:
    chance = random.Random(29_1141)
    for _ in range(300):
        word = "".join(chance.choices("netwrkmgraio", k=chance.randrange(1, 9)))
        assert all(any(read in text for text in TEXTS) for read in meant(word, TEXTS))
