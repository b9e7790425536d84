"""Dialog that picks a place by part of its title, its code or a city."""

from careercli.model.claims import Area
from careercli.presentation.places import KIND_NAMES, matching
from careercli.store.places import areas
from careercli.tui.dialogs.picker import Picker
from careercli.tui.widgets.columns import Column
from careercli.tui.widgets.grid import Grid, Row
from careercli.tui.widgets.text_panel import Text

_COLUMNS = (Column("title", "place", 50, 16), Column("kind", "", 15, 5), Column("code", "code", 7, 5))


class PlacePicker(Picker[Area | None]):
    """Returns the chosen area, the nation among them, or None."""

    def __init__(self, now: str) -> None:
        """Name the place that is chosen `now`."""
        super().__init__(f"Wages in… now {now}", "type a part of a state or a city, or a code")
        self._areas = areas()

    def on_mount(self) -> None:
        self.show("")

    def show(self, typed: str) -> None:
        """Show the areas that have every word."""
        found = matching(self._areas, typed)
        self.query_one("#choose-title", Text).say(f"{self._title} ({len(found)} of {len(self._areas)})")
        self.query_one(Grid).show(_COLUMNS, found, _row)


def _row(area: Area) -> Row:
    return Row(area.code, (area.title, KIND_NAMES[area.kind], area.code))
