"""Rows and pages -> Markdown, the text as people read it and every mark of Markdown escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from careercli import fields
from careercli.lines import Cell, Line, Page, title_of, unit_of
from careercli.rows import Record, shown
from careercli.text import visible

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def as_md(columns: Sequence[str], rows: Iterable[Record], header: bool = True) -> str:
    """One table."""
    lines = [_row(columns), _row(["---"] * len(columns), raw=True)] if header else []
    lines += [_row([shown(row.get(name)) for name in columns]) for row in rows]
    return "".join(lines)


def comparison_as_md(page: Page) -> str:
    """A document: a table for each section, then the evidence and the notes."""
    if len(page.subjects) == 1:
        out = [f"# {escaped(page.subjects[0].title)}\n"]
    else:
        out = [f"# {' / '.join(escaped(subject.title) for subject in page.subjects)}\n"]
    section = ""
    for line in page.lines:
        if line.section != section:
            section = line.section
            names = [subject.id + (" (base)" if len(page.subjects) > 1 and subject.id == page.baseline else "")
                     for subject in page.subjects]  # fmt: skip
            unit = unit_of(section, page)
            out.append(f"\n## {title_of(section)}{f' ({unit})' if unit else ''}\n\n")
            out += [_row(["", *names]), _row(["---"] * (len(names) + 1), raw=True)]
        cells = [_cell(line, subject.id) for subject in page.subjects]
        out.append(_row([line.label + "".join(f" ≠{n}" for n in line.notes), *cells]))
    out.append("\n## Evidence\n\n")
    out += [f"- {escaped(letter)}: {escaped(text)}\n" for letter, text in page.legend]
    out += [f"- ≠{number}: {escaped(text)}\n" for number, text in enumerate(page.notes, 1)]
    out += [f"- {escaped(text)}\n" for text in page.doubts]
    return "".join(out)


def _cell(line: Line, role_id: str) -> str:
    cell = line.cells.get(role_id, Cell())
    if not cell.parts:
        return fields.UNKNOWN
    text = "; ".join(cell.parts) + (f" {cell.difference}" if cell.difference else "")
    return f"{text} [{cell.letters}]" if cell.letters else text


def escaped(text: str) -> str:
    """`text` on one line, shown literally by a Markdown reader."""
    return _MARKS.sub(r"\\\1", visible(text))


def _row(cells: Sequence[str], raw: bool = False) -> str:
    return f"| {' | '.join(cell if raw else escaped(cell) for cell in cells)} |\n"
