"""The request: what the options that commands share ask for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from careercli.catalog.catalog import Catalog
from careercli.commands.stderr import say
from careercli.profiles.directories import directories
from careercli.profiles.filenames import index_path


class Request(NamedTuple):
    """The values of the shared options, checked; an empty `output` is standard output."""

    format: str
    output: str
    columns: str
    sort: str
    descending: bool
    limit: int | None
    no_header: bool
    safe_cells: bool
    color: str
    no_pager: bool
    directories: Sequence[str]
    verbose: bool

    def catalog(self) -> Catalog:
        """Return the catalog of the requested directories and the bundled profiles."""
        narrate = say if self.verbose else silent
        return Catalog(directories(self.directories, os.environ, say), say, narrate, index_path(os.environ))


def silent(line: str) -> None:
    """Drop a line of narration."""
