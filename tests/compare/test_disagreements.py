"""Test the twenty places where the source documents disagree or say less than they seem to.

The docstring of each test gives the number of the place and quotes the documents.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache

import pytest

from careercli.catalog import catalog
from careercli.compare.verdicts import verdict
from careercli.model import fields, wages
from careercli.model.claims import ROLE, Claim, Subject
from careercli.official.releases import BY_ID
from careercli.profiles import directories
from careercli.store.official import occupation
from tests.make import role_in

IDS = ("noc-tech", "support-tech", "it-support", "tech-support-rep", "tech-support", "isp-tech")


@cache
def profile(role_id: str) -> Subject:
    """Return a bundled role with the official figures of its occupation."""
    role = role_in(f"{directories.BUNDLED}/{role_id}.yaml")
    return Subject(role, occupation(role.occupation))


def own(role_id: str, field: str, **known: object) -> list[Claim]:
    """Return a role's own claims of one field that have these attributes."""
    return matching(profile(role_id).own, {"field": field, **known})


def only(role_id: str, field: str, **known: object) -> Claim:
    (claim,) = own(role_id, field, **known)
    return claim


def official(role_id: str, field: str, **known: object) -> Claim:
    found = profile(role_id).official
    assert found
    (claim,) = matching(found.claims, {"field": field, **known})
    return claim


def matching(claims: Iterable[Claim], known: Mapping[str, object]) -> list[Claim]:
    return [claim for claim in claims if all(getattr(claim, name) == value for name, value in known.items())]


def assert_neither(one: Claim, two: Claim, why: str) -> None:
    """Assert that two claims have neither difference nor rank, in both directions, for the reason `why`."""
    for found in (verdict(one, two), verdict(two, one)):
        assert (found.kind, found.absolute, found.percent) == ("none", None, None)
        assert why in found.why


def test_three_statistics_of_one_job_stand_side_by_side_and_are_never_ranked() -> None:
    """1: an estimate of 36,361, a median of 54,760 of a wider group, means of 15, 18 and 24 an hour."""
    estimate = only("support-tech", "estimate", period="year")
    median = only("it-support", "median", as_printed="$54,760")
    means = own("tech-support-rep", "mean")
    assert [claim.value for claim in wages.in_period(means, "year")] == [31_200, 37_440, 49_920]
    assert_neither(estimate, median, "estimate")
    for mean in means:
        assert_neither(estimate, mean, "mean")
        assert_neither(median, mean, "mean")
    assert_neither(median, official("support-tech", "median", period="year"), "two sources that need not measure alike")
    assert_neither(means[0], official("tech-support-rep", "mean", period="year"), "method")


def test_a_wrong_date_is_kept_as_printed_beside_the_figure_that_belongs_to_it() -> None:
    """2: $54,760 is dated May 2020, yet is the figure of May 2019; for 2020 BLS prints $55,510."""
    as_printed = only("it-support", "median", as_printed="$54,760")
    corrected = only("it-support", "median", as_printed="$55,510")
    assert (as_printed.value, as_printed.as_of, as_printed.population) == (54_760, "2020-05", "15-1230")
    assert "May 2019" in as_printed.note
    assert "55,510" in as_printed.note
    assert corrected.source.publisher == "US Bureau of Labor Statistics"
    assert_neither(as_printed, corrected, "two sources that need not measure alike")


def test_a_median_under_the_heading_average_is_a_median_and_its_range_no_percentile() -> None:
    """3: headed "average salary"; "around $36,000" to "over $82,000" is not BLS's 31,220 to 84,510."""
    statistics = {claim.statistic for claim in profile("it-support").own if claim.currency}
    assert statistics == {"median", "low", "high"}
    low, high = only("it-support", "low"), only("it-support", "high")
    assert [fields.text(low), fields.text(high)] == ["about 36,000", "over 82,000"]
    assert [fields.cell(low), fields.cell(high)] == ["~36000", ">82000"]
    assert "31,220 and 84,510" in low.note
    dated = {"as_of": "2024", "area": "US"}
    assert_neither(low._replace(**dated), low._replace(bound="", value=30_000, **dated), "approximate")
    assert_neither(high, official("it-support", "p90", period="year"), "p90")


def test_a_synonym_finds_a_role_and_brings_no_figures_of_its_own() -> None:
    """4: the same site prints $64,272 for one title and $45,884 for its synonym."""
    found = catalog.Catalog([directories.BUNDLED], warn=pytest.fail).find("NOC Technician")
    assert found.id == "noc-tech"
    assert [claim.value for claim in found.own if claim.field == "estimate"] == [64_272, 30.9]
    assert {45_884, 22.06, 48_270}.isdisjoint(claim.value for claim in found.claims)
    assert "45,884" in only("noc-tech", "estimate", period="year").note


def test_years_of_experience_have_no_unit_and_are_the_upper_end_of_the_time_to_become() -> None:
    """5: "Years of experience 2" beside "typically takes 1-2 years"."""
    for role_id in ("noc-tech", "support-tech"):
        years, time = only(role_id, "years_experience"), only(role_id, "time_to_become")
        assert time.value == "1-2 years"
        assert years.as_printed == str(time.value).removeprefix("1-").removesuffix(" years")
        assert "without a unit" in years.note
    assert_neither(only("noc-tech", "years_experience"), only("support-tech", "years_experience"), "undated")


def test_a_growth_rate_copied_from_a_wide_group_is_one_models_own_and_never_the_official_change() -> None:
    """6: 10 % and 5 % without a period, printed for many titles alike."""
    one, two = only("noc-tech", "growth"), only("support-tech", "growth")
    for claim in (one, two):
        assert "No period" in claim.note
    found = verdict(one, two)
    assert (found.kind, found.absolute, found.percent) == ("one-source", 5, None)
    assert_neither(two, official("support-tech", "employment_change"), "method")
    assert official("support-tech", "employment_change").value == -3.7


def test_an_undefined_number_of_jobs_is_never_measured_against_people_employed() -> None:
    """7: 68,874 and 117,102 "number of jobs"; held or open, and when, is not said."""
    one, two = only("noc-tech", "jobs"), only("support-tech", "jobs")
    found = verdict(one, two)
    assert (found.kind, found.absolute) == ("one-source", 48_228)
    assert "does not define it" in found.why
    assert fields.BY_KEY["jobs"].label == '"number of jobs"'
    assert_neither(two, official("support-tech", "employment"), "method")


def test_the_best_paying_places_and_firms_are_names_without_an_amount() -> None:
    """8: the best-paying city is New York, NY, the best-paying state New Jersey."""
    names = [str(only("support-tech", field).value) for field in ("best_city", "best_state")]
    assert names == ["New York, NY", "New Jersey"]
    for role_id in ("noc-tech", "support-tech"):
        for field in ("best_city", "best_state", "best_company", "best_industry"):
            claim = only(role_id, field)
            assert (claim.currency, claim.statistic) == ("", "")
            assert "No amount" in claim.note
    assert_neither(only("noc-tech", "best_city"), only("support-tech", "best_city"), "not measured")


@pytest.mark.parametrize(("role_id", "total", "unknown"), [("noc-tech", "100.1", 5.1), ("support-tech", "100.0", 5.4)])
def test_shares_keep_their_unknown_part_and_their_printed_sum(role_id: str, total: str, unknown: float) -> None:
    """9: race adds up to 100.1 and 100.0, mixes in Hispanic or Latino, and names no base."""
    shares = own(role_id, "race")
    assert sum(Decimal(claim.as_printed.removesuffix("%")) for claim in shares) == Decimal(total)
    assert [claim.value for claim in shares if claim.item == "Unknown"] == [unknown]
    assert all(total in claim.note and "no year or base" in claim.note for claim in shares)


def test_skill_percentages_are_a_partial_list_of_something_unsaid() -> None:
    """10: lists of six that add up to 38 and 55; the duties contradict the description."""
    noc, support = own("noc-tech", "skills"), own("support-tech", "skills")
    assert [sum(claim.value for claim in each) for each in (noc, support)] == [38, 55]
    assert [claim.value for claim in support[:2]] == [12, 12]
    shared = {claim.item for claim in noc} & {claim.item for claim in support}
    assert shared == {"Customer Service"}
    one, two = only("noc-tech", "skills", item="Customer Service"), support[0]
    assert (verdict(one, two).kind, verdict(one, two).absolute) == ("one-source", 5)
    assert_neither(noc[0], support[0], "Troubleshoot")
    assert all("contradict the description" in claim.note for claim in own("support-tech", "responsibilities"))


def test_a_degree_that_workers_hold_is_not_one_that_is_asked_for() -> None:
    """11: "Bachelor's, 49 %" held, against "not always required", "none" and a diploma or GED."""
    held, asked, usual = (fields.BY_KEY[key] for key in ("degree_held", "education_required", "entry_education"))
    assert len({held.label, asked.label, usual.label}) == 3
    assert not own("noc-tech", "education_required")
    for role_id in ("it-support", "tech-support-rep", "isp-tech"):
        assert not own(role_id, "degree_held")
        for claim in own(role_id, "education_required"):
            assert_neither(only("noc-tech", "degree_held"), claim, "words")
    assert official("noc-tech", "entry_education").value == "Associate's degree"


def test_pay_below_the_minimum_wage_is_flagged_as_old_and_never_inflated() -> None:
    """12: $6 an hour is below the federal minimum since July 2008, of 6.55 and then 7.25."""
    low = only("tech-support-rep", "low", experience="entry")
    assert (low.value, low.as_printed, low.as_of) == (6, "$6", "")
    assert "pre-2009" in low.note
    assert all("pre-2009" in claim.note for claim in profile("tech-support-rep").own if claim.currency)
    (yearly,) = wages.in_period([low], "year")
    assert (yearly.value, yearly.basis) == (6 * 2_080, "calculated")
    assert_neither(low, official("tech-support-rep", "p10", period="hour"), "p10")


def test_the_average_of_a_band_is_not_its_midpoint_and_bands_overlap() -> None:
    """13: averages of 15, 18 and 24 against midpoints of 14, 20.5 and 25."""
    lows, highs, means = (own("tech-support-rep", field) for field in ("low", "high", "mean"))
    levels = ["entry", "experienced-new", "experienced"]
    assert [claim.experience for claim in lows] == [claim.experience for claim in highs] == levels
    midpoints = [(low.value + high.value) / 2 for low, high in zip(lows, highs, strict=True)]
    assert midpoints == [14, 20.5, 25]
    assert [claim.value for claim in means] == [15, 18, 24]
    for mean, midpoint in zip(means, midpoints, strict=True):
        assert f"not the midpoint, {midpoint:g}" in mean.note
    assert lows[1].value < highs[0].value
    assert_neither(means[0], means[1], "level entry")


def test_a_year_and_an_hour_convert_at_2080_hours_from_what_is_listed() -> None:
    """14: 2,080 hours of $17.48 make 36,358.40, and the yearly figure printed is $36,361."""
    listed = own("support-tech", "estimate")
    assert [claim.as_printed for claim in wages.in_period(listed, "year")] == ["$36,361"]
    assert [claim.as_printed for claim in wages.in_period(listed, "hour")] == ["$17.48"]
    ends = [own(role_id, field)[0] for role_id in ("noc-tech", "support-tech") for field in ("low", "high")]
    assert [claim.value for claim in wages.in_period(ends, "hour")] == [19.71, 47.6, 11.06, 26.92]
    assert {claim.basis for claim in wages.in_period(ends, "hour")} == {"calculated"}
    (median, _) = wages.in_period(own("it-support", "median"), "hour")
    assert (median.value, median.period) == (26.33, "hour")
    assert median.derivation == "54,760 a year ÷ 2,080 hours, if full-time all year"
    bounds = [only("it-support", "low"), only("it-support", "high")]
    assert [fields.cell(claim) for claim in wages.in_period(bounds, "hour")] == ["~17.31", ">39.42"]


@pytest.mark.parametrize(("code", "listed", "other"), [("11-1031", "year", "hour"), ("27-2011", "hour", "year")])
def test_wages_published_for_one_period_only_are_never_converted(code: str, listed: str, other: str) -> None:
    """14: legislators have no hourly wage and actors no yearly one."""
    found = occupation(code, sources=(BY_ID["oews-2024-05"],))
    assert found
    medians = [claim for claim in found.claims if claim.field == "median"]
    assert all(claim.value for claim in wages.in_period(medians, listed))
    assert [claim.value for claim in wages.in_period(medians, other)] == [None]


@pytest.mark.parametrize("role_id", IDS)
def test_what_a_document_repeats_is_said_once(role_id: str) -> None:
    """15: one document prints its first paragraph twice, another ten of its sentences."""
    counts = Counter(
        (claim.field, claim.item, claim.value, claim.experience, claim.period, claim.source.id)
        for claim in profile(role_id).own
    )
    assert [each for each, times in counts.items() if times > 1] == []
    assert len(own(role_id, "summary")) == 1


def test_the_fuller_of_two_versions_is_kept() -> None:
    """15: the repeat drops the vendors' names and the remedies."""
    assert [claim.value for claim in own("tech-support", "certifications")] == ["CompTIA", "Cisco", "AWS"]
    challenges = own("tech-support", "challenges")
    assert len(challenges) == 6
    assert all(claim.item and claim.value for claim in challenges)


def test_a_certification_that_cannot_be_found_is_kept_as_printed_and_marked() -> None:
    """16: a "Certified Broadband Installer (CBI)" that BICSI does not list."""
    claim = only("isp-tech", "certifications")
    assert claim.value == "Certified Broadband Installer (CBI)"
    assert claim.note.startswith("Credited to BICSI; unverified")
    assert "Broadband Premises Installer (BPI)" in claim.note


def test_cities_with_most_jobs_are_not_the_best_paying_city() -> None:
    """17: five cities in an order without figures, and one city that pays best."""
    cities = own("it-support", "locations")
    assert [claim.item.partition(",")[0] for claim in cities] == [
        "San Francisco", "New York", "Seattle", "Austin", "Chicago",
    ]  # fmt: skip
    assert not any(character.isdigit() for claim in cities for character in str(claim.value))
    assert all("no figure" in claim.note for claim in cities)
    assert not own("it-support", "best_city")
    assert not own("support-tech", "locations")
    assert fields.BY_KEY["locations"].label != fields.BY_KEY["best_city"].label


@pytest.mark.parametrize("role_id", ["tech-support", "isp-tech"])
@pytest.mark.parametrize("field", ["estimate", "low", "high", "growth", "jobs"])
def test_a_document_without_a_figure_says_so_and_is_never_zero_or_blank(role_id: str, field: str) -> None:
    """18: one document holds no number at all, another none about the role."""
    claim = only(role_id, field)
    assert claim.value is None
    assert fields.text(claim) == "none in source"
    assert fields.cell(claim) == ""
    assert_neither(own("support-tech", field)[0], claim, claim.note)


def test_vendors_are_not_certifications_and_an_education_not_named_is_said_to_be_missing() -> None:
    """18: "certifications" that are vendors, and "qualifications" without a school."""
    assert all(claim.note.startswith("Vendors only") for claim in own("tech-support", "certifications"))
    education = only("tech-support", "education_required")
    assert (education.value, fields.text(education)) == (None, "none in source")


@pytest.mark.parametrize(
    ("field", "glued"),
    [("growth", "5%10%"), ("age", "4342"), ("years_experience", "22"), ("jobs", "68,874117,102"), ("lgbt", "9%11%")],
)
def test_cells_that_a_document_glues_together_are_split_between_the_two_roles(field: str, glued: str) -> None:
    """19: "Growth rate5%10%", "Average age4342", "Years of experience22"."""
    pair = [only(role_id, field) for role_id in ("noc-tech", "support-tech")]
    assert "".join(claim.as_printed for claim in pair) == glued
    assert all(claim.value == float(claim.as_printed.replace(",", "").removesuffix("%")) for claim in pair)


@pytest.mark.parametrize("role_id", ["it-support", "isp-tech"])
def test_a_promise_of_demand_is_words_and_never_a_growth_rate(role_id: str) -> None:
    """20: demand "expected to rise", a "growing industry"."""
    promise = only(role_id, "demand")
    assert isinstance(promise.value, str)
    assert not any(character.isdigit() for character in promise.value)
    assert "without a number" in promise.note
    assert only(role_id, "growth").value is None
    assert_neither(promise, official(role_id, "employment_change"), "words")


def test_a_roles_own_figures_and_its_occupations_are_told_apart() -> None:
    """1: three roles share one occupation, whose figures are the same and whose own are not."""
    assert {claim.population for claim in profile("support-tech").own} == {ROLE}
    shared = [official(role_id, "median", period="year") for role_id in ("support-tech", "it-support")]
    assert verdict(*shared).kind == "same"
    assert "15-1232" in verdict(*shared).why
