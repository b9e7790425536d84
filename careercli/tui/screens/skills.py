"""Screen with the skills of a role, or what is missing from one role to another."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from careercli.presentation.views import SkillsView, placed
from careercli.tui.screens.list_screen import ListScreen


class SkillsScreen(ListScreen):
    """One row a skill, what is missing first, and below why it counts as missing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "turn", "turn", tooltip="what is missing the other way round"),
    ]

    view: SkillsView

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable the key of marks, and where there is no second role that which turns the gap round."""
        return action != "mark" and (action != "turn" or len(self.view.roles) > 1)

    @property
    def role(self) -> str:
        """The role that the skills are asked in, in the place in force."""
        return placed(self.view.roles[-1], self.explorer.area)

    @property
    def ends(self) -> tuple[str, ...]:
        """The two roles of a gap, else the one whose skills these are."""
        return tuple(placed(role, self.explorer.area) for role in self.view.roles)

    gap_ends = ends

    def move_to(self, area: str) -> None:
        """Change nothing: skills are the same everywhere."""

    async def choose(self) -> None:
        self.action_profile()

    def action_turn(self) -> None:
        self.show(self.view._replace(roles=self.view.roles[::-1]))
