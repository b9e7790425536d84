"""Employment Projections, Tables 1.2 and 1.10 of 2024-34 -> rows.

Headers name the years, so they are matched by pattern; ep_header.py puts those over several rows into one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

HEADERS = {
    "code": r"\d{4} National Employment Matrix code",
    "title": r"\d{4} National Employment Matrix title",
    "type": r"Occupation type",
    "employment_base": r"Employment, \d{4}",
    "employment_target": r"Employment, \d{4}",
    "employment_change": r"Employment change, percent, .*",
    "self_employed": r"Percent self.employed, \d{4}",
    "openings": r"Occupational openings, .* annual average",
    "entry_education": r"Typical education needed for entry",
    "work_experience": r"Work experience in a related occupation",
    "on_the_job_training": r"Typical on-the-job training needed to attain competency in the occupation",
}
"""The header of each of our columns, as a pattern; employment of the base year stands before that of the target."""

SEPARATIONS = {
    "code": r"\d{4} National Employment Matrix code",
    "exit_rate": r"Labor force exit rate, .* annual average",
    "transfer_rate": r"Occupational transfer rate, .* annual average",
    "separations_rate": r"Total occupational separations rate, .* annual average",
}
"""The same of Table 1.10."""

TITLED_SEPARATIONS = {**SEPARATIONS, "title": HEADERS["title"]}
"""The same with the title, by which codes of before SOC 2018 are joined."""

TYPE = "Occupation type"
"""The header of the column that tells occupations from their sums."""


def rows(records: Iterable[Mapping[str, str]], headers: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield line items and the summaries of broad codes, the cells under some headers; counts are in thousands.

    A broad code's last digit is 0, and not the one before it. Raises ValueError where a column is missing.
    """
    names: list[str] = []
    for record in records:
        names = names or found_names(list(record), headers)
        cells = tuple(record[name] for name in names)
        code = cells[list(headers).index("code")]
        is_broad = code.endswith("0") and not code.endswith("00")
        if record[TYPE] == "Line item" or (record[TYPE] == "Summary" and is_broad):
            yield cells


def found_names(header: list[str], headers: Mapping[str, str]) -> list[str]:
    """Return the names of the header that stand for our columns, each once. Raises ValueError if one is missing."""
    found: list[str] = []
    for column, pattern in headers.items():
        name = next((each for each in header if each not in found and re.fullmatch(pattern, each)), None)
        if name is None:
            raise ValueError(f"no column for {column}: {pattern}")
        found.append(name)
    return found
