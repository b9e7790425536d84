"""What `compare` and `show` have in common: which fields, in which form, to which format."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from careercli import fields, rows
from careercli.commands.options import Request, period
from careercli.commands.ordering import WHAT, ordered, ordered_roles, sorted_roles
from careercli.commands.output import look_of, sorted_rows, write, write_rows
from careercli.compare import Comparison, Row, compare
from careercli.fields import Field
from careercli.model import Subject, Value
from careercli.rows import RowValues
from careercli.search import folded

if TYPE_CHECKING:
    from careercli.lines import Page


class Ask(NamedTuple):
    """What a comparison is asked to show; `baseline` is an id, or empty for the first."""

    full: bool = False
    sections: str = ""
    differences: bool = False
    baseline: str = ""
    per: str = ""
    text: str = ""
    transpose: bool = False
    long: bool = False
    evidence: bool = False


def write_comparison(request: Request, subjects: Sequence[Subject], ask: Ask) -> None:
    """Compare the subjects as asked and write the answer in the format of the request."""
    is_json = request.format in ("json", "ndjson")
    is_long = ask.long or (ask.evidence and not is_json)
    is_listed = (is_json and not ask.transpose) or (is_long and request.format != "table")
    per = period(ask.per) or ("" if is_listed else "year")
    comparison = _kept(compare(subjects, _fields(request, ask, is_long), ask.baseline, per), ask)
    if is_long:
        _write_long(request, comparison)
    elif request.format in ("table", "md"):
        _write_page(request, comparison, ask)
    elif ask.transpose:
        columns, records = rows.transposed(comparison)
        write_rows(request, columns, sorted_roles(request, comparison, columns, records))
    elif is_json:
        _write_objects(request, ordered(request, comparison))
    else:
        write_rows(request, *rows.wide(ordered(request, comparison)))


def _fields(request: Request, ask: Ask, is_long: bool) -> list[Field]:
    """The fields of the sections asked for, or those named by --columns."""
    if request.columns and not is_long:
        keys = rows.chosen(request.columns, list(fields.BY_KEY), "a comparison")
        return [fields.BY_KEY[key] for key in keys]
    if ask.sections:
        return fields.of_sections(rows.chosen(ask.sections, list(fields.SECTIONS), "a comparison", "--section"))
    return list(fields.FIELDS) if ask.full else fields.of_sections(fields.SUMMARY)


def _kept(comparison: Comparison, ask: Ask) -> Comparison:
    """Only the rows that --differences and --filter leave."""
    wanted = folded(ask.text)
    kept = [
        row for row in comparison.rows
        if (row.differs or not ask.differences) and (not wanted or wanted in _searched(row))
    ]  # fmt: skip
    return comparison._replace(rows=tuple(kept))


def _searched(row: Row) -> str:
    said = [fields.phrase(claim) for claims in row.cells.values() for claim in claims]
    return folded(" ".join([row.field.section, row.field.key, row.field.label, *said]))


# -- for people


def _write_page(request: Request, comparison: Comparison, ask: Ask) -> None:
    """A table or a Markdown document."""
    page, more = _page(request, comparison, ask)
    header = not request.no_header
    if request.format == "md":
        from careercli.formats import markdown

        as_md = markdown.transposed_as_md if ask.transpose else markdown.comparison_as_md
        write(request, as_md(page, header))
    else:
        from careercli.formats import comparison_table

        as_table = comparison_table.transposed if ask.transpose else comparison_table.as_table
        write(request, as_table(page, look_of(request), more, header))


def _page(request: Request, comparison: Comparison, ask: Ask) -> "tuple[Page, list[str]]":
    """The summary and where there is more, or every line that was asked for."""
    from careercli.lines.builder import Wanted
    from careercli.lines.pages import full, summary

    limit = None if ask.transpose else request.limit
    wanted = Wanted(ask.differences, bool(request.columns) and not ask.differences, limit)
    comparison = (ordered_roles if ask.transpose else ordered)(request, comparison)
    chosen = ask.full or ask.sections or request.columns or ask.text
    if not chosen and (ask.transpose or not (request.sort or request.descending)):
        return summary(comparison, date.today(), wanted), [_more(comparison)] if comparison.subjects else []
    return full(comparison, date.today(), wanted, at_length=ask.full), []


def _more(comparison: Comparison) -> str:
    first = comparison.subjects[0].id
    return f"more: --full, or --section duties; evidence: careercli show {first} --evidence"


# -- for programs


def _write_objects(request: Request, comparison: Comparison) -> None:
    from careercli.formats import jsontext
    from careercli.lines.pages import full

    comparison = comparison._replace(rows=comparison.rows[: request.limit])
    if request.format == "ndjson":
        write(request, "".join(jsontext.comparison_as_ndjson(comparison)))
        return
    page = full(comparison, date.today())
    write(request, jsontext.comparison_as_json(comparison, [*page.notes, *page.doubts]))


def _write_long(request: Request, comparison: Comparison) -> None:
    """One claim a row; to people, cards of evidence unless they name columns or an order."""
    columns = rows.chosen(request.columns, rows.LONG_COLUMNS, WHAT)
    records = sorted_rows(request, rows.LONG_COLUMNS, rows.long(comparison), WHAT)
    if request.format == "table" and not (request.columns or request.sort or request.descending):
        from careercli.formats import evidence_table

        write(request, evidence_table.as_table(comparison, look_of(request), request.limit))
    elif request.format == "table":
        from careercli.formats.table import as_table

        texts = [
            {name: fields.shown(value) for name, value in _read(each).items()} for each in records[: request.limit]
        ]
        write(request, as_table(columns, texts, look_of(request), header=not request.no_header))
    else:
        write_rows(request, columns, [_read(each) for each in records] if request.format == "md" else records)


def _read(record: RowValues) -> dict[str, Value]:
    """A long row whose value reads as a person reads it."""
    return {**record, "value": record["text"]}
