"""Make claims of what AI could assist, by two studies, with the place of each score among occupations.

Sources: https://github.com/openai/GPTs-are-GPTs (Eloundou, Manning, Mishkin and Rock, 2024), and
https://arxiv.org/abs/2507.07935 (Tomlinson, Jaffe, Wang, Counts and Suri, 2025).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careercli.model.claims import Claim, Source
from careercli.official.cells import from_units

_WARNING = "it says what AI could assist, not what happens to jobs"
_TASKS = (
    "share of tasks, 0 to 1, that a language model could halve the time of, those that need more software counted half"
    " (β)"
)
MEASURES = {
    "human_rating_beta": ("rated by people", "opinion", _TASKS),
    "dv_rating_beta": ("rated by GPT-4", "model", _TASKS),
    "ai_applicability_score": (
        "Copilot use", "model",
        "AI applicability score: how often and how well Bing Copilot helped with what the work consists of",
    ),
}  # fmt: skip
"""Each measure: what it is called, its method, and what it measures."""

OCCUPATIONS = 773
"""How many occupations both studies have."""


_PERCENTILE = f"percent of the {OCCUPATIONS} occupations of both studies that score lower"


def claims(code: str, rows: Iterable[tuple[str, float, int]], source: Source) -> Iterator[Claim]:
    """Yield each score of an occupation as printed, and its percentile, which is calculated."""
    known = {measure: (score, percentile) for measure, score, percentile in rows}
    for measure, (name, method, meaning) in MEASURES.items():
        if measure in known:
            score, lower = known[measure]
            claim = Claim(
                "ai_exposure", score, source, repr(score), name, statistic="exposure", area=source.area,
                as_of=source.as_of, population=code, method=method, note=f"{meaning}; {_WARNING}",
            )  # fmt: skip
            yield claim
            yield claim._replace(
                value=from_units(lower, 10), as_printed="", item=f"{name}, percentile", statistic="percentile",
                basis="calculated", derivation=_PERCENTILE,
            )  # fmt: skip
