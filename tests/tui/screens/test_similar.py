"""The list of what is near a role, and what may be asked of each row."""

from tests.tui.conftest import HIGH, Explore
from tests.tui.told import told


async def test_m_lists_what_is_near_the_role_under_the_cursor_with_why(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("m")
        assert it.command == "careercli similar noc-tech"
        assert it.cursor_line.split("  ")[0] == "› Network and Computer Systems Administrators"
        assert "titles share: network, LAN; knowledge rated alike" in " ".join(it.text.split())
        await it.press("m")
        assert it.command == "careercli similar 15-1244"
        await it.press("escape", "enter")
        assert it.command == "careercli show 15-1244 --full"


async def test_a_row_is_marked_compared_and_held_against_the_role(explore: Explore) -> None:
    async with explore("noc-tech@OH") as it:
        await it.press("m", "space", "I")
        assert it.app.marks.ids == ("15-1244",)
        assert it.command == "careercli skills noc-tech sysadmin"
        await it.press("escape", "c")
        assert it.command == "careercli compare noc-tech@OH sysadmin@OH"
        await it.press("escape", "space", "c")
        assert it.command == "careercli compare 15-1244@OH sysadmin@OH"
        await it.press("escape", "p")
        assert it.command == "careercli salary 15-1244@OH sysadmin@OH"


async def test_another_place_changes_the_medians_alone(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("m", "j")
        assert "99,130" in it.cursor_line
        await it.press("at", *"ohio", "enter")
        assert it.command == "careercli similar noc-tech@OH"
        assert it.cursor_line.startswith("› System Administrator")
        assert "97,570" in it.cursor_line


async def test_without_ratings_or_an_occupation_it_says_why(explore: Explore) -> None:
    async with explore("15-1299") as it:
        await it.press("m")
        assert "15-1299 Computer Occupations, All Other has no ratings in O*NET 30.2" in it.text
    async with explore("customer-success-manager") as it:
        await it.press("m")
        assert "customer-success-manager has no occupation to hold others against" in it.text
        await it.press("space", "c", "I")
        assert it.command == "careercli skills customer-success-manager"


async def test_a_doubtful_occupation_is_said_above_and_beside(explore: Explore) -> None:
    async with explore("support-tech", size=HIGH) as it:
        await it.press("m")
        assert "support-tech: near its occupation 15-1232, which is doubtful: perhaps 43-4051" in it.text
        assert it.cursor_line.startswith("› Application Support Analyst")
        assert "61,860 ?" in it.cursor_line
        assert "? perhaps 15-1211, systems analysts" in it.text


async def test_no_role_under_the_cursor_is_said(explore: Explore) -> None:
    async with explore() as it:
        await it.press("slash", *"zzzz", "enter")
        for key in ("m", "R", "I"):
            await it.press(key)
            assert told(it) == "no role is under the cursor"
