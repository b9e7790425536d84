"""The index answers what the files would: after any edit, in any state, reading no more than has changed."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.catalog.catalog import Catalog
from careercli.catalog.listing import Filters
from careercli.errors import CareerError
from careercli.profiles import stamps
from careercli.store import profiles
from careercli.store.texts import Hits, TextSearch
from tests.indexed import Place, instead, later, make_place


def edit(path: Path) -> None:
    """Change title and wage, and no length."""
    text = path.read_text()
    path.write_text(text.replace("Role", "Rule").replace("1000", "7000"))
    assert path.read_text() != text


def with_old_time(path: Path) -> None:
    before = path.stat()
    edit(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def renamed_over(path: Path) -> None:
    new = Path(shutil.copy2(path, path.with_name("new")))
    with_old_time(new)
    new.rename(path)


EDITS: dict[str, Callable[[Path], object]] = {
    "edited": edit,
    "same size and time": with_old_time,
    "1970": lambda path: (edit(path), os.utime(path, (1, 1))),
    "2096": lambda path: (edit(path), os.utime(path, (3_976_214_400, 3_976_214_400))),
    "renamed over": renamed_over,
    "through a hard link": lambda path: (path.with_name("x").hardlink_to(path), edit(path.with_name("x"))),
    "emptied": lambda path: os.truncate(path, 0),
    "made bad": lambda path: path.write_text("a: b: c\n"),
    "deleted": lambda path: path.unlink(),
    "a folder": instead(lambda path: path.mkdir()),
    "a pipe": instead(os.mkfifo),
    "a link to nothing": instead(lambda path: path.symlink_to("nothing")),
    "a link to another": instead(lambda path: path.symlink_to("role-1.yaml")),
    "a link to a device": instead(lambda path: path.symlink_to("/dev/zero")),
    "huge": lambda path: os.truncate(path, 1 << 40),
    "another id": lambda path: path.rename(path.with_name("role-x.yaml")),
    "no id": lambda path: path.rename(path.with_name("ROLE-0.yaml")),
    "another suffix": lambda path: path.rename(path.with_suffix(".yml")),
    "a second suffix": lambda path: path.with_suffix(".yml").hardlink_to(path),
    "a new file": lambda path: path.with_name("a.yaml").write_bytes(path.read_bytes()),
    "the bad one fixed": lambda path: path.with_name("role-3.yaml").write_bytes(path.read_bytes()),
}


@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS)
def test_an_edit_shows_at_once(change: Callable[[Path], object], place: Place) -> None:
    change(place.roles / "role-0.yaml")
    expected = place.ask(has_index=False)
    for answers in (place.ask(), place.warm(), place.ask()):
        assert answers[:2] == expected[:2]
    assert place.ask().read == []


def test_an_edit_within_one_tick_of_a_coarse_clock_shows(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    precise = stamps._numbers_of

    def coarse(status: os.stat_result) -> stamps.FileStamp:
        size, modified, changed, inode = precise(status)
        return size, modified // 10**9 * 10**9, changed // 10**9 * 10**9, inode

    monkeypatch.setattr(stamps, "_numbers_of", coarse)
    path = place.roles / "role-0.yaml"
    for _ in range(5):
        before = place.ask()
        text = path.read_text()
        path.write_text(text.replace("Role 0", "Rule 0") if "Role 0" in text else text.replace("Rule 0", "Role 0"))
        assert place.ask().values != before.values
        assert place.ask()[:2] == place.ask(has_index=False)[:2]


def test_a_file_that_has_not_changed_is_not_read(place: Place) -> None:
    assert place.ask().read == []
    edit(place.roles / "role-1.yaml")
    assert place.ask().read == ["role-1.yaml"]
    assert place.ask().read == []


@pytest.mark.parametrize("is_racy", [False, True])
def test_nothing_is_written_where_nothing_has_changed(is_racy: bool, tmp_path: Path) -> None:
    place = make_place(tmp_path)
    (place.ask if is_racy else place.warm)()
    before = place.index.read_bytes(), place.index.stat().st_mtime_ns
    place.ask()
    assert (place.index.read_bytes(), place.index.stat().st_mtime_ns) == before


def test_rows_of_files_that_are_gone_are_deleted(place: Place) -> None:
    (place.roles / "role-0.yaml").unlink()
    edit(place.roles / "role-1.yaml")
    place.ask()
    database = sqlite3.connect(place.index)
    tables = ("profile", "profile_body", "profile_wages", "profile_text", "profile_fts")
    counts = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]
    assert counts == [3, 2, 2, 2, 2]
    database.execute("INSERT INTO profile_fts (profile_fts) VALUES ('integrity-check')")
    database.close()


@pytest.mark.parametrize("steps", [15, pytest.param(150, marks=pytest.mark.slow)])
def test_any_edits_one_after_another_show(steps: int, tmp_path: Path) -> None:
    chance = random.Random(steps)
    place = make_place(tmp_path)
    safe = [name for name in EDITS if name not in ("another id", "another suffix", "huge")]
    for step in range(steps):
        path = place.roles / f"role-{chance.randrange(4)}.yaml"
        if path.is_file() and not path.is_symlink() and chance.random() < 0.6:
            EDITS[chance.choice(safe)](path) if "Role" in path.read_text() else path.unlink()
        elif not path.exists() and not path.is_symlink():
            place.write(path.stem, title=f"Role {step}", tools=f"[kitchens {step}]")
        else:
            path.rmdir() if path.is_dir() else path.unlink()
        for left in ("a.yaml", "ROLE-0.yaml", f"{path.stem}.yml", "x"):
            if chance.random() < 0.5 or left == "x":
                (place.roles / left).unlink(missing_ok=True)
        answers = place.warm() if chance.random() < 0.5 else place.ask()
        assert answers[:2] == place.ask(has_index=False)[:2], step


# -- one role


def test_a_named_question_reads_its_file_once(place: Place) -> None:
    narrated, warned = list[str](), list[str]()
    place.index.unlink()
    for _ in range(2):
        catalog = Catalog([str(place.roles)], warned.append, narrated.append, str(place.index))
        assert catalog.find("role-0") == Catalog([str(place.roles)], warned.append).find("role-0")
        with pytest.raises(CareerError, match=r"role-3\.yaml:1:\d+: "):
            catalog.find("role-3")
    assert narrated == [f"reading {place.roles}/role-{number}.yaml" for number in (0, 3)]
    assert warned == []
    assert place.ask()[:2] == place.ask(has_index=False)[:2]


def test_a_role_kept_whole_after_the_list_was_read_changes_no_list(tmp_path: Path) -> None:
    place = make_place(tmp_path, 120)
    kept = "SELECT state, (SELECT count(*) FROM profile_body) FROM directory"
    with later():
        listing = Catalog([str(place.roles)], lambda _: None, index=str(place.index)).listing()
        assert len(listing.entries) == 119
        index = listing._index
        database = sqlite3.connect(place.index)
        ((state, none),) = database.execute(kept).fetchall()
        generation = index.generation
        index.role(f"{place.roles}/role-7.yaml")
        index.flush()
        assert database.execute(kept).fetchall() == [(state, none + 1)]
        database.close()
    assert (bool(state), index.generation) == (True, generation)


# -- one state


def test_what_is_written_between_a_search_and_its_rows_does_not_show(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another run that cannot write answers from the files; the next question of this one sees its own state whole."""
    monkeypatch.setattr("careercli.store.database._BUSY", 0.01)
    real = TextSearch.with_word
    expected = place.ask(has_index=False)

    def interrupted(search: TextSearch, word: str) -> Hits:
        hits = real(search, word)
        monkeypatch.setattr(TextSearch, "with_word", real)
        edit(place.roles / "role-0.yaml")
        assert place.ask().unused == [f"{place.index}: not used (database is locked)"]
        return hits

    monkeypatch.setattr(TextSearch, "with_word", interrupted)
    listing = Catalog([str(place.roles)], lambda line: None, index=str(place.index)).listing()
    assert list(listing.find(Filters(("role",))).entries) == expected.values[1][0]
    assert place.ask()[:2] == place.ask(has_index=False)[:2]


@pytest.mark.parametrize("times", [1, 5, 50])
def test_a_refresh_is_done_again_where_another_run_writes_meanwhile(
    times: int, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or, where they never stop, the answer comes from the files."""
    real = profiles.ProfileIndex._refresh
    left = [times]

    def watched(index: profiles.ProfileIndex, *given: object) -> object:
        found = real(index, *given)  # type: ignore[arg-type]
        if left[0] > 0:
            left[0] -= 1
            place.write("role-0", title=f"Role {left[0]}")
            with monkeypatch.context() as patch, later():
                patch.setattr(profiles.ProfileIndex, "_refresh", real)
                place.ask()
        return found

    monkeypatch.setattr(profiles.ProfileIndex, "_refresh", watched)
    answers = place.ask()
    monkeypatch.undo()
    assert answers.unused == ([f"{place.index}: not used (other processes keep writing it)"] if times == 50 else [])
    if times < 50:
        assert answers[:2] == place.ask(has_index=False)[:2]
