"""The JSON Schema accepts what the reader accepts, and refuses what a schema can refuse."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

import careercli
from careercli.errors import ProfileError
from careercli.model.wages import CURRENCIES, NotAnAmount, amount_pattern, currency_pattern, read_amount
from careercli.profiles.keys import PROFILE_KEYS, SOURCE_KEYS, STATEMENT_KEYS, WAGE_KEYS
from careercli.profiles.reading import read_text
from careercli.profiles.schema import schema
from tests.edited import BAD, GOOD, ONLY_THE_LOADER, ONLY_THE_SCHEMA, as_data

ROLES = sorted(Path(careercli.__file__).parent.glob("data/roles/*.yaml"))
SCHEMA = schema()


def loads(text: str) -> bool:
    try:
        read_text(text.encode(), "a-role.yaml")
    except ProfileError:
        return False
    return True


def fits(text: str) -> bool:
    return Draft7Validator(SCHEMA).is_valid(as_data(text))


def parts(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping within the schema."""
    if isinstance(part, dict):
        yield part
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from parts(each)


# The schema and the reader


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_both_take_what_is_right(text: str) -> None:
    assert (loads(text), fits(text)) == (True, True)


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_both_refuse_what_is_wrong(text: str) -> None:
    assert (loads(text), fits(text)) == (False, False)


@pytest.mark.parametrize("text", ONLY_THE_LOADER.values(), ids=ONLY_THE_LOADER)
def test_some_mistakes_only_the_loader_can_tell(text: str) -> None:
    assert (loads(text), fits(text)) == (False, True)


@pytest.mark.parametrize("text", ONLY_THE_SCHEMA.values(), ids=ONLY_THE_SCHEMA)
def test_hardly_anything_that_loads_is_refused(text: str) -> None:
    assert (loads(text), fits(text)) == (True, False)


@pytest.mark.parametrize("path", ROLES, ids=lambda path: path.stem)
def test_every_bundled_profile_that_loads_fits(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if not loads(text):
        pytest.skip("it does not load")
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(as_data(text))] == []


def test_every_key_stands_in_a_profile_that_is_right() -> None:
    said = {key for text in GOOD.values() for part in parts(as_data(text)) for key in part}
    fields = {part["$ref"] for part in SCHEMA["properties"].values()}
    seen = {SCHEMA["properties"][key]["$ref"] for key in said & set(PROFILE_KEYS)}
    assert seen == fields
    assert {*SOURCE_KEYS, *STATEMENT_KEYS, *WAGE_KEYS} <= said


# The schema itself


def test_the_schema_is_one_of_draft_07() -> None:
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(SCHEMA)


def test_the_schema_needs_no_other_file() -> None:
    assert "$id" not in SCHEMA
    assert all(part["$ref"].startswith("#/definitions/") for part in parts(SCHEMA) if "$ref" in part)


def test_every_key_carries_its_meaning_in_its_order() -> None:
    known = SCHEMA["definitions"]
    for part, keys in (
        (SCHEMA, PROFILE_KEYS),
        (known["source"], SOURCE_KEYS),
        (known["statement"], STATEMENT_KEYS),
        (known["row_of_wages"], WAGE_KEYS),
    ):
        assert list(part["properties"]) == list(keys)
        assert {key: each["description"] for key, each in part["properties"].items()} == keys
        assert part["additionalProperties"] is False


def test_every_definition_is_there_and_used() -> None:
    named = {part["$ref"].removeprefix("#/definitions/") for part in parts(SCHEMA) if "$ref" in part}
    assert named == set(SCHEMA["definitions"])


def test_every_pattern_is_one_that_other_languages_read_alike() -> None:
    patterns = {part["pattern"] for part in parts(SCHEMA) if isinstance(part.get("pattern"), str)}
    assert len(patterns) > 5
    for pattern in patterns:
        assert not re.search(r"\(\?(?![:=!])|\\[AZzdwb]|\+\+|\*\+", pattern), pattern


def test_each_call_gives_a_schema_of_its_own() -> None:
    schema()["definitions"].clear()
    assert schema() == SCHEMA


# Amounts: the pattern and the parser agree


BOUNDS = ("", "around ", "Over ", "up to ", "~", ">= ", "nearly ")
BEFORE = ("", "$", "€", "EUR ", "USD", "XAU ", "-$", "$-")
NUMBERS = ("5", "52,000", "52,00", "1,234,567.89", "17.4", "17.485", "9" * 18, "9" * 19, "1" + ",000" * 5, "5k", "")
AFTER = ("", "+", " +", " EUR", "€", "$", " XAU", "/hr")


def test_the_pattern_of_amounts_is_what_is_read_as_one() -> None:
    """Amounts in two currencies are left out: a pattern cannot distinguish them from one currency given twice."""
    amount, named = re.compile(rf"^(?:{amount_pattern()})$"), re.compile(currency_pattern())
    for before, after in product(BEFORE, AFTER):
        if re.search("[A-Z€$]", before) and re.search("[A-Z€$]", after):
            continue
        for as_printed in ("".join((bound, before, number, after)) for bound, number in product(BOUNDS, NUMBERS)):
            readable = any(reads(as_printed, code) for code in ("", *CURRENCIES))
            assert bool(amount.search(as_printed)) == readable, as_printed
            assert bool(readable and named.search(as_printed)) == reads(as_printed, ""), as_printed


def reads(as_printed: str, currency: str) -> bool:
    try:
        read_amount(as_printed, currency)
    except NotAnAmount:
        return False
    return True
