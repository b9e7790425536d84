"""Show an occupation as its publishers had it in an earlier year."""

from __future__ import annotations

from careercli.compare.years import without_place
from careercli.errors import CareerError
from careercli.model.claims import Source, Subject
from careercli.official import releases
from careercli.store import official


def as_of(subject: Subject, year: str) -> Subject:
    """Return the occupation of a subject with the figures of the newest releases of a year or before.

    What a role's own sources say is left out, as hardly any of it is of a year. Raises CareerError where the subject
    has no occupation, or no release has it, or the wages of its place.
    """
    if not subject.official:
        raise CareerError(f"--as-of: {subject.id} has no occupation, and only official figures have years")
    _check_year(year)
    kind = subject.area.kind if subject.area else "nation"
    of_nation = releases.newest_of_year("OEWS", year, "nation")
    if subject.area and of_nation and not releases.newest_of_year("OEWS", year, kind):
        raise without_place(subject.occupation, subject.area, [of_nation])
    area = subject.area.code if subject.area else releases.NATION
    found = official.occupation(subject.occupation, area, releases_of(year, kind))
    if not found or not found.claims:
        raise CareerError(f"--as-of: no release of {year} or before that is here has figures of {subject.id}")
    return Subject(None, found._replace(title=f"{found.title}, as of {year}", as_of=year), subject.area)


def _check_year(year: str) -> None:
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise CareerError(f"--as-of: “{year}” is not a year, such as 2019")
    if year > max(source.as_of[:4] for source in releases.known()):
        raise CareerError(f"--as-of: no release is of {year}")


def releases_of(year: str, kind: str) -> tuple[Source, ...]:
    """Return the newest release of each series at or before a year; of wages, the newest with areas of a kind.

    Raises CareerError where all are later, naming the first year that there is.
    """
    newest = (releases.newest_of_year(series, year, kind) for series in ("OEWS", "EP"))
    found = (*filter(None, newest), *releases.of_onet(until=f"{year}-12"))
    if not found:
        first = min(source.as_of[:4] for source in releases.known() if source.series in releases.OF_OCCUPATIONS)
        raise CareerError(f"--as-of: no release of {year} or before is here; the first is of {first}")
    return found
