"""What a name was taken to mean, or may mean, in words."""

from __future__ import annotations

import pytest

from careercli.catalog.listing import CatalogEntry
from careercli.catalog.naming import choice, understood
from careercli.model.claims import Subject
from careercli.store.search import EVERYDAY, OWN, TitleHit
from tests.make import make_occupation, make_role

NURSES = Subject(None, make_occupation("29-1141", title="Registered Nurses"))
RN = TitleHit("29-1141", "rn", EVERYDAY, why="registered nurse")
LISTED = TitleHit("29-1141", "Ward Nurse", "reported", "O*NET 30.2")
TITLE = TitleHit("29-1141", "Registered Nurses", OWN)


@pytest.mark.parametrize(
    ("name", "subject", "aside", "hit", "said"),
    [
        ("rn", NURSES, "", RN, "“rn” is read as 29-1141 Registered Nurses: registered nurse"),
        ("ward nurse", NURSES, "", LISTED, "“ward nurse” is a title of 29-1141 Registered Nurses (O*NET 30.2)"),
        ("registered nurse", NURSES, "", TITLE, ""),
        ("desk", make_role("desk"), "", None, ""),
        ("senior desk", make_role("desk"), "senior", None, "“senior desk” is read as desk; set aside: senior"),
    ],
)
def test_what_a_name_was_read_as_is_said_unless_it_is_its_own(
    name: str, subject: Subject, aside: str, hit: TitleHit | None, said: str
) -> None:
    assert understood(name, subject, aside, hit) == said


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
