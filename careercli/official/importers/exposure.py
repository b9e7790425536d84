"""Two studies of what AI could assist -> rows of scores, cells exactly as printed.

Sources: https://github.com/openai/GPTs-are-GPTs (MIT), https://arxiv.org/abs/2507.07935 (CC BY 4.0).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from careercli.model.numbers import half_up

TASKS = {"code": "O*NET-SOC Code", "human_rating_beta": "human_rating_beta", "dv_rating_beta": "dv_rating_beta"}
"""Our columns and the headers of Eloundou et al.: the ratings of people, and of GPT-4."""

USE = {"code": "SOC Code", "ai_applicability_score": "ai_applicability_score"}
"""The same of Tomlinson et al."""


def percentiles(scores: Mapping[str, Mapping[str, float]]) -> dict[tuple[str, str], int]:
    """Return by measure and SOC code how many of the occupations that every measure has score lower, in per mille.

    `scores` are those of each measure by code; the specialties of an occupation are averaged.
    """
    averages = {measure: _averages(by_code) for measure, by_code in scores.items()}
    both = set.intersection(*(set(each) for each in averages.values())) if averages else set()
    found = {}
    for measure, by_code in averages.items():
        ordered = sorted(by_code[code] for code in both)
        for code in both:
            lower = bisect_left(ordered, by_code[code])
            found[measure, code] = int(half_up(1000 * lower / len(both), 0))
    return found


def _averages(by_code: Mapping[str, float]) -> dict[str, float]:
    """Return the mean score of each SOC code, rounded so that equal means are equal."""
    gathered: dict[str, list[float]] = {}
    for code, score in by_code.items():
        gathered.setdefault(code[:7], []).append(score)
    return {code: round(sum(found) / len(found), 9) for code, found in gathered.items()}
