"""The list of all roles: what it shows, filters, sorts and marks."""

from collections.abc import Callable
from pathlib import Path

from careercli.store.marks import Marks
from careercli.tui.widgets.grid import Grid
from tests.program import profile
from tests.tui.conftest import HIGH, Explore
from tests.tui.golden import previewed


def titles(lines: list[str]) -> list[str]:
    """The titles of a list of 80 columns, from its heading to its end."""
    start = next(index for index, line in enumerate(lines) if line.startswith("  title"))
    end = next(index for index, line in enumerate(lines) if line.startswith("─"))
    return [line[2:32].strip() for line in lines[start + 2 : end] if line]


async def test_typing_filters_at_once(explore: Explore) -> None:
    async with explore() as it:
        await it.press("slash")
        await it.type("techn")
        assert "of 22 roles · “techn”" in it.lines[0]
        assert "Network Operation Technician" in titles(it.lines[1:])
        await it.type("ical writer")
        assert titles(it.lines[1:]) == ["Technical Writer"]
        assert it.command == "careercli roles technical writer"


async def test_keys_typed_faster_than_the_screen_answers_are_not_lost(explore: Explore) -> None:
    async with explore() as it:
        await it.press_at_once("slash", *"netwrok", "enter", "space", "space")
        assert it.command == "careercli roles netwrok"
        assert it.app.marks.ids == ("network-engineer", "noc-tech")


async def test_escape_takes_the_filter_away_and_enter_keeps_it(explore: Explore) -> None:
    async with explore() as it:
        await it.press("slash")
        await it.type("engineer")
        await it.press("enter")
        assert "of 22 roles · “engineer”" in it.lines[0]
        await it.press("s", "escape")
        assert "22 roles" in it.lines[0]
        assert "engineer" not in it.lines[0]
        await it.press("slash", "x", "y", "escape")
        assert it.command == "careercli roles --sort title"


async def test_the_arrows_move_in_the_list_while_one_types(explore: Explore) -> None:
    async with explore() as it:
        await it.press("slash")
        await it.type("network")
        first = it.cursor_line
        await it.press("down")
        assert it.cursor_line != first
        await it.press("up")
        assert it.cursor_line == first


async def test_a_filter_that_nothing_matches_says_what_to_do(explore: Explore) -> None:
    async with explore() as it:
        await it.press("slash")
        await it.type("zzzz")
        assert "0 of 22 roles" in it.lines[0]
        assert "nothing matches; esc takes filters away, in the list a adds every occupation" in it.text
        await it.press("enter", "c", "p", "space", "enter")
        assert it.app.marks.ids == ()


async def test_a_code_is_found_however_it_is_written_and_a_retired_one_is_explained(explore: Explore) -> None:
    async with explore() as it:
        await it.press("slash")
        await it.type("15.1231")
        assert "1 of 22 roles" in it.lines[0]
        await it.type("x")
        await it.press("ctrl+u")
        await it.type("43-5081")
        assert "it became 53-7065 Stockers and Order Fillers; esc takes filters away" in " ".join(it.text.split())


async def test_s_sorts_by_each_column_and_a_second_key_turns_the_order(explore: Explore) -> None:
    async with explore() as it:
        await it.press("s")
        assert titles(it.lines)[0] == "Application Support Analyst"
        assert it.command == "careercli roles --sort title"
        await it.press("S")
        assert titles(it.lines)[0] == "Technical Writer"
        await it.press("s", "s")
        assert it.command == "careercli roles --sort median --desc"
        assert "median ↓" in it.text
        assert titles(it.lines)[:2] == ["IT Manager", "Network Engineer"]
        await it.press("S")
        assert titles(it.lines)[0] == "Field Support Technician"
        await it.press("s", "s", "s")
        assert it.command == "careercli roles"


async def test_a_click_on_a_heading_sorts_and_another_turns_the_order(explore: Explore) -> None:
    async with explore() as it:
        column = it.lines[1].index("median")
        await it.pilot.click(Grid, offset=(column, 0))
        assert it.command == "careercli roles --sort median --desc"
        await it.pilot.click(Grid, offset=(column, 0))
        await it.settle()
        assert it.command == "careercli roles --sort median"


async def test_a_role_without_a_wage_stands_last_in_either_order(explore: Explore) -> None:
    async with explore(size=HIGH) as it:
        await it.press("s", "s", "s")
        last = [line for line in it.lines if line[2:].startswith(("Cloud", "Customer Success"))]
        assert it.lines[23:25] == last or it.lines[23:25] == last[::-1]
        await it.press("S")
        assert {line[:18] for line in it.lines[23:25]} == {line[:18] for line in last}


async def test_marks_survive_filtering_and_the_next_start(explore: Explore) -> None:
    async with explore() as it:
        await it.press("space", "j", "space")
        assert "2 marked" in it.lines[0]
        await it.press("slash")
        await it.type("writer")
        assert "2 marked" in it.lines[0]
        await it.press("escape")
        assert it.cursor_line.startswith("›   Technical Writer")
        await it.press("home")
        assert [line[1] for line in it.lines[3:8]] == [" ", "✓", " ", "✓", " "]
    async with explore() as it:
        assert "2 marked" in it.lines[0]
        assert it.app.marks.ids == ("help-desk", "tech-support")
        await it.press("x")
        assert "marked" not in it.lines[0]
        assert "marks taken away: 2; x brings them back" in it.text
        await it.press("x")
        assert "2 marked" in it.lines[0]
        await it.press("x", "j", "space", "x", "x")
        assert it.app.marks.ids == ("it-support",)


async def test_a_mark_of_a_role_that_is_gone_is_passed_over(explore: Explore, tmp_path: Path) -> None:
    Marks(str(tmp_path / "state" / "marks")).replace(["gone", "noc-tech", "15-1232"])
    async with explore() as it:
        assert "2 marked" in it.lines[0]
        await it.press("c")
        assert it.command == "careercli compare noc-tech 15-1232"


async def test_marks_that_cannot_be_kept_last_for_the_session(explore: Explore, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    async with explore() as it:
        await it.press("space")
        assert "1 marked" in it.lines[0]
        assert "marks last until you quit" in it.text


async def test_c_compares_the_marked_or_the_only_marked_with_the_highlighted(explore: Explore) -> None:
    async with explore() as it:
        await it.press("c")
        assert "mark two roles or more" in it.text
        await it.press("space", "c")
        assert it.command == "careercli compare help-desk it-support"
        await it.press("escape", "space", "space", "c")
        ids = "help-desk it-support tech-support"
        assert it.command == f"careercli compare {ids}"


async def test_the_form_filters_by_family_skill_certification_education_and_wage(explore: Explore) -> None:
    async with explore() as it:
        await it.press("f")
        await it.press(*"15-1", "tab", "tab", "tab", *"bachelor", "tab", *"100k", "enter")
        assert "“100k” is no amount of dollars a year" in it.text
        await it.press("backspace", *"000", "enter")
        assert it.command == "careercli roles --family 15-1 --education bachelor --min-wage 100000"
        assert "2 of 22 roles · family “15-1” · education “bachelor” · " in it.lines[0]
        assert titles(it.lines)[1::2] == ["Network Engineer ? that code", "Cybersecurity Analyst"]
        await it.press("f", "ctrl+l", "tab", *"sql", "enter")
        assert it.command == "careercli roles --skill sql"
        await it.press("f", *"xx", "escape")
        assert it.command == "careercli roles --skill sql"


async def test_a_adds_every_detailed_occupation(explore: Explore) -> None:
    async with explore() as it:
        await it.press("a")
        assert "roles and occupations" in it.lines[0]
        assert it.command == "careercli roles --all"
        await it.press("end")
        assert "55-3019" in it.cursor_line
        await it.press("a")
        assert "22 roles" in it.lines[0]


async def test_the_preview_follows_the_cursor(explore: Explore) -> None:
    async with explore() as it:
        await it.until_shown("help-desk · 15-1232")
        await it.press("end", "k")
        await it.until_shown("isp-tech · 49-2022")


async def test_broken_profiles_are_said_and_the_others_shown(explore: Explore, profiles: Callable[..., str]) -> None:
    async with explore(given=[profiles(good=profile("A good one"), bad="title: [")]) as it:
        assert "23 roles" in it.lines[0]
        assert "left out" in it.text


async def test_the_sources_of_the_list_are_those_of_the_preview(explore: Explore) -> None:
    async with explore() as it:
        await previewed(it)
        await it.press("o")
        assert "https://www.bls.gov/oes/" in it.text
        assert "https://www.onetcenter.org/database.html" in it.text
        await it.press("escape", "slash")
        await it.type("netwrokzz")
        await it.press("enter", "o")
        assert "no source with an address is under the cursor" in it.text
        await it.press("a")
        assert "1050 roles and occupations" in it.text


async def test_the_cursor_stays_on_a_role_whose_profile_has_changed(explore: Explore, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    for number in range(3):
        (own / f"a-{number}.yaml").write_text(profile(f"Role {number}"))
    async with explore(given=(str(own),)) as it:
        await it.press("end", "up")
        (own / "a-2.yaml").write_text(profile("Another name"))
        await it.press("a")
        assert "1053 roles and occupations" in it.lines[0]
        assert it.cursor_line.startswith("› Another name")


async def test_the_form_offers_the_families_and_levels_of_education_that_exist(explore: Explore) -> None:
    async with explore() as it:
        await it.press("f")
        assert "there is: Arts, Design, Entertainment, Sports, and Media" in it.text
        await it.press(*"office")
        assert "none has that" in it.text
        await it.press("tab")
        assert "there is" not in it.text
        await it.press("tab", "tab", *"assoc")
        assert "there is: Associate's degree" in it.text


async def test_a_doubtful_occupation_has_a_sign_and_a_match_its_reason(explore: Explore) -> None:
    async with explore(size=HIGH) as it:
        assert "Network Engineer ? that code is of network architects" in it.text
        assert "?" not in next(line for line in it.lines if "Network Operation" in line)
        await it.press("slash", *"sre")
        await it.until_shown("matches: ")
        await it.press("escape", "slash", *"network-engineer", "enter")
        await it.until_shown("? 15-1241: that code")
        assert "134,050 ?  +11.9 % ?" in it.cursor_line


async def test_roles_stand_under_their_occupations_until_they_are_sorted_or_filtered(explore: Explore) -> None:
    async with explore(size=HIGH) as it:
        assert it.lines[3].startswith(
            "  Computer User Support Specialists   15-1232        61,860     −3.7 %  Some college"
        )
        assert it.lines[4][:96].rstrip() == "›   Help Desk Technician"
        assert it.lines[8][:96].rstrip() == "    Application Support Analyst ? perhaps 15-1211, systems analysts"
        await it.press("up", "space", "c")
        assert it.app.marks.ids == ("help-desk",)
        await it.press("escape", "end")
        assert it.cursor_line.startswith("›   Customer Success Manager")
        assert any(line.startswith("  No occupation of their own") for line in it.lines)
        await it.press("s")
        assert it.cursor_line.startswith("› Application Support Analyst         15-1232      61,860 ?")
