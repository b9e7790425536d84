"""Find the best routes through a graph: never a role twice, exactly the best ones, always in the same order.

Backward from the goals, it is found what the rest of the way costs at least from each node, for each number of
steps that may be left. Forward from the start, routes are then prolonged in the order of what they cost at least
in all: the first that arrives is the best, the second the second best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from heapq import heappop, heappush
from operator import add

BY = STEPS, GAP, WAGE = "steps", "gap", "wage"
"""The ways in which a route is better: fewer steps, a smaller sum of costs, or a smaller largest cost."""

Ways = Mapping[str, Mapping[str, int]]
"""The nodes that lead to each node, each with a weight: of routes of one cost, the lightest is the best.

A step weighs more than the steps of any other route can weigh less: fewer steps are lighter.
"""

Costs = Callable[[str, Mapping[str, int]], Mapping[str, int]]
"""The costs of the steps to a node from some others, by the other; one that may not be taken is left out."""

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
        self._steps = ways if costs is None else _priced(ways, by, costs)
        self._ends: Callable[[str], list[str]] = cache(self._ends_of)

    def best(self, count: int) -> list[Nodes]:
        """Return the best routes, at most `count`: the cheapest, of these the lightest, then by name."""
        first = [dict.fromkeys(self._goals, _NONE if self._by == WAGE else 0)]
        second = [dict.fromkeys(self._goals, 0)]
        fronts: tuple[Collection[str], Collection[str]] = self._goals, self._goals
        lights = _weighed(self._steps, self._ways) if self._by == WAGE else {}
        found: list[tuple[int, Nodes]] = []
        limit = _MORE
        for steps in range(1, self._most + 1):
            fronts = _extend(first, fronts[0], self._steps, self._by == WAGE, limit), fronts[1]
            if self._by == WAGE:
                fronts = fronts[0], _extend(second, fronts[1], lights, False, _MORE)
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
        return steps_to([self._start], _backward(self._steps))

    def _ends_of(self, node: str) -> list[str]:
        """Return the nodes that a node leads to: few are asked for."""
        return [end for end, starts in self._steps.items() if node in starts]

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
            for end in self._ends(nodes[-1]):
                if end in bounds and end not in nodes:
                    so_far = self._combine(cost, self._steps[end][nodes[-1]])
                    heavy = weight + self._ways[end][nodes[-1]]
                    least = heavy + light[end] if light else 0
                    entry = self._combine(so_far, bounds[end]), least, (*nodes, end), so_far, heavy
                    heappush(heap, entry)
        return found


def steps_to(goals: Iterable[str], ways: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Return every node from which any of some goals can be reached, with the fewest steps to it."""
    found = dict.fromkeys(goals, 0)
    front = list(found)
    for end in front:
        for start in ways.get(end, ()):
            if start not in found:
                found[start] = found[end] + 1
                front.append(start)
    return found


def _backward(ways: Ways) -> Mapping[str, list[str]]:
    """Return the nodes that each node leads to."""
    ends: dict[str, list[str]] = defaultdict(list)
    for end, starts in ways.items():
        for start in starts:
            ends[start].append(end)
    return ends


def _priced(ways: Ways, by: str, costs: Costs) -> Ways:
    """Return the steps that may be taken, each with what sorts routes."""
    priced = {end: costs(end, starts) for end, starts in ways.items()}
    if by == WAGE:
        return priced
    heavier = _HEAVIER if by == GAP else 0
    return {
        end: {start: cost * heavier + ways[end][start] for start, cost in starts.items()}
        for end, starts in priced.items()
    }


def _weighed(steps: Ways, ways: Ways) -> Ways:
    return {end: {start: ways[end][start] for start in starts} for end, starts in steps.items()}


def _extend(bounds: _Bounds, front: Collection[str], steps: Ways, is_largest: bool, limit: int) -> Collection[str]:
    """Add the bounds for one more step to `bounds`, and return the nodes whose bounds are lower now.

    `front` are those that the last step lowered. A bound is the sum of the steps, or the largest if `is_largest`.
    What costs more than `limit` is left out.
    """
    before = bounds[-1]
    now = before.copy()
    bound, too_much = now.get, limit + 1
    lower: dict[str, None] = {}
    for end in front:
        rest = before[end]
        if rest > limit:
            continue
        for start, step in steps.get(end, {}).items():
            whole = step + rest if not is_largest else step if step > rest else rest
            if whole < bound(start, too_much):
                now[start] = whole
                lower[start] = None
    bounds.append(now)
    return lower
