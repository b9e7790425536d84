"""Test where the wages of two releases of OEWS do not continue each other."""

import pytest

from careercli.compare.years import break_between
from careercli.model.claims import Claim
from careercli.official import releases
from tests.conftest import Ask
from tests.make import make_claim

NEWEST = releases.newest("OEWS")
LIMITS = "no wage above 208,000 is printed to May 2021, none above 239,200 from May 2022"


def of_year(year: int, median: int, bound: str = "", period: str = "year") -> list[Claim]:
    source = NEWEST._replace(release=f"May {year}")
    return [make_claim(median, "median", source=source, as_of=f"{year}-05", bound=bound, period=period)]


@pytest.mark.parametrize(
    ("older", "newer", "reason"),
    [
        (of_year(2021, 70_000), of_year(2022, 72_000), ""),
        (of_year(2021, 208_000, ">="), of_year(2022, 230_000), LIMITS),
        (of_year(2021, 200_000), of_year(2022, 239_200, ">="), LIMITS),
        (of_year(2021, 100, ">=", "hour"), of_year(2022, 110, "", "hour"),
         "no wage above 100 is printed to May 2021, none above 115 from May 2022"),
        (of_year(2023, 239_200, ">="), of_year(2024, 239_200, ">="), ""),
        (of_year(2023, 239_200, ">="), of_year(2024, 238_000), ""),
        (of_year(2024, 239_200, ">="), of_year(2025, 301_000), "no wage above 239,200 is printed to May 2024"),
        (of_year(2018, 70_000), of_year(2019, 72_000),
         "codes of SOC 2010 to May 2018, of the hybrid of 2019 and 2020 from May 2019"),
        (of_year(2020, 70_000), of_year(2021, 72_000),
         "codes of the hybrid of 2019 and 2020 to May 2020, of SOC 2018 from May 2021"),
    ],
)  # fmt: skip
def test_years_are_apart_where_codes_or_limits_that_matter_change(
    older: list[Claim], newer: list[Claim], reason: str
) -> None:
    assert break_between(older, newer) == reason


def test_the_drawing_of_years_is_broken_at_the_limits(ask: Ask) -> None:
    lines = ask("salary", "29-1215", "--as-of", "all", "-f", "table", width=100).lines
    assert [line for line in lines if line.startswith("~~~")] == [
        "~~~ no wage above 239,200 is printed to May 2024 ~~~",
        f"~~~ {LIMITS} ~~~",
    ]
    at = lines.index(f"~~~ {LIMITS} ~~~")
    assert lines[at + 1].startswith("≥208,000")


def test_the_drawing_of_years_below_every_limit_is_whole(ask: Ask) -> None:
    assert "~~~" not in ask("salary", "15-1231", "15-1232", "--as-of", "all", "-f", "table", width=100).out
