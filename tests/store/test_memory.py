"""What is remembered is what the files say now: every edit shows, whatever the clock and the file system say."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from careercli.catalog import Catalog
from careercli.model.claims import Role
from careercli.profiles.directories import BUNDLED, files_in
from careercli.profiles.reading import read_file
from careercli.shipping import build_shipped
from careercli.store import memory as module
from careercli.store import seen as freshness
from careercli.store.memory import Memory, directory, shipped, shipped_shelves
from careercli.store.seen import NEVER, Look, look, seen
from tests.make import make_role
from tests.program import answer, run
from tests.store.edits import EDITS, edited
from tests.store.made import LATER, NAME, Place, a_place, clock

COMMAND = ("compare", "role-0", "role-1", "-f", "json")


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_shows(edit: str, place: Place) -> None:
    target = place.roles / "role-0.yaml"
    EDITS[edit](target)
    expected = run(*COMMAND, **place.environ_without)
    assert run(*COMMAND, **place.environ) == expected
    roles, said = place.answer()
    assert (roles, [line for line in said if not line.startswith("reading ")]) == place.answer_without()
    if edit in ("edited", "of the same size and time", "1970", "2096", "renamed over", "a link"):
        assert "77000" in expected.out


@pytest.mark.parametrize("first", range(30))
def test_edits_within_one_tick_of_the_clock_show(first: int, tmp_path: Path) -> None:
    place = a_place(tmp_path, 1)
    target = place.roles / "role-0.yaml"
    text = target.read_text()
    for wage in range(first * 10 + 10_000, first * 10 + 10_010):
        target.write_text(text.replace("$01000", f"${wage}"))
        roles, said = place.answer()
        assert wage in [claim.value for claim in roles[0].own]
        assert len(said) == 1
        assert place.is_remembered(), "its content proves it"


def test_a_file_that_just_changed_is_believed_by_its_content_alone(place: Place, tmp_path: Path) -> None:
    """The rule at its edge: one nanosecond decides whether the file system's word is enough."""
    path = place.roles / "role-0.yaml"
    looked = look(str(path))
    assert looked
    newest = max(looked.modified, looked.changed)
    for late, is_believed in ((freshness._TICK, False), (freshness._TICK + 1, True)):
        row = seen(b"x", looked._replace(now=newest + late), b"of other content", make_role("x"))
        assert row
        assert row.is_current(str(path)) is is_believed
    for changes in ({"modified": newest + 1}, {"changed": newest + 1}):
        row = seen(b"x", looked._replace(now=newest + freshness._TICK + 1, **changes), b"other", make_role("x"))
        assert row
        assert not row.is_current(str(path))


@pytest.mark.parametrize("cell", ["size", "modified", "changed", "inode"])
def test_anything_else_about_a_file_has_its_content_compared(cell: str, place: Place) -> None:
    path = place.roles / "role-0.yaml"
    looked = look(str(path))
    assert looked
    known = looked._replace(now=looked.now + LATER)
    other = known._replace(**{cell: getattr(known, cell) + 1})
    for data, is_current in ((path.read_bytes(), True), (b"other", False)):
        row = seen(b"x", other, data, make_role("x"))
        assert row
        assert row.is_current(str(path)) is is_current
    assert seen(b"x", known, b"other", make_role("x")).is_current(str(path))  # type: ignore[union-attr]


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_file_that_changes_while_it_is_read_is_read_again(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the clock of the file system is an hour behind ours."""
    from careercli.profiles import files

    place = a_place(tmp_path, 1)
    target = place.roles / "role-0.yaml"
    real = files.read_bytes

    def changing(path: str) -> bytes:
        if moment == "before":
            edited(target)
        data = real(path)
        if moment == "after":
            edited(target)
        return data

    with clock(3600 * 1_000_000_000), monkeypatch.context() as patch:
        patch.setattr(files, "read_bytes", changing)
        place.answer()
    assert place.answer()[0] == place.answer_without()[0]


def test_a_file_that_goes_once_it_was_read_is_still_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from careercli.profiles import files

    place = a_place(tmp_path, 1)
    expected = place.answer_without()[0]
    real = files.read_bytes

    def going(path: str) -> bytes:
        data = real(path)
        os.unlink(path)
        return data

    monkeypatch.setattr(files, "read_bytes", going)
    assert place.answer()[0] == expected


def test_what_is_gone_is_forgotten(place: Place) -> None:
    from careercli.store.index import Index

    (place.roles / "role-0.yaml").unlink()
    (place.roles / "role-9.yaml").write_text("title: New\n")
    place.answer()
    index = Index(str(place.index), pytest.fail)
    assert [os.path.basename(each) for each in sorted(index.rows())] == [b"role-1.yaml", b"role-2.yaml", b"role-9.yaml"]
    index.close()


def test_two_profiles_of_the_same_bytes_are_two_roles(tmp_path: Path) -> None:
    place = a_place(tmp_path, 1)
    (place.roles / "other.yaml").write_bytes((place.roles / "role-0.yaml").read_bytes())
    for _ in range(3):
        assert [role.id for role in place.answer()[0]] == ["other", "role-0"]
        place.warm()


def test_a_bad_profile_is_said_each_time(place: Place) -> None:
    (place.roles / "bad.yaml").write_text("title: [\n")
    for _ in range(3):
        roles, said = place.answer()
        assert len(roles) == 3
        assert [line for line in said if line.endswith("left out")]


def test_a_folder_may_be_spelled_in_any_way(place: Place, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(place.roles)
    (tmp_path / "sub").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "in").mkdir()
    (tmp_path / "to").symlink_to("other/in")
    # One name by its letters, another by its links.
    (tmp_path / "other" / "roles").mkdir()
    (tmp_path / "other" / "roles" / "role-0.yaml").write_text("title: The other\n")
    for folder in ("roles", "./roles/", "sub/../roles", "link", "link/.", "to/../roles", "roles"):
        found = run("roles", "--roles", folder, "-f", "json", cwd=tmp_path, XDG_CACHE_HOME=str(place.cache))
        expected = run("roles", "--roles", folder, "-f", "json", cwd=tmp_path, XDG_CACHE_HOME="/dev/null")
        assert found == expected, folder


def test_a_large_index_is_not_written_for_the_sake_of_one_profile(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WORTH_COPYING", place.index.stat().st_size // 2)
    before = place.index.read_bytes()
    edited(place.roles / "role-0.yaml")
    assert place.answer()[0] == place.answer_without()[0]
    assert place.index.read_bytes() == before
    os.utime(place.roles / "role-1.yaml", (1, 1))
    (place.roles / "role-1.yaml").write_text("title: New\n")
    assert place.answer()[0] == place.answer_without()[0]
    assert place.index.read_bytes() != before
    assert place.is_remembered()


def test_a_large_file_that_is_no_index_does_not_stand_in_the_way(place: Place) -> None:
    place.index.write_bytes(bytes(2 * module._WORTH_COPYING * 4))
    place.answer()
    assert place.is_remembered()


def test_python_may_be_built_without_sqlite(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "careercli.store.index", None)
    roles, said = place.answer()
    assert roles == place.answer_without()[0]
    assert len([line for line in said if line.startswith(f"{place.index}: not used (")]) == 1


def test_the_cache_may_go_while_it_is_used(place: Place) -> None:
    said: list[str] = []
    catalog = place.catalog(said)
    (place.roles / "role-0.yaml").write_text("title: New\n")
    real = catalog._load

    def going(path: str) -> Role:
        role = real(path)
        shutil.rmtree(place.cache, ignore_errors=True)
        return role

    catalog._load = going  # type: ignore[method-assign]
    assert catalog.roles() == place.answer_without()[0]


def test_the_current_folder_may_be_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    memory = Memory(BUNDLED, str(tmp_path / "careercli"), pytest.fail)
    assert memory.role("x.yaml") is None
    memory.add("x.yaml", NEVER, b"", make_role("x"))
    memory.keep()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ""),
        ({"HOME": ""}, ""),
        ({"HOME": "relative"}, ""),
        ({"HOME": "/h"}, "/h/.cache/careercli"),
        ({"HOME": "/h", "XDG_CACHE_HOME": ""}, "/h/.cache/careercli"),
        ({"HOME": "/h", "XDG_CACHE_HOME": "relative"}, "/h/.cache/careercli"),
        ({"HOME": "/h", "XDG_CACHE_HOME": "/c"}, "/c/careercli"),
        ({"XDG_CACHE_HOME": "/c"}, "/c/careercli"),
        ({"XDG_CACHE_HOME": "relative"}, ""),
    ],
)
def test_where_the_index_of_a_user_lies(environ: dict[str, str], expected: str) -> None:
    assert directory(environ) == expected


# -- what is shipped


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundled profiles, with an index built beside it."""
    folder = tmp_path / "data" / "roles"
    folder.mkdir(parents=True)
    for path in files_in(BUNDLED):
        (folder / os.path.basename(path)).write_bytes(Path(path).read_bytes())
    monkeypatch.setattr("careercli.profiles.directories.BUNDLED", str(folder))
    assert build_shipped() == [
        shipped(str(folder)),
        *(shipped_shelves(kind, str(folder)) for kind in ("cards", "wages")),
    ]
    assert shipped(str(folder)) == str(tmp_path / "data" / NAME)
    return folder


def asked(bundled: Path, said: list[str]) -> Catalog:
    return Catalog([str(bundled)], said.append, said.append, Memory(str(bundled), "", said.append))


def test_what_is_shipped_answers_for_every_bundled_profile(bundled: Path) -> None:
    said: list[str] = []
    roles = asked(bundled, said).roles()
    assert said == []
    read = sorted((read_file(path) for path in files_in(BUNDLED)), key=lambda role: role.id)
    assert [role._replace(official=None) for role in roles] == read
    assert os.stat(shipped(str(bundled))).st_mode & 0o777 == 0o644


def test_an_edit_of_what_was_shipped_shows(bundled: Path) -> None:
    path = bundled / "noc-tech.yaml"
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: ", "title: X", 1), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    said: list[str] = []
    assert asked(bundled, said).find("noc-tech").title.startswith("X")
    assert said == [f"reading {path}"]


def test_what_is_shipped_is_the_same_wherever_it_is_built(bundled: Path) -> None:
    first = Path(shipped(str(bundled))).read_bytes()
    for path in bundled.iterdir():
        os.utime(path, (1, 1))
    build_shipped()
    assert Path(shipped(str(bundled))).read_bytes() == first


def test_what_is_shipped_is_used_whoever_installed_it(bundled: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    os.chown(shipped(str(bundled)), 65534, 65534)
    said: list[str] = []
    asked(bundled, said).roles()
    assert said == []


def test_the_index_of_this_installation_answers_for_every_bundled_profile() -> None:
    if not os.path.exists(shipped(BUNDLED)):
        pytest.skip("no index was built beside the bundled profiles; installing the package builds it")
    said: list[str] = []
    roles = asked(Path(BUNDLED), said).roles()
    if any("another version" in line or "another schema" in line for line in said):
        pytest.skip("the code was edited since the index was built; installing the package builds it anew")
    assert said == []
    assert len(roles) == len(files_in(BUNDLED))
    assert run("compare", "noc-tech", "support-tech", "-v").err == ""
    assert run("compare", "noc-tech", "support-tech").out == answer("compare noc-tech support-tech")


def test_a_row_of_no_file_is_never_believed_by_what_a_file_system_says(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    row = seen(b"x", NEVER, b"x", make_role("x"))
    assert row
    assert isinstance(NEVER, Look)
    assert not row.is_current(str(tmp_path / "x"))
    assert time.time_ns() > freshness._TICK
