"""Hold a comparison as a page for people: lines of cells, lettered sources, numbered notes and caveats."""

from collections.abc import Mapping
from typing import NamedTuple

from careercli.model import fields
from careercli.model.claims import Claim, Source, Subject

DOUBT = " ?"
"""Suffix of a figure of an occupation that a role may not belong to, and of the role's heading."""

IN_SHORT = "In short"
SHORT_NOTE = "official figures, of everyone in these occupations"
_OWN = "own:"


class Cell(NamedTuple):
    """The texts of one role in one line, with the claims they are made from.

    `letters` is the source's letter, or empty if the parts have several sources and each part ends in
    its own letter. `difference` is the one from the baseline. `notes` are the numbers of the notes that
    say why the cell is not ranked, and `withheld_gap` is the difference those notes withhold: from the
    baseline, or from the first role with a figure if the baseline has none.
    """

    parts: tuple[str, ...] = ()
    letters: str = ""
    difference: str = ""
    notes: tuple[int, ...] = ()
    claims: tuple[Claim, ...] = ()
    withheld_gap: str = ""


class Line(NamedTuple):
    """One line of a page: a cell for each role id, the key of its first field, and if any two cells differ."""

    section: str
    label: str
    cells: Mapping[str, Cell]
    key: str = ""
    differs: bool = False

    @property
    def letters(self) -> str:
        """Return the letter of the source that all cells share, or an empty text."""
        found = {cell.letters for cell in self.cells.values() if cell.parts}
        return found.pop() if len(found) == 1 else ""


class ComparisonPage:
    """The lines of a comparison with their legend, notes and caveats.

    `units` holds the unit of a section's figures if it needs one, by section. `legend` pairs each
    letter with the text on its source, and `sources_by_letter` with the source itself. `reasons` say
    why figures are not ranked; `notes` are the same reasons, each with the lines it is about. `short` is
    the answer in sentences, each with what it is about; `doubtful` are the ids of roles whose occupation
    is doubtful.
    """

    def __init__(self, subjects: tuple[Subject, ...], baseline: str, period: str) -> None:
        self.subjects, self.baseline, self.period = subjects, baseline, period
        self.short: list[tuple[str, str]] = []
        self.doubtful: frozenset[str] = frozenset()
        self.lines: list[Line] = []
        self.units: dict[str, str] = {}
        self.legend: list[tuple[str, str]] = []
        self.sources_by_letter: dict[str, Source] = {}
        self.reasons: list[str] = []
        self.notes: list[str] = []
        self.caveats: list[str] = []

    def subject(self, role_id: str) -> Subject:
        """Return the subject of a column. Raises StopIteration for an unknown id."""
        return next(subject for subject in self.subjects if subject.id == role_id)

    def heading(self, subject: Subject) -> str:
        """Return the heading of a column: the id, `(base)` for the baseline of several, `?` if it is doubtful."""
        is_base = len(self.subjects) > 1 and subject.id == self.baseline
        return f"{subject.id}{' (base)' if is_base else ''}{DOUBT if subject.id in self.doubtful else ''}"


def own_section(source: str) -> str:
    """Return the section of what a source says itself, beside the official figures, by the source's name."""
    return f"{_OWN}{source}"


def title_of(section: str) -> str:
    """Return a section's title, such as `Pay` or `Zippia's own`."""
    return fields.SECTIONS.get(section) or f"{section.removeprefix(_OWN)}'s own"


def heading_of(section: str, page: ComparisonPage) -> str:
    """Return a section's heading with its unit, if it has one: `PAY   US dollars a year`."""
    return f"{title_of(section).upper()}   {page.units.get(section, '')}".rstrip()


def parts_of(line: Line, role_id: str, lettered: bool = False) -> list[str]:
    """Return a cell's texts; the last one ends in its difference, its source's letter and its notes.

    The letter is left out if the whole line has it, unless `lettered`.
    """
    cell = line.cells.get(role_id, Cell())
    parts = list(cell.parts) or [fields.UNKNOWN]
    if cell.difference:
        parts[-1] += f"  {cell.difference}"
    if cell.letters and (lettered or not line.letters):
        parts[-1] += f" [{cell.letters}]"
    parts[-1] += "".join(f" ({number})" for number in cell.notes)
    return parts
