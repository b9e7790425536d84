"""Shelves on which little has changed: what is hidden on them is gone, and what lies beside them is there."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from careercli.catalog import Catalog
from careercli.listing import Filters, Found
from careercli.profiles.directories import BUNDLED
from careercli.shelf import Shelf
from careercli.store.memory import Memory, place_of
from careercli.store.shelves import Kept, Shelves
from careercli.wage_shelf import kind
from tests.program import profile
from tests.store.damage import PARTS, cut, exchanged
from tests.store.made import LATER, Place, clock, unpacked
from tests.store.made import asked as in_process

COUNT, FEW = 48, 6
"""Profiles, and how many changes are kept beside them."""

TREES = (
    "alder",
    "birch",
    "cedar",
    "douglas",
    "elm",
    "fir",
    "ginkgo",
    "hazel",
    "ironwood",
    "juniper",
    "katsura",
    "larch",
)
QUESTIONS = (
    Filters(), Filters(("role",)), Filters(("a",)), Filters(("jun",)), Filters(("juniper",)), Filters(("junipr",)),
    Filters(("jnpr",)), Filters(("jk",)), Filters(("ironwoods", "keeper")), Filters(("hazle",)),
    Filters(skill="fir tree"), Filters(certification="cedar"), Filters(min_wage=1.0),
)  # fmt: skip


def text_of(number: int, tree: str) -> str:
    return profile(
        f"{tree.title()} Keeper {number}",
        wages=f"[{{per: year, median: ${number + 1}1000}}]",
        tools=f"[{tree} tree]",
        skills=f"[{tree} tree, felling]",
        certifications=f"[{tree}]",
    )


class Grove:
    """Profiles with a shelf."""

    def __init__(self, folder: Path) -> None:
        self.place = Place(folder / "roles", folder / "cache")
        self.place.roles.mkdir()
        self.place.cache.mkdir(mode=0o700)
        for number in range(COUNT):
            self.plant(number, TREES[number % 3])
        with clock(LATER):
            self.found()

    def path(self, number: int) -> Path:
        return self.place.roles / f"role-{number:02}.yaml"

    def plant(self, number: int, tree: str) -> None:
        self.path(number).write_text(text_of(number, tree))

    def found(self, has_memory: bool = True) -> tuple[list[Found], list[object], list[str]]:
        """What every list says, and what is warned of."""
        warned: list[str] = []
        folder = str(self.place.index.parent)
        memory = Memory(BUNDLED, folder, lambda line: None) if has_memory else None
        catalog = Catalog([str(self.place.roles)], warned.append, memory=memory)
        listing = catalog.listing()
        shelves, _ = catalog.shelved(kind("year", whole=True))
        those = sorted((each for shelf in shelves for each in shelf.paid()), key=lambda each: each.id)
        paid = [(each.id, each.keys, each.lines("year"), each.silent_year, each.sources) for each in those]
        return [unpacked(listing.find(each)) for each in QUESTIONS], paid, sorted(set(warned))

    def kept(self) -> Kept:
        place = place_of(str(self.place.roles))
        assert place
        kept = Shelves(str(self.place.shelf), pytest.fail).kept(place, Shelf._fields)
        assert kept
        return kept


@pytest.fixture
def grove(tmp_path: Path) -> Grove:
    return Grove(tmp_path)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_changes_lists_are_the_same(seed: int, grove: Grove) -> None:
    by, layers = random.Random(seed), set()
    for step in range(40):
        number = by.randrange(COUNT + 4)
        path = grove.path(number)
        change = by.choice(["plant", "plant", "plant", "remove", "break", "back", "rename"])
        if change == "plant" or (change != "break" and not path.exists()):
            grove.plant(number, by.choice(TREES))
        elif change == "remove":
            path.unlink()
        elif change == "break":
            path.write_text("title: [")
        elif change == "back":
            grove.plant(number, TREES[number % 3])
        else:
            path.rename(grove.path(COUNT + 4))
        if step % 3 == 0:  # Otherwise several change at once.
            with clock(LATER * (step % 2)):
                assert grove.found() == grove.found(has_memory=False)
            layers.add(len(grove.kept().layers))
    assert layers == {1, 2}


def test_what_changes_lies_beside_the_rest_until_it_is_much(grove: Grove) -> None:
    first = grove.kept().layers[0].parts
    for count in range(1, FEW // 2 + 1):
        grove.plant(count, "juniper")
        grove.found()
        layers = grove.kept().layers
        assert [Shelf(**each.parts).size for each in layers] == [COUNT, count]
        assert {**layers[0].parts, "hidden": b""} == first, "nothing else of it is made anew"
    grove.plant(0, "juniper")
    grove.found()
    assert [Shelf(**each.parts).size for each in grove.kept().layers] == [COUNT]


def test_one_edit_opens_one_profile_and_is_remembered(grove: Grove) -> None:
    grove.plant(7, "juniper")
    with clock(LATER):
        assert grove.place.opened() == ["role-07.yaml"]
        assert grove.found() == grove.found(has_memory=False)
        assert grove.place.opened() == []
        assert grove.place.asked("roles", "-v", "juniper").err == ""


def test_a_profile_that_is_gone_is_on_no_layer(grove: Grove) -> None:
    for number in (3, 4):
        grove.path(number).unlink()
    grove.found()
    (layer,) = grove.kept().layers
    assert (layer.hidden(), Shelf(**layer.parts).size) == ([3, 4], COUNT)
    with clock(LATER):
        assert grove.found() == grove.found(has_memory=False)
    assert grove.place.opened() == []


def test_a_profile_that_comes_back_is_read_again(grove: Grove) -> None:
    path, aside = grove.path(5), grove.place.cache / "aside"
    path.rename(aside)
    grove.found()
    aside.rename(path)
    found = grove.found()
    assert found == grove.found(has_memory=False)
    assert "role-05" in [card.id for card in found[0][0].cards]


@pytest.mark.parametrize("words", ["larch", "lrach", "larchs", "lrchwty", "lfzq", "larch keeper"])
def test_what_is_hidden_stands_nowhere_and_is_meant_by_nobody(words: str, grove: Grove) -> None:
    grove.path(9).write_text(text_of(9, "larch").replace("felling", "large fire zone quenching, larchworthy"))
    grove.place.shelf.unlink()
    grove.found()
    found = grove.place.asked("roles", words, "--no-header", "--columns", "id")
    assert found.out.split() == ["role-09"]
    grove.plant(9, "elm")
    again = grove.place.asked("roles", words, "--no-header", "--columns", "id")
    assert len(grove.kept().layers) == 2
    assert again == grove.place.asked_without("roles", words, "--no-header", "--columns", "id")
    assert "role-09" not in again.out.split()
    assert "larch" not in again.err.replace(f"“{words}”", "")


def test_the_first_directory_wins_over_either_layer(grove: Grove, tmp_path: Path) -> None:
    grove.plant(1, "juniper")
    grove.found()
    before = tmp_path / "before"
    before.mkdir()
    for number in (1, 2):
        (before / f"role-{number:02}.yaml").write_text(text_of(number, "katsura"))
    roles = os.pathsep.join(map(str, (before, grove.place.roles)))
    for asked in (["roles"], ["roles", "juniper"], ["roles", "katsura"], ["salary", "--all", "-f", "csv"]):
        found = in_process(*asked, **{**grove.place.environ, "CAREERCLI_ROLES": roles})
        assert found == in_process(*asked, **{**grove.place.environ_without, "CAREERCLI_ROLES": roles})
    assert len(grove.kept().layers) == 2


def test_parts_of_layers_that_do_not_belong_together_change_no_list(grove: Grove) -> None:
    grove.plant(1, "juniper")
    grove.path(2).unlink()
    expected = grove.found()
    assert len(grove.kept().layers) == 2
    data = grove.place.shelf.read_bytes()
    beside = [f"{part} 1" for part in PARTS if part not in ("state", "sizes", "left")]
    of_one_length = ("ends",)
    damages = [
        *(cut(part, keep) for part in (*beside, "hidden", "sizes", "files") for keep in (0, 0.5)),
        *(exchanged(part, f"{part} 1") for part in PARTS if f"{part} 1" in beside and part not in of_one_length),
    ]
    for number, damage in enumerate(damages):
        grove.place.shelf.write_bytes(data)
        damage(grove.place.shelf)
        assert grove.found() == expected, number
