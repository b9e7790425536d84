"""Every role, to be filtered, sorted, marked and opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.timer import Timer

from careercli.model.claims import OCCUPATION_CODE, Source, Subject, Value
from careercli.model.fields import shown
from careercli.official.releases import newest
from careercli.presentation import rows
from careercli.presentation.page import ComparisonPage
from careercli.presentation.sources import name_of
from careercli.presentation.views import CatalogView, CompareView, PayView, ProfileView
from careercli.store.listing import NUMBERS, CatalogEntry, Filters, Found, Listing
from careercli.tui.messages import Open
from careercli.tui.screens.view_screen import ViewScreen
from careercli.tui.widgets.columns import Column
from careercli.tui.widgets.grid import Grid, Row
from careercli.tui.widgets.preview import Preview
from careercli.tui.widgets.search_line import SearchLine

COLUMNS = (
    Column("title", "title", 34, 16, note=f"official: {name_of(newest('OEWS'))}"),
    Column("occupation", "occupation", 10, 10),
    Column("median", "median", 8, 8, right=True, note="$ a year"),
    Column("employment_change", "change", 8, 8, right=True, note=newest("EP").release),
    Column("entry_education", "entry education", 34, 12),
)
"""What of a card a line of the list shows."""

SORTS = ("", *(column.key for column in COLUMNS))
_FALLING = NUMBERS
"""Of these the largest come first."""

PREVIEW_AFTER = 0.05
"""Seconds that the cursor rests before its role is looked up."""


class CatalogScreen(ViewScreen):
    """The list of all roles with the highlighted one beside or below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "filter", key_display="/", priority=True, tooltip="filter by any words as you type"),
        Binding("space", "mark", "mark", tooltip="mark the role, or take its mark away"),
        Binding("c", "compare", "compare", tooltip="compare the marked roles side by side"),
        Binding("p", "pay", "pay", tooltip="the wages of the marked roles on one scale"),
        Binding("s", "sort", "sort", tooltip="sort by the next column"),
        Binding("S", "turn", "turn", show=False, key_display="S", tooltip="turn the order round"),
        Binding("f", "filters", "form", tooltip="filter by family, skill, certification, education or wage"),
        Binding("a", "everything", "all", show=False, tooltip="every occupation too, or roles alone"),
        Binding("x", "unmark_all", "unmark", show=False, tooltip="take every mark away, or bring them back"),
        Binding("escape", "back", "all roles", show=False, key_display="esc", tooltip="take the filters away"),
    ]

    AUTO_FOCUS = "Grid"

    def __init__(self, view: CatalogView) -> None:
        super().__init__()
        self.view: CatalogView = view
        self._listing: Listing | None = None
        self._found: Found | None = None
        self._entries: Sequence[CatalogEntry] = ()
        self._orders: dict[tuple[str, bool], Sequence[CatalogEntry]] = {}
        self._taken: tuple[str, ...] = ()
        self._rest: Timer | None = None

    def body(self) -> ComposeResult:
        """The line to filter in, the list and the preview."""
        yield SearchLine()
        with Container(id="both"):
            yield Grid(id="list")
            yield Preview(id="preview")

    def on_mount(self) -> None:
        """Read the catalog while the screen is already there."""
        self._listing = None if self.view.everything else self.explorer.questions.roles
        if self._listing is None:
            self.say_view()
            self._start_reading()
        else:
            self._read_all()

    def _start_reading(self) -> None:
        self.run_worker(self._read(), exclusive=True, group="listing")

    async def _read(self) -> None:
        self._listing = await self.explorer.questions.listing(self.view.everything)
        self._read_all()

    def _read_all(self) -> None:
        """Show what was read, and say what could not be."""
        self._orders = {}
        self.show_view()
        if self.explorer.wrong:
            more = len(self.explorer.wrong) - 1
            self.explorer.tell(f"{self.explorer.wrong[0]}{f' (and {more} more)' if more else ''}", is_wrong=True)

    @property
    def title_text(self) -> str:
        """How many roles, which filters, how many marks."""
        if self._found is None:
            return "reading the profiles…"
        marked = len(self._marked())
        parts = [self._count(), *self._asked(), f"{marked} marked" if marked else ""]
        return " · ".join(part for part in parts if part)

    def _count(self) -> str:
        total, count = len(self._listing.entries) if self._listing else 0, len(self._entries)
        noun = "roles and occupations" if self.view.everything else "roles"
        return f"{total} {noun}" if total == count else f"{count} of {total} {noun}"

    def _asked(self) -> list[str]:
        """Every filter in words, and what a mistyped word was read as."""
        view = self.view
        named = {"family": view.family, "skill": view.skill, "certification": view.certification,
                 "education": view.education}  # fmt: skip
        asked = [f"{name} “{text}”" for name, text in named.items() if text]
        wage = [] if view.min_wage is None else [f"median ≥ {shown(view.min_wage)}"]
        words = [f"“{view.words}”"] if view.words and not self._read_as() else []
        read = [f"“{word}” read as {', '.join(found[:2])}" for word, found in self._read_as().items()]
        return [*words, *read, *asked, *wage]

    def _read_as(self) -> dict[str, tuple[str, ...]]:
        return dict(self._found.corrections) if self._found else {}

    # -- the list

    def show_view(self, keep: bool = True) -> None:
        """Show what the view asks for; the cursor stays on its role where that is still there."""
        if self._listing is None:
            return
        here = self.highlighted
        self._found = self._listing.find(_filters(self.view))
        self._entries = self._in_order(self._found.entries)
        at = next((at for at, entry in enumerate(self._entries) if entry.id == here.id), 0) if keep and here else 0
        grid = self.query_one(Grid)
        grid.show(self._columns(), self._entries, self._row, at)
        self.say_view()
        if not self._entries:
            self.query_one(Preview).say_nothing(self._nothing())

    def _nothing(self) -> str:
        more = "" if self.view.everything else ", in the list a adds every occupation"
        return f"nothing matches; esc takes filters away{more}"

    @property
    def sources(self) -> Sequence[Source]:
        """Who says what the preview shows."""
        return self.query_one(Preview).sources

    def _in_order(self, entries: Sequence[CatalogEntry]) -> Sequence[CatalogEntry]:
        """These cards in the order asked for: all are sorted once, and what is filtered keeps their order."""
        asked = self.view.sort, self.view.descending
        if self._listing is None or not any(asked):
            return entries
        if asked not in self._orders:
            self._orders[asked] = self._sorted(self._listing.entries)
        if len(entries) == len(self._orders[asked]):
            return self._orders[asked]
        wanted = {entry.id for entry in entries}
        return [entry for entry in self._orders[asked] if entry.id in wanted]

    def _sorted(self, entries: Sequence[CatalogEntry]) -> Sequence[CatalogEntry]:
        if self.view.sort:
            return rows.by_value(entries, self._sorted_by, self.view.descending)
        return entries[::-1]

    def _sorted_by(self, entry: CatalogEntry) -> Value:
        value: Value = getattr(entry, self.view.sort)
        return value

    def _columns(self) -> list[Column]:
        sign = "↓" if self.view.descending else "↑"
        return [each._replace(label=f"{each.label} {sign}") if each.key == self.view.sort else each for each in COLUMNS]

    def _row(self, entry: CatalogEntry) -> Row:
        texts = entry.texts()
        cells = tuple(texts[column.key] for column in COLUMNS)
        return Row(entry.id, cells, is_marked=entry.id in self.explorer.marks)

    @property
    def highlighted(self) -> CatalogEntry | None:
        """The role under the cursor."""
        row, _ = self.query_one(Grid).cursor
        return self._entries[row] if 0 <= row < len(self._entries) else None

    @on(Grid.Highlighted)
    def _preview(self) -> None:
        if self._rest:
            self._rest.stop()
        self._rest = self.set_timer(PREVIEW_AFTER, self._look_up)

    def _look_up(self) -> None:
        entry = self.highlighted
        if entry:
            self.run_worker(self._show_preview(entry.id), exclusive=True, group="preview")

    async def _show_preview(self, role_id: str) -> None:
        found = await self.explorer.ask(self._previewed, role_id)
        for preview in self.query(Preview):  # None is left while the explorer ends.
            if self.highlighted and self.highlighted.id == role_id:
                preview.show(*found)

    def _previewed(self, role_id: str) -> tuple[Subject, ComparisonPage]:
        subject = self.explorer.catalog.find(role_id)
        return subject, ProfileView(role_id).page(subject, self.explorer.today)

    @on(Grid.Chosen)
    def _open(self) -> None:
        if self.highlighted:
            self.post_message(Open(ProfileView(self.highlighted.id, directories=self.view.directories)))

    @on(Grid.HeaderClicked)
    def _header_clicked(self, event: Grid.HeaderClicked) -> None:
        if event.key == self.view.sort:
            self.action_turn()
        else:
            self._sort_by(event.key)

    # -- actions

    def action_mark(self) -> None:
        """Mark the role under the cursor, or take its mark away; go on to the next."""
        if self.highlighted:
            self.explorer.marks.toggle(self.highlighted.id)
            if self.explorer.marks.problem:
                self.explorer.tell(f"marks last until you quit: {self.explorer.marks.problem}", is_wrong=True)
            grid = self.query_one(Grid)
            grid.redraw()
            grid.action_move(1)
            self.say_view()

    def action_unmark_all(self) -> None:
        """Take every mark away, or bring back those that were taken."""
        marks, taken = self.explorer.marks, self.explorer.marks.ids
        marks.replace(() if taken else self._taken)
        self._taken = taken
        self.query_one(Grid).redraw()
        self.say_view()
        if not marks.ids:
            self.explorer.tell(f"marks taken away: {len(taken)}; x brings them back" if taken else "no role is marked")

    def action_compare(self) -> None:
        """Compare the marked roles; where one alone is marked, with the one under the cursor."""
        roles = self._meant()
        if len(roles) > 1:
            self.post_message(Open(CompareView(roles, directories=self.view.directories)))
        else:
            self.explorer.tell("mark two roles or more with space, then c compares them")

    def _meant(self) -> tuple[str, ...]:
        """The marked roles, and the one under the cursor where fewer than two are marked."""
        marked = self._marked()
        here = [self.highlighted.id] if self.highlighted and len(marked) < 2 else []
        return tuple(dict.fromkeys([*marked, *here]))

    def _marked(self) -> list[str]:
        """The marked roles that there are."""
        known = self._listing.ids if self._listing else frozenset()
        return [each for each in self.explorer.marks.ids if each in known or OCCUPATION_CODE.fullmatch(each)]

    def action_pay(self) -> None:
        """The wages of the marked roles, or of the one under the cursor, on one scale."""
        roles = tuple(self._marked()) or self._meant()
        if roles:
            self.post_message(Open(PayView(roles, directories=self.view.directories)))

    def action_sort(self) -> None:
        """Sort by the next column."""
        self._sort_by(SORTS[(SORTS.index(self.view.sort) + 1) % len(SORTS)] if self.view.sort in SORTS else "")

    def _sort_by(self, key: str) -> None:
        self.view = self.view._replace(sort=key, descending=key in _FALLING)
        self.show_view(keep=False)

    def action_turn(self) -> None:
        """Turn the order round."""
        self.view = self.view._replace(descending=not self.view.descending)
        self.show_view(keep=False)

    def action_everything(self) -> None:
        """Every detailed occupation too, or roles alone."""
        self.view = self.view._replace(everything=not self.view.everything)
        self.explorer.tell("reading every occupation…" if self.view.everything else "reading the roles…")
        self._start_reading()

    def action_search(self) -> None:
        """Open the line that filters while one types."""
        self.query_one(SearchLine).open(self.view.words)

    def search(self, words: str) -> None:
        """Filter by these words."""
        if words != self.view.words:
            self.view = self.view._replace(words=words)
            self.show_view(keep=not words)

    def action_filters(self) -> None:
        """Ask for family, skill, certification, education and wage."""
        from careercli.tui.dialogs.filters import FiltersDialog

        self.app.push_screen(FiltersDialog(self.view), self._filtered)

    def _filtered(self, view: CatalogView | None) -> None:
        if view is not None:
            self.view = view
            self.show_view(keep=False)

    def action_back(self) -> None:
        """Take the filters away."""
        bare = CatalogView(
            sort=self.view.sort, descending=self.view.descending, everything=self.view.everything,
            directories=self.view.directories,
        )  # fmt: skip
        if bare != self.view:
            self.view = bare
            self.show_view()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whoever types a filter may type any sign."""
        return action != "search" or not self.query_one(SearchLine).has_focus


def _filters(view: CatalogView) -> Filters:
    return Filters((view.words,), view.family, view.skill, view.certification, view.education, view.min_wage)
