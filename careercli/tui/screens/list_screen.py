"""Screen that lists what is near a role, and base class of those with its routes and its skills."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.worker import Worker, WorkerFailed

from careercli.errors import CareerError
from careercli.model.claims import Source
from careercli.presentation.compare_view import CompareView
from careercli.presentation.listed import ListPage, ListRow
from careercli.presentation.views import MoveView, PayView, ProfileView, bare, placed
from careercli.tui.screens.view_screen import ViewScreen
from careercli.tui.session import Session
from careercli.tui.widgets.columns import Column, natural
from careercli.tui.widgets.grid import HEADING, WIDE, Grid, Row
from careercli.tui.widgets.text_panel import Text

_WIDE = 100
"""Columns of a terminal from which spare columns are shown."""


class ListScreen(ViewScreen):
    """Groups of rows, and below them what is said of the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "mark", tooltip="mark the role, or take its mark away"),
        Binding("c", "compare", "compare", tooltip="compare both ends, or the marked roles"),
        Binding("p", "pay", "pay", show=False, tooltip="the wages of both ends on one scale"),
        Binding("r", "profile", "role", show=False, tooltip="the role under the cursor in full"),
    ]

    view: MoveView

    def __init__(self, explorer: Session, view: MoveView) -> None:
        super().__init__(explorer, view)
        self._page: ListPage | None = None
        self._reading: Worker[None] | None = None
        self._rows: dict[str, ListRow] = {}

    def body(self) -> ComposeResult:
        yield Grid(wraps=True)
        yield Text(id="details", wraps=True)

    def on_screen_resume(self) -> None:
        """Redraw the marks, which another screen may have changed."""
        self.draw()

    def show(self, view: MoveView, at: int = 0) -> None:
        """Read and show a view with the cursor on row `at`."""
        self._reading = self.run_worker(self._read(view, at), exclusive=True, group="list")

    async def finish_reading(self) -> None:
        """Wait until what was asked for is shown: a key may come in one burst with the one before."""
        if self._reading:
            with suppress(WorkerFailed):
                await self._reading.wait()

    async def _read(self, view: MoveView, at: int) -> None:
        try:
            page = await self.explorer.questions.ask(view.page, self.explorer.catalog)
        except CareerError as error:
            self.view, self._page, self._rows = view, None, {}
            self.show_problem(error)
        else:
            self.view, self._page, self._rows = view, page, {row.id: row for row in page.rows}
            first = len(page.above) + bool(page.groups and page.groups[0].heading)
            self.draw(at or first)
        self.say_view()

    @property
    def title_text(self) -> str:
        """The title of the list, and the number of marks."""
        marked = len(self.explorer.marks.ids)
        title = self._page.title if self._page else " to ".join(self.view.roles)
        return f"{title} · {marked} marked" if marked else title

    # -- the rows

    def draw(self, at: int = -1) -> None:
        """Show the list in the columns there is room for, with the cursor on row `at`, or where it is."""
        page, grid = self._page, self.query_one(Grid)
        if page is None:
            return
        wide = [column for column in page.columns if not column.spare or self.size.width >= _WIDE]
        kept = [page.columns.index(column) for column in wide]
        texts = [[row.cells[index] for row in page.rows] for index in kept]
        columns = [
            Column(column.label, column.label, natural(column.label, cells), column.least, column.right)
            for column, cells in zip(wide, texts, strict=True)
        ]
        grid.show(columns, [*self._things(page, kept)], at=grid.cursor[0] if at < 0 else at)

    def _things(self, page: ListPage, kept: Sequence[int]) -> Iterator[Row]:
        """Yield every line of the list with the kept columns."""
        yield from (Row(text, (text,), WIDE) for text in page.above)
        for group in page.groups:
            if group.heading:
                yield Row(group.heading, (group.heading,), HEADING)
            for row in group.rows:
                cells = tuple(row.cells[index] for index in kept)
                yield Row(row.id, cells, is_marked=bool(row.role) and bare(row.role) in self.explorer.marks)
            yield from (Row(text, (text,), WIDE) for text in group.below)
        if page.notes:
            yield Row("notes", ("WHAT THE SIGNS MEAN, AND WHO SAYS SO",), HEADING)
            yield from (Row(text, (text,), WIDE) for text in page.notes)

    @property
    def row(self) -> ListRow | None:
        """The row under the cursor, or None on a text."""
        thing = self.query_one(Grid).thing
        return self._rows.get(thing.id) if thing else None

    @property
    def role(self) -> str:
        """The role under the cursor, or else the one that the list is of."""
        return self.row.role if self.row and self.row.role else self.view.roles[-1]

    @property
    def gap_ends(self) -> tuple[str, ...]:
        """The role that the row is held against, and the row's own."""
        row = self.row
        return (row.before, row.role) if row and row.before and row.role else (self.role,)

    @property
    def sources(self) -> Sequence[Source]:
        return self.row.sources if self.row else ()

    def move_to(self, area: str) -> None:
        self.show(self.placed_view(self.view, area), self.query_one(Grid).cursor[0])

    def placed_view(self, view: MoveView, area: str) -> MoveView:
        """Return a view in another place."""
        return view._replace(roles=tuple(placed(role, area) for role in view.roles))

    @on(Grid.Highlighted)
    def _say_details(self) -> None:
        self.query_one("#details", Text).say(*(self.row.details if self.row else ("",)))

    @on(Grid.Chosen)
    async def _choose(self) -> None:
        await self.choose()  # Textual calls the handlers of every class, not only the last.

    async def choose(self) -> None:
        if self.row and self.row.role:
            self.action_profile()

    # -- actions

    def action_profile(self) -> None:
        self.open_view(ProfileView(self.role))

    def action_mark(self) -> None:
        """Mark or unmark the role under the cursor and move to the next row."""
        if self.row and self.row.role:
            self.explorer.toggle_mark(self.row.role)
            self.draw()
            self.query_one(Grid).action_move(1)
            self.say_view()

    def action_compare(self) -> None:
        """Compare the marked roles if there are two or more, else both ends."""
        roles = self._chosen()
        if len(roles) > 1:
            self.open_view(CompareView(roles))
        else:
            self.explorer.tell("move to another role, or mark two with space, then c compares them")

    def action_pay(self) -> None:
        self.open_view(PayView(self._chosen()))

    def _chosen(self) -> tuple[str, ...]:
        """Return the marked roles if there are two or more, else both ends of the row."""
        here = self.role.partition("@")[2]
        marked = tuple(placed(mark, here) for mark in self.explorer.marks.ids)
        ends = self.gap_ends if len(self.gap_ends) > 1 else (self.view.roles[0], self.role)
        return marked if len(marked) > 1 else tuple(dict.fromkeys(ends))
