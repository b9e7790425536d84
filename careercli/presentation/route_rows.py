"""Say what steps are to programs, and why there is no route."""

from collections.abc import Collection, Iterable, Sequence

from careercli.errors import CareerError, UsageError
from careercli.model import fields
from careercli.model.claims import Claim, Subject, Value
from careercli.moves.graph import NEAREST
from careercli.moves.paths import Found, Wanted
from careercli.moves.steps import ASKED, Step, clearly_asked

COLUMNS = (
    "route", "step", "from", "to", "branch", "median_from", "median_to", "edge", "source", "caveat",
)  # fmt: skip
MORE_COLUMNS = (
    "to_title", "change", "verdict", "why", "education", "experience", "training", "certifications", "clearly_asked",
)  # fmt: skip
"""Columns that are written if they are named."""

_ASKED = dict(zip(ASKED, ("education", "experience", "training", "certifications"), strict=True))


def checked_ends(start: Subject, end: Subject) -> Subject:
    """Return `end`, to which a route may be asked. Raises CareerError where both ends are one occupation or role."""
    if end.bare_id == start.bare_id:
        raise UsageError(f"{start.id} is both ends; where it leads to: careercli path {start.bare_id}")
    if start.occupation == end.occupation and not (start.role and end.role):
        raise CareerError(f"{start.id} and {end.id} are one occupation; name two roles, or two occupations")
    return end


def left_out(found: Found) -> Iterable[str]:
    """Yield how many steps are left out, and why."""
    for count, what in ((found.without_wage, "medians that may be compared"), (found.without_gap, "known gap")):
        if count:
            yield f"{count:,} of {found.steps:,} steps are left out, as they have no {what}"


def unreachable(start: Subject, end: Subject, wanted: Wanted, found: Found) -> str:
    """Return why there is no route, and what can be reached that is nearest."""
    text = f"no route from {start.id} to {end.id}"
    if found.fewest:
        return f"{text} of at most {wanted.most} steps; the shortest has {found.fewest}: --max-steps {found.fewest}"
    if found.nearest is None:
        return f"{text}: nothing that leads there can be reached"
    near = f"{found.nearest.id} {found.nearest.title}" if not found.nearest.role else found.nearest.id
    return f"{text}; the nearest that can be reached is {near}: careercli path {start.bare_id} {found.nearest.bare_id}"


def values(route: int, position: int, step: Step, asked_for: Collection[str]) -> dict[str, Value]:
    """Return a step by COLUMNS and MORE_COLUMNS: numbers, `>=239200` for a bound, None where unknown.

    What takes long is left out unless it is among those `asked_for`.
    """
    change = step.change
    asked = {name: listed(step.asks(field)) for field, name in _ASKED.items()}
    return {
        "route": route,
        "step": position,
        "from": step.start.id,
        "to": end_id(step),
        "branch": step.edge.branch,
        "median_from": fields.bounded(change.before) if change.before else None,
        "median_to": fields.bounded(change.after) if change.after else None,
        "edge": step.edge.kind,
        "source": _source_id(step),
        "caveat": "; ".join(f"{subject.id}: {text}" for subject, text in doubtful([step])),
        "to_title": end_title(step),
        "change": change.verdict.absolute,
        "verdict": change.verdict.kind,
        "why": change.verdict.why,
        **asked,
        "clearly_asked": "; ".join(clearly_asked(step)) if "clearly_asked" in asked_for else None,
    }


def listed(claims: Sequence[Claim]) -> str:
    """Return the names of claims."""
    return "; ".join(claim.name for claim in claims)


def _source_id(step: Step) -> str:
    """Return the id of a source, before it that of the role whose profile names it, if that is not the start."""
    if step.says is None:
        return "careercli" if step.edge.kind == NEAREST else step.edge.source
    is_own = not step.edge.role or step.edge.role == step.edge.start
    return step.says.id if is_own else f"{step.edge.role}/{step.says.id}"


def end_id(step: Step) -> str:
    """Return the id of the role or occupation at the end, also where it has no profile."""
    return step.end.id if step.end else step.edge.end


def end_title(step: Step) -> str:
    """Return its title."""
    return step.end.title if step.end else step.edge.title


def doubtful(steps: Iterable[Step]) -> list[tuple[Subject, str]]:
    """Return the roles at either end whose occupation is doubtful, each once, with the short caveat."""
    subjects = {subject.id: subject for step in steps for subject in (step.start, step.end) if subject}
    return [(subject, subject.occupation_caveat) for subject in subjects.values() if subject.occupation_caveat]
