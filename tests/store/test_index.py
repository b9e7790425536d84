"""The file itself: what is written comes back, whose it must be, and that it is written whole or not at all."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import pytest

from careercli.store import database as module
from careercli.store import reader
from careercli.store.database import mark_of
from careercli.store.index import Index, build_index
from careercli.store.seen import Look, Seen, look, seen
from tests.make import make_claim, make_role
from tests.program import ROOT
from tests.store.made import NAME, writable_by_others


@pytest.fixture
def path(tmp_path: Path) -> str:
    folder = tmp_path / "careercli"
    folder.mkdir(mode=0o700)
    return str(folder / NAME)


def a_row(name: str, **changes: object) -> Seen:
    made = seen(os.fsencode(name), Look(1, 2, 3, 4, 5), name.encode(), make_role("x", make_claim(), title=name))
    assert made
    return made._replace(**changes)


def silent(line: str) -> None:
    pytest.fail(line)


ROWS = [a_row(f"/a/{number}.yaml") for number in range(50)]


def test_what_is_written_comes_back(path: str) -> None:
    index = Index(path, silent)
    assert index.row(ROWS[0].place) is None
    assert (index.rows(), index.size()) == ({}, 0)
    index.write(ROWS)
    assert index.rows() == {row.place: row for row in ROWS}
    assert [index.row(row.place) for row in ROWS] == ROWS
    assert index.row(b"/a/none.yaml") is None
    assert index.size() == os.path.getsize(path)
    index.write(ROWS[:1])
    assert list(index.rows().values()) == ROWS[:1]
    index.close()
    assert os.listdir(os.path.dirname(path)) == [NAME]


@pytest.mark.parametrize("name", ["é", "a?b#c%41", "日本", "a\nb", "\udcff\udc80", " ", "'\";--"], ids=ascii)
def test_any_name_of_a_file_will_do(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name / "careercli"
    folder.mkdir(parents=True, mode=0o700)
    row = a_row("x", place=os.fsencode(f"/{name}.yaml"))
    index = Index(str(folder / NAME), silent)
    index.write([row])
    assert index.row(row.place) == row
    index.close()


def test_numbers_as_large_as_a_file_system_tells_them_come_back(path: str) -> None:
    row = a_row("x", size=2**62, modified=-(2**62), changed=2**63 - 1, inode=2**63 - 1)
    Index(path, silent).write([row])
    assert Index(path, silent).row(row.place) == row


def test_a_number_that_is_too_large_is_not_written_and_that_is_said(path: str) -> None:
    Index(path, silent).write(ROWS)
    said: list[str] = []
    index = Index(path, said.append)
    index.write([a_row("x", inode=2**64 - 1)])
    assert len(said) == 1
    assert "not written" in said[0]
    assert Index(path, silent).rows() == {row.place: row for row in ROWS}, "the old one stands"
    assert os.listdir(os.path.dirname(path)) == [NAME]


def test_a_file_system_may_tell_larger_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.stat

    def told(path: str) -> os.stat_result:
        cells = list(real(path))
        cells[1] = 2**64 - 7
        return os.stat_result(cells, {"st_mtime_ns": -5, "st_ctime_ns": 2**63 + 5})

    with monkeypatch.context() as patch:
        patch.setattr("careercli.store.seen.os.stat", told)
        looked = look(__file__)
    assert looked
    assert all(0 <= number < 2**63 for number in looked)
    assert looked[1:4] == (2**63 - 5, 5, 2**63 - 7)


def test_every_cell_has_a_part_in_the_mark() -> None:
    row = a_row("x")
    other: dict[str, object] = dict.fromkeys(Seen._fields, 7) | {"place": b"y", "content": "c", "role": b"r"}
    marks = {mark_of(row._replace(**{name: value})) for name, value in other.items()}
    assert len(marks | {mark_of(row)}) == len(Seen._fields) + 1


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_nobody_else_may_write_or_read_it_whatever_the_umask(umask: int, tmp_path: Path) -> None:
    os.mkdir(tmp_path / "home", 0o700)
    folder = tmp_path / "home" / ".cache" / "careercli"
    before = os.umask(umask)
    try:
        Index(str(folder / NAME), silent).write(ROWS)
    finally:
        os.umask(before)
    assert writable_by_others(tmp_path / "home") == []
    assert (folder / NAME).stat().st_mode & 0o7777 == 0o600
    assert folder.stat().st_mode & 0o7777 == folder.parent.stat().st_mode & 0o7777 == 0o700
    assert len(Index(str(folder / NAME), silent).rows()) == len(ROWS)


def test_no_folder_is_made_above_the_cache(tmp_path: Path) -> None:
    said: list[str] = []
    Index(str(tmp_path / "no" / "such" / "careercli" / NAME), said.append).write(ROWS)
    assert said == [f"{tmp_path}/no/such/careercli/{NAME}: not written (No such file or directory)"]
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_where_others_may_write(tmp_path: Path) -> None:
    for number, mode in enumerate((0o777, 0o1777, 0o770, 0o702)):
        said: list[str] = []
        cache = tmp_path / str(number)
        cache.mkdir()
        cache.chmod(mode)
        Index(str(cache / "careercli" / NAME), said.append).write(ROWS)
        assert len(said) == 1
        assert list(cache.iterdir()) == []


def test_a_failure_half_way_leaves_the_old_index_and_nothing_beside(path: str) -> None:
    Index(path, silent).write(ROWS)
    before = Path(path).read_bytes()
    for error in (OSError("disk"), MemoryError(), sqlite3.OperationalError("full")):

        def failing(error: Exception = error) -> object:
            yield ROWS[0]
            raise error

        said: list[str] = []
        Index(path, said.append).write(failing())  # type: ignore[arg-type]
        assert len(said) == 1
        assert Path(path).read_bytes() == before
    with pytest.raises(KeyboardInterrupt):
        build_index(path, failing(KeyboardInterrupt()))  # type: ignore[arg-type]
    assert os.listdir(os.path.dirname(path)) == [NAME]


def test_who_reads_goes_on_reading_what_was_there(path: str) -> None:
    Index(path, silent).write(ROWS)
    reading = Index(path, silent)
    assert reading.row(ROWS[0].place) == ROWS[0]
    Index(path, silent).write(ROWS[:1])
    assert len(reading.rows()) == len(ROWS)
    reading.close()
    assert len(reading.rows()) == 1


def test_what_killed_builds_left_is_swept_in_time(path: str) -> None:
    folder = Path(path).parent
    old, new, other = (folder / name for name in (f"{NAME}.0a", f"{NAME}.0b", "index-0.sqlite"))
    for left in (old, new, other):
        left.write_bytes(b"half")
    os.utime(old, (time.time() - 3600, time.time() - 3600))
    Index(path, silent).write(ROWS)
    assert sorted(os.listdir(folder)) == sorted([NAME, new.name, other.name])


def test_a_million_steps_are_enough_for_many_rows(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A good index is never too long: a row takes some twenty steps of SQLite."""
    monkeypatch.setattr(module, "_MOST_STEPS", 20 * len(ROWS))
    Index(path, silent).write(ROWS)
    assert len(Index(path, silent).rows()) == len(ROWS)


def test_an_index_of_other_code_is_not_used(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Index(path, silent).write(ROWS)
    monkeypatch.setattr(reader, "_number_of", lambda names: 7)
    said: list[str] = []
    assert Index(path, said.append).rows() == {}
    assert said == [f"{path}: not used (was built by another version)"]


def test_the_code_that_reads_profiles_is_named_whole() -> None:
    """What reading loads is what the index goes by; a module that is missing here would leave it stale."""
    import subprocess
    import sys

    program = (
        "import sys, careercli.profiles.reading, careercli.profiles.files, careercli.store.seen;"
        "print(*(name for name, each in sys.modules.items() if name.startswith('careercli') and each.__file__))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = {name.partition(".")[2].replace(".", "/") for name in done.stdout.split()}
    packages = {"", "profiles", "store"}
    assert loaded - packages == set(reader.CODE)
    for package in packages:
        text = (ROOT / "careercli" / package / "__init__.py").read_text()
        assert not [line for line in text.splitlines() if line.startswith(("import ", "from ", "def "))]


def test_a_change_of_the_code_changes_its_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in reader.CODE:
        copy = tmp_path / f"{name}.py"
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes((ROOT / "careercli" / f"{name}.py").read_bytes())
    before = reader.version()
    monkeypatch.setattr(reader, "_HERE", str(tmp_path))
    assert reader.version() == before
    for name in reader.CODE:
        with open(tmp_path / f"{name}.py", "a") as file:
            file.write("\n")
        assert reader.version() != before
        before = reader.version()


def test_without_the_code_no_index_is_used(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Index(path, silent).write(ROWS)
    monkeypatch.setattr(reader, "_HERE", "/nonexistent")
    said: list[str] = []
    index = Index(path, said.append)
    assert index.rows() == {}
    index.write(ROWS)
    assert len(said) == 2
