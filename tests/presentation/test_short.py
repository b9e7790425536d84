"""Test IN SHORT: whole texts, and that sentences say what the verdicts say, no less and no more."""

import os
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from math import hypot

import pytest

from careercli.catalog.catalog import Catalog
from careercli.compare.comparison import Comparison, compare
from careercli.compare.doubts import Doubt
from careercli.compare.pairs import Verdict
from careercli.compare.parity import with_prices
from careercli.compare.readings import first_allowed
from careercli.errors import CareerError
from careercli.model import fields
from careercli.model.claims import Claim, Subject
from careercli.model.fields import FIELDS
from careercli.presentation.short import short
from careercli.profiles.directories import BUNDLED
from careercli.store import official

SAID = {"pay": "median", "jobs 2024–34": "employment_change", "getting in": "entry_education"}
"""The field that each sentence is about."""

Sentences = dict[str, str]
Said = tuple[str, str, tuple[str, int]]
"""Two ids, and what a sentence says of the second against the first: a kind, and 1 or -1 for higher or lower."""


@lru_cache
def subject(name: str) -> Subject:
    return Catalog([BUNDLED], print).find_all((name,))[0]


def of(*names: str, prices: bool = False, period: str = "year") -> Comparison:
    subjects = [subject(name) for name in names]
    return compare(with_prices(subjects) if prices else subjects, FIELDS, period=period)


def sentences(comparison: Comparison) -> Sentences:
    return dict(short(comparison))


# -- whole texts

TITLES = "these exact titles: official figures are of everyone in the occupation"
HERE = f"your state (--area OH); {TITLES}"
TEXTS = {
    "two roles": ("noc-tech sysadmin", {
        "pay": "sysadmin pays more: 99,130 against 76,220 at the median.",
        "jobs 2024–34": "lower for sysadmin: −4.2 % against +1.8 %.",
        "getting in": "BLS's usual entry: associate's degree for noc-tech; bachelor's degree for sysadmin.",
        "not known": HERE,
    }),
    "a doubtful role, ranked under either reading": ("noc-tech support-tech", {
        "pay": "support-tech pays less under either reading: 61,860 or 44,770 as 43-4051 against 76,220 at the median.",
        "jobs 2024–34": "lower for support-tech under either reading: −3.7 % or −5.5 % as 43-4051 against +1.8 %.",
        "getting in": "BLS's usual entry: associate's degree for noc-tech; "
        "some college, no degree for support-tech as 15-1232.",
        "not known": HERE,
    }),
    "a doubtful role whose readings disagree": ("network-engineer sysadmin", {
        "pay": "sysadmin and network-engineer are not ranked: doubtful occupation: that code is of network architects "
        "(99,130 against 134,050 or 99,130 as 15-1244 at the median).",
        "jobs 2024–34": "sysadmin and network-engineer are not ranked: doubtful occupation: that code is of network "
        "architects (−4.2 % against +11.9 % or −4.2 % as 15-1244).",
        "getting in": "BLS's usual entry: bachelor's degree for network-engineer as 15-1241 and sysadmin.",
        "not known": HERE,
    }),
    "one occupation": ("help-desk tech-support", {
        "pay": "both are 15-1232, 61,860 at the median: official figures cannot tell them apart.",
        "jobs 2024–34": "−3.7 % for both.",
        "getting in": "BLS's usual entry for both: some college, no degree.",
        "not known": HERE,
    }),
    "one occupation, one of the roles doubtful": ("help-desk support-tech", {
        "pay": "both are read as 15-1232, 61,860 at the median: official figures cannot tell them apart.",
        "jobs 2024–34": "−3.7 % for both as 15-1232.",
        "getting in": "BLS's usual entry: some college, no degree for help-desk and support-tech as 15-1232.",
        "not known": HERE,
    }),
    "one role in two places": ("noc-tech@OH noc-tech@WA", {
        "pay": "Washington pays more: 101,750 against 70,080 at the median. After prices Washington pays about 19,500 "
        "more; prices in Washington are 15 % above Ohio's; taxes are not counted.",
        "jobs 2024–34": "+1.8 %: BLS projects the nation only.",
        "getting in": "BLS's usual entry for both: associate's degree.",
        "not known": TITLES,
    }),
    "a place inside another": ("noc-tech@OH noc-tech@18140", {
        "pay": "Columbus, OH pays more: 81,220 against 70,080 at the median. After prices: no clear difference: "
        "within our band; prices in Columbus, OH are 3 % above Ohio's; taxes are not counted. "
        "Ohio's figures include Columbus, OH.",
        "jobs 2024–34": "+1.8 %: BLS projects the nation only.",
        "getting in": "BLS's usual entry for both: associate's degree.",
        "not known": TITLES,
    }),
    "two roles in two places": ("noc-tech@OH sysadmin@WA", {
        "pay": "sysadmin@WA and noc-tech@OH are not ranked: place and occupation both differ "
        "(103,910 against 70,080 at the median). After prices sysadmin@WA pays about 21,600 more; "
        "prices in Washington are 15 % above Ohio's; taxes are not counted.",
        "jobs 2024–34": "lower for sysadmin@WA: −4.2 % against +1.8 %.",
        "getting in": "BLS's usual entry: associate's degree for noc-tech@OH; bachelor's degree for sysadmin@WA.",
        "not known": TITLES,
    }),
    "four roles": ("noc-tech sysadmin help-desk network-engineer", {
        "pay": "highest of those that may be ranked: network-engineer (134,050 or 99,130 as 15-1244), "
        "not ranked against sysadmin; lowest of those that may be ranked: help-desk (61,860). "
        "Against noc-tech (76,220), pays more: sysadmin (99,130); pays less: help-desk (61,860); "
        "pays more under either reading: network-engineer (134,050 or 99,130 as 15-1244).",
        "jobs 2024–34": "highest of those that may be ranked: noc-tech (+1.8 %); lowest of those that may be ranked: "
        "sysadmin (−4.2 %). Against noc-tech (+1.8 %), lower: sysadmin (−4.2 %), help-desk (−3.7 %); not ranked "
        "(doubtful occupation: that code is of network architects): network-engineer (+11.9 % or −4.2 % as 15-1244).",
        "getting in": "BLS's usual entry: associate's degree for noc-tech; bachelor's degree for sysadmin and "
        "network-engineer as 15-1241; some college, no degree for help-desk.",
        "not known": HERE,
    }),
    "one role": ("noc-tech", {
        "pay": "the middle is 76,220 a year; half earn 58,240–98,750.",
        "jobs 2024–34": "+1.8 %; 9,600 openings a year.",
        "getting in": "BLS's usual entry: associate's degree.",
        "not known": HERE.replace("these exact titles", "this exact title"),
    }),
    "one doubtful role": ("support-tech", {
        "pay": "the middle is 61,860 or 44,770 as 43-4051 a year; half earn 49,000–79,040 as 15-1232.",
        "jobs 2024–34": "−3.7 % or −5.5 % as 43-4051; 40,800 or 341,700 as 43-4051 openings a year.",
        "getting in": "BLS's usual entry: some college, no degree for support-tech as 15-1232.",
        "not known": HERE.replace("these exact titles", "this exact title"),
    }),
    "no wage": ("55-1011 31-1121", {
        "pay": "no wage is published. Wages are published for 31-1120 Home Health and Personal Care Aides as a whole"
        " (careercli show 31-1120).",
    }),
    "no wage of a specialty in a place": ("29-1141.03@OH", {
        "pay": "no wage is published. Wages are published for 29-1141 Registered Nurses as a whole"
        " (careercli show 29-1141@OH).",
    }),
    "no wage anywhere": ("55-1011", {"pay": "no wage is published."}),
    "no occupation of one": ("customer-success-manager noc-tech", {
        "pay": "customer-success-manager: no occupation is known.",
        "getting in": "BLS's usual entry: associate's degree for noc-tech.",
        "not known": HERE,
    }),
    "no wage of one": ("noc-tech cloud-specialist", {
        "pay": "no wage is published for cloud-specialist. Wages are published for 15-1299 Computer Occupations, All"
        " Other as a whole (careercli show 15-1299).",
        "getting in": "BLS's usual entry: associate's degree for noc-tech.",
        "not known": HERE,
    }),
    "a wage by the hour alone": ("27-2011 15-1231", {
        "pay": "no wage a year for Actors: not released: wages of this occupation are published by the hour only.",
        "jobs 2024–34": "higher for Computer Network Support Specialists: +1.8 % against +0.3 %.",
        "getting in": "BLS's usual entry: some college, no degree for Actors; "
        "associate's degree for Computer Network Support Specialists.",
        "not known": "your state (--area OH)",
    }),
    "no occupation": ("customer-success-manager", {}),
    "a bound": ("29-1214@OR 15-1231@OR", {
        "pay": "Computer Network Support Specialists, Oregon pay less, by at least 170,300: "
        "68,900 against ≥239,200 at the median. After prices Computer Network Support Specialists, Oregon pay "
        "at least about 164,800 less; taxes are not counted.",
        "jobs 2024–34": "lower for Computer Network Support Specialists, Oregon: +1.8 % against +2.7 %.",
        "getting in": "BLS's usual entry: doctoral or professional degree for Emergency Medicine Physicians, Oregon; "
        "associate's degree for Computer Network Support Specialists, Oregon.",
    }),
    "a quarter of the lower above the middle of the higher": ("19-2041 19-2021", {
        "pay": "Atmospheric and Space Scientists pay more: 99,070 against 82,220 at the median. One in four of "
        "Environmental Scientists and Specialists, Including Health earn 107,970 or more: "
        "above the middle of Atmospheric and Space Scientists.",
        "jobs 2024–34": "lower for Atmospheric and Space Scientists: +0.7 % against +4.4 %.",
        "getting in": "BLS's usual entry for both: bachelor's degree.",
        "not known": "your state (--area OH)",
    }),
    "an all other code": ("15-1299 15-1231", {
        "pay": "Computer Network Support Specialists and Computer Occupations, All Other are not ranked: "
        "15-1299 gathers all other occupations of its group (76,220 against 116,580 at the median).",
        "jobs 2024–34": "Computer Network Support Specialists and Computer Occupations, All Other are not ranked: "
        "15-1299 gathers all other occupations of its group (+1.8 % against +8.2 %).",
        "getting in": "BLS's usual entry: bachelor's degree for Computer Occupations, All Other; "
        "associate's degree for Computer Network Support Specialists.",
        "not known": "your state (--area OH)",
    }),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
def test_the_answer_is_said_in_these_words(case: str) -> None:
    names, texts = TEXTS[case]
    assert sentences(of(*names.split(), prices="@" in names)) == texts


def test_wages_are_said_by_the_hour_where_they_are_asked_for_so() -> None:
    assert sentences(of("noc-tech", period="hour"))["pay"] == "the middle is 36.64 an hour; half earn 28.00–47.48."


def test_a_baseline_that_a_limit_leaves_out_is_no_baseline() -> None:
    comparison = of("noc-tech", "sysadmin", "help-desk")
    left = comparison._replace(subjects=comparison.subjects[1:])
    assert sentences(left)["pay"] == "help-desk pays less: 61,860 against 99,130 at the median."


# -- what sentences say, read back and held against verdicts

HEAD = re.compile(
    r"(pays? more|pays? less|higher|lower|no clear difference|the same figure|not ranked \(.*?\))"
    r"( under either reading)?(?:, by at least [\d,.]+)?: "
)
UP = {"pays more": 1, "pay more": 1, "higher": 1, "pays less": -1, "pay less": -1, "lower": -1}


class Facts:
    """The figures of one field by subject, and the verdicts between them."""

    def __init__(self, comparison: Comparison, key: str) -> None:
        self.doubts = comparison.doubts
        self.subjects = {each.id: each for each in comparison.subjects}
        self.claims = {id: claim for id, each in self.subjects.items() if (claim := figure(each.claims, key))}
        one_role = len({id.partition("@")[0] for id in self.subjects}) == 1 < len(self.subjects)
        self.names = {
            id: (each.area.title if each.area else "the nation") if one_role
            else id if each.role else each.title_and_place
            for id, each in self.subjects.items()
        }  # fmt: skip

    def verdict(self, base: str, other: str) -> Verdict:
        doubts = self.doubts.get(base), self.doubts.get(other)
        return first_allowed([self.claims[base]], [self.claims[other]], "year", doubts)

    def outcome(self, base: str, other: str) -> tuple[str, int]:
        """Return what a sentence may say of a pair: ranked, unclear, same or not ranked; and which way."""
        found = self.verdict(base, other)
        if found.kind in ("ranked", "at-least"):
            up = found.absolute > 0 if found.absolute is not None else " above " in found.why
            return "ranked", 1 if up else -1
        return (found.kind if found.kind in ("unclear", "same") else "not"), 0


def figure(claims: Sequence[Claim], key: str) -> Claim | None:
    found = [
        claim for claim in claims
        if claim.field == key and claim.source.series and claim.period in ("", "year") and not claim.prices
    ]  # fmt: skip
    return found[0] if found and found[0].value is not None else None


def read_outcome(head: str) -> tuple[str, int]:
    for words, kind in (("no clear", "unclear"), ("the same", "same"), ("not ranked", "not")):
        if head.startswith(words):
            return kind, 0
    return "ranked", UP[head]


def check_two(facts: Facts, text: str) -> list[Said]:
    """Assert that the sentence on a pair says its verdict; return what it says."""
    base, other = facts.subjects
    one, two = re.escape(facts.names[base]), re.escape(facts.names[other])
    if len(facts.claims) < 2:
        assert not re.search(r"more|less|higher|lower|difference|for both", text.partition("no wage")[0])
        return []
    wanted = facts.outcome(base, other)
    either = "under either reading" in facts.verdict(base, other).why
    reading = " under either reading" if either else ""
    patterns = {
        ("ranked", 1): rf"{two} pays? more{reading}(, by at least [\d,]+)?: |higher for {two}{reading}: ",
        ("ranked", -1): rf"{two} pays? less{reading}(, by at least [\d,]+)?: |lower for {two}{reading}: ",
        ("unclear", 0): rf"no clear difference{reading} between {two} and {one}: ",
        ("same", 0): r"both are |.* for both|\+?.*: BLS projects the nation only\.$",
        ("not", 0): rf"{two} and {one} are not ranked: ",
    }
    said = [outcome for outcome, pattern in patterns.items() if re.match(pattern, text)]
    assert said == [wanted], (text, wanted)
    assert ("at least" in text) == (facts.verdict(base, other).kind == "at-least" and not either)
    return [(base, other, *said)] if "projects the nation" not in text else []


def check_many(facts: Facts, text: str) -> list[Said]:
    """Assert that sentences on three and more say the verdicts against the baseline, and a highest and a lowest."""
    base, pairs = next(iter(facts.subjects)), []
    known = [id for id in facts.subjects if id in facts.claims]
    ends, _, against = text.partition(f"gainst {facts.names[base]} (")
    if base in known and len(known) > 1:
        said = dict(read_against(facts, against))
        assert said == {id: facts.outcome(base, id) for id in known if id != base}, text
        pairs += [(base, id, outcome) for id, outcome in said.items()]
    rankable = [id for id in known if any(is_decided(facts, id, other) for other in known if other != id)]
    assert ("highest of those" in text, "lowest of those" in text) == (len(rankable) > 1,) * 2
    if len(rankable) > 1:
        highest, _, lowest = ends.partition("; lowest of those that may be ranked: ")
        pairs += check_end(facts, rankable, highest.removeprefix("highest of those that may be ranked: "), -1)
        pairs += check_end(facts, rankable, lowest, 1)
    return pairs


def is_decided(facts: Facts, one: str, two: str) -> bool:
    return facts.outcome(one, two)[0] in ("ranked", "unclear")


def read_against(facts: Facts, text: str) -> Iterator[tuple[str, tuple[str, int]]]:
    heads = list(HEAD.finditer(text))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        listed = text[head.end() : following.start() if following else len(text)]
        for id in facts.claims:
            if re.search(rf"(?:^|\), ){re.escape(facts.names[id])} \(", listed):
                yield id, read_outcome(head[1])


def check_end(facts: Facts, rankable: Sequence[str], text: str, beyond: int) -> list[Said]:
    """Assert that an end is ranked against every other rankable one, or says against which it is not.

    Return the others that it is said to lie beyond.
    """
    (end,) = [id for id in facts.claims if text.startswith(facts.names[id] + " (")]
    unclear, _, open_ = text.partition(", not ranked against ")
    unclear, pairs = unclear.partition(", not clearly apart from ")[2], []
    for id in rankable:
        if id != end:
            kind, sign = facts.outcome(end, id)
            name = facts.names[id]
            assert (name in unclear) >= (kind in ("unclear", "same")), text
            assert (name in open_) >= (kind == "not"), text
            assert kind != "ranked" or sign == beyond, text
            if name not in unclear and name not in open_:
                pairs.append((end, id, ("ranked", beyond)))
    return pairs


def check_entry(facts: Facts, text: str) -> None:
    """Assert that the sentence names the level of each, and the reading of a doubtful one."""
    listed = text.removeprefix("BLS's usual entry").removeprefix(" for both").removeprefix(" for all")
    for id, claim in facts.claims.items():
        level = fields.text(claim)
        level = level[0].lower() + level[1:]
        if text.startswith("BLS's usual entry for"):
            assert listed == f": {level}."
            assert len(facts.claims) == len(facts.subjects)
            assert not facts.doubts
        else:
            (part,) = [part for part in listed[2:-1].split("; ") if part.startswith(f"{level} for ")]
            name = facts.names[id] + (f" as {claim.population}" if id in facts.doubts else "")
            assert re.search(rf"(?: for |, | and ){re.escape(name)}(?:$|, | and )", part)


def check(comparison: Comparison, said: Sentences) -> None:
    """Assert that sentences say every verdict that ranks or is unclear, and rank nothing else."""
    for label, key in SAID.items():
        facts = Facts(comparison, key)
        text, pairs = said.get(label, ""), []
        if key == "entry_education":
            assert bool(text) == bool(facts.claims)
            check_entry(facts, text)
        elif len(facts.subjects) == 2:
            pairs = check_two(facts, text)
        elif not text.endswith("BLS projects the nation only."):
            pairs = check_many(facts, text)
        check_readings(facts, key, text, pairs)


# -- every reading


def read_figures(facts: Facts, id: str, key: str) -> list[Claim | None]:
    """Return the figure of every occupation that a subject may belong to, looked up by hand."""
    doubt: Doubt | None = facts.doubts.get(id)
    area = facts.subjects[id].area
    others = [official.occupation(code, area.code if area else "US") for code in (doubt.alternatives if doubt else ())]
    return [facts.claims.get(id), *(figure(each.claims, key) if each else None for each in others)]


def check_readings(facts: Facts, key: str, text: str, said: Iterable[Said]) -> None:
    """Assert that what is said of pairs with a doubtful role holds for each pair of their readings."""
    for base, other, (kind, sign) in said:
        if not {base, other} & set(facts.doubts) or (kind == "same" and " as " in text):
            continue
        one, two = read_figures(facts, base, key), read_figures(facts, other, key)
        is_one_role = base.partition("@")[0] == other.partition("@")[0]
        pairs = list(zip(one, two, strict=True) if is_one_role else product(one, two))
        if kind == "ranked":
            assert {(value(b) > value(a)) - (value(b) < value(a)) for a, b in pairs} == {sign}, text
        elif kind == "unclear":
            assert all(abs(value(a) - value(b)) <= reach(a, b) for a, b in pairs), text
        elif kind == "same":
            assert all(value(a) == value(b) for a, b in pairs), text


def value(claim: Claim | None) -> float:
    assert claim, "a reading without a figure ranks nothing"
    assert isinstance(claim.value, int | float)
    return claim.value


def reach(one: Claim | None, two: Claim | None) -> float:
    assert one
    assert two
    if one.field == "employment_change":
        return 0.1001
    return hypot(*(value(each) * (each.band_percent or 0) / 100 for each in (one, two)))


# -- random sets


@lru_cache(1)
def roles() -> list[str]:
    return sorted(name.removesuffix(".yaml") for name in os.listdir(BUNDLED))


def is_published(name: str) -> bool:
    try:
        return bool(subject(name))
    except CareerError:
        return False


def random_sets(count: int, least: int, most: int, seed: int) -> list[tuple[str, ...]]:
    """Return sets of roles, with many doubtful ones, occupations and groups; some in one place, some in several."""
    by = random.Random(seed)
    codes = [code for code, _, _ in official.titles() if len(code) == 7]
    doubtful = list(of(*roles()).doubts)
    found: list[tuple[str, ...]] = []
    while len(found) < count:
        pool = by.choice((roles(), sorted({*doubtful, *roles()[:6]}), codes, [*roles(), *by.sample(codes, 20)]))
        names = by.sample(pool, by.randint(least, most))
        if by.random() < 0.2:
            names = [names[0]] * len(names)
        where = "several" if len(set(names)) == 1 else by.choice(("", "", "one", "several"))
        several = by.sample(("OH", "WA", "CA", "OR", "ND", "18140"), len(names))
        places = several if where == "several" else [several[0] if where else "US"] * len(names)
        asked = tuple(f"{name}@{place}" for name, place in zip(names, places, strict=True))
        if all(map(is_published, asked)):
            found.append(asked)
    return found


PAIRS, SETS = random_sets(200, 2, 2, 1), random_sets(60, 3, 4, 2)


@pytest.mark.parametrize("names", [*PAIRS, *SETS], ids=" ".join)
def test_sentences_say_every_verdict_and_no_more(names: tuple[str, ...]) -> None:
    comparison = of(*names)
    check(comparison, sentences(comparison))


def test_the_random_sets_hold_every_kind_of_verdict() -> None:
    kinds = set()
    for names in PAIRS:
        facts = [Facts(of(*names), key) for key in SAID.values()]
        kinds |= {each.verdict(*each.subjects).kind for each in facts if len(each.claims) == 2}
    assert kinds >= {"ranked", "unclear", "same", "difference", "none"}


@pytest.mark.parametrize("names", ["noc-tech sysadmin", "noc-tech support-tech", "noc-tech sysadmin help-desk"])
@pytest.mark.parametrize("label", SAID)
def test_a_sentence_left_out_is_noticed(names: str, label: str) -> None:
    comparison = of(*names.split())
    said = sentences(comparison)
    check(comparison, said)
    with pytest.raises((AssertionError, ValueError)):
        check(comparison, {**said, label: ""})


@pytest.mark.parametrize(
    ("names", "label", "word", "wrong"),
    [
        ("noc-tech sysadmin", "pay", "pays more", "pays less"),
        ("noc-tech sysadmin", "jobs 2024–34", "lower for", "higher for"),
        ("noc-tech sysadmin", "pay", "sysadmin pays more", "no clear difference between sysadmin and noc-tech"),
        ("noc-tech support-tech", "pay", " under either reading", ""),
        ("network-engineer sysadmin", "pay", "sysadmin and network-engineer are not ranked", "sysadmin pays less"),
        ("noc-tech sysadmin", "getting in", "bachelor's", "associate's"),
        ("help-desk support-tech", "getting in", " as 15-1232", ""),
        ("noc-tech sysadmin help-desk", "pay", "pays more", "pays less"),
        ("noc-tech sysadmin help-desk", "pay", "ranked: sysadmin", "ranked: noc-tech"),
        ("noc-tech sysadmin help-desk network-engineer", "pay", ", not ranked against sysadmin", ""),
    ],
)  # fmt: skip
def test_a_sentence_that_says_more_or_less_is_noticed(names: str, label: str, word: str, wrong: str) -> None:
    comparison = of(*names.split())
    said = sentences(comparison)
    assert word in said[label]
    with pytest.raises((AssertionError, ValueError)):
        check(comparison, {**said, label: said[label].replace(word, wrong)})
