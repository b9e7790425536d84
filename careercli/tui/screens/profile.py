"""Screen with one role, section by section; links open other roles, figures open their evidence."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.errors import CareerError
from careercli.model.claims import Source
from careercli.model.fields import SECTIONS
from careercli.presentation.compare_view import CompareView
from careercli.presentation.evidence import with_url
from careercli.presentation.items import Item, items, section_starts
from careercli.presentation.page import ComparisonPage, Line
from careercli.presentation.views import PayView, ProfileView, bare, placed
from careercli.tui.screens.evidence_screen import EvidenceScreen
from careercli.tui.session import Session
from careercli.tui.widgets.columns import Column
from careercli.tui.widgets.grid import HEADING, WIDE, Grid, Row
from careercli.tui.widgets.text_panel import Text


class ProfileScreen(EvidenceScreen):
    """Everything known about one role, with the evidence for the line under the cursor below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket", "section(1)", "next section", tooltip="to the next section"),
        Binding("left_square_bracket", "section(-1)", "section before", show=False, tooltip="to the section before"),
        *(
            Binding(str(number), f"go_to({number})", f"section {number}", show=False, tooltip="to that section")
            for number, _ in enumerate(SECTIONS, 1)
        ),
        Binding("i", "evidence", "evidence", tooltip="all evidence of the line under the cursor"),
        Binding("space", "mark", "mark", tooltip="mark the role, or take its mark away"),
        Binding("c", "compare", "compare", tooltip="compare it with the marked roles"),
        Binding("p", "pay", "pay", tooltip="its wages on a scale"),
        Binding("f", "full", "all or summary", tooltip="everything, or the summary"),
        Binding("H", "per", "hour", show=False, tooltip="wages by the year, or by the hour"),
    ]

    view: ProfileView

    def __init__(self, explorer: Session, view: ProfileView) -> None:
        super().__init__(explorer, view)
        self.view = view if view.sections else view._replace(full=True)
        self._wanted = self.view
        """The view that is being read; `view` is the one on the screen."""
        self._page: ComparisonPage | None = None
        self._rows: list[Item] = []

    def body(self) -> ComposeResult:
        yield Grid(id="profile", wraps=True)
        yield Text(id="evidence", wraps=True)

    def on_screen_resume(self) -> None:
        """Refresh the title: another screen may have marked the role."""
        self.say_view()

    @property
    def title_text(self) -> str:
        """The role's id, mark, title and occupation code."""
        if self._page is None:
            return self.view.role
        (subject,) = self._page.subjects
        code = subject.occupation if subject.occupation != subject.id else ""
        marked = "marked" if bare(subject.id) in self.explorer.marks else ""
        return " · ".join(part for part in (subject.id, marked, subject.title_and_place, code) if part)

    @property
    def sources(self) -> Sequence[Source]:
        """The sources of the line under the cursor, or the source of a legend line."""
        if self._page and self._item and self._item.line is None:
            return with_url([self._page.sources_by_letter.get(self._item.letter)])
        return super().sources

    # -- the list

    def move_to(self, area: str) -> None:
        self.change(role=placed(self._wanted.role, area))

    @property
    def role(self) -> str:
        return self.view.role

    def show(self, view: ProfileView) -> None:
        self._wanted = view
        self.run_worker(self._load(view), exclusive=True, group="profile")

    def change(self, **changes: object) -> None:
        self.show(self._wanted._replace(**changes))  # type: ignore[arg-type]

    async def _load(self, view: ProfileView) -> None:
        before = self._item
        try:
            page, rows = await self.explorer.questions.ask(self._answer, view)
        except CareerError as error:
            self.view, self._page = view, None
            self.show_problem(error)
            self.say_view()
            return
        (subject,) = page.subjects
        self._page, self._rows = page, rows
        self.view = self._wanted = view._replace(role=subject.id)
        text = Column("text", subject.title_and_place, 100, 20, note=subject.family)
        columns = [Column("label", "", 24, 12), Column("letter", "", 2, 2), text]
        grid = self.query_one(Grid)
        grid.show(columns, self._rows, _row, _same_row(before, self._rows, grid.cursor[0]))
        self.say_view()

    def _answer(self, view: ProfileView) -> tuple[ComparisonPage, list[Item]]:
        catalog = self.explorer.catalog
        (subject,) = catalog.find_all([view.role])
        page = view.page(subject, self.explorer.today)
        return page, items(page, subject.id, catalog.has_id)

    @property
    def _item(self) -> Item | None:
        return self.query_one(Grid).thing if self._page else None

    @property
    def cell(self) -> tuple[ComparisonPage, Line, str] | None:
        item = self._item
        return (self._page, item.line, self.view.role) if self._page and item and item.line else None

    def choose(self) -> None:
        """Open the role that the line links to, else its evidence."""
        if self._item and self._item.link:
            self.open_view(ProfileView(self._here(self._item.link)))
        else:
            self.action_evidence()

    # -- actions

    def action_section(self, step: int) -> None:
        """Move to the first line of the next section (`step` 1) or the previous one (-1)."""
        row, _ = self.query_one(Grid).cursor
        starts = self._starts if step > 0 else self._starts[::-1]
        candidates = [start for start in starts if (start > row if step > 0 else start < row)]
        self._go_to(candidates[:1])

    def action_go_to(self, number: int) -> None:
        """Move to the section whose heading has that number."""
        self._go_to([start for start in self._starts if self._rows[start - 1].label.startswith(f"{number} ")])

    def _go_to(self, rows: Sequence[int]) -> None:
        """Move to the one row in `rows`, if any, and scroll its section to the top of the screen."""
        grid = self.query_one(Grid)
        for row in rows:
            grid.action_end(1)
            grid.go_to(row)

    @property
    def _starts(self) -> list[int]:
        return section_starts(self._rows) if self._page else []

    def action_mark(self) -> None:
        self.explorer.toggle_mark(self.view.role)
        self.say_view()

    def action_compare(self) -> None:
        others = [self._here(mark) for mark in self.explorer.marks.ids if mark != bare(self.view.role)]
        if others:
            self.open_view(CompareView((self.view.role, *others)))
        else:
            self.explorer.tell("mark another role with space first")

    def action_pay(self) -> None:
        self.open_view(PayView((self.view.role,)))

    def _here(self, role: str) -> str:
        """Return the id of a role in the place of this one."""
        return placed(role, self.view.role.partition("@")[2])

    def action_full(self) -> None:
        self.change(full=not self._wanted.full, sections="")

    def action_per(self) -> None:
        self.change(period=self.explorer.other_period(self._wanted.period))


def _same_row(before: Item | None, rows: Sequence[Item], row: int) -> int:
    """Return `row` if it shows the same as `before`, else the first row that does or that is of its section, else 0."""
    fields = [index for index, item in enumerate(rows) if item.line]
    if before is None:
        return next(iter(fields), 0)
    same = [index for index, item in enumerate(rows) if _about(item) == _about(before)]
    section = [index for index in fields if rows[index].section == before.section]
    return row if row in same else next(iter([*same, *section]), 0)


def _about(item: Item) -> tuple[str, str, bool]:
    """Return the section of a row, its field or the letter of its source, and True for a heading."""
    return item.section, item.line.key if item.line else item.letter, item.is_heading


def _row(item: Item) -> Row:
    if item.is_heading:
        return Row(item.label, (item.label,), HEADING)
    if item.line is None:
        return Row(item.letter, (f"{item.letter} {item.parts[0]}",), WIDE)
    return Row(item.label, (item.label, item.letter, item.parts))
