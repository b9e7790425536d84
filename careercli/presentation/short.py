"""Say the answer first: a few sentences made from verdicts alone, so that none says what the table refuses."""

from collections.abc import Iterator, Mapping, Sequence
from math import hypot

from careercli.compare.comparison import Comparison, Row
from careercli.compare.pairs import Verdict
from careercli.compare.readings import EITHER, readings
from careercli.model import fields, numbers
from careercli.model.claims import Claim, Subject, is_own
from careercli.official.releases import NATION, newest
from careercli.presentation.phrases import UNITS, joined_with_and, pay_positions, ranges, uncapitalized
from careercli.presentation.sources import has_wages, whole_with_wages
from careercli.store.official import area_of

DECIDED = ("ranked", "at-least", "unclear")
"""Verdicts that are said, whatever they are about."""

THE_NATION = "the nation"


class _Figures:
    """The official figures of one field by subject, and the verdicts between them."""

    def __init__(self, comparison: Comparison, key: str, adjusted: bool = False) -> None:
        rows = {row.field.key: row for row in comparison.rows}
        self.row: Row | None = rows.get(key)
        self.doubts, self.period = comparison.doubts, comparison.period or "year"
        self.cells: Mapping[str, Sequence[Claim]] = {}
        if self.row:
            cells = self.row.in_period(self.row.period).cells
            self.cells = {
                id: [claim for claim in claims if claim.source.series and bool(claim.prices) == adjusted]
                for id, claims in cells.items()
            }

    def claim(self, id: str) -> Claim | None:
        """Return the figure of a subject, or None where none is published."""
        found = self.cells.get(id, ())
        return found[0] if found and found[0].value is not None else None

    def text(self, id: str) -> str:
        """Return the figure of a subject, and those of the other occupations that a doubtful role may belong to."""
        claim, doubt = self.claim(id), self.doubts.get(id)
        if not claim:
            return fields.UNKNOWN
        if not doubt:
            return fields.text(claim)
        _, *others = readings(doubt, claim, self.period)
        named = zip(others, doubt.alternatives, strict=True)
        texts = [f"{fields.text(each)} as {code}" for each, code in named if each and each.value is not None]
        return " or ".join([fields.text(claim) if texts else f"{fields.text(claim)} as {claim.population}", *texts])

    def reason(self, id: str) -> str:
        """Return why the source gives no figure of a subject, or an empty text."""
        return next((claim.note for claim in self.cells.get(id, ()) if claim.value is None), "")

    def verdict(self, base: str, other: str) -> Verdict:
        """Return the verdict on the figure of `other` against that of `base`."""
        assert self.row
        return self.row.verdict(base, other, self.cells)

    def known(self, ids: Sequence[str]) -> list[str]:
        return [id for id in ids if self.claim(id)]


def short(comparison: Comparison) -> list[tuple[str, str]]:
    """Return three to six labels, each with a sentence: on pay, jobs, getting in, and what is not known."""
    return [(label, text) for label, text in _Short(comparison).sentences() if text]


class _Short:
    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.subjects = comparison.subjects
        self.ids = [subject.id for subject in self.subjects]
        self.base = comparison.baseline if comparison.baseline in self.ids else self.ids[0]
        self.others = [id for id in self.ids if id != self.base]
        self.names = _names(self.subjects)
        self.is_earlier = {each.id: bool(each.official and each.official.as_of) for each in self.subjects}

    def sentences(self) -> Iterator[tuple[str, str]]:
        yield ("pay", self._pay())
        yield ("your own pay", self._own_pay())
        yield (f"jobs {self._projected()}", self._change())
        yield ("getting in", self._entry())
        yield ("not known", self._unknown())

    # -- pay

    def _pay(self) -> str:
        median = _Figures(self.comparison, "median")
        known = median.known(self.ids)
        if not known:
            return self._no_wage(median)
        if len(self.ids) == 1:
            return self._one_wage(median)
        pays = self._pays(*self.others)
        parts = [self._ranked(median, (f"{{}} {pays} more", f"{{}} {pays} less"), "at the median")]
        if len(self.ids) == 2:
            parts += [self._after_prices(), self._upper_quarter(median)]
        return _joined([*parts, self._parts_of_places(), self._no_wage(median)])

    def _parts_of_places(self) -> str:
        """Return whose figures include those of another subject, its occupation in a place inside theirs."""
        nation = area_of(NATION)
        placed = [(each.occupation, each.area or nation) for each in self.subjects if each.official]
        inside: dict[str, list[str]] = {}
        for code, whole in placed:
            for other, part in placed:
                if whole and part and part.lies_in(whole) and code == other:
                    inside.setdefault(THE_NATION if whole is nation else whole.title, []).append(part.title)
        texts = (
            f"{whole}'s figures include {joined_with_and([*dict.fromkeys(parts)])}" for whole, parts in inside.items()
        )
        return "; ".join(texts)

    def _no_wage(self, median: _Figures) -> str:
        """Return who has no published wage, why the release gives none where it says so, and which code has one."""
        if not any(subject.official for subject in self.subjects):
            return ""
        by_reason: dict[str, list[str]] = {}
        official = [subject.id for subject in self.subjects if subject.official]
        for id in official:
            if not (median.claim(id) or self.is_earlier[id]):
                by_reason.setdefault(median.reason(id), []).append(self.names[id])
        found = []
        for reason, names in by_reason.items():
            of_whom = f" for {joined_with_and(names)}" if len(names) < len(self.ids) else ""
            is_published = f" {UNITS[median.period]}" if reason else " is published"
            found.append(f"no wage{is_published}{of_whom}{f': {reason}' if reason else ''}")
        wholes = dict.fromkeys(filter(None, map(whole_with_wages, self.subjects)))
        found += [f"wages are published for {whole}" for whole in wholes]
        without = [id for id in self.ids if id not in official]
        return _joined([*found, f"{joined_with_and(without)}: no occupation is known" if without else ""])

    def _one_wage(self, median: _Figures) -> str:
        (id,) = self.ids
        ends = [_Figures(self.comparison, key) for key in ("p25", "p75")]
        quarters = [claim for end in ends if (claim := end.claim(id))]
        half = f"; half earn {ranges(quarters)[0]}" if len(quarters) == 2 else ""
        half += f" as {self.subjects[0].occupation}" if half and median.doubts else ""
        period = UNITS[median.period]
        return _joined([f"the middle is {median.text(id)} {period}{half}"])

    def _after_prices(self) -> str:
        adjusted = _Figures(self.comparison, "median", adjusted=True)
        if len(adjusted.known(self.ids)) < 2:
            return ""
        (other,) = self.others
        found = adjusted.verdict(self.base, other)
        if found.kind in ("ranked", "at-least") and found.absolute is not None:
            gap = fields.to_hundreds(abs(found.absolute), adjusted.period)
            more = "more" if found.absolute > 0 else "less"
            about = f"{'at least ' if found.kind == 'at-least' else ''}about {numbers.grouped(gap)}"
            by = f"{more} {EITHER}" if EITHER in found.why else f"{about} {more}"
            text = f"after prices {self.names[other]} {self._pays(other)} {by}"
        else:
            text = f"after prices: {found.why}"
        return f"{text}{self._prices(other)}; taxes are not counted"

    def _pays(self, *ids: str) -> str:
        """Return `pay` of occupations, whose titles are plural, and `pays` of roles and places."""
        titles = {subject.id: subject.title_and_place for subject in self.subjects if not subject.role}
        return "pay" if all(self.names[id] == titles.get(id) for id in ids) else "pays"

    def _prices(self, other: str) -> str:
        """Return how prices compare, where both places have a parity."""
        by_id = {subject.id: _parity(subject) for subject in self.subjects}
        one, two = by_id[self.base], by_id[other]
        if not one or not two or one == two:
            return ""
        percent = numbers.half_up(100 * abs(two / one - 1), 0)
        places = {subject.id: subject.area.title if subject.area else THE_NATION for subject in self.subjects}
        return f"; prices in {places[other]} are {percent} % {'above' if two > one else 'below'} {places[self.base]}'s"

    def _upper_quarter(self, median: _Figures) -> str:
        """Return that a quarter of the lower-paid earn more than the middle of the higher-paid, where that is clear."""
        (other,) = self.others
        found = median.verdict(self.base, other)
        if found.kind != "ranked" or found.absolute is None or self.comparison.doubts:
            return ""
        lower, higher = (other, self.base) if found.absolute < 0 else (self.base, other)
        quarter, middle = _Figures(self.comparison, "p75").claim(lower), median.claim(higher)
        if not quarter or not middle or (quarter.area, quarter.as_of) != (middle.area, middle.as_of):
            return ""
        if quarter.band_percent is None or middle.band_percent is None or quarter.bound == "<":
            return ""
        band = hypot(quarter.number * quarter.band_percent, middle.number * middle.band_percent) / 100
        if quarter.number - middle.number <= band:
            return ""
        who = f"one in four of {self.names[lower]}"
        return f"{who} earn {fields.text(quarter)} or more: above the middle of {self.names[higher]}"

    def _own_pay(self) -> str:
        """Return where each amount of a person stands in its own occupation and place, under each reading."""
        row = next((row for row in self.comparison.rows if row.field.key == "offer"), None)
        return _joined([text for id in self.ids if row for text in pay_positions(row.cells[id])])

    # -- jobs and entry

    def _projected(self) -> str:
        """Return the years of the projections that are shown, as `2024–34`."""
        change = _Figures(self.comparison, "employment_change")
        claim = next(filter(None, map(change.claim, self.ids)), None)
        return (claim.source if claim else newest("EP")).release.replace("-", "–")

    def _change(self) -> str:
        change = _Figures(self.comparison, "employment_change")
        known = change.known(self.ids)
        if not known:
            return ""
        if len(self.ids) == 1:
            openings = _Figures(self.comparison, "openings")
            a_year = f"; {openings.text(known[0])} openings a year" if openings.claim(known[0]) else ""
            return _joined([f"{change.text(known[0])}{a_year}"])
        if len({subject.bare_id for subject in self.subjects}) == 1:
            return _joined([f"{change.text(known[0])}: BLS projects the nation only"])
        return self._ranked(change, ("higher for {}", "lower for {}"), "")

    def _entry(self) -> str:
        entry = _Figures(self.comparison, "entry_education")
        known = entry.known(self.ids)
        if not known:
            return ""
        by_level: dict[str, list[str]] = {}
        for id in known:
            claim = entry.claim(id)
            assert claim
            name = f"{self.names[id]} as {claim.population}" if id in entry.doubts else self.names[id]
            by_level.setdefault(uncapitalized(fields.text(claim)), []).append(name)
        if len(by_level) == 1 and len(known) == len(self.ids) and not entry.doubts:
            of_all = ("", " for both")[len(known) - 1] if len(known) < 3 else " for all"
            return _joined([f"BLS's usual entry{of_all}: {next(iter(by_level))}"])
        levels = (f"{level} for {joined_with_and(names)}" for level, names in by_level.items())
        return _joined([f"BLS's usual entry: {'; '.join(levels)}"])

    def _unknown(self) -> str:
        if not any(subject.official for subject in self.subjects):
            return ""
        is_open = any(map(has_wages, self.subjects)) and not any(subject.area for subject in self.subjects)
        parts = ["your state (--area OH)"] if is_open else []
        if any(subject.role for subject in self.subjects):
            titles = "these exact titles" if len(self.subjects) > 1 else "this exact title"
            parts.append(f"{titles}: official figures are of everyone in the occupation")
        return "; ".join(parts)

    # -- verdicts in words

    def _ranked(self, figures: _Figures, words: tuple[str, str], at: str) -> str:
        """Return the verdicts of all against the baseline, and of many the highest and the lowest.

        `words` say of a subject that its figure is higher, and that it is lower.
        """
        known = figures.known(self.ids)
        if len(self.ids) == 2 and len(known) == 2:
            return self._of_two(figures, words, at)
        if self.base not in known:
            return self._ends(figures, known)
        groups: dict[str, list[str]] = {}
        for id in known:
            if id != self.base:
                found = figures.verdict(self.base, id)
                groups.setdefault(_outcome(found, words), []).append(self._named(figures, id, found))
        against = [f"{outcome}: {', '.join(names)}" for outcome, names in groups.items()]
        base = f"against {self.names[self.base]} ({figures.text(self.base)}), {'; '.join(against)}" if against else ""
        return _joined([self._ends(figures, known), base])

    def _named(self, figures: _Figures, id: str, found: Verdict) -> str:
        """Return a subject with its figure; one that is the baseline's own is said of one reading alone."""
        claim = figures.claim(id)
        if found.kind != "same" or EITHER in found.why or not claim:
            return f"{self.names[id]} ({figures.text(id)})"
        as_code = f" as {claim.population}" if figures.doubts else ""
        return f"{self.names[id]} ({fields.text(claim)}{as_code})"

    def _of_two(self, figures: _Figures, words: tuple[str, str], at: str) -> str:
        (other,) = self.others
        found = figures.verdict(self.base, other)
        one, two = self.names[self.base], self.names[other]
        values = f"{figures.text(other)} against {figures.text(self.base)}{f' {at}' if at else ''}"
        reading = f" {EITHER}" if EITHER in found.why else ""
        if found.kind == "same":
            return self._same(figures, other, at, reading)
        if found.kind == "unclear":
            return _joined([f"no clear difference{reading} between {two} and {one}: {values}"])
        if found.kind in DECIDED and found.absolute is not None:
            return _joined([f"{words[found.absolute < 0].format(two)}{reading}{_least(found)}: {values}"])
        return _joined([f"{two} and {one} are not ranked: {_why(found)} ({values})"])

    def _same(self, figures: _Figures, other: str, at: str, reading: str) -> str:
        claim = figures.claim(other)
        assert claim
        codes = {subject.occupation for subject in self.subjects}
        if at and len(codes) == 1:
            both = f"both are{' read as' if figures.doubts else ''} {codes.pop()}"
            return _joined([f"{both}, {fields.text(claim)} {at}: official figures cannot tell them apart"])
        if reading:
            return _joined([f"{figures.text(other)} for both{reading}"])
        as_code = f" as {claim.population}" if figures.doubts else ""
        return _joined([f"{fields.text(claim)} for both{as_code}"])

    def _ends(self, figures: _Figures, known: Sequence[str]) -> str:
        """Return the highest and the lowest of those that may be ranked against every other one."""
        rankable = [
            id for id in known if any(figures.verdict(id, other).kind in DECIDED for other in known if other != id)
        ]
        if len(rankable) < 2:
            return ""
        ends = []
        for word, sign in (("highest", 1), ("lowest", -1)):
            end = max(rankable, key=lambda id: sign * figures.claim(id).number)  # type: ignore[union-attr]
            verdicts = {id: figures.verdict(end, id) for id in rankable if id != end}
            unclear = [self.names[id] for id, found in verdicts.items() if found.kind in ("unclear", "same")]
            open_ = [self.names[id] for id, found in verdicts.items() if found.kind not in (*DECIDED, "same")]
            text = f"{word} of those that may be ranked: {self.names[end]} ({figures.text(end)})"
            text += f", not clearly apart from {joined_with_and(unclear)}" if unclear else ""
            ends.append(text + (f", not ranked against {joined_with_and(open_)}" if open_ else ""))
        return "; ".join(ends)


def _outcome(found: Verdict, words: tuple[str, str]) -> str:
    """Return a verdict as the heading of those that share it."""
    reading = f" {EITHER}" if EITHER in found.why else ""
    if found.kind == "unclear":
        return f"no clear difference{reading}"
    if found.kind == "same":
        return "the same figure"
    if found.kind in DECIDED and found.absolute is not None:
        word = words[found.absolute < 0].replace("{} ", "").replace(" for {}", "")
        return f"{word}{reading}{_least(found)}"
    return f"not ranked ({_why(found)})"


def _least(found: Verdict) -> str:
    """Return by how much two figures differ at least, where one is a bound; under two readings no amount holds."""
    if found.kind != "at-least" or found.absolute is None or EITHER in found.why:
        return ""
    return f", by at least {numbers.grouped(abs(found.absolute))}"


def _why(found: Verdict) -> str:
    return found.why.removeprefix("not ranked: ")


def _names(subjects: Sequence[Subject]) -> dict[str, str]:
    """Return what sentences call each subject: its place where all are one role, else its id or its title."""
    if len(subjects) > 1 and len({subject.bare_id for subject in subjects}) == 1:
        return {subject.id: subject.area.title if subject.area else THE_NATION for subject in subjects}
    names = {subject.id: subject.id if subject.role else subject.title_and_place for subject in subjects}
    # Official figures of an offer are its occupation's, and must not read as the offer's own.
    return {id: f"the occupation of {name}" if is_own(id) else name for id, name in names.items()}


def _parity(subject: Subject) -> float | None:
    if subject.area is None:
        return 100.0
    found = [claim.value for claim in subject.claims if claim.field == "price_parity"]
    return float(found[0]) if found and isinstance(found[0], int | float) else None


def _joined(parts: Sequence[str]) -> str:
    """Return the parts as sentences."""
    found = [part.strip() for part in parts if part.strip()]
    return " ".join(f"{part[:1].upper() if at else part[:1]}{part[1:].rstrip('.')}." for at, part in enumerate(found))
