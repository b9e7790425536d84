"""Draw wages as ranges on one scale in ASCII, in groups that may and may not be ranked."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, pairwise
from typing import NamedTuple

from careercli.compare.wage_rows import WageRecord, rankable, wages_of
from careercli.model import fields, numbers
from careercli.model.claims import ROLE, Claim, Source
from careercli.model.wages import ASSUMPTION
from careercli.official.releases import NATION_TITLE
from careercli.presentation.page import DOUBT, Cell, ComparisonPage, Line
from careercli.presentation.phrases import CALCULATED, EXPERIENCE_WORDS, NO_PERIOD, UNITS
from careercli.presentation.sources import name_of, namesakes, source_line

PERCENTILE_KEY = "--- p10 to p90, === p25 to p75, | median"
_CAPPED = "AT LEAST THIS, not ranked among themselves"
_BY_YEAR = "BY YEAR, not a series"
_RANGE_KEY = "... low to high, o typical"

_MOST_WAYS = 6
"""How many calculations are spelled out."""

BAR = 50
"""Width of a drawing in terminal cells, if there is room."""


class Band(NamedTuple):
    """One drawn line: its typical figure, its label, and the wages that are drawn.

    `gap` is why its wages do not lead up to those of the band above, a later year's; empty where they do.
    """

    figure: str
    label: str
    row: WageRecord
    gap: str = ""


class Group(NamedTuple):
    """Bands under one title, which says whether they may be ranked and explains the drawing."""

    title: str
    bands: Sequence[Band]


class Chart(NamedTuple):
    """The bands of one currency, on a scale from 0 to `top` in `steps` round steps."""

    unit: str
    top: float
    steps: int
    groups: Sequence[Group]

    @property
    def bands(self) -> list[Band]:
        return [band for group in self.groups for band in group.bands]

    def ruler(self, width: int) -> str:
        """Return the amounts along a scale of `width` cells, `25k` or `12.5`; those without room are left out."""
        cells = [" "] * width
        for step in (0, self.steps, *range(1, self.steps)):
            amount = self.top * step / self.steps
            text = f"{numbers.plain(amount / 1000)}k" if amount >= 1000 else numbers.plain(amount)
            start = min(self._cell(amount, width), width - len(text))
            if not "".join(cells[max(start - 1, 0) : start + len(text) + 1]).strip():
                cells[start : start + len(text)] = text
        return "".join(cells).rstrip()

    def drawing(self, row: WageRecord, width: int) -> str:
        """Return `--===|===---`, or `...o....` without percentiles, `>` for an open end; empty without a period."""
        if not row.first.period:
            return ""
        cells = [" "] * width
        claims = row.claims
        strokes = (("p10", "p90", "-"), ("p25", "p75", "=")) if row.has_percentiles else (("low", "high", "."),)
        for low, high, char in strokes:
            if low in claims and high in claims:
                first, last = (self._cell(_number(claims[end]), width) for end in (low, high))
                cells[first : last + 1] = char * (last + 1 - first)
        if row.typical:
            is_median = row.has_percentiles and row.typical.field == "median"
            cells[self._cell(_number(row.typical), width)] = "|" if is_median else "o"
        for claim in claims.values():
            if claim.bound in (">", ">=") and claim.field != "low":
                cells[self._cell(_number(claim), width)] = ">"
        return "".join(cells).rstrip()

    def labeled(self, row: WageRecord, width: int) -> str:
        """Return the drawing with the figures of p10 and p90, or of low and high, at its ends where there is room."""
        drawing = self.drawing(row, width)
        low, high = (row.claims.get(name) for name in (("p10", "p90") if row.has_percentiles else ("low", "high")))
        start = len(drawing) - len(drawing.lstrip())
        before, after = (fields.text(claim) if drawing and claim else "" for claim in (low, high))
        if before and len(before) < start:
            drawing = f"{before} ".rjust(start) + drawing[start:]
        return f"{drawing} {after}" if after and len(drawing) + 1 + len(after) <= width else drawing

    def _cell(self, amount: float, width: int) -> int:
        return min(round(amount / self.top * (width - 1)), width - 1)


def charts(rows: Sequence[WageRecord], period: str) -> list[Chart]:
    """Return a chart for each currency: groups that may be ranked first, an occupation's shared row once."""
    currencies = sorted({row.first.currency for row in rows})
    return [_chart([row for row in rows if row.first.currency == currency], period) for currency in currencies]


def side_by_side_chart(page: ComparisonPage) -> Chart | None:
    """Return one band a column of the page with its official wages; None where fewer than two have percentiles.

    Columns that share an occupation make one band.
    """
    rows = []
    for subject in page.subjects:
        official = (row for row in wages_of(subject, page.period) if row.is_official and row.has_percentiles)
        rows += [row for row in official if not row.first.prices][:1]
    bands = [band._replace(label=page.heading(band.row.subject)) for band in _bands(rows, _Naming())]
    return scaled(rows, page.period, [Group(PERCENTILE_KEY, bands)]) if len(bands) > 1 else None


def label_and_bar_widths(figure: int, label: int, room: int) -> tuple[int, int]:
    """Return the widths of label and drawing in `room` cells beside a figure; the label gets at most its own width."""
    label = min(label, max(room - figure - BAR, (room + 3) * 3 // 8, 1))
    return label, max(room - figure - label, 1)


def footnotes(rows: Sequence[WageRecord], today: date, notes: Iterable[str] = ()) -> list[str]:
    """Return the lines under the charts: sources by id, how wages were calculated, and `notes`."""
    return [*source_lines(rows, today).values(), *_calculations(rows), *notes]


def _calculations(rows: Sequence[WageRecord]) -> Iterator[str]:
    """Yield how wages were calculated: by the hours of a year, or from which prices."""
    calculated = [row.first for row in rows if row.first.basis == "calculated"]
    if not all(claim.prices for claim in calculated):
        yield f"{CALCULATED} calculated at {ASSUMPTION}"
    ways = dict.fromkeys(claim.derivation.partition(" × ")[2] for claim in calculated if claim.prices)
    for way in islice(ways, _MOST_WAYS):
        yield f"{CALCULATED} calculated: wage × {way}"
    if len(ways) > _MOST_WAYS:
        yield f"{CALCULATED} and so on, each place by its own parity"


def source_lines(rows: Sequence[WageRecord], today: date) -> dict[Source, str]:
    """Return the line under the charts for each source, which starts with its id."""
    by_source: dict[Source, list[Claim]] = {}
    for row in rows:
        by_source.setdefault(row.source, []).extend(row.claims.values())
    names = namesakes(by_source)
    return {source: f"{source.id}: {source_line(source, claims, today, names)}" for source, claims in by_source.items()}


def _chart(rows: Sequence[WageRecord], period: str) -> Chart:
    official_rows, named = dict.fromkeys(rankable(rows)), _named_by(rows)
    official = sorted(_bands(official_rows, named), key=lambda band: -_number(band.row.typical))
    others = _bands((row for row in rows if row not in official_rows), named)
    capped = [band for band in official if band.row.typical and band.row.typical.bound]
    ranked = [band for band in official if not (band.row.typical and band.row.typical.bound)]
    by_year: list[Band] = []
    if len({band.row.first.as_of for band in official}) > 1:
        by_year = [band._replace(label=f"{band.label} {band.row.first.as_of}") for band in official]
        by_year.sort(key=lambda band: band.row.first.as_of, reverse=True)
        by_year.sort(key=lambda band: band.row.subject.id)
        by_year = _with_gaps(by_year)
        capped = ranked = []
    titled = ((_CAPPED, capped), ("COMPARABLE", ranked), (_BY_YEAR, by_year), ("NOT COMPARABLE", others))
    return scaled(rows, period, [Group(f"{title}  {_key(bands)}", bands) for title, bands in titled if bands])


def scaled(rows: Sequence[WageRecord], period: str, groups: Sequence[Group]) -> Chart:
    """Return the chart of rows of one currency on a scale that holds them all."""
    currency = next((row.first.currency for row in rows), "USD")
    unit = f"{'US dollars' if currency == 'USD' else currency} {UNITS[period]}"
    amounts = [_number(row.claims[name]) for row in rows for name in drawn(row) if name in row.claims]
    return Chart(unit, *round_up(max(amounts, default=1)), groups)


def _with_gaps(by_year: Sequence[Band]) -> list[Band]:
    """Return the bands, newest first, each with its gap to the year above."""
    from careercli.compare.years import break_between

    found = list(by_year[:1])
    for newer, older in pairwise(by_year):
        is_same = newer.row.subject.id == older.row.subject.id
        gap = break_between(_drawn_claims(older.row), _drawn_claims(newer.row)) if is_same else ""
        found.append(older._replace(gap=gap))
    return found


def _drawn_claims(row: WageRecord) -> list[Claim]:
    return [row.claims[name] for name in drawn(row) if name in row.claims] or [row.first]


def _key(bands: Sequence[Band]) -> str:
    """Return the sources of official wages, their one place and prices, and the key to the signs of the drawings."""
    official = [band.row for band in bands if band.row.is_official]
    others = [band.row for band in bands if not band.row.is_official]
    sources = ", ".join(map(name_of, dict.fromkeys(row.source for row in official)))
    keys = [f"{sources}{_place_and_prices(official)}, {PERCENTILE_KEY}"] if official else []
    if not official and any(row.has_percentiles for row in others):
        keys.append(PERCENTILE_KEY)
    if any(not row.has_percentiles for row in others):
        keys.append(_RANGE_KEY)
    return "; ".join(keys)


def _place_and_prices(official: Sequence[WageRecord]) -> str:
    """Return ` in Ohio` where all rows are of one place other than the nation, and the month of constant dollars."""
    titles = {row.subject.area.title if row.subject.area else "" for row in official}
    place = f" in {titles.pop()}" if len(titles) == 1 and "" not in titles else ""
    month = next((row.first.prices for row in official if "-" in row.first.prices), "")
    return f"{place}, in dollars of May {month[:4]}" if month else place


class _Naming(NamedTuple):
    """Whether the label of official wages has the title of the occupation, and the place."""

    title: bool = True
    place: bool = False


def _named_by(rows: Iterable[WageRecord]) -> _Naming:
    """Return what tells the official wages apart."""
    official = [row for row in rows if row.is_official]
    has_places = len({row.subject.area for row in official}) > 1
    return _Naming(not has_places or len({row.first.population for row in official}) > 1, has_places)


def _bands(rows: Iterable[WageRecord], named: _Naming) -> list[Band]:
    """Return a band for each row; the rows of one occupation, from the roles that share it, make one band."""
    merged: dict[tuple[str, ...], list[WageRecord]] = {}
    for row in rows:
        first = row.first
        population = row.subject.id if first.population == ROLE else first.population
        key = (population, first.experience, first.area, first.as_of, first.source.page_key, first.basis)
        merged.setdefault(key, []).append(row)
    return [Band(_figure(group[0]), _label(group, named), group[0]) for group in merged.values()]


def _number(claim: Claim | None) -> float:
    return float(claim.value) if claim and isinstance(claim.value, int | float) else 0.0


def _figure(row: WageRecord) -> str:
    claim = row.typical
    return f"{fields.text(claim)}{_suffix(row)}" if claim else ""


def _suffix(row: WageRecord) -> str:
    return CALCULATED if row.first.basis == "calculated" else " "


def _label(group: Sequence[WageRecord], named: _Naming) -> str:
    """Return the roles, the occupation, the experience level and, of a role's own wages, the source with its limits."""
    row, first = group[0], group[0].first
    place = (row.subject.area.title if row.subject.area else NATION_TITLE) if named.place and row.is_official else ""
    if all(other.subject.bare_id == first.population for other in group):
        return f"{row.subject.id} {', '.join(filter(None, (row.subject.title if named.title else '', place)))}"
    ids = ", ".join(dict.fromkeys(_named(other) for other in group if other.subject.id != first.population))
    words = [" · ".join(filter(None, (ids, first.population if first.population != ROLE else "", place)))]
    if first.experience:
        words.append(EXPERIENCE_WORDS[first.experience])
    if not row.is_official:
        caveat = next((claim.caveat for claim in row.claims.values() if claim.caveat), first.source.caveat)
        limits = ", ".join(filter(None, ("" if first.period else NO_PERIOD, caveat)))
        words.append(f"{first.source.id} {first.as_of or 'undated'}{f' ({limits})' if limits else ''}")
    if not row.typical:
        words.append("; ".join(_ends(row)) + _suffix(row).strip())
    return " ".join(words)


def _named(row: WageRecord) -> str:
    """Return the id of a row's subject, with DOUBT beside official figures of a doubtful occupation."""
    is_doubtful = row.is_official and row.subject.occupation_caveat
    return f"{row.subject.id}{DOUBT if is_doubtful else ''}"


def _ends(row: WageRecord) -> list[str]:
    """Return the figures of a row without a typical one: `20,000 to 56,000`, `p25 40,000`."""
    claims = dict(row.claims)
    low, high = claims.pop("low", None), claims.pop("high", None)
    ends = [f"from {fields.text(low)}"] if low and not high else [f"to {fields.text(high)}"] if high and not low else []
    if low and high:
        ends = [f"{fields.text(low)} to {fields.text(high)}"]
    return [*ends, *(f"{name} {fields.text(claim)}" for name, claim in claims.items())]


def drawn(row: WageRecord) -> tuple[str, ...]:
    """Return the statistics that a row's drawing shows; none for wages without a period."""
    if not row.first.period:
        return ()
    if row.has_percentiles:
        return ("p10", "p25", "median", "p75", "p90")
    return ("low", "median", "mean", "estimate", "high")


def round_up(amount: float) -> tuple[float, int]:
    """Return the top of a scale of round steps and their number: 125,000 in 5 for 124,470; 60 in 6 for 59.84."""
    power = 10.0 ** (len(str(int(amount))) - 1)
    step = next(part * power for part in (0.2, 0.25, 0.5, 1, 2, 2.5) if amount <= 6 * part * power)
    steps = max(-(-amount // step), 1)
    return steps * step, int(steps)


def as_page(band: Band) -> tuple[ComparisonPage, Line]:
    """Return a band as a page with one line, whose evidence can be shown."""
    row = band.row
    typical = row.typical or row.first
    claims = (typical, *(claim for claim in row.claims.values() if claim.field in drawn(row) and claim != typical))
    cell = Cell((band.figure.strip() or "; ".join(_ends(row)),), claims=claims)
    page = ComparisonPage((row.subject,), row.subject.id, typical.period or "year")
    return page, Line("pay", fields.BY_KEY[typical.field].label, {row.subject.id: cell}, typical.field)
