"""Places: chosen for everything shown, and the wages of one role by place, sorted, marked and compared."""

from collections.abc import Callable

import pytest

from careercli.presentation.text_width import width_of
from tests.tui.conftest import HIGH, Explore
from tests.tui.golden import is_as_kept, previewed
from tests.tui.told import told

OHIO = ("at", *"ohio", "enter")


async def test_a_place_holds_for_the_list_and_its_preview(explore: Explore) -> None:
    async with explore() as it:
        await it.press(*OHIO)
        await previewed(it)
        assert it.lines[0].startswith(" careercli · 22 roles · Ohio ")
        assert it.command == "careercli roles --area OH"
        assert "help-desk@OH · 15-1232" in it.text
        await it.press("slash", *"noc-tech", "enter")
        assert "70,080" in it.cursor_line
        await it.press("at", "enter")
        assert "76,220" in it.cursor_line
        assert it.command == "careercli roles noc-tech"


async def test_the_cursor_stays_on_its_role_where_the_place_changes(explore: Explore) -> None:
    async with explore() as it:
        await it.press("j", "j", *OHIO)
        assert it.cursor_line.startswith("›   Tech Support Professional")


async def test_marks_are_of_roles_wherever_they_are_set(explore: Explore) -> None:
    async with explore() as it:
        await it.press(*OHIO, "space", "j", "j", "space")
        assert it.app.marks.ids == ("help-desk", "tech-support")
        assert [line[1] for line in it.lines[4:8]] == ["✓", " ", " ", "✓"]
        await it.press("c")
        assert it.command == "careercli compare help-desk@OH tech-support@OH"
        assert "compare · 2 roles · Ohio · base" in it.lines[0]
        await it.press("escape", "p")
        assert it.command == "careercli salary help-desk@OH tech-support@OH"
        assert it.lines[0].startswith(" careercli · pay by the year · 2 roles · Ohio ")
        await it.press("at", "enter", "escape")
        assert it.lines[0].startswith(" careercli · 22 roles · 2 marked ")


async def test_a_place_chosen_on_a_screen_holds_for_those_below(explore: Explore) -> None:
    async with explore("noc-tech", "support-tech") as it:
        await it.press("r", *OHIO)
        assert it.command == "careercli show noc-tech@OH --full"
        assert " · Network Operation Technician, Ohio · " in it.lines[0]
        await it.press("escape")
        assert it.command == "careercli compare noc-tech@OH support-tech@OH"
        await it.press("b", "l", "b", "at", *"wa", "enter")
        assert it.command == "careercli compare noc-tech@WA support-tech@WA --baseline support-tech@WA"
        await it.press("escape")
        assert it.command == "careercli roles --area WA"


async def test_links_marks_and_added_roles_are_of_the_same_place(explore: Explore) -> None:
    async with explore("noc-tech@OH", area="OH") as it:
        it.app.marks.replace(["isp-tech", "noc-tech"])
        await it.press("c")
        assert it.command == "careercli compare noc-tech@OH isp-tech@OH"
        await it.press("a", *"15-1211", "enter")
        assert it.command == "careercli compare noc-tech@OH isp-tech@OH 15-1211@OH"


async def test_a_link_opens_the_role_in_the_same_place(explore: Explore) -> None:
    async with explore("tech-support-rep@OH") as it:
        await it.press("G", *("k" for _ in range(3)))
        screen = it.app.screen
        screen._go_to([next(at for at, row in enumerate(screen._rows) if row.link == "tech-support-engineer")])  # type: ignore[attr-defined]
        await it.press("enter")
        assert it.command == "careercli show tech-support-engineer@OH --full"


async def test_where_settings_name_a_place_the_nation_is_named_too(explore: Explore) -> None:
    async with explore("noc-tech@OH", "isp-tech@OH", area="OH") as it:
        assert it.command == "careercli compare noc-tech@OH isp-tech@OH"
        await it.press("at", "enter")
        assert it.command == "careercli compare noc-tech@US isp-tech@US"
        await it.press("l", "b")
        assert it.command == "careercli compare noc-tech@US isp-tech@US --baseline isp-tech@US"
        await it.press("r")
        assert it.command == "careercli show isp-tech@US --full"
        await it.press("p")
        assert it.command == "careercli salary isp-tech@US"
        await it.press("escape", "escape", "escape")
        assert it.command == "careercli roles --area US"
        await it.press("enter")
        assert it.command == "careercli show help-desk@US --full"


async def test_of_a_comparison_of_places_one_column_moves(explore: Explore) -> None:
    async with explore("noc-tech@OH", "noc-tech@WA") as it:
        assert "compare · noc-tech in 2 places · base noc-tech@OH" in it.lines[0]
        assert it.lines[2].split() == ["Ohio", "Washington"]
        await it.press("l", "at", *"18140", "enter")
        assert it.command == "careercli compare noc-tech@OH noc-tech@18140"
        await it.press(*OHIO)
        assert it.command == "careercli compare noc-tech@OH noc-tech@18140"
        assert told(it) == "the comparison has that place already"


async def test_a_place_without_the_wages_says_so_and_where_they_are(explore: Explore) -> None:
    async with explore("noc-tech", "isp-tech") as it:
        await it.press("at", *"bellingham", "enter")
        assert it.command == "careercli compare noc-tech isp-tech"
        assert "publishes nothing for Bellingham, WA" in told(it)
        await it.press("r")
        assert it.command == "careercli show noc-tech --full"
        await it.press("at", *"bellingham", "enter")
        assert "publishes nothing for Bellingham, WA; where it does: careercli places" in " ".join(it.text.split())


async def test_places_are_found_by_title_code_and_city(explore: Explore) -> None:
    async with explore() as it:
        await it.press("at")
        assert it.cursor_line.startswith("│ › United States")
        for typed, first in (("oh", "Ohio"), ("18140", "Columbus, OH"), ("kansas", "Kansas"), ("mesa", "Phoenix-Mesa")):
            await it.press("ctrl+u", *typed)
            assert it.cursor_line.startswith(f"│ › {first}"), typed
        await it.press("ctrl+u", *"columbus oh")
        assert "(1 of 583)" in it.lines[2]
        await it.press("ctrl+u", *"zzz", "enter")
        assert it.command == "careercli roles"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), HIGH], ids=["60", "80", "140"])
async def test_the_places_of_a_role(explore: Explore, size: tuple[int, int]) -> None:
    async with explore("noc-tech", size=size) as it:
        await it.press("w")
        await is_as_kept(it, "places")
        await it.press("j", "space", "a", "t")
        await is_as_kept(it, "places-metro-prices")
        assert it.command == "careercli places noc-tech --adjust prices --type metro"


async def test_w_shows_the_places_of_the_role_under_the_cursor_on_every_screen(explore: Explore) -> None:
    async with explore() as it:
        it.app.marks.replace(["noc-tech", "isp-tech"])
        for keys, role in (
            ((), "help-desk"),
            (("enter",), "help-desk"),
            (("c", "l"), "isp-tech"),
            (("p", "j"), "isp-tech"),
        ):
            await it.press(*keys, "w")
            assert it.command == f"careercli places {role}"
            await it.press("w")
            assert it.command == f"careercli places {role}"
            await it.press("escape", *(("escape",) if keys else ()))
        await it.press("slash", *"zzz", "enter", "w")
        assert told(it) == "no role is under the cursor"


async def test_places_are_sorted_by_each_column_and_turned(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("w")
        assert it.lines[1].startswith(" Sorted, not ranked: Washington first")
        await it.press("s")
        assert it.command == "careercli places noc-tech --sort area_title"
        assert it.lines[1] == " Sorted, not ranked: by place"
        await it.press("s")
        assert it.command == "careercli places noc-tech --sort employment --desc"
        assert "jobs ↓" in it.text
        await it.press("home")
        assert "California" in it.cursor_line
        await it.press("S")
        assert it.command == "careercli places noc-tech --sort employment"
        await it.press("s", "s", "S")
        assert it.command == "careercli places noc-tech --sort median"
        assert "median ↑" in it.text
        await it.press("a", "S")
        assert it.command == "careercli places noc-tech --adjust prices --sort median --desc"


async def test_a_click_on_a_heading_sorts_the_places(explore: Explore) -> None:
    from careercli.tui.widgets.grid import Grid

    async with explore("noc-tech") as it:
        await it.press("w")
        heading = next(line for line in it.lines if "median ↓" in line)
        for column, command in (
            ("jobs", " --sort employment --desc"),
            ("jobs", " --sort employment"),
            ("median", " --sort median --desc"),
            ("median", " --sort median"),
        ):
            await it.pilot.click(Grid, offset=(heading.index(column) + 1, 0))
            await it.settle()
            assert it.command == f"careercli places noc-tech{command}"


async def test_c_compares_the_role_in_the_marked_places(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("w", "c")
        assert told(it) == "mark two places or more with space, then c compares them"
        await it.press("space", "c")
        assert it.command == "careercli compare noc-tech@WA noc-tech@MD"
        await it.press("escape", *OHIO, "space", "t", *("at", *"columbus oh", "enter"), "space")
        assert "3 marked" in it.lines[0]
        await it.press("a", "H", "c")
        assert it.command == "careercli compare noc-tech@WA noc-tech@OH noc-tech@18140 --adjust prices --per hour"
        await it.press("escape", "p")
        assert it.command == "careercli salary noc-tech@WA noc-tech@OH noc-tech@18140 --per hour"
        await it.press("escape", "escape", "w")
        assert "3 marked" in it.lines[0]
        assert it.app.marks.ids == ()
        await it.press("x")
        assert "marked" not in it.lines[0]


async def test_enter_opens_the_role_in_that_place_and_escape_leads_back(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("w", "j", "enter")
        assert it.command == "careercli show noc-tech@MD --full"
        await it.press("escape")
        assert "Maryland" in it.cursor_line
        await it.press("i")
        assert "noc-tech@MD: median wage" in it.text
        await it.press("escape", "o")
        assert "https://www.bls.gov/oes/" in it.text
        await it.press("escape", "escape")
        assert it.command == "careercli show noc-tech --full"


async def test_places_are_filtered_as_one_types(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("w", "t", "slash", *"oh")
        assert it.command == "careercli places noc-tech --type metro --find oh"
        assert "“oh”" in it.lines[0]
        await it.press(*"zzz", "enter")
        assert "no place has “ohzzz”; esc takes the filter away" in it.text
        await it.press("c", "p", "space", "enter", "i", "escape")
        assert it.command == "careercli places noc-tech --type metro"


async def test_a_place_that_is_chosen_takes_the_cursor(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("w", *OHIO)
        assert "Ohio" in it.cursor_line
        await it.press("slash", *"wa", "enter", "at", *"columbus oh", "enter")
        assert it.command == "careercli places noc-tech --type metro"
        assert "Columbus, OH" in it.cursor_line
        await it.press("at", *"bellingham", "enter")
        assert "Columbus, OH" in it.cursor_line
        await it.press("at", "enter")
        assert it.command == "careercli places noc-tech --type metro"


async def test_pay_stays_where_one_role_has_no_wages(explore: Explore) -> None:
    async with explore() as it:
        it.app.marks.replace(["noc-tech", "isp-tech"])
        await it.press("p", "at", *"bellingham", "enter")
        assert "publishes nothing for Bellingham, WA" in told(it)
        assert it.command == "careercli salary noc-tech isp-tech"


async def test_what_has_no_wages_in_a_place_is_left_out(explore: Explore) -> None:
    async with explore() as it:
        it.app.marks.replace(["noc-tech", "isp-tech", "help-desk"])
        await it.press("at", *"bellingham", "enter", "c")
        assert it.command == "careercli compare isp-tech@13380 help-desk@13380"
        assert told(it).endswith("; left out")
        await it.press("escape", "slash", *"noc-tech", "enter")
        await it.until_shown("where it does: careercli places 15-1231")


async def test_a_role_without_wages_anywhere_is_shown_in_every_place(explore: Explore) -> None:
    async with explore("cloud-specialist@OH") as it:
        assert "Cloud Specialist, Ohio" in it.lines[0]
        assert "No wage is published for" in it.text
        await it.press("w")
        assert "OEWS May 2025 has places for detailed occupations alone" in " ".join(it.text.split())


async def test_a_role_without_places_says_why(explore: Explore) -> None:
    async with explore("customer-success-manager") as it:
        await it.press("w")
        assert "customer-success-manager has no occupation, so no official wages" in it.text
        await it.press("space", "c", "p", "t", "a", "s", "S", "i", "enter", "escape")
        assert it.command == "careercli show customer-success-manager --full"
    async with explore("15-1230") as it:
        await it.press("w")
        assert "OEWS May 2025 has places for detailed occupations alone" in " ".join(it.text.split())


async def test_the_drawing_follows_the_size_of_the_terminal(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("w")
        before = it.text
        for size in ((140, 40), (60, 20), (10, 3), (250, 70), (80, 24)):
            await it.pilot.resize_terminal(*size)
            await it.settle()
        assert it.text == before


async def test_what_a_profile_says_is_literal_where_places_are_shown(
    explore: Explore, profiles: Callable[..., str]
) -> None:
    odd = 'title: "[b]x[/b] [/] [@click=app.bell()]y \\u202eab"\noccupation: 15-1231\n'
    async with explore("odd", given=[profiles(odd=odd)]) as it:
        for keys in (("w",), ("t",), ("i",), ("escape", "enter"), (*OHIO,)):
            await it.press(*keys)
            assert "\u202e" not in it.text
            rows = it.app.screen._compositor.render_strips()
            assert {width_of("".join(segment.text for segment in row)) for row in rows} == {80}, keys
            assert not any(segment.style and segment.style.meta.get("@click") for row in rows for segment in row)


async def test_screens_open_with_the_settings_and_the_command_names_them(explore: Explore) -> None:
    async with explore("noc-tech", "support-tech", size=(110, 40), per="hour", adjust="prices") as it:
        assert it.command == "careercli compare noc-tech support-tech --adjust prices --per hour"
        assert "after prices" in it.text
        await it.press("H")
        assert it.command == "careercli compare noc-tech support-tech --adjust prices --per year"
        await it.press("w")
        await it.settle()
        assert it.command == "careercli places noc-tech --adjust prices --per hour"
        await it.press("a", "H")
        assert it.command == "careercli places noc-tech --adjust none --per year"


async def test_pay_opens_with_the_settings(explore: Explore) -> None:
    async with explore("noc-tech", size=(110, 40), per="hour", adjust="prices") as it:
        assert it.command == "careercli show noc-tech --full --per hour"
        await it.press("p")
        await it.settle()
        assert it.command == "careercli salary noc-tech --adjust prices --per hour"
        await it.press("h")
        assert it.command == "careercli salary noc-tech --adjust prices --per year"
