"""Say what a list of places shows: its title, which place is first, the cells of a row, and what the signs mean."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.compare.places import FEW, FEWEST_JOBS, IMPRECISE, LARGEST_ERROR, Place, not_clear_of_first
from careercli.compare.wage_rows import WageRecord
from careercli.model import fields, numbers
from careercli.model.claims import Claim, Source, Subject
from careercli.presentation.phrases import PRICES_CAVEAT, UNITS, joined_with_and
from careercli.presentation.ranges import Chart, drawn, round_up
from careercli.presentation.sources import name_of

NOT_CLEAR, WIDE = "=", "±"
KINDS = {"state": "by state", "metro": "by metropolitan area", "nonmetro": "by nonmetropolitan area", "": "by place"}
_MOST_NAMED = 3


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
    figure = first.adjusted or first.median
    if figure and figure.bound:
        bounded = [place for place in ordered if (claim := place.adjusted or place.median) and claim.bound]
        return f"Sorted, not ranked: {len(bounded)} places at the publisher's limit come first, their order unknown"
    if not others:
        return f"Sorted, not ranked: {first.area.title} first"
    titles = [place.area.title for place in others[:_MOST_NAMED]]
    more = len(others) - len(titles)
    names = joined_with_and([*titles, f"{more} more"] if more else titles)
    return f"Sorted, not ranked: {first.area.title} first; {names} not clearly lower ({NOT_CLEAR})"


def sign(place: Place) -> str:
    """Return the signs before a row: `=` not clearly below the first, `±` a wage known to no better than a tenth."""
    return (NOT_CLEAR if place.clear == "no" else " ") + (WIDE if IMPRECISE in place.notes else " ")


def cells(place: Place, is_adjusted: bool) -> list[str]:
    """Return the name, median, adjusted median if asked, jobs, and share of jobs of a row, as a person reads them."""
    median = fields.text(place.median) if place.median else fields.UNKNOWN
    prices = [fields.text(place.adjusted) if place.adjusted else fields.UNKNOWN] if is_adjusted else []
    return [place.area.title, median, *prices, _jobs(place), _share(place)]


def headings(is_adjusted: bool) -> list[str]:
    return ["", "median", *(["after prices*"] if is_adjusted else []), "jobs", "share of jobs"]


def chart(places: Sequence[Place], period: str) -> Chart:
    """Return the scale on which the wages of all places are drawn."""
    records = [record(place) for place in places]
    amounts = [
        float(row.claims[name].value or 0) for row in records for name in drawn(row) if name in row.claims
    ]  # fmt: skip
    return Chart(f"US dollars {UNITS[period]}", *round_up(max(amounts, default=1)), [])


def record(place: Place) -> WageRecord:
    """Return a place's wages as they are drawn."""
    return WageRecord(Subject(None, None), {name: claim for name, claim in place.claims.items() if claim.currency})


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
    if error is not None and abs(share - 1) <= 1.96 * error / 100 * share:
        return "about 1"
    return f"{numbers.decimal(numbers.half_up(float(share), 1))} times"
