"""careercli import [FILE...]: read publishers' releases from the files that they offer for download."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.commands.import_rows import BUNDLED, COLUMNS, IMPORTED, NOT_COUNTED, SKIPPED, added_up, row
from careercli.commands.options import shares_options
from careercli.commands.output import write_rows
from careercli.commands.request import Request
from careercli.commands.stderr import say
from careercli.errors import CareerError, UsageError
from careercli.model.claims import Value
from careercli.official import releases
from careercli.presentation import rows
from careercli.store.imported import imported_path, is_current

if TYPE_CHECKING:  # Help does not load what reads workbooks.
    from careercli.official.importers.downloads import Download
    from careercli.store.importing import Counting

UNKNOWN = "not read"

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", show_default=False, help="Files, folders and zip archives as downloaded."),
]
Remove = Annotated[
    list[str] | None, typer.Option("--remove", metavar="RELEASE", help="Forget an imported release, or all.")
]
Again = Annotated[
    bool, typer.Option("--again", help="Make the imported releases anew, after another careercli was installed.")
]


@partial(shares_options, sort="Sort by this column.")
def run(request: Request, files: Files = None, remove: Remove = None, again: Again = False) -> None:
    """Read other releases of wages, projections, prices and people from the files that their publishers offer.

    \b
    careercli import national_M2019_dl.xlsx oesm18nat.zip Downloads/
    careercli salary 15-1231 --as-of 2019
    careercli import --remove oews-2019-05

    Wages (OEWS), May 2013 or later, from https://www.bls.gov/oes/tables.htm: “National” adds the nation's of a year,
    “State” and “Metropolitan and nonmetropolitan area” those of places, “by sector” those of sectors, “3-digit” to
    “6-digit” those of finer industries, “All data” all of these. salary --as-of shows a year; the newest is shown
    everywhere. A year is a release, such as oews-2019-05.

    Employment Projections, 2016-26 or later, from https://www.bls.gov/emp/: a newer occupation.xlsx takes the place
    of the bundled change, openings and entry education; show --as-of shows an older one.

    Price parities (SARPP, MARPP and PARPP, csv), from “Regional Price Parities by State and Metro Area” of
    https://www.bea.gov/data/prices-inflation, for --adjust prices, and the CPI-U (cu.data.1.AllItems), from
    https://www.bls.gov/cpi/, for --adjust inflation.

    CPS Tables 11 and 11b, from https://www.bls.gov/cps/tables.htm: women, races and the median age.

    Codes: soc_2010_to_2018_crosswalk.xlsx, from https://www.bls.gov/soc/2018/crosswalks.htm, joins figures of
    before 2019 whose code has become one other; the O*NET-SOC to National Employment Matrix crosswalk, from
    https://www.bls.gov/emp/documentation/crosswalks.htm, says which O*NET codes are parts of an occupation.

    O*NET, 25.1 or later, from https://www.onetcenter.org/database.html: the archive “Text”, “Excel” or “CSV” adds
    tasks, and newer skills, knowledge, interests, job zones, technologies, education, titles and related occupations.
    A release is named onet-30.3.

    A damaged file ends the import, and nothing is changed.
    """
    columns = rows.chosen(request.columns, COLUMNS, "import")
    if not (files or remove or again):
        raise UsageError("import: name the files to read; see careercli import -h")
    if files and (remove or again):
        raise UsageError("import: --remove and --again take no files")
    from careercli.store import importing

    path = imported_path(os.environ)
    narrate = request.verbose or (sys.stderr is not None and sys.stderr.isatty())
    is_there = files or os.path.lexists(path)
    with importing.alone(path) if is_there else nullcontext():
        found, is_refused = _removed(path, remove or []) if remove else _read(path, files or [], narrate)
    ordered = rows.sorted_rows(COLUMNS, found, "import", request.sort, request.descending)
    write_rows(request, columns, ordered, ("rows", "left_out"))
    if is_refused:
        raise CareerError("import: some files were not read; the column note says why")


def _removed(path: str, names: Sequence[str]) -> tuple[list[dict[str, Value]], bool]:
    """Forget releases, or `all`, even where the file that holds them is damaged."""
    from careercli.store import importing

    if "all" in names:
        importing.put(path, {})
        return [row("", "removed", "all")], False
    texts = importing.kept_texts(path)
    known = sorted({releases.key_of(name) for name in texts})
    unknown = [name for name in names if name not in known]
    if unknown:
        raise CareerError(f"--remove: “{unknown[0]}” was not imported; {', '.join(known) or 'nothing'} was")
    importing.put(path, {name: data for name, data in texts.items() if releases.key_of(name) not in names})
    return [row("", "removed", name) for name in names], False


def _read(path: str, files: Sequence[str], narrate: bool) -> tuple[list[dict[str, Value]], bool]:
    """Read the files and put what is new in place; return a row for each file, and True if one is unknown.

    If `narrate`, each file is named on stderr before it is read.
    """
    from careercli.official.importers.downloads import downloads
    from careercli.store import importing

    texts, found, is_refused = importing.kept_texts(path), [], False
    before, counting = dict(texts), importing.Counting(texts)
    for name in files:
        each = (_read_one(download, texts, counting, narrate) for download in downloads(name))
        results = list(filter(None, each))
        results = results or [row(name, UNKNOWN, note="nothing in it is imported")]
        is_refused |= all(each["result"] == UNKNOWN for each in results)
        found += added_up(results, texts)
    if texts != before or not files or not is_current(path):
        importing.put(path, texts)
    if not files:
        found = [row("", "made anew", name) for name in dict.fromkeys(releases.key_of(each) for each in texts)]
    return found, is_refused


def _read_one(
    download: Download, texts: dict[str, bytes], counting: Counting, narrate: bool
) -> dict[str, Value] | None:
    """Read a file, add its tables to the texts where they are new, and return the row that says so, if any does."""
    from careercli.official.importers.layout import PassedOver, UnknownLayout, Unused
    from careercli.official.importers.onet_place import place_of
    from careercli.official.importers.recognize import read
    from careercli.store.importing import merged

    if narrate:
        say(f"reading {download.label}")
    try:
        tables = read(download)
    except PassedOver:
        return None
    except UnknownLayout as error:
        return None if download.is_passed_over else row(download.label, UNKNOWN, note=str(error))
    except Unused as error:
        return row(download.label, SKIPPED, note=str(error))
    file = place_of(download) if tables[0].release.startswith("onet-") else download.label
    new = [table for table in tables if not counting.is_bundled(table, download.label)]
    if not new:
        return row(file, SKIPPED, tables[0].release, BUNDLED)
    changes = [merged(texts, table, download.label) for table in new]
    notes = "; ".join(dict.fromkeys(table.note for table in tables if table.note))
    if not any(changes):
        return row(file, SKIPPED, new[0].release, "imported already")
    counted = [table for table in new if not table.name.endswith(NOT_COUNTED)]
    lines, joined = sum(len(table.lines) for table in counted), sum(map(counting.joined, counted))
    return row(file, IMPORTED, new[0].release, notes) | {"rows": joined, "left_out": lines - joined}
