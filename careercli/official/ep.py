"""Employment Projections (BLS): a row of a text -> a row of the store -> claims.

Wages that the release repeats from OEWS are left to OEWS. Source: https://www.bls.gov/emp/
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from careercli.model.claims import Claim, Number, Source
from careercli.model.numbers import half_up
from careercli.official.cells import Marks, from_units, in_units


class Projection(NamedTuple):
    """The projection of one occupation: counts in jobs, shares in tenths of a percent; None is not printed."""

    employment_base: int | None
    employment_target: int | None
    openings: int | None
    employment_change: int | None
    self_employed: int | None
    entry_education: str | None
    work_experience: str | None
    on_the_job_training: str | None


class Separations(NamedTuple):
    """How many of a hundred workers leave the labor force, change their occupation, or either, a year; in tenths."""

    exit_rate: int
    transfer_rate: int
    separations_rate: int


NUMBERS = {
    "employment_base": 1000, "employment_target": 1000, "openings": 1000, "employment_change": 10, "self_employed": 10,
}  # fmt: skip
"""Each column of figures, and how many of its units are one of the printed: employment is printed in thousands."""

_TEXTS = ("entry_education", "work_experience", "on_the_job_training")
_NO_FIGURE = "—"


def read(row: Mapping[str, str]) -> tuple[Projection, Marks]:
    """Return the cells of a row of a text, and its marks. Raises ValueError where one cannot be kept exactly."""
    numbers = {column: in_units(row[column], units) for column, units in NUMBERS.items()}
    texts = {column: row[column] if row[column] not in ("", _NO_FIGURE) else None for column in _TEXTS}
    found = Projection._make([*numbers.values(), *texts.values()])
    cells = zip(found._fields, found, strict=True)
    return found, {column: (row[column], None) for column, cell in cells if cell is None and row[column]}


def claims(code: str, row: Projection, source: Source) -> Iterator[Claim]:
    """Yield the projected change in percent, openings a year, and what is typically needed to enter."""
    if row.employment_change is not None:
        change = from_units(row.employment_change, 10)
        base, target = _thousands(row.employment_base), _thousands(row.employment_target)
        note = f"{base} to {target} thousand jobs, self-employed included"
        yield _claim("employment_change", change, str(change), code, source, "change", note)
    if row.openings is not None:
        note = "new jobs and people leaving, a yearly average; printed in thousands"
        yield _claim("openings", row.openings, _thousands(row.openings), code, source, "count", note)
    if row.self_employed is not None:
        share = from_units(row.self_employed, 10)
        yield _claim("self_employed", share, str(share), code, source, "share", "of all who hold such a job")
    for key in _TEXTS:
        text: str | None = getattr(row, key)
        if text is not None:
            yield _claim(key, text, text, code, source)


def openings_rate(code: str, row: Projection, rates: Separations, source: Source) -> Iterator[Claim]:
    """Yield the openings a year per 100 jobs, the mean of base and target employment, to one decimal."""
    jobs = (row.employment_base or 0) + (row.employment_target or 0)
    if row.openings is None or not jobs:
        return
    rate = half_up(200 * row.openings / jobs, 1)
    exits, transfers, leaving = (from_units(each, 10) for each in rates)
    openings, *ends = map(_thousands, (row.openings, row.employment_base, row.employment_target))
    how = f"{openings} thousand openings ÷ the mean of {' and '.join(ends)} thousand jobs"
    note = f"{leaving} of 100 workers leave a year: {exits} the labor force, {transfers} for another occupation"
    found = _claim("openings_rate", rate, "", code, source, "rate", note)
    yield found._replace(basis="calculated", derivation=how)


def why_it_changes(code: str, sentence: str, source: Source) -> Claim:
    """Return the claim of a sentence of our own about why employment changes."""
    note = "what moves its share of the jobs in each industry, beside the growth of the industries themselves"
    found = _claim("why_it_changes", sentence, "", code, source, note=note)
    return found._replace(basis="calculated", derivation="put in our words, after the factors of Table 1.12")


def _thousands(jobs: int | None) -> str:
    """Return jobs as printed, in thousands."""
    return _NO_FIGURE if jobs is None else str(from_units(jobs, 1000))


def _claim(
    field: str, value: Number | str, as_printed: str, code: str, source: Source, statistic: str = "", note: str = ""
) -> Claim:
    return Claim(
        field, value, source, as_printed, statistic=statistic, period="year" if "openings" in field else "",
        area=source.area, as_of=source.as_of, population=code,
        method=source.method, note=note,
    )  # fmt: skip
