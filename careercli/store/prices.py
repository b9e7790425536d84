"""The questions about prices: regional price parities of places, and the consumer price index.

Raises CareerError from every question where official.sqlite is missing or damaged.
"""

from functools import cache

from careercli.model.claims import Number
from careercli.official import releases
from careercli.official.cells import from_units
from careercli.store import official

_MAY = 5


@cache
def parities(year: int) -> dict[str, tuple[str, Number]]:
    """Return the parity of every area of OEWS that has one in this year, by the area's code; the nation's is 100.

    Beside it is the title of the area that the publisher gives it for, such as the nonmetropolitan portion of Ohio.
    """
    rows = official.rows_of(official.connection(), "parities", release=releases.newest("RPP").id, year=year)
    return {area: (title, from_units(value, 1000)) for area, _, title, value in rows}


@cache
def may_price_indexes() -> dict[int, Number]:
    """Return the CPI-U of May by year, oldest first: OEWS's wages are those of May."""
    rows = official.rows_of(official.connection(), "price indexes", release=releases.newest("CPI").id, month=_MAY)
    return {year: from_units(value, 1000) for year, value in rows}
