"""Screen that lists all roles: filter, sort, mark and open them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.timer import Timer

from careercli.catalog.grouping import Group, grouped
from careercli.catalog.listing import NUMBERS, CatalogEntry, Filters, Found, Listing
from careercli.errors import CareerError
from careercli.model.claims import OCCUPATION_CODE, Source
from careercli.model.fields import shown
from careercli.official.releases import newest
from careercli.presentation import rows
from careercli.presentation.compare_view import CompareView
from careercli.presentation.page import ComparisonPage
from careercli.presentation.sources import name_of
from careercli.presentation.views import CatalogView, PayView, ProfileView, bare, placed
from careercli.tui.screens.view_screen import ViewScreen
from careercli.tui.session import Session
from careercli.tui.widgets.columns import Column
from careercli.tui.widgets.grid import GROUP, WIDE, Grid, Row
from careercli.tui.widgets.preview import Preview
from careercli.tui.widgets.search_line import search_box

COLUMNS = (
    Column("title", "title", 34, 16, note=f"official: {name_of(newest('OEWS'))}"),
    Column("occupation", "occupation", 10, 10),
    Column("median", "median", 9, 9, right=True, note="$ a year"),
    Column("employment_change", "change", 9, 9, right=True, note=newest("EP").release),
    Column("entry_education", "entry education", 34, 12),
)
"""Columns of the list; each key is an attribute of an entry."""

SORTS = ("", *(column.key for column in COLUMNS))

_MOST_EXPLAINED = 200
"""Matches that are explained, at most: looking for the reasons of a thousand takes 30 ms."""

PREVIEW_AFTER = 0.05
"""Seconds that the cursor rests on a role before the preview shows it."""


class CatalogScreen(ViewScreen):
    """The list of all roles, with a preview of the one under the cursor beside or below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "filter", priority=True, tooltip="filter by any words as you type"),
        Binding("space", "mark", "mark", tooltip="mark the role, or take its mark away"),
        Binding("c", "compare", "compare", tooltip="compare the marked roles side by side"),
        Binding("p", "pay", "pay", tooltip="the wages of the marked roles on one scale"),
        Binding("s", "sort", "sort", tooltip="sort by the next column"),
        Binding("S", "turn", "turn", show=False, tooltip="turn the order round"),
        Binding("f", "filters", "form", tooltip="filter by family, skill, certification, education or wage"),
        Binding("a", "everything", "all", show=False, tooltip="every occupation too, or roles alone"),
        Binding("x", "unmark_all", "unmark", show=False, tooltip="take every mark away, or bring them back"),
        Binding("escape", "back", "all roles", show=False, tooltip="take the filters away"),
    ]

    FILTER = "words"

    view: CatalogView

    def __init__(self, explorer: Session, view: CatalogView) -> None:
        super().__init__(explorer, view)
        self._listing: Listing | None = None
        self._found: Found | None = None
        self._orders: dict[tuple[str, bool], Sequence[CatalogEntry]] = {}
        self._removed_marks: tuple[str, ...] = ()
        self._preview_timer: Timer | None = None
        self._told = 0
        """Problems with profiles that were there when they were last told."""

    def body(self) -> ComposeResult:
        yield search_box(self.search)
        with Container(id="both"):
            yield Grid(id="list")
            yield Preview()

    def show(self, view: CatalogView) -> None:
        """Show the list, or start reading it in the background."""
        self._listing = None if view.everything else self.explorer.questions.ready(view.area)
        if self._listing is None:
            self._start_reading()
        else:
            self._show_listing()

    def _start_reading(self) -> None:
        self.run_worker(self._read(), exclusive=True, group="listing")

    async def _read(self) -> None:
        self._listing = await self.explorer.questions.listing(self.view.everything, self.view.area)
        self._show_listing()

    def _show_listing(self) -> None:
        """Show the list that was read and the first problem found while reading."""
        self._orders = {}
        self.show_view()
        if len(self.explorer.wrong) > self._told:
            self._told = len(self.explorer.wrong)
            more = len(self.explorer.wrong) - 1
            self.explorer.tell(f"{self.explorer.wrong[0]}{f' (and {more} more)' if more else ''}", is_problem=True)

    @property
    def title_text(self) -> str:
        """The number of roles, the filters and the number of marks."""
        if self._listing is None or self._found is None:
            return "reading the profiles…"
        total, count = len(self._listing.entries), len(self._found.entries)
        noun = "roles and occupations" if self.view.everything else "roles"
        # Where no role has a title, occupations answer.
        roles = self._listing.ids
        others = 0 if self.view.everything else sum(entry.id not in roles for entry in self._found.entries)
        counted = f"{total} {noun}" if total == count - others else f"{count - others} of {total} {noun}"
        counted += f" · {others} occupation{'' if others == 1 else 's'}" if others else ""
        marked = len(self._marked())
        place = self.explorer.place.title if self.explorer.place else ""
        parts = [counted, place, *self._filter_texts(self._found.corrections), f"{marked} marked" if marked else ""]
        return " · ".join(part for part in parts if part)

    def _filter_texts(self, corrections: Mapping[str, Sequence[str]]) -> list[str]:
        """Return every filter in words, with the corrections of mistyped words."""
        view = self.view
        named = {"family": view.family, "skill": view.skill, "certification": view.certification,
                 "education": view.education}  # fmt: skip
        fields = [f"{name} “{text}”" for name, text in named.items() if text]
        wage = [] if view.min_wage is None else [f"median ≥ {shown(view.min_wage)}"]
        words = [f"“{view.words}”"] if view.words and not corrections else []
        corrected = [f"“{word}” read as {', '.join(found[:2])}" for word, found in corrections.items()]
        return [*words, *corrected, *fields, *wage]

    # -- the list

    def move_to(self, area: str) -> None:
        self.view = self.view._replace(area=area)
        self._start_reading()

    @property
    def role(self) -> str:
        return self.highlighted.id if self.highlighted else ""

    @property
    def ends(self) -> tuple[str, ...]:
        """The two marked roles if there are exactly two, else the one under the cursor."""
        marked = self._marked()
        return tuple(marked) if len(marked) == 2 else (self.role,)

    def show_view(self, keep: bool = True) -> None:
        """Show the roles of the view; with `keep`, leave the cursor on its role if that is still listed."""
        if self._listing is None:
            return
        here, view = self.highlighted, self.view
        found = self._listing.find(self._asked)
        entries = self._in_order(found.entries)
        self._found = found._replace(entries=entries)
        things = grouped(entries, self._listing) if self._is_grouped else entries
        ids = [isinstance(thing, CatalogEntry) and bare(thing.id) for thing in things] if keep and here else []
        at = ids.index(bare(here.id)) if here and bare(here.id) in ids else 0
        self.query_one(Grid).show(self._columns(), things, self._row, at)
        self.say_view()
        if not entries:
            more = "" if view.everything or found.retirement else ", in the list a adds every occupation"
            self.query_one(Preview).clear(f"{found.retirement or 'nothing matches'}; esc takes filters away{more}")

    @property
    def _is_grouped(self) -> bool:
        """True where roles stand under their occupations: not where they are sorted, or best match first."""
        view = self.view
        return not (view.words or view.sort or view.descending or view.everything)

    @property
    def _asked(self) -> Filters:
        view = self.view
        return Filters((view.words,), view.family, view.skill, view.certification, view.education, view.min_wage)

    def _reason(self, role_id: str) -> str:
        """Return why a role matches the words of the filter, if there are any and few match."""
        if not (self._listing and self._found and self.view.words) or len(self._found.entries) > _MOST_EXPLAINED:
            return ""
        reason = self._listing.find(self._asked, explain=True).reasons.get(role_id)
        return reason.text if reason else ""

    @property
    def sources(self) -> Sequence[Source]:
        return self.query_one(Preview).sources

    def _in_order(self, entries: Sequence[CatalogEntry]) -> Sequence[CatalogEntry]:
        """Return these entries in the view's order; without words, each order is sorted once, then filtered."""
        order = self.view.sort, self.view.descending
        if self._listing is None or not any(order):
            return entries
        if self.view.words:  # Equal values keep the order of the matches, as in the printed list.
            return self._sorted(entries)
        if order not in self._orders:
            self._orders[order] = self._sorted(self._listing.entries)
        wanted = {entry.id for entry in entries}
        return [entry for entry in self._orders[order] if entry.id in wanted]

    def _sorted(self, entries: Sequence[CatalogEntry]) -> Sequence[CatalogEntry]:
        if self.view.sort:
            return rows.by_value(entries, attrgetter(self.view.sort), self.view.descending)
        return entries[::-1]

    def _columns(self) -> list[Column]:
        arrow = "↓" if self.view.descending else "↑"
        return [
            column._replace(label=f"{column.label} {arrow}") if column.key == self.view.sort else column
            for column in COLUMNS
        ]

    def _row(self, thing: CatalogEntry | Group) -> Row:
        texts = _texts_of(thing)
        cells = tuple(texts.get(column.key, "") for column in COLUMNS)
        if isinstance(thing, Group):
            return Row("", cells, kind=GROUP)
        is_marked = bare(thing.id) in self.explorer.marks
        if not self._is_grouped:
            return Row(thing.id, cells, is_marked=is_marked)
        # The figures stand at the heading.
        title = f"  {texts['title']}{f' ? {thing.caveat}' if thing.caveat else ''}"
        return Row(thing.id, (title,), kind=WIDE, is_marked=is_marked)

    @property
    def highlighted(self) -> CatalogEntry | None:
        """The entry of the role under the cursor, or None in an empty list."""
        entry: CatalogEntry | None = self.query_one(Grid).thing
        return entry

    @on(Grid.Highlighted)
    def _preview(self) -> None:
        if self._preview_timer:
            self._preview_timer.stop()
        self._preview_timer = self.set_timer(PREVIEW_AFTER, self._look_up)

    def _look_up(self) -> None:
        entry = self.highlighted
        if entry:
            self.run_worker(self._show_preview(entry.id), exclusive=True, group="preview")

    async def _show_preview(self, role_id: str) -> None:
        page, wrong = await self.explorer.questions.ask(self._page_of, role_id)
        for preview in self.query(Preview):  # The preview is gone while the explorer shuts down.
            if self.highlighted and self.highlighted.id == role_id:
                if page:
                    preview.show(page, self._reason(role_id))
                else:
                    preview.clear(wrong)

    def _page_of(self, role_id: str) -> tuple[ComparisonPage | None, str]:
        """Return the page of a role, or None and why there is none."""
        try:
            return ProfileView(role_id).page(self.explorer.catalog.find(role_id), self.explorer.today), ""
        except CareerError as error:
            return None, str(error)

    @on(Grid.Chosen)
    def _open(self) -> None:
        if self.highlighted:
            self.open_view(ProfileView(placed(self.highlighted.id, self.view.area)))

    @on(Grid.HeaderClicked)
    def _header_clicked(self, event: Grid.HeaderClicked) -> None:
        if event.key == self.view.sort:
            self.action_turn()
        else:
            self._sort_by(event.key)

    # -- actions

    def action_mark(self) -> None:
        """Mark or unmark the role under the cursor and move to the next."""
        if self.highlighted:
            self.explorer.marks.toggle(bare(self.highlighted.id))
            if self.explorer.marks.problem:
                self.explorer.tell(f"marks last until you quit: {self.explorer.marks.problem}", is_problem=True)
            grid = self.query_one(Grid)
            grid.refresh()
            grid.action_move(1)
            self.say_view()

    def action_unmark_all(self) -> None:
        """Remove every mark, or restore the marks removed last."""
        marks, removed = self.explorer.marks, self.explorer.marks.ids
        marks.replace(() if removed else self._removed_marks)
        self._removed_marks = removed
        self.query_one(Grid).refresh()
        self.say_view()
        if not marks.ids:
            self.explorer.tell(
                f"marks taken away: {len(removed)}; x brings them back" if removed else "no role is marked"
            )

    def action_compare(self) -> None:
        """Compare the marked roles; with a single mark, add the role under the cursor."""
        roles = self._chosen()
        if len(roles) > 1:
            self.open_view(CompareView(roles))
        else:
            self.explorer.tell("mark two roles or more with space, then c compares them")

    def _chosen(self) -> tuple[str, ...]:
        """Return the marked roles, plus the one under the cursor if fewer than two are marked."""
        marked = self._marked()
        here = [placed(self.highlighted.id, self.view.area)] if self.highlighted and len(marked) < 2 else []
        return tuple(dict.fromkeys([*marked, *here]))

    def _marked(self) -> list[str]:
        """Return the ids of the marked roles that still exist, in the list's place."""
        known = self._listing.ids if self._listing else frozenset()
        here = {mark: placed(mark, self.view.area) for mark in self.explorer.marks.ids}
        return [role for mark, role in here.items() if role in known or OCCUPATION_CODE.fullmatch(mark)]

    def action_pay(self) -> None:
        """Show the wages of the marked roles, or of the one under the cursor, on one scale."""
        roles = tuple(self._marked()) or self._chosen()
        if roles:
            self.open_view(PayView(roles))

    def action_sort(self) -> None:
        self._sort_by(SORTS[(SORTS.index(self.view.sort) + 1) % len(SORTS)] if self.view.sort in SORTS else "")

    def _sort_by(self, key: str) -> None:
        self.view = self.view._replace(sort=key, descending=key in NUMBERS)
        self.show_view(keep=False)

    def action_turn(self) -> None:
        self.view = self.view._replace(descending=not self.view.descending)
        self.show_view(keep=False)

    def action_everything(self) -> None:
        self.view = self.view._replace(everything=not self.view.everything)
        self.explorer.tell("reading every occupation…" if self.view.everything else "reading the roles…")
        self._start_reading()

    def search(self, words: str) -> None:
        if words != self.view.words:
            self.view = self.view._replace(words=words)
            self.show_view(keep=not words)

    async def action_filters(self) -> None:
        from careercli.tui.dialogs.filters import FiltersDialog

        entries = self._listing.entries if self._listing else ()
        offers = {
            "family": sorted({entry.family for entry in entries if entry.family}),
            "education": sorted({str(entry.entry_education) for entry in entries if entry.entry_education}),
        }
        await self.app.push_screen(FiltersDialog(self.view, offers), self._filtered)

    def _filtered(self, view: CatalogView | None) -> None:
        if view is not None:
            self.view = view
            self.show_view(keep=False)

    async def action_back(self) -> None:
        bare = self.view._replace(words="", family="", skill="", certification="", education="", min_wage=None)
        if bare != self.view:
            self.view = bare
            self.show_view()


@lru_cache(1_000)
def _texts_of(thing: CatalogEntry | Group) -> dict[str, str]:
    """Return the texts of a row: the rows on the screen are asked for at every letter of a filter."""
    return thing.texts()
