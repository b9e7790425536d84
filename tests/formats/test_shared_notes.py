"""Test notes: a part that many claims share stands under their source, and every other part with its claim."""

import pytest

from careercli.compare.comparison import Comparison, Row, compare
from careercli.formats.shared_notes import own_note, said_of_sources, shared_in
from careercli.model.claims import Claim, Source
from careercli.model.fields import BY_KEY
from tests.formats.example import own
from tests.make import make_role

SOURCE = Source("s", "S")


def claims(*notes: str, value: int | None = 1) -> list[Claim]:
    return [own(value, "skills", item=str(n), note=note, source=SOURCE) for n, note in enumerate(notes)]


def compared(one: list[Claim], two: list[Claim]) -> Comparison:
    return compare([make_role("a", *one), make_role("b", *two)], [BY_KEY["skills"]])


def notes(row: Row) -> list[str]:
    return [own_note(shared_in(row), id, claim) for id, cell in row.cells.items() for claim in cell]


CASES = {
    "of all claims": (("x; 1", "x; 2"), ("x; 3",), ["skills: x."], ["1", "2", "3"]),
    "of one column": (("x.", "x.", "x."), ("y",), ["skills of a: x."], ["", "", "", "y"]),
    "of both": (("x; y",) * 3, ("x; z",) * 3, ["skills: x.", "skills of a: y.", "skills of b: z."], [""] * 6),
    "of a few claims": (("x",), ("x",), [], ["x", "x"]),
    "of some claims": (("x", "x", ""), (), [], ["x", "x", ""]),
}


@pytest.mark.parametrize(("one", "two", "said", "left"), CASES.values(), ids=CASES)
def test_a_shared_part_is_said_once(
    one: tuple[str, ...], two: tuple[str, ...], said: list[str], left: list[str]
) -> None:
    comparison = compared(claims(*one), claims(*two))
    assert said_of_sources(comparison).get("s", []) == said
    assert notes(comparison.rows[0]) == left


def test_a_claim_without_a_value_keeps_its_reason() -> None:
    comparison = compared(claims("x", "x", "x", value=None), [])
    assert said_of_sources(comparison) == {}
    assert notes(comparison.rows[0]) == ["x", "x", "x"]
