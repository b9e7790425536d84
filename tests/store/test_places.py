"""Questions about places, industries, years and prices read the rows they ask for, and no others."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain

import pytest

from careercli.model.claims import Source, Value
from careercli.official import releases
from careercli.store import lists, official, places, prices
from careercli.store.lists import WageRow

WITHOUT_PARITY = {
    "Guam", "Puerto Rico", "Virgin Islands", "Aguadilla, PR", "Arecibo, PR", "Guayama, PR", "Mayaguez, PR",
    "Ponce, PR", "San Juan-Bayamon-Caguas, PR", "Puerto Rico nonmetropolitan area",
    "Sussex Delaware nonmetropolitan area",
}  # fmt: skip


@cache
def wages(area: str) -> dict[str, WageRow]:
    """Return the wages of every detailed occupation in an area, by code."""
    return {row.code: row for row in lists.wage_rows(area)}


@pytest.mark.parametrize(
    ("code", "area", "employment", "median"),
    [
        ("15-1231", "OH", 7_480, 70_080), ("15-1232", "OH", 22_370, 59_720),
        ("15-1231", "18140", 1_710, 81_220), ("15-1232", "18140", 4_960, 62_540),
    ],
)  # fmt: skip
def test_known_wages_of_places_are_listed(code: str, area: str, employment: int, median: int) -> None:
    found = wages(area)[code].wages
    assert (found.employment, found.annual_median) == (employment, median)


def test_known_percentiles_of_ohio_are_listed() -> None:
    found = [wages("OH")[code].wages for code in ("15-1231", "15-1232")]
    assert [(each.annual_p10, each.annual_p90) for each in found] == [(45_980, 122_470), (38_730, 89_700)]


def test_there_are_583_areas_by_kind() -> None:
    areas = places.areas()
    assert Counter(area.kind for area in areas) == {"nation": 1, "state": 54, "metro": 393, "nonmetro": 135}
    assert areas[0] == ("US", "nation", "United States", "", "US")
    by_code = {area.code: area for area in areas}
    assert len(by_code) == 583
    assert by_code["OH"] == ("OH", "state", "Ohio", "OH", "OH")
    assert by_code["18140"] == ("18140", "metro", "Columbus, OH", "OH", "18140")
    assert by_code["17140"][2:4] == ("Cincinnati, OH-KY-IN", "OH-KY-IN")
    nonmetro = [area for area in areas if area.kind == "nonmetro" and area.states == "OH"]
    assert {area.price_area for area in nonmetro} == {"39999"}
    assert all(len(area.code) == 7 for area in nonmetro)


def test_the_eleven_areas_without_a_parity_are_known() -> None:
    areas = places.areas()
    assert {area.title for area in areas if area.code not in prices.parities(2024)} == WITHOUT_PARITY
    assert {area.title for area in areas if not area.price_area} == WITHOUT_PARITY
    assert len(prices.parities(2024)) == 572


@pytest.mark.parametrize(
    ("area", "parity"),
    [("OH", 92.774), ("WA", 107.013), ("CA", 110.72), ("18140", 95.469), ("41940", 110.423), ("US", 100)],
)
def test_known_parities_are_listed(area: str, parity: float) -> None:
    _, found = prices.parities(2024)[area]
    assert found == parity


def test_parities_of_metropolitan_areas_go_back_to_2021_and_of_states_to_2023() -> None:
    years = {code: [year for year in range(2018, 2027) if code in prices.parities(year)] for code in ("18140", "OH")}
    assert years == {"18140": [2021, 2022, 2023, 2024], "OH": [2023, 2024]}
    nonmetro = next(area for area in places.areas() if area.kind == "nonmetro" and area.states == "OH")
    assert prices.parities(2024)[nonmetro.code][0] == "Ohio (Nonmetropolitan Portion)"
    assert prices.parities(1999) == {}


def test_the_price_index_of_each_may_is_listed() -> None:
    indexes = prices.may_price_indexes()
    assert list(indexes) == list(range(1997, 2027))
    assert (indexes[2024], indexes[2025], indexes[2026]) == (314.069, 321.465, 335.123)


def test_the_wages_of_an_occupation_are_those_of_each_area() -> None:
    kinds = {area.code: area.kind for area in places.areas()}
    every = places.wages_by_area("15-1231")
    some = list(kinds)[::10]
    expected = [wages(area)["15-1231"] for area in some if "15-1231" in wages(area)]
    assert [row for row in every if row.area in some] == expected
    assert every[0].area == "US"
    for kind in ("nation", "state", "metro", "nonmetro"):
        assert places.wages_by_area("15-1231", kind) == [row for row in every if kinds[row.area] == kind]
    assert {row.code for row in every} == {"15-1231"}
    assert places.wages_by_area("55-1011") == places.wages_by_area("99-9999") == []


def test_older_releases_have_the_nation_alone() -> None:
    oews = sorted((each for each in releases.ALL if each.series == "OEWS"), key=lambda each: each.as_of)
    medians = [median("15-1231", "US", each) for each in oews]
    assert medians == [62_760, 68_050, 71_530, 73_340, 76_220]
    assert [each.as_of for each in oews if median("15-1231", "OH", each)] == ["2025-05"]
    assert [each.as_of for each in oews if not median("11-1031", "US", each)] == ["2025-05"]


def median(code: str, area: str, source: Source) -> Value:
    found = official.occupation(code, area, (source,))
    assert found
    return next((each.value for each in found.claims if (each.field, each.period) == ("median", "year")), None)


def test_all_areas_are_read_in_the_order_of_occupations_and_areas() -> None:
    order = {area.code: number for number, area in enumerate(places.areas())}
    one: list[tuple[Value, ...]] = []
    count, before = 0, ("", 0)
    for code, _, area, record in places.records_of_all_areas("hour"):
        count += 1
        key = (code, order[area])
        assert before < key
        before = key
        if area == "OH":
            one.append(record)
    assert count == 36_168 + 186_176 + 830
    assert one == [lists.record(row, "hour") for row in lists.wage_rows("OH")]


def test_an_occupation_is_told_by_industry() -> None:
    found = {row.industry: row for row in places.wages_by_industry("15-1231", releases.newest_with("sectors"))}
    assert found["51--52"].title == "Sector 51 - Information"
    assert list(found) == sorted(found)
    assert places.wages_by_industry("15-1230", releases.newest_with("sectors"))
    assert places.wages_by_industry("55-1011", releases.newest_with("sectors")) == []


def every_row() -> Iterator[lists.WageRow]:
    detailed = (code for code, _, level in official.titles() if level == "detailed")
    return chain.from_iterable(map(places.wages_by_area, detailed))


def test_a_top_code_is_at_least_the_next_lower_percentile() -> None:
    limits = {"annual": 239_200, "hourly": 11_500}
    steps = ("p10", "p25", "median", "p75", "p90")
    above = 0
    for row in every_row():
        for column, (mark, least) in row.marks.items():
            if mark != "-(5)":
                assert least is None
                continue
            period, statistic = column.split("_")
            lower = steps[: steps.index(statistic)] if statistic in steps else ()
            printed = [getattr(row.wages, f"{period}_{each}") or 0 for each in lower]
            assert least == max([limits[period], *printed]), (row.code, row.area, column)
            above += least > limits[period]
    assert above > 0


def test_a_footnote_tells_the_one_period_a_wage_is_published_by() -> None:
    teacher, actor = wages("OH")["25-1011"], wages("AL")["27-2011"]
    assert (teacher.wages.only, teacher.marks["hourly_median"]) == ("year", ("-(4)", None))
    assert (actor.wages.only, actor.marks["annual_median"]) == ("hour", ("-(4)", None))


def test_a_code_that_oews_does_not_publish_has_what_there_is() -> None:
    aide, fisher, crew = (official.occupation(code) for code in ("31-1121", "45-3031", "55-1011"))
    assert aide
    assert fisher
    assert crew
    assert (aide.title, {claim.source.series for claim in aide.claims}) == ("Home Health Aides", {"O*NET", "CPS"})
    assert {claim.source.series for claim in fisher.claims} == {"EP", "O*NET", "CPS", "AI exposure"}
    assert (crew.title, crew.claims) == ("Air Crew Officers", ())
    parts = {
        code: official.rows_of(official.connection(), "parts", code=code) for code in ("31-1120", "15-1231", "51-2028")
    }
    assert parts["31-1120"] == [("31-1121", "Home Health Aides"), ("31-1122", "Personal Care Aides")]
    assert parts["15-1231"] == []
    assert [code for code, _ in parts["51-2028"]] == ["51-2022", "51-2023"]


def test_medians_at_the_limit_and_above_it_are_as_many_as_the_publisher_prints() -> None:
    kinds = {area.code: "state" if area.kind == "state" else "other" for area in places.areas()}
    capped, above = Counter[str](), Counter[str]()
    for row in every_row():
        if row.area != "US":
            capped[kinds[row.area]] += "annual_median" in row.marks and row.marks["annual_median"][0] == "-(5)"
            above[kinds[row.area]] += (row.wages.annual_median or 0) > 239_200
    assert capped == {"state": 92, "other": 247}
    assert above["state"] == 487
