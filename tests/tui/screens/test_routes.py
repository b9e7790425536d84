"""Routes: next steps walked with the arrows, and the routes between two roles."""

from collections.abc import Callable

import pytest

from tests.tui.conftest import HIGH, Explore
from tests.tui.told import told

OHIO = ("at", *"ohio", "enter")
LEADS = "title: {}\nnext_roles: [{{{}: A Step}}]\nsources: {{s: {{publisher: Someone, title: A page}}}}\n"


async def test_right_walks_on_and_left_leads_back_to_the_step_that_was_taken(explore: Explore) -> None:
    async with explore("tech-support") as it:
        await it.press("R", "down", "right")
        assert it.command == "careercli path network-engineer"
        assert it.lines[0].startswith(" careercli · next steps · tech-support → network-engineer · Network En…")
        await it.press("enter")
        assert it.command == "careercli path cloud-specialist"
        await it.press("left", "h")
        assert it.command == "careercli path tech-support"
        assert it.cursor_line.startswith("› Network Engineer")
        await it.press("left")
        assert told(it) == "here the way starts; esc leads back"
        await it.press("escape")
        assert it.command == "careercli show tech-support --full"


async def test_keys_in_one_burst_walk_as_far(explore: Explore) -> None:
    async with explore("tech-support") as it:
        await it.press("R")
        await it.press_at_once("down", "right", "right", "left", "y")
        assert it.app.clipboard == "careercli path network-engineer"
        assert it.cursor_line.startswith("› Cloud Specialist")


PAIRS: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...] = (
    ((), ("R",), "path help-desk"),
    ((), ("space", "j", "space", "R"), "path help-desk tech-support"),
    ((), ("space", "R"), "path it-support"),
    (("noc-tech", "support-tech"), ("R",), "path noc-tech support-tech"),
    (("noc-tech", "support-tech"), ("l", "b", "R"), "path support-tech noc-tech"),
    (("noc-tech", "support-tech", "isp-tech"), ("l", "R"), "path support-tech"),
    (("noc-tech@OH", "noc-tech@WA"), ("l", "R"), "path noc-tech@OH"),
    (("noc-tech@OH", "isp-tech@WA"), ("R",), "path noc-tech@OH isp-tech@OH"),
    (("noc-tech",), ("p", "R"), "path noc-tech"),
    (("noc-tech",), ("w", "R"), "path noc-tech@WA"),
    (("noc-tech",), ("m", "R"), "path 15-1244"),
    (("15-1232",), ("R", "escape", "m", "R"), "path application-support-analyst"),
)


@pytest.mark.parametrize(("roles", "keys", "command"), PAIRS, ids=[each[2] for each in PAIRS])
async def test_R_asks_between_two_roles_or_from_the_one_under_the_cursor(
    roles: tuple[str, ...], keys: tuple[str, ...], command: str, explore: Explore
) -> None:
    async with explore(*roles) as it:
        await it.press(*keys)
        assert it.command == f"careercli {command}"


async def test_routes_are_sought_by_gap_and_wage_without_pay_cuts_and_the_other_way(explore: Explore) -> None:
    async with explore("support-tech", "it-manager") as it:
        await it.press("R", "s")
        assert it.command == "careercli path support-tech it-manager --by gap"
        assert "1,530 of 20,413 steps are left out, as they have no known gap" in it.text
        await it.press("s", "n")
        assert it.command == "careercli path support-tech it-manager --by wage --no-pay-cut"
        await it.press("s", "n", "t")
        assert it.command == "careercli path it-manager support-tech"
        assert "no route from it-manager to support-tech; the nearest that can be reached is" in it.text


async def test_keys_of_routes_are_no_keys_of_next_steps(explore: Explore) -> None:
    async with explore("tech-support") as it:
        await it.press("R", "s", "n", "t")
        assert it.command == "careercli path tech-support"


async def test_the_way_moves_to_another_place(explore: Explore) -> None:
    async with explore("tech-support") as it:
        await it.press("R", "right", *OHIO)
        assert it.command == "careercli path sysadmin@OH"
        assert it.lines[0].startswith(" careercli · next steps · tech-support → sysadmin@OH · System")
        await it.press("left")
        assert it.command == "careercli path tech-support@OH"
        await it.press("escape")
        assert it.command == "careercli show tech-support@OH --full"


async def test_a_step_opens_its_role_its_gap_and_its_comparison(explore: Explore) -> None:
    async with explore("tech-support") as it:
        await it.press("R", "r")
        assert it.command == "careercli show sysadmin --full"
        await it.press("escape", "I")
        assert it.command == "careercli skills tech-support sysadmin"
        await it.press("escape", "c")
        assert it.command == "careercli compare tech-support sysadmin"
        await it.press("escape", "p")
        assert it.command == "careercli salary tech-support sysadmin"
        await it.press("escape", "o")
        assert "https://www.bls.gov/oes/" in it.text


async def test_what_is_doubtful_has_its_sign(explore: Explore) -> None:
    async with explore("tech-support", size=HIGH) as it:
        await it.press("R", "down")
        assert "134,050 ?" in it.cursor_line
        assert "? network-engineer as 15-1241: that code is of network architects" in it.text


async def test_a_step_without_a_profile_leads_nowhere(explore: Explore, profiles: Callable[..., str]) -> None:
    async with explore("aaa", given=[profiles(aaa=LEADS.format("First", "zzz"))]) as it:
        await it.press("R")
        assert "A Step" in it.cursor_line
        assert "which has no profile here" in it.text
        await it.press("right")
        assert told(it) == "there is no profile of this role, so nothing is known of where it leads"


async def test_a_role_that_leads_nowhere_says_so(explore: Explore, profiles: Callable[..., str]) -> None:
    source = "sources: {s: {publisher: Someone, title: A page}}\n"
    async with explore("aaa", given=[profiles(aaa=f"title: First\n{source}")]) as it:
        await it.press("R")
        assert "nothing is known of where aaa leads to" in it.text
        await it.press("right", "space", "c")
        assert told(it) == "move to another role, or mark two with space, then c compares them"


async def test_a_role_that_is_gone_says_so(explore: Explore, profiles: Callable[..., str]) -> None:
    folder = profiles(aaa=LEADS.format("First", "aab"), aab=LEADS.format("Second", "aaa"))
    async with explore("aaa", given=[folder]) as it:
        await it.press("R")
        profiles(aaa=LEADS.format("First", "aab"), aab="title: [")
        await it.press("right")
        assert "aab.yaml:2:1" in "".join(it.text.split())
        await it.press("left")
        assert it.command.startswith("careercli path aaa --roles ")
