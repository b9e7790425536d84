"""Wages on one scale: what may be ranked first, by year or hour, each band with its evidence."""

from collections.abc import Callable

from careercli.presentation.views import PayView
from tests.tui.conftest import HIGH, Driven, Explore
from tests.tui.golden import is_as_kept
from tests.tui.told import told


async def pay(it: Driven, *roles: str) -> None:
    """From the catalog to the wages of some roles."""
    for role in roles:
        it.app.marks.toggle(role)
    await it.press("p")


async def test_wages_at_140_columns(explore: Explore) -> None:
    async with explore(size=HIGH) as it:
        await pay(it, "noc-tech", "support-tech", "tech-support-rep")
        await is_as_kept(it, "pay")


async def test_wages_by_the_hour(explore: Explore) -> None:
    async with explore() as it:
        await pay(it, "tech-support-rep")
        await it.press("h")
        await is_as_kept(it, "pay-hour")
        await it.press("h")
        assert it.command == "careercli salary tech-support-rep"


async def test_each_band_has_its_evidence_and_its_card(explore: Explore) -> None:
    async with explore() as it:
        await pay(it, "noc-tech", "tech-support-rep")
        await it.press("down", "down", "down")
        assert it.cursor_line.startswith("› 31,200*  tech-support-rep entry")
        assert "31,200*  mean, low and high, calculated · Alameda County" in it.text
        await it.press("enter")
        assert "tech-support-rep: mean wage" in it.text
        assert "calculated: 15 an hour × 2,080 hours" in it.text
        await it.press("escape", "r")
        assert it.command == "careercli show tech-support-rep --full"


async def test_the_same_roles_are_compared(explore: Explore) -> None:
    async with explore() as it:
        await pay(it, "noc-tech", "tech-support-rep")
        await it.press("h", "c")
        assert it.command == "careercli compare noc-tech tech-support-rep --per hour"


async def test_one_role_is_not_compared(explore: Explore) -> None:
    async with explore() as it:
        await pay(it, "noc-tech")
        await it.press("c")
        assert told(it) == "one role alone cannot be compared"


async def test_a_band_marks_its_role(explore: Explore) -> None:
    async with explore() as it:
        await pay(it, "noc-tech")
        await it.press("space")
        assert it.app.marks.ids == ()
        assert told(it) == "noc-tech is no longer marked"


async def test_roles_without_wages_say_why(explore: Explore, profiles: Callable[..., str]) -> None:
    folder = profiles(bare="title: Bare")
    async with explore(given=[folder]) as it:
        await pay(it, "bare")
        assert "no wages" in it.lines[1]
        assert "bare: no source gives a wage" in it.text


async def test_each_currency_has_its_scale(explore: Explore, profiles: Callable[..., str]) -> None:
    euros = "title: Euros\nsources: {s: {publisher: Someone, title: A survey}}\n"
    folder = profiles(euros=f"{euros}wages: [{{per: year, median: €40000}}]\n")
    async with explore(given=[folder], size=HIGH) as it:
        await pay(it, "euros", "noc-tech")
        assert "EUR a year" in it.text
        assert "US dollars a year" in it.text
        assert it.text.index("EUR a year") < it.text.index("40,000") < it.text.index("US dollars a year")


async def test_the_scale_follows_the_size_of_the_terminal(explore: Explore) -> None:
    async with explore() as it:
        await pay(it, "noc-tech", "support-tech", "tech-support-rep")
        for size in ((140, 40), (60, 20), (10, 3), (250, 70), (80, 24)):
            await it.pilot.resize_terminal(*size)
            await it.settle()
        await is_as_kept(it, "pay")


async def test_without_roles_all_are_drawn(explore: Explore) -> None:
    async with explore() as it:
        it.app._push(PayView())
        await it.settle()
        assert "pay by the year · 22 roles" in it.lines[0]
