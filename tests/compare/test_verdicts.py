"""Test the rules of verdicts in their order, then properties of every pair."""

import pytest

from careercli.compare.code_groups import contains, is_residual
from careercli.compare.pairs import Verdict
from careercli.compare.verdicts import verdict
from careercli.model.claims import ROLE, Claim, Source
from careercli.official.releases import BY_ID, newest
from careercli.store.official import occupation, titles
from tests.make import SITE, make_claim, make_source, of_site

NETWORK, USER = "15-1231", "15-1232"
SURVEY = make_source(series="", url="https://survey.example/2025", as_of=newest("OEWS").as_of)
"""A dated survey of roles in one place that defines its figures."""

ONET = Source("onet", "O*NET", release="29.3", as_of="2024", area="US", method="survey", series="ONET")


def none(why: str) -> Verdict:
    return Verdict("none", why)


def members(code: str) -> set[str]:
    """Return the detailed occupations of a broad code, which ends in one zero."""
    if not code.endswith("0"):
        return set()
    return {each for each, _, level in titles() if level == "detailed" and each[:-1] == code[:-1] and each != code}


def median(value=60_340, **changes) -> Claim:
    """Return a yearly OEWS median, by default of 15-1232."""
    return make_claim(value, **{"population": USER, **changes})


def mean(value, error, **changes) -> Claim:
    return make_claim(value, "mean", relative_error_percent=error, **changes)


def share(value, **changes) -> Claim:
    known = {"field": "degree_held", "statistic": "share", "period": "", "currency": "", "item": "Bachelor's degree"}
    return of_site(value, **{**known, **changes})


def of_survey(value, field="mean", **changes) -> Claim:
    return make_claim(value, field, **{"source": SURVEY, "population": ROLE, **changes})


def official(field, value, population=NETWORK, **changes) -> Claim:
    known = {"source": newest("EP"), "statistic": "", "period": "", "currency": "", "population": population}
    return make_claim(value, field, **{**known, **changes})


def rating(value, population=NETWORK, **changes) -> Claim:
    known = {"source": ONET, "statistic": "importance", "item": "Troubleshooting", "relative_error_percent": 1.0}
    return official("skills", value, population, **{**known, **changes})


def growth(value, population=NETWORK, **changes) -> Claim:
    return official("employment_change", value, population, statistic="change", **changes)


BASE = make_claim(73_340)

# -- one is missing, suppressed or not relevant: the reason only


@pytest.mark.parametrize(("base", "other"), [(None, BASE), (BASE, None), (None, None)])
def test_an_unknown_claim_has_no_verdict(base, other):
    assert verdict(base, other) == none("one of the two is unknown")


def test_a_missing_figure_gives_the_source_s_reason():
    assert verdict(BASE, median(None, note="not released")) == none("not released")


def test_a_figure_missing_without_a_reason_names_who_gives_none():
    assert verdict(of_site(None), of_site(36_361)) == none("Site gives no figure")


# -- words


def test_the_same_words_are_the_same():
    one, two = official("work_experience", "None"), official("work_experience", "None", USER)
    assert verdict(one, two) == Verdict("same", "both say the same")


def test_different_words_are_not_measured():
    one, two = official("work_experience", "None"), official("work_experience", "5 years or more", USER)
    assert verdict(one, two) == none("words are not measured")


def test_one_entry_that_two_lists_share_does_not_make_the_lists_the_same():
    one, two = of_site("DNS", "technologies", statistic=""), of_site("DNS", "technologies", statistic="")
    assert verdict(one, two) == none("words are not measured")


def test_a_number_against_words_has_no_verdict():
    assert verdict(share(9), share("daily")) == none("one is a number and the other is words")


# -- the same statement republished: one claim


def test_a_figure_that_a_second_source_prints_again_is_one_claim():
    again = make_claim(73_340, source=newest("EP")._replace(as_of="2025-05"))
    assert verdict(BASE, again) == Verdict("same", "one claim, republished")


@pytest.mark.parametrize(
    "change",
    [
        {"value": 73_350},
        {"bound": ">="},
        {"as_of": "2023-05"},
        {"area": "CA"},
        {"population": USER},
        {"experience": "entry"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_figure_printed_with_any_other_word_is_not_the_same_statement(change):
    other = make_claim(73_340, source=SURVEY)._replace(**change)
    assert verdict(BASE, other).kind == "none"


def test_an_undated_repetition_cannot_be_known_to_be_one():
    one = BASE._replace(as_of="", source=SURVEY)
    assert verdict(BASE._replace(as_of=""), one) == none("two sources that need not measure alike: OEWS and Publisher")


def test_two_roles_given_one_number_by_two_pages_are_not_one_claim():
    one = of_survey(50_000)
    assert verdict(one, one._replace(source=SURVEY._replace(url="https://b.example"))) == none("two pages of Publisher")


# -- undefined "average", share or count, same source and page: difference within one source, no rank


def jobs(value) -> Claim:
    return of_site(value, "jobs", statistic="count", period="", currency="")


@pytest.mark.parametrize(
    ("base", "other", "absolute", "percent"),
    [
        (of_site(64_272), of_site(36_361), -27_911, -43.4),
        (of_site(64_272), of_site(17.48, period="hour"), -27_913.6, -43.4),
        (share(49), share(46), -3, None),
        (jobs(68_874), jobs(117_102), 48_228, 70),
        (of_site(43, "age", period="", currency=""), of_site(42, "age", period="", currency=""), -1, None),
    ],
    ids=["averages", "averages of a year and an hour", "shares", "counts", "ages"],
)
def test_what_one_model_does_not_define_differs_without_a_rank(base, other, absolute, percent):
    why = "one model's own gap: Site does not define it"
    assert verdict(base, other) == Verdict("one-source", why, absolute, percent)


@pytest.mark.parametrize("field", ["low", "high"])
def test_the_ends_of_a_model_s_range_differ_without_a_rank(field):
    assert verdict(of_site(40_000, field), of_site(30_000, field)).kind == "one-source"


def test_a_source_that_states_no_method_is_not_called_a_model():
    guide = SITE._replace(method="unknown")
    one, two = of_site(6, "low", method="unknown"), of_site(10, "low", method="unknown")
    found = verdict(one._replace(source=guide), two._replace(source=guide))
    assert (found.kind, found.why) == ("one-source", "one source's own gap: Site does not define it")


def test_an_average_of_nothing_in_particular_is_undefined_whatever_the_method():
    assert verdict(of_survey(64_272, "estimate"), of_survey(36_361, "estimate")).kind == "one-source"


def test_averages_of_two_pages_are_not_one_source_s_gap():
    other = of_site(36_361)._replace(source=SITE._replace(url="https://site.example/other"))
    assert verdict(of_site(64_272), other) == none("two pages of Site")


@pytest.mark.parametrize(
    ("bound", "why"), [("~", "an approximate value"), (">", "a bound, not a figure: nothing to subtract")]
)
def test_nothing_is_subtracted_from_a_bound_even_on_one_page(bound, why):
    assert verdict(of_site(64_272), of_site(36_000, bound=bound)) == none(why)


# -- statistic, method, experience, source family or currency differs: neither


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"statistic": "mean"}, "median against mean"),
        ({"method": "model"}, "method survey against method model"),
        ({"experience": "entry"}, "level not stated against level entry"),
        ({"currency": "CAD"}, "USD against CAD"),
        ({"source": make_source()}, "two sources that need not measure alike: OEWS and SURVEY"),
    ],
    ids=["statistic", "method", "level", "currency", "source family"],
)
def test_what_is_measured_differently_is_not_compared(change, why):
    assert verdict(BASE, median()._replace(**change)) == none(why)


def test_shares_of_two_things_are_not_compared():
    assert verdict(share(49), share(46, item="Associate's degree")) == none(
        "Bachelor's degree against Associate's degree"
    )


def test_an_estimate_is_no_mean():
    assert verdict(of_survey(64_272, "estimate"), of_survey(50_000)) == none("estimate against mean")


# -- either undated or without a place: neither


def test_a_figure_without_a_place_is_not_compared():
    assert verdict(BASE, median(area="")) == none("OEWS names no place")


# -- a role against an occupation; nested codes: neither; an "all other" code: no rank


def test_a_role_is_not_compared_with_an_occupation():
    assert verdict(of_survey(50_000), of_survey(60_000, population=USER)) == none("a role against an occupation")


@pytest.mark.parametrize(
    ("whole", "part"),
    [("15-1230", "15-1231"), ("15-1200", "15-1231"), ("15-0000", "15-1230"), ("00-0000", "15-1231")],
    ids=["broad", "minor", "major", "all occupations"],
)
def test_a_group_is_not_compared_with_its_own_part(whole, part):
    group, member = median(population=whole), median(50_000, population=part)
    assert verdict(group, member) == verdict(member, group) == none(f"{whole} contains {part}")


@pytest.mark.parametrize("code", ["15-1299", "15-1290", "29-1228"], ids=["detailed", "broad", "hybrid"])
def test_all_other_occupations_are_not_ranked(code):
    why = f"{code} gathers all other occupations of its group"
    assert verdict(BASE, median(population=code)) == Verdict("difference", why, -13_000, -17.7)
    assert verdict(median(population=code), BASE) == Verdict("difference", why, 13_000, 21.5)
    assert verdict(BASE, median(100_000, population=code, bound=">=")).kind == "none"


def test_steps_of_all_other_occupations_have_no_order():
    one, two = official("entry_education", "Associate's degree"), official("entry_education", "A", "15-1299")
    assert verdict(one, two) == none("15-1299 gathers all other occupations of its group")
    one, two = official("job_zone", 3, source=ONET), official("job_zone", 4, "15-1299", source=ONET)
    assert verdict(one, two) == none("15-1299 gathers all other occupations of its group")


def test_every_all_other_occupation_of_the_release_is_known():
    detailed = {code for code, title, _ in titles() if ", All Other" in title}
    only_these = {code for code, _, _ in titles() if members(code) and members(code) <= detailed}
    assert (len(detailed), len(only_these)) == (76, 24)
    assert {code for code, _, _ in titles() if is_residual(code)} == detailed | only_these


@pytest.mark.parametrize("code", ["41-3090", "51-2090", "13-1020"])
def test_a_group_that_gathers_nothing_is_ranked(code):
    assert verdict(BASE, median(population=code)).kind == "ranked"


def test_a_group_and_its_only_member_that_print_the_same_are_one_claim():
    group, member = median(population="11-1010"), median(population="11-1011")
    assert verdict(group, member) == Verdict("same", "one claim: 11-1010 and 11-1011 print the same")
    assert verdict(group, member._replace(value=1)) == none("11-1010 contains 11-1011")


# -- same occupation, statistic, place and date: the same figure


def test_two_roles_that_share_an_occupation_show_the_same_figure():
    assert verdict(BASE, BASE) == Verdict("same", "same figure: both belong to 15-1231")


def test_a_year_s_and_an_hour_s_wage_of_one_occupation_are_the_same_figure_despite_rounding():
    hour = make_claim(35.26, period="hour")
    assert verdict(BASE, hour) == verdict(hour, BASE) == Verdict("same", "same figure: both belong to 15-1231")


def test_two_roles_with_one_value_are_not_the_same_figure():
    assert verdict(of_survey(50_000), of_survey(50_000)) == Verdict("same", "same value", 0, 0)


def test_two_values_for_one_figure_are_not_ranked():
    assert verdict(BASE, make_claim(70_000)) == none("two values for one figure of 15-1231")


# -- year against hour: convert, go on; annual-only or hourly-only: neither


def test_an_hour_s_wage_is_converted_and_then_ranked():
    hour = median(29.01, period="hour")
    assert verdict(BASE, hour) == Verdict("ranked", "lower", -12_999.2, -17.7)
    assert verdict(BASE, hour, period="hour") == Verdict("ranked", "lower", -6.25, -17.7)


def test_wages_of_the_year_are_ranked_by_the_hour_when_asked():
    assert verdict(BASE, median(), period="hour") == Verdict("ranked", "lower", -6.25, -17.7)


def test_wages_published_by_the_hour_only_are_not_set_against_a_year_s():
    actors = median(23.33, period="hour", one_period=True)
    assert verdict(BASE, actors) == none("wages by the hour only, never converted")


def test_wages_published_by_the_year_only_are_not_set_against_an_hour_s():
    teachers = median(one_period=True)
    assert verdict(BASE, teachers, period="hour") == none("wages by the year only, never converted")


def test_two_hourly_only_wages_are_ranked_by_the_hour_and_never_by_the_year():
    one, two = (make_claim(value, period="hour", one_period=True, population=code)
                for value, code in ((23.33, "27-2011"), (42.45, "27-2042")))  # fmt: skip
    assert verdict(one, two, period="hour") == Verdict("ranked", "higher", 19.12, 82)
    assert verdict(one, two, period="year") == none("wages by the hour only, never converted")


# -- place and occupation; place; date; date and occupation


def test_another_place_and_another_occupation_differ_nominally():
    found = verdict(BASE, median(80_674, area="CA"))
    assert found == Verdict("difference", "place and occupation both differ", 7_334, 10)


def test_two_roles_in_two_places_differ_nominally():
    found = verdict(of_survey(50_000), of_survey(60_000, area="CA"))
    assert found == Verdict("difference", "place and occupation both differ", 10_000, 20)


def test_two_occupations_in_two_places_are_ranked_in_the_prices_of_one():
    found = verdict(make_claim(73_340, prices="2024"), median(80_674, area="CA", prices="2024"))
    assert found == Verdict("ranked", "higher", 7_334, 10)


def test_an_adjusted_wage_is_not_held_against_a_nominal_one():
    found = verdict(BASE, make_claim(80_674, area="CA", prices="2024"))
    assert found == none("not adjusted against in prices of 2024")


@pytest.mark.parametrize("prices", ["", "2024"])
def test_one_occupation_in_two_places_is_ranked(prices):
    found = verdict(make_claim(73_340, prices=prices), make_claim(80_674, area="CA", prices=prices))
    assert found == Verdict("ranked", "higher", 7_334, 10)


def test_people_in_two_places_are_counted():
    one = make_claim(146_450, "employment", statistic="count", period="", currency="", area="TX")
    assert verdict(one, one._replace(value=14_645, area="CA")) == Verdict("ranked", "lower", -131_805, -90)


@pytest.mark.parametrize(
    ("part", "whole", "why"),
    [
        ("OH", "US", "Ohio is part of United States: 10 % of its jobs"),
        ("18140", "OH", "Columbus, OH is part of Ohio: 10 % of its jobs"),
        ("3900001", "OH", "West Northwestern Ohio nonmetropolitan area is part of Ohio: 10 % of its jobs"),
        ("17140", "OH", None),  # Cincinnati lies in three states.
    ],
)
def test_people_in_a_place_inside_the_other_are_a_share(part, whole, why):
    some = make_claim(1_000, "employment", statistic="count", period="", currency="", area=part)
    every = some._replace(value=10_000, area=whole)
    if why:
        assert verdict(some, every) == verdict(every, some) == none(why)
    else:
        assert verdict(every, some).kind == "ranked"


NOMINAL = "nominal change between two releases, which share two thirds of their sample"


def test_one_occupation_of_two_recent_years_changes_nominally():
    found = verdict(make_claim(70_000, as_of="2022-05"), make_claim(73_500, as_of="2024-05"))
    assert found == Verdict("difference", NOMINAL, 3_500, 5)


@pytest.mark.parametrize(("value", "kind", "why"), [
    (73_500, "difference", "change in constant dollars"), (70_500, "unclear", "no clear difference: within our band"),
])  # fmt: skip
def test_in_constant_dollars_a_change_inside_the_band_is_none(value, kind, why):
    found = verdict(
        make_claim(70_000, as_of="2022-05", prices="2025"), make_claim(value, as_of="2024-05", prices="2025")
    )
    assert (found.kind, found.why) == (kind, why)


@pytest.mark.parametrize(("field", "since"), [("median", "2022"), ("p90", "2022"), ("mean", "2021")])
def test_years_before_one_method_and_one_top_code_are_no_series(field, since):
    newest_year = make_claim(73_500, field, as_of="2024-05")
    before = make_claim(70_000, field, as_of=f"{int(since) - 1}-05")
    assert verdict(before, newest_year) == none("years that may not be read as a series")
    assert verdict(before._replace(as_of=f"{since}-05"), newest_year).kind == "difference"


def test_years_of_any_other_source_are_no_series():
    one, two = (make_claim(50_000, source=make_source(), as_of=year) for year in ("2023", "2024"))
    assert verdict(one, two) == none("years that may not be read as a series")


def test_two_roles_of_two_dates_are_too_much():
    assert verdict(of_survey(50_000), of_survey(60_000, as_of="2023")) == none("date and occupation both differ")


def test_another_date_and_another_place_are_too_much():
    assert verdict(BASE, make_claim(80_000, area="CA", as_of="2023-05")) == none("date and place both differ")


def test_two_top_codes_do_not_change_by_the_difference_of_their_limits():
    one, two = make_claim(208_000, bound=">="), make_claim(239_200, bound=">=", as_of="2023-05")
    assert verdict(one, two) == none("a bound, not a figure: nothing to subtract")
    assert verdict(one, two._replace(as_of=one.as_of, area="CA")) == none("both are bounds, not figures")


# -- an approximate value: neither


def test_an_approximate_value_is_not_ranked():
    assert verdict(BASE, median(bound="~")) == verdict(median(bound="~"), BASE) == none("an approximate value")


# -- "at least L" against an exact B


@pytest.mark.parametrize(
    ("base", "other", "expected"),
    [
        (
            make_claim(200_000),
            median(239_200, bound=">="),
            Verdict("at-least", "at least this much higher", 39_200, 19.6),
        ),
        (
            make_claim(239_200, bound=">="),
            median(200_000),
            Verdict("at-least", "at least this much lower", -39_200, -16.4),
        ),
        (make_claim(80_000), median(100_000, bound=">"), Verdict("at-least", "at least this much higher", 20_000, 25)),
        (make_claim(80_000), median(60_000, bound="<="), Verdict("at-least", "at least this much lower", -20_000, -25)),
        (make_claim(60_000, bound="<"), median(80_000), Verdict("at-least", "at least this much higher", 20_000, 33.3)),
    ],
    ids=["at least, above", "an exact one below it", "over, above", "at most, below", "an exact one above it"],
)
def test_a_bound_that_lies_beyond_the_exact_figure_says_at_least_how_far(base, other, expected):
    assert verdict(base, other) == expected


@pytest.mark.parametrize(
    ("limit", "bound", "why"),
    [
        (50_000, ">=", "at least 50,000: may be either side"),
        (73_340, ">=", "at least 73,340: may be either side"),
        (50_000, ">", "over 50,000: may be either side"),
        (90_000, "<=", "at most 90,000: may be either side"),
        (90_000, "<", "under 90,000: may be either side"),
    ],
)
def test_a_bound_that_does_not_reach_past_the_exact_figure_decides_nothing(limit, bound, why):
    assert verdict(BASE, median(limit, bound=bound)) == none(why)


def test_two_bounds_are_not_ranked():
    one, two = make_claim(50_000, bound="<="), median(239_200, bound=">=")
    assert verdict(one, two) == none("both are bounds, not figures")


# -- two means closer than 1.96·√Σ(mean·PRSE)²


@pytest.mark.parametrize(
    ("value", "kind"),
    [(102_811, "unclear"), (102_812, "ranked"), (97_266, "unclear"), (97_265, "ranked")],
)
def test_two_means_closer_than_their_published_errors_are_not_clearly_different(value, kind):
    # At 100,000 and 1 % each the margin is 1.96·√(1,000² + (value/100)²): 2,811 above, 2,734 below.
    other = mean(value, 1.0, population=USER)
    assert verdict(mean(100_000, 1.0), other).kind == kind


def test_an_unclear_difference_still_says_how_far():
    found = verdict(mean(100_000, 1.0), mean(101_000, 1.0, population=USER))
    assert found == Verdict("unclear", "no clear difference: within the published error", 1_000, 1)


def test_means_with_an_error_in_one_are_ranked_as_printed():
    assert verdict(mean(100_000, 1.0), mean(101_000, None, population=USER)) == Verdict("ranked", "higher", 1_000, 1)


@pytest.mark.parametrize(("value", "kind"), [(101_420, "unclear"), (101_430, "ranked")])
def test_two_medians_inside_the_bands_of_both_are_not_clearly_different(value, kind):
    # At 100,000 and 1 % each the margin is √(1,000² + (value/100)²): 1,424.
    assert verdict(make_claim(100_000), median(value)).kind == kind


def test_a_median_without_a_published_error_is_not_ranked():
    found = verdict(make_claim(100_000, band_percent=None), median(200_000))
    assert found == Verdict("difference", "not ranked: no error is published", 100_000, 100)


def test_a_bound_inside_the_exact_figure_s_band_decides_nothing():
    exact = make_claim(238_000)
    assert verdict(exact, median(239_200, bound=">=")) == none("at least 239,200: may be either side")
    assert verdict(exact._replace(band_percent=0.1), median(239_200, bound=">=")).kind == "at-least"


@pytest.mark.parametrize(("limit", "kind"), [(102_000, "at-least"), (101_900, "none")])
def test_a_bound_inside_the_published_error_of_a_mean_decides_nothing(limit, kind):
    assert verdict(mean(100_000, 1.0), mean(limit, None, population=USER, bound=">=")).kind == kind


def test_a_bound_against_a_median_without_an_error_decides_nothing():
    found = verdict(make_claim(50_000, band_percent=None), median(239_200, bound=">="))
    assert found == none("a bound against a figure without a published error")


@pytest.mark.parametrize(("exact", "kind"), [(100, "none"), (200, "at-least")])
def test_a_bound_within_the_rounding_of_openings_decides_nothing(exact, kind):
    few = official("openings", 50, statistic="count", bound="<")
    assert verdict(few, official("openings", exact, USER, statistic="count")).kind == kind


@pytest.mark.parametrize(
    ("field", "note", "why"),
    [
        ("self_employed", "", "no error is published"),
        ("education_reported", "", "few were asked"),
        ("openings_rate", "6 leave", "mostly turnover"),
        ("openings_rate", "5 leave", "BLS uses one leaving rate for both"),
    ],
)
def test_figures_that_are_shown_only_differ_without_a_rank(field, note, why):
    base = make_claim(6.2, field, source=newest("EP"), statistic="share", currency="", note="5 leave")
    found = verdict(base, base._replace(value=5.7, population="15-1232", note=note))
    assert found == Verdict("difference", why, -0.5)


@pytest.mark.parametrize(
    ("population", "as_of", "value", "kind"),
    [
        ("Census 1050 Support", "2022", 25.8, "same"),
        ("Census 1105 Administrators", "2022", 19.8, "difference"),
        ("Census 1105 Administrators", "2025", 19.8, "none"),
    ],
)
def test_figures_of_census_codes_are_one_figure_or_differ_in_points_of_one_year(population, as_of, value, kind):
    changes = {"source": BY_ID["cps-2022"], "statistic": "share", "currency": "", "period": "", "item": "Women"}
    base = make_claim(25.8, "gender", population="Census 1050 Support", **changes)
    found = verdict(base, base._replace(value=value, population=population, as_of=as_of))
    assert (found.kind, found.absolute) == (kind, -6 if kind == "difference" else None)


def test_scores_of_exposure_are_neither_ranked_nor_subtracted():
    base = make_claim(0.5, "ai_exposure", source=BY_ID["gpts-are-gpts-2024"], statistic="exposure", currency="")
    found = verdict(base, base._replace(value=0.6, population="15-1232"))
    assert found == none("scores of one study are neither ranked nor subtracted")


@pytest.mark.parametrize(("one", "two", "kind"), [(1.8, 1.9, "unclear"), (1.8, 2, "ranked"), (1.8, 1.8, "same")])
def test_projections_that_rounding_could_make_equal_are_not_clearly_different(one, two, kind):
    assert verdict(growth(one), growth(two, USER)).kind == kind


# -- otherwise: difference and rank


def test_two_occupations_of_one_release_are_ranked():
    assert verdict(BASE, median()) == Verdict("ranked", "lower", -13_000, -17.7)


def test_two_roles_of_one_dated_survey_are_ranked():
    assert verdict(of_survey(50_000), of_survey(60_000)) == Verdict("ranked", "higher", 10_000, 20)


def test_equal_figures_of_two_occupations_are_the_same_value():
    one = official("employment", 100, statistic="count")
    assert verdict(one, one._replace(population=USER)) == Verdict("same", "same value", 0, 0)


def test_a_calculated_wage_is_ranked_against_a_listed_one_of_one_survey():
    assert verdict(of_survey(52_000), of_survey(30, period="hour")) == Verdict("ranked", "higher", 10_400, 20)


def test_nothing_is_a_percent_of_a_zero_baseline():
    assert verdict(of_survey(0), of_survey(60_000)) == Verdict("ranked", "higher", 60_000, None)


def test_a_difference_of_cents_has_no_float_s_tail():
    one, two = make_claim(17.48, period="hour"), median(17.78, period="hour")
    assert repr(verdict(one, two, period="hour").absolute) == "0.3"


def test_openings_keep_their_own_period():
    one, two = (official("openings", value, code, statistic="count", period="year")
                for value, code in ((9_600, NETWORK), (40_800, USER)))  # fmt: skip
    assert verdict(one, two, period="hour") == Verdict("ranked", "higher", 31_200, 325)


# -- growth, steps and ratings


def test_growth_differs_in_points_and_has_no_percent():
    assert verdict(growth(1.8), growth(-3.7, USER)) == Verdict("ranked", "lower", -5.5, None)


def test_entry_education_has_an_order_and_no_distance():
    one, two = official("entry_education", "Associate's degree"), official("entry_education", "Bachelor's degree", USER)
    assert verdict(one, two) == Verdict("ranked", "order only: Bachelor's degree is above Associate's degree")
    assert verdict(two, one) == Verdict("ranked", "order only: Associate's degree is below Bachelor's degree")


def test_one_entry_education_is_the_same():
    one, two = (official("entry_education", "Bachelor's degree", code) for code in (NETWORK, USER))
    assert verdict(one, two) == Verdict("same", "both say the same")


def test_an_education_that_is_no_step_of_the_scale_has_no_order():
    one, two = official("entry_education", "Associate's degree"), official("entry_education", "A course", USER)
    assert verdict(one, two) == none("not a step of the scale")


def test_every_entry_education_of_the_release_is_a_step_of_the_scale():
    lowest = official("entry_education", "No formal educational credential")
    kinds = set()
    for code, _, _ in titles():
        found = occupation(code)
        claims = found.claims if found and not is_residual(code) else ()
        steps = [claim for claim in claims if claim.field == "entry_education" and code != NETWORK]
        kinds |= {verdict(lowest, step).kind for step in steps}
    assert kinds == {"ranked", "same"}


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (3, 4, Verdict("ranked", "order only: 4 is above 3; set 2014-07 and 2023-08")),
        (4, 3, Verdict("ranked", "order only: 3 is below 4; set 2014-07 and 2023-08")),
        (3, 3, Verdict("same", "both say the same")),
    ],
)
def test_job_zones_have_an_order_whatever_day_each_was_rated(one, two, expected):
    base = official("job_zone", one, source=ONET, as_of="2014-07")
    assert verdict(base, official("job_zone", two, USER, source=ONET, as_of="2023-08")) == expected


def test_steps_of_two_places_or_two_releases_have_no_order():
    base = official("job_zone", 3, source=ONET)
    later = ONET._replace(release="30.0")
    assert verdict(base, official("job_zone", 4, USER, source=ONET, area="CA")) == none("two places")
    assert verdict(base, official("job_zone", 4, USER, source=later)) == none("two releases")


def test_ratings_of_one_release_are_ranked_and_their_dates_shown():
    found = verdict(rating(3.5, as_of="2014-07"), rating(3.25, USER, as_of="2023-08"))
    assert found == Verdict("ranked", "Troubleshooting: lower; rated 2014-07 and 2023-08", -0.25, None)


def test_ratings_on_two_scales_or_of_two_releases_are_not_compared():
    assert verdict(rating(3.5), rating(4.1, USER, statistic="level")) == none("importance against level")
    later = ONET._replace(release="30.0")
    assert verdict(rating(3.5), rating(4.1, USER, source=later)) == none("two releases")


def test_ratings_within_their_errors_are_no_clear_difference():
    found = verdict(rating(4.96, relative_error_percent=0.74), rating(4.93, USER, relative_error_percent=1.29))
    assert found == Verdict("unclear", "Troubleshooting: no clear difference: within the published error", -0.03, None)


def test_ratings_without_an_error_are_not_ranked():
    found = verdict(rating(4.92), rating(4.68, USER, relative_error_percent=None))
    assert found == Verdict("difference", "Troubleshooting: not ranked: no error is published", -0.24, None)


def test_ratings_by_workers_and_by_experts_are_not_held_against_each_other():
    found = verdict(rating(4.92, method="survey"), rating(4.68, USER, method="opinion"))
    assert found == none("method survey against method opinion")


# -- the first rule that matches decides

ORDER = [
    (of_site(64_272), median(None, note="not released"), "not released"),
    (of_site("1-2 years", "time_to_become"), of_site(None, "time_to_become", note="a dash"), "a dash"),
    (
        official("work_experience", "None"),
        official("work_experience", "None", source=ONET, as_of="2024"),
        "both say the same",
    ),
    (
        growth(1.8),
        growth(2, USER, source=ONET, method="projection"),
        "two sources that need not measure alike: EP and ONET",
    ),
    (growth(1.8), growth(2, USER, source=newest("EP")._replace(release="2023-33"), as_of=""), "two releases"),
    (
        make_claim(23.33, period="hour", one_period=True),
        make_claim(23.33, period="hour", one_period=True),
        "same figure: both belong to 15-1231",
    ),
    (BASE, make_claim(73_340, source=SURVEY, method="model"), "one claim, republished"),
    (of_site(1, as_of=""), of_site(2, as_of=""), "one model's own gap: Site does not define it"),
    (BASE, median(statistic="mean", as_of=""), "median against mean"),
    (of_survey(1, as_of=""), of_survey(2, population=USER), "Publisher is undated"),
    (median(1, population="15-1230"), median(2, population="15-1231", as_of="2019-05"), "15-1230 contains 15-1231"),
    (
        median(1, population="15-1299"),
        median(1, population="15-1299"),
        "same figure: both belong to 15-1299",
    ),
    (BASE, median(population="15-1299", as_of="2023-05"), "15-1299 gathers all other occupations of its group"),
    (make_claim(1, bound="~"), make_claim(1, bound="~"), "same figure: both belong to 15-1231"),
    (BASE, median(30, period="hour", one_period=True, area="CA"), "wages by the hour only, never converted"),
    (BASE, median(area="CA", as_of="2023-05", bound="~"), "date and occupation both differ"),
    (BASE, median(area="CA", bound=">="), "a bound, not a figure: nothing to subtract"),
    (BASE, median(as_of="2019-05", bound="~"), "date and occupation both differ"),
    (BASE, make_claim(1, as_of="2019-05", bound="~"), "years that may not be read as a series"),
    (make_claim(1, bound=">="), median(2, bound="~"), "an approximate value"),
    (mean(100, 1.0), mean(101, 1.0, population=USER, bound=">="), "at least 101: may be either side"),
    (mean(100, 1.0), mean(102, 1.0, population=USER, bound=">="), "at least this much higher"),
    (mean(100, 1.0), mean(100, 1.0, population=USER), "no clear difference: within the published error"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "other", "why"), ORDER, ids=[why for *_, why in ORDER])
def test_a_pair_that_two_rows_match_is_decided_by_the_first(base, other, why):
    assert verdict(base, other).why == why


# -- properties of every pair


@pytest.mark.parametrize(
    ("base", "other", "kind", "gap"),
    [
        (BASE, median(), "ranked", 13_000),
        (of_site(64_272), of_site(36_361), "one-source", 27_911),
        (BASE, make_claim(60_000, area="CA"), "ranked", 13_340),
        (BASE, median(60_000, area="CA"), "difference", 13_340),
        (BASE, make_claim(60_000, as_of="2023-05"), "difference", 13_340),
        (make_claim(239_200, bound=">="), median(200_000), "at-least", 39_200),
        (mean(101_000, 1.0), mean(100_000, 1.0, population=USER), "unclear", 1_000),
        (growth(1.8), growth(-3.7, USER), "ranked", 5.5),
        (rating(3.5), rating(3.25, USER), "ranked", 0.25),
    ],
    ids=["rank", "one source", "place", "place and occupation", "date", "bound", "error", "growth", "rating"],
)
def test_exchanging_the_two_turns_the_sign_and_nothing_else(base, other, kind, gap):
    there, back = verdict(base, other), verdict(other, base)
    assert (there.kind, there.absolute) == (kind, -gap)
    assert (back.kind, back.absolute) == (kind, gap)


# -- a real pair


def medians_of(code: str) -> list[Claim]:
    found = occupation(code)
    assert found is not None
    return [claim for claim in found.claims if claim.field == "median"]


def test_actors_have_no_yearly_wage_to_compare():
    year, hour = medians_of("27-2011")
    reason = "not released: wages of this occupation are published by the hour only"
    assert verdict(medians_of(NETWORK)[0], year) == none(reason)
    assert verdict(medians_of(NETWORK)[0], hour, period="hour").absolute == -7.59


def test_a_specialty_is_a_part_of_its_code_and_gathers_nothing() -> None:
    assert contains("15-1299", "15-1299.09")
    assert not contains("15-1299.09", "15-1299")
    assert not is_residual("15-1299.09")
    assert is_residual("15-1299")


def test_a_specialty_is_rated_beside_another_occupation_and_not_beside_its_own_code() -> None:
    base = official("job_zone", 4, "15-1299.08", source=ONET)
    assert verdict(base, official("job_zone", 3, USER, source=ONET)).kind == "ranked"
    whole = official("job_zone", 4, "15-1299", source=ONET)
    assert verdict(base, whole).why == "15-1299 contains 15-1299.08"
