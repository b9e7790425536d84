"""The Current Population Survey: rows of the store -> claims about the people of a Census code.

A Census code may hold several occupations, which then share its figures. Source: https://www.bls.gov/cps/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careercli.model.claims import Claim, Source
from careercli.official.cells import printed_number

_NOT_PRINTED = "no data, or a base of under 50,000 workers"
_OVERLAP = "; Hispanic or Latino people may be of any race, so that the shares overlap"
MEASURES = {
    "median_age": ("age", "", "median age", "half of the workers are younger"),
    "women": ("gender", "Women", "share", "percent of the employed"),
    "white": ("race", "White", "share", f"percent of the employed{_OVERLAP}"),
    "black": ("race", "Black or African American", "share", f"percent of the employed{_OVERLAP}"),
    "asian": ("race", "Asian", "share", f"percent of the employed{_OVERLAP}"),
    "hispanic": ("race", "Hispanic or Latino", "share", f"percent of the employed{_OVERLAP}"),
}
"""Each measure: its field, its item, its statistic and what it is."""


def claims(rows: Iterable[tuple[str, int | None, str, str, str]], source: Source) -> Iterator[Claim]:
    """Yield the figures of a Census code: its population is that code and its title."""
    known = {row[0]: row[1:] for row in rows}
    for measure, (field, item, statistic, meaning) in MEASURES.items():
        if measure in known:
            tenths, census, title, soc = known[measure]
            value = printed_number(tenths, 10)
            yield Claim(
                field, value, source, "–" if value is None else str(value), item, statistic=statistic,
                area=source.area, as_of=source.as_of, population=f"Census {census} {title}", method=source.method,
                note=f"{meaning if value is not None else _NOT_PRINTED}; one figure for SOC {soc}",
            )  # fmt: skip
