"""Claims -> lines: letters for sources, numbers for reasons, differences where they may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from careercli.compare import Comparison, first_allowed
from careercli.lines import Cell, Line, Page
from careercli.lines.evidence import letter, source_line
from careercli.lines.phrases import CALCULATED, UNITS, gap, phrases
from careercli.model import Claim, Source
from careercli.verdicts import Verdict

Parts = Callable[[Sequence[Claim]], Iterable[str]]
"""How the claims of one source read in a cell; never asked of none."""


class Wanted(NamedTuple):
    """Which lines a page keeps: those that differ, those nobody says anything in, at most so many."""

    only_differences: bool = False
    unknown: bool = False
    limit: int | None = None


class Builder:
    """Gathers lines, giving each source its letter and each reason its number as they come up."""

    def __init__(self, comparison: Comparison, today: date, wanted: Wanted) -> None:
        self.comparison, self.today, self.wanted = comparison, today, wanted
        self.page = Page(comparison.subjects, comparison.baseline, comparison.per or "year")
        self.shown: list[Claim] = []
        self.letter_of: dict[str, str] = {}
        self.said_by: dict[str, tuple[Source, set[str]]] = {}
        self.withheld: dict[str, dict[str, list[tuple[str, str]]]] = {}
        said = (claim for row in comparison.rows for claims in row.cells.values() for claim in claims)
        self.is_mixed = len({claim.currency for claim in said if claim.currency}) > 1

    def finish(self) -> Page:
        """The page, once every line is added."""
        page = self.page
        page.notes = self._reasons()
        sources = [source for source, _ in self.said_by.values()]
        official = self._official_wages()
        for key, each in self.letter_of.items():
            source, populations = self.said_by[key]
            text = source_line(source, populations, self.today, sources)
            apart = official and not source.series and any(c.currency and c.source == source for c in self.shown)
            page.legend.append((each, f"{text}, never ranked against {official}" if apart else text))
        if any(claim.basis == "calculated" for claim in self.shown):
            page.legend.append((CALCULATED, "calculated at 2,080 hours a year, if full-time all year"))
        page.units = self._units()
        return page

    def add(
        self, section: str, label: str, claims: Mapping[str, Sequence[Claim]], parts: Parts, measured: bool = False
    ) -> None:
        """A line of what `parts` makes of each role's claims, if the page wants it."""
        if not self._wants(claims, parts):
            return
        verdicts = self._verdicts(claims) if measured else {}
        cells = {each: self._cell(said, parts, verdicts.get(each)) for each, said in claims.items()}
        self.page.lines.append(Line(section, label, cells, self._notes(label, claims, verdicts)))
        self.shown += [claim for said in claims.values() for claim in said]

    def _wants(self, claims: Mapping[str, Sequence[Claim]], parts: Parts) -> bool:
        wanted = self.wanted
        if wanted.limit is not None and len(self.page.lines) >= wanted.limit:
            return False
        if wanted.only_differences:
            texts = {tuple(parts(said)) if said else () for said in claims.values()}
            return len(texts) > 1
        return wanted.unknown or any(claims.values())

    def _cell(self, claims: Sequence[Claim], parts: Parts, verdict: Verdict | None) -> Cell:
        """One role's cell; each source's claims stand together, and two sources each name their letter."""
        groups: dict[tuple[str, str], list[Claim]] = {}
        for claim in claims:
            groups.setdefault((claim.source.page, claim.currency if self.is_mixed else ""), []).append(claim)
        letters = dict.fromkeys(self._letter(claim) for claim in claims)
        texts: list[str] = []
        for (_, currency), said in groups.items():
            behind = f" {currency}" if currency else ""
            if len(letters) > 1:
                behind += f" [{self._letter(said[0])}]"
            texts += [text + behind for text in parts(said)]
        return Cell(tuple(texts), next(iter(letters)) if len(letters) == 1 else "", _difference(claims, verdict))

    def _verdicts(self, claims: Mapping[str, Sequence[Claim]]) -> dict[str, Verdict]:
        base = self.comparison.baseline
        measured_by = claims.get(base, ())
        return {
            each: first_allowed(measured_by, said, self.page.per)
            for each, said in claims.items()
            if each != base and said and measured_by
        }

    def _letter(self, claim: Claim) -> str:
        page = claim.source.page
        found = self.letter_of.setdefault(page, letter(len(self.letter_of)))
        self.said_by.setdefault(page, (claim.source, set()))[1].add(claim.population)
        return found

    def _notes(
        self, label: str, claims: Mapping[str, Sequence[Claim]], verdicts: Mapping[str, Verdict]
    ) -> tuple[int, ...]:
        """The numbers of the notes that say why a line's figures are not ranked; one note a reason."""
        numbers: dict[int, None] = {}
        for each, verdict in verdicts.items():
            if _is_withheld(verdict, claims[self.comparison.baseline], claims[each]):
                apart = "" if verdict.absolute is None else gap(claims[each][0].statistic, verdict)
                self.withheld.setdefault(verdict.why, {}).setdefault(label, []).append((each, apart))
                numbers[list(self.withheld).index(verdict.why) + 1] = None
        return tuple(numbers)

    def _reasons(self) -> list[str]:
        """Each reason, and the lines and roles it is about."""
        alone = len(self.comparison.subjects) == 2
        return [
            f"not ranked ({why}): {'; '.join(label + _whom(who, alone) for label, who in lines.items())}"
            for why, lines in self.withheld.items()
        ]

    def _official_wages(self) -> str:
        """The letter of the release whose wages stand on the page, if there is one."""
        found = (claim.source.page for claim in self.shown if claim.currency and claim.source.series)
        return self.letter_of.get(next(found, ""), "")

    def _units(self) -> dict[str, str]:
        currencies = {claim.currency for claim in self.shown if claim.currency}
        units = {}
        if currencies:
            name = "" if self.is_mixed else "US dollars " if currencies == {"USD"} else f"{currencies.pop()} "
            units["pay"] = f"{name}{UNITS[self.page.per]}"
        if any(claim.field in ("skills", "knowledge") and claim.statistic == "share" for claim in self.shown):
            units["skills"] = "% of what: not stated"
        return units


def _difference(claims: Sequence[Claim], verdict: Verdict | None) -> str:
    if verdict is None or verdict.absolute is None or verdict.kind not in ("ranked", "at-least"):
        return ""
    apart = gap(claims[0].statistic, verdict)
    return f"at least {apart}" if verdict.kind == "at-least" else apart


def _is_withheld(verdict: Verdict, base: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether two roles' figures differ and the difference is not ranked."""
    if any(claim.value is None for claim in (*base, *other)) or phrases(base) == phrases(other):
        return False
    return verdict.kind in ("none", "one-source", "difference", "unclear")


def _whom(who: Sequence[tuple[str, str]], alone: bool) -> str:
    """The gaps of a line by role, without the role's id where there is only one."""
    said = [apart if alone else f"{each} {apart}".rstrip() for each, apart in who]
    text = ", ".join(part for part in said if part)
    return f" {text}" if alone and text else f" ({text})" if text else ""
