"""A comparison as lines for people: cells with their differences, the letters of their evidence, notes.

Tables, Markdown and the explorer show these lines; programs get the claims themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from careercli import fields
from careercli.model import Subject


@dataclass(frozen=True, slots=True)
class Cell:
    """What one role's column says in one line: parts, the letter of who says so, and the difference.

    Where several sources speak, each part carries its own letter and `letters` is empty.
    """

    parts: tuple[str, ...] = ()
    letters: str = ""
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of every role; `notes` are the numbers of the notes that belong to it."""

    section: str
    label: str
    cells: Mapping[str, Cell]
    notes: tuple[int, ...] = ()

    @property
    def letters(self) -> str:
        """The evidence of the whole line, where all its cells share one."""
        found = {cell.letters for cell in self.cells.values() if cell.parts}
        return found.pop() if len(found) == 1 else ""


@dataclass
class Page:
    """All lines of a comparison, the legend of its letters, its numbered notes, and doubts about roles.

    `units` says what the figures of a section are in, where that needs saying.
    """

    subjects: tuple[Subject, ...]
    baseline: str
    per: str
    lines: list[Line] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    legend: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def heading(self, subject: Subject) -> str:
        """A role's id, and whether the others are measured against it."""
        is_base = len(self.subjects) > 1 and subject.id == self.baseline
        return f"{subject.id} (base)" if is_base else subject.id


def title_of(section: str) -> str:
    return fields.SECTIONS[section]
