"""Lay out the wages of one occupation over places as rows: sorted, and each held against the first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.compare import wage_rows
from careercli.compare.parity import Parity, adjusted, parity_of_newest
from careercli.compare.verdicts import verdict
from careercli.compare.wage_rows import PlainRow, PlainWages
from careercli.model import fields
from careercli.model.claims import Area, Claim, Number, Occupation, Source, Subject, Value
from careercli.official import oews, releases
from careercli.official.cells import printed_number
from careercli.store import lists, places
from careercli.store.lists import WageRow

COLUMNS = (
    "area", "area_title", "type", "state", "employment", "employment_error", "jobs_per_1000", "location_quotient",
    "p10", "p25", "median", "p75", "p90", "mean", "mean_error", "bound", "price_parity", "adjusted_median",
    "clear_of_first", "note", "as_of", "source",
)  # fmt: skip
STATISTICS = ("p10", "p25", "median", "p75", "p90", "mean")

FEWEST_JOBS, LARGEST_ERROR = 100, 10
"""Jobs below which, and percent of the mean's error above which, a place is never named in a sentence."""

FEW, IMPRECISE = "few", "imprecise"


class Place(NamedTuple):
    """The wages of one occupation in one area, in one period.

    `claims` are by statistic, `employment` among them; `jobs_per_1000` and `location_quotient` are None where
    they are not published, `mean_error` is in percent. `adjusted` is the median in the nation's prices, if asked.
    `clear` is `yes` where the place is clearly below the first of the list, `no` where not, empty where unknown
    and for places with `notes`, which are not ranked.
    """

    area: Area
    claims: Mapping[str, Claim]
    jobs_per_1000: Number | None
    location_quotient: Number | None
    mean_error: Number | None
    parity: Parity | None = None
    adjusted: Claim | None = None
    clear: str = ""

    @property
    def median(self) -> Claim | None:
        return self.claims.get("median")

    @property
    def figure(self) -> Claim | None:
        """Return what the places are ordered by: the adjusted median if asked, else the median."""
        return self.adjusted or self.median

    @property
    def may_be_named(self) -> bool:
        return not self.notes and self.figure is not None and self.figure.value is not None

    @property
    def employment(self) -> Value:
        return self.claims["employment"].value

    @property
    def notes(self) -> list[str]:
        """Return `few` for under 100 jobs or an unknown number, `imprecise` for a mean known to no better than 10 %."""
        jobs, error = self.employment, self.mean_error
        few = not isinstance(jobs, int | float) or jobs < FEWEST_JOBS
        return [*([FEW] if few else []), *([IMPRECISE] if error is None or error > LARGEST_ERROR else [])]

    def values(self) -> dict[str, Value]:
        """Return the row by COLUMNS for programs: numbers, `>=239200` for a bound, None if unknown."""
        shown = {name: claim for name in STATISTICS if (claim := self.claims.get(name))}
        count, first = self.claims["employment"], next(iter(self.claims.values()))
        adjustment = self.adjusted.caveat if self.adjusted and self.adjusted.value is None else ""
        row: dict[str, Value] = {
            "area": self.area.code,
            "area_title": self.area.title,
            "type": self.area.kind,
            "state": self.area.states,
            "employment": count.value,
            "employment_error": count.relative_error_percent,
            "jobs_per_1000": self.jobs_per_1000,
            "location_quotient": self.location_quotient,
            **{name: fields.bounded(claim) for name, claim in shown.items()},
            "mean_error": self.mean_error,
            "bound": self.median.bound if self.median else "",
            "price_parity": self.parity.value if self.parity else None,
            "adjusted_median": fields.bounded(self.adjusted) if self.adjusted else None,
            "clear_of_first": self.clear,
            "note": ", ".join(filter(None, (*self.notes, adjustment))),
            "as_of": first.as_of,
            "source": first.source.id,
        }
        return {name: row.get(name) for name in COLUMNS}


def of_occupation(code: str, kind: str, period: str) -> list[Place]:
    """Return the wages of an occupation in every area of a kind, or of all kinds but the nation if it is empty."""
    source = releases.newest_with(*releases.PLACES)
    return [_place(area, row, source, period) for area, row in _by_area(code, kind)]


def _by_area(code: str, kind: str = "") -> Iterator[tuple[Area, WageRow]]:
    """Yield every area of a kind, or of all kinds but the nation, with the occupation's wages there."""
    by_code = {area.code: area for area in places.areas()}
    for row in places.wages_by_area(code, kind):
        if row.area != releases.NATION:
            yield by_code[row.area], row


def in_every_area(subject: Subject) -> Iterator[Subject]:
    """Yield the subject's occupation in every area but the nation that has its wages, with no other claims."""
    source = releases.newest_with(*releases.PLACES)
    role = subject.role._replace(own=()) if subject.role else None
    for area, row in _by_area(subject.occupation) if subject.official else ():
        claims = tuple(oews.claims(row.code, row.wages, row.marks, source, row.area))
        yield Subject(role, Occupation(row.code, row.title, "detailed", row.family, claims), area)


def rows_everywhere(period: str) -> Iterator[list[PlainRow]]:
    """Yield the wages of every detailed occupation in every area, by code, then area, as they are read."""
    titles = {area.code: area.title for area in places.areas()}
    for code, title, area, record in places.records_of_all_areas(period):
        name = code if area == releases.NATION else f"{code}@{area}"
        yield [wage_rows.official_row(name, title, record, titles[area])]


def plain_wages_everywhere(subjects: Iterable[Subject], period: str) -> Iterator[PlainWages]:
    """Yield the wages of each subject, then of its occupation in every area but the nation, as programs read them."""
    for subject in subjects:
        yield wage_rows.plain(subject, period)
        for area, row in _by_area(subject.occupation) if subject.official else ():
            name, record = f"{subject.id}@{area.code}", lists.record(row, period)
            yield PlainWages(name, subject.title, (), [record], area.title, subject.occupation_caveat)


def _place(area: Area, row: WageRow, source: Source, period: str) -> Place:
    claims = {c.field: c for c in oews.claims(row.code, row.wages, row.marks, source, area.code, [period])}
    per_1000, share, error = row.wages.jobs_per_1000, row.wages.location_quotient, row.wages.mean_prse
    return Place(area, claims, printed_number(per_1000, 1000), printed_number(share, 100), printed_number(error, 10))


def with_prices(some: Iterable[Place]) -> list[Place]:
    """Return the places with their medians adjusted by the price parity of each."""
    found = []
    for place in some:
        parity = parity_of_newest(place.area)
        median = adjusted(place.median, parity) if place.median and place.median.value is not None else None
        found.append(place._replace(parity=parity, adjusted=median))
    return found


def by_median(some: Sequence[Place]) -> list[Place]:
    """Return the places by median, highest first, each held against the first; adjusted medians if there are any.

    Bounds come first, as a group whose order is unknown; places without a figure come last.
    """
    ordered = sorted(some, key=_height, reverse=True)
    first = next((place for place in ordered if place.may_be_named), None)
    return [place if place is first or place.notes else place._replace(clear=_clear(first, place)) for place in ordered]


def not_clear_of_first(ordered: Sequence[Place]) -> tuple[Place | None, list[Place]]:
    """Return the first place that may be named, and those that may be named and are not clearly below it."""
    named = [place for place in ordered if place.may_be_named]
    return (named[0], [place for place in named[1:] if place.clear == "no"]) if named else (None, [])


def _height(place: Place) -> tuple[bool, bool, float]:
    claim = place.figure
    if claim is None or not isinstance(claim.value, int | float):
        return (False, False, 0)
    return (True, bool(claim.bound), claim.value)


def _clear(first: Place | None, place: Place) -> str:
    """Return `yes` if the place is clearly below the first, `no` if it is not clearly, empty if that is unknown."""
    one, two = first.figure if first else None, place.figure
    if one is None or two is None or two.value is None:
        return ""
    kind = verdict(one, two, one.period).kind
    return {"ranked": "yes", "at-least": "yes", "unclear": "no", "same": "no"}.get(kind, "")
