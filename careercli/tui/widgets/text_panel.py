"""Widget for lines of plain text, shown literally and clipped where they do not fit."""

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from careercli.model.sanitize import visible
from careercli.presentation.text_width import fill, width_of, wrap

_GAP = 2
"""Cells between the text and the text at the right end."""


class Text(Widget):
    """Shows lines of text, with `right` at the right end of the first; the style sheet sets the height.

    With `wraps`, long lines wrap, and lines that do not fit one below the other are joined. A click on
    `right` runs `action`, an action of the application.
    """

    def __init__(
        self, text: str = "", right: str = "", id: str | None = None, wraps: bool = False, action: str = ""
    ) -> None:
        super().__init__(id=id)
        self.lines: tuple[str, ...] = (text,)
        """The lines as given, neither wrapped nor clipped."""
        self._right, self._wraps, self._action = right, wraps, action

    def say(self, *lines: str) -> None:
        if lines != self.lines:
            self.lines = lines
            self.refresh(layout=self.styles.auto_dimensions)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines needed in that width, 0 for an empty text."""
        return len(self._wrapped(width)) if any(self.lines) else 0

    def _wrapped(self, width: int) -> list[str]:
        lines = list(map(visible, self.lines))
        return [row for line in lines for row in wrap(line, width)] if self._wraps and width > 0 else lines

    @property
    def _right_shown(self) -> str:
        """The text at the right end, empty where it would take half of the width."""
        return self._right if width_of(self._right) < self.size.width // 2 else ""

    async def on_click(self, event: events.Click) -> None:
        """Run the action if the text at the right end was clicked."""
        if self._action and self._right_shown and event.x >= self.size.width - width_of(self._right_shown):
            await self.app.run_action(self._action)

    def render_line(self, y: int) -> Strip:
        width, height = self.size
        lines = self._wrapped(width)
        if self._wraps and width > 0 and lines[height:]:
            lines = wrap(visible(" · ".join(filter(None, self.lines))), width)
            lines = [*lines[: height - 1], " ".join(lines[height - 1 :])]
        text = lines[y] if y < len(lines) else ""
        right = "" if y else self._right_shown
        room = width - _GAP - width_of(right)
        shown = fill(text, room) + " " * _GAP + right if right else fill(text, width)
        return Strip([Segment(shown, self.rich_style)], width)
