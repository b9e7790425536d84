"""Circles in a graph: nodes that lead to one another, and the shortest way round.

A graph is a mapping of every node to those it leads to, each of which is a key too. A node
that leads to itself alone makes no circle. Nothing here recurses, and all of it takes time in
proportion to the number of steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

Graph = Mapping[str, Iterable[str]]


def cycles(graph: Graph) -> Iterator[list[str]]:
    """One circle for each group of nodes that all lead to one another: `a b c a`.

    It is the shortest through the first node of the group, in the order of `graph`.
    """
    rank = {node: number for number, node in enumerate(graph)}
    for group in groups(graph):
        yield shortest_cycle(min(group, key=rank.__getitem__), graph, group)


def shortest_cycle(start: str, graph: Graph, among: set[str]) -> list[str]:
    """The shortest way from `start` back to it, by others that are `among` these; there must be one."""
    before: dict[str, str] = {}
    ring = [start]
    while start not in before:
        following = []
        for here in ring:
            for there in graph[here]:
                if there in among and there not in before and there != here:
                    before[there] = here
                    following.append(there)
        ring = following
    way = [start]
    while len(way) == 1 or way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]


def groups(graph: Graph) -> list[set[str]]:
    """The groups of more than one node that all lead to one another (Tarjan's algorithm, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    found = []
    for root in graph:
        path = [] if root in index else [(root, iter(graph[root]))]
        while path:
            here, following = path[-1]
            if here not in index:
                index[here] = low[here] = len(index)
                stack.append(here)
                waiting.add(here)
            there = next((each for each in following if each not in index or each in waiting), None)
            if there is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[here])
                if low[here] == index[here]:
                    group: set[str] = set()
                    while here not in group:
                        group.add(stack.pop())
                    waiting -= group
                    found += [group] if len(group) > 1 else []
            elif there in index:
                low[here] = min(low[here], index[there])
            else:
                path.append((there, iter(graph[there])))
    return found
