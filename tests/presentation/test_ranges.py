"""Test wages drawn on a scale: every amount is in its column at any width."""

import pytest

from careercli.compare.wage_rows import WageRecord, wages_of
from careercli.presentation.ranges import charts, footnotes, label_and_bar_widths, round_up
from tests.formats.example import TODAY
from tests.make import make_claim, make_occupation, make_role, of_site

PERCENTILES = {"p10": 20_000, "p25": 40_000, "median": 50_000, "p75": 60_000, "p90": 100_000}


def official(code: str) -> list[WageRecord]:
    claims = [make_claim(amount, name, population=code) for name, amount in PERCENTILES.items()]
    return wages_of(make_role("a", official=make_occupation(code, *claims)), "year")


@pytest.mark.parametrize(
    ("most", "end", "steps"),
    [
        (124_470, 125_000, 5), (239_200, 250_000, 5), (100_000, 100_000, 5), (59.84, 60, 6), (115, 120, 6),
        (61, 80, 4), (9.99, 10, 5), (1, 1, 5), (1_000, 1_000, 5), (150_000, 150_000, 6), (999_999, 1_000_000, 5),
    ],
)  # fmt: skip
def test_a_scale_ends_at_a_round_amount_a_few_round_steps_away(most: float, end: float, steps: int) -> None:
    top, count = round_up(most)
    assert (top, count) == (end, steps)


@pytest.mark.parametrize("width", [11, 21, 41, 51, 101])
def test_every_amount_falls_in_its_column(width: int) -> None:
    (chart,) = charts(official("15-1231"), "year")
    drawn = chart.drawing(chart.bands[0].row, width)

    def at(amount: float) -> int:
        return round(amount / 100_000 * (width - 1))

    assert len(drawn) == at(100_000) + 1
    assert drawn.index("-") == at(20_000)
    assert drawn.index("=") == at(40_000)
    assert drawn.index("|") == at(50_000)
    assert len(chart.ruler(width)) <= width
    assert chart.ruler(width).startswith("0")
    assert chart.ruler(width).endswith("k")


def test_each_currency_has_a_scale_of_its_own() -> None:
    euros = wages_of(make_role("e", of_site(40_000, "estimate", currency="EUR")), "year")
    assert [(chart.unit, chart.top) for chart in charts([*official("15-1231"), *euros], "year")] == [
        ("EUR a year", 40_000),
        ("US dollars a year", 100_000),
    ]
    assert charts([], "year") == []


def test_footnotes_are_sources_calculations_and_notes() -> None:
    hourly = wages_of(make_role("t", of_site(15, "mean", period="hour")), "year")
    assert footnotes(hourly, TODAY, ["x: none"]) == [
        "site: Site, undated, a model's estimate: this title",
        "* calculated at 2,080 hours, if full-time all year",
        "x: none",
    ]


@pytest.mark.parametrize(("label", "room", "widths"), [(30, 120, (30, 82)), (60, 97, (39, 50)), (60, 57, (22, 27))])
def test_a_label_gives_way_to_the_drawing(label: int, room: int, widths: tuple[int, int]) -> None:
    assert label_and_bar_widths(8, label, room) == widths
    assert 8 + sum(label_and_bar_widths(8, label, room)) == room
