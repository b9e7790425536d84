"""What a screen shows, as values: which fields, rows and lines, in which order; each view is one command line.

The commands answer with the same functions that the explorer draws with.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from careercli.compare.comparison import Comparison, Row, compare
from careercli.model import fields, numbers
from careercli.model.claims import Number, Subject, Value
from careercli.model.fields import Field
from careercli.presentation import rows
from careercli.presentation.rows import RowValues
from careercli.search import normalize

if TYPE_CHECKING:  # Programs get rows, and no lines.
    from careercli.compare.wage_rows import Wages
    from careercli.presentation.page import ComparisonPage

WHAT = "this comparison"


class CatalogView(NamedTuple):
    """The catalog, or what of it matches; `words` is what was typed to search, `min_wage` in dollars a year."""

    words: str = ""
    family: str = ""
    skill: str = ""
    certification: str = ""
    education: str = ""
    min_wage: Number | None = None
    sort: str = ""
    descending: bool = False
    everything: bool = False
    directories: tuple[str, ...] = ()

    def argv(self) -> list[str]:
        """The arguments that make careercli print this view."""
        asked: dict[str, str | bool] = {
            "--family": self.family,
            "--skill": self.skill,
            "--certification": self.certification,
            "--education": self.education,
            "--min-wage": "" if self.min_wage is None else numbers.plain(self.min_wage),
            "--sort": self.sort,
            "--desc": self.descending,
            "--all": self.everything,
        }
        return _argv("roles", self.words.split(), asked, self.directories)

    def command(self) -> str:
        """The same as a line for a shell."""
        return command_line(self.argv())


class CompareView(NamedTuple):
    """Some roles side by side, or one alone; of one role, `careercli show` prints the same.

    `baseline` is an id, or empty for the first role. `sections` and `columns` are names between
    commas, empty for what is usual.
    """

    roles: tuple[str, ...]
    baseline: str = ""
    differences: bool = False
    text: str = ""
    transpose: bool = False
    sections: str = ""
    full: bool = False
    period: str = ""
    columns: str = ""
    sort: str = ""
    descending: bool = False
    limit: int | None = None
    directories: tuple[str, ...] = ()

    def argv(self) -> list[str]:
        """The arguments that make careercli print this view."""
        asked: dict[str, str | bool] = {
            "--baseline": self.baseline,
            "--differences": self.differences,
            "--filter": self.text,
            "--transpose": self.transpose,
            "--section": self.sections,
            "--full": self.full,
            "--per": self.period,
            "--columns": self.columns,
            "--sort": self.sort,
            "--desc": self.descending,
            "--limit": "" if self.limit is None else str(self.limit),
        }
        return _argv("compare" if len(self.roles) > 1 else "show", self.roles, asked, self.directories)

    def command(self) -> str:
        """The same as a line for a shell."""
        return command_line(self.argv())

    def compared(self, subjects: Sequence[Subject], period: str = "year") -> Comparison:
        """The rows of the view; `per` is their period where the view names none, empty for every listed wage."""
        return self._kept(compare(subjects, self._shown(), self.baseline, self.period or period))

    def page(self, comparison: Comparison, today: date) -> ComparisonPage:
        """The rows as a person reads them: the summary, or every line that is asked for."""
        from careercli.presentation.builder import LineFilter
        from careercli.presentation.summary import full, summary

        limit = None if self.transpose else self.limit
        wanted = LineFilter(self.differences, bool(self.columns) and not self.differences, limit)
        comparison = self.ordered_roles(comparison) if self.transpose else self.ordered(comparison)
        if self.is_summary:
            return summary(comparison, today, wanted)
        return full(comparison, today, wanted, with_notes=self.full)

    @property
    def is_summary(self) -> bool:
        """Whether the view says in few lines what there is, and not every line that was asked for."""
        chosen = self.full or self.sections or self.columns or self.text
        return not chosen and (self.transpose or not (self.sort or self.descending))

    def ordered(self, comparison: Comparison) -> Comparison:
        """The rows by section, field, label or what a role's cell says, wages in one period."""
        if not (self.sort or self.descending):
            return comparison
        in_one_period = comparison._replace(rows=tuple(row.in_period(row.period) for row in comparison.rows))
        columns, records = rows.wide(in_one_period)
        by_field = {row.field.key: row for row in comparison.rows}
        order = rows.sorted_rows(columns, records, WHAT, self.sort, self.descending)
        return comparison._replace(rows=tuple(by_field[str(record["field"])] for record in order))

    def ordered_roles(self, comparison: Comparison) -> Comparison:
        """The roles in their order, and no more than the limit."""
        order = self.sorted_roles(comparison, *rows.transposed(comparison))[: self.limit]
        by_id = {subject.id: subject for subject in comparison.subjects}
        ids = [str(record["role"]) for record in order]
        kept = [row._replace(cells={each: row.cells[each] for each in ids}) for row in comparison.rows]
        return comparison._replace(subjects=tuple(by_id[each] for each in ids), rows=tuple(kept))

    def sorted_roles(
        self, comparison: Comparison, columns: Sequence[str], records: Sequence[RowValues]
    ) -> Sequence[RowValues]:
        """The rows of roles in their order; by a wage, only ever by the newest official national one."""
        if self.sort not in fields.WAGES:
            return rows.sorted_rows(columns, records, WHAT, self.sort, self.descending)
        rows.chosen(self.sort, columns, WHAT, "--sort")
        by_id = {subject.id: subject for subject in comparison.subjects}

        def wage(record: RowValues) -> Value:
            return rows.declared_wage(by_id[str(record["role"])], self.sort, comparison.period or "year")

        return rows.by_value(records, wage, self.descending)

    def _shown(self) -> list[Field]:
        """The fields named, or those of the sections asked for."""
        if self.columns:
            keys = rows.chosen(self.columns, list(fields.BY_KEY), "a comparison")
            return [fields.BY_KEY[key] for key in keys]
        if self.sections:
            named = rows.chosen(self.sections, list(fields.SECTIONS), "a comparison", "--section")
            return fields.of_sections(named)
        return list(fields.FIELDS) if self.full else fields.of_sections(fields.SUMMARY)

    def _kept(self, comparison: Comparison) -> Comparison:
        """Only the rows that differ, where that is asked, and that hold the text."""
        wanted = normalize(self.text)
        kept = [
            row for row in comparison.rows
            if (row.differs or not self.differences) and (not wanted or wanted in _searched(row))
        ]  # fmt: skip
        return comparison._replace(rows=tuple(kept))


class ProfileView(NamedTuple):
    """One role, its summary or all of it."""

    role: str
    sections: str = ""
    full: bool = False
    period: str = ""
    directories: tuple[str, ...] = ()

    def argv(self) -> list[str]:
        """The arguments that make careercli print this view."""
        return self.alone.argv()

    def command(self) -> str:
        """The same as a line for a shell."""
        return command_line(self.argv())

    @property
    def alone(self) -> CompareView:
        """The same as a comparison of one."""
        return CompareView(
            (self.role,), sections=self.sections, full=self.full, period=self.period, directories=self.directories
        )

    def page(self, subject: Subject, today: date) -> ComparisonPage:
        """The role's lines."""
        return self.alone.page(self.alone.compared([subject]), today)


class PayView(NamedTuple):
    """The wages of some roles on one scale; without roles, of all."""

    roles: tuple[str, ...] = ()
    period: str = "year"
    directories: tuple[str, ...] = ()

    def argv(self) -> list[str]:
        """The arguments that make careercli print this view."""
        return _argv("salary", self.roles, {"--per": "" if self.period == "year" else self.period}, self.directories)

    def command(self) -> str:
        """The same as a line for a shell."""
        return command_line(self.argv())

    def wages(self, subjects: Iterable[Subject]) -> list[Wages]:
        """Every row of the roles' wages in this period."""
        from careercli.compare.wage_rows import wages_of

        return [row for subject in subjects for row in wages_of(subject, self.period)]


View = CatalogView | CompareView | ProfileView | PayView


def written(view: View, path: str) -> list[str]:
    """The arguments that make careercli write a view to a file, in the format of its suffix."""
    command, *rest = view.argv()
    return [command, "-o", path, *rest]


def file_name(view: View) -> str:
    """What the file of a view may be called: `compare-noc-tech-support-tech.csv`."""
    roles = () if isinstance(view, CatalogView) else (view.role,) if isinstance(view, ProfileView) else view.roles
    return f"{'-'.join([view.argv()[0], *roles])[:_LONGEST_NAME]}.csv"


_LONGEST_NAME = 60


def command_line(argv: Iterable[str]) -> str:
    """The arguments behind `careercli`, each quoted as a shell needs it, control characters spelled out."""
    return " ".join(["careercli", *map(_quoted, argv)])


def _quoted(word: str) -> str:
    if word.isprintable():
        from shlex import quote

        return quote(word)
    return f"$'{''.join(map(_spelled, os.fsencode(word)))}'"


def _spelled(byte: int) -> str:
    sign = chr(byte)
    return sign if sign.isascii() and sign.isprintable() and sign not in "'\\" else f"\\x{byte:02x}"


def _argv(command: str, names: Sequence[str], asked: dict[str, str | bool], directories: Iterable[str]) -> list[str]:
    """A command with its names and those options that ask anything; names that look like options come last."""
    options: list[str] = []
    for option, value in asked.items():
        options += [option] if value is True else [option, value] if value else []
    for directory in directories:
        options += ["--roles", directory]
    if any(name.startswith("-") for name in names):
        return [command, *options, "--", *names]
    return [command, *names, *options]


def _searched(row: Row) -> str:
    said = [fields.phrase(claim) for claims in row.cells.values() for claim in claims]
    return normalize(" ".join([row.field.section, row.field.key, row.field.label, *said]))
