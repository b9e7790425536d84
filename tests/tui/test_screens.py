"""Whole screens, step by step as a person goes, on a small terminal and on a large one."""

from collections.abc import Callable, Sequence

import pytest

from careercli.presentation.text_width import width_of
from tests.tui.conftest import HIGH, LOW, Driven, Explore
from tests.tui.golden import is_as_kept, previewed

Steps = Sequence[tuple[str, Sequence[str]]]

BROWSING: Steps = [
    ("browse", ()),
    ("browse-mistyped", ("slash", *"netwrok")),
    ("browse-nothing", (*"zz",)),
    ("browse-sorted", ("escape", "s", "s", "s")),
    ("browse-form", ("f", *"15-1", "tab", "tab", "tab", *"bachelor")),
    ("browse-form-wrong", ("tab", *"100k", "enter")),
    ("browse-formed", ("ctrl+u", *"60000", "enter")),
    ("browse-marked", ("escape", "home", "space", "j", "space")),
    ("browse-help", ("question_mark",)),
    ("browse-palette", ("escape", "ctrl+p", *"mark")),
]

COMPARING: Steps = [
    ("compare", ()),
    ("compare-next", ("n", "n", "l")),
    ("compare-card", ("enter",)),
    ("compare-differences", ("escape", "d")),
    ("compare-turned", ("d", "t")),
    ("compare-notes", ("t", "end")),
    ("compare-rows", ("home", "slash", *"wage", "enter")),
    ("compare-nothing", ("slash", *"zz", "enter")),
    ("compare-baseline", ("escape", "l", "b")),
    ("compare-reordered", ("less_than_sign",)),
    ("compare-adding", ("a", *"sysad")),
    ("compare-added", ("enter",)),
    ("compare-removed", ("x",)),
    ("compare-all", ("f",)),
    ("compare-hour", ("f", "H")),
    ("compare-help", ("question_mark",)),
]

READING: Steps = [
    ("profile", ()),
    ("profile-card", ("down", "down", "enter")),
    ("profile-card-help", ("question_mark",)),
    ("profile-address", ("escape", "o")),
    ("profile-section", ("escape", "escape", "6")),
    ("profile-summary", ("f", "space")),
    ("profile-help", ("question_mark",)),
    ("profile-export", ("escape", "e")),
    ("profile-export-wrong", ("ctrl+u", "enter")),
]

MOVING: Steps = [
    ("routes-between", ("R",)),
    ("routes-by-gap", ("s",)),
    ("routes-walked", ("s", "s", "down", "right")),
    ("routes-walked-on", ("enter",)),
    ("routes-help", ("question_mark",)),
    ("missing", ("escape", "left", "left", "I", *["down"] * 4)),
    ("missing-turned", ("t",)),
    ("missing-help", ("question_mark",)),
    ("skills", ("escape", "escape", "r", "I")),
    ("similar", ("escape", "m", "down", "space")),
    ("similar-notes", ("end",)),
    ("routes-tree", ("home", "R")),
]


async def go(it: Driven, steps: Steps) -> None:
    for name, keys in steps:
        await it.press(*keys)
        await is_as_kept(it, name)


@pytest.mark.parametrize("size", [LOW, HIGH], ids=["80", "140"])
async def test_from_the_list_to_the_marks(explore: Explore, size: tuple[int, int]) -> None:
    async with explore(size=size) as it:
        await go(it, BROWSING)


@pytest.mark.parametrize("size", [LOW, HIGH], ids=["80", "140"])
async def test_a_comparison_in_every_way(explore: Explore, size: tuple[int, int]) -> None:
    async with explore("noc-tech", "support-tech", "isp-tech", size=size) as it:
        await go(it, COMPARING)


@pytest.mark.parametrize("size", [LOW, HIGH], ids=["80", "140"])
async def test_one_role_and_what_lies_over_it(explore: Explore, size: tuple[int, int]) -> None:
    async with explore("tech-support-rep", size=size) as it:
        it.app.export = lambda argv: ""
        await go(it, READING)


@pytest.mark.parametrize("size", [LOW, HIGH], ids=["80", "140"])
async def test_routes_gaps_and_what_is_near(explore: Explore, size: tuple[int, int]) -> None:
    async with explore("support-tech", "it-manager", size=size) as it:
        await go(it, MOVING)


async def test_the_smallest_terminal_and_one_that_is_too_small(explore: Explore) -> None:
    async with explore("noc-tech", "support-tech", size=(60, 20)) as it:
        await is_as_kept(it, "compare-smallest")
        for name, key in (("routes-smallest", "R"), ("missing-smallest", "I"), ("similar-smallest", "m")):
            await it.press(key)
            await is_as_kept(it, name)
            await it.press("escape")
        await it.press("escape")
        await is_as_kept(it, "browse-smallest")
        await it.pilot.resize_terminal(59, 20)
        await it.settle()
        assert it.text.split() == ["careercli", "needs", "60", "columns", "by", "20", "lines"]
        await it.press("j")
        await it.pilot.resize_terminal(60, 19)
        await it.settle()
        assert it.text.split() == ["careercli", "needs", "60", "columns", "by", "20", "lines"]
        await it.pilot.resize_terminal(60, 20)
        await it.settle()
        assert "›   IT Customer Support Specialist" in it.text


@pytest.mark.parametrize("width", [60, 80])
async def test_a_long_title_is_shortened_and_keeps_its_distance(explore: Explore, width: int) -> None:
    async with explore("tech-support-rep", size=(width, 24)) as it:
        title, gap, right = it.lines[0][:-8], it.lines[0][-8:-6], it.lines[0][-6:]
        assert (title.rstrip()[-1], gap, right) == ("…", "  ", "? help")
        await it.press("space")
        assert " · marked · " in it.lines[0]


async def test_a_click_on_help_in_the_title_opens_it(explore: Explore) -> None:
    async with explore("noc-tech", "support-tech") as it:
        await it.pilot.click("#title", offset=(20, 0))
        assert "what it does" not in it.text
        await it.pilot.click("#title", offset=(74, 0))
        await it.settle()
        assert "what it does" in it.text


@pytest.mark.parametrize("width", [60, 80, 140, 250])
async def test_the_list_says_what_its_wages_are_and_who_says_so(explore: Explore, width: int) -> None:
    async with explore(size=(width, 24)) as it:
        assert "official: BLS OEWS May 2025" in it.lines[2]
        assert it.lines[2].index("$ a year") == it.lines[1].index("median") - 2


@pytest.mark.parametrize("size", [(60, 20), (100, 24), (140, 40), (140, 60)])
async def test_a_preview_that_goes_on_says_so(explore: Explore, size: tuple[int, int]) -> None:
    async with explore(size=size) as it:
        await previewed(it)
        assert it.lines[-3].endswith("…") == (size != (140, 60))


async def test_a_large_terminal_is_used(explore: Explore) -> None:
    async with explore("noc-tech", "support-tech", size=(250, 70)) as it:
        rule = next(index for index, line in enumerate(it.lines) if line.startswith("───"))
        assert all(it.lines[rule:])
        await it.press("question_mark")
        box = [line for line in it.lines if "│" in line and "┌" not in line]
        assert all(line.partition("│")[2].partition("│")[0].strip() for line in box)
        await it.press("escape", "enter")
        assert it.lines[-10:-4] == [""] * 6 or "│" not in "".join(it.lines[-10:])
        await it.press("escape", "escape")
        await previewed(it)
        assert "help-desk · 15-1232 · Computer and Mathematical Occupations" in it.text


async def test_the_preview_stands_beside_the_list_from_100_columns_on(explore: Explore) -> None:
    async with explore(size=(99, 24)) as it:
        await previewed(it)
        assert not any("│" in line for line in it.lines)
        await it.pilot.resize_terminal(100, 24)
        await previewed(it)
        assert all("│" in line for line in it.lines[1:-2])


async def test_a_terminal_without_colors_says_the_same(explore: Explore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with explore() as it:
        await is_as_kept(it, "browse")
        await it.press("s", "S", "space")
        assert "title ↓" in it.text
        assert "✓" in it.text
        styles = [segment.style for row in it.app.screen._compositor.render_strips() for segment in row]
        hues = {color.triplet for style in styles if style for color in (style.color, style.bgcolor) if color}
        assert all(each is None or each.red == each.green == each.blue for each in hues)


async def test_every_theme_can_be_read_and_says_the_same(explore: Explore) -> None:
    async with explore("noc-tech", "support-tech") as it:
        shown, themes = {it.text}, []
        it.app.marks.replace(["noc-tech", "support-tech"])
        for _ in range(3):
            themes.append(it.app.theme)
            for keys in ((), ("enter",), ("escape", "r"), ("escape", "escape"), ("f",), ("escape",)):
                await it.press(*keys)
                await previewed(it)
                assert faint(it) == [], (it.app.theme, it.app.screen)
            await it.press("c", "ctrl+t")
            shown.add(it.text)
        assert themes == ["textual-dark", "textual-light", "high-contrast"]
        assert len(shown) == 1


def faint(it: Driven) -> list[str]:
    """The texts on top whose color stands out too little from the one behind it."""
    screen = it.app.screen
    top = screen.children[0].region if screen.is_modal else screen.region
    found = []
    for strip in screen._compositor.render_strips()[top.y : top.bottom]:
        for segment in strip.crop(top.x, top.right):
            colors = [segment.style.color, segment.style.bgcolor] if segment.style else []
            ink = [color.get_truecolor() for color in colors if color]
            if any(map(str.isalnum, segment.text)) and len(ink) == 2 and contrast(*ink) < 4.5:
                found.append(f"{segment.text!r} {contrast(*ink):.1f}")
    return found


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """As the Web Content Accessibility Guidelines define it."""
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def light(color: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in color]
    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


HOSTILE = '"[b]x[/b] [/] [@click=app.bell()]y \\e]0;z\\a \\u202eab 👩‍💻 ' + "W" * 120 + '"'
SOURCE = "sources: {s: {publisher: '[b]Someone[/]', title: '[@click=app.quit]s', url: 'https://a.b/[red]'}}"
ODD = f"""\
title: {HOSTILE}
{SOURCE}
wages: [{{per: year, median: $40000, note: '[/] [$primary] \u202e'}}]
responsibilities: ['[/]', '[bold]a\\u202eb']
next_roles: [aab: '[b]next[/]']
"""


@pytest.mark.parametrize("size", [LOW, HIGH], ids=["80", "140"])
async def test_what_a_profile_says_is_literal_on_every_screen(
    explore: Explore, profiles: Callable[..., str], size: tuple[int, int]
) -> None:
    folder = profiles(aaa=ODD, aab=ODD)
    async with explore(given=[folder], size=size) as it:
        steps: Sequence[tuple[Sequence[str], str]] = [
            (("end",), "[b]x[/b] [/] [@c"),
            (("slash", *"[b]", "enter"), "“[b]”"),
            (("escape", "s"), "[b]x"),
            (("ctrl+p",), "careercli"),
            (("escape", "enter"), "[b]x[/b] [/] [@click=app.bell()]y"),
            (("enter",), "[b]Someone[/]"),
            (("o",), "https://a.b/[red]"),
            (("escape", "escape", "question_mark"), "careercli show aaa"),
            (("escape", "end"), "Someone"),
            (("space", "p"), "aaa"),
            (("escape", "escape", "j", "space", "c"), "[b]x[/b] [/]"),
            (("d", "t"), "aab"),
            (("t", "d", "f", "slash", *"[bold]", "enter"), "[bold]a"),
            (("x", "a", *"[b]"), "[b]x[/b] [/]"),
        ]
        for keys, said in steps:
            await it.press(*keys)
            await previewed(it)
            assert said in it.text, (keys, it.text)
            unsafe = [sign for sign in it.text if sign in "\x1b\x07\u202e\x9b" or (sign < " " and sign != "\n")]
            assert unsafe == [], keys
            rows = it.app.screen._compositor.render_strips()
            assert {width_of("".join(segment.text for segment in row)) for row in rows} == {size[0]}, keys
            assert not any(segment.style and segment.style.meta.get("@click") for row in rows for segment in row)
