"""O*NET: rows of the store -> claims: job zone, ratings, education, technologies.

Each occupation is rated on its own date. Source: https://www.onetcenter.org/database.html, CC BY 4.0.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from careercli.model.claims import Claim, Source
from careercli.official.cells import from_units

MOST_RATED = 10
"""How many skills, and fields of knowledge, of an occupation are shown, with all that tie for the last place."""

IMPORTANT = 300
"""Importance from which a skill counts for an occupation, in hundredths: the scale calls 3 “important”."""

_RATERS = {
    "Analyst": "analysts",
    "Analyst - Preliminary": "analysts (preliminary)",
    "Analyst - Transition": "analysts (transition)",
    "Incumbent": "workers",
    "Occupational Expert": "experts",
    "Machine Learning": "machine learning",
    "Machine Learning/Expert": "machine learning and experts",
}
_METHODS = {"Incumbent": "survey", "Machine Learning": "model", "Machine Learning/Expert": "model"}
"""Workers answer a survey; analysts and experts rate by opinion."""

_ZONE_NOTE = "how much preparation is needed, from 1 (little or none) to 5 (extensive)"
IN_DEMAND, HOT = "in demand", "hot"
"""The values of a technology: often asked for in this occupation, or in all."""

MOST_RELATED = 10
"""How many related occupations are shown: the ten of O*NET's two primary tiers."""

_TIERS = {"Primary-Short": "nearest", "Primary-Long": "near", "Supplemental": "further"}
_HIGH_POINTS = ("first", "second", "third")

_SOUGHT_NOTE = "in demand: often asked for in this occupation's job postings; hot: in those of all occupations"


class Rating(NamedTuple):
    """The importance of a skill or a field of knowledge, in hundredths; its error in ten-thousandths.

    `kind` is `skills` or `knowledge`; `rated` is a month such as 201407; `n` is how many rated it.
    """

    kind: str
    element: str
    value: int
    n: int | None
    standard_error: int | None
    rated: int
    rater: str


class Level(NamedTuple):
    """How many say that a level of education is required, in hundredths of a percent; its error in ten-thousandths."""

    title: str
    share: int
    n: int | None
    standard_error: int | None
    rated: int
    rater: str
    suppressed: int | None


class Task(NamedTuple):
    """A task in O*NET's words; `kind` is `Core`, `Supplemental` or empty, `n` how many workers were asked."""

    statement: str
    kind: str
    n: int | None
    rated: int
    rater: str


class Interest(NamedTuple):
    """How well a kind of interest fits (scale OI), in hundredths, or the place of a high point (IH), in hundreds."""

    element: str
    title: str
    scale: str
    value: int
    rated: int
    rater: str


def job_zone(code: str, zone: int, rated: int, rater: str, source: Source) -> Claim:
    """Return the claim of a job zone, 1 to 5."""
    note = f"{_ZONE_NOTE}; set by {_RATERS.get(rater, rater)}"
    return Claim(
        "job_zone", zone, source, str(zone), area=source.area, as_of=month_text(rated), population=code,
        method="opinion", note=note,
    )  # fmt: skip


def rated_in_parts(code: str, parts: Sequence[tuple[str, str]], source: Source) -> Claim:
    """Return that the occupation itself is not rated; `parts` are the codes and titles of those rated in its place."""
    named = ", ".join(f"{part} {title}" for part, title in parts)
    codes = ", ".join(part for part, _ in parts)
    return Claim(
        "job_zone", None, source, area=source.area, as_of=source.as_of, population=code,
        note=f"O*NET rates its parts: {named}", caveat=f"rated in parts: {codes}",
    )  # fmt: skip


def rating(code: str, row: Rating, source: Source) -> Claim:
    """Return the claim of one rating: importance, 1 to 5, with the standard error in percent of it."""
    value = from_units(row.value, 100)
    exact, relative = "", None
    if row.standard_error is not None:
        error = from_units(row.standard_error, 10_000)
        exact, relative = f"; standard error {error}", round(100 * float(error) / value, 2)
    return Claim(
        row.kind, value, source, str(value), row.element, statistic="importance", area=source.area,
        as_of=month_text(row.rated), population=code, method=_METHODS.get(row.rater, "opinion"),
        relative_error_percent=relative,
        note=f"importance, 1 to 5; among the ten highest; rated by {_raters(row.n, row.rater)}{exact}",
    )  # fmt: skip


def required_education(code: str, levels: Sequence[Level], source: Source) -> Iterator[Claim]:
    """Yield the share of each level said to be required, then the levels whose share O*NET advises to suppress."""
    for level in levels:
        if not level.suppressed:
            yield _level(code, level, source)
    withheld = [level for level in levels if level.suppressed]
    if withheld:
        titles = ", ".join(level.title for level in withheld)
        yield _level(code, withheld[0], source)._replace(
            value=None, as_printed="", item="", caveat=f"too uncertain to show: {titles}", relative_error_percent=None,
            note=f"O*NET recommends suppressing the shares of {titles}",
        )  # fmt: skip


def _level(code: str, level: Level, source: Source) -> Claim:
    share = from_units(level.share, 100)
    error = None if level.standard_error is None else round(level.standard_error / level.share, 2)
    return Claim(
        "education_reported", share, source, str(share), level.title, statistic="share", area=source.area,
        as_of=month_text(level.rated), population=code, method=_METHODS.get(level.rater, "opinion"),
        note=f"said to be required by so many of {_raters(level.n, level.rater)}", relative_error_percent=error,
    )  # fmt: skip


def _raters(n: int | None, rater: str) -> str:
    """Return who rated: `38 workers`."""
    return " ".join(filter(None, ("" if n is None else str(n), _RATERS.get(rater, rater))))


def technology(code: str, name: str, in_demand: int | None, hot: int, source: Source) -> Claim:
    """Return the claim of a technology that is in demand, hot or both."""
    return Claim(
        "technologies", sought(in_demand, hot), source, name, name, area=source.area, as_of=source.as_of,
        population=code, note=_SOUGHT_NOTE,
    )  # fmt: skip


def sought(in_demand: int | None, hot: int) -> str:
    """Return where a technology is often asked for: `in demand`, `hot`, `in demand, hot` or nothing."""
    return ", ".join(word for word, is_so in ((IN_DEMAND, in_demand), (HOT, hot)) if is_so)


def interests(code: str, rows: Sequence[Interest], source: Source) -> Iterator[Claim]:
    """Yield the six kinds of interest of Holland's RIASEC, 1 to 7, best first, with the high points among them."""
    points = [row.value // 100 for row in rows if row.scale == "IH"]
    for row in rows:
        if row.scale == "OI":
            place = ord(row.element[-1]) - ord("a") + 1
            high = f"; {_HIGH_POINTS[points.index(place)]} high point" if place in points else ""
            value = from_units(row.value, 100)
            yield Claim(
                "interests", value, source, str(value), row.title, statistic="interest", area=source.area,
                as_of=month_text(row.rated), population=code, method=_METHODS.get(row.rater, "opinion"),
                note=f"how well it fits the work, 1 to 7; rated by {_raters(None, row.rater)}{high}",
            )  # fmt: skip


def task(code: str, row: Task, source: Source) -> Claim:
    """Return the claim of a task."""
    kind = f"{row.kind.lower()} task" if row.kind else "task"
    return Claim(
        "tasks", row.statement, source, row.statement, area=source.area, as_of=month_text(row.rated), population=code,
        method=_METHODS.get(row.rater, "opinion"), note=f"{kind}, said by {_raters(row.n, row.rater)}",
    )  # fmt: skip


def related(code: str, other: str, title: str, tier: str, source: Source) -> Claim:
    """Return the claim of a related occupation, whose value is its code."""
    return Claim(
        "related", other, source, title, _TIERS[tier], area=source.area, as_of=source.as_of, population=code,
        note=f"O*NET's tier {tier}; similarity, not a move",
    )  # fmt: skip


def month_text(number: int) -> str:
    """Return a month such as 201407 as `2014-07`."""
    return f"{number // 100}-{number % 100:02}"
