"""A page of lines -> a table for people: one column a role, stacked where the columns get too narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercli.formats import TableStyle, table
from careercli.formats.layout import NARROWEST, bold, clean, dim, side_by_side
from careercli.model.claims import Subject
from careercli.model.fields import SECTIONS, UNKNOWN
from careercli.presentation.page import Cell, ComparisonPage, Line, heading_of, parts_of
from careercli.presentation.text_width import width_of, wrap

_LEAST = 18
"""A role's column is never narrower; with less room the roles stack."""

_MOST = 60
"""A column is never wider, so that long texts stay readable."""

_LABEL = 24
"""A label is never wider; longer ones wrap."""


def as_table(page: ComparisonPage, style: TableStyle, more: Sequence[str] = (), header: bool = True) -> str:
    """The whole page: header, sections of lines, the legend of letters, notes, and lines of `more`."""
    columns = _Columns(page, style)
    shape: _Columns | _Stack = columns if columns.fits else _Stack(page, style)
    body = shape.header() if header else []
    section = ""
    for line in page.lines:
        if line.section != section:
            section = line.section
            body += [bold(text, style) for text in _wrapped(heading_of(section, page), style)]
        body += shape.line(line)
    return _finished(body, page, style, more)


def transposed(page: ComparisonPage, style: TableStyle, more: Sequence[str] = (), header: bool = True) -> str:
    """The same lines as columns and the roles as rows."""
    columns = ["role", *(line.label for line in page.lines)]
    rows = []
    for subject in page.subjects:
        cells = ["; ".join(parts_of(line, subject.id, lettered=True)) for line in page.lines]
        rows.append(dict(zip(columns, [page.heading(subject), *cells], strict=True)))
    units = [heading_of(section, page) for section in SECTIONS if page.units.get(section)] if header else []
    body = [bold(line, style) for unit in units for line in _wrapped(unit, style)]
    return _finished([*body, *table.as_table(columns, rows, style, header=header).splitlines()], page, style, more)


class _Columns:
    """One column a role: label, letters, then the roles, two spaces apart."""

    def __init__(self, page: ComparisonPage, style: TableStyle) -> None:
        self.page, self.style = page, style
        labels = max((width_of(clean(line.label, style)) for line in page.lines), default=0)
        letters = max((len(line.letters) for line in page.lines), default=0)
        self.left = [min(labels, _LABEL), letters]
        natural = [self._natural(subject) for subject in page.subjects]
        self.widths = [*self.left, *(natural if style.width is None else _shared(natural, self._room(style.width)))]

    @property
    def fits(self) -> bool:
        width = self.style.width
        return width is None or self._room(width) // len(self.page.subjects) >= _LEAST

    def _room(self, width: int) -> int:
        """What is left for the roles beside the indent, the label, the letters and the gaps."""
        return width - 2 - sum(self.left) - 2 * (len(self.page.subjects) + 1)

    def _natural(self, subject: Subject) -> int:
        texts = [self.page.heading(subject), subject.title]
        for line in self.page.lines:
            texts += parts_of(line, subject.id)
        return min(max(width_of(clean(text, self.style)) for text in texts) + 1, _MOST)

    def header(self) -> list[str]:
        subjects = self.page.subjects
        names = self._row("", "", [[self.page.heading(subject)] for subject in subjects])
        return [bold(line, self.style) for line in names] + self._row("", "", [[each.title] for each in subjects])

    def line(self, line: Line) -> list[str]:
        cells = [parts_of(line, subject.id) for subject in self.page.subjects]
        return self._row(line.label, line.letters, cells)

    def _row(self, label: str, letters: str, cells: Sequence[Sequence[str]]) -> list[str]:
        texts = ["\n".join(clean(part, self.style) for part in parts) for parts in ([label], [letters], *cells)]
        return [f"  {line}".rstrip() for line in side_by_side(texts, self.widths)]


def _shared(natural: Sequence[int], room: int) -> list[int]:
    """Widths that fit in `room`: narrow columns keep theirs, the others share what is left."""
    widths = list(natural)
    while sum(widths) > room and max(widths) > 1:
        widths[max(range(len(widths)), key=widths.__getitem__)] -= 1
    return widths


class _Stack:
    """Each line a small list, one role below the other."""

    def __init__(self, page: ComparisonPage, style: TableStyle) -> None:
        self.page, self.style = page, style
        self.width = max(style.width or NARROWEST, NARROWEST)
        self.ids = min(max(len(subject.id) for subject in page.subjects), self.width // 2)

    def header(self) -> list[str]:
        titles = [f"{self.page.heading(each)}: {each.title}" for each in self.page.subjects]
        return [bold(line, self.style) for title in titles for line in _wrapped(title, self.style)]

    def line(self, line: Line) -> list[str]:
        name = f"{line.label}{f' [{line.letters}]' if line.letters else ''}"
        if len(self.page.subjects) == 1:
            return self._only(name, parts_of(line, self.page.subjects[0].id))
        speaking = [each.id for each in self.page.subjects if line.cells.get(each.id, Cell()).parts]
        silent = [each.id for each in self.page.subjects if each.id not in speaking]
        out = _wrapped(name, self.style)
        for role_id in speaking:
            out += self._role(role_id, parts_of(line, role_id))
        if silent:
            out += self._indented(f"{UNKNOWN} {', '.join(silent)}")
        return out

    def _only(self, name: str, parts: Sequence[str]) -> list[str]:
        """The one role's line: on one line where there is one thing to say."""
        if len(parts) == 1:
            return _wrapped(f"{name}: {parts[0]}", self.style)
        return [*_wrapped(name, self.style), *(row for part in parts for row in self._indented(part))]

    def _role(self, role_id: str, parts: Sequence[str]) -> list[str]:
        widths = [self.ids, self.width - self.ids - 4]
        names = [role_id, *[""] * (len(parts) - 1)]
        return [
            f"  {row}"
            for name, part in zip(names, parts, strict=True)
            for row in side_by_side([name, clean(part, self.style)], widths)
        ]

    def _indented(self, text: str) -> list[str]:
        return [f"  {row}" for row in wrap(clean(text, self.style), self.width - 2)]


def _finished(body: Sequence[str], page: ComparisonPage, style: TableStyle, more: Sequence[str]) -> str:
    """The body and, after an empty line, what stands under it."""
    foot = [
        dim(line, style) for line in (*_legend(page, style), *(row for text in more for row in _wrapped(text, style)))
    ]
    return "".join(f"{line}\n" for line in [*body, *([""] if foot and body else []), *foot])


def _legend(page: ComparisonPage, style: TableStyle) -> Iterator[str]:
    """Letters, numbered notes and caveats, each text hanging beside its mark."""
    notes = ((f"≠{number}", text) for number, text in enumerate(page.notes, 1))
    for mark, text in (*page.legend, *notes, *(("?", text) for text in page.caveats)):
        shown = clean(mark, style)
        for line in _wrapped(text, style, indent=width_of(shown) + 1):
            yield f"{shown} {line}"
            shown = " " * width_of(shown)


def _wrapped(text: str, style: TableStyle, indent: int = 0) -> list[str]:
    width = max(style.width or 100, NARROWEST) - indent
    return wrap(clean(text, style), width)
