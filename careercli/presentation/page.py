"""A comparison as lines for people: cells with their differences, the letters of their evidence, notes.

Tables, Markdown and the explorer show these lines; programs get the claims themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from careercli.model import fields
from careercli.model.claims import Claim, Source, Subject


class Cell(NamedTuple):
    """What one role's column says in one line: parts, the letter of who says so, and the difference.

    Where several sources speak, each part carries its own letter and `letters` is empty. `notes` are
    the numbers of the notes that say why it is not ranked against the baseline, or the first role with a
    figure where the baseline has none, and `withheld` is by how much it differs all the same. `claims`
    are what it draws from.
    """

    parts: tuple[str, ...] = ()
    letters: str = ""
    difference: str = ""
    notes: tuple[int, ...] = ()
    claims: tuple[Claim, ...] = ()
    withheld_gaps: str = ""


class Line(NamedTuple):
    """One line of every role. `key` is that of its first field; it `differs` unless all cells read the same."""

    section: str
    label: str
    cells: Mapping[str, Cell]
    key: str = ""
    differs: bool = False

    @property
    def letters(self) -> str:
        """The evidence of the whole line, where all its cells share one."""
        found = {cell.letters for cell in self.cells.values() if cell.parts}
        return found.pop() if len(found) == 1 else ""


class ComparisonPage:
    """All lines of a comparison, the legend of its letters, its numbered notes, and caveats about roles.

    `units` says what the figures of a section are in, where that needs saying; `said_by` which source a
    letter stands for. `reasons` are why figures are not ranked, and `notes` each with the lines it is about.
    """

    def __init__(self, subjects: tuple[Subject, ...], baseline: str, period: str) -> None:
        self.subjects, self.baseline, self.period = subjects, baseline, period
        self.lines: list[Line] = []
        self.units: dict[str, str] = {}
        self.legend: list[tuple[str, str]] = []
        self.sources_by_letter: dict[str, Source] = {}
        self.reasons: list[str] = []
        self.notes: list[str] = []
        self.caveats: list[str] = []

    def subject(self, role_id: str) -> Subject:
        """The role of a column."""
        return next(subject for subject in self.subjects if subject.id == role_id)

    def heading(self, subject: Subject) -> str:
        """A role's id, and whether the others are measured against it."""
        is_base = len(self.subjects) > 1 and subject.id == self.baseline
        return f"{subject.id} (base)" if is_base else subject.id


def title_of(section: str) -> str:
    return fields.SECTIONS[section]


def heading_of(section: str, page: ComparisonPage) -> str:
    """`PAY   US dollars a year`: a section, and what its figures are in where that needs saying."""
    return f"{title_of(section).upper()}   {page.units.get(section, '')}".rstrip()


def parts_of(line: Line, role_id: str, lettered: bool = False) -> list[str]:
    """A cell's texts: the difference behind the last, and its letter where the line has none or it is `lettered`."""
    cell = line.cells.get(role_id, Cell())
    parts = list(cell.parts) or [fields.UNKNOWN]
    if cell.difference:
        parts[-1] += f"  {cell.difference}"
    if cell.letters and (lettered or not line.letters):
        parts[-1] += f" [{cell.letters}]"
    parts[-1] += "".join(f" ≠{number}" for number in cell.notes)
    return parts
