"""Dialog with one input for each filter of the catalog."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from careercli.model import numbers
from careercli.model.wages import NotAnAmount, read_dollars
from careercli.model.words import normalize
from careercli.presentation.views import CatalogView
from careercli.tui.screens.view_screen import Dialog
from careercli.tui.widgets.text_field import TextField
from careercli.tui.widgets.text_panel import Text

FIELDS = {
    "family": "family, or how its code begins",
    "skill": "skill, tool or technology",
    "certification": "certification",
    "education": "usual entry education",
    "min_wage": "official median, dollars a year, at least",
}


class _Filter(TextField):
    """Submits with a key that says what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "apply")]


class FiltersDialog(Dialog[CatalogView | None], inherit_bindings=False):
    """Returns the view with the filters of the form, or None if canceled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,down", "app.focus_next", "next", key_display="tab"),
        Binding("shift+tab,up", "app.focus_previous", "before", show=False),
        Binding("ctrl+l", "clear", "clear all"),
        Binding("escape", "dismiss", "cancel"),
    ]

    def __init__(self, view: CatalogView, offers: Mapping[str, Sequence[str]]) -> None:
        """Start with the filters of `view`; `offers` are the values that exist, by filter."""
        super().__init__("form")
        self._view, self._offers = view, offers

    def body(self) -> ComposeResult:
        yield Text("Only roles with", id="form-title")
        for name, label in FIELDS.items():
            yield Text(label, id=f"{name}-label")
            yield self._input(name)
        yield Text(id="offers", wraps=True)
        yield Text(id="wrong")

    def _input(self, name: str) -> _Filter:
        value = getattr(self._view, name)
        text = value if isinstance(value, str) else "" if value is None else numbers.plain(value)
        return _Filter(text, id=name)

    @on(events.DescendantFocus)
    def _mark_label(self, event: events.DescendantFocus) -> None:
        """Mark the label of the input that has the focus, without relying on color."""
        for name, label in FIELDS.items():
            self.query_one(f"#{name}-label", Text).say(f"› {label}" if event.widget.id == name else f"  {label}")

        self._offer(str(event.widget.id))

    @on(TextField.Changed)
    def _typed(self, event: TextField.Changed) -> None:
        self.query_one("#wrong", Text).say("")
        if event.input.has_focus:
            self._offer(str(event.input.id))

    def _offer(self, name: str) -> None:
        """Show the values that have what is typed."""
        typed = normalize(self.query_one(f"#{name}", TextField).value)
        found = [value for value in self._offers.get(name, ()) if typed in normalize(value)]
        none = "none has that" if name in self._offers else ""
        self.query_one("#offers", Text).say(f"there is: {' · '.join(found)}" if found else none)

    @on(TextField.Submitted)
    def _apply(self) -> None:
        """Return the filtered view, unless the wage is not an amount of dollars a year."""
        texts: dict[str, Any] = {line.id or "": line.value.strip() for line in self.query(TextField)}
        amount: str = texts.pop("min_wage")
        try:
            wage = read_dollars(amount) if amount else None
        except NotAnAmount:
            self.query_one("#wrong", Text).say(f"“{amount}” is no amount of dollars a year; write it like 60000")
        else:
            self.dismiss(self._view._replace(min_wage=wage, **texts))

    def action_clear(self) -> None:
        for line in self.query(TextField):
            line.value = ""
