"""The grid by itself: what it draws, how the cursor moves, and that only what is seen is made."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from rich.style import Style
from textual import events, on
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from careercli.presentation.text_width import width_of
from careercli.tui.widgets.columns import Column
from careercli.tui.widgets.grid import HEADING, WIDE, Grid, Row
from tests.tui.conftest import Driven

LIST = (Column("title", "title", 30, 10), Column("wage", "wage", 8, 8, right=True))


class OneGrid(App[None]):
    """A grid on the whole screen, and what it said."""

    CSS = "Grid { height: 1fr; overflow: hidden auto; scrollbar-size: 1 1; }"

    def __init__(self, grid: Grid, columns: Sequence[Column], things: Sequence[Any], row_of: Callable[[Any], Row]):
        super().__init__()
        self.grid, self._shown = grid, (columns, things, row_of)
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.grid

    def on_mount(self) -> None:
        self.grid.show(*self._shown)

    @on(Grid.Chosen)
    def _chosen(self) -> None:
        self.said.append("chosen {}/{}".format(*self.grid.cursor))

    @on(Grid.HeaderClicked)
    def _header(self, message: Grid.HeaderClicked) -> None:
        self.said.append(f"heading {message.key}")


class Shown(Driven):
    """The running grid."""

    def __init__(self, app: OneGrid, pilot: Pilot[None]) -> None:
        super().__init__(app, pilot)
        self.grid = app.grid

    @property
    def lines(self) -> list[str]:
        strips = self.app.screen._compositor.render_strips()
        return ["".join(strip.text for strip in row) for row in strips]

    @property
    def text(self) -> str:
        """The screen without trailing spaces, empty lines at its end, and the bar at its right."""
        return "\n".join(line.rstrip(" ▁▂▃▄▅▆▇█▔") for line in self.lines).rstrip()

    @property
    def bar(self) -> list[tuple[str, Style | None]]:
        """The last cell of every line and its colors."""
        ends = [list(strip)[-1] for strip in self.app.screen._compositor.render_strips()]
        return [(segment.text[-1], segment.style) for segment in ends]

    @property
    def row(self) -> int:
        return self.grid.cursor[0]

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.settle()


def itself(row: Row) -> Row:
    return row


@asynccontextmanager
async def shown(
    columns: Sequence[Column],
    things: Sequence[Any],
    row_of: Callable[[Any], Row] = itself,
    size: tuple[int, int] = (44, 10),
    **kind: Any,
) -> AsyncIterator[Shown]:
    app = OneGrid(Grid(**kind), columns, things, row_of)
    async with app.run_test(size=size) as pilot:
        it = Shown(app, pilot)
        await it.settle()
        yield it


def numbered(count: int, **what: Any) -> list[Row]:
    return [Row(str(n), (f"role {n}", f"{n}"), **what) for n in range(count)]


ROLES = [
    Row("a", ("Network Engineer", "130,390"), is_marked=True),
    Row("b", ("網路技術員", "76,220")),
    Row("c", ("Ingénieur re\u0301seau", "1")),
    Row("d", ("A title of so many letters that it cannot stand here", "—")),
    Row("e", ("[b]x[/] [@click=app.bell()]\x1b]0;z\x07", "")),
]

AS_A_LIST = """\
  title                               wage
›✓Network Engineer                 130,390
  網路技術員                        76,220
  Ingénieur re\u0301seau                       1
  A title of so many letters th…         —
  [b]x[/] [@click=app.bell()]\\u…"""


async def test_a_list_aligns_wide_and_combining_characters_and_shortens_long_titles() -> None:
    async with shown(LIST, ROLES, size=(42, 8)) as it:
        assert it.text == AS_A_LIST
        assert {width_of(line) for line in it.lines} == {42}
        segments = [segment for row in it.app.screen._compositor.render_strips() for segment in row]
        assert not any(segment.style and segment.style.meta.get("@click") for segment in segments)


async def test_of_ten_thousand_rows_only_those_in_sight_are_made() -> None:
    made: list[int] = []

    def row_of(number: int) -> Row:
        made.append(number)
        return Row(str(number), (f"role {number}", ""))

    async with shown(LIST, range(10_000), row_of) as it:
        assert set(made) <= set(range(9))
        made.clear()
        await it.press("end")
        assert it.row == 9_999
        assert "› role 9999" in it.text
        assert set(made) <= {0, *range(9_980, 10_000)}
        made.clear()
        it.grid.show(LIST, range(5_000), row_of, 2_500)
        await it.settle()
        assert "› role 2500" in it.text
        assert len(set(made)) < 30


async def test_the_cursor_moves_by_rows_pages_and_to_either_end() -> None:
    async with shown(LIST, numbered(100)) as it:
        seen = []
        for key in ("down", "j", "k", "pagedown", "pagedown", "pageup", "G", "down", "end", "up", "g", "up", "home"):
            await it.press(key)
            seen.append(it.row)
            assert f"› role {it.row} " in it.text
        assert seen == [1, 2, 1, 9, 17, 9, 99, 99, 99, 98, 0, 0, 0]


async def test_the_screen_scrolls_just_so_far_that_the_cursor_is_seen() -> None:
    async with shown(LIST, numbered(100)) as it:
        await it.press(*["down"] * 9)
        assert it.lines[1].startswith("  role 1 ")
        assert it.lines[9].startswith("› role 9 ")
        await it.press(*["up"] * 8)
        assert it.lines[1].startswith("› role 1 ")


async def test_a_click_takes_the_cursor_and_a_second_opens_a_click_on_the_heading_says_its_column() -> None:
    async with shown(LIST, numbered(100)) as it:
        await it.pilot.click(Grid, offset=(5, 4))
        assert (it.row, it.app.said) == (3, [])
        await it.pilot.click(Grid, offset=(30, 4))
        assert it.app.said == ["chosen 3/1"]
        await it.press("enter")
        await it.pilot.click(Grid, offset=(5, 0))
        await it.pilot.click(Grid, offset=(40, 0))
        assert it.app.said[1:] == ["chosen 3/1", "heading title", "heading wage"]
        it.grid.show(LIST, numbered(2))
        await it.pilot.click(Grid, offset=(5, 7))
        assert (it.row, len(it.app.said)) == (0, 4)


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    async with shown(LIST, numbered(100)) as it:
        wheel = events.MouseScrollDown(it.grid, 5, 5, 0, 1, 0, False, False, False, 5, 5)
        it.grid.post_message(wheel)
        await it.settle()
        while it.grid.scroll_offset.y == 0:
            await it.pilot.pause(0.01)
        assert it.row == 0
        assert "› role 0" not in it.text
        await it.press("down")
        assert "› role 1 " in it.text


COMPARED = (
    Column("label", "", 12),
    Column("noc", "noc-tech", 17, 10, note="Network Technician"),
    Column("sup", "support-tech", 17, 10, note="Customer Support"),
)
FIELDS = [
    Row("PAY", ("PAY   US dollars a year",), HEADING),
    Row("median", ("official median", "76,220", ("61,860", "−14,360 −18.8 %"))),
    Row("city", ("best-paying city", ("Mountain View, CA", "San José, CA"), "New York, NY")),
    Row("SKILLS", ("SKILLS",), HEADING),
    Row("skills", ("skills", "troubleshoot 9", ("SQL 9",))),
    Row("note", ("a BLS OEWS May 2025, whole occupations, neither overtime nor bonuses",), WIDE),
]

AS_A_TABLE = """\
                noc-tech           support-tech
                Network Technici…  Customer Support
PAY   US dollars a year
  official     ›76,220             61,860
  median                           −14,360 −18.8 %
  best-paying   Mountain View, CA  New York, NY
  city          San José, CA
SKILLS
  skills        troubleshoot 9     SQL 9
  a BLS OEWS May 2025, whole occupations, neither
  overtime nor bonuses"""


async def test_a_comparison_wraps_its_cells_under_headings_that_the_cursor_passes() -> None:
    async with shown(COMPARED, FIELDS, size=(52, 14), by_cell=True, wraps=True) as it:
        assert it.text == AS_A_TABLE
        assert it.grid.cursor == (1, 1)
        cells = []
        for key in ("l", "l", "j", "j", "h", "h", "h", "k", "k", "k"):
            await it.press(key)
            cells.append(it.grid.cursor)
        assert cells == [(1, 2), (1, 2), (2, 2), (4, 2), (4, 1), (4, 1), (4, 1), (2, 1), (1, 1), (1, 1)]
        await it.press("end")
        assert it.row == 5
        assert "› a BLS OEWS" in it.text
        await it.press("home")
        assert it.grid.cursor == (1, 1)


async def test_right_to_left_cells_and_lines_are_isolated_and_keep_their_columns() -> None:
    heading = COMPARED[1]._replace(note="טכנאי רשתות")
    rows = [Row("city", ("city", "תל אביב עיר גדולה", "New York")), Row("note", ("ספר עברי",), WIDE)]
    async with shown((COMPARED[0], heading, COMPARED[2]), rows, size=(52, 6), wraps=True, by_cell=True) as it:
        assert it.text.replace("\u2068", "<").replace("\u2069", ">") == (
            "                noc-tech           support-tech\n"
            "                <טכנאי רשתות>        Customer Support\n"
            "  city         ›<תל אביב עיר גדולה>  New York\n"
            "  <ספר עברי>"
        )
        assert {width_of(line) for line in it.lines} == {52}
        await it.press("down")
        assert it.cursor_line.startswith("› \u2068ספר עברי\u2069")


async def test_a_click_on_a_section_does_nothing_and_on_a_cell_takes_the_cursor() -> None:
    async with shown(COMPARED, FIELDS, size=(52, 14), by_cell=True, wraps=True) as it:
        await it.pilot.click(Grid, offset=(5, 7))
        assert it.grid.cursor == (1, 1)
        await it.pilot.click(Grid, offset=(40, 6))
        assert it.grid.cursor == (2, 2)
        await it.pilot.click(Grid, offset=(40, 5))
        assert it.app.said == ["chosen 2/2"]
        await it.pilot.click(Grid, offset=(2, 8))
        assert it.grid.cursor == (4, 1)


async def test_the_section_of_the_first_row_comes_back_into_sight_with_it() -> None:
    async with shown(COMPARED, FIELDS, size=(50, 6), by_cell=True, wraps=True) as it:
        await it.press("end")
        assert "PAY" not in it.text
        await it.press("home")
        assert "PAY   US dollars" in it.text
        assert "›76,220" in it.text


async def test_a_row_longer_than_the_screen_begins_at_its_top() -> None:
    long = Row("long", ("steps", tuple(f"step {n}" for n in range(30)), ""))
    async with shown(COMPARED, [*FIELDS, long], size=(50, 10), by_cell=True, wraps=True) as it:
        await it.press("end")
        assert "›step 0" in it.text
        await it.press("pageup")
        assert it.row < 6


async def test_the_first_column_never_hides_the_rest() -> None:
    columns = [Column("title", "title", 3000), *(Column(f"c{n}", f"c{n}", 8) for n in range(8))]
    rows = [Row(str(n), ("x" * 3000, *(f"{n}.{c}" for c in range(8)))) for n in range(3)]
    for width in (20, 40, 80):
        async with shown(columns, rows, size=(width, 6), by_cell=True) as it:
            assert it.lines[1].index("…") < width * 0.4
            assert "›0.0" in it.text
            await it.press(*["l"] * 8)
            assert "›0.7" in it.text
            assert "←" in it.lines[0]
            assert "→" not in it.lines[0]
            await it.press(*["h"] * 8)
            assert "›0.0" in it.text
            assert "←" not in it.lines[0]
            assert "→" in it.lines[0]


async def test_a_list_scrolls_sideways_to_the_columns_that_do_not_fit() -> None:
    columns = [Column("title", "title", 10), *(Column(f"c{n}", f"c{n}", 8) for n in range(6))]
    rows = [Row("0", ("role", *(f"cell {n}" for n in range(6))))]
    async with shown(columns, rows, size=(34, 4)) as it:
        assert it.text == "  title       c0        c1     4 →\n› role        cell 0    cell 1"
        await it.press("right", "l")
        assert it.text == "  title   ← 2 c2        c3     2 →\n› role        cell 2    cell 3"
        await it.press(*["right"] * 9)
        assert it.lines[1].rstrip().endswith("cell 5")


async def test_marks_stand_before_their_rows() -> None:
    rows = [row._replace(is_marked=not int(row.id) % 2) for row in numbered(4)]
    async with shown(LIST, rows) as it:
        assert [line[:3] for line in it.lines[1:5]] == ["›✓r", "  r", " ✓r", "  r"]


async def test_a_terminal_that_changes_its_size_keeps_the_cursor_in_sight() -> None:
    async with shown(LIST, numbered(1000)) as it:
        await it.press("end", *["up"] * 20)
        for size in ((20, 5), (120, 40), (8, 3), (3, 2), (1, 1), (44, 10)):
            await it.resize(*size)
            if size[0] > 8:
                assert [line[:7] for line in it.lines if "›" in line] == ["› role "]
                assert "979" in next(line for line in it.lines if "›" in line)
        assert it.row == 979
        assert "› role 979" in it.text
        await it.press("home")
        await it.resize(44, 20)
        assert it.lines[1].startswith("› role 0 ")


async def test_cells_wrap_anew_when_the_width_changes() -> None:
    async with shown(COMPARED, FIELDS, size=(52, 14), by_cell=True, wraps=True) as it:
        await it.press("j", "j")
        await it.resize(30, 8)
        assert "›troubleshoot 9" in it.text
        await it.resize(52, 14)
        assert "›troubleshoot 9" in it.text
        await it.press("home")
        assert it.text == AS_A_TABLE


async def test_without_rows_keys_and_clicks_do_nothing() -> None:
    for kind in ({}, {"by_cell": True, "wraps": True}):
        async with shown(LIST, [], **kind) as it:
            await it.press("down", "up", "pagedown", "pageup", "end", "home", "left", "right", "enter")
            await it.pilot.click(Grid, offset=(3, 3))
            assert it.row == -1
            assert it.grid.thing is None
            assert it.app.said == []
            assert it.text.split() == ["title", "wage"]


async def test_sections_alone_leave_nothing_to_open_and_no_way_to_fall_off() -> None:
    rows = [Row("a", ("PAY",), HEADING), Row("b", ("SKILLS",), HEADING)]
    async with shown(COMPARED, rows, by_cell=True, wraps=True) as it:
        await it.press("down", "up", "end", "home", "pagedown")
        assert "PAY" in it.text
        assert "SKILLS" in it.text


async def test_where_all_columns_are_frozen_the_cursor_has_no_cell_and_nothing_hangs() -> None:
    async with shown(LIST[:1], [Row("0", ("role",))], by_cell=True) as it:
        it.grid.go_to(0, 1)
        await it.press("left", "right", "down", "end", "home")
        assert "role" in it.text


async def test_the_scroll_bar_stands_beside_the_rows_and_not_beside_the_heading() -> None:
    columns = [Column("title", "title", 20, note="of what"), Column("wage", "wage", 8)]
    rows = [Row(str(n), (f"row {n}", f"{n}")) for n in range(20)]
    async with shown(columns, rows, size=(40, 12)) as it:
        for height in (6, 9, 13):
            await it.resize(40, height)
            for row in range(0, 20, 3):
                it.grid.go_to(row)
                await it.settle()
                assert [line[-1] for line in it.lines[:2]] == [" ", " "], (height, row)


async def test_a_heading_is_shortened_with_a_sign_where_more_columns_follow() -> None:
    columns = [Column("title", "title", 10), *(Column(f"c{n}", f"column {n}", 8) for n in range(6))]
    rows = [Row("0", ("role", *(f"cell {n}" for n in range(6))))]
    async with shown(columns, rows, size=(32, 4)) as it:
        assert it.lines[0] == "  title       column 0  col… 4 →"


async def test_a_note_goes_on_over_columns_that_have_none() -> None:
    columns = [
        Column("title", "title", 10, note="of whom, and when"), Column("code", "code", 8),
        Column("wage", "wage", 8, right=True, note="a year"), Column("more", "more", 8),
    ]  # fmt: skip
    async with shown(columns, [Row("0", ("role", "1", "2", "3"))], size=(50, 4)) as it:
        assert it.text.splitlines()[:2] == [
            "  title       code          wage  more",
            "  of whom, and when       a year",
        ]


async def test_columns_without_labels_have_no_heading() -> None:
    async with shown([Column("text", "", 10)], [Row("0", ("text",))], size=(20, 4)) as it:
        assert it.text == "› text"


async def test_the_scroll_bar_is_drawn_as_long_as_the_rows_ask_for_wherever_they_are_scrolled() -> None:
    async with shown(LIST, numbered(30), size=(44, 14)) as it:
        for count, row in ((500, 0), (31, 0), (60, 0), (4_000, 3_000), (13, 0), (90, 40), (85, 40)):
            it.grid.show(LIST, numbered(count), at=row)
            await it.settle()
            drawn = it.bar
            it.grid.vertical_scrollbar.refresh()
            await it.settle()
            assert drawn == it.bar, count
