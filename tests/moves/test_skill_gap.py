"""The gap between two roles: by O*NET's ratings, by name, by usual education."""

from careercli.model.claims import ROLE, Claim, Subject
from careercli.moves.gap import EXTRA, MISSING, SHARED, UNKNOWN
from careercli.moves.skill_gap import GapRow, skill_gap
from careercli.store import official
from tests.make import SITE, make_claim, make_role

NOC, SUPPORT = (Subject(None, official.occupation(code)) for code in ("15-1231", "15-1232"))


def says(value: object, field: str = "skills", **changes: object) -> Claim:
    """Return what a site says of a role."""
    return make_claim(value, field, **{"source": SITE, "population": ROLE, **changes})


def role_of(code: str, *claims: object, **changes: object) -> Subject:
    return make_role("x", *claims, official=official.occupation(code), occupation=code, **changes)  # type: ignore[arg-type]


def named(one: Subject, two: Subject, *names: str) -> dict[str, GapRow]:
    return {row.name: row for row in skill_gap(one, two) if row.name in names}


def test_names_are_joined_by_reviewed_synonyms_and_say_so() -> None:
    one = make_role("one", says("", item="Troubleshoot"), says("", item="Java"))
    two = make_role("two", says("", item="Troubleshooting"), says("", item="JavaScript"))
    found = [(row.status, row.name, row.explain) for row in skill_gap(one, two)]
    assert found == [
        (MISSING, "JavaScript", ""),
        (SHARED, "Troubleshooting", "Troubleshoot is read as Troubleshooting: a verb and its noun"),
        (EXTRA, "Java", ""),
    ]


def test_shares_of_one_source_have_a_difference_that_is_never_clear() -> None:
    one, two = (make_role(name, says(n, item="SQL")) for name, n in (("one", 9), ("two", 4)))
    (row,) = skill_gap(one, two)
    assert (row.status, row.weight_from, row.weight_to, row.gap, row.clear) == (SHARED, 9, 4, -5, "")
    other = make_role("two", says(4, item="SQL", source=SITE._replace(id="other")))
    (row,) = skill_gap(one, other)
    assert (row.weight_from, row.weight_to, row.gap) == (9, 4, None)


def test_a_share_keeps_its_scale_beside_a_name_without_weight() -> None:
    (row,) = skill_gap(make_role("one", says(9, item="SQL")), make_role("two", says("SQL", "technologies")))
    assert (row.status, row.weight_from, row.weight_to, row.gap, row.scale) == (SHARED, 9, None, None, "percent")


def test_a_statement_that_names_what_is_missing_helps_with_it() -> None:
    two = make_role(
        "two", says("", item="SQL"), says("", item="Linux"),
        says("Learn SQL well", "steps"), says("an exam on Linux", "certifications", item="RHCSA"),
    )  # fmt: skip
    found = {row.name: row.helps for row in skill_gap(make_role("one"), two)}
    assert found["SQL"] == ("step: Learn SQL well",)
    assert found["Linux"] == ("certification: RHCSA: an exam on Linux",)


def test_a_rating_is_missing_only_outside_the_error() -> None:
    rows = [row for row in skill_gap(SUPPORT, NOC) if row.is_rated]
    assert any(row.gap and row.gap > 0 and row.clear == "no" and row.status == SHARED for row in rows)
    for row in rows:
        of_one = [each for each in rows if each.name == row.name]
        if row.status == MISSING:
            assert any(each.clear == "yes" and each.gap and each.gap > 0 for each in of_one)
            assert all(each.gap is None or each.gap >= 0 for each in of_one)


def test_missing_ratings_come_in_the_order_of_importance_in_the_second_role() -> None:
    weights = [
        row.weight_to for row in skill_gap(NOC, Subject(None, official.occupation("15-1252")))
        if row.is_rated and row.status == MISSING and row.scale.startswith("importance")
    ]  # fmt: skip
    assert len(weights) > 3
    assert weights == sorted(weights, reverse=True)


def test_ratings_of_a_doubtful_role_are_sorted_only_where_every_reading_agrees() -> None:
    doubtful = role_of("15-1232", occupation_caveat="perhaps", occupation_alternatives=("43-4051",))
    statuses = [
        {(row.name, row.status) for row in skill_gap(one, NOC) if row.is_rated}
        for one in (SUPPORT, Subject(None, official.occupation("43-4051")), doubtful)
    ]  # fmt: skip
    decided = {each for each in statuses[2] if each[1] != UNKNOWN}
    assert decided
    assert decided <= statuses[0] & statuses[1]


def test_ratings_of_a_doubtful_role_without_another_reading_are_not_sorted() -> None:
    doubtful = role_of("15-1232", occupation_caveat="no code of its own")
    rows = [row for row in skill_gap(doubtful, NOC) if row.is_rated or row.kind == "education"]
    assert {(row.status, row.caveat) for row in rows} == {(UNKNOWN, "x: no code of its own")}


def test_two_roles_of_one_occupation_share_its_ratings() -> None:
    rows = [
        row for row in skill_gap(role_of("15-1231"), role_of("15-1231", occupation_caveat="perhaps")) if row.is_rated
    ]
    assert {(row.status, row.gap) for row in rows if row.gap is not None} == {(SHARED, 0)}


def test_usual_education_is_missing_where_it_is_higher() -> None:
    assert named(SUPPORT, NOC, "Associate's degree")["Associate's degree"].status == MISSING
    found = named(NOC, SUPPORT, "Some college, no degree")["Some college, no degree"]
    assert (found.status, found.explain) == (SHARED, "15-1231: Associate's degree; 15-1232: Some college, no degree")


def test_knowledge_without_a_published_error_is_not_sorted() -> None:
    # Experts rated 15-1252's knowledge, and no error is published.
    rows = [row for row in skill_gap(NOC, Subject(None, official.occupation("15-1299.08"))) if row.kind == "knowledge"]
    for row in rows:
        assert (row.clear == "") == (row.gap is None or "no error" in row.explain)
