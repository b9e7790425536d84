"""Test how numbers are read, rounded and formatted."""

import pytest

from careercli.model import numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [("64,272", 64272), ("17.480", 17.48), ("64272.00", 64272), ("-3.7", -3.7), ("999999999999999999", 10**18 - 1)],
)
def test_a_printed_number_is_read_and_a_whole_one_is_an_int(text, number):
    read = numbers.read_number(text)
    assert (read, type(read)) == (number, type(number))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (">=239200", (">=", "239200")),
        ("<=30", ("<=", "30")),
        ("~36000", ("~", "36000")),
        (">82000.5", (">", "82000.5")),
        ("64272", ("", "64272")),
        ("-3.7", ("", "-3.7")),
        ("", ("", "")),
    ],
)
def test_a_bound_is_split_from_its_number(text, parts):
    assert numbers.split_bound(text) == parts


@pytest.mark.parametrize("text", ["0", "64272", "30.90", "-3.7", "-0.0"])
def test_digits_with_one_point_and_one_minus_are_a_number(text):
    assert numbers.is_number(text)
    assert float(text) == numbers.read_number(text)


@pytest.mark.parametrize("text", ["", "-", ".", "#", "*", "—", "n/a", "1.2.3", "--1", "1-", "1,000", "1e5", "²", "٣"])
def test_any_other_text_is_no_number(text):
    assert not numbers.is_number(text)


@pytest.mark.parametrize(
    ("number", "rounded"),
    [(0.125, 0.13), (2.675, 2.68), (-0.125, -0.13), (35.259615, 35.26), (0.1 + 0.2, 0.3), (30.999, 31), (7, 7)],
)
def test_a_number_is_rounded_half_up_as_it_is_written_in_decimals(number, rounded):
    assert repr(numbers.half_up(number)) == repr(rounded)


def test_rounding_to_no_places_gives_an_int():
    assert repr(numbers.half_up(9599.5, 0)) == "9600"


def test_a_small_negative_number_rounds_to_a_plain_zero():
    assert numbers.plain(-0.001) == "0"


@pytest.mark.parametrize(
    ("number", "text"), [(64272, "64272"), (30.90, "30.9"), (17.48, "17.48"), (1.005, "1.01"), (5.0, "5")]
)
def test_a_program_reads_no_grouping_and_no_trailing_zero(number, text):
    assert numbers.plain(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(64272, "64,272"), (30.9, "30.90"), (1234567.5, "1,234,567.50"), (-13000, "−13,000"), (26.0, "26")],
)
def test_a_person_reads_groups_of_three_and_two_digits_of_cents_or_none(number, text):
    assert numbers.grouped(number) == text


@pytest.mark.parametrize(("number", "text"), [(8.9, "8.9"), (43, "43"), (-3.7, "−3.7"), (0.125, "0.13")])
def test_a_person_reads_a_share_without_trailing_zeros(number, text):
    assert numbers.decimal(number) == text


@pytest.mark.parametrize(("text", "signed"), [("1.8", "+1.8"), ("−3.7", "−3.7"), ("0", "0")])
def test_only_a_positive_number_gets_a_plus(text, signed):
    assert numbers.signed(text) == signed


@pytest.mark.parametrize(
    ("base", "other", "percent"),
    [(73340, 60340, -17.7), (36361, 64272, 76.8), (17.48, 30.9, 76.8), (200, 100, -50), (1000, 1002.5, 0.3), (5, 5, 0)],
)
def test_a_change_is_in_percent_of_the_baseline_to_one_decimal(base, other, percent):
    assert repr(numbers.percent_change(base, other)) == repr(percent)


def test_nothing_is_a_percent_of_zero():
    assert numbers.percent_change(0, 100) is None
