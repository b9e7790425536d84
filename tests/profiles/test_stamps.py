"""A stamp proves that a file is unchanged, or proves nothing; a reading says what a file holds."""

import os
import shutil
from pathlib import Path

import pytest

import careercli
from careercli.errors import CareerError
from careercli.profiles import stamps
from careercli.profiles.stamped import digest_at, read
from careercli.profiles.stamps import NO_STAMP, FileStamp, KnownFile, digest, digest_of_stamps, stamp

SECOND = 10**9
STAMP: FileStamp = (7, 100 * SECOND, 90 * SECOND, 5)


@pytest.mark.parametrize(("read_at", "is_racy"), [(99, True), (100, True), (102, True), (102.1, False), (1000, False)])
def test_a_file_read_within_two_seconds_of_its_change_is_racy(read_at: float, is_racy: bool) -> None:
    assert stamps.is_racy(STAMP, int(read_at * SECOND)) is is_racy
    assert stamps.is_racy((7, 0, STAMP[1], 5), int(read_at * SECOND)) is is_racy


def test_only_an_equal_stamp_that_is_not_racy_proves_anything() -> None:
    known = KnownFile(1, STAMP, 200 * SECOND, "")
    assert known.is_current(STAMP)
    assert not known._replace(read_at=STAMP[1]).is_current(STAMP)
    for at in range(4):
        assert not known.is_current((*STAMP[:at], 8, *STAMP[at + 1 :]))  # type: ignore[arg-type]
    assert not KnownFile(1, NO_STAMP, 200 * SECOND, "").is_current(NO_STAMP)


def test_a_stamp_is_of_regular_files_alone(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    os.utime(tmp_path / "a", ns=(0, 12_345))
    os.mkfifo(tmp_path / "b")
    (tmp_path / "c").symlink_to("a")
    found = stamp(str(tmp_path / "a"))
    status = (tmp_path / "a").stat()
    assert found == (3, 12_345, status.st_ctime_ns, status.st_ino)
    names = ["a", "b", "c", "none", "nul\0"]
    assert stamps.stamps(str(tmp_path), names) == [found, NO_STAMP, found, NO_STAMP, NO_STAMP]
    assert stamps.stamps(str(tmp_path / "none"), names) == [NO_STAMP] * 5


def test_numbers_beyond_sqlites_fit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Status:
        st_mode, st_size, st_mtime_ns, st_ctime_ns, st_ino = 0o100600, 1, -1, 2**65, 2**64 - 1

    monkeypatch.setattr(os, "stat", lambda path, dir_fd=None: Status)
    assert all(-(2**63) <= number < 2**63 for number in stamp(str(tmp_path)))


def test_the_digest_of_a_directory_tells_names_and_stamps_apart() -> None:
    one, two = STAMP, (*STAMP[:3], 6)
    states = [(["a", "b"], [one, two]), (["a", "b"], [two, one]), (["b", "a"], [one, two]), (["ab"], [one]), ([], [])]
    assert len({digest_of_stamps(*state) for state in states}) == len(states)
    assert digest_of_stamps(["\udcff"], [one]) == digest_of_stamps(["\udcff"], [one])


def test_a_reading_has_a_role_or_a_problem_or_what_is_known(tmp_path: Path) -> None:
    path, narrated = tmp_path / "x.yaml", list[str]()
    path.write_text("title: X\n")
    found = read(str(path), None, narrated.append)
    assert (found.file, found.stamp, found.digest) == (b"x.yaml", stamp(str(path)), digest(b"title: X\n"))
    assert found.role
    assert found.role.title == "X"
    known = KnownFile(1, found.stamp, found.read_at, found.digest)
    assert read(str(path), known, narrated.append)[4:] == (None, "")
    path.write_text("title: [\n")
    assert read(str(path), known, narrated.append).problem.startswith(":2:1: ")
    assert narrated == [f"reading {path}"] * 2
    with pytest.raises(CareerError, match="No such file"):
        read(str(tmp_path / "none.yaml"), None, narrated.append)
    assert digest_at(str(tmp_path / "none.yaml")) == ""


@pytest.mark.parametrize("changed", ["model/words.py", "profiles/keys.py"])
def test_another_reader_is_another_version(changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = Path(careercli.__file__).parent
    for folder in ("model", "profiles"):
        shutil.copytree(package / folder, tmp_path / folder)
    before = stamps.reader_version()
    monkeypatch.setattr(stamps, "__file__", str(tmp_path / "profiles" / "stamps.py"))
    assert stamps.reader_version() == before
    with (tmp_path / changed).open("a") as file:
        file.write("#")
    assert stamps.reader_version() != before
