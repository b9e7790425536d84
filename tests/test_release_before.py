"""Compare what command lines print with what the first release printed, byte for byte.

Each file of `release_before` holds one command line, its stdout, its stderr and its exit code. To keep another
command line, write a file with the first line alone and run `pytest tests/test_release_before.py --rewrite`.
"""

import shlex
from pathlib import Path

import pytest

from tests.conftest import Ask
from tests.program import Ended

FOLDER = Path(__file__).parent / "release_before"
FILES = sorted(FOLDER.glob("*.txt"))

CHANGED = {"onet-30-2": "onet-30.2"}
"""Renamed keys and reworded texts: as the first release printed them, and as they are printed now."""


def command_line(path: Path) -> str:
    """Return the first line of a file without its prompt."""
    return path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("$ careercli").strip()


def as_kept(line: str, answer: Ended) -> str:
    """Return the text of the file that keeps this answer."""
    prompt = f"$ careercli {line}".rstrip()
    return f"{prompt}\n{answer.out}--- stderr\n{answer.err}--- exit {answer.code}\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_command_line_prints_what_the_first_release_printed(
    path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(FOLDER / "profiles")
    line = command_line(path)
    now = as_kept(line, ask(*shlex.split(line), width=100))
    if pytestconfig.getoption("rewrite"):
        path.write_bytes(now.encode())
    before = path.read_bytes().decode()
    for old, new in CHANGED.items():
        before = before.replace(old, new)
    assert now == before


def test_there_are_files() -> None:
    assert len(FILES) >= 40
