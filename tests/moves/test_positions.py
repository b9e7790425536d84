"""Where a person's own pay stands among published percentiles."""

import random
from typing import Any

import pytest

from careercli.model.claims import Area, Claim, Subject
from careercli.model.own import Offer
from careercli.moves.offers import pay_claims
from careercli.moves.positions import STEPS, position, with_positions
from careercli.store import official
from tests.make import make_claim, make_role

STEADY = {"p10": 40_000, "p25": 50_000, "median": 60_000, "p75": 70_000, "p90": 80_000}
OHIO = Area("OH", "state", "Ohio", "OH")


def wages(band: float | None = 0.0, **changes: Any) -> dict[str, Claim]:
    """Return percentiles; a text such as `>=239200` is a limit."""
    found = {}
    for key, value in (STEADY | changes).items():
        bound = ">=" if isinstance(value, str) else ""
        number = int(value[2:]) if isinstance(value, str) else value
        found[key] = make_claim(number, key, bound=bound, band_percent=band)
    return found


def told(amount: float, published: dict[str, Claim]) -> str:
    found = position(amount, published)
    return "" if found is None else "; ".join([found.text(str), *found.limits])


NO_BAND = [
    (39_999, "below the 10th percentile (40000)"),
    (40_000, "at the 10th percentile (40000)"),
    (45_000, "between the 10th percentile (40000) and the 25th percentile (50000)"),
    (60_000, "at the median (60000)"),
    (60_000.01, "between the median (60000) and the 75th percentile (70000)"),
    (80_001, "above the 90th percentile (80000)"),
]


@pytest.mark.parametrize(("amount", "words"), NO_BAND)
def test_an_amount_stands_between_its_neighbors_and_never_beyond_the_ends(amount: float, words: str) -> None:
    assert told(amount, wages()) == words


LIMITED = [
    (
        65_000,
        {"p75": ">=62000"},
        "between the median (60000) and the 90th percentile (80000)",
        "the 75th percentile is",
    ),
    (65_000, {"p75": ">=62000", "p90": ">=62000"}, "above the median (60000)", "the 75th percentile and the 90th"),
    (61_000, {"p75": ">=62000", "p90": ">=62000"}, "between the median (60000) and the 75th percentile (≥62000)", ""),
    (90_000, {"p90": None}, "above the 75th percentile (70000)", "the 90th percentile is not released"),
    (45_000, {"p10": None}, "below the 25th percentile (50000)", "the 10th percentile is not released"),
    (65_000, {"p75": None}, "between the median (60000) and the 90th percentile (80000)", "the 75th percentile is not"),
    (65_000, {"p75": None, "p90": None}, "above the median (60000)", "the 75th percentile and the 90th percentile are"),
    (65_000, {"p10": None, "p25": None}, "between the median (60000) and the 75th percentile (70000)", ""),
]


@pytest.mark.parametrize(("amount", "changes", "words", "limit"), LIMITED)
def test_percentiles_that_are_limits_or_missing_are_named_where_they_matter(
    amount: float, changes: dict[str, Any], words: str, limit: str
) -> None:
    found = position(amount, wages(**changes))
    assert found
    assert found.text(str) == words
    assert "; ".join(found.limits).startswith(limit)
    assert bool(found.limits) == bool(limit)


def test_without_percentiles_there_is_no_position() -> None:
    assert position(50_000, wages(**dict.fromkeys(STEADY))) is None
    assert position(50_000, {}) is None
    assert position(300_000, wages(**dict.fromkeys(STEADY, ">=239200"))) is None


BANDS = [
    (51_000, 3, "not clearly above the 25th percentile"),
    (59_000, 3, "not clearly below the median"),
    (54_900, 10, "not clearly above the 25th percentile; not clearly below the median"),
    (81_000, 3, "not clearly above the 90th percentile"),
    (51_000, 30, "not clearly above the 10th percentile and the 25th percentile; not clearly below the median and the"
                 " 75th percentile"),
]  # fmt: skip


@pytest.mark.parametrize(("amount", "band", "limits"), BANDS)
def test_our_band_around_a_percentile_hides_what_is_within_it_and_that_is_said(
    amount: float, band: float, limits: str
) -> None:
    found = position(amount, wages(band))
    assert found
    assert "; ".join(found.limits).startswith(limits)


def test_without_a_published_error_no_side_is_clear() -> None:
    assert told(55_000, wages(None)).endswith("; no error is published, so it may be otherwise")


@pytest.mark.parametrize("seed", range(300))
def test_what_is_said_is_true_whatever_is_printed(seed: int) -> None:
    chance = random.Random(seed)
    amount, band = chance.randint(1, 50), chance.choice((0, 5, 40))
    values = [chance.choice((None, chance.randint(1, 50))) for _ in STEPS]
    known = iter(sorted(value for value in values if value is not None))
    ascending = {key: None if value is None else next(known) for key, value in zip(STEPS, values, strict=True)}
    found = position(amount, wages(band, **ascending))
    if all(value is None for value in values):
        assert found is None
        return
    assert found
    figures = [claim.value for claim in found.beside]
    if found.where.startswith("at"):
        assert set(figures) == {amount}
    elif found.where.startswith("between"):
        low, high = figures
        assert low < amount < high
        between = [v for v in ascending.values() if v is not None and low < v < high]
        assert between == []
    else:
        sign = 1 if found.where.startswith("above") else -1
        assert sign * (amount - figures[0]) > 0
        assert all(sign * (amount - value) > 0 for value in ascending.values() if value is not None)
    hidden = [v for v in ascending.values() if v is not None and v != amount and abs(v - amount) < v * band / 100]
    assert bool(hidden) == any("not clearly" in limit for limit in found.limits)


def offered(offer: Offer, code: str = "15-1231", area: Area | None = OHIO) -> Subject:
    found = official.occupation(code, area.code if area else "US")
    subject = make_role(f"offer:{offer.name}", *pay_claims(offer, area), occupation=code, official=found)
    return subject._replace(area=area)


def texts(subject: Subject) -> list[object]:
    return [claim.value for claim in subject.claims if claim.field == "offer" and claim.source.series]


def test_the_position_of_the_issue_is_told_by_the_year_and_by_the_hour() -> None:
    (subject,) = with_positions([offered(Offer("acme", 68_000, hours=37.5))])
    assert texts(subject) == [
        "between the 25th percentile (55,640) and the median (70,080) of 15-1231 in Ohio, May 2025, base pay, if"
        " full-time all year; not clearly below the median; by the hour, 34.87 stands between the median (33.69) and"
        " the 75th percentile (44.10); not clearly above the median"
    ]


def test_positions_that_read_alike_are_told_once() -> None:
    (subject,) = with_positions([offered(Offer("acme", 62_000))])
    assert texts(subject) == [
        "between the 25th percentile (55,640) and the median (70,080) of 15-1231 in Ohio, May 2025, base pay, if"
        " full-time all year"
    ]


def test_an_hourly_amount_stands_among_hourly_wages_first() -> None:
    (subject,) = with_positions([offered(Offer("acme", 30, per="hour", hours=20))])
    assert texts(subject) == [
        "between the 25th percentile (26.75) and the median (33.69) of 15-1231 in Ohio, May 2025, base pay; by the"
        " year, 31,200 stands below the 10th percentile (45,980), if full-time all year"
    ]


def test_a_position_is_of_the_offers_own_place_in_every_column() -> None:
    elsewhere = make_role("noc-tech", occupation="15-1231", official=official.occupation("15-1231", "WA"))
    _, there = with_positions([offered(Offer("acme", 62_000)), elsewhere._replace(area=Area("WA", "state", "", "WA"))])
    (text,) = texts(there)
    assert "of 15-1231 in Ohio" in str(text)
    assert {claim.area for claim in there.claims if claim.field == "offer"} == {"OH"}


def test_a_doubtful_role_has_a_position_in_each_of_its_occupations() -> None:
    doubtful = make_role("x", occupation="15-1232", official=official.occupation("15-1232"),
                         occupation_caveat="perhaps", occupation_alternatives=("43-4051",))  # fmt: skip
    _, found = with_positions([offered(Offer("acme", 62_000)), doubtful])
    assert [claim.population for claim in found.claims if claim.field == "offer"] == ["15-1232", "43-4051"]


def test_an_occupation_paid_by_the_year_alone_has_no_hourly_position() -> None:
    (subject,) = with_positions([offered(Offer("school", 30, per="hour"), "25-2021", None)])
    (text,) = texts(subject)
    assert str(text).startswith("by the year, 62,400 stands between the 25th percentile (")
    assert " of 25-2021 in the nation, May 2025, base pay, if full-time all year" in str(text)


def test_a_place_without_the_occupation_gives_no_position_and_says_so() -> None:
    code, area = "29-1216", Area("3900006", "nonmetro", "North", "OH")
    (subject,) = with_positions([offered(Offer("acme", 62_000), code, area)])
    claims = [claim for claim in subject.claims if claim.field == "offer" and claim.source.series]
    assert [claim.value for claim in claims] in ([None], [claims[0].value])
    if claims[0].value is None:
        assert claims[0].note == "no percentile of 29-1216 in North, May 2025 is published"


def test_after_prices_the_position_is_the_same_in_other_dollars() -> None:
    (subject,) = with_positions([offered(Offer("acme", 62_000))], adjust=True)
    plain, adjusted = texts(subject)
    assert str(adjusted).startswith("66,8")
    assert str(adjusted).partition(" of ")[0].count("percentile") == str(plain).partition(" of ")[0].count("percentile")
    own = [claim for claim in subject.own if claim.prices]
    assert [claim.period for claim in own] == ["year", "hour"]
    assert "BEA regional price parity" in own[0].derivation


def test_who_brings_no_pay_is_left_alone() -> None:
    subject = make_role("x", occupation="15-1232", official=official.occupation("15-1232"))
    assert with_positions([subject]) == [subject]
