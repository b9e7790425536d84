"""What the text of a path says, no file opened."""

from __future__ import annotations

import os


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
