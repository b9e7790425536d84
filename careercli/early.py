"""What is begun while the rest of the program is still being loaded."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import pairwise


def begin(arguments: Sequence[str], environ: Mapping[str, str]) -> None:
    """Have the file system asked about all profiles, where the command line will want a list of them."""
    if _wants_a_list(arguments):
        # What names its roles, or asks for help, loads nothing of this.
        from careercli.profiles.directories import directories
        from careercli.store import files

        for directory in dict.fromkeys(directories(_given(arguments), environ, lambda line: None)):
            files.begin(directory)


def _wants_a_list(arguments: Sequence[str]) -> bool:
    """Whether that is certain enough: for nothing, another process would have worked in vain."""
    if not {"--help", "-h"}.isdisjoint(arguments):
        return False
    # What stands behind an option may be its value; any other word names a role.
    names = [
        each for before, each in pairwise(arguments) if each[:1] != "-" and (before[:1] != "-" or before == "--all")
    ]
    return arguments[:1] in (["roles"], ["browse"]) or (arguments[:1] == ["salary"] and not names)


def _given(arguments: Sequence[str]) -> list[str]:
    """The directories that --roles names, as far as they are there."""
    after = [value for option, value in pairwise(arguments) if option == "--roles"]
    joined = [each.partition("=")[2] for each in arguments if each.startswith("--roles=")]
    return [each for each in after + joined if os.path.isdir(each)]
