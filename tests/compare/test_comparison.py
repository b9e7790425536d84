"""Test comparisons: the order of cells, rows that differ, and the verdict on the first comparable pair."""

from careercli.compare.comparison import Comparison, compare
from careercli.model.claims import Role
from careercli.model.fields import BY_KEY
from tests.make import SITE, make_claim, make_occupation, make_role, make_source, of_site


def of(key: str, *roles: Role, period: str = "", baseline: str = "") -> Comparison:
    return compare(roles, [BY_KEY[key]], baseline, period)


def test_a_field_without_a_claim_is_a_row_of_empty_cells() -> None:
    (row,) = of("demand", make_role("x"), make_role("y")).rows
    assert row.cells == {"x": (), "y": ()}
    assert not row.differs


def test_a_roles_own_claims_come_before_its_occupations() -> None:
    official = make_claim(60_000)
    own = make_claim(50_000, source=make_source("guide", series=""), population="role")
    role = make_role("x", own, official=make_occupation("15-1231", official))
    (row,) = of("median", role, make_role("y")).rows
    assert row.cells["x"] == (own, official)


def test_the_first_role_is_the_baseline_unless_another_is_named() -> None:
    roles = make_role("x", make_claim(50)), make_role("y", make_claim(60, population="15-1232"))
    assert set(of("median", *roles).rows[0].verdicts) == {"y"}
    assert set(of("median", *roles, baseline="y").rows[0].verdicts) == {"x"}


def test_the_verdict_skips_pairs_that_may_not_be_compared() -> None:
    roles = (
        make_role("x", of_site(1), make_claim(50_000)),
        make_role("y", make_claim(40_000, population="15-1232")),
    )
    comparison = compare(roles, [BY_KEY["median"], BY_KEY["estimate"]])
    kinds = {row.field.key: row.verdicts["y"].kind for row in comparison.rows}
    assert kinds == {"median": "ranked", "estimate": "none"}


def test_where_no_pair_may_be_compared_the_first_pairs_reason_stands() -> None:
    silent = make_claim(None, "growth", source=SITE, note="The page prints none.")
    roles = make_role("x", make_claim(5, "growth", source=SITE)), make_role("y", silent)
    assert of("growth", *roles).rows[0].verdicts["y"].why == "The page prints none."


def test_without_a_period_every_listed_wage_is_kept_and_verdicts_are_by_the_year() -> None:
    roles = (
        make_role("x", of_site(20_800), of_site(10, period="hour")),
        make_role("y", of_site(20, period="hour")),
    )
    (row,) = of("estimate", *roles).rows
    assert [claim.value for claim in row.cells["x"]] == [20_800, 10]
    assert row.verdicts["y"].absolute == 20_800


def test_by_the_hour_wages_and_verdicts_are_by_the_hour() -> None:
    roles = make_role("x", of_site(20_800)), make_role("y", of_site(20, period="hour"))
    (row,) = of("estimate", *roles, period="hour").rows
    assert [claim.value for claims in row.cells.values() for claim in claims] == [10, 20]
    assert row.verdicts["y"].absolute == 10


def test_equal_cells_of_different_sources_do_not_differ() -> None:
    other = make_source("other", series="")
    same = make_role("x", make_claim(5, "growth")), make_role("y", make_claim(5, "growth", source=other))
    assert not of("growth", *same).rows[0].differs


def test_what_a_source_does_not_have_is_no_difference() -> None:
    silent = make_claim(None, "growth", source=SITE, note="The page prints a dash.")
    assert not of("growth", make_role("x", silent), make_role("y")).rows[0].differs
    assert of("growth", make_role("x", silent), make_role("y", make_claim(5, "growth"))).rows[0].differs


def test_the_order_of_a_list_is_no_difference_and_a_missing_entry_is() -> None:
    one, two = make_claim("", "tools", item="Zendesk"), make_claim("", "tools", item="ssh")
    assert not of("tools", make_role("x", one, two), make_role("y", two, one)).rows[0].differs
    assert of("tools", make_role("x", one, two), make_role("y", two)).rows[0].differs


def test_sources_are_those_of_shown_claims_in_order_of_first_use() -> None:
    role = make_role("x", make_claim(5, "growth", source=SITE), make_claim(50_000))
    comparison = compare([role], [BY_KEY["median"]])
    assert list(comparison.sources) == ["oews-2025-05"]
    both = compare([role], [BY_KEY["growth"], BY_KEY["median"]])
    assert list(both.sources) == ["site", "oews-2025-05"]
