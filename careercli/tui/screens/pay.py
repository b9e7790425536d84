"""Screen that draws the wages of roles on one scale, by year or hour and by level of experience."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.catalog.source_keys import with_unique_source_keys
from careercli.compare.wage_rows import missing_wages
from careercli.errors import CareerError
from careercli.model.claims import Source, Subject, is_own
from careercli.presentation.compare_view import CompareView
from careercli.presentation.evidence import with_url
from careercli.presentation.page import ComparisonPage, Line
from careercli.presentation.places import roles_and_place
from careercli.presentation.ranges import Band, Chart, as_page, charts, footnotes, label_and_bar_widths, source_lines
from careercli.presentation.text_width import width_of
from careercli.presentation.views import PayView, ProfileView, bare, placed
from careercli.tui.screens.evidence_screen import EvidenceScreen
from careercli.tui.session import Session
from careercli.tui.widgets.columns import GAP, Column
from careercli.tui.widgets.grid import HEADING, WIDE, Grid, Row
from careercli.tui.widgets.text_panel import Text

_SCROLLBAR = 1
_NO_WAGES = "no wages"
_SITES = ("o typical", "o the site's average")
"""What the drawings of sites call their sign, and what it stands for here."""


class PayScreen(EvidenceScreen):
    """Bands on a scale, ranked ones first, with the evidence for the band under the cursor below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,H", "per", "hour", key_display="h", priority=True, tooltip="wages by the year, or by the hour"),
        Binding("r", "profile", "role", tooltip="the role under the cursor in full"),
        Binding("c", "compare", "compare", tooltip="compare the same roles side by side"),
        Binding("space", "mark", "mark", tooltip="mark the role, or take its mark away"),
    ]

    view: PayView

    def __init__(self, explorer: Session, view: PayView) -> None:
        super().__init__(explorer, view)
        self._subjects: list[Subject] = []
        self._charts: list[Chart] = []
        self._bands: dict[str, Band] = {}
        self._sources_by_text: dict[str, Source] = {}

    def body(self) -> ComposeResult:
        yield Grid(wraps=True, frozen=0)
        yield Text(id="evidence", wraps=True)

    def show(self, view: PayView, is_whole: bool = False) -> None:
        self.run_worker(self._look_up(view, is_whole), exclusive=True, group="pay")

    async def _look_up(self, view: PayView, is_whole: bool) -> None:
        """Show a view: with all its roles if `is_whole`, else those that can be shown."""
        try:
            if view.roles:
                self._subjects = await self.explorer.subjects(view.roles, is_whole)
                view = view._replace(roles=tuple(subject.id for subject in self._subjects))
            else:
                self._subjects = await self.explorer.questions.ask(self._all_roles, view.area)
        except CareerError as error:
            if self._subjects:
                self.explorer.tell(str(error), is_problem=True)
            else:
                self.show_problem(error)
            return
        self.view = view
        self.show_view()

    def _all_roles(self, area: str) -> list[Subject]:
        return with_unique_source_keys(self.explorer.catalog.in_place(area).roles())

    @property
    def _period(self) -> str:
        return self.view.period or "year"

    @property
    def title_text(self) -> str:
        """The period and the number of roles."""
        if not self._subjects:
            return "reading the profiles…"
        return f"pay by the {self._period} · {roles_and_place(self._subjects)}"

    @property
    def sources(self) -> Sequence[Source]:
        """The sources of the band under the cursor, or the source that a line below the bands names."""
        thing = self.query_one(Grid).thing
        return super().sources or with_url([self._sources_by_text.get(thing.id) if thing else None])

    # -- the scale

    def move_to(self, area: str) -> None:
        roles = tuple(dict.fromkeys(placed(role, area) for role in self.view.roles))
        self.show(self.view._replace(roles=roles, area=self.view.area if roles else area), is_whole=True)

    @property
    def role(self) -> str:
        """The id of the role under the cursor, or else of the first."""
        subjects = [self._band.row.subject] if self._band else self._subjects
        return next((subject.id for subject in subjects), "")

    def show_view(self) -> None:
        self._charts = charts(self.view.wages(self._subjects), self._period)
        self.draw()
        self.say_view()

    def draw(self) -> None:
        if not self._subjects:
            return
        grid = self.query_one(Grid)
        rows = self.view.wages(self._subjects)
        bands = [band for chart in self._charts for band in chart.bands]
        figure = max((width_of(band.figure) for band in bands), default=1)
        label = max((width_of(band.label) for band in bands), default=width_of(_NO_WAGES))
        label, bar = label_and_bar_widths(figure, label, grid.size.width - 3 * GAP - _SCROLLBAR)
        table: list[Row] = []
        self._bands = {}
        for number, chart in enumerate(self._charts):
            if number:
                table.append(Row(f"scale/{number}", ("", chart.unit, chart.ruler(bar))))
            table += self._rows(chart, bar)
        lines = footnotes(rows, self.explorer.today, missing_wages(self._subjects, self._period))
        self._sources_by_text = {text: source for source, text in source_lines(rows, self.explorer.today).items()}
        table += [Row("below", ("WHO SAYS SO",), HEADING), *(Row(text, (text,), WIDE) for text in lines)]
        unit, ruler = (self._charts[0].unit, self._charts[0].ruler(bar)) if self._charts else (_NO_WAGES, "")
        columns = [
            Column("figure", "", figure, figure, right=True),
            Column("label", unit, label, label),
            Column("range", ruler, bar, bar),
        ]
        grid.show(columns, table, at=max(grid.cursor[0], 0))

    def _rows(self, chart: Chart, bar: int) -> Iterator[Row]:
        for group in chart.groups:
            yield Row(group.title, (group.title.replace(*_SITES),), HEADING)
            for band in group.bands:
                name = f"band/{len(self._bands)}"
                self._bands[name] = band
                yield Row(name, (band.figure, band.label, chart.labeled(band.row, bar)))

    @property
    def _band(self) -> Band | None:
        thing = self.query_one(Grid).thing
        return self._bands.get(thing.id) if thing else None

    @property
    def cell(self) -> tuple[ComparisonPage, Line, str] | None:
        return (*as_page(self._band), self._band.row.subject.id) if self._band else None

    # -- actions

    def action_profile(self) -> None:
        if self._band:
            self.open_view(ProfileView(self._band.row.subject.id))

    def action_compare(self) -> None:
        roles = tuple(subject.id for subject in self._subjects)
        if len(roles) > 1:
            self.open_view(CompareView(roles, period=self.view.period, adjust=self.view.adjust))
        else:
            self.explorer.tell("one role alone cannot be compared")

    def action_mark(self) -> None:
        if self._band:
            role = bare(self._band.row.subject.id)
            self.explorer.toggle_mark(role)
            if is_own(role):
                return
            self.explorer.tell(f"{role} is {'marked' if role in self.explorer.marks else 'no longer marked'}")
