"""Widget that shows one role's summary beside or below the list."""

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from careercli.model.claims import Source
from careercli.model.sanitize import visible
from careercli.presentation.evidence import with_url
from careercli.presentation.items import SOURCES
from careercli.presentation.page import ComparisonPage, heading_of
from careercli.presentation.text_width import clip, fill, wrap


class Preview(Widget):
    """Shows as much of a role's summary as fits."""

    COMPONENT_CLASSES = {"preview--title", "preview--heading", "preview--text"}  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self._title: list[str] = []
        # Kind, text for the full preview, and text for a low preview without headings and legend.
        self._lines: list[tuple[str, str, str]] = []
        self._page: ComparisonPage | None = None
        self._drawn: list[tuple[str, str]] = []

    def show(self, page: ComparisonPage, reason: str = "") -> None:
        """Show the summary of a role: its page, with the reason why it matches the words of a filter."""
        (subject,) = page.subjects
        code = subject.occupation if subject.occupation != subject.id else ""
        self._page = page
        self._title = [subject.title_and_place, " · ".join(part for part in (subject.id, code, subject.family) if part)]
        if reason:
            self._title.append(f"matches: {reason}")
        if subject.occupation_caveat:
            self._title.append(f"? {subject.occupation}: {subject.occupation_caveat}")
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
        for source in map(" ".join, page.legend):
            self._lines.append(("", source, source))
        self._draw()

    def clear(self, reason: str) -> None:
        """Show `reason` instead of a role."""
        self._page, self._title, self._lines = None, [], [("", reason, reason)]
        self._draw()

    @property
    def sources(self) -> list[Source]:
        return with_url(self._page.sources_by_letter.values()) if self._page else []

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if not width:
            return
        # A low preview clips each line of a role instead of wrapping it, to show more of them.
        is_low = self._page is not None and self.content_size.height < 12
        self._drawn = [("title", clip(visible(text), width)) for text in self._title[:1]]
        self._drawn += [("", row) for text in self._title[1:] for row in _rows(visible(text), width, is_low)]
        for kind, full, short in self._lines:
            if not is_low:
                wrapped = _rows(visible(full), width - 2, bool(kind))
                self._drawn += [(kind, row if kind or not i else f"  {row}") for i, row in enumerate(wrapped)]
            elif not kind:
                self._drawn.append((kind, clip(visible(short), width)))
        last = self.content_size.height - 1
        if 0 <= last < len(self._drawn) - 1:
            kind, text = self._drawn[last]
            self._drawn[last] = kind, clip(text.rstrip("…"), width - 2) + " …"
        self.refresh()

    def render_line(self, y: int) -> Strip:
        kind, text = self._drawn[y] if y < len(self._drawn) else ("", "")
        style = self.get_component_rich_style(f"preview--{kind or 'text'}")
        return Strip([Segment(fill(text, self.size.width), style)])


def _rows(text: str, width: int, is_one: bool) -> list[str]:
    """Return the text wrapped, or clipped to one row."""
    return [clip(text, width)] if is_one else wrap(text, width)
