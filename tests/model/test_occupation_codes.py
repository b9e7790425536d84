"""Occupation codes as people type and paste them."""

import pytest

from careercli.model.occupation_codes import read_code, split_code


@pytest.mark.parametrize(
    "text",
    [
        "15-1231",
        "151231",
        "15.1231",
        "15 1231",
        "15\u00a01231",
        "15 - 1231",
        "15-1231.00",
        "15-1231.0",
        "15123100",
        "SOC 15-1231",
        "soc: 151231",
        "SOC code 15-1231",
        "O*NET-SOC 15-1231.00",
        "15–1231",
        "15—1231",
        "15−1231",
        "15\u20111231",
        "  15-1231\n",
        '"15-1231"',
        "“15-1231”",
        "(15-1231)",
        "15-1231,",
    ],
)
def test_a_code_is_read_in_each_form_that_people_write(text: str) -> None:
    assert read_code(text) == "15-1231"


@pytest.mark.parametrize("text", ["15-1299.04", "15129904", "15–1299.04 - Penetration Testers", "SOC 15-1299.04"])
def test_a_specialty_keeps_its_suffix(text: str) -> None:
    assert read_code(text) == "15-1299.04"


@pytest.mark.parametrize(
    "text",
    [
        "15-1231.00 - Computer Network Support Specialists",
        "15-1231.00\tComputer Network Support Specialists",
        "15-1231: Computer Network Support Specialists",
        "15-1231 Computer Network Support Specialists",
        "15-1231 (Computer Network Support Specialists)",
    ],
)
def test_a_title_pasted_behind_a_code_is_told_apart(text: str) -> None:
    assert split_code(text) == ("15-1231", "Computer Network Support Specialists")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SOC",
        "12345",
        "15-12",
        "151299999",
        "00-0000",
        "15-0000",
        "150000",
        "12-3456",
        "15-1231.4",
        "15-1231.007",
        "15-1231-lead",
        "15-1231 15-1232",
        "15-1231,15-1232",
        "١٥-١٢٣١",
        "network 15-1231",
    ],
)
def test_other_numbers_and_texts_are_no_code(text: str) -> None:
    assert split_code(text) == ("", "")
