"""The command line in this process: a fixed day, a known terminal, no profiles but the bundled ones."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careercli import cli
from careercli.commands import comparison_output, salary, welcome

# Whoever starts the tests may ignore interrupts, as a shell does for what runs behind it; no test may.
signal.signal(signal.SIGINT, signal.default_int_handler)


class FixedDay(date):
    """The day that ages of releases count to."""

    @classmethod
    def today(cls) -> FixedDay:
        return cls(2026, 11, 21)


@dataclass(frozen=True)
class Answer:
    """What one command line gave."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def cells(self) -> list[list[str]]:
        """Lines of tab-separated cells."""
        return [line.split("\t") for line in self.lines]

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Ask = Callable[..., Answer]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write tests/release_before anew, from what is printed now")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache directory that all tests of this process share: an index is only a shortcut."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, cache: Path) -> Ask:
    """Run one command line; `width` is the terminal's, natural without it."""
    for name in ("LC_CTYPE", "LANG", "COLUMNS", "CAREERCLI_ROLES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for module in (comparison_output, salary, welcome):
        monkeypatch.setattr(module, "date", FixedDay)

    def run(*arguments: str, width: int = 0) -> Answer:
        with monkeypatch.context() as here:
            if width:
                here.setenv("COLUMNS", str(width))
            code = cli.run(arguments)
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run


@pytest.fixture
def profiles(tmp_path: Path) -> Callable[..., str]:
    """Write profiles, `x="title: X"` as x.yaml, to a folder of their own; its path."""

    def write(folder: str = "roles", **texts: str) -> str:
        (tmp_path / folder).mkdir(exist_ok=True)
        for role_id, text in texts.items():
            (tmp_path / folder / f"{role_id.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
        return str(tmp_path / folder)

    return write
