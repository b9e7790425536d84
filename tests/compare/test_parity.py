"""Wages are adjusted by the parity of their own place; what that is made of is said."""

import pytest

from careercli.compare.parity import Parity, adjusted, with_adjusted
from careercli.compare.verdicts import verdict
from tests.make import make_claim, make_occupation, make_role

OHIO, WASHINGTON = Parity(92.774, 2024, "Ohio", "state"), Parity(107.013, 2024, "Washington", "state")
GUAM = Parity(None, 2024, "BEA publishes no price parity for Guam", "state")


def test_a_wage_is_divided_by_the_parity_of_its_place() -> None:
    found = adjusted(make_claim(70_080, area="OH"), OHIO)
    assert (found.value, found.basis, found.prices) == (75_538, "calculated", "2024")
    assert found.derivation == "70,080 × 100 ÷ 92.774 (BEA regional price parity 2024, Ohio)"
    assert adjusted(make_claim(101_750, area="WA"), WASHINGTON).value == 95_082


def test_an_hourly_wage_keeps_its_cents_and_a_bound_stays_a_bound() -> None:
    assert adjusted(make_claim(33.69, period="hour"), OHIO).value == 36.31
    capped = adjusted(make_claim(239_200, bound=">="), WASHINGTON)
    assert (capped.bound, capped.value) == (">=", 223_524)
    assert capped.derivation.startswith(">=239,200 × 100")


def test_the_error_of_the_parity_widens_the_band() -> None:
    assert adjusted(make_claim(70_080), OHIO).band_percent == pytest.approx((1 + 1.96**2) ** 0.5)
    metro = OHIO._replace(kind="metro")
    assert adjusted(make_claim(70_080), metro).band_percent == pytest.approx((1 + (2 * 1.96) ** 2) ** 0.5)
    assert adjusted(make_claim(70_080, band_percent=None), OHIO).band_percent is None


def test_without_a_parity_there_is_the_reason_and_no_figure() -> None:
    found = adjusted(make_claim(70_080, area="GU"), GUAM)
    assert (found.value, found.note, found.caveat) == (None, GUAM.title, "no price parity")
    assert verdict(adjusted(make_claim(70_080), OHIO), found).why == GUAM.title


def test_each_official_wage_stands_before_the_same_adjusted_and_nothing_else_changes() -> None:
    median, count = make_claim(70_080), make_claim(7_480, "employment", currency="", period="")
    subject = make_role("x", make_claim(1, population="role"), official=make_occupation("15-1231", median, count))
    found = with_adjusted(subject, OHIO)
    assert found.own == subject.own
    assert found.official
    assert found.official.claims == (median, adjusted(median, OHIO), count)
