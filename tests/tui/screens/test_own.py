"""The person's own role and offers as columns of the explorer."""

from pathlib import Path

import pytest

from tests.tui.conftest import Driven, Explore
from tests.tui.told import told

ME = """\
role: support-tech
area: OH
wage: 52000
offers:
  acme: {amount: 68000, per: year, role: noc-tech, area: OH, hours: 37.5}
"""


@pytest.fixture
def me(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A private file with a role and an offer."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "careercli" / "me.yaml"
    path.parent.mkdir()
    path.write_text(ME)
    path.chmod(0o600)
    return path


@pytest.mark.usefixtures("me")
async def test_me_and_a_role_are_compared_from_the_start(explore: Explore) -> None:
    async with explore("me@OH", "noc-tech") as it:
        assert it.command == "careercli compare me@OH noc-tech"
        assert "between the 25th percentile (47,890)" in " ".join(it.text.split())


@pytest.mark.usefixtures("me")
async def test_an_offer_is_added_to_a_comparison(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("m", "c", "a", *"acme", "enter")
        assert it.command == "careercli compare noc-tech 15-1244 offer:acme@OH"
        await it.press("a")
        assert offered(it) == ["me@OH"]


@pytest.mark.usefixtures("me")
async def test_own_columns_stay_in_their_place(explore: Explore) -> None:
    async with explore("offer:acme@OH", "noc-tech", area="") as it:
        await it.press("at", *"wa", "enter")
        assert it.command == "careercli compare offer:acme@OH noc-tech@WA"
        await it.press("at", "enter")
        assert it.command == "careercli compare offer:acme@OH noc-tech"


@pytest.mark.usefixtures("me")
async def test_where_settings_name_a_place_own_columns_keep_theirs(explore: Explore) -> None:
    async with explore("me", "noc-tech@WA", area="WA") as it:
        assert it.command == "careercli compare me@OH noc-tech@WA"


@pytest.mark.usefixtures("me")
async def test_moves_of_me_are_those_of_my_role(explore: Explore) -> None:
    async with explore("me@OH", "noc-tech") as it:
        await it.press("R")
        assert it.command == "careercli path me@OH noc-tech@OH"
        assert "support-tech@OH to noc-tech@OH" in it.lines[0]
        await it.press("escape", "I")
        assert it.command == "careercli skills me noc-tech"
        await it.press("escape", "m")
        assert it.command == "careercli similar me@OH"
        await it.press("escape", "w")
        assert it.command == "careercli places support-tech"


@pytest.mark.usefixtures("me")
async def test_own_columns_are_not_marked(explore: Explore) -> None:
    async with explore("me@OH") as it:
        await it.press("space")
        assert told(it) == "me and offers are named, not marked: a adds one to a comparison"
        await it.press("p", "down", "space")
        assert it.app.marks.ids == ()


async def test_a_broken_file_is_said_and_the_roles_are_listed(explore: Explore, me: Path) -> None:
    me.write_text("role: [")
    async with explore("noc-tech", "isp-tech") as it:
        await it.press("a")
        assert "me.yaml:2:1" in told(it)
        assert "me@OH" not in offered(it)
        await it.press(*"15-1244", "enter")
        assert it.command == "careercli compare noc-tech isp-tech 15-1244"


async def test_without_a_role_there_are_no_places(explore: Explore, me: Path) -> None:
    me.write_text("wage: 52000\n")
    async with explore("me", "noc-tech") as it:
        await it.press("w")
        assert told(it).startswith("! me names no role; add a line such as role: noc-tech to")
        await it.press("R")
        assert "me names no role" in it.text


def offered(it: Driven) -> list[str]:
    """The ids of a person's own that the picker lists."""
    return [line.split()[-2] for line in it.lines if " me: " in line or ("offer:" in line and "│" in line)]
