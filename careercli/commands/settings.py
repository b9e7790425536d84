"""The user's settings: the command line wins over the environment, that over config.toml."""

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from careercli.commands.stderr import say
from careercli.errors import CareerError, ProfileError, suggestion
from careercli.model.claims import PERIODS
from careercli.profiles.directories import directories
from careercli.profiles.filenames import user_path

_KEYS = ("area", "roles", "theme", "per", "adjust")
"""The keys of config.toml; `roles` are directories of profiles."""

_CHOICES = {"per": PERIODS, "adjust": ("prices",)}


def in_force(key: str, asked: str = "") -> str:
    """Return the value of `area`, `theme`, `per` or `adjust`: as asked on the command line, else as set elsewhere.

    A command whose output is piped says once on stderr where the value comes from.
    """
    variable = "CAREERCLI_AREA" if key == "area" else ""
    from_environ = os.environ.get(variable, "")
    found: str = asked or from_environ or _settings().get(key, "")
    if found and not asked and key != "theme" and not (sys.stdout and sys.stdout.isatty()):
        _say_once(f"{key} is {found}, from {variable if from_environ else settings_path(os.environ)}")
    return found


def directories_in_use(given: Sequence[str] | None, warn: Callable[[str], None]) -> list[str]:
    """Return the directories of profiles, those of `given` (--roles) first and those of config.toml among them.

    Raises CareerError as profiles.directories.directories does, and for a mistake in config.toml.
    """
    return directories(given or (), os.environ, warn, _settings().get("roles", ()))


@cache
def _settings() -> dict[str, Any]:
    return read_settings(settings_path(os.environ))


@cache
def _say_once(line: str) -> None:
    say(line)


def settings_path(environ: Mapping[str, str]) -> str:
    """Return $XDG_CONFIG_HOME/careercli/config.toml or ~/.config/careercli/config.toml; empty without a home."""
    return user_path(environ, "XDG_CONFIG_HOME", ".config", "config.toml")


def read_settings(path: str) -> dict[str, Any]:
    """Return the settings of a file by key, none where there is no file. Raises CareerError for any mistake in it."""
    if not path or not os.path.lexists(path):
        return {}
    import tomllib

    from careercli.profiles.files import read_bytes

    try:
        text = read_bytes(path).decode()
        found = tomllib.loads(text)
    except ProfileError:
        raise CareerError(f"{path}: is too large; settings are a few lines") from None
    except UnicodeDecodeError:
        raise CareerError(f"{path}: is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        message, _, at = str(error).partition(" (at ")
        place = ":".join(re.findall(r"\d+", at)) or f"{text.count(chr(10)) + 1}:1"
        raise CareerError(f'{path}:{place}: {message}; write it like area = "OH"') from None
    except RecursionError:
        raise CareerError(f"{path}: is nested too deeply") from None
    return {key: _checked(f"{path}:{_line_of(key, text)}:1", key, value) for key, value in found.items()}


def _checked(place: str, key: str, value: Any) -> Any:
    if key not in _KEYS:
        hint = suggestion(key, _KEYS) or f"the keys are {', '.join(_KEYS)}"
        raise CareerError(f"{place}: unknown key “{key}”; {hint}")
    if key == "roles":
        folders = [value] if isinstance(value, str) else value
        if not isinstance(folders, list) or not all(isinstance(each, str) for each in folders):
            raise CareerError(f'{place}: roles are directories; write them like roles = ["~/roles"]')
        return tuple(os.path.expanduser(each) for each in folders)
    if not isinstance(value, str):
        raise CareerError(f'{place}: {key} is a text; write it like {key} = "{_CHOICES.get(key, ("OH",))[0]}"')
    if value and value not in _CHOICES.get(key, (value,)):
        raise CareerError(f"{place}: {key} cannot be “{value}”; use {' or '.join(_CHOICES[key])}")
    return value


def _line_of(key: str, text: str) -> int:
    """Return the first line that begins with the key or its table; 1 if none does."""
    lines = (number for number, line in enumerate(text.split("\n"), 1) if re.match(rf"\W*{re.escape(key)}\b", line))
    return next(lines, 1)
