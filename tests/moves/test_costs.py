"""Steps are measured for routes as they are shown: by the verdicts and by moves.gap."""

from __future__ import annotations

from itertools import product

import pytest

from careercli.compare.medians import change, medians
from careercli.compare.verdicts import verdict
from careercli.model.claims import Occupation
from careercli.moves.costs import Gaps
from careercli.moves.gap import gap_size
from careercli.moves.graph import Graph, Node
from careercli.store import official
from careercli.store.nearest import nearest
from careercli.store.ratings import measures_of_all
from careercli.store.related import alike, gaps

RANKED = {"ranked", "at-least"}


@pytest.mark.parametrize("area", ["US", "OH", "18140"])
def test_the_change_of_the_median_is_that_of_the_verdict(area: str) -> None:
    known = medians(area)
    claims = {
        found.code: next((claim for claim in found.claims if claim.field == "median" and claim.period == "year"), None)
        for found in official.wages_of_all(area)
    }
    pairs = [(code, other) for by_code in alike().values() for code, others in by_code.items() for other in others[::4]]
    # Bounds, groups and “all other” codes are few among them.
    apart = [code for code in claims if code.endswith(("9", "0")) or (code in known and known[code].is_bound)][:60]
    wrong = []
    for one, two in [*pairs, *product(apart, apart)]:
        found = verdict(claims.get(one), claims.get(two))
        expected = found.absolute if found.kind in RANKED else 0 if found.kind in ("unclear", "same") else None
        if change(known.get(one), known.get(two)) != expected:
            wrong.append((one, two, found))
    assert wrong == []


def test_what_is_alike_is_what_onet_lists_nearest_first_and_our_nearest_ten_besides() -> None:
    rows = alike()
    related = [claim.value for claim in (official.occupation("49-2022") or NOTHING).claims if claim.field == "related"]
    listed, near = rows["onet"]["49-2022"], rows["nearest"]["49-2022"]
    assert (listed[: len(related)], len(listed)) == (related, 20)
    assert near == [each.code for each in nearest("49-2022")[:10] if each.code not in listed]


NOTHING = Occupation("", "", "", "", ())


def test_the_gaps_that_are_kept_are_those_of_the_ratings() -> None:
    ratings = measures_of_all()
    for code, known in list(gaps(alike()).items())[::20]:
        for other, gap in known.items():
            is_rated = code in ratings and other in ratings
            expected = gap_size(ratings[code], ratings[other]) * 1000 if is_rated else None
            assert gap == expected or abs((gap or 0) - (expected or 0)) <= 0.51


def make_node(id: str, occupation: str, *alternatives: str, doubtful: bool = False) -> Node:
    return Node(id, occupation, doubtful or bool(alternatives), alternatives, False, ())


def test_the_gap_of_a_doubtful_role_is_its_largest_and_unknown_without_another_reading() -> None:
    roles = [make_node("help", "15-1232"), make_node("unsure", "15-1232", "43-4051"),
             make_node("lost", "15-1232", doubtful=True), make_node("boss", "11-3021")]  # fmt: skip
    known = {"15-1232": {"11-3021": 100}, "43-4051": {"11-3021": 700}}
    sizes = Gaps(Graph(roles, {}), known)
    assert sizes.of("help", ["boss"]) == {"boss": 100}
    assert sizes.of("unsure", ["boss"]) == {"boss": 700}
    assert sizes.of("lost", ["boss"]) == {}
    assert Gaps(Graph(roles, {}), {}).of("help", ["boss"])["boss"] > 1000
