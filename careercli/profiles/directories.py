"""Find the directories of profiles and the profiles in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress

from careercli.errors import CareerError
from careercli.profiles.filenames import SUFFIXES, id_and_suffix, user_path

BUNDLED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "roles")


def directories(
    given: Sequence[str], environ: Mapping[str, str], warn: Callable[[str], None], settings: Sequence[str] = ()
) -> list[str]:
    """Return the directories of profiles: --roles, CAREERCLI_ROLES, those of `settings`, the user's own, the bundled.

    Earlier directories win. Raises CareerError if a path in `given` (--roles) is not a directory; calls
    `warn` for one in CAREERCLI_ROLES or in `settings` (config.toml).
    """
    for path in given:
        if not os.path.isdir(path):
            raise CareerError(f"--roles: {path} is not a directory")
    listed = []
    of_environ = [("CAREERCLI_ROLES", path) for path in environ.get("CAREERCLI_ROLES", "").split(os.pathsep) if path]
    for name, path in [*of_environ, *(("config.toml", path) for path in settings)]:
        if os.path.isdir(path):
            listed.append(path)
        else:
            warn(f"{name}: {path} is not a directory; left out")
    own = user_path(environ, "XDG_CONFIG_HOME", ".config", "roles")
    return [*given, *listed, *([own] if os.path.isdir(own) else []), BUNDLED]


def files_in(directory: str) -> list[str]:
    """Return the paths of the profiles directly inside a directory, sorted. Raises CareerError."""
    return [os.path.join(directory, name) for name in sorted(names_in(directory))]


def ids_in(directories: Iterable[str]) -> list[str]:
    """Return the ids of the profiles in any of the directories, sorted; one that cannot be read has none."""
    ids: set[str] = set()
    for directory in directories:
        with suppress(CareerError):
            ids.update(id_and_suffix(name)[0] for name in names_in(directory))
    return sorted(ids)


def names_in(directory: str) -> list[str]:
    """Return the file names of a directory's profiles (`*.yaml`, `*.yml`, not hidden), unsorted. Raises CareerError."""
    try:
        return [name for name in os.listdir(directory) if name.endswith(SUFFIXES) and name[0] != "."]
    except OSError as error:
        raise CareerError(f"{directory}: {error.strerror}") from None
