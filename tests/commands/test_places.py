"""careercli places, and other commands asked in a place."""

import random
import re
from typing import Any

import pytest

from careercli.model.claims import Area
from careercli.store import official
from careercli.store.lists import WageRow
from careercli.store.places import areas, wages_by_area
from careercli.store.reviewed import reviewed
from tests.conftest import Ask


def test_a_table_says_which_place_is_first_and_what_the_signs_mean(ask: Ask) -> None:
    lines = ask("places", "noc-tech", "-f", "table", "--adjust", "prices", width=80).lines
    assert lines[0].startswith("Computer Network Support Specialists (15-1231) by state · BLS OEWS May 2025")
    assert "Sorted, not ranked: Washington first; Maryland, Oklahoma, Nevada and 2 more not" in "\n".join(lines)
    assert any(line.split() == ["Washington", "101,750", "95,100", "3,300", "about", "1"] for line in lines)
    assert any(line.startswith("=") and "Maryland" in line for line in lines)
    assert all(len(line) <= 80 for line in lines)


def test_places_with_few_jobs_above_the_first_are_said_to_be_passed_over(ask: Ask) -> None:
    text = ask("places", "noc-tech", "--type", "nonmetro", "-f", "table", width=200).out
    assert "Sorted, not ranked: Alaska nonmetropolitan area first of those not marked few; Eastern Oregon" in text
    rows = ask("places", "noc-tech", "--type", "nonmetro", "--columns", "clear_of_first,note").cells[1:]
    assert {clear for clear, note in rows if note} == {""}
    assert {clear for clear, note in rows if not note} == {"", "no", "yes"}


def test_a_share_that_rounds_to_one_is_about_one(ask: Ask) -> None:
    for kind in ("state", "metro"):
        assert " 1 times" not in ask("places", "rn", "--type", kind, "-f", "table", width=100).out


def test_areas_of_a_state_by_adjusted_median(ask: Ask) -> None:
    found = ask("places", "15-1232", "--type", "metro", "--in", "OH", "--sort", "adjusted_median", "--desc",
                "--adjust", "prices")  # fmt: skip
    rows = [dict(zip(found.cells[0], cells, strict=True)) for cells in found.cells[1:]]
    adjusted = [int(row["adjusted_median"]) for row in rows]
    assert adjusted == sorted(adjusted, reverse=True)
    columbus = next(row for row in rows if row["area"] == "18140")
    assert (columbus["median"], columbus["employment"], columbus["price_parity"]) == ("62540", "4960", "95.469")
    assert all("OH" in row["state"].split("-") for row in rows)


def test_the_places_themselves_are_found_by_text(ask: Ask) -> None:
    assert [cells[0] for cells in ask("places", "--find", "columbus").cells] == ["area", "17980", "18020", "18140"]
    assert len(ask("places").lines) == 1 + len(areas())
    assert ask("places", "--find", "zzz").err == "careercli: no place is named “zzz”; careercli places lists them\n"


FOUND = {
    ("washington dc",): ["47900"],
    ("Austin, Texas",): ["12420"],
    ("nyc",): ["35620"],
    ("boise idaho",): ["14260"],
    ("la", "--type", "state"): ["LA"],
    ("toldeo",): [],
    ("bay area",): [],
    ("toledo", "--type", "state"): [],
}


@pytest.mark.parametrize("asked", FOUND, ids=" ".join)
def test_places_are_found_by_the_names_that_area_takes(asked: tuple[str, ...], ask: Ask) -> None:
    found = ask("places", "--find", *asked, "--columns", "area", "--no-header")
    assert found.lines == FOUND[asked]
    assert bool(found.err) == (asked[0] == "nyc" or not found.lines)


def test_a_states_name_finds_its_areas_and_short_words_only_begin_words(ask: Ask) -> None:
    metros = ask("places", "--find", "ohio", "--type", "metro", "--columns", "area_title,state").cells[1:]
    assert ["Toledo, OH", "OH"] in metros
    assert all("OH" in state.split("-") for _, state in metros)
    for title, state in ask("places", "--find", "LA", "--columns", "area_title,state").cells[1:]:
        assert state == "LA" or " la" in title.casefold().replace("-", " ") or title.startswith("La")


def test_a_place_of_another_kind_is_found_and_nothing_is_drawn_for_none(ask: Ask) -> None:
    lines = ask("places", "noc-tech", "--find", "toledo", "-f", "table", width=100).lines
    assert "by place" in lines[0]
    assert any(line.split()[:3] == ["Toledo,", "OH", "65,560"] for line in lines)
    none = ask("places", "noc-tech", "--find", "toledo", "--type", "state", "-f", "table", width=100)
    assert none.err == "careercli: no place matches; try --type metro\n"
    assert len(none.lines) == 1
    assert "; did you mean 45780 (Toledo, OH)" in ask("places", "noc-tech", "--find", "toldeo").err


def test_places_with_fewer_jobs_are_left_out(ask: Ask) -> None:
    rows = ask("places", "noc-tech", "--min-jobs", "5000", "--columns", "area,employment").cells[1:]
    assert rows
    assert all(int(jobs) >= 5000 for _, jobs in rows)


NO_INDUSTRY = "--industry: no industry with 15-1231 is named"

WRONG = {
    ("compare", "noc-tech@Springfield", "support-tech"): (1, "“Springfield” may be 21660 (Eugene-Springfield, OR)"),
    ("compare", "noc-tech@qqqq", "support-tech"): (1, "no place is named “qqqq”; careercli places lists them"),
    ("compare", "noc-tech@GU", "23-1011@GU", "39-5093@GU"): (1, "39-5093 Shampooers: OEWS May 2025 publishes nothing"),
    ("places", "noc-tech@OH"): (2, "places lists every place; for the areas of a state, add --in OH"),
    ("places", "noc-tech", "--type", "city"): (2, "--type: cannot be “city”; use state, metro, nonmetro"),
    ("places", "noc-tech", "--in", "columbus oh"): (2, "--in: “columbus oh” is not a state; name it like OH or Ohio"),
    ("places", "noc-tech", "--adjust", "taxes"): (2, "--adjust: cannot be “taxes”; use prices"),
    ("places", "29-1210"): (1, "29-1210 Physicians: OEWS May 2025 has places for detailed occupations alone"),
    ("places", "isp-tech", "--sort", "wage"): (2, "--sort: places has no “wage”"),
    ("salary", "noc-tech", "--as-of", "1999"): (1, "--as-of: no release of 1999 is here; use 2025, 2024"),
    ("salary", "noc-tech", "--as-of", "2023", "--area", "OH"): (1, "15-1231: OEWS May 2023 has no figures for Ohio"),
    ("salary", "noc-tech", "--industry", "zzz"): (1, f"{NO_INDUSTRY} “zzz”; --industry all lists"),
    ("salary", "noc-tech", "--industry", "hosptials"): (1, f"{NO_INDUSTRY} “hosptials”; did you mean hospitals"),
    ("salary", "noc-tech", "--industry", "software"): (1, f"{NO_INDUSTRY} “software”; it is a part of Sector 51 - "),
    ("salary", "noc-tech", "--industry", "all", "--area", "OH"): (2, "--industry: not allowed with --area or --adjust"),
    ("salary", "noc-tech", "--adjust", "inflation"): (2, "--adjust inflation goes with --as-of"),
}  # fmt: skip


@pytest.mark.parametrize("command", WRONG, ids=" ".join)
def test_what_cannot_be_asked_is_said_in_one_line(command: tuple[str, ...], ask: Ask) -> None:
    ask(*command).refuses(*WRONG[command])


def test_two_places_are_compared_and_adjusted_for_prices(ask: Ask) -> None:
    found = ask("compare", "noc-tech@OH", "noc-tech@WA", "--adjust", "prices", "-f", "json").json
    assert [(role["id"], role["area"]) for role in found["roles"]] == [("noc-tech@OH", "OH"), ("noc-tech@WA", "WA")]
    row = next(row for row in found["rows"] if row["field"] == "median")
    verdict = row["difference"]["noc-tech@WA"]
    assert (verdict["verdict"], verdict["absolute"], verdict["nominal"]["absolute"]) == ("ranked", 19_544, 31_670)
    listed, adjusted = row["cells"]["noc-tech@OH"][:2]
    assert (listed["value"], listed.get("basis")) == (70_080, None)
    assert (adjusted["value"], adjusted["basis"]) == (75_538, "calculated")
    assert adjusted["derivation"] == "70,080 × 100 ÷ 92.774 (BEA regional price parity 2024, Ohio)"


def test_an_area_without_a_parity_says_so(ask: Ask) -> None:
    for columns in (("--columns", "median"), ()):
        text = ask("show", "noc-tech@GU", "--adjust", "prices", *columns, "-f", "table").out
        assert re.search(r"after prices +a  no price parity", text)


def test_every_role_is_put_in_the_place_that_is_set(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ask("compare", "noc-tech", "support-tech", "registered nurses", "--area", "columbus oh")
    assert asked.cells[0][3:] == ["noc-tech@18140", "support-tech@18140", "29-1141@18140"]
    assert asked.err == ""
    monkeypatch.setenv("CAREERCLI_AREA", "columbus oh")
    found = ask("compare", "noc-tech", "support-tech", "registered nurses")
    assert found.out == asked.out
    assert found.err == "careercli: area is columbus oh, from CAREERCLI_AREA\n"
    assert ask("compare", "noc-tech@US", "support-tech@US").cells[0][3:] == ["noc-tech", "support-tech"]


def test_the_list_is_asked_in_a_place(ask: Ask) -> None:
    found = ask("roles", "--area", "OH", "--sort", "median", "--desc", "--columns", "id,median,area")
    assert found.cells[1] == ["it-manager@OH", "163640", "OH"]
    ohio = dict(cells[:2] for cells in found.cells[1:])
    assert ohio["noc-tech@OH"] == "70080"
    assert {cells[2] for cells in found.cells[1:]} == {"OH"}


@pytest.mark.parametrize(("command", "place"), [(("roles",), " a year in Toledo, OH: "), (("similar", "noc-tech"), "")])
def test_the_line_below_a_list_names_the_place(command: tuple[str, ...], place: str, ask: Ask) -> None:
    there = " ".join(ask(*command, "--area", "toledo", "-f", "table", width=100).lines)
    assert (place or "; median in Toledo, OH: US dollars a year") in there
    assert "Toledo" not in ask(*command, "-f", "table", width=100).out


def test_wages_in_two_places_are_rows_with_their_place(ask: Ask) -> None:
    found = ask("salary", "15-1231", "--area", "OH", "--area", "Columbus, OH",
                "--columns", "role,area,area_title,median,employment,employment_error,mean_error")  # fmt: skip
    assert found.cells[1:] == [
        ["15-1231@OH", "OH", "Ohio", "70080", "7480", "5.1", "2.4"],
        ["15-1231@18140", "18140", "Columbus, OH", "81220", "1710", "8.9", "5"],
    ]


def test_capped_and_hourly_wages_are_bounds_and_blanks(ask: Ask) -> None:
    found = ask("salary", "29-1022", "29-1214", "27-2011", "--area", "AL", "-f", "csv", "--columns", "role,p10,median")
    assert found.lines[1:] == ["29-1022@AL,>=239200,>=239200", "29-1214@AL,>=239200,>=239200", "27-2011@AL,,"]
    assert "27-2011@AL: not released: wages of this occupation are published by the hour only" in found.err


def test_years_are_rows_in_dollars_of_the_day_or_of_today(ask: Ask) -> None:
    nominal = ask("salary", "15-1231", "--as-of", "all", "--columns", "as_of,basis,median,employment")
    assert nominal.cells[1:] == [
        ["2025-05", "listed", "76220", "146190"], ["2024-05", "listed", "73340", "146450"],
        ["2023-05", "listed", "71530", "158720"], ["2022-05", "listed", "68050", "168920"],
        ["2021-05", "listed", "62760", "176200"],
    ]  # fmt: skip
    assert "BLS advises against reading OEWS years as a series" in nominal.err
    constant = ask("salary", "15-1231", "--as-of", "all", "--adjust", "inflation", "--columns", "basis,median")
    assert constant.cells[1:3] == [["listed", "76220"], ["calculated", "75067"]]


def test_wages_by_industry_name_the_industry(ask: Ask) -> None:
    found = ask("salary", "15-1231", "--industry", "manufacturing", "--columns", "industry,median,employment,area")
    assert found.cells[1:] == [["Sectors 31, 32, and 33 - Manufacturing", "79330", "6180", "US"]]


def test_a_title_is_not_found_by_what_it_leaves_out_and_the_sector_of_a_part_is_said(ask: Ask) -> None:
    found = ask("salary", "29-1141", "--industry", "hospitals", "--columns", "industry")
    assert found.lines[1:]
    assert not [line for line in found.lines if "excl." in line]
    said = "“hospitals” is also a part of Sector 62 - Health Care and Social Assistance (--industry 62)"
    assert found.err == f"careercli: {said}\n"


def test_every_reviewed_part_names_sectors_that_there_are(ask: Ask) -> None:
    every = "\n".join(ask("salary", "15-1231", "15-1252", "--industry", "all", "--columns", "industry").lines)
    for name, codes in reviewed("sectors", "places"):
        assert all(re.search(rf"Sectors? [^-]*{code}", every) for code in codes.split()), name


def test_a_table_of_industries_says_unit_date_and_source(ask: Ask) -> None:
    text = " ".join(ask("salary", "29-1141", "--industry", "utilities", "-f", "table", width=100).lines[-2:])
    assert "in US dollars a year; oews-2025-05: BLS OEWS May 2025, " in text
    assert text.endswith(": everyone in 29-1141")


def test_wages_by_industry_are_of_no_place_but_the_nation(ask: Ask) -> None:
    said = "--industry: not allowed with noc-tech@OH; wages by industry are the nation's\n"
    ask("salary", "noc-tech", "noc-tech@OH", "--industry", "utilities").refuses(2, said)


def wages_in(code: str, area: str) -> WageRow | None:
    return next((row for row in wages_by_area(code) if row.area == area), None)


def random_places(count: int) -> list[tuple[str, Area]]:
    chance = random.Random(13)
    codes = [code for code, _, level in official.titles() if level == "detailed"]
    found: list[tuple[str, Area]] = []
    while len(found) < count:
        code, area = chance.choice(codes), chance.choice(areas()[1:])
        if wages_in(code, area.code):
            found.append((code, area))
    return found


@pytest.mark.parametrize(("code", "area"), random_places(25), ids=str)
def test_a_figure_of_one_place_never_stands_under_anothers_heading(code: str, area: Area, ask: Ask) -> None:
    name = f"{code}@{area.code}"
    there = ask("show", name, "--section", "pay", "-f", "json").json
    row = wages_in(code, area.code)
    assert row
    for line in there["rows"]:
        for claim in line["cells"][name]:
            assert claim.get("area", there["sources"][claim["source"]]["area"]) == area.code
    shown: dict[str, Any] = {line["field"]: line["cells"][name] for line in there["rows"]}
    yearly = [claim["value"] for claim in shown["median"] if claim["per"] == "year" and "bound" not in claim]
    assert yearly == ([row.wages.annual_median] if row.wages.annual_median else yearly[:0] or [None])
    (listed,) = [
        cells for cells in ask("places", code, "--type", area.kind, "--columns", "area,employment,median").cells
        if cells[0] == area.code
    ]  # fmt: skip
    assert listed[1] == ("" if row.wages.employment is None else str(row.wages.employment))
    if row.wages.annual_median is not None:
        assert listed[2] == str(row.wages.annual_median)
        assert ask("roles", "--all", code, "--area", area.code, "--columns", "id,median").cells[1:2] == [
            [name, str(row.wages.annual_median)]
        ]
