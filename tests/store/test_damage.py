"""Whatever is wrong with an index, the answer is the one of the files: to the byte, in silence, with exit 0."""

from __future__ import annotations

import os

import pytest

from tests.program import Ended, run
from tests.store.damage import DAMAGES, OWNED, VICTIM, flipped, truncated
from tests.store.made import Place, a_place

COMMAND = ("compare", "role-0", "role-1", "--full", "-f", "json")
ALL = {**DAMAGES, **OWNED}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """The answer of the same profiles where no index can be."""
    ended = run(*COMMAND, **a_place(tmp_path_factory.mktemp("none")).environ_without)
    assert (ended.code, ended.err) == (0, "")
    assert '"role-1"' in ended.out
    return ended


def test_a_good_index_answers_and_nothing_is_read(place: Place, expected: Ended) -> None:
    assert run(*COMMAND, **place.environ) == expected
    assert run(*COMMAND, "-v", **place.environ).err == ""


def test_there_are_many_ways_to_harm_it() -> None:
    assert len(ALL) >= 31


@pytest.mark.parametrize("damage", ALL)
def test_no_damage_changes_an_answer(damage: str, place: Place, expected: Ended) -> None:
    if damage in OWNED and os.geteuid() != 0:
        pytest.skip("only root can give files away")
    ALL[damage](place.index)
    assert run(*COMMAND, **place.environ) == expected
    roles, said = place.answer()
    assert roles == place.answer_without()[0]
    said = [line for line in said if not line.startswith("reading ")]
    assert len(said) <= 2, "a line that it is not used, a line that it is not written"
    assert all(line.startswith(f"{place.index}: not ") for line in said)
    victim = place.cache / "victim"
    assert not victim.exists() or victim.read_text() == VICTIM


HEALED = ["gone", "empty", "garbage", "half", "no table", "a newer version", "a link to a victim", "a pipe", "no rows"]


@pytest.mark.parametrize("damage", HEALED)
def test_a_question_leaves_a_good_index_where_one_can_be(damage: str, place: Place, expected: Ended) -> None:
    ALL[damage](place.index)
    assert run(*COMMAND, **place.environ) == expected
    assert run(*COMMAND, "-v", **place.environ) == expected
    assert not place.index.is_symlink()
    assert place.index.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "damage", ["an endless view", "a view", "a pipe", "a socket", "a link to a device", "a link to itself"]
)
def test_what_is_no_index_is_not_read_and_that_is_said(damage: str, place: Place) -> None:
    ALL[damage](place.index)
    _, said = place.answer()
    assert [line.partition(": ")[2].split(" (")[0] for line in said if str(place.index) in line] == ["not used"]


def test_a_question_without_end_is_ended(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the schema would have let it through."""
    from careercli.store.index import TABLE

    from careercli.store import database

    ALL["an endless view"](place.index)
    import sqlite3

    connection = sqlite3.connect(place.index)
    schema = connection.execute("SELECT sql FROM sqlite_master ORDER BY rowid").fetchall()
    connection.close()
    real = database.sqlite3.connect

    class Lenient(sqlite3.Connection):
        def execute(self, statement: str, *values: object) -> sqlite3.Cursor:  # type: ignore[override]
            if statement == "SELECT sql FROM sqlite_master":
                return super().execute("SELECT ?", (TABLE.schema,))
            return super().execute(statement, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(database.sqlite3, "connect", lambda *given, **more: real(*given, **more, factory=Lenient))
    assert len(schema) > 1
    roles, said = place.answer()
    assert roles == place.answer_without()[0]
    assert [line for line in said if "interrupted" in line]


def _answers_the_same(place: Place, good: bytes, points: list[str], harm: list[object]) -> None:
    roles, warned = place.answer_without()
    for point, damage in zip(points, harm, strict=True):
        place.index.write_bytes(good)
        place.index.chmod(0o600)
        damage(place.index)  # type: ignore[operator]
        found, said = place.answer()
        assert found == roles, point
        assert [line for line in said if not line.startswith("reading ") and "not used" not in line] == warned, point


def test_a_bit_flipped_anywhere_changes_no_answer(place: Place) -> None:
    good = place.index.read_bytes()
    _answers_the_same(place, good, [f"seed {seed}" for seed in range(600)], [flipped(seed) for seed in range(600)])


def test_a_cut_anywhere_changes_no_answer(place: Place) -> None:
    good = place.index.read_bytes()
    cuts = [*range(1, 120, 7), *range(120, len(good), 97)]
    _answers_the_same(place, good, [f"at {cut}" for cut in cuts], [truncated(cut) for cut in cuts])
