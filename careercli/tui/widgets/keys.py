"""The line of keys at the foot of a screen, made from its bindings; each can be clicked."""

from __future__ import annotations

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
    """What to press, what it does, and the action it stands for."""

    key: str
    label: str
    action: str


def keys_of(screen: Screen[Any], all_of_them: bool = False) -> list[Key]:
    """The screen's keys, those of all screens last: what is worth a place at the foot in a word, or all in more."""
    said: dict[tuple[str, str], list[Binding]] = {}
    for binding in _bindings(screen):
        if binding.show or all_of_them:
            says = binding.tooltip if all_of_them and binding.tooltip else binding.description
            said.setdefault((binding.action.partition("(")[0], says), []).append(binding)
    return [Key(_shown(screen, same), says, same[0].action) for (_, says), same in said.items()]


def actions_of(screen: Screen[Any]) -> list[Key]:
    """Every action of the screen, each by itself, where several share their words too."""
    said: dict[str, list[Binding]] = {}
    for binding in _bindings(screen):
        said.setdefault(binding.action, []).append(binding)
    words = Counter(same[0].tooltip for same in said.values())
    return [
        Key(_shown(screen, same), same[0].tooltip if words[same[0].tooltip] == 1 else same[0].description, action)
        for action, same in said.items()
    ]


def _bindings(screen: Screen[Any]) -> list[Binding]:
    """What is bound now, those of all screens last; how a line of text is edited goes without saying."""
    active = sorted(screen.active_bindings.values(), key=lambda each: each.node is not screen and not each.binding.show)
    return [
        each.binding
        for each in active
        if each.binding.description and each.enabled and (each.binding.show or not isinstance(each.node, Input))
    ]


def _shown(screen: Screen[Any], bindings: list[Binding]) -> str:
    """The keys of these bindings: `j ↓`, or `1–8`."""
    names = list(dict.fromkeys(map(screen.app.get_key_display, bindings)))
    is_range = len(names) > 2 and "".join(names) in digits
    return f"{names[0]}–{names[-1]}" if is_range else " ".join(names)


class KeyLine(Widget):
    """As many keys as fit; the last, which leads away, always does."""

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
