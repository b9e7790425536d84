"""Say what a list of places shows: its title, which place is first, the cells of a row, and what the signs mean."""

from collections.abc import Sequence

from careercli.catalog.places import city_names, finder, folded
from careercli.compare.places import FEW, FEWEST_JOBS, IMPRECISE, LARGEST_ERROR, Place, not_clear_of_first
from careercli.compare.wage_rows import WageRecord
from careercli.model import fields, numbers
from careercli.model.claims import Area, Claim, Source, Subject
from careercli.official.releases import NATION_TITLE, PLACES, newest_with
from careercli.presentation.page import ComparisonPage, Line
from careercli.presentation.phrases import PRICES_CAVEAT, UNITS, counted, joined_with_and
from careercli.presentation.ranges import BAR, Band, Chart, as_page, scaled
from careercli.presentation.sources import name_of
from careercli.presentation.text_width import width_of

NOT_CLEAR, WIDE = "=", "±"
KINDS = {"state": "by state", "metro": "by metropolitan area", "nonmetro": "by nonmetropolitan area", "": "by place"}
COLUMNS = ("area_title", "median", "adjusted_median", "employment", "location_quotient")
"""Public keys of the cells of a row; the adjusted median only if asked."""
KIND_NAMES = {"nation": "nation", "state": "state", "metro": "metropolitan", "nonmetro": "nonmetropolitan"}
_ORDER = tuple(KIND_NAMES)
_LABELS = {
    "area_title": "place", "median": "median", "adjusted_median": "after prices*", "employment": "jobs",
    "location_quotient": "share",
}  # fmt: skip
_MOST_NAMED = 3
_WIDEST_NAME, _NARROWEST_NAME = 32, 20
_NARROWEST_BAR = 14


def title(subject: Subject, kind: str, state: str, source: Source, national: Claim | None) -> str:
    """Return the heading: the occupation, the kind of places and their state, the release, the national median."""
    what = f"{subject.official.title} ({subject.occupation})" if subject.official else subject.title
    nation = f" · US median {fields.text(national)}" if national else ""
    within = f" in {state}" if state else ""
    return f"{what} {KINDS[kind]}{within} · {name_of(source)}{nation}"


def first_in_words(ordered: Sequence[Place]) -> str:
    """Return which place is first, and which are not clearly lower; rows that may not be named are passed over."""
    first, others = not_clear_of_first(ordered)
    if first is None:
        return "Sorted, not ranked: no place has enough jobs, or a wage known well enough, to be called first"
    if first.figure and first.figure.bound:
        bounded = [place for place in ordered if place.figure and place.figure.bound]
        return f"Sorted, not ranked: {len(bounded)} places at the publisher's limit come first, their order unknown"
    is_first = f"{first.area.title} first{_passed_over(ordered[: ordered.index(first)])}"
    if not others:
        return f"Sorted, not ranked: {is_first}"
    titles = [place.area.title for place in others[:_MOST_NAMED]]
    more = len(others) - len(titles)
    names = joined_with_and([*titles, f"{more} more"] if more else titles)
    return f"Sorted, not ranked: {is_first}; {names} not clearly lower ({NOT_CLEAR})"


def _passed_over(above: Sequence[Place]) -> str:
    """Return that places with the marks of these are passed over: ` of those not marked few`; empty without marks."""
    notes = {note for place in above for note in place.notes}
    marks = [mark for note, mark in ((FEW, FEW), (IMPRECISE, WIDE)) if note in notes]
    return f" of those not marked {' or '.join(marks)}" if marks else ""


def sign(place: Place) -> str:
    """Return the signs before a row: `=` not clearly below the first, `±` a wage known to no better than a tenth."""
    return (NOT_CLEAR if place.clear == "no" else " ") + (WIDE if IMPRECISE in place.notes else " ")


def cells(place: Place, is_adjusted: bool) -> list[str]:
    """Return the name, median, adjusted median if asked, jobs, and share of jobs of a row, as a person reads them."""
    median = fields.text(place.median) if place.median else fields.UNKNOWN
    prices = [fields.text(place.adjusted) if place.adjusted else fields.UNKNOWN] if is_adjusted else []
    return [place.area.title, median, *prices, _jobs(place), _share(place)]


def chart(places: Sequence[Place], period: str) -> Chart:
    """Return the scale on which the wages of all places are drawn."""
    return scaled([record(place) for place in places], period, [])


def record(place: Place, subject: Subject | None = None) -> WageRecord:
    """Return a place's wages as they are drawn, those that are published; of `subject`, if given."""
    wages = {name: claim for name, claim in place.claims.items() if claim.currency}
    published = {name: claim for name, claim in wages.items() if claim.value is not None}
    there = subject._replace(area=place.area) if subject else Subject(None, None)
    return WageRecord(there, published or wages)


def drawing(place: Place, scale: Chart, width: int) -> str:
    """Return a place's wages drawn on the scale; empty where none is published."""
    row = record(place)
    return scale.drawing(row, width) if row.first.value is not None else ""


def evidence(place: Place, subject: Subject) -> tuple[ComparisonPage, Line]:
    """Return the wages of a place as a page with one line, whose evidence can be shown."""
    median = fields.text(place.median) if place.median else ""
    return as_page(Band(median, "", record(place, subject)))


def table(
    shown: Sequence[Place], period: str, is_adjusted: bool, order: tuple[str, bool], room: int, gap: int
) -> tuple[list[tuple[str, str, str, int]], list[tuple[str, ...]]]:
    """Return columns of a key, a heading, a note below it and a width, and rows of cells with the sign first.

    `order` is the key of the column that has an arrow, and True if it descends. `room` is the cells for all columns but
    the sign, with a `gap` before each. The last column is the drawing, `range`, if there is room for one; a long name
    is wrapped to make room.
    """
    keys = [key for key in COLUMNS if is_adjusted or key != "adjusted_median"]
    arrows = {order[0]: "↓" if order[1] else "↑"}
    unit = f"$ {UNITS[period]}"
    labels = [f"{_LABELS[key]} {arrows.get(key, '')}".strip() for key in keys]
    named = {"area_title": name_of(newest_with(*PLACES)), "employment": "", "location_quotient": "of jobs"}
    notes = [named.get(key, unit) for key in keys]
    rows = [cells(place, is_adjusted) for place in shown]
    widths = [max(map(width_of, column)) for column in zip(labels, notes, *rows, strict=True)]
    widths[0] = min(widths[0], _WIDEST_NAME)
    left = room - sum(widths) - gap * (len(widths) + 1)
    spare = max(widths[0] - _NARROWEST_NAME, 0)
    if left < _NARROWEST_BAR <= left + spare:
        widths[0] -= _NARROWEST_BAR - left
        left = _NARROWEST_BAR
    columns = list(zip(keys, labels, notes, widths, strict=True))
    if left < _NARROWEST_BAR:
        return columns, [(sign(place), *row) for place, row in zip(shown, rows, strict=True)]
    bar, scale = min(left, BAR), chart(shown, period)
    drawn_rows = [
        (sign(place), *row, drawing(place, scale, bar)) for place, row in zip(shown, rows, strict=True)
    ]  # fmt: skip
    return [*columns, ("range", scale.ruler(bar), "", bar)], drawn_rows


def national_median(subject: Subject, period: str) -> Claim | None:
    """Return the newest median of OEWS among the claims of a subject in the nation."""
    source = newest_with(*PLACES)
    return next((c for c in subject.claims if (c.field, c.source, c.period) == ("median", source, period)), None)


def order_in_words(ordered: Sequence[Place], sort: str) -> str:
    """Return what may be said of the order: the places are by median, or sorted by another column, `sort`."""
    if not ordered:
        return ""
    return f"Sorted, not ranked: by {_LABELS[sort].rstrip('*')}" if sort else first_in_words(ordered)


def roles_and_place(subjects: Sequence[Subject]) -> str:
    """Return how many roles these are, and where: `2 roles · Ohio`, `noc-tech in 2 places`."""
    places = {subject.area for subject in subjects}
    roles = dict.fromkeys(subject.bare_id for subject in subjects)
    if len(places) == 1:
        return " · ".join([counted(len(roles), "role"), *(area.title for area in places if area)])
    what = next(iter(roles)) if len(roles) == 1 else counted(len(roles), "role")
    return f"{what} in {counted(len(places), 'place')}"


def note_of(subject: Subject, subjects: Sequence[Subject]) -> str:
    """Return the second line of a column's heading: the place alone, if that alone tells the columns apart."""
    if len(subjects) > 1 and len({each.bare_id for each in subjects}) == 1:
        return subject.area.title if subject.area else NATION_TITLE
    return subject.title_and_place


def matching(areas: Sequence[Area], text: str) -> list[Area]:
    """Return the areas that a text finds: those it names first, then by kind and title."""
    wanted, found = folded(text), list(filter(finder(text), areas))

    def order(area: Area) -> tuple[bool, bool, int, str]:
        names = folded(area.code), folded(area.title)
        is_named = wanted in names or wanted in map(folded, city_names(area))
        is_begun = any(name.startswith(wanted) for name in names)
        return not is_named, not is_begun, _ORDER.index(area.kind), area.title

    return sorted(found, key=order)


def legend(places: Sequence[Place], is_adjusted: bool, source: Source) -> list[str]:
    """Return what the signs of the rows mean, and how adjusted wages are calculated."""
    notes = {note for place in places for note in place.notes}
    signs = [f"few: under {FEWEST_JOBS} jobs, or their number is not published"] if FEW in notes else []
    if IMPRECISE in notes:
        signs.append(f"{WIDE} pay known to no better than {LARGEST_ERROR} %")
    lines = ["   ".join(signs)] if signs else []
    year = next((place.parity.year for place in places if place.parity and place.parity.value), None)
    if is_adjusted and year:
        lines.append(
            f"* calculated: wage of {source.release} × 100 ÷ BEA's regional price parity of {year}, to $100;"
            f" {PRICES_CAVEAT}"
        )
    lines.append(f"{source.caveat}; share of jobs: location quotient, times the national share")
    return lines


def _jobs(place: Place) -> str:
    jobs = place.employment
    if not isinstance(jobs, int | float):
        return FEW
    error = place.claims["employment"].relative_error_percent
    about = "about " if error is not None and error > 30 else ""
    return f"{about}{numbers.grouped(jobs)}{' few' if FEW in place.notes else ''}"


def _share(place: Place) -> str:
    """Return the location quotient: `1.4 times`, or `about 1` inside its error; the nation's share is 1."""
    share, error = place.location_quotient, place.claims["employment"].relative_error_percent
    if share is None:
        return fields.UNKNOWN
    if error is not None and abs(share - 1) <= numbers.NORMAL * error / 100 * share:
        return "about 1"
    times = numbers.decimal(numbers.half_up(float(share), 1))
    return "about 1" if times == "1" else f"{times} times"
