"""Whole screens as plain text, kept in files beside this one; CAREERCLI_SCREENS=write keeps them as they are now."""

import os
from pathlib import Path

from careercli.tui.screens.catalog import CatalogScreen
from careercli.tui.widgets.preview import Preview
from tests.tui.conftest import Driven

SCREENS = Path(__file__).with_name("golden_screens")


async def is_as_kept(it: Driven, name: str) -> None:
    """The screen is what the file of that name and size says."""
    await previewed(it)
    kept = SCREENS / f"{name}-{it.app.size.width}.txt"
    now = f"{it.text.rstrip()}\n"
    if os.environ.get("CAREERCLI_SCREENS") == "write":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(now, encoding="utf-8")
    assert now == kept.read_text(encoding="utf-8"), f"the screen “{name}” has changed"


async def previewed(it: Driven) -> None:
    """Wait until the list's preview shows the role under the cursor."""
    screen = it.app.screen
    if isinstance(screen, CatalogScreen) and screen.highlighted:
        here = screen.highlighted.id
        preview = screen.query_one(Preview)
        await it.until(lambda: preview._title[1:2] != [] and preview._title[1].split(" · ")[0] == here)
    await it.settle()
