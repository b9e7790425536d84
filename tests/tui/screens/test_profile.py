"""One role in full: its sections, its links, the evidence of its lines."""

# ruff: noqa: E501
from __future__ import annotations

from collections.abc import Callable

from tests.tui.conftest import HIGH, Explore
from tests.tui.told import told

AT_80 = """\
 careercli · tech-support-rep · Technical Support Representative · 15-…  ? help
                                Technical Support Representative
                                Computer and Mathematical Occupations
1 PAY   US dollars a year
› official median wage      a   61,860                                         ▃
  official mean wage        a   67,330
  mean wage                 b   · 31,200* entry
                                · 37,440* experienced, new to job
                                · 49,920* experienced in job
  official 10th percentile  a   40,980
  official 25th percentile  a   49,000
  official 75th percentile  a   79,040
  official 90th percentile  a   100,540
  range, low end            b   · 12,480* entry
                                · 20,800* experienced, new to job
                                · 27,040* experienced in job
  range, high end           b   · 45,760* entry
                                · 64,480* experienced, new to job
────────────────────────────────────────────────────────────────────────────────
 61,860  median, listed · BLS OEWS May 2025 · 15-1232 Computer User Support
 Specialists, US · whole occupation, not this title · no overtime, bonuses or
 self-employed · 18 months old · also: Alameda County Workforce Investment Boa…
 careercli show tech-support-rep --full
 ⏎ open  ] next section  i evidence  space mark  c compare  p pay  q quit"""

AT_140 = """\
 careercli · noc-tech · Network Operation Technician · 15-1231                                                                       ? help
                                Network Operation Technician
                                Computer and Mathematical Occupations
1 PAY   US dollars a year
› official median wage      a   76,220
  official mean wage        a   81,870
  official 10th percentile  a   47,120
  official 25th percentile  a   58,240
  official 75th percentile  a   98,750                                                                                                     ▁
  official 90th percentile  a   127,780
  site "average"            b   64,272
  range, low end            b   41,000
  range, high end           b   99,000
  best-paying city          b   Mountain View, CA
  best-paying state         b   California
  highest medians, states   a   · Washington 101,750
                                · Maryland 96,680 (not clearly lower)
                                · District of Columbia 91,370 (not clearly lower)
                                · Massachusetts 88,650
                                · New Jersey 87,440
  highest medians, metros   a   · San Jose-Sunnyvale-Santa Clara, CA 124,130
                                · Bridgeport-Stamford-Danbury, CT 104,690
                                · Seattle-Tacoma-Bellevue, WA 104,610
                                · Baltimore-Columbia-Towson, MD 102,980
                                · Anchorage, AK 102,330
  best-paying company       b   Bloomberg
  best-paying industry      b   Retail
2 OUTLOOK
  jobs held                 a   146,190
  projected change          c   +1.8 %
  openings a year           c   9,600
  openings per 100 jobs     c   6.2*
  self-employed             c   2 %
  site growth rate          b   5 % (no period given)
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 76,220  median, listed · BLS OEWS May 2025 · 15-1231 Computer Network Support Specialists, US
 whole occupation, not this title · no overtime, bonuses or self-employed · 18 months old · also: Zippia estimate 64,272 ≠

 careercli show noc-tech --full
 ⏎ open  ] next section  i evidence  space mark  c compare  p pay  f all or summary  @ place  w where  y copy  ? help  q quit"""


async def test_a_profile_at_80_columns(explore: Explore) -> None:
    async with explore("tech-support-rep") as it:
        assert it.text == AT_80


async def test_a_profile_at_140_columns(explore: Explore) -> None:
    async with explore("noc-tech", size=HIGH) as it:
        assert it.text == AT_140


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
        assert "also: BLS OEWS May 2025 median 76,220, mean 81,870 ≠" in it.text


async def test_enter_opens_all_the_evidence_of_a_line(explore: Explore) -> None:
    async with explore("noc-tech") as it:
        await it.press(*["down"] * 6, "enter")
        assert 'noc-tech: site "average"' in it.text
        assert "printed    “$64,272”" in it.text
        await it.press("escape")
        assert "printed" not in it.text


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


async def test_tools_and_challenges_are_included(explore: Explore) -> None:
    async with explore("tech-support", size=(140, 200)) as it:
        assert "tools" in it.text
        assert "challenges and remedies" in it.text


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
        assert "official median " in it.text
        await it.press("H")
        assert it.command == "careercli show noc-tech --per hour"
        assert "US dollars an hour" in it.text
        assert "36.64" in it.cursor_line
        await it.press("H", "f")
        assert it.command == "careercli show noc-tech --full"


async def test_what_a_profile_says_is_shown_literally(explore: Explore, profiles: Callable[..., str]) -> None:
    source = "sources: {s: {publisher: Someone, title: '[link]s[/]'}}"
    title = '"[red]x[/] [@click=app.bell()]y\\e]0;z\\a 網路員"'
    folder = profiles(odd=f"title: {title}\n{source}\nresponsibilities: ['[/]', '[bold]a\\u202eb']\n")
    async with explore("odd", given=[folder]) as it:
        assert "odd · [red]x[/] [@click=app.bell()]y\\u{1b}]0;z\\u{7} 網路員" in it.text
        assert "· [/]" in it.text
        assert it.command == f"careercli show odd --full --roles {folder}"


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
        assert it.text == AT_80
        await it.pilot.resize_terminal(59, 20)
        await it.settle()
        assert it.text.strip() == "careercli needs 60 columns by 20 lines"


async def test_the_cursor_stays_on_its_field_where_the_summary_gives_way_to_everything(explore: Explore) -> None:
    async with explore("tech-support-rep", size=HIGH) as it:
        for section in ("3", "6"):
            await it.press(section)
            before = it.cursor_line
            await it.press("f")
            assert ("education" in it.cursor_line) == (section == "3")
            await it.press("f")
            assert (it.cursor_line == before) == (section == "3")
