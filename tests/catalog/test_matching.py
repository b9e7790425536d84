"""A search finds what looking at every text finds, best match first; a word that no text has is read as the nearest."""

import random
from collections.abc import Callable
from itertools import chain

import pytest

from careercli.catalog.catalog import Catalog
from careercli.catalog.listing import Filters
from careercli.model.titles import singular
from careercli.model.words import contains, has_phrase, normalize
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
            role_id for role_id, lines in texts.items()
            if any(contains(line, word) for line in chain(*lines))
        }  # fmt: skip

    listing = catalog.listing()
    for asked in (*PARTS, *(normalize(each) for each in WORDS if "\\" not in each)):
        words = normalize(asked).split()
        found = listing.find(Filters((asked,)))
        if not found.corrections:
            wanted = set(texts).intersection(*(scanned(word) | scanned(singular(word)) for word in words))
            wanted |= set(listing.named(asked))
            assert {entry.id for entry in found.entries} & texts.keys() == wanted, asked
        certified = listing.find(Filters(certification=asked)).entries
        assert [entry.id for entry in certified] == [
            role_id
            for role_id, (_, _, lines) in texts.items()
            if any(_has_words(line, normalize(asked)) for line in lines)
        ], asked


def _has_words(line: str, asked: str) -> bool:
    return all(has_phrase(line, word) or has_phrase(line, f"{word}+") for word in asked.split())


# -- words that nothing has


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("zorbxatt", ("zorblatt",)),
        ("zorbaltt", ("zorblatt",)),
        ("zorblxtt", ("zorblatt",)),
        ("quibbling", ("quibbl",)),
        ("zorbl4tt", ()),
        ("vvvvvvvv", ()),
    ],
)
def test_a_word_that_nothing_has_is_read_as_the_nearest(
    word: str, meaning: tuple[str, ...], profiles: Callable[..., str]
) -> None:
    listing = Catalog([profiles(a=profile("Zorblatt Quibble"))], pytest.fail).listing()
    found = listing.find(Filters((word,)))
    assert found.corrections == ({word: meaning} if meaning else {})
    assert [entry.id for entry in found.entries] == ["a"] * bool(meaning)


# -- order


def test_a_name_comes_first_then_the_titled_occupation_and_skills_last(profiles: Callable[..., str]) -> None:
    folder = profiles(
        e_named=profile("Java Developer"), d_words=profile("Java Tools Developer"),
        c_held=profile("Desk", occupation="15-1251"), b_skilled=profile("Other", skills="{Java developer tools: 5%}"),
    )  # fmt: skip
    found = Catalog([folder], pytest.fail).listing(everything=True).find(Filters(("java developer",)))
    firsts = [entry.id for entry in found.entries]
    assert [each for each in firsts if each[1] == "-" or each == "15-1251"] == [
        "e-named", "15-1251", "d-words", "c-held", "b-skilled",
    ]  # fmt: skip


def test_where_no_role_matches_the_occupations_do_in_the_order_of_the_reviewed_table(
    profiles: Callable[..., str],
) -> None:
    found = Catalog([profiles(a=profile("Zorblatt"))], pytest.fail).listing().find(Filters(("cable guy",)))
    assert [entry.id for entry in found.entries] == ["49-2022", "49-9052"]
