"""A search finds what looking at every text finds; a word that no text has is read as the likeliest it may mean."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterable
from typing import NamedTuple

import pytest
from careercli.catalog.corrections import suggest

from careercli.catalog.catalog import Catalog
from careercli.catalog.listing import Filters
from careercli.model.words import contains, normalize, stem
from careercli.profiles.packing import search_texts
from careercli.store import official
from tests.program import profile

WORDS = (
    "network", "desk", "a", "é", "日本", "x", "sql", "of", "support", "c++", "c#", "a/b", '\\"q\\"', "naïve", "🤖bot",
    "ﬁne", "straße", "o'neil", "r&d", "zero\\u200bwidth", "soft-ware", "(iso)", "tele\\u0378x",
)  # fmt: skip
PARTS = (
    "etwor", "ork", "k", "net", "su", "zz", "c+", "+", "c++", "日", "本", "naï", "ïve", "bot", "🤖", "ss", "fine",
    "stras", "'neil", "width", "zero", "ware", "a/b", '"q', '"q"', "(", "iso)", "&d", "r&", "telex", "desk", "15",
    "\u200b", "\u0378x",
)  # fmt: skip


def text(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randrange(1, 4)))


@pytest.mark.parametrize("count", [60, pytest.param(1000, marks=pytest.mark.slow)])
def test_a_search_finds_what_looking_at_every_text_finds(count: int, profiles: Callable[..., str]) -> None:
    chance = random.Random(count)
    made = {
        f"r{number:04}": profile(
            f'"{text(chance)}"', aliases=f'["{text(chance)}"]', tools=f'["{text(chance)}", "{text(chance)}"]',
            certifications=f'["{text(chance)}"]', **({"occupation": "15-1231"} if chance.random() < 0.2 else {}),
        )
        for number in range(count)
    }  # fmt: skip
    catalog = Catalog([profiles(**made)], pytest.fail)
    texts = {subject.id: search_texts(subject.role) for subject in catalog.roles() if subject.role}
    assert len(texts) == count
    (of_occupation,) = official.connection().execute(
        "SELECT names || char(10) || skills FROM occupation_text JOIN occupation ON id = occupation WHERE code = ?",
        ("15-1231",),
    ).fetchone()  # fmt: skip
    occupied = {subject.id for subject in catalog.roles() if subject.occupation}

    def scanned(word: str) -> set[str]:
        found = occupied if any(contains(line, word) for line in of_occupation.split("\n")) else set()
        return found | {
            role_id for role_id, (names, skills, _) in texts.items()
            if any(contains(line, word) for line in (*names, *skills))
        }  # fmt: skip

    listing = catalog.listing()
    for asked in (*PARTS, *(normalize(each) for each in WORDS if "\\" not in each)):
        words = normalize(asked).split()
        found = listing.find(Filters((asked,)))
        if not found.corrections:
            wanted = set(texts).intersection(*map(scanned, words))
            assert [entry.id for entry in found.entries] == sorted(wanted), asked
        certified = listing.find(Filters(certification=asked)).entries
        assert [entry.id for entry in certified] == [
            role_id for role_id, (_, _, lines) in texts.items() if any(normalize(asked) in line for line in lines)
        ], asked


# -- corrections


class Texts(NamedTuple):
    """Words and phrases as an index keeps them."""

    texts: tuple[str, ...]

    def words_like(self, word: str) -> list[str]:
        known = {each for text in self.texts for each in text.split()}
        return sorted(each for each in known if each[0] == word[0] or each[-1] == word[-1])

    def phrases(self, letters: str) -> list[str]:
        return [each for each in self.texts if "".join(word[0] for word in each.split()) == letters]

    def has(self, word: str) -> bool:
        return any(contains(each, word) for each in self.texts)


TEXTS = ("network operations center technician", "registered nurses", "project manager", "cybersecurity analyst", "sql")


def meant(word: str, texts: Iterable[str] = TEXTS) -> tuple[str, ...]:
    known = Texts(tuple(texts))
    return suggest(word, known, known.has)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("networks", ("network",)),
        ("networking", ("network",)),
        ("rn", ("registered nurses",)),
        ("noct", ("network operations center technician",)),
        ("mgr", ("manager",)),
        ("netwrok", ("network",)),
        ("ntwork", ("network",)),
        ("nettwork", ("network",)),
        ("betwork", ("network",)),
        ("cibersecurty", ("cybersecurity",)),
        ("zebra", ()),
        ("sqk", ()),
        ("nurse1", ()),
        ("", ()),
        ("n" * 31, ()),
    ],
)
def test_a_word_is_read_as_the_likeliest_it_may_mean(word: str, meaning: tuple[str, ...]) -> None:
    assert meant(word) == meaning


def test_all_that_are_as_near_are_kept() -> None:
    assert meant("cook", ("book", "cool", "desk")) == ("book", "cool")


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
                assert meant(slip, [word]) == (word,), (slip, word)


def test_a_correction_is_always_found() -> None:
    chance = random.Random(29_1141)
    for _ in range(300):
        word = "".join(chance.choices("netwrkmgraio", k=chance.randrange(1, 9)))
        assert all(any(each in line for line in TEXTS) for each in meant(word))
