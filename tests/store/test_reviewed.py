"""The reviewed tables of titles: sorted, without contradiction, each line with its reason."""

from collections import Counter

import pytest

from careercli.model.titles import key, words
from careercli.store import official
from careercli.store.reviewed import expansions, reviewed

COLUMNS = {"everyday": 3, "expansions": 2, "set_aside": 2}
KINDS = {"advertisement", "employer", "hours", "level", "seniority", "workplace"}


@pytest.mark.parametrize("table", COLUMNS)
def test_a_table_is_sorted_and_has_every_cell(table: str) -> None:
    rows = reviewed(table)
    names = [row[0] for row in rows]
    assert names == sorted(set(names))
    assert {len(row) for row in rows} == {COLUMNS[table]}
    assert all(cell and cell == cell.strip() for row in rows for cell in row)
    assert all(name == name.lower() for name in names)


def test_no_two_everyday_names_share_a_key() -> None:
    keys = Counter(key(words(name)) for name, *_ in reviewed("everyday"))
    assert [each for each, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_every_everyday_name_is_of_occupations_that_can_be_named_each_once() -> None:
    known = official.codes()
    for name, codes, why in reviewed("everyday"):
        assert known.issuperset(codes.split()), name
        assert len(codes.split()) == len(set(codes.split())), name
        assert why[0].isalnum(), name
        assert not why.endswith("."), name


def test_every_short_form_stands_for_a_word_of_titles() -> None:
    known = {word for (word,) in official.connection().execute("SELECT word FROM title_word")}
    assert [short for short, word in expansions().items() if word not in known] == []
    assert [word for word in expansions().values() if word in expansions()] == []


def test_every_word_set_aside_is_of_a_known_kind_and_no_occupations_own_title() -> None:
    assert {kind for _, kind in reviewed("set_aside")} <= KINDS
    own = {key(words(title)) for _, title, _ in official.titles()}
    assert [phrase for phrase, _ in reviewed("set_aside") if key(words(phrase)) in own] == []
