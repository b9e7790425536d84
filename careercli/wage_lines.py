"""Wages of many roles in the form they are kept in: one line of text a row, nearly as programs get it."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from careercli.compare.wage_rows import COLUMNS, NUMBERS, Wages, missing_reason, wages_of
from careercli.model import numbers
from careercli.model.claims import PERIODS, Claim, Role, Source, Subject, Value
from careercli.official import releases
from careercli.official.oews import STATISTICS

CELL, LINE = "\x1f", "\x1d"
"""Stand between the cells of a line and between lines; where a cell has one itself, it is escaped."""

_ESCAPE = "\x1c"
_OWN = f"{_ESCAPE}k"
"""Stands before the key of a role's own source, and is nothing that is escaped."""
_ESCAPED = {ord(char): f"{_ESCAPE}{sign}" for char, sign in zip((_ESCAPE, LINE, "\x1e", CELL), "abcd", strict=True)}
_BOUNDS = "<>=~"
_TITLE, _AREA, _AS_OF, _SOURCE, _BASIS = map(COLUMNS.index, ("title", "area", "as_of", "source", "basis"))
_FIRST_NUMBER = COLUMNS.index(NUMBERS[0])
_RELEASES = {source.id: source for source in releases.ALL}
_OEWS = releases.newest("OEWS").id


class Paid(NamedTuple):
    """What one role or occupation earns.

    `keys` are those of its own sources, escaped, each with what tells the source from others of that key
    behind CELL. `year` and `hour` are its rows, as `lines` tells them; `silent_year` and `silent_hour` why
    it has no wage of its own in that period. `sources` are those of its own wages.
    """

    id: str
    keys: Sequence[str]
    year: str
    hour: str
    silent_year: str
    silent_hour: str
    sources: Sequence[Source]

    def lines(self, period: str) -> list[str]:
        """Its rows in this period."""
        return lines_of((self,), period)

    def missing_reason(self, period: str) -> str:
        """Why it has no wage of its own in this period; empty where it has one."""
        return self.silent_year if period == "year" else self.silent_hour

    def declared(self, statistic: str, period: str) -> Value:
        """What wages are sorted by: the newest official national figure, the median for want of such a statistic."""
        at = COLUMNS.index(statistic if statistic in STATISTICS else "median")
        found = [
            (row[_AS_OF], row[at])
            for row in map(cells, self.lines(period))
            if (row[_SOURCE], row[_AREA], row[_BASIS]) == (_OEWS, "US", "listed") and row[at]
        ]
        return _value(max(found, key=lambda dated: dated[0])[1]) if found else None

    def wages(self, lines: Iterable[str]) -> list[Wages]:
        """Some of its rows as wages, whose claims say what a line says: nothing of how it is printed or calculated."""
        sources: dict[str, Source] = {}
        found = []
        for row in map(cells, lines):
            key, number = row[_SOURCE], row[-1]
            if key not in sources:
                source = self.sources[int(number)] if number else _RELEASES[key]
                sources[key] = source if source.id == key else source._replace(id=key)
            found.append(Wages(Role(self.id, row[_TITLE], (), "", ()), _claims(row, sources[key])))
        return found


def paid(subject: Subject) -> Paid:
    """What a role or occupation earns, by the year and by the hour."""
    sources: dict[int, Source] = {}
    rows = {period: wages_of(subject, period) for period in PERIODS}
    for row in (row for those in rows.values() for row in those):
        if row.source != _RELEASES.get(row.source.id):
            sources.setdefault(id(row.source), row.source)
    numbers = {key: str(number) for number, key in enumerate(sources)}
    own = {id(claim.source): claim.source for claim in subject.own}
    lines = {period: [_line(row, numbers.get(id(row.source), "")) for row in those] for period, those in rows.items()}
    return Paid(
        subject.id,
        [_told_apart(source) for source in own.values()],
        LINE.join(lines["year"]),
        LINE.join(lines["hour"]),
        missing_reason(subject, "year"),
        missing_reason(subject, "hour"),
        list(sources.values()),
    )


def distinct(those: Iterable[Paid]) -> Iterator[Paid]:
    """The same, where one key never means two sources: a role's that is taken becomes `role/key`."""
    known = {escaped(source.id): _told_apart(source) for source in releases.ALL}
    for each in those:
        clashes = {key for told in each.keys if known.setdefault(key := told.partition(CELL)[0], told) != told}
        yield _renamed(each, clashes) if clashes else each


def lines_of(those: Iterable[Paid], period: str) -> list[str]:
    """All rows of these in this period."""
    text = LINE.join([text for each in those if (text := each.year if period == "year" else each.hour)])
    return text.replace(_OWN, "").split(LINE) if text else []


def missing_wages(those: Iterable[Paid], period: str) -> list[str]:
    """Whose own source gives no wage, and which occupations have none in this period: one line a reason."""
    reasons: dict[str, list[str]] = {}
    for each in those:
        if reason := each.missing_reason(period):
            reasons.setdefault(reason, []).append(each.id)
    return [f"{', '.join(ids)}: {reason}" for reason, ids in reasons.items()]


def values(line: str) -> dict[str, Value]:
    """A line by column, as programs read it."""
    row = cells(line)
    numbers = map(_value, row[_FIRST_NUMBER : len(COLUMNS)])
    return dict(zip(COLUMNS, [*row[:_FIRST_NUMBER], *numbers], strict=True))


def columns_of(line: str) -> str:
    """A line without the cells after its columns."""
    return line.rsplit(CELL, 2)[0]


def cells(line: str) -> list[str]:
    """A line's cells, escaped no more: the columns as plain text, a caveat, and the number of a source."""
    row = line.split(CELL)
    return list(map(unescaped, row)) if _ESCAPE in line else row


def _line(row: Wages, source: str) -> str:
    """A row as a line; `source` is the number of its source among those of the role's own wages, else empty."""
    caveat = next((claim.caveat for claim in row.claims.values() if claim.caveat), "")
    told = [escaped(_plain(value)) for value in (*row.values().values(), caveat)]
    if source:
        told[_SOURCE] = f"{_OWN}{told[_SOURCE]}"
    return CELL.join([*told, source])


def _plain(value: Value) -> str:
    return "" if value is None else value if isinstance(value, str) else numbers.plain(value)


def _value(text: str) -> Value:
    if not text:
        return None
    return text if text[0] in _BOUNDS else numbers.read_number(text)


def _claims(row: Sequence[str], source: Source) -> dict[str, Claim]:
    population, experience, area, as_of, _, method, basis, currency, period = row[_TITLE + 1 : _FIRST_NUMBER]
    caveat = row[len(COLUMNS)]
    claims = {}
    for statistic, text in zip(NUMBERS, row[_FIRST_NUMBER:], strict=False):
        if text:
            plain = text.lstrip(_BOUNDS)
            bound = "" if plain == text else text[: len(text) - len(plain)]
            number = int(plain) if plain.isdecimal() else numbers.read_number(plain)
            claims[statistic] = Claim(
                statistic, number, source, "", "", bound, statistic, experience, period, currency, area,
                as_of, population, method, basis, "", "", None, False, caveat,
            )  # fmt: skip
    return claims


def _renamed(each: Paid, keys: Collection[str]) -> Paid:
    year, hour = each.year, each.hour
    # One replacement does where all of its keys are taken, as are those of a copied profile.
    of_all = len(keys) == len(each.keys)
    for old in ("",) if of_all else [f"{key}{CELL}" for key in keys]:
        year, hour = (text.replace(_OWN + old, f"{_OWN}{each.id}/{old}") for text in (year, hour))
    return Paid(each.id, each.keys, year, hour, each.silent_year, each.silent_hour, each.sources)


def _told_apart(source: Source) -> str:
    text = repr(source).encode("utf-8", "surrogatepass")
    return f"{escaped(source.id)}{CELL}{len(text):x}.{zlib.crc32(text):x}.{zlib.adler32(text):x}"


def escaped(text: str) -> str:
    """`text` without the characters 1c to 1f, which part what is kept."""
    return text if text.isprintable() else text.translate(_ESCAPED)


def unescaped(text: str) -> str:
    """The text that was `escaped`."""
    if _ESCAPE not in text:
        return text
    for char, sign in reversed(_ESCAPED.items()):
        text = text.replace(sign, chr(char))
    return text
