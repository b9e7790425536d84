"""What is begun while the rest of the program is still being loaded."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import pairwise


def begin(arguments: Sequence[str], environ: Mapping[str, str]) -> None:
    """Have the file system asked about all profiles, where the command line will want a list of them."""
    if _wants_a_list(arguments):
        # What names its roles, or asks for help, loads nothing of this.
        from careercli.directories import directories
        from careercli.store import files

        for directory in dict.fromkeys(directories(_given(arguments), environ, lambda line: None)):
            files.begin(directory)


def _wants_a_list(arguments: Sequence[str]) -> bool:
    """Whether that is certain enough: for nothing, another process would have worked in vain."""
    command, *others = arguments or [""]
    if not {"--help", "-h"}.isdisjoint(others):
        return False
    return command in ("roles", "browse") or (command == "salary" and all(each.startswith("-") for each in others[:1]))


def _given(arguments: Sequence[str]) -> list[str]:
    """The directories that --roles names, as far as they are there."""
    after = [value for option, value in pairwise(arguments) if option == "--roles"]
    joined = [each.partition("=")[2] for each in arguments if each.startswith("--roles=")]
    return [each for each in after + joined if os.path.isdir(each)]
