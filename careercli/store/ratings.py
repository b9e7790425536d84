"""Ask what O*NET says of an occupation's skills: ratings of importance and level, and technologies."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from careercli.official.releases import newest
from careercli.store.official import connection, each_row, rows_of

Measures = tuple[int, int | None, int | None, int | None, int | None]
"""The number of an element, its importance, the standard error of that, its level, the standard error of that.

Ratings are in hundredths, errors in ten-thousandths, None where O*NET prints none, advises to suppress the rating,
or finds the level not relevant.
"""


class Rated(NamedTuple):
    """One skill or field of knowledge of an occupation: its Measures, then what it is and who rated it when.

    `kind` is `skills` or `knowledge`; `withheld` says why there is no level: `suppressed`, `not relevant` or empty;
    `rated` is a month such as 201407.
    """

    element: int
    importance: int | None
    importance_error: int | None
    level: int | None
    level_error: int | None
    kind: str
    name: str
    withheld: str
    rated: int
    rater: str

    @property
    def measures(self) -> Measures:
        return self[:5]


def ratings(code: str) -> list[Rated]:
    """Return every skill, then every field of knowledge of an occupation; none where O*NET does not rate it."""
    return [Rated._make(row) for row in rows_of(connection(), "rated", release=newest("O*NET").id, code=code)]


def measures(code: str) -> list[Measures]:
    """Return the ratings alone of an occupation; none where O*NET does not rate it."""
    return rows_of(connection(), "measures", release=newest("O*NET").id, code=code)


def technologies(code: str) -> list[tuple[str, int, int]]:
    """Return every technology of an occupation, in demand first: its name, 1 if it is in demand, 1 if it is hot."""
    return rows_of(connection(), "every technology", release=newest("O*NET").id, code=code)


def measures_of_all() -> dict[str, list[Measures]]:
    """Return the ratings of every rated occupation by code, in the order of elements."""
    rows = each_row(connection(), "measures of all", release=newest("O*NET").id)
    return {code: [row[1:] for row in of_code] for code, of_code in groupby(rows, itemgetter(0))}
