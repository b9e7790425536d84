"""A list is answered from shelves as it is from the profiles: to the byte, in silence, whatever happens to either."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from careercli import catalog as catalogs
from careercli.catalog import Catalog
from careercli.listing import Filters, Found
from careercli.profiles.directories import BUNDLED, files_in
from careercli.shelf import Shelf
from careercli.shipping import build_shipped
from careercli.store import database, reader
from careercli.store.memory import OCCUPATIONS, ROLES, Memory, shipped_shelves
from careercli.store.seen import look
from careercli.store.shelves import Layer, Shelves
from tests.program import PROGRAM, ROOT, Ended, environ, profile, run, shell
from tests.store.damage import NOBODY, OWNED, PARTS, SHELF_DAMAGES, UNFIT, VICTIM, Damage
from tests.store.edits import EDITS, edited
from tests.store.made import (
    FILTERS,
    LATER,
    Answer,
    Place,
    a_place,
    asked,
    calls_of,
    clock,
    forked,
    found,
    unpacked,
    writable_by_others,
)

LISTS = (
    ("roles",),
    ("roles", "role"),
    ("roles", "netwrok"),
    ("roles", "rloe", "-f", "json"),
    ("roles", "--skill", "b", "-f", "csv"),
)
"""Questions of every kind; the words of two are mistyped."""

EVERYTHING = (
    ("roles", "--all"),
    ("roles", "--all", "--skill", "python"),
    ("roles", "--all", "nuclaer", "--columns", "id"),
)
ALL = {**SHELF_DAMAGES, **OWNED}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Five profiles, and good shelves of them and of all else that is listed; no two parts are of one size."""
    place = a_place(tmp_path_factory.mktemp("good"), 5)
    place.warm_lists("--all")
    return place


@pytest.fixture(scope="module")
def expected(good: Place) -> dict[tuple[str, ...], Ended]:
    """The answers of the same profiles where no index can be."""
    answers = {command: run(*command, **good.environ_without) for command in (*LISTS, *EVERYTHING)}
    assert {(ended.code, bool(ended.out)) for ended in answers.values()} == {(0, True)}
    assert answers[LISTS[3]].err == "careercli: nothing has “rloe”; read as role\n"
    assert [command for command, ended in answers.items() if ended.err] == [LISTS[2], LISTS[3], EVERYTHING[2]]
    return answers


@pytest.fixture(scope="module")
def of_good(good: Place) -> Answer:
    answer = found(good, has_memory=False)
    assert all(each.cards for each in answer[0][:4])
    assert answer[1] == []
    return answer


def copied(good: Place, to: Path) -> Place:
    """The same profiles, with a cache of their own that holds the same."""
    shutil.copytree(good.cache, to)
    return Place(good.roles, to)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Three profiles on a good shelf."""
    made = a_place(tmp_path)
    with clock(LATER):
        found(made)
    assert made.opened() == []
    return made


@pytest.fixture
def little_bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One bundled profile: all of them take long to read where nothing is remembered."""
    folder = tmp_path / "data" / "roles"
    folder.mkdir(parents=True)
    (folder / "noc-tech.yaml").write_bytes(Path(BUNDLED, "noc-tech.yaml").read_bytes())
    for module in ("careercli.profiles.directories", "careercli.commands.options"):
        monkeypatch.setattr(f"{module}.BUNDLED", str(folder))


def test_a_good_shelf_answers_and_no_profile_is_opened(good: Place, expected: dict[tuple[str, ...], Ended]) -> None:
    assert good.shelf.exists()
    assert good.opened(everything=True) == []
    for command, ended in expected.items():
        assert good.asked(*command) == ended
        assert run(*command, **good.environ) == ended
        assert good.asked(*command, "-v") == ended


# -- damage


def test_there_are_many_ways_to_harm_it() -> None:
    assert len(SHELF_DAMAGES) + len(UNFIT) >= 150
    assert set(PARTS) >= set(Shelf._fields)


def harmed(damage: str, good: Place, to: Path) -> Place:
    if damage in OWNED and os.geteuid() != 0:
        pytest.skip("only root can give files away")
    place = copied(good, to)
    ALL[damage](place.shelf)
    return place


@pytest.mark.parametrize("damage", ALL)
def test_no_damage_changes_a_list(
    damage: str, good: Place, expected: dict[tuple[str, ...], Ended], of_good: Answer, tmp_path: Path
) -> None:
    command = LISTS[len(damage) % len(LISTS)]
    place = harmed(damage, good, tmp_path / "1")
    assert found(place) == of_good
    assert found(place) == of_good
    place = harmed(damage, good, tmp_path / "2")
    said = place.asked(*command, "-v")
    told = [line.removeprefix("careercli: ") for line in said.err.splitlines() if line not in expected[command].err]
    assert said.out == expected[command].out
    assert [line for line in told if not line.startswith(("reading ", f"{place.index.parent}/"))] == []
    assert place.asked(*command) == expected[command]
    victim = place.cache / "victim"
    assert not victim.exists() or victim.read_text() == VICTIM


@pytest.mark.parametrize("command", LISTS)
@pytest.mark.parametrize(
    "damage", ["half", "no rows", "a pipe", "a link to a victim", "state gone", "for all to write"]
)
def test_no_damage_changes_what_a_person_reads(
    damage: str, command: tuple[str, ...], good: Place, expected: dict[tuple[str, ...], Ended], tmp_path: Path
) -> None:
    place = harmed(damage, good, tmp_path / "cache")
    assert place.asked(*command) == expected[command]


def test_parts_that_do_not_belong_together_change_no_list(good: Place, of_good: Answer, tmp_path: Path) -> None:
    place = copied(good, tmp_path / "cache")
    data = place.shelf.read_bytes()
    for name, damage in UNFIT.items():
        place.shelf.write_bytes(data)
        damage(place.shelf)
        assert found(place) == of_good, name
        with clock(LATER):
            assert found(place) == of_good, name
        assert place.opened() == [], name


CANNOT_HEAL = {
    "a folder", "a folder that is not empty", "in a folder for all to write", "in a folder for a group to write",
    "in a folder that is a file", "in a cache for all to write", "in a folder of somebody else",
    "in a cache of somebody else",
}  # fmt: skip
"""Here nothing can be put in its place, or nothing may be."""


@pytest.mark.parametrize("damage", [each for each in ALL if each not in CANNOT_HEAL])
def test_a_list_leaves_a_good_shelf_where_one_can_be(damage: str, good: Place, tmp_path: Path) -> None:
    place = harmed(damage, good, tmp_path / "cache")
    was_harmless = place.opened() == []
    place = harmed(damage, good, tmp_path / "again")
    with clock(LATER):
        place.asked("roles")
    assert place.opened() == []
    assert place.asked("roles", "-v").err == ""
    assert was_harmless or not place.shelf.is_symlink()
    assert was_harmless or place.shelf.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", CANNOT_HEAL)
def test_what_cannot_be_mended_is_left_alone(damage: str, good: Place, tmp_path: Path) -> None:
    place = harmed(damage, good, tmp_path / "cache")
    before = sorted(os.listdir(place.cache))
    place.asked("roles", "--all")
    assert sorted(os.listdir(place.cache)) == before
    assert (place.opened() == []) == ("in a cache" in damage), "its own folder is nobody else's to write"


@pytest.mark.parametrize("damage", [*list(ALL)[::4], "an endless view", "a link to a victim"])
def test_no_damage_changes_the_list_of_occupations(
    damage: str, good: Place, expected: dict[tuple[str, ...], Ended], tmp_path: Path
) -> None:
    if damage in OWNED and os.geteuid() != 0:
        pytest.skip("only root can give files away")
    if os.path.exists(shipped_shelves("cards", BUNDLED)):
        pytest.skip("here the occupations are shipped on a shelf")
    place = copied(good, tmp_path / "cache")
    ALL[damage](place.shelf_of(OCCUPATIONS))
    command = EVERYTHING[len(damage) % len(EVERYTHING)]
    assert place.asked(*command) == expected[command]
    assert place.asked(*command) == expected[command]


# -- damage by the hundred


def answer_the_same(place: Place, harm: Iterator[bytes]) -> int:
    """How many of these files in the place of a shelf were used as they are."""
    expected, used = found(place, has_memory=False), 0
    for number, data in enumerate(harm):
        place.shelf.write_bytes(data)
        inode = place.shelf.stat().st_ino
        assert found(place) == expected, number
        used += place.shelf.stat().st_ino == inode
    return used


def test_a_bit_flipped_anywhere_changes_no_list(good: Place, tmp_path: Path) -> None:
    place = copied(good, tmp_path / "cache")
    data, by = place.shelf.read_bytes(), random.Random(4)
    # Most of the file is empty; what is written matters.
    written = [at for at, byte in enumerate(data) if byte or any(data[at - 4 : at + 5])]

    def flipped() -> Iterator[bytes]:
        for _ in range(300):
            harmed = bytearray(data)
            harmed[by.choice(written)] ^= 1 << by.randrange(8)
            yield bytes(harmed)

    assert answer_the_same(place, flipped()) < 240, "most of them did some harm"


def test_a_cut_anywhere_changes_no_list(good: Place, tmp_path: Path) -> None:
    place = copied(good, tmp_path / "cache")
    data = place.shelf.read_bytes()
    cuts = [*range(1, 120, 7), *range(120, len(data), len(data) // 80)]
    assert answer_the_same(place, (data[:cut] for cut in cuts)) == 0


def test_garbage_anywhere_changes_no_list(good: Place, tmp_path: Path) -> None:
    place = copied(good, tmp_path / "cache")
    data, by = place.shelf.read_bytes(), random.Random(5)
    starts = [by.randrange(len(data) - 300) for _ in range(80)]
    answer_the_same(place, (data[:at] + by.randbytes(300) + data[at + 300 :] for at in starts))


# -- edits


def same(place: Place) -> Answer:
    """The answer that no index gives, once the shelf gave the same: at once, again, and when time has passed."""
    expected = found(place, has_memory=False)
    assert [found(place) for _ in range(2)] == [expected] * 2
    with clock(LATER):
        assert [found(place) for _ in range(2)] == [expected] * 2
    return expected


def swapped(path: Path) -> None:
    """Two files exchange their names, and look as they did."""
    other, aside = path.with_name("role-1.yaml"), path.with_name("aside")
    for old, new in ((path, aside), (other, path), (aside, other)):
        old.rename(new)


def swapped_by_content(path: Path) -> None:
    other = path.with_name("role-1.yaml")
    one, two = path.read_bytes(), other.read_bytes()
    times = [(each.stat().st_atime_ns, each.stat().st_mtime_ns) for each in (path, other)]
    path.write_bytes(two)
    other.write_bytes(one)
    for each, ns in zip((path, other), times, strict=True):
        os.utime(each, ns=ns)


def folder_exchanged(path: Path) -> None:
    """Another folder of the same names takes the place of this one."""
    roles = path.parent
    shutil.copytree(roles, roles.with_name("new"))
    edited(roles.with_name("new") / path.name)
    roles.rename(roles.with_name("old"))
    roles.with_name("new").rename(roles)


BROKEN = "title: [\n"
NEW = "title: A new role\n"

MORE: dict[str, Callable[[Path], object]] = {
    "two names exchanged": swapped,
    "two contents exchanged": swapped_by_content,
    "another folder": folder_exchanged,
    "one more": lambda path: path.with_name("new.yaml").write_text(NEW),
    "one more, before all": lambda path: path.with_name("a.yaml").write_text(NEW),
    "one more and one less": lambda path: path.rename(path.with_name("role-7.yaml")),
    "one more of the same bytes": lambda path: path.with_name("z.yaml").write_bytes(path.read_bytes()),
    "one more in capitals": lambda path: path.with_name("NEW.yaml").write_text(NEW),
    "one more whose suffix is in capitals": lambda path: path.with_name("new.YAML").write_text(NEW),
    "one more that is hidden": lambda path: path.with_name(".new.yaml").write_text(NEW),
    "one more without a name": lambda path: path.with_name(".yaml").write_text(NEW),
    "one more with dots": lambda path: path.with_name("a.b.yaml").write_text(NEW),
    "one more of two lines": lambda path: path.with_name("a\nb.yaml").write_text(NEW),
    "one more that is no text": lambda path: Path(os.fsdecode(os.fsencode(path.parent) + b"/\xff.yaml"))
    .write_text(NEW),
    "one more that is broken": lambda path: path.with_name("bad.yaml").write_text(BROKEN),
    "two more that are broken": lambda path: [
        path.with_name(name).write_text(BROKEN) for name in ("bad.yaml", "bad-2.yaml")
    ],
    "two more that share an id": lambda path: [
        path.with_name(name).write_text(NEW) for name in ("new.yaml", "new.yml", "other.yaml")
    ],
    "two more that share an id, both broken": lambda path: [
        path.with_name(name).write_text(BROKEN) for name in ("new.yaml", "new.yml")
    ],
    "one more that is a folder": lambda path: path.with_name("new.yaml").mkdir(),
    "one more that is a pipe": lambda path: os.mkfifo(path.with_name("new.yaml")),
    "one more that leads nowhere": lambda path: path.with_name("new.yaml").symlink_to("nowhere"),
    "one more that cannot be read": lambda path: path.with_name("new.yaml").symlink_to("/proc/self/mem"),
    "one more of an occupation that no release has": lambda path: path.with_name("new.yaml").write_text(
        NEW + "occupation: 99-9999\n"
    ),
    "two more of occupations that no release has": lambda path: [
        path.with_name(name).write_text(f"{NEW}occupation: 99-9999\n") for name in ("new.yaml", "new-2.yaml")
    ],
    "one more of an occupation": lambda path: path.with_name("new.yaml").write_text(NEW + "occupation: 15-1231\n"),
    "one more that is empty": lambda path: path.with_name("new.yaml").write_text(""),
    "one more with what parts cells": lambda path: path.with_name("new.yaml").write_text(
        'title: "a\\x1fb\\x1ec\\x1dd"\n'
    ),
    "one more with what parts lines": lambda path: path.with_name("new.yaml").write_text(
        'title: "a\\nb\\r\\0c\\x85d\\u2028e"\nalso_called: ["x\\ny", "\\x1f", " "]\ntools: ["e\\nf", "\\x1fg"]\n'
    ),
    "one more in other letters": lambda path: path.with_name("new.yaml").write_text("title: é e\u0301 ß 日本 🙂\n"),
    "none left": lambda path: [each.unlink() for each in path.parent.iterdir()],
    "none left but one that is broken": lambda path: [
        path.write_text(BROKEN), *(each.unlink() for each in path.parent.iterdir() if each != path)
    ],
    "all broken": lambda path: [each.write_text(BROKEN) for each in path.parent.iterdir()],
    "the folder gone": lambda path: shutil.rmtree(path.parent),
    "a file for the folder": lambda path: [shutil.rmtree(path.parent), path.parent.write_text("")],
    "the folder moved, and a link": lambda path: path.parent.rename(path.parent.with_name("moved"))
    and path.parent.symlink_to("moved"),
}  # fmt: skip


UNSEEN = {
    "longer", "another suffix", "the folder moved, and a link", "one more that is hidden", "one more without a name",
    "one more whose suffix is in capitals",
}  # fmt: skip
"""What changes nothing that a list shows."""


@pytest.mark.parametrize("edit", [*EDITS, *MORE])
def test_an_edit_shows_in_a_list(edit: str, place: Place, little_bundled: None) -> None:
    before = found(place)
    {**EDITS, **MORE}[edit](place.roles / "role-0.yaml")
    for command in LISTS[:4]:
        assert place.asked(*command) == place.asked_without(*command)
    after = same(place)
    titles = [card.title for card in after[0][0].cards]
    if edit in ("edited", "of the same size and time", "1970", "2096", "renamed over", "a link", "another folder"):
        assert "Rule 0" in titles
    if edit != "for nobody to read" or os.geteuid() != 0:
        assert (after == before) == (edit in UNSEEN)


@pytest.mark.parametrize("edit", [*EDITS, *MORE])
def test_what_is_mended_is_listed_again(edit: str, place: Place, tmp_path: Path) -> None:
    """And then no profile need be opened."""
    before = found(place)
    shutil.copytree(place.roles, tmp_path / "kept-aside")
    {**EDITS, **MORE}[edit](place.roles / "role-0.yaml")
    same(place) if place.roles.is_dir() else None
    path = place.roles
    path.unlink() if path.is_symlink() or path.is_file() else shutil.rmtree(path, ignore_errors=True)
    (tmp_path / "kept-aside").rename(path)
    assert same(place) == before
    assert place.opened() == []


@pytest.mark.parametrize("first", range(10))
def test_edits_within_one_tick_of_the_clock_show_in_a_list(first: int, tmp_path: Path) -> None:
    place = a_place(tmp_path, 2)
    target = place.roles / "role-0.yaml"
    text = target.read_text()
    for number in range(first * 10 + 1000, first * 10 + 1010):
        target.write_text(text.replace("Role 0", f"Role {number}"))
        warned: list[str] = []
        memory = Memory(BUNDLED, str(place.index.parent), lambda line: None)
        listing = Catalog([str(place.roles)], warned.append, memory=memory).listing()
        assert [card.title for card in listing.cards] == [f"Role {number}", "Role 1"]
        assert warned == []


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_file_that_changes_while_it_is_read_is_listed_as_it_is(
    moment: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the clock of the file system is ten seconds behind ours."""
    from careercli.profiles import files as profiles

    target = place.roles / "role-0.yaml"
    target.write_text(target.read_text() + "age: 43\n")
    real = profiles.read_bytes

    def changing(path: str) -> bytes:
        if moment == "before":
            edited(target)
        data = real(path)
        if moment == "after":
            edited(target)
        return data

    time.sleep(0.02)
    with clock(LATER), monkeypatch.context() as patch:
        patch.setattr(profiles, "read_bytes", changing)
        found(place)
    assert "Rule 0" in found(place)[0][0].cards[0].title
    assert found(place) == found(place, has_memory=False)


@pytest.mark.parametrize("cell", ["modified", "changed"])
def test_a_file_that_just_changed_has_its_content_compared(cell: str) -> None:
    """The rule at its edge: one nanosecond decides whether the file system's word is enough."""
    from careercli.store import seen

    looked = look(__file__)
    assert looked
    newest = looked.now
    looked = looked._replace(modified=1, changed=1)._replace(**{cell: newest})
    for late, is_believed in ((seen._TICK, False), (seen._TICK + 1, True)):
        kept = Layer({}, {"x": (looked._replace(now=newest + late), "other")})
        assert kept.is_current("x", looked, __file__) is is_believed
        for field in ("size", "modified", "changed", "inode"):
            assert not kept.is_current("x", looked._replace(**{field: 7}), __file__)


def test_a_shelf_is_believed_whole_only_when_no_file_has_just_changed(tmp_path: Path) -> None:
    place = a_place(tmp_path)
    found(place)
    assert place.opened() == ["role-0.yaml", "role-1.yaml", "role-2.yaml"], "each is compared by its content"
    with clock(LATER):
        found(place)
    assert place.opened() == []


def test_only_what_is_not_on_the_shelf_is_opened(place: Place) -> None:
    for name, text in {"bad": BROKEN, "bad-2": BROKEN, "unknown": NEW + "occupation: 99-9999\n", "new": NEW}.items():
        (place.roles / f"{name}.yaml").write_text(text)
    (place.roles / "folder.yaml").mkdir()
    same(place)
    assert place.opened() == ["bad.yaml", "bad-2.yaml", "folder.yaml", "unknown.yaml"], "by id, as they are warned of"
    for name in ("bad", "bad-2"):
        (place.roles / f"{name}.yaml").write_text(NEW)
    same(place)
    assert place.opened() == ["folder.yaml", "unknown.yaml"]


def test_one_edit_opens_one_profile(place: Place) -> None:
    (place.roles / "role-1.yaml").write_text(NEW)
    assert place.opened() == ["role-1.yaml"]


# -- several directories


@pytest.fixture
def two(tmp_path: Path) -> Place:
    """Two folders that share an id, in which something is wrong each."""
    place = a_place(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    (other / "role-1.yaml").write_text(profile("The other role 1"))
    (other / "role-5.yaml").write_text(profile("Role 5"))
    (other / "role-2.yml").write_text(profile("The other role 2"))
    (other / "bad.yaml").write_text(BROKEN)
    (place.roles / "bad.yaml").write_text(BROKEN)
    (place.roles / "noc-tech.yaml").write_text("title: My own\n")
    return place


ORDERS = ("roles other", "other roles", "roles", "roles roles", "other ./other", "")
TOLD = (LISTS[0], LISTS[1])


@pytest.mark.parametrize("twins", [False, True])
def test_the_first_directory_wins_whatever_was_asked_before(
    twins: bool, two: Place, tmp_path: Path, little_bundled: None
) -> None:
    if twins:
        (two.roles / "role-1.yml").write_text(NEW)
        (tmp_path / "other" / "role-5.yml").write_text(NEW)

    def both(order: str) -> Ended:
        given = [each for folder in order.split() for each in ("--roles", str(tmp_path / folder))]
        changes = {"XDG_CACHE_HOME": str(two.cache)}
        ends = [asked(*command, *given, XDG_CACHE_HOME="/dev/null") for command in TOLD]
        assert [asked(*command, *given, **changes) for command in TOLD] == ends, order
        return ends[0]

    first = {order: both(order) for order in ORDERS}
    assert len(set(map(str, first.values()))) > 4
    with clock(LATER):
        assert {order: both(order) for order in reversed(ORDERS)} == first
        assert {order: both(order) for order in ORDERS} == first
    (two.roles / "role-2.yaml").unlink()
    (tmp_path / "other" / "role-5.yaml").unlink()
    with clock(LATER):
        for order in ORDERS:
            both(order)


def test_what_stands_behind_another_directory_stays_on_its_shelf(two: Place, tmp_path: Path) -> None:
    """Whoever asks in turn opens nothing but what is broken."""
    other = Place(tmp_path / "other", two.cache)
    with clock(LATER):
        for order in ("other", "roles", "other roles", "roles other", "other other", "roles roles"):
            for turn in (1, 2):
                (two.roles / "role-0.yaml").write_text(f"title: {order} {turn}\n")
                if "other" in order:
                    (other.roles / "role-5.yaml").write_text(f"title: {order} {turn}\n")
                given = [each for folder in order.split() for each in ("--roles", str(tmp_path / folder))]
                assert asked("roles", *given, XDG_CACHE_HOME=str(two.cache)).code == 0
    for _ in range(2):
        assert two.opened() == ["bad.yaml"]
        assert other.opened() == ["bad.yaml"]


def test_a_directory_may_go_between_its_list_and_the_questions(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    real, aside = catalogs.names_in, place.roles.with_name("aside")

    def going(directory: str) -> list[str]:
        names = real(directory)
        if directory == str(place.roles):
            place.roles.rename(aside)
        return sorted(names)

    monkeypatch.setattr(catalogs, "names_in", going)
    answers = []
    for ask in (place.asked_without, place.asked, place.asked):
        answers.append(ask("roles"))
        aside.rename(place.roles)
    assert answers[1:] == answers[:1] * 2
    assert answers[0].err.count("; left out") == 3


@pytest.mark.parametrize("edit", ["edited", "deleted", "a folder", "renamed over"])
def test_a_file_may_change_between_the_list_and_the_questions(
    edit: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = catalogs.names_in

    def changing(directory: str) -> list[str]:
        names = sorted(real(directory))
        if directory == str(place.roles):
            EDITS[edit](place.roles / "role-0.yaml")
        return names

    with monkeypatch.context() as patch:
        patch.setattr(catalogs, "names_in", changing)
        found_then = found(place)
    if edit in ("edited", "renamed over"):
        assert found_then[0][0].cards[0].title == "Rule 0"
    else:
        assert [line for line in found_then[1] if line.endswith("; left out")]
    assert found(place) == found(place, has_memory=False)


# -- builds

KILLS = 50
WRITING = 40
"""The last calls of a build: a file is made, filled and renamed in so many."""


def test_a_build_of_a_shelf_may_be_killed_at_any_moment(tmp_path: Path) -> None:
    place = a_place(tmp_path, 60)
    expected, by = found(place, has_memory=False), random.Random(20)
    found(place)
    folder = place.shelf.parent
    place.shelf.unlink()
    calls = calls_of(lambda: found(place))
    was_killed, half_built = 0, 0
    for number in range(KILLS):
        place.shelf.unlink(missing_ok=True)
        # Half of them are about to write, or write.
        child = forked(lambda: found(place), by.randint(*((1, calls), (calls - WRITING, calls))[number % 2]))
        was_killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        left = [each for each in folder.iterdir() if each.name.startswith(f"{place.shelf.name}.")]
        half_built += bool(left)
        if number % 5:
            assert found(place) == expected
        for each in left:
            with suppress(FileNotFoundError):  # The next build may have swept it.
                os.utime(each, (1, 1))
    assert was_killed > KILLS / 2
    assert half_built > KILLS / 10, "some of them while they wrote"
    place.shelf.unlink()
    with clock(LATER):
        assert found(place) == expected
    assert place.opened() == []
    assert [each for each in os.listdir(folder) if not each.endswith(".sqlite")] == [], "what they left is swept"


def test_eight_runs_build_the_same_shelves_at_once(place: Place) -> None:
    shutil.rmtree(place.cache)
    place.cache.mkdir(mode=0o700)
    builders = [
        subprocess.Popen(
            [*PROGRAM, "roles", "--all", "-v"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=environ(**place.environ),
        )
        for _ in range(8)
    ]  # fmt: skip
    expected = place.asked_without("roles", "--all")
    for each in builders:
        out, err = each.communicate(timeout=300)
        assert (each.returncode, out) == (0, expected.out)
        assert not [line for line in err.splitlines() if not line.startswith("careercli: reading ")]
    assert [each for each in os.listdir(place.shelf.parent) if not each.endswith(".sqlite")] == []
    place.warm_lists("--all")
    assert place.opened(everything=True) == []


# -- nowhere to write


@pytest.mark.parametrize("blocks", [0, 1, 9, 127, 128, 129])
def test_a_full_disk_changes_no_list(
    blocks: int, good: Place, expected: dict[tuple[str, ...], Ended], tmp_path: Path
) -> None:
    place = Place(good.roles, tmp_path / "cache")
    place.cache.mkdir(mode=0o700)
    assert shell(f'ulimit -f {blocks}; "$@" | cat', "roles", **place.environ) == expected[LISTS[0]]
    said = shell(f'ulimit -f {blocks}; "$@" | cat', "roles", "-v", **place.environ).err.splitlines()
    told = [line for line in said if not line.startswith("careercli: reading ")]
    assert all(": not written (" in line for line in told)
    assert any(f"{place.shelf}: not written (" in line for line in told)
    assert [each for each in os.listdir(place.shelf.parent) if not each.endswith(".sqlite")] == []


def test_a_disk_that_fills_up_leaves_the_old_shelf(place: Place) -> None:
    before = place.shelf.read_bytes()
    (place.roles / "new.yaml").write_text(NEW)
    assert shell('ulimit -f 9; "$@" | cat', "roles", **place.environ) == place.asked_without("roles")
    assert place.shelf.read_bytes() == before
    same(place)


@pytest.mark.parametrize("name", ["replace", "open", "fchmod", "lstat", "listdir", "mkdir", "stat"])
def test_a_disk_that_fails_changes_no_list(name: str, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    (place.roles / "new.yaml").write_text(NEW)
    expected, real = found(place, has_memory=False), getattr(os, name)

    def failing(path: str, *given: object, **more: object) -> object:
        if str(place.cache) in str(path) or name == "fchmod":
            raise OSError(5, "Input/output error")
        return real(path, *given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(database.os, name, failing)
        assert found(place) == expected
        assert found(place) == expected
    assert found(place) == expected


@pytest.mark.parametrize(
    "changes",
    [
        {"HOME": None, "XDG_CACHE_HOME": None},
        {"HOME": "relative", "XDG_CACHE_HOME": None},
        {"HOME": "/nonexistent", "XDG_CACHE_HOME": None},
        {"HOME": "/proc/self", "XDG_CACHE_HOME": None},
        {"XDG_CACHE_HOME": "/dev/full"},
        {"XDG_CACHE_HOME": "relative"},
        {"XDG_CACHE_HOME": "/sys"},
        {"XDG_CACHE_HOME": "/" + "x" * 300},
    ],
    ids=lambda changes: str(changes)[:60],
)
def test_without_a_cache_a_list_is_the_same(
    changes: dict[str, str | None], good: Place, expected: dict[tuple[str, ...], Ended], tmp_path: Path
) -> None:
    assert run("roles", cwd=tmp_path, **{**good.environ, **changes}) == expected[LISTS[0]]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("limit", ["umask 777", "umask 000", "ulimit -n 24", "ulimit -n 8", "ulimit -s 256"])
def test_limits_change_no_list(limit: str, good: Place, expected: dict[tuple[str, ...], Ended], tmp_path: Path) -> None:
    place = Place(good.roles, tmp_path / "cache")
    place.cache.mkdir(mode=0o700)
    for _ in range(2):
        assert shell(f'{limit}; "$@"', "roles", **place.environ) == expected[LISTS[0]]
        assert writable_by_others(place.cache) == []


@pytest.mark.parametrize("state", ["own", "own, read-only", "of another", "of another, unreadable", "unreadable files"])
def test_a_user_who_is_not_root_is_listed_the_same(state: str) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    if not all(folder.stat().st_mode & 0o001 for folder in [ROOT, *ROOT.parents]):
        pytest.skip("another user cannot read the code")
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        place = a_place(Path(folder))
        place.cache.chmod(0o755)
        with clock(LATER):
            found(place)
        if state.startswith("own") or state == "unreadable files":
            for path in (place.cache, place.shelf.parent, *place.shelf.parent.iterdir()):
                os.chown(path, NOBODY, NOBODY)
        else:
            place.shelf.parent.chmod(0o755)
            place.shelf.chmod(0o600 if "unreadable" in state else 0o644)
        if "read-only" in state:
            place.shelf.parent.chmod(0o500)
        if state == "unreadable files":
            (place.roles / "role-1.yaml").chmod(0)
        else:
            edited(place.roles / "role-0.yaml")

        def both() -> bool:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            expected = found(place, has_memory=False)
            assert bool(expected[1]) == (state == "unreadable files")
            return found(place) == expected and found(place) == expected

        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.write(writer, str(both()).encode())
            finally:
                os._exit(0)
        os.close(writer)
        with open(reader) as answer:
            assert answer.read() == "True"
        os.waitpid(child, 0)


# -- which code, and which figures


def test_the_code_that_makes_shelves_is_named_whole() -> None:
    """What making a card loads is what shelves go by; a module that is missing here would leave them stale."""
    program = (
        "import sys, careercli.cards, careercli.catalog, careercli.profiles.reading, careercli.profiles.files,"
        " careercli.listing, careercli.wage_shelf, careercli.store.packing, careercli.store.shelves;"
        "list(careercli.catalog.Catalog([careercli.directories.BUNDLED], print).occupations());"
        "print(*(name for name, each in sys.modules.items() if name.startswith('careercli') and each.__file__))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = {name.partition(".")[2].replace(".", "/") for name in done.stdout.split()}
    packages = {"", "official", "profiles", "store"}
    # How rows are kept and found again says nothing of what is on them.
    keeping = {
        "store/database",
        "store/files",
        "store/memory",
        "store/reader",
        "store/seen",
        "ahead",
        "directories",
        "listing",
        "shelving",
    }
    assert loaded - packages - keeping <= set(reader.SHELVED)
    assert set(reader.SHELVED) <= loaded, "nothing is named in vain"
    for package in packages:
        text = (ROOT / "careercli" / package / "__init__.py").read_text()
        assert not [line for line in text.splitlines() if line.startswith(("import ", "from ", "def "))]


@pytest.fixture
def copy_of_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in reader.SHELVED:
        copy = tmp_path / f"{name}.py"
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes((ROOT / "careercli" / f"{name}.py").read_bytes())
    shutil.copytree(ROOT / "careercli" / "data" / "occupations", tmp_path / "data" / "occupations")
    before = reader.version_of_shelves()
    monkeypatch.setattr(reader, "_HERE", str(tmp_path))
    assert reader.version_of_shelves() == before
    return tmp_path


def test_a_change_of_the_code_or_of_a_release_changes_the_number_of_shelves(
    copy_of_code: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    releases = sorted((copy_of_code / "data" / "occupations").iterdir())
    assert {path.suffix for path in releases} == {".tsv"}
    numbers = {reader.version_of_shelves()}
    changed = [*(copy_of_code / f"{name}.py" for name in reader.SHELVED), *releases]
    for path in changed:
        with path.open("a") as file:
            file.write("\n")
        numbers.add(reader.version_of_shelves())
    (copy_of_code / "data" / "occupations" / "more.tsv").write_text("x")
    numbers.add(reader.version_of_shelves())
    monkeypatch.setattr(sys, "byteorder", "middle")
    numbers.add(reader.version_of_shelves())
    assert len(numbers) == len(changed) + 3
    assert reader.version() not in numbers


def test_shelves_of_another_release_are_not_used(good: Place, copy_of_code: Path) -> None:
    assert good.opened() == []
    with (copy_of_code / "data" / "occupations" / "onet-29-3.tsv").open("a") as file:
        file.write("\n")
    said: list[str] = []
    assert Shelves(str(good.shelf), said.append).kept(os.fsencode(good.roles), Shelf._fields) is None
    assert said == [f"{good.shelf}: not used (was built by another version)"]


# -- what is shipped


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundled profiles, with what is shipped built beside it."""
    folder = tmp_path / "data" / "roles"
    folder.mkdir(parents=True)
    for path in files_in(BUNDLED):
        (folder / os.path.basename(path)).write_bytes(Path(path).read_bytes())
    monkeypatch.setattr("careercli.profiles.directories.BUNDLED", str(folder))
    build_shipped()
    return folder


def shipped_listing(bundled: Path, said: list[str], has_memory: bool = True) -> tuple[list[Found], list[Found]]:
    """What a list shows of the bundled profiles, and of these with every occupation."""
    answers = []
    for everything in (False, True):
        memory = Memory(str(bundled), "", said.append) if has_memory else None
        listing = Catalog([str(bundled)], said.append, said.append, memory).listing(everything)
        asked_for = (*FILTERS, Filters(("netwrok",)), Filters(skill="python"), Filters(education="associate"))
        answers.append([unpacked(listing.find(each)) for each in asked_for])
    return answers[0], answers[1]


def test_what_is_shipped_lists_every_bundled_profile_and_occupation(bundled: Path) -> None:
    said: list[str] = []
    answers = shipped_listing(bundled, said)
    assert said == []
    assert answers == shipped_listing(bundled, [], has_memory=False)
    assert [card.id for card in answers[0][0].cards] == sorted(Path(path).stem for path in files_in(BUNDLED))
    assert len(answers[1][0].cards) > 800
    assert os.stat(shipped_shelves("cards", str(bundled))).st_mode & 0o777 == 0o644


@pytest.mark.parametrize(
    "edit", ["edited", "of the same size and time", "deleted", "another suffix", "one more", "broken"]
)
def test_an_edit_of_what_was_shipped_shows_in_a_list(edit: str, bundled: Path) -> None:
    path = bundled / "noc-tech.yaml"
    before, text = path.stat(), path.read_text(encoding="utf-8")
    if edit == "deleted":
        path.unlink()
    elif edit == "another suffix":
        path.rename(path.with_suffix(".yml"))
    elif edit == "one more":
        (bundled / "new.yaml").write_text(NEW)
    elif edit == "broken":
        path.write_text(BROKEN)
    else:
        path.write_text(text.replace("title: N", "title: X", 1), encoding="utf-8")
        assert path.read_text(encoding="utf-8") != text
        if edit != "edited":
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    said: list[str] = []
    warned: list[str] = []
    answers = shipped_listing(bundled, said)
    assert answers == shipped_listing(bundled, warned, has_memory=False)
    titles = {card.id: card.title for card in answers[0][0].cards}
    assert ("new" in titles) == (edit == "one more")
    assert ("noc-tech" in titles) == (edit not in ("deleted", "broken"))
    assert titles.get("noc-tech", "N")[0] == ("X" if edit in ("edited", "of the same size and time") else "N")
    assert [line for line in said if line.endswith("left out")] == [
        line for line in warned if line.endswith("left out")
    ]


def test_the_shelves_that_are_shipped_are_the_same_wherever_they_are_built(bundled: Path) -> None:
    first = Path(shipped_shelves("cards", str(bundled))).read_bytes()
    for path in bundled.iterdir():
        os.utime(path, (1, 1))
    build_shipped()
    assert Path(shipped_shelves("cards", str(bundled))).read_bytes() == first
    elsewhere = bundled.parent.parent / "elsewhere"
    bundled.parent.rename(elsewhere)
    said: list[str] = []
    shipped_listing(elsewhere / "roles", said)
    assert said == []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("careercli.profiles.directories.BUNDLED", str(elsewhere / "roles"))
        build_shipped()
    assert Path(shipped_shelves("cards", str(elsewhere / "roles"))).read_bytes() == first


def test_the_shelves_that_are_shipped_are_the_same_in_another_process(bundled: Path) -> None:
    """Nothing in them depends on the order of sets."""
    program = "from careercli import directories, shipping; directories.BUNDLED = {!r}; shipping.build_shipped()"
    for seed in ("1", "2"):
        first = Path(shipped_shelves("cards", str(bundled))).read_bytes()
        subprocess.run(
            [sys.executable, "-c", program.format(str(bundled))], check=True, env=environ(PYTHONHASHSEED=seed), cwd="/"
        )
        assert Path(shipped_shelves("cards", str(bundled))).read_bytes() == first


@pytest.mark.parametrize("owner", [0, NOBODY])
def test_the_shelves_that_are_shipped_are_used_whoever_installed_them(owner: int, bundled: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    path = Path(shipped_shelves("cards", str(bundled)))
    os.chown(path, owner, owner)
    path.chmod(0o664)
    path.parent.chmod(0o775)
    said: list[str] = []
    shipped_listing(bundled, said)
    assert said == []


SHIPPED = ["gone", "empty", "half", "garbage", "no rows", "cards gone", "state gone", "an endless view", "a pipe",
           "a link to a victim", "a newer version", "another state", "a folder"]  # fmt: skip


@pytest.mark.parametrize("damage", SHIPPED)
def test_no_damage_to_what_is_shipped_changes_a_list(damage: str, bundled: Path) -> None:
    harm: Damage = SHELF_DAMAGES[damage]
    expected = shipped_listing(bundled, [], has_memory=False)
    harm(Path(shipped_shelves("cards", str(bundled))))
    said: list[str] = []
    assert shipped_listing(bundled, said) == expected
    assert not [line for line in said if "not used" not in line and not line.startswith("reading ")]


def test_a_shelf_of_roles_is_asked_for_by_its_place(bundled: Path) -> None:
    shelves = Shelves(shipped_shelves("cards", str(bundled)), pytest.fail, is_own=False)
    kept = [shelves.kept(place, Shelf._fields) for place in (ROLES, OCCUPATIONS, b"other")]
    assert [Shelf(**each.layers[0].parts).size if each else 0 for each in kept[::2]] == [len(files_in(BUNDLED)), 0]
    assert kept[1]
    assert Shelf(**kept[1].layers[0].parts).size > 800
    shelves.close()
