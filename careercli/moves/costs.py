"""Measure steps for routes: how the median changes and how large the real gap is, under every reading of a role.

None stands for what is not known, or what the verdicts do not rank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import product

from careercli.compare.medians import Median, change, medians
from careercli.moves.gap import gap_size
from careercli.moves.graph import Graph
from careercli.store.ratings import Measures, measures

_STEPS = 1000
"""A gap is counted in thousandths of the length of a scale."""

_NOT_PLAIN = 0, None
"""In place of amount and band, for a median that is not plain."""


def readings(graph: Graph, node: str) -> tuple[str, ...]:
    """Return the codes of the occupations that a role may belong to, none where its doubt names no other one."""
    role = graph.roles.get(node)
    if role is None:
        return (node,)
    if role.is_doubtful and not role.alternatives:
        return ()
    return (role.occupation, *role.alternatives) if role.occupation else ()


class WageChanges:
    """Changes of the median in an area; `verdict` decides, in dollars, on steps of roles with a median of their own."""

    def __init__(self, graph: Graph, area: str, verdict: Callable[[str, str], int | None]) -> None:
        self._graph, self._verdict, self._medians = graph, verdict, medians(area)
        self._apart = {role.id for role in graph.roles.values() if role.is_doubtful or role.has_median}
        sure = (role for role in graph.roles.values() if role.id not in self._apart)
        self._figures = self._medians | {
            role.id: self._medians[role.occupation] for role in sure if role.occupation in self._medians
        }
        self._plain = {node: (each.amount, each.band) for node, each in self._figures.items() if each.is_plain}

    def falls(self, end: str, starts: Iterable[str]) -> dict[str, int]:
        """Return by how many dollars a year the median falls, by start: the most of all readings, 0 where not clear.

        It rises where that is negative. Starts whose median may not be compared are left out.
        """
        plain, (amount, band) = self._plain, self._plain.get(end, _NOT_PLAIN)
        found = {}
        for start in starts:
            other, other_band = plain.get(start, _NOT_PLAIN)
            if band is not None and other_band is not None:  # As medians.change, for thousands of steps.
                fall = other - amount
                found[start] = fall if fall * fall >= band + other_band else 0
            elif (changed := self._change(start, end)) is not None:
                found[start] = -changed
        return found

    def _change(self, start: str, end: str) -> int | None:
        if start in self._apart or end in self._apart:
            return self._change_apart(start, end)
        return change(self._figures.get(start), self._figures.get(end))

    def _change_apart(self, start: str, end: str) -> int | None:
        roles = self._graph.roles
        if any(node in roles and roles[node].has_median for node in (start, end)):
            return self._verdict(start, end)
        one, two = (roles[node].occupation if node in roles else node for node in (start, end))
        if one == two:
            return 0 if one in self._medians else None
        codes = product(readings(self._graph, start), readings(self._graph, end))
        return _agreed([(self._medians.get(one), self._medians.get(two)) for one, two in codes])


def _agreed(pairs: Sequence[tuple[Median | None, Median | None]]) -> int | None:
    """Return the lowest change of all readings, or None where they do not agree on its direction."""
    changes = [change(*pair) for pair in pairs]
    known = [each for each in changes if each is not None]
    outcomes = {((each > 0) - (each < 0), _is_bounded(*pair)) for each, pair in zip(known, pairs, strict=False)}
    return min(known) if len(known) == len(pairs) and len(outcomes) == 1 else None


def _is_bounded(one: Median | None, two: Median | None) -> bool:
    return bool(one and one.is_bound) or bool(two and two.is_bound)


class Gaps:
    """Real gaps between the occupations of two roles, in thousandths, the largest of all readings.

    `known` are those of occupations that are alike, by the code of the end, then of the start.
    """

    def __init__(self, graph: Graph, known: Mapping[str, Mapping[str, int]]) -> None:
        self._graph, self._known = graph, known
        self._measures: Callable[[str], list[Measures]] = cache(measures)

    def of(self, end: str, starts: Iterable[str]) -> dict[str, int]:
        """Return the gaps that are known, by start."""
        roles, known = self._graph.roles, self._known.get(end, {})
        sizes = {start: known[start] for start in starts if start in known}
        for start in starts if end in roles else roles.keys() & starts:
            if (size := self._largest(start, end)) is not None:
                sizes[start] = size
        return sizes

    def _largest(self, start: str, end: str) -> int | None:
        pairs = product(readings(self._graph, start), readings(self._graph, end))
        sizes = [self._size(*pair) for pair in pairs]
        known = [size for size in sizes if size is not None]
        return max(known) if known and len(known) == len(sizes) else None

    def _size(self, one: str, two: str) -> int | None:
        known = self._known.get(two, {})
        if one in known:
            return known[one]
        before, after = self._measures(one), self._measures(two)
        return round(gap_size(before, after) * _STEPS) if before and after else None
