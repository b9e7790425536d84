"""Share one small folder of profiles with a warm index."""

from pathlib import Path

import pytest

from tests.indexed import Place, make_place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Return three good profiles, a bad one, and an index of them that is believed."""
    made = make_place(tmp_path)
    made.warm()
    return made
