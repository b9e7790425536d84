"""The places of a role as a view and as a table, and what is said of them."""

import pytest

from careercli.catalog.catalog import Catalog
from careercli.errors import CareerError
from careercli.presentation.places import chart, drawing, matching, note_of, roles_and_place, table
from careercli.presentation.views import PlacesView
from careercli.profiles.directories import BUNDLED
from careercli.store.places import areas


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog([BUNDLED], pytest.fail)


PRINTED = (
    PlacesView("noc-tech"),
    PlacesView("noc-tech", sort="median"),
    PlacesView("noc-tech", sort="area_title", descending=True),
    PlacesView("noc-tech", "metro", find="new", adjust="prices"),
    PlacesView("noc-tech", "nonmetro", period="hour", sort="location_quotient", descending=True),
    PlacesView("noc-tech", descending=True),
)


@pytest.mark.parametrize("view", PRINTED, ids=lambda view: " ".join(view.argv()))
def test_a_view_of_places_holds_the_rows_that_its_command_prints(view: PlacesView, catalog: Catalog, ask) -> None:  # type: ignore[no-untyped-def]
    shown = view.ordered(view.chosen(view.everywhere(catalog.find(view.role))))
    lines = ask(*view.argv(), "--columns", "area", "--no-header").lines
    assert [place.area.code for place in shown] == lines


def test_what_has_no_places_says_why(catalog: Catalog) -> None:
    with pytest.raises(CareerError, match=r"^customer-success-manager has no occupation, so no official wages$"):
        PlacesView("").everywhere(catalog.find("customer-success-manager"))
    with pytest.raises(CareerError, match=r"15-1230 .*: OEWS May 2025 has places for detailed occupations alone$"):
        PlacesView("").everywhere(catalog.find("15-1230"))


def test_places_make_room_for_a_drawing_if_that_leaves_the_names_readable(catalog: Catalog) -> None:
    view = PlacesView("noc-tech")
    shown = view.chosen(view.everywhere(catalog.find("noc-tech")))
    keys = ["area_title", "median", "employment", "location_quotient"]
    for room, drawn in ((40, 0), (68, 0), (75, 15), (120, 50)):
        columns, rows = table(shown, "year", False, view.order, room, 2)
        widths = {key: width for key, _, _, width in columns}
        assert list(widths) == [*keys, *(["range"] if drawn else [])]
        assert widths.get("range", 0) == drawn
    assert columns[1][:3] == ("median", "median ↓", "$ a year")
    assert rows[0][:4] == ("  ", "Washington", "101,750", "3,300")


def test_wages_that_are_not_published_are_not_drawn(catalog: Catalog) -> None:
    view = PlacesView("noc-tech")
    shown = view.chosen(view.everywhere(catalog.find("noc-tech")))
    utah = next(place for place in shown if place.area.code == "UT")
    assert drawing(utah, chart(shown, "year"), 40) == ""


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("", "US", 583), ("oh", "OH", None), ("OHIO", "OH", None), ("18140", "18140", 1), ("columbus", "17980", 3),
        ("columbus oh", "18140", 1), ("kansas", "KS", None), ("new york", "NY", None), ("mesa", "38060", None),
        ("united", "US", 1), ("zzz", None, 0), ("-", "US", 583),
    ],
)  # fmt: skip
def test_places_are_found_by_title_code_and_city(text: str, first: str | None, count: int | None) -> None:
    found = matching(areas(), text)
    assert (found[0].code if found else None) == first
    assert count is None or len(found) == count


def test_titles_name_the_place_once(catalog: Catalog) -> None:
    def said(*names: str) -> str:
        return roles_and_place(catalog.find_all(names))

    assert said("noc-tech") == "1 role"
    assert said("noc-tech@OH", "isp-tech@OH") == "2 roles · Ohio"
    assert said("noc-tech@OH", "noc-tech") == "noc-tech in 2 places"
    assert said("noc-tech@OH", "isp-tech@WA") == "2 roles in 2 places"
    same, others = catalog.find_all(["noc-tech@OH", "noc-tech"]), catalog.find_all(["noc-tech@OH", "isp-tech@OH"])
    assert [note_of(each, same) for each in same] == ["Ohio", "United States"]
    assert note_of(others[0], others) == "Network Operation Technician, Ohio"
