"""Fixtures that run command lines in this process, on a fixed day, with the bundled profiles only."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from careercli import cli
from careercli.commands import comparison_output, salary, sources, welcome
from careercli.official import releases
from careercli.store import official
from tests.program import Ended, Import, user_in

# A shell starts background jobs with SIGINT ignored; tests need it.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write the answers kept in tests/release_before anew")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark `slow` all cases but the first, the eleventh and so on of each test marked `a_tenth`."""
    seen: Counter[str] = Counter()
    for item in items:
        if item.get_closest_marker("a_tenth"):
            test = item.nodeid.partition("[")[0]
            if seen[test] % 10:
                item.add_marker("slow")
            seen[test] += 1


@pytest.fixture
def of_may_2024(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let wages be those of May 2024, where high national medians are bounds: May 2025 prints them all."""
    older, newest = releases.BY_ID["oews-2024-05"], releases.newest
    monkeypatch.setattr(releases, "newest", lambda series: older if series == older.series else newest(series))
    official.occupation.cache_clear()
    yield
    official.occupation.cache_clear()


@pytest.fixture
def program(tmp_path: Path) -> Import:
    """Return a function that runs careercli as a user who has imported nothing, where the downloads are."""
    return user_in(tmp_path)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return the file that this user's imported releases are kept in."""
    return tmp_path / "data" / "careercli" / "official.sqlite"


class FixedDay(date):
    """A fixed today, so that ages of releases do not change."""

    @classmethod
    def today(cls) -> FixedDay:
        return cls(2026, 11, 21)


Ask = Callable[..., Ended]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache directory that all tests of this process share: an index is only a shortcut."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, cache: Path) -> Ask:
    """Return a function that runs one command line; `width` is the terminal's, or none."""
    for name in ("LC_CTYPE", "LANG", "COLUMNS", "CAREERCLI_ROLES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for module in (comparison_output, salary, sources, welcome):
        monkeypatch.setattr(module, "date", FixedDay)

    def run(*arguments: str, width: int = 0) -> Ended:
        with monkeypatch.context() as here:
            if width:
                here.setenv("COLUMNS", str(width))
            code = cli.run(arguments)
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return run


@pytest.fixture
def profiles(tmp_path: Path) -> Callable[..., str]:
    """Return a function that writes profiles (`x="title: X"` as x.yaml) to a new folder and returns its path."""

    def write(folder: str = "roles", **texts: str) -> str:
        (tmp_path / folder).mkdir(exist_ok=True)
        for role_id, text in texts.items():
            (tmp_path / folder / f"{role_id.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
        return str(tmp_path / folder)

    return write
