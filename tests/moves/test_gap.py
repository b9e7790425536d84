"""Which differences between two occupations' ratings are real."""

from itertools import product

import pytest

from careercli.moves.gap import EXTRA, MISSING, SHARED, UNKNOWN, compared, gap_size
from careercli.store.ratings import Measures, Rated, ratings

STATUSES = {
    "above on both scales": ((1, 200, 1000, 200, 1000), (1, 400, 1000, 400, 1000), MISSING),
    "above in level alone": ((1, 400, 1000, 200, 1000), (1, 400, 1000, 400, 1000), MISSING),
    "above in level, below in importance": ((1, 410, 1000, 200, 1000), (1, 400, 1000, 400, 1000), SHARED),
    "above, but not important": ((1, 100, 1000, 100, 1000), (1, 290, 1000, 300, 1000), None),
    "above inside the error": ((1, 300, 5000, 300, 5000), (1, 400, 5000, 400, 5000), SHARED),
    "below, and not important in TO": ((1, 400, 1000, 400, 1000), (1, 200, 1000, 200, 1000), EXTRA),
    "below, and important in both": ((1, 500, 1000, 500, 1000), (1, 400, 1000, 400, 1000), SHARED),
    "no error published": ((1, 200, None, 200, None), (1, 400, 1000, 400, 1000), UNKNOWN),
    "level not relevant in FROM": ((1, 110, 1000, None, 1000), (1, 400, 1000, 400, 1000), MISSING),
    "importance suppressed in FROM": ((1, None, 9000, 200, 1000), (1, 400, 1000, 400, 1000), MISSING),
    "errors of zero, as all raters agree": ((1, 300, 0, 300, 0), (1, 312, 0, 300, 0), MISSING),
}


@pytest.mark.parametrize("case", STATUSES)
def test_an_element_is_missing_only_where_it_is_clearly_above(case: str) -> None:
    one, two, status = STATUSES[case]
    found = compared(one, two)
    assert (found and found.status) == status


def test_the_error_is_that_of_both_ratings() -> None:
    # 1.96 · √(0.1² + 0.1²) = 0.2772
    def at(importance: int) -> Measures:
        return (1, importance, 1000, None, None)

    is_clear = [found.importance.is_clear for to in (327, 328) if (found := compared(at(300), at(to)))]
    assert is_clear == [False, True]


def test_the_size_of_a_gap_adds_clear_differences_as_shares_of_their_scales() -> None:
    one = [(1, 200, 1000, 200, 1000), (2, 300, 5000, 300, 5000), (3, 400, 1000, 400, 1000)]
    two = [(1, 400, 1000, 550, 1000), (2, 350, 5000, 350, 5000), (3, 200, 1000, 200, 1000)]
    assert gap_size(one, two) == pytest.approx(2 / 4 + 3.5 / 7)
    assert gap_size(one, one) == gap_size([], two) == 0


def test_what_is_missing_adds_up_to_the_size_of_the_gap(rated: dict[str, list[Measures]]) -> None:
    known = list(rated.values())[::60]
    for one, two in product(known, known):
        found = [each for pair in zip(one, two, strict=True) if (each := compared(*pair)) and each.status == MISSING]
        scales = [scale for each in found for scale in zip(each[1:], (4, 7), strict=True)]
        shares = [(scale.difference or 0) / points for scale, points in scales if scale.is_clear]
        assert gap_size(one, two) == pytest.approx(sum(shares) / 100)


def test_every_rated_occupation_has_the_same_elements(rated: dict[str, list[Measures]]) -> None:
    assert len(rated) == 894
    assert len({tuple(each[0] for each in of_code) for of_code in rated.values()}) == 1
    assert rated["15-1231"] == sorted(each[:5] for each in ratings("15-1231"))


def test_what_is_suppressed_or_not_relevant_has_no_rating() -> None:
    by_name = {each.name: each for each in ratings("15-1231")}
    transportation = by_name["Transportation"]
    assert (transportation[1:5], transportation.withheld) == ((116, 825, None, 1152), "not relevant")
    assert by_name["Chemistry"].withheld == "suppressed"
    assert by_name["Computers and Electronics"] == Rated(
        by_name["Computers and Electronics"].element, 496, 368, 658, 1557, "knowledge", "Computers and Electronics", "",
        201407, "Incumbent",
    )  # fmt: skip


def test_an_occupation_that_is_not_rated_has_no_ratings() -> None:
    assert ratings("15-1299") == []


def test_only_workers_and_analysts_ratings_have_an_error() -> None:
    rated = (each for code in ("15-1231", "15-1299.08", "11-1011") for each in ratings(code))
    assert {each.rater for each in rated if each.importance_error is not None} == {"Incumbent", "Analyst"}
