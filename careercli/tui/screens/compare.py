"""Screen that compares roles side by side, with the differences and their sources."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.catalog.listing import CatalogEntry
from careercli.errors import CareerError
from careercli.model import fields
from careercli.model.claims import Source, Subject
from careercli.presentation.compare_view import CompareView
from careercli.presentation.evidence import why_not_ranked, with_url
from careercli.presentation.page import ComparisonPage, Line, title_of
from careercli.presentation.places import roles_and_place
from careercli.presentation.views import ProfileView, placed
from careercli.tui.screens.compare_table import id_of, stacked, transposed, upright
from careercli.tui.screens.evidence_screen import EvidenceScreen
from careercli.tui.session import Session
from careercli.tui.widgets.columns import Column, laid_out
from careercli.tui.widgets.grid import Grid
from careercli.tui.widgets.search_line import search_box
from careercli.tui.widgets.text_panel import Text


class CompareScreen(EvidenceScreen):
    """Fields as rows and roles as columns, or transposed, with the evidence for the cell under the cursor below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "difference(1)", "next diff", tooltip="to the next difference"),
        Binding("N", "difference(-1)", "diff before", show=False, tooltip="to the difference before"),
        Binding("b", "baseline", "base", tooltip="measure the others against the role under the cursor"),
        Binding("d", "differences", "diffs", tooltip="only what differs, or everything"),
        Binding("t", "transpose", "turn", tooltip="turn the table: roles as rows, or as columns"),
        Binding("slash", "search", "rows", priority=True, tooltip="only rows with the words you type"),
        Binding("a,plus", "add", "add", key_display="a", tooltip="compare with one role more"),
        Binding("x,delete", "remove", "remove", show=False, key_display="x", tooltip="take the role out"),
        Binding("less_than_sign,comma", "shift(-1)", "left", show=False, key_display="<", tooltip="role to the left"),
        Binding(
            "greater_than_sign,full_stop", "shift(1)", "right", show=False, key_display=">", tooltip="role to the right"
        ),
        Binding("f", "full", "all", show=False, tooltip="every section, or the summary"),
        *(
            Binding(str(number), f"section('{key}')", f"section {key}", show=False, tooltip="section on or off")
            for number, key in enumerate(fields.SECTIONS, 1)
        ),
        Binding("H", "per", "hour", show=False, tooltip="wages by the year, or by the hour"),
        Binding("r", "profile", "role", show=False, tooltip="the role under the cursor in full"),
        Binding("escape", "back", "back", show=False, tooltip="back; first, the filter goes"),
    ]

    FILTER = "text"

    view: CompareView

    def __init__(self, explorer: Session, view: CompareView) -> None:
        super().__init__(explorer, view)
        self._subjects: list[Subject] = []
        self._page: ComparisonPage | None = None
        self._line_ids: list[str] = []
        """The id of each row, or of each column of a transposed comparison."""
        self._stack: dict[str, tuple[str, Line]] = {}
        """The role and the line of each row, by its id, where the roles stand one below the other."""

    def body(self) -> ComposeResult:
        yield search_box(self.search)
        yield Grid(by_cell=True, wraps=True, frozen=2)
        yield Text(id="evidence", wraps=True)

    def draw(self) -> None:
        """Stack the roles, or put them side by side, as the width asks."""
        if self._page and not self.view.transpose and self._is_narrow(upright(self._page)[0]) != bool(self._stack):
            self.show_view()

    def show(self, view: CompareView, is_whole: bool = False, role: str = "") -> None:
        self.run_worker(self._look_up(view, is_whole, role), exclusive=True, group="roles")

    async def _look_up(self, view: CompareView, is_whole: bool, role: str) -> None:
        """Show a view with the cursor on `role`: with all its roles if `is_whole`, else those that can be shown."""
        try:
            self._subjects = await self.explorer.subjects(view.roles, is_whole)
        except CareerError as error:
            self.explorer.tell(str(error), is_problem=True)
            return
        self.view = view._replace(roles=tuple(subject.id for subject in self._subjects))
        self.show_view(role)

    @property
    def title_text(self) -> str:
        """The number of roles, the baseline, the sections and the filters."""
        view = self.view
        if not self._subjects:
            return "reading the profiles…"
        sections = [key for key in view.sections.split(",") if key]
        what = self._subjects[0].title_and_place
        parts = [
            f"compare · {roles_and_place(self._subjects)}" if len(self._subjects) > 1 else what,
            f"base {view.baseline or self._subjects[0].id}" if len(self._subjects) > 1 else "",
            "differences only" if view.differences else "",
            ", ".join(title_of(key).lower() for key in sections) if sections else "all" if view.full else "",
            f"“{view.text}”" if view.text else "",
            "by the hour" if view.period == "hour" else "",
        ]
        return " · ".join(part for part in parts if part)

    # -- the comparison

    def move_to(self, area: str) -> None:
        """Show the roles in another place; of a comparison of places, move the one under the cursor alone."""
        roles = self.view.roles
        moved = {role: placed(role, area) for role in roles}
        if len(set(moved.values())) < len(roles):
            moved = {role: moved[role] if role == self.role else role for role in roles}
        if len(set(moved.values())) == len(roles):
            base = moved.get(self.view.baseline, "")
            view = self.view._replace(roles=tuple(moved.values()), baseline=base)
            self.show(view, is_whole=True, role=moved.get(self.role, ""))
        else:
            self.explorer.tell("the comparison has that place already")

    @property
    def role(self) -> str:
        """The id of the role under the cursor, or else of the first."""
        return self._at_cursor()[0] or next((subject.id for subject in self._subjects), "")

    @property
    def ends(self) -> tuple[str, ...]:
        """The baseline and the other role of a comparison of two, else the role under the cursor."""
        return self._from_base(self._other) if len(self._subjects) == 2 else (self.role,)

    @property
    def gap_ends(self) -> tuple[str, ...]:
        """The baseline and the other role of a comparison of two, else the baseline and the role under the cursor."""
        return self.ends if len(self._subjects) == 2 else self._from_base(self.role)

    @property
    def _other(self) -> str:
        return next(role for role in self.view.roles if role != self._base)

    @property
    def _base(self) -> str:
        return self.view.baseline or self.view.roles[0]

    def _from_base(self, role: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self._base, role)))

    def show_view(self, role: str = "", line: Line | None = None) -> None:
        """Show the view with the cursor on `role` and `line`; by default it stays on its role and line."""
        if not self._subjects:
            return
        cursor_role, cursor_line = self._at_cursor()
        wanted_role, wanted_line = role or cursor_role, line or cursor_line
        wanted_id = wanted_line and id_of(wanted_line)
        self._page = self.view.page(self.view.comparison(self._subjects), self.explorer.today)
        grid = self.query_one(Grid)
        self._stack = {}
        if self.view.transpose:
            grid.frozen = 1
            columns, table = transposed(self._page)
            self._line_ids = [each.key for each in columns]
            column = next((i for i, each in enumerate(self._line_ids) if each == wanted_id), 1)
            row = next((i for i, each in enumerate(table) if each.id == wanted_role), 0)
        else:
            grid.frozen = 2
            columns, table = upright(self._page)
            column = next((i for i, each in enumerate(self._page.subjects, 2) if each.id == wanted_role), 2)
            if self._is_narrow(columns):
                grid.frozen, column = 1, 1
                columns, table, self._stack = stacked(self._page)
                wanted_id = next(
                    (key for key, (each, at) in self._stack.items() if each == wanted_role and id_of(at) == wanted_id),
                    wanted_id,
                )
            self._line_ids = [each.id for each in table]
            first = next((i for i, each in enumerate(table) if not each.kind), 0)
            row = next((i for i, each in enumerate(self._line_ids) if each == wanted_id), first)
        grid.show(columns, table, at=row)
        grid.go_to(row, column)
        self.say_view()
        self.say_evidence()

    def _is_narrow(self, columns: Sequence[Column]) -> bool:
        """Return True if these columns leave no room for those of two roles."""
        return len(columns) > 3 and 0 < len(laid_out(columns, 2, 0, self.size.width)) < 4

    def _at_cursor(self) -> tuple[str, Line | None]:
        """Return the role id and the line under the cursor; an empty id and None where there is none."""
        page = self._page
        if page is None or not page.subjects:
            return "", None
        row, column = self.query_one(Grid).cursor
        if self._stack:
            return self._stack.get(self.query_one(Grid).thing.id, ("", None))
        if self.view.transpose:
            line = page.lines[column - 1] if 0 < column <= len(page.lines) else None
            return (page.subjects[row].id if 0 <= row < len(page.subjects) else ""), line
        role = page.subjects[column - 2].id if 2 <= column < len(page.subjects) + 2 else ""
        thing = self.query_one(Grid).thing
        return role, next((line for line in page.lines if thing and id_of(line) == thing.id), None)

    @property
    def cell(self) -> tuple[ComparisonPage, Line, str] | None:
        role, line = self._at_cursor()
        return (self._page, line, role) if self._page and line and role else None

    def evidence(self) -> tuple[str, str]:
        """Return the evidence for the cell, and why it is not ranked; without rows, why there are none."""
        if self.cell is None:
            return self._no_rows()
        page, line, role = self.cell
        first, second = super().evidence()
        notes = map(" ".join, why_not_ranked(page, line.cells[role]))
        return first, " · ".join(part for part in (*notes, second) if part)

    def _no_rows(self) -> tuple[str, str]:
        if self._page is None or self._page.lines:
            return "", ""
        if self.view.text and self.view.differences:
            return f"nothing differs with “{self.view.text}”", "d shows every row, esc takes the filter away"
        if self.view.text:
            return f"no row has “{self.view.text}”", "esc takes the filter away"
        return "nothing differs", "d shows every row"

    @property
    def sources(self) -> Sequence[Source]:
        """The sources of the cell under the cursor, or the source of a legend line."""
        thing = self.query_one(Grid).thing
        if self.cell or self._page is None or thing is None:
            return super().sources
        return with_url([self._page.sources_by_letter.get(thing.id.rpartition("/")[2])])

    # -- actions

    def action_difference(self, step: int) -> None:
        """Move to the next differing line (`step` 1) or the previous one (-1)."""
        if self._page is None:
            return
        grid = self.query_one(Grid)
        row, column = grid.cursor
        here = column if self.view.transpose else row
        differing = {id_of(line) for line in self._page.lines if line.differs}
        found = [at for at, each in enumerate(self._line_ids) if each in differing and (at - here) * step > 0]
        if not found:
            self.explorer.tell("no more differences that way")
        elif self.view.transpose:
            grid.go_to(row, found[0 if step > 0 else -1])
        else:
            grid.go_to(found[0 if step > 0 else -1], column)

    def action_baseline(self) -> None:
        role, _ = self._at_cursor()
        if role:
            self.change(baseline="" if role == self.view.roles[0] else role)

    def action_differences(self) -> None:
        self.change(differences=not self.view.differences)

    def action_transpose(self) -> None:
        role, line = self._at_cursor()
        first = next(iter(self._page.lines if self._page else ()), None)
        self.view = self.view._replace(transpose=not self.view.transpose)
        self.show_view(role, line or first)

    def action_full(self) -> None:
        self.change(full=not self.view.full, sections="")

    def action_section(self, key: str) -> None:
        default = list(fields.SECTIONS) if self.view.full else list(fields.SUMMARY)
        shown = [section for section in self.view.sections.split(",") if section] or default
        wanted = [section for section in fields.SECTIONS if (section in shown) != (section == key)]
        if wanted:
            self.change(sections=",".join(wanted), full=False)
        else:
            self.explorer.tell("one section at least is shown")

    def action_shift(self, step: int) -> None:
        """Move the role under the cursor to the left (`step` -1) or right (1)."""
        role, _ = self._at_cursor()
        roles = self.view.roles
        if role and 0 <= roles.index(role) + step < len(roles):
            at = roles.index(role)
            self._subjects.insert(at + step, self._subjects.pop(at))
            self._update_roles()

    def action_remove(self) -> None:
        role, _ = self._at_cursor()
        if role and len(self._subjects) > 1:
            self._subjects = [subject for subject in self._subjects if subject.id != role]
            self._update_roles()
        elif role:
            self.explorer.tell("the last role stays; escape goes back")

    def _update_roles(self) -> None:
        """Show the current roles; a baseline that was removed is replaced by the first role."""
        base = self.view.baseline or self.view.roles[0]
        ids = tuple(subject.id for subject in self._subjects)
        self.change(roles=ids, baseline=base if base in ids[1:] else "")

    async def action_add(self) -> None:
        from careercli.tui.dialogs.role_picker import RolePicker

        await self.app.push_screen(RolePicker(self.explorer, self.view.roles), self._added)

    def _added(self, entry: CatalogEntry | None) -> None:
        if entry:
            self.show(self.view._replace(roles=(*self.view.roles, entry.id)))

    def action_profile(self) -> None:
        role, _ = self._at_cursor()
        if role:
            self.open_view(ProfileView(role, period=self.view.period))
