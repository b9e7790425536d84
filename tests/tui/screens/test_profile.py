"""One role in full: its sections, its links, the evidence of its lines."""

from collections.abc import Callable

from tests.tui.conftest import HIGH, Explore
from tests.tui.golden import is_as_kept
from tests.tui.told import told


async def test_digits_and_brackets_jump_between_sections(explore: Explore) -> None:
    async with explore("tech-support-rep") as it:
        await it.press("4")
        assert it.lines[3].startswith("4 SKILLS")
        assert it.cursor_line.startswith("› rated skills")
        await it.press("right_square_bracket")
        assert it.lines[3].startswith("5 THE WORK")
        assert it.cursor_line.startswith("› what they do")
        await it.press("left_square_bracket", "left_square_bracket", "left_square_bracket")
        assert it.cursor_line.startswith("› jobs held")
        await it.press("left_square_bracket", "left_square_bracket")
        assert it.cursor_line.startswith("› official median wage")
        await it.press("9")
        assert it.cursor_line.startswith("› official median wage")


async def test_the_evidence_follows_the_cursor(explore: Explore) -> None:
    async with explore("noc-tech", size=HIGH) as it:
        assert " 76,220  median, listed · BLS OEWS May 2025 · 15-1231" in it.text
        await it.press(*["down"] * 6)
        assert it.cursor_line.startswith('› site "average"')
        assert "64,272  estimate, listed · Zippia, undated · this title, no place given" in it.text
        assert "also: BLS OEWS May 2025 median 76,220, mean 81,870, not comparable" in it.text


async def test_next_roles_lead_on_and_escape_leads_back(explore: Explore) -> None:
    async with explore("tech-support-rep") as it:
        await it.press("6")
        assert "→ Technical Support Engineer" in it.cursor_line
        await it.press("enter")
        assert "careercli · tech-support-engineer · Technical Support Engineer" in it.lines[0]
        assert it.command == "careercli show tech-support-engineer --full"
        await it.press("escape")
        assert "→ Technical Support Engineer" in it.cursor_line


async def test_a_link_to_no_role_opens_its_evidence_and_so_does_any_by_i(explore: Explore) -> None:
    async with explore("tech-support-rep") as it:
        await it.press("6", "down", "enter")
        assert "value    Senior Technical Support Representative" in it.text
        await it.press("escape", "up", "i")
        assert "value    Technical Support Engineer" in it.text


async def test_a_role_is_marked_here_too(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("space")
        assert "· marked · Network" in it.lines[0]
        assert it.app.marks.ids == ("noc-tech",)
        await it.press("space")
        assert it.app.marks.ids == ()


async def test_it_is_compared_with_the_marked_roles(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("c")
        assert told(it) == "mark another role with space first"
        it.app.marks.toggle("isp-tech")
        await it.press("c")
        assert it.command == "careercli compare noc-tech isp-tech"


async def test_a_mark_that_names_nothing_any_more_is_left_out(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        it.app.marks.replace(["gone", "99-9999", "isp-tech"])
        await it.press("c")
        assert told(it) == "! no role is named gone, 99-9999 any more; left out"
        assert it.command == "careercli compare noc-tech isp-tech"
        await it.press("escape", "escape", "p")
        assert it.command == "careercli salary isp-tech"


async def test_all_or_the_summary_by_year_or_hour(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("f")
        assert it.command == "careercli show noc-tech"
        assert it.cursor_line.startswith("› median ")
        await it.press("H")
        assert it.command == "careercli show noc-tech --per hour"
        assert "US dollars an hour" in it.text
        assert "36.64" in it.cursor_line
        await it.press("H", "f")
        assert it.command == "careercli show noc-tech --full"


async def test_a_role_that_cannot_be_read_says_why(explore: Explore, profiles: Callable[..., str]) -> None:
    folder = profiles(good="title: Good\n")
    async with explore("good", given=[folder], size=(200, 30)) as it:
        profiles(good="title: [")
        await it.press("f")
        assert "good.yaml:2:1: expected a value here" in it.text
        await it.press("enter", "i", "1", "right_square_bracket")
        assert "good.yaml:2:1: expected a value here" in it.text


async def test_it_follows_the_size_of_the_terminal(explore: Explore) -> None:
    async with explore("tech-support-rep") as it:
        for size in ((140, 40), (60, 20), (250, 70), (80, 24)):
            await it.pilot.resize_terminal(*size)
            await it.settle()
            assert len(it.lines) == size[1]
            assert "› official median wage" in it.text
        await is_as_kept(it, "profile")
        await it.pilot.resize_terminal(59, 20)
        await it.settle()
        assert it.text.strip() == "careercli needs 60 columns by 20 lines"


async def test_the_cursor_stays_on_its_field_where_the_summary_gives_way_to_everything(explore: Explore) -> None:
    async with explore("tech-support-rep", size=HIGH) as it:
        for section in ("3", "6"):
            await it.press(section)
            before = it.cursor_line
            await it.press("f")
            assert ("usual schooling" in it.cursor_line) == (section == "3")
            await it.press("f")
            assert (it.cursor_line == before) == (section == "3")


async def test_below_the_sentences_a_digit_goes_to_the_section_with_that_number(explore: Explore) -> None:
    async with explore("noc-tech", size=HIGH) as it:
        await it.press("f", "home")
        assert it.cursor_line.startswith("› pay: the middle is 76,220 a year")
        for number, first in (("2", "change in jobs"), ("3", "usual schooling"), ("1", "median")):
            await it.press(number)
            assert it.cursor_line.startswith(f"› {first} ")


async def test_the_cursor_goes_from_a_sentence_to_the_first_figure_where_there_are_none(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press("f", "home", "f")
        assert it.cursor_line.startswith("› official median wage ")
