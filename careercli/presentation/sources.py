"""Describe sources for people: legend lines, short names, evidence, and caveats about a role's occupation."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from careercli.model.claims import ROLE, Claim, Source, Subject
from careercli.official import releases
from careercli.presentation.phrases import EXPERIENCE_WORDS, UNITS, joined_with_and
from careercli.store import official

_METHODS = {"model": "a model's estimate", "opinion": "an opinion", "unknown": "method not stated"}

_SERIES = {"OEWS": "BLS OEWS", "EP": "BLS projections", "O*NET": "O*NET", "CPS": "BLS CPS"}

DATED_BY_RELEASE = ("EP", "AI exposure", "CPS")
"""Series whose releases have their date in their name."""


def source_line(source: Source, claims: Sequence[Claim], today: date, namesakes: Collection[str] = ()) -> str:
    """Return a legend line on a source of `claims`: `Zippia, undated, a model's estimate: this title`."""
    words = [name_of(source, namesakes)]
    if source.series not in DATED_BY_RELEASE:
        words.append(_dated(source, claims, today))
    if source.caveat:
        words[-1] = f"{words[-1]} ({source.caveat})".lstrip()
    if source.method in _METHODS and not source.series:
        words.append(_METHODS[source.method])
    return f"{', '.join(word for word in words if word)}: {_populations([claim.population for claim in claims])}"


def in_place(code: str) -> str:
    """Return ` in Toledo, OH` for the code of an area; empty for the nation."""
    area = official.area_of(code) if code not in ("", releases.NATION) else None
    return f" in {area.title}" if area else ""


def _dated(source: Source, claims: Sequence[Claim], today: date) -> str:
    """Return the age of a source; for O*NET, which dates each occupation's figures, the dates of the claims."""
    if source.series == "O*NET":
        dated = ((words, sorted({claim.as_of for claim in claims if claim.field in keys})) for words, keys in _DATED)
        return "; ".join(f"{words} {_span(dates)}" for words, dates in dated if dates)
    is_mixed = any(claim.as_of != source.as_of for claim in claims)
    return f"{releases.age(source, today)}{' unless said' if is_mixed else ''}"


_DATED = (
    ("job zone set", ("job_zone",)),
    ("importance from 1 to 5 rated", ("skills", "knowledge")),
    ("education said to be needed", ("education_reported",)),
    ("interests rated", ("interests",)),
    ("related occupations of", ("related",)),
    ("technologies of", ("technologies",)),
    ("tasks said", ("tasks",)),
)
"""The figures that O*NET dates by occupation: the words for them, and their fields."""


def _span(dates: Sequence[str]) -> str:
    """Return the sorted dates as `2014-07`, `2014-07 and 2023-08` or `2014-07 to 2024-08`."""
    return " and ".join(dates) if len(dates) < 3 else f"{dates[0]} to {dates[-1]}"


def name_of(source: Source, namesakes: Collection[str] = ()) -> str:
    """Return a source's short name, with its title if the name is one of `namesakes`."""
    if source.series in _SERIES:
        return f"{_SERIES[source.series]} {source.release}"
    parts = [source.publisher_or_title, source.release]
    if _name(source) in namesakes:
        parts.insert(1, source.title)
    return ", ".join(part for part in parts if part)


def namesakes(sources: Iterable[Source]) -> set[str]:
    """Return the names, as publisher and release, that several of these sources share."""
    names = Counter(map(_name, dict.fromkeys(sources)))
    return {name for name, count in names.items() if count > 1}


def _name(source: Source) -> str:
    return f"{source.publisher}\n{source.release}"


def _populations(populations: Collection[str]) -> str:
    """Return `this title and everyone in 15-1231 and 15-1232`."""
    codes = list(dict.fromkeys(code for code in populations if code != ROLE))
    words = ["this title"] if ROLE in populations else []
    if codes:
        words.append(f"everyone in {joined_with_and(codes)}")
    return " and ".join(words)


def facts(claim: Claim) -> dict[str, str]:
    """Return a claim's evidence as texts by label, from the value as printed to the source."""
    as_printed = claim.as_printed if claim.as_printed and claim.as_printed != claim.value else ""
    texts = {
        "printed": f"printed “{as_printed}”" if as_printed else "",
        "statistic": claim.statistic,
        "level": EXPERIENCE_WORDS.get(claim.experience, ""),
        "of whom": "this role" if claim.population == ROLE else f"everyone in {claim.population}",
        "place": claim.area or "no place given",
        "date": claim.as_of or "undated",
        "method": claim.method if claim.method != "unknown" else "method not stated",
        "basis": (claim.derivation and f"calculated: {claim.derivation}") or claim.basis,
        "source": f"{claim.source.id} {claim.source.release}".rstrip(),
    }
    return {label: text for label, text in texts.items() if text}


def unit(claim: Claim) -> str:
    """Return the unit behind an amount, such as ` USD a year`; empty without a value or a period."""
    if claim.value is None or not claim.period:
        return ""
    money = f" {claim.currency}" if claim.currency else ""
    return f"{money} {UNITS[claim.period]}"


def describe(source: Source) -> str:
    """Return a source in full: publisher, title, release, date, license, URL and note."""
    parts = [source.publisher, source.title, source.release, source.as_of or "undated", source.license, source.url]
    return ", ".join(part for part in parts if part) + (f". {source.note}" if source.note else "")


def letter(index: int) -> str:
    """Return the letter of the source with this index: a to z, then aa, ab and so on."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)


def caveats(subjects: Sequence[Subject], with_notes: bool) -> list[str]:
    """Return each role's id, occupation and short caveat, if any; for one role, or `with_notes`, its whole note."""
    is_whole = with_notes or len(subjects) == 1
    roles = [subject.role for subject in subjects if subject.role]
    texts = [(role, role.occupation_note if is_whole else role.occupation_caveat) for role in roles]
    return [f"{role.id} as {role.occupation or 'no occupation'}: {text}" for role, text in texts if text]


def without_wages(subjects: Sequence[Subject], with_whole: bool) -> list[str]:
    """Return a line for each subject whose occupation has no published wage, printed or withheld.

    `with_whole` names the code that holds it and has one.
    """
    found = [each for each in subjects if each.official and not each.official.as_of and not has_wages(each)]
    wholes = [whole_with_wages(each) if with_whole else "" for each in found]
    return [
        f"{each.id}: no wage is published for {each.occupation}{f'; wages are published for {whole}' if whole else ''}"
        for each, whole in zip(found, wholes, strict=True)
    ]


def has_wages(subject: Subject) -> bool:
    """Return True if a wage of the subject's occupation is published, printed or withheld."""
    return bool(subject.official and any(claim.currency for claim in subject.official.claims))


def whole_with_wages(subject: Subject) -> str:
    """Return which code holds an occupation without wages and has some: `29-1141 Registered Nurses (careercli …)`.

    Empty where there is none.
    """
    code = subject.occupation
    if not subject.official or subject.official.as_of or has_wages(subject):
        return ""
    whole = code[:7] if "." in code else f"{code[:6]}0"
    area = subject.area.code if subject.area else releases.NATION
    found = Subject(None, official.occupation(whole, area), subject.area)
    return f"{whole} {found.title} as a whole (careercli show {found.id})" if has_wages(found) else ""
