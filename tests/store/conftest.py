"""What the tests of the index share: a folder of profiles that is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.made import Place, a_place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Three profiles and a good index of them."""
    made = a_place(tmp_path)
    made.warm()
    assert made.is_remembered()
    return made
