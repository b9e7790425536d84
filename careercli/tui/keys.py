"""The line of keys at the foot of a screen, made from its bindings; each can be clicked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget


class Key(NamedTuple):
    """What to press, what it does, and the action it stands for."""

    key: str
    label: str
    action: str


def keys_of(screen: Screen[Any], all_of_them: bool = False) -> list[Key]:
    """The screen's keys, those of all screens last; those worth a place at the foot, or all."""
    by_action: dict[str, list[Binding]] = {}
    active = sorted(screen.active_bindings.values(), key=lambda each: each.node is not screen and not each.binding.show)
    for _, binding, enabled, _ in active:
        if binding.description and enabled and (binding.show or all_of_them):
            by_action.setdefault(binding.action, []).append(binding)
    return [
        Key(" ".join(dict.fromkeys(map(screen.app.get_key_display, same))), same[0].description, action)
        for action, same in by_action.items()
    ]


class KeyLine(Widget):
    """As many keys as fit."""

    COMPONENT_CLASSES = {"keys--key"}  # noqa: RUF012

    def on_mount(self) -> None:
        """Another widget in focus may mean other keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._refresh_keys)

    def _refresh_keys(self, screen: Screen[Any]) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click on a key does what the key does."""
        for key, left, right in self._placed():
            if left <= event.x < right:
                self.run_worker(self.screen.run_action(key.action), exclusive=False)

    def render_line(self, y: int) -> Strip:
        """The keys, two spaces apart."""
        bold = self.get_component_rich_style("keys--key")
        plain = self.rich_style
        segments = [Segment(" ", plain)]
        for key, _, _ in self._placed():
            segments += [Segment(key.key, bold), Segment(f" {key.label}  ", plain)]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def _placed(self) -> Iterator[tuple[Key, int, int]]:
        """Each key that fits, and where it begins and ends."""
        left = 1
        for key in keys_of(self.screen):
            right = left + len(key.key) + 1 + len(key.label)
            if right > self.size.width:
                return
            yield key, left, right
            left = right + 2
