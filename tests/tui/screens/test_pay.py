"""Wages on one scale: what may be ranked first, by year or hour, each band with its evidence."""

# ruff: noqa: E501
from __future__ import annotations

from collections.abc import Callable

from careercli.presentation.views import PayView
from tests.tui.conftest import HIGH, Driven, Explore
from tests.tui.told import told

AT_80 = """\
 careercli · pay by the year · 3 roles                                   ? help
           US dollars a year             0     25k   50k   75k    100k     150k
RANKABLE  BLS OEWS May 2025, --- p10 to p90, === p25 to p75, | median
› 76,220   noc-tech · 15-1231                        --=====|=====--------
  61,860   support-tech,                           --===|====------
           tech-support-rep · 15-1232
NOT RANKABLE  ... low to high, o typical
  64,272   noc-tech zippia undated                 ......o........
  36,361   support-tech zippia undated         ...o.....
  31,200*  tech-support-rep entry acwib     .....o...
           undated (pre-2009)
  37,440*  tech-support-rep                   ....o.......
           experienced, new to job
           acwib undated (pre-2009)                                            ▁
  49,920*  tech-support-rep experienced         .....o.......
           in job acwib undated
           (pre-2009)
WHO SAYS SO
────────────────────────────────────────────────────────────────────────────────
 76,220  median, p10, p25, p75 and p90, listed · BLS OEWS May 2025 · 15-1231
 Computer Network Support Specialists, US · whole occupation, not this title ·
 no overtime, bonuses or self-employed · 18 months old · also: Zippia estimate…
 careercli salary noc-tech support-tech tech-support-rep
 h hour  ⏎ open  r role  c compare  space mark  @ place  w where  y copy  q quit"""

AT_140 = """\
 careercli · pay by the year · 3 roles                                                                                               ? help
           US dollars a year                                                  0         25k       50k       75k       100k      125k   150k
RANKABLE  BLS OEWS May 2025, --- p10 to p90, === p25 to p75, | median
› 76,220   noc-tech · 15-1231                                                                    ----=======|==========-----------
  61,860   support-tech, tech-support-rep · 15-1232                                           ----=====|=======--------
NOT RANKABLE  ... low to high, o typical
  64,272   noc-tech zippia undated                                                            ..........o..............
  36,361   support-tech zippia undated                                                 ......o.......
  31,200*  tech-support-rep entry acwib undated (pre-2009)                         .......o......
  37,440*  tech-support-rep experienced, new to job acwib undated (pre-2009)          .......o...........
  49,920*  tech-support-rep experienced in job acwib undated (pre-2009)                  .........o...........
WHO SAYS SO
  zippia: Zippia, undated, a model's estimate: this title
  oews-2025-05: BLS OEWS May 2025, 18 months old (no overtime, bonuses or self-employed): whole occupations 15-1231 and 15-1232
  acwib: Alameda County Workforce Investment Board, undated (pre-2009), method not stated: this title
  * calculated at 2,080 hours, if full-time all year


















────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 76,220  median, p10, p25, p75 and p90, listed · BLS OEWS May 2025 · 15-1231 Computer Network Support Specialists, US
 whole occupation, not this title · no overtime, bonuses or self-employed · 18 months old · also: Zippia estimate 64,272 ≠

 careercli salary noc-tech support-tech tech-support-rep
 h hour  ⏎ open  r role  c compare  space mark  @ place  w where  y copy  ? help  q quit"""

BY_THE_HOUR = """\
 careercli · pay by the hour · 1 role                                    ? help
          US dollars an hour            0       10     20      30     40     50
RANKABLE  BLS OEWS May 2025, --- p10 to p90, === p25 to p75, | median
› 29.74   tech-support-rep · 15-1232                   ---=====|======--------
NOT RANKABLE  ... low to high, o typical
     15   tech-support-rep entry acwib       ......o......
          undated (pre-2009)
     18   tech-support-rep                      ......o..........
          experienced, new to job
          acwib undated (pre-2009)
     24   tech-support-rep experienced            ........o..........
          in job acwib undated
          (pre-2009)
WHO SAYS SO
  acwib: Alameda County Workforce Investment Board, undated (pre-2009), method
  not stated: this title
  oews-2025-05: BLS OEWS May 2025, 18 months old (no overtime, bonuses or
  self-employed): whole occupation 15-1232
────────────────────────────────────────────────────────────────────────────────
 29.74  median, p10, p25, p75 and p90, listed · BLS OEWS May 2025 · 15-1232
 Computer User Support Specialists, US · whole occupation, not this title · no
 overtime, bonuses or self-employed · 18 months old · also: Alameda County Wor…
 careercli salary tech-support-rep --per hour
 h hour  ⏎ open  r role  c compare  space mark  @ place  w where  y copy  q quit"""


async def pay(it: Driven, *roles: str) -> None:
    """From the catalog to the wages of some roles."""
    for role in roles:
        it.app.marks.toggle(role)
    await it.press("p")


async def test_wages_at_80_columns(explore: Explore) -> None:
    async with explore() as it:
        await pay(it, "noc-tech", "support-tech", "tech-support-rep")
        assert it.text == AT_80


async def test_wages_at_140_columns(explore: Explore) -> None:
    async with explore(size=HIGH) as it:
        await pay(it, "noc-tech", "support-tech", "tech-support-rep")
        assert it.text == AT_140


async def test_wages_by_the_hour(explore: Explore) -> None:
    async with explore() as it:
        await pay(it, "tech-support-rep")
        await it.press("h")
        assert it.text == BY_THE_HOUR
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
        assert it.text == AT_80


async def test_without_roles_all_are_drawn(explore: Explore) -> None:
    async with explore() as it:
        it.app._push(PayView())
        await it.settle()
        assert "pay by the year · 22 roles" in it.lines[0]


async def test_where_there_is_no_wage_it_says_so_in_full(explore: Explore, profiles: Callable[..., str]) -> None:
    async with explore(given=[profiles(bare="title: Bare")]) as it:
        await it.press("slash", *"bare", "enter", "p")
        assert "no wages" in it.lines[1]
