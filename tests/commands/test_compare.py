"""careercli compare: bundled roles side by side, with every option and format."""

import json
import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from careercli.formats import FORMATS
from careercli.presentation import rows
from careercli.presentation.text_width import width_of
from tests.conftest import Ask
from tests.model.test_fields import BUNDLED_KEYS, KEYS
from tests.program import Ended

PAIR = ("compare", "noc-tech", "support-tech")
ALL_SIX = ("noc-tech", "support-tech", "it-support", "tech-support-rep", "tech-support", "isp-tech")
NOT_IN_SUMMARY = ("best_city", "best_state", "best_company", "best_industry", "jobs", "openings_rate")
SUMMARY_KEYS = [
    key
    for section in ("pay", "outlook", "entry", "skills")
    for key in KEYS[section].split()
    if key not in NOT_IN_SUMMARY
]


def row(answer: Ended, key: str) -> dict[str, Any]:
    """Return one row of a comparison in JSON."""
    (found,) = [each for each in answer.json["rows"] if each["field"] == key]
    return dict(found)


def fields_of(answer: Ended) -> list[str]:
    """Return the field keys of wide rows in TSV."""
    return [cells[1] for cells in answer.cells[1:]]


# -- tables


def test_the_main_screen_is_short_at_80_columns(ask: Ask) -> None:
    lines = ask(*PAIR, "-f", "table", width=80).lines
    assert len(lines) <= 60
    assert max(map(width_of, lines)) <= 80


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140, 200])
@pytest.mark.parametrize("options", ["", "--full", "--transpose", "--long", "--per hour --full"])
def test_no_screen_of_all_roles_is_wider_than_the_terminal(ask: Ask, options: str, width: int) -> None:
    lines = ask("compare", *ALL_SIX, "29-1141", *options.split(), "-f", "table", width=width).lines
    assert max(map(width_of, lines)) <= width


THREE_ROLES = """\
  median                 a  76,220                  61,860 ?  −14,360        61,860  −14,360 −18.8 %
                                                    −18.8 %
  middle half            a  58,240–98,750           49,000–79,040 ?          49,000–79,040
  10th–90th percentile   a  47,120–127,780          40,980–100,540 ?         40,980–100,540
"""


def test_a_mark_stands_at_its_figure_and_a_wrong_date_beside_it_with_three_roles(ask: Ask) -> None:
    answer = ask("compare", "noc-tech", "support-tech", "it-support", "-f", "table", width=100)
    assert THREE_ROLES in answer.out
    marked = [line for line in answer.lines if line.rstrip().endswith("(1)") or "(1) " in line[:76]]
    assert [line[52:77].strip() for line in marked if line[0] == " "] == ["hour) (1)", "given) (1)"]
    assert "(support-tech\n    −27,911" in answer.out


def test_an_undated_guide_says_from_when_it_must_be(ask: Ask) -> None:
    lines = ask("show", "tech-support-rep", "-f", "table", width=100).lines
    found = "f Alameda County Workforce Investment Board, undated (pre-2009), method not stated: this title,"
    assert lines[lines.index(found) + 1] == "  never ranked against a"
    means = next(at for at, line in enumerate(lines) if line.split()[:2] == ["mean", "f"])
    assert [re.split("  +", line.strip())[-1] for line in lines[means : means + 2]] == [
        "31,200* entry (15 an hour)",
        "37,440* experienced, new to job (18 an hour)",
    ]


def test_a_source_of_one_role_is_a_line_in_a_comparison(ask: Ask) -> None:
    lines = ask("compare", "noc-tech", "tech-support-rep", "-f", "table", width=100).lines
    assert "only tech-support-rep has figures of Alameda County Workforce Investment Board: --full" in lines
    assert "only noc-tech has figures of Zippia: --full" in lines
    assert not [line for line in lines if line.endswith("'S OWN")]


def test_a_doubtful_occupation_is_said_to_be_one_under_every_comparison(ask: Ask) -> None:
    for options in ([], ["--section", "pay"]):
        lines = ask("compare", "sysadmin", "network-engineer", *options, "-f", "table").lines
        said = [line for line in lines if line.startswith("?")]
        assert said == ["? network-engineer as 15-1241: that code is of network architects"]


def test_onet_says_what_each_of_its_dates_is_of(ask: Ask) -> None:
    lines = ask("compare", "noc-tech", "15-1232", "-f", "table", width=200).lines
    assert (
        "e O*NET 30.2, job zone set 2014-07 and 2023-08; importance from 1 to 5 rated 2014-07 and 2023-08;"
        " technologies of 2026-02: everyone in 15-1231 and 15-1232"
    ) in lines
    (line,) = [
        line for line in ask("show", "project-manager", "-f", "table", width=120).lines if "O*NET 30.2, " in line
    ]
    assert "importance" not in line


def test_a_rating_is_ranked_only_outside_its_published_error(ask: Ask) -> None:
    answer = ask("compare", "15-1231", "15-1232", "--section", "skills", "-f", "json")
    knowledge = row(answer, "knowledge")["difference"]["15-1232"]
    assert (knowledge["verdict"], knowledge["absolute"]) == ("unclear", -0.03)
    assert knowledge["why"].startswith("Computers and Electronics: no clear difference")
    raters = row(ask("compare", "15-1244", "15-1241", "--section", "skills", "-f", "json"), "knowledge")
    assert raters["difference"]["15-1241"]["verdict"] == "none"


def test_roles_of_one_occupation_have_the_same_median(ask: Ask) -> None:
    answer = ask("compare", "support-tech", "tech-support", "-f", "table", width=120)
    assert "both are read as 15-1232, 61,860 at the median: official figures cannot tell them apart." in answer.out
    assert not [line for line in answer.lines if line.startswith("PAY")]
    full = ask("compare", "support-tech", "tech-support", "--full", "-f", "table", width=200)
    (line,) = [line for line in full.lines if "official median wage" in line]
    assert re.split("  +", line.strip()) == ["official median wage", "a", "61,860 ?", "61,860", "same"]


def test_head_counts_say_how_many_times_as_many(ask: Ask) -> None:
    lines = ask("compare", "noc-tech", "29-1141", "-f", "table", width=100).lines
    (openings,) = [line for line in lines if "openings a year" in line]
    assert re.split("  +", openings)[-2:] == ["189,100", "19.7 times as many"]


@pytest.mark.usefixtures("of_may_2024")
def test_a_bound_is_said_to_be_lower_by_at_least(ask: Ask) -> None:
    text = ask("compare", "29-1242", "29-1171", "29-1214", "-f", "table", width=200).out
    (line,) = [line for line in text.splitlines() if line.startswith("  median")]
    assert "129,210  lower by at least 109,990 46 %" in line
    assert re.split("  +", line)[-1] == "≥239,200"


def test_wages_by_the_hour_alone_say_so_in_the_cell(ask: Ask) -> None:
    text = ask("compare", "noc-tech", "27-2011", "-f", "table", width=120).out
    assert "no wage a year for Actors: not released" in text
    (line,) = [line for line in text.splitlines() if line.startswith("  median")]
    assert line.rstrip().endswith("published by the hour only")


def test_a_source_without_publisher_goes_by_its_title(ask: Ask) -> None:
    text = ask("compare", "noc-tech", "tech-support", "-f", "table", width=100).out
    assert "“A Tech Support Job”, undated, method not stated: this title" in text
    assert "nknown publisher" not in text


TURNED = """\
PAY   US dollars a year
role             official median wage           site growth rate
noc-tech (base)  76,220 [a]                     5 % (no period given) [b]
support-tech ?   61,860 ?  −14,360 −18.8 % [a]  10 % (no period given) [b] (1)

"""


def test_turned_round_the_units_stand_above_and_each_mark_at_its_figure(ask: Ask) -> None:
    turned = (*PAIR, "--transpose", "--columns", "median,growth", "-f", "table")
    assert ask(*turned, width=100).out.startswith(TURNED)
    assert ask(*turned, "--no-header", width=100).out.startswith("noc-tech (base)  76,220 [a]")


def test_a_named_column_stands_even_where_nobody_says_anything(ask: Ask) -> None:
    table = ask(*PAIR, "--columns", "job_zone,growth", "-f", "table", width=80).out
    assert "job zone" in table
    assert table.index("job zone") < table.index("site growth rate")


# -- the figures


def test_official_medians_are_ranked(ask: Ask) -> None:
    found = row(ask(*PAIR, "-f", "json"), "median")["difference"]["support-tech"]
    assert found == {"verdict": "ranked", "absolute": -14_360, "percent": -18.8, "why": "lower, under either reading"}


def test_one_sites_gap_is_shown_and_not_ranked(ask: Ask) -> None:
    found = row(ask(*PAIR, "-f", "json"), "estimate")["difference"]["support-tech"]
    assert (found["verdict"], found["absolute"]) == ("one-source", -27_911)


def test_growth_and_the_official_change_are_two_rows_and_never_one_cell(ask: Ask) -> None:
    answer = ask(*PAIR, "-f", "json")
    growth, change = row(answer, "growth"), row(answer, "employment_change")
    assert [[claim["value"] for claim in cell] for cell in growth["cells"].values()] == [[5], [10]]
    assert [[claim["value"] for claim in cell] for cell in change["cells"].values()] == [[1.8], [-3.7]]
    assert growth["difference"]["support-tech"]["percent"] is None


def test_an_age_has_no_percent(ask: Ask) -> None:
    found = row(ask(*PAIR, "--full", "-f", "json"), "age")["difference"]["support-tech"]
    assert (found["absolute"], found["percent"]) == (-1, None)


@pytest.mark.parametrize("role", ["isp-tech", "tech-support"])
def test_a_source_without_a_wage_says_so_beside_its_occupations(ask: Ask, role: str) -> None:
    answer = ask("compare", "noc-tech", role, "-f", "json")
    (claim,) = row(answer, "estimate")["cells"][role]
    assert claim["value"] is None
    assert "no pay" in claim["note"]
    assert row(answer, "median")["difference"][role]["verdict"] == "ranked"


# -- formats for programs


def test_wide_rows_have_every_field_of_the_summary_and_a_column_a_role(ask: Ask) -> None:
    answer = ask(*PAIR)
    assert answer.cells[0] == ["section", "field", "label", "noc-tech", "support-tech"]
    assert fields_of(answer) == SUMMARY_KEYS
    assert {len(cells) for cells in answer.cells} == {5}
    assert fields_of(ask(*PAIR, "--full")) == BUNDLED_KEYS


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("options", ["", "--full", "--transpose", "--long", "--differences", "--per hour"])
def test_every_format_answers_every_option_and_twice_the_same(ask: Ask, form: str, options: str) -> None:
    one, two = (ask(*PAIR, *options.split(), "-f", form) for _ in range(2))
    assert (one.code, one.err) == (0, "")
    assert one.out
    assert one.out == two.out


def test_json_keeps_both_listed_periods_and_wide_rows_are_by_the_year(ask: Ask) -> None:
    listed = row(ask(*PAIR, "-f", "json"), "estimate")["cells"]["noc-tech"]
    assert [(claim["value"], claim["per"]) for claim in listed] == [(64_272, "year"), (30.9, "hour")]
    assert ask(*PAIR, "--columns", "estimate").cells[1][3:] == ["64272", "36361"]


def test_an_hour_is_asked_for_everywhere(ask: Ask) -> None:
    assert ask(*PAIR, "--columns", "median", "--per", "hour").cells[1][3:] == ["36.64", "29.74"]
    found = row(ask(*PAIR, "--per", "hour", "-f", "json"), "median")["difference"]["support-tech"]
    assert found["absolute"] == -6.9
    assert "US dollars an hour" in ask(*PAIR, "--per", "hour", "-f", "table").out


def test_three_columns_of_two_roles_are_at_most_4_kb_of_json(ask: Ask) -> None:
    three = ("--columns", "median,employment_change,entry_education")
    assert len(ask("compare", "network-engineer", "systems-administrator", *three, "-f", "json").out) <= 4_000


def test_a_claim_in_json_leaves_publisher_release_and_method_to_its_source(ask: Ask) -> None:
    found = ask(*PAIR, "--full", "-f", "json").json
    claims = [claim for row in found["rows"] for cells in row["cells"].values() for claim in cells]
    assert {key for claim in claims for key in claim} <= {
        "value", "item", "printed", "bound", "statistic", "level", "per", "currency", "area", "as_of", "population",
        "source", "basis", "derivation", "note",
    }  # fmt: skip
    assert {claim["source"] for claim in claims} == set(found["sources"])
    assert all(source["method"] for source in found["sources"].values())


def test_the_summary_lists_technologies_in_demand_and_its_section_all(ask: Ask) -> None:
    summary, section = (row(ask(*PAIR, *options, "-f", "json"), "technologies") for options in ((), ("--full",)))
    official = [claim for claim in summary["cells"]["noc-tech"] if claim["source"] == "onet-30.2"]
    assert {claim["value"].split(",")[0] for claim in official} == {"in demand"}
    assert len(section["cells"]["noc-tech"]) > len(summary["cells"]["noc-tech"])


def test_ndjson_is_one_element_of_rows_a_line(ask: Ask) -> None:
    lines = ask(*PAIR, "-f", "ndjson").lines
    assert [json.loads(line) for line in lines] == ask(*PAIR, "-f", "json").json["rows"]


def test_differs_is_true_unless_all_cells_say_the_same(ask: Ask) -> None:
    answer = ask(*PAIR, "-f", "json")
    assert row(answer, "median")["differs"] is True
    assert row(answer, "time_to_become")["differs"] is False
    assert row(answer, "demand")["differs"] is False


def test_links_are_ids_to_programs_and_titles_to_people(ask: Ask) -> None:
    moves = ("compare", "noc-tech", "isp-tech", "--columns", "next_roles")
    assert ask(*moves).cells[1][4] == "network-engineer | field-supervisor | project-manager"
    for form in ("table", "md"):
        for option in ("", "--transpose"):
            text = ask(*moves, *option.split(), "-f", form).out
            assert "Network Engineer" in text
            assert "network-engineer" not in text


# -- options


def test_columns_of_long_rows_are_selected(ask: Ask) -> None:
    answer = ask(*PAIR, "--long", "--section", "people", "--columns", "role,item,value", "--limit", "2")
    assert answer.cells == [["role", "item", "value"], ["noc-tech", "", "43"], ["noc-tech", "", "42.4"]]
    assert ask(*PAIR, "--long", "--columns", "median").code == 2


def test_long_json_is_an_array_keyed_by_its_columns(ask: Ask) -> None:
    found = ask(*PAIR, "--long", "-f", "json").json
    assert {tuple(each) for each in found} == {rows.LONG_COLUMNS}


def test_a_transposed_row_is_a_role(ask: Ask) -> None:
    turned = (*PAIR, "--transpose", "--columns", "median,employment_change")
    assert ask(*turned).cells == [
        ["role", "median", "employment_change"], ["noc-tech", "76220", "1.8"], ["support-tech", "61860", "-3.7"],
    ]  # fmt: skip
    assert ask(*turned, "-f", "json").json[1] == {"role": "support-tech", "median": 61860, "employment_change": -3.7}
    assert "61,860 ?  −14,360 −18.8 % [a]" in ask(*turned, "-f", "table", width=100).out


def test_transposed_roles_are_sorted_by_the_official_wage_and_those_without_come_last(
    ask: Ask, profiles: Callable[..., str]
) -> None:
    folder = profiles(
        own="title: Own\nsources: {s: {publisher: S}}\nwages: {per: year, estimate: $1}",
    )
    turned = ("compare", "own", "noc-tech", "support-tech", "--transpose", "--columns", "estimate", "--roles", folder)
    for extra, order in (((), ["support-tech", "noc-tech", "own"]), (("--desc",), ["noc-tech", "support-tech", "own"])):
        assert [cells[0] for cells in ask(*turned, "--sort", "estimate", *extra).cells[1:]] == order


def test_what_a_page_does_not_say_is_no_difference(ask: Ask) -> None:
    """Two pages print no pay, and one role has no page at all."""
    silent = ("compare", "isp-tech", "29-1141", "--columns", "estimate,median")
    assert row(ask(*silent, "-f", "json"), "estimate")["differs"] is False
    assert fields_of(ask(*silent, "--differences")) == ["median"]
    assert "average" not in ask(*silent, "--differences", "-f", "table").out


@pytest.mark.parametrize("name", ["support-tech", "SUPPORT-TECH", "Customer Support Technician"])
def test_any_role_may_be_the_baseline(ask: Ask, name: str) -> None:
    answer = ask(*PAIR, "--baseline", name, "-f", "json")
    assert answer.json["baseline"] == "support-tech"
    found = row(answer, "median")["difference"]
    assert list(found) == ["noc-tech"]
    assert (found["noc-tech"]["absolute"], found["noc-tech"]["percent"]) == (14_360, 23.2)
    assert "support-tech (base)" in ask(*PAIR, "--baseline", name, "-f", "table").out


def test_a_baseline_that_is_not_compared_is_wrong_usage_and_an_unknown_one_an_unknown_role(ask: Ask) -> None:
    assert ask(*PAIR, "--baseline", "isp-tech").code == 2
    assert ask(*PAIR, "--baseline", "zzzz").code == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("openings", ["openings"]),
        ("IRULES", ["technologies"]),
        ("no such text", []),
        ("projected change", ["employment_change"]),
    ],
)
def test_a_filter_looks_at_keys_labels_and_what_is_said(ask: Ask, text: str, found: list[str]) -> None:
    answer = ask(*PAIR, "--filter", text)
    assert (answer.code, fields_of(answer)) == (0, found)


def test_sections_keep_the_order_of_the_house(ask: Ask) -> None:
    answer = ask(*PAIR, "--section", "places,moves")
    assert fields_of(answer) == ["next_roles", "related", "locations", "employers", "price_parity"]


@pytest.mark.parametrize("form", ["tsv", "csv", "ndjson"])
def test_rows_are_sorted_by_label_and_limited(ask: Ask, form: str) -> None:
    sort = (*PAIR, "--sort", "label", "--limit", "2", "--no-header", "-f", form)
    assert ["years of experience" in line for line in ask(*sort).lines] == [True, False]
    assert len(ask(*sort, "--desc").lines) == 2


def test_rows_may_be_sorted_by_what_a_role_says_in_every_format(ask: Ask) -> None:
    sort = (*PAIR, "--columns", "median,employment,growth", "--sort", "support-tech", "--desc")
    assert fields_of(ask(*sort)) == ["employment", "median", "growth"]
    assert [each["field"] for each in ask(*sort, "-f", "json").json["rows"]] == ["employment", "median", "growth"]
    table = ask(*sort, "-f", "table").out
    assert table.index("jobs held") < table.index("official median") < table.index("site growth")


def test_a_limit_leaves_out_rows_and_what_only_they_need(ask: Ask) -> None:
    answer = ask(*PAIR, "--limit", "1", "-f", "json").json
    assert [each["field"] for each in answer["rows"]] == ["median"]
    assert list(answer["sources"]) == ["oews-2025-05"]


def test_without_a_header(ask: Ask) -> None:
    assert ask(*PAIR, "--no-header").cells[0][:2] == ["pay", "median"]
    assert ask(*PAIR, "--no-header", "-f", "table").lines[0].startswith("IN SHORT")


def test_sources_of_one_key_are_told_apart(ask: Ask, profiles: Callable[..., str]) -> None:
    text = "title: {0}\nsources: {{s: {{publisher: {0} house}}}}\nfamily: {0}"
    folder = profiles(one=text.format("One"), two=text.format("Two"))
    sources = ask("compare", "one", "two", "--full", "--roles", folder, "-f", "json").json["sources"]
    assert {key: source["publisher"] for key, source in sources.items()} == {"s": "One house", "two/s": "Two house"}


@pytest.mark.parametrize(
    "options",
    [
        "--columns nothing", "--sort nothing", "--section nothing", "--per month", "--transpose --sort nothing",
        "--long --sort nothing", "--sort nothing -f table", "--sort nothing -f json", "--limit -1", "-f html",
    ],
)  # fmt: skip
def test_a_name_the_comparison_does_not_know_is_wrong_usage(ask: Ask, options: str) -> None:
    answer = ask(*PAIR, *options.split())
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize(
    "longest", [("noc-tech", "technical-support-specialist"), pytest.param((), marks=pytest.mark.slow)]
)
def test_a_summary_of_two_roles_is_at_most_40_kb_of_json(longest: tuple[str, ...], ask: Ask) -> None:
    ids = [line[0] for line in ask("roles").cells[1:]]
    for pair in [longest] if longest else combinations(ids, 2):
        assert len(ask("compare", *pair, "-f", "json").out.encode()) <= 40_000, pair


def test_only_what_differs_leaves_out_what_one_role_says_alone(ask: Ask) -> None:
    rows_of = {line[1]: line[3:] for line in ask(*PAIR, "--differences").cells[1:]}
    assert rows_of
    assert all(all(cells) and cells[0] != cells[1] for cells in rows_of.values())
