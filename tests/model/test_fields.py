"""Test the public keys, and the text of each kind of claim for programs and people."""

import pytest

from careercli.model import fields
from tests.make import make_claim

KEYS = {
    "pay": "median mean p10 p25 p75 p90 estimate low high best_city best_state top_states top_metros best_company "
    "best_industry pay_factors offer",
    "outlook": "employment employment_change openings openings_rate self_employed growth jobs satisfaction demand"
    " why_it_changes ai_exposure",
    "entry": "entry_education work_experience on_the_job_training education_required education_reported degree_held"
    " major college time_to_become years_experience steps certifications job_zone learning",
    "skills": "skills soft_skills knowledge tools technologies interests",
    "duties": "family summary responsibilities tasks setting schedule challenges role_types",
    "moves": "next_roles related",
    "people": "age gender race lgbt",
    "places": "locations employers price_parity",
}
BUNDLED_KEYS = [key for keys in KEYS.values() for key in keys.split() if key != "tasks"]
"""The keys of a whole page where nothing is imported."""


def test_sections_and_their_keys_are_the_public_ones() -> None:
    found: dict[str, list[str]] = {}
    for field in fields.FIELDS:
        found.setdefault(field.section, []).append(field.key)
    assert found == {section: keys.split() for section, keys in KEYS.items()}
    assert list(fields.SECTIONS) == list(KEYS)


def test_a_key_names_one_field() -> None:
    assert list(fields.BY_KEY) == [field.key for field in fields.FIELDS]


def test_a_meaning_is_a_few_words_that_say_more_than_the_label() -> None:
    explained = [field for field in fields.FIELDS if field.meaning]
    assert len(explained) > 30
    for field in explained:
        assert field.meaning not in (field.label, field.key)
        assert len(field.meaning) <= 60
        assert not field.official, "official fields cannot be written"


def test_ascending_fields_are_wages() -> None:
    assert {key for scale in fields.ASCENDING for key in scale} == set(fields.WAGES) - {"mean", "estimate"}


def test_the_summary_leaves_people_out() -> None:
    assert fields.SUMMARY == ("pay", "outlook", "entry", "skills")


def test_fields_of_sections_keep_their_order() -> None:
    assert [field.key for field in fields.of_sections(["places", "moves"])] == [
        "next_roles", "related", "locations", "employers", "price_parity",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("bound", "value", "program", "person"),
    [
        ("", 64_272, 64_272, "64,272"),
        ("", 30.9, 30.9, "30.90"),
        (">=", 239_200, ">=239200", "≥239,200"),
        (">", 82_000, ">82000", "over 82,000"),
        ("~", 36_000, "~36000", "about 36,000"),
        ("<=", 20, "<=20", "≤20"),
        ("", None, None, "none in source"),
    ],
)
def test_a_wage_is_plain_to_a_program_and_grouped_to_a_person(
    bound: str, value: float | None, program: object, person: str
) -> None:
    claim = make_claim(value, bound=bound)
    assert (fields.bounded(claim), fields.text(claim)) == (program, person)


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("employment_change", 1.8, "+1.8 %"),
        ("employment_change", -3.7, "−3.7 %"),
        ("employment_change", 0, "0 %"),
        ("growth", 5, "5 %"),
        ("age", 43, "43"),
        ("employment", 3_282_010, "3,282,010"),
        ("time_to_become", "1-2 years", "1-2 years"),
    ],
)
def test_a_person_reads_a_sign_only_on_an_official_change(field: str, value: object, text: str) -> None:
    assert fields.text(make_claim(value, field)) == text


def test_a_link_is_a_title_to_a_person_and_an_id_to_a_program() -> None:
    link = make_claim("sysadmin", "next_roles", as_printed="System Administrator", item="technical")
    assert fields.phrase(link) == "System Administrator (technical)"
    assert fields.cell(link) == "sysadmin"


def test_an_item_stands_before_its_weight_or_its_words() -> None:
    weight = make_claim(5, "skills", item="Switches")
    words = make_claim("staying calm", "soft_skills", item="Patience")
    assert [fields.phrase(weight), fields.phrase(words)] == ["Switches 5 %", "Patience: staying calm"]
    assert [fields.cell(weight), fields.cell(words)] == ["Switches 5", "Patience staying calm"]


def test_a_wide_cell_names_the_level() -> None:
    assert fields.cell(make_claim(15, "mean", experience="entry")) == "entry 15"
