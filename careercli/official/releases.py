"""The official releases that come with the package, and the newest of each series.

Sources: https://www.bls.gov/oes/, https://www.bls.gov/emp/, https://www.onetcenter.org/database.html.
"""

from __future__ import annotations

from datetime import date

from careercli.model.claims import Source

NATION = "US"
SPECIALTY = "specialty"
"""The detail of an occupation that O*NET rates within a SOC code."""

_ONET_ATTRIBUTION = (
    "O*NET 29.3 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA),"
    " used under the CC BY 4.0 license (https://creativecommons.org/licenses/by/4.0/). O*NET® is a trademark of"
    " USDOL/ETA. careercli shows a part of it, and has rearranged that part; USDOL/ETA has not approved, endorsed"
    " or tested these changes."
)

ALL: tuple[Source, ...] = (
    Source(
        id="oews-2024-05",
        publisher="US Bureau of Labor Statistics",
        title="Occupational Employment and Wage Statistics (OEWS)",
        url="https://www.bls.gov/oes/",
        release="May 2024",
        as_of="2024-05",
        area="US",
        license="US public domain",
        method="survey",
        series="OEWS",
        caveat="no overtime, bonuses or self-employed",
        note=(
            "Whole occupations, wage and salary workers only: not the self-employed."
            " Wages are without overtime, shift premiums and year-end bonuses."
        ),
    ),
    Source(
        id="projections-2024-34",
        publisher="US Bureau of Labor Statistics",
        title="Employment Projections, Table 1.2",
        url="https://www.bls.gov/emp/",
        release="2024-34",
        as_of="2024",
        area="US",
        license="US public domain",
        method="projection",
        series="EP",
        note="Whole occupations, the self-employed included; education, experience and training are what is typical.",
    ),
    Source(
        id="onet-29-3",
        publisher="US Department of Labor, Employment and Training Administration",
        title="O*NET 29.3 Database",
        url="https://www.onetcenter.org/database.html",
        release="29.3",
        as_of="2025-05",
        area="US",
        license="CC BY 4.0",
        series="O*NET",
        note=_ONET_ATTRIBUTION,
    ),
)
"""Every bundled release, in the order their figures are shown in."""

BY_ID = {source.id: source for source in ALL}


def newest(series: str) -> Source:
    """Return the newest bundled release of a series. Raises ValueError if there is none."""
    return max((source for source in ALL if source.series == series), key=lambda source: source.as_of)


def newest_of_each() -> tuple[Source, ...]:
    """Return the newest release of every series, in the order of ALL."""
    return tuple(source for source in ALL if source == newest(source.series))


def attribution() -> str:
    """Return what the license of O*NET asks to be said wherever the database is passed on."""
    return newest("O*NET").note


def age(source: Source, today: date) -> str:
    """Return how old a release is in words: `30 months old`, or its year if it names no month."""
    if len(source.as_of) < 7:
        return source.as_of or "undated"
    months = (today.year - int(source.as_of[:4])) * 12 + today.month - int(source.as_of[5:7])
    return f"{months} month{'' if months == 1 else 's'} old" if months > 0 else source.as_of
