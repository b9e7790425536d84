"""Screen with the next steps from a role, or the routes between two, walked with the arrows."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from careercli.moves.routes import BY
from careercli.presentation.views import MoveView, PathView, bare
from careercli.tui.screens.list_screen import ListScreen
from careercli.tui.session import Session
from careercli.tui.widgets.grid import Grid


class RoutesScreen(ListScreen):
    """Steps by branch or by route; right and enter walk into a step's own next steps, left leads back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "walk", "on", key_display="→", priority=True, tooltip="on to the next steps of this step"),
        Binding("left,h", "walk_back", "before", key_display="←", priority=True, tooltip="to the step before"),
        Binding("s", "sort", "by", show=False, tooltip="best routes by steps, by gap, or by wage"),
        Binding("n", "no_pay_cut", "no pay cut", show=False, tooltip="no step to a clearly lower median, or any"),
        Binding("t", "turn", "turn", show=False, tooltip="the way from the second role to the first"),
    ]

    view: PathView

    def __init__(self, explorer: Session, view: PathView) -> None:
        super().__init__(explorer, view)
        self._walked: list[tuple[MoveView, int]] = []
        """The views walked through, each with the row that the cursor was on."""

    @property
    def title_text(self) -> str:
        """The way that was walked, if any, then the title of the steps."""
        kind = "routes" if len(self.view.roles) > 1 else "next steps"
        names = [" to ".join(map(bare, view.roles)) for view, _ in self._walked]
        return f"{kind} · {' → '.join([*names, super().title_text])}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable the keys of routes where there is no second role."""
        return len(self.view.roles) > 1 or action not in ("sort", "no_pay_cut", "turn")

    async def choose(self) -> None:
        await self.action_walk()

    def move_to(self, area: str) -> None:
        """Show the steps, and those walked through, in another place."""
        self._walked = [(self.placed_view(view, area), at) for view, at in self._walked]
        super().move_to(area)

    # -- actions

    async def action_walk(self) -> None:
        await self.finish_reading()
        row = self.row
        if row is None:
            return
        if row.role:
            self._walked.append((self.view, self.query_one(Grid).cursor[0]))
            await self._go(PathView((row.role,), directories=self.view.directories, area=self.view.area))
        else:
            self.explorer.tell("there is no profile of this role, so nothing is known of where it leads")

    async def action_walk_back(self) -> None:
        """Show the steps walked from, with the cursor on the step that was taken."""
        await self.finish_reading()
        if self._walked:
            await self._go(*self._walked.pop())
        else:
            self.explorer.tell("here the way starts; esc leads back")

    async def _go(self, view: MoveView, at: int = 0) -> None:
        self.opened = view
        self.show(view, at)
        await self.finish_reading()

    def action_sort(self) -> None:
        by = BY[(BY.index(self.view.by or BY[0]) + 1) % len(BY)]
        self.show(self.view._replace(by="" if by == BY[0] else by))

    def action_no_pay_cut(self) -> None:
        self.show(self.view._replace(no_pay_cut=not self.view.no_pay_cut))

    def action_turn(self) -> None:
        self.show(self.view._replace(roles=self.view.roles[::-1]))
