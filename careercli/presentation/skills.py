"""Say what a list of skills, and the gap between two roles, shows to people."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from careercli.model import fields, numbers
from careercli.model.claims import Claim, Number, Source, Subject, Value
from careercli.moves import skills
from careercli.moves.gap import EXTRA, MISSING, SHARED, UNKNOWN
from careercli.moves.skill_gap import HELPS, GapRow
from careercli.moves.skills import Skill
from careercli.official.onet import IN_DEMAND
from careercli.official.releases import newest, newest_onet, of_onet
from careercli.presentation.page import DOUBT
from careercli.presentation.sources import name_of
from careercli.store.ratings import ratings

GAP_COLUMNS = (
    "status", "kind", "name", "weight_from", "weight_to", "gap", "clear", "scale", "source", "helps", "caveat",
    "explain",
)  # fmt: skip
COLUMNS = ("role", "kind", "name", "weight", "scale", "as_of", "source", "caveat", "explain")

_CLEAR = "*"
_HEADINGS = {
    MISSING: "MISSING: asked for in {two}, not found in {one}; what matters most in {two} comes first",
    SHARED: "SHARED: found in both, or rated with no clear difference",
    EXTRA: "EXTRA: found in {one} alone",
    UNKNOWN: "NOT KNOWN: no error is published, or the readings of a doubtful occupation disagree",
}
PLURALS = {
    "skill": "skills", "knowledge": "knowledge", "technology": "technologies", "tool": "tools",
    "soft skill": "soft skills", "certification": "certifications", "education": "usual entry education",
}  # fmt: skip


class Block(NamedTuple):
    """One part of the gap: a heading, paragraphs, rows of a table by column, and paragraphs below them."""

    heading: str
    above: Sequence[str]
    rows: Sequence[Mapping[str, str]]
    below: Sequence[str]


def row_values(skill: Skill, subject: Subject, doubt: str) -> dict[str, Value]:
    """Return a row of `skills ROLE` by COLUMNS."""
    means, why = skills.reading(skill.name)
    caveats = (skill.caveat, doubt if skill.of_occupation else "")
    return {
        "role": subject.id, "kind": skill.kind, "name": skill.name, "weight": skill.weight, "scale": skill.scale,
        "as_of": skill.as_of, "source": skill.source.id, "caveat": "; ".join(filter(None, caveats)),
        "explain": f"read as {means}: {why}" if means else "",
    }  # fmt: skip


def shortened(values: Sequence[Mapping[str, Value]], doubt: str) -> tuple[list[dict[str, Value]], str]:
    """Return the rows that people see, and the note below them: of O*NET's technologies those in demand alone."""
    shown: dict[tuple[Value, ...], dict[str, Value]] = {}
    kept = [row for row in values if not _is_rarely_asked(row)]
    for row in kept:
        line = _as_shown(row, doubt)
        first = shown.setdefault((row["kind"], row["name"], row["source"]), line)
        if first is not line:
            first["weight"] = " / ".join(map(str, (first["weight"], line["weight"])))
            first["scale"] = " / ".join(map(str, (first["scale"], line["scale"])))
    more = len(values) - len(kept)
    notes = ["of O*NET: skills and knowledge rated 3 (important) or more, technologies in demand"]
    notes += [f"{more} more technologies: -f tsv"] if more else []
    notes += [f"? {doubt}"] if doubt else []
    return list(shown.values()), "; ".join(notes)


def _is_rarely_asked(row: Mapping[str, Value]) -> bool:
    """Return True of a technology of O*NET's that is not in demand in the occupation."""
    is_of_onet = row["kind"] == "technology" and row["source"] == newest_onet("technologies").id
    return is_of_onet and not str(row["scale"]).startswith(IN_DEMAND)


def _as_shown(row: Mapping[str, Value], doubt: str) -> dict[str, Value]:
    """Return a row with the sign of a doubtful occupation beside its name, and a source's own warning in the scale."""
    caveat = str(row["caveat"] or "")
    is_doubtful = bool(doubt) and caveat.endswith(doubt)
    own = caveat.removesuffix(doubt).removesuffix("; ")
    return dict(row) | {
        "name": f"{row['name']}{DOUBT if is_doubtful else ''}",
        "weight": None if row["weight"] is None else fields.shown(row["weight"]),
        "scale": " ".join(filter(None, (str(row["scale"] or ""), f"({own})" if own else ""))),
    }


def heading(one: Subject, two: Subject) -> str:
    return f"From {one.title} ({one.id}) to {two.title} ({two.id})"


def same_occupation(one: Subject, two: Subject) -> str:
    """Return in a sentence that two roles share an occupation; empty where they do not."""
    if not one.occupation or one.occupation != two.occupation:
        return ""
    title = one.official.title if one.official else ""
    return (
        f"both are {one.occupation} {title}: what O*NET and BLS say of it is the same for both; only what the roles'"
        " own sources name tells them apart"
    )


def unrated(subjects: Iterable[Subject]) -> list[str]:
    """Return which of the subjects' occupations O*NET does not rate."""
    codes = dict.fromkeys(each.occupation for each in subjects if each.occupation)
    return [f"O*NET has no ratings of {code}" for code in codes if not ratings(code)]


def told_apart(rows: Sequence[GapRow], one: Subject, two: Subject) -> list[GapRow]:
    """Return the rows without what one occupation shares with itself."""
    is_same = bool(same_occupation(one, two))
    return [row for row in rows if not (is_same and row.status == SHARED and is_official(row))]


def heading_of(status: str, one: Subject, two: Subject, is_empty: bool) -> str:
    """Return the heading above the rows of a status."""
    if is_empty and status == MISSING:
        return "MISSING: nothing that a source names"
    return _HEADINGS[status].format(one=one.id, two=two.id)


def blocks(rows: Sequence[GapRow], one: Subject, two: Subject, explain: bool = False) -> list[Block]:
    """Return the parts of the gap that have anything; what one occupation shares with itself is left out."""
    shown = told_apart(rows, one, two)
    found = [_missing([row for row in shown if row.status == MISSING], one, two)]
    for status in (SHARED, EXTRA, UNKNOWN):
        part = [row for row in shown if row.status == status]
        if part:
            found.append(Block(heading_of(status, one, two, is_empty=False), [], [], _lists(part)))
    reasons = [
        f"{row.status or 'not known'}, {row.name}{f', {row.scale}' if row.is_rated else ''}: {row.explain}"
        for row in shown
        if row.explain
    ]
    return [*found, Block("WHY: synonyms and errors", [], [], reasons)] if explain and reasons else found


def _missing(part: Sequence[GapRow], one: Subject, two: Subject) -> Block:
    text = heading_of(MISSING, one, two, is_empty=not part)
    listed = [row for row in part if not (row.is_rated or row.weight_to is not None)]
    own = [row for row in listed if row.kind in ("skill", "knowledge")]
    helps = [f"helps with {row.name}: {'; '.join(row.helps)}" for row in part if row.helps]
    below = [*_lists([row for row in listed if row not in own]), *helps, *ways(two)]
    return Block(text, _lists(own), _table(part), below)


def is_official(row: GapRow) -> bool:
    """Return True of what O*NET or BLS says of the occupation."""
    return row.source in {newest("EP").id, *(each.id for each in of_onet())}


def _table(part: Sequence[GapRow]) -> list[dict[str, str]]:
    """Return what has a weight as rows: importance and level of one element beside each other."""
    rated: dict[tuple[str, str], dict[str, GapRow]] = {}
    for row in part:
        if row.is_rated or row.weight_to is not None:
            rated.setdefault((row.kind, row.name), {})[row.scale] = row
    return [{"missing": name} | weights(list(by_scale.values())) for (_, name), by_scale in rated.items()]


def weights(scales: Sequence[GapRow]) -> dict[str, str]:
    """Return the weights of one element `from` and `to`, those of its scales beside each other."""
    first = scales[0]
    doubt = DOUBT if first.is_rated and first.caveat else ""
    unit = " %" if first.scale == skills.PERCENT else ""
    pairs = [(_number(row.weight_from, unit), _number(row.weight_to, unit), _clearly_more(row)) for row in scales]
    return {
        "from": " / ".join(here + _CLEAR * (more < 0) for here, _, more in pairs) + doubt,
        "to": " / ".join(there + _CLEAR * (more > 0) for _, there, more in pairs) + doubt,
    }


def _clearly_more(row: GapRow) -> Number:
    """Return the gap where it is outside the publisher's error, else 0."""
    return row.gap if row.clear == "yes" and row.gap else 0


def _number(weight: Number | None, unit: str) -> str:
    return fields.UNKNOWN if weight is None else numbers.decimal(weight) + unit


def _lists(part: Sequence[GapRow]) -> list[str]:
    """Return the names of each kind as one paragraph."""
    kinds: dict[str, list[str]] = {}
    for row in part:
        label = f"rated by O*NET{DOUBT if row.caveat else ''}" if row.is_rated else PLURALS[row.kind]
        kinds.setdefault(label, []).append(_with_weights(row))
    return [f"{label}: {', '.join(dict.fromkeys(names))}" for label, names in kinds.items()]


def _with_weights(row: GapRow) -> str:
    doubt = DOUBT if row.caveat and not row.is_rated and is_official(row) else ""
    weights = [each for each in (row.weight_from, row.weight_to) if each is not None]
    if row.scale != skills.PERCENT or not weights:
        return row.name + doubt
    return f"{row.name} ({' and '.join(f'{numbers.decimal(each)} %' for each in weights)})"


def ways(subject: Subject) -> list[str]:
    """Return what the sources of a role say leads there: certifications, courses and steps, then BLS's training."""
    own = ((f"{noun}s named for {subject.id}", _texts(subject.own, field)) for field, noun in HELPS.items())
    official = subject.official.claims if subject.official else ()
    labels = {key: fields.BY_KEY[key].label for key in ("work_experience", "on_the_job_training")}
    usual = ((f"{label} (BLS, {subject.occupation})", _texts(official, key)) for key, label in labels.items())
    return [f"{label}: {'; '.join(texts)}" for label, texts in (*own, *usual) if texts and texts != ["None"]]


def _texts(claims: Iterable[Claim], field: str) -> list[str]:
    found = [claim for claim in claims if claim.field == field and claim.value is not None]
    return [": ".join(str(part) for part in (claim.item, claim.value) if part) for claim in found]


def legend(rows: Sequence[GapRow], sources: Sequence[Source], doubt: str) -> list[str]:
    """Return what the signs mean, the caveats, and the sources."""
    lines = []
    if any(row.is_rated for row in rows):
        lines.append(
            f"importance 1–5 / level 0–7, O*NET; {_CLEAR} clearly higher: outside the publisher's 95 % error of both"
        )
    if any(row.scale == skills.PERCENT for row in rows):
        lines.append("%: as a source prints it, of what is not stated")
    if doubt:
        lines.append(f"? {doubt}; ratings are sorted only where every reading agrees")
    lines.append("missing by name: no source names it for the first role, which does not mean that nobody there has it")
    named = dict.fromkeys(map(name_of, sources))
    return [*lines, f"sources: {', '.join(named)}"]
