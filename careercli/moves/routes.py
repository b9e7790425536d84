"""Find the best routes through a graph: never a role twice, exactly the best ones, always in the same order.

Backward from the goals, it is found what each node's remaining way costs at least, for each number of steps that
may be left. Forward from the start, routes are then prolonged in the order of what they cost at least in all: the
first that arrives is the best, the second the second best.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Mapping
from operator import add
from typing import NamedTuple

Cost = Callable[[str, str], float | None]
"""What a step from one node to another costs; None where it may not be taken."""

Combine = Callable[[float, float], float]
"""How costs of steps make the cost of a route: operator.add, or max for the worst step."""

NOTHING = float("-inf")
"""The cost of no step, where the worst step counts."""

Ways = Mapping[str, Mapping[str, int]]
"""The nodes that each leads to, each with a weight, which decides between routes of one cost."""


class Route(NamedTuple):
    """The nodes of a route from its start to a goal, and what it costs."""

    nodes: tuple[str, ...]
    cost: float

    @property
    def steps(self) -> list[tuple[str, str]]:
        return list(zip(self.nodes, self.nodes[1:], strict=False))


class Search:
    """Routes from `start` to any of some goals, of at most `most` steps that may be taken.

    `left_out` counts the steps met that may not be taken.
    """

    def __init__(
        self, ways: Ways, start: str, goals: Collection[str], cost: Cost, most: int, combine: Combine = add
    ) -> None:
        self._ways, self._start, self._goals, self._most, self._combine = ways, start, goals, most, combine
        self._nothing = 0 if combine is add else NOTHING
        self._ask = cost
        self._costs: dict[tuple[str, str], float | None] = {}

    def best(self, count: int) -> list[Route]:
        """Return the best routes, at most `count`: the cheapest, of these the lightest, then by name."""
        into: dict[str, list[str]] = {}
        for start, ends in self._ways.items():
            for end in ends:
                into.setdefault(end, []).append(start)
        costs = self._to_go(into, self._cost, self._combine, self._nothing)
        weights = self._to_go(into, self._weight, add, 0)
        return self._prolonged(costs, weights, count)

    @property
    def left_out(self) -> int:
        return sum(cost is None for cost in self._costs.values())

    def reached(self) -> dict[str, int]:
        """Return every node that can be reached in any number of steps, with the fewest steps to it."""
        found, front = {self._start: 0}, [self._start]
        for node in front:
            for end in self._ways.get(node, ()):
                if end not in found and self._cost(node, end) is not None:
                    found[end] = found[node] + 1
                    front.append(end)
        return found

    def _cost(self, start: str, end: str) -> float | None:
        step = start, end
        if step not in self._costs:
            self._costs[step] = self._ask(start, end)
        return self._costs[step]

    def _weight(self, start: str, end: str) -> float | None:
        return None if self._cost(start, end) is None else self._ways[start][end]

    def _to_go(
        self, into: Mapping[str, list[str]], cost: Cost, combine: Combine, nothing: float
    ) -> list[dict[str, float]]:
        """Return, for 0 to `most` steps left, the least cost from each node to a goal."""
        layers: list[dict[str, float]] = [dict.fromkeys(self._goals, nothing)]
        front = list(self._goals)
        for _ in range(self._most):
            before, now, changed = layers[-1], dict(layers[-1]), {}
            for end in front:
                rest = before[end]
                for start in into.get(end, ()):
                    step = cost(start, end)
                    if step is None:
                        continue
                    whole = combine(step, rest)
                    if start not in now or whole < now[start]:
                        now[start] = whole
                        changed[start] = None
            layers.append(now)
            front = list(changed)
        return layers

    def _prolonged(
        self, costs: list[dict[str, float]], weights: list[dict[str, float]], count: int
    ) -> list[Route]:
        found: list[Route] = []
        if self._start not in costs[-1]:
            return found
        heap = [(costs[-1][self._start], weights[-1][self._start], (self._start,), self._nothing, 0.0)]
        while heap and len(found) < count:
            _, _, nodes, cost, weight = heapq.heappop(heap)
            if nodes[-1] in self._goals:
                found.append(Route(nodes, cost))
                continue
            left = self._most - len(nodes)
            for end, light in self._ways.get(nodes[-1], {}).items():
                step = self._cost(nodes[-1], end) if end in costs[left] and end not in nodes else None
                if step is not None:
                    so_far, so_heavy = self._combine(cost, step), weight + light
                    least = self._combine(so_far, costs[left][end]), so_heavy + weights[left][end]
                    heapq.heappush(heap, (*least, (*nodes, end), so_far, so_heavy))
        return found
