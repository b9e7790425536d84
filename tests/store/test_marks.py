"""Marks are kept between runs, and work for the session whatever is odd about their file."""

import os
from pathlib import Path
from threading import Thread

import pytest

from careercli.store.marks import Marks, marks_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where marks are kept; its folder is yet to be made."""
    return tmp_path / "state" / "careercli" / "marks"


def made(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def works_for_the_session(path: Path | str) -> str:
    """That marks can be made and taken away; why they are not kept."""
    marks = Marks(str(path))
    assert marks.ids == ()
    assert marks.toggle("noc-tech")
    assert marks.toggle("15-1232")
    assert marks.ids == ("noc-tech", "15-1232")
    assert not marks.toggle("noc-tech")
    assert "15-1232" in marks
    assert "noc-tech" not in marks
    return marks.problem


def test_marks_are_kept_in_the_order_they_were_made(path: Path) -> None:
    marks = Marks(str(path))
    for role_id in ("support-tech", "noc-tech", "15-1232"):
        assert marks.toggle(role_id)
    marks.toggle("noc-tech")
    assert marks.problem == ""
    assert Marks(str(path)).ids == ("support-tech", "15-1232")
    assert len(Marks(str(path))) == 2


def test_marks_are_put_in_another_order(path: Path) -> None:
    marks = Marks(str(path))
    marks.replace(["b", "a", "b"])
    assert Marks(str(path)).ids == marks.ids == ("b", "a")
    marks.replace([])
    assert Marks(str(path)).ids == ()


def test_nobody_else_may_read_them_and_nothing_is_left_beside(path: Path) -> None:
    before = os.umask(0o777)
    try:
        Marks(str(path)).toggle("noc-tech")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    assert os.listdir(path.parent) == ["marks"]


def test_the_state_directory_is_that_of_xdg_or_of_the_home_or_none() -> None:
    assert marks_path({"XDG_STATE_HOME": "/s", "HOME": "/h"}) == "/s/careercli/marks"
    assert marks_path({"XDG_STATE_HOME": "relative", "HOME": "/h"}) == "/h/.local/state/careercli/marks"
    assert marks_path({}) == ""


def test_without_a_home_marks_work_for_the_session() -> None:
    assert works_for_the_session("") == "there is no home to keep them in"


def test_a_home_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    home = tmp_path / "home"
    marks = marks_path({"HOME": str(home)})
    assert works_for_the_session(marks) == f"{home}: No such file or directory"
    home.mkdir()
    assert works_for_the_session(marks) == ""
    assert Path(marks).read_text() == "15-1232\n"


def test_what_is_no_id_is_passed_over(path: Path) -> None:
    made(path, "noc-tech\n\n  15-1232 \r\n../../etc/passwd\nNOC\n\x1b]0;x\x07\n" + "a" * 99 + "\nnoc-tech\n")
    assert Marks(str(path)).ids == ("noc-tech", "15-1232")


@pytest.mark.parametrize("garbage", [b"\xff\xfe\x00\x01" * 999, b"\0" * 99, "é\n".encode("utf-16")])
def test_garbage_is_no_marks_and_is_replaced_by_the_next(path: Path, garbage: bytes) -> None:
    assert works_for_the_session(made(path, garbage)) == ""
    assert path.read_text() == "15-1232\n"


def test_a_huge_file_is_no_marks(path: Path) -> None:
    marks = Marks(str(made(path, "noc-tech\n" * 1_000_000)))
    assert marks.ids == ()
    assert marks.problem.endswith("is too long")
    marks.toggle("noc-tech")
    assert Marks(str(path)).ids == ("noc-tech",)


def test_more_marks_than_are_kept_still_work(path: Path) -> None:
    marks = Marks(str(path))
    marks.replace(f"role-{number:060}" for number in range(1_000))
    assert len(marks) == 1_000
    assert marks.problem == "there are too many to keep"
    assert not path.exists()


def test_a_link_is_neither_followed_nor_replaced(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("noc-tech\n")
    path.parent.mkdir(parents=True)
    path.symlink_to(target)
    assert "not a regular file" in works_for_the_session(path)
    assert target.read_text() == "noc-tech\n"
    assert path.is_symlink()


@pytest.mark.parametrize("odd", ["folder", "pipe"])
def test_what_is_no_file_is_left_alone(path: Path, odd: str) -> None:
    path.parent.mkdir(parents=True)
    if odd == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    assert "not a regular file" in works_for_the_session(path)


def test_where_the_folder_is_a_file_marks_work_for_the_session(tmp_path: Path) -> None:
    (tmp_path / "careercli").write_text("")
    assert works_for_the_session(tmp_path / "careercli" / "marks")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_where_nothing_may_be_written_marks_work_for_the_session(path: Path) -> None:
    made(path, "noc-tech\n")
    path.parent.chmod(0o500)
    marks = Marks(str(path))
    assert not marks.toggle("noc-tech")
    assert "ermission denied" in marks.problem
    assert path.read_text() == "noc-tech\n"


def test_a_disk_that_takes_no_more_leaves_the_marks_that_were(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(path, "noc-tech\n")

    def full(source: str, target: str) -> None:
        raise OSError(28, "No space left on device", target)

    monkeypatch.setattr(os, "replace", full)
    marks = Marks(str(path))
    marks.toggle("support-tech")
    assert marks.ids == ("noc-tech", "support-tech")
    assert marks.problem == f"{path}: No space left on device"
    assert path.read_text() == "noc-tech\n"
    assert os.listdir(path.parent) == ["marks"]


def test_somebody_elses_marks_are_neither_read_nor_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(path, "isp-tech\n")
    monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    assert "belongs to somebody else" in works_for_the_session(path)
    assert path.read_text() == "isp-tech\n"


def test_nothing_is_made_in_somebody_elses_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:  # What root owns, as /home is, stands above everybody's own.
        os.chown(tmp_path, 12_345, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    assert "belongs to somebody else" in works_for_the_session(tmp_path / ".local" / "state" / "careercli" / "marks")
    assert os.listdir(tmp_path) == []


def test_of_two_explorers_the_last_write_wins(path: Path) -> None:
    first, second = Marks(str(path)), Marks(str(path))
    first.toggle("noc-tech")
    second.toggle("support-tech")
    assert Marks(str(path)).ids == ("support-tech",)


def test_no_reader_ever_sees_a_torn_file(path: Path) -> None:
    lists = [[f"{letter}{number:050}" for number in range(400)] for letter in "ab"]

    def write(ids: list[str]) -> None:
        for _ in range(50):
            Marks(str(path)).replace(ids)

    writers = [Thread(target=write, args=(ids,)) for ids in lists]
    Marks(str(path)).replace(lists[0])
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        assert Marks(str(path)).ids in (tuple(lists[0]), tuple(lists[1]))
    assert os.listdir(path.parent) == ["marks"]
