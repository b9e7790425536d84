"""Ask what O*NET says of an occupation's skills: ratings of importance and level, and technologies."""

from typing import NamedTuple

from careercli.official.releases import newest_onet
from careercli.store.official import connection, rows_of

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


def rated_in() -> list[dict[str, str]]:
    """Return which kinds to ask for of which release: skills and knowledge may be of two."""
    found: dict[str, list[str]] = {}
    for kind in ("skills", "knowledge"):
        found.setdefault(newest_onet(kind).id, []).append(kind)
    return [{"release": release, "kinds": " ".join(kinds)} for release, kinds in found.items()]


def ratings(code: str) -> list[Rated]:
    """Return every skill, then every field of knowledge of an occupation; none where O*NET does not rate it."""
    return [Rated._make(row) for asked in rated_in() for row in rows_of(connection(), "rated", code=code, **asked)]


def measures(code: str, least: int = 0) -> list[Measures]:
    """Return the ratings alone of an occupation, of an importance of `least`; none where O*NET does not rate it."""
    return [row for asked in rated_in() for row in rows_of(connection(), "measures", code=code, least=least, **asked)]


def technologies(code: str) -> list[tuple[str, int | None, int]]:
    """Return every technology of an occupation, in demand first: its name, 1 if it is in demand, 1 if it is hot.

    Releases before 28.1 do not print what is in demand: None.
    """
    return rows_of(connection(), "every technology", release=newest_onet("technologies").id, code=code)
