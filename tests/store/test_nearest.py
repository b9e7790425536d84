"""The nearest occupations, as they are built."""

import pytest

from careercli.official.releases import newest
from careercli.store import official
from careercli.store.nearest import Likeness, nearest
from careercli.store.similarity import MOST, WEIGHTS

LISTED = """
SELECT 1.0 * count(nearest.rank) / count(*) FROM related LEFT JOIN nearest ON nearest.occupation = related.occupation
    AND nearest.other = related.related AND nearest.rank <= :depth
WHERE related.tier LIKE 'Primary-%' AND related.release = (SELECT id FROM release WHERE key = :release)
"""


def test_the_nearest_come_with_reasons_and_the_publishers_tier() -> None:
    first = nearest("15-1231")[0]
    assert (first.code, first.tier) == ("15-1244", "Primary-Short")
    assert first.reasons == (
        Likeness("titles", "network, LAN"),
        Likeness("knowledge", "Computers and Electronics, Telecommunications"),
    )


@pytest.mark.parametrize("code", ["15-1231", "29-1141", "53-7062", "15-1299.08"])
def test_the_nearest_are_forty_others_in_order(code: str) -> None:
    found = nearest(code)
    assert len({each.code for each in found} - {code}) == len(found) == MOST
    assert [each.similarity for each in found] == sorted((each.similarity for each in found), reverse=True)


def test_every_occupation_that_is_rated_has_neighbors_and_no_other() -> None:
    asked = "SELECT (SELECT count(DISTINCT occupation) FROM nearest), (SELECT count(DISTINCT occupation) FROM job_zone)"
    assert official.connection().execute(asked).fetchone() == (923, 923)
    assert nearest("31-1120") == nearest("99-9999") == ()


def test_the_reasons_are_of_two_kinds_that_count() -> None:
    asked = (
        "SELECT one.kind, two.kind, count(*), min(one.words <> '' AND coalesce(two.words, 'none') <> '') FROM nearest"
        " JOIN likeness AS one ON one.id = first_reason"
        " LEFT JOIN likeness AS two ON two.id = second_reason GROUP BY 1, 2"
    )
    single = 0
    for one, two, count, is_said in official.connection().execute(asked):
        assert is_said
        assert one != two
        assert {one, two} <= WEIGHTS.keys() | {None}
        single += count if two is None else 0
    assert single == 2


@pytest.mark.parametrize(("depth", "least"), [(10, 0.61), (20, 0.80)])
def test_what_the_publisher_lists_first_is_among_the_nearest(depth: int, least: float) -> None:
    asked = {"depth": depth, "release": newest("O*NET").id}
    ((share,),) = official.connection().execute(LISTED, asked)
    assert share >= least
