"""The registry of releases: which newer one is known, and when one is old."""

from datetime import date

import pytest

from careercli.official import releases


@pytest.mark.parametrize(
    ("release", "today", "newer"),
    [
        ("oews-2025-05", date(2026, 11, 30), ""),
        ("oews-2025-05", date(2026, 12, 1), "none known; over 18 months old"),
        ("oews-2024-05", date(2026, 12, 1), "May 2025, published 2026-05-15"),
        ("projections-2024-34", date(2026, 11, 30), "2025-35, published 2026-08-27"),
        ("onet-30.2", date(2026, 11, 30), "31.0, published August 2026"),
        ("parities-2024", date(2026, 6, 30), ""),
        ("parities-2024", date(2026, 7, 1), "none known; over 18 months old"),
        ("soc-2018-titles", date(2026, 11, 30), ""),
    ],
)
def test_a_release_names_a_newer_one_or_says_that_it_is_old(release: str, today: date, newer: str) -> None:
    assert releases.newer(releases.BY_ID[release], today) == newer


def test_every_table_that_comes_along_is_of_a_bundled_release() -> None:
    assert {table.rpartition(".")[0] for table in releases.BUNDLED_TABLES} <= releases.BY_ID.keys()


def test_an_imported_release_is_known_as_a_newer_one_of_its_series() -> None:
    today = date(2026, 11, 30)
    with releases.with_imported(map(releases.of_key, ("cpi-2026-10", "oews-2019-05")), ()):
        assert releases.newer(releases.BY_ID["cpi-2026-08"], today) == "October 2026"
        assert releases.newer(releases.of_key("oews-2019-05"), today) == "May 2025, published 2026-05-15"
        assert releases.newer(releases.of_key("cpi-2026-10"), today) == ""


@pytest.mark.parametrize(
    "key",
    ["oews-2016-05", "onet-30.3", "projections-2016-26", "parities-2023", "cpi-2026-10", "cps11-2025", "cps11b-2026",
     "crosswalk-2025-09", "soc-2010-2018"],
)  # fmt: skip
def test_a_release_that_can_be_imported_has_its_key_as_its_id(key: str) -> None:
    assert releases.of_key(key).id == key
