"""Text that comes in one burst with the key that opens its field and with enter, as a quick hand sends it."""

import time
from collections.abc import Sequence

import pytest

from tests.tui.conftest import Explore

BURSTS = {
    "form": (
        (),
        ("f", *"15-1", "tab", *"sql", "enter", "slash", *"data", "enter"),
        "careercli roles data --family 15-1 --skill sql",
    ),
    "role": (("noc-tech", "isp-tech"), ("a", *"it-manager", "enter"), "careercli compare noc-tech isp-tech it-manager"),
    "place": ((), ("at", *"texas", "enter", "enter"), "careercli show help-desk@TX --full"),
    "rows": (
        ("noc-tech", "isp-tech"),
        ("slash", *"wage", "enter", "d"),
        "careercli compare noc-tech isp-tech --differences --filter wage",
    ),
}


@pytest.mark.parametrize("name", BURSTS)
async def test_a_burst_of_keys_is_answered_whole(name: str, explore: Explore) -> None:
    roles, keys, command = BURSTS[name]
    async with explore(*roles) as it:
        await it.press_at_once(*keys)
        assert it.command == command


async def test_enter_waits_for_a_list_that_is_still_read(explore: Explore) -> None:
    async with explore("noc-tech", "isp-tech") as it:
        it.app.questions._thread.submit(time.sleep, 0.3)
        await it.press_at_once("a", *"it-manager", "enter")
        assert it.command == "careercli compare noc-tech isp-tech it-manager"


async def test_a_name_typed_in_one_burst_names_the_file(explore: Explore) -> None:
    asked: list[Sequence[str]] = []
    async with explore("noc-tech") as it:
        it.app.export = lambda argv: asked.append(argv) or ""  # type: ignore[func-returns-value]
        await it.press_at_once("e", "ctrl+u", *"mine", "full_stop", *"csv", "enter")
    assert [argv[2].rpartition("/")[2] for argv in asked] == ["mine.csv"]
