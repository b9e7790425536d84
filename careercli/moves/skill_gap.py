"""Compare the skills of two roles: what both share, what the second asks for besides, what it has no use for.

O*NET's ratings are compared with O*NET's ratings, by careercli.moves.gap; where a role's occupation is doubtful, every
occupation that it may belong to must agree. Everything else is compared by name, through the reviewed synonyms.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from math import hypot
from typing import NamedTuple

from careercli.compare.verdicts import EDUCATION
from careercli.model.claims import Claim, Number, Subject
from careercli.model.numbers import NORMAL, half_up
from careercli.model.titles import words
from careercli.moves import skills
from careercli.moves.gap import EXTRA, MISSING, SHARED, UNKNOWN, ElementGap, ScaleGap, compared
from careercli.moves.skills import KINDS, PERCENT, Skill
from careercli.official import onet
from careercli.official.cells import printed_number
from careercli.official.releases import newest, newest_onet
from careercli.store import lists
from careercli.store.ratings import Rated, ratings

HELPS = {"certifications": "certification", "learning": "course", "steps": "step"}
"""The fields of a profile that say how a skill is gained, and what each statement in them is called."""

_ORDER = {MISSING: 0, SHARED: 1, EXTRA: 2, UNKNOWN: 3}
_KIND_ORDER = tuple(KINDS.values())
_LEVELS = (skills.IMPORTANCE, skills.LEVEL)


class GapRow(NamedTuple):
    """One thing that a source names for either role: where it stands, and how each role has it on one scale.

    `status` is MISSING, SHARED, EXTRA or UNKNOWN. The weights are in the unit of their scale, None where there is
    none; `gap` is TO less FROM where both are of one source and scale. `clear` is `yes` outside the publisher's error,
    `no` inside it, empty where none is published. `helps` are statements of TO's sources on how to gain it;
    `explain` says what it was joined by.
    """

    status: str
    kind: str
    name: str
    weight_from: Number | None
    weight_to: Number | None
    gap: Number | None
    clear: str
    scale: str
    source: str
    helps: tuple[str, ...] = ()
    caveat: str = ""
    explain: str = ""
    is_rated: bool = False


def skill_gap(one: Subject, two: Subject) -> list[GapRow]:
    """Return what is missing on the way from one role to the other, then what is shared, then extra, then unknown.

    Missing comes in the order in which it matters in TO: what its own sources name, in their order, then O*NET's
    ratings by importance, then technologies, tools and credentials.
    """
    rows = [*_by_name(one, two), *_by_ratings(one, two), *_by_education(one, two)]
    return sorted(rows, key=lambda row: (_ORDER[row.status], _place(row)))


def _place(row: GapRow) -> tuple[int, int]:
    order = _KIND_ORDER.index(row.kind)
    return (0, 0) if not row.is_rated and order < 2 else (1, 0) if row.is_rated else (2, order)


def doubts(*subjects: Subject) -> str:
    """Return the caveats of the roles whose occupation is doubtful: `support-tech: perhaps 43-4051`."""
    doubtful = (each.role for each in subjects if each.role and each.occupation_caveat)
    return "; ".join(f"{role.id}: {role.occupation_caveat}" for role in doubtful)


# -- by name


def _by_name(one: Subject, two: Subject) -> Iterator[GapRow]:
    have, want = _by_key(one), _by_key(two)
    caveat = doubts(one, two)
    statements = [claim for claim in two.own if claim.field in HELPS and claim.value is not None]
    for name, there in want.items():
        if _counts(there):
            here = have.get(name)
            row = _named_row(SHARED if here else MISSING, here, there, caveat)
            yield row if here else row._replace(helps=tuple(_helps(there, statements)))
    for name, here in have.items():
        if name not in want and _counts(here):
            yield _named_row(EXTRA, here, None, caveat)


def _counts(skill: Skill) -> bool:
    """Return True of what is compared by name: of O*NET's technologies those in demand alone."""
    if skill.kind == "technology" and skill.of_occupation:
        return skill.scale.startswith(onet.IN_DEMAND)
    return skill.scale not in (*_LEVELS, skills.ENTRY)


def _by_key(subject: Subject) -> dict[str, Skill]:
    """Return what is named for a role, by key: of several, the first, which is the role's own if there is one."""
    found: dict[str, Skill] = {}
    for skill in skills.of_subject(subject):
        found.setdefault(skill.key, skill)
    return found


def _named_row(status: str, here: Skill | None, there: Skill | None, doubt: str) -> GapRow:
    shown = there or here
    assert shown is not None
    weights = [each.weight if each and each.scale == PERCENT else None for each in (here, there)]
    scale = PERCENT if weights != [None, None] else shown.scale
    gap = None
    if weights[0] is not None and weights[1] is not None and here and there and here.source == there.source:
        gap = half_up(weights[1] - weights[0])
    sources = dict.fromkeys(each.source.id for each in (there, here) if each)
    doubtful = doubt if any(each.of_occupation for each in (here, there) if each) else ""
    caveats = dict.fromkeys(filter(None, (shown.caveat, doubtful)))
    return GapRow(
        status, shown.kind, shown.name, weights[0], weights[1], gap, "", scale, ", ".join(sources),
        caveat="; ".join(caveats), explain=_joined(here, there),
    )  # fmt: skip


def _joined(here: Skill | None, there: Skill | None) -> str:
    """Return by what decision two names were read as one, if they differ."""
    if not here or not there or words(here.name) == words(there.name):
        return ""
    reasons = ((name, *skills.reading(name)) for name in (here.name, there.name))
    said = [f"{name} is read as {means}: {why}" for name, means, why in reasons if means]
    return "; ".join(said)


def _helps(skill: Skill, statements: Sequence[Claim]) -> Iterator[str]:
    """Yield the statements of a profile that have every word of a skill's name: `certification: CompTIA Network+`."""
    wanted = {*words(skill.name)}
    for claim in statements:
        text = ": ".join(str(part) for part in (claim.item, claim.value) if part)
        if wanted and wanted <= {*words(text)} and skill.name not in (claim.item, claim.value):
            yield f"{HELPS[claim.field]}: {text}"


# -- usual entry education


def _by_education(one: Subject, two: Subject) -> Iterator[GapRow]:
    """Yield the usual entry education of TO, where it is known; missing if that of FROM is lower."""
    pairs = _pairs(one, two)
    entries = lists.entries({code for pair in pairs for code in pair if code})
    levels = [tuple(entries[code].entry_education if code in entries else None for code in pair) for pair in pairs]
    statuses = {_status_of_levels(*pair) for pair in levels}
    if levels[0][1]:
        status = statuses.pop() if len(statuses) == 1 and _is_decided(one, two) else UNKNOWN
        source = newest("EP").id
        explain = f"{one.id}: {levels[0][0] or 'unknown'}; {two.id}: {levels[0][1]}"
        yield GapRow(
            status, "education", levels[0][1], None, None, None, "", skills.ENTRY, source,
            caveat=doubts(one, two), explain=explain,
        )  # fmt: skip


def _status_of_levels(here: str | None, there: str | None) -> str:
    if here not in EDUCATION or there not in EDUCATION:
        return UNKNOWN
    return MISSING if EDUCATION.index(here) < EDUCATION.index(there) else SHARED


# -- by O*NET's ratings


def _by_ratings(one: Subject, two: Subject) -> Iterator[GapRow]:
    """Yield importance and level of each element that is important in one of the two, by importance in TO."""
    pairs = _pairs(one, two)
    here, there = ({row.element: row for row in ratings(code)} for code in pairs[0])
    others = [[{row.element: row for row in ratings(code)} for code in pair] for pair in pairs[1:]]
    caveat = doubts(one, two)
    is_decided = _is_decided(one, two)
    for element in sorted(here.keys() & there.keys(), key=lambda each: -(there[each].importance or 0)):
        found = compared(here[element].measures, there[element].measures)
        if found is None:
            continue
        status = found.status if is_decided else UNKNOWN
        if any(_status(a, b, element) != status for a, b in others):
            status = UNKNOWN
        yield from _rated_rows(here[element], there[element], found._replace(status=status), caveat)


def _pairs(one: Subject, two: Subject) -> list[tuple[str, str]]:
    """Return the occupations to compare: the roles' own first, then every other that a doubtful role may belong to."""
    if one.occupation == two.occupation:
        return [(one.occupation, two.occupation)]
    here, there = ((each.occupation, *(each.role.occupation_alternatives if each.role else ())) for each in (one, two))
    return list(product(here, there))


def _is_decided(one: Subject, two: Subject) -> bool:
    """Return False where an occupation is doubtful, its profile names no other, and the two are not the same."""
    doubtful = [each.role for each in (one, two) if each.role and each.occupation_caveat]
    return one.occupation == two.occupation or all(role.occupation_alternatives for role in doubtful)


def _status(here: dict[int, Rated], there: dict[int, Rated], element: int) -> str:
    found = compared(here[element].measures, there[element].measures) if element in here and element in there else None
    return found.status if found else UNKNOWN


def _rated_rows(here: Rated, there: Rated, found: ElementGap, caveat: str) -> Iterator[GapRow]:
    source = newest_onet(there.kind).id
    scales = (skills.IMPORTANCE, found.importance, 1), (skills.LEVEL, found.level, 3)
    for scale, gap, at in scales:
        before, one, after, two = *here.measures[at : at + 2], *there.measures[at : at + 2]
        yield GapRow(
            found.status, KINDS[there.kind], there.name, printed_number(before, 100), printed_number(after, 100),
            printed_number(gap.difference, 100), _clear(gap), scale, source,
            caveat=caveat, explain=_error(gap, one, two), is_rated=True,
        )  # fmt: skip


def _clear(gap: ScaleGap) -> str:
    return "" if gap.is_clear is None else "yes" if gap.is_clear else "no"


def _error(gap: ScaleGap, one: int | None, two: int | None) -> str:
    """Return the 95 % error of a difference in words."""
    if gap.difference is None:
        return "one of the two has no rating"
    if one is None or two is None:
        return "no error is published"
    error = NORMAL * hypot(one, two) / 10_000
    return f"95 % error of the difference: 1.96 × √({one / 10_000:.2f}² + {two / 10_000:.2f}²) = {error:.2f}"
