"""Test wage rows: one per role, population, experience level, area, date, source and basis."""

from careercli.compare import wage_rows
from careercli.compare.wage_rows import COLUMNS, missing_wages, rankable, wages_of
from careercli.model.claims import Subject
from tests.make import make_claim, make_occupation, make_role
from tests.make import of_site as own


def test_the_columns_are_the_public_ones() -> None:
    assert COLUMNS == (
        "role", "title", "population", "level", "area", "as_of", "source", "method", "basis", "currency", "per",
        "low", "p10", "p25", "median", "p75", "p90", "high", "mean", "estimate",
        "area_title", "industry", "employment", "employment_error", "mean_error", "caveat",
    )  # fmt: skip


def test_figures_of_one_statement_share_a_row() -> None:
    (row,) = wages_of(make_role("x", own(41_000, "low"), own(99_000, "high"), own(64_272, "estimate")), "year")
    assert row.values() == {
        "role": "x", "title": "X", "population": "role", "level": "", "area": "", "as_of": "", "source": "site",
        "method": "model", "basis": "listed", "currency": "USD", "per": "year", "low": 41_000, "p10": None,
        "p25": None, "median": None, "p75": None, "p90": None, "high": 99_000, "mean": None, "estimate": 64_272,
        "area_title": "", "industry": "", "employment": None, "employment_error": None, "mean_error": None,
        "caveat": "",
    }  # fmt: skip


def test_listed_and_calculated_never_share_a_row() -> None:
    role = make_role("x", own(41_600, "low"), own(30.9, "estimate", period="hour"))
    listed, calculated = wages_of(role, "hour")[::-1]
    assert (listed.values()["basis"], listed.values()["estimate"], listed.values()["low"]) == ("listed", 30.9, None)
    assert (calculated.values()["basis"], calculated.values()["low"]) == ("calculated", 20)


def test_each_level_date_place_and_population_is_a_row() -> None:
    claims = (
        own(15, "mean", experience="entry"),
        own(18, "mean", experience="experienced"),
        own(20, "mean", as_of="2020"),
        own(21, "mean", area="CA"),
        own(22, "mean", population="15-1230"),
    )
    assert len(wages_of(make_role("x", *claims), "year")) == 5


def test_a_bound_is_a_part_of_the_number_and_words_to_a_person() -> None:
    (row,) = wages_of(make_role("x", own(82_000, "high", bound=">")), "year")
    assert (row.values()["high"], row.texts()["high"], row.texts()["low"]) == (">82000", "over 82,000", "—")


def test_the_figure_in_the_middle_is_the_median_then_the_mean_then_the_estimate() -> None:
    claims = [own(1, "estimate"), own(2, "mean"), own(3, "median"), own(4, "high")]
    for known, middle in ((claims, 3), (claims[:2], 2), (claims[:1], 1)):
        (row,) = wages_of(make_role("x", *known), "year")
        assert row.typical is not None
        assert row.typical.value == middle
    (row,) = wages_of(make_role("x", claims[3]), "year")
    assert row.typical is None


def official(code: str) -> wage_rows.WageRecord:
    (row,) = wages_of(Subject(None, make_occupation(code, make_claim(population=code))), "year")
    return row


def test_what_gathers_all_others_or_contains_another_is_not_ranked() -> None:
    shown = [official(code) for code in ("15-1231", "15-1230", "15-1240", "15-1299")]
    assert [row.first.population for row in rankable(shown)] == ["15-1231", "15-1240"]
    assert rankable(wages_of(make_role("x", own(50_000, "estimate")), "year")) == []


def test_a_source_without_a_wage_is_said_once_for_all_its_roles() -> None:
    silent = own(None, "estimate", period="", note="The page prints no pay.")
    roles = [make_role("x", silent), make_role("y", silent), make_role("z", own(50_000, "estimate"))]
    assert missing_wages(roles, "year") == ["x, y: the source gives no wage (The page prints no pay.)"]


def test_an_occupation_published_by_the_year_alone_is_silent_by_the_hour() -> None:
    reason = "not released: wages of this occupation are published by the year only"
    official = make_occupation(
        "25-2021",
        make_claim(60_000, population="25-2021", one_period=True),
        make_claim(None, period="hour", population="25-2021", one_period=True, note=reason),
    )
    teachers = Subject(None, official)
    assert missing_wages([teachers], "hour") == [f"25-2021: {reason}"]
    assert wages_of(teachers, "hour") == []
    assert missing_wages([teachers], "year") == []
