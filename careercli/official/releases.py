"""The official releases that come with the package or were imported, and the newest of each series.

Sources: the addresses of each release.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache, partial

from careercli.model.claims import Source
from careercli.official import sources
from careercli.official.onet_parts import NOT_BUNDLED, PARTS

NATION, NATION_TITLE = "US", "United States"
SPECIALTY = "specialty"
"""The detail of an occupation that O*NET rates within a SOC code."""

_EXPOSURE = "what AI could assist, not what happens to jobs"


ALL: tuple[Source, ...] = (
    sources.oews("2025-05"),
    sources.projections("2024-34"),
    sources.onet("30.2"),
    sources.parities("2024")._replace(release="2024, published 2026-02-19"),
    sources.cpi("2026-08"),
    sources.cps("11b", "2025")._replace(id="cps-2025"),
    sources.cps("11", "2022")._replace(id="cps-2022"),
    Source(
        id="gpts-are-gpts-2024",
        publisher="Eloundou, Manning, Mishkin and Rock",
        title="GPTs are GPTs: Labor market impact potential of LLMs (Science)",
        url="https://github.com/openai/GPTs-are-GPTs",
        release="2024",
        as_of="2024",
        area="US",
        license="MIT, Copyright (c) 2024 OpenAI",
        series="AI exposure",
        caveat=_EXPOSURE,
        note="Two of the study's figures are taken, as printed.",
    ),
    Source(
        id="working-with-ai-2025",
        publisher="Tomlinson, Jaffe, Wang, Counts and Suri",
        title="Working with AI: Measuring the Applicability of Generative AI to Occupations",
        url="https://arxiv.org/abs/2507.07935",
        release="2025",
        as_of="2025",
        area="US",
        license="CC BY 4.0",
        method="model",
        series="AI exposure",
        caveat=_EXPOSURE,
        note="One of the study's figures is taken, as printed (https://creativecommons.org/licenses/by/4.0/).",
    ),
    *(sources.oews(f"{year}-05") for year in (2024, 2023, 2022, 2021)),
    sources.crosswalk("2023-09")._replace(release="as of 2023-09-06"),
    Source(
        id="census-2018-codes",
        publisher="US Census Bureau",
        title="2018 Census Occupation Code List",
        url="https://www.census.gov/topics/employment/industry-occupation/guidance/code-lists.html",
        release="2018, updated 2019-09-26",
        as_of="2019-09",
        area="US",
        license="US public domain",
        series="Census codes",
        note="Which occupations a Census code holds.",
    ),
    Source(
        id="soc-2018-titles",
        publisher=sources.BLS,
        title="Standard Occupational Classification (SOC), Direct Match Title File",
        url="https://www.bls.gov/soc/2018/home.htm",
        release="2018",
        as_of="2017-11",
        area="US",
        license="US public domain",
        series="SOC",
        note="Job titles that belong to one occupation alone.",
    ),
)
"""Every bundled release, in the order their figures are shown in."""

NEWEST_KNOWN = {
    "OEWS": ("2025-05", "May 2025, published 2026-05-15"),
    "EP": ("2025", "2025-35, published 2026-08-27"),
    "O*NET": ("2026-08", "31.0, published August 2026"),
    "RPP": ("2024", "2024, published 2026-02-19"),
    "CPI": ("2026-08", "August 2026"),
    "CPS": ("2025", "2025"),
}
"""The newest release of each series that is known to exist, reviewed by hand: its date, and what it is."""

STALE_MONTHS = 18
"""A release older than this is said to be so."""

TOP_CODES = (("2022", 239_200, 115), ("2016", 208_000, 100), ("2013", 187_200, 90))
"""The least that a top-coded wage of OEWS stands for, since which year, in dollars a year and an hour."""

CODE_SYSTEMS = (("2021", "SOC 2018"), ("2019", "the hybrid of 2019 and 2020"), ("", "SOC 2010"))
"""What the occupation codes of OEWS mean, since which year."""

OF_OCCUPATIONS = ("OEWS", "EP", "O*NET")
"""The series whose figures are those of an occupation."""

BY_ID = {source.id: source for source in ALL}

PLACES = ("states", "metros", "nonmetros")
"""Tables of OEWS that a release of all places has, beside the table `national`."""

INDUSTRIES = ("sectors", "finer_industries")
"""Tables of OEWS by industry: a release may have either."""

PARITIES = ("state_parities", "metro_parities", "portion_parities")
"""Tables of the parities that a release of all places has."""

BUNDLED_TABLES = {
    *(f"onet-30.2.{table}" for part, tables in PARTS.items() if part != NOT_BUNDLED for table in tables),
    *(f"parities-2024.{name}" for name in PARITIES),
    *("cpi-2026-08.months", "cps-2025.ages", "cps-2022.shares", "crosswalk-2023-09.parts"),
    *("gpts-are-gpts-2024.exposure", "working-with-ai-2025.exposure"),
    *("census-2018-codes.census_codes", "soc-2018-titles.direct_titles"),
    *("projections-2024-34.occupations", "projections-2024-34.separations"),
    *(f"oews-2025-05.{name}" for name in (*PLACES, "sectors")),
    *(f"{source.id}.national" for source in ALL if source.series == "OEWS"),
}
"""The tables that come with the package, of those that can be imported too."""

_WHOLE = {"OEWS": ("national",), "EP": ("occupations", "separations"), "RPP": PARITIES}
"""Series of which a release may be imported in part, and the tables that it then needs to be shown."""

_IMPORTED_PROJECTIONS = "Employment Projections, employment and separations by occupation"
"""Tables 1.2 and 1.10, which older releases number otherwise."""

_MADE: dict[str, Callable[[str], Source]] = {
    "oews": sources.oews,
    "onet": sources.onet,
    "projections": lambda years: sources.projections(years)._replace(title=_IMPORTED_PROJECTIONS),
    "parities": sources.parities,
    "cpi": sources.cpi,
    "cps11": partial(sources.cps, "11"),
    "cps11b": partial(sources.cps, "11b"),
    "crosswalk": sources.crosswalk,
    "soc": sources.soc_crosswalk,
}
"""The functions that make the source of a release of each kind from the date in its key."""

_imported: list[Source] = []
_tables: set[str] = set(BUNDLED_TABLES)
"""The names of the tables that are bundled or imported."""


def known() -> tuple[Source, ...]:
    """Return every release that answers: the bundled ones, then those that this user imported, newest first."""
    return (*ALL, *_imported)


def of_key(key: str) -> Source:
    """Return the source of a release that can be imported, such as `oews-2013-05`."""
    kind, _, date = key.partition("-")
    return _MADE[kind](date)


def key_of(table: str) -> str:
    """Return the key of the release that a table is of: `oews-2013-05` of `oews-2013-05.national`."""
    return table.rpartition(".")[0]


def newest_bundled(series: str) -> Source:
    """Return the newest bundled release of a series."""
    return max((source for source in ALL if source.series == series), key=lambda source: source.as_of)


def add_imported(found: Iterable[Source], tables: Iterable[str]) -> None:
    """Let these releases and tables (`oews-2013-05.national`) be known, for as long as the process runs."""
    _imported[:] = sorted(found, key=lambda source: source.as_of, reverse=True)
    _tables.clear()
    _tables.update(BUNDLED_TABLES, tables)
    for cached in (newest, newest_with, parts_shown, of_onet):
        cached.cache_clear()


@contextmanager
def with_imported(found: Iterable[Source], tables: Iterable[str]) -> Iterator[None]:
    """Let other releases and tables be the imported ones for a while."""
    before = list(_imported), set(_tables)
    add_imported(found, tables)
    try:
        yield
    finally:
        add_imported(*before)


@cache
def newest(series: str) -> Source:
    """Return the newest known release of a series that has all its tables. Raises ValueError if there is none.

    Of OEWS it is that of the nation, of the parities one with those of every kind of area.
    """
    if series in _WHOLE:
        return newest_with(*_WHOLE[series])
    return max((source for source in known() if source.series == series), key=lambda source: source.as_of)


@cache
def newest_with(*tables: str) -> Source:
    """Return the newest release that has these tables. Raises ValueError if there is none."""
    return max((source for source in known() if has(source, *tables)), key=lambda source: source.as_of)


def has(source: Source, *tables: str) -> bool:
    """Return True if a release has all these tables."""
    return _tables.issuperset(f"{source.id}.{table}" for table in tables)


def newest_onet(part: str) -> Source:
    """Return the newest release of O*NET that tells of one of its parts. Raises ValueError if there is none."""
    return newest_with(*PARTS[part])


@cache
def of_onet(*parts: str, until: str = "") -> tuple[Source, ...]:
    """Return the releases of O*NET that tell of some parts, by default of all, newest first, each part by one.

    With `until`, a month such as `2025-12`, later releases are left out.
    """
    every = sorted(
        (each for each in known() if each.series == "O*NET" and (not until or each.as_of <= until)),
        key=lambda source: source.as_of, reverse=True,
    )  # fmt: skip
    return tuple(source for source in every if parts_shown(source, tuple(every)).intersection(parts or PARTS))


@cache
def parts_shown(source: Source, among: tuple[Source, ...]) -> frozenset[str]:
    """Return the parts that a release of O*NET tells of: those it has, and no newer one `among` some sources."""
    newer = [each for each in among if each.series == source.series and each.as_of > source.as_of]
    return frozenset(
        part for part, tables in PARTS.items()
        if has(source, *tables) and not any(has(each, *tables) for each in newer)
    )  # fmt: skip


def newest_of_year(series: str, year: str, kind: str) -> Source | None:
    """Return the newest release of a series at or before a year, of OEWS with areas of a kind (`state`), or None."""
    table = {"nation": "national"}.get(kind, f"{kind}s") if series == "OEWS" else ""
    found = (source for source in known() if source.series == series and source.as_of[:4] <= year)
    with_table = (source for source in found if not table or has(source, table))
    return max(with_table, key=lambda source: source.as_of, default=None)


def newest_wages(area: str) -> Source:
    """Return the release whose wages are shown of an area: its places are those of a release that has all places."""
    return newest("OEWS") if area == NATION else newest_with(*PLACES)


def newest_of_each() -> tuple[Source, ...]:
    """Return the newest release of every series that tells of occupations, of O*NET those that do together."""
    return (newest("OEWS"), newest("EP"), *of_onet())


def told_of_occupations(area: str) -> tuple[Source, ...]:
    """Return the releases that an occupation's claims in an area come from, in the order of their claims."""
    return (newest_wages(area), newest("EP"), *of_onet(), *other_sources())


def wages_and_projections() -> tuple[Source, ...]:
    """Return the releases of wages, of the nation and of places, and of projections, in the order of their claims."""
    return tuple(dict.fromkeys((newest("OEWS"), newest_with(*PLACES), newest("EP"))))


def other_sources() -> tuple[Source, ...]:
    """Return the newest release of each series, table and study that tells of occupations or of their places too."""
    studies = (source for source in ALL if source.series == "AI exposure")
    return (newest("RPP"), newest_with("ages"), newest_with("shares"), *studies)


def attribution() -> str:
    """Return what the license of O*NET asks to be said wherever the database is passed on."""
    return sources.onet_note(" and ".join(source.release for source in of_onet()))


def newer(source: Source, today: date) -> str:
    """Return which newer release of its series is known to exist, else that it is old, else an empty text."""
    if source.series not in NEWEST_KNOWN:
        return ""
    imported = max((each for each in known() if each.series == source.series), key=lambda each: each.as_of)
    as_of, name = max(NEWEST_KNOWN[source.series], (imported.as_of, imported.release))
    if as_of > source.as_of:
        return name
    return f"none known; over {STALE_MONTHS} months old" if is_old(source, today) else ""


def is_old(source: Source, today: date) -> bool:
    """Return True if a release is older than STALE_MONTHS; one that names a year alone counts from its end."""
    return _months(source, today) > STALE_MONTHS


def _months(source: Source, today: date) -> int:
    return (today.year - int(source.as_of[:4])) * 12 + today.month - int(source.as_of[5:7] or 12)


def old_ones(today: date) -> list[Source]:
    """Return the releases that answer and are old, of the series of which newer ones appear."""
    answering = dict.fromkeys((*told_of_occupations(NATION), newest_with(*PLACES), newest("CPI")))
    return [source for source in answering if source.series in NEWEST_KNOWN and is_old(source, today)]


def age(source: Source, today: date) -> str:
    """Return how old a release is in words: `30 months old`, or its year if it names no month."""
    if len(source.as_of) < 7:
        return source.as_of or "undated"
    months = _months(source, today)
    return f"{months} month{'' if months == 1 else 's'} old" if months > 0 else source.as_of
