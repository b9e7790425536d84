"""Widget for lists and comparisons of any length, drawn one screen line at a time.

Textual's own table builds every row, neither wraps text nor fills the width, and lets frozen columns hide the rest.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain, groupby
from math import ceil
from operator import itemgetter
from typing import Any, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from careercli.model.sanitize import visible
from careercli.presentation.text_width import fill, width_of, wrap
from careercli.tui.widgets.columns import GAP, Column, Shown, laid_out, last_first

CURSOR, MARK = "›", "✓"
HEADING, GROUP, WIDE = "heading", "group", "wide"


class Row(NamedTuple):
    """One row: a cell for every column, each one text or several texts one below the other.

    A row of kind `wide` has a single text over the full width; so has a `heading`, which the cursor skips, as it
    skips a `group`: a heading with a cell for every column.
    """

    id: str
    cells: tuple[str | tuple[str, ...], ...]
    kind: str = ""
    is_marked: bool = False


_CACHED_LINES = 2_000
"""Drawn lines kept before the cache is cleared."""


class Grid(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows rows of cells under a fixed heading, with a cursor on a row or, with `by_cell`, on a cell.

    With `wraps`, a row takes as many lines as its longest cell; without, each row is one line and is
    built only when it is drawn. The first `frozen` columns stay in place while the others scroll.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Size of all lines; a change lays out no other widget, because the grid's own size stays the same."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--header", "grid--heading", "grid--cursor", "grid--cursor-row", "grid--frozen",
    }  # fmt: skip

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("left,h", "sideways(-1)", "left", show=False),
        Binding("right,l", "sideways(1)", "right", show=False),
        Binding("pageup,ctrl+b", "page(-1)", "page up", show=False),
        Binding("pagedown,ctrl+f", "page(1)", "page down", show=False),
        Binding("home,g", "end(-1)", "first row", show=False),
        Binding("end,G", "end(1)", "last row", show=False),
        Binding("enter", "choose", "open", tooltip="open what is under the cursor"),
    ]

    class Highlighted(Message):
        """The cursor moved, or its row shows something else."""

    class Chosen(Highlighted):
        """The user opened a row or cell by key, or by a click on the cursor."""

    class HeaderClicked(Message):
        """The user clicked the heading of a column."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, frozen: int = 1, by_cell: bool = False, wraps: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.frozen, self._by_cell, self._wraps = frozen, by_cell, wraps
        self._columns: Sequence[Column] = ()
        self._things: Sequence[Any] = ()
        self._row_of: Callable[[Any], Row] = _as_row
        self._row, self._column, self._first = 0, frozen, 0
        self._shown: list[Shown] = []
        self._lines: list[list[list[str]]] = []
        self._starts: Sequence[int] = range(1)
        self._width = 0
        self._plain, self._full_width = Style.null(), 0
        self._cache_key: tuple[object, ...] = ()
        self._line_cache: dict[tuple[Row, bool], Strip] = {}

    # -- rows

    def show(
        self, columns: Sequence[Column], things: Sequence[Any], row_of: Callable[[Any], Row] | None = None, at: int = 0
    ) -> None:
        """Show `things` under `columns`, each as the row that `row_of` returns, with the cursor on row `at`.

        Without `row_of` the things are rows.
        """
        before = self._heading_height
        self._columns, self._things, self._row_of = columns, things, row_of or _as_row
        if self._heading_height != before and self.show_vertical_scrollbar:
            self.refresh(layout=True)
        self._column = min(max(self._column, self.frozen), max(len(columns) - 1, 0))
        self._lay_out()
        self._move_cursor(at)

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column of the cursor; the row is -1 in an empty grid."""
        return (self._row if self._things else -1), self._column

    @property
    def thing(self) -> Any:
        """The thing shown in the cursor's row, or None in an empty grid."""
        return self._things[self._row] if self._things else None

    def go_to(self, row: int, column: int | None = None) -> None:
        """Move the cursor to a row and, if given, to a column, and scroll it into view."""
        if column is not None and self._columns:
            self._column = min(max(column, self.frozen), len(self._columns) - 1)
            self._show_column()
        self._move_cursor(row)

    # -- layout

    @property
    def _heading_height(self) -> int:
        """Lines of the heading: 2 if a column has a note, 0 if no column has a label."""
        if any(column.note for column in self._columns):
            return 2
        return int(any(column.label for column in self._columns))

    @property
    def _row_lines(self) -> int:
        """Lines available to rows."""
        return max(self.size.height - self._heading_height, 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that heading and rows take in that width."""
        return self._lay_out_in(width)

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()
        self._scroll_to_cursor()

    def _lay_out(self) -> None:
        if not self.size:
            self._width = 0
            return
        least = len(self._things) + self._heading_height
        height = least if least > self.size.height else self._lay_out_in(self.size.width)
        if height > self.size.height:
            height = self._lay_out_in(self.size.width - self.styles.scrollbar_size_vertical)
        self.virtual_size = Size(self._width, height)
        self._update_scrollbar(height)
        self.refresh()

    def _update_scrollbar(self, height: int) -> None:
        """Fit the scroll bar and its position to `height` lines, as Textual would when it lays out the screen."""
        self.show_vertical_scrollbar = height > self.size.height
        if self.show_vertical_scrollbar:
            bar = self.vertical_scrollbar
            bar.styles.padding = (self._heading_height, 0, 0, 0)  # Beside the rows only: the heading does not scroll.
            before = _thumb_end(bar)
            bar.set_reactive(ScrollBar.window_virtual_size, height)
            bar.set_reactive(ScrollBar.window_size, self.size.height)
            if _thumb_end(bar) != before:  # Textual would draw all of it again, which takes as long as the rows.
                bar.refresh(Region(0, 0, bar.size.width, ceil(max(_thumb_end(bar), before))))
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def _lay_out_in(self, width: int) -> int:
        """Lay out columns and rows in `width` cells; return the lines of heading and rows together."""
        self._width = width
        self._first = min(self._first, last_first(self._columns, self.frozen, width))
        self._shown = laid_out(self._columns, self.frozen, self._first, width)
        if self._wraps:
            self._lines = [self._lines_of(self._row_of(thing)) for thing in self._things]
            heights = (max(map(len, lines), default=1) for lines in self._lines)
            self._starts = list(accumulate(heights, initial=0))
        else:
            self._starts = range(len(self._things) + 1)
        return self._starts[-1] + self._heading_height

    def _lines_of(self, row: Row) -> list[list[str]]:
        """Return the lines of a row's cells, one list for each visible column, or one for the full width."""
        if row.kind in (HEADING, WIDE):
            return [self._cell_lines(row.cells[0], self._width - GAP)]
        return [self._cell_lines(row.cells[shown.column], shown.width) for shown in self._shown]

    def _cell_lines(self, cell: str | tuple[str, ...], width: int) -> list[str]:
        parts = map(visible, (cell,) if isinstance(cell, str) else cell)
        return [line for part in parts for line in wrap(part, width)] if self._wraps else list(parts)

    def _span(self, row: int) -> tuple[int, int]:
        """Return a row's first line and its number of lines."""
        return self._starts[row], self._starts[row + 1] - self._starts[row]

    def _row_at(self, line: int) -> tuple[int, int]:
        """Return the row that contains a line, and the line's index within that row."""
        row = bisect_right(self._starts, line) - 1
        return row, line - self._starts[row]

    # -- cursor

    def _move_cursor(self, row: int) -> None:
        """Move the cursor to `row`, or past a heading, and post `Highlighted`."""
        before = self._row
        self._row = self._skip_headings(min(max(row, 0), max(len(self._things) - 1, 0)), 1 if row >= before else -1)
        self._scroll_to_cursor()
        self._refresh_row(before)
        self._refresh_row(self._row)
        self.post_message(self.Highlighted())

    def _skip_headings(self, row: int, step: int) -> int:
        """Return the nearest row in the direction of `step` that is not a heading, or else in the other direction."""
        rows = range(len(self._things))
        after, before = rows[row:], rows[row::-1]
        order = chain(after, before) if step > 0 else chain(before, after)
        return next((at for at in order if not self._is_heading(at)), row)

    def _is_heading(self, row: int) -> bool:
        return self._row_of(self._things[row]).kind in (HEADING, GROUP)

    def _refresh_row(self, row: int) -> None:
        if row >= len(self._things) or not self._width:
            return
        first, count = self._span(row)
        self.refresh_lines(first + self._heading_height, count)

    def _scroll_to_cursor(self) -> None:
        """Scroll the least that shows the cursor's row, and the section heading right above it if both fit."""
        if not self._things or not self._width:
            return
        first, count = self._span(self._row)
        top = int(self.scroll_offset.y)
        if first + count > top + self._row_lines:
            top = first + count - self._row_lines
        top = min(top, first)
        if self._row and self._is_heading(self._row - 1) and self._span(self._row - 1)[0] < top:
            top = self._span(self._row - 1)[0]
        if top != int(self.scroll_offset.y):
            self.scroll_to(y=top, animate=False, force=True)

    def action_move(self, step: int) -> None:
        """Move the cursor one row down (`step` 1) or up (-1)."""
        if 0 <= self._row + step < len(self._things):
            at = self._skip_headings(self._row + step, step)
            self._move_cursor(at if (at - self._row) * step > 0 else self._row)

    def action_page(self, step: int) -> None:
        """Move the cursor by one screen, less one line."""
        if not self._things or not self._width:
            return
        first, _ = self._span(self._row)
        last = self._span(len(self._things) - 1)[0]
        self._move_cursor(self._row_at(min(max(first + step * max(self._row_lines - 1, 1), 0), last))[0])

    def action_end(self, step: int) -> None:
        """Move the cursor to the first row (`step` -1) or the last (1)."""
        self._move_cursor(0 if step < 0 else len(self._things) - 1)

    def action_sideways(self, step: int) -> None:
        """Move the cursor one cell sideways; without a cell cursor, scroll the columns by one."""
        if self._by_cell:
            self._column = min(max(self._column + step, self.frozen), max(len(self._columns) - 1, self.frozen))
            self._show_column()
            self._move_cursor(self._row)
        else:
            self._scroll_columns(self._first + step)

    def _show_column(self) -> None:
        """Scroll the columns the least that shows the cursor's column."""
        if self._column - self.frozen < self._first:
            self._scroll_columns(self._column - self.frozen)
        while self._shown and self._column > self._shown[-1].column and self._scroll_columns(self._first + 1):
            pass

    def _scroll_columns(self, first: int) -> bool:
        """Make `first` the first of the columns that scroll, as far as it can be; return True if that changes it."""
        most = last_first(self._columns, self.frozen, self._width)
        first = min(max(first, 0), most)
        if first == self._first:
            return False
        self._first = first
        self._lay_out()
        return True

    def action_choose(self) -> None:
        if self._things:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Post `HeaderClicked` for a heading, move the cursor to a row or cell, or open the one it is on."""
        line = event.y - self._heading_height
        column = next((s.column for s in reversed(self._shown) if event.x >= s.left - GAP), 0)
        if line < 0:
            if self._shown:
                self.post_message(self.HeaderClicked(self._columns[column].key))
            return
        line += int(self.scroll_offset.y)
        if line >= self.virtual_size.height - self._heading_height:
            return
        row = self._row_at(line)[0]
        column = max(column, self.frozen) if self._by_cell else self._column
        if self._is_heading(row):
            return
        if (row, column) == self.cursor:
            self.action_choose()
        else:
            self.go_to(row, column)

    # -- drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw screen lines; look the style and the width up once for all of them.

        Textual's own method would also draw borders and padding, which a grid has none of, and take most of the time.
        """
        self._plain, self._full_width = self.rich_style, self.size.width
        key = (self._plain, self._style("grid--cursor"), self._full_width, self._width, *self._columns, *self._shown)
        if key != self._cache_key or len(self._line_cache) > _CACHED_LINES:
            self._cache_key = key
            self._line_cache.clear()
        strips = [self.render_line(y).crop(*crop.column_span) for y in crop.line_range]
        _, background = self.background_colors
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """Draw one screen line: of the heading, of a row, or blank."""
        if not self._shown or not self._width:
            return Strip.blank(self._full_width, self._plain)
        if y < self._heading_height:
            strip = self._heading(y)
        else:
            line = y - self._heading_height + int(self.scroll_offset.y)
            if line >= self.virtual_size.height - self._heading_height:
                return Strip.blank(self._full_width, self._plain)
            strip = self._row_line(*self._row_at(line)) if self._wraps or self._by_cell else self._cached_line(line)
        return strip.adjust_cell_length(self._full_width, self._plain)

    def _heading(self, y: int) -> Strip:
        """Draw line `y` of the heading, with a count at either end of the columns that are scrolled out."""
        style = self._style("grid--header")
        before, after = ("", "") if y else self._hidden_columns
        segments = []
        used = 0
        for position, shown in enumerate(self._shown):
            column = self._columns[shown.column]
            if y and position and not column.note:
                continue
            if position == self.frozen:
                segments.append(Segment(before, style))
                used += width_of(before)
            end = self._end_of_note(position) if y else shown.left + shown.width
            if position + 1 == self.frozen and before:
                end = min(end, shown.left + shown.width + GAP - width_of(before))
            if position + 1 == len(self._shown):
                end = min(end, self._width - width_of(after))
            text = visible(column.note if y else column.label)
            segments.append(Segment(" " * (shown.left - used), style))
            segments.append(Segment(fill(text, max(end - shown.left, 0), column.right), style))
            used = max(end, shown.left)
        segments.append(Segment(after.rjust(self._width - used), style))
        return Strip(segments).extend_cell_length(self.size.width, style)

    @property
    def _hidden_columns(self) -> tuple[str, str]:
        """The columns hidden to the left and to the right, as `← 2 ` and ` 3 more →`; empty for none.

        Where the last heading needs the room, ` 3 →`.
        """
        last = self._shown[-1]
        after = len(self._columns) - 1 - last.column
        long, short = f" {after} more →", f" {after} →"
        room = self._width - last.left - width_of(self._columns[last.column].label)
        return (f"← {self._first} " if self._first else "", (long if width_of(long) <= room else short) * bool(after))

    def _end_of_note(self, position: int) -> int:
        """Return the cell where a note ends; it may extend over columns without a note."""
        shown = self._shown[position]
        if self._columns[shown.column].right:
            return shown.left + shown.width
        noted = (later for later in self._shown[position + 1 :] if self._columns[later.column].note)
        return next((later.left - GAP for later in noted), self._width)

    def _cached_line(self, index: int) -> Strip:
        """Return the line of a one-line row from the cache; scrolling and filtering redraw mostly the same rows."""
        key = self._row_of(self._things[index]), index == self._row
        if key not in self._line_cache:
            self._line_cache[key] = self._row_line(index, 0)
        return self._line_cache[key]

    def _row_line(self, index: int, part: int) -> Strip:
        """Draw line `part` of a row."""
        row = self._row_of(self._things[index])
        lines = self._lines[index] if self._wraps else self._lines_of(row)
        here = index == self._row
        if row.kind in (HEADING, WIDE):
            return self._full_width_line(row, lines[0][part], here, part)
        base = self._style("grid--cursor" if here and not self._by_cell else "grid--cursor-row" if here else "")
        if row.kind == GROUP:
            base = self._style("grid--heading")
        pieces: list[tuple[str, Style]] = []
        used = 0
        for position, (shown, cell) in enumerate(zip(self._shown, lines, strict=True)):
            on_cell = here and self._by_cell and shown.column == self._column
            style = self._style("grid--cursor") if on_cell else base
            if not here and position < self.frozen and self._by_cell:
                style = self._style("grid--frozen")
            text = cell[part] if part < len(cell) else ""
            lead = self._prefix(row, position, here, on_cell, part)
            pieces.append((" " * (shown.left - GAP - used) + lead[:-1], base))
            pieces.append((lead[-1] + fill(text, shown.width, self._columns[shown.column].right), style))
            used = shown.left + shown.width
        pieces.append((" " * (self._width - used), base))
        pieces.append((" " * (self._full_width - max(used, self._width)), self._plain))
        return _strip(pieces)

    def _full_width_line(self, row: Row, text: str, here: bool, part: int) -> Strip:
        """Draw a line of a row whose single text takes the full width."""
        name = "grid--heading" if row.kind == HEADING else "grid--cursor" if here else ""
        style = self._style(name or ("grid--frozen" if self._by_cell else ""))
        lead = "" if row.kind == HEADING else f"{CURSOR if here and not part else ' '}{MARK if row.is_marked else ' '}"
        return Strip([Segment(lead + fill(text, self._width - len(lead)), style)])

    def _prefix(self, row: Row, position: int, here: bool, on_cell: bool, part: int) -> str:
        """Return the two cells before a column: the cursor and, before the first column of a list, the mark."""
        if on_cell and not part:
            return f" {CURSOR}"
        if part or position:
            return "  "
        cursor = CURSOR if here and not self._by_cell else " "
        return f"{cursor}{MARK if row.is_marked else ' '}"

    def _style(self, name: str) -> Style:
        return self._plain + self.get_component_rich_style(name) if name else self._plain


def _thumb_end(bar: ScrollBar) -> float:
    """Return the line at which the thumb of a scroll bar ends."""
    return (bar.position + bar.window_size) * bar.content_size.height / bar.window_virtual_size


def _as_row(thing: Any) -> Row:
    assert isinstance(thing, Row)
    return thing


def _strip(pieces: Iterable[tuple[str, Style]]) -> Strip:
    """Join texts into a line; neighbors of the same style become one segment, because each segment costs time."""
    merged = groupby(pieces, key=itemgetter(1))
    texts = (("".join(text for text, _ in same), style) for style, same in merged)
    return Strip([Segment(text, style) for text, style in texts if text])
