"""Test reading amounts of money and converting wages between periods."""

import pytest

from careercli.model import wages
from careercli.model.claims import ROLE
from tests.make import SITE, make_claim, make_source


def hourly(value=30.9, **changes):
    return make_claim(value, period="hour", **changes)


@pytest.mark.parametrize(
    ("as_printed", "amount"),
    [
        ("$64,272", (64272, "", "USD")),
        ("$30.90", (30.9, "", "USD")),
        ("$0", (0, "", "USD")),
        ("over $82,000", (82000, ">", "USD")),
        ("Over\u00a0$82,000", (82000, ">", "USD")),
        ("around $36,000", (36000, "~", "USD")),
        ("~$36000", (36000, "~", "USD")),
        ("at least $239,200", (239200, ">=", "USD")),
        ("≥$239,200", (239200, ">=", "USD")),
        ("$82,000+", (82000, ">=", "USD")),
        ("under £20,000", (20000, "<", "GBP")),
        ("up to £30,000", (30000, "<=", "GBP")),
        ("€52,000", (52000, "", "EUR")),
        ("52,000 EUR", (52000, "", "EUR")),
        ("52,000€", (52000, "", "EUR")),
        ("USD 17.48", (17.48, "", "USD")),
        ("$52,000 CAD", (52000, "", "CAD")),
    ],
)
def test_an_amount_is_read_as_printed_with_its_bound_and_currency(as_printed, amount):
    assert wages.read_amount(as_printed) == amount


@pytest.mark.parametrize(
    ("as_printed", "currency", "read"), [("52,000", "EUR", "EUR"), ("$52,000", "CAD", "CAD"), ("¥8,000", "CNY", "CNY")]
)
def test_a_given_currency_resolves_an_amount_without_one(as_printed, currency, read):
    assert wages.read_amount(as_printed, currency)[2] == read


@pytest.mark.parametrize(
    ("as_printed", "currency", "reason"),
    [
        ("", "", "is not an amount; write it like $64,272 or over $82,000"),
        ("competitive", "", "is not an amount; write it like $64,272 or over $82,000"),
        ("$1,23,456", "", "is not an amount; write it like $64,272 or over $82,000"),
        ("1e5", "USD", "is not an amount; write it like $64,272 or over $82,000"),
        ("over $82,000+", "", "is not an amount; write it like $64,272 or over $82,000"),
        ("$٣٤", "", "is not an amount; write it like $64,272 or over $82,000"),
        ("$41,000 – $99,000", "", "is two amounts; write them as low and high"),
        ("$41,000 to $99,000", "", "is two amounts; write them as low and high"),
        ("$64k", "", "is shortened; write it out, like $64,000"),
        ("EUR 52 000", "", "has spaces between its digits; write it like 52,000"),
        ("US$52,000", "", "writes its currency in two ways; write it like USD 52,000"),
        ("$30.90/hr", "", "says its period; write the amount here and per: year or per: hour beside it"),
        ("$30.90 an hour", "", "says its period; write the amount here and per: year or per: hour beside it"),
        ("-$5", "", "is negative; a wage is zero or more"),
        ("$−5", "", "is negative; a wage is zero or more"),
        ("$1234567890123456789", "", "is longer than 18 digits; check it"),
        ("€52.000", "", "has more than two decimals; write thousands as 52,000 and cents as 17.48"),
        ("52,000", "", "names no currency; write $52,000, or add currency: EUR"),
        ("XYZ 52,000", "", "has an unknown currency XYZ; use a code such as USD or EUR"),
        ("52,000", "euro", "has an unknown currency euro; use a code such as USD or EUR"),
        ("$52,000", "EUR", "is in $ and in EUR; keep one currency"),
        ("EUR 52,000 USD", "", "is in EUR and in USD; keep one currency"),
    ],
)
def test_what_is_not_one_amount_is_refused_with_the_reason_and_the_remedy(as_printed, currency, reason):
    with pytest.raises(wages.NotAnAmount) as refused:
        wages.read_amount(as_printed, currency)
    assert str(refused.value) == reason


def test_an_hour_becomes_a_year_of_2080_hours_and_says_so():
    year = wages.convert(hourly(30.9), "year")
    assert year is not None
    assert (year.value, year.period, year.basis) == (64272, "year", "calculated")
    assert year.derivation == "30.90 an hour × 2,080 hours, if full-time all year"
    assert year.as_printed == "30.9"


def test_a_year_becomes_an_hour_to_the_cent():
    hour = wages.convert(make_claim(73_340), "hour")
    assert hour is not None
    assert (hour.value, hour.period, hour.basis) == (35.26, "hour", "calculated")
    assert hour.derivation == "73,340 a year ÷ 2,080 hours, if full-time all year"


def test_cents_are_multiplied_without_a_float_s_tail():
    year = wages.convert(hourly(17.48), "year")
    assert year is not None
    assert repr(year.value) == "36358.4"


def test_a_bound_and_a_relative_error_survive_conversion():
    year = wages.convert(hourly(115, bound=">=", relative_error_percent=0.8), "year")
    assert year is not None
    assert (year.value, year.bound, year.relative_error_percent) == (239200, ">=", 0.8)
    assert year.derivation == ">=115 an hour × 2,080 hours, if full-time all year"


def test_a_wage_already_in_the_period_is_left_as_listed():
    claim = make_claim()
    assert wages.convert(claim, "year") is claim


@pytest.mark.parametrize(
    ("claim", "period"),
    [
        (hourly(23.33, one_period=True), "year"),
        (make_claim(one_period=True), "hour"),
        (hourly(None), "year"),
    ],
    ids=["hourly-only", "annual-only", "no figure"],
)
def test_one_period_wages_and_missing_wages_are_never_converted(claim, period):
    assert wages.convert(claim, period) is None
    assert wages.in_period([claim], period) == []


@pytest.mark.parametrize("period", ["year", "hour"])
def test_a_wage_without_a_period_is_kept_as_it_is(period):
    claim = make_claim(period="")
    assert wages.convert(claim, period) is None
    assert wages.in_period([claim], period) == [claim]


def test_a_statistic_listed_in_both_periods_is_not_calculated():
    year, hour = make_claim(73_340), hourly(35.26)
    assert wages.in_period([year, hour], "year") == [year]
    assert wages.in_period([year, hour], "hour") == [hour]


def test_a_figure_the_source_does_not_release_is_not_calculated_around():
    unreleased, hour = make_claim(None, note="not released"), hourly(35.26)
    assert wages.in_period([unreleased, hour], "year") == [unreleased]


@pytest.mark.parametrize(
    "change",
    [
        {"field": "mean"},
        {"experience": "entry"},
        {"population": ROLE},
        {"area": "CA"},
        {"as_of": "2023-05"},
        {"currency": "CAD"},
        {"source": SITE},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_figure_listed_for_something_else_does_not_stand_in_for_this_one(change):
    year, hour = make_claim(73_340), hourly(30, **change)
    assert [claim.value for claim in wages.in_period([year, hour], "year")] == [73_340, 62_400]


def test_claims_that_are_not_amounts_pass_through_any_period():
    openings = make_claim(9600, "openings", statistic="count", currency="")
    reason = make_claim(None, "estimate", period="", currency="", note="the page prints none")
    assert wages.in_period([openings, reason], "hour") == [openings, reason]


def test_the_order_of_claims_is_kept():
    first, second, third = hourly(10, experience="entry"), make_claim(50_000), hourly(20, experience="experienced")
    assert [claim.value for claim in wages.in_period([first, second, third], "year")] == [20_800, 50_000, 41_600]


def test_wages_are_sorted_by_the_newest_official_figure_of_a_place():
    newest, there = make_claim(60_000, as_of="2024-05"), make_claim(90_000, area="CA")
    claims = [
        make_claim(55_000, as_of="2023-05"),
        newest,
        there,
        make_claim(99_000, as_of="2025-05", prices="2024"),
        hourly(99),
        make_claim(95_000, "mean"),
        make_claim(91_000, source=make_source(), as_of="2025-05"),
        make_claim(None, as_of="2025-05"),
    ]
    assert wages.newest_official(claims, "median", "year", "US") is newest
    assert wages.newest_official(claims, "median", "year", "CA") is there


def test_without_an_official_national_figure_there_is_nothing_to_sort_by():
    assert wages.newest_official([make_claim(source=SITE, area="US")], "median", "year", "US") is None
