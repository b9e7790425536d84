"""Test the texts of a cell for people."""

import pytest

from careercli.compare.pairs import Verdict
from careercli.model.wages import in_period
from careercli.presentation import phrases
from tests.make import of_site as own


def test_a_calculated_wage_is_marked_and_its_level_named() -> None:
    (claim,) = in_period([own(15, period="hour", experience="entry")], "year")
    assert phrases.phrases([claim]) == ["31,200* entry"]


def test_a_wider_group_and_its_date_stand_behind_a_sites_figure() -> None:
    claims = [own(54_760, "median", population="15-1230", as_of="2020-05"), own(1, "median", population="15-1230")]
    assert phrases.phrases(claims) == ["54,760 (15-1230, 2020-05)", "1 (15-1230, undated)"]


def test_a_caveat_stands_behind_a_figure_and_a_name() -> None:
    wide = own(54_760, "median", population="15-1230", as_of="2020-05", caveat="in truth May 2019")
    assert phrases.phrases([wide]) == ["54,760 (15-1230, 2020-05, in truth May 2019)"]
    assert phrases.top([own("", "certifications", item="CBI", caveat="unverified")]) == ["CBI (unverified)"]


def test_one_text_stands_once() -> None:
    assert phrases.phrases([own(5, "growth"), own(5, "growth")]) == ["5 %"]


def test_a_missing_figure_gives_its_reason() -> None:
    claims = [own(None, "growth", note="Not a number."), own(None, "growth")]
    assert phrases.with_reasons(claims) == ["none in source: Not a number.", "none in source"]


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ({}, {}, "36,000–82,000"),
        ({"bound": "~"}, {"bound": ">"}, "about 36,000 to over 82,000"),
        ({"experience": "entry"}, {"experience": "entry"}, "36,000–82,000 entry"),
    ],
)
def test_two_ends_are_a_range(low: dict[str, str], high: dict[str, str], text: str) -> None:
    assert phrases.ranges([own(36_000, "low", **low), own(82_000, "high", **high)]) == [text]


@pytest.mark.parametrize(
    ("key", "text"), [("low", "from 20,000"), ("high", "to 20,000"), ("p10", "from 20,000"), ("p90", "to 20,000")]
)
def test_half_a_range_says_which_end_it_is(key: str, text: str) -> None:
    assert phrases.ranges([own(20_000, key)]) == [text]
    assert phrases.ranges([own(20_000, key, experience="entry")]) == [f"{text} entry"]


def test_missing_ends_are_said_once() -> None:
    assert phrases.ranges([own(None, "low"), own(None, "high")]) == ["none in source"]


def test_a_figure_has_its_counterpart_in_the_other_period_behind_it() -> None:
    claims = [own(64_272, "estimate"), own(30.9, "estimate", period="hour")]
    assert phrases.both_periods(claims) == ["64,272 (30.90 an hour)"]
    assert phrases.both_periods(claims[::-1]) == ["30.90 (64,272 a year)"]
    assert phrases.both_periods([own(None, "estimate", period="")]) == ["none in source"]


def test_the_top_of_a_list_says_how_many_more() -> None:
    claims = [own(9, "skills", item="SQL"), own("", "skills", item="Java"), own(7, "skills", item="C")]
    assert phrases.top(claims) == ["SQL 9, Java +1"]
    assert phrases.top(claims[:1]) == ["SQL 9"]


@pytest.mark.parametrize(
    ("statistic", "absolute", "percent", "text"),
    [
        ("median", -13_000, -17.7, "−13,000 −17.7 %"),
        ("median", 0.5, 2, "+0.50 +2 %"),
        ("count", 550_660, 376.1, "4.8 times as many"),
        ("count", 3_135_560, 2141.04, "22.4 times as many"),
        ("count", 700_000, 350_000, "3,501 times as many"),
        ("count", 3, 3, "1.03 times as many"),
        ("count", -5, -4.9, "0.95 times as many"),
        ("count", -6, -6, "0.9 times as many"),
        ("count", 1, 0.3, "about as many"),
        ("count", 5, None, "+5"),
        ("count", -700_000, -99.9, "one for every 1,000"),
        ("median", 179_500, 1869.8, "+179,500 +1,870 %"),
        ("median", 100, 1000.5, "+100 +1,001 %"),
        ("median", 100, 999.9, "+100 +999.9 %"),
        ("change", -5.5, None, "−5.5 points"),
        ("share", 1, None, "+1 point"),
        ("age", -1, None, "−1"),
    ],
)
def test_a_gap_is_signed_in_the_unit_of_its_field(
    statistic: str, absolute: float, percent: float | None, text: str
) -> None:
    assert phrases.gap(statistic, Verdict("ranked", "", absolute, percent)) == text


@pytest.mark.parametrize(("names", "text"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_names_are_listed(names: list[str], text: str) -> None:
    assert phrases.joined_with_and(names) == text
