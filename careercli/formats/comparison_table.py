"""Format a comparison page as a table for people: one column a role, stacked if the columns get too narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from careercli.formats import table
from careercli.formats.layout import NARROWEST, TableStyle, bold, clean, dim, narrowed, side_by_side, wrapped
from careercli.model.claims import Subject
from careercli.model.fields import SECTIONS, UNKNOWN
from careercli.presentation.page import IN_SHORT, SHORT_NOTE, Cell, ComparisonPage, Line, heading_of, parts_of
from careercli.presentation.text_width import pad, width_of

_MIN_COLUMN = 18
"""Least width of a role's column, in terminal cells; with less room the roles are stacked."""

_MAX_COLUMN = 60
"""Greatest width of a role's column, so that long texts stay readable."""

_DRAWN_FROM = 100
"""Width of a table in terminal cells from which wage ranges are drawn."""

_MAX_LABEL = 24
"""Greatest width of the column of labels; longer labels wrap."""


def as_table(page: ComparisonPage, style: TableStyle, more: Sequence[str] = (), header: bool = True) -> str:
    """Return the page: header, lines by section, the legend, notes and caveats, then the lines in `more`."""
    columns = _Columns(page, style)
    layout: _Columns | _Stack = columns if columns.fits else _Stack(page, style)
    body = [*(layout.header() if header else []), *_short(page, style, columns.label_width)]
    for section, lines in groupby(page.lines, key=lambda line: line.section):
        body += [bold(text, style) for text in wrapped(heading_of(section, page), style)]
        for line in lines:
            body += layout.line(line)
        if section == "pay" and page.short and columns.fits and (style.width or _DRAWN_FROM) >= _DRAWN_FROM:
            body += _ranges(page, style, columns.label_width)
    return _finished(body, page, style, more)


def _ranges(page: ComparisonPage, style: TableStyle, indent: int) -> list[str]:
    """Return the wage ranges of the columns on one scale, or nothing where fewer than two are published."""
    from careercli.presentation.ranges import side_by_side_chart

    chart = side_by_side_chart(page)
    if not chart:
        return []
    names = [clean(band.label, style) for band in chart.bands]
    indent = max(indent, *(width_of(name) + 4 for name in names))
    width = min((style.width or _DRAWN_FROM) - indent, _MAX_COLUMN)
    drawings = [chart.drawing(band.row, width) for band in chart.bands]
    texts = zip(["", *names, ""], [chart.ruler(width), *drawings, chart.groups[0].title], strict=True)
    return [f"  {pad(name, indent - 2)}{text}".rstrip() for name, text in texts]


def _short(page: ComparisonPage, style: TableStyle, indent: int) -> list[str]:
    """Return the answer in sentences, each behind what it is about, or nothing.

    `indent` is the width of the column of labels, unless it would take more than half of the table.
    """
    if not page.short:
        return []
    is_narrow = style.width is not None and 2 * indent > style.width
    out = [bold(text, style) for text in wrapped(f"{IN_SHORT.upper()}   {SHORT_NOTE}", style)]
    for label, text in page.short:
        if is_narrow:
            out += wrapped(f"{label}: {text}", style, indent=2)
        else:
            out += wrapped(text, style, indent=indent, lead=f"  {clean(label, style)}")
    return out


def transposed(page: ComparisonPage, style: TableStyle, more: Sequence[str] = (), header: bool = True) -> str:
    """Return the page with its lines as columns and the roles as rows."""
    columns = ["role", *(line.label for line in page.lines)]
    rows = []
    for subject in page.subjects:
        cells = ["; ".join(parts_of(line, subject.id, lettered=True)) for line in page.lines]
        rows.append(dict(zip(columns, [page.heading(subject), *cells], strict=True)))
    units = [heading_of(section, page) for section in SECTIONS if page.units.get(section)] if header else []
    body = [bold(line, style) for unit in units for line in wrapped(unit, style)]
    return _finished([*body, *table.as_table(columns, rows, style, header=header).splitlines()], page, style, more)


class _Columns:
    """A layout with one column a role; `fits` says if every role's column gets its least width."""

    def __init__(self, page: ComparisonPage, style: TableStyle) -> None:
        self.page, self.style = page, style
        labels = max((width_of(clean(line.label, style)) for line in page.lines), default=0)
        letters = max((len(line.letters) for line in page.lines), default=0)
        about = max((width_of(clean(label, style)) for label, _ in page.short), default=0)
        self.widths = [min(max(labels, about), _MAX_LABEL), letters, *map(self._natural, page.subjects)]
        self.label_width = self.widths[0] + 4
        self.fits = True
        if style.width is not None:
            roles = len(page.subjects)
            room = style.width - 2 - sum(self.widths[:2]) - 2 * (roles + 1)
            self.fits = room // roles >= _MIN_COLUMN
            self.widths[2:] = narrowed(self.widths[2:], room, least=1)

    def _natural(self, subject: Subject) -> int:
        texts = [self.page.heading(subject), subject.title_and_place]
        for line in self.page.lines:
            texts += parts_of(line, subject.id)
        return min(max(width_of(clean(text, self.style)) for text in texts) + 1, _MAX_COLUMN)

    def header(self) -> list[str]:
        subjects = self.page.subjects
        names = self._row("", "", [[self.page.heading(subject)] for subject in subjects])
        return [bold(line, self.style) for line in names] + self._row(
            "", "", [[subject.title_and_place] for subject in subjects]
        )

    def line(self, line: Line) -> list[str]:
        cells = [parts_of(line, subject.id) for subject in self.page.subjects]
        return self._row(line.label, line.letters, cells)

    def _row(self, label: str, letters: str, cells: Sequence[Sequence[str]]) -> list[str]:
        texts = ["\n".join(clean(part, self.style) for part in parts) for parts in ([label], [letters], *cells)]
        return [f"  {line}".rstrip() for line in side_by_side(texts, self.widths)]


class _Stack:
    """A layout that lists the roles below each line's label."""

    def __init__(self, page: ComparisonPage, style: TableStyle) -> None:
        self.page, self.style = page, style
        self.width = max(style.width or NARROWEST, NARROWEST)
        self.id_width = min(max(len(subject.id) for subject in page.subjects), self.width // 2)

    def header(self) -> list[str]:
        titles = [f"{self.page.heading(subject)}: {subject.title_and_place}" for subject in self.page.subjects]
        return [bold(line, self.style) for title in titles for line in wrapped(title, self.style)]

    def line(self, line: Line) -> list[str]:
        name = f"{line.label}{f' [{line.letters}]' if line.letters else ''}"
        if len(self.page.subjects) == 1:
            return self._single(name, parts_of(line, self.page.subjects[0].id))
        known = [subject.id for subject in self.page.subjects if line.cells.get(subject.id, Cell()).parts]
        unknown = [subject.id for subject in self.page.subjects if subject.id not in known]
        out = wrapped(name, self.style)
        for role_id in known:
            out += self._role(role_id, parts_of(line, role_id))
        if unknown:
            out += wrapped(f"{UNKNOWN} {', '.join(unknown)}", self.style, indent=2)
        return out

    def _single(self, name: str, parts: Sequence[str]) -> list[str]:
        """Return the line of a page with one role: a single part follows the label, several go below it."""
        if len(parts) == 1:
            return wrapped(f"{name}: {parts[0]}", self.style)
        return [*wrapped(name, self.style), *(row for part in parts for row in wrapped(part, self.style, indent=2))]

    def _role(self, role_id: str, parts: Sequence[str]) -> list[str]:
        widths = [self.id_width, self.width - self.id_width - 4]
        names = [role_id, *[""] * (len(parts) - 1)]
        return [
            f"  {row}"
            for name, part in zip(names, parts, strict=True)
            for row in side_by_side([name, clean(part, self.style)], widths)
        ]


def _finished(body: Sequence[str], page: ComparisonPage, style: TableStyle, more: Sequence[str]) -> str:
    """Return the body and, after an empty line, the legend and the lines in `more`."""
    lines = [*_legend(page, style), *(row for text in more for row in wrapped(text, style))]
    foot = [dim(line, style) for line in lines]
    return "".join(f"{line}\n" for line in [*body, *([""] if foot and body else []), *foot])


def _legend(page: ComparisonPage, style: TableStyle) -> Iterator[str]:
    """Yield sources, numbered notes and caveats; each text is indented behind its letter, number or `?`."""
    notes = ((f"({number})", text) for number, text in enumerate(page.notes, 1))
    for key, text in (*page.legend, *notes, *(("?", text) for text in page.caveats)):
        prefix = clean(key, style)
        yield from wrapped(text, style, indent=width_of(prefix) + 1 if prefix else 0, lead=prefix)
