"""Who says so, in words: the line of a legend, and what profiles say about their own occupation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from careercli.model.claims import ROLE, Claim, Role, Source, Subject
from careercli.official import bundled
from careercli.presentation.phrases import EXPERIENCE_WORDS, UNITS, listed

_METHODS = {"model": "a model's estimate", "opinion": "an opinion", "unknown": "method not stated"}

_SERIES = {"OEWS": "BLS OEWS", "EP": "BLS projections", "O*NET": "O*NET"}


def source_line(source: Source, claims: Iterable[Claim], today: date, namesakes: Collection[str] = ()) -> str:
    """Who says so, in one line: `Zippia, undated, a model's estimate: this title`.

    `claims` are what of it is shown. `namesakes` are the names that several sources of the same legend
    bear, which are told apart by title.
    """
    claims = list(claims)
    words = [name_of(source, namesakes)]
    if source.series != "EP":
        caveat = f" ({source.caveat})" if source.caveat else ""
        words.append(f"{_dated(source, claims, today)}{caveat}")
    if source.method in _METHODS and not source.series:
        words.append(_METHODS[source.method])
    return f"{', '.join(word for word in words if word)}: {_whom([claim.population for claim in claims])}"


def _dated(source: Source, claims: Sequence[Claim], today: date) -> str:
    """How old a source is; of a release that dates each occupation's figures on its own, when those were."""
    if source.series == "O*NET":
        said = ((word, sorted({claim.as_of for claim in claims if claim.field in keys})) for word, keys in _DATED)
        return "; ".join(f"{word} {_span(dates)}" for word, dates in said if dates)
    is_mixed = any(claim.as_of != source.as_of for claim in claims)
    return f"{bundled.age(source, today)}{' unless said' if is_mixed else ''}"


_DATED = (
    ("job zone set", ("job_zone",)),
    ("importance from 1 to 5 rated", ("skills", "knowledge")),
    ("technologies of", ("technologies",)),
)
"""What O*NET dates on its own, in words, and the fields it is."""


def _span(dates: Sequence[str]) -> str:
    """`2014-07`, `2014-07 and 2023-08`, `2014-07 to 2024-08`."""
    return " and ".join(dates) if len(dates) < 3 else f"{dates[0]} to {dates[-1]}"


def name_of(source: Source, namesakes: Collection[str] = ()) -> str:
    """A source's short name; with its title where others bear the same."""
    if source.series in _SERIES:
        return f"{_SERIES[source.series]} {source.release}"
    named = [source.publisher_or_title, source.release]
    if _name(source) in namesakes:
        named.insert(1, source.title)
    return ", ".join(part for part in named if part)


def namesakes(sources: Iterable[Source]) -> set[str]:
    """The names that several of these sources bear."""
    names = Counter(map(_name, dict.fromkeys(sources)))
    return {name for name, count in names.items() if count > 1}


def _name(source: Source) -> str:
    return f"{source.publisher}\n{source.release}"


def _whom(populations: Collection[str]) -> str:
    codes = list(dict.fromkeys(code for code in populations if code != ROLE))
    whom = ["this title"] if ROLE in populations else []
    if codes:
        whom.append(f"whole occupation{'s' if len(codes) > 1 else ''} {listed(codes)}")
    return " and ".join(whom)


def facts(claim: Claim) -> list[tuple[str, str]]:
    """Where a claim stands, each with what it is: as printed, statistic, level, of whom, where, when, how, by whom."""
    as_printed = claim.as_printed if claim.as_printed and claim.as_printed != claim.value else ""
    said = {
        "printed": f"printed “{as_printed}”" if as_printed else "",
        "statistic": claim.statistic,
        "level": EXPERIENCE_WORDS.get(claim.experience, ""),
        "of whom": "this role" if claim.population == ROLE else f"whole occupation {claim.population}",
        "place": claim.area or "no place given",
        "date": claim.as_of or "undated",
        "method": claim.method if claim.method != "unknown" else "method not stated",
        "basis": (claim.derivation and f"calculated: {claim.derivation}") or claim.basis,
        "source": f"{claim.source.id} {claim.source.release}".rstrip(),
    }
    return [(name, text) for name, text in said.items() if text]


def unit(claim: Claim) -> str:
    """What stands behind an amount: ` USD a year`."""
    if claim.value is None or not claim.period:
        return ""
    money = f" {claim.currency}" if claim.currency else ""
    return f"{money} {UNITS[claim.period]}"


def describe(source: Source) -> str:
    """A source in full: who, what, when, under which terms, where."""
    said = [source.publisher, source.title, source.release, source.as_of or "undated", source.license, source.url]
    return ", ".join(part for part in said if part) + (f". {source.note}" if source.note else "")


def letter(index: int) -> str:
    """a to z, then aa, ab, …"""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)


def caveats(subjects: Iterable[Subject]) -> list[str]:
    """What profiles themselves say about the occupation they were linked to."""
    return [
        f"{subject.id} as {subject.occupation or 'no occupation'}: {subject.occupation_note}"
        for subject in subjects
        if isinstance(subject, Role) and subject.occupation_note
    ]


def short_caveats(subjects: Iterable[Subject]) -> list[str]:
    """The same in a few words, of those alone whose occupation's figures may mislead."""
    return [
        f"{subject.id} as {subject.occupation}: {subject.occupation_caveat}"
        for subject in subjects
        if isinstance(subject, Role) and subject.occupation_caveat
    ]
