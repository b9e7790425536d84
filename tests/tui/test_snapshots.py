"""Three screens as they are drawn, colors and all; `pytest --snapshot-update` draws them anew."""

from typing import Any

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy.assertion import SnapshotAssertion

from tests.tui.conftest import Explore

SIZE = (100, 30)


@pytest.fixture
def screen_is(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compares a screen with the one that is kept."""
    SVGImageExtension.file_extension = "svg"
    drawn: Any = snapshot.use_extension(SVGImageExtension)
    return drawn


async def test_browse(explore: Explore, screen_is: SnapshotAssertion) -> None:
    async with explore(size=SIZE) as it:
        await it.press("space", "down", "down", "space")
        await it.until_shown("application-support-analyst · 15-1232")
        assert it.app.export_screenshot() == screen_is


async def test_compare(explore: Explore, screen_is: SnapshotAssertion) -> None:
    async with explore("noc-tech", "support-tech", "isp-tech", size=SIZE) as it:
        await it.press("d", "l")
        assert it.app.export_screenshot() == screen_is


async def test_card(explore: Explore, screen_is: SnapshotAssertion) -> None:
    async with explore("noc-tech", "support-tech", size=SIZE) as it:
        await it.press("enter")
        assert it.app.export_screenshot() == screen_is
