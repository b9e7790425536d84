"""The O*NET database in its Excel layout (to 30.2) -> rows of figures, names and flags, and no sentence."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from careercli.model.words import normalize, stem
from careercli.official.importers import workbook
from careercli.official.importers.workbook import Record

OCCUPATIONS = {"code": "O*NET-SOC Code", "title": "Title"}
RATINGS = {
    "code": "O*NET-SOC Code", "element_id": "Element ID", "element": "Element Name", "scale": "Scale ID",
    "value": "Data Value", "n": "N", "standard_error": "Standard Error", "suppress": "Recommend Suppress",
    "not_relevant": "Not Relevant", "date": "Date", "source": "Domain Source",
}  # fmt: skip
INTERESTS = {
    "code": "O*NET-SOC Code", "element_id": "Element ID", "element": "Element Name", "scale": "Scale ID",
    "value": "Data Value", "date": "Date", "source": "Domain Source",
}  # fmt: skip
EDUCATION = {
    "code": "O*NET-SOC Code", "category": "Category", "share": "Data Value", "n": "N",
    "standard_error": "Standard Error", "suppress": "Recommend Suppress", "date": "Date", "source": "Domain Source",
}  # fmt: skip
TECHNOLOGIES = {
    "code": "O*NET-SOC Code", "technology": "Example", "hot": "Hot Technology", "in_demand": "In Demand",
}  # fmt: skip
JOB_ZONES = {"code": "O*NET-SOC Code", "zone": "Job Zone", "date": "Date", "source": "Domain Source"}
ALTERNATE_TITLES = {"code": "O*NET-SOC Code", "title": "Alternate Title", "short": "Short Title"}
REPORTED_TITLES = {"code": "O*NET-SOC Code", "title": "Reported Job Title"}
RELATED = {
    "code": "O*NET-SOC Code", "related": "Related O*NET-SOC Code", "tier": "Relatedness Tier", "index": "Index",
}  # fmt: skip
"""Our columns and the headers they are found under, a table each."""

EDUCATION_LEVELS = ("category", "title")
ACTIVITY_STEMS = ("code", "stem", "count")
REQUIRED_EDUCATION = "RL"


def table(archive: Path, name: str) -> Iterator[Record]:
    """Yield the rows of a table, such as `Job Zones`. Raises KeyError where the archive lacks it."""
    with zipfile.ZipFile(archive) as opened:
        paths = {path.rpartition("/")[2]: path for path in opened.namelist()}
        data = opened.read(paths[f"{name}.xlsx"])
    return workbook.records(data)


def rows(records: Iterable[Mapping[str, str]], headers: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the cells under some headers. Raises KeyError where the table lacks one."""
    for record in records:
        yield tuple(record[name] for name in headers.values())


def required_education(records: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield how many percent of those asked name each level of education as required, in the columns EDUCATION."""
    return rows((record for record in records if record["Scale ID"] == REQUIRED_EDUCATION), EDUCATION)


def education_levels(records: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield each level and its name, without the sentence that describes it, in the columns EDUCATION_LEVELS."""
    for record in records:
        if record["Scale ID"] == REQUIRED_EDUCATION:
            yield record["Category"], record["Category Description"].partition(" - ")[0]


def activity_stems(records: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield in how many titles of an occupation's detailed work activities a word stem is, as ACTIVITY_STEMS.

    An activity counts once for an occupation, whatever the number of its tasks; so does a stem in a title.
    """
    activities = {(record["O*NET-SOC Code"], record["DWA ID"]): record["DWA Title"] for record in records}
    for (code, word), count in count_stems((code, title) for (code, _), title in activities.items()).items():
        yield code, word, str(count)


def count_stems(activities: Iterable[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Return in how many titles of an occupation's activities a word stem is, by code and stem."""
    stems: dict[str, set[str]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for code, title in activities:
        if title not in stems:
            stems[title] = {stem(word) for word in re.findall(r"[^\W_]+", normalize(title))}
        counts.update((code, word) for word in stems[title])
    return counts
