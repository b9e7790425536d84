"""Steps are measured for routes as they are shown: by the verdicts and by moves.gap."""

from itertools import product

import pytest

from careercli.compare.medians import change, medians
from careercli.compare.verdicts import verdict
from careercli.model.claims import Occupation
from careercli.moves.costs import Gaps, WageChanges
from careercli.moves.gap import gap_size
from careercli.moves.graph import GAP_UNIT, UNKNOWN_GAP, Graph, Node
from careercli.store import lists, official
from careercli.store.nearest import nearest
from careercli.store.ratings import Measures
from careercli.store.related import alike, weights

RANKED = {"ranked", "at-least"}


@pytest.mark.parametrize("area", ["US", "OH", "18140"])
def test_the_change_of_the_median_is_that_of_the_verdict(area: str) -> None:
    known = medians(area)
    claims = {
        found.code: next((claim for claim in found.claims if claim.field == "median" and claim.period == "year"), None)
        for found in lists.wages_of_all(area)
    }
    pairs = [(start, end) for end, starts in weights().items() for start in list(starts)[::4]]
    # Bounds, groups and “all other” codes are few among them.
    apart = [code for code in claims if code.endswith(("9", "0")) or (code in known and known[code].is_bound)][:60]
    wrong = []
    for one, two in [*pairs, *product(apart, apart)]:
        found = verdict(claims.get(one), claims.get(two))
        expected = found.absolute if found.kind in RANKED else 0 if found.kind in ("unclear", "same") else None
        if change(known.get(one), known.get(two)) != expected:
            wrong.append((one, two, found))
    assert wrong == []


@pytest.mark.parametrize("area", ["US", "18140"])
def test_steps_are_counted_and_cuts_left_out_as_their_falls_say(area: str) -> None:
    paid = make_node("paid", "15-1244")._replace(has_median=True)
    roles = [paid, make_node("help", "15-1232"), make_node("unsure", "15-1232", "43-4051"),
             make_node("lost", "15-1232", doubtful=True), make_node("doctor", "29-1215")]  # fmt: skip
    wages = WageChanges(Graph(roles, alike), area, lambda start, end: len(start) - len(end))
    nodes = [*(role.id for role in roles), "29-1242", "39-9099", "51-2090", *list(weights())[::30]]
    ways = {end: {start: len(start) for start in nodes if start != end} for end in nodes}
    falls = {end: wages.falls(end, starts) for end, starts in ways.items()}
    assert wages.count(ways) == sum(map(len, falls.values()))
    for end, starts in ways.items():
        kept = {start: starts[start] for start, fall in falls[end].items() if fall <= 0}
        assert wages.without_cuts(end, starts) == kept


def test_what_is_alike_is_what_onet_lists_nearest_first_and_our_nearest_ten_besides() -> None:
    related = [claim.value for claim in (official.occupation("49-2022") or NOTHING).claims if claim.field == "related"]
    found = alike("49-2022")
    listed, near = found["onet"], found["nearest"]
    assert (listed[: len(related)], len(listed)) == (related, 20)
    assert near == [each.code for each in nearest("49-2022")[:10] if each.code not in listed]


def test_the_weights_that_are_kept_are_those_of_the_edges(rated: dict[str, list[Measures]]) -> None:
    kept, graph = weights(), Graph([], alike)
    for code in list(rated)[::20]:
        edges = {edge.end: edge.weight for edge in graph.edges(code)}
        assert edges == {end: starts[code] for end, starts in kept.items() if code in starts}


NOTHING = Occupation("", "", "", "", ())


def test_the_gaps_that_are_kept_are_those_of_the_ratings(rated: dict[str, list[Measures]]) -> None:
    kept = weights("gap")
    for end, starts in list(weights().items())[::20]:
        for start, weight in starts.items():
            gap, rest = divmod(kept[end][start], GAP_UNIT)
            is_rated = start in rated and end in rated
            expected = gap_size(rated[start], rated[end]) * 1000 if is_rated else UNKNOWN_GAP
            assert rest == weight
            assert abs(gap - expected) <= 0.51


def make_node(id: str, occupation: str, *alternatives: str, doubtful: bool = False) -> Node:
    return Node(id, occupation, doubtful or bool(alternatives), alternatives, False, ())


def test_the_gap_of_a_doubtful_role_is_its_largest_and_unknown_without_another_reading() -> None:
    roles = [make_node("help", "15-1232"), make_node("unsure", "15-1232", "43-4051"),
             make_node("lost", "15-1232", doubtful=True), make_node("boss", "11-3021")]  # fmt: skip
    graph = Graph(roles, alike)
    gap = Gaps(graph, {"11-3021": {"15-1232": 100 * GAP_UNIT + 1, "43-4051": 700 * GAP_UNIT + 1}}).of
    assert [gap(start, "boss") for start in ("help", "unsure", "lost")] == [100, 700, UNKNOWN_GAP]
    assert Gaps(graph, {}).of("help", "boss") > 1000
