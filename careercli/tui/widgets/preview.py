"""One role in brief, beside or below the list."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from careercli.model.claims import Source, Subject
from careercli.model.sanitize import visible
from careercli.presentation.evidence import with_url
from careercli.presentation.items import SOURCES
from careercli.presentation.page import ComparisonPage, heading_of
from careercli.presentation.text_width import clip, fill, wrap


class Preview(Widget):
    """As much of a role's summary as fits."""

    COMPONENT_CLASSES = {"preview--title", "preview--heading"}  # noqa: RUF012

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title: list[str] = []
        # Of each line its kind, how it reads below its heading and above its legend, and how it reads alone.
        self._lines: list[tuple[str, str, str]] = []
        self._page: ComparisonPage | None = None
        self._drawn: list[tuple[str, str]] = []
        self._plain = Style.null()

    def show(self, subject: Subject, page: ComparisonPage) -> None:
        """Show this role."""
        code = subject.occupation if subject.occupation != subject.id else ""
        self._page = page
        self._title = [subject.title, " · ".join(part for part in (subject.id, code, subject.family) if part)]
        self._lines = []
        section = ""
        for line in page.lines:
            if line.section != section:
                section = line.section
                self._lines.append(("heading", heading_of(section, page), ""))
            cell = line.cells[subject.id]
            text = f"{line.label}: {'; '.join(cell.parts)}"
            letters = f" [{cell.letters}]" if cell.letters else ""
            unit = page.units.get(section, "") if any(claim.currency for claim in cell.claims) else ""
            self._lines.append(("", text + letters, f"{text} {unit}".rstrip()))
        self._lines.append(("heading", SOURCES.upper(), ""))
        for said in map(" ".join, page.legend):
            self._lines.append(("", said, said))
        self._draw()

    def say_nothing(self, why: str) -> None:
        """Show no role, and why."""
        self._page, self._title, self._lines = None, [], [("", why, why)]
        self._draw()

    @property
    def sources(self) -> list[Source]:
        """Who says what is shown, as far as there is an address."""
        return with_url(self._page.sources_by_letter.values()) if self._page else []

    def on_resize(self, event: events.Resize) -> None:
        """The width decides where lines break."""
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if not width:
            return
        # Where there is no room for all, no line may take more than its own.
        is_low = self.content_size.height < 12
        self._drawn = [("title", clip(visible(text), width)) for text in self._title[:1]]
        self._drawn += [("", row) for text in self._title[1:] for row in _rows(visible(text), width, is_low)]
        for kind, among, alone in self._lines:
            if not is_low:
                broken = _rows(visible(among), width - 2, bool(kind))
                self._drawn += [(kind, row if kind or not i else f"  {row}") for i, row in enumerate(broken)]
            elif not kind:
                self._drawn.append((kind, clip(visible(alone), width)))
        last = self.content_size.height - 1
        if 0 <= last < len(self._drawn) - 1:
            kind, text = self._drawn[last]
            self._drawn[last] = kind, clip(text.rstrip("…"), width - 2) + " …"
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines of it; their style is worked out once for all of them."""
        self._plain = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of it."""
        kind, text = self._drawn[y] if y < len(self._drawn) else ("", "")
        style = self.get_component_rich_style(f"preview--{kind}") if kind else self._plain
        return Strip([Segment(fill(text, self.size.width), style)])


def _rows(text: str, width: int, is_one: bool) -> list[str]:
    """A text in as many rows as it takes, or in one."""
    return [clip(text, width)] if is_one else wrap(text, width)
