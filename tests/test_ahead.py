"""Work done by several processes: nothing of it twice, and all of it whatever becomes of one of them."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from careercli import ahead
from tests.program import run


@pytest.fixture(autouse=True)
def _no_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tests of the explorer leave behind counts for nothing."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.fixture(params=[2, 3, 20])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    count: int = request.param
    monkeypatch.setattr(ahead, "_processors", lambda: count)
    return count


@pytest.mark.parametrize("count", [0, 2, 249, 250, 251, 1_016])
def test_each_work_is_done_once(count: int, processors: int, tmp_path: Path) -> None:
    def do(work: int) -> str | None:
        with open(tmp_path / str(work), "x"):
            return f"done {work}" if work % 7 else None

    done = ahead.ahead(range(count), do)
    assert done == {work: f"done {work}" for work in range(count) if work % 7}
    assert len(os.listdir(tmp_path)) == count
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_what_a_killed_process_took_is_left_undone(processors: int) -> None:
    parent = os.getpid()

    def do(work: int) -> int:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.002)
        return work

    done = ahead.ahead(range(500), do)
    assert done == {work: work for work in done}
    assert 0 < len(done) < 500


def test_a_process_that_fails_leaves_its_work_undone(processors: int) -> None:
    parent = os.getpid()

    def do(work: int) -> int:
        if os.getpid() != parent:
            raise ZeroDivisionError
        return work

    done = ahead.ahead(range(500), do)
    assert done == {work: work for work in done}


def test_where_there_is_one_processor_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_processors", lambda: 1)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    assert ahead.ahead([1, 2], str) == {}


@pytest.mark.parametrize("works", [[], ["only"]])
def test_for_one_work_or_none_no_process_is_begun(works: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_processors", lambda: 8)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    assert ahead.ahead(works, str) == {}


def test_where_nobody_asks_any_more_no_more_is_done(tmp_path: Path) -> None:
    """Whoever is killed leaves no processes that go on for nobody."""
    killed = (
        "import os, sys, time; from careercli import ahead; ahead._processors = lambda: 2; asking = os.getpid()\n"
        "def do(work):\n"
        "    if os.getpid() == asking:\n"
        "        os._exit(0)\n"
        "    time.sleep(0.05)\n"
        "    open(os.path.join(sys.argv[1], str(work)), 'x').close()\n"
        "ahead.ahead(range(1000), do)\n"
    )
    run(str(tmp_path), program=(sys.executable, "-c", killed))
    done = len(os.listdir(tmp_path))
    assert done < 100


@pytest.mark.parametrize("name", ["pipe", "fork"])
def test_without_pipes_or_processes_nothing_breaks(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing() -> int:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(ahead, "_processors", lambda: 2)
    open_before = set(os.listdir("/proc/self/fd"))
    with monkeypatch.context() as patch:
        patch.setattr(os, name, failing)
        assert ahead.ahead([1, 2], str) == ({} if name == "pipe" else {1: "1", 2: "2"})
    assert set(os.listdir("/proc/self/fd")) == open_before
