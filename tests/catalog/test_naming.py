"""What a name may mean, in words."""

from careercli.catalog.listing import CatalogEntry
from careercli.catalog.naming import choice


def test_a_choice_has_titles_and_medians_and_ends_with_or() -> None:
    one, two, three = (
        CatalogEntry(f"15-000{at}", f"T{at}", f"15-000{at}", "", median, None, None)
        for at, median in enumerate((50_000, ">=239200", None))
    )
    assert choice([one]) == "15-0000 T0 (median 50,000)"
    assert choice([one, two, three]) == (
        "15-0000 T0 (median 50,000), 15-0001 T1 (median ≥239,200) or 15-0002 T2 (no median)"
    )
    assert choice([one, two, three, one]) == choice([one, two, three])
