"""The skills that the sources of a role and O*NET name, and when two names are one skill."""

import pytest

from careercli.model.titles import key as title_key
from careercli.model.titles import words
from careercli.moves import skills
from careercli.store.reviewed import skill_synonyms
from tests.make import make_claim, make_role

SAME = (
    ("troubleshoot", "Troubleshooting"),
    ("routers", "Router"),
    ("problem solving", "Problem-Solving"),
    ("Structured query language SQL", "sql"),
    ("CCNA", "Cisco Certified Network Associate (CCNA)"),
    ("JS", "JavaScript"),
)
DIFFERENT = (
    ("Java", "JavaScript"),
    ("C", "C++"),
    ("C", "C#"),
    ("Networking", "Networking Basics"),
    ("SQL", "SQL Server"),
)


@pytest.mark.parametrize(("one", "two"), SAME)
def test_names_of_one_skill_share_a_key(one: str, two: str) -> None:
    assert skills.key(one) == skills.key(two)


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_names_of_two_skills_do_not(one: str, two: str) -> None:
    assert skills.key(one) != skills.key(two)


def test_each_synonym_is_one_decision_with_its_reason() -> None:
    names = [title_key(words(name)) for name, _, _ in skill_synonyms()]
    assert len(names) == len(set(names))
    assert [row for row in skill_synonyms() if len(row) != 3 or not all(map(str.strip, row))] == []
    assert [name for name, _, _ in skill_synonyms()] == sorted((row[0] for row in skill_synonyms()), key=str.casefold)


def test_what_a_synonym_means_is_no_synonym_itself() -> None:
    names = {title_key(words(name)) for name, _, _ in skill_synonyms()}
    assert [means for _, means, _ in skill_synonyms() if title_key(words(means)) in names] == []


def test_a_list_of_products_is_read_as_its_products_and_a_description_as_its_item() -> None:
    role = make_role(
        "x", make_claim("Splunk, Datadog", "tools", item="log search"),
        make_claim("waiting calls, recordings", "tools", item="phone system"),
        make_claim("halving the causes", "skills", item="Fault Isolation"), make_claim("Linux", "technologies"),
    )  # fmt: skip
    found = [(each.kind, each.name) for each in skills.of_subject(role)]
    assert found == [
        ("skill", "Fault Isolation"), ("technology", "Linux"), ("tool", "Splunk"), ("tool", "Datadog"),
        ("tool", "phone system"),
    ]  # fmt: skip


def test_only_what_onet_rates_as_important_is_listed() -> None:
    found = skills.important("15-1231")
    assert {row.importance >= 300 for row in found if row.importance} == {True}
    assert found[0].name == "Critical Thinking"
    assert skills.important("") == skills.important("15-1299") == []
