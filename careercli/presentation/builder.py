"""Claims -> lines: letters for sources, numbers for reasons, differences where they may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from careercli.compare.comparison import Comparison, first_allowed
from careercli.compare.verdicts import Verdict
from careercli.model.claims import Claim, Source
from careercli.model.fields import Field
from careercli.model.wages import ASSUMPTION
from careercli.presentation.page import Cell, ComparisonPage, Line
from careercli.presentation.phrases import CALCULATED, SAME, UNITS, gap, phrases
from careercli.presentation.sources import letter, namesakes, source_line

Parts = Callable[[Sequence[Claim]], Iterable[str]]
"""How the claims of one source read in a cell; never asked of none."""


class Wanted(NamedTuple):
    """Which lines a page keeps: those that differ, those nobody says anything in, at most so many."""

    only_differences: bool = False
    unknown: bool = False
    limit: int | None = None


class PageBuilder:
    """Gathers lines, giving each source its letter and each reason its number as they come up."""

    def __init__(self, comparison: Comparison, today: date, wanted: Wanted) -> None:
        self.comparison, self.today, self.wanted = comparison, today, wanted
        self.page = ComparisonPage(comparison.subjects, comparison.baseline, comparison.period or "year")
        self.sources_by_letter: dict[Source, list[Claim]] = {}
        self.withheld_gaps: dict[str, dict[str, list[tuple[str, str]]]] = {}
        said = (claim for row in comparison.rows for claims in row.cells.values() for claim in claims)
        self.is_mixed = len({claim.currency for claim in said if claim.currency}) > 1

    def finish(self) -> ComparisonPage:
        """The page, once every line is added."""
        page = self.page
        page.reasons = [f"not ranked ({why})" for why in self.withheld_gaps]
        page.notes = self._notes()
        shared = namesakes(said[0].source for said in self.sources_by_letter.values())
        official = self._official_wages()
        for index, said in enumerate(self.sources_by_letter.values()):
            text = source_line(said[0].source, said, self.today, shared)
            apart = official and not said[0].source.series and any(claim.currency for claim in said)
            page.legend.append((letter(index), f"{text}, never ranked against {official}" if apart else text))
            page.sources_by_letter[letter(index)] = said[0].source
        shown = [claim for said in self.sources_by_letter.values() for claim in said]
        if any(claim.basis == "calculated" for claim in shown):
            page.legend.append((CALCULATED, f"calculated at {ASSUMPTION}"))
        page.units = self._units(shown)
        return page

    def add(
        self, shown: Field, label: str, claims: Mapping[str, Sequence[Claim]], parts: Parts, measured: bool = False
    ) -> None:
        """A line of what `parts` makes of each role's claims, if the page wants it; `shown` is its first field."""
        differs = _differs(claims, parts)
        if not self._wants(claims, differs):
            return
        known = {each: [claim for claim in said if claim.value is not None] for each, said in claims.items()}
        beside = self._measured_against(known) if measured else ""
        cells = {}
        for each, said in claims.items():
            cells[each] = self._cell(said, parts)
            if beside and known[each] and each != beside:
                cells[each] = self._measured(cells[each], label, each, beside, known)
        self.page.lines.append(Line(shown.section, label, cells, shown.key, differs))

    def _wants(self, claims: Mapping[str, Sequence[Claim]], differs: bool) -> bool:
        wanted = self.wanted
        if wanted.limit is not None and len(self.page.lines) >= wanted.limit:
            return False
        if wanted.only_differences:
            return differs
        return wanted.unknown or any(claims.values())

    def _cell(self, claims: Sequence[Claim], parts: Parts) -> Cell:
        """One role's cell; each source's claims stand together, and two sources each name their letter."""
        groups: dict[tuple[str, str], list[Claim]] = {}
        for claim in claims:
            self.sources_by_letter.setdefault(_key(claim.source), []).append(claim)
            currency = claim.currency if self.is_mixed else ""
            groups.setdefault((self._letter(claim.source), currency), []).append(claim)
        letters = {each for each, _ in groups}
        texts: list[str] = []
        for (each, currency), said in groups.items():
            behind = f" {currency}" if currency else ""
            if len(letters) > 1:
                behind += f" [{each}]"
            texts += [text + behind for text in parts(said)]
        return Cell(tuple(texts), letters.pop() if len(letters) == 1 else "", claims=tuple(claims))

    def _measured_against(self, known: Mapping[str, Sequence[Claim]]) -> str:
        """The baseline; where that has no figure the first role with one, for figures that may not be ranked."""
        return next((each for each in (self.comparison.baseline, *known) if known.get(each)), "")

    def _measured(self, cell: Cell, label: str, each: str, beside: str, known: Mapping[str, Sequence[Claim]]) -> Cell:
        """The cell with its difference from the baseline, or the number of the note that says why it is not ranked."""
        base, other = known[beside], known[each]
        found = first_allowed(base, other, self.page.period)
        statistic, against = other[0].statistic, f"against {beside}"
        if beside == self.comparison.baseline:
            against = ""
            if len(self._in_period(base)) == len(self._in_period(other)) == 1:
                cell = cell._replace(difference=_difference(statistic, found, bool(other[0].source.series)))
        if not _is_withheld(found, base, other):
            return cell
        apart = "" if found.absolute is None else gap(statistic, found)
        number = self._number(label, f"{each} {against}".rstrip(), apart, found.why)
        told = ", ".join(filter(None, (against, apart and f"apart by {apart}")))
        return cell._replace(notes=(number,), withheld_gaps=told)

    def _letter(self, source: Source) -> str:
        return letter(list(self.sources_by_letter).index(_key(source)))

    def _in_period(self, claims: Sequence[Claim]) -> list[Claim]:
        """What of a cell is compared: wages in the other period only stand beside it."""
        return [claim for claim in claims if not claim.currency or claim.period == self.page.period]

    def _number(self, label: str, role_id: str, apart: str, why: str) -> int:
        """The number of the note that says why a role's figure is not ranked; one note a reason."""
        self.withheld_gaps.setdefault(why, {}).setdefault(label, []).append((role_id, apart))
        return list(self.withheld_gaps).index(why) + 1

    def _notes(self) -> list[str]:
        """Each reason, and the lines and roles it is about."""
        alone = len(self.comparison.subjects) == 2
        return [
            f"not ranked ({why}): {'; '.join(label + _whom(who, alone) for label, who in lines.items())}"
            for why, lines in self.withheld_gaps.items()
        ]

    def _official_wages(self) -> str:
        """The letter of the release whose wages stand on the page, if there is one."""
        official = (said for said in self.sources_by_letter.values() if said[0].source.series)
        return next((self._letter(said[0].source) for said in official if any(claim.currency for claim in said)), "")

    def _units(self, shown: Sequence[Claim]) -> dict[str, str]:
        currencies = {claim.currency for claim in shown if claim.currency}
        units = {}
        if currencies:
            name = "" if self.is_mixed else "US dollars " if currencies == {"USD"} else f"{currencies.pop()} "
            units["pay"] = f"{name}{UNITS[self.page.period]}"
        caveats = {claim.caveat for claim in shown if claim.field == "skills" and claim.statistic == "share"}
        if caveats:
            units["skills"] = f"% {' / '.join(sorted(filter(None, caveats)))}".rstrip()
        return units


def _differs(claims: Mapping[str, Sequence[Claim]], parts: Parts) -> bool:
    """Whether the cells read otherwise than each other; what a source says it has not is as unknown."""
    known = ([claim for claim in said if claim.value is not None] for said in claims.values())
    return len({tuple(parts(said)) if said else () for said in known}) > 1


def _key(source: Source) -> Source:
    """What of a source its letter stands for: all that the legend says, and not under which key."""
    return source._replace(id="", note="")


def _difference(statistic: str, verdict: Verdict, official: bool) -> str:
    """What stands behind a figure: `−13,000 −17.7 %`, `lower by at least 5,000 10 %`, `same`."""
    if verdict.kind == "same" and official:
        return SAME
    if verdict.absolute is None or verdict.kind not in ("ranked", "at-least"):
        return ""
    if verdict.kind == "ranked":
        return gap(statistic, verdict)
    word = "lower" if verdict.absolute < 0 else "higher"
    percent = None if verdict.percent is None else abs(verdict.percent)
    size = verdict._replace(absolute=abs(verdict.absolute), percent=percent)
    return f"{word} by at least {gap(statistic, size).replace('+', '')}"


def _is_withheld(verdict: Verdict, base: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether two roles' figures differ and the difference is not ranked."""
    return verdict.kind in ("none", "one-source", "difference", "unclear") and phrases(base) != phrases(other)


def _whom(who: Sequence[tuple[str, str]], alone: bool) -> str:
    """The gaps of a line by role, without the role's id where there is only one."""
    said = [apart if alone else f"{each} {apart}".rstrip() for each, apart in who]
    text = ", ".join(part for part in said if part)
    return f" {text}" if alone and text else f" ({text})" if text else ""
