"""The request: what the options that commands share ask for, each spelled once."""

import os
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from careercli.commands.settings import directories_in_use
from careercli.commands.stderr import say
from careercli.profiles.filenames import index_path

if TYPE_CHECKING:  # A shell that completes a line asks for no catalog.
    from careercli.catalog.catalog import Catalog

Directories = Annotated[list[str] | None, typer.Option("--roles", metavar="DIR", help="Look for profiles here first.")]


class Request(NamedTuple):
    """The values of the shared options, checked; an empty `output` is standard output.

    `options.shares_options` spells `--format` and `--sort`, which differ between commands.
    """

    format: str = ""
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")] = ""
    columns: Annotated[str, typer.Option("--columns", metavar="A,B", help="Show only these, in this order.")] = ""
    sort: str = ""
    descending: Annotated[bool, typer.Option("--desc", help="Sort from high to low.")] = False
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", help="Print at most N rows.")] = None
    no_header: Annotated[bool, typer.Option("--no-header", help="Leave out the line of column names.")] = False
    safe_cells: Annotated[bool, typer.Option("--safe-cells", help="CSV, TSV: no text that a spreadsheet runs.")] = False
    color: Annotated[str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")] = "auto"
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Never page a long table.")] = False
    directories: Directories = None
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say on stderr what is read.")] = False

    def catalog(self, place: str = "") -> "Catalog":
        """Return the catalog of the requested directories and the bundled profiles.

        Names without `@` are looked up in `place`, as people type it, or in the nation.
        """
        from careercli.catalog.catalog import Catalog

        narrate = say if self.verbose else silent
        found = directories_in_use(self.directories, say)
        return Catalog(found, say, narrate, index_path(os.environ), place)


def silent(line: str) -> None:
    """Drop a line of narration."""
