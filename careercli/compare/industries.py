"""The wages of an occupation by industry, in the nation."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from careercli.catalog.places import folded
from careercli.compare.wage_rows import WageRecord
from careercli.compare.years import ALL, oews_of
from careercli.errors import CareerError, did_you_mean
from careercli.model import wages
from careercli.model.claims import Source, Subject
from careercli.official import oews, releases
from careercli.store import places
from careercli.store.places import IndustryRow
from careercli.store.reviewed import reviewed

_SECTOR = "sector"
_CODE = re.compile(r"\d\d[0-9A-Z]{0,4}|\d\d-{1,2}\d{2,3}", re.IGNORECASE)
_CODE_OF_SECTOR = re.compile(r"(\d\d)(-\d\d)?")
_WITHOUT = ", excl. "
_SECTOR_TITLE = re.compile(r"Sectors? ([\d, and]+) - ")


class ByIndustry(NamedTuple):
    """The wages of a subject by industry, and a note: what else has its title, or why there are none."""

    records: Sequence[WageRecord] = ()
    note: str = ""
    is_unknown: bool = False
    """True where no industry that employs it is named so."""


class Found(NamedTuple):
    """The industries that a name means, and those of the same title that are finer."""

    rows: Sequence[IndustryRow]
    finer: Sequence[IndustryRow] = ()


def sources_of(as_of: str) -> list[Source]:
    """Return the releases with wages by industry of a year, or of `all`.

    For an empty text they are the newest with sectors, and newer ones, which have finer industries alone. Raises
    CareerError if there are none.
    """
    there = [source for source in oews_of(ALL) if any(releases.has(source, each) for each in releases.INDUSTRIES)]
    if not as_of:
        newest = releases.newest_with("sectors")
        return [source for source in there if source.as_of >= newest.as_of]
    asked = oews_of(as_of)
    found = [source for source in there if source in asked]
    if not found:
        raise CareerError(f"--industry: no wages by industry of {as_of} are here; those of {_years(there)} are")
    return found


def wages_by_industry(subject: Subject, wanted: str, period: str, sources: Sequence[Source]) -> ByIndustry:
    """Return a row for each industry that `wanted` names in each release, or which industries there are."""
    if not subject.official:
        return ByIndustry()
    by_source = {source: places.wages_by_industry(subject.occupation, source) for source in sources}
    found = {source: _named(rows, wanted) for source, rows in by_source.items()}
    if not any(by_source.values()):
        return ByIndustry(note=f"{subject.id}: no wages by industry of {_years(sources)} are here")
    if not any(each.rows for each in found.values()):
        return ByIndustry(note=_unknown(subject.occupation, wanted, by_source), is_unknown=True)
    records = [
        each for source, (rows, _) in found.items() for row in rows for each in _records(subject, row, period, source)
    ]
    note = next((_same_title(wanted, each) for each in found.values() if each.finer), "")
    sectors = _sectors_of(wanted, (row for rows in by_source.values() for row in rows))
    return ByIndustry(records, note or (f"“{wanted}” is also a part of {sectors}" if sectors else ""))


def _named(rows: Sequence[IndustryRow], wanted: str) -> Found:
    """Return the industries of a code, else the coarsest of a whole title, else those with these words in the title."""
    name = folded(wanted)
    if name in (ALL, ""):
        return Found(rows if name else ())
    if _CODE.fullmatch(wanted):
        return Found([row for row in rows if _has_code(row, wanted.upper())])
    same = sorted(
        (row for row in rows if folded(_bare(row)) == name), key=lambda row: (row.level != _SECTOR, row.level)
    )
    if same:
        coarsest = [row for row in same if row.level == same[0].level]
        return Found(coarsest, same[len(coarsest) :])
    return Found([row for row in rows if name in folded(label(row).partition(_WITHOUT)[0])])


def _has_code(row: IndustryRow, wanted: str) -> bool:
    """Return True if a code means an industry: one of NAICS may lack the zeros at its end."""
    if row.level != _SECTOR:
        return len(wanted) > 2 and row.industry == wanted.ljust(6, "0")
    asked, of_sector = _CODE_OF_SECTOR.fullmatch(wanted), _SECTOR_TITLE.match(row.title)
    return wanted == row.industry or bool(asked and of_sector and asked[1] in of_sector[1])


def _bare(row: IndustryRow) -> str:
    return _SECTOR_TITLE.sub("", row.title)


def label(row: IndustryRow) -> str:
    """Return the title of an industry, with the code of a finer one: many are called what their sector is."""
    return row.title if row.level == _SECTOR else f"NAICS {row.industry} - {row.title}".removesuffix(" - ")


def _same_title(wanted: str, found: Found) -> str:
    others = ", ".join(f"--industry {row.industry}" for row in found.finer)
    return f"“{wanted}” is {label(found.rows[0])}; a finer one of this title: {others}"


def _years(sources: Iterable[Source]) -> str:
    return ", ".join(source.as_of[:4] for source in sources)


def _unknown(code: str, wanted: str, by_source: dict[Source, list[IndustryRow]]) -> str:
    """Return in which other years an industry is, else what may be meant, and where the list is."""
    others = [source for source in sources_of(ALL) if source not in by_source]
    there = [each for each in others if _named(places.wages_by_industry(code, each), wanted).rows]
    if there:
        return (
            f"--industry: no wages of {code} in “{wanted}” of {_years(by_source)} are here;"
            f" those of {_years(there)} are: --as-of {there[0].as_of[:4]}"
        )
    rows = next(filter(None, by_source.values()))
    unknown = f"--industry: no industry with {code} is named “{wanted}”"
    sectors = _sectors_of(wanted, rows)
    if sectors:
        return f"{unknown}; it is a part of {sectors}"
    near = did_you_mean(wanted, (*(name for name, _ in reviewed("sectors", "places")), *map(_bare, rows)))
    finer = "" if any(row.level != _SECTOR for row in rows) else ", finer ones come with careercli import"
    return f"{unknown}{near or ';'} --industry all lists the {len(rows)} there are{finer}"


def _sectors_of(wanted: str, rows: Iterable[IndustryRow]) -> str:
    """Return which sectors hold a part of industry with a reviewed name; empty for another name."""
    name = folded(wanted).removesuffix("s")
    parts = (codes.split() for each, codes in reviewed("sectors", "places") if folded(each).removesuffix("s") == name)
    codes, sectors = next(parts, []), {row.title: row for row in rows if row.level == _SECTOR}
    found = [f"{row.title} (--industry {code})" for code in codes for row in sectors.values() if _has_code(row, code)]
    return " and ".join(found)


def _records(subject: Subject, row: IndustryRow, period: str, source: Source) -> Iterator[WageRecord]:
    claims = list(oews.claims(subject.occupation, row.wages, row.marks, source, releases.NATION))
    count = next(claim for claim in claims if claim.field == "employment")
    for each in wages.records(claims, period, blanks=True):
        yield WageRecord(subject, each, count, label(row))
