"""Answer where a role leads to, and how to get from one to another, with the profiles of a catalog."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from careercli.catalog.catalog import Catalog
from careercli.model.claims import Area, Subject, is_own
from careercli.moves.graph import DOCUMENT, PROFILE, Edge, Graph, Node, Ways
from careercli.moves.routes import CLOSED, GAP, STEPS, WAGE, Costs, Search, steps_to
from careercli.moves.steps import Step, median_change, step
from careercli.official.releases import NATION
from careercli.profiles.prospects import NextRole
from careercli.store.related import alike, weights

if TYPE_CHECKING:
    from careercli.moves.costs import WageChanges

MOST_SHOWN = 10
"""Occupations of each kind of likeness among the next steps: the nearest."""


class Wanted(NamedTuple):
    """The routes that are asked for: by one of BY, at most `most` steps, at most `routes` routes."""

    by: str = STEPS
    no_pay_cut: bool = False
    most: int = 6
    routes: int = 3


class Found(NamedTuple):
    """The routes, best first.

    `steps` counts all steps of the graph; those `without_wage`, whose medians may not be compared, and `without_gap`,
    whose real gap is not known, are left out where these are asked for. Without a route, `fewest` is the number of
    steps it would take, 0 where none leads there, and `nearest` what can be reached that is nearest, or None.
    """

    routes: tuple[tuple[Step, ...], ...]
    steps: int = 0
    without_wage: int = 0
    without_gap: int = 0
    fewest: int = 0
    nearest: Subject | None = None


class Paths:
    """The steps and routes between the roles of a catalog and all occupations, with the wages of an area.

    Of an occupation's claims only those of releases.wages_and_projections are needed.
    """

    def __init__(self, catalog: Catalog, area: Area | None) -> None:
        self._catalog, self._code = catalog, area.code if area else NATION
        self._subject: Callable[[str], Subject | None] = cache(lambda node: catalog.with_id(node, area))

    @cached_property
    def graph(self) -> Graph:
        """The graph of all profiles and occupations."""
        nodes = [
            Node(row.role, row.occupation, bool(row.caveat), prospects.alternatives, prospects.has_median,
                 tuple(_edge(row.role, each) for each in prospects.next_roles))
            for row, prospects in self._catalog.prospects()
        ]  # fmt: skip
        return Graph(nodes, alike)

    def next_steps(self, subject: Subject) -> list[Step]:
        """Return every step from a role or occupation: what is stated, by branch, then likeness, nearest first."""
        start = subject.bare_id
        edges = [edge for edge in self.graph.edges(start) if edge.rank <= MOST_SHOWN]
        return [self._step(edge) for edge in edges]

    def routes(self, start: Subject, end: Subject, wanted: Wanted) -> Found:
        """Return the best routes from one role or occupation to another."""
        goals = self._goals(end)
        ways = self._ways(start.bare_id, goals, wanted.by)
        wages = self._wages() if wanted.by == WAGE or wanted.no_pay_cut else None
        costs = _costs(wages, wanted)
        search = Search(ways, start.bare_id, goals, wanted.most, wanted.by, costs)
        step_of = cache(lambda one, two: self._step(self._edge(one, two, goals)))  # Routes share their steps.
        routes = tuple(tuple(step_of(*pair) for pair in pairwise(nodes)) for nodes in search.best(wanted.routes))
        count = sum(map(len, ways.values()))
        found = Found(routes, count, count - wages.count(ways) if wages else 0)
        if wanted.by == GAP:
            closed = ((end, _closed(starts)) for end, starts in ways.items() if max(starts.values()) >= CLOSED)
            found = found._replace(without_gap=sum(len(costs(*each)) for each in closed))
        if routes:
            return found
        reached = search.reached()
        fewest = min((reached[goal] for goal in goals if goal in reached), default=0)
        return found._replace(fewest=fewest, nearest=None if fewest else self._nearest(end, ways, reached))

    def _goals(self, end: Subject) -> list[str]:
        """Return the role, or the occupation with the roles that are surely in it."""
        return [end.bare_id] if end.role else [end.occupation, *self.graph.within(end.occupation)]

    def _nearest(self, end: Subject, ways: Ways, reached: Mapping[str, int]) -> Subject | None:
        """Return what can be reached and is nearest: fewest steps away, whatever they cost, else most alike."""
        away = steps_to([*self._goals(end), end.occupation], ways)
        near = [(away[node], steps, node) for node, steps in reached.items() if steps and node in away]
        alike = [edge.end for edge in self.graph.edges(end.occupation) if edge.rank and reached.get(edge.end)]
        nodes = [node for _, _, node in sorted(near)] + alike
        return self._subject(nodes[0]) if nodes else None

    def _ways(self, start: str, goals: Sequence[str], by: str) -> Ways:
        """Return the ways to each node, with their gaps where routes are found by these."""
        if by != GAP:
            return self.graph.ways(start, goals, weights())
        from careercli.moves.costs import Gaps

        likeness = weights("gap")
        return self.graph.ways(start, goals, likeness, Gaps(self.graph, likeness).of)

    def _wages(self) -> "WageChanges":
        from careercli.moves.costs import WageChanges

        return WageChanges(self.graph, self._code, self._ranked_change)

    def _ranked_change(self, start: str, end: str) -> int | None:
        one, two = self._subject(start), self._subject(end)
        return median_change(one, two).ranked if one and two else None

    def _edge(self, start: str, end: str, goals: Sequence[str]) -> Edge:
        """Return the best edge between two nodes; likeness that leads to the occupation of a goal leads to the goal."""
        role = self.graph.roles.get(end)
        ends = (end, role.occupation) if role and end in goals and not role.is_doubtful else (end,)
        found = [edge for edge in self.graph.edges(start) if edge.end in ends and (edge.rank or edge.end == end)]
        return min(found, key=lambda edge: edge.weight)._replace(end=end)

    def _step(self, edge: Edge) -> Step:
        start, end = self._subject(edge.start), self._subject(edge.end)
        assert start
        return step(edge, start, end, self._subject(edge.role) if edge.role else None)


def _costs(wages: "WageChanges | None", wanted: Wanted) -> Costs:
    """Return what tells the costs of steps that are wanted; `wages` where these count."""

    def costs(end: str, starts: Mapping[str, int]) -> Mapping[str, int]:
        if wages and wanted.by == WAGE:
            starts = wages.falls(end, starts)
        return wages.without_cuts(end, starts) if wages and wanted.no_pay_cut else starts

    return costs


def _closed(starts: Mapping[str, int]) -> dict[str, int]:
    return {start: cost for start, cost in starts.items() if cost >= CLOSED}


def end_named(catalog: Catalog, name: str) -> Subject:
    """Return what a name means at an end of a route; `me` and offers lead on from the role that they name."""
    if not is_own(name):
        return catalog.find(name)
    from careercli.catalog.own import role_behind

    return catalog.find(role_behind(name))


def _edge(role: str, following: NextRole) -> Edge:
    kind = PROFILE if following.method == "opinion" else DOCUMENT
    return Edge(role, following.id, kind, following.branch, following.source, role, following.title)
