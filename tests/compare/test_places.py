"""One occupation over places: in order, and which are clear of the first."""

import pytest

from careercli.compare import places
from careercli.compare.places import Place
from careercli.model.claims import Area
from tests.make import make_claim

OHIO = Area("OH", "state", "Ohio", "OH")


def make_place(
    title: str, median: int | None, jobs: int | None = 500, error: float | None = 1.0, bound: str = ""
) -> Place:
    area = OHIO._replace(code=title[:2].upper(), title=title)
    claims = {"median": make_claim(median, area=area.code, bound=bound), "employment": make_claim(jobs, "employment")}
    return Place(area, claims, 1.5, 1.2, error)


def order(*some: Place) -> list[tuple[str, str]]:
    return [(place.area.title, place.clear) for place in places.by_median(some)]


def test_places_are_sorted_and_each_is_held_against_the_first() -> None:
    found = order(make_place("Low", 50_000), make_place("Near", 99_000), make_place("High", 100_000))
    assert found == [("High", ""), ("Near", "no"), ("Low", "yes")]


def test_bounds_are_a_group_of_their_own_before_exact_figures_and_the_unknown_is_last() -> None:
    some = [make_place("None", None), make_place("Exact", 300_000), make_place("Capped", 239_200, bound=">=")]
    assert [title for title, _ in order(*some)] == ["Capped", "Exact", "None"]


@pytest.mark.parametrize(("jobs", "error", "notes"), [
    (100, 10, []), (90, 1.0, ["few"]), (None, 1.0, ["few"]), (500, 10.1, ["imprecise"]), (500, None, ["imprecise"]),
])  # fmt: skip
def test_few_jobs_and_large_errors_are_noted(jobs: int | None, error: float | None, notes: list[str]) -> None:
    assert make_place("A", 1, jobs, error).notes == notes


def test_a_place_with_few_jobs_is_never_named_first() -> None:
    ordered = places.by_median([make_place("Tiny", 200_000, jobs=40), make_place("Real", 100_000)])
    assert [place.area.title for place in ordered] == ["Tiny", "Real"]
    first, others = places.not_clear_of_first(ordered)
    assert first
    assert (first.area.title, others) == ("Real", [])


def test_a_place_with_few_jobs_or_a_large_error_is_not_held_against_the_first() -> None:
    above, below = make_place("Tiny", 200_000, jobs=40), make_place("Small", 20_000, jobs=40)
    vague = make_place("Vague", 99_000, error=12)
    found = order(above, make_place("Real", 100_000), make_place("Low", 50_000), below, vague)
    assert dict(found) == {"Tiny": "", "Real": "", "Low": "yes", "Small": "", "Vague": ""}


def states(*, adjusted: bool) -> tuple[str, set[str]]:
    found = places.of_occupation("15-1231", "state", "year")
    first, others = places.not_clear_of_first(places.by_median(places.with_prices(found) if adjusted else found))
    assert first
    return first.area.code, {place.area.code for place in others}


def test_which_states_are_not_clear_of_washington() -> None:
    assert states(adjusted=False) == ("WA", {"MD", "DC"})
    assert states(adjusted=True) == ("WA", {"MD", "DC", "OK", "NV", "AK"})


def test_every_kind_of_place_is_read() -> None:
    kinds = {kind: len(places.of_occupation("15-1232", kind, "year")) for kind in ("state", "metro", "nonmetro", "")}
    assert kinds[""] == kinds["state"] + kinds["metro"] + kinds["nonmetro"]
    assert min(kinds.values()) > 50


def test_a_row_holds_what_the_publisher_prints() -> None:
    (ohio,) = [place for place in places.of_occupation("15-1231", "state", "year") if place.area.code == "OH"]
    (row,) = places.with_prices([ohio])
    assert row.values() == {
        "area": "OH", "area_title": "Ohio", "type": "state", "state": "OH", "employment": 7_480,
        "employment_error": 5.1, "jobs_per_1000": 1.347, "location_quotient": 1.43, "p10": 45_980, "p25": 55_640,
        "median": 70_080, "p75": 91_730, "p90": 122_470, "mean": 77_670, "mean_error": 2.4, "bound": "",
        "price_parity": 92.774, "adjusted_median": 75_538, "clear_of_first": "", "note": "", "as_of": "2025-05",
        "source": "oews-2025-05",
    }  # fmt: skip
