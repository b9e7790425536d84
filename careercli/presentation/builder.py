"""Build a comparison page from claims: letter the sources, number the reasons, show differences that are allowed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from careercli.compare.comparison import Comparison
from careercli.compare.pairs import Verdict
from careercli.compare.readings import first_allowed
from careercli.model.claims import Claim, Source
from careercli.model.fields import WAGES, Field, to_hundreds
from careercli.model.wages import ASSUMPTION
from careercli.presentation.page import DOUBT, Cell, ComparisonPage, Line
from careercli.presentation.phrases import CALCULATED, CALCULATIONS, PRICES_CAVEAT, UNITS, gap, phrases
from careercli.presentation.sources import caveats, letter, namesakes, source_line, without_wages

Phraser = Callable[[Sequence[Claim]], Iterable[str]]
"""A function that turns the claims of one source in one cell, at least one, into texts."""


class LineFilter(NamedTuple):
    """The lines a page keeps: only those that differ, or also those without a claim (`unknown`); at most `limit`."""

    only_differences: bool = False
    unknown: bool = False
    limit: int | None = None


class PageBuilder:
    """Collects lines, and gives sources their letters and reasons their numbers in order of first use.

    `withheld_gaps` maps each reason to the lines it is about, and a line's label to pairs of role and gap.
    """

    def __init__(self, comparison: Comparison, today: date, line_filter: LineFilter) -> None:
        self.comparison, self.today, self.line_filter = comparison, today, line_filter
        self.page = ComparisonPage(comparison.subjects, comparison.baseline, comparison.period or "year")
        self.page.doubtful = frozenset(comparison.doubts)
        self.claims_by_source: dict[Source, list[Claim]] = {}
        self.withheld_gaps: dict[str, dict[str, list[tuple[str, str]]]] = {}
        claims = (claim for row in comparison.rows for cell in row.cells.values() for claim in cell)
        self.has_several_currencies = len({claim.currency for claim in claims if claim.currency}) > 1

    def finish(self, with_notes: bool) -> ComparisonPage:
        """Return the page with its legend, notes, units and caveats (whole `with_notes`), after the last line."""
        page = self.page
        page.reasons = [f"not ranked ({why})" for why in self.withheld_gaps]
        page.notes = self._notes()
        shared_names = namesakes(claims[0].source for claims in self.claims_by_source.values())
        official = self._official_wages()
        for index, claims in enumerate(self.claims_by_source.values()):
            source = claims[0].source
            text = source_line(source, claims, self.today, shared_names)
            if official and not source.series and any(claim.currency for claim in claims):
                text += f", never ranked against {official}"
            page.legend.append((letter(index), text))
            page.sources_by_letter[letter(index)] = source
        shown = [claim for claims in self.claims_by_source.values() for claim in claims]
        calculated = [claim for claim in shown if claim.basis == "calculated" and not isinstance(claim.value, str)]
        if any(claim.currency and not claim.prices and claim.field in WAGES for claim in calculated):
            page.legend.append((CALCULATED, f"calculated at {ASSUMPTION}"))
        for derivation in dict.fromkeys(claim.derivation for claim in calculated if claim.field == "offer"):
            page.legend.append((CALCULATED, f"calculated: {derivation}"))
        for statistic in dict.fromkeys(claim.statistic for claim in calculated if not claim.currency):
            page.legend.append((CALCULATED, f"calculated: {CALCULATIONS[statistic]}"))
        parities = dict.fromkeys(claim.derivation.partition("÷ ")[2] for claim in shown if claim.prices and claim.value)
        if parities:
            page.legend.append((CALCULATED, f"calculated: wage × 100 ÷ {', '.join(parities)}; {PRICES_CAVEAT}"))
        if any(claim.field == "p10" and claim.source.series for claim in shown):
            page.legend.append(("", "10th percentile: what the lowest-paid tenth earn at most, not starting pay"))
        page.units = self._units(shown)
        page.caveats = caveats(self.comparison.subjects, with_notes)
        if any(row.field.key in WAGES for row in self.comparison.rows):
            page.caveats += without_wages(self.comparison.subjects, with_whole=not page.short)
        return page

    def add(
        self,
        field: Field,
        label: str,
        cells: Mapping[str, Sequence[Claim]],
        phraser: Phraser,
        compared: bool = False,
        section: str = "",
    ) -> None:
        """Add a line if the filter keeps it, if `compared` with differences; `field` is the first of its fields.

        It stands in `section`, or in its field's.
        """
        differs = _differs(cells, phraser)
        if not self._is_kept(cells, differs):
            return
        known = {role_id: [c for c in claims if c.value is not None] for role_id, claims in cells.items()}
        ids = (self.comparison.baseline, *known) if compared else ()
        reference = next((role_id for role_id in ids if known.get(role_id)), "")  # The first with a figure.
        page_cells = {}
        for role_id, claims in cells.items():
            page_cells[role_id] = self._cell(claims, phraser, role_id in self.page.doubtful)
            if reference and known[role_id] and role_id != reference:
                page_cells[role_id] = self._compared(page_cells[role_id], label, role_id, reference, known)
        self.page.lines.append(Line(section or field.section, label, page_cells, field.key, differs))

    def _is_kept(self, cells: Mapping[str, Sequence[Claim]], differs: bool) -> bool:
        line_filter = self.line_filter
        if line_filter.limit is not None and len(self.page.lines) >= line_filter.limit:
            return False
        if line_filter.only_differences:
            return differs
        return line_filter.unknown or any(cells.values())

    def _cell(self, claims: Sequence[Claim], phraser: Phraser, is_doubtful: bool) -> Cell:
        """Return one role's cell, its claims grouped by source; texts of several sources end in their letters.

        Official figures of a doubtful role end in DOUBT.
        """
        groups: dict[tuple[str, str], list[Claim]] = {}
        for claim in claims:
            self.claims_by_source.setdefault(_key(claim.source), []).append(claim)
            currency = claim.currency if self.has_several_currencies else ""
            groups.setdefault((self._letter(claim.source), currency), []).append(claim)
        letters = {source_letter for source_letter, _ in groups}
        texts: list[str] = []
        for (source_letter, currency), group in groups.items():
            suffix = f" {currency}" if currency else ""
            suffix += DOUBT if is_doubtful and group[0].source.series else ""
            if len(letters) > 1:
                suffix += f" [{source_letter}]"
            texts += [text + suffix for text in phraser(group)]
        return Cell(tuple(texts), letters.pop() if len(letters) == 1 else "", claims=tuple(claims))

    def _compared(
        self, cell: Cell, label: str, role_id: str, reference: str, known: Mapping[str, Sequence[Claim]]
    ) -> Cell:
        """Return the cell with its difference from the baseline, or with the note that withholds it."""
        base, other = known[reference], known[role_id]
        doubtful = self.comparison.doubts.get(reference), self.comparison.doubts.get(role_id)
        verdict = first_allowed(base, other, self.page.period, doubtful)
        if other[0].prices and verdict.absolute is not None:
            verdict = verdict._replace(absolute=to_hundreds(verdict.absolute, self.page.period))
        statistic, against = other[0].statistic, f"against {reference}"
        if reference == self.comparison.baseline:
            against = ""
            if len(self._in_period(base)) == len(self._in_period(other)) == 1:
                cell = cell._replace(difference=_difference(statistic, verdict, bool(other[0].source.series)))
        if verdict.kind in ("ranked", "at-least", "same") or phrases(base) == phrases(other):
            return cell
        withheld = "" if verdict.absolute is None else gap(statistic, verdict)
        why = verdict.why.removeprefix("not ranked: ")
        number = self._number(label, f"{role_id} {against}".rstrip(), withheld, why)
        text = ", ".join(filter(None, (against, withheld and f"apart by {withheld}")))
        return cell._replace(notes=(number,), withheld_gap=text)

    def _letter(self, source: Source) -> str:
        return letter(list(self.claims_by_source).index(_key(source)))

    def _in_period(self, claims: Sequence[Claim]) -> list[Claim]:
        """Return the claims that are compared: all but wages in the other period."""
        return [claim for claim in claims if not claim.currency or claim.period == self.page.period]

    def _number(self, label: str, role: str, withheld: str, why: str) -> int:
        """Return the number of the note on `why`, after adding the role to its line; one note a reason."""
        self.withheld_gaps.setdefault(why, {}).setdefault(label, []).append((role, withheld))
        return list(self.withheld_gaps).index(why) + 1

    def _notes(self) -> list[str]:
        """Return each reason with its lines and roles."""
        is_pair = len(self.comparison.subjects) == 2
        return [
            f"not ranked ({why}): {'; '.join(label + _roles(gaps, is_pair) for label, gaps in lines.items())}"
            for why, lines in self.withheld_gaps.items()
        ]

    def _official_wages(self) -> str:
        """Return the letter of the first release with wages on the page, or an empty text."""
        official = (claims for claims in self.claims_by_source.values() if claims[0].source.series)
        return next((self._letter(c[0].source) for c in official if any(claim.currency for claim in c)), "")

    def _units(self, shown: Sequence[Claim]) -> dict[str, str]:
        currencies = {claim.currency for claim in shown if claim.currency}
        units = {}
        if currencies:
            several = self.has_several_currencies
            name = "" if several else "US dollars " if currencies == {"USD"} else f"{currencies.pop()} "
            units["pay"] = f"{name}{UNITS[self.page.period]}"
        caveats = {claim.caveat for claim in shown if claim.field == "skills" and claim.statistic == "share"}
        if caveats:
            units["skills"] = f"% {' / '.join(sorted(filter(None, caveats)))}".rstrip()
        if any(subject.area for subject in self.comparison.subjects):
            units["outlook"] = "BLS projects the nation only"
        return units


def _differs(cells: Mapping[str, Sequence[Claim]], phraser: Phraser) -> bool:
    """Return True if two cells with a value read differently."""
    known = ([claim for claim in claims if claim.value is not None] for claims in cells.values())
    return len({tuple(phraser(claims)) for claims in known if claims}) > 1


def _key(source: Source) -> Source:
    """Return the source without id and note; sources with one key share a letter."""
    return source._replace(id="", note="")


def _difference(statistic: str, verdict: Verdict, official: bool) -> str:
    """Return the text behind a figure: `−13,000 −17.7 %`, `lower by at least 5,000 10 %`, `same`, or nothing."""
    if verdict.kind == "same" and official:
        return "same"
    if verdict.absolute is None or verdict.kind not in ("ranked", "at-least"):
        return ""
    if verdict.kind == "ranked":
        return gap(statistic, verdict)
    word = "lower" if verdict.absolute < 0 else "higher"
    return f"{word} by at least {gap(statistic, verdict).replace('+', '').replace('−', '')}"


def _roles(gaps: Sequence[tuple[str, str]], is_pair: bool) -> str:
    """Return the roles of a note's line with their gaps; in a comparison of two, the gap alone."""
    texts = [withheld if is_pair else f"{role} {withheld}".rstrip() for role, withheld in gaps]
    text = ", ".join(filter(None, texts))
    return f" {text}" if is_pair and text else f" ({text})" if text else ""
