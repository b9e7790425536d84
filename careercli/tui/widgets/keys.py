"""List the keys of a screen from its bindings, and show them in a line at its foot where each can be clicked."""

from collections import Counter
from collections.abc import Iterator
from string import digits
from typing import Any, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from careercli.presentation.text_width import width_of

_GAP = 2
"""Cells between two keys."""


class Key(NamedTuple):
    """The keys to press, a label and the action they run."""

    key: str
    label: str
    action: str


def keys_of(screen: Screen[Any], all_of_them: bool = False) -> list[Key]:
    """Return the keys shown at the foot of the screen, or all keys with longer labels; those of all screens last."""
    bindings: dict[tuple[str, str], list[Binding]] = {}
    for binding in _bindings(screen):
        if binding.show or all_of_them:
            label = binding.tooltip if all_of_them and binding.tooltip else binding.description
            bindings.setdefault((binding.action.partition("(")[0], label), []).append(binding)
    return [Key(_key_names(screen, same), label, same[0].action) for (_, label), same in bindings.items()]


def actions_of(screen: Screen[Any]) -> list[Key]:
    """Return one key for each action of the screen, labeled with its description where a tooltip is shared."""
    bindings: dict[str, list[Binding]] = {}
    for binding in _bindings(screen):
        bindings.setdefault(binding.action, []).append(binding)
    uses = Counter(same[0].tooltip for same in bindings.values())
    return [
        Key(_key_names(screen, same), same[0].tooltip if uses[same[0].tooltip] == 1 else same[0].description, action)
        for action, same in bindings.items()
    ]


def _bindings(screen: Screen[Any]) -> list[Binding]:
    """Return the active bindings, those of all screens last, without the editing keys of inputs."""
    bindings = sorted(screen.active_bindings.values(), key=lambda key: key.node is not screen and not key.binding.show)
    return [
        key.binding
        for key in bindings
        if key.binding.description and key.enabled and (key.binding.show or not isinstance(key.node, Input))
    ]


def _key_names(screen: Screen[Any], bindings: list[Binding]) -> str:
    """Return the names of the bindings' keys, such as `j ↓` or `1–8`."""
    names = list(dict.fromkeys(map(screen.app.get_key_display, bindings)))
    is_range = len(names) > 2 and "".join(names) in digits
    return f"{names[0]}–{names[-1]}" if is_range else " ".join(names)


class KeyLine(Widget):
    """Shows as many keys as fit, and always the last, which quits."""

    COMPONENT_CLASSES = {"keys--key"}  # noqa: RUF012

    def on_mount(self) -> None:
        """Redraw whenever the active bindings change, as they do with the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda screen: self.refresh())

    def on_click(self, event: events.Click) -> None:
        for key, left, right in self._placed():
            if left <= event.x < right:
                self.run_worker(self.screen.run_action(key.action))

    def render_line(self, y: int) -> Strip:
        bold = self.get_component_rich_style("keys--key")
        plain = self.rich_style
        segments = [Segment(" ", plain)]
        for key, _, _ in self._placed():
            segments += [Segment(key.key, bold), Segment(f" {key.label}  ", plain)]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def _placed(self) -> Iterator[tuple[Key, int, int]]:
        """Yield each key that fits with its first cell and the cell after its last."""
        left, keys = 1, keys_of(self.screen)
        room = self.size.width - _GAP - sum(map(_width, keys[-1:]))
        for key in keys:
            right = left + _width(key)
            if key is keys[-1] or right <= room:
                yield key, left, right
                left = right + _GAP
            else:
                room = 0


def _width(key: Key) -> int:
    return width_of(f"{key.key} {key.label}")
