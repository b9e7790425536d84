"""Lines of plain text on the screen: whatever they say is shown literally, and shortened where it does not fit."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from careercli.model.sanitize import visible
from careercli.presentation.text_width import clip, fill, width_of, wrap

_GAP = 2
"""Cells between a text and what stands right of it."""

_BETWEEN = " · "
"""Between lines that have to share one."""


class Text(Widget):
    """As many lines as the style sheet gives it; `right` stands at the right end of the first.

    With `wraps` a long line goes on in the next, and lines share one where they are too many. A click on
    `right` runs the `action` of the application.
    """

    def __init__(
        self, text: str = "", right: str = "", id: str | None = None, wraps: bool = False, action: str = ""
    ) -> None:
        super().__init__(id=id)
        self._lines: tuple[str, ...] = (text,)
        self._right, self._wraps, self._action = right, wraps, action

    def say(self, *lines: str) -> None:
        """Show these lines instead."""
        if lines != self._lines:
            self._lines = lines
            self.refresh(layout=self.styles.auto_dimensions)

    @property
    def said(self) -> tuple[str, ...]:
        return self._lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes to say all in that width; none where there is nothing to say."""
        return len(self._broken(width)) if any(self._lines) else 0

    def _broken(self, width: int) -> list[str]:
        lines = list(map(visible, self._lines))
        return [row for line in lines for row in wrap(line, width)] if self._wraps and width > 0 else lines

    @property
    def _beside(self) -> str:
        """What stands at the right, where there is room."""
        return self._right if width_of(self._right) < self.size.width // 2 else ""

    async def on_click(self, event: events.Click) -> None:
        """A click on what stands at the right does what it says."""
        if self._action and self._beside and event.x >= self.size.width - width_of(self._beside):
            await self.app.run_action(self._action)

    def render_line(self, y: int) -> Strip:
        """One line of them."""
        width, height = self.size
        lines = self._broken(width)
        if self._wraps and width > 0 and lines[height:]:
            lines = wrap(visible(_BETWEEN.join(filter(None, self._lines))), width)
            lines = [*lines[: height - 1], " ".join(lines[height - 1 :])]
        text = lines[y] if y < len(lines) else ""
        right = "" if y else self._beside
        room = width - _GAP - width_of(right)
        shown = fill(text, room) + " " * _GAP + right if right else clip(text, width)
        return Strip([Segment(fill(shown, width), self.rich_style)], width)
