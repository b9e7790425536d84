"""Draw the explorer's screens into docs/images and write its keys into docs/explorer.md, between two HTML comments.

    python scripts/draw_explorer.py

The screens show the bundled roles on a fixed day and a terminal of fixed size; the keys come from the
bindings of the screens.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.keys import format_key
from textual.strip import Strip

from careercli.catalog.catalog import Catalog
from careercli.commands.browse import views_of
from careercli.commands.request import silent
from careercli.profiles.directories import BUNDLED
from careercli.store.marks import Marks
from careercli.tui.app import Explorer
from careercli.tui.catalog_worker import CatalogWorker
from careercli.tui.screens.catalog import CatalogScreen
from careercli.tui.screens.compare import CompareScreen
from careercli.tui.screens.list_screen import ListScreen
from careercli.tui.screens.pay import PayScreen
from careercli.tui.screens.places import PlacesScreen
from careercli.tui.screens.profile import ProfileScreen
from careercli.tui.screens.routes import RoutesScreen
from careercli.tui.screens.skills import SkillsScreen
from careercli.tui.widgets.grid import Grid
from careercli.tui.widgets.search_line import SearchLine
from careercli.tui.widgets.text_field import ListField

DOCS = Path(__file__).resolve().parent.parent / "docs"
TARGET, IMAGES = DOCS / "explorer.md", DOCS / "images"
BEGIN, END = "<!-- Written by scripts/draw_explorer.py -->", "<!-- End of what it writes -->"
DAY, SIZE = date(2026, 11, 21), (100, 30)

SCREENS: dict[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "browse": ((), ("space", "down", "down", "space", "down"), "15-1232 ·"),
    "compare": (("noc-tech", "support-tech", "isp-tech"), ("d", "l"), "differences only"),
    "card": (("noc-tech", "support-tech"), ("enter",), "statistic"),
    "pay": ((), ("space", "down", "down", "space", "space", "p"), "COMPARABLE"),
    "profile": (("noc-tech",), (), "official median"),
    "routes": (("tech-support",), ("R", "down"), "Network Engineer"),
    "missing": (("support-tech", "noc-tech"), ("I",), "MISSING: asked"),
    "places": (("noc-tech",), ("w", "space", "down", "a"), "after prices"),
}
"""Drawing -> the roles it opens, the keys it presses, and a text the finished screen contains."""

WHERE = {
    "everywhere": Explorer, "lists and tables": Grid, "the list": CatalogScreen, "the filter": SearchLine,
    "a profile": ProfileScreen, "a comparison": CompareScreen, "pay": PayScreen, "places": PlacesScreen,
    "what is near, routes, skills": ListScreen, "routes": RoutesScreen, "skills": SkillsScreen,
}  # fmt: skip
"""Name in the table -> the class that has the bindings."""


def keys() -> str:
    """Return the table of all keys."""
    lines = ["| where | key | what it does |", "|---|---|---|"]
    for where, owner in WHERE.items():
        lines += [f"| {where} | {shown} | {label} |" for label, shown in _keys_of(owner)]
    return "\n".join(lines)


def updated(text: str) -> str:
    """Return the docs with the current keys."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{keys()}\n\n{END}{after}"


def _keys_of(owner: Any) -> Iterator[tuple[str, str]]:
    """Yield each action's description and its keys; bindings with the same description share a row."""
    by_label: dict[str, list[str]] = {}
    for binding in [*owner.BINDINGS, *(ListField.BINDINGS if issubclass(owner, ListField) else [])]:
        for each in Binding.make_bindings([binding]):
            by_label.setdefault(each.description, []).append(f"`{each.key_display or format_key(each.key)}`")
    digits = [found[0] for found in by_label.values() if found[0].strip("`").isdecimal()]
    for label, found in by_label.items():
        if found[0] not in digits:
            yield label, " ".join(dict.fromkeys(found))
    if digits:
        yield "the section of that number", f"{digits[0]} to {digits[-1]}"


async def _draw(name: str) -> str:
    """Return one screen as SVG."""
    roles, pressed, seen = SCREENS[name]
    with TemporaryDirectory() as folder:
        catalog = Catalog([BUNDLED], silent)
        app = Explorer(CatalogWorker(catalog), Marks(str(Path(folder) / "marks")), views_of(roles, ()), DAY)
        async with app.run_test(size=SIZE) as pilot:
            await _settled(app, pilot)
            for key in pressed:
                await pilot.press(key)
                await _settled(app, pilot)
            async with asyncio.timeout(10):
                while not any(seen in "".join(strip.text for strip in row) for row in _rows(app)):
                    await pilot.pause(0.05)
            return app.export_screenshot(simplify=True)


def _rows(app: App[None]) -> list[list[Strip]]:
    """Return the screen as strips of each line."""
    return [[*row] for row in app.screen._compositor.render_strips()]


async def _settled(app: App[None], pilot: Any) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    for name in SCREENS:
        (IMAGES / f"{name}.svg").write_text(asyncio.run(_draw(name)), encoding="utf-8")
    TARGET.write_text(updated(TARGET.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{len(SCREENS)} screens, {keys().count('| `')} keys")


if __name__ == "__main__":
    main()
