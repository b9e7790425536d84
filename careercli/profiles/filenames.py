"""What the text of a path says, no file opened."""

from __future__ import annotations

import os
from collections.abc import Mapping

SUFFIXES = (".yaml", ".yml")
"""Of profiles."""


def absolute(path: str) -> str:
    """What two ways to write one path share; a path as it is where the current folder is gone."""
    try:
        return os.path.abspath(path)
    except FileNotFoundError:
        return os.path.normpath(path)


def id_and_suffix(path: str) -> tuple[str, str]:
    """`a/noc-tech.yaml` -> `noc-tech` and `yaml`: the id that a profile's file gives its role; without a dot, no id."""
    name, _, suffix = os.path.basename(path).rpartition(".")
    return name, suffix


def user_folder(environ: Mapping[str, str], variable: str, usual: str) -> str:
    """careercli's folder in that of an XDG variable, or in `usual` of the home; empty where neither is absolute."""
    folder = environ.get(variable, "")
    if not os.path.isabs(folder):
        home = environ.get("HOME", "")
        folder = os.path.join(home, usual) if os.path.isabs(home) else ""
    return os.path.join(folder, "careercli") if folder else ""


def index_path(environ: Mapping[str, str]) -> str:
    """Return where this user's index of profiles is kept, or nothing: in $XDG_CACHE_HOME/careercli or ~/.cache.

    The number of its schema is part of the name: an index of another schema is another file.
    """
    folder = user_folder(environ, "XDG_CACHE_HOME", ".cache")
    return os.path.join(folder, "profiles-1.sqlite") if folder else ""
