"""Turn the page of one role into list rows: a heading for each section, its lines, and a row for every link."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from careercli.model import fields
from careercli.presentation.page import IN_SHORT, SHORT_NOTE, Cell, ComparisonPage, Line, heading_of
from careercli.presentation.phrases import phrases

SOURCES = "Who says so"


class Item(NamedTuple):
    """One row: a label, the letter of its source, and its texts.

    `line` is the line it shows, or None for headings and the rows of the legend. A heading has its
    text in `label`. `link` is the id of the role that the row opens, or empty.
    """

    section: str
    label: str
    letter: str = ""
    parts: tuple[str, ...] = ()
    line: Line | None = None
    link: str = ""
    is_heading: bool = False


def items(page: ComparisonPage, role_id: str, has_id: Callable[[str], bool]) -> list[Item]:
    """Return the rows of a role; a link to an id that `has_id` knows can be opened."""
    out: list[Item] = []
    if page.short:
        out.append(Item("", f"{IN_SHORT.upper()}   {SHORT_NOTE}", is_heading=True))
        out += [Item("", "", f"{label}:", (text,)) for label, text in page.short]
    number = 0
    for number, (section, lines) in enumerate(groupby(page.lines, key=lambda line: line.section), 1):
        out.append(Item(section, f"{number} {heading_of(section, page)}", is_heading=True))
        for line in lines:
            out += _rows(line, role_id, has_id)
    legend = [*page.legend, *(("?", text) for text in page.caveats)]
    if legend:
        out.append(Item("", f"{number + 1} {SOURCES.upper()}", is_heading=True))
        out += [Item("", "", letter, (text,)) for letter, text in legend]
    return out


def section_starts(rows: Sequence[Item]) -> list[int]:
    """Return the index of the first row below each heading."""
    return [index for index, row in enumerate(rows[1:], 1) if rows[index - 1].is_heading and not row.is_heading]


def _rows(line: Line, role_id: str, has_id: Callable[[str], bool]) -> Iterator[Item]:
    cell = line.cells[role_id]
    if not (line.key and fields.BY_KEY[line.key].kind == fields.LINKS and cell.claims):
        parts = tuple(f"· {part}" for part in cell.parts) if len(cell.parts) > 1 else cell.parts
        yield Item(line.section, line.label, cell.letters, parts or (fields.UNKNOWN,), line)
        return
    texts = cell.parts if len(cell.parts) == len(cell.claims) else [phrases([claim])[0] for claim in cell.claims]
    for index, (text, claim) in enumerate(zip(texts, cell.claims, strict=True)):
        target = claim.value if isinstance(claim.value, str) and has_id(claim.value) else ""
        link_line = line._replace(cells={role_id: Cell((text,), cell.letters, claims=(claim,))})
        label, shown = "" if index else line.label, f"→ {text}" if target else text
        yield Item(line.section, label, cell.letters, (shown,), link_line, target)
