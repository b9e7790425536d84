"""Routes through random graphs: never a role twice, never beaten by trying all, always within what is asked."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from careercli.moves.graph import GAP_UNIT, STEP, UNKNOWN_GAP, Ways
from careercli.moves.routes import BY, GAP, STEPS, WAGE, Costs, Nodes, Search

Prices = Mapping[tuple[str, str], int | None]

NAMES = "abcdefg"
PAIRS = [(one, two) for one in NAMES for two in NAMES if one != two]
WEIGHTS = some.dictionaries(some.sampled_from(PAIRS), some.integers(STEP, STEP + 300), max_size=30)
PRICES = some.lists(some.one_of(some.none(), some.integers(-3, 5)), min_size=len(PAIRS), max_size=len(PAIRS))
GOALS = some.sets(some.sampled_from(NAMES[1:]), min_size=1, max_size=2)


def graph_of(weights: Mapping[tuple[str, str], int]) -> Ways:
    return {start: {two: weight for (one, two), weight in weights.items() if one == start} for start in NAMES}


def backward(ways: Ways) -> Ways:
    return {end: {start: ways[start][end] for start in ways if end in ways[start]} for end in NAMES}


def costs(ways: Ways, prices: Prices, by: str) -> Ways:
    """Return what sorts routes; what may not be taken is left out, or too dear."""
    return {end: costs_to(end, starts, prices, by) for end, starts in ways.items()}


def costs_to(end: str, starts: Mapping[str, int], prices: Prices, by: str) -> dict[str, int]:
    paid = {start: price for start in starts if (price := prices[start, end]) is not None}
    if by == WAGE:
        return paid
    if by == STEPS:
        return {start: starts[start] for start in paid}
    return {start: paid.get(start, UNKNOWN_GAP) * GAP_UNIT + starts[start] for start in starts}


def of_steps(known: Ways) -> Costs:
    return lambda end, starts: {start: known[end][start] for start in known.get(end, {}).keys() & starts}


def all_routes(ways: Ways, prices: Prices, goals: Collection[str], most: int, nodes: Nodes = ("a",)) -> Iterator[Nodes]:
    """Yield every route from a to the first goal it meets, of at most `most` steps that may be taken."""
    if nodes[-1] in goals:
        yield nodes
        return
    for end in ways[nodes[-1]] if len(nodes) <= most else ():
        if end not in nodes and prices[nodes[-1], end] is not None:
            yield from all_routes(ways, prices, goals, most, (*nodes, end))


def rank(ways: Ways, prices: Prices, by: str, nodes: Nodes) -> tuple[int, int, Nodes]:
    """Return what sorts a route: its cost, its weight, its names."""
    paid = [prices[step] or 0 for step in pairwise(nodes)]
    cost = {STEPS: len(paid), GAP: sum(paid), WAGE: max(paid)}[by]
    return cost, sum(ways[one][two] for one, two in pairwise(nodes)), nodes


@settings(max_examples=300, deadline=None, derandomize=True)
@given(WEIGHTS, PRICES, GOALS, some.integers(1, 6), some.integers(1, 4), some.sampled_from(BY))
def test_the_best_routes_are_those_that_trying_all_finds(
    weights: Mapping[tuple[str, str], int], paid: list[int | None], goals: set[str], most: int, count: int, by: str
) -> None:
    ways, prices = graph_of(weights), dict(zip(PAIRS, paid, strict=True))
    if by == GAP:  # A gap is never below nothing.
        prices = {step: None if price is None else abs(price) for step, price in prices.items()}
    found = Search(backward(ways), "a", goals, most, by, of_steps(costs(backward(ways), prices, by))).best(count)
    every = sorted(all_routes(ways, prices, goals, most), key=partial(rank, ways, prices, by))
    assert found == every[:count]
    for nodes in found:
        assert len(set(nodes)) == len(nodes) <= most + 1
        assert nodes[0] == "a"
        assert nodes[-1] in goals
        assert all(prices[step] is not None for step in pairwise(nodes))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(WEIGHTS, GOALS)
def test_without_costs_every_step_may_be_taken(weights: Mapping[tuple[str, str], int], goals: set[str]) -> None:
    ways, free = graph_of(weights), dict.fromkeys(PAIRS, 0)
    search = Search(backward(ways), "a", goals, len(NAMES), STEPS, of_steps(backward(ways)))
    every = sorted(all_routes(ways, free, goals, len(NAMES)), key=partial(rank, ways, free, STEPS))
    assert search.best(2) == every[:2]
    assert bool(every) == any(goal in search.reached() for goal in goals)


CHAIN = {"a": {"b": STEP}, "b": {"c": STEP}, "c": {"d": STEP}}


@pytest.mark.parametrize("by", BY)
def test_a_route_that_needs_more_steps_is_not_found(by: str) -> None:
    free = of_steps(costs(backward(CHAIN), dict.fromkeys(PAIRS, 0), by))
    assert Search(backward(CHAIN), "a", ["d"], 2, by, free).best(3) == []
    assert Search(backward(CHAIN), "a", ["d"], 3, by, free).best(3) == [("a", "b", "c", "d")]


def test_what_is_reached_is_told_with_its_fewest_steps() -> None:
    search = Search(backward(CHAIN), "a", ["z"], 1, STEPS, of_steps(backward(CHAIN)))
    assert search.reached() == {"a": 0, "b": 1, "c": 2, "d": 3}
