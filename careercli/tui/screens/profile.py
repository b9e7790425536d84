"""One role in full, section by section; its links lead to other roles, its figures to their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.catalog import Catalog
from careercli.errors import CareerError
from careercli.model.claims import Source, Subject
from careercli.model.fields import SECTIONS
from careercli.presentation.evidence import all_evidence, evidence_lines, evidence_title, sources_of, with_url
from careercli.presentation.items import Item, items, linked_ids, section_starts
from careercli.presentation.page import ComparisonPage
from careercli.presentation.views import CompareView, PayView, ProfileView
from careercli.tui.messages import Open
from careercli.tui.screens.view_screen import ViewScreen
from careercli.tui.widgets.columns import Column
from careercli.tui.widgets.grid import HEADING, WIDE, Grid, Row
from careercli.tui.widgets.text_panel import Text

COLUMNS = (
    Column("label", "", 24, 12),
    Column("letter", "", 2, 2),
    Column("said", "", 100, 20),
)


class _Read(NamedTuple):
    """What is known of the role on the screen."""

    subject: Subject
    page: ComparisonPage
    rows: list[Item]


class ProfileScreen(ViewScreen):
    """Everything one role's sources say, with the evidence of the line under the cursor below it."""

    AUTO_FOCUS = "Grid"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket", "section(1)", "next section", key_display="]", tooltip="to the next section"),
        Binding(
            "left_square_bracket",
            "section(-1)",
            "section before",
            key_display="[",
            show=False,
            tooltip="to the section before",
        ),
        *(
            Binding(str(number), f"go_to({number})", f"section {number}", show=False, tooltip="to that section")
            for number, _ in enumerate(SECTIONS, 1)
        ),
        Binding("i", "evidence", "evidence", tooltip="all evidence of the line under the cursor"),
        Binding("space", "mark", "mark", tooltip="mark the role, or take its mark away"),
        Binding("c", "compare", "compare", tooltip="compare it with the marked roles"),
        Binding("p", "pay", "pay", tooltip="its wages on a scale"),
        Binding("f", "full", "all or summary", tooltip="everything, or the summary"),
        Binding("H", "per", "hour", show=False, key_display="H", tooltip="wages by the year, or by the hour"),
    ]

    def __init__(self, view: ProfileView) -> None:
        super().__init__()
        self.view: ProfileView = view if view.sections else view._replace(full=True)
        self._read: _Read | None = None

    def body(self) -> ComposeResult:
        """The list and, below it, the evidence."""
        yield Grid(id="profile", wraps=True)
        yield Text(id="evidence", wraps=True)

    def on_mount(self) -> None:
        """Read the role."""
        self.say_view()
        self._show()

    def on_screen_resume(self) -> None:
        """Another screen may have marked it."""
        self.say_view()

    @property
    def title_text(self) -> str:
        """The role's id, whether it is marked, its title and its code."""
        if self._read is None:
            return self.view.role
        subject = self._read.subject
        code = subject.occupation if subject.occupation != subject.id else ""
        marked = "marked" if subject.id in self.explorer.marks else ""
        return " · ".join(part for part in (subject.id, marked, subject.title, code) if part)

    @property
    def sources(self) -> Sequence[Source]:
        """Who says what the line under the cursor says, or whom its letter stands for."""
        item = self._item
        if self._read is None or item is None:
            return ()
        if item.line is None:
            return with_url([self._read.page.sources_by_letter.get(item.letter)])
        return sources_of(item.line.cells[self.view.role])

    # -- the list

    def _show(self) -> None:
        self.run_worker(self._load(), exclusive=True, group="profile")

    async def _load(self) -> None:
        here = self._item
        try:
            self._read = await self.explorer.ask(self._answer, self.explorer.catalog)
        except CareerError as error:
            self._read = None
            self.query_one(Grid).show([Column("wrong", "", 100)], [Row("wrong", (str(error),), WIDE)])
            self.say_view()
            return
        self.view = self.view._replace(role=self._read.subject.id)
        subject = self._read.subject
        columns = [*COLUMNS[:2], COLUMNS[2]._replace(label=subject.title, note=subject.family)]
        grid = self.query_one(Grid)
        grid.show(columns, self._read.rows, _row, _row_like(here, self._read.rows, grid.cursor[0]))
        self.say_view()

    def _answer(self, catalog: Catalog) -> _Read:
        (subject,) = catalog.find_all([self.view.role])
        page = self.view.page(subject, self.explorer.today)
        known = [each for each in linked_ids(page, subject.id) if catalog.knows(each)]
        return _Read(subject, page, items(page, subject.id, known))

    @property
    def _item(self) -> Item | None:
        row, _ = self.query_one(Grid).cursor
        return self._read.rows[row] if self._read and 0 <= row < len(self._read.rows) else None

    @on(Grid.Highlighted)
    def _say_evidence(self) -> None:
        item = self._item
        if self._read and item and item.line:
            said = evidence_lines(self._read.page, item.line, self._read.subject.id, self.explorer.today)
            self.query_one("#evidence", Text).say(*said)
        else:
            self.query_one("#evidence", Text).say("")

    @on(Grid.Chosen)
    def _open(self) -> None:
        item = self._item
        if item and item.link:
            self.post_message(Open(ProfileView(item.link, directories=self.view.directories)))
        else:
            self.action_evidence()

    # -- actions

    def action_section(self, step: int) -> None:
        """To the first line of the next section, or of the one before."""
        row, _ = self.query_one(Grid).cursor
        starts = self._starts if step > 0 else self._starts[::-1]
        ahead = [start for start in starts if (start > row if step > 0 else start < row)]
        self._go_to(ahead[:1])

    def action_go_to(self, number: int) -> None:
        """To the section of that number."""
        self._go_to(self._starts[number - 1 : number])

    def _go_to(self, rows: Sequence[int]) -> None:
        """To the row, if there is one, with its section at the top of the screen."""
        grid = self.query_one(Grid)
        for row in rows:
            grid.go_to(grid.count - 1)
            grid.go_to(row)

    @property
    def _starts(self) -> list[int]:
        return section_starts(self._read.rows) if self._read else []

    def action_evidence(self) -> None:
        """Every claim of the line, with all of its evidence."""
        from careercli.tui.dialogs.evidence_dialog import EvidenceDialog

        item = self._item
        if self._read and item and item.line:
            asked = (self._read.page, item.line, self._read.subject.id)
            self.app.push_screen(EvidenceDialog(evidence_title(*asked), all_evidence(*asked, self.explorer.today)))

    def action_mark(self) -> None:
        """Mark the role, or take its mark away."""
        self.explorer.marks.toggle(self.view.role)
        self.say_view()

    def action_compare(self) -> None:
        """Compare the role with those that are marked."""
        others = tuple(each for each in self.explorer.marks.ids if each != self.view.role)
        if others:
            self.post_message(Open(CompareView((self.view.role, *others), directories=self.view.directories)))
        else:
            self.explorer.tell("mark another role with space first")

    def action_pay(self) -> None:
        """The role's wages on a scale."""
        self.post_message(Open(PayView((self.view.role,), directories=self.view.directories)))

    def action_full(self) -> None:
        """The summary, or everything."""
        self.view = self.view._replace(full=not self.view.full, sections="")
        self._show()

    def action_per(self) -> None:
        """Wages by the hour, or by the year."""
        self.view = self.view._replace(period="" if self.view.period == "hour" else "hour")
        self._show()


def _row_like(here: Item | None, rows: Sequence[Item], row: int) -> int:
    """Where the cursor was before: that row where it says the same, the field's first, or its section's."""
    if here is None:
        return 0
    same = [index for index, item in enumerate(rows) if _about(item) == _about(here)]
    section = [index for index, item in enumerate(rows) if item.section == here.section and not item.is_heading]
    return row if row in same else next(iter([*same, *section]), 0)


def _about(item: Item) -> tuple[str, str, bool]:
    """The section and field of a row, and whether it is a heading."""
    return item.section, item.line.key if item.line else "", item.is_heading


def _row(item: Item) -> Row:
    if item.is_heading:
        return Row(item.label, (item.label,), HEADING)
    if item.line is None:
        return Row(item.letter, (f"{item.letter} {item.parts[0]}",), WIDE)
    return Row(item.label, (item.label, item.letter, item.parts))
