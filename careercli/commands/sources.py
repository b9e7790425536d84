"""careercli sources: who says what careercli knows, when, and on what terms."""

from __future__ import annotations

from careercli.catalog import distinct_sources
from careercli.commands.options import Request, shares_options
from careercli.commands.output import look_of, sorted_rows, write, write_rows
from careercli.model import Source, Value
from careercli.official import bundled, onet
from careercli.rows import chosen, shown

COLUMNS = ("id", "publisher", "title", "release", "as_of", "licence", "url")


@shares_options
def run(request: Request) -> None:
    """List every source: the official releases, then those of each profile.

    \b
    careercli sources
    careercli sources -f csv
    """
    columns = chosen(request.columns, COLUMNS, "a source")
    known = dict.fromkeys(bundled.RELEASES)
    for subject in distinct_sources(request.catalog().roles()):
        known.update(dict.fromkeys(claim.source for claim in subject.own))
    records = sorted_rows(request, COLUMNS, [_row(source) for source in known], "a source")
    if request.format != "table":
        write_rows(request, columns, records)
        return
    from careercli.formats.table import as_table

    texts = [{name: shown(value) for name, value in record.items()} for record in records[: request.limit]]
    write(request, as_table(columns, texts, look_of(request), (), not request.no_header, onet.ATTRIBUTION))


def _row(source: Source) -> dict[str, Value]:
    row: dict[str, Value] = {name: getattr(source, name) or None for name in COLUMNS}
    return row
