"""careercli places [ROLE]: the wages of one occupation over places, or the places themselves."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from careercli.catalog.places import find_area, finder
from careercli.commands.options import (
    Adjust,
    Per,
    checked_adjust,
    checked_period,
    names_argument,
    one_of,
    shares_options,
)
from careercli.commands.output import table_style, write, write_rows
from careercli.commands.request import Request
from careercli.commands.stderr import say
from careercli.compare import places
from careercli.compare.parity import parity_in
from careercli.compare.places import Place
from careercli.errors import CareerError, UsageError
from careercli.model.claims import Area, Subject, Value
from careercli.official.releases import PLACES, newest_with
from careercli.presentation import rows
from careercli.presentation.rows import RowValues
from careercli.presentation.views import PlacesView
from careercli.store.places import areas

KINDS = ("state", "metro", "nonmetro")
_AREA_COLUMNS = ("area", "area_title", "type", "state", "price_parity")

Role = Annotated[str, names_argument("[ROLE]")]
Kind = Annotated[str, typer.Option("--type", metavar="TYPE", help=f"{', '.join(KINDS)}; by default state.")]
In = Annotated[str, typer.Option("--in", metavar="STATE", help="Only areas in this state, by default metro areas.")]
MinJobs = Annotated[int, typer.Option("--min-jobs", metavar="N", help="Only places with N jobs or more.")]
Find = Annotated[str, typer.Option("--find", metavar="TEXT", help="Only places with these words in their title.")]


@shares_options
def run(
    request: Request,
    role: Role = "",
    kind: Kind = "",
    state: In = "",
    min_jobs: MinJobs = 0,
    find: Find = "",
    adjust: Adjust = "",
    period: Per = "",
) -> None:
    """List the wages of one occupation by state or area, highest median first; without a role, list the places.

    \b
    careercli places noc-tech
    careercli places 15-1232 --in OH --adjust prices
    careercli places --find columbus
    """
    if kind:
        one_of(kind, KINDS, "--type")
    letters = _letters(request, state)
    is_found, unknown = _finder(find)
    if not role:
        found_areas = [area for area in areas() if _is_asked(area, kind, letters) and is_found(area)]
        if not found_areas:
            say(unknown or _nothing(kind, is_found))
        _write_areas(request, found_areas)
        return
    is_adjusted, per = bool(checked_adjust(adjust)), checked_period(period) or "year"
    subject = _subject(request, role)

    def in_kind(kind: str) -> list[Place]:
        everywhere = places.of_occupation(subject.occupation, kind, per)
        there = (place for place in everywhere if _is_asked(place.area, kind, letters) and is_found(place.area))
        return [place for place in there if _has_jobs(place, min_jobs)]

    shown_kind = kind or ("metro" if letters else "state")
    found = in_kind(shown_kind)
    if find and not (found or kind):
        shown_kind, found = "", in_kind("")
    if not found:
        PlacesView(subject.id).everywhere(subject)  # Raises CareerError where no place has the occupation at all.
        say(unknown or _nothing(kind, is_found))
    ordered = places.by_median(places.with_prices(found) if is_adjusted else found)
    if request.sort:
        rows.chosen(request.sort, places.COLUMNS, "places", "--sort")
    shown = PlacesView(subject.id, sort=request.sort, descending=request.descending).ordered(ordered)
    _write(request, subject, shown, ordered, shown_kind, letters, per, is_adjusted)


def _finder(find: str) -> tuple[Callable[[Area], bool], str]:
    """Return a test that tells areas by a text, and why no place is named so, or an empty text.

    A text that no area has is read as the name of a place.
    """
    if not find:
        return lambda area: True, ""
    is_found = finder(find)
    if any(map(is_found, areas())):
        return is_found, ""
    try:
        area, note = find_area(find, areas())
    except CareerError as error:
        return is_found, str(error)
    say(note)
    return lambda each: each == area, ""


def _nothing(kind: str, is_found: Callable[[Area], bool]) -> str:
    """Return that no place is left, and which kinds have what is looked for, where the kind that is asked has none."""
    found = dict.fromkeys(area.kind for area in areas() if is_found(area) and area.kind in KINDS)
    kinds = " or ".join(f"--type {each}" for each in found)
    return f"no place matches{f'; try {kinds}' if kind and found and kind not in found else ''}"


def _letters(request: Request, state: str) -> str:
    """Return the letters of a state, as people name it."""
    area = request.catalog().area(state) if state else None
    if state and (area is None or area.kind != "state"):
        raise UsageError(f"--in: “{state}” is not a state; name it like OH or Ohio")
    return area.code if area else ""


def _subject(request: Request, role: str) -> Subject:
    subject = request.catalog().find(role)
    if subject.area:
        raise UsageError(f"places lists every place; for the areas of a state, add --in {subject.area.code}")
    if not subject.official:
        raise CareerError(f"{subject.id} has no occupation, so no official wages; see careercli show {subject.id}")
    return subject


def _is_asked(area: Area, kind: str, state: str) -> bool:
    return kind in ("", area.kind) and (not state or state in area.states.split("-"))


def _has_jobs(place: Place, least: int) -> bool:
    jobs = place.employment
    return not least or (isinstance(jobs, int | float) and jobs >= least)


def _write(
    request: Request, subject: Subject, shown: Sequence[Place], ordered: Sequence[Place], kind: str, state: str,
    per: str, is_adjusted: bool,
) -> None:  # fmt: skip
    shown = shown[: request.limit]
    if request.format != "table" or request.columns:
        _write_rows(request, places.COLUMNS, [place.values() for place in shown])
        return
    from careercli.formats.places_table import as_table
    from careercli.presentation.places import first_in_words, national_median, title

    source, national = newest_with(*PLACES), national_median(subject, per)
    first = [first_in_words(ordered)] if ordered and not request.sort else []
    heading = [title(subject, kind, state, source, national), *first]
    text = as_table(heading, shown, per, is_adjusted, source, table_style(request), not request.no_header)
    write(request, text)


def _write_areas(request: Request, found: Sequence[Area]) -> None:
    as_of = newest_with(*PLACES).as_of
    values: list[RowValues] = [
        dict(zip(_AREA_COLUMNS, (a.code, a.title, a.kind, a.states, parity_in(a, as_of).value), strict=True))
        for a in found
    ]
    ordered = rows.sorted_rows(_AREA_COLUMNS, values, "places", request.sort, request.descending)
    _write_rows(request, _AREA_COLUMNS, ordered[: request.limit])


def _write_rows(request: Request, columns: Sequence[str], values: Sequence[RowValues]) -> None:
    if request.format not in ("json", "ndjson"):
        values = [{name: _as_printed(name, value) for name, value in row.items()} for row in values]
    write_rows(request, rows.chosen(request.columns, columns, "places"), values)


def _as_printed(name: str, value: Value) -> Value:
    """Return a value as its publisher prints it, who gives these two with three decimals."""
    if name in ("price_parity", "jobs_per_1000") and isinstance(value, int | float):
        return f"{value:.3f}"
    return value
