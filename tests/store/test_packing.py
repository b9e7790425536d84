"""A role as one text: what comes back is the role, to the last character, or nothing was packed."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.model.claims import Role
from careercli.profiles.directories import BUNDLED
from careercli.profiles.reading import read_file
from careercli.store.packing import pack, unpack
from tests.make import make_claim, make_occupation, make_role, make_source
from tests.profiles.test_writing import TEXTS, Dice, flow, read

MARKS = ["\x1d", "\x1e", "\x1f"]
"""What parts the text of a role; no profile may hold one."""


def again(role: Role) -> None:
    """`role` comes back, its numbers as the same kind of number."""
    text = pack(role)
    assert text is not None
    found = unpack(text)
    assert found == role
    assert repr(found) == repr(role)


@pytest.mark.parametrize("path", sorted(Path(BUNDLED).glob("*.yaml")), ids=lambda path: path.stem)
def test_every_bundled_role_comes_back(path: Path) -> None:
    again(read_file(str(path)))


@pytest.mark.parametrize("text", [*TEXTS, *MARKS, "\0", "\ud800"], ids=lambda text: ascii(text[:30]))
def test_a_text_comes_back_from_wherever_it_stands_or_is_not_packed(text: str) -> None:
    source = make_source(id=text, publisher=text, title=text, url=text, release=text, note=text, caveat=text)
    texts = dict.fromkeys(["printed", "item", "bound", "level", "area", "population", "note", "caveat"], text)
    role = Role(
        text, text, (text, "b"), text, (make_claim(text, source=source, **texts), make_claim(None, source=source)),
        occupation_note=text, occupation_caveat=text,
    )  # fmt: skip
    if any(mark in text for mark in MARKS):
        assert pack(role) is None
    else:
        again(role)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("within", ["title", "occupation_note", "aliases"])
def test_what_parts_the_text_never_changes_a_role(mark: str, within: str) -> None:
    role = make_role("x", make_claim(), **{within: ("a", f"{mark}b") if within == "aliases" else f"a{mark}b"})
    packed = pack(role)
    assert packed is None or unpack(packed) == role


@pytest.mark.parametrize("value", [0, -1, 10**40, 0.1, -0.0, 1e300, 5e-324, 1 / 3, 12.0, "", "i5", "s", "f1.0", None])
def test_a_value_comes_back_as_what_it_was(value: object) -> None:
    again(make_role("x", make_claim(value), make_claim(value, relative_error_percent=0.1, one_period=True)))


@pytest.mark.parametrize("value", [True, float("nan"), b"bytes", ("a", "tuple")])
def test_a_value_that_no_profile_has_is_not_packed(value: object) -> None:
    assert pack(make_role("x", make_claim(value))) is None


@pytest.mark.parametrize("aliases", [(), ("a",), ("a", ""), ("", "a"), ("", "")])
def test_aliases_come_back(aliases: tuple[str, ...]) -> None:
    again(make_role("x", aliases=aliases))


def test_what_would_come_back_as_another_role_is_not_packed() -> None:
    assert pack(make_role("x", aliases=("",))) is None
    assert pack(make_role("x", official=make_occupation())) is None, "figures of the occupation are found anew"


def test_a_source_is_packed_once() -> None:
    source = make_source(note="n" * 500)
    packed = pack(make_role("x", *[make_claim(source=source)] * 50))
    assert packed
    assert packed.count("n" * 500) == 1


@pytest.mark.parametrize("seed", range(400))
def test_whatever_can_be_read_comes_back(seed: int) -> None:
    again(read(flow(Dice(seed).profile())))
