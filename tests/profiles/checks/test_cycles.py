"""Cycles of random graphs, compared with a brute-force search, and of very long ones."""

import random
from collections.abc import Sequence
from itertools import pairwise

from careercli.profiles.checks.cycles import cycles, shortest_cycle, strongly_connected_components
from tests.quickest import quickest

Graph = dict[str, list[str]]


def test_groups_that_lead_to_one_another_are_those_of_a_brute_force() -> None:
    chance = random.Random(1972)
    for _ in range(1500):
        size = chance.randrange(1, 8)
        nodes = [str(number) for number in range(size)]
        graph = {node: chance.sample(nodes, chance.randrange(min(size, 3) + 1)) for node in nodes}
        assert set(map(frozenset, strongly_connected_components(graph))) == brute_force(graph), graph


def brute_force(graph: Graph) -> set[frozenset[str]]:
    reach = {node: reachable(graph, [node]) for node in graph}
    components = {frozenset(b for b in graph if b == a or (b in reach[a] and a in reach[b])) for a in graph}
    return {component for component in components if len(component) > 1}


def reachable(graph: Graph, start: Sequence[str]) -> set[str]:
    seen: set[str] = set()
    waiting = list(start)
    while waiting:
        for there in graph[waiting.pop()]:
            if there not in seen:
                seen.add(there)
                waiting.append(there)
    return seen


def test_groups_of_a_long_chain_and_a_long_circle() -> None:
    size = 20_000
    steps = {str(n): [str(n + 1)] for n in range(size)}

    def look() -> None:
        assert strongly_connected_components({**steps, str(size): []}) == []
        assert [len(group) for group in strongly_connected_components({**steps, str(size): ["0"]})] == [size + 1]

    assert quickest(look) < 1


def test_a_circle_is_the_shortest_through_the_first_node_of_its_group() -> None:
    chance = random.Random(1972)
    for _ in range(500):
        nodes = [str(number) for number in range(chance.randrange(1, 7))]
        graph = {node: chance.sample(nodes, chance.randrange(len(nodes))) for node in nodes}
        found = list(cycles(graph))
        firsts = {min(group, key=nodes.index) for group in brute_force(graph)}
        assert {way[0] for way in found} == firsts
        assert len(found) == len(firsts)
        for way in found:
            assert way[0] == way[-1]
            assert all(there in graph[here] for here, there in pairwise(way))
            assert len(way) == 1 + steps_back(graph, way[0]), graph


def steps_back(graph: Graph, start: str) -> int:
    """Return the length of the shortest cycle of at least two nodes through `start`."""
    ends, steps = {each for each in graph[start] if each != start}, 1
    while start not in ends:
        ends, steps = {there for here in ends for there in graph[here]}, steps + 1
    return steps


def test_circles_of_one_node_and_none_are_none() -> None:
    assert list(cycles({})) == []
    assert list(cycles({"a": ["a"], "b": []})) == []
    assert list(cycles({"a": ["a", "b"], "b": ["a"]})) == [["a", "b", "a"]]


def test_the_first_node_is_that_of_the_graph_and_not_of_the_alphabet() -> None:
    assert list(cycles({"b": ["a"], "a": ["b"]})) == [["b", "a", "b"]]


def test_the_way_back_keeps_to_the_nodes_it_may_use() -> None:
    graph = {"a": ["b", "c"], "b": ["a"], "c": ["d"], "d": ["a"]}
    assert shortest_cycle("a", graph, {"a", "b", "c", "d"}) == ["a", "b", "a"]
    assert shortest_cycle("a", graph, {"a", "c", "d"}) == ["a", "c", "d", "a"]
