"""Format rows and comparison pages as Markdown, with the text for people and Markdown's characters escaped."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from careercli.model.fields import UNKNOWN, shown
from careercli.model.sanitize import visible
from careercli.presentation.page import IN_SHORT, SHORT_NOTE, Cell, ComparisonPage, Line, title_of
from careercli.presentation.rows import RowValues

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def as_md(columns: Sequence[str], rows: Iterable[RowValues], header: bool = True, below: str = "") -> str:
    """Return one table, with the paragraph `below` under it."""
    cells = (_row([shown(row.get(name)) for name in columns]) for row in rows)
    return "".join([*(_head(columns) if header else []), *cells, *([f"\n{escaped(below)}\n"] if below else [])])


def comparison_as_md(page: ComparisonPage, header: bool = True) -> str:
    """Return a document: a table for each section, then sources, notes and caveats."""
    names = ["", *(page.heading(subject) for subject in page.subjects)]
    out = [_title(page), *_short(page)]
    for section, lines in groupby(page.lines, key=lambda line: line.section):
        out += [f"\n## {_heading(section, page)}\n\n", *(_head(names) if header else [])]
        out += [_row([line.label, *(_cell(line, subject.id) for subject in page.subjects)]) for line in lines]
    return "".join([*out, *_evidence(page)])


def _short(page: ComparisonPage) -> list[str]:
    """Return the answer in sentences, each behind what it is about, or nothing."""
    if not page.short:
        return []
    lines = [f"- **{escaped(label)}**: {escaped(text)}\n" for label, text in page.short]
    return [f"\n## {IN_SHORT} ({SHORT_NOTE})\n\n", *lines]


def transposed_as_md(page: ComparisonPage, header: bool = True) -> str:
    """Return a document with one table: subjects as rows, the page's lines as columns."""
    rows = [[page.heading(subject), *(_cell(line, subject.id) for line in page.lines)] for subject in page.subjects]
    head = _head(["role", *(line.label for line in page.lines)]) if header else []
    return "".join([_title(page), "\n", *head, *map(_row, rows), *_evidence(page)])


def _title(page: ComparisonPage) -> str:
    return f"# {' / '.join(escaped(subject.title_and_place) for subject in page.subjects)}\n"


def _heading(section: str, page: ComparisonPage) -> str:
    unit = page.units.get(section)
    return escaped(f"{title_of(section)} ({unit})" if unit else title_of(section))


def _cell(line: Line, role_id: str) -> str:
    cell = line.cells.get(role_id, Cell())
    if not cell.parts:
        return UNKNOWN
    text = "; ".join(cell.parts) + (f" ({cell.difference})" if cell.difference else "")
    text += f" [{cell.letters}]" if cell.letters else ""
    return text + "".join(f" ({number})" for number in cell.notes)


def _evidence(page: ComparisonPage) -> list[str]:
    """Return the list of lettered sources, numbered notes and caveats."""
    lines = [f"{letter}: {text}" if letter else text for letter, text in page.legend]
    lines += [f"({number}) {text}" for number, text in enumerate(page.notes, 1)]
    lines += page.caveats
    return ["\n## Evidence\n\n", *(f"- {escaped(line)}\n" for line in lines)] if lines else []


def escaped(text: str) -> str:
    """Return `text` on one line, escaped so that Markdown shows it literally."""
    return _SPECIAL.sub(r"\\\1", visible(text))


def _head(names: Sequence[str]) -> list[str]:
    return [_row(names), f"|{' --- |' * len(names)}\n"]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |\n"
