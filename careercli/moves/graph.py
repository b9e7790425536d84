"""Connect roles and occupations: what documents and profiles say leads where, and which occupations are alike.

A role is left by what its profile states and by what is like its occupation. An occupation is left by what is like
it, and by what the profiles of the roles in it state. Likeness leads to occupations, and is no move. It neither leads
to a role whose occupation is doubtful, nor on from one that a route passes; a route may start by its first reading.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from careercli.model.claims import OCCUPATION_CODE

DOCUMENT, PROFILE, ONET, NEAREST = "document", "profile", "onet", "nearest"
"""Who says that an edge leads there: a document, the author of a profile, O*NET's related occupations, our nearest."""

LIKENESS = (ONET, NEAREST)
"""Kinds that are likeness, not moves; the others somebody states."""

_WEIGHTS = {DOCUMENT: 0, PROFILE: 10, ONET: 100, NEAREST: 200}
"""The weight of an edge of each kind where two routes are equal otherwise; likeness adds its rank."""

STEP = 10_000
"""The weight of each step: more than any edge."""

GAP_UNIT = 1_000_000
"""What a thousandth of a real gap adds to the weight of a step: more than any route weighs."""

UNKNOWN_GAP = 10_000_000
"""Thousandths in place of a gap that is not known: more than any route has."""


class Edge(NamedTuple):
    """One way from a role or occupation to another, each by its id or code.

    `role` is the profile that states it: `start`, or a role in the occupation `start`; empty for likeness. `source`
    is the id of the source it names, `title` what it calls the other role. `rank` counts likeness from 1, the nearest.
    """

    start: str
    end: str
    kind: str
    branch: str = ""
    source: str = ""
    role: str = ""
    title: str = ""
    rank: int = 0

    @property
    def weight(self) -> int:
        return STEP + _WEIGHTS[self.kind] + self.rank


class Node(NamedTuple):
    """A role in the graph: its occupation, the other codes it may belong to, and what its profile states.

    `is_doubtful` where its occupation is; `has_median` where a source of its own gives a median.
    """

    id: str
    occupation: str
    is_doubtful: bool
    alternatives: tuple[str, ...]
    has_median: bool
    edges: tuple[Edge, ...]


Ways = dict[str, dict[str, int]]
"""The nodes that lead to each node, each with the weight of the best edge from there, or with weight and gap."""

Gap = Callable[[str, str], int]
"""The real gap between two nodes, in thousandths, or UNKNOWN_GAP; 0 where gaps do not count."""


class Graph:
    """The graph of some roles and of all occupations.

    `alike` returns the occupations that are like one by kind, the nearest first.
    """

    def __init__(self, roles: Iterable[Node], alike: Callable[[str], Mapping[str, Sequence[str]]]) -> None:
        self.roles = {role.id: role for role in roles if not OCCUPATION_CODE.fullmatch(role.id)}
        self._alike = cache(alike)  # Several steps of the routes have one start.
        self._within: dict[str, list[Node]] = {}
        for role in self.roles.values():
            if role.occupation and not role.is_doubtful:
                self._within.setdefault(role.occupation, []).append(role)

    def within(self, code: str) -> list[str]:
        """Return the ids of the roles that are surely in an occupation."""
        return [role.id for role in self._within.get(code, ())]

    def edges(self, start: str) -> Iterator[Edge]:
        """Yield every edge from a role or occupation: what is stated first, then likeness, the nearest first."""
        role = self.roles.get(start)
        code = role.occupation if role else start
        yield from role.edges if role else self._stated_within(code)
        alike = self._alike(code)
        for kind in LIKENESS:
            for rank, other in enumerate(alike.get(kind, ()), 1):
                yield Edge(start, other, kind, rank=rank)

    def _stated_within(self, code: str) -> Iterator[Edge]:
        return (edge._replace(start=code) for role in self._within.get(code, ()) for edge in role.edges)

    def ways(self, start: str, goals: Iterable[str], likeness: Ways, gap: Gap = lambda start, end: 0) -> Ways:
        """Return the ways to each node, for routes from `start` to any goal; `likeness` is between occupations.

        Likeness leads neither back into the occupation of `start`, nor past a goal into the goal's own occupation:
        it leads to the goal. `likeness` itself is changed and returned.
        """
        likeness.pop(self._occupation(start), None)
        for code, goal in {self._occupation(goal): goal for goal in goals if not self._is_doubtful(goal)}.items():
            if code in likeness:
                likeness[goal] = likeness.pop(code)
        passed = {edge.end for role in self.roles.values() for edge in role.edges} & self.roles.keys()
        leading_on = {start, *(id for id in passed if not self._is_doubtful(id))} & self.roles.keys()
        self._add_likeness(likeness, leading_on, gap)
        for code in self._within:
            _add(likeness, code, self._stated_within(code), gap)
        for id in {start, *passed} & self.roles.keys():
            _add(likeness, id, self.roles[id].edges, gap)
        return likeness

    def _add_likeness(self, ways: Ways, ids: Iterable[str], gap: Gap) -> None:
        """Lead on from roles as their occupations do; the gap from a doubtful one is its own."""
        codes = {id: self._occupation(id) for id in ids}
        for end, starts in ways.items():
            for id, code in codes.items():
                if code in starts:
                    weight = starts[code]
                    starts[id] = weight % GAP_UNIT + gap(id, end) * GAP_UNIT if self._is_doubtful(id) else weight

    def _occupation(self, node: str) -> str:
        return self.roles[node].occupation if node in self.roles else node

    def _is_doubtful(self, node: str) -> bool:
        return node in self.roles and self.roles[node].is_doubtful


def _add(ways: Ways, start: str, edges: Iterable[Edge], gap: Gap) -> None:
    """Add edges, each over whatever weighs more."""
    for edge in edges:
        if edge.end != start:
            starts = ways.setdefault(edge.end, {})
            weight = edge.weight + gap(start, edge.end) * GAP_UNIT
            starts[start] = min(weight, starts.get(start, weight))
