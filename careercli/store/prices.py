"""The questions about prices: regional price parities of places, and the consumer price index.

Raises CareerError from every question where official.sqlite is missing or damaged.
"""

from functools import cache
from typing import NamedTuple

from careercli.model.claims import Number
from careercli.official import releases
from careercli.official.cells import from_units
from careercli.store import official

_MAY = 5


class Parity(NamedTuple):
    """Prices of one year against those of the nation, which are 100.

    `price_area` and `title` are the code and title of the area that the publisher gives it for: `18140`, `OH`,
    or `39999`, the nonmetropolitan portion of Ohio.
    """

    year: int
    price_area: str
    title: str
    value: Number


@cache
def parities(year: int) -> dict[str, Parity]:
    """Return the parity of every area of OEWS that has one in this year, by the area's code."""
    rows = official.rows_of(official.connection(), "parities", release=releases.newest("RPP").id, year=year)
    return {area: Parity(year, price_area, title, from_units(value, 1000)) for area, price_area, title, value in rows}


@cache
def may_price_indexes() -> dict[int, Number]:
    """Return the CPI-U of May by year, oldest first: OEWS's wages are those of May."""
    rows = official.rows_of(official.connection(), "price indexes", release=releases.newest("CPI").id, month=_MAY)
    return {year: from_units(value, 1000) for year, value in rows}
