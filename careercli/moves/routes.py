"""Find the best routes through a graph: never a role twice, exactly the best ones, always in the same order.

Backward from the goals, it is found what the rest of the way costs at least from each node, for each number of
steps that may be left. Forward from the start, routes are then prolonged in the order of what they cost at least
in all: the first that arrives is the best, the second the second best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from heapq import heappop, heappush
from operator import add

BY = STEPS, GAP, WAGE = "steps", "gap", "wage"
"""The ways in which a route is better: fewer steps, a smaller sum of costs, or a smaller largest cost."""

Costs = Callable[[str, Mapping[str, int]], Mapping[str, int]]
"""The costs of the steps from a node to some others, by the other; one that may not be taken is left out."""

Ways = Mapping[str, Mapping[str, int]]
"""The nodes that each node leads to, each with a weight: of routes of one cost, the lightest is the best.

A step weighs more than the steps of any other route can weigh less: fewer steps are lighter.
"""

Into = Ways
"""The same, the other way around: the nodes that lead to each node."""

Nodes = tuple[str, ...]
"""A route, from its start to a goal."""

_HEAVIER = 10**9
"""More than any route weighs: cost times this plus weight sorts by cost, then by weight."""

_NONE, _MORE = -(10**18), 10**18
"""The largest cost of no steps, less than any, and a cost above any."""

_Bounds = list[dict[str, int]]
"""For each number of steps left, what the way from each node to a goal costs at least."""


class Search:
    """Routes from `start` to any of `goals`, of at most `most` steps that may be taken."""

    def __init__(self, ways: Ways, start: str, goals: Collection[str], most: int, by: str, costs: Costs | None) -> None:
        self._ways, self._start, self._goals, self._most, self._by = ways, start, frozenset(goals), most, by
        self._combine = max if by == WAGE else add
        self._into = _priced(ways, by, costs)

    def best(self, count: int) -> list[Nodes]:
        """Return the best routes, at most `count`: the cheapest, of these the lightest, then by name."""
        first = [dict.fromkeys(self._goals, _NONE if self._by == WAGE else 0)]
        second = [dict.fromkeys(self._goals, 0)]
        fronts: tuple[Collection[str], Collection[str]] = self._goals, self._goals
        lights = _weighed(self._into, self._ways) if self._by == WAGE else {}
        found: list[tuple[int, Nodes]] = []
        limit = _MORE
        for steps in range(1, self._most + 1):
            fronts = _extend(first, fronts[0], self._into, self._combine, limit), fronts[1]
            if self._by == WAGE:
                fronts = fronts[0], _extend(second, fronts[1], lights, add, _MORE)
            if self._start in first[-1] and (limit == _MORE or steps == self._most):
                found = self._prolonged(first, second, count)
                if len(found) == count:
                    # A route of more steps weighs more: where steps alone count, longer ones need not be looked at.
                    if self._by == STEPS:
                        break
                    limit = found[-1][0]  # What costs more than a route that is known need not be followed.
        return [nodes for _, nodes in found]

    def reached(self) -> dict[str, int]:
        """Return every node that can be reached in any number of steps, with the fewest steps to it."""
        return _steps_from([self._start], _backward(self._into))

    def _prolonged(self, first: _Bounds, second: _Bounds, count: int) -> list[tuple[int, Nodes]]:
        """Return the best routes of at most as many steps as there are bounds, each with its cost."""
        found: list[tuple[int, Nodes]] = []
        nothing = _NONE if self._by == WAGE else 0
        heap: list[tuple[int, int, Nodes, int, int]] = [(first[-1][self._start], 0, (self._start,), nothing, 0)]
        while heap and len(found) < count:
            _, _, nodes, cost, weight = heappop(heap)
            if nodes[-1] in self._goals:
                found.append((cost, nodes))
                continue
            bounds, light = first[-1 - len(nodes)], second[-1 - len(nodes)] if self._by == WAGE else None
            for end, more in self._ways.get(nodes[-1], {}).items():
                step = self._into[end].get(nodes[-1]) if end in bounds and end not in nodes else None
                if step is not None:
                    so_far, heavy = self._combine(cost, step), weight + more
                    least = heavy + light[end] if light else 0
                    entry = self._combine(so_far, bounds[end]), least, (*nodes, end), so_far, heavy
                    heappush(heap, entry)
        return found


def steps_to(goals: Iterable[str], ways: Ways) -> dict[str, int]:
    """Return every node from which any of some goals can be reached, with the fewest steps to it."""
    return _steps_from(goals, _backward(ways))


def _steps_from(starts: Iterable[str], ways: Mapping[str, Iterable[str]]) -> dict[str, int]:
    found = dict.fromkeys(starts, 0)
    front = list(found)
    for node in front:
        for end in ways.get(node, ()):
            if end not in found:
                found[end] = found[node] + 1
                front.append(end)
    return found


def _backward(ways: Ways) -> Into:
    """Return the same steps the other way around."""
    into: dict[str, dict[str, int]] = defaultdict(dict)
    for start, ends in ways.items():
        for end, weight in ends.items():
            into[end][start] = weight
    return into


def _priced(ways: Ways, by: str, costs: Costs | None) -> Into:
    """Return the steps that may be taken to each node, each with what sorts routes."""
    if costs is None:
        return _backward(ways)
    into: dict[str, dict[str, int]] = defaultdict(dict)
    heavier, lighter = {STEPS: (0, 1), GAP: (_HEAVIER, 1), WAGE: (1, 0)}[by]
    for start, ends in ways.items():
        for end, cost in costs(start, ends).items():
            into[end][start] = cost * heavier + ends[end] * lighter
    return into


def _weighed(into: Into, ways: Ways) -> Into:
    return {end: {start: ways[start][end] for start in starts} for end, starts in into.items()}


def _extend(
    bounds: _Bounds, front: Collection[str], into: Into, combine: Callable[[int, int], int], limit: int
) -> Collection[str]:
    """Add the bounds for one more step to `bounds`, and return the nodes whose bounds are lower now.

    `front` are those that the last step lowered. What costs more than `limit` is left out.
    """
    before = bounds[-1]
    now = before.copy()
    lower: dict[str, None] = {}
    for end in front:
        rest = before[end]
        for start, step in into.get(end, {}).items():
            whole = combine(step, rest)
            if whole < now.get(start, limit + 1):
                now[start] = whole
                lower[start] = None
    bounds.append(now)
    return lower
