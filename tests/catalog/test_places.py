"""Places are found by code, letters, name, title or city; what is unknown or ambiguous is said."""

import pytest

from careercli.catalog.places import find_area
from careercli.errors import CareerError
from careercli.model.claims import Area
from careercli.store.places import areas
from careercli.store.reviewed import reviewed

AREAS = (
    Area("US", "nation", "United States", ""),
    Area("OH", "state", "Ohio", "OH"),
    Area("WA", "state", "Washington", "WA"),
    Area("KS", "state", "Kansas", "KS"),
    Area("MA", "state", "Massachusetts", "MA"),
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
    Area("14260", "metro", "Boise City, ID", "ID"),
    Area("31740", "metro", "Manhattan, KS", "KS"),
    Area("41860", "metro", "San Francisco-Oakland-Fremont, CA", "CA"),
    Area("41940", "metro", "San Jose-Sunnyvale-Santa Clara, CA", "CA"),
    Area("3900006", "nonmetro", "Eastern Ohio nonmetropolitan area", "OH"),
)

FOUND = {
    "US": "US", "united states": "US", "oh": "OH", "OHIO": "OH", "o-h": "OH", "dc": "DC", "washington": "WA",
    "new york": "NY", "new-york": "NY", "newyork": "NY", "18140": "18140", "0018140": "18140", "3900006": "3900006",
    "Columbus, OH": "18140", "columbus oh": "18140", "columbus/ga": "17980", "columbus al": "17980",
    "Columbus, GA-AL": "17980", "new york ny": "35620", "newark": "35620", "jersey city nj": "35620",
    "washington dc": "47900", "alexandria va": "47900", "wilkes barre": "42540", "wilkes-barre, pa": "42540",
    "louisville": "31140", "honolulu": "46520", "eastern ohio nonmetropolitan area": "3900006",
    "Eastern Ohio": "3900006", "Columbus, Ohio": "18140", "columbus ohio": "18140", "new york, new york": "35620",
    "Washington, District of Columbia": "47900", "boise": "14260", "Boise, ID": "14260", "jersey": "35620",
    "NYC": "35620", "usa": "US", "U.S.A.": "US", "mass": "MA", "s.f.": "41860",
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_a_place_is_found_by_each_of_its_names(name: str) -> None:
    assert find_area(name, AREAS)[0].code == FOUND[name]


def test_a_state_with_the_name_of_a_city_names_the_metropolitan_area() -> None:
    assert find_area("washington", AREAS)[1] == (
        "“washington” is the state; the city is in 47900 (Washington-Arlington-Alexandria, DC-VA-MD-WV)"
    )
    assert find_area("wa", AREAS)[1] == find_area("ohio", AREAS)[1] == ""


NOTES = {
    "nyc": "“nyc” is read as 35620 (New York-Newark-Jersey City, NY-NJ)",
    "boise": "“boise” is read as 14260 (Boise City, ID)",
    "manhattan": "“manhattan” is 31740 (Manhattan, KS);"
    " it is also a name in 35620 (New York-Newark-Jersey City, NY-NJ)",
    "columbus, ohio": "",
}


@pytest.mark.parametrize("name", NOTES)
def test_what_a_name_is_read_as_is_said(name: str) -> None:
    assert find_area(name, AREAS)[1] == NOTES[name]


@pytest.mark.parametrize(("name", "codes"), reviewed("nicknames", "places"))
def test_a_nickname_means_its_places_and_is_no_other_name_of_one(name: str, codes: str) -> None:
    try:
        found, said = find_area(name, areas())
    except CareerError as error:
        found, said = None, str(error)
    assert all(f"{code} (" in said for code in codes.split())
    assert found is None or found.code == codes or "it is also a name in" in said


UNKNOWN = {
    "bay area": "“bay area” may be 41860 (San Francisco-Oakland-Fremont, CA) or"
    " 41940 (San Jose-Sunnyvale-Santa Clara, CA); name one by its code",
    "san": "“san” may be 41860 (San Francisco-Oakland-Fremont, CA) or 41940",
    "san ohio": "no place is named “san ohio”",
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
