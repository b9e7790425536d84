"""Write a comparison in any format, for `compare` and `show`."""

from collections.abc import Sequence
from datetime import date

from careercli.commands.output import table_style, write, write_rows
from careercli.commands.request import Request
from careercli.commands.stderr import say
from careercli.compare.comparison import Comparison
from careercli.model import fields
from careercli.model.claims import Subject
from careercli.presentation import rows
from careercli.presentation.compare_view import COMPARISON, CompareView, shortened
from careercli.presentation.phrases import joined_with_and


def write_comparison(
    request: Request, subjects: Sequence[Subject], view: CompareView, long: bool = False, evidence: bool = False
) -> None:
    """Compare the subjects with the options of the view and write the answer.

    `long` prints one claim per row; `evidence` does so in formats other than JSON, which always
    contain the evidence.
    """
    is_json = request.format in ("json", "ndjson")
    is_long = long or (evidence and not is_json)
    is_listed = (is_json and not view.transpose) or (is_long and request.format != "table")
    view = _with_request(request, view, is_long)
    comparison = view.comparison(subjects, "" if is_listed else "year")
    if not any(claims for row in comparison.rows for claims in row.cells.values()):
        say(_nothing(comparison, view))
    if is_long:
        _write_long(request, comparison)
    elif request.format in ("table", "md"):
        _write_page(request, comparison, view)
    elif view.transpose:
        columns, records = rows.transposed(comparison)
        write_rows(request, columns, view.sorted_roles(comparison, columns, records))
    elif is_json:
        _write_objects(request, view.ordered(comparison), view)
    else:
        write_rows(request, *rows.wide(view.ordered(comparison)))


def _nothing(comparison: Comparison, view: CompareView) -> str:
    """Return why nothing is shown, and how to go on."""
    if view.text:
        return f"--filter: no row has “{view.text}”"
    if view.differences:
        return "--differences: no row differs"
    ids = joined_with_and([subject.id for subject in comparison.subjects])
    where = f" in {view.sections}" if view.sections else ""
    return f"nothing is known of {ids}{where}; for what is, add {_more(comparison)}"


def _more(comparison: Comparison) -> str:
    """Return the option for everything, and that for a section with something that the summary leaves out."""
    claims = [claim for subject in comparison.subjects for claim in subject.claims if claim.value is not None]
    known = {fields.BY_KEY[claim.field].section for claim in claims}
    section = next((each for each in fields.SECTIONS if each in known and each not in fields.SUMMARY), "")
    return f"--full, or --section {section}" if section else "--full"


def _with_request(request: Request, view: CompareView, is_long: bool) -> CompareView:
    """Return the view with the fields, order and limit of the request; with long rows, --columns names no fields."""
    columns = "" if is_long else request.columns
    return view._replace(columns=columns, sort=request.sort, descending=request.descending, limit=request.limit)


def _write_page(request: Request, comparison: Comparison, view: CompareView) -> None:
    """Write a table or a Markdown document."""
    page = view.page(comparison, date.today())
    header = not request.no_header
    if request.format == "md":
        from careercli.formats import markdown

        as_md = markdown.transposed_as_md if view.transpose else markdown.comparison_as_md
        write(request, as_md(page, header))
    else:
        from careercli.formats import comparison_table

        as_table = comparison_table.transposed if view.transpose else comparison_table.as_table
        first = comparison.subjects[0]
        year = f" --as-of {first.official.as_of}" if first.official and first.official.as_of else ""
        more = f"more: {_more(comparison)}; evidence: careercli show {first.id}{year} --evidence"
        write(request, as_table(page, table_style(request), [more] if view.is_summary else [], header))


def _write_objects(request: Request, comparison: Comparison, view: CompareView) -> None:
    from careercli.formats import comparison_json
    from careercli.presentation.short import short
    from careercli.presentation.summary import full

    if view.is_summary:
        comparison = shortened(comparison)
    comparison = comparison._replace(rows=comparison.rows[: request.limit])
    if request.format == "ndjson":
        write(request, "".join(comparison_json.comparison_as_ndjson(comparison)))
        return
    page = full(comparison, date.today())
    answer = [f"{label}: {text}" for label, text in short(comparison)] if view.is_summary else []
    write(request, comparison_json.comparison_as_json(comparison, [*page.notes, *page.caveats], answer))


def _write_long(request: Request, comparison: Comparison) -> None:
    """Write one claim per row. As a table without columns or an order, write the evidence of each figure."""
    columns = rows.chosen(request.columns, rows.LONG_COLUMNS, COMPARISON)
    records = rows.sorted_rows(rows.LONG_COLUMNS, rows.long(comparison), COMPARISON, request.sort, request.descending)
    if request.format == "table" and not (request.columns or request.sort or request.descending):
        from careercli.formats import evidence_table

        write(request, evidence_table.as_table(comparison, table_style(request), request.limit))
    elif request.format in ("table", "md"):
        write_rows(request, columns, [{**record, "value": record["text"]} for record in records])
    else:
        write_rows(request, columns, records)
