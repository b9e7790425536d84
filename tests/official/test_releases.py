"""The registry of releases: which newer one is known, and when one is old."""

from __future__ import annotations

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
