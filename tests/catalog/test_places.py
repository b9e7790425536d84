"""Places are found by code, letters, name, title or city; what is unknown or ambiguous is said."""

from __future__ import annotations

import pytest

from careercli.catalog.places import find_area
from careercli.errors import CareerError
from careercli.model.claims import Area

AREAS = (
    Area("US", "nation", "United States", ""),
    Area("OH", "state", "Ohio", "OH"),
    Area("WA", "state", "Washington", "WA"),
    Area("NY", "state", "New York", "NY"),
    Area("DC", "state", "District of Columbia", "DC"),
    Area("17980", "metro", "Columbus, GA-AL", "GA-AL"),
    Area("18020", "metro", "Columbus, IN", "IN"),
    Area("18140", "metro", "Columbus, OH", "OH"),
    Area("35620", "metro", "New York-Newark-Jersey City, NY-NJ", "NY-NJ"),
    Area("47900", "metro", "Washington-Arlington-Alexandria, DC-VA-MD-WV", "DC-VA-MD-WV"),
    Area("42540", "metro", "Scranton--Wilkes-Barre, PA", "PA"),
    Area("31140", "metro", "Louisville/Jefferson County, KY-IN", "KY-IN"),
    Area("46520", "metro", "Urban Honolulu, HI", "HI"),
    Area("3900006", "nonmetro", "Eastern Ohio nonmetropolitan area", "OH"),
)

FOUND = {
    "US": "US", "united states": "US", "oh": "OH", "OHIO": "OH", "o-h": "OH", "dc": "DC", "washington": "WA",
    "new york": "NY", "new-york": "NY", "newyork": "NY", "18140": "18140", "0018140": "18140", "3900006": "3900006",
    "Columbus, OH": "18140", "columbus oh": "18140", "columbus/ga": "17980", "columbus al": "17980",
    "Columbus, GA-AL": "17980", "new york ny": "35620", "newark": "35620", "jersey city nj": "35620",
    "washington dc": "47900", "alexandria va": "47900", "wilkes barre": "42540", "wilkes-barre, pa": "42540",
    "louisville": "31140", "honolulu": "46520", "eastern ohio nonmetropolitan area": "3900006",
    "Eastern Ohio": "3900006",
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_a_place_is_found_by_each_of_its_names(name: str) -> None:
    assert find_area(name, AREAS)[0].code == FOUND[name]


def test_a_state_with_the_name_of_a_city_names_the_metropolitan_area() -> None:
    assert find_area("washington", AREAS)[1] == (
        "“washington” is the state; the city is in 47900 (Washington-Arlington-Alexandria, DC-VA-MD-WV)"
    )
    assert find_area("wa", AREAS)[1] == find_area("ohio", AREAS)[1] == ""


UNKNOWN = {
    "columbus": "“columbus” may be 17980 (Columbus, GA-AL) or 18020 (Columbus, IN) or 18140 (Columbus, OH);"
    " add the state, or name the code",
    "columbos oh": "no place is named “columbos oh”; did you mean 18140 (Columbus, OH)",
    "qqqq": "no place is named “qqqq”; careercli places lists them",
    "york": "no place is named “york”",
    "": "no place is named “”",
    "columbus pa": "no place is named “columbus pa”",
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_unknown_or_ambiguous_is_said_with_what_to_do(name: str) -> None:
    with pytest.raises(CareerError) as error:
        find_area(name, AREAS)
    assert str(error.value).startswith(UNKNOWN[name])
