"""A title is found in steps, and only what a publisher or a reviewed table says of one occupation is certain."""

import pytest

from careercli.store import official, search
from careercli.store.reviewed import set_aside
from careercli.store.search import EVERYDAY, OWN, VOTED, TitleHit, TitleSearch, certain, readings


@pytest.fixture(scope="module")
def listed() -> TitleSearch:
    """The search without the reviewed everyday names."""
    return TitleSearch(official.connection(), everyday=False)


def codes(hits: list[TitleHit]) -> str:
    return " ".join(hit.code for hit in hits)


# -- steps


@pytest.mark.parametrize(
    ("typed", "found", "on_list"),
    [
        # exact
        ("Registered Nurses", "29-1141", OWN),
        ("registered nurse", "29-1141", OWN),
        ("REGISTERED-NURSE", "29-1141", OWN),
        ("registerednurse", "29-1141", OWN),
        ("Java Developer", "15-1251", "reported"),
        ("bookkeeper", "43-3031", "direct match"),
        ("Barista", "35-3023.01", OWN),
        # words set aside, brackets too
        ("Senior Java Developer II (remote)", "15-1251", "reported"),
        ("Walmart cashier", "41-2011", OWN),
        # respelled
        ("registred nurse", "29-1141", OWN),
        ("reigstered nurze", "29-1141", OWN),
        ("egistered nurse", "29-1141", OWN),
        ("nursepractitioner", "29-1171", OWN),
        ("senior nursepractitoner", "29-1171", OWN),
        # a vote
        ("networks support guru", "15-1231", VOTED),
        ("nurses, registered", "29-1141", VOTED),
    ],
)
def test_a_title_is_found_by_the_first_step_that_finds_any(
    typed: str, found: str, on_list: str, listed: TitleSearch
) -> None:
    first = listed.find(typed)[0]
    assert (first.code, first.on_list) == (found, on_list)


@pytest.mark.parametrize("typed", ["", " ", "()", "of the", "xqzzy", "xqzzy qqqq", "\0", "\udcff", "🤖", "看護師"])
def test_no_occupation_is_found_by_what_no_title_has(typed: str, listed: TitleSearch) -> None:
    assert listed.find(typed) == search.bundled().find(typed) == []


def test_an_occupation_is_found_once_and_five_at_most(listed: TitleSearch) -> None:
    for typed in ("supervisor", "manager", "registered nurse", "softwar engineer", "teachers of languages"):
        hits = listed.find(typed)
        assert 1 <= len(hits) == len({hit.code for hit in hits}) <= search.MOST_FOUND


def test_an_everyday_name_is_decided_by_its_table_alone(listed: TitleSearch) -> None:
    assert codes(listed.exact("CNA")) == "31-1131 29-9093 31-1121"
    (hit,) = search.bundled().exact("C.N.A.")
    assert codes(search.bundled().exact("cable guy")) == "49-2022 49-9052"
    assert (hit.code, hit.title, hit.on_list) == ("31-1131", "cna", EVERYDAY)
    assert hit.why.startswith("certified nursing assistant")


def test_the_best_list_comes_first_then_the_level_then_the_vote(listed: TitleSearch) -> None:
    hits = listed.exact("customer service representative")
    assert [hit.on_list for hit in hits] == [OWN] + ["alternate"] * (len(hits) - 1)
    lists = ("reported", "direct match", "alternate")
    for typed in ("project manager", "programmer", "teacher", "bookkeeper", "operator"):
        places = [lists.index(hit.on_list) for hit in listed.exact(typed)]
        assert places == sorted(places)
        assert places


def test_a_broad_code_gives_way_to_a_detailed_one_of_the_same_title(listed: TitleSearch) -> None:
    assert codes(listed.exact("Lawyers"))[:7] == "23-1011"
    assert "23-1010" not in codes(listed.exact("Lawyers"))


@pytest.mark.parametrize(
    ("hits", "is_certain"),
    [
        ([("1", "Nurses", OWN)], True),
        ([("1", "Nurses", OWN), ("2", "Nurse", "reported")], True),
        ([("1", "nurse", EVERYDAY)], True),
        ([("1", "rn", EVERYDAY)], True),
        ([("1", "nurse", EVERYDAY), ("2", "nurse", EVERYDAY)], False),
        ([("1", "Java Developer", "reported")], True),
        ([("1", "Java Developer", "reported"), ("2", "Java Developer", "alternate")], False),
        ([("1", "LVN", "direct match")], False),
        ([("1", "NURSE", "alternate")], False),
        ([("1", "NURSES", "alternate")], True),
    ],
)
def test_a_title_of_one_occupation_is_certain_but_no_abbreviation_that_was_not_reviewed(
    hits: list[tuple[str, str, str]], is_certain: bool
) -> None:
    found = [TitleHit(*hit) for hit in hits]
    assert certain(found) == (found[0] if is_certain else None)


# -- readings


@pytest.mark.parametrize(
    ("typed", "kept", "aside"),
    [
        ("Senior Software Engineer II", "Software Engineer", ["Senior", "II"]),
        ("Jr. Nurse - Part-Time", "Nurse", ["Jr.", "Part Time"]),
        ("remote Java developer", "Java developer", ["remote"]),
        ("Walmart cashier", "cashier", ["Walmart"]),
        ("nurse", "nurse", []),
        ("senior", "", ["senior"]),
        ("", "", []),
    ],
)
def test_words_of_seniority_hours_and_employers_are_set_aside(typed: str, kept: str, aside: list[str]) -> None:
    assert set_aside(typed) == (kept, aside)


def test_a_title_is_read_whole_before_words_are_set_aside() -> None:
    assert [each.text.strip() for each in readings("nurse")] == ["nurse"]
    assert [each.text.strip() for each in readings("Senior nurse (nights)")] == [
        "Senior nurse (nights)", "Senior nurse", "nurse",
    ]  # fmt: skip
    assert [each.text for each in readings("senior")] == ["senior"]


# -- words


@pytest.mark.parametrize(
    ("word", "spellings"),
    [
        ("nurse", ["nurse"]), ("tech", ["tech"]), ("nurze", ["nurse"]), ("nusre", ["nurse"]), ("knurse", ["nurse"]),
        ("phisician", ["physician"]), ("pysician", ["physician"]), ("softwareengineer", ["software engineer"]),
        ("helpdesk", ["help desk"]), ("helpdek", ["help desk"]),
        ("software-engineer".replace("-", "x"), ["software engineer"]),
        ("nursepractitoner", ["nurse practitioner"]), ("xqzzy", ["xqzzy"]), ("xyz", ["xyz"]), ("n" * 99, ["n" * 99]),
    ],
)  # fmt: skip
def test_an_unknown_word_is_read_as_the_nearest_known_or_as_two_typed_as_one(
    word: str, spellings: list[str], listed: TitleSearch
) -> None:
    assert listed.spellings(word) == spellings


def test_each_spelling_of_a_title_is_tried_the_likeliest_first(listed: TitleSearch) -> None:
    assert listed.respelled("registred nurze") == [["registered", "nurse"]]
    assert listed.respelled("helpdesk") == [["help", "desk"]]
    assert listed.respelled("xqzzy") == [["xqzzy"]]
    assert len(listed.respelled("cook " * 50)[0]) == 12
    assert len(listed.respelled("coook ".replace("k", "x") * 12)) <= 40


def test_an_occupation_has_words_that_its_titles_have(listed: TitleSearch) -> None:
    assert listed.has_words("29-1141", ["registered", "nurse"])
    assert not listed.has_words("29-1141", ["registered", "plumber"])
    assert not listed.has_words("29-1141", [])
    assert not listed.has_words("99-9999", ["nurse"])
