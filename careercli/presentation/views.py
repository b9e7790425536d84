"""Describe what a screen or a command shows as values: fields, rows, lines and their order."""

import os
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from careercli.compare.comparison import Comparison, Row, compare
from careercli.errors import CareerError
from careercli.model import fields, numbers
from careercli.model.claims import Number, Subject, Value
from careercli.model.fields import Field
from careercli.model.words import normalize
from careercli.official.releases import NATION, newest
from careercli.presentation import rows
from careercli.presentation.rows import RowValues

if TYPE_CHECKING:  # Rows for programs need no pages.
    from careercli.compare.places import Place
    from careercli.compare.wage_rows import WageRecord
    from careercli.presentation.page import ComparisonPage

COMPARISON = "this comparison"
"""Name of the comparison in error messages."""


class CatalogView(NamedTuple):
    """A filtered and sorted list of the catalog; `min_wage` is in dollars a year, `everything` adds all occupations.

    `area` is the code of the place of the wages, or empty for the one in force.
    """

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
    area: str = ""

    def argv(self) -> list[str]:
        """Return the arguments that make careercli print this view."""
        return _argv("roles", self.words.split(), self)

    def command(self) -> str:
        """Return the view as a shell command."""
        return command_line(self.argv())


class CompareView(NamedTuple):
    """Roles side by side, as `careercli compare` prints them, or one role, as `careercli show` does.

    `baseline` is an id, or empty for the first role. `sections` and `columns` are comma-separated
    names, or empty for the default ones. `text` filters the rows. `period` is empty for the default.
    `adjust` is `prices` if each official wage is followed by the same in the nation's prices.
    `area` is the code of the place of ids without `@` where another may be in force, or empty.
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
    adjust: str = ""
    area: str = ""

    def argv(self) -> list[str]:
        """Return the arguments that make careercli print this view."""
        view = self._replace(area="", baseline=_with_place(self.baseline, self.area))
        names = [_with_place(role, self.area) for role in self.roles]
        return _argv("compare" if len(names) > 1 else "show", names, view)

    def command(self) -> str:
        """Return the view as a shell command."""
        return command_line(self.argv())

    def comparison(self, subjects: Sequence[Subject], period: str = "year") -> Comparison:
        """Return the comparison that the view shows.

        `period` is that of wages if the view has none; empty keeps every listed wage. Raises UsageError
        for an unknown section or column.
        """
        if self.adjust:
            from careercli.compare.parity import with_prices

            subjects = with_prices(subjects)
        found = compare(subjects, self._shown_fields(), self.baseline, self.period or period)
        text = normalize(self.text)
        kept = [
            row for row in found.rows
            if (row.differs or not self.differences) and (not text or text in _search_text(row))
        ]  # fmt: skip
        return found._replace(rows=tuple(kept))

    def page(self, comparison: Comparison, today: date) -> "ComparisonPage":
        """Return the comparison as a page for people: the summary, or every requested line."""
        from careercli.presentation.builder import LineFilter
        from careercli.presentation.summary import full, summary

        limit = None if self.transpose else self.limit
        line_filter = LineFilter(self.differences, bool(self.columns) and not self.differences, limit)
        comparison = self.ordered_roles(comparison) if self.transpose else self.ordered(comparison)
        if self.is_summary:
            return summary(comparison, today, line_filter)
        return full(comparison, today, line_filter, with_notes=self.full)

    @property
    def is_summary(self) -> bool:
        """Return True unless the view names fields, filters rows, or sorts them."""
        chosen = self.full or self.sections or self.columns or self.text
        return not chosen and (self.transpose or not (self.sort or self.descending))

    def ordered(self, comparison: Comparison) -> Comparison:
        """Return the comparison with its rows sorted by a column of `rows.wide`. Raises UsageError for another."""
        if not (self.sort or self.descending):
            return comparison
        in_one_period = comparison._replace(rows=tuple(row.in_period(row.period) for row in comparison.rows))
        columns, records = rows.wide(in_one_period)
        by_field = {row.field.key: row for row in comparison.rows}
        order = rows.sorted_rows(columns, records, COMPARISON, self.sort, self.descending)
        return comparison._replace(rows=tuple(by_field[str(record["field"])] for record in order))

    def ordered_roles(self, comparison: Comparison) -> Comparison:
        """Return the comparison with its roles sorted as the view asks, and at most its limit of them."""
        order = self.sorted_roles(comparison, *rows.transposed(comparison))[: self.limit]
        by_id = {subject.id: subject for subject in comparison.subjects}
        ids = [str(record["role"]) for record in order]
        kept = [row._replace(cells={id: row.cells[id] for id in ids}) for row in comparison.rows]
        return comparison._replace(subjects=tuple(by_id[id] for id in ids), rows=tuple(kept))

    def sorted_roles(
        self, comparison: Comparison, columns: Sequence[str], records: Sequence[RowValues]
    ) -> Sequence[RowValues]:
        """Return the transposed rows as the view sorts them; wages sort by the newest national OEWS figure."""
        if self.sort not in fields.WAGES:
            return rows.sorted_rows(columns, records, COMPARISON, self.sort, self.descending)
        rows.chosen(self.sort, columns, COMPARISON, "--sort")
        by_id = {subject.id: subject for subject in comparison.subjects}

        def wage(record: RowValues) -> Value:
            return rows.declared_wage(by_id[str(record["role"])], self.sort, comparison.period or "year")

        return rows.by_value(records, wage, self.descending)

    def _shown_fields(self) -> list[Field]:
        """Return the fields of the view's columns or sections, else all fields or those of the summary."""
        if self.columns:
            keys = rows.chosen(self.columns, list(fields.BY_KEY), "a comparison")
            return [fields.BY_KEY[key] for key in keys]
        if self.sections:
            sections = rows.chosen(self.sections, list(fields.SECTIONS), "a comparison", "--section")
            return fields.of_sections(sections)
        return list(fields.FIELDS) if self.full else fields.of_sections(fields.SUMMARY)


class ProfileView(NamedTuple):
    """One role: its summary, some sections, or all of it; `area` as in CompareView."""

    role: str
    sections: str = ""
    full: bool = False
    period: str = ""
    directories: tuple[str, ...] = ()
    area: str = ""

    def argv(self) -> list[str]:
        """Return the arguments that make careercli print this view."""
        return self.as_comparison.argv()

    def command(self) -> str:
        """Return the view as a shell command."""
        return command_line(self.argv())

    @property
    def as_comparison(self) -> CompareView:
        """Return the view as a comparison of one role."""
        return CompareView(
            (self.role,),
            sections=self.sections,
            full=self.full,
            period=self.period,
            directories=self.directories,
            area=self.area,
        )

    def page(self, subject: Subject, today: date) -> "ComparisonPage":
        """Return the role's page for people."""
        return self.as_comparison.page(self.as_comparison.comparison([subject]), today)


class PayView(NamedTuple):
    """The wages of some roles on one scale, or of all roles if none is named; `area` as in CompareView."""

    roles: tuple[str, ...] = ()
    period: str = "year"
    directories: tuple[str, ...] = ()
    area: str = ""

    def argv(self) -> list[str]:
        """Return the arguments that make careercli print this view."""
        period = "" if self.period == "year" else self.period
        view = self._replace(period=period, area="" if self.roles else self.area)
        return _argv("salary", [_with_place(role, self.area) for role in self.roles], view)

    def command(self) -> str:
        """Return the view as a shell command."""
        return command_line(self.argv())

    def wages(self, subjects: Iterable[Subject]) -> "list[WageRecord]":
        """Return the roles' wage rows in the view's period."""
        from careercli.compare.wage_rows import wages_of

        return [row for subject in subjects for row in wages_of(subject, self.period)]


class PlacesView(NamedTuple):
    """The wages of a role's occupation by place, highest median first or sorted by a column of the rows.

    `kind` is `metro`, `nonmetro`, or empty for states. `find` is a part of the places' titles. `adjust` is
    `prices` if the medians are adjusted for prices.
    """

    role: str
    kind: str = ""
    find: str = ""
    adjust: str = ""
    period: str = ""
    sort: str = ""
    descending: bool = False
    directories: tuple[str, ...] = ()

    def argv(self) -> list[str]:
        """Return the arguments that make careercli print this view."""
        return _argv("places", [self.role], self)

    def command(self) -> str:
        """Return the view as a shell command."""
        return command_line(self.argv())

    def everywhere(self, subject: Subject) -> "list[Place]":
        """Return the wages of the subject's occupation in every area. Raises CareerError if there are none."""
        from careercli.compare import places

        if not subject.official:
            raise CareerError(f"{subject.id} has no occupation, so no official wages")
        found = places.of_occupation(subject.occupation, "", self.period or "year")
        if not found:
            title, release = subject.official.title, newest("OEWS").release
            raise CareerError(f"{subject.occupation} {title}: OEWS {release} has places for detailed occupations alone")
        return found

    def chosen(self, everywhere: "Iterable[Place]") -> "list[Place]":
        """Return the places of the view's kind that have its text in their title, highest median first."""
        from careercli.catalog.places import folded
        from careercli.compare import places

        kind, wanted = self.kind or "state", folded(self.find)
        found = [place for place in everywhere if place.area.kind == kind and wanted in folded(place.area.title)]
        return places.by_median(places.with_prices(found) if self.adjust else found)

    @property
    def order(self) -> tuple[str, bool]:
        """The column that the places are sorted by, and True if from high to low."""
        if self.sort:
            return self.sort, self.descending
        return "adjusted_median" if self.adjust else "median", not self.descending

    def ordered(self, chosen: "Sequence[Place]") -> "Sequence[Place]":
        """Return the chosen places in the order of the view."""
        if not self.sort:
            return chosen[::-1] if self.descending else chosen
        return rows.by_value(chosen, lambda place: place.values()[self.sort], self.descending)


View = CatalogView | CompareView | ProfileView | PayView | PlacesView


def bare(role: str) -> str:
    """Return an id without its place: `noc-tech` for `noc-tech@OH`."""
    return role.partition("@")[0]


def placed(role: str, area: str) -> str:
    """Return an id in another place, the nation for an empty code: `noc-tech@OH`."""
    return _with_place(bare(role), "" if area == NATION else area)


def _with_place(role: str, area: str) -> str:
    """Return an id that names its place, `area` unless it has one."""
    return f"{role}@{area}" if role and area and "@" not in role else role


def export_argv(view: View, path: str) -> list[str]:
    """Return the arguments that write a view to the file `path`, in the format of its suffix."""
    command, *rest = view.argv()
    return [command, "-o", path, *rest]


def file_name(view: View) -> str:
    """Return a default file name for a view: `compare-noc-tech-support-tech.csv`, at most 64 characters."""
    if isinstance(view, CatalogView):
        roles: tuple[str, ...] = ()
    else:
        roles = (view.role,) if isinstance(view, ProfileView | PlacesView) else view.roles
    return f"{'-'.join([view.argv()[0], *roles])[:60]}.csv"


def command_line(argv: Iterable[str]) -> str:
    """Return `careercli` and the arguments as a shell command, quoted, with control characters escaped."""
    return " ".join(["careercli", *map(_quoted, argv)])


def _quoted(word: str) -> str:
    if word.isprintable():
        from shlex import quote

        return quote(word)
    return f"$'{''.join(map(_escaped, os.fsencode(word)))}'"


def _escaped(byte: int) -> str:
    char = chr(byte)
    return char if char.isascii() and char.isprintable() and char not in "'\\" else f"\\x{byte:02x}"


_OPTIONS = {
    "family": "--family", "skill": "--skill", "certification": "--certification", "education": "--education",
    "min_wage": "--min-wage", "adjust": "--adjust", "baseline": "--baseline", "differences": "--differences",
    "text": "--filter", "transpose": "--transpose", "sections": "--section", "full": "--full", "period": "--per",
    "kind": "--type", "find": "--find", "area": "--area",
    "columns": "--columns", "sort": "--sort", "descending": "--desc", "everything": "--all", "limit": "--limit",
}  # fmt: skip
"""The option that each attribute of a view stands for, in the order they are written in."""


def _argv(command: str, names: Sequence[str], view: View) -> list[str]:
    """Return a command with its names and the options that are set; names like `-x` go last, after `--`."""
    options: list[str] = []
    for attribute, option in _OPTIONS.items():
        value = getattr(view, attribute, "")
        if value is True:
            options.append(option)
        elif value is not None and value is not False and value != "":
            options += [option, value if isinstance(value, str) else numbers.plain(value)]
    for directory in view.directories:
        options += ["--roles", directory]
    if any(name.startswith("-") for name in names):
        return [command, *options, "--", *names]
    return [command, *names, *options]


def _search_text(row: Row) -> str:
    texts = [fields.phrase(claim) for claims in row.cells.values() for claim in claims]
    return normalize(" ".join([row.field.section, row.field.key, row.field.label, *texts]))
