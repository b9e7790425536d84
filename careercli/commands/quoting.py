"""Say how to write a name of several words that stands on a command line without quotes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import takewhile

from careercli.catalog.catalog import Catalog
from careercli.commands.request import silent
from careercli.commands.settings import directories_in_use
from careercli.errors import CareerError
from careercli.model.claims import ME
from careercli.presentation.argv import command_line
from careercli.profiles.filenames import index_path

_MOST_WORDS = 9
_MOST_NAMES = {"show": 1, "places": 1, "similar": 1, "path": 2, "skills": 2, "compare": 9, "salary": 9, "browse": 9}


def quotes_missing(arguments: Sequence[str]) -> str:
    """Return the message on words before the first option that together name something, or are skills; else nothing."""
    command, *rest = arguments or [""]
    words = list(takewhile(lambda word: not word.startswith("-"), rest))
    options = rest[len(words) :]
    if command == "match" and words[1:] and ME not in words:
        return f"skills go behind --skills: {command_line([command, '--skills', ', '.join(words), *options])}"
    if command not in _MOST_NAMES or not all(words) or not 1 < len(words) <= _MOST_WORDS:
        return ""
    names = _names(words)
    if not names or len(names) == len(words) or len(names) > _MOST_NAMES[command]:
        return ""
    command = "show" if command == "compare" and len(names) == 1 else command
    return f"a name of several words needs quotes: {command_line([command, *names, *options])}"


def _names(words: Sequence[str]) -> list[str]:
    """Return the words joined to names, each the longest that means something; none where a word is in no name."""
    found: Sequence[str] = ()
    with suppress(CareerError):  # The configuration may be what is wrong.
        found = directories_in_use((), silent)
    catalog = Catalog(found, silent, silent, index_path(os.environ))
    names: list[str] = []
    while words:
        joined = [" ".join(words[:end]) for end in range(len(words), 0, -1)]
        name = next((each for each in joined if _is_known(catalog, each)), None)
        if name is None:
            return []
        names.append(name)
        words = words[len(words) - joined.index(name) :]
    return names


def _is_known(catalog: Catalog, name: str) -> bool:
    with suppress(CareerError):
        return bool(catalog.find(name))
    return False
