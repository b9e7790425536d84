"""Test the evidence of a cell: the two lines at the foot of a screen, and all of it for the dialog."""

import pytest

from careercli.compare.comparison import compare
from careercli.model.claims import Subject
from careercli.model.fields import FIELDS
from careercli.presentation.evidence import NO_SOURCE, all_evidence, evidence_lines, evidence_title, sources_of
from careercli.presentation.page import ComparisonPage, Line
from careercli.presentation.summary import full, summary
from tests.formats.example import TODAY, own
from tests.make import make_claim, make_occupation, make_role, of_site

AVERAGES = "“average” (undefined)"

OFFICIAL = make_occupation("15-1232", make_claim(60_340, population="15-1232"), title="Computer User Support")
SUPPORT = make_role(
    "support",
    of_site(36_361, "estimate", as_printed="$36,361", note="Called an average."),
    of_site(17.48, "estimate", period="hour", as_printed="$17.48"),
    own(12, "skills", item="Service", statistic="share", as_printed="12%"),
    own(9, "skills", item="SQL", statistic="share", as_printed="9%"),
    occupation="15-1232",
    official=OFFICIAL,
)
NETWORK = make_role(
    "network",
    occupation="15-1231",
    official=make_occupation("15-1231", make_claim(73_340)),
)
OTHER = make_role("other", of_site(50_000, "estimate"))


def page(*roles: Subject, period: str = "year") -> ComparisonPage:
    return summary(compare(roles or (NETWORK, SUPPORT, OTHER), FIELDS, period=period), TODAY)


def line(shown: ComparisonPage, label: str) -> Line:
    return next(line for line in shown.lines if line.label == label)


def two_lines(label: str, role_id: str = "support", **asked: str) -> tuple[str, str]:
    shown = page(**asked)
    return evidence_lines(shown, line(shown, label), role_id, TODAY)


def test_the_two_lines_say_what_a_figure_is_and_what_it_is_not() -> None:
    assert two_lines("median") == (
        "60,340  median, listed · BLS OEWS May 2025 · 15-1232 Computer User Support, US",
        "everyone in the occupation, not this title · no overtime, bonuses or self-employed · 18 months old"
        " · also: Site estimate 36,361, not comparable",
    )


def test_a_sites_figure_names_no_place_where_there_is_none_and_the_official_one_beside_it() -> None:
    assert two_lines(AVERAGES) == (
        "36,361 (17.48 an hour)  estimate, listed · Site, undated · this title, no place given",
        "also: BLS OEWS May 2025 median 60,340, not comparable",
    )


def test_a_list_says_how_many_more_there_are_and_names_nothing_beside_it() -> None:
    shown = full(compare([SUPPORT], FIELDS, period="year"), TODAY)
    lines = evidence_lines(shown, line(shown, "skills"), "support", TODAY)
    assert lines == ("Service 12 % +1  share, listed · Site, undated · this title", "")


def test_a_calculated_figure_says_how() -> None:
    lines = two_lines(AVERAGES, period="hour")
    assert lines[0].startswith("17.48 (36,361 a year)  estimate, listed")
    tech = make_role("tech", of_site(15, "mean", period="hour", experience="entry"))
    shown = page(tech)
    assert evidence_lines(shown, line(shown, "mean"), "tech", TODAY) == (
        "31,200* entry (15 an hour)  mean, calculated and listed · Site, undated · this title, no place given",
        "calculated: 15 an hour × 2,080 hours, if full-time all year",
    )


def test_an_occupations_figure_has_no_limit_about_the_title() -> None:
    shown = page(NETWORK, Subject(None, OFFICIAL))
    assert "not this title" not in evidence_lines(shown, line(shown, "median"), "15-1232", TODAY)[1]


def test_a_cell_without_a_source_still_names_other_figures() -> None:
    assert two_lines(AVERAGES, "network") == (f"—  {NO_SOURCE}", "also: BLS OEWS May 2025 median 73,340")


def test_a_caveat_about_the_occupation_stands_with_its_figures() -> None:
    assert NETWORK.role
    role = NETWORK.role._replace(occupation_caveat="a lower rung")
    shown = page(NETWORK._replace(role=role))
    assert "a lower rung" in evidence_lines(shown, line(shown, "median"), "network", TODAY)[1]


def test_a_missing_figure_says_why() -> None:
    silent = make_role("x", own(None, "estimate", as_printed="", note="it prints none"))
    shown = page(silent)
    assert evidence_lines(shown, line(shown, AVERAGES), "x", TODAY) == (
        "none in source  estimate, listed · Site, undated · this title",
        "it prints none",
    )


MEDIAN = """\
value: 60,340 USD a year
printed: “60340”
statistic: median
period: a year
of whom: everyone in 15-1232 Computer User Support, not this title
place: US
date: 2025-05, 18 months old
method: survey
basis: listed
source: oews-2025-05 May 2025
: 
difference: −13,000 −17.7 % from network
also: Site estimate 36,361, not comparable
: 
source: oews-2025-05: US Bureau of Labor Statistics, Occupational Employment and Wage Statistics (OEWS), May 2025, \
2025-05, US public domain, https://www.bls.gov/oes/. Whole occupations, wage and salary workers only: not the \
self-employed. Wages are without overtime, shift premiums and year-end bonuses."""

AVERAGE = """\
value: 36,361 USD a year
printed: “$36,361”
statistic: estimate
period: a year
of whom: this title
place: no place given
date: undated
method: model
basis: listed
source: site
note: Called an average.
: 
value: 17.48 USD an hour
printed: “$17.48”
statistic: estimate
period: an hour
of whom: this title
place: no place given
date: undated
method: model
basis: listed
source: site
: 
also: BLS OEWS May 2025 median 60,340, not comparable
: 
source: site: Site, A page, undated, https://site.example/page"""

SKILLS = """\
value: Service 12 %, printed “12%”
value: SQL 9 %, printed “9%”
statistic: share
of whom: this title
place: no place given
date: undated
method: model
basis: listed
source: site
: 
source: site: Site, A page, undated, https://site.example/page"""


@pytest.mark.parametrize(("label", "text"), [("median", MEDIAN), (AVERAGES, AVERAGE)])
def test_the_card_says_everything_of_every_claim(label: str, text: str) -> None:
    shown = page()
    pairs = all_evidence(shown, line(shown, label), "support", TODAY)
    assert "\n".join(f"{name}: {value}" for name, value in pairs) == text


def test_claims_that_differ_in_their_value_alone_stand_together() -> None:
    shown = page(SUPPORT)
    pairs = all_evidence(shown, line(shown, "skills"), "support", TODAY)
    assert "\n".join(f"{name}: {value}" for name, value in pairs) == SKILLS


def test_a_figure_that_may_not_be_ranked_says_why_on_its_card() -> None:
    shown = page(SUPPORT, OTHER)
    average = line(shown, AVERAGES)
    why = "not ranked (one model's own gap: Site does not define it); apart by +13,639 +37.5 %"
    assert ("(1)", why) in all_evidence(shown, average, "other", TODAY)
    shown = page(make_role("silent"), SUPPORT, OTHER)
    why = "not ranked (one model's own gap: Site does not define it); against support, apart by +13,639 +37.5 %"
    assert ("(1)", why) in all_evidence(shown, line(shown, AVERAGES), "other", TODAY)


def test_a_card_of_nothing_says_so() -> None:
    shown = page()
    assert all_evidence(shown, line(shown, AVERAGES), "network", TODAY)[0] == ("", NO_SOURCE)
    assert evidence_title(shown, line(shown, "skills"), "network") == "network: skills"


def test_the_addresses_of_a_cell_are_those_of_its_sources_each_once() -> None:
    shown = page()
    sources = sources_of(line(shown, AVERAGES).cells["support"])
    assert [source.url for source in sources] == ["https://site.example/page"]
    assert sources_of(line(shown, AVERAGES).cells["network"]) == []


@pytest.mark.parametrize("period", ["year", "hour"])
def test_the_lines_that_differ_are_those_that_only_differences_leaves(period: str) -> None:
    from careercli.catalog.catalog import Catalog
    from careercli.presentation.compare_view import CompareView
    from careercli.profiles.directories import BUNDLED

    for roles in (("noc-tech", "support-tech"), ("isp-tech", "noc-tech", "sysadmin", "15-1232")):
        for full_page in (False, True):
            view = CompareView(roles, full=full_page, period=period)
            subjects = Catalog([BUNDLED], print).find_all(roles)
            whole = view.page(view.comparison(subjects), TODAY)
            only = view._replace(differences=True)
            left = only.page(only.comparison(subjects), TODAY)
            assert [line.label for line in whole.lines if line.differs] == [line.label for line in left.lines]
