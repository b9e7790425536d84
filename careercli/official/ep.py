"""Employment Projections (BLS): a row of the store -> claims.

Wages that the release repeats from OEWS are left to OEWS. Source: https://www.bls.gov/emp/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from careercli.model import numbers
from careercli.model.claims import Claim, Number, Source


class Projection(NamedTuple):
    """The projection of one occupation: counts in jobs, the change in tenths of a percent; None is not printed."""

    employment_base: int | None
    employment_target: int | None
    openings: int | None
    employment_change: int | None
    entry_education: str | None
    work_experience: str | None
    on_the_job_training: str | None


_TEXTS = ("entry_education", "work_experience", "on_the_job_training")


def claims(code: str, row: Projection, source: Source) -> Iterator[Claim]:
    """Yield the projected change in percent, openings a year, and what is typically needed to enter."""
    if row.employment_change is not None:
        change = numbers.half_up(row.employment_change / 10)
        base, target = _thousands(row.employment_base), _thousands(row.employment_target)
        note = f"{base} to {target} thousand jobs, self-employed included"
        yield _claim("employment_change", change, str(change), code, source, "change", note)
    if row.openings is not None:
        note = "new jobs and people leaving, a yearly average; printed in thousands"
        yield _claim("openings", row.openings, _thousands(row.openings), code, source, "count", note)
    for key in _TEXTS:
        text: str | None = getattr(row, key)
        if text is not None:
            yield _claim(key, text, text, code, source)


def _thousands(jobs: int | None) -> str:
    """Return jobs as printed, in thousands."""
    return "—" if jobs is None else str(numbers.half_up(jobs / 1000, 3))


def _claim(
    field: str, value: Number | str, as_printed: str, code: str, source: Source, statistic: str = "", note: str = ""
) -> Claim:
    return Claim(
        field, value, source, as_printed, statistic=statistic, period="year" if field == "openings" else "",
        area=source.area, as_of=source.as_of, population=code,
        method=source.method, note=note,
    )  # fmt: skip
