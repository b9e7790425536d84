"""Say what steps and routes show: the lines that people read."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from careercli.compare.readings import EITHER
from careercli.model import fields
from careercli.model.claims import Claim, Subject
from careercli.moves.graph import DOCUMENT, NEAREST, ONET
from careercli.moves.paths import Wanted
from careercli.moves.routes import GAP, STEPS, WAGE
from careercli.moves.steps import ASKED, Step, clearly_asked
from careercli.official.releases import NATION_TITLE, newest
from careercli.presentation.page import DOUBT
from careercli.presentation.phrases import counted, gap, joined_with_and, uncapitalized
from careercli.presentation.route_rows import doubtful, end_id, end_title, listed
from careercli.presentation.sources import name_of

_MOST_NAMED = 3


class StepLines(NamedTuple):
    """A step as people read it: the role at its end, its median, how that differs, and texts below.

    `title` is the role's, `asked` its usual schooling, experience and training; the first text has both.
    """

    name: str
    median: str
    change: str
    details: tuple[str, ...]
    title: str = ""
    asked: str = ""


class Group(NamedTuple):
    """Steps of one branch, or those of one route."""

    title: str
    steps: tuple[StepLines, ...]


class Page(NamedTuple):
    """A page for people: lines above, groups of steps, notes below."""

    heading: tuple[str, ...]
    groups: tuple[Group, ...]
    notes: tuple[str, ...]


_BETTER = {STEPS: "fewest steps first", GAP: "smallest real gap first", WAGE: "best worst step first"}


def tree(start: Subject, steps: Sequence[Step]) -> Page:
    """Return the next steps from a role or occupation by branch and by who says so."""
    notes = _Notes()
    groups = [
        Group(_branch(found[0]), tuple(notes.lines(step, _certifications(step)) for step in found))
        for found in (list(each) for _, each in groupby(steps, lambda step: (step.edge.branch, _says(step))))
    ]
    before = steps[0].change.before if steps else None
    return Page((_who(start, before), _where(start)), tuple(groups), tuple(notes.notes(steps)))


def routes(start: Subject, end: Subject, found: Sequence[Sequence[Step]], wanted: Wanted) -> Page:
    """Return routes, best first, and in the heading what makes one better and what each step must keep to."""
    notes = _Notes()
    groups = [
        Group(
            f"{number}  {counted(len(steps), 'step')}", tuple(notes.lines(each, _route_details(each)) for each in steps)
        )
        for number, steps in enumerate(found, 1)
    ]
    before = found[0][0].change.before if found else None
    least = ", no pay cut" if wanted.no_pay_cut else ""
    better = f"{_BETTER[wanted.by]}{least} · {_where(start)}"
    heading = f"from {_who(start, before)}", f"to {end.id} · {end.title}", better
    return Page(heading, tuple(groups), tuple(notes.notes([step for steps in found for step in steps])))


class _Notes:
    """Turns steps into lines, and numbers the reasons for what is not ranked, in order of first use."""

    def __init__(self) -> None:
        self._reasons: dict[str, int] = {}

    def lines(self, step: Step, details: Iterable[str]) -> StepLines:
        doubt = DOUBT if step.end and step.end.occupation_caveat else ""
        after = step.change.after
        known = after is not None and after.value is not None
        median = fields.text(after) + doubt if after and known else fields.UNKNOWN
        title = f"{end_title(step)}{'' if step.end else ', which has no profile here'}"
        asked = _asks(step)
        asked = f"{asked}{doubt}" if asked else ""
        texts = (f"{title}: {asked}" if asked else title, _either(step), *details)
        shown = tuple(text for text in texts if text)
        return StepLines(end_id(step), median, self._change(step), shown, end_title(step), asked)

    def _change(self, step: Step) -> str:
        """Return the difference of the medians as far as the verdict allows it."""
        verdict = step.change.verdict
        if verdict.kind in ("unclear", "same"):
            return "no clear difference" if verdict.kind == "unclear" else "the same figure"
        if verdict.absolute is None:
            return self._number(verdict.why)
        difference = gap("median", verdict)
        if verdict.kind == "ranked":
            return difference
        return f"at least {difference}" if verdict.kind == "at-least" else f"{difference} {self._number(verdict.why)}"

    def _number(self, reason: str) -> str:
        return f"({self._reasons.setdefault(reason, len(self._reasons) + 1)})"

    def notes(self, steps: Sequence[Step]) -> Iterable[str]:
        yield from (f"({number}) not ranked: {reason}" for reason, number in self._reasons.items())
        yield from (f"? {subject.id} as {subject.occupation}: {text}" for subject, text in doubtful(steps))
        if any(step.edge.kind in (ONET, NEAREST) for step in steps):
            yield "related occupations are alike in what is done and known; nobody has counted who moves"
        if steps:
            wages, projections = newest("OEWS"), newest("EP")
            yield f"medians in US dollars a year: {name_of(wages)}, everyone in these occupations; {wages.caveat}"
            yield f"usual schooling, experience and training: {name_of(projections)}, of the nation"


def _either(step: Step) -> str:
    """Return that a difference holds under every reading of a doubtful role, where it is ranked."""
    verdict = step.change.verdict
    if not verdict.why.endswith(EITHER) or verdict.kind not in ("ranked", "at-least") or not verdict.absolute:
        return ""
    return f"{'more' if verdict.absolute > 0 else 'less'} {EITHER}"


def _who(subject: Subject, median: Claim | None) -> str:
    doubt = DOUBT if subject.occupation_caveat else ""
    amount = f" · {fields.text(median)}{doubt} as {subject.occupation}" if median and median.value is not None else ""
    return f"{subject.id} · {subject.title}{amount}"


def _where(subject: Subject) -> str:
    return subject.area.title if subject.area else NATION_TITLE


def _branch(step: Step) -> str:
    says = _says(step)
    return f"{step.edge.branch}, {says}" if step.edge.branch else says


def _says(step: Step) -> str:
    """Return who says that a step leads there."""
    if step.edge.kind == NEAREST:
        return "near by our measure: alike, not moves"
    name = name_of(step.says) if step.says else step.edge.source
    if step.edge.kind == ONET:
        return f"related by {name}: alike, not moves"
    of_whom = f" of {step.edge.role}" if step.edge.role not in ("", step.edge.start) else ""
    if step.edge.kind == DOCUMENT:
        return f"says {name}{of_whom}"
    return f"in the judgment of {name}{of_whom}"


def _asks(step: Step) -> str:
    """Return the usual schooling, experience and training."""
    schooling, experience, training = (listed(step.asks(field)) for field in ASKED[:3])
    needed = [
        schooling,
        f"experience: {uncapitalized(experience)}" if experience not in ("", "None") else "",
        uncapitalized(training) if training not in ("", "None") else "",
    ]
    return "; ".join(filter(None, needed))


def _certifications(step: Step) -> list[str]:
    names = [claim.name for claim in step.asks("certifications")]
    return [f"certifications: {_first(names)}"] if names else []


def _route_details(step: Step) -> list[str]:
    asked = clearly_asked(step)
    clearly = [f"clearly more asked: {_first(asked)}"] if asked else []
    return [*_certifications(step), *clearly, _says(step).replace("alike, not moves", "alike, not a move")]


def _first(names: Sequence[str]) -> str:
    """Return the first few names and the number of the rest."""
    more = len(names) - _MOST_NAMED
    if more <= 1:
        return joined_with_and(names)
    return joined_with_and([*names[:_MOST_NAMED], f"{more} more"])
