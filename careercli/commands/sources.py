"""careercli sources: who says what careercli knows, when, and on what terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from careercli.catalog.catalog import with_unique_source_keys
from careercli.commands.options import shares_options
from careercli.commands.output import sorted_rows, table_style, write, write_rows
from careercli.commands.request import Request
from careercli.model.claims import Source, Value
from careercli.model.fields import shown
from careercli.official import releases
from careercli.presentation.rows import chosen

COLUMNS = ("id", "publisher", "title", "release", "as_of", "license", "url")


@partial(shares_options, sort="Sort by this column.")
def run(request: Request) -> None:
    """List every source: the official releases, then those of each profile.

    \b
    careercli sources
    careercli sources -f csv
    careercli sources --sort publisher
    """
    columns = chosen(request.columns, COLUMNS, "a source")
    known = dict.fromkeys(releases.ALL)
    for subject in with_unique_source_keys(request.catalog().roles()):
        known.update(dict.fromkeys(claim.source for claim in subject.own))
    records = sorted_rows(request, COLUMNS, [_row(source) for source in known], "a source")
    if request.format not in ("table", "md"):
        write_rows(request, columns, records)
        return
    texts = [{name: shown(value) for name, value in record.items()} for record in records[: request.limit]]
    write(request, _for_people(request, columns, texts))


def _for_people(request: Request, columns: Sequence[str], texts: Sequence[Mapping[str, str]]) -> str:
    """A table that ends with the attribution, each address whole wherever a line can hold it."""
    header, below = not request.no_header, releases.attribution()
    if request.format == "md":
        from careercli.formats.markdown import as_md

        return as_md(columns, texts, header, below)
    from careercli.formats.table import as_table

    return as_table(columns, texts, table_style(request), header=header, below=below, whole=True)


def _row(source: Source) -> dict[str, Value]:
    row: dict[str, Value] = {name: getattr(source, name) or None for name in COLUMNS}
    return row
