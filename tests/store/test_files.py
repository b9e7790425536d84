"""What the file system says of many profiles, whoever asks it, and whatever becomes of who was to ask."""

from __future__ import annotations

import marshal
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from careercli import early
from careercli.store import files
from careercli.store.files import Files, begin
from careercli.store.seen import look
from tests.program import PROGRAM, Ended, run, shell
from tests.store.made import LATER, Answer, Place, a_place, clock, found

MANY = 2_100
"""So many that another process is worth its start."""


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Many profiles, and a good shelf of them."""
    place = a_place(tmp_path_factory.mktemp("crowd"), 0)
    for number in range(MANY):
        (place.roles / f"role-{number:04}.yaml").write_text(f"title: Role {number}\n")
    with clock(LATER):
        found(place)
    return place


@pytest.fixture(scope="module")
def of_crowd(crowd: Place) -> Answer:
    answer = found(crowd, has_memory=False)
    assert len(answer[0][0].cards) == MANY
    return answer


@pytest.fixture(autouse=True)
def _no_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tests of the explorer leave behind counts for nothing."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def files_of(folder: Path, names: Sequence[str] | None = None) -> Files:
    """What is known of these files, or of all."""
    return Files(str(folder), lambda: sorted(os.listdir(folder)) if names is None else names)


def told(asked: Files) -> tuple[str, list[tuple[str, Sequence[int]]]]:
    """All that files say but for when."""
    return asked.state, [(name, each[:-1]) for name, each in asked.looks()]


class Forks:
    """os.fork, with what becomes of the other process."""

    def __init__(self, then: Callable[[int], object] = lambda process: None) -> None:
        self.count, self._then, self._real = 0, then, os.fork

    def __call__(self) -> int:
        self.count += 1
        process = self._real()
        if process:
            self._then(process)
        return process


def killed(process: int) -> None:
    """Before it has answered, or while it does."""
    os.kill(process, signal.SIGKILL)
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)


def killed_soon(process: int) -> None:
    time.sleep(random.random() * 0.01)
    os.kill(process, signal.SIGKILL)


def is_alive(process: int) -> bool:
    """Whether a process runs; one that nobody has asked about does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


# -- another process asks


@pytest.mark.parametrize("then", [lambda process: None, killed, *[killed_soon] * 5], ids=lambda then: then.__name__)
def test_a_list_is_the_same_where_another_process_was_to_ask(
    then: Callable[[int], object], crowd: Place, of_crowd: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    forks = Forks(then)
    monkeypatch.setattr(os, "fork", forks)
    monkeypatch.setattr("careercli.ahead._processors", lambda: 2)
    begin(str(crowd.roles))
    assert found(crowd) == of_crowd
    assert forks.count == 1
    assert crowd.opened() == []
    assert forks.count == 1, "what is asked for later is asked of the file system anew"


def test_another_process_says_what_this_one_says(crowd: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careercli.ahead._processors", lambda: 2)
    begin(str(crowd.roles))
    other = files_of(crowd.roles, ["never asked for"])
    assert other._other
    alone = files_of(crowd.roles, other.names)
    assert alone._other is None
    assert told(other) == told(alone)
    assert sorted(other.names) == sorted(os.listdir(crowd.roles))


def test_where_nobody_waits_for_it_the_other_process_ends(crowd: Place) -> None:
    """A process that ends leaves none behind that would write to where nobody reads."""
    asked = (
        "import os, sys; from careercli.store import files; files.begin(sys.argv[1]);"
        "process, _ = files._begun[sys.argv[1]]; print(process, flush=True); os._exit(0)"
    )
    done = run(str(crowd.roles), program=(sys.executable, "-c", asked))
    if not done.out:
        pytest.skip("one processor alone")
    assert done.err == ""
    until = time.monotonic() + 60
    while is_alive(int(done.out)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not is_alive(int(done.out))


@pytest.mark.parametrize("name", ["fork", "pipe"])
def test_without_another_process_this_one_asks(
    name: str, crowd: Place, of_crowd: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    open_before = set(os.listdir("/proc/self/fd"))
    with monkeypatch.context() as patch:
        patch.setattr(os, name, failing)
        begin(str(crowd.roles))
        assert found(crowd) == of_crowd
        assert crowd.opened() == []
    assert set(os.listdir("/proc/self/fd")) == open_before


def test_beside_other_threads_or_with_one_processor_no_process_is_begun(
    crowd: Place, of_crowd: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    forks, end = Forks(), threading.Event()
    monkeypatch.setattr(os, "fork", forks)
    thread = threading.Thread(target=end.wait, daemon=True)
    thread.start()
    with monkeypatch.context() as patch:
        patch.setattr(threading, "active_count", lambda: len(threading.enumerate()))
        begin(str(crowd.roles))
        assert found(crowd) == of_crowd
    end.set()
    thread.join()
    monkeypatch.setattr("careercli.ahead._processors", lambda: 1)
    begin(str(crowd.roles))
    assert forks.count == 0


def test_few_files_are_worth_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    for number in range(20):
        (tmp_path / f"{number}.yaml").touch()
    for folder in (tmp_path, tmp_path / "0.yaml", tmp_path / "missing"):
        begin(str(folder))


def test_a_list_leaves_no_process_and_no_pipe(crowd: Place) -> None:
    open_before = set(os.listdir("/proc/self/fd"))
    begin(str(crowd.roles))
    found(crowd)
    assert set(os.listdir("/proc/self/fd")) == open_before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("end", [0, 1, 30, 80, 200, 300, -1])
def test_an_answer_that_was_broken_off_is_none(end: int, tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}-\udcff.yaml").write_text("title: x\n")
    for names in (sorted(os.listdir(tmp_path)), []):
        asked = files._asked(str(tmp_path), names)
        whole = marshal.dumps(asked)
        assert files._unpacked(whole) == asked
        assert files._unpacked(whole[:end]) is None or end > len(whole)


# -- which command lines begin it


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("roles", ["of environ", "bundled"]),
        ("roles x --roles given -f tsv", ["given", "of environ", "bundled"]),
        ("browse --roles=given", ["given", "of environ", "bundled"]),
        ("salary --all --roles missing", ["of environ", "bundled"]),
        ("salary", ["of environ", "bundled"]),
        ("salary -f csv", ["of environ", "bundled"]),
        ("roles --roles given --roles given", ["given", "of environ", "bundled"]),
        ("roles --help", []),
        ("browse -h", []),
        ("salary noc-tech --all", []),
        ("salary --all noc-tech", []),
        ("salary --per hour noc-tech", []),
        ("salary --per hour", ["of environ", "bundled"]),
        ("roles --roles", ["of environ", "bundled"]),
        ("salary noc-tech", []),
        ("compare a roles", []),
        ("", []),
        ("--all", []),
    ],
)
def test_a_line_that_wants_a_list_begins_it(
    line: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("careercli.profiles.directories.BUNDLED", "bundled")
    for name in ("given", "of environ"):
        (tmp_path / name).mkdir()
    asked: list[str] = []
    monkeypatch.setattr("careercli.store.files.begin", asked.append)
    early.begin(line.split(), {"CAREERCLI_ROLES": "of environ:missing"})
    assert asked == expected


@pytest.mark.parametrize("line", ['"$@"', 'ulimit -n 8; "$@"', '"$@" 0<&-', '"$@" | cat', '"$@" 2>&-'])
def test_many_files_on_the_command_line(line: str, crowd: Place) -> None:
    expected = run("roles", **crowd.environ_without)
    assert expected.out.count("\n") > MANY
    for _ in range(2):
        assert shell(line, "roles", **crowd.environ) == expected


@pytest.mark.parametrize("line", ['"$@" >&-; true', '"$@" | head -1', '"$@" | true'])
def test_a_reader_that_leaves_early_ends_it_in_silence(line: str, crowd: Place) -> None:
    ended = shell(line, "roles", **crowd.environ)
    assert ended.code == 0
    assert ended.err in ("", "careercli: cannot write to standard output: it is closed\n")


def test_a_caller_may_ignore_what_becomes_of_processes(crowd: Place) -> None:
    ignoring = (
        "import os, signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    )
    ended = run(*PROGRAM, "roles", program=(sys.executable, "-c", ignoring), **crowd.environ)
    assert ended == run("roles", **crowd.environ_without)


def test_a_mistake_on_the_line_is_said_as_ever(crowd: Place) -> None:
    assert run("roles", "--columns", "x", **crowd.environ) == run("roles", "--columns", "x", CAREERCLI_ROLES="")
    missing = run("roles", "--roles", "missing", **crowd.environ)
    assert missing == Ended(1, "", "careercli: --roles: missing is not a directory\n")


# -- what is told of files


@pytest.mark.parametrize("number", [0, 1, MANY // 4, MANY // 2, MANY - 1])
def test_each_of_many_files_is_looked_at(number: int, crowd: Place) -> None:
    path = crowd.roles / os.listdir(crowd.roles)[number]
    before, text = path.stat(), path.read_text()
    try:
        path.write_text(text.replace("Role", "Rule"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        begin(str(crowd.roles))
        found_now = found(crowd)
        assert [card.title for card in found_now[0][0].cards if card.title.startswith("Rule")] == [
            text.strip().replace("title: Role", "Rule")
        ]
    finally:
        path.write_text(text)
        with clock(LATER):
            found(crowd)


def test_what_is_told_of_files_is_what_each_says(crowd: Place) -> None:
    names = [*sorted(os.listdir(crowd.roles))[:9], "missing.yaml"]
    whole = [(name, look(str(crowd.roles / name))) for name in names]
    assert told(files_of(crowd.roles, names))[1] == [
        (name, each[:-1] if each else (0, 0, 0, 0)) for name, each in whole
    ]
    assert told(files_of(crowd.roles / "missing", names))[1] == [(name, (0, 0, 0, 0)) for name in names]


def test_the_state_of_files_tells_all_that_may_change(crowd: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    names, real = ["role-0000.yaml", "role-0001.yaml"], os.stat
    states = {files_of(crowd.roles, names).state, files_of(crowd.roles, names).state}
    assert len(states) == 1
    for cell, key in ((6, None), (1, None), (None, "st_mtime_ns"), (None, "st_ctime_ns")):

        def telling(path: str, *, dir_fd: int, cell: int | None = cell, key: str | None = key) -> os.stat_result:
            status = real(path, dir_fd=dir_fd)
            cells = list(status)
            times = {"st_mtime_ns": status.st_mtime_ns, "st_ctime_ns": status.st_ctime_ns}
            if cell is not None:
                cells[cell] += 1
            if key is not None:
                times[key] += 1
            return os.stat_result(cells, times)

        with monkeypatch.context() as patch:
            patch.setattr(os, "stat", telling)
            states.add(files_of(crowd.roles, names).state)
    states.add(files_of(crowd.roles, names[:1]).state)
    states.add(files_of(crowd.roles, ["role-0000.yaml", "role-0002.yaml"]).state)
    assert len(states) == 7
