"""Find the place that a name means: the nation, a state, a metropolitan or a nonmetropolitan area."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from careercli.errors import CareerError, nearest
from careercli.model.claims import Area
from careercli.model.words import SHORT, contains, normalize
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
    spellings = {wanted, *_with_letters(wanted, areas)}
    for names_of in (_state_names, _whole_titles, city_names):
        found = [area for area in areas if not spellings.isdisjoint(map(folded, names_of(area)))]
        if found:
            return _only(name, found, "add the state, or name the code"), _same_name(name, found[0], areas)
    area = _only(name, _nicknamed(wanted, areas) or _begun(name, areas), "name one by its code", _nearest(name, areas))
    return area, f"“{name}” is read as {described(area)}"


def _only(name: str, found: Sequence[Area], how: str, hint: str = "") -> Area:
    """Return the one area found. Raises CareerError with the candidates, or with a hint where none is found."""
    if not found:
        raise CareerError(f"no place is named “{name}”{hint}")
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


def finder(text: str, areas: Sequence[Area]) -> Callable[[Area], bool]:
    """Return a test that tells areas by a text: their states aside, its words are in the code or the title.

    A state counts by its letters or whole name. A short word is looked for where one begins, others also inside.
    """
    states, typed, whole = _states(areas), spaced(text), folded(text)

    def is_found(area: Area) -> bool:
        known, words = spaced(f"{area.code} {area.title}"), f" {typed} "
        for name in _own_states(area, states):
            words = words.replace(f" {name} ", " ")
        return all(contains(known, word) for word in words.split()) or (len(whole) > SHORT and whole in folded(known))

    return is_found


def spaced(text: str) -> str:
    """Return a name as words without case and punctuation, between single spaces."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in normalize(text)).split())


def city_names(area: Area) -> Iterator[str]:
    """Yield each city, or run of cities, of a metropolitan area's title, alone and with each of its states."""
    cities = _cities(area)
    for start in range(len(cities)):
        for end in range(start + 1, len(cities) + 1):
            city = "-".join(cities[start:end])
            yield city
            yield from (f"{city}, {state}" for state in area.states.split("-"))


def _cities(area: Area) -> list[str]:
    """Return the cities of a metropolitan area's title."""
    if area.kind != "metro":
        return []
    return _BETWEEN_CITIES.split(area.title.rpartition(",")[0].removeprefix("Urban "))


def _states(areas: Sequence[Area]) -> dict[str, str]:
    """Return the names of the states by their letters."""
    return {area.code: area.title for area in areas if area.kind == "state"}


def _own_states(area: Area, states: Mapping[str, str]) -> list[str]:
    """Return the names and letters of an area's states as words."""
    codes = area.states.split("-")
    return [*(spaced(states[code]) for code in codes if code in states), *map(str.casefold, filter(None, codes))]


def _with_letters(wanted: str, areas: Sequence[Area]) -> Iterator[str]:
    """Yield a folded name with the state at its end, if it is written out, as letters: `toledooh`."""
    for letters, title in _states(areas).items():
        city = wanted.removesuffix(folded(title))
        if city and city != wanted:
            yield city + letters.casefold()


def _nicknamed(wanted: str, areas: Sequence[Area]) -> list[Area]:
    """Return the areas that a reviewed nickname means."""
    codes = next((codes.split() for name, codes in reviewed("nicknames", "places") if folded(name) == wanted), ())
    return [area for area in areas if area.code in codes]


def _begun(name: str, areas: Sequence[Area]) -> list[Area]:
    """Return the metropolitan areas with a city whose name begins with these words, before a state of the area."""
    typed, states = spaced(name), _states(areas)
    found = []
    for area in areas if typed else ():
        ends = _own_states(area, states)
        city = next((typed.removesuffix(f" {end}") for end in ends if typed.endswith(f" {end}")), typed)
        if any(spaced(each).startswith(f"{city} ") for each in _cities(area)):
            found.append(area)
    return found


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
