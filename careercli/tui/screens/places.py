"""Screen with the wages of one role's occupation by place: sort, mark and compare the places."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.compare.places import Place
from careercli.errors import CareerError
from careercli.model import fields
from careercli.model.claims import Subject
from careercli.official.releases import newest
from careercli.presentation import places as words
from careercli.presentation.argv import PRICES
from careercli.presentation.compare_view import CompareView
from careercli.presentation.page import ComparisonPage, Line
from careercli.presentation.places import COLUMNS
from careercli.presentation.ranges import PERCENTILE_KEY
from careercli.presentation.views import PayView, PlacesView, ProfileView, placed
from careercli.tui.screens.evidence_screen import EvidenceScreen
from careercli.tui.widgets.columns import GAP, Column
from careercli.tui.widgets.grid import HEADING, WIDE, Grid, Row
from careercli.tui.widgets.search_line import search_box
from careercli.tui.widgets.text_panel import Text

KINDS = ("", "metro", "nonmetro")
SORTS = ("", "area_title", "employment", "location_quotient")

_SIGN = Column("sign", "", 2, 2)
_LEAST = {"area_title": 12, "employment": 6, "location_quotient": 9}
"""Minimum width of columns in cells, 8 for those of wages."""

_BESIDE = GAP + _SIGN.width + 1
"""Cells of a line beside the columns of the table: those of the sign and the scroll bar."""


class PlacesScreen(EvidenceScreen):
    """Places as rows, highest median first, their wages drawn on one scale, and the evidence below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "filter", priority=True, tooltip="only places whose title has what you type"),
        Binding("space", "mark", "mark", tooltip="mark the place, or take its mark away"),
        Binding("c", "compare", "compare", tooltip="compare the role in the marked places side by side"),
        Binding("p", "pay", "pay", tooltip="the role's wages in the marked places on one scale"),
        Binding("t", "kind", "type", tooltip="states, metropolitan areas, or nonmetropolitan areas"),
        Binding("a", "prices", "prices", tooltip="medians after the prices there, or as they are paid"),
        Binding("s", "sort", "sort", tooltip="sort by the next column"),
        Binding("S", "turn", "turn", show=False, tooltip="turn the order round"),
        Binding("H", "per", "hour", show=False, tooltip="wages by the year, or by the hour"),
        Binding("i", "evidence", "evidence", show=False, tooltip="all evidence of the wages under the cursor"),
        Binding("x", "unmark_all", "unmark", show=False, tooltip="take the mark of every place away"),
        Binding("escape", "back", "back", show=False, tooltip="back; first, the filter goes"),
    ]

    FILTER = "find"

    view: PlacesView
    _subject: Subject | None = None
    _everywhere: Sequence[Place] = ()
    _chosen: Sequence[Place] = ()
    """The places of the view, by median."""

    def body(self) -> ComposeResult:
        yield search_box(self.search)
        yield Text(id="order", wraps=True)
        yield Grid(wraps=True, frozen=2)
        yield Text(id="evidence", wraps=True)

    def show(self, view: PlacesView) -> None:
        self.view = view
        self.run_worker(self._read(), exclusive=True, group="places")

    async def _read(self) -> None:
        try:
            self._subject, self._everywhere = await self.explorer.questions.ask(self._answer, self.view)
        except CareerError as error:
            self.show_problem(error)
            return
        self.show_view()

    def _answer(self, view: PlacesView) -> tuple[Subject, list[Place]]:
        subject = self.explorer.catalog.find(view.role)
        return subject, view.everywhere(subject)

    @property
    def title_text(self) -> str:
        """The role, the kind of places, the number of marks, the filter and the national median."""
        view, marked = self.view, len(self._marked())
        national = words.national_median(self._subject, view.period or "year") if self._subject else None
        parts = [
            f"{view.role} {words.KINDS[view.kind or 'state']}",
            f"{marked} marked" if marked else "",
            f"“{view.find}”" if view.find else "",
            "by the hour" if view.period == "hour" else "",
            f"US median {fields.text(national)}" if national else "",
        ]
        return " · ".join(part for part in parts if part)

    @property
    def role(self) -> str:
        """The role's id in the place under the cursor."""
        place = self._place
        return placed(self.view.role, place.area.code) if place else self.view.role

    # -- the places

    def move_to(self, area: str) -> None:
        """Move the cursor to a place that has the occupation, among the places of its kind."""
        place = next((place for place in self._everywhere if place.area.code == area), None)
        if place and place not in self._chosen:
            kind = "" if place.area.kind == "state" else place.area.kind
            self.view = self.view._replace(kind=kind, find="")
            self._chosen = self.view.chosen(self._everywhere)
        if place:
            self.draw(area)

    def show_view(self) -> None:
        """Show the places of the view; the cursor stays on its place if that is still listed."""
        self._chosen = self.view.chosen(self._everywhere)
        self.draw()

    def draw(self, at: str = "") -> None:
        """Show the chosen places, with the cursor on area `at`."""
        if self._subject is None:
            return
        view, grid = self.view, self.query_one(Grid)
        shown = view.ordered(self._chosen)
        here = at or (self._place.area.code if self._place else "")
        room = grid.size.width - _BESIDE
        columns, cells_of = words.table(shown, view.period or "year", view.adjust == PRICES, view.order, room, GAP)
        rows = [
            Row(place.area.code, cells, is_marked=place.area.code in self.explorer.marked_places)
            for place, cells in zip(shown, cells_of, strict=True)
        ]
        row = next((index for index, each in enumerate(rows) if each.id == here), 0)
        grid.show([_SIGN, *map(_column, columns)], [*rows, *self._foot(shown)], at=row)
        self.query_one("#order", Text).say(words.order_in_words(self._chosen, view.sort))
        self.say_view()

    def _foot(self, shown: Sequence[Place]) -> list[Row]:
        """Return the rows below the places: what the signs mean, or that nothing matches."""
        if not shown:
            return [Row("nothing", (f"no place has “{self.view.find}”; esc takes the filter away",), WIDE)]
        texts = [PERCENTILE_KEY, *words.legend(shown, self.view.adjust == PRICES, newest("OEWS"))]
        return [Row("signs", ("WHAT THE SIGNS MEAN",), HEADING), *(Row(text, (text,), WIDE) for text in texts)]

    @property
    def _place(self) -> Place | None:
        """The place under the cursor."""
        thing = self.query_one(Grid).thing
        return next((place for place in self._chosen if thing and place.area.code == thing.id), None)

    @property
    def cell(self) -> tuple[ComparisonPage, Line, str] | None:
        """The wages under the cursor as a page with one line, and the id of their role."""
        place = self._place
        return (*words.evidence(place, self._subject), self.role) if place and self._subject else None

    def choose(self) -> None:
        """Open the role in the place under the cursor."""
        if self._place:
            self.open_view(ProfileView(self.role, period=self.view.period))

    @on(Grid.HeaderClicked)
    def _header_clicked(self, event: Grid.HeaderClicked) -> None:
        if event.key == self.view.order[0]:
            self.action_turn()
        elif event.key in COLUMNS:
            self._sort_by(event.key)

    # -- actions

    def action_mark(self) -> None:
        """Mark or unmark the place under the cursor and move to the next."""
        place, marked = self._place, self.explorer.marked_places
        if place:
            (marked.remove if place.area.code in marked else marked.append)(place.area.code)
            self.draw()
            self.query_one(Grid).action_move(1)

    def action_unmark_all(self) -> None:
        self.explorer.marked_places.clear()
        self.draw()

    def _marked(self) -> list[str]:
        """Return the role's ids in the marked places that have its occupation."""
        known = {place.area.code for place in self._everywhere}
        return [placed(self.view.role, code) for code in self.explorer.marked_places if code in known]

    def action_compare(self) -> None:
        """Compare the role in the marked places; with a single mark, add the place under the cursor."""
        marked = self._marked()
        here = [self.role] if self._place and len(marked) < 2 else []
        roles, view = tuple(dict.fromkeys([*marked, *here])), self.view
        if len(roles) > 1:
            self.open_view(CompareView(roles, period=view.period, adjust=view.adjust))
        else:
            self.explorer.tell("mark two places or more with space, then c compares them")

    def action_pay(self) -> None:
        """Show the role's wages in the marked places, or in the one under the cursor, on one scale."""
        roles = tuple(self._marked()) or ((self.role,) if self._place else ())
        if roles:
            self.open_view(PayView(roles, self.view.period))

    def action_kind(self) -> None:
        self.change(kind=KINDS[(KINDS.index(self.view.kind) + 1) % len(KINDS)])

    def action_prices(self) -> None:
        adjust = self.explorer.unadjusted if self.view.adjust == PRICES else PRICES
        self.change(adjust=adjust, sort="" if self.view.sort == "adjusted_median" else self.view.sort)

    def action_sort(self) -> None:
        self._sort_by(SORTS[(SORTS.index(self.view.sort) + 1) % len(SORTS)] if self.view.sort in SORTS else "")

    def _sort_by(self, key: str) -> None:
        self.change(sort=key, descending=key not in ("", "area_title"))

    def action_turn(self) -> None:
        """Reverse the order; places without a figure stay last."""
        key, is_descending = self.view.order
        self.change(sort=key, descending=not is_descending)

    def action_per(self) -> None:
        self.show(self.view._replace(period=self.explorer.other_period(self.view.period)))


def _column(column: tuple[str, str, str, int]) -> Column:
    key, label, note, width = column
    least = width if key == "range" else min(width, _LEAST.get(key, 8))
    return Column(key, label, width, least, right=key not in ("area_title", "range"), note=note)
