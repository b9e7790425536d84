"""Lay a comparison out as columns and rows of a grid: upright, with the roles one below the other, or transposed."""

from itertools import groupby

from careercli.presentation.page import IN_SHORT, SHORT_NOTE, ComparisonPage, Line, heading_of, parts_of, title_of
from careercli.presentation.places import note_of
from careercli.tui.widgets.columns import Column, natural
from careercli.tui.widgets.grid import HEADING, WIDE, Row

_LABEL, _LETTERS = 30, 3
_LEAST = 18
"""Minimum width of a role's column in cells; other columns scroll out first."""


def id_of(line: Line) -> str:
    """Return the section and label, which identify a line when the view changes."""
    return f"{line.section}/{line.label}"


def upright(page: ComparisonPage) -> tuple[list[Column], list[Row]]:
    """Return columns and rows with fields as rows under section headings, then the notes."""
    labels = natural("", [line.label for line in page.lines])
    letters = max((len(line.letters) for line in page.lines), default=0)
    columns = [Column("label", "", min(labels, _LABEL)), Column("letters", "", min(letters, _LETTERS))]
    for subject in page.subjects:
        texts = [part for line in page.lines for part in parts_of(line, subject.id)]
        note = note_of(subject, page.subjects)
        width = natural(page.heading(subject), [note, *texts])
        columns.append(Column(subject.id, page.heading(subject), width, _LEAST, note=note))
    table = _short(page)
    section = ""
    for line in page.lines:
        if line.section != section:
            section = line.section
            table.append(Row(section, (heading_of(section, page),), HEADING))
        cells = [tuple(parts_of(line, subject.id)) for subject in page.subjects]
        table.append(Row(id_of(line), (line.label, line.letters, *cells)))
    return columns, [*table, *_foot(page)]


def _short(page: ComparisonPage) -> list[Row]:
    """Return the answer in sentences, if the page has it."""
    rows = [Row(f"short/{label}", (f"{label}: {text}",), WIDE) for label, text in page.short]
    return [Row("short", (f"{IN_SHORT.upper()}   {SHORT_NOTE}",), HEADING), *rows] if rows else []


def stacked(page: ComparisonPage) -> tuple[list[Column], list[Row], dict[str, tuple[str, Line]]]:
    """Return columns and rows with the roles below the label of each line, and the role and line of each row."""
    names = {subject.id: page.heading(subject) for subject in page.subjects}
    columns = [Column("role", "", natural("", list(names.values()))), Column("text", "", 100, _LEAST)]
    titles = [f"{page.heading(subject)}: {subject.title_and_place}" for subject in page.subjects]
    table = [*(Row(title, (title,), HEADING) for title in titles), *_short(page)]
    stack: dict[str, tuple[str, Line]] = {}
    for section, lines in groupby(page.lines, key=lambda line: line.section):
        table.append(Row(section, (heading_of(section, page),), HEADING))
        for line in lines:
            label = f"{line.label} [{line.letters}]" if line.letters else line.label
            table.append(Row(f"{id_of(line)}/label", (f"  {label}",), HEADING))
            for number, (role, name) in enumerate(names.items()):
                key = f"{id_of(line)}/{number}" if number else id_of(line)
                stack[key] = role, line
                table.append(Row(key, (name, tuple(parts_of(line, role)))))
    return columns, [*table, *_foot(page)], stack


def transposed(page: ComparisonPage) -> tuple[list[Column], list[Row]]:
    """Return columns and rows with roles as rows and fields as columns, then the notes."""
    names = natural("role", [page.heading(subject) for subject in page.subjects])
    columns = [Column("role", "role", names)]
    for line in page.lines:
        texts = [part for subject in page.subjects for part in parts_of(line, subject.id, lettered=True)]
        unit = page.units.get(line.section) or title_of(line.section)
        columns.append(Column(id_of(line), line.label, natural(line.label, [unit, *texts]), _LEAST, note=unit))
    table = [
        Row(
            subject.id,
            (page.heading(subject), *(tuple(parts_of(line, subject.id, lettered=True)) for line in page.lines)),
        )
        for subject in page.subjects
    ]
    return columns, [*table, *_foot(page)]


def _foot(page: ComparisonPage) -> list[Row]:
    """Return the rows below the table: source letters, reasons for missing ranks, and caveats."""
    notes = [(f"({number})", text) for number, text in enumerate(page.notes, 1)]
    texts = [*page.legend, *notes, *(("?", text) for text in page.caveats)]
    rows = [Row(f"note/{index}/{sign}", (f"{sign} {text}",), WIDE) for index, (sign, text) in enumerate(texts)]
    return [Row("notes", ("WHO SAYS SO, AND WHAT MAY NOT BE RANKED",), HEADING), *rows] if rows else []
