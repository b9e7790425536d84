"""Why something is near, in words, and what the docs say of the measure."""

import re
from pathlib import Path

import pytest

from careercli.catalog.listing import CatalogEntry
from careercli.moves import similarity
from careercli.store.nearest import Likeness, Near
from careercli.store.similarity import MOST, WEIGHTS
from tests.make import make_occupation, make_role

DOCS = (Path(__file__).parents[2] / "docs" / "moves.md").read_text(encoding="utf-8")
SAID = {
    "knowledge": "knowledge rated alike: x, y",
    "interests": "interests rated alike: x, y",
    "titles": "titles share: x, y",
    "activities": "work activities share: x, y",
    "job zone": "same job zone x, y",
}


@pytest.mark.parametrize("kind", WEIGHTS)
def test_every_thing_that_counts_has_words(kind: str) -> None:
    assert similarity.in_words(Likeness(kind, "x, y")) == SAID[kind]


def test_the_docs_print_the_weights_that_are_used() -> None:
    rows = re.findall(r"^\| (\d) \| ([\w ]+) \|", DOCS, re.MULTILINE)
    assert {kind: int(weight) for weight, kind in rows} == WEIGHTS
    assert f"the {MOST} nearest" in DOCS


ENTRY = CatalogEntry("15-1232", "Support", "15-1232", "", None, None, None)


def test_a_doubtful_role_is_told_from_a_certain_one() -> None:
    certain = make_role("x", occupation="15-1231", official=make_occupation())
    doubtful = make_role("x", occupation="15-1231", occupation_caveat="perhaps not", official=make_occupation())
    found = [similarity.SimilarEntry(1, ENTRY, Near("15-1232", "", 9.9, (), ""))]
    assert similarity.missing(certain, found) == ""
    assert similarity.missing(doubtful, found) == "x: near its occupation 15-1231, which is doubtful: perhaps not"
