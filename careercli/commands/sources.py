"""careercli sources: who says what careercli knows, when, and on what terms."""

from datetime import date
from functools import partial

from careercli.catalog.source_keys import with_unique_source_keys
from careercli.commands.options import shares_options
from careercli.commands.output import write_rows
from careercli.commands.request import Request
from careercli.commands.stderr import say
from careercli.model.claims import Source, Value
from careercli.official import releases
from careercli.presentation.rows import chosen, sorted_rows

COLUMNS = ("id", "publisher", "title", "release", "as_of", "license", "url", "newer")


@partial(shares_options, sort="Sort by this column.")
def run(request: Request) -> None:
    """List every source: the official releases, then those of each profile.

    The column newer names the newest release that is known to exist, where it is not the one that is listed. A
    release that answers and is over 18 months old is told on stderr too.

    \b
    careercli sources
    careercli sources -f csv
    careercli sources --sort publisher
    """
    columns = chosen(request.columns, COLUMNS, "a source")
    known = dict.fromkeys(releases.known())
    for subject in with_unique_source_keys(request.catalog().roles()):
        known.update(dict.fromkeys(claim.source for claim in subject.own))
    records = sorted_rows(COLUMNS, [_row(source) for source in known], "a source", request.sort, request.descending)
    # Each URL stays whole wherever a line can hold it.
    write_rows(request, columns, records, below=releases.attribution(), whole=True)
    for source in releases.old_ones(date.today()):
        newer = releases.newer(source, date.today())
        remedy = "none newer is known" if newer.startswith("none") else f"newer: {newer}"
        say(f"{source.id} is over {releases.STALE_MONTHS} months old; {remedy}")


def _row(source: Source) -> dict[str, Value]:
    newer = releases.newer(source, date.today()) or None
    return {name: getattr(source, name) or None for name in COLUMNS[:-1]} | {"newer": newer}
