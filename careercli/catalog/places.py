"""Find the place that a name means: the nation, a state, a metropolitan or a nonmetropolitan area."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from careercli.errors import CareerError, nearest
from careercli.model.claims import Area
from careercli.model.words import SHORT, contains, normalize
from careercli.store import places
from careercli.store.reviewed import reviewed

_BETWEEN_CITIES = re.compile(r"-+|/")
_MOST_CANDIDATES = 5


def find_area(name: str, areas: Sequence[Area]) -> tuple[Area, str]:
    """Return the place, and a note for people where it has another name or another place has this one, or no text.

    A place is named by its code, a state's letters or name, a whole title, or a city of a metropolitan area's title
    with or without a state; else by a reviewed nickname, or the first words of one city alone. Raises CareerError for
    an unknown or ambiguous name.
    """
    wanted = folded(name)
    area = _by_code(wanted, areas)
    if area:
        return area, ""
    for names_of in (_state_names, _whole_titles, city_names):
        found = [area for area in areas if wanted in map(folded, names_of(area))]
        if found:
            return _only(name, found, "add the state, or name the code"), _same_name(name, found[0], areas)
    found = _nicknamed(wanted, areas) or _begun(name, areas)
    if not found:
        raise CareerError(f"no place is named “{name}”{_nearest(name, areas)}")
    area = _only(name, found, "name one by its code")
    return area, f"“{name}” is read as {described(area)}"


def _only(name: str, found: Sequence[Area], how: str) -> Area:
    """Return the one area found. Raises CareerError with the candidates."""
    if len(found) > 1:
        candidates = " or ".join(map(described, found[:_MOST_CANDIDATES]))
        more = len(found) - _MOST_CANDIDATES
        raise CareerError(f"“{name}” may be {candidates}{f' or {more} more' if more > 0 else ''}; {how}")
    return found[0]


def described(area: Area) -> str:
    """Return a place with its code: `18140 (Columbus, OH)`."""
    return f"{area.code} ({area.title})"


def folded(text: str) -> str:
    """Return a name without case, spaces and punctuation."""
    return "".join(letter for letter in normalize(text) if letter.isalnum())


def finder(text: str) -> Callable[[Area], bool]:
    """Return a test that tells areas by a text: but for a state at its end, its words are in the code or the title.

    A short word is looked for where one begins, others also inside.
    """
    typed, whole = spaced(text), folded(text)

    def is_found(area: Area) -> bool:
        known, words = spaced(f"{area.code} {area.title}"), _without_state(typed, area).split()
        return all(contains(known, word) for word in words) or (len(whole) > SHORT and whole in folded(known))

    return is_found


def spaced(text: str) -> str:
    """Return a name as words without case and punctuation, between single spaces."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in normalize(text)).split())


def city_names(area: Area) -> Iterator[str]:
    """Yield each city, or run of cities, of a metropolitan area's title, alone and with each of its states."""
    cities, states = _cities(area), _states(area)
    for start in range(len(cities)):
        for end in range(start + 1, len(cities) + 1):
            city = "-".join(cities[start:end])
            yield city
            yield from (f"{city}, {state}" for state in states)


def _cities(area: Area) -> list[str]:
    """Return the cities of a metropolitan area's title."""
    if area.kind != "metro":
        return []
    return _BETWEEN_CITIES.split(area.title.rpartition(",")[0].removeprefix("Urban "))


@cache
def _state_titles() -> dict[str, str]:
    return {area.code: area.title for area in places.areas() if area.kind == "state"}


def _states(area: Area) -> list[str]:
    """Return the letters of an area's states, and their names."""
    letters = area.states.split("-")
    return [*filter(None, letters), *(_state_titles()[each] for each in letters if each in _state_titles())]


def _without_state(typed: str, area: Area) -> str:
    """Return spaced words without a state of the area at their end."""
    states = (f" {spaced(state)}" for state in _states(area))
    return next((f" {typed}".removesuffix(state) for state in states if f" {typed}".endswith(state)), typed).strip()


def _nicknamed(wanted: str, areas: Sequence[Area]) -> list[Area]:
    """Return the areas that a reviewed nickname means."""
    codes = next((codes.split() for name, codes in reviewed("nicknames", "places") if folded(name) == wanted), ())
    return [area for area in areas if area.code in codes]


def _begun(name: str, areas: Sequence[Area]) -> list[Area]:
    """Return the metropolitan areas with a city that begins with these words, before a state of the area."""
    typed = spaced(name)
    cities = {area: _without_state(typed, area) for area in areas}
    return [
        area for area, city in cities.items()
        if city and any(spaced(each).startswith(f"{city} ") for each in _cities(area))
    ]  # fmt: skip


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
    """Return a note that names the metropolitan areas of a city, or of a part of one, with this name too."""
    others = [each for each in _nicknamed(folded(name), areas) if each != area]
    if others:
        return f"“{name}” is {described(area)}; it is also a name in {' or '.join(map(described, others))}"
    if area.kind != "state":
        return ""
    cities = [each for each in areas if folded(name) in map(folded, city_names(each))]
    return f"“{name}” is the state; the city is in {' or '.join(map(described, cities))}" if cities else ""


def _nearest(name: str, areas: Sequence[Area]) -> str:
    titles = {title: area for area in areas for title in (area.title, *city_names(area))}
    found = dict.fromkeys(titles[title] for title in nearest(name, titles))
    hint = f"did you mean {' or '.join(map(described, found))}?" if found else "careercli places lists them"
    return f"; {hint}"
