"""Describe a comparison, or one role, as a screen or a command shows it: fields, rows and their order."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from careercli.compare.comparison import Comparison, Row, compare
from careercli.model import fields
from careercli.model.claims import Claim, Subject, Value
from careercli.model.fields import Field
from careercli.model.words import normalize
from careercli.official import onet
from careercli.official.onet_parts import NOT_BUNDLED
from careercli.official.releases import of_onet
from careercli.presentation import rows
from careercli.presentation.argv import PRICES, placed_argv, with_place
from careercli.presentation.rows import RowValues

if TYPE_CHECKING:  # Rows for programs need no pages.
    from careercli.presentation.page import ComparisonPage

COMPARISON = "this comparison"
"""Name of the comparison in error messages."""


_NAMES_FIELDS = "the column field of careercli show noc-tech --full -f tsv"


class CompareView(NamedTuple):
    """Roles side by side, as `careercli compare` prints them, or one role, as `careercli show` does.

    `baseline` is an id, or empty for the first role. `sections` and `columns` are comma-separated
    names, or empty for the default ones. `text` filters the rows. `period` is empty for the default.
    `adjust` is PRICES if each official wage is followed by the same in the nation's prices.
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
        view = self._replace(baseline=with_place(self.baseline, self.area))
        return placed_argv("compare" if len(self.roles) > 1 else "show", view)

    def comparison(self, subjects: Sequence[Subject], period: str = "year") -> Comparison:
        """Return the comparison that the view shows.

        `period` is that of wages if the view has none; empty keeps every listed wage. Raises UsageError
        for an unknown section or column.
        """
        if any(claim.field == "offer" for subject in subjects for claim in subject.own):
            from careercli.moves.positions import with_positions

            subjects = with_positions(subjects, self.adjust == PRICES)
        if self.adjust == PRICES:
            from careercli.compare.parity import with_prices

            subjects = with_prices(subjects)
        found = compare(subjects, self._shown_fields(), self.baseline, self.period or period)
        text = normalize(self.text)
        kept = [
            row for row in found.rows
            if (not self.differences or (row.differs and row.is_of_several))
            and (not text or text in _search_text(row))
        ]  # fmt: skip
        return found._replace(rows=tuple(kept if self._names_fields or text else map(_in_summary, kept)))

    def page(self, comparison: Comparison, today: date) -> "ComparisonPage":
        """Return the comparison as a page for people: the summary, or every requested line."""
        from careercli.presentation.builder import LineFilter
        from careercli.presentation.summary import full, summary

        limit = None if self.transpose else self.limit
        line_filter = LineFilter(self.differences, bool(self.columns) and not self.differences, limit)
        comparison = self.ordered_roles(comparison) if self.transpose else self.ordered(comparison)
        if self.is_summary:
            return summary(comparison, today, line_filter)
        if not (self.columns or self.sort or self.descending):
            own_first = sorted(comparison.rows, key=lambda row: row.field.key != "offer")
            comparison = comparison._replace(rows=tuple(own_first))
        return full(comparison, today, line_filter, with_notes=self.full)

    @property
    def is_summary(self) -> bool:
        """Return True unless the view names fields, filters rows, or sorts them."""
        chosen = self._names_fields or self.text
        return not chosen and (self.transpose or not (self.sort or self.descending))

    @property
    def _names_fields(self) -> bool:
        return bool(self.full or self.sections or self.columns)

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
        by_id = {subject.id: subject for subject in comparison.subjects}

        def value(record: RowValues, key: str) -> Value:
            if key not in fields.WAGES:
                return record.get(key)
            return rows.declared_wage(by_id[str(record["role"])], key, comparison.period or "year")

        return rows.sorted_things(records, value, columns, COMPARISON, self.sort, self.descending)

    def _shown_fields(self) -> list[Field]:
        """Return the fields of the view's columns or sections, else all fields or those of the summary."""
        if self.columns:
            keys = rows.chosen(self.columns, list(fields.BY_KEY), "a comparison", all_of=_NAMES_FIELDS)
            return [fields.BY_KEY[key] for key in keys]
        if self.sections:
            sections = rows.chosen(self.sections, list(fields.SECTIONS), "a comparison", "--section")
            return _with_data(fields.of_sections(sections))
        return _with_data(fields.FIELDS) if self.full else fields.of_summary()


def _with_data(some: Iterable[Field]) -> list[Field]:
    """Return fields without the one that only imported releases tell of, where none does."""
    return [field for field in some if field.key != NOT_BUNDLED or of_onet(NOT_BUNDLED)]


def _in_summary(row: Row) -> Row:
    """Return the row as the summary has it: of O*NET's technologies those in demand, if any is."""
    if row.field.key != "technologies":
        return row
    in_demand = {id: tuple(filter(_is_own_or_in_demand, claims)) for id, claims in row.cells.items()}
    return row._replace(cells={id: in_demand[id] or claims for id, claims in row.cells.items()})


def _is_own_or_in_demand(claim: Claim) -> bool:
    return not claim.source.series or fields.plain_value(claim).startswith(onet.IN_DEMAND)


_SHORTENED = {"skills": 3, "knowledge": 3, "interests": 3, "education_reported": 3, "top_states": 3, "top_metros": 3,
              "technologies": 5}  # fmt: skip
"""How many official claims of these fields the summary has for programs: the first ones."""


def shortened(comparison: Comparison) -> Comparison:
    """Return a summary for programs: of long official lists the first, of measures of exposure the percentiles."""
    return comparison._replace(rows=tuple(map(_shortened, comparison.rows)))


def _shortened(row: Row) -> Row:
    return row._replace(cells={id: tuple(_first(row.field.key, claims)) for id, claims in row.cells.items()})


def _first(key: str, claims: Sequence[Claim]) -> list[Claim]:
    """Return the role's own claims, the first official ones, and those that say what is not published."""
    if key == "ai_exposure":
        return [claim for claim in claims if claim.statistic != "exposure"]
    own = [claim for claim in claims if not claim.source.series]
    official = [claim for claim in claims if claim.source.series]
    most = _SHORTENED.get(key, len(official))
    return own + official[:most] + [claim for claim in official[most:] if claim.value is None]


def _search_text(row: Row) -> str:
    texts = [fields.phrase(claim) for claims in row.cells.values() for claim in claims]
    return normalize(" ".join([row.field.section, row.field.key, row.field.label, *texts]))
