"""The claims of the bundled releases say what the publishers' own workbooks say."""

import random
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from careercli.model import fields
from careercli.model.claims import Claim
from careercli.official.importers import text
from careercli.official.releases import BY_ID
from careercli.store import build, lists, official
from tests.official import publishers
from tests.official.publishers import needs_oews, needs_onet, needs_projections

TOP_CODES = {"year": 239_200, "hour": 115}
"""What OEWS of May 2024 stands for with `#`: at least so much. The national workbook of May 2025 has no `#`."""

WAGE_COLUMNS = {
    f"{prefix}_{column}": (statistic, period)
    for prefix, period in (("A", "year"), ("H", "hour"))
    for column, statistic in (
        ("MEAN", "mean"), ("MEDIAN", "median"), ("PCT10", "p10"), ("PCT25", "p25"), ("PCT75", "p75"), ("PCT90", "p90"),
    )
}  # fmt: skip

ROLES = build.TEXTS.parent / "roles"
OCCUPATION = re.compile("^occupation: (.+)$", re.M)
"""The bundled profiles, and the code of one's occupation."""

SAMPLE = 80
"""Occupations whose every cell is checked, beside those with a mark."""


@cache
def oews(year: int = 2025) -> dict[str, dict[str, Any]]:
    """The rows of detailed occupations by code, each by the header's names."""
    return {row["OCC_CODE"]: row for row in publishers.oews(year) if row["O_GROUP"] == "detailed"}


@cache
def projections() -> dict[str, dict[str, Any]]:
    """The line items of Table 1.2 by code, each by the header's names."""
    code = "2024 National Employment Matrix code"
    return {row[code]: row for row in publishers.projections() if row["Occupation type"] == "Line item"}


@cache
def onet(table: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of a table of O*NET 30.2 by occupation, `.00` codes as the SOC code they are."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in publishers.onet(table):
        rows.setdefault(row["O*NET-SOC Code"].removesuffix(".00"), []).append(row)
    return rows


@cache
def claims(code: str, *releases: str) -> tuple[Claim, ...]:
    """The claims of the newest releases, or of these."""
    found = official.occupation(code, sources=tuple(BY_ID[key] for key in releases) or None)
    assert found
    return found.claims


def claim(code: str, field: str, period: str = "", *releases: str) -> Claim:
    (found,) = [
        each for each in claims(code, *releases) if each.field == field and (not period or each.period == period)
    ]
    return found


def sample(codes: list[str], seed: int) -> list[str]:
    return random.Random(seed).sample(sorted(codes), SAMPLE)


def wage_of(cell: Any, period: str) -> tuple[object, str]:
    """The value and bound that a wage's cell stands for."""
    if cell == "#":
        return TOP_CODES[period], ">="
    return (None, "") if cell == "*" else (cell, "")


# -- Against the publisher's workbooks, where they are.


@needs_oews
@pytest.mark.parametrize("year", [2025, 2024])
def test_sampled_wages_and_employment_are_those_of_the_workbook(year: int) -> None:
    wrong, checked, release = [], 0, f"oews-{year}-05"
    rows = oews(year)
    marked = [code for code, row in rows.items() if "#" in row.values() or "*" in row.values()]
    for code in {*sample(list(rows), year), *marked}:
        for column, (statistic, period) in WAGE_COLUMNS.items():
            found = claim(code, statistic, period, release)
            checked += 1
            if (found.value, found.bound) != wage_of(rows[code][column], period):
                wrong.append((code, column, rows[code][column], found.value))
        checked += 1
        employment = claim(code, "employment", "", release)
        if employment.value != rows[code]["TOT_EMP"]:
            wrong.append((code, "TOT_EMP", rows[code]["TOT_EMP"], employment.value))
    assert wrong == []
    assert checked >= 1_000


@needs_oews
def test_sampled_errors_are_those_of_the_workbook() -> None:
    for code in sample(list(oews()), 7):
        row = oews()[code]
        assert claim(code, "employment").relative_error_percent == row["EMP_PRSE"], code
        for period in ("year", "hour"):
            assert claim(code, "mean", period).relative_error_percent == row["MEAN_PRSE"], code


@needs_oews
@needs_projections
def test_sampled_projections_are_those_of_the_workbook_in_jobs_and_percent() -> None:
    texts = {
        "entry_education": "Typical education needed for entry",
        "work_experience": "Work experience in a related occupation",
        "on_the_job_training": "Typical on-the-job training needed to attain competency in the occupation",
    }
    wrong, checked = [], 0
    # An occupation that the two programmes draw differently has no row of its own in one of them.
    for code in sample([code for code in oews() if code in projections()], 34):
        row = projections()[code]
        thousands = Decimal(str(row["Occupational openings, 2024–34 annual average"]))
        wanted = {
            "employment_change": row["Employment change, percent, 2024–34"],
            "openings": thousands * 1000,
            **{field: row[header].strip() for field, header in texts.items()},
        }
        for field, value in wanted.items():
            checked += 1
            if claim(code, field).value != value:
                wrong.append((code, field, value, claim(code, field).value))
    assert wrong == []
    assert checked >= 400


@needs_oews
def test_a_top_coded_wage_is_at_least_that_years_limit() -> None:
    marked = [
        (code, *WAGE_COLUMNS[column])
        for code, row in oews(2024).items() for column in WAGE_COLUMNS if row[column] == "#"
    ]  # fmt: skip
    assert {period for _, _, period in marked} == {"year", "hour"}
    for code, statistic, period in marked:
        found = claim(code, statistic, period, "oews-2024-05")
        assert (found.value, found.bound, found.as_printed) == (TOP_CODES[period], ">=", "#"), code
        assert "top-coded" in found.note


@needs_oews
@pytest.mark.parametrize(("flag", "listed", "other"), [("ANNUAL", "year", "hour"), ("HOURLY", "hour", "year")])
def test_wages_of_one_period_only_have_a_reason_in_the_other(flag: str, listed: str, other: str) -> None:
    flagged = [code for code, row in oews().items() if row[flag]]
    assert flagged
    for code in flagged:
        assert claim(code, "mean", listed).value, code
        missing = claim(code, "mean", other)
        assert (missing.value, missing.as_printed, missing.one_period) == (None, "*", True), code
        assert missing.note == f"not released: wages of this occupation are published by the {listed} only"


@needs_oews
def test_every_detailed_occupation_of_the_workbook_is_bundled_under_its_title() -> None:
    listed = {code: title for code, title, detail in official.titles() if detail == "detailed"}
    for year in range(2021, 2026):
        assert {code: row["OCC_TITLE"] for code, row in oews(year).items()}.items() <= listed.items()


# -- Figures known by heart.


@pytest.mark.parametrize(
    ("code", "employment", "median", "p10", "p90"),
    [
        ("15-1231", 146_190, 76_220, 47_120, 127_780),
        ("15-1232", 717_190, 61_860, 40_980, 100_540),
        ("15-1244", 314_340, 99_130, 62_640, 155_050),
        ("49-2022", 140_920, 63_890, 44_240, 96_730),
    ],
)
def test_known_wages_are_listed(code: str, employment: int, median: int, p10: int, p90: int) -> None:
    assert claim(code, "employment").value == employment
    assert [claim(code, key, "year").value for key in ("median", "p10", "p90")] == [median, p10, p90]


@pytest.mark.parametrize(
    ("code", "year", "employment", "median"),
    [
        ("15-1231", 2024, 146_450, 73_340), ("15-1231", 2023, 158_720, 71_530),
        ("15-1232", 2024, 697_210, 60_340), ("15-1232", 2023, 689_700, 59_240),
        ("15-1244", 2024, 318_570, 96_800), ("15-1244", 2023, 323_020, 95_360),
        ("49-2022", 2024, 153_890, 62_630), ("49-2022", 2023, 159_670, 61_270),
    ],
)  # fmt: skip
def test_known_wages_of_older_releases_are_listed(code: str, year: int, employment: int, median: int) -> None:
    release = f"oews-{year}-05"
    assert claim(code, "employment", "", release).value == employment
    assert claim(code, "median", "year", release).value == median


@pytest.mark.parametrize(
    ("code", "change", "openings", "education"),
    [
        ("15-1231", 1.8, 9_600, "Associate's degree"),
        ("15-1232", -3.7, 40_800, "Some college, no degree"),
        ("15-1244", -4.2, 14_300, "Bachelor's degree"),
        ("49-2022", -4.2, 13_200, "Postsecondary nondegree award"),
    ],
)
def test_known_projections_are_listed(code: str, change: float, openings: int, education: str) -> None:
    wanted = {"employment_change": change, "openings": openings, "entry_education": education}
    assert {field: claim(code, field).value for field in wanted} == wanted


@pytest.mark.parametrize(
    ("code", "rate", "leaving", "self_employed"),
    [
        ("15-1231", 6.2, "6.1 of 100 workers leave a year: 2.4 the labor force, 3.7 for another occupation", 2),
        ("15-1232", 5.7, "6.1 of 100 workers leave a year: 2.4 the labor force, 3.7 for another occupation", 2),
        ("15-1244", 4.4, "4.8 of 100 workers leave a year: 1.9 the labor force, 2.9 for another occupation", 0.3),
    ],
)
def test_known_openings_per_100_jobs_are_calculated(code: str, rate: float, leaving: str, self_employed: float) -> None:
    found = claim(code, "openings_rate")
    assert (found.value, found.basis, found.note) == (rate, "calculated", leaving)
    assert found.derivation.endswith(" thousand jobs")
    assert claim(code, "self_employed").value == self_employed


@pytest.mark.parametrize(
    ("code", "people", "gpt", "copilot"),
    [("15-1231", "0.538", "0.635", "0.314"), ("15-1232", "0.667", "0.611", "0.341")],
)
def test_known_scores_of_exposure_are_as_printed_with_their_percentile(
    code: str, people: str, gpt: str, copilot: str
) -> None:
    found = [each for each in claims(code) if each.field == "ai_exposure"]
    printed = [each for each in found if each.statistic == "exposure"]
    assert [fields.text(each) for each in printed] == [people, gpt, copilot]
    assert [fields.plain_value(each) for each in printed] == [each.as_printed for each in printed]
    assert all(each.note.endswith("it says what AI could assist, not what happens to jobs") for each in found)
    assert [each.basis for each in found] == ["listed", "calculated"] * 3


def test_age_sex_and_race_are_those_of_the_census_code() -> None:
    age, women, *race = [each for each in claims("15-1231") if each.source.series == "CPS"]
    assert {each.population for each in (age, women, *race)} == {"Census 1050 Computer support specialists"}
    assert (age.value, age.statistic, age.as_of) == (42.4, "median age", "2025")
    assert (women.item, women.value, women.as_of) == ("Women", 25.8, "2022")
    assert {each.item: each.value for each in race} == {
        "White": 71.2, "Black or African American": 11.3, "Asian": 12.5, "Hispanic or Latino": 12.9,
    }  # fmt: skip
    assert race[0].note.endswith("so that the shares overlap; one figure for SOC 15-1230")
    assert [each.value for each in claims("15-1232") if each.source.series == "CPS"] == [
        each.value for each in (age, women, *race)
    ]


def test_an_age_that_is_not_printed_says_why() -> None:
    age = claim("11-1031", "age")
    assert (age.value, age.as_printed) == (None, "–")
    assert age.note == "no data, or a base of under 50,000 workers; one figure for SOC 11-1031"


def test_what_one_study_alone_has_is_hidden() -> None:
    assert not [each for each in claims("15-1299.08") if each.field == "ai_exposure"]
    assert not [each for each in claims("13-1020") if each.field == "ai_exposure"]


REASONS = {row["code"]: row["sentence"] for row in text.read(build.REASONS / "projections-2024-34.why_it_changes.tsv")}


def test_why_employment_changes_is_said_in_our_words() -> None:
    for code, sentence in REASONS.items():
        found = claim(code, "why_it_changes")
        assert (found.value, found.as_printed, found.source.id) == (sentence, "", "projections-2024-34")
        assert (found.basis, found.derivation) == (
            "calculated", "put in our words, after the factors of Table 1.12",
        )  # fmt: skip
        assert sentence.endswith(".")
        assert len(sentence.split()) <= 22


@needs_projections
def test_every_bundled_role_s_occupation_with_a_factor_has_a_reason_and_no_words_are_copied() -> None:
    factors: dict[str, str] = {}
    for row in publishers.projections("1.12"):
        code = row["2024 National Employment Matrix occupation code"]
        factors[code] = f"{factors.get(code, '')} {row['Factors affecting occupational utilization']}".lower()
    occupations = {match[1] for path in ROLES.glob("*.yaml") if (match := OCCUPATION.search(path.read_text("utf-8")))}
    assert occupations & factors.keys() <= REASONS.keys() <= factors.keys()
    for code, sentence in REASONS.items():
        words = sentence.lower().rstrip(".").split()
        assert not [four for at in range(len(words) - 3) if (four := " ".join(words[at : at + 4])) in factors[code]]


def test_a_year_and_an_hour_are_both_listed_and_neither_is_calculated() -> None:
    pair = [claim("15-1231", "median", period) for period in ("year", "hour")]
    assert [(each.value, each.basis) for each in pair] == [(76_220, "listed"), (36.64, "listed")]


def test_a_known_top_code_keeps_its_mark() -> None:
    chief = [claim("11-1011", "p90", period, "oews-2024-05") for period in ("year", "hour")]
    assert [(each.value, each.bound, each.as_printed) for each in chief] == [(239_200, ">=", "#"), (115, ">=", "#")]


def test_a_top_coded_wage_of_a_place_has_its_footnote_and_is_at_least_the_limit() -> None:
    found = official.occupation("29-1214", "AL", (BY_ID["oews-2025-05"],))
    assert found
    (median,) = [each for each in found.claims if (each.field, each.period) == ("median", "year")]
    assert (median.value, median.bound, median.as_printed, median.area) == (239_200, ">=", "-(5)", "AL")
    assert "top-coded" in median.note


def test_a_broad_code_has_wages_and_is_said_to_be_broad() -> None:
    broad = official.occupation("15-1230")
    assert broad
    assert (broad.title, broad.detail) == ("Computer Support Specialists", "broad")
    assert claim("15-1230", "median", "year").value == 62_890


@pytest.mark.parametrize("code", ["15-0000", "99-9999", "", "soc_code", "15-12"])
def test_what_is_no_detailed_or_broad_code_finds_nothing(code: str) -> None:
    assert official.occupation(code) is None


def test_there_are_879_detailed_occupations_and_no_code_stands_twice() -> None:
    """831 have wages, those of one before 2025 alone; the others are in O*NET's list."""
    listed = list(official.titles())
    assert sum(detail == "detailed" for _, _, detail in listed) == 879
    assert sum(1 for _ in lists.wage_rows()) == 830
    assert [code for code, count in Counter(code for code, _, _ in listed).items() if count > 1] == []


def test_every_detailed_occupation_has_its_projections_and_a_family() -> None:
    wanted = {
        "employment_change", "openings", "openings_rate", "entry_education", "work_experience", "on_the_job_training",
    }  # fmt: skip
    waged = {row.code for row in lists.wage_rows()}
    for code, _, detail in official.titles():
        if code in waged:
            assert detail == "detailed"
            projected = {each.field for each in claims(code) if each.source.series == "EP"}
            assert projected - {"self_employed", "why_it_changes"} == wanted, code
            found = official.occupation(code)
            assert found
            assert found.family.endswith("Occupations"), code


def test_every_official_claim_says_of_whom_where_when_and_what_it_leaves_out() -> None:
    for code, _, _ in official.titles():
        for each in claims(code):
            assert each.population == code or (each.source.series == "CPS" and each.population.startswith("Census "))
            assert each.area == "US"
            assert each.basis == ("calculated" if each.derivation else "listed")
            assert each.as_of
            assert each.source.release
            assert each.source.license
            assert each.note or each.source.note
            if each.value is None:
                assert each.note.startswith(("not released", "O*NET ", "no data")) or each.caveat == "order unknown"


# O*NET


def of_onet(code: str, field: str) -> list[Claim]:
    return [each for each in claims(code) if each.field == field and each.source.series == "O*NET"]


@pytest.mark.parametrize(
    ("code", "zone", "date", "hot", "in_demand"),
    [
        ("15-1231", 4, "2014-07", 34, 11),
        ("15-1232", 3, "2023-08", 113, 13),
        ("15-1244", 4, "2017-07", 95, 19),
        ("49-2022", 3, "2017-07", 6, 2),
    ],
)
def test_known_job_zones_and_technologies_are_listed(code: str, zone: int, date: str, hot: int, in_demand: int) -> None:
    (job_zone,) = of_onet(code, "job_zone")
    assert (job_zone.value, job_zone.as_of) == (zone, date)
    sought = [str(each.value) for each in of_onet(code, "technologies")]
    assert sum("hot" in each for each in sought) == hot
    assert sum("in demand" in each for each in sought) == in_demand


def test_what_matters_most_is_told_with_its_importance_date_and_raters() -> None:
    skills, knowledge = of_onet("15-1231", "skills"), of_onet("15-1231", "knowledge")
    first = skills[0]
    assert (first.item, first.value, first.statistic) == ("Critical Thinking", 3.75, "importance")
    assert (first.as_of, first.method, first.population) == ("2014-07", "opinion", "15-1231")
    assert first.note == "importance, 1 to 5; among the ten highest; rated by 8 analysts; standard error 0.1637"
    assert [(each.item, each.value) for each in knowledge[:2]] == [
        ("Computers and Electronics", 4.96),
        ("Telecommunications", 3.79),
    ]
    assert knowledge[0].note == "importance, 1 to 5; among the ten highest; rated by 38 workers; standard error 0.0368"
    assert len(skills) == len(knowledge) == 10
    assert (first.relative_error_percent, knowledge[0].relative_error_percent) == (4.37, 0.74)
    assert knowledge[0].method == "survey"
    assert of_onet("15-1241", "knowledge")[0].method == "opinion"
    assert of_onet("15-1241", "knowledge")[0].relative_error_percent is None


def test_a_specialty_has_ratings_and_neither_wage_nor_projection() -> None:
    specialty = official.occupation("15-1299.08")
    assert specialty
    assert (specialty.title, specialty.detail) == ("Computer Systems Engineers/Architects", "specialty")
    assert specialty.family == "Computer and Mathematical Occupations"
    assert {each.field for each in specialty.claims} == {
        "job_zone", "skills", "knowledge", "technologies", "education_reported", "interests", "related",
        "age", "gender", "race",
    }  # fmt: skip
    assert (
        of_onet("15-1299.08", "knowledge")[0].note == "importance, 1 to 5; among the ten highest; rated by 22 experts"
    )


def test_an_occupation_that_is_not_rated_has_no_ratings() -> None:
    assert of_onet("15-1230", "skills") == []
    assert of_onet("15-1299", "job_zone") == []


@needs_onet
def test_every_job_zone_is_that_of_the_database() -> None:
    for code, (row,) in onet("Job Zones").items():
        if official.occupation(code):
            (zone,) = of_onet(code, "job_zone")
            assert (zone.value, f"{zone.as_of[5:]}/{zone.as_of[:4]}") == (row["Job Zone"], row["Date"]), code


RATED_LOW = ("35-2021", "41-9012", "51-9031")
"""Occupations with few skills whose level is relevant: importance is rated, and withheld for no flag of the level."""


@needs_onet
@pytest.mark.parametrize(("field", "table"), [("skills", "Skills"), ("knowledge", "Knowledge")])
def test_sampled_ratings_are_the_ten_highest_of_the_database_with_all_ties(field: str, table: str) -> None:
    rated = onet(table)
    suppressed = [code for code, rows in rated.items() if any(row["Recommend Suppress"] == "Y" for row in rows)]
    for code in [*sample(sorted(rated), 29), *suppressed[:40], "15-1231", "15-1232", "15-1299.08", *RATED_LOW]:
        kept = {
            row["Element Name"]: row
            for row in rated[code]
            if row["Scale ID"] == "IM" and row["Recommend Suppress"] != "Y" and row["Not Relevant"] != "Y"
        }
        highest = sorted((row["Data Value"] for row in kept.values()), reverse=True)[:10]
        found = of_onet(code, field)
        wanted = {name for name, row in kept.items() if highest and row["Data Value"] >= highest[-1]}
        assert {each.item for each in found} == wanted, code
        assert len(found) == len(wanted)
        for each in found:
            row = kept[each.item]
            assert each.value == pytest.approx(row["Data Value"]), (code, each.item)
            assert f"{each.as_of[5:]}/{each.as_of[:4]}" == row["Date"]
            assert row["N"] == "" or f" {int(row['N'])} " in each.note
            error = row["Standard Error"]
            relative = None if error == "" else pytest.approx(100 * error / row["Data Value"], abs=0.01)
            assert each.relative_error_percent == relative


@needs_onet
def test_sampled_levels_of_education_are_those_of_the_database_and_withheld_where_it_says_so() -> None:
    asked = onet("Education, Training, and Experience")
    names = {
        row["Category"]: row["Category Description"].partition(" - ")[0]
        for row in publishers.onet("Education, Training, and Experience Categories") if row["Scale ID"] == "RL"
    }  # fmt: skip
    for code in [*sample(sorted(asked), 31), "15-1231", "15-1232", "15-1299.08"]:
        rows = [row for row in asked[code] if row["Scale ID"] == "RL" and row["Data Value"]]
        found = of_onet(code, "education_reported")
        shown = {each.item: each.value for each in found if each.value is not None}
        assert shown == {
            names[row["Category"]]: row["Data Value"] for row in rows if row["Recommend Suppress"] != "Y"
        }, code
        withheld = {names[row["Category"]] for row in rows if row["Recommend Suppress"] == "Y"}
        assert all(name in each.caveat for each in found if each.value is None for name in withheld)
        assert bool(withheld) == any(each.value is None for each in found)


def test_what_workers_say_is_required_has_its_date_and_how_many_were_asked() -> None:
    first, second, *_ = of_onet("15-1231", "education_reported")
    assert (first.item, first.value, first.as_of, first.method) == ("Bachelor's Degree", 46.93, "2014-07", "survey")
    assert (first.relative_error_percent, second.value) == (28.69, 21.68)
    assert first.note == "said to be required by so many of 38 workers"
    withheld = of_onet("15-1232", "education_reported")[-1]
    assert (withheld.value, withheld.as_of) == (None, "2023-08")
    assert withheld.caveat == "too uncertain to show: Bachelor's Degree, Post-Secondary Certificate"


def test_interests_are_six_with_their_high_points() -> None:
    found = of_onet("15-1231", "interests")
    assert [(each.item, each.value, each.note.partition("; ")[2].partition("; ")[2]) for each in found] == [
        ("Conventional", 5.45, "first high point"), ("Investigative", 4.61, "second high point"),
        ("Realistic", 4.38, "third high point"), ("Enterprising", 2.64, ""), ("Social", 2.28, ""), ("Artistic", 1, ""),
    ]  # fmt: skip
    assert {(each.as_of, each.method, each.statistic) for each in found} == {("2026-02", "model", "interest")}


@needs_onet
def test_sampled_interests_and_their_high_points_are_those_of_the_database() -> None:
    order = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
    rated = onet("Interests")
    for code in [*sample(sorted(rated), 41), "15-1231", "15-1299.08"]:
        found = of_onet(code, "interests")
        values = {row["Element Name"]: row["Data Value"] for row in rated[code] if row["Scale ID"] == "OI"}
        assert {each.item: each.value for each in found} == pytest.approx(values), code
        assert [each.value for each in found] == sorted(values.values(), reverse=True)
        for row in rated[code]:
            if row["Scale ID"] == "IH" and row["Data Value"]:
                (high,) = [each for each in found if each.item == order[int(row["Data Value"]) - 1]]
                assert f"{row['Element Name'].split()[0].lower()} high point" in high.note, code


@needs_onet
def test_related_occupations_are_the_ten_of_the_primary_tiers_in_order() -> None:
    listed = onet("Related Occupations")
    for code in [*sample(sorted(listed), 43), "15-1231", "15-1299.08"]:
        primary = [row for row in listed[code] if row["Relatedness Tier"].startswith("Primary")]
        wanted = [row["Related O*NET-SOC Code"].removesuffix(".00") for row in primary]
        assert [each.value for each in of_onet(code, "related")] == wanted, code
        assert len(wanted) == 10


def test_related_occupations_are_similarity_with_their_tier() -> None:
    first, *_, last = of_onet("15-1231", "related")
    assert (first.value, first.as_printed, first.item) == ("15-1241", "Computer Network Architects", "nearest")
    assert (last.value, last.item) == ("49-2022", "near")
    assert first.note == "O*NET's tier Primary-Short; similarity, not a move"


def test_all_that_tie_for_the_tenth_place_are_listed() -> None:
    assert [len(of_onet(code, "skills")) for code in RATED_LOW] == [10, 11, 15]
    assert [each.value for each in of_onet("41-9012", "skills")][-3:] == [2, 2, 2]
    assert {each.value for each in of_onet("51-9031", "skills")[9:]} == {2.25}
    assert [len(of_onet(code, "knowledge")) for code in RATED_LOW] == [10, 11, 10]


@needs_onet
def test_sampled_technologies_are_those_of_the_database_that_are_hot_or_in_demand() -> None:
    technologies = onet("Technology Skills")
    for code in [*sample(sorted(technologies), 7), "15-1231", "15-1299.08"]:
        if official.occupation(code):
            wanted = {
                row["Example"]: (row["In Demand"] == "Y", row["Hot Technology"] == "Y")
                for row in technologies[code]
                if "Y" in (row["In Demand"], row["Hot Technology"])
            }
            found = of_onet(code, "technologies")
            assert {each.item: ("in demand" in str(each.value), "hot" in str(each.value)) for each in found} == wanted


def test_the_states_with_the_highest_medians_say_which_are_not_clearly_lower() -> None:
    found = [claim.as_printed for claim in claims("15-1231") if claim.field == "top_states"]
    assert found == [
        "Washington 101,750", "Maryland 96,680 (not clearly lower)", "District of Columbia 91,370 (not clearly lower)",
        "Massachusetts 88,650", "New Jersey 87,440",
    ]  # fmt: skip
    (capped,) = [claim for claim in claims("29-1214") if claim.field == "top_states"]
    assert (capped.value, capped.caveat) == (None, "order unknown")
    assert not [claim for claim in claims("29-1210") if claim.field == "top_states"]


def test_an_occupation_that_onet_rates_in_parts_says_so() -> None:
    (zone,) = [claim for claim in claims("31-1120") if claim.field == "job_zone"]
    assert (zone.value, zone.caveat) == (None, "rated in parts: 31-1121, 31-1122")
    assert zone.note == "O*NET rates its parts: 31-1121 Home Health Aides, 31-1122 Personal Care Aides"
