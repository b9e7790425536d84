"""How alike things are, each held against every other."""

from math import hypot, pi, sqrt
from random import Random

import pytest

from careercli.model import similarity
from careercli.model.similarity import Standardized, Vector

RANDOM = Random(7)
VECTORS: list[Vector] = [
    {name: RANDOM.random() * 5 for name in RANDOM.sample("abcdefghijkl", RANDOM.randint(1, 12))} for _ in range(30)
]


def test_a_cosine_is_that_of_the_two_vectors() -> None:
    rows = similarity.cosines(VECTORS)
    for one, row in zip(VECTORS, rows, strict=True):
        for other, cosine in zip(VECTORS, row, strict=True):
            product = sum(weight * other.get(name, 0) for name, weight in one.items())
            assert cosine == pytest.approx(product / hypot(*one.values()) / hypot(*other.values()), abs=2e-4)


def test_no_cosine_is_above_one_and_an_empty_vector_has_none() -> None:
    assert max(map(max, similarity.cosines(VECTORS))) <= 1
    assert [list(row) for row in similarity.cosines([{}, {}])] == [[0, 0], [0, 0]]


def test_an_angle_is_below_zero() -> None:
    ((same, right), _) = similarity.angles([{"a": 3.0}, {"b": 5.0}])
    assert same == pytest.approx(0, abs=0.01)
    assert right == pytest.approx(-pi / 2)


def test_steps_count_by_their_square() -> None:
    assert list(similarity.steps([1, 2, 4])[0]) == [0, -1, -9]


def test_a_name_counts_the_more_the_fewer_have_it() -> None:
    counts = [{"all": 1, "three": 4, "two": 1}, {"all": 1, "three": 1, "two": 1}, {"all": 1, "three": 1}, {"all": 1}]
    few = similarity.rare(counts, sqrt)
    assert few[0]["all"] == 0
    assert few[0]["three"] == 2 * few[1]["three"] > 0
    assert "two" not in few[0]


def test_rows_are_standardized_over_the_others_that_are_known() -> None:
    found = similarity.standardized([[9, 1, 2, 3, 0], *[[0.0] * 5] * 4], [True, True, True, True, False])
    assert [found.between(0, other) for other in range(1, 5)] == pytest.approx([-sqrt(1.5), 0, sqrt(1.5), 0])
    assert [found.between(4, other) for other in range(1, 5)] == [0] * 4


def test_what_is_added_is_the_mean_of_both_sides_by_weight() -> None:
    first, second = Standardized([[0, 4], [4, 0]], [1, 2], [0, 0]), Standardized([[0, 8], [0, 0]], [1, 1], [0, 0])
    rows = similarity.weighted([(3, first), (1, second)])
    assert [list(row) for row in rows] == [[0, 5.5], [5.5, 0]]


def test_the_nearest_come_first_without_the_thing_itself() -> None:
    assert similarity.nearest([1, 9, 3, 2], 2, 1) == [2, 3]
    assert similarity.nearest([1, 0, 3, 2], 2, 1) == [2, 3]


def test_what_is_near_to_ones_nearest_comes_nearer() -> None:
    rows = [[0, 4, 1, 1], [4, 0, 3, 0], [1, 3, 0, 0], [1, 0, 0, 0]]
    heard = similarity.with_neighbors(rows, 2, 1.0)
    assert heard[0][2] > heard[0][3]
    assert heard[0][2] == pytest.approx(1 + ((1 + 3) / 2 + (1 + 4) / 2) / 2)
