"""A file is told to have changed since it was sealed, and read whole only where its stamp is new."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from careercli.store import sealing
from careercli.store.sealing import is_sound, seal


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE a (b)")
        database.execute("INSERT INTO a VALUES ('figure')")
        database.commit()
    seal(str(path))
    return path


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("at", [30, 59, 100, 1_000, -1])
def test_a_flipped_bit_is_seen(at: int, sealed: Path) -> None:
    assert is_sound(str(sealed))
    flip(sealed, at)
    assert not is_sound(str(sealed))


def test_a_sealed_file_is_still_a_database(sealed: Path) -> None:
    with closing(sqlite3.connect(sealed)) as database:
        assert database.execute("SELECT b FROM a").fetchall() == [("figure",)]


def test_a_file_of_before_seals_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE a (b)")
    assert is_sound(str(path))


def test_the_file_is_read_once_until_its_stamp_changes(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = str(sealed.with_name("state"))
    assert is_sound(str(sealed), state)
    with monkeypatch.context() as patch:
        patch.setattr(sealing, "_checksum", lambda path: b"")
        assert is_sound(str(sealed), state)
        os.utime(sealed, ns=(1, 1))
        assert not is_sound(str(sealed), state)
    assert is_sound(str(sealed), state)
    flip(sealed, 200)
    assert not is_sound(str(sealed), state)
