"""Recognize a study's file of what AI could assist by its header, and check its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from careercli.official.importers import checked, exposure
from careercli.official.importers.checked import Lines
from careercli.official.importers.downloads import Download
from careercli.official.importers.layout import Layout, Table, Unused
from careercli.official.importers.sheets import Row

LOOKED_FOR = "AI exposure (human_rating_beta, or ai_applicability_score)"

_STUDIES = {"gpts-are-gpts-2024": exposure.TASKS, "working-with-ai-2025": exposure.USE}
"""The columns and headers of each study, which has published one release."""

_PARTS = ("SOC Code", "ai_applicability_score_user")
"""Headers of the file of the parts that the score of Tomlinson et al. is made of."""


def _recognizes(first: Sequence[Row]) -> bool:
    known = (*(headers.values() for headers in _STUDIES.values()), _PARTS)
    return any(checked.is_header(row, names) for row in first[:1] for names in known)


def _tables(rows: Iterable[Row], download: Download) -> list[Table]:
    """Return the scores of a study. Raises Unused for the parts of a score, and CareerError for a bad cell."""
    found = iter(rows)
    header = next(found)
    study = next((key for key, names in _STUDIES.items() if checked.is_header(header, names.values())), "")
    if not study:
        raise Unused("the parts of an AI applicability score; careercli shows the score")
    headers, lines = _STUDIES[study], Lines(1)
    _, *scores = headers.values()
    checks = {headers["code"]: checked.specialty, **dict.fromkeys(scores, checked.number())}
    for record in checked.records([header, *found], headers.values(), download.label):
        cells = checked.checked(record, checks).cells
        lines.add([cells[name] for name in headers.values()], record.place)
    return [lines.table(f"{study}.exposure", tuple(headers))]


LAYOUT = Layout(LOOKED_FOR, _recognizes, _tables)
