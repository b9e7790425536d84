"""Skills of a role, and what is missing from one role to another."""

import pytest

from tests.tui.conftest import HIGH, Explore

PAIRS: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...] = (
    ((), ("I",), "skills help-desk"),
    ((), ("space", "j", "space", "I"), "skills help-desk tech-support"),
    (("noc-tech",), ("I",), "skills noc-tech"),
    (("noc-tech@OH", "support-tech@OH"), ("I",), "skills noc-tech support-tech"),
    (("noc-tech", "support-tech", "isp-tech"), ("I",), "skills noc-tech"),
    (("noc-tech", "support-tech", "isp-tech"), ("l", "l", "I"), "skills noc-tech isp-tech"),
    (("noc-tech@OH", "noc-tech@WA"), ("I",), "skills noc-tech"),
)


@pytest.mark.parametrize(("roles", "keys", "command"), PAIRS, ids=[each[2] for each in PAIRS])
async def test_I_asks_from_one_role_to_the_other_or_of_the_one_under_the_cursor(
    roles: tuple[str, ...], keys: tuple[str, ...], command: str, explore: Explore
) -> None:
    async with explore(*roles) as it:
        await it.press(*keys)
        assert it.command == f"careercli {command}"


async def test_a_gap_says_by_what_error_it_counts(explore: Explore) -> None:
    async with explore("help-desk", "noc-tech", size=HIGH) as it:
        await it.press("I")
        rated = next(at for at, row in enumerate(it.app.screen._rows.values(), 1) if "/" in row.cells[1])
        await it.press(*["down"] * rated, "up")
        assert "/" in it.cursor_line
        assert "level 0-7: 95 % error of the difference: 1.96 × √(" in it.text


async def test_a_higher_rating_has_its_sign_on_the_side_where_it_is_higher(explore: Explore) -> None:
    async with explore("support-tech", "15-1244", size=HIGH) as it:
        await it.press("I")
        (line,) = [line for line in it.lines if line.startswith("  Speaking ?")]
        assert line.split() == ["Speaking", "?", "4*", "/", "4", "?", "3.38", "/", "3.88", "?", "skill"]


async def test_skill_and_knowledge_of_one_name_are_two_rows(explore: Explore) -> None:
    async with explore("15-1244", size=HIGH) as it:
        await it.press("I")
        assert [line.split()[1:4] for line in it.lines if line.startswith("  Mathematics")] == [["3", "/", "3.38"]]


async def test_roles_are_opened_in_the_place_in_force_and_turned_round(explore: Explore) -> None:
    async with explore("noc-tech", "isp-tech") as it:
        await it.press("I", "at", *"ohio", "enter", "t")
        assert it.command == "careercli skills isp-tech noc-tech"
        await it.press("enter")
        assert it.command == "careercli show noc-tech@OH --full"
        await it.press("escape", "R")
        assert it.command == "careercli path isp-tech@OH noc-tech@OH"
        await it.press("escape", "c")
        assert it.command == "careercli compare isp-tech@OH noc-tech@OH"
        await it.press("escape", "I", "space", "escape")
        assert it.app.marks.ids == ()
        assert it.command == "careercli compare noc-tech@OH isp-tech@OH"
