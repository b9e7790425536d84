"""me.yaml is read with the limits of a profile, and changed without losing anything."""

import random

import pytest

from careercli.errors import CareerError, ProfileError
from careercli.model.own import Me, Offer
from careercli.profiles.own import KEYS, OFFER_KEYS, read_me
from careercli.profiles.own_text import template, with_offer, without_offer

ACME = Offer("acme", 68_000, "year", "noc-tech", "OH", 37.5, "on call")
WHOLE = """\
role: support-tech
area: OH
wage: $52,000
hours: 40
wage_wanted: "70000"
skills: [Linux, customer service]
credentials: CompTIA A+
education: Associate's degree
offers:
  acme: {amount: 68000, role: noc-tech, area: 18140, hours: 37.5, note: on call}
"""


def test_every_key_is_read() -> None:
    me = read_me(WHOLE.encode(), "me.yaml")
    assert me._replace(at="", offers=()) == Me(
        "support-tech", "OH", Offer("pay today", 52_000, hours=40), Offer("pay wanted", 70_000, hours=40),
        ("Linux", "customer service"), ("CompTIA A+",), "Associate's degree",
    )  # fmt: skip
    assert me.offer("acme") == ACME._replace(area="18140", at="10:3")
    assert me.offer("other") is None


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\n\n", "offers:\n"])
def test_a_file_may_say_nothing(text: str) -> None:
    assert read_me(text.encode(), "me.yaml")._replace(at="") == Me()


def test_the_template_says_a_role_alone_and_every_example_of_it_is_read() -> None:
    me = read_me(template().encode(), "me.yaml")
    assert me._replace(at="") == Me("support-tech")
    lines = (line.removeprefix("#") if (line.startswith(("#", "#  ")) and line[1:2] != " ") or line[1:3] == "  "
             else line for line in template().splitlines())  # fmt: skip
    whole = read_me("\n".join(lines).encode(), "me.yaml")
    assert [offer.name for offer in whole.offers] == ["acme"]
    assert all(value for key, value in whole._asdict().items())
    assert {key for key in KEYS if f"{key}:" not in template()} == set()
    assert {key for key in OFFER_KEYS if f"{key}:" not in template()} == set()


OFFERS = "offers:\n  acme:\n    role: noc-tech\n    amount: "
MISTAKES = {
    "zzz: 1": "1:1: unknown key “zzz”",
    "skils: [a]": "1:1: unknown key “skils”; did you mean “skills”?",
    "- a": "1:1: file is not a mapping",
    "just words": "1:1: file is not a mapping",
    "role: [a, b]": "1:7: role is a list, not one value",
    "role: {a: b}": "1:7: role is a mapping, not one value",
    "role: 12": "1:7: role is a number, not text",
    "role: ''": "1:7: role is empty",
    f"role: {'x' * 201}": "1:7: role is longer than 200 characters",
    "wage: about $50,000": "1:7: wage: “about $50,000” is not one exact amount above zero",
    "wage: -1": "1:7: wage: “-1” is negative",
    "wage: .nan": "1:7: wage: “.nan” is not an amount",
    "wage: 1e9": "1:7: wage: “1e9” is not an amount",
    "wage: 50000 EUR": "1:7: wage: “50000 EUR” is in EUR",
    "wage: 0": "1:7: wage: “0” is not one exact amount above zero",
    f"wage: {'9' * 40}": "1:7: wage: “9999999999999999999999999999999999999999” is longer than 18 digits",
    "wage: 28.50": "1:7: wage: “28.50” is too little per year; if it is per hour, write per: hour",
    "wage: 58000\nper: hour": "1:7: wage: “58000” is too much per hour; if it is per year, write per: year",
    f"{OFFERS}999.99": "4:13: amount: “999.99” is too little per year",
    f"{OFFERS}1000\n    per: hour": "4:13: amount: “1000” is too much per hour",
    "hours: 0": "1:8: hours: “0” is not a number of hours",
    "hours: 169": "1:8: hours: “169” is not a number of hours",
    "hours: .inf": "1:8: hours: “.inf” is not a number of hours",
    "per: month": "1:6: per cannot be “month”; use year or hour",
    "offers: [a]": "1:9: offers is not a mapping",
    "offers: {acme: 1}": "1:10: offer acme is not a mapping",
    "offers: {acme: {amount: 1}}": "1:10: offer acme has no role",
    "offers: {acme: {role: noc-tech}}": "1:10: offer acme has no amount",
    "offers: {Acme: {amount: 1, role: a}}": "1:10: “Acme” is not a valid name",
    "offers: {../x: {amount: 1, role: a}}": "1:10: “../x” is not a valid name",
    f"{OFFERS}1\n    amunt: 2": "5:5: unknown key “amunt”; did you mean “amount”?",
    f"{OFFERS}1\n  acme: {{amount: 2, role: a}}": "5:3: duplicate key “acme”; first used on line 2",
    f"{OFFERS}&a 1": "4:13: anchors (&) and aliases (*) are not allowed",
    "a: &a [1]\nb: *a": "1:4: anchors",
    "<<: {role: a}": "1:1: merge keys",
    "role: !!python/object:os.system x": "1:7: tags (!) are not allowed",
    "role: a\n---\nrole: b": "2:1: a second document starts here",
    "[" * 30: "1:26: more than 25 levels of nesting",
    "role: a: b": "1:8: unexpected ':'",
    "\trole: a": "1:1: a tab is not allowed",
    "<<<<<<< HEAD\nrole: a": "1:1: unresolved git conflict",
    "role: a\x1b[31m": "1:8: file contains the control character U+001B",
}


@pytest.mark.parametrize("text", MISTAKES, ids=lambda text: repr(text[:40]))
def test_a_mistake_is_told_with_its_line_and_column(text: str) -> None:
    with pytest.raises(ProfileError) as raised:
        read_me(text.encode(), "me.yaml")
    assert str(raised.value).startswith(f"me.yaml:{MISTAKES[text]}")


@pytest.mark.parametrize("data", [b"\xff\xfer\0", b"PK\x03\x04", b"role: \xe9", b"\0", b"<html>", b"a" * 300_000])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ProfileError, match=r"^me\.yaml:1:\d+: file "):
        read_me(data, "me.yaml")


@pytest.mark.parametrize("seed", range(200))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(seed: int) -> None:
    chance, data = random.Random(seed), bytearray(WHOLE.encode())
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    cut = bytes(data[: chance.randint(1, len(data))])
    problem = "me.yaml"
    try:
        me = read_me(cut, "me.yaml")
        assert read_me(with_offer(cut, "me.yaml", ACME._replace(name="new")), "me.yaml").offers[:-1] == me.offers
    except CareerError as error:
        problem = str(error)
    assert problem.startswith("me.yaml")


# Changes

WRITTEN = """\
  acme:
    amount: 68000
    per: year
    role: noc-tech
    area: OH
    hours: 37.5
    note: on call
"""
OLD = "  old:  # mine\n    # from June\n    amount: 1000\n    role: a\n"
ADDED = {
    "nothing": ("# Mine\n", f"# Mine\n\noffers:\n{WRITTEN}"),
    "no final newline": ("role: a", f"role: a\n\noffers:\n{WRITTEN}"),
    "no offers": ("role: a  # today\n", f"role: a  # today\n\noffers:\n{WRITTEN}"),
    "an empty key": ("offers:  # mine\n\nrole: a\n", f"offers:  # mine\n{WRITTEN}\nrole: a\n"),
    "null": ("offers: ~\nrole: a\n", f"offers:\n{WRITTEN}role: a\n"),
    "braces": ("offers: {}\nrole: a\n", f"offers:\n{WRITTEN}role: a\n"),
    "another": (f"offers:\n{OLD}", f"offers:\n{OLD}{WRITTEN}"),
    "a key behind": (f"offers:\n{OLD}\n# then\nrole: a\n", f"offers:\n{OLD}{WRITTEN}\n# then\nrole: a\n"),
    "a block of text": (
        "offers:\n  old:\n    amount: 1000\n    role: a\n    note: |\n      # one\n\n      two\n\nrole: a\n",
        f"offers:\n  old:\n    amount: 1000\n    role: a\n    note: |\n      # one\n\n      two\n{WRITTEN}\nrole: a\n",
    ),
    "deep": (
        "offers:\n      old: {amount: 1000, role: a}\n",
        "offers:\n      old: {amount: 1000, role: a}\n"
        + "".join(f"    {line}\n" for line in WRITTEN.splitlines()),
    ),
    "in braces": (
        "offers: {old: {amount: 1000, role: a}}\nrole: a\n",
        f"offers:\n  old:\n    amount: 1000\n    per: year\n    role: a\n{WRITTEN}role: a\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ADDED)
def test_an_offer_is_added_and_every_other_line_stays(case: str) -> None:
    before, after = ADDED[case]
    assert with_offer(before.encode(), "me.yaml", ACME).decode() == after


def test_a_byte_order_mark_and_line_ends_of_windows_stay() -> None:
    before = b"\xef\xbb\xbfrole: a\r\noffers:\r\n  old: {amount: 1000, role: a}\r\n"
    after = with_offer(before, "me.yaml", ACME)
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")


REMOVED = {
    "the only one": (f"offers:\n{WRITTEN}role: a\n", "offers:\nrole: a\n"),
    "the first": (f"offers:\n{WRITTEN}{OLD}", f"offers:\n{OLD}"),
    "the last": (f"offers:\n{OLD}\n{WRITTEN}# then\nrole: a\n", f"offers:\n{OLD}\n# then\nrole: a\n"),
    "in braces": (
        "offers: {old: {amount: 1000, role: a}, acme: {amount: 2000, role: b}}\n",
        "offers:\n  old:\n    amount: 1000\n    per: year\n    role: a\n",
    ),
    "with a comment at the margin": (
        "offers:\n  acme:\n    amount: 1000\n# soon\n    role: a\nrole: b\n",
        "offers:\nrole: b\n",
    ),
}


@pytest.mark.parametrize("case", REMOVED)
def test_an_offer_is_removed_and_every_other_line_stays(case: str) -> None:
    before, after = REMOVED[case]
    assert without_offer(before.encode(), "me.yaml", "acme").decode() == after


@pytest.mark.parametrize("text", ["{role: a}\n", "role: a\n...\n"])
def test_what_cannot_be_changed_safely_is_refused(text: str) -> None:
    with pytest.raises(CareerError, match=r"^me\.yaml.*; edit the file$"):
        with_offer(text.encode(), "me.yaml", ACME)


@pytest.mark.parametrize(
    "note", ["a: b # c", "'quoted' \"twice\"", "line\nline", "\x1b[31m", "\u202e", "- no", "yes", " "]
)
def test_any_note_is_read_back_as_it_was_given(note: str) -> None:
    offer = ACME._replace(note=note.strip())
    changed = with_offer(b"role: a\n", "me.yaml", offer)
    found = read_me(changed, "me.yaml").offer("acme")
    assert found
    assert found._replace(at="") == offer
    assert b"\x1b" not in changed
