"""O*NET: a row of a release -> claims: job zone, what matters most, technologies hot or in demand.

Skills and knowledge are the ten rated most important, on a scale from 1 (not important) to 5
(extremely important), each occupation rated on its own date; what the publisher suppresses or finds
not relevant is left out. Source: https://www.onetcenter.org/database.html, CC BY 4.0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from careercli.model import numbers
from careercli.model.claims import Claim, Source

FILE = "onet-29-3.tsv"

ATTRIBUTION = (
    "O*NET 29.3 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA),"
    " used under the CC BY 4.0 license (https://creativecommons.org/licenses/by/4.0/). O*NET® is a trademark of"
    " USDOL/ETA. careercli shows a part of it, and has rearranged that part; USDOL/ETA has not approved, endorsed"
    " or tested these changes."
)
"""What the license asks to be said wherever the database is passed on."""

SOURCE = Source(
    id="onet-29-3",
    publisher="US Department of Labor, Employment and Training Administration",
    title="O*NET 29.3 Database",
    url="https://www.onetcenter.org/database.html",
    release="29.3",
    as_of="2025-05",
    area="US",
    license="CC BY 4.0",
    series="O*NET",
    note=ATTRIBUTION,
)

RATED = ("skills", "knowledge")

_RATERS = {
    "Analyst": "analysts",
    "Analyst - Preliminary": "analysts (preliminary)",
    "Analyst - Transition": "analysts (transition)",
    "Incumbent": "workers",
    "Occupational Expert": "experts",
}
_METHODS = {"Incumbent": "survey"}
"""Workers answer a survey; what analysts and experts rate is their opinion."""

_ZONE_NOTE = "how much preparation is needed, from 1 (little or none) to 5 (extensive)"
IN_DEMAND, HOT = "in demand", "hot"
"""What is said of a technology: it is often asked for in this occupation, or in all."""

_MARKS = {"D": IN_DEMAND, "H": HOT}
_SOUGHT_NOTE = "in demand: often asked for in this occupation's job postings; hot: in those of all occupations"


def claims(row: Mapping[str, str], source: Source = SOURCE) -> Iterator[Claim]:
    """The job zone (1 to 5), rated skills and knowledge (importance, 1 to 5), technologies in demand, then hot."""
    said: dict[str, Any] = {"area": source.area, "population": row["code"]}
    if row["job_zone"]:
        zone, date, raters = row["job_zone"].split("|")
        note = f"{_ZONE_NOTE}; set by {_RATERS.get(raters, raters)}"
        yield Claim("job_zone", int(zone), source, zone, as_of=date, method="opinion", note=note, **said)
    for field in RATED:
        if row[field]:
            date, raters, *rated = row[field].split("|")
            yield from (_rating(field, each, raters, source, row["code"], date) for each in rated)
    for each in filter(None, row["technologies"].split("|")):
        name, marks = each.rsplit("=", 1)
        value = ", ".join(_MARKS[mark] for mark in marks)
        yield Claim("technologies", value, source, name, name, as_of=source.as_of, note=_SOUGHT_NOTE, **said)


def _rating(field: str, text: str, raters: str, source: Source, code: str, date: str) -> Claim:
    """One of the ten rated highest: `Troubleshooting=3.12=8=0.295` is its importance, raters and standard error."""
    item, as_printed, people, error = text.rsplit("=", 3)
    value = numbers.read_number(as_printed)
    by = " ".join(filter(None, (people, _RATERS.get(raters, raters))))
    exact = f"; standard error {error}" if error else ""
    return Claim(
        field, value, source, as_printed, item, statistic="importance", area=source.area, as_of=date, population=code,
        method=_METHODS.get(raters, "opinion"),
        relative_error_percent=round(100 * float(error) / value, 2) if error else None,
        note=f"importance, 1 to 5; among the ten highest; rated by {by}{exact}",
    )  # fmt: skip
