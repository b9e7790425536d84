"""What `compare` and `show` have in common: which fields, in which form, to which format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from careercli import fields, rows
from careercli.catalog import folded
from careercli.commands.options import Request, period
from careercli.commands.output import look_of, sorted_rows, write, write_rows
from careercli.compare import Comparison, Row, compare
from careercli.errors import UsageError
from careercli.fields import Field
from careercli.lines import doubts, full, summary
from careercli.model import Subject
from careercli.rows import Record


@dataclass(frozen=True, slots=True)
class Ask:
    """What a comparison is asked to show."""

    full: bool = False
    sections: str = ""
    differences: bool = False
    baseline: str = ""
    per: str = ""
    text: str = ""
    transpose: bool = False
    long: bool = False


def write_comparison(request: Request, subjects: Sequence[Subject], ask: Ask) -> None:
    """Compare the subjects as asked and write the answer in the format of the request."""
    keeps_all = request.format in ("json", "ndjson") or (ask.long and request.format != "table")
    per = period(ask.per) or ("" if keeps_all else "year")
    shown = _fields(request, ask)
    comparison = compare(subjects, shown, _baseline(subjects, ask.baseline), per)
    comparison = _kept(comparison, ask)
    if request.format in ("table", "md") and not (ask.transpose or ask.long):
        _write_page(request, comparison, ask)
    elif ask.long:
        _write_long(request, comparison)
    elif request.format in ("json", "ndjson") and not ask.transpose:
        _write_objects(request, comparison)
    else:
        columns, records = rows.transposed(comparison) if ask.transpose else rows.wide(comparison)
        _write_records(request, columns, sorted_rows(request, columns, records, "this comparison"))


def _fields(request: Request, ask: Ask) -> list[Field]:
    """The fields of the sections asked for, or those named by --columns."""
    if request.columns and not ask.long:
        keys = rows.chosen(request.columns, list(fields.BY_KEY), "a comparison")
        return [fields.BY_KEY[key] for key in keys]
    if ask.sections:
        return fields.of_sections(rows.chosen(ask.sections, list(fields.SECTIONS), "a comparison", "--section"))
    return list(fields.FIELDS) if ask.full else fields.of_sections(fields.SUMMARY)


def _baseline(subjects: Sequence[Subject], asked: str) -> str:
    """The id of the baseline: one of the compared, by id, code, title or alias."""
    if not asked:
        return subjects[0].id
    wanted = folded(asked)
    for subject in subjects:
        if wanted in map(folded, (subject.id, subject.title, *subject.aliases)):
            return subject.id
    raise UsageError(f"--baseline: “{asked}” is not compared here; use {', '.join(each.id for each in subjects)}")


def _kept(comparison: Comparison, ask: Ask) -> Comparison:
    """Only the rows that --differences and --filter leave."""
    wanted = folded(ask.text)
    kept = [
        row for row in comparison.rows
        if (row.differs or not ask.differences) and (not wanted or wanted in _searched(row))
    ]  # fmt: skip
    return replace(comparison, rows=tuple(kept))


def _searched(row: Row) -> str:
    said = [fields.phrase(claim) for claims in row.cells.values() for claim in claims]
    return folded(" ".join([row.field.section, row.field.key, row.field.label, *said]))


def _write_page(request: Request, comparison: Comparison, ask: Ask) -> None:
    """A table or a Markdown document for people."""
    is_summary = not (ask.full or ask.sections or request.columns or ask.text or request.sort)
    comparison = _ordered(request, comparison)
    page = (summary if is_summary else full)(comparison, date.today())
    if request.limit is not None:
        page.lines = page.lines[: request.limit]
    if len(comparison.subjects) == 1:
        page.doubts = doubts(comparison.subjects)
    more = [_more(comparison)] if is_summary else []
    if request.format == "md":
        from careercli.formats.markdown import comparison_as_md

        write(request, comparison_as_md(page))
    else:
        from careercli.formats.comparison_table import as_table

        write(request, as_table(page, look_of(request), more, not request.no_header))


def _more(comparison: Comparison) -> str:
    first = comparison.subjects[0].id
    return f"more: --full, --section duties   evidence: careercli show {first} --evidence"


def _ordered(request: Request, comparison: Comparison) -> Comparison:
    """The rows by --sort: section, field or label."""
    if not request.sort:
        order = comparison.rows[::-1] if request.descending else comparison.rows
        return replace(comparison, rows=order)
    (key,) = rows.chosen(request.sort, ("section", "field", "label"), "a comparison", "--sort")
    get = {"section": lambda row: row.field.section, "field": lambda row: row.field.key}.get(
        key, lambda row: row.field.label
    )
    return replace(comparison, rows=tuple(sorted(comparison.rows, key=get, reverse=request.descending)))


def _write_objects(request: Request, comparison: Comparison) -> None:
    from careercli.formats import jsontext

    comparison = _ordered(request, comparison)
    comparison = replace(comparison, rows=comparison.rows[: request.limit])
    if request.format == "ndjson":
        write(request, "".join(jsontext.comparison_as_ndjson(comparison)))
        return
    page = full(comparison, date.today())
    write(request, jsontext.comparison_as_json(comparison, [*page.notes, *page.doubts]))


def _write_long(request: Request, comparison: Comparison) -> None:
    columns = rows.chosen(request.columns, rows.LONG_COLUMNS, "this comparison")
    records = sorted_rows(request, rows.LONG_COLUMNS, rows.long(comparison), "this comparison")
    if request.format != "table":
        write_rows(request, columns, records)
    elif request.columns or request.sort:
        _write_grid(request, columns, records)
    else:
        from careercli.formats.evidence_table import as_table

        write(request, as_table(comparison, look_of(request)))


def _write_records(request: Request, columns: Sequence[str], records: Sequence[Record]) -> None:
    if request.format == "table":
        _write_grid(request, columns, records)
    else:
        write_rows(request, columns, records)


def _write_grid(request: Request, columns: Sequence[str], records: Sequence[Record]) -> None:
    from careercli.formats.table import as_table

    shown = [{name: rows.shown(record.get(name)) for name in columns} for record in records[: request.limit]]
    write(request, as_table(columns, shown, look_of(request), header=not request.no_header))
