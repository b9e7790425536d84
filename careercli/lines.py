"""The comparison as a person reads it: lines of cells, each with the letter of its evidence.

Tables, Markdown and the explorer show these lines; programs get the claims themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from careercli import fields, figures
from careercli.compare import Comparison, Row, first_allowed
from careercli.model import ROLE, Claim, Role, Source, Subject
from careercli.official import bundled
from careercli.verdicts import Verdict

LEVEL_WORDS = {"entry": "entry", "experienced-new": "experienced, new to job", "experienced": "experienced in job"}
CALCULATED = "*"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one role's column says in one line: parts, the letters of who says so, and the difference."""

    parts: tuple[str, ...] = ()
    letters: str = ""
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of every role; `notes` are the numbers of the notes that belong to it."""

    section: str
    label: str
    cells: Mapping[str, Cell]
    notes: tuple[int, ...] = ()

    @property
    def letters(self) -> str:
        """The evidence of the whole line, where all its cells share one."""
        found = {cell.letters for cell in self.cells.values() if cell.parts}
        return found.pop() if len(found) == 1 else ""


@dataclass
class Page:
    """All lines of a comparison, the legend of its letters, its numbered notes, and doubts about roles."""

    subjects: tuple[Subject, ...]
    baseline: str
    per: str
    lines: list[Line] = field(default_factory=list)
    legend: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    doubts: list[str] = field(default_factory=list)


def summary(comparison: Comparison, today: date) -> Page:
    """The comparison on one screen: the lines of BRIEF that anybody says something in."""
    return _Builder(comparison, today).build(_brief_lines)


def full(comparison: Comparison, today: date) -> Page:
    """Every field that anybody says something in; official and own figures on lines of their own."""
    page = _Builder(comparison, today).build(_full_lines)
    page.doubts = doubts(comparison.subjects)
    return page


def doubts(subjects: Iterable[Subject]) -> list[str]:
    """What profiles themselves say about the occupation they were linked to."""
    return [
        f"{subject.id} as {subject.occupation}: {subject.occupation_note}"
        for subject in subjects
        if isinstance(subject, Role) and subject.occupation_note
    ]


def title_of(section: str) -> str:
    return fields.SECTIONS[section]


def unit_of(section: str, page: Page) -> str:
    """What the figures of a section are in, where they need to say: `US dollars a year`."""
    if section == "skills" and any(claim.statistic == "share" for s in page.subjects for claim in s.own):
        return "% of what: not stated"
    if section != "pay":
        return ""
    currencies = {claim.currency for subject in page.subjects for claim in subject.claims if claim.currency}
    names = "US dollars" if currencies <= {"USD"} else " and ".join(sorted(currencies))
    return f"{names} {'an hour' if page.per == 'hour' else 'a year'}"


def source_line(source: Source, populations: Collection[str], today: date) -> str:
    """Who says so, in one line: `US Bureau of Labor Statistics, OEWS May 2024, 30 months old: …`."""
    name = {"OEWS": f"BLS OEWS {source.release}", "EP": f"BLS projections {source.release}"}.get(source.series)
    words = [name or source.publisher]
    if not name and source.release:
        words.append(source.release)
    if source.series != "EP":
        words.append(bundled.age(source, today))
    if source.method in ("model", "opinion"):
        words.append({"model": "a model's estimate", "opinion": "an opinion"}[source.method])
    elif source.method == "unknown":
        words.append("method not stated")
    codes = sorted({code for code in populations if code != ROLE})
    whom = ["this title"] if ROLE in populations else []
    if codes:
        whom.append(f"whole occupation{'s' if len(codes) > 1 else ''} {_and(codes)}")
    return f"{', '.join(words)}: {' and '.join(whom)}"


def _and(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


class _Builder:
    """Gathers lines, giving each source its letter and each reason its number as they come up."""

    def __init__(self, comparison: Comparison, today: date) -> None:
        self.comparison = comparison
        self.today = today
        self.rows = {row.field.key: row for row in comparison.rows}
        self.page = Page(comparison.subjects, comparison.baseline, comparison.per or "year")
        self.letter_of: dict[str, str] = {}
        self.said_by: dict[str, tuple[Source, set[str]]] = {}
        self.withheld: dict[str, dict[str, list[tuple[str, str]]]] = {}

    def build(self, lines: Callable[[_Builder], None]) -> Page:
        lines(self)
        self.page.notes = self.reasons()
        for page, letter in self.letter_of.items():
            source, populations = self.said_by[page]
            self.page.legend.append((letter, source_line(source, populations, self.today)))
        if any(CALCULATED in part for line in self.page.lines for cell in line.cells.values() for part in cell.parts):
            self.page.legend.append((CALCULATED, "calculated at 2,080 hours a year, if full-time all year"))
        return self.page

    def add(
        self,
        section: str,
        label: str,
        claims: Mapping[str, Sequence[Claim]],
        parts: Callable[[Sequence[Claim]], Iterable[str]],
        measured: bool = False,
    ) -> None:
        """A line of what `parts` makes of each role's claims, unless nobody says anything."""
        if not any(claims.values()):
            return
        verdicts = self.verdicts(claims) if measured else {}
        cells = {
            each: Cell(tuple(parts(said)), self.letters(said), self.difference(said, verdicts.get(each)))
            for each, said in claims.items()
        }
        self.page.lines.append(Line(section, label, cells, self.notes(label, claims, verdicts)))

    def verdicts(self, claims: Mapping[str, Sequence[Claim]]) -> dict[str, Verdict]:
        base = self.comparison.baseline
        return {
            each: first_allowed(claims[base], said, self.page.per)
            for each, said in claims.items()
            if each != base and said and claims[base]
        }

    def letters(self, claims: Iterable[Claim]) -> str:
        found: dict[str, None] = {}
        for claim in claims:
            page = claim.source.page
            letter = self.letter_of.setdefault(page, _letter(len(self.letter_of)))
            self.said_by.setdefault(page, (claim.source, set()))[1].add(claim.population)
            found[letter] = None
        return ",".join(found)

    def difference(self, claims: Sequence[Claim], verdict: Verdict | None) -> str:
        if verdict is None or verdict.absolute is None or verdict.kind not in ("ranked", "at-least"):
            return ""
        gap = _gap(claims[0], verdict)
        return f"at least {gap}" if verdict.kind == "at-least" else gap

    def notes(
        self, label: str, claims: Mapping[str, Sequence[Claim]], verdicts: Mapping[str, Verdict]
    ) -> tuple[int, ...]:
        """The numbers of the notes that say why a line's figures are not ranked; one note a reason."""
        numbers: dict[int, None] = {}
        for each, verdict in verdicts.items():
            if _is_withheld(verdict, claims[self.comparison.baseline], claims[each]):
                gap = "" if verdict.absolute is None else _gap(claims[each][0], verdict)
                self.withheld.setdefault(verdict.why, {}).setdefault(label, []).append((each, gap))
                numbers[list(self.withheld).index(verdict.why) + 1] = None
        return tuple(numbers)

    def reasons(self) -> list[str]:
        """Each reason, and the lines and roles it is about."""
        alone = len(self.comparison.subjects) == 2
        out = []
        for why, lines in self.withheld.items():
            about = [f"{label}{_whom(who, alone)}" for label, who in lines.items()]
            out.append(f"not ranked, {why}: {'; '.join(about)}")
        return out


def _is_withheld(verdict: Verdict, base: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether two roles' figures differ and the difference is not ranked."""
    if any(claim.value is None for claim in (*base, *other)) or phrases(base) == phrases(other):
        return False
    return verdict.kind in ("none", "one-source", "difference", "unclear")


def _whom(who: Sequence[tuple[str, str]], alone: bool) -> str:
    """The gaps of a line by role, without the role's id where there is only one."""
    said = [gap if alone else f"{each} {gap}".rstrip() for each, gap in who]
    text = ", ".join(part for part in said if part)
    return f" {text}" if alone and text else f" ({text})" if text else ""


def _letter(index: int) -> str:
    """a to z, then aa, ab, …"""
    return (_letter(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)


def _gap(claim: Claim, verdict: Verdict) -> str:
    """A difference with its sign: `−13,000 −17.7 %` of money, `+325 %` of a count, `−5.5 points` of a percent."""
    assert verdict.absolute is not None
    if claim.statistic in ("change", "share"):
        return f"{figures.signed(figures.decimal(verdict.absolute))} points"
    absolute = figures.signed(figures.grouped(verdict.absolute))
    if verdict.percent is None:
        return absolute
    percent = f"{figures.signed(figures.decimal(verdict.percent))} %"
    return percent if claim.statistic == "count" else f"{absolute} {percent}"


# -- what stands in a cell


def reasoned(claims: Sequence[Claim]) -> list[str]:
    """As `phrases`, with the reason where a source has no figure."""
    missing = [f"{fields.MISSING}: {claim.note}" for claim in claims if claim.value is None]
    return phrases([claim for claim in claims if claim.value is not None]) + missing


def phrases(claims: Sequence[Claim]) -> list[str]:
    """Each claim with its level behind it and a mark where it is calculated."""
    out = []
    for claim in claims:
        text = fields.phrase(claim) + (CALCULATED if claim.basis == "calculated" else "")
        if claim.level:
            text = f"{text} {LEVEL_WORDS[claim.level]}"
        if claim.population != ROLE and claim.source.series == "":
            text = f"{text} ({claim.population}, {claim.as_of or 'undated'})"
        out.append(text)
    return list(dict.fromkeys(out))


def _ranges(claims: Sequence[Claim]) -> list[str]:
    """Two ends as one range, by level: `46,010–124,470`."""
    ends: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        ends.setdefault((claim.level, claim.source.page), []).append(claim)
    out = []
    for (level, _), pair in ends.items():
        if pair[0].value is None:
            out.append(fields.MISSING)
            continue
        text = "–".join(fields.text(claim) for claim in pair)
        mark = CALCULATED if any(claim.basis == "calculated" for claim in pair) else ""
        out.append(f"{text}{mark} {LEVEL_WORDS.get(level, '')}".rstrip())
    return out


def _one_line(claims: Sequence[Claim]) -> list[str]:
    return ["; ".join(fields.text(claim) for claim in claims)] if claims else []


def _top(claims: Sequence[Claim]) -> list[str]:
    """The first two of a list with their weights, and how many more."""
    shown = [_named(claim) for claim in claims[:2]]
    more = f" +{len(claims) - 2}" if len(claims) > 2 else ""
    return [", ".join(shown) + more] if claims else []


def _named(claim: Claim) -> str:
    weight = claim.value if isinstance(claim.value, int | float) else None
    return claim.name if weight is None else f"{claim.name} {figures.decimal(weight)}"


# -- the summary


@dataclass(frozen=True, slots=True)
class Brief:
    """A line of the summary: the fields it draws from, whose claims, and how they read."""

    section: str
    label: str
    keys: tuple[str, ...]
    official: bool
    parts: Callable[[Sequence[Claim]], Iterable[str]] = phrases
    measured: bool = False


BRIEF = (
    Brief("pay", "official median", ("median",), True, measured=True),
    Brief("pay", "10th–90th percentile", ("p10", "p90"), True, _ranges),
    Brief("pay", "median, own source", ("median",), False, measured=True),
    Brief("pay", "mean, own source", ("mean",), False, measured=True),
    Brief("pay", 'site "average"', ("estimate",), False, measured=True),
    Brief("pay", "range", ("low", "high"), False, _ranges),
    Brief("pay", "best paid, no amounts", ("best_city", "best_company"), False, _one_line),
    Brief("outlook", "projected change", ("employment_change",), True, measured=True),
    Brief("outlook", "openings a year", ("openings",), True, measured=True),
    Brief("outlook", "growth, no period", ("growth",), False, measured=True),
    Brief("outlook", "people employed", ("employment",), True, measured=True),
    Brief("outlook", '"number of jobs"', ("jobs",), False, measured=True),
    Brief("entry", "usual education", ("entry_education",), True),
    Brief("entry", "degree workers hold", ("degree_held",), False),
    Brief("entry", "time to become", ("time_to_become",), False),
    Brief("entry", "certifications", ("certifications",), False, _top),
)


def _brief_lines(builder: _Builder) -> None:
    for brief in BRIEF:
        keys = [key for key in brief.keys if key in builder.rows]
        if keys:
            claims = _claims(builder, keys, brief.official)
            if brief.keys == ("estimate",):
                _add_estimates(builder, brief, claims)
            else:
                builder.add(brief.section, brief.label, claims, brief.parts, brief.measured)
    if "skills" in builder.rows:
        _skills(builder, builder.rows["skills"])


def _add_estimates(builder: _Builder, brief: Brief, claims: Mapping[str, Sequence[Claim]]) -> None:
    """A site's figure with its listed twin in the other period: `64,272 (30.90 an hour)`."""
    other, unit = ("hour", "an hour") if builder.page.per == "year" else ("year", "a year")
    twins = {
        subject.id: next(
            (fields.text(c) for c in subject.own if c.field == "estimate" and c.per == other and c.value), ""
        )
        for subject in builder.comparison.subjects
    }

    def parts(said: Sequence[Claim]) -> list[str]:
        owner = next((each for each, found in claims.items() if found is said), "")
        twin = twins.get(owner, "")
        listed = any(claim.basis == "listed" for claim in said)
        return [f"{text} ({twin} {unit})" if twin and listed else text for text in phrases(said)]

    builder.add(brief.section, brief.label, claims, parts, brief.measured)


def _skills(builder: _Builder, row: Row) -> None:
    """What all roles share, and what each has alone."""
    named = {each: {claim.name.casefold() for claim in claims} for each, claims in row.cells.items()}
    counted = [names for names in named.values() if names]
    shared = set.intersection(*counted) if len(counted) > 1 else set()
    both = "in both" if len(counted) == 2 else "in all that list skills"
    if shared:
        in_all = {each: [c for c in said if c.name.casefold() in shared] for each, said in row.cells.items()}
        builder.add("skills", both, in_all, _top)
    rest = {each: [c for c in said if c.name.casefold() not in shared] for each, said in row.cells.items()}
    builder.add("skills", "only here" if shared else "skills", rest, _top)


def _claims(builder: _Builder, keys: Iterable[str], official: bool) -> dict[str, list[Claim]]:
    """The claims of some fields by role, from releases or from the role's own sources."""
    ids = [subject.id for subject in builder.comparison.subjects]
    return {
        each: [c for key in keys for c in builder.rows[key].cells[each] if bool(c.source.series) == official]
        for each in ids
    }


# -- everything


def _full_lines(builder: _Builder) -> None:
    for row in builder.comparison.rows:
        shown = row.field
        measured = shown.kind in (fields.MONEY, fields.COUNT, fields.PERCENT, fields.NUMBER)
        official, own = (_claims(builder, [shown.key], each) for each in (True, False))
        both = any(official.values()) and not shown.official
        builder.add(shown.section, f"official {shown.label}" if both else shown.label, official, reasoned, measured)
        builder.add(shown.section, shown.label, own, reasoned, measured)
