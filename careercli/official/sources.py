"""The releases of each series: of each, its source by its number or date.

Those that are bundled are listed in releases.py.

Sources: the addresses of each release.
"""

from __future__ import annotations

from careercli.model.claims import Source

BLS = "US Bureau of Labor Statistics"


def _of_bls(id: str, title: str, url: str, release: str, as_of: str, **others: str) -> Source:
    """Return a release of the nation by BLS, whose figures belong to all."""
    return Source(id, BLS, title, url, release, as_of, "US", "US public domain", **others)


def oews(month: str) -> Source:
    """Return the release of OEWS of a month, which is May: `2025-05`."""
    return _of_bls(
        f"oews-{month}", "Occupational Employment and Wage Statistics (OEWS)", "https://www.bls.gov/oes/",
        f"May {month[:4]}", month, method="survey", series="OEWS", caveat="no overtime, bonuses or self-employed",
        note=(
            "Whole occupations, wage and salary workers only: not the self-employed."
            " Wages are without overtime, shift premiums and year-end bonuses."
        ),
    )  # fmt: skip


def projections(years: str) -> Source:
    """Return the release of the Employment Projections of some years, such as `2024-34`."""
    return _of_bls(
        f"projections-{years}", "Employment Projections, Tables 1.2, 1.10 and 1.12", "https://www.bls.gov/emp/",
        years, years[:4], method="projection", series="EP",
        note="Whole occupations, the self-employed included; education, experience and training are what is typical.",
    )  # fmt: skip


_ONET_ATTRIBUTION = (
    "O*NET {} Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA),"
    " used under the CC BY 4.0 license (https://creativecommons.org/licenses/by/4.0/). O*NET® is a trademark of"
    " USDOL/ETA. careercli shows a part of it, and has rearranged that part; USDOL/ETA has not approved, endorsed"
    " or tested these changes."
)

_ONET_SINCE = 1995
"""The year of O*NET 0.0, had there been one: 30.0 is of August 2025, and three more follow before the next August."""

_ONET_MONTHS = ("08", "11", "02", "05")
_ONET_LATE = {"30.1": "2025-12"}
"""Releases that came in another month than theirs."""


def onet(release: str) -> Source:
    """Return the release of the O*NET database of a number such as `30.2`."""
    return Source(
        id=f"onet-{release}",
        publisher="US Department of Labor, Employment and Training Administration",
        title=f"O*NET {release} Database",
        url="https://www.onetcenter.org/database.html",
        release=release,
        as_of=_onet_date(release),
        area="US",
        license="CC BY 4.0",
        series="O*NET",
        note=onet_note(release),
    )


def onet_note(release: str) -> str:
    """Return what the license of O*NET asks to be said of a release, such as `30.2`, or of several."""
    return _ONET_ATTRIBUTION.format(release)


def _onet_date(release: str) -> str:
    year, part = map(int, release.split("."))
    return _ONET_LATE.get(release) or f"{_ONET_SINCE + year + part // 2}-{_ONET_MONTHS[part]}"


def parities(year: str) -> Source:
    """Return the release of the regional price parities whose last year is this."""
    return Source(
        id=f"parities-{year}",
        publisher="US Bureau of Economic Analysis",
        title="Regional Price Parities by State and Metro Area",
        url="https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
        release=year,
        as_of=year,
        area="US",
        license="US public domain",
        method="survey",
        series="RPP",
        note="Prices of all items against those of the nation, which are 100; every year of this release was revised.",
    )


def cpi(month: str) -> Source:
    """Return the release of the consumer price index whose last month is this, such as `2026-08`."""
    year, _, number = month.partition("-")
    return _of_bls(
        f"cpi-{month}", "Consumer Price Index for All Urban Consumers (CPI-U), all items, not seasonally adjusted",
        "https://www.bls.gov/cpi/", f"{_MONTHS[int(number) - 1]} {year}", month, method="survey", series="CPI",
        note="US city average, 1982-84 being 100.",
    )  # fmt: skip


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_CPS = {
    "11b": ("Employed persons by detailed occupation and age", ""),
    "11": (
        "Employed persons by detailed occupation, sex, race, and Hispanic or Latino ethnicity",
        "Hispanic or Latino people may be of any race",
    ),
}
"""Tables of the CPS, and the caveat of each."""

_ELEVEN_MONTHS = {"2025": "an average of eleven months"}
"""The caveat of a year of the CPS."""


def cps(table: str, year: str) -> Source:
    """Return the release of table 11 or 11b of the CPS of a year."""
    title, caveat = _CPS[table]
    return _of_bls(
        f"cps{table}-{year}", f"Current Population Survey (CPS), Table {table}: {title}",
        "https://www.bls.gov/cps/tables.htm", year, year, method="survey", series="CPS",
        caveat="; ".join(filter(None, (_ELEVEN_MONTHS.get(year), caveat))),
        note="People at work in the occupations of a Census code, the self-employed included.",
    )  # fmt: skip


def crosswalk(month: str) -> Source:
    """Return the crosswalk from O*NET to the National Employment Matrix of a month, such as `2023-09`."""
    return _of_bls(
        f"crosswalk-{month}", "O*NET-SOC to National Employment Matrix Crosswalk",
        "https://www.bls.gov/emp/documentation/crosswalks.htm", f"as of {month}", month, series="crosswalk",
        note="Which O*NET codes belong to an occupation that wages or projections are published for.",
    )  # fmt: skip


def soc_crosswalk(systems: str) -> Source:
    """Return the crosswalk from SOC 2010 to SOC 2018."""
    return _of_bls(
        f"soc-{systems}", "2010 SOC to 2018 SOC Crosswalk", "https://www.bls.gov/soc/2018/crosswalks.htm", "2018",
        "2017-11", series="SOC crosswalk", note="Which codes of SOC 2010 and SOC 2018 are one occupation.",
    )  # fmt: skip
