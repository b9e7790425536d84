"""Hold a verdict to every occupation that a doubtful role may belong to."""

from collections.abc import Sequence
from itertools import product

from careercli.compare.code_groups import contains
from careercli.compare.doubts import Doubt
from careercli.compare.pairs import Verdict
from careercli.compare.verdicts import verdict
from careercli.model.claims import ROLE, Area, Claim, Subject

EITHER = "under either reading"
"""Behind a verdict on which all occupations agree that a role may belong to."""

_DECIDED = ("ranked", "at-least", "unclear", "same")


def readings(doubt: Doubt, claim: Claim, period: str) -> list[Claim | None]:
    """Return an official claim, then the same figure of each other occupation, None where none is published."""
    return [claim, *(_of_occupation(code, doubt.area, claim, period) for code in doubt.alternatives)]


def first_allowed(
    base: Sequence[Claim], other: Sequence[Claim], period: str = "year", doubtful: tuple[Doubt | None, ...] = ()
) -> Verdict:
    """Return the verdict on the first pair, in cell order, that may be compared; else that on the first pair.

    `doubtful` holds the doubts about the two subjects, None where there is none. Official figures of a doubtful
    role are ranked only where every reading gives the same verdict.
    """
    reason: Verdict | None = None
    for one in base:
        for two in other:
            found = verdict(one, two, period)
            if found.kind != "none":
                return _held(found, (one, two), period, doubtful)
            reason = reason or found
    return reason or verdict(None, None)


def _held(found: Verdict, pair: tuple[Claim, Claim], period: str, doubtful: tuple[Doubt | None, ...]) -> Verdict:
    doubts_here = [
        doubt if claim.population != ROLE else None for doubt, claim in zip(doubtful, pair, strict=False)
    ]  # fmt: skip
    if found.kind not in _DECIDED or not any(doubts_here) or _is_one_figure(*pair):
        return found
    figures = [
        readings(doubt, claim, period) if doubt else [claim] for doubt, claim in zip(doubts_here, pair, strict=True)
    ]
    is_one_role = len({doubt and doubt.role for doubt in doubts_here}) == 1
    pairs = zip(*figures, strict=True) if is_one_role else product(*figures)
    verdicts = [verdict(one, two, period) for one, two in pairs]
    if all(doubt is None or doubt.alternatives for doubt in doubts_here) and len(set(map(_outcome, verdicts))) == 1:
        return found._replace(why=f"{found.why}, {EITHER}")
    caveats = dict.fromkeys(doubt.caveat for doubt in doubts_here if doubt)
    kind = "none" if found.absolute is None else "difference"
    return Verdict(kind, f"doubtful occupation: {'; '.join(caveats)}", found.absolute, found.percent)


def _outcome(found: Verdict) -> tuple[str, bool]:
    """Return what must agree: the kind, and of a rank which of the two is higher."""
    higher = found.absolute > 0 if found.absolute is not None else " above " in found.why
    return found.kind, higher and found.kind != "unclear"


def _is_one_figure(one: Claim, two: Claim) -> bool:
    """Return True for two claims of one occupation, or of a group and its only member, in one place and at one date."""
    codes = one.population, two.population
    is_one = codes[0] == codes[1] or contains(*codes) or contains(*codes[::-1])
    return is_one and (one.area, one.as_of) == (two.area, two.as_of)


def _of_occupation(code: str, area: Area | None, claim: Claim, period: str) -> Claim | None:
    """Return the claim of another occupation that says what `claim` says of its own."""
    from careercli.model.wages import in_period
    from careercli.official.releases import NATION
    from careercli.store import official

    found = official.occupation(code, area.code if area else NATION, (claim.source,))
    if found is None:
        return None
    subjects: Sequence[Subject] = [Subject(None, found, area)]
    if claim.prices:
        from careercli.compare.parity import with_prices

        subjects = with_prices(subjects)
    same = [each for each in subjects[0].claims if _key(each) == _key(claim)]
    return next(iter(in_period(same, period) if claim.currency else same), None)


def _key(claim: Claim) -> tuple[str, ...]:
    return claim.field, claim.source.id, claim.item, claim.prices
