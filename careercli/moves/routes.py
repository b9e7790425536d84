"""Find the best routes through a graph: never a role twice, exactly the best ones, always in the same order.

Backward from the goals, it is found what the rest of the way costs at least from each node, for each number of
steps that may be left. Forward from the start, routes are then prolonged in the order of what they cost at least
in all: the first that arrives is the best, the second the second best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Set
from functools import cache
from heapq import heappop, heappush
from operator import add

from careercli.moves.graph import GAP_UNIT, UNKNOWN_GAP, Ways

BY = STEPS, GAP, WAGE = "steps", "gap", "wage"
"""The ways in which a route is better: fewer steps, a smaller sum of costs, or a smaller largest cost."""

Nodes = tuple[str, ...]
"""A route, from its start to a goal."""

CLOSED = UNKNOWN_GAP * GAP_UNIT
"""A step that costs this or more may not be taken; any route costs less."""

_NONE = -CLOSED
"""The largest cost of no steps, less than any."""

Costs = Callable[[str, Mapping[str, int]], Mapping[str, int]]
"""Of some steps to a node, by where they start, those that may be taken, each with what it costs."""

_Steps = Callable[[str], Mapping[str, int]]
"""The steps to a node that may be taken, each with what it costs, by where it starts."""

_Bounds = list[dict[str, int]]
"""For each number of steps left, what the way from each node to a goal costs at least."""


class Search:
    """Routes from `start` to any of `goals`, of at most `most` steps that have one of the `costs`.

    Costs are asked for where a route may pass. The best route has the smallest sum of costs; by WAGE the smallest
    largest cost, then the smallest sum of the weights in `ways`. By weight, fewer steps are always better.
    """

    def __init__(self, ways: Ways, start: str, goals: Collection[str], most: int, by: str, costs: Costs) -> None:
        self._ways, self._start, self._goals, self._most, self._by = ways, start, frozenset(goals), most, by
        self._combine, self._nothing = (max, _NONE) if by == WAGE else (add, 0)
        self._costs = costs
        self._steps: _Steps = cache(lambda end: costs(end, ways.get(end, {})))
        self._ends: Callable[[str], list[str]] = cache(self._ends_of)

    def best(self, count: int) -> list[Nodes]:
        """Return the best routes, at most `count`: the cheapest, of these the lightest, then by name."""
        bounds: _Bounds = [dict.fromkeys(self._goals, self._nothing)]
        front: Collection[str] = self._goals
        found: list[tuple[int, Nodes]] = []
        limit = CLOSED - 1
        for steps in range(1, self._most + 1):
            left = self._most - steps
            near = {self._start, *(self._ends(self._start) if left else ())}
            ways = self._steps if left > 1 else self._steps_from(near)
            front = _extend(bounds, front, ways, self._by == WAGE, limit)
            if self._start in bounds[-1] and (len(found) < count or not left):
                lights = bounds if self._by != WAGE else [] if left else self._lights(len(bounds), limit)
                found = self._prolonged(bounds, lights, count)
                if len(found) == count:
                    # A route of more steps weighs more: where steps alone count, longer ones need not be looked at.
                    if self._by == STEPS:
                        break
                    limit = found[-1][0]  # What costs more than a route that is known need not be followed.
        return [nodes for _, nodes in found]

    def reached(self) -> dict[str, int]:
        """Return every node that can be reached in any number of steps, with the fewest steps to it."""
        ends: dict[str, list[str]] = defaultdict(list)
        for end in self._ways:
            for start, step in self._steps(end).items():
                if step < CLOSED:
                    ends[start].append(end)
        return steps_to([self._start], ends)

    def _ends_of(self, node: str) -> list[str]:
        """Return the nodes that a node leads to: few are asked for."""
        ends = [end for end, starts in self._ways.items() if node in starts]
        return [end for end in ends if self._cost(node, end) < CLOSED]

    def _cost(self, start: str, end: str) -> int:
        return self._costs(end, {start: self._ways[end][start]}).get(start, CLOSED)

    def _steps_from(self, nodes: Set[str]) -> _Steps:
        """Return the steps from some nodes alone: from where a route can be after one step, or none."""

        def steps(end: str) -> Mapping[str, int]:
            starts = self._ways.get(end, {})
            return self._costs(end, {start: starts[start] for start in nodes & starts.keys()})

        return steps

    def _prolonged(self, bounds: _Bounds, lights: _Bounds, count: int) -> list[tuple[int, Nodes]]:
        """Return the best routes of at most as many steps as there are bounds, each with its cost.

        Without `lights`, those of one cost come in any order.
        """
        found: list[tuple[int, Nodes]] = []
        heap: list[tuple[int, int, Nodes, int, int]] = [(0, 0, (self._start,), self._nothing, 0)]
        while heap and len(found) < count:
            _, _, nodes, cost, weight = heappop(heap)
            if nodes[-1] in self._goals:
                found.append((cost, nodes))
                continue
            bound, light = bounds[-1 - len(nodes)], lights[-1 - len(nodes)] if lights else None
            for end in self._ends(nodes[-1]):
                if end in (light or bound) and end not in nodes:
                    so_far = self._combine(cost, self._cost(nodes[-1], end))
                    heavy = weight + self._ways[end][nodes[-1]]
                    least = heavy + light[end] if light else -heavy
                    heappush(heap, (self._combine(so_far, bound[end]), least, (*nodes, end), so_far, heavy))
        return found

    def _lights(self, count: int, limit: int) -> _Bounds:
        """Return what the rest of the way weighs at least if no step costs more than `limit`: `count` bounds."""

        def weights(end: str) -> dict[str, int]:
            return {start: self._ways[end][start] for start, step in self._steps(end).items() if step <= limit}

        lights: _Bounds = [dict.fromkeys(self._goals, 0)]
        front: Collection[str] = self._goals
        while len(lights) < count:
            front = _extend(lights, front, weights, False, CLOSED)
        return lights


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


def _extend(bounds: _Bounds, front: Collection[str], steps: _Steps, is_largest: bool, limit: int) -> Collection[str]:
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
        for start, step in steps(end).items():
            whole = step + rest if not is_largest else step if step > rest else rest
            if whole < bound(start, too_much):
                now[start] = whole
                lower[start] = None
    bounds.append(now)
    return lower
