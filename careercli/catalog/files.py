"""Find the files of profiles in some directories: of an id that several have, the first directory's counts."""

import os
from collections.abc import Callable, Iterable, Sequence

from careercli.errors import CareerError
from careercli.profiles.directories import names_in
from careercli.profiles.filenames import SUFFIXES

Say = Callable[[str], None]


class ProfileFiles:
    """The profiles of some directories, read when they are first asked for.

    `warn` is told of directories and files left out, `narrate` of files that others hide.
    """

    def __init__(self, directories: Sequence[str], warn: Say, narrate: Say) -> None:
        self._directories, self._warn, self._narrate = directories, warn, narrate
        self._by_directory: dict[str, dict[str, str]] | None = None

    def forget(self) -> None:
        """Read the directories again when they are next asked for."""
        self._by_directory = None

    def paths(self) -> dict[str, str]:
        """Return the file of every id, by id."""
        chosen: dict[str, str] = {}
        for directory, files in self._all().items():
            for role_id, file in files.items():
                chosen.setdefault(role_id, os.path.join(directory, file))
        return {role_id: chosen[role_id] for role_id in sorted(chosen)}

    def path_of(self, role_id: str) -> str | None:
        """Return the file of an id, in the first directory that has one; other ids are not looked at.

        Raises CareerError for an id twice in that directory, or for a file that cannot be looked at.
        """
        found: str | None = None
        for directory in self._directories:
            paths = [path for suffix in SUFFIXES if _exists(path := os.path.join(directory, role_id + suffix))]
            if len(paths) > 1 and not found:
                raise CareerError(f"{paths[0]} and {paths[1]} are the same id; remove one")
            if paths and found:
                self._narrate(f"{paths[0]} is hidden by {found}")
            elif paths:
                found = paths[0]
        return found

    def shown(self) -> dict[str, dict[str, str]]:
        """Return by directory the profiles that no earlier one hides: files by id."""
        shown: dict[str, dict[str, str]] = {}
        for directory, files in self._all().items():
            left = dict(files)
            for earlier, others in shown.items():
                for role_id in sorted(left.keys() & others.keys()):
                    paths = os.path.join(directory, left.pop(role_id)), os.path.join(earlier, others[role_id])
                    self._narrate("{} is hidden by {}".format(*paths))
            shown[directory] = left
        return shown

    def _all(self) -> dict[str, dict[str, str]]:
        """Return the profiles of every directory: files by id."""
        if self._by_directory is None:
            self._by_directory = {}
            for directory in self._directories:
                names = self._names_in(directory)
                files = {name[: name.rindex(".")]: name for name in names}
                if len(files) < len(names):
                    files = self._without_second_files(directory, names)
                self._by_directory.setdefault(directory, files)
        return self._by_directory

    def _without_second_files(self, directory: str, names: Iterable[str]) -> dict[str, str]:
        files: dict[str, str] = {}
        for name in sorted(names):
            first = files.setdefault(name.rpartition(".")[0], name)
            if first != name:
                one, two = (os.path.join(directory, each) for each in (first, name))
                self._warn(f"{one} and {two} are the same id; remove one")
        return files

    def _names_in(self, directory: str) -> list[str]:
        try:
            return names_in(directory)
        except CareerError as error:
            self._warn(f"{error}; left out")
            return []


def _exists(path: str) -> bool:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise CareerError(f"{path}: {error.strerror}") from None
    return True
