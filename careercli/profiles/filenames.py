"""Derive ids and folders from the text of paths, without opening files."""

from __future__ import annotations

import os
from collections.abc import Mapping

SUFFIXES = (".yaml", ".yml")
"""Suffixes of profiles."""


def absolute(path: str) -> str:
    """Return the absolute path, or the normalized path if the current folder no longer exists."""
    try:
        return os.path.abspath(path)
    except FileNotFoundError:
        return os.path.normpath(path)


def id_and_suffix(path: str) -> tuple[str, str]:
    """Split `a/noc-tech.yaml` into the role id `noc-tech` and `yaml`; a name without a dot has an empty id."""
    name, _, suffix = os.path.basename(path).rpartition(".")
    return name, suffix


def user_path(environ: Mapping[str, str], variable: str, default: str, name: str) -> str:
    """Return a path in careercli's folder inside an XDG folder.

    `variable` is the XDG variable, `default` the path in the home used without it. Empty if neither
    is absolute.
    """
    folder = environ.get(variable, "")
    if not os.path.isabs(folder):
        home = environ.get("HOME", "")
        folder = os.path.join(home, default) if os.path.isabs(home) else ""
    return os.path.join(folder, "careercli", name) if folder else ""


def index_path(environ: Mapping[str, str]) -> str:
    """Return where this user's index of profiles is kept, or nothing: in $XDG_CACHE_HOME/careercli or ~/.cache.

    The number of its schema is part of the name: an index of another schema is another file.
    """
    return user_path(environ, "XDG_CACHE_HOME", ".cache", "profiles-1.sqlite")
