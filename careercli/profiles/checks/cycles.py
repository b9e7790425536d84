"""Find cycles in a directed graph.

A graph maps every node to its successors, each of which is a key too. A node that leads only to
itself makes no cycle. No function recurses; all take time proportional to the number of edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

Graph = Mapping[str, Iterable[str]]


def cycles(graph: Graph) -> Iterator[list[str]]:
    """Yield one cycle, such as `a b c a`, for each strongly connected component.

    It is the shortest cycle through the component's first node, in the order of `graph`.
    """
    rank = {node: number for number, node in enumerate(graph)}
    for component in strongly_connected_components(graph):
        yield shortest_cycle(min(component, key=rank.__getitem__), graph, component)


def shortest_cycle(start: str, graph: Graph, component: set[str]) -> list[str]:
    """Return the shortest cycle from `start` back to it within its strongly connected component."""
    predecessor: dict[str, str] = {}
    reached = [start]
    for node in reached:
        for successor in graph[node]:
            if successor in component and successor not in predecessor and successor != node:
                predecessor[successor] = node
                reached.append(successor)
    cycle = [start, predecessor[start]]
    while cycle[-1] != start:
        cycle.append(predecessor[cycle[-1]])
    return cycle[::-1]


def strongly_connected_components(graph: Graph) -> list[set[str]]:
    """Return the components of two or more nodes (Tarjan's algorithm, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    components = []
    for root in graph:
        path = [] if root in index else [(root, iter(graph[root]))]
        while path:
            node, successors = path[-1]
            if node not in index:
                index[node] = low[node] = len(index)
                stack.append(node)
            successor = next(successors, None)
            if successor is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == index[node]:
                    component: set[str] = set()
                    while node not in component:
                        component.add(stack.pop())
                    index.update(dict.fromkeys(component, len(graph)))  # complete: no later node belongs to it
                    components.append(component)
            elif successor in index:
                low[node] = min(low[node], index[successor])
            else:
                path.append((successor, iter(graph[successor])))
    return [component for component in components if len(component) > 1]
