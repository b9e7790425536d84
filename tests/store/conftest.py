"""Share one small folder of profiles with a warm index, and a user who has imported nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.indexed import Place, make_place
from tests.program import Ended, run


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Return three good profiles, a bad one, and an index of them that is believed."""
    made = make_place(tmp_path)
    made.warm()
    return made


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., Ended]:
    """Return a function that runs careercli as a user who has imported nothing."""
    home = {"HOME": str(tmp_path / "home"), "XDG_DATA_HOME": str(tmp_path / "data")}
    return lambda *arguments: run(*arguments, cwd=tmp_path, **home)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return the file that this user's imported releases are kept in."""
    return tmp_path / "data" / "careercli" / "official.sqlite"
