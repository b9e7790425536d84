"""Lines of plain text on the screen: whatever they say is shown literally, and shortened where it does not fit."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from careercli.measure import clip, fill, width_of, wrap
from careercli.text import visible


class Text(Widget):
    """As many lines as the style sheet gives it; `right` stands at the right end of the first.

    With `wraps` a long line goes on in the next.
    """

    def __init__(self, text: str = "", right: str = "", id: str | None = None, wraps: bool = False) -> None:
        super().__init__(id=id)
        self._lines: tuple[str, ...] = (text,)
        self._right, self._wraps = right, wraps

    def say(self, *lines: str) -> None:
        """Show these lines instead."""
        if lines != self._lines:
            self._lines = lines
            self.refresh()

    @property
    def said(self) -> tuple[str, ...]:
        return self._lines

    def render_line(self, y: int) -> Strip:
        """One line of them."""
        width = self.size.width
        lines = list(map(visible, self._lines))
        if self._wraps and width:
            lines = [row for line in lines for row in wrap(line, width)]
            left_out = lines[self.size.height :]
            lines = [*lines[: self.size.height - 1], " ".join([*lines[self.size.height - 1 :]])] if left_out else lines
        text = lines[y] if y < len(lines) else ""
        right = self._right if not y and width_of(self._right) < width // 2 else ""
        shown = fill(text, width - width_of(right)) + right if right else clip(text, width)
        return Strip([Segment(fill(shown, width), self.rich_style)], width)
