"""careercli salary: wages as rows and as a table with ranges."""

from collections.abc import Callable

import pytest

from careercli.compare.wage_rows import COLUMNS
from careercli.presentation.text_width import width_of
from tests.conftest import Ask
from tests.program import Ended

PLACES = {
    ("15-1231", "--area", "Toledo, Ohio"): [
        "COMPARABLE  BLS OEWS May 2025 in Toledo, OH, --- p10 to p90, === p25 to p75, | median",
        "65,560  15-1231@45780 Computer Network Support Specialists",
    ],
    ("15-1231", "--area", "US", "--area", "toledo"): [
        "COMPARABLE  BLS OEWS May 2025, --- p10 to p90, === p25 to p75, | median",
        "76,220  15-1231 United States",
        "65,560  15-1231@45780 Toledo, OH",
    ],
    ("noc-tech", "29-1141", "--area", "OH", "--area", "TX"): [
        "COMPARABLE  BLS OEWS May 2025, --- p10 to p90, === p25 to p75, | median",
        "95,970  29-1141@TX Registered Nurses, Texas",
        "82,510  29-1141@OH Registered Nurses, Ohio",
        "70,080  noc-tech@OH · 15-1231 · Ohio",
        "66,780  noc-tech@TX · 15-1231 · Texas",
    ],
}


CAPPED = """\
US dollars a year                                 0         50k       100k     150k      200k   250k
AT LEAST THIS, not ranked among themselves  BLS OEWS May 2024, --- p10 to p90, === p25 to p75, |
median
≥239,200  29-1242 Orthopedic Surgeons, Except                     -------------------------======>
          Pediatric
≥239,200  29-1214 Emergency Medicine Physicians                         -------------============>
COMPARABLE  BLS OEWS May 2024, --- p10 to p90, === p25 to p75, | median
 236,350  29-1216 General Internal Medicine                     -------------===================|>
          Physicians
  93,600  29-1141 Registered Nurses                            --===|===------
oews-2024-05: BLS OEWS May 2024, 30 months old (no overtime, bonuses or self-employed): everyone in
29-1242, 29-1141, 29-1216 and 29-1214
"""


def rows(answer: Ended) -> list[dict[str, str]]:
    head, *body = answer.cells
    return [dict(zip(head, cells, strict=True)) for cells in body]


@pytest.mark.parametrize("asked", PLACES, ids=" ".join)
def test_each_drawing_names_its_place(asked: tuple[str, ...], ask: Ask) -> None:
    found = [line.partition("   ")[0] for line in ask("salary", *asked, "-f", "table", width=140).lines]
    assert found[1 : 1 + len(PLACES[asked])] == PLACES[asked]


def test_years_of_a_place_are_those_that_have_it(ask: Ask) -> None:
    assert ask("salary", "noc-tech", "--as-of", "all", "--area", "OH").err == (
        "careercli: noc-tech@OH: of these years, OEWS May 2025 alone has Ohio\n"
    )
    assert ask("salary", "--as-of", "all", "--area", "OH").code == 0


def test_a_wage_of_the_year_of_the_dollars_is_the_published_one(ask: Ask) -> None:
    lines = ask("salary", "29-1141", "--as-of", "all", "--adjust", "inflation", "-f", "table", width=200).lines
    assert "BLS OEWS May 2021, in dollars of May 2025, --- p10" in lines[1]
    assert [line.split()[0] for line in lines[2:4]] == ["97,550", "95,800*"]


@pytest.mark.parametrize("form", ["table", "tsv", "json"])
def test_an_area_without_a_price_parity_is_said(form: str, ask: Ask) -> None:
    found = ask("salary", "29-1141", "--area", "PR", "--adjust", "prices", "-f", form)
    assert found.err == "careercli: no price parity: BEA publishes no price parity for Puerto Rico\n"
    if form == "json":
        assert [(row["median"], row["caveat"]) for row in found.json] == [(39_880, None), (None, "no price parity")]


def test_an_occupation_without_any_wage_says_so(ask: Ask) -> None:
    said = "55-1019: no wage is published for 55-1019\n"
    assert ask("salary", "55-1019", "-f", "table").out == said
    assert ask("salary", "55-1019").err == f"careercli: {said}"


@pytest.mark.usefixtures("of_may_2024")
def test_top_coded_medians_are_not_ranked_among_themselves(ask: Ask) -> None:
    assert ask("salary", "29-1242", "29-1141", "29-1216", "29-1214", "-f", "table", width=100).out == CAPPED


@pytest.mark.usefixtures("of_may_2024")
@pytest.mark.parametrize("period", ["year", "hour"])
@pytest.mark.parametrize("options", [("29-1242", "29-1214"), ("--all",)])
def test_no_top_coded_median_ever_stands_under_rankable(ask: Ask, period: str, options: tuple[str, ...]) -> None:
    text = ask("salary", *options, "--per", period, "-f", "table", width=120).out
    capped, _, ranked = text.partition("\nRANKABLE")
    assert len([line for line in capped.splitlines() if line.strip().startswith("≥")]) > 1
    assert not [line for line in ranked.partition("\nNOT COMPARABLE")[0].splitlines() if line.strip().startswith("≥")]


def test_a_wrong_date_stands_beside_its_bar_and_every_source_under_the_drawing(ask: Ask) -> None:
    lines = ask("salary", "it-support", "-f", "table", width=140).lines
    assert any("54,760  it-support · 15-1230 remotely 2020-05 (in truth May 2019)" in line for line in lines)
    below = [line.partition(":")[0] for line in lines[lines.index(next(x for x in lines if "82,000" in x)) + 1 :]]
    assert below == ["remotely", "ooh", "oews-2025-05"]
    assert "remotely: remotely.jobs, undated unless said, method not stated: this title and everyone in 15-1230" in (
        lines
    )


def test_half_a_range_says_which_end_it_is(ask: Ask, profiles: Callable[..., str]) -> None:
    folder = profiles(
        floor="title: Floor\nsources: {s: {publisher: S}}\nwages: {per: year, low: $20000}",
        roof="title: Roof\nsources: {s: {publisher: S}}\nwages: {per: year, high: $90000}",
    )
    text = ask("salary", "floor", "roof", "--roles", folder, "-f", "table", width=100).out
    assert "floor s undated from 20,000" in text
    assert "roof s undated to 90,000" in text


def test_three_levels_of_hourly_wages_as_the_source_lists_them(ask: Ask) -> None:
    found = [row for row in rows(ask("salary", "tech-support-rep", "--per", "hour")) if row["population"] == "role"]
    assert [(row["level"], row["low"], row["high"], row["mean"], row["basis"]) for row in found] == [
        ("entry", "6", "22", "15", "listed"),
        ("experienced-new", "10", "31", "18", "listed"),
        ("experienced", "13", "37", "24", "listed"),
    ]


def test_by_the_year_they_are_calculated_and_stand_beside_the_occupations(ask: Ask) -> None:
    found = rows(ask("salary", "tech-support-rep"))
    assert [(row["population"], row["mean"], row["basis"]) for row in found] == [
        ("role", "31200", "calculated"),
        ("role", "37440", "calculated"),
        ("role", "49920", "calculated"),
        ("15-1232", "67330", "listed"),
    ]


@pytest.mark.parametrize(
    ("role", "code", "median"), [("isp-tech", "49-2022", "63890"), ("tech-support", "15-1232", "61860")]
)
def test_a_role_without_a_wage_shows_its_occupations_and_says_so(ask: Ask, role: str, code: str, median: str) -> None:
    answer = ask("salary", role)
    assert [(row["population"], row["median"]) for row in rows(answer)] == [(code, median)]
    assert answer.err.startswith(f"careercli: {role}: ")
    assert "gives no wage" in answer.err
    assert "gives no wage" in ask("salary", role, "-f", "table").out


def test_no_role_is_all_roles_and_all_adds_every_occupation(ask: Ask) -> None:
    assert len({row["role"] for row in rows(ask("salary"))}) >= 20
    everything = rows(ask("salary", "--all"))
    assert len({row["role"] for row in everything}) > 800
    assert {row["per"] for row in everything} == {"year"}


def test_columns_keys_and_nulls(ask: Ask) -> None:
    assert tuple(ask("salary").cells[0]) == COLUMNS
    (row,) = ask("salary", "15-1232", "-f", "json").json
    assert tuple(row) == COLUMNS
    assert (row["median"], row["level"], row["low"]) == (61_860, None, None)
    assert ask("salary", "15-1232", "--columns", "median,role").cells == [["median", "role"], ["61860", "15-1232"]]


@pytest.mark.usefixtures("of_may_2024")
def test_a_bound_is_a_part_of_the_number(ask: Ask) -> None:
    (found,) = [row for row in rows(ask("salary", "it-support")) if row["low"]]
    assert (found["low"], found["high"]) == ("~36000", ">82000")
    (surgeons,) = rows(ask("salary", "29-1242"))
    assert surgeons["median"] == ">=239200"
    (in_json,) = ask("salary", "29-1242", "-f", "json").json
    assert (in_json["median"], in_json["bounds"]["median"]) == (239_200, ">=")
    assert in_json["bounds"].keys() <= {name for name, value in in_json.items() if isinstance(value, int)}
    assert "≥239,200" in ask("salary", "29-1242", "-f", "md").out


@pytest.mark.parametrize("key", ["median", "estimate", "high"])
def test_wages_are_sorted_by_the_official_series_and_roles_without_it_come_last(
    ask: Ask, profiles: Callable[..., str], key: str
) -> None:
    folder = profiles(rich="title: Rich\nsources: {s: {publisher: S}}\nwages: {per: year, estimate: $999999}")
    sort = ("salary", "rich", "support-tech", "noc-tech", "--roles", folder, "--sort", key)
    assert list(dict.fromkeys(row["role"] for row in rows(ask(*sort)))) == ["support-tech", "noc-tech", "rich"]
    assert list(dict.fromkeys(row["role"] for row in rows(ask(*sort, "--desc")))) == [
        "noc-tech",
        "support-tech",
        "rich",
    ]


def test_other_columns_sort_rows_with_the_unknown_last(ask: Ask) -> None:
    found = [row["as_of"] for row in rows(ask("salary", "noc-tech", "it-support", "--sort", "as_of"))]
    assert found == sorted(filter(None, found)) + [""] * found.count("")
    assert found[-1] == ""


def test_rows_are_limited_and_may_have_no_header(ask: Ask) -> None:
    assert len(ask("salary", "--limit", "2", "--no-header").lines) == 2
    assert ask("salary", "--limit", "0").cells == [list(COLUMNS)]
    assert ask("salary", "noc-tech", "--no-header", "-f", "table").lines[0].startswith("COMPARABLE")


def test_an_occupation_published_by_the_year_alone_says_so_by_the_hour(ask: Ask) -> None:
    answer = ask("salary", "25-2021", "27-2011", "--per", "hour")
    assert [(row["role"], row["median"] == "") for row in rows(answer)] == [("25-2021", True), ("27-2011", False)]
    assert answer.err == "careercli: 25-2021: not released: wages of this occupation are published by the year only\n"


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
@pytest.mark.parametrize("period", ["year", "hour"])
def test_no_line_is_wider_than_the_terminal(ask: Ask, period: str, width: int) -> None:
    lines = ask("salary", "--per", period, "-f", "table", width=width).lines
    assert max(map(width_of, lines)) <= width


@pytest.mark.parametrize(
    ("options", "way"),
    [
        (("--area", "CA", "--adjust", "prices"), "100 ÷ 110.72 (BEA regional price parity 2024, California)"),
        (("--as-of", "2021", "--adjust", "inflation"), "321.465 ÷ 269.195 (CPI-U of May 2025 and May 2021)"),
    ],
)
def test_the_line_below_says_from_which_prices_a_wage_is_calculated(
    options: tuple[str, ...], way: str, ask: Ask
) -> None:
    lines = ask("salary", "29-1141", *options, "-f", "table").out.splitlines()
    assert lines[-1] == f"* calculated: wage × {way}"
