"""Test rows for programs: columns, cells and sort order."""

import pytest

from careercli.catalog import listing
from careercli.compare.comparison import compare
from careercli.errors import UsageError
from careercli.model import fields
from careercli.model.claims import Claim, Value
from careercli.model.fields import BY_KEY
from careercli.presentation import rows
from tests.make import SITE, make_claim, make_occupation, make_role


def test_the_columns_are_the_public_ones() -> None:
    assert listing.COLUMNS == (
        "id", "title", "occupation", "family", "median", "employment_change", "entry_education", "caveat",
        "match", "area",
    )  # fmt: skip
    assert rows.LONG_COLUMNS == (
        "section", "field", "role", "item", "level", "value", "bound", "statistic", "per", "currency", "area",
        "as_of", "population", "source", "release", "method", "basis", "note",
    )  # fmt: skip
    assert rows.CLAIM_KEYS == (
        "item", "value", "printed", "bound", "statistic", "level", "per", "currency", "area", "as_of", "population",
        "source", "release", "method", "basis", "derivation", "note",
    )  # fmt: skip


def cell(*claims: Claim) -> object:
    keys = dict.fromkeys(BY_KEY[claim.field] for claim in claims) or {BY_KEY["median"]: None}
    _, found = rows.wide(compare([make_role("x", *claims)], list(keys), period="year"))
    return found[0]["x"]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ((), ""),
        ((make_claim(73_340),), 73_340),
        ((make_claim(-3.7, "employment_change"),), -3.7),
        ((make_claim(None, "growth", note="none"),), ""),
        ((make_claim(239_200, bound=">="),), ">=239200"),
        ((make_claim(9, "skills", item="SQL"), make_claim(7, "skills", item="Java")), "SQL 9 | Java 7"),
        ((make_claim(5, "growth"), make_claim(5, "growth", source=SITE)), 5),
        ((make_claim("sysadmin", "next_roles", item="technical", as_printed="Admin"),), "sysadmin"),
    ],
)
def test_a_wide_cell_is_a_number_or_claims_between_bars(claims: tuple[Claim, ...], expected: object) -> None:
    assert cell(*claims) == expected


def test_a_transposed_row_is_a_role() -> None:
    roles = make_role("x", make_claim(50_000)), make_role("y")
    columns, found = rows.transposed(compare(roles, [BY_KEY["median"], BY_KEY["growth"]], period="year"))
    assert columns == ["role", "median", "growth"]
    assert found == [{"role": "x", "median": 50_000, "growth": ""}, {"role": "y", "median": "", "growth": ""}]


def test_a_long_value_is_bare_and_its_bound_stands_apart() -> None:
    (row,) = rows.long(compare([make_role("x", make_claim(239_200, bound=">="))], [BY_KEY["median"]]))
    assert {key: row[key] for key in rows.LONG_COLUMNS} == {
        "section": "pay", "field": "median", "role": "x", "item": None, "level": None, "value": 239_200,
        "bound": ">=", "statistic": "median", "per": "year", "currency": "USD", "area": "US", "as_of": "2025-05",
        "population": "15-1231", "source": "oews-2025-05", "release": "May 2025", "method": "survey",
        "basis": "listed", "note": None,
    }  # fmt: skip


@pytest.mark.parametrize(("value", "text"), [(None, "—"), ("", "—"), (1234, "1,234"), (5.1, "5.1"), (0, "0")])
def test_a_bare_value_to_a_person(value: object, text: str) -> None:
    assert fields.shown(value) == text  # type: ignore[arg-type]


@pytest.mark.parametrize("descending", [False, True])
def test_rows_without_a_value_come_last_either_way(descending: bool) -> None:
    found = rows.by_value([{"a": None}, {"a": 2}, {"a": ""}, {"a": 10}], lambda row: row["a"], descending)
    assert [row["a"] for row in found] == ([10, 2] if descending else [2, 10]) + [None, ""]


def test_a_bound_stands_beside_its_number_and_before_words() -> None:
    values: list[Value] = ["b", ">=239200", 239_200, "~36000", "A", 300_000]
    found = rows.by_value([{"a": value} for value in values], lambda row: row["a"], False)
    assert [row["a"] for row in found] == ["~36000", 239_200, ">=239200", 300_000, "A", "b"]


def test_wages_are_sorted_by_the_official_series_and_by_no_other() -> None:
    own = make_claim(90_000, "estimate", source=SITE, population="role")
    assert rows.declared_wage(make_role("x", own), "estimate") is None
    assert (
        rows.declared_wage(make_role("x", own, official=make_occupation("15-1231", make_claim(60_000))), "estimate")
        == 60_000
    )


def test_chosen_columns_keep_the_order_asked_and_stand_once() -> None:
    assert rows.chosen(" b, a,b ", ["a", "b", "c"], "this") == ["b", "a"]
    assert rows.chosen("", ["a", "b"], "this") == ["a", "b"]


def test_an_unknown_column_is_wrong_usage_that_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="--columns: this has no “meadian”; did you mean median"):
        rows.chosen("meadian", ["median"], "this")
