"""A packed role is the same role; its wages and texts are those of its claims."""

import os
import zlib

import pytest

from careercli.model import wages
from careercli.model.claims import PERIODS
from careercli.profiles.directories import BUNDLED, files_in
from careercli.profiles.packing import pack, pack_wages, search_texts, unpack, unpack_wages
from tests.make import SITE, make_claim, make_role, role_in


@pytest.mark.parametrize("path", files_in(BUNDLED), ids=os.path.basename)
def test_a_role_is_unpacked_as_it_was_packed(path: str) -> None:
    role = role_in(path)
    again = unpack(pack(role))
    assert again == role
    assert repr(again) == repr(role)


def test_claims_of_one_source_share_it_again() -> None:
    role = make_role("x", *(make_claim(n, source=SITE) for n in range(3))).role
    assert role
    assert len({id(claim.source) for claim in unpack(pack(role)).own}) == 1


def test_what_is_cut_short_is_refused() -> None:
    role = make_role("x", make_claim()).role
    assert role
    body = pack(role)
    for end in range(len(body)):
        with pytest.raises((ValueError, TypeError, zlib.error)):
            unpack(body[:end])


@pytest.mark.parametrize("path", files_in(BUNDLED), ids=os.path.basename)
def test_wages_are_the_records_of_the_roles_own_claims(path: str) -> None:
    role = role_in(path)
    for period in PERIODS:
        ((caveat, rows),) = unpack_wages([pack_wages(role)], period)
        records = wages.records(role.own, period)
        assert caveat == role.occupation_caveat
        assert [row[:-1] for row in rows] == [[*wages.record_values(each), wages.caveat_of(each)] for each in records]
        assert [row[-1] for row in rows] == [next(iter(each.values())).source.digest for each in records]


def test_texts_are_names_then_skills_then_certifications() -> None:
    role = make_role(
        "help-desk", make_claim("Keeps calm", "soft_skills", item="Patience"),
        make_claim("Wireshark", "tools", item="A"), make_claim(5, "skills", item="Wi-Fi"),
        make_claim("CompTIA A+", "certifications"), make_claim("A b", "summary"),
        title="Help Desk", aliases=("Service  Desk", "HELP DESK"), occupation="15-1232",
    ).role  # fmt: skip
    assert role
    assert search_texts(role) == (
        ["help desk", "15 1232", "service desk"], ["patience", "a wireshark", "wi fi"], ["comptia a+"],
    )  # fmt: skip
