"""Skills as people type them, and what names them."""

from math import log2

import pytest

from careercli.catalog.catalog import Catalog
from careercli.moves.match import SOUGHT, SkillMatcher, Wanted, even_points, list_points
from careercli.moves.typed_skills import TypedSkills
from careercli.store import lists, skill_index


def catalog(*directories: str) -> Catalog:
    return Catalog(directories, lambda line: None)


EVERYTHING = Wanted()


def found_by(*typed: str, wanted: Wanted = EVERYTHING) -> dict[str, dict[str, str]]:
    """Return by id what each skill was found by."""
    listing = catalog().listing()
    matches = SkillMatcher(TypedSkills(typed, listing), listing).matches(wanted)
    return {match.entry.id: {each.typed: each.name for each in match.matched} for match in matches}


NAMES = {
    "java": {"Oracle Java", "Sun Microsystems Java"},
    "r": {"R"},
    "c": {"C"},
    "c++": {"C++"},
    "troubleshooting": {"Troubleshooting", "Troubleshooting software"},
    "customer and personal service": {"Customer and Personal Service"},
    "networking": set(),
    "linux": {"Linux", "Red Hat Enterprise Linux", "Kali Linux"},
    "; drop table element --": set(),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_with_or_without_its_maker(name: str) -> None:
    (found,) = skill_index.elements_named([[name]])
    assert {each.title for each in found} == NAMES[name]


def test_the_points_are_those_of_the_formula() -> None:
    assert list_points(122, 60, 32_773, 923, False) == log2(1 + 32_773 / 122 / (60 + 32_773 / 923))
    assert list_points(122, 60, 32_773, 923, True) == log2(1 + 3 * 32_773 / 122 / (60 + 32_773 / 923))
    assert even_points(10, 900) == log2(46)
    assert even_points(10, 900, SOUGHT) == log2(136)


def test_rarer_skills_and_shorter_lists_count_more() -> None:
    assert list_points(10, 30, 1000, 50, False) > list_points(20, 30, 1000, 50, False)
    assert list_points(10, 30, 1000, 50, False) > list_points(10, 60, 1000, 50, False)


def test_the_best_has_most_points_and_each_says_what_it_lacks() -> None:
    listing = catalog().listing()
    matches = SkillMatcher(TypedSkills(["linux", "python", "zzqq"], listing), listing).matches(Wanted())
    scores = [round(match.score, 6) for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert all(
        {each.typed for each in match.matched} | {*match.missing} == {"linux", "python", "zzqq"} for match in matches
    )
    assert all("zzqq" in match.missing for match in matches)


def test_a_mistyped_skill_is_read_as_the_nearest_and_an_unknown_one_is_said() -> None:
    typed = TypedSkills(["pyhton", "kuberntes", "zzqqzz"], catalog().listing())
    assert typed.corrected == {"pyhton": "python", "kuberntes": "kubernetes"}
    assert typed.unknown == ["zzqqzz"]


def test_skills_typed_twice_count_once() -> None:
    assert TypedSkills(["sql", "sql ", " sql", "\t"], catalog().listing()).names == ["sql"]


def test_filters_keep_only_what_is_wanted() -> None:
    entries = lists.entries()
    kept = found_by("linux", wanted=Wanted(min_wage=100_000, education="associate"))
    assert kept
    for code in kept:
        assert (entries[code].median or 0) >= 100_000
        assert entries[code].entry_education == "Associate's degree"
    zones = skill_index.job_zones()
    assert {zones[code] for code in found_by("linux", wanted=Wanted(job_zone=2))} <= {1, 2}
    points = skill_index.high_points()
    assert all("social" in points[code] for code in found_by("linux", wanted=Wanted(interests=frozenset(["social"]))))


def test_high_points_are_onets() -> None:
    assert skill_index.high_points()["29-1141"] >= {"social", "investigative"}
