"""Find the place that a name means: the nation, a state, a metropolitan or a nonmetropolitan area."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careercli.errors import CareerError, nearest
from careercli.model.claims import Area
from careercli.model.words import normalize

_BETWEEN_CITIES = re.compile(r"-+|/")


def find_area(name: str, areas: Sequence[Area]) -> tuple[Area, str]:
    """Return the place, and a note for people where a state and a city share the name, else an empty text.

    A place is named by its code, a state's letters or name, a whole title, or a city of a metropolitan
    area's title with or without a state. Raises CareerError for an unknown or ambiguous name.
    """
    wanted = folded(name)
    area = _by_code(wanted, areas)
    if area:
        return area, ""
    for names_of in (_state_names, _whole_titles, city_names):
        found = [area for area in areas if wanted in map(folded, names_of(area))]
        if len(found) == 1:
            return found[0], _same_name(name, found[0], areas)
        if found:
            candidates = " or ".join(map(described, found))
            raise CareerError(f"“{name}” may be {candidates}; add the state, or name the code")
    raise CareerError(f"no place is named “{name}”{_nearest(name, areas)}")


def described(area: Area) -> str:
    """Return a place with its code: `18140 (Columbus, OH)`."""
    return f"{area.code} ({area.title})"


def folded(text: str) -> str:
    """Return a name without case, spaces and punctuation."""
    return "".join(letter for letter in normalize(text) if letter.isalnum())


def city_names(area: Area) -> Iterator[str]:
    """Yield each city, or run of cities, of a metropolitan area's title, alone and with each of its states."""
    if area.kind != "metro":
        return
    cities = _BETWEEN_CITIES.split(area.title.rpartition(",")[0].removeprefix("Urban "))
    for start in range(len(cities)):
        for end in range(start + 1, len(cities) + 1):
            city = "-".join(cities[start:end])
            yield city
            yield from (f"{city}, {state}" for state in area.states.split("-"))


def _by_code(wanted: str, areas: Sequence[Area]) -> Area | None:
    """Return the place of a code; metropolitan codes may be padded to the 7 digits of the time-series files."""
    code = wanted.upper()
    padded = code.removeprefix("00") if len(code) == 7 else code
    return next((area for area in areas if area.code in (code, padded)), None)


def _state_names(area: Area) -> Iterator[str]:
    if area.kind in ("nation", "state"):
        yield area.title


def _whole_titles(area: Area) -> Iterator[str]:
    yield area.title
    yield area.title.removesuffix(" nonmetropolitan area")


def _same_name(name: str, area: Area, areas: Sequence[Area]) -> str:
    """Return a note that names the metropolitan areas of a city that has the name of a state."""
    if area.kind != "state":
        return ""
    cities = [each for each in areas if folded(name) in map(folded, city_names(each))]
    return f"“{name}” is the state; the city is in {' or '.join(map(described, cities))}" if cities else ""


def _nearest(name: str, areas: Sequence[Area]) -> str:
    titles = {title: area for area in areas for title in (area.title, *city_names(area))}
    found = dict.fromkeys(titles[title] for title in nearest(name, titles))
    hint = f"did you mean {' or '.join(map(described, found))}?" if found else "careercli places lists them"
    return f"; {hint}"
