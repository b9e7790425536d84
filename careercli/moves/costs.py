"""Measure steps for routes: how the median changes and how large the real gap is, under every reading of a role.

None stands for what is not known, or what the verdicts do not rank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import product

from careercli.compare.medians import Median, change, medians
from careercli.moves.gap import gap_size
from careercli.moves.graph import GAP_UNIT, UNKNOWN_GAP, Graph, Ways
from careercli.official.onet import IMPORTANT
from careercli.store.ratings import Measures, measures

_STEPS = 1000
"""A gap is counted in thousandths of the length of a scale."""


def possible_codes(graph: Graph, node: str) -> tuple[str, ...]:
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
        plain = {node: each for node, each in self._figures.items() if each.is_plain}
        self._amounts = {node: each.amount for node, each in plain.items()}
        self._bands = {node: each.band or 0 for node, each in plain.items()}
        self._others = self._apart | (self._figures.keys() - plain.keys())
        self._change: Callable[[str, str], int | None] = cache(self._change_of)

    def falls(self, end: str, starts: Iterable[str]) -> dict[str, int]:
        """Return by how many dollars a year the median falls on the way to `end`, by start: below 0 where it rises.

        It is 0 where no change is clear, and the most of all readings. Starts that may not be compared are left out.
        """
        amounts, bands, found = self._amounts, self._bands, {}
        if end in amounts:  # As medians.change, for thousands of steps.
            amount, band = amounts[end], bands[end]
            found = {
                start: fall if (fall := amounts[start] - amount) * fall >= band + bands[start] else 0
                for start in starts
                if start in amounts
            }
        found.update(self._falls_apart(end, starts))
        return found

    def without_cuts(self, end: str, starts: Mapping[str, int]) -> dict[str, int]:
        """Return those of some steps to `end`, each with a measure, on which the median does not clearly fall."""
        amounts, bands, found = self._amounts, self._bands, {}
        if end in amounts:  # As in falls, in half of the time.
            amount, band = amounts[end], bands[end]
            found = {
                start: measure
                for start, measure in starts.items()
                if start in amounts and ((fall := amounts[start] - amount) <= 0 or fall * fall < band + bands[start])
            }
        for start, fall in self._falls_apart(end, starts).items():
            if fall <= 0:
                found[start] = starts[start]
        return found

    def count(self, ways: Ways) -> int:
        """Return how many steps there are whose medians may be compared."""
        is_plain = self._amounts.__contains__
        plain = sum(sum(map(is_plain, starts)) for end, starts in ways.items() if is_plain(end))
        return plain + sum(len(self._falls_apart(*each)) for each in ways.items())

    def _falls_apart(self, end: str, starts: Iterable[str]) -> dict[str, int]:
        """Return the falls of steps whose start or end is not plain."""
        if end not in self._others:
            if self._others.isdisjoint(starts):
                return {}
            starts = self._others.intersection(starts)
        return {start: -changed for start in starts if (changed := self._change(start, end)) is not None}

    def _change_of(self, start: str, end: str) -> int | None:
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
        codes = product(possible_codes(self._graph, start), possible_codes(self._graph, end))
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

    `known` are the steps between occupations that are alike, each with its weight and gap.
    """

    def __init__(self, graph: Graph, known: Ways) -> None:
        self._graph, self._known = graph, dict(known)  # Graph.ways takes ends out.
        self._measures: Callable[[str], list[Measures]] = cache(measures)
        self._important: Callable[[str], list[Measures]] = cache(partial(measures, least=IMPORTANT))
        self._of_codes: Callable[[str, str], int] = cache(self._count)

    def of(self, start: str, end: str) -> int:
        """Return the gap of a step, or UNKNOWN_GAP."""
        pairs = product(possible_codes(self._graph, start), possible_codes(self._graph, end))
        return max((self._of_codes(*pair) for pair in pairs), default=UNKNOWN_GAP)

    def _count(self, one: str, two: str) -> int:
        known = self._known.get(two, {})
        if one in known:
            return known[one] // GAP_UNIT
        before, after = self._measures(one), self._important(two)
        is_rated = before and (after or self._measures(two))
        return round(gap_size(before, after) * _STEPS) if is_rated else UNKNOWN_GAP
