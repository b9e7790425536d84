"""A page of lines -> a table for people: one column a role, stacked where the columns get too narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from careercli.fields import UNKNOWN
from careercli.formats import Look
from careercli.formats.layout import NARROWEST, bold, clean, clip, dim, side_by_side, width_of, wrap
from careercli.lines import Cell, Line, Page, title_of, unit_of
from careercli.model import Subject

_LEAST = 22
"""A role's column is never narrower; with less room the roles stack."""

_MOST = 60
"""A column is never wider, so that long texts stay readable."""


def as_table(page: Page, look: Look, more: Sequence[str] = (), header: bool = True) -> str:
    """The whole page: header, sections of lines, the legend of letters, notes, and lines of `more`."""
    shape: _Columns | _Stack = _Columns(page, look) if _fits(page, look) else _Stack(page, look)
    body = [*(shape.header() if header else []), *shape.lines()]
    foot = [*_legend(page, look), *(dim(line, look) for text in more for line in _wrapped(text, look))]
    return "".join(f"{line}\n" for line in [*body, *([""] if foot else []), *foot])


def _fits(page: Page, look: Look) -> bool:
    if look.width is None or len(page.subjects) == 1:
        return True
    room = look.width - _label_width(page, look) - 2 - _letters_width(page)
    return room // len(page.subjects) - 2 >= _LEAST


def _heading(section: str, page: Page) -> str:
    return f"{title_of(section).upper()}   {unit_of(section, page)}".rstrip()


def _label_width(page: Page, look: Look) -> int:
    widest = max((width_of(clean(line.label, look)) for line in page.lines), default=0) + 2
    return min(widest, 26)


def _letters_width(page: Page) -> int:
    return max((len(line.letters) for line in page.lines), default=0) + 2


def _title(subject: Subject, page: Page) -> str:
    base = len(page.subjects) > 1 and subject.id == page.baseline
    return f"{subject.id} (base)" if base else subject.id


def _parts(cell: Cell, line: Line) -> list[str]:
    """A cell's texts, the difference behind the last and its own letters where the line has none."""
    parts = list(cell.parts) or [UNKNOWN]
    if cell.difference:
        parts[-1] += f"  {cell.difference}"
    if cell.letters and not line.letters:
        parts[-1] += f" [{cell.letters}]"
    return parts


def _noted(line: Line) -> str:
    return "".join(f" ≠{number}" for number in line.notes)


class _Columns:
    """One column a role."""

    def __init__(self, page: Page, look: Look) -> None:
        self.page, self.look = page, look
        self.label, self.letters = _label_width(page, look), _letters_width(page)
        natural = [self._natural(subject) for subject in page.subjects]
        if look.width is not None:
            room = look.width - self.label - self.letters - 2 * len(natural)
            natural = _shared(natural, max(room, NARROWEST))
        self.widths = [self.label - 2, self.letters - 1, *natural]

    def _natural(self, subject: Subject) -> int:
        texts = [_title(subject, self.page), subject.title]
        for line in self.page.lines:
            texts += _parts(line.cells.get(subject.id, Cell()), line)
        return min(max(width_of(clean(text, self.look)) for text in texts) + 3, _MOST)

    def header(self) -> list[str]:
        subjects = self.page.subjects
        names = [clean(_title(subject, self.page), self.look) for subject in subjects]
        titles = [clean(subject.title, self.look) for subject in subjects]
        return [bold(line, self.look) for line in self._row("", "", names)] + self._row("", "", titles)

    def lines(self) -> list[str]:
        out: list[str] = []
        section = ""
        for line in self.page.lines:
            if line.section != section:
                section = line.section
                out.append(bold(clean(_heading(section, self.page), self.look), self.look))
            out += self._line(line)
        return out

    def _line(self, line: Line) -> list[str]:
        cells = [_parts(line.cells.get(subject.id, Cell()), line) for subject in self.page.subjects]
        cells[-1][0] += _noted(line)
        height = max(map(len, cells))
        out = []
        for index in range(height):
            label, letters = (line.label, line.letters) if index == 0 else ("", "")
            texts = [clean(cell[index], self.look) if index < len(cell) else "" for cell in cells]
            out += self._row(clean(label, self.look), letters, texts)
        return out

    def _row(self, label: str, letters: str, cells: Sequence[str]) -> list[str]:
        return [f"  {line}".rstrip() for line in side_by_side([label, letters, *cells], self.widths)]


def _shared(natural: Sequence[int], room: int) -> list[int]:
    """Widths that fit in `room`: narrow columns keep theirs, the others share what is left."""
    widths = list(natural)
    while sum(widths) > room:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= NARROWEST // 2:
            break
        widths[widest] -= 1
    return widths


class _Stack:
    """Each line a small list, one role below the other."""

    def __init__(self, page: Page, look: Look) -> None:
        self.page, self.look = page, look
        self.width = max(look.width or NARROWEST, NARROWEST)
        longest = max(width_of(clean(subject.id, look)) for subject in page.subjects)
        self.ids = min(longest, self.width // 2)

    def header(self) -> list[str]:
        titles = [clean(f"{_title(each, self.page)}: {each.title}", self.look) for each in self.page.subjects]
        return [bold(line, self.look) for title in titles for line in wrap(title, self.width)]

    def lines(self) -> list[str]:
        out: list[str] = []
        section = ""
        for line in self.page.lines:
            if line.section != section:
                section = line.section
                out.append(bold(clean(_heading(section, self.page), self.look), self.look))
            out += self._line(line)
        return out

    def _line(self, line: Line) -> list[str]:
        letters = f" [{line.letters}]" if line.letters else ""
        out = wrap(clean(f"{line.label}{letters}{_noted(line)}", self.look), self.width)
        rest = max(self.width - self.ids - 4, 8)
        silent: list[str] = []
        for subject in self.page.subjects:
            cell = line.cells.get(subject.id, Cell())
            if not cell.parts:
                silent.append(subject.id)
                continue
            name = clip(clean(subject.id, self.look), self.ids, self.look)
            for part in _parts(cell, line):
                out += [f"  {row}" for row in side_by_side([name, clean(part, self.look)], [self.ids, rest])]
                name = ""
        if silent:
            text = clean(f"{UNKNOWN} {', '.join(silent)}", self.look)
            out += [f"  {row}" for row in wrap(text, self.width - 2)]
        return out


def _legend(page: Page, look: Look) -> list[str]:
    entries = [(letter, text) for letter, text in page.legend]
    entries += [(f"≠{number}", text) for number, text in enumerate(page.notes, 1)]
    entries += [("?", text) for text in page.doubts]
    return [dim(line, look) for mark, text in entries for line in _hanging(mark, text, look)]


def _hanging(mark: str, text: str, look: Look) -> list[str]:
    """A mark, and its text wrapped beside it."""
    mark = clean(mark, look)
    indent = width_of(mark) + 1
    lines = _wrapped(text, look, indent)
    return [f"{mark if index == 0 else ' ' * (indent - 1)} {line}" for index, line in enumerate(lines)]


def _wrapped(text: str, look: Look, indent: int = 0) -> Iterable[str]:
    width = max((look.width or 100), NARROWEST) - indent
    return wrap(clean(text, look), width)
