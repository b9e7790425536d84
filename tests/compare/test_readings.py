"""Test verdicts on official figures of a doubtful role: ranked only where every reading agrees."""

from typing import Any

import pytest

from careercli.compare import readings
from careercli.compare.comparison import compare
from careercli.compare.pairs import Verdict
from careercli.compare.parity import with_prices
from careercli.model.claims import Area, Subject
from careercli.model.fields import BY_KEY
from careercli.store import official, places
from tests.make import SITE, make_claim, make_role

USER, NETWORK, SERVICE, ARCHITECT, ADMIN = "15-1232", "15-1231", "43-4051", "15-1241", "15-1244"
WHY = "doubtful occupation: perhaps another"
ACTOR, BROAD = "27-2011", "15-1230"


def area_of(code: str) -> Area:
    return next(area for area in places.areas() if area.code == code)


def role(
    code: str, *alternatives: str, area: Area | None = None, caveat: str = "perhaps another", **known: Any
) -> Subject:
    """Return a role in doubt about its occupation, with the figures of the newest releases."""
    found = official.occupation(code, area.code if area else "US")
    known = {"occupation": code, "occupation_caveat": caveat, "occupation_alternatives": alternatives, **known}
    return make_role(known.pop("id", "doubtful"), official=found, **known)._replace(area=area)


def occupation(code: str, area: Area | None = None) -> Subject:
    return Subject(None, official.occupation(code, area.code if area else "US"), area)


def found(field: str, *subjects: Subject, period: str = "") -> Verdict:
    """Return the verdict on the last subject against the first."""
    (row,) = compare(subjects, [BY_KEY[field]], period=period).rows
    return row.verdicts[subjects[-1].id]


def test_readings_that_agree_are_ranked_and_that_is_said() -> None:
    assert found("median", occupation(NETWORK), role(USER, SERVICE)) == Verdict(
        "ranked", "lower, under either reading", -14_360, -18.8
    )
    assert found("employment_change", occupation(NETWORK), role(USER, SERVICE)).why == "lower, under either reading"


def test_the_baseline_may_be_the_doubtful_one() -> None:
    assert found("median", role(USER, SERVICE), occupation(NETWORK)).why == "higher, under either reading"


@pytest.mark.parametrize(
    ("field", "code", "alternative", "other", "expected"),
    [
        # 15-1241 is higher than 15-1231, 43-4051 lower.
        ("median", ARCHITECT, SERVICE, NETWORK, Verdict("difference", WHY, 57_830, 75.9)),
        # 15-1244 is one of the readings: the same figure.
        ("median", ARCHITECT, ADMIN, ADMIN, Verdict("difference", WHY, 34_920, 35.2)),
        # Its own group: nothing to compare.
        ("median", ARCHITECT, USER, BROAD, Verdict("difference", WHY, 71_160, 113.1)),
        ("employment_change", ARCHITECT, ADMIN, NETWORK, Verdict("difference", WHY, 10.1)),
        ("entry_education", ARCHITECT, SERVICE, NETWORK, Verdict("none", WHY)),
    ],
)  # fmt: skip
def test_readings_that_disagree_are_a_difference_of_the_first_with_the_caveat_as_reason(
    field: str, code: str, alternative: str, other: str, expected: Verdict
) -> None:
    assert found(field, occupation(other), role(code, alternative)) == expected


def test_all_of_several_readings_must_agree() -> None:
    assert found("median", occupation(NETWORK), role(ARCHITECT, ADMIN)).kind == "ranked"
    assert found("median", occupation(NETWORK), role(ARCHITECT, ADMIN, USER)).kind == "difference"


def test_a_role_without_an_alternative_is_not_ranked() -> None:
    verdict = found("median", occupation(NETWORK), role(USER))
    assert (verdict.kind, verdict.why) == ("difference", "doubtful occupation: perhaps another")
    assert found("entry_education", occupation(NETWORK), role(USER)).kind == "none"


@pytest.mark.parametrize("alternative", [ACTOR, "31-1121", "99-9999"], ids=["by the hour", "no wage", "no occupation"])
def test_a_reading_without_a_figure_agrees_with_none(alternative: str) -> None:
    assert found("median", occupation(NETWORK), role(USER, alternative)).kind == "difference"


def test_two_doubtful_roles_must_agree_under_every_pair_of_readings() -> None:
    one, two = role(ARCHITECT, ADMIN, id="one", caveat="architects"), role(USER, SERVICE, id="two", caveat="service")
    assert found("median", one, two).why == "lower, under either reading"
    two = role(USER, ARCHITECT, id="two", caveat="service")
    assert found("median", one, two).why == "doubtful occupation: architects; service"


def test_a_roles_own_claims_are_ranked_as_ever() -> None:
    own = {"source": SITE, "population": "role", "area": "US", "as_of": "2026", "statistic": "change", "currency": ""}
    growth = [make_claim(value, "growth", **own) for value in (5, 10)]
    doubtful = make_role("y", growth[1], occupation=USER, occupation_caveat="perhaps another")
    plain = found("growth", make_role("x", growth[0]), make_role("y", growth[1]))
    assert found("growth", make_role("x", growth[0]), doubtful) == plain
    assert plain.kind == "one-source"


@pytest.mark.parametrize("field", ["median", "employment_change", "entry_education"])
def test_two_roles_of_one_occupation_have_the_same_figure_whatever_the_doubt(field: str) -> None:
    one, two = role(USER, SERVICE, id="one"), role(USER, id="two")
    assert found(field, one, two) == found(field, occupation(USER), role(USER, SERVICE, id="two"))
    assert found(field, one, two).kind == "same"
    assert readings.EITHER not in found(field, one, two).why


def test_an_equal_value_of_another_occupation_holds_only_under_every_reading() -> None:
    assert (
        found("entry_education", occupation(ADMIN), role(ARCHITECT, "15-1252")).why
        == "both say the same, under either reading"
    )
    assert found("entry_education", occupation(ADMIN), role(ARCHITECT, SERVICE)).kind == "none"


def test_what_is_not_ranked_anyway_keeps_its_own_reason() -> None:
    verdict = found("median", occupation("15-1299"), role(USER, SERVICE))
    assert verdict.why == "15-1299 gathers all other occupations of its group"
    assert found("median", occupation(BROAD), role(USER, SERVICE)).why == "15-1230 contains 15-1232"


def test_the_readings_of_a_place_are_those_of_the_place() -> None:
    ohio, washington = area_of("OH"), area_of("WA")
    one, two = role(USER, SERVICE, area=ohio), role(USER, SERVICE, area=washington)
    assert found("median", one, two).why == "higher, under either reading"
    assert found("median", occupation(NETWORK, ohio), one).why == "lower, under either reading"
    assert found("employment_change", one, two).kind == "same"


def test_one_role_in_two_places_is_read_alike_in_both() -> None:
    """Customer service of one place is never held against user support of another."""
    one, two = role(USER, SERVICE, area=area_of("OH")), role(USER, SERVICE, id="b", area=area_of("WA"))
    assert found("median", one, two._replace(role=one.role)).kind == "ranked"
    assert found("median", one, two).kind == "difference"


def test_adjusted_wages_are_read_with_adjusted_ones() -> None:
    """After prices, user support is higher in Washington and customer service is not."""
    one, two = (role(USER, SERVICE, area=area_of(state)) for state in ("OH", "WA"))
    verdict = found("median", *with_prices([one, two]))
    assert (verdict.kind, verdict.why) == ("difference", "doubtful occupation: perhaps another")
    network, user = occupation(NETWORK, area_of("WA")), role(USER, SERVICE, area=area_of("OH"))
    assert found("median", *with_prices([network, user])).why == "lower, under either reading"


def test_wages_by_the_hour_are_read_by_the_hour() -> None:
    verdict = found("median", occupation(NETWORK), role(USER, SERVICE), period="hour")
    assert (verdict.absolute, verdict.why) == (-6.9, "lower, under either reading")
