"""System calls that fail: the answers are the same, or what is missing is said; the next run is right."""

import errno
import os
import shutil
import subprocess
from itertools import count

import pytest

from careercli.errors import CareerError
from tests.indexed import Place
from tests.program import PROGRAM, Ended, environ, run, shell

CALLS = ("open", "fstat", "stat", "lstat", "listdir", "mkdir", "chmod", "unlink")
ERRORS = (errno.EIO, errno.EMFILE, errno.EACCES, errno.ENOSPC, errno.ENOMEM)
INJECTED = ("openat", "pread64", "pwrite64", "fcntl", "unlink", "newfstatat", "read", "getdents64", "mkdir", "lseek")


@pytest.mark.a_tenth
@pytest.mark.parametrize("state", ["cold", "warm", "edited"])
@pytest.mark.parametrize("name", CALLS)
def test_a_call_of_python_that_fails_hides_nothing_in_silence(
    name: str, state: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = place.ask(has_index=False)
    good, real = place.index.read_bytes(), getattr(os, name)
    for number in count():
        place.index.write_bytes(good)
        if state == "cold":
            place.index.unlink()
        elif state == "edited":
            (place.roles / "role-0.yaml").touch()
        calls = []

        def failing(*given: object, _number: int = number, _calls: list[int] = calls, **more: object) -> object:
            _calls.append(0)
            if len(_calls) == _number + 1:
                raise OSError(ERRORS[_number % len(ERRORS)], "it fails")
            return real(*given, **more)

        with monkeypatch.context() as patch:
            patch.setattr(os, name, failing)
            try:
                answers = place.ask()
            except (CareerError, OSError) as error:
                assert "it fails" in str(error)  # noqa: PT017
            else:
                assert answers[:2] == expected[:2] or "it fails" in "".join(answers.warnings)
        assert place.ask()[:2] == expected[:2]
        if len(calls) <= number:
            break


def traced(place: Place, call: str, error: str, number: int) -> Ended:
    """Run a search of which one system call on the index, the profiles or their folders fails."""
    folders = [place.index.parent, place.roles]
    files = [place.index, f"{place.index}-journal", *place.roles.glob("*.yaml")]
    paths = [word for path in [*folders, *files] for word in ("-P", str(path))]
    tracer = ["strace", "-f", "-qq", "-o", os.devnull, *paths, "-e", f"trace={call}"]
    done = subprocess.run(
        [*tracer, "-e", f"inject={call}:error={error}:when={number}", *PROGRAM, "roles", "kitchens"],
        check=False, capture_output=True, text=True, env=environ(**place.environ), timeout=60,
    )  # fmt: skip
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("numbers", [(4,), pytest.param(range(1, 60), marks=pytest.mark.slow)], ids=len)
@pytest.mark.parametrize("call", INJECTED)
def test_a_system_call_that_fails_hides_nothing_in_silence(call: str, numbers: range, place: Place) -> None:
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    expected = traced(place, call, "EIO", 9999)
    if "ptrace" in expected.err.lower():
        pytest.skip("strace may not trace here")
    assert (expected.code, expected.out.count("\n")) == (0, 4)
    for number in numbers:
        for is_cold in (True, False):
            if is_cold:
                place.index.unlink(missing_ok=True)
            ended = traced(place, call, ("EIO", "ENOSPC", "EMFILE", "EACCES", "ENOLCK", "ENOMEM")[number % 6], number)
            assert "Traceback" not in ended.err
            assert (ended.code, ended.out) == (0, expected.out) or ended.err != expected.err, (number, is_cold)
            assert place.ask()[:2] == place.ask(has_index=False)[:2], (number, is_cold)


def test_a_full_disk_changes_no_answer(place: Place) -> None:
    expected = run("roles", **place.environ)
    for blocks in (0, 1, 9, 60):
        place.index.unlink(missing_ok=True)
        ended = shell(f'ulimit -f {blocks}; "$@" | cat', "roles", "-v", **place.environ)
        assert (ended.code, ended.out) == (0, expected.out)
        assert ended.err.count(": not used (") == 1
    assert place.ask()[:2] == place.ask(has_index=False)[:2]
