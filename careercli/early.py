"""What is begun while the rest of the program is still being loaded."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import pairwise

from careercli.directories import directories
from careercli.store import files


def begin(arguments: Sequence[str], environ: Mapping[str, str]) -> None:
    """Have the file system asked about all profiles, where the command line will want a list of them."""
    if arguments and (arguments[0] in _LISTS or (arguments[0] == "salary" and "--all" in arguments)):
        for directory in directories(_given(arguments), environ, lambda line: None):
            files.begin(directory)


_LISTS = ("roles", "browse")


def _given(arguments: Sequence[str]) -> list[str]:
    """The directories that --roles names, as far as they are there."""
    after = [value for option, value in pairwise(arguments) if option == "--roles"]
    joined = [each.partition("=")[2] for each in arguments if each.startswith("--roles=")]
    return [each for each in after + joined if os.path.isdir(each)]
