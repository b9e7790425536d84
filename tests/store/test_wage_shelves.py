"""The wages of all roles are the same with a shelf, without one, and with one that came to harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.program import Ended
from tests.store.damage import BYTES, SHELF_DAMAGES, tables
from tests.store.edits import EDITS
from tests.store.made import LATER, Place, a_place, clock

COMMANDS = (
    ("salary", "-f", "csv"),
    ("salary", "--per", "hour"),
    ("salary", "-f", "json", "--sort", "p90", "--desc"),
    ("salary", "-f", "md", "--limit", "3"),
    ("salary", "-f", "table"),
    ("salary", "--all", "-f", "csv"),
)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Four profiles and their shelf, which is believed without a look into the files."""
    place = a_place(tmp_path, 4)
    with clock(LATER):
        place.asked(*COMMANDS[0])
    assert shelf_of(place).exists()
    return place


def is_root() -> bool:
    return os.geteuid() == 0


def shelf_of(place: Place) -> Path:
    return place.shelf.with_name(place.shelf.name.replace("cards-", "wages-"))


def answers(place: Place) -> list[Ended]:
    return [place.asked(*command) for command in COMMANDS]


def answers_without(place: Place) -> list[Ended]:
    return [place.asked_without(*command) for command in COMMANDS]


def test_the_wages_of_all_are_the_same_with_a_shelf(place: Place) -> None:
    expected = answers_without(place)
    assert all(ended.code == 0 and ended.out for ended in expected)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("careercli.catalog.Catalog._load", lambda self, path: pytest.fail(f"{path} was read"))
        assert answers(place) == expected


@pytest.mark.parametrize("damage", [*BYTES, *tables("shelves", "part", "part"), "no rows", "no marks", "a pipe"])
def test_no_damage_changes_a_wage(damage: str, place: Place) -> None:
    expected = [place.asked_without(*command) for command in COMMANDS[:2]]
    SHELF_DAMAGES[damage](shelf_of(place))
    assert [place.asked(*command) for command in COMMANDS[:2]] == expected
    assert [place.asked(*command) for command in COMMANDS[:2]] == expected


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_shows_in_the_wages(edit: str, place: Place) -> None:
    before = place.asked_without(*COMMANDS[0])
    EDITS[edit](place.roles / "role-0.yaml")
    expected = answers_without(place)
    assert (expected[0] == before) is (
        edit in ("longer", "another suffix") or (edit == "for nobody to read" and is_root())
    )
    assert answers(place) == expected
    assert answers(place) == expected


def test_a_key_that_two_directories_share_is_told_apart_whatever_was_asked_before(place: Place, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = a_place(tmp_path / "other", 6)
    for each in other.roles.iterdir():
        text = each.read_text().replace("publisher: ", "publisher: Other ")
        each.rename(each.with_name(f"other-{each.name}")).write_text(text)
    both = ("--roles", str(other.roles))
    for _ in range(2):
        assert place.asked(*COMMANDS[0], *both) == place.asked_without(*COMMANDS[0], *both)
        assert place.asked(*COMMANDS[4], *both) == place.asked_without(*COMMANDS[4], *both)
        assert place.asked(*COMMANDS[0]) == place.asked_without(*COMMANDS[0])


def test_shelves_that_nobody_wrote_for_a_season_are_removed_and_nothing_else(place: Place) -> None:
    folder = shelf_of(place).parent
    kept = ["index-1.sqlite", "cards-1-00000000.sqlite", "wages-1-young.sqlite", "wages.txt", "wages-1-x.sqlite.part"]
    for name in (*kept, "wages-1-old.sqlite", "wages-0-old.sqlite"):
        (folder / name).write_bytes(b"")
        if name != "wages-1-young.sqlite":
            os.utime(folder / name, (1, 1))
    (folder / "wages-1-folder.sqlite").mkdir()
    os.utime(folder / "wages-1-folder.sqlite", (1, 1))
    (place.roles / "role-0.yaml").unlink()
    place.asked(*COMMANDS[0])
    left = {each.name for each in folder.iterdir()}
    assert left == {*kept, "wages-1-folder.sqlite", shelf_of(place).name}
