"""Employment Projections (BLS): a row of a release -> claims.

Employment and openings are printed in thousands, `—` is missing. Wages that the release repeats
from OEWS are left to OEWS. Source: https://www.bls.gov/emp/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careercli.model import numbers
from careercli.model.claims import Claim, Number, Source

FILE = "projections-2024-34.tsv"

SOURCE = Source(
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
)

_TEXTS = ("entry_education", "work_experience", "on_the_job_training")


def claims(row: Mapping[str, str], source: Source = SOURCE) -> Iterator[Claim]:
    """Projected change in percent, openings a year, and what is typically needed to enter."""
    change = row["change_percent"]
    if _is_number(change):
        note = f"{row['employment_base']} to {row['employment_target']} thousand jobs, self-employed included"
        yield _claim("employment_change", numbers.read_number(change), change, row, source, "change", note)
    openings = row["openings"]
    if _is_number(openings):
        yearly: Number = numbers.half_up(numbers.read_number(openings) * 1000, 0)
        note = "new jobs and people leaving, a yearly average; printed in thousands"
        yield _claim("openings", yearly, openings, row, source, "count", note)
    for key in _TEXTS:
        if row[key] not in ("", "—"):
            yield _claim(key, row[key], row[key], row, source)


def _claim(
    field: str, value: Number | str, as_printed: str, row: Mapping[str, str], source: Source,
    statistic: str = "", note: str = "",
) -> Claim:  # fmt: skip
    return Claim(
        field, value, source, as_printed, statistic=statistic, period="year" if field == "openings" else "",
        area=source.area, as_of=source.as_of, population=row["soc_code"],
        method=source.method, note=note,
    )  # fmt: skip


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdigit()
